import { useState } from 'preact/hooks'
import type { Book } from '../../sheet/book.ts'
import { addChart, type FilledTable } from '../../tables/tables.ts'
import { useAction } from '../action.ts'
import { QUIET } from '../said.tsx'

/** Draws the chart of a table that a formula fills, beside it. */
export function ChartButton({ book, table }: { book: Book; table: FilledTable }) {
  const [message, setMessage] = useState(QUIET)
  const { busy, act } = useAction((text) => setMessage({ text, isProblem: true }))
  const draw = async () => {
    const text = await act('Drawing…', () => addChart(book, table))
    if (text !== undefined) setMessage({ text, isProblem: false })
  }
  return (
    <>
      <button type="button" class="quiet wide" aria-disabled={busy !== ''} onClick={() => void draw()}>
        {busy || 'Add its chart'}
      </button>
      <p class={message.isProblem ? 'problem' : 'done'} role="status">
        {message.text}
      </p>
    </>
  )
}
