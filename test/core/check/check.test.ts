import { describe, expect, test } from 'vitest'
import { CHECK_DATA, dataSheet } from '../../../core/check/data.ts'
import { hostLines } from '../../../core/check/hostLines.ts'
import { judge } from '../../../core/check/judging.ts'
import { checkLines, checkSheet, placed, type PlacedLine } from '../../../core/check/layout.ts'
import type { Line } from '../../../core/check/line.ts'
import { summary } from '../../../core/check/summary.ts'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import type { CellValue, HostName } from '../../../core/sheet/book.ts'
import { drawnSize } from '../../../core/sheet/drawing.ts'

const hosts: readonly HostName[] = ['Google Sheets', 'Excel', 'workbench']

/** A sheet that shows of each line what it is to show, but for some cells, by their places from 0. */
function shown(lines: readonly PlacedLine[], others: Readonly<Record<string, CellValue>> = {}) {
  const values: CellValue[][] = []
  const put = (row: number, column: number, value: CellValue) => {
    values[row] ??= []
    values[row][column] = value === '' ? null : value
  }
  for (const { block, row, column } of lines)
    block.forEach((line, i) => line.forEach((value, j) => put(row + i, column + j, value)))
  for (const [place, value] of Object.entries(others)) {
    const [row, column] = place.split(',').map(Number)
    put(row!, column!, value)
  }
  return { values: Array.from(values, (line) => line ?? []), formulas: [] }
}

const line = (gives: Line['gives'], id = 'line 1'): Line => ({ id, tries: 'something', formula: '=X()', gives })
const table = line([
  ['day', 'share'],
  ['Mon', 0.5],
  ['Tue', ''],
])

/** What is said of a single line whose cells show something else, by their places within it. */
function verdictOf(host: HostName, one: Line, others: Readonly<Record<string, CellValue>>) {
  const lines = placed([one])
  const { row, column } = lines[0]!
  const moved = Object.entries(others).map(([place, value]) => {
    const [i, j] = place.split(',').map(Number)
    return [`${row + i!},${column + j!}`, value] as const
  })
  const { outcome, expected, actual } = judge(host, lines, shown(lines, Object.fromEntries(moved)))[0]!
  return { outcome, expected, actual }
}

describe('the lines of the check', () => {
  test.each(hosts)('have names of their own in %s', (host) => {
    const ids = checkLines(host).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('have every example of every function', () => {
    const ids = new Set(checkLines('Excel').map(({ id }) => id))
    for (const { spec } of catalogue())
      spec.examples.forEach((_, i) => expect(ids, spec.name).toContain(`${spec.name} ${i + 1}`))
  })

  test('have the same number in every spreadsheet, where some are not tried', () => {
    const named = (host: HostName, id: string) => hostLines(host).find((one) => one.id === id)?.tries
    expect(named('Excel', 'clock 2')).toBe(named('Google Sheets', 'clock 2'))
    expect(named('Excel', 'clock 1')).toBeUndefined()
    expect(named('workbench', 'nested 4')).toBeUndefined()
  })

  test('about the spreadsheet read the cells of the data sheet alone', () => {
    for (const { formula } of hostLines('Google Sheets'))
      for (const [, sheet] of formula.matchAll(/'([^']+)'!/g)) expect(sheet).toBe(CHECK_DATA)
  })
})

describe('the sheets of the check', () => {
  test.each(hosts)('leave each formula the cells that it fills in %s', (host) => {
    const lines = placed(checkLines(host))
    const plan = checkSheet(host, lines, null)
    const taken = new Map(plan.cells.map(({ row, column }) => [`${row},${column}`, true]))
    expect(taken.size).toBe(plan.cells.length)
    const size = drawnSize(plan)
    for (const { id, block, row, column } of lines) {
      block.forEach((values, i) =>
        values.forEach((_, j) => expect(taken.has(`${row + i},${column + j}`), id).toBe(i === 0 && j === 0)),
      )
      expect(row + block.length, id).toBeLessThanOrEqual(size.rows)
      expect(column + block[0]!.length, id).toBeLessThanOrEqual(size.columns)
    }
  })

  test('have formulas that Excel takes: 8,192 characters at most', () => {
    for (const { cell } of checkSheet('Excel', placed(checkLines('Excel')), null).cells)
      if (typeof cell === 'object') expect(cell!.formula.length).toBeLessThanOrEqual(8192)
  })

  test('keep a blank cell really blank', () => {
    expect(dataSheet(null).cells.every(({ cell }) => cell !== null && cell !== '')).toBe(true)
  })
})

describe('what is said of a line', () => {
  test.each<[what: string, HostName, Line, Record<string, CellValue>, expected: string, actual: string]>([
    ['another number', 'Excel', line(5), { '0,0': 5.00001 }, '5', '5.00001'],
    ['a text in place of a number', 'Excel', line(5), { '0,0': '5' }, '5', '5'],
    ['a number in place of a text', 'Excel', line('7'), { '0,0': 7 }, '7', '7'],
    ['other capitals', 'Excel', line('green'), { '0,0': 'Green' }, 'green', 'Green'],
    ['another truth', 'Excel', line(true), { '0,0': false }, 'true', 'false'],
    ['a blank cell', 'Excel', line(0), { '0,0': null }, '0', 'a blank cell'],
    ['another error', 'Excel', line('#N/A'), { '0,0': '#VALUE!' }, '#N/A', '#VALUE!'],
    ['no error', 'Google Sheets', line('#N/A'), { '0,0': 5 }, 'an error', '5'],
    ['a cell of a table', 'Excel', table, { '1,1': 0.6 }, '0.5 in row 2, column 2', '0.6'],
    ['a 0 for a blank cell of a table', 'Excel', table, { '2,1': 0 }, 'a blank cell in row 3, column 2', '0'],
    ['a table that is cut', 'Excel', table, { '2,0': null }, 'Tue in row 3, column 1', 'a blank cell'],
    ['a table with a row more', 'Excel', table, { '3,0': 'Wed' }, 'no more cells', 'Wed'],
    ['a table with a column more', 'Excel', table, { '0,2': 'count' }, 'no more cells', 'count'],
  ])('%s is a difference', (_, host, one, others, expected, actual) => {
    expect(verdictOf(host, one, others)).toEqual({ outcome: 'differs', expected, actual })
  })

  test.each<[what: string, HostName, Line, Record<string, CellValue>]>([
    ['the last digits of a number', 'Excel', line(5), { '0,0': 5 + 1e-10 }],
    ['the seventh digit of a fitted model', 'Excel', { ...line(5), tolerance: 1e-6 }, { '0,0': 5.000001 }],
    ['which error it is', 'Google Sheets', line('#N/A'), { '0,0': '#ERROR!' }],
  ])('%s is none', (_, host, one, others) => {
    expect(verdictOf(host, one, others).outcome).toBe('ok')
  })

  test.each(['#BUSY!', '#GETTING_DATA', 'Loading...'])('%s is waited for', (value) => {
    expect(verdictOf('Excel', table, { '0,0': value }).outcome).toBe('waiting')
  })
})

test('the summary says where, which build, how many and which lines, and nothing that a cell holds', () => {
  const lines = placed([line(5, 'a 1'), line(6, 'a 2'), line(7, 'b 1')])
  const [, second, third] = lines
  const content = shown(lines, {
    [`${second!.row},${second!.column}`]: 'secret',
    [`${third!.row},${third!.column}`]: '#BUSY!',
  })
  const release = { version: '1.2.3', date: '2026-11-30', site: '', publisher: '', contact: '' }
  const told = (computes?: string) =>
    summary(
      'Excel',
      { facts: ['Platform: PC'], ...(computes !== undefined && { computes }) },
      release,
      judge('Excel', lines, content),
    )
  expect(told()).toBe('Excel, Platform: PC; Cuesheet 1.2.3 2026-11-30; 1 of 3 passed; differ: a 2; not finished: b 1')
  expect(told('1.2.3 2026-11-30')).toBe(told())
  expect(told('1.2.2 2026-10-01')).toContain('; Cuesheet 1.2.3 2026-11-30; functions 1.2.2 2026-10-01; 1 of 3')
  expect(told('')).toContain('; functions older; ')
})
