import { functionPagePath } from '../../core/catalogue/pages.ts'
import { capitalized } from '../../core/catalogue/readable.ts'
import { families } from '../../core/metrics/index.ts'
import { linkFrom, type SitePage } from '../page.ts'
import { hostFunctions } from './hostFunctions.tsx'

const path = 'functions/index.html'

/** All functions, family by family. */
export function functionIndex(): SitePage {
  const count = families.reduce((sum, { metrics }) => sum + metrics.length, 0)
  const chapters = [
    ...families.map(({ family, metrics }) => ({ id: family, entries: metrics.map(({ spec }) => spec) })),
    { id: 'about-cuesheet', entries: hostFunctions },
  ]
  const heading = (id: string) => capitalized(id.replace(/-/g, ' '))
  return {
    path,
    title: 'Functions',
    description: `All ${count} functions of Cuesheet, family by family.`,
    part: 'Functions',
    body: (
      <>
        <h1>Functions</h1>
        <p class="lead">
          {count} functions, the same in Google Sheets and in Excel. Each has a page with its arguments, examples,
          common mistakes and source.
        </p>
        <p>
          Arguments in [brackets] may be left out. A range may be a whole column: titles, blank cells and blank rows at
          the end are skipped. Rates are fractions, to be formatted as percentages. Where numbers are written with a
          decimal comma, arguments are separated by semicolons.
        </p>
        <nav aria-label="Families" class="chapters">
          {chapters.map(({ id }) => (
            <a key={id} href={`#${id}`}>
              {heading(id)}
            </a>
          ))}
        </nav>
        {chapters.map(({ id, entries }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{heading(id)}</h2>
            <ul class="entries">
              {entries.map(({ name, summary }) => (
                <li key={name}>
                  <a href={linkFrom(path, functionPagePath(name))}>{name}</a> {summary}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  }
}
