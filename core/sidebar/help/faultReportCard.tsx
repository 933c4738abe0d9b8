import { useRef, useState } from 'preact/hooks'
import type { Release } from '../../release.ts'
import type { Book } from '../../sheet/book.ts'
import { copied } from '../copying.ts'
import { texts } from '../texts/texts.ts'
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
    setReport(
      faultReport(release, { name: book.host, about, sheets: names && names.length }, browserFacts(), lastFaults()),
    )
  }
  return (
    <section aria-label={texts.help.fault.heading}>
      <h2>{texts.help.fault.heading}</h2>
      <p class="note">{texts.help.fault.about}</p>
      <button type="button" class="quiet wide" onClick={() => void write()}>
        {report === '' ? texts.help.fault.write : texts.help.fault.writeAnew}
      </button>
      {report !== '' && (
        <>
          <textarea ref={area} class="report" readOnly rows={9} aria-label={texts.help.fault.report} value={report} />
          <button type="button" class="primary wide" onClick={() => void copied(area.current!).then(setOutcome)}>
            {texts.help.fault.copy}
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
