import vm from 'node:vm'
import { builders, type Members } from './builders.ts'
import { lookMembers, setTrait } from './cellLooks.ts'
import { enter, recalculate } from './entry.ts'
import { into, type Realm } from './realm.ts'
import {
  address,
  blockAddress,
  cellAt,
  isWithin,
  lastUsed,
  moveCells,
  newSheet,
  overlap,
  parseAddress,
  parseBlock,
  sheetNamed,
  type Block,
  type StoredSheet,
  type Value,
  type Workbook,
} from './workbook.ts'
import { instantOf } from './zone.ts'

/** Who calls: a formula, a trigger of an add-on that is not enabled yet (AuthMode.NONE), or a menu or the sidebar. */
export type Caller = 'formula' | 'simple trigger' | 'menu'

/** What services do to the world outside the script, and what they were asked. */
export interface Surroundings {
  workbook: Workbook
  files: ReadonlyMap<string, string>
  menu: { title: string; functionName: string }[]
  toasts: string[]
  sidebar: { title: string; page: string } | undefined
  /** Whether someone else holds the document lock. */
  lockedByOther: boolean
  /** Every service method called: “Range.getValue”. */
  calls: string[]
  /**
   * How often blocks of cells were read and written. Values and formulas of one block count as one read, and so do blocks
   * that are read in a row, each of another sheet.
   */
  traffic: { reads: number; writes: number }
  /** A call that Google fails, once or several times, after this many calls of it that went well. */
  fault: { call: string; message: string; after?: number; times?: number } | undefined
  /** The methods of each stand-in, to be compared with Google’s own type definitions. */
  offered: Map<string, string[]>
}

/** Where nothing has been shown, asked for or failed yet. */
export function newSurroundings(workbook: Workbook, files: ReadonlyMap<string, string>): Surroundings {
  return {
    workbook,
    files,
    menu: [],
    toasts: [],
    sidebar: undefined,
    lockedByOther: false,
    calls: [],
    traffic: { reads: 0, writes: 0 },
    fault: undefined,
    offered: new Map(),
  }
}

/** As wide and high as columns and rows are by themselves, in pixels. */
export const COLUMN_WIDTH = 100
export const ROW_HEIGHT = 21

/** What a cell shows. A formula takes over the per cent of a cell that it names, where nobody has chosen a format. */
export function displayOf(sheet: StoredSheet, cell: string): string {
  const { formula = '', value = '' } = sheet.cells.get(cell) ?? {}
  const named = [...formula.matchAll(/[A-Z]+\d+/g)].map(([name]) => sheet.formats.get(name))
  const own = sheet.formats.get(cell)
  const isPercent = own === undefined ? named.includes('0%') : own === '0%'
  if (typeof value === 'object') return 'error' in value ? value.error : String(value.serial)
  return isPercent && typeof value === 'number' ? `${100 * value}%` : String(value)
}

/** Defines the services as globals of a script's scope. */
export function defineServices(context: vm.Context, realm: Realm, caller: Caller, world: Surroundings): void {
  const { workbook } = world
  const inRealm = vm.runInContext('(work) => function () { return work.apply(undefined, arguments) }', context)
  const scriptError = vm.runInContext(
    '(message) => { const error = new Error(message); error.name = "Exception"; return error }',
    context,
  )

  /** A service object whose functions and errors are of the script's scope. Asking for what is not here fails. */
  function service(name: string, members: Members): object {
    world.offered.set(name, Object.keys(members))
    const functions = new Map(
      Object.entries(members).map(([member, work]) => [
        member,
        inRealm((...given: never[]) => {
          world.calls.push(`${name}.${member}`)
          try {
            failIfDue(`${name}.${member}`)
            return work(...given)
          } catch (error) {
            throw scriptError((error as Error).message)
          }
        }),
      ]),
    )
    return new Proxy(Object.create(null), {
      get(_, member) {
        if (typeof member === 'symbol') return undefined
        if (functions.has(member)) return functions.get(member)
        throw scriptError(`the stand-in has no ${name}.${member}`)
      },
      set(_, member) {
        throw scriptError(`${name}.${String(member)} cannot be set`)
      },
    })
  }

  function failIfDue(call: string): void {
    const { fault } = world
    if (fault?.call !== call) return
    if (fault.after) {
      fault.after--
      return
    }
    fault.times = (fault.times ?? 1) - 1
    if (fault.times === 0) world.fault = undefined
    throw new Error(fault.message)
  }

  const deny = (what: string): never => {
    throw new Error(`You do not have permission to call ${what}`)
  }
  const beforeEnabled = (what: string) => caller === 'simple trigger' && deny(what)
  const write = (what: string) => caller === 'formula' && deny(what)

  /** The block that was read last, which of its two halves, and the sheets that were read in a row. */
  let lastRead = { block: '', halves: new Set<string>(), sheets: new Set<StoredSheet>() }
  function countRead(sheet: StoredSheet, block: Block, half: 'values' | 'formulas'): void {
    const name = `${sheet.name}!${JSON.stringify(block)}`
    const { halves, sheets } = lastRead
    if (lastRead.block === name && !halves.has(half)) {
      halves.add(half)
      return
    }
    const isAnother = sheets.size > 0 && !sheets.has(sheet)
    if (!isAnother) world.traffic.reads++
    lastRead = { block: name, halves: new Set([half]), sheets: new Set([...(isAnother ? sheets : []), sheet]) }
  }
  function countWrite(): void {
    lastRead = { block: '', halves: new Set(), sheets: new Set() }
    world.traffic.writes++
  }

  /** In a cell with the format of dates, a number is a date. */
  function passed(value: Value | undefined, format = ''): unknown {
    if (value === undefined) return ''
    const date = (serial: number) => realm.date(instantOf(serial, workbook.timeZone))
    if (typeof value === 'number' && /[yd]/.test(format)) return date(value)
    if (typeof value !== 'object') return value
    return 'error' in value ? value.error : date(value.serial)
  }

  function mayEdit(sheet: StoredSheet, block: Block): boolean {
    return !sheet.protections.some((protection) => overlap(protection, block))
  }

  function changing(what: string, sheet: StoredSheet, block: Block): void {
    write(what)
    if (mayEdit(sheet, block)) return
    throw new Error(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    )
  }

  function setFormat(sheet: StoredSheet, { row, column, rows, columns }: Block, format: string): void {
    for (let i = row; i < row + rows; i++) {
      for (let j = column; j < column + columns; j++) {
        if (format === 'General') sheet.formats.delete(address(i, j))
        else sheet.formats.set(address(i, j), format)
      }
    }
  }

  /** What the script's objects stand for, for when it hands them back. */
  const places = new WeakMap<object, { sheet: StoredSheet; block: Block }>()
  const sheets = new WeakMap<object, StoredSheet>()
  const built = builders(service, (range) => places.get(range)!)

  function range(sheet: StoredSheet, block: Block): object {
    const { row, column, rows, columns } = block
    if (row < 1 || column < 1 || rows < 1 || columns < 1) {
      throw new Error('The coordinates or dimensions of the range are invalid.')
    }
    if (row + rows - 1 > sheet.rows || column + columns - 1 > sheet.columns) {
      throw new Error('Those rows are out of bounds.')
    }
    const each = (work: (row: number, column: number) => void) => {
      for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) work(row + i, column + j)
    }
    const lines = (read: (row: number, column: number) => unknown) =>
      into(
        realm,
        Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => read(row + i, column + j))),
      )
    const formatAt = (i: number, j: number) => sheet.formats.get(address(i, j))
    const valueAt = (i: number, j: number) => passed(cellAt(sheet, i, j)?.value, formatAt(i, j))
    const formulaAt = (i: number, j: number) => cellAt(sheet, i, j)?.formula ?? ''
    const self: object = service('Range', {
      getSheet: () => sheetObject(sheet),
      getA1Notation: () => blockAddress(sheet, block),
      getRow: () => row,
      getColumn: () => column,
      getNumRows: () => rows,
      getNumColumns: () => columns,
      getCell: (i: number, j: number) => {
        if (i < 1 || i > rows || j < 1 || j > columns) throw new Error('Cell reference out of range')
        return range(sheet, { row: row + i - 1, column: column + j - 1, rows: 1, columns: 1 })
      },
      canEdit: () => mayEdit(sheet, block),
      getFormula: () => {
        countRead(sheet, block, 'formulas')
        return formulaAt(row, column)
      },
      getFormulas: () => {
        countRead(sheet, block, 'formulas')
        return lines(formulaAt)
      },
      getValue: () => {
        countRead(sheet, block, 'values')
        return valueAt(row, column)
      },
      getValues: () => {
        countRead(sheet, block, 'values')
        return lines(valueAt)
      },
      getDisplayValue: () => displayOf(sheet, address(row, column)),
      getNote: () => sheet.notes.get(address(row, column)) ?? '',
      getNotes: () => lines((i, j) => sheet.notes.get(address(i, j)) ?? ''),
      setNote: (note: string) => {
        changing('setNote', sheet, block)
        each((i, j) => {
          if (note === '') sheet.notes.delete(address(i, j))
          else sheet.notes.set(address(i, j), note)
        })
        return self
      },
      getNumberFormat: () => formatAt(row, column) ?? 'General',
      getNumberFormats: () => lines((i, j) => formatAt(i, j) ?? 'General'),
      setNumberFormat: (format: string) => {
        changing('setNumberFormat', sheet, block)
        setFormat(sheet, block, format)
        return self
      },
      setNumberFormats: (formats: string[][]) => {
        changing('setNumberFormats', sheet, block)
        each((i, j) => setFormat(sheet, { row: i, column: j, rows: 1, columns: 1 }, formats[i - row]![j - column]!))
        return self
      },
      activate: () => {
        workbook.active = sheet
        workbook.selection = [block]
        return self
      },
      setFormula: (formula: string) => {
        changing('setFormula', sheet, block)
        countWrite()
        each((i, j) => enter(workbook, sheet, i, j, `=${formula.replace(/^=/, '')}`))
        return self
      },
      setValue: (value: string | number) => {
        changing('setValue', sheet, block)
        countWrite()
        each((i, j) => enter(workbook, sheet, i, j, value))
        return self
      },
      setValues: (values: unknown[][]) => {
        changing('setValues', sheet, block)
        mustFit('rows', values.length, rows)
        for (const line of values) mustFit('columns', line.length, columns)
        countWrite()
        const isFormula = (i: number, j: number) => String(values[i - row]![j - column]).startsWith('=')
        const put = (i: number, j: number) => enter(workbook, sheet, i, j, values[i - row]![j - column])
        // Formulas are worked out when all is written: blank cells of the block are free for tables.
        each((i, j) => void (isFormula(i, j) || put(i, j)))
        each((i, j) => void (isFormula(i, j) && put(i, j)))
        return self
      },
      setNotes: (notes: (string | null)[][]) => {
        changing('setNotes', sheet, block)
        mustFit('rows', notes.length, rows)
        for (const line of notes) mustFit('columns', line.length, columns)
        each((i, j) => {
          const note = notes[i - row]![j - column]
          if (note) sheet.notes.set(address(i, j), note)
          else sheet.notes.delete(address(i, j))
        })
        return self
      },
      setDataValidation: (rule: object) => {
        changing('setDataValidation', sheet, block)
        sheet.dropDowns.push({ block, ...built.dropDowns.get(rule)! })
        return self
      },
      clearDataValidations: () => {
        changing('clearDataValidations', sheet, block)
        sheet.dropDowns = sheet.dropDowns.filter((one) => !isWithin(one.block, block))
        if (sheet.dropDowns.some((one) => overlap(one.block, block))) {
          throw new Error('the stand-in takes no part of a drop-down away')
        }
        return self
      },
      // Nothing here merges cells.
      breakApart: () => {
        changing('breakApart', sheet, block)
        return self
      },
      ...lookMembers(
        sheet,
        block,
        (what) => changing(what, sheet, block),
        mustFit,
        () => self,
      ),
    })
    places.set(self, { sheet, block })
    return self
  }

  function mustFit(what: 'rows' | 'columns', given: number, wanted: number): void {
    if (given === wanted) return
    throw new Error(
      `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${given} but the range has ${wanted}.`,
    )
  }

  function sheetObject(sheet: StoredSheet): object {
    const whole = (): Block => ({ row: 1, column: 1, rows: sheet.rows, columns: sheet.columns })
    const row = (position: number): Block => ({ row: position, column: 1, rows: 1, columns: sheet.columns })
    const self = service('Sheet', {
      getName: () => sheet.name,
      getRange: (first: string | number, column = 1, rows = 1, columns = 1) =>
        range(sheet, typeof first === 'string' ? parseBlock(sheet, first) : { row: first, column, rows, columns }),
      getRangeList: (addresses: string[]) => {
        const list: object = service('RangeList', {
          getRanges: () =>
            into(
              realm,
              Array.from(addresses, (name) => range(sheet, parseBlock(sheet, name))),
            ),
          setNumberFormat: (format: string) => {
            const named = Array.from(addresses, (name) => parseBlock(sheet, name))
            for (const block of named) changing('setNumberFormat', sheet, block)
            for (const block of named) setFormat(sheet, block, format)
            return list
          },
          setWrap: (wraps: boolean) => {
            const named = Array.from(addresses, (name) => parseBlock(sheet, name))
            for (const block of named) changing('setWrap', sheet, block)
            for (const { row, column, rows, columns } of named) {
              for (let i = 0; i < rows; i++) {
                for (let j = 0; j < columns; j++) setTrait(sheet, row + i, column + j, 'wraps', wraps)
              }
            }
            return list
          },
        })
        return list
      },
      // A sheet without content has the range A1.
      getDataRange: () => {
        const { row, column } = lastUsed(sheet)
        return range(sheet, { row: 1, column: 1, rows: Math.max(row, 1), columns: Math.max(column, 1) })
      },
      getLastRow: () => lastUsed(sheet).row,
      getMaxRows: () => sheet.rows,
      getMaxColumns: () => sheet.columns,
      getFrozenRows: () => sheet.frozenRows,
      setFrozenRows: (rows: number) => {
        write('setFrozenRows')
        sheet.frozenRows = rows
      },
      setFrozenColumns: (columns: number) => {
        write('setFrozenColumns')
        sheet.frozenColumns = columns
      },
      isSheetHidden: () => sheet.hidden,
      showSheet: () => {
        write('showSheet')
        sheet.hidden = false
        return self
      },
      setColumnWidth: (column: number, width: number) => {
        write('setColumnWidth')
        sheet.widths.set(column, width)
        return self
      },
      setColumnWidths: (start: number, columns: number, width: number) => {
        write('setColumnWidths')
        if (start + columns - 1 > sheet.columns) throw new Error('Those columns are out of bounds.')
        for (let j = start; j < start + columns; j++) sheet.widths.set(j, width)
        return self
      },
      autoResizeColumn: (column: number) => {
        write('autoResizeColumn')
        const texts = [...sheet.cells.keys()].filter((cell) => parseAddress(cell).column === column)
        sheet.widths.set(column, Math.max(...texts.map((cell) => 7 * displayOf(sheet, cell).length + 6)))
        return self
      },
      activate: () => {
        workbook.active = sheet
        workbook.selection = [parseAddress('A1')]
        return self
      },
      // Contents and formats, not notes, drop-downs, charts and widths. What becomes of colour rules is not said clearly.
      clear: () => {
        changing('clear', sheet, whole())
        countWrite()
        for (const cells of [sheet.cells, sheet.formats, sheet.looks]) cells.clear()
        return self
      },
      clearNotes: () => {
        changing('clearNotes', sheet, whole())
        sheet.notes.clear()
        return self
      },
      clearConditionalFormatRules: () => {
        write('clearConditionalFormatRules')
        sheet.rules = []
        sheet.scales = []
      },
      removeChart: (chart: object) => {
        write('removeChart')
        const stored = built.charts.get(chart)
        if (!stored || !sheet.charts.includes(stored)) throw new Error('The chart is not on this sheet.')
        sheet.charts = sheet.charts.filter((each) => each !== stored)
      },
      getColumnWidth: (column: number) => sheet.widths.get(column) ?? COLUMN_WIDTH,
      getRowHeight: () => ROW_HEIGHT,
      newChart: () => built.chartBuilder(),
      insertChart: (chart: object) => {
        write('insertChart')
        sheet.charts.push(built.charts.get(chart)!)
      },
      getCharts: () => into(realm, sheet.charts.map(built.embeddedChart)),
      insertRowsAfter: (position: number, rows: number) => {
        write('insertRowsAfter')
        if (position > sheet.rows || rows < 1) throw new Error('Those rows are out of bounds.')
        moveCells(sheet, (i, j) => [i > position ? i + rows : i, j])
        sheet.rows += rows
        return self
      },
      insertColumnsAfter: (position: number, columns: number) => {
        write('insertColumnsAfter')
        if (position > sheet.columns || columns < 1) throw new Error('Those columns are out of bounds.')
        moveCells(sheet, (i, j) => [i, j > position ? j + columns : j])
        // New columns look like the one before them.
        for (const [cell, format] of [...sheet.formats]) {
          const { row, column } = parseAddress(cell)
          if (column === position)
            for (let j = 1; j <= columns; j++) sheet.formats.set(address(row, position + j), format)
        }
        for (const [cell, look] of [...sheet.looks]) {
          const { row, column } = parseAddress(cell)
          if (column !== position) continue
          for (let j = 1; j <= columns; j++) sheet.looks.set(address(row, position + j), look)
        }
        sheet.columns += columns
        return self
      },
      deleteColumn: (position: number) => {
        changing('deleteColumn', sheet, { row: 1, column: position, rows: sheet.rows, columns: 1 })
        if (position > sheet.columns) throw new Error('Those columns are out of bounds.')
        countWrite()
        moveCells(sheet, (i, j) => (j === position ? null : [i, j > position ? j - 1 : j]))
        sheet.columns--
        return self
      },
      deleteRow: (position: number) => {
        changing('deleteRow', sheet, row(position))
        if (position > sheet.rows) throw new Error('Those rows are out of bounds.')
        if (sheet.rows - 1 <= sheet.frozenRows) throw new Error('You can’t delete all the rows that are not frozen.')
        countWrite()
        moveCells(sheet, (i, j) => (i === position ? null : [i > position ? i - 1 : i, j]))
        sheet.rows--
        return self
      },
      setConditionalFormatRules: (rules: object[]) => {
        write('setConditionalFormatRules')
        const all = Array.from(rules)
        sheet.rules = all.flatMap((rule) => built.rules.get(rule) ?? [])
        sheet.scales = all.flatMap((rule) => built.scales.get(rule) ?? [])
      },
      getConditionalFormatRules: () => {
        const told = (kind: WeakMap<object, unknown>, one: object) => {
          const rule = service('ConditionalFormatRule', {})
          kind.set(rule, one)
          return rule
        }
        const texts = sheet.rules.map((one) => told(built.rules, one))
        return into(realm, [...texts, ...sheet.scales.map((one) => told(built.scales, one))])
      },
    })
    sheets.set(self, sheet)
    return self
  }

  function spreadsheet(): object {
    beforeEnabled('SpreadsheetApp.getActiveSpreadsheet')
    return service('Spreadsheet', {
      getSpreadsheetTimeZone: () => workbook.timeZone,
      getSpreadsheetLocale: () => 'en_US',
      getSheetByName: (name: string) =>
        workbook.sheets.some((sheet) => sheet.name === name) ? sheetObject(sheetNamed(workbook, name)) : null,
      getSheets: () => into(realm, workbook.sheets.map(sheetObject)),
      getActiveRangeList: () =>
        workbook.selection.length === 0
          ? null
          : service('RangeList', {
              getRanges: () =>
                into(
                  realm,
                  workbook.selection.map((block) => range(workbook.active, block)),
                ),
            }),
      getNumSheets: () => workbook.sheets.length,
      // A new sheet becomes the active one. Without a place it stands beside the one that was.
      insertSheet: (name: string, place = workbook.sheets.indexOf(workbook.active) + 1) => {
        write('insertSheet')
        if (workbook.sheets.some((sheet) => sheet.name === name)) {
          throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`)
        }
        const sheet = newSheet(name)
        workbook.sheets.splice(place, 0, sheet)
        workbook.active = sheet
        workbook.selection = [parseAddress('A1')]
        return sheetObject(sheet)
      },
      deleteSheet: (sheet: object) => {
        write('deleteSheet')
        if (workbook.sheets.length === 1) throw new Error('You can’t remove all the sheets in a document.')
        workbook.sheets = workbook.sheets.filter((each) => each !== sheets.get(sheet))
        if (!workbook.sheets.includes(workbook.active)) workbook.active = workbook.sheets[0]!
      },
      toast: (message: string) => {
        write('toast')
        world.toasts.push(message)
      },
    })
  }

  function menu(): object {
    const items: { title: string; functionName: string }[] = []
    const self = service('Menu', {
      addItem: (title: string, functionName: string) => {
        items.push({ title, functionName })
        return self
      },
      addToUi: () => {
        world.menu = items
      },
    })
    return self
  }

  function ui(): object {
    if (caller === 'formula') throw new Error('Cannot call SpreadsheetApp.getUi() from this context.')
    return service('Ui', {
      createAddonMenu: menu,
      showSidebar: (html: { getTitle(): string; getContent(): string }) => {
        beforeEnabled('Ui.showSidebar')
        world.sidebar = { title: html.getTitle(), page: html.getContent() }
      },
    })
  }

  function htmlOutput(page: string): object {
    let title = ''
    const self = service('HtmlOutput', {
      setTitle: (text: string) => {
        title = text
        return self
      },
      getTitle: () => title,
      getContent: () => page,
    })
    return self
  }

  function lock(): object {
    beforeEnabled('LockService.getDocumentLock')
    return service('Lock', {
      tryLock: () => !world.lockedByOther,
      releaseLock: () => undefined,
    })
  }

  Object.assign(vm.runInContext('globalThis', context), {
    SpreadsheetApp: service('SpreadsheetApp', {
      getActiveSpreadsheet: spreadsheet,
      getUi: ui,
      flush: () => {
        write('flush')
        recalculate(workbook)
      },
      newDataValidation: built.dataValidation,
      newConditionalFormatRule: built.conditionalFormatRule,
    }),
    Charts: {
      ChartType: { LINE: 'LINE', COLUMN: 'COLUMN', BAR: 'BAR', COMBO: 'COMBO' },
      ChartMergeStrategy: { MERGE_ROWS: 'MERGE_ROWS', MERGE_COLUMNS: 'MERGE_COLUMNS' },
    },
    HtmlService: service('HtmlService', {
      createHtmlOutputFromFile: (name: string) => {
        const page = world.files.get(`${name}.html`)
        if (page === undefined) throw new Error(`No HTML file named ${name} was found.`)
        return htmlOutput(page)
      },
      createHtmlOutput: (page: string) => htmlOutput(page),
    }),
    LockService: service('LockService', { getDocumentLock: lock }),
  })
}
