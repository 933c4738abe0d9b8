import { capitalized } from '../../core/catalogue/readable.ts'
import type { Release } from '../../core/release.ts'
import type { SitePage } from '../page.ts'
import { Contact, publisherOf } from './contact.tsx'

/** What happens to the data of the people who use Cuesheet, in the order in which both shops ask for it. */
export function privacy(release: Release): SitePage {
  const publisher = publisherOf(release)
  return {
    path: 'privacy.html',
    title: 'Privacy policy',
    description: 'What Cuesheet collects: nothing.',
    part: '',
    body: (
      <article>
        <h1>Privacy policy</h1>
        <dl class="facts-list">
          <dt>Product</dt>
          <dd>Cuesheet for Google Sheets and for Microsoft Excel, and these pages</dd>
          <dt>Publisher</dt>
          <dd>{capitalized(publisher)}</dd>
          <dt>Contact</dt>
          <dd>
            <Contact release={release} />
          </dd>
          <dt>Effective</dt>
          <dd>{release.date}</dd>
        </dl>
        <h2 id="short">In short</h2>
        <p>
          Cuesheet computes inside your spreadsheet. It collects nothing: no cell, no formula, and no fact about you or
          your computer is sent to the publisher or to anyone else. It sets no cookies and keeps no records.
        </p>
        <h2 id="collected">What is collected, and what is not</h2>
        <ul>
          <li>
            <b>Collected: nothing.</b> There is no account, no usage count, no advertising and no server that takes
            data.
          </li>
          <li>
            <b>Read where you ask for it.</b> A function reads the cells that you name in it. The sidebar reads the
            sheets that you work on with it, in your spreadsheet, and writes what you tell it to.
          </li>
          <li>
            <b>Kept in your file.</b> Plans, notes and charts are in your own spreadsheet. They stay there when you
            remove Cuesheet, and you delete them as you delete any sheet.
          </li>
          <li>
            <b>A fault report</b> under Help is a text that you copy and send yourself, or not. It holds no cell
            contents.
          </li>
        </ul>
        <h2 id="google-user-data">Google user data</h2>
        <h3 id="access">Access</h3>
        <p>
          In Google Sheets Cuesheet may see and change the spreadsheet that it is open in, and show a sidebar there: the
          scopes are <code>spreadsheets.currentonly</code> and <code>script.container.ui</code>. It asks for no other
          file, no contacts, no mail and no profile.
        </p>
        <h3 id="use">Use</h3>
        <p>
          Cells are used to compute the result you asked for, to show it, and to write what you tell the sidebar to
          write. They are used for nothing else: not for advertising, not for profiles, not for credit decisions.
        </p>
        <h3 id="sharing">Sharing</h3>
        <p>
          Google user data are not sold, and not shared with or transferred to anyone, the publisher included. The
          script runs on Google’s servers as part of your spreadsheet; no other server is involved.
        </p>
        <h3 id="protection">Protection</h3>
        <p>
          The data stay in your spreadsheet, under the protection and the sharing settings that Google gives it.
          Cuesheet opens no connection over which they could leave.
        </p>
        <h3 id="retention">Retention and deletion</h3>
        <p>
          Cuesheet retains no Google user data, so that there is nothing for the publisher to delete. What stands in
          your spreadsheet is yours to delete; removing Cuesheet ends its access.
        </p>
        <h3 id="training">AI training</h3>
        <p>
          Google user data are not used to develop, improve or train AI or machine-learning models, generalised or
          otherwise.
        </p>
        <h2 id="excel">In Excel</h2>
        <p>
          Excel loads the files of Cuesheet from the address that it was installed from, and Microsoft’s Office.js from
          Microsoft. As with any web page, both servers see that a file was asked for, and from which network address.
          Cells are not part of that.
        </p>
        <h2 id="pages">These pages</h2>
        <p>
          They set no cookies and load nothing from elsewhere. A table that you paste under{' '}
          <a href="try.html">Try it</a> is computed in your browser and not sent. The server that these pages stand on
          sees which pages are asked for.
        </p>
        <h2 id="changes">Changes, questions and your rights</h2>
        <p>
          A change of this policy is published here with a new date. Where the law gives you rights over personal data,
          there are none that the publisher holds about you through Cuesheet. Questions: <Contact release={release} />.
        </p>
      </article>
    ),
  }
}
