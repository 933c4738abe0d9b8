import { planPagePath, planSlug } from '../../core/catalogue/pages.ts'
import { capitalized } from '../../core/catalogue/readable.ts'
import { filtersOf, findingsOf, ownColumns, type Column, type Plan } from '../../core/plans/plan.ts'
import { relatedPlans } from '../../core/plans/related.ts'
import { guidePath, type Picture } from '../guides/guide.ts'
import { linkFrom, type SitePage } from '../page.ts'

/** Everything about a plan: what it is for, its columns, what it checks, and what it reads of others. */
export function planPage(plan: Plan, pictures: readonly Picture[]): SitePage {
  const { name, question, about, columns, library, isRecord } = plan
  const path = planPagePath(name)
  const to = (file: string) => linkFrom(path, file)
  const picture = pictures.find(({ file }) => file.replace(/^plans-/, '') === `${planSlug(name)}.png`)
  const others = relatedPlans(plan)
  const filters = filtersOf(plan)
  const told = isRecord ? [] : toldOfBlankRow(plan)
  const body = (
    <article>
      <h1>{name}</h1>
      <p class="lead">{question}</p>
      <p>{about}</p>
      {picture && <img class="picture" src={to(`images/${picture.file}`)} alt={picture.alt} loading="lazy" />}
      <h2 id="columns">Its columns</h2>
      <div class="scroll" role="region" aria-label="Columns" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">What goes there</th>
              <th scope="col">Filled in by</th>
            </tr>
          </thead>
          <tbody>
            {ownColumns(plan).map((column) => (
              <tr key={column.title}>
                <th scope="row">{column.title}</th>
                <td>
                  {column.help}
                  {column.choices && ` One of: ${column.choices.join(', ')}.`}
                </td>
                <td>{filledBy(column)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(told.length > 0 || filters.length > 0) && <h2 id="checks">What it checks</h2>}
      {told.length > 0 && (
        <>
          <p>Of a row with nothing filled in the sidebar says:</p>
          <ul>
            {told.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {filters.length > 0 && (
        <p>The list shows the rows of one kind alone where there are any: {filters.join(', ')}.</p>
      )}
      {library && (
        <>
          <h2 id="library">Rows to start from</h2>
          <p>
            {library.label}: {library.sets.map(({ name, rows }) => `${name} (${rows.length})`).join(', ')}.
          </p>
        </>
      )}
      {columns.length > 0 && others.length > 0 && (
        <>
          <h2 id="related">Works with</h2>
          <ul>
            {others.map((other) => (
              <li key={other}>
                <a href={to(planPagePath(other))}>{other}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 id="start">Start</h2>
      <p>
        <a href={to(guidePath('start'))}>Get Cuesheet</a> if you have not yet. Open the sidebar, choose <b>Plans</b>,{' '}
        <b>{name}</b>, then <b>Create the sheet</b>. It is a plain sheet of your workbook, to sort, filter and edit by
        hand. The guides show it at work: <a href={to('guides/plans.html')}>the month of a manager</a>,{' '}
        <a href={to('guides/practice.html')}>the practice</a>, <a href={to('guides/signals.html')}>the signal matrix</a>
        .
      </p>
    </article>
  )
  return { path, title: `${name}, a plan`, description: question, part: 'Plans', body }
}

/** What the checks say of a row that has nothing in it. */
function toldOfBlankRow(plan: Plan): string[] {
  const seen = Object.fromEntries(plan.columns.map(({ title }) => [title, '']))
  const row = { row: 1, id: '1', isCopy: false, values: {}, seen }
  return findingsOf(plan, row, { today: 0, rowsOf: () => null }).map(({ text }) => text)
}

function filledBy({ by, required, range }: Column): string {
  const who =
    by === undefined ? 'you' : { link: 'the link to a metric', formula: 'a live formula', sidebar: 'the sidebar' }[by]
  const facts = [required && 'required', range && `${range[0]} to ${range[1]}`].filter(Boolean)
  return capitalized([who, ...facts].join(', '))
}
