import type { SitePage } from '../page.ts'

/** The page that its script fills. */
export function tryPage(): SitePage {
  return {
    path: 'try.html',
    title: 'Try it',
    description: 'Paste a table, choose a function, and see the number, its chart and the formula. Nothing is sent.',
    part: 'Try it',
    script: 'tryIt.js',
    body: (
      <>
        <h1>Try it</h1>
        <p class="lead">
          Paste a table, ask a question, and get the number with its formula. All of it is computed in this page:
          nothing leaves your browser.
        </p>
        <div id="try">
          <p>This page computes with a script, and your browser runs none.</p>
        </div>
      </>
    ),
  }
}
