import { describe, expect, test } from 'vitest'
import { hostLines } from '../../../core/check/hostLines.ts'
import { checkLines } from '../../../core/check/layout.ts'
import type { Line } from '../../../core/check/line.ts'
import { recalculate } from '../appsScript/entry.ts'
import type { Shown } from '../appsScript/project.ts'
import { openSheetsBook } from '../appsScript/sheets.ts'
import { checked, differences, differing } from '../check/drawn.ts'

/** A Google Sheets in which something goes wrong on the way to a function, or on the way back. */
interface Fault {
  cell?(value: unknown): unknown
  argument?(value: unknown): unknown
  shown?(shown: Shown): Shown
}

async function checkedSheets(lines: readonly Line[], { cell = same, argument = same, shown = same }: Fault = {}) {
  const { book, project } = await openSheetsBook()
  const call = project.customFunction
  const bent = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((row: unknown[]) => row.map(cell)) : cell(value)
  project.customFunction = (name, given = []) =>
    shown(
      call(
        name,
        given.map((one) => bent(argument(one))),
      ),
    )
  return checked(book, lines, async () => recalculate(project.workbook))
}

function same<T>(value: T): T {
  return value
}

const HOUR = 3_600_000
const later = (hours: number) => (value: unknown) =>
  value instanceof Date ? new Date(value.getTime() + hours * HOUR) : value
const cut = (rows: number) => (value: unknown) =>
  Array.isArray(value) && value.length > 100 ? value.slice(0, rows) : value

const faults: Readonly<Record<string, { fault: Fault; found: readonly string[] }>> = {
  'blank cells that arrive as 0': {
    fault: { cell: (value) => (value === '' ? 0 : value) },
    found: ['blank 1', 'blank 2', 'blank 5'],
  },
  'dates of a script five hours behind': { fault: { cell: later(-5) }, found: ['zone 1', 'zone 5'] },
  'dates of a script nine hours ahead': { fault: { cell: later(9) }, found: ['zone 2', 'zone 3', 'zone 4'] },
  'errors that arrive as other texts': {
    fault: { cell: (value) => (String(value).startsWith('#') ? 'Error' : value) },
    found: ['error 1', 'error 2', 'error 6'],
  },
  'an argument left out that arrives as 0': {
    fault: { argument: (value) => (value === '' ? 0 : value) },
    found: ['omitted 2', 'omitted 3'],
  },
  'a whole column that is cut': { fault: { argument: cut(3) }, found: ['column 1', 'column 2'] },
  'a table that is cut': {
    fault: { shown: (one) => ('values' in one ? { ...one, values: one.values.slice(0, 2) } : one) },
    found: ['spill 1'],
  },
  'digits as text that become numbers': {
    fault: { cell: (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value) },
    found: ['text 2'],
  },
  'texts that are cut at 255 characters': {
    fault: { cell: (value) => (typeof value === 'string' ? value.slice(0, 255) : value) },
    found: ['text 4'],
  },
  'numbers as they are shown': {
    fault: { cell: (value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value) },
    found: ['format 2'],
  },
}

describe('the check in a stand-in of Google Sheets', () => {
  test('all lines pass, and the sheet says the same of itself', async () => {
    const all = checkLines('Google Sheets')
    const result = await checkedSheets(all)
    expect(differences(result)).toEqual([])
    expect(result.disputed).toEqual([])
    expect(result.told).toMatchObject({ lines: all.length, passed: all.length, differ: null })
    expect(result.told.summary).toMatch(/^Google Sheets; Cuesheet .*; (\d+) of \1 passed$/)
  }, 60_000)

  test.each(Object.entries(faults))('%s are found', async (_, { fault, found }) => {
    const result = await checkedSheets(hostLines('Google Sheets'), fault)
    expect(differing(result)).toEqual(expect.arrayContaining([...found]))
    expect(result.disputed).toEqual([])
    for (const id of found) expect(String(result.told.summary)).toMatch(new RegExp(`[:,] ${id}(,|$)`))
  })
})
