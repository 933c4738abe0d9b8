import type { Model } from '@odoo/o-spreadsheet'
import type { Book, Page, SheetContent } from '../core/sheet/book.ts'
import { reconcileCells } from '../core/sheet/cells.ts'
import { drawnPrint } from '../core/sheet/drawing.ts'
import { TEXT } from '../core/sheet/looks.ts'
import { applied, reconcile } from '../core/sheet/rows.ts'
import { existingSheet } from '../core/sheet/sentences.ts'
import { act } from './sheet/action.ts'
import { cellsAt, cellSteps, roomSteps } from './sheet/changeCells.ts'
import { chartSteps } from './sheet/chart.ts'
import { editSteps } from './sheet/changeRows.ts'
import { contentOf, formatAt, formulaAt, positionOf, sheetContent, sheetIdOf, stepsTo } from './sheet/content.ts'
import { tableSheets } from './sheet/createSheets.ts'
import { drawingSteps } from './sheet/drawSheet.ts'
import { freeze, readFormulas, thaw } from './sheet/freeze.ts'
import { lookSteps } from './sheet/look.ts'
import { leftToDo, printedSheet, type Printing } from './sheet/print.ts'
import { rangeValues } from './sheet/readRanges.ts'
import { formulasDiffer, listen, listenToSelection, mayChange, type Watcher } from './sheet/watch.ts'
import { addressOf } from './workbook.ts'

/**
 * The open workbook as the sidebar sees it. `model` is asked each time, since opening a file replaces it; `openings`
 * tells of that with an event named open, and before it with one named replace where it is another workbook. `printing`
 * is what a browser adds. Nothing here waits for anything between reading and writing, so that writers take turns by themselves.
 */
export function workbenchBook(
  model: () => Model,
  openings: EventTarget = new EventTarget(),
  printing?: Printing,
): Book {
  /** How planned sheets are printed, by their ids. */
  const pages = new Map<string, Page>()
  const watchers = new Set<Watcher>()
  /** The sheet that changeRows is writing into. */
  let written: string | undefined
  return {
    host: 'workbench',
    typed: (formula) => formula,
    async selection() {
      const { getters } = model()
      const sheetId = getters.getActiveSheetId()
      const zone = getters.getSelectedZone()
      const first = { sheetId, col: zone.left, row: zone.top }
      const content = contentOf(model(), first)
      const from = formulaAt(model(), first) === '' ? getters.getArrayFormulaSpreadingOn(first) : undefined
      return {
        sheet: getters.getSheetName(sheetId),
        // A whole column is named as one, so that rows added later belong to it.
        address: getters.getRangeString(
          getters.getRangeFromZone(sheetId, getters.getUnboundedZone(sheetId, zone)),
          sheetId,
        ),
        rows: zone.bottom - zone.top + 1,
        columns: zone.right - zone.left + 1,
        content,
        ...(from && { filledFrom: { cell: addressOf(from.col, from.row), formula: formulaAt(model(), from) } }),
      }
    },
    async insertFormula({ sheet, cell, formula, replaces, format, formatReplaced, look }) {
      const position = positionOf(model(), sheet, cell)
      const found = contentOf(model(), position)
      if (found !== replaces) return { done: false, found }
      const before = formatAt(model(), position)
      const isBare = ['', TEXT, formatReplaced].includes(before)
      const writing = stepsTo(position, isBare && format ? { formula, format } : { formula }, before)
      const { sheetId } = position
      const { getters } = model()
      // A column that comes with the room for it has no width yet.
      const widthOf = (col: number) =>
        getters.doesHeaderExist(sheetId, 'COL', col) ? getters.getColSize(sheetId, col) : 0
      const room = look ? roomSteps(model(), sheetId, position.row + look.rows, position.col + look.columns.length) : []
      act(model(), sheet, look ? [...room, ...lookSteps(model(), position, look, widthOf), ...writing] : writing)
      return { done: true }
    },
    async sheetNames() {
      const { getters } = model()
      return getters.getSheetIds().map((sheetId) => getters.getSheetName(sheetId))
    },
    async readSheet(sheet) {
      return contentNamed(model(), sheet)
    },
    async readSheets(sheets) {
      return sheets.map((sheet) => contentNamed(model(), sheet))
    },
    async changeRows(request) {
      const sheetId = sheetIdOf(model(), request.sheet)
      const now = sheetContent(model(), sheetId)
      const { edit, outcome } = reconcile(now, request)
      if (!edit) return outcome
      written = request.sheet
      try {
        act(model(), request.sheet, editSteps(model(), sheetId, edit, now.values.length))
      } finally {
        written = undefined
      }
      const own = [...watchers].filter(({ sheet }) => sheet === request.sheet)
      if (own.length > 0 && formulasDiffer(model(), sheetId, applied(now, edit))) own.forEach(({ tell }) => tell())
      return outcome
    },
    async changeCells(request) {
      const sheetId = sheetIdOf(model(), request.sheet)
      const now = request.seen.map((seen) => cellsAt(model(), sheetId, seen))
      const edits = reconcileCells(request, now)
      if (edits) act(model(), request.sheet, cellSteps(model(), sheetId, request, edits))
      return { done: edits !== null }
    },
    async createSheets(plans) {
      const there = plans.find(({ name }) => model().getters.getSheetIdByName(name) !== undefined)
      if (there) throw new Error(existingSheet(there.name))
      const last = plans.at(-1)
      if (!last) return
      act(model(), last.name, tableSheets(model(), plans))
      for (const { name, page } of plans) if (page) pages.set(sheetIdOf(model(), name), page)
      bringToFront(model(), last.name)
    },
    async drawSheet(plan) {
      const sheetId = model().getters.getSheetIdByName(plan.name)
      const found = sheetId === undefined ? null : drawnPrint(sheetContent(model(), sheetId))
      if (found !== plan.replaces) return { done: false }
      act(model(), plan.name, drawingSteps(model(), plan))
      pages.set(sheetIdOf(model(), plan.name), plan.page)
      bringToFront(model(), plan.name)
      return { done: true }
    },
    async print(sheet) {
      bringToFront(model(), sheet)
      if (!printing) return 'Nothing is printed here: open the workbench in a browser.'
      const sheetId = sheetIdOf(model(), sheet)
      return leftToDo(await printing(printedSheet(model(), sheetId, pages.get(sheetId))))
    },
    async readRanges(ranges) {
      return ranges.map((range) => rangeValues(model(), range))
    },
    async readFormulas(sheet) {
      return readFormulas(model(), sheet)
    },
    async freeze(formulas) {
      return freeze(model(), formulas)
    },
    async thaw(kept) {
      return thaw(model(), kept)
    },
    async addChart(plan) {
      act(model(), plan.sheet, chartSteps(model(), plan))
    },
    async reveal(sheet, cell) {
      const { col, row } = positionOf(model(), sheet, cell)
      bringToFront(model(), sheet)
      model().selection.selectCell(col, row)
      model().dispatch('SCROLL_TO_CELL', { col, row })
    },
    watch(sheet, changed) {
      const tell = () => queueMicrotask(() => watchers.has(watcher) && changed())
      const watcher: Watcher = { sheet, tell }
      watchers.add(watcher)
      const end = listen(model, openings, (command) => sheet !== written && mayChange(model(), sheet, command), tell)
      tell()
      return () => {
        watchers.delete(watcher)
        end()
      }
    },
    watchWorkbook(replaced) {
      openings.addEventListener('replace', replaced)
      return () => openings.removeEventListener('replace', replaced)
    },
    watchSelection: (changed) => listenToSelection(model, openings, () => queueMicrotask(changed)),
    about: async () => ({ facts: [] }),
    checks: [],
  }
}

function contentNamed(model: Model, sheet: string): SheetContent | null {
  const sheetId = model.getters.getSheetIdByName(sheet)
  return sheetId === undefined ? null : sheetContent(model, sheetId)
}

/** A hidden sheet is shown. */
function bringToFront(model: Model, sheet: string) {
  const sheetId = sheetIdOf(model, sheet)
  if (!model.getters.isSheetVisible(sheetId)) model.dispatch('SHOW_SHEET', { sheetId })
  model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: sheetId })
}
