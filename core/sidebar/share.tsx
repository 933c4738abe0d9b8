import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { bringBack, makePortable, type Remark, type Report, type Scope, type Way } from '../share/share.ts'
import type { Book } from '../sheet/book.ts'
import { useAction } from './action.ts'
import { QUIET, Said, type Message } from './said.tsx'

/** The Share tab: our formulas become what people without our functions can read, and come back. */
export function Share({ book }: { book: Book }) {
  const [scope, setScope] = useState<Scope>('workbook')
  const [way, setWay] = useState<Way>('values')
  const [remarks, setRemarks] = useState<Remark[]>([])
  const [message, setMessage] = useState<Message>(QUIET)
  const { busy, act } = useAction((text) => setMessage({ text, isProblem: true }))
  const run = (what: string, work: () => Promise<Report>) =>
    act(what, async () => {
      setMessage(QUIET)
      setRemarks([])
      const { text, isProblem, remarks } = await work()
      setMessage({ text, isProblem })
      setRemarks(remarks)
    })
  const show = (sheet: string, cell: string) => void act('Looking…', () => book.reveal(sheet, cell))
  return (
    <>
      <div class="page">
        <h1>Share</h1>
        <p class="note">
          People without Cuesheet see #NAME? where our formulas are worked out anew. Here they become what everybody can
          read.
        </p>
        <Choice legend="Where" name="scope" options={SCOPES} chosen={scope} choose={(value) => setScope(value)} />
        <Choice
          legend="Our formulas become"
          name="way-to-share"
          options={WAYS}
          chosen={way}
          choose={(value) => setWay(value)}
        />
        <button
          type="button"
          class="primary wide"
          aria-disabled={busy !== ''}
          onClick={() => void run('Writing…', () => makePortable(book, scope, way))}
        >
          {busy || 'Make portable'}
        </button>
        <button
          type="button"
          class="quiet wide"
          aria-disabled={busy !== ''}
          onClick={() => void run('Writing…', () => bringBack(book, scope, pause))}
        >
          Bring our formulas back
        </button>
        {remarks.length > 0 && (
          <>
            <h2>What to know</h2>
            <ul class="remarks">
              {remarks.map(({ cells, text }) => (
                <li key={text}>
                  {text}:
                  {[...new Set(cells.map(({ functions }) => functions))].map((functions) => (
                    <p key={functions}>
                      <small>{functions}</small>{' '}
                      {cells
                        .filter((one) => one.functions === functions)
                        .map(({ sheet, cell }, i) => (
                          <Fragment key={`${sheet}!${cell}`}>
                            {i > 0 && ', '}
                            <button type="button" class="link" onClick={() => show(sheet, cell)}>
                              {sheet} {cell}
                            </button>
                          </Fragment>
                        ))}
                    </p>
                  ))}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Said message={message} />
    </>
  )
}

function pause(time: number): Promise<void> {
  return new Promise((done) => setTimeout(done, time))
}

type Option<T> = readonly [value: T, title: string, help?: string]

const SCOPES: readonly Option<Scope>[] = [
  ['workbook', 'Whole workbook', 'Hidden sheets too'],
  ['sheet', 'This sheet'],
  ['selection', 'Selected cells'],
]

const WAYS: readonly Option<Way>[] = [
  ['values', 'Values', 'What the cells show now'],
  [
    'own formulas',
    'Formulas of the spreadsheet’s own',
    'Where one gives the same, as SUM(…)/SUM(…) does for ROAS; values elsewhere',
  ],
]

interface ChoiceProps<T> {
  legend: string
  name: string
  options: readonly Option<T>[]
  chosen: T
  choose: (value: T) => void
}

function Choice<T extends string>({ legend, name, options, chosen, choose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(([value, title, help]) => (
        <label key={value} class="pick">
          <input type="radio" name={name} checked={chosen === value} onChange={() => choose(value)} />
          <span>
            {title}
            {help && <small>{help}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
