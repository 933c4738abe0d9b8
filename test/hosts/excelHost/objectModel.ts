import { addressOf, grid, parseAddress, type Block } from './address.ts'
import type { Content, Sheet, Workbook } from './workbook.ts'

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

/** The workbook, and the ranges that the page holds on to from one request to the next. */
export function objectModel(workbook: Workbook): { root: HostObject; ranges: Map<string, HostObject> } {
  const ranges = new Map<string, HostObject>()

  const root: HostObject = {
    type: 'Workbook',
    objects: { Worksheets: () => worksheets },
    methods: { GetSelectedRanges: () => selectedAreas() },
  }

  const worksheets: HostObject = {
    type: 'WorksheetCollection',
    methods: {
      Add: () => worksheet(workbook.addSheet()),
      GetItem(key: string) {
        const sheet = workbook.sheet(key)
        if (!sheet) throw failure('ItemNotFound', 'The requested resource doesn’t exist.')
        return worksheet(sheet)
      },
      GetItemOrNullObject(key: string) {
        const sheet = workbook.sheet(key)
        return sheet ? worksheet(sheet) : null
      },
    },
  }

  function worksheet(sheet: Sheet): HostObject {
    return {
      type: 'Worksheet',
      identity: { Id: sheet.id },
      properties: { Name: () => sheet.name, Id: () => sheet.id },
      setters: {
        Visibility(visibility: string) {
          sheet.visibility = visibility
        },
      },
      methods: {
        GetRange: (address: string) => range(sheet, parseAddress(address)),
        Delete() {
          if (sheet.visibility === 'VeryHidden') throw failure('InvalidOperation', 'A very hidden sheet stays.')
          workbook.sheets = workbook.sheets.filter((other) => other !== sheet)
        },
      },
    }
  }

  function selectedAreas(): HostObject {
    const sheet = workbook.sheet(workbook.selection.sheet)!
    const areas = workbook.selection.areas.map((address) => range(sheet, parseAddress(address)))
    const collection: HostObject = { type: 'RangeCollection', methods: { GetItemAt: (index: number) => areas[index]! } }
    return { type: 'RangeAreas', objects: { Areas: () => collection } }
  }

  function range(sheet: Sheet, block: Block): HostObject {
    const address = `${sheet.name}!${addressOf(block)}`
    const each = (read: (cell: string) => Content) =>
      grid(block, (row, column) => read(addressOf({ top: row, left: column, bottom: row, right: column })))
    const object: HostObject = {
      type: 'Range',
      identity: { _ReferenceId: address },
      properties: {
        Address: () => address,
        RowCount: () => block.bottom - block.top + 1,
        ColumnCount: () => block.right - block.left + 1,
        Formulas: () => each((cell) => workbook.content(sheet, cell)),
        Values: () => each((cell) => workbook.value(sheet, cell)),
      },
      setters: {
        Formulas(rows: Content[][]) {
          const { top, left, bottom, right } = block
          if (rows.length !== bottom - top + 1 || rows.some((row) => row.length !== right - left + 1)) {
            throw failure('InvalidArgument', 'The array does not have the size of the range.')
          }
          rows.forEach((row, i) =>
            row.forEach((content, j) => {
              const at = { top: top + i, left: left + j, bottom: top + i, right: left + j }
              workbook.put(sheet, addressOf(at), content)
            }),
          )
        },
      },
      objects: { Worksheet: () => worksheet(sheet) },
      methods: {
        GetCell(row: number, column: number) {
          const at = { top: block.top + row, left: block.left + column }
          return range(sheet, { ...at, bottom: at.top, right: at.left })
        },
      },
    }
    ranges.set(address, object)
    return object
  }

  return { root, ranges }
}
