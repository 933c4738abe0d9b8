import { catalogue } from '../../core/catalogue/catalogue.ts'
import { search } from '../../core/catalogue/search.ts'
import { functionPagePath, planPagePath } from '../../core/catalogue/pages.ts'
import { plans } from '../../core/plans/gallery/index.ts'
import { guidePath, type Guide } from '../guides/guide.ts'
import type { SitePage } from '../page.ts'

/** What people ask first; the search of the sidebar says which functions answer. */
const QUESTIONS = ['Are customers coming back?', 'Would customers recommend us?', 'What is a customer worth?']

/** The first page: what Cuesheet is for, and the ways from here. */
export function home(guides: readonly Guide[], namespace: string): SitePage {
  const all = catalogue()
  const named = (name: string) => guides.find((guide) => guide.name === name)
  const proofs = ['differences', 'verified'].flatMap((name) => named(name) ?? [])
  return {
    path: 'index.html',
    title: 'Cuesheet',
    description: 'Customer metrics and signal matrices as formulas, in Google Sheets and in Excel.',
    part: '',
    body: (
      <>
        <section class="hero">
          <h1>Customer metrics as formulas, in the spreadsheet you already have</h1>
          <p class="lead">
            Type <code>=NPS(Survey!C:C)</code> in Google Sheets or in Excel and get the same number, or the same
            sentence that says what is wrong with the data. Plan what customers are promised in a sheet where every line
            has an owner and a live number.
          </p>
          <p class="actions">
            <a class="button strong" href="try.html">
              Try it here with a table
            </a>
            <a class="button" href={guidePath('start')}>
              Get Cuesheet
            </a>
            <a class="button" href="guides/google-sheets.html">
              Put it into Google Sheets
            </a>
            <a class="button" href="guides/excel.html">
              Put it into Excel
            </a>
          </p>
          {namespace !== '' && (
            <p>
              In Excel the names have a prefix here: <code>={namespace}.NPS(Survey!C:C)</code>.
            </p>
          )}
        </section>
        <img
          class="picture"
          src="images/workbench.png"
          alt="A cohort triangle as a heat map, with the sidebar open beside it"
        />
        <h2 id="ask">Ask in your own words</h2>
        <div class="cards">
          {QUESTIONS.map((question) => (
            <div key={question} class="card">
              <h3>{question}</h3>
              <ul>
                {search(question, all)
                  .slice(0, 3)
                  .map(({ spec }) => (
                    <li key={spec.name}>
                      <a href={functionPagePath(spec.name)}>{spec.name}</a>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </div>
        <p>
          <a href="functions/index.html">All {all.length} functions</a>, each with its arguments, examples, common
          mistakes and source.
        </p>
        <h2 id="signals">What is a signal matrix?</h2>
        <p>
          A signal, or cue, is anything that tells customers what to expect: the box, the size guide, a reply within two
          hours. The matrix is a sheet with a line for each: what it stands for, what is promised and what is delivered,
          who answers for it, and a metric with a live value. It shows what is over-promised, what nobody owns, and
          which outcome rests on a single cue.
        </p>
        <img
          class="picture"
          src="images/signals.png"
          alt="The signal matrix: a cue with its owner, live value and status, and what is promised too much"
          loading="lazy"
        />
        <p>
          <a href="guides/signals.html">The guide to the signal matrix</a>, and{' '}
          <a href={planPagePath('Signals')}>its columns and checks</a>.
        </p>
        <h2 id="plans">From the number to the month</h2>
        <p>
          {plans.length} plans hold what comes after the number: targets with their reasons, KPIs with status and trend,
          a month that closes in one click, and frameworks from promises and journey to pilot, experiments and renewals.
          They are plain sheets, and stay when the add-in is gone. <a href="plans/index.html">All plans</a>.
        </p>
        <h2 id="trust">Why believe the numbers</h2>
        <ul>
          <li>
            <b>Nothing is dropped in silence.</b> A cell that cannot be read is an error with a sentence that names the
            argument and the row. Blank is never zero.
          </li>
          <li>
            <b>The same in both.</b> Every example on these pages is computed when the pages are made, and runs as a
            test in the built files for Google Sheets and Excel.
          </li>
          <li>
            <b>With its source.</b> Each function names the paper or book that it follows.
          </li>
          {proofs.map(({ name, title, description }) => (
            <li key={name}>
              <a href={guidePath(name)}>{title}</a>: {description}
            </li>
          ))}
          <li>
            <b>Your data stay where they are.</b> No function asks the network, and nothing is collected:{' '}
            <a href="privacy.html">the privacy policy</a> says so in full.
          </li>
        </ul>
      </>
    ),
  }
}
