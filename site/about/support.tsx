import type { Release } from '../../core/release.ts'
import { guidePath, type Guide } from '../guides/guide.ts'
import type { SitePage } from '../page.ts'
import { Contact, publisherOf } from './contact.tsx'

/** How to get help, and what to send. */
export function support(release: Release, guides: readonly Guide[], namespace: string): SitePage {
  return {
    path: 'support.html',
    title: 'Support',
    description: 'Whom to ask about Cuesheet, and what to send.',
    part: 'Support',
    body: (
      <article>
        <h1>Support</h1>
        <p class="lead">
          Questions and faults: <Contact release={release} />.
        </p>
        <p>Cuesheet is published here by {publisherOf(release)}.</p>
        <h2 id="send">What to send</h2>
        <ol>
          <li>
            The fault report: in the sidebar open <b>Help</b> and copy it. It names the version and the spreadsheet, and
            holds no cell contents.
          </li>
          <li>
            The formula as it stands in the cell, and what the cell shows. Rest the pointer on it for the sentence.
          </li>
          <li>What you expected instead, and a few rows of made-up data that show it.</li>
        </ol>
        <p>Please send no table of your customers.</p>
        <h2 id="first">Before you write</h2>
        <ul>
          <li>
            <b>The cell shows an error.</b> It has its sentence, which names the argument and the row; the page of the{' '}
            <a href="functions/index.html">function</a> lists its common mistakes.
          </li>
          <li>
            <b>The function is not known.</b> Open Cuesheet in this spreadsheet first;{' '}
            <a href={guidePath('start')}>Get Cuesheet</a> says how. In Excel{' '}
            {namespace === '' ? (
              <>
                a prefix may belong before the name, such as <code>CUE.NPS</code>, if your company chose one.
              </>
            ) : (
              <>
                the names have a prefix here: <code>{namespace}.NPS</code>.
              </>
            )}
          </li>
          <li>
            <b>The number is another one than yours.</b> <b>Explain</b> in the sidebar says how many rows were read,
            used and skipped, and why.
          </li>
          <li>
            <b>A formula gives an error of syntax.</b> Where numbers have a decimal comma, arguments are separated by
            semicolons.
          </li>
        </ul>
        <h2 id="limits">Known limits</h2>
        <ul>
          <li>
            In Google Sheets a function may run for 30 seconds, and it needs a connection. Larger tables:{' '}
            <a href="guides/warehouse.html">when the workbook is too small</a>.
          </li>
          <li>
            Some versions of Excel send blank cells as zero: <a href="guides/excel.html">Cuesheet in Excel</a> says
            which, and the sidebar finds out under Help.
          </li>
          <li>No function looks at the clock or the network: a day such as today is an argument.</li>
        </ul>
        <h2 id="guides">Guides</h2>
        <ul>
          {guides.map(({ name, title }) => (
            <li key={name}>
              <a href={guidePath(name)}>{title}</a>
            </li>
          ))}
        </ul>
        <p class="note">
          Version {release.version}, {release.date}.
        </p>
      </article>
    ),
  }
}
