import { useRef, useState } from 'preact/hooks'
import type { Book, Selection } from '../../sheet/book.ts'
import { check, type Checked } from '../../data/checked.ts'
import type { Finding } from '../../data/findings.ts'
import { reason } from '../checks.tsx'
import { Said, type Action, type Desk, type Message } from './desk.tsx'
import { FindingList } from './findingList.tsx'
import { MendPage } from './mendPage.tsx'

const QUIET: Message = { text: '', isProblem: false }

/** The Data tab: what stands in the way of a table, and what can be done about it. */
export function Data({ book }: { book: Book }) {
  const [checked, setChecked] = useState<Checked | null>(null)
  const [open, setOpen] = useState<Finding | null>(null)
  const [last, setLast] = useState<Finding | null>(null)
  const [busy, setBusy] = useState('')
  const [message, setMessage] = useState(QUIET)
  const [undo, setUndo] = useState<(Action & { label: string }) | null>(null)
  const acting = useRef(false)

  /** One action at a time; whatever fails is said. */
  const act = async (what: string, action: () => Promise<boolean>): Promise<boolean> => {
    if (acting.current) return false
    acting.current = true
    setBusy(what)
    setMessage(QUIET)
    try {
      await painted()
      return await action()
    } catch (error) {
      setMessage({ text: reason(error), isProblem: true })
      return false
    } finally {
      acting.current = false
      setBusy('')
    }
  }
  const examine = async (selection: Selection): Promise<Checked> => {
    const content = await book.readSheet(selection.sheet)
    if (!content) throw new Error(`There is no sheet “${selection.sheet}” any more.`)
    setBusy(`Looking through ${content.values.length.toLocaleString('en-US')} rows…`)
    await painted()
    const next = check(content, selection)
    if (!next) throw new Error(`The selected cells of “${selection.sheet}” are blank. Select a cell in a table.`)
    setChecked(next)
    return next
  }
  const look = () =>
    act('Reading…', async () => {
      setUndo(null)
      setChecked(null)
      return Boolean(await examine(await book.selection()))
    })
  const change = ({ request, done, columns = 0, undo: wayBack }: Action) =>
    act('Writing…', async () => {
      const isDone = (await book.changeCells(request)).done
      setUndo(null)
      setMessage(isDone ? { text: done, isProblem: false } : CHANGED)
      const next = await examine(widened(checked!.selection, isDone ? columns : 0))
      if (isDone && wayBack) setUndo({ ...wayBack, request: wayBack.request(next.content) })
      // What was open may not be found any more.
      setOpen(null)
      return isDone
    })
  const desk: Desk = {
    busy,
    message,
    undo: undo && { label: undo.label, run: () => void change(undo) },
    look: () => void look(),
    change,
  }
  const show = (finding: Finding) => {
    setMessage(QUIET)
    setLast(finding)
    setOpen(finding)
  }
  const close = () => {
    setMessage(QUIET)
    setOpen(null)
  }
  return (
    <div
      class="page"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close()
      }}
    >
      <Said message={message} />
      {open && checked ? (
        <MendPage checked={checked} finding={open} desk={desk} close={close} />
      ) : (
        <FindingList checked={checked} desk={desk} open={show} last={last} />
      )}
    </div>
  )
}

const CHANGED: Message = {
  text: 'The cells were changed meanwhile, so nothing was written. They have been read again: look at them, then try again.',
  isProblem: true,
}

/** Cells that were selected one by one are as many as the table has now; the table around a cell is found anew. */
function widened(selection: Selection, columns: number): Selection {
  return selection.rows * selection.columns > 1 ? { ...selection, columns: selection.columns + columns } : selection
}

/** Once the page has been drawn: what follows may keep it busy. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
}
