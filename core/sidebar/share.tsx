import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { bringBack, makePortable, type Remark, type Report, type Scope, type Way } from '../share/share.ts'
import type { Book } from '../sheet/book.ts'
import { useAction } from './action.ts'
import { QUIET, Said, type Message } from './said.tsx'
import { texts } from './texts/texts.ts'

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
  const show = (sheet: string, cell: string) => void act(texts.doing.looking, () => book.reveal(sheet, cell))
  return (
    <>
      <div class="page">
        <h1>{texts.share.heading}</h1>
        <p class="note">{texts.share.about}</p>
        <Choice
          legend={texts.share.where}
          name="scope"
          values={SCOPES}
          options={texts.share.scopes}
          chosen={scope}
          choose={setScope}
        />
        <Choice
          legend={texts.share.become}
          name="way-to-share"
          values={WAYS}
          options={texts.share.ways}
          chosen={way}
          choose={setWay}
        />
        <button
          type="button"
          class="primary wide"
          aria-disabled={busy !== ''}
          onClick={() => void run(texts.doing.writing, () => makePortable(book, scope, way))}
        >
          {busy || texts.share.makePortable}
        </button>
        <button
          type="button"
          class="quiet wide"
          aria-disabled={busy !== ''}
          onClick={() => void run(texts.doing.writing, () => bringBack(book, scope, pause))}
        >
          {texts.share.bringBack}
        </button>
        {remarks.length > 0 && (
          <>
            <h2>{texts.share.remarks}</h2>
            <ul class="remarks">
              {remarks.map(({ cells, text }) => (
                <li key={text}>
                  {texts.share.remark(text)}
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

const SCOPES: readonly Scope[] = ['workbook', 'sheet', 'selection']
const WAYS: readonly Way[] = ['values', 'own formulas']

interface ChoiceProps<T extends string> {
  legend: string
  name: string
  values: readonly T[]
  /** What each is called. */
  options: Readonly<Record<T, { title: string; help: string }>>
  chosen: T
  choose: (value: T) => void
}

function Choice<T extends string>({ legend, name, values, options, chosen, choose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} class="pick">
          <input type="radio" name={name} checked={chosen === value} onChange={() => choose(value)} />
          <span>
            {options[value].title}
            {options[value].help && <small>{options[value].help}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
