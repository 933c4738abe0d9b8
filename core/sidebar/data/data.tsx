import { useState } from 'preact/hooks'
import type { Book, Selection } from '../../sheet/book.ts'
import { check, type Checked } from '../../data/checked.ts'
import { useAction } from '../action.ts'
import { QUIET, Said } from '../said.tsx'
import { texts } from '../texts/texts.ts'
import { findingKey, type Action, type Desk } from './desk.ts'
import { FindingList } from './findingList.tsx'
import { MendPage } from './mendPage.tsx'

/** The Data tab: what stands in the way of a table, and what can be done about it. */
export function Data({ book }: { book: Book }) {
  const [checked, setChecked] = useState<Checked | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [last, setLast] = useState<string | null>(null)
  const [message, setMessage] = useState(QUIET)
  const [undo, setUndo] = useState<(Action & { label: string }) | null>(null)
  const { busy, act, now } = useAction((text) => setMessage({ text, isProblem: true }))
  const examine = async (selection: Selection): Promise<Checked> => {
    const content = await book.readSheet(selection.sheet)
    if (!content) throw new Error(texts.data.noSheet(selection.sheet))
    now(texts.data.lookingThrough(content.values.length))
    await painted()
    const next = check(content, selection)
    if (!next) throw new Error(texts.data.blankCells(selection.sheet))
    setChecked(next)
    return next
  }
  const look = () =>
    act(texts.doing.reading, async () => {
      setMessage(QUIET)
      await painted()
      setUndo(null)
      setChecked(null)
      await examine(await book.selection())
    })
  const change = ({ request, done, columns = 0, undo: wayBack }: Action) =>
    act(texts.doing.writing, async ({ hasGoneOn }) => {
      setMessage(QUIET)
      await painted()
      const isDone = (await book.changeCells(request)).done
      setUndo(null)
      setMessage({ text: isDone ? done : texts.data.changedMeanwhile, isProblem: !isDone })
      const next = await examine(widened(checked!.selection, isDone ? columns : 0))
      if (isDone && wayBack) setUndo({ ...wayBack, request: wayBack.request(next.content) })
      // Who looks at a finding by now, this one or another, goes on with it.
      const isThere = (key: string | null) => next.findings.some((one) => findingKey(next, one) === key)
      setOpen((key) => (hasGoneOn() && isThere(key) ? key : null))
    })
  const desk: Desk = {
    busy,
    message,
    undo: undo && { label: undo.label, run: () => void change(undo) },
    look: () => void look(),
    change: (action) => void change(action),
  }
  const show = (finding: string) => {
    setMessage(QUIET)
    setLast(finding)
    setOpen(finding)
  }
  const close = () => {
    setMessage(QUIET)
    setOpen(null)
  }
  // After a change it may not be found any more.
  const finding =
    open !== null && checked ? checked.findings.find((one) => findingKey(checked, one) === open) : undefined
  return (
    <>
      <div
        class="page"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && finding) close()
        }}
      >
        {finding ? (
          <MendPage key={open} checked={checked!} finding={finding} desk={desk} close={close} />
        ) : (
          <FindingList checked={checked} desk={desk} open={show} last={last} />
        )}
      </div>
      <Said message={message} />
    </>
  )
}

/** Cells that were selected one by one are as many as the table has now; the table around a cell is found anew. */
function widened(selection: Selection, columns: number): Selection {
  return selection.rows * selection.columns > 1 ? { ...selection, columns: selection.columns + columns } : selection
}

/** Once the page has been drawn: what follows may keep it busy. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
}
