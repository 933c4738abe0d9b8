import type { CellsOutcome, DrawnSheet } from '../../../core/sheet/book.ts'
import { drawnPrint } from '../../../core/sheet/drawing.ts'
import { addCharts } from '../chart.ts'
import { sheetContent, type Entry } from '../content.ts'
import { checkHandedOver, codeOf, halfDone, told } from '../failures.ts'
import { dress } from '../look.ts'
import { ifOffered } from '../offered.ts'
import { usedOf } from '../readSheets.ts'
import { drawCells, drawnEntries, wipeRest } from './drawnCells.ts'
import { removeHalfDrawn } from './halfDrawn.ts'
import { bringToFront, PAGES, setUpPage } from './page.ts'

/** Draws a sheet, a new one or one that the writer saw. `proceed` throws when nobody waits for it any more. */
export async function drawSheet(plan: DrawnSheet, namespace: string, proceed: () => void): Promise<CellsOutcome> {
  const { name, replaces, page } = plan
  const entries = drawnEntries(plan, namespace)
  return Excel.run({ delayForCellEdit: true }, async (context): Promise<CellsOutcome> => {
    const found = context.workbook.worksheets.getItemOrNullObject(name)
    await context.sync()
    if (found.isNullObject !== (replaces === null)) return { done: false }
    const drawn = found.isNullObject
      ? await drawNew(context, plan, entries, proceed)
      : await drawAnew(context, found, plan, entries, namespace, proceed)
    if (drawn === null) return { done: false }
    await ifOffered(context, PAGES, () => {
      drawn.showGridlines = false
      setUpPage(drawn, page)
    })
    return { done: true }
  }).catch((error: unknown) => {
    throw told(error, name)
  })
}

/** The new sheet; null when another person adds one of that name just now. */
async function drawNew(
  context: Excel.RequestContext,
  plan: DrawnSheet,
  entries: Entry[][],
  proceed: () => void,
): Promise<Excel.Worksheet | null> {
  proceed()
  try {
    const sheet = context.workbook.worksheets.add(plan.name)
    sheet.activate()
    await draw(context, sheet, plan, entries)
    return sheet
  } catch (error) {
    if (codeOf(error) === 'ItemAlreadyExists') return null
    await removeHalfDrawn(context, [plan.name], told(error, plan.name).message)
    throw error
  }
}

/** The sheet that was there; null when it holds something else than the writer saw. */
async function drawAnew(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: DrawnSheet,
  entries: Entry[][],
  namespace: string,
  proceed: () => void,
): Promise<Excel.Worksheet | null> {
  const used = usedOf(sheet)
  sheet.load('visibility')
  sheet.charts.load('items/name')
  await context.sync()
  checkHandedOver(used, plan.name)
  if (drawnPrint(sheetContent(used, namespace)) !== plan.replaces) return null
  proceed()
  sheet.getRange().clear('All')
  // On its own: where this fails, as in a protected sheet, all is as before.
  await context.sync()
  try {
    wipeRest(sheet)
    bringToFront(sheet)
    await draw(context, sheet, plan, entries)
  } catch (error) {
    throw new Error(halfDone(told(error, plan.name).message, plan.name))
  }
  return sheet
}

async function draw(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: DrawnSheet,
  entries: Entry[][],
): Promise<void> {
  drawCells(sheet, plan, entries)
  await context.sync()
  for (const { row, column, look } of plan.tables ?? [])
    await dress(context, plan.name, { rowIndex: row, columnIndex: column }, look)
  if (plan.charts.length > 0) await addCharts(context, sheet, plan.charts)
}
