import type {
  CellText,
  CellValue,
  FormulaToFreeze,
  FreezeOutcome,
  KeptCell,
  SheetFormulas,
  ThawOutcome,
} from '../../core/sheet/book.ts'
import { frozen, isTrial, showsSame, thawed, type Freezing } from '../../core/sheet/freezing.ts'
import { PLAIN } from '../../core/sheet/looks.ts'
import { keptIn } from '../../core/sheet/keptFormula.ts'
import { GENERAL } from '../../core/metric.ts'
import { cellName } from '../../core/sheet/sheetReference.ts'
import { queue, writingOf } from './changeCells.ts'
import { entryOf, formulaOf, valueOf } from './content.ts'
import { checkHandedOver, halfDone, told } from './failures.ts'
import { notesOf, type CellNotes } from './notes.ts'

/** The formulas and notes of a sheet or of all. Only cells with formulas are asked for: all cells may be too many. */
export async function readFormulas(
  context: Excel.RequestContext,
  name: string | null,
  namespace: string,
): Promise<SheetFormulas[]> {
  const { worksheets } = context.workbook
  worksheets.load('items/name')
  await context.sync()
  const sheets = worksheets.items.filter((sheet) => name === null || sheet.name === name)
  const areas = sheets.map((sheet) => sheet.getRange().getSpecialCellsOrNullObject('Formulas'))
  const notes = await notesOf(context, sheets)
  const blocks = areas.map((area) =>
    area.isNullObject ? null : area.areas.load('items/rowIndex, items/columnIndex, items/values, items/formulas'),
  )
  await context.sync()
  const formulas = blocks.map((own) => (own?.items ?? []).flatMap((block) => formulasOf(block, namespace)))
  const own = await withoutSpilled(sheets, formulas)
  return sheets.map(({ name }, i) => ({ sheet: name, formulas: own[i]!, notes: notes[i]!.all }))
}

function formulasOf({ rowIndex, columnIndex, values, formulas }: Excel.Range, namespace: string): CellText[] {
  return formulas.flatMap((line: unknown[], i) =>
    line.flatMap((formula, j) => {
      const text = formulaOf(formula, values[i]![j], namespace)
      return text === '' ? [] : [{ row: rowIndex + i, column: columnIndex + j, text }]
    }),
  )
}

/** Excel may tell the formula of a table in all cells that it fills. Those have the same formula as a neighbour. */
async function withoutSpilled(
  sheets: readonly Excel.Worksheet[],
  formulas: readonly CellText[][],
): Promise<CellText[][]> {
  const parents = formulas.map((cells, i) => {
    const texts = new Map(cells.map(({ row, column, text }) => [cellName(row, column), text]))
    const isLike = (text: string, row: number, column: number) =>
      row >= 0 && column >= 0 && texts.get(cellName(row, column)) === text
    return cells.map(({ row, column, text }) =>
      isLike(text, row - 1, column) || isLike(text, row, column - 1)
        ? sheets[i]!.getCell(row, column).getSpillParentOrNullObject().load('rowIndex, columnIndex')
        : null,
    )
  })
  const asked = parents.flat().filter((parent) => parent !== null)
  await asked[0]?.context.sync()
  return formulas.map((cells, i) =>
    cells.filter(({ row, column }, at) => {
      const parent = parents[i]![at]
      return !parent || parent.isNullObject || (parent.rowIndex === row && parent.columnIndex === column)
    }),
  )
}

/** A cell with all that its formula fills, or filled, as Excel has handed them over. */
interface Found {
  sheet: string
  worksheet: Excel.Worksheet
  block: Excel.Range
  notes: CellNotes
}

/** What is written over what was found. */
interface Work {
  found: Found
  freezing: Omit<Freezing, 'outcome'>
}

export async function freeze(
  context: Excel.RequestContext,
  formulas: readonly FormulaToFreeze[],
  namespace: string,
  proceed: () => void,
): Promise<FreezeOutcome[]> {
  const found = await filledBy(context, formulas)
  const now = found.map((one) => standing(one, namespace))
  const work = formulas.map((one, i) => frozen(one, now[i]!, one.instead))
  const toDo = () => work.flatMap((one, i) => ('cells' in one ? [{ found: found[i]!, freezing: one }] : []))
  proceed()
  await orBack(context, toDo(), async () => {
    toDo().forEach((one) => queueCells(one, namespace))
    const trials = work.map((one, i) => (isTrial(one) ? first(found[i]!).load('values, text') : null))
    if (trials.some((trial) => trial !== null)) await context.sync()
    trials.forEach((trial, i) => {
      if (!trial) return
      if (showsSame(now[i]!.values[0]![0]!, valueOf(trial.values[0]![0]))) {
        const { text, numberFormat } = found[i]!.block
        if (trial.text[0]![0] !== text[0]![0]) first(found[i]!).numberFormat = [[plainFor(String(numberFormat[0]![0]))]]
        return
      }
      work[i] = frozen(formulas[i]!, now[i]!, null)
      queueCells({ found: found[i]!, freezing: work[i] as Freezing }, namespace)
    })
    toDo().forEach(queueNote)
    await context.sync()
  })
  return work.map((one) => ('cells' in one ? one.outcome : one))
}

/** The number format in which a cell shows its number as before. */
function plainFor(format: string): string {
  return format === GENERAL ? PLAIN : format
}

export async function thaw(
  context: Excel.RequestContext,
  kept: readonly KeptCell[],
  namespace: string,
  proceed: () => void,
): Promise<ThawOutcome[]> {
  const notes = await notesBySheet(context, kept)
  const found = kept.map(({ sheet, row, column, note }) => {
    const { rows = 1, columns = 1 } = keptIn(note) ?? {}
    const worksheet = context.workbook.worksheets.getItem(sheet)
    const block = worksheet.getRangeByIndexes(row, column, rows, columns).load(CELLS)
    return { sheet, worksheet, block, notes: notes.get(sheet)! }
  })
  await context.sync()
  const work = kept.map((one, i) => thawed(one, standing(found[i]!, namespace)))
  const toDo = work.flatMap((freezing, i) => (freezing ? [{ found: found[i]!, freezing }] : []))
  proceed()
  await orBack(context, toDo, async () => {
    toDo.forEach((one) => queueCells(one, namespace))
    // The plain format came with the formula that goes.
    const plain = toDo.filter(({ found }) => found.block.numberFormat[0]![0] === PLAIN)
    plain.forEach(({ found }) => (first(found).numberFormat = [[GENERAL]]))
    toDo.forEach(queueNote)
    await context.sync()
  })
  return work.map((one) => ({ done: one !== null }))
}

const CELLS = 'rowIndex, columnIndex, values, formulas, numberFormat, text'

/** The cells of formulas with all that they fill. */
async function filledBy(context: Excel.RequestContext, formulas: readonly FormulaToFreeze[]): Promise<Found[]> {
  const cells = formulas.map(({ sheet, row, column }) => {
    const worksheet = context.workbook.worksheets.getItem(sheet)
    const cell = worksheet.getCell(row, column)
    return { worksheet, cell, spill: cell.getSpillingToRangeOrNullObject() }
  })
  const notes = await notesBySheet(context, formulas)
  const found = cells.map(({ worksheet, cell, spill }, i) => {
    const { sheet } = formulas[i]!
    return { sheet, worksheet, block: (spill.isNullObject ? cell : spill).load(CELLS), notes: notes.get(sheet)! }
  })
  await context.sync()
  return found
}

async function notesBySheet(
  context: Excel.RequestContext,
  cells: readonly { sheet: string }[],
): Promise<Map<string, CellNotes>> {
  const names = [...new Set(cells.map(({ sheet }) => sheet))]
  const notes = await notesOf(
    context,
    names.map((name) => context.workbook.worksheets.getItem(name)),
  )
  return new Map(names.map((name, i) => [name, notes[i]!]))
}

/** What stands in the cells and in the note of the first one. */
function standing({ sheet, block, notes }: Found, namespace: string) {
  checkHandedOver(block, sheet)
  return {
    formula: formulaOf(block.formulas[0]![0], block.values[0]![0], namespace),
    values: block.values.map((line: unknown[]): CellValue[] => line.map(valueOf)),
    note: notes.at(block.rowIndex, block.columnIndex),
  }
}

function first({ block }: Found): Excel.Range {
  return block.getCell(0, 0)
}

function queueCells({ found: { worksheet, block }, freezing: { cells } }: Work, namespace: string): void {
  const formatAt = (row: number, column: number) =>
    String(block.numberFormat[row - block.rowIndex]![column - block.columnIndex])
  cells[0]!.forEach((_, j) => {
    const column = cells.map((line) => line[j]!)
    const edit = { row: block.rowIndex, column: block.columnIndex + j, cells: column, formats: column.map(() => null) }
    queue(worksheet, writingOf(edit, formatAt, namespace))
  })
}

function queueNote({ found: { block, notes }, freezing: { note } }: Work): void {
  notes.set(block.rowIndex, block.columnIndex, note)
}

/** Excel keeps what it did before a failure, so that all that was there is put back then. */
async function orBack(context: Excel.RequestContext, work: readonly Work[], write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const [{ sheet } = { sheet: '' }] = work.map(({ found }) => found)
    const reason = told(error, sheet).message
    try {
      work.forEach(({ found }) => putBack(found))
      const notes = await notesBySheet(
        context,
        work.map(({ found }) => found),
      )
      for (const { found } of work) {
        const { rowIndex, columnIndex } = found.block
        notes.get(found.sheet)!.set(rowIndex, columnIndex, found.notes.at(rowIndex, columnIndex))
      }
      await context.sync()
    } catch {
      throw new Error(halfDone(reason, sheet))
    }
    throw new Error(reason)
  }
}

/** A formula fills its cells by itself once it is back. */
function putBack({ block }: Found): void {
  const { formulas, values, numberFormat } = block
  const isFilled = formulaOf(formulas[0]![0], values[0]![0], '') !== ''
  block.numberFormat = numberFormat.map((line) => line.map(() => GENERAL))
  block.formulas = values.map((line: unknown[], i) =>
    line.map((value, j) => {
      if (isFilled) return i + j === 0 ? formulas[0]![0] : ''
      return entryOf(valueOf(value), '')
    }),
  )
  block.numberFormat = numberFormat
}
