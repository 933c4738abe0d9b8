import type { Book, CellValue, RangeName } from '../sheet/book.ts'
import { contentsOf, keptIn } from '../sheet/keptFormula.ts'
import { firstCell, reference } from '../sheet/sheetReference.ts'
import { withOwnFormulas } from './ownFormulas.ts'
import { placeName, type Place } from './places.ts'
import { cellsIn, followed, shifted } from './moves.ts'

/** A formula that comes back; null for none of which one could be sure. */
export interface WayBack {
  formula: string | null
  /** Whether the cells that it names are surely those that it named. */
  isSure: boolean
}

/**
 * The formulas that come back to cells. Their own cells may have gone elsewhere since: where a formula of the spreadsheet’s
 * own stood for one, they went where those of that one went. Else they are where the same things stand as before: a cell that
 * was moved may have taken them along, some of them, or none.
 */
export async function waysBack(
  book: Book,
  kept: readonly Place[],
  standing: ReadonlyMap<string, string>,
): Promise<WayBack[]> {
  const ways = kept.map((place) => {
    const { formula, cell, named } = keptIn(place.text)!
    const now = standing.get(placeName(place))
    const own = now === undefined ? null : withOwnFormulas(formula)
    const along = own === null ? null : followed(formula, own, now!)
    if (along !== null) return { formulas: [along], named: null, isMoved: false }
    const from = firstCell(cell)
    const [rows, columns] = [place.row - from.row, place.column - from.column]
    const elsewhere = (['relative', 'ends', 'all'] as const).map((which) => shifted(formula, rows, columns, which))
    const formulas = [...new Set([elsewhere[0] ?? formula, formula, ...elsewhere])].filter((one) => one !== null)
    return { formulas, named, isMoved: rows !== 0 || columns !== 0 }
  })
  const asked = ways.flatMap(({ formulas, named }, i) =>
    named === null ? [] : formulas.map((formula) => ({ sheet: kept[i]!.sheet, formula })),
  )
  const held = await contents(book, asked)
  let next = 0
  return ways.map(({ formulas, named, isMoved }): WayBack => {
    if (named === null) return { formula: formulas[0]!, isSure: true }
    const own = held.slice(next, (next += formulas.length))
    if (named === '') return { formula: formulas[0]!, isSure: true }
    const sure = formulas.find((_, at) => own[at] === named)
    return { formula: sure ?? (isMoved ? null : formulas[0]!), isSure: sure !== undefined }
  })
}

/** What the cells hold that formulas name, in short; "" where they cannot be read. */
export async function contents(book: Book, formulas: readonly { sheet: string; formula: string }[]): Promise<string[]> {
  const named = formulas.map(({ sheet, formula }) => cellsIn(formula, sheet))
  const ranges = new Map(named.flat().map((range) => [reference(range), range]))
  const all = [...ranges.values()]
  const alone = (range: RangeName) =>
    book.readRanges([range]).then(
      ([block]) => block!,
      () => null,
    )
  // Where one of the sheets is gone, the others can be read one by one.
  const blocks: (CellValue[][] | null)[] = await book.readRanges(all).catch(() => Promise.all(all.map(alone)))
  const read = new Map([...ranges.keys()].map((name, i) => [name, blocks[i]!]))
  return named.map((own) => {
    const held = own.map((range) => read.get(reference(range)) ?? null)
    return held.includes(null) ? '' : contentsOf(held as CellValue[][][])
  })
}
