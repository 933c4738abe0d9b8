import type { Book, CellValue } from '../sheet/book.ts'
import { isUnfinishedText, showsSame } from '../sheet/freezing.ts'
import { keptIn } from '../sheet/keptFormula.ts'
import { textOf } from '../sheet/rows.ts'
import { blockName } from '../sheet/sheetReference.ts'
import type { Place } from './places.ts'

/** What cells show, row by row; null where nobody can tell. */
export type Block = readonly (readonly CellValue[])[] | null

/** What stands in the cells of kept formulas. */
export function shown(book: Book, kept: readonly Place[]): Promise<Block[]> {
  return book.readRanges(
    kept.map(({ sheet, row, column, text }) => {
      const { rows, columns } = keptIn(text)!
      return { sheet, address: blockName(row, column, row + rows - 1, column + columns - 1) }
    }),
  )
}

/** The same once it is worked out, which takes a moment in Excel and Google Sheets; null for what takes longer. */
export async function shownInTime(
  book: Book,
  kept: readonly Place[],
  pause: (time: number) => Promise<void>,
): Promise<Block[]> {
  for (const time of PAUSES) {
    const blocks = await shown(book, kept)
    if (!blocks.some(isUnfinished)) return blocks
    await pause(time)
  }
  return (await shown(book, kept)).map((block) => (isUnfinished(block) ? null : block))
}

const PAUSES = [500, 1000, 2000]

function isUnfinished(block: Block): boolean {
  return block?.[0]?.[0] !== undefined && isUnfinishedText(block[0][0])
}

/** Says when a formula that came back gives something else than what stood there. */
export function differenceIn(was: Block, is: Block): string | null {
  if (!was || !is) return null
  const height = Math.max(was.length, is.length)
  const rows = Array.from({ length: height }, (_, i) => [was[i] ?? [], is[i] ?? []] as const)
  const isSame = rows.every(([one, other]) =>
    Array.from({ length: Math.max(one.length, other.length) }).every((_, j) =>
      showsSame(one[j] ?? null, other[j] ?? null),
    ),
  )
  if (isSame) return null
  const isSingle = rows.length <= 1 && rows.every(([one, other]) => one.length <= 1 && other.length <= 1)
  return isSingle
    ? `Gives ${shownText(is[0]?.[0] ?? null)} now, where ${shownText(was[0]?.[0] ?? null)} stood`
    : 'Gives other values now than stood there'
}

/** A value in a sentence. */
export function shownText(value: CellValue): string {
  return value === null || value === '' ? 'nothing' : textOf(value)
}
