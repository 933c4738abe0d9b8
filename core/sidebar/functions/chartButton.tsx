import type { Book } from '../../sheet/book.ts'
import { addChart, type FilledTable } from '../../tables/tables.ts'
import { texts } from '../texts/texts.ts'
import { ToldButton } from '../toldButton.tsx'

/** Draws the chart of a table that a formula fills, beside it. */
export function ChartButton({ book, table }: { book: Book; table: FilledTable }) {
  const draw = async () => ({ text: await addChart(book, table), isProblem: false })
  return <ToldButton label={texts.functions.chart} doing={texts.doing.drawing} work={draw} />
}
