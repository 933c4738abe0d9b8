import type { About, Finding } from '../../plans/check.ts'
import type { RowGroup } from '../../plans/groups.ts'
import { columnOf, filtersOf, findingsOf, nameOf, type Grouping, type Plan } from '../../plans/plan.ts'
import { wordIn, type Row } from '../../plans/row.ts'
import { shownIn } from '../../plans/shown.ts'
import { texts } from '../texts/texts.ts'
import { Live } from './live.tsx'
import { ALL, type Drafts, type View } from './view.ts'

interface Props {
  group: RowGroup
  grouping: Grouping
  judged: ReadonlyMap<Row, Judgement>
  shown(row: Row): boolean
  drafts: Drafts
  go(view: View): void
  plan: Plan
  about: About
  picked: ReadonlySet<string> | null
  toggle(id: string): void
}

/** Rows that say the same, under a heading with their number. */
export function Group({ group, grouping, judged, shown, drafts, go, plan, about, picked, toggle }: Props) {
  const own = group.rows.filter(shown)
  if (own.length === 0) return null
  const name = group.name || grouping.none
  return (
    <section aria-label={name}>
      <h2>
        {name} <span class="number">{own.length}</span>
      </h2>
      {group.warning && <p class="warning">{group.warning}</p>}
      <ul class="functions entries">
        {own.map((row) => {
          const summary = (
            <Summary
              {...{ row, plan, about }}
              judgement={judged.get(row)!}
              isUnsaved={row.id in drafts && !row.isCopy}
            />
          )
          return (
            <li key={isSettled(row) ? row.id : row.row}>
              {picked && isSettled(row) ? (
                <label class="pick entry">
                  <input type="checkbox" checked={picked.has(row.id)} onChange={() => toggle(row.id)} />
                  <span>{summary}</span>
                </label>
              ) : (
                <button
                  type="button"
                  class="function entry"
                  id={row.isCopy ? undefined : entryId(plan, row.id)}
                  disabled={!isSettled(row)}
                  onClick={() => go({ page: 'row', id: row.id })}
                >
                  {summary}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function isSettled({ id, isCopy }: Row): boolean {
  return id !== '' && !isCopy
}

export function entryId({ name }: Plan, id: string): string {
  return `${name}-${id}`
}

interface SummaryProps {
  row: Row
  plan: Plan
  about: About
  judgement: Judgement
  isUnsaved: boolean
}

/** What is red in full, what is lacking in the words of the filters. */
function Summary({ row, plan, about, judgement: { reds, lacking }, isUnsaved }: SummaryProps) {
  const details = plan.details.map((title) => shownIn(plan, row, title)).filter((word) => word !== '')
  const [first] = plan.details
  const lacks = columnOf(plan, first!).choices ? texts.plans.list.row.lacks(first!) : ''
  return (
    <>
      <b>
        {nameOf(plan, row)}
        {plan.link && wordIn(row, plan.link.value) + wordIn(row, plan.link.metric) !== '' && (
          <Live {...{ row, plan, about }} />
        )}
      </b>
      <span>{details.join(' · ') || lacks}</span>
      {row.isCopy && <span class="finding amber">{texts.plans.list.row.isCopy}</span>}
      {isUnsaved && <span class="finding amber">{texts.plans.list.row.isUnsaved}</span>}
      {reds.map(({ text }) => (
        <span key={text} class="finding red">
          {text}
        </span>
      ))}
      {lacking.length > 0 && <span class="finding amber">{lacking.join(' · ')}</span>}
    </>
  )
}

export interface Judgement {
  /** What is red. */
  reds: readonly Finding[]
  /** What is lacking, as the filters call it. */
  lacking: readonly string[]
  /** The filters under which it is shown. */
  filters: readonly string[]
}

export function judgementOf(plan: Plan, row: Row, about: About): Judgement {
  const findings = findingsOf(plan, row, about)
  const named = (level: Finding['level']) =>
    filtersOf(plan).filter((filter) => findings.some((one) => one.level === level && one.filter === filter))
  return {
    reds: findings.filter(({ level }) => level === 'red'),
    lacking: named('amber'),
    filters: [ALL, ...named('red'), ...named('amber')],
  }
}
