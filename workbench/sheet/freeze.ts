import type { CellPosition, Model } from '@odoo/o-spreadsheet'
import type {
  CellText,
  FormulaToFreeze,
  FreezeOutcome,
  NewCell,
  KeptCell,
  SheetFormulas,
  ThawOutcome,
} from '../../core/sheet/book.ts'
import { frozen, isTrial, showsSame, thawed, type FilledCells, type Freezing } from '../../core/sheet/freezing.ts'
import { PLAIN } from '../../core/sheet/looks.ts'
import { keptIn } from '../../core/sheet/keptFormula.ts'
import { act, type Step } from './action.ts'
import { formatAt, formulaAt, sheetIdOf, stepsTo, valueAt } from './content.ts'
import { noteAt, notesIn, noteStep } from './notes.ts'

export function readFormulas(model: Model, name: string | null): SheetFormulas[] {
  const { getters } = model
  const ids = name === null ? getters.getSheetIds() : [sheetIdOf(model, name)]
  return ids.map((sheetId) => ({
    sheet: getters.getSheetName(sheetId),
    formulas: formulasIn(model, sheetId),
    notes: notesIn(model, sheetId).map(({ row, col, note }) => ({ row, column: col, text: note })),
  }))
}

function formulasIn(model: Model, sheetId: string): CellText[] {
  const { getters } = model
  return Object.values(getters.getCells(sheetId)).flatMap(({ id }) => {
    const { row, col } = getters.getCellPosition(id)
    const text = formulaAt(model, { sheetId, row, col })
    return text === '' ? [] : [{ row, column: col, text }]
  })
}

export function freeze(model: Model, formulas: readonly FormulaToFreeze[]): FreezeOutcome[] {
  const places = formulas.map(({ sheet, row, column }) => ({ sheetId: sheetIdOf(model, sheet), row, col: column }))
  const now = places.map((place) => filledBy(model, place))
  const shown = places.map((place) => model.getters.getEvaluatedCell(place))
  const work = formulas.map((one, i) => frozen(one, now[i]!, one.instead))
  const bare = new Set<number>()
  const write = () => {
    const steps = work.flatMap((one, i) =>
      'cells' in one ? stepsOver(model, places[i]!, one, bare.has(i) ? (shown[i]!.format ?? PLAIN) : undefined) : [],
    )
    if (steps.length > 0) act(model, formulas[0]!.sheet, steps)
  }
  const trials = () => work.flatMap((one, i) => (isTrial(one) ? [i] : []))
  write()
  const failed = trials().filter((i) => !showsSame(now[i]!.values![0]![0]!, valueAt(model, places[i]!)))
  for (const i of trials())
    if (model.getters.getEvaluatedCell(places[i]!).formattedValue !== shown[i]!.formattedValue) bare.add(i)
  if (failed.length + bare.size > 0) {
    // So that all is one step to undo in the end.
    model.dispatch('REQUEST_UNDO')
    for (const i of failed) {
      work[i] = frozen(formulas[i]!, now[i]!, null)
      bare.delete(i)
    }
    write()
  }
  return work.map((one) => ('cells' in one ? one.outcome : one))
}

export function thaw(model: Model, kept: readonly KeptCell[]): ThawOutcome[] {
  const places = kept.map(({ sheet, row, column }) => ({ sheetId: sheetIdOf(model, sheet), row, col: column }))
  const work = kept.map((one, i) => {
    const place = places[i]!
    const { rows = 1, columns = 1 } = keptIn(one.note) ?? {}
    const values = valuesAt(model, place, rows, columns)
    return thawed(one, { note: noteAt(model, place), values, formula: formulaAt(model, place) })
  })
  // The plain format came with the formula that goes.
  const isPlain = (i: number) => formatAt(model, places[i]!) === PLAIN
  const steps = work.flatMap((one, i) => (one ? stepsOver(model, places[i]!, one, isPlain(i) ? '' : undefined) : []))
  if (steps.length > 0) act(model, kept[0]!.sheet, steps)
  return work.map((one) => ({ done: one !== null }))
}

function filledBy(model: Model, place: CellPosition): FilledCells {
  const { left, right, top, bottom } = model.getters.getSpreadZone(place) ?? {
    left: place.col,
    right: place.col,
    top: place.row,
    bottom: place.row,
  }
  return {
    formula: formulaAt(model, place),
    values: valuesAt(model, place, bottom - top + 1, right - left + 1),
    note: noteAt(model, place),
  }
}

function valuesAt(model: Model, { sheetId, row, col }: CellPosition, rows: number, columns: number) {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => valueAt(model, { sheetId, row: row + i, col: col + j })),
  )
}

/** A result brings a format along, which goes with its formula: a date is to show as one. */
function stepsOver(
  model: Model,
  { sheetId, row, col }: CellPosition,
  { cells, note }: Omit<Freezing, 'outcome'>,
  format?: string,
): Step[] {
  const steps = cells.flatMap((line, i) =>
    line.flatMap((cell: NewCell, j) => {
      const place = { sheetId, row: row + i, col: col + j }
      const own = formatAt(model, place)
      const wanted = format ?? (typeof cell === 'number' ? (model.getters.getEvaluatedCell(place).format ?? own) : own)
      return stepsTo(place, cell, own, wanted)
    }),
  )
  return [...steps, noteStep({ sheetId, row, col }, note)]
}
