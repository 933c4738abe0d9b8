import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { hostileTexts } from '../../hostileTexts.ts'
import { openProject, readFiles, type Files, type ProjectOptions } from '../appsScript/project.ts'
import { cellAt, newWorkbook } from '../appsScript/workbook.ts'

const manifest = (timeZone: string) => JSON.stringify({ runtimeVersion: 'V8', timeZone })

/** A project with one file of its own. */
const probe = (code: string, options?: ProjectOptions, timeZone = 'Etc/UTC') =>
  openProject(
    new Map([
      ['Code.js', code],
      ['appsscript.json', manifest(timeZone)],
    ]),
    options,
  )
const only = (value: unknown) => ({ values: [[value]], single: true })

describe('the stand-in of Apps Script', () => {
  test('has nothing of Node or of a browser', () => {
    const absent = [
      'setTimeout setInterval clearTimeout clearInterval setImmediate queueMicrotask ReadableStream WritableStream',
      'TextEncoder TextDecoder fetch FormData File Blob URL URLSearchParams DOMException atob btoa crypto window',
      'document navigator performance process require module exports Buffer global structuredClone self',
    ]
      .join(' ')
      .split(' ')
    const code = `function FOUND() { return ${JSON.stringify(absent)}.filter((name) => name in globalThis).join() }`
    expect(probe(code).customFunction('FOUND')).toEqual(only(''))
  })

  test('hides Node behind the functions of its services too', () => {
    const code = `function LEAK() { return SpreadsheetApp.flush.constructor('return typeof process')() }`
    expect(probe(code).customFunction('LEAK')).toEqual(only('undefined'))
  })

  test('runs every call afresh', () => {
    const { customFunction } = probe('var calls = 0; function CALLS() { return ++calls }')
    expect([customFunction('CALLS'), customFunction('CALLS')]).toEqual([only(1), only(1)])
  })

  test('stops a call that runs too long', () => {
    const { customFunction } = probe('function LOOP() { for (;;) {} }', { timeLimit: 100 })
    expect(customFunction('LOOP')).toEqual({ error: '#ERROR!', message: 'Exceeded maximum execution time' })
  })

  test('knows no function that is assigned, not declared, and none whose name ends in _', () => {
    const { customFunction } = probe('globalThis.A = function () { return 1 }; function B_() { return 1 }')
    expect(customFunction('A')).toMatchObject({ error: '#NAME?' })
    expect(customFunction('B_')).toMatchObject({ error: '#NAME?' })
  })

  test('finds a function in any case', () => {
    expect(probe('function TWO() { return 2 }').customFunction('two')).toEqual(only(2))
  })

  test('fails when a method is used that it does not have', () => {
    const code = 'function CHARTS() { return SpreadsheetApp.getActiveSpreadsheet().getCharts() }'
    expect(probe(code).customFunction('CHARTS')).toMatchObject({
      message: expect.stringMatching(/no Spreadsheet.getCharts/),
    })
  })

  test('throws errors of the script’s own scope', () => {
    const code = `function OURS() {
      try { SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1').getRange('?') } catch (e) { return e instanceof Error }
    }`
    expect(probe(code).customFunction('OURS')).toEqual(only(true))
  })

  test.each([
    ['script', true],
    ['foreign', false],
  ] as const)('passes values of the %s scope', (realm, ours) => {
    const code = `function OURS(date, rows, error) {
      return [[date instanceof Date, rows instanceof Array, error instanceof Error]]
    }`
    const { customFunction } = probe(code, { realm })
    expect(customFunction('OURS', [new Date(), [[1]], new Error('#N/A')])).toMatchObject({
      values: [[ours, ours, ours]],
    })
  })

  test('tells what was left out from what is blank', () => {
    const code = 'function COUNT(a, b) { return arguments.length }'
    expect(probe(code).customFunction('COUNT', [1])).toEqual(only(1))
    expect(probe(code).customFunction('COUNT', [1, ''])).toEqual(only(2))
  })

  test('reads the clock of the script’s zone, not of the spreadsheet’s', () => {
    const workbook = newWorkbook('Asia/Tokyo')
    const { customFunction } = probe('function HOUR_OF(d) { return d.getHours() }', { workbook }, 'America/New_York')
    expect(customFunction('HOUR_OF', [new Date('2026-03-07T18:30:00Z')])).toEqual(only(13))
  })

  test('shows a returned date by the clock of the spreadsheet', () => {
    const { customFunction } = probe('function D() { return new Date(0) }', { workbook: newWorkbook('Asia/Tokyo') })
    expect(customFunction('D')).toEqual(only({ serial: 25569 + 9 / 24 }))
  })

  test('shows an error as people read it', () => {
    expect(probe('function BAD() { throw new TypeError("why") }').customFunction('BAD')).toEqual({
      error: '#ERROR!',
      message: 'TypeError: why',
    })
  })

  test('loses a result of google.script.run that holds a date, and records it', () => {
    const { scriptRun, lost } = probe('function when() { return { days: [1, new Date(0)] } }')
    expect(scriptRun('when', '[]')).toBe('null')
    expect(lost).toEqual(['when.days[1] is [object Date]'])
  })

  test('carries JSON through google.script.run as it does', () => {
    const { scriptRun, lost } = probe('function json() { return [undefined, { a: undefined, b: null, c: "x" }] }')
    expect(scriptRun('json', '[]')).toBe('[null,{"b":null,"c":"x"}]')
    expect(lost).toEqual([])
  })

  test.each([
    ['setValue', 'SpreadsheetApp.getActiveSpreadsheet().getActiveRangeList().getRanges()[0].setValue(1)'],
    ['setFormula', 'SpreadsheetApp.getActiveSpreadsheet().getActiveRangeList().getRanges()[0].setFormula("=1")'],
    ['toast', 'SpreadsheetApp.getActiveSpreadsheet().toast("x")'],
    ['getUi', 'SpreadsheetApp.getUi()'],
  ])('lets no formula call %s', (method, code) => {
    const { customFunction, workbook } = probe(`function F() { ${code} }`)
    expect(customFunction('F')).toMatchObject({ error: '#ERROR!', message: expect.stringContaining(method) })
    expect(workbook.active.cells.size).toBe(0)
  })

  test.each([
    ['most texts that look like something else, in a cell of its own format', 'General', 'keeps'],
    ['texts with an = or an apostrophe, in a cell of plain text that reads', '@', 'reads'],
  ] as const)('takes for something else %s', (_, format, plainText) => {
    const workbook = newWorkbook()
    workbook.plainText = plainText
    const code = `function write(texts) {
      const range = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1').getRange(1, 1, texts.length, 1)
      range.setNumberFormat('${format}').setValues(texts)
    }`
    probe(code, { workbook }).scriptRun('write', JSON.stringify([hostileTexts.map((text) => [text])]))
    const changed = hostileTexts.filter((text, i) => cellAt(workbook.active, i + 1, 1)?.value !== text)
    const always = ["'007", "'=1", '=1+1']
    const unlessPlain = [
      '+1+1',
      '-1+1',
      '@1+1',
      ' =1+1',
      '007',
      '1e5',
      '1/2',
      '2026-03-01',
      '12:30',
      '50%',
      '$5',
      'TRUE',
    ]
    expect(changed).toEqual(
      expect.arrayContaining(format === '@' ? always : [...always, ...unlessPlain, 'May 5', '#N/A']),
    )
    expect(changed).not.toContain('日本語のテキスト')
  })

  test('keeps every text as it is in a cell of plain text that keeps, with an apostrophe that protects it', () => {
    const { scriptRun, workbook } = probe(`function write() {
      const range = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1').getRange('A1:B1')
      range.setNumberFormat('@').setValues([["'007", '=1+1']])
    }`)
    scriptRun('write', '[]')
    expect([...workbook.active.cells.values()]).toEqual([{ value: "'007" }, { value: '=1+1' }])
  })

  test.each([
    ['a block of another size', 'setValues([[1, 2]])', /number of rows in the data does not match/],
    ['a text of more than 50000 letters', 'setValues([["x".repeat(50001)], [1]])', /more than the maximum of 50000/],
  ])('does not take %s', (_, code, message) => {
    const { run } = probe(`function write() {
      SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1').getRange('A1:A2').${code}
    }`)
    expect(() => run('write')).toThrow(message)
  })

  test('lets no script write into protected cells', () => {
    const { run, workbook } = probe(`function write() {
      SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1').getRange('A1:B1').setValues([[1, 2]])
    }`)
    workbook.active.protections.push({ row: 1, column: 2, rows: 9, columns: 1 })
    expect(() => run('write')).toThrow(/protected cell/)
    expect(workbook.active.cells.size).toBe(0)
  })

  test('gives a number in a cell with the format of dates as a date', () => {
    const { scriptRun, workbook, lost } = probe(`function read() {
      return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1').getRange('A1').getValue()
    }`)
    workbook.active.cells.set('A1', { value: 46082 })
    expect(scriptRun('read', '[]')).toBe('46082')
    workbook.active.formats.set('A1', 'yyyy-mm-dd')
    scriptRun('read', '[]')
    expect(lost).toEqual(['read is [object Date]'])
  })

  test.each([
    ['the spreadsheet', 'SpreadsheetApp.getActiveSpreadsheet()'],
    ['a sidebar', 'SpreadsheetApp.getUi().showSidebar({})'],
    ['a lock', 'LockService.getDocumentLock()'],
  ])('gives %s to no trigger of an add-on that is not enabled', (_, code) => {
    expect(() => probe(`function onOpen() { ${code} }`).run('onOpen', 'simple trigger')).toThrow(/permission/)
  })
})

describe('the project', () => {
  let files: Files
  beforeAll(async () => {
    files = await readFiles()
  })

  test('calls no service while it is loaded', () => {
    const { customFunction, world } = openProject(new Map([...files, ['Probe.js', 'function NOTHING() {}']]))
    expect(customFunction('NOTHING')).toEqual(only(''))
    expect(world.calls).toEqual([])
  })

  test.each(['onOpen', 'onInstall'])('%s shows the menu before the add-on is enabled in the file', (trigger) => {
    const { run, world } = openProject(files)
    run(trigger, 'simple trigger')
    expect(world.menu.map(({ title }) => title)).toEqual([
      'Open sidebar',
      'Use functions in this sheet',
      'Check this spreadsheet',
      'Help',
      expect.stringMatching(/^Version \d+\.\d+\.\d+$/),
    ])
  })

  test('every menu item names a function that is there', () => {
    const { run, world, publicFunctions } = openProject(files)
    run('onOpen')
    for (const { functionName } of world.menu) expect(publicFunctions).toContain(functionName)
  })

  test.each(['Help', 'Check'])('the menu item for it opens the sidebar on %s', (opened) => {
    const { run, world } = openProject(files)
    run('onOpen')
    run(world.menu.find(({ title }) => title.startsWith(opened))!.functionName)
    expect(world.sidebar!.page).toBe(files.get('Sidebar.html')!.replace('<body>', `<body data-opened="${opened}">`))
  })

  test('the first menu item opens the sidebar', () => {
    const { run, world } = openProject(files)
    run('onOpen')
    run(world.menu[0]!.functionName)
    expect(world.sidebar).toEqual({ title: 'Cuesheet', page: files.get('Sidebar.html') })
  })

  test('the second one says that the functions are ready, with an example that every locale can read', () => {
    const { run, world } = openProject(files)
    run('onOpen')
    run(world.menu[1]!.functionName)
    expect(world.toasts).toEqual([
      expect.stringMatching(/^The functions are ready in this file\. Type for example =[A-Z_]+\([^,;]*\)$/),
    ])
  })

  test('every method of the stand-in is one of Google’s', async () => {
    const { run, scriptRun, world } = openProject(files)
    run('onOpen')
    run('openCuesheet')
    run('useCuesheet')
    scriptRun('cuesheetBook', JSON.stringify(['{"ask":"selection"}']))
    const insertion = { ask: 'insertFormula', sheet: 'Sheet1', cell: 'A1', formula: '=1', replaces: '' }
    scriptRun('cuesheetBook', JSON.stringify([JSON.stringify(insertion)]))
    const colours = { yes: 'green' }
    const columns = [{ title: 'Id', width: 90, kind: 'text', choices: ['yes'], colours }]
    const creation = { ask: 'createSheets', plans: [{ name: 'Signals', columns, rows: [['a']] }] }
    scriptRun('cuesheetBook', JSON.stringify([JSON.stringify(creation)]))
    const chart = { sheet: 'Sheet1', row: 1, column: 3, kind: 'bar', title: 'Funnel', labels: 'A2:A9', format: '0' }
    const drawing = { ask: 'addChart', plan: { ...chart, series: [{ title: 'count', cells: 'B2:B9' }] } }
    // The second one looks where the first one stands.
    for (let i = 0; i < 2; i++) scriptRun('cuesheetBook', JSON.stringify([JSON.stringify(drawing)]))
    expect([...world.offered.keys()].sort()).toEqual(Object.keys(definitions).sort())
    for (const [name, methods] of world.offered) {
      const known = await methodsOf(name)
      expect(known.size, name).toBeGreaterThan(0)
      expect(
        methods.filter((method) => !known.has(method)),
        name,
      ).toEqual([])
    }
  })
})

/** Where Google’s type definitions describe a service. */
const definitions: Record<string, string> = {
  ChartOptions: 'charts',
  ConditionalFormatRule: 'spreadsheet',
  ConditionalFormatRuleBuilder: 'spreadsheet',
  ContainerInfo: 'spreadsheet',
  DataValidation: 'spreadsheet',
  DataValidationBuilder: 'spreadsheet',
  EmbeddedChart: 'spreadsheet',
  EmbeddedChartBuilder: 'spreadsheet',
  HtmlOutput: 'html',
  HtmlService: 'html',
  Lock: 'lock',
  LockService: 'lock',
  Menu: 'base',
  Range: 'spreadsheet',
  RangeList: 'spreadsheet',
  Sheet: 'spreadsheet',
  Spreadsheet: 'spreadsheet',
  SpreadsheetApp: 'spreadsheet',
  Ui: 'base',
}

async function methodsOf(name: string): Promise<Set<string>> {
  const file = `node_modules/@types/google-apps-script/google-apps-script.${definitions[name]}.d.ts`
  const text = await readFile(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), 'utf8')
  const start = text.indexOf(`        interface ${name} {`)
  const body = text.slice(start, text.indexOf('\n        }', start))
  return new Set([...body.matchAll(/^ {12}(\w+)[(<]/gm)].map(([, method]) => method!))
}
