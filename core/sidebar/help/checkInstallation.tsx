import { useEffect, useRef, useState } from 'preact/hooks'
import { drawCheck } from '../../check/drawing.ts'
import { judge, type Verdict } from '../../check/judging.ts'
import { CHECK, checkLines, placed } from '../../check/layout.ts'
import { summary } from '../../check/summary.ts'
import type { Release } from '../../release.ts'
import type { Book, HostAbout, HostName } from '../../sheet/book.ts'
import { useAction } from '../action.ts'
import { copied } from '../copying.ts'
import { QUIET, type Message } from '../said.tsx'
import { texts } from '../texts/texts.ts'
import { ToldButton } from '../toldButton.tsx'

interface Props {
  book: Book
  release: Release
  /** Whether it begins by itself, since a menu item asked for it. */
  starts: boolean
}

/** Seconds between two looks whether all is worked out; the last one again and again. */
const PAUSES = [1, 3, 7, 10]
const PATIENCE = 300
const UNTOLD: HostAbout = { facts: [] }
/** So many differences are told here, and all of them in the sheet. */
const TOLD = 20

/** Works out every example in this spreadsheet, and what spreadsheets do differently, and says what is not as it is to be. */
export function CheckInstallation({ book, release, starts }: Props) {
  const [message, setMessage] = useState<Message>(QUIET)
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>([])
  const [about, setAbout] = useState<HostAbout>(UNTOLD)
  const { busy, now, act } = useAction((text) => setMessage({ text, isProblem: true }))
  const lines = useRef(placed(checkLines(book.host)))
  const count = lines.current.length

  const look = async () => {
    for (let waited = 0, i = 0; ; i++) {
      const content = await book.readSheet(CHECK)
      if (!content) throw new Error(texts.help.check.gone(CHECK))
      const found = judge(book.host, lines.current, content)
      const waiting = found.filter(({ outcome }) => outcome === 'waiting').length
      const pause = PAUSES[Math.min(i, PAUSES.length - 1)]!
      if (waiting === 0 || waited + pause > PATIENCE) return setVerdicts(found)
      now(texts.help.check.done({ formulas: count - waiting, all: count }))
      await new Promise((resolve) => setTimeout(resolve, 1000 * pause))
      waited += pause
    }
  }
  const begin = (drawing: boolean) => {
    setMessage(QUIET)
    setVerdicts([])
    void act(drawing ? texts.doing.drawing : texts.doing.looking, async () => {
      if (drawing) await drawCheck(book, lines.current)
      // A summary without what the host tells of itself is one all the same.
      setAbout(await book.about().catch(() => UNTOLD))
      await look()
    })
  }
  useEffect(() => {
    if (starts) begin(true)
  }, [])

  return (
    <section aria-label={texts.help.check.heading}>
      <h2>{texts.help.check.heading}</h2>
      <p class="note">{texts.help.check.about({ formulas: count, time: howLong(book.host) })}</p>
      <button type="button" class="quiet wide" aria-disabled={busy !== ''} onClick={() => begin(true)}>
        {busy || texts.help.check.heading}
      </button>
      <p class={message.isProblem ? 'problem' : 'note'} role="status">
        {message.text || told(verdicts)}
      </p>
      {verdicts.length > 0 && <Outcome verdicts={verdicts} text={summary(book.host, about, release, verdicts)} />}
      {verdicts.some(({ outcome }) => outcome === 'waiting') && (
        <button type="button" class="quiet wide" aria-disabled={busy !== ''} onClick={() => begin(false)}>
          {texts.help.check.again}
        </button>
      )}
    </section>
  )
}

function howLong(host: HostName): string {
  return host === 'Google Sheets' ? texts.help.check.minutes : texts.help.check.seconds
}

/** How many passed, in a sentence; "" before anything was checked. */
function told(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return ''
  const number = (outcome: Verdict['outcome']) => verdicts.filter((one) => one.outcome === outcome).length
  const [passed, differ, waiting] = [number('ok'), number('differs'), number('waiting')]
  const all = verdicts.length
  return passed === all ? texts.help.check.allPass(all) : texts.help.check.some({ passed, all, differ, waiting })
}

function Outcome({ verdicts, text }: { verdicts: readonly Verdict[]; text: string }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const differing = verdicts.filter(({ outcome }) => outcome === 'differs')
  const copy = async () => ({ text: await copied(area.current!), isProblem: false })
  return (
    <>
      {differing.length > 0 && (
        <ul class="findings" aria-label={texts.help.check.differences}>
          {differing.slice(0, TOLD).map(({ line, expected, actual }) => (
            <li key={line.id} class="finding red">
              {texts.help.check.line(line)}
              <small>{texts.help.check.difference({ expected, actual })}</small>
            </li>
          ))}
        </ul>
      )}
      {differing.length > TOLD && (
        <p class="note">{texts.help.check.more({ count: differing.length - TOLD, sheet: CHECK })}</p>
      )}
      <textarea
        ref={area}
        class="made formula"
        readOnly
        rows={4}
        spellcheck={false}
        aria-label={texts.help.check.summary}
        value={text}
      />
      <ToldButton key={text} label={texts.help.check.copy} doing={texts.doing.copying} work={copy} />
      <p class="note">{texts.help.check.after}</p>
    </>
  )
}
