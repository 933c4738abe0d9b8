import { addressOf, cellName, COLUMNS, grid, isUnbounded, parseAddress, ROWS, type Block } from './address.ts'
import { cellFormat, widthOf } from './cellFormats.ts'
import { conditionalFormats, dataValidation } from './cellRules.ts'
import { chartCollection } from './charts.ts'
import { pageLayout } from './pageLayout.ts'
import type { Content, Sheet } from './sheet.ts'
import type { Workbook } from './workbook.ts'

/**
 * An object of Excel's object model as a request sees it. What is not listed is not there, and asking for it fails. Null
 * stands for the null objects of getItemOrNullObject.
 */
export interface HostObject {
  type: string
  /** How the page finds the object again in a later request. */
  identity?: Record<string, unknown>
  properties?: Record<string, () => unknown>
  setters?: Record<string, (value: never) => void>
  objects?: Record<string, () => HostObject>
  /** What a collection holds. */
  items?: () => HostObject[]
  methods?: Record<string, (...args: never[]) => HostObject | null | void>
}

/** A failure with the code that Excel gives it. */
export interface HostFailure {
  code: string
  message: string
}

export function failure(code: string, message: string): HostFailure {
  return { code, message }
}

/** What a request does to cells. */
export interface Watcher {
  /** Values or formulas of cells are told. */
  reads(): void
  /** Values or formulas of cells are set, or rows deleted. */
  writes(): void
  /** Anything at all is about to change. */
  changes(): void
  /** The page wants to hear of a kind of event of a sheet, or of all for null, or no longer. */
  listens(sheet: Sheet | null, event: 'changed' | 'calculated' | 'selected', wanted: boolean): void
}

const MOST_CELLS = 5_000_000
const LONGEST_TEXT = 32_767
const LONGEST_FORMULA = 8192

/** The workbook, and the ranges that the page holds on to from one request to the next. */
export function objectModel(
  workbook: Workbook,
  watcher: Watcher,
): { root: HostObject; ranges: Map<string, HostObject> } {
  const ranges = new Map<string, HostObject>()

  const root: HostObject = {
    type: 'Workbook',
    objects: { Worksheets: () => worksheets },
    methods: { GetSelectedRanges: () => selectedAreas() },
  }

  const worksheets: HostObject = {
    type: 'WorksheetCollection',
    items: () => workbook.sheets.map(worksheet),
    methods: {
      Add(name?: string | null) {
        if (name && workbook.sheet(name)) throw failure('ItemAlreadyExists', 'A resource with that name exists.')
        if (name && (name.length > 31 || /[[\]:*?/\\]/.test(name))) {
          throw failure('InvalidArgument', 'A sheet cannot be named so.')
        }
        if (workbook.isProtected) throw failure('AccessDenied', 'The structure of the workbook is protected.')
        watcher.changes()
        return worksheet(workbook.addSheet(name ?? undefined))
      },
      GetItem(key: string) {
        const sheet = workbook.sheet(key)
        if (!sheet) throw failure('ItemNotFound', 'The requested resource doesn’t exist.')
        return worksheet(sheet)
      },
      GetItemOrNullObject(key: string) {
        const sheet = workbook.sheet(key)
        return sheet ? worksheet(sheet) : null
      },
      _RegisterSelectionChangedEvent: () => watcher.listens(null, 'selected', true),
      _UnregisterSelectionChangedEvent: () => watcher.listens(null, 'selected', false),
    },
  }

  /** Excel lets a protected sheet neither be filled nor formatted. */
  function change(sheet: Sheet): void {
    alive(sheet)
    if (sheet.isProtected) throw failure('AccessDenied', 'The sheet is protected.')
    watcher.changes()
  }

  function alive(sheet: Sheet): void {
    if (!workbook.sheets.includes(sheet)) throw failure('ItemNotFound', 'The requested resource doesn’t exist.')
  }

  function worksheet(sheet: Sheet): HostObject {
    return {
      type: 'Worksheet',
      identity: { Id: sheet.id },
      properties: { Name: () => sheet.name, Id: () => sheet.id, Visibility: () => sheet.visibility },
      setters: {
        Visibility(visibility: string) {
          if (workbook.isProtected) throw failure('AccessDenied', 'The structure of the workbook is protected.')
          watcher.changes()
          sheet.visibility = visibility
        },
        Gridlines(isShown: boolean) {
          change(sheet)
          sheet.page.hasGridlines = isShown
        },
      },
      objects: {
        FreezePanes: () => freezePanes(sheet),
        Charts: () => chartCollection(sheet, () => change(sheet), addressIn),
        Comments: () => commentCollection(sheet),
        PageLayout: () => pageLayout(sheet, () => change(sheet)),
      },
      methods: {
        GetCell: (row: number, column: number) =>
          range(sheet, { top: row + 1, left: column + 1, bottom: row + 1, right: column + 1 }),
        GetRange: (address: string | null) => range(sheet, address ? blockOf(address) : wholeSheet),
        GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
          range(sheet, { top: row + 1, left: column + 1, bottom: row + rows, right: column + columns }),
        // Of an empty sheet, its first cell.
        GetUsedRange: (valuesOnly: boolean) =>
          range(sheet, usedBlock(sheet, wholeSheet, valuesOnly) ?? { top: 1, left: 1, bottom: 1, right: 1 }),
        Activate() {
          if (sheet.visibility !== 'Visible') throw failure('InvalidOperation', 'A hidden sheet stays behind.')
          workbook.selection = { sheet: sheet.name, areas: ['A1'] }
        },
        Delete() {
          if (sheet.visibility === 'VeryHidden') throw failure('InvalidOperation', 'A very hidden sheet stays.')
          watcher.changes()
          workbook.sheets = workbook.sheets.filter((other) => other !== sheet)
        },
        _RegisterDataChangedEvent: () => watcher.listens(sheet, 'changed', true),
        _UnregisterDataChangedEvent: () => watcher.listens(sheet, 'changed', false),
        _RegisterCalculatedEvent: () => watcher.listens(sheet, 'calculated', true),
        _UnregisterCalculatedEvent: () => watcher.listens(sheet, 'calculated', false),
      },
    }
  }

  function commentCollection(sheet: Sheet): HostObject {
    return {
      type: 'CommentCollection',
      items: () => [...sheet.notes.keys()].map((cell) => comment(sheet, cell)),
      methods: {
        Add(place: HostObject, content: string) {
          change(sheet)
          const cell = addressIn(place)
          if (sheet.notes.has(cell)) throw failure('InvalidArgument', 'The cell has a comment.')
          sheet.notes.set(cell, content)
          return comment(sheet, cell)
        },
        GetItem: (cell: string) => comment(sheet, cell),
      },
    }
  }

  function comment(sheet: Sheet, cell: string): HostObject {
    return {
      type: 'Comment',
      identity: { Id: cell },
      properties: { Content: () => sheet.notes.get(cell) },
      setters: {
        Content(content: string) {
          change(sheet)
          sheet.notes.set(cell, content)
        },
      },
      methods: {
        GetLocation: () => range(sheet, parseAddress(cell)),
        Delete() {
          change(sheet)
          sheet.notes.delete(cell)
        },
      },
    }
  }

  function freezePanes(sheet: Sheet): HostObject {
    return {
      type: 'WorksheetFreezePanes',
      methods: {
        FreezeRows(count: number) {
          change(sheet)
          sheet.frozenRows = count
        },
        FreezeAt(frozen: HostObject) {
          change(sheet)
          const { bottom, right } = blockOfRange(frozen)
          sheet.frozenRows = bottom
          sheet.frozenColumns = right
        },
      },
    }
  }

  function selectedAreas(): HostObject {
    const sheet = workbook.sheet(workbook.selection.sheet)!
    return rangeAreas(
      `selection ${workbook.selection.areas.join()}`,
      workbook.selection.areas.map((address) => range(sheet, parseAddress(address))),
    )
  }

  /** `name` is how the page finds the areas again. */
  function rangeAreas(name: string, areas: HostObject[]): HostObject {
    const collection: HostObject = {
      type: 'RangeCollection',
      items: () => areas,
      methods: { GetItemAt: (index: number) => areas[index]! },
    }
    const object: HostObject = {
      type: 'RangeAreas',
      identity: { _ReferenceId: name },
      objects: { Areas: () => collection },
    }
    ranges.set(name, object)
    return object
  }

  function range(sheet: Sheet, block: Block): HostObject {
    const { top, left, bottom, right } = block
    if (top < 1 || left < 1 || bottom > ROWS || right > COLUMNS || bottom < top || right < left) {
      throw failure('InvalidArgument', 'The range does not fit on the sheet.')
    }
    const address = `${sheet.name}!${addressOf(block)}`
    const changing = () => change(sheet)
    const object: HostObject = {
      type: 'Range',
      identity: { _ReferenceId: address },
      properties: {
        Address: () => address,
        RowIndex: () => top - 1,
        ColumnIndex: () => left - 1,
        RowCount: () => bottom - top + 1,
        ColumnCount: () => right - left + 1,
        Left: () => sum(left - 1, (column) => widthOf(sheet, column + 1)),
        Top: () => (top - 1) * ROW_HEIGHT,
        Formulas: () => told(workbook.content, watcher.reads),
        Values: () => told(workbook.value, watcher.reads),
        NumberFormat: () => told(workbook.format),
        Text: () => told(workbook.text),
      },
      setters: {
        Formulas: (rows: (Content | null)[][]) => {
          checkSize(rows)
          change(sheet)
          watcher.writes()
          each(rows, typeIn)
        },
        NumberFormat: (rows: (string | null)[][]) => {
          checkSize(rows)
          change(sheet)
          each(rows, (cell, format) => {
            if (format === 'General' || format === '') sheet.formats.delete(cell)
            else sheet.formats.set(cell, format)
          })
        },
      },
      objects: {
        Worksheet: () => worksheet(sheet),
        Format: () => cellFormat(sheet, block, changing),
        DataValidation: () => dataValidation(sheet, block, changing),
        ConditionalFormats: () => conditionalFormats(sheet, block, changing),
      },
      methods: {
        GetCell: (row: number, column: number) =>
          range(sheet, { top: top + row, left: left + column, bottom: top + row, right: left + column }),
        GetRow: (row: number) => range(sheet, { top: top + row, left, bottom: top + row, right }),
        GetBoundingRect(other: HostObject) {
          const [one, another] = [parseAddress(addressOf(block)), blockOfRange(other)]
          return range(sheet, {
            top: Math.min(one.top, another.top),
            left: Math.min(one.left, another.left),
            bottom: Math.max(one.bottom, another.bottom),
            right: Math.max(one.right, another.right),
          })
        },
        GetResizedRange: (rows: number, columns: number) =>
          range(sheet, { top, left, bottom: bottom + rows, right: right + columns }),
        GetUsedRangeOrNullObject(valuesOnly: boolean) {
          const used = usedBlock(sheet, block, valuesOnly)
          return used && range(sheet, used)
        },
        GetSpecialCellsOrNullObject(kind: string) {
          if (kind !== 'Formulas') throw failure('ApiNotFound', 'the stand-in looks for formulas only')
          const places = [...sheet.cells].flatMap(([name, { isFormula }]) => (isFormula ? [parseAddress(name)] : []))
          if (places.length === 0) return null
          return rangeAreas(
            `formulas ${address}`,
            places.map((place) => range(sheet, place)),
          )
        },
        GetSpillingToRangeOrNullObject() {
          const filled = workbook.filledBy(sheet, cellName(top, left))
          return filled && range(sheet, filled)
        },
        GetSpillParentOrNullObject() {
          const parent = sheet.cells.get(cellName(top, left))?.filledFrom
          if (parent) return range(sheet, parseAddress(parent))
          return workbook.filledBy(sheet, cellName(top, left)) && range(sheet, block)
        },
        Clear(applyTo: string) {
          if (applyTo !== 'All' || bottom - top + 1 < ROWS || right - left + 1 < COLUMNS) {
            throw failure('ApiNotFound', 'the stand-in clears all of a sheet only')
          }
          change(sheet)
          watcher.writes()
          workbook.clear(sheet)
        },
        Select() {
          workbook.selection = { sheet: sheet.name, areas: [addressOf(block)] }
        },
        Delete(shift: string) {
          const wholeRows = shift === 'Up' && right - left + 1 === COLUMNS
          const wholeColumns = shift === 'Left' && bottom - top + 1 === ROWS
          if (!wholeRows && !wholeColumns) {
            throw failure('ApiNotFound', 'the stand-in deletes whole rows and columns only')
          }
          change(sheet)
          watcher.writes()
          if (wholeRows) workbook.deleteRows(sheet, top, bottom)
          else workbook.deleteColumns(sheet, left, right)
        },
        Insert(shift: string) {
          if (shift !== 'Right' || bottom - top + 1 !== ROWS || left !== right) {
            throw failure('ApiNotFound', 'the stand-in inserts a whole column only')
          }
          change(sheet)
          watcher.writes()
          workbook.insertColumn(sheet, left)
          return range(sheet, block)
        },
        _ValidateArraySize(rows: number, columns: number) {
          if (rows !== bottom - top + 1 || columns !== right - left + 1) throw wrongSize()
        },
      },
    }

    /** Excel tells nothing of the cells of whole columns and rows. */
    function told(read: (sheet: Sheet, cell: string) => unknown, heard?: () => void): unknown {
      alive(sheet)
      heard?.()
      if (isUnbounded(block)) return null
      if ((bottom - top + 1) * (right - left + 1) > MOST_CELLS) {
        throw failure('RangeExceedsLimit', 'The cell count in the range has exceeded the maximum supported number.')
      }
      return grid(block, (row, column) => read(sheet, cellName(row, column)))
    }

    function checkSize(rows: unknown): void {
      const fits =
        Array.isArray(rows) &&
        rows.length === bottom - top + 1 &&
        rows.every((row) => Array.isArray(row) && row.length === right - left + 1)
      if (!fits || isUnbounded(block)) throw wrongSize()
    }

    /** Null leaves a cell as it is. */
    function each<T>(rows: (T | null)[][], set: (cell: string, value: T) => void): void {
      rows.forEach((row, i) =>
        row.forEach((value, j) => {
          if (value !== null) set(cellName(top + i, left + j), value)
        }),
      )
    }

    function typeIn(cell: string, content: Content): void {
      const length = String(content).length
      if (workbook.format(sheet, cell) !== '@' && /^=/.test(String(content)) && length > LONGEST_FORMULA) {
        throw failure('FormulaLengthExceedsLimit', 'The formula is too long.')
      }
      if (length > LONGEST_TEXT + 1) throw failure('InvalidArgument', 'The text is too long.')
      if (!workbook.put(sheet, cell, content)) throw failure('InvalidArgument', 'The formula has an error.')
    }

    ranges.set(address, object)
    return object
  }

  return { root, ranges }
}

/** As high as rows are by themselves, in points. */
const ROW_HEIGHT = 15

function sum(count: number, sizeOf: (at: number) => number): number {
  return Array.from({ length: count }, (_, at) => sizeOf(at)).reduce((a, b) => a + b, 0)
}

function addressIn(range: HostObject): string {
  return addressOf(blockOfRange(range))
}

const wholeSheet: Block = { top: 1, left: 1, bottom: ROWS, right: COLUMNS }

function wrongSize(): HostFailure {
  return failure('InvalidArgument', 'The number of rows or columns in the input array does not match the range.')
}

function blockOf(address: string): Block {
  try {
    return parseAddress(address)
  } catch {
    throw failure('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.')
  }
}

function blockOfRange({ properties }: HostObject): Block {
  const address = String(properties!.Address!())
  return parseAddress(address.slice(address.lastIndexOf('!') + 1))
}

/** The smallest block with all cells of `within` that hold something, or are formatted unless only values count. */
function usedBlock(sheet: Sheet, within: Block, valuesOnly: boolean): Block | null {
  const names = [...sheet.cells.keys(), ...(valuesOnly ? [] : sheet.formats.keys())]
  const places = names
    .map(parseAddress)
    .filter(({ top, left }) => top >= within.top && top <= within.bottom && left >= within.left && left <= within.right)
  if (places.length === 0) return null
  const [rows, columns] = [places.map(({ top }) => top), places.map(({ left }) => left)]
  const least = (numbers: number[]) => numbers.reduce((a, b) => Math.min(a, b))
  const most = (numbers: number[]) => numbers.reduce((a, b) => Math.max(a, b))
  return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) }
}
