import type { Book, DrawnSheet, SheetContent } from '../sheet/book.ts'
import { drawnPrint } from '../sheet/drawing.ts'
import { CHECK_DATA, DATA_TITLES, dataSheet } from './data.ts'
import { CHECK, checkSheet, type PlacedLine } from './layout.ts'

/** Draws the two sheets of the check, new ones or in place of those of an earlier check. No other sheet is touched. */
export async function drawCheck(book: Book, lines: readonly PlacedLine[]): Promise<void> {
  await drawOwn(book, CHECK_DATA, isOwnData, dataSheet)
  await drawOwn(book, CHECK, isOwnCheck, (replaces) => checkSheet(book.host, lines, replaces))
}

async function drawOwn(
  book: Book,
  name: string,
  isOwn: (content: SheetContent) => boolean,
  plan: (replaces: string | null) => DrawnSheet,
): Promise<void> {
  const there = await book.readSheet(name)
  if (there && !isOwn(there))
    throw new Error(`There is a sheet “${name}” that no check has drawn. Rename it, then check again.`)
  const { done } = await book.drawSheet(plan(there && drawnPrint(there)))
  if (!done)
    throw new Error(
      `The sheet “${name}” has changed just now. Wait until nothing in it is worked out, then check again.`,
    )
}

function isOwnData({ values }: SheetContent): boolean {
  return DATA_TITLES.slice(0, SURE).every((title, column) => values[0]?.[column] === title)
}

/** So many titles side by side stand nowhere else; later versions may have other ones after them. */
const SURE = 5

function isOwnCheck({ values }: SheetContent): boolean {
  return values[0]?.[0] === CHECK
}
