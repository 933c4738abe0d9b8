import { GENERAL } from '../../core/metric.ts'
import type { PlanColumn, TablePlan } from '../../core/sheet/book.ts'
import { COLOURS, formatOf, MUTED, POINTS_PER_PIXEL, TEXT } from '../../core/sheet/looks.ts'
import { plannedCells } from '../../core/sheet/rows.ts'
import { existingSheet } from '../../core/sheet/sentences.ts'
import { entryOf } from './content.ts'
import { codeOf, halfDone, told } from './failures.ts'

/** Excel takes no number format for a whole column, so a sheet is made ready for this many further rows. */
const SPARE_ROWS = 1000

const LONGEST_LIST = 255

/** Adds a sheet as planned. `proceed` throws when nobody waits for it any more. */
export async function createSheet(plan: TablePlan, namespace: string, proceed: () => void): Promise<void> {
  const { name, columns, frozenColumns = 0 } = plan
  const entries = plannedCells(plan).map((row) => row.map((cell) => entryOf(cell, namespace)))
  const lists = columns.map(listOf)
  // Not as one undo group: Excel breaks that off at what it cannot undo, such as colour rules.
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook
    const there = worksheets.getItemOrNullObject(name)
    await context.sync()
    if (!there.isNullObject) throw new Error(existingSheet(name))
    proceed()
    try {
      const sheet = worksheets.add(name)
      sheet.getRangeByIndexes(0, 0, entries.length, columns.length).formulas = entries
      sheet.getRangeByIndexes(0, 0, 1, columns.length).format.font.bold = true
      if (frozenColumns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, frozenColumns))
      else sheet.freezePanes.freezeRows(1)
      columns.forEach((column, i) => drawColumn(sheet, column, i, lists[i]!, formatsOf(plan, i)))
      await context.sync()
    } catch (error) {
      if (codeOf(error) !== 'ItemAlreadyExists') await removeHalfDrawn(context, name, told(error, name).message)
      throw error
    }
  }).catch((error: unknown) => {
    throw told(error, name)
  })
}

function drawColumn(sheet: Excel.Worksheet, column: PlanColumn, index: number, list: string, formats: string[]): void {
  const whole = sheet.getRangeByIndexes(0, index, formats.length + 1, 1)
  whole.format.columnWidth = column.width * POINTS_PER_PIXEL
  if (column.muted) whole.format.font.color = MUTED
  const body = sheet.getRangeByIndexes(1, index, formats.length, 1)
  if (formats.some((format) => format !== GENERAL)) body.numberFormat = formats.map((format) => [format])
  if (list) {
    body.dataValidation.rule = { list: { inCellDropDown: true, source: list } }
    body.dataValidation.errorAlert = {
      showAlert: true,
      style: 'Information',
      title: 'Not on the list',
      message: 'The list offers other texts. With OK yours stays.',
    }
  }
  for (const [text, colour] of Object.entries(column.colours ?? {})) {
    const { cellValue } = body.conditionalFormats.add('CellValue')
    cellValue.format.fill.color = COLOURS[colour].fill
    cellValue.format.font.color = COLOURS[colour].text
    cellValue.rule = { formula1: `="${text.replace(/"/g, '""')}"`, operator: 'EqualTo' }
  }
}

/** The number formats of a column below its title. A formula in a cell with the text format turns into text when edited. */
function formatsOf({ columns, rows }: TablePlan, index: number): string[] {
  const usual = formatOf(columns[index]!)
  return Array.from({ length: rows.length + SPARE_ROWS }, (_, i) => {
    const cell = rows[i]?.[index] ?? null
    if (typeof cell !== 'object' || cell === null) return usual
    return cell.format ?? (usual === TEXT ? GENERAL : usual)
  })
}

/** What a drop-down offers, as Excel takes it. */
function listOf({ title, choices = [] }: PlanColumn): string {
  const list = choices.join(',')
  if (list.length > LONGEST_LIST || list.startsWith('=') || choices.some((choice) => choice.includes(','))) {
    throw new Error(
      `Excel cannot offer the choices of “${title}”: they have commas or more than ${LONGEST_LIST} signs.`,
    )
  }
  return list
}

async function removeHalfDrawn(context: Excel.RequestContext, name: string, reason: string): Promise<void> {
  try {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name)
    await context.sync()
    if (sheet.isNullObject) return
    sheet.delete()
    await context.sync()
  } catch {
    throw new Error(halfDone(reason, name))
  }
}
