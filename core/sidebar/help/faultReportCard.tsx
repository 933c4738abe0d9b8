import { useRef, useState } from 'preact/hooks'
import type { Release } from '../../release.ts'
import type { Book } from '../../sheet/book.ts'
import { copied } from '../copying.ts'
import { faultReport } from './faultReport.ts'
import { lastFaults } from './faults.ts'

/** A report for whoever mends faults, which a person sees before it is copied. */
export function FaultReportCard({ book, release }: { book: Book; release: Release }) {
  const [report, setReport] = useState('')
  const [outcome, setOutcome] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  const write = async () => {
    // What has failed may be the host itself, and is to be reported all the same.
    const [about, names] = await Promise.all([orNull(book.about()), orNull(book.sheetNames())])
    setOutcome('')
    setReport(faultReport(release, about, names && names.length, browserFacts(), lastFaults()))
  }
  return (
    <section aria-label="Report a fault">
      <h2>Report a fault</h2>
      <p class="note">
        A report says which Cuesheet, spreadsheet and browser these are, and where the program failed. It holds no cell,
        formula or name of a sheet.
      </p>
      <button type="button" class="quiet wide" onClick={() => void write()}>
        {report === '' ? 'Write a fault report' : 'Write it anew'}
      </button>
      {report !== '' && (
        <>
          <textarea ref={area} class="report" readOnly rows={9} aria-label="Fault report" value={report} />
          <button type="button" class="primary wide" onClick={() => void copied(area.current!).then(setOutcome)}>
            Copy the fault report
          </button>
        </>
      )}
      <p class="done" role="status">
        {outcome}
      </p>
    </section>
  )
}

function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null)
}

function browserFacts() {
  return {
    userAgent: navigator.userAgent,
    languages: navigator.languages,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}
