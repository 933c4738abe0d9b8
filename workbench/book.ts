import { helpers, isCoreCommand, type CellPosition, type Model } from '@odoo/o-spreadsheet'
import type { Book, CellValue, RangeName, SheetContent } from '../core/sheet/book.ts'
import { reconcileCells } from '../core/sheet/cells.ts'
import { TEXT } from '../core/sheet/looks.ts'
import { applied, keep, reconcile, type SheetEdit } from '../core/sheet/rows.ts'
import { existingSheet, missingSheet } from '../core/sheet/sentences.ts'
import { act, type Step } from './action.ts'
import { cellsAt, cellSteps } from './cellSteps.ts'
import { formulaAt, stepsTo, valueAt } from './content.ts'
import { tableSheet } from './tableSheet.ts'

/**
 * The open workbook as the sidebar sees it. `model` is asked each time, since opening a file replaces it; `openings`
 * tells of that with an event named open. Nothing here waits for anything between reading and writing, so that writers
 * take turns by themselves.
 */
export function workbenchBook(model: () => Model, openings: EventTarget = new EventTarget()): Book {
  const watchers = new Set<Watcher>()
  /** The sheet that changeRows is writing into. */
  let written: string | undefined
  return {
    async selection() {
      const { getters } = model()
      const sheetId = getters.getActiveSheetId()
      const zone = getters.getSelectedZone()
      return {
        sheet: getters.getSheetName(sheetId),
        // A whole column is named as one, so that rows added later belong to it.
        address: getters.getRangeString(
          getters.getRangeFromZone(sheetId, getters.getUnboundedZone(sheetId, zone)),
          sheetId,
        ),
        rows: zone.bottom - zone.top + 1,
        columns: zone.right - zone.left + 1,
        content: contentOf(model(), { sheetId, col: zone.left, row: zone.top }),
      }
    },
    async insertFormula({ sheet, cell, formula, replaces, format, formatReplaced }) {
      const position = positionOf(model(), sheet, cell)
      const found = contentOf(model(), position)
      if (found !== replaces) return { done: false, found }
      const before = formatAt(model(), position)
      const isBare = ['', TEXT, formatReplaced].includes(before)
      act(model(), sheet, stepsTo(position, isBare && format ? { formula, format } : { formula }, before))
      return { done: true }
    },
    async readSheet(sheet) {
      const sheetId = model().getters.getSheetIdByName(sheet)
      return sheetId === undefined ? null : sheetContent(model(), sheetId)
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
    async createSheet(plan) {
      if (model().getters.getSheetIdByName(plan.name) !== undefined) throw new Error(existingSheet(plan.name))
      act(model(), plan.name, tableSheet(model(), plan))
      bringToFront(model(), plan.name)
    },
    async readRanges(ranges) {
      return ranges.map((range) => rangeValues(model(), range))
    },
    async reveal(sheet, cell) {
      const { sheetId, col, row } = positionOf(model(), sheet, cell)
      if (!model().getters.isSheetVisible(sheetId)) model().dispatch('SHOW_SHEET', { sheetId })
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
    checks: [],
  }
}

/** The formula of a cell, else what one would type to get its value; "" when it is empty. */
export function contentOf(model: Model, position: CellPosition): string {
  const { getters } = model
  const cell = getters.getCell(position)
  if (cell?.isFormula) return formulaAt(model, position)
  const { type, value, formattedValue } = getters.getEvaluatedCell(position)
  // A date is stored as its serial number, which nobody would type.
  if (type === 'number' && helpers.isDateTimeFormat(cell?.format ?? '')) return formattedValue
  return cell?.content ?? String(value ?? '')
}

export function positionOf(model: Model, sheet: string, cell: string): CellPosition {
  return { sheetId: sheetIdOf(model, sheet), ...helpers.toCartesian(cell) }
}

function sheetIdOf({ getters }: Model, sheet: string): string {
  const sheetId = getters.getSheetIdByName(sheet)
  if (sheetId === undefined) throw new Error(missingSheet(sheet))
  return sheetId
}

function bringToFront(model: Model, sheet: string) {
  const sheetIdFrom = model.getters.getActiveSheetId()
  model.dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo: sheetIdOf(model, sheet) })
}

function formatAt({ getters }: Model, position: CellPosition): string {
  return getters.getCell(position)?.format ?? ''
}

/** All cells down to the last row and column that hold something, each looked at once. */
function sheetContent(model: Model, sheetId: string): SheetContent {
  const { getters } = model
  const cells = Array.from({ length: getters.getNumberRows(sheetId) }, (_, row) =>
    Array.from({ length: getters.getNumberCols(sheetId) }, (_, col) => {
      const position = { sheetId, col, row }
      return { value: valueAt(model, position), formula: formulaAt(model, position) }
    }),
  )
  const isUsed = ({ value, formula }: { value: CellValue; formula: string }) => value !== null || formula !== ''
  const height = lengthUpTo(cells, (row) => row.some(isUsed))
  const width = Math.max(0, ...cells.map((row) => lengthUpTo(row, isUsed)))
  const used = cells.slice(0, height).map((row) => row.slice(0, width))
  return {
    values: used.map((row) => row.map(({ value }) => value)),
    formulas: used.map((row) => row.map(({ formula }) => formula)),
    ...(!getters.isSheetVisible(sheetId) && { hidden: true as const }),
  }
}

function rangeValues(model: Model, { sheet, address }: RangeName): CellValue[][] {
  const { getters } = model
  const sheetId = sheetIdOf(model, sheet)
  const { zone, invalidXc } = getters.getRangeFromSheetXC(sheetId, address)
  if (invalidXc !== undefined) throw new Error(`“${address}” is no range of cells. Write it as B2:B99 or B:B.`)
  const { left, right, top } = zone
  const bottom = Math.min(zone.bottom, getters.getNumberRows(sheetId) - 1)
  const rows = Array.from({ length: Math.max(0, bottom - top + 1) }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, col) => valueAt(model, { sheetId, col: left + col, row: top + row })),
  )
  return rows.slice(
    0,
    lengthUpTo(rows, (row) => row.some((value) => value !== null)),
  )
}

/** How many items there are up to the last one that is used. */
function lengthUpTo<T>(items: readonly T[], isUsed: (item: T) => boolean): number {
  let length = items.length
  while (length > 0 && !isUsed(items[length - 1]!)) length--
  return length
}

/** Makes room at the end of the sheet, writes the block but for the cells that are kept, then removes rows. */
function editSteps(
  model: Model,
  sheetId: string,
  { row: top, column, cells, remove }: SheetEdit,
  used: number,
): Step[] {
  const { getters } = model
  const sheetName = getters.getSheetName(sheetId)
  const last = getters.getNumberRows(sheetId) - 1
  const missing = top + cells.length - 1 - last
  const steps: Step[] = []
  if (missing > 0) {
    const room = { dimension: 'ROW', base: last, quantity: missing, position: 'after' } as const
    steps.push({ type: 'ADD_COLUMNS_ROWS', sheetId, sheetName, ...room })
  }
  cells.forEach((line, i) =>
    line.forEach((cell, j) => {
      if (isKept(cell)) return
      const position = { sheetId, col: column + j, row: top + i }
      // The engine gives rows that are added at the end the formats of the last one.
      const format = formatAt(model, { ...position, row: Math.min(position.row, last) })
      const isNew = position.row >= used && used > 1
      const wanted = format || (isNew ? formatAt(model, { ...position, row: used - 1 }) : '')
      steps.push(...stepsTo(position, cell, format, wanted))
    }),
  )
  if (remove.length > 0) {
    steps.push({ type: 'REMOVE_COLUMNS_ROWS', sheetId, sheetName, dimension: 'ROW', elements: remove })
  }
  return steps
}

function isKept(cell: SheetEdit['cells'][number][number]): cell is typeof keep {
  return typeof cell === 'object' && cell !== null && 'keep' in cell
}

interface Watcher {
  sheet: string
  /** Calls once all that happens now has happened. */
  tell(): void
}

/** Whether a formula shows something else than it did, or a new one shows anything. */
function formulasDiffer(model: Model, sheetId: string, { values, formulas }: SheetContent): boolean {
  return formulas.some((line, row) =>
    line.some((formula, col) => formula !== '' && valueAt(model, { sheetId, col, row }) !== values[row]![col]),
  )
}

/** Tells once of all that happens at once and `matters`, and of another workbook. */
function listen(model: () => Model, openings: EventTarget, matters: (command: Command) => boolean, tell: () => void) {
  const listener = {}
  let watched: Model
  let isDue = false
  const begin = () => {
    watched = model()
    watched.on('command-dispatched', listener, ((command: Command) => {
      isDue ||= matters(command)
    }) as (command: object) => void)
    watched.on('update', listener, () => {
      if (isDue) tell()
      isDue = false
    })
  }
  const end = () => {
    watched.off('command-dispatched', listener)
    watched.off('update', listener)
  }
  const follow = () => {
    end()
    begin()
    tell()
  }
  begin()
  openings.addEventListener('open', follow)
  return () => {
    end()
    openings.removeEventListener('open', follow)
  }
}

type Command = Parameters<typeof isCoreCommand>[0]

/** A change elsewhere may change what the formulas of the sheet show. */
function mayChange({ getters }: Model, sheet: string, command: Command): boolean {
  if (!isCoreCommand(command)) return ['UNDO', 'REDO', 'EVALUATE_CELLS'].includes(command.type)
  const sheetId = getters.getSheetIdByName(sheet)
  if (sheetId === undefined || !('sheetId' in command) || command.sheetId === sheetId) return true
  return getters.getCells(sheetId).some(({ isFormula }) => isFormula)
}
