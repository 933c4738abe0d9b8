import vm from 'node:vm'
import { into, type Realm } from './realm.ts'
import {
  blockAddress,
  cellAt,
  parseAddress,
  sheetNamed,
  store,
  typed,
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
  /** The methods of each stand-in, to be compared with Google’s own type definitions. */
  offered: Map<string, string[]>
}

type Members = Record<string, (...given: never[]) => unknown>

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

  const deny = (what: string): never => {
    throw new Error(`You do not have permission to call ${what}`)
  }
  const beforeEnabled = (what: string) => caller === 'simple trigger' && deny(what)
  const write = (what: string) => caller === 'formula' && deny(what)

  function passed(value: Value | undefined): unknown {
    if (value === undefined) return ''
    if (typeof value !== 'object') return value
    return 'error' in value ? value.error : realm.date(instantOf(value.serial, workbook.timeZone))
  }

  function range(sheet: StoredSheet, block: Block): object {
    const { row, column, rows, columns } = block
    if (row + rows - 1 > sheet.rows || column + columns - 1 > sheet.columns) {
      throw new Error('Those rows are out of bounds.')
    }
    const each = (work: (row: number, column: number) => void) => {
      for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) work(row + i, column + j)
    }
    const self = service('Range', {
      getSheet: () => sheetObject(sheet),
      getA1Notation: () => blockAddress(sheet, block),
      getNumRows: () => rows,
      getNumColumns: () => columns,
      getCell: (i: number, j: number) => {
        if (i < 1 || i > rows || j < 1 || j > columns) throw new Error('Cell reference out of range')
        return range(sheet, { row: row + i - 1, column: column + j - 1, rows: 1, columns: 1 })
      },
      getFormula: () => cellAt(sheet, row, column)?.formula ?? '',
      getValue: () => passed(cellAt(sheet, row, column)?.value),
      setFormula: (formula: string) => {
        write('setFormula')
        each((i, j) => store(sheet, i, j, typed(`=${formula.replace(/^=/, '')}`)))
        return self
      },
      setValue: (value: string | number) => {
        write('setValue')
        each((i, j) => store(sheet, i, j, typed(value)))
        return self
      },
    })
    return self
  }

  function sheetObject(sheet: StoredSheet): object {
    return service('Sheet', {
      getName: () => sheet.name,
      getRange: (address: string) => range(sheet, parseAddress(address)),
    })
  }

  function spreadsheet(): object {
    beforeEnabled('SpreadsheetApp.getActiveSpreadsheet')
    return service('Spreadsheet', {
      getSpreadsheetTimeZone: () => workbook.timeZone,
      getSheetByName: (name: string) =>
        workbook.sheets.some((sheet) => sheet.name === name) ? sheetObject(sheetNamed(workbook, name)) : null,
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
      flush: () => write('flush'),
    }),
    HtmlService: service('HtmlService', {
      createHtmlOutputFromFile: (name: string) => {
        const page = world.files.get(`${name}.html`)
        if (page === undefined) throw new Error(`No HTML file named ${name} was found.`)
        return htmlOutput(page)
      },
    }),
    LockService: service('LockService', { getDocumentLock: lock }),
  })
}
