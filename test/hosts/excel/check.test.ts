import { afterEach, describe, expect, test } from 'vitest'
import { hostLines } from '../../../core/check/hostLines.ts'
import { checkLines } from '../../../core/check/layout.ts'
import type { Line } from '../../../core/check/line.ts'
import { checked, differences, differing } from '../check/drawn.ts'
import { loadBook, openOffice, type Office } from '../excelHost/office.ts'
import { workOut, type WorkingOut } from '../excelHost/workOut.ts'

const opened: Office[] = []

afterEach(() => {
  expect(opened.flatMap(({ missing }) => missing)).toEqual([])
  opened.length = 0
})

async function checkedExcel(lines: readonly Line[], excel: WorkingOut = {}) {
  const { namespace = '' } = excel
  const office = await openOffice({ namespace })
  opened.push(office)
  return checked(await loadBook(office, namespace), lines, () => workOut(office, excel))
}

const eachCell = (bend: (value: unknown) => unknown) => (args: unknown[]) =>
  args.map((one) => (Array.isArray(one) ? one.map((row: unknown[]) => row.map(bend)) : bend(one)))
const isError = (value: unknown): value is { name: string } => value instanceof Error

const faults: Readonly<Record<string, { excel: WorkingOut; found: readonly string[] }>> = {
  'blank cells that arrive as 0': { excel: { blank: 0 }, found: ['blank 1'] },
  'single blank cells that arrive as 0': {
    excel: { given: (args) => args.map((one) => one ?? (one === null ? 0 : one)) },
    found: ['blank 5', 'blank 6'],
  },
  'errors that arrive as texts': {
    excel: { given: eachCell((value) => (isError(value) ? `error ${value.name}` : value)) },
    found: ['error 1', 'error 2', 'error 3', 'error 4', 'error 5'],
  },
  'an argument left out that arrives as 0': {
    excel: { given: (args) => args.map((one) => (one === undefined ? 0 : one)) },
    found: ['omitted 2', 'omitted 3'],
  },
  'a whole column that is cut': {
    excel: { given: (args) => args.map((one) => (Array.isArray(one) && one.length > 5 ? one.slice(0, 3) : one)) },
    found: ['column 1', 'column 2'],
  },
  'a table that is cut': {
    excel: {
      shown: (outcome) =>
        'value' in outcome && Array.isArray(outcome.value) ? { value: outcome.value.slice(0, 2) } : outcome,
    },
    found: ['spill 1'],
  },
  'blank cells of a table that come out as 0': {
    excel: {
      shown: (outcome) =>
        'value' in outcome && Array.isArray(outcome.value)
          ? { value: outcome.value.map((row: unknown[]) => row.map((cell) => (cell === '' ? 0 : cell))) }
          : outcome,
    },
    found: ['spill 1', 'zone 1'],
  },
  'digits as text that become numbers': {
    excel: { given: eachCell((value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)) },
    found: ['text 2'],
  },
  'a workbook of the 1904 system': {
    excel: {
      given: eachCell((value) => (typeof value === 'number' && value > 46_000 ? value - 1462 : value)),
    },
    found: ['date 1', 'zone 1'],
  },
  'error codes that are lost': {
    excel: { shown: (outcome) => ('error' in outcome ? { ...outcome, error: '#VALUE!' } : outcome) },
    found: ['error 1', 'error 2', 'error 4'],
  },
}

describe('the check in a stand-in of Excel', () => {
  test('all lines pass, and the sheet says the same of itself', async () => {
    const all = checkLines('Excel')
    const result = await checkedExcel(all)
    expect(differences(result)).toEqual([])
    expect(result.disputed).toEqual([])
    expect(result.told).toMatchObject({ lines: all.length, passed: all.length, differ: null })
    expect(result.told.summary).toMatch(/^Excel.*; Cuesheet .*; (\d+) of \1 passed$/)
  }, 60_000)

  test('a build with a prefix passes as well', async () => {
    const result = await checkedExcel(hostLines('Excel'), { namespace: 'CUE' })
    expect(differences(result)).toEqual([])
  })

  test.each(Object.entries(faults))('%s are found', async (_, { excel, found }) => {
    const result = await checkedExcel(hostLines('Excel'), excel)
    expect(differing(result)).toEqual(expect.arrayContaining([...found]))
    expect(result.disputed).toEqual([])
    for (const id of found) expect(String(result.told.summary)).toMatch(new RegExp(`[:,] ${id}(,|$)`))
  })
})
