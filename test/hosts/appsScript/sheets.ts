import type { CellValue } from '../../../core/sheet/book.ts'
import { sheetsBook, type ScriptRun } from '../../../gsheets/sidebar/book.ts'
import type { BookUnderTest } from '../book.contract.ts'
import { openProject, readFiles, type Project, type Shown } from './project.ts'
import type { SeenChart } from '../tables.contract.ts'
import { enter, recalculate } from './entry.ts'
import { enterFormula } from './formulas.ts'
import { COLUMN_WIDTH, displayOf, ROW_HEIGHT } from './services.ts'
import {
  cellAt,
  columnNumber,
  moveCells,
  newWorkbook,
  overlap,
  blockAddress,
  type StoredChart,
  type StoredSheet,
  parseAddress,
  sheetNamed,
  store,
  type Value,
  type Workbook,
} from './workbook.ts'

export interface SheetsOptions {
  /** The spreadsheet's time zone. */
  timeZone?: string
  realm?: 'script' | 'foreign'
}

export interface Sheets {
  project: Project
  /** One formula. Cells as in a metric's examples, null for a blank one; a Date is the instant a date cell stands for. */
  call(name: string, ...cells: unknown[]): Promise<{ value: unknown } | { error: string; message: string }>
}

/** The built functions in a spreadsheet of Google's, as far as one can have it here. */
export async function openSheets({ timeZone, realm }: SheetsOptions = {}): Promise<Sheets> {
  const project = openProject(await readFiles(), { workbook: newWorkbook(timeZone), realm })
  return { project, call: async (name, ...cells) => readBack(project.customFunction(name, cells.map(asPassed))) }
}

/** Cells as Sheets passes them: a blank is "", and a range of one cell is its value. */
export function asPassed(cells: unknown): unknown {
  if (!Array.isArray(cells)) return cells === null ? '' : cells
  const rows = cells.map((row: unknown[]) => row.map((cell) => (cell === null ? '' : cell)))
  return rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0] : rows
}

/** What cells show, with dates as their serial numbers. */
export function readBack(shown: Shown): { value: unknown } | { error: string; message: string } {
  if ('error' in shown) return shown
  const values = shown.values.map((row) => row.map(readValue))
  return { value: shown.single ? values[0]![0] : values }
}

function readValue(value: Value): unknown {
  if (typeof value !== 'object') return value
  return 'serial' in value ? value.serial : value.error
}

/** From here on formulas with functions of the script are worked out, whoever enters them. */
export function calculateCustom(project: Project): void {
  project.workbook.custom = (sheet, row, column, formula) => {
    const isOurs = isCustom(project, formula)
    if (isOurs) enterFormula(project, sheet, row, column, formula)
    return isOurs
  }
}

function isCustom({ publicFunctions }: Project, formula: string): boolean {
  return publicFunctions.some((name) => formula.includes(`${name}(`))
}

/** The same as Google Sheets does it: the cells show Loading... meanwhile, and thirty formulas are worked out at once. */
export function calculateLater(project: Project): void {
  const waiting: (() => void)[] = []
  const workOff = () => {
    waiting.splice(0, 30).forEach((work) => work())
    if (waiting.length > 0) setTimeout(workOff)
  }
  project.workbook.custom = (sheet, row, column, formula) => {
    if (!isCustom(project, formula)) return false
    store(sheet, row, column, { formula, value: 'Loading...' })
    if (waiting.push(() => void enterFormula(project, sheet, row, column, formula)) === 1) setTimeout(workOff)
    return true
  }
}

/** The book as the sidebar has it: its browser half, google.script.run, and the server half in the built Code.js. */
export async function openSheetsBook(
  plainText: Workbook['plainText'] = 'keeps',
): Promise<BookUnderTest & { project: Project }> {
  const project = openProject(await readFiles())
  const { workbook, world } = project
  workbook.plainText = plainText
  calculateCustom(project)
  const looking = { every: 20, isVisible: () => true, onReturn: () => () => undefined }
  return {
    project,
    book: sheetsBook(scriptRun(project), looking),
    async put(sheetName, cell, content) {
      const { row, column } = parseAddress(cell)
      enter(workbook, sheetNamed(workbook, sheetName), row, column, content)
      recalculate(workbook)
    },
    async content(sheetName, cell) {
      const { row, column } = parseAddress(cell)
      const stored = cellAt(sheetNamed(workbook, sheetName), row, column)
      return stored?.formula ?? String(readValue(stored?.value ?? ''))
    },
    async shown(sheetName, cell) {
      const { row, column } = parseAddress(cell)
      return readValue(cellAt(sheetNamed(workbook, sheetName), row, column)?.value ?? '') as CellValue
    },
    // What Google Sheets itself says of it.
    text: async (sheetName, cell) => displayOf(sheetNamed(workbook, sheetName), cell),
    note: async (sheetName, cell) => sheetNamed(workbook, sheetName).notes.get(cell) ?? '',
    setNote: async (sheetName, cell, note) => void sheetNamed(workbook, sheetName).notes.set(cell, note),
    async look(sheetName, cell) {
      const sheet = sheetNamed(workbook, sheetName)
      const block = parseAddress(cell)
      const { weight, align = '' } = sheet.looks.get(cell) ?? {}
      return { isBold: weight === 'bold', align, width: sheet.widths.get(block.column) ?? COLUMN_WIDTH }
    },
    front: async () => workbook.active.name,
    choices: async (sheetName, cell) => choicesAt(sheetNamed(workbook, sheetName), cell),
    colour: async (sheetName, cell) => fillOf(sheetNamed(workbook, sheetName), cell),
    async shades(sheetName) {
      const sheet = sheetNamed(workbook, sheetName)
      return sheet.scales.flatMap(({ blocks }) => blocks.map((block) => blockAddress(sheet, block)))
    },
    async charts(sheetName) {
      const sheet = sheetNamed(workbook, sheetName)
      return sheet.charts.map((chart) => seenChart(sheet, chart))
    },
    async format(sheetName, cell) {
      return sheetNamed(workbook, sheetName).formats.get(cell) ?? ''
    },
    async setFormat(sheetName, cell, format) {
      sheetNamed(workbook, sheetName).formats.set(cell, format)
    },
    async hide(sheetName) {
      sheetNamed(workbook, sheetName).hidden = true
    },
    async select(sheetName, address) {
      workbook.active = sheetNamed(workbook, sheetName)
      workbook.selection = address.split(',').map(parseAddress)
    },
    async moveColumn(sheetName, column, before) {
      const [from, to] = [columnNumber(column), columnNumber(before)]
      const end = from < to ? to - 1 : to
      moveCells(sheetNamed(workbook, sheetName), (i, j) => {
        if (j === from) return [i, end]
        const closed = j > from ? j - 1 : j
        return [i, closed >= end ? closed + 1 : closed]
      })
    },
    async insertRow(sheetName, row) {
      const sheet = sheetNamed(workbook, sheetName)
      moveCells(sheet, (i, j) => [i >= row ? i + 1 : i, j])
      sheet.rows++
    },
    async traffic() {
      const { traffic } = world
      world.traffic = { reads: 0, writes: 0 }
      return traffic
    },
  }
}

/** What the last drop-down that a cell was given offers. */
function choicesAt(sheet: StoredSheet, cell: string): string[] {
  const given = sheet.dropDowns.filter(({ block }) => overlap(block, parseAddress(cell)))
  const { offers = [], from } = given.at(-1) ?? {}
  if (!from) return offers
  const { row, column, rows, columns } = from.block
  const values = Array.from({ length: rows * columns }, (_, i) => {
    const stored = cellAt(from.sheet, row + Math.floor(i / columns), column + (i % columns))
    return String(readValue(stored?.value ?? ''))
  })
  return values.filter((value) => value !== '')
}

/** A rule comes before the fill of the cell itself, and of several rules the first one. */
function fillOf(sheet: StoredSheet, cell: string): string {
  const place = parseAddress(cell)
  const shown = displayOf(sheet, cell)
  const rule = sheet.rules.find(({ blocks, text }) => text === shown && blocks.some((one) => overlap(one, place)))
  return rule?.fill ?? sheet.looks.get(cell)?.fill ?? ''
}

function seenChart(sheet: StoredSheet, { type, ranges, options, position, headers, ...rest }: StoredChart): SeenChart {
  const [labels, ...series] = ranges.map((block) => blockAddress(sheet, block))
  if (headers !== 0) throw new Error('the first row or column is no header')
  const areRows = ranges[0]!.rows === 1
  if (rest.isTransposed !== areRows || rest.merge !== (areRows ? 'MERGE_ROWS' : 'MERGE_COLUMNS')) {
    throw new Error('the ranges do not become a series each')
  }
  const styles = options.series as Record<number, { labelInLegend: string; type?: string; targetAxisIndex?: number }>
  const kind = type.toLowerCase() as 'line' | 'column' | 'bar' | 'combo'
  const [row, column, x, y] = position
  const width = (at: number) => sheet.widths.get(at) ?? COLUMN_WIDTH
  return {
    kind: kind === 'combo' ? 'combined' : options.isStacked ? (`stacked ${kind}` as SeenChart['kind']) : kind,
    title: String(options.title),
    labels: labels!,
    series: series.map((cells, i) => ({
      title: styles[i]!.labelInLegend,
      cells,
      isLine: styles[i]!.type === 'line' && styles[i]!.targetAxisIndex === 1,
    })),
    hasLegend: (options.legend as { position: string }).position !== 'none',
    box: {
      left: Array.from({ length: column - 1 }, (_, at) => width(at + 1)).reduce((a, b) => a + b, 0) + x,
      top: (row - 1) * ROW_HEIGHT + y,
      width: Number(options.width),
      height: Number(options.height),
    },
  }
}

/** google.script.run of the page: answers later, by one of two handlers. */
export function scriptRun(project: Project): ScriptRun {
  const to = (
    succeed?: (answer: string | null) => void,
    fail?: (failure: { message?: string }) => void,
  ): ScriptRun => ({
    withSuccessHandler: (handler) => to(handler, fail),
    withFailureHandler: (handler) => to(succeed, handler),
    cuesheetBook(question) {
      setTimeout(() => {
        let answer: string | null
        try {
          answer = JSON.parse(project.scriptRun('cuesheetBook', JSON.stringify([question]))) as string | null
        } catch (error) {
          return fail?.({ message: String(error) })
        }
        succeed?.(answer)
      })
    },
  })
  return to()
}
