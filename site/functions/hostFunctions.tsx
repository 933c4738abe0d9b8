import type { ComponentChildren } from 'preact'
import { functionPagePath } from '../../core/catalogue/pages.ts'
import { linkFrom, type SitePage } from '../page.ts'
import { NameInExcel } from './nameInExcel.tsx'

/** A function that computes no metric but tells of the host or of Cuesheet itself. */
interface HostFunction {
  name: string
  written: string
  summary: string
  about(to: (file: string) => string): ComponentChildren
}

export const hostFunctions: readonly HostFunction[] = [
  {
    name: 'CUESHEET_BLANKS',
    written: '=CUESHEET_BLANKS(cell)',
    summary: 'Says how this Excel sends a blank cell to the functions of an add-in.',
    about: (to) => (
      <>
        <p>
          Some versions of Excel send a blank cell as zero. The task pane asks this function once, with a blank cell,
          and says under Help what it found. You need not type it, and Excel does not offer it while you type.
        </p>
        <p>
          What Excel does with blank cells, and what to do about it:{' '}
          <a href={to('guides/excel.html')}>Cuesheet in Excel</a>.
        </p>
      </>
    ),
  },
  {
    name: 'CUESHEET_VERSION',
    written: '=CUESHEET_VERSION()',
    summary: 'Says which version of Cuesheet computes in this workbook.',
    about: (to) => (
      <p>
        It takes no arguments. Compare what it says with the version at the foot of this page, and name it when you
        write to <a href={to('support.html')}>support</a>.
      </p>
    ),
  },
]

export function hostFunctionPage({ name, written, summary, about }: HostFunction, namespace: string): SitePage {
  const path = functionPagePath(name)
  const body = (
    <article>
      <h1>{name}</h1>
      <p class="lead">{summary}</p>
      <pre tabIndex={0} aria-label="Written as">
        <code>{written}</code>
      </pre>
      <NameInExcel name={name} namespace={namespace} />
      {about((file) => linkFrom(path, file))}
    </article>
  )
  return { path, title: name, description: summary, part: 'Functions', body }
}
