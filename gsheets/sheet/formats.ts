import { runsOf } from '../../core/sheet/runs.ts'
import { blockName } from '../../core/sheet/sheetReference.ts'
import { isFormula, type Sheet } from './sheets.ts'
import type { Piece } from './pieces.ts'

/** Gives those formulas their formats that bring one. */
export function formatFormulas(sheet: Sheet, piece: Piece): void {
  const chosen = piece.cells.map((line) => line.map((cell) => (isFormula(cell) && cell.format) || ''))
  for (const own of new Set(chosen.flat().filter((one) => one !== ''))) {
    const flags = chosen.map((line) => line.map((one) => one === own))
    format(sheet, piece, flags, own)
  }
}

type Corner = Pick<Piece, 'row' | 'column'>

/** Formats those cells of a block that are flagged. */
export function format(
  sheet: Sheet,
  { row, column }: Corner,
  flags: readonly (readonly boolean[])[],
  as: string,
): void {
  const addresses = flags[0]!.flatMap((_, j) =>
    runsOf(flags.map((line) => line[j]!)).map(({ from, to }) =>
      blockName(row + from, column + j, row + to - 1, column + j),
    ),
  )
  if (addresses.length > 0) sheet.getRangeList(addresses).setNumberFormat(as)
}
