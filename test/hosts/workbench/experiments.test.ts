import { beforeAll, describe, expect, test } from 'vitest'
import { experiments } from '../../../core/plans/gallery/experiments.ts'
import { formulaCells, sheetOf, type NewRow } from '../../../core/plans/plan.ts'
import { readRows } from '../../../core/plans/reading.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import type { Row } from '../../../core/plans/row.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { COLOURS } from '../../../core/sheet/looks.ts'
import { lettersOf } from '../../../core/sheet/sheetReference.ts'
import type { CellValue } from '../../../core/sheet/book.ts'
import { expectClose } from '../../close.ts'
import { openBook } from './openBook.ts'

const layout = layoutOf(() => null)

/** The sheet with these rows, as the workbench calculates it. */
async function open(...rows: readonly NewRow[]) {
  const { book, ...hands } = openBook()
  const own = rows.map((row, i) => ({ Id: `e${i}`, ...formulaCells(experiments, layout), ...row }))
  await book.createSheets([sheetOf(experiments, layout, own)])
  const content = async () => (await book.readSheet('Experiments'))!
  return { ...hands, content, rows: async () => readRows(experiments, await content()) }
}

const shown = (row: Row, ...titles: string[]) => titles.map((title) => row.values[title] ?? null)
const halves = (a: number, ofA: number, b: number, ofB: number): NewRow => ({
  'Visitors A': ofA,
  'Conversions A': a,
  'Visitors B': ofB,
  'Conversions B': b,
})
/** 20 % and five points more: 1,094 each by power.prop.test of R. */
const planned: NewRow = { Hypothesis: 'h', Baseline: 0.2, 'Smallest effect': 0.25 }

describe('the size that is needed', () => {
  test.each<[string, NewRow, number | null, number | null]>([
    // power.prop.test(p1 = .2, p2 = .25, power = .8) of R: n = 1093.739
    ['relative', { Baseline: 0.2, 'Smallest effect': 0.25, 'Counted in': 'relative' }, 0.25, 1094],
    ['relative where nothing is said', { Baseline: 0.2, 'Smallest effect': 0.25 }, 0.25, 1094],
    ['in points', { Baseline: 0.2, 'Smallest effect': 0.05, 'Counted in': 'Points' }, 0.25, 1094],
    // The same formula by hand in Python: 28407.841, 53210.301, 34.117, 21.020, 768.010
    ['of a fall', { Baseline: 0.05, 'Smallest effect': -0.1 }, 0.045, 28408],
    ['of a small lift', { Baseline: 0.03, 'Smallest effect': 0.1 }, 0.033, 53211],
    ['of a fall from all', { Baseline: 1, 'Smallest effect': -0.2 }, 0.8, 35],
    ['of a rise to all', { Baseline: 0.7, 'Smallest effect': 0.3, 'Counted in': 'points' }, 1, 22],
    ['of no effect', { Baseline: 0.2, 'Smallest effect': 0 }, 0.2, null],
    ['of no baseline', { Baseline: 0, 'Smallest effect': 0.1 }, 0, null],
    ['of a baseline below none', { Baseline: -0.2, 'Smallest effect': 0.1 }, -0.22, null],
    ['beyond all', { Baseline: 0.6, 'Smallest effect': 0.8 }, 1.08, null],
    ['below none', { Baseline: 0.2, 'Smallest effect': -0.3, 'Counted in': 'points' }, -0.1, null],
    ['of three times as much', { Baseline: 0.01, 'Smallest effect': 2 }, 0.03, 769],
    ['of more than that', { Baseline: 0.01, 'Smallest effect': 2.1 }, 0.031, null],
    ['of a baseline in points of a hundred', { Baseline: 20, 'Smallest effect': 0.1 }, 22, null],
    ['of words', { Baseline: 'a fifth', 'Smallest effect': 'some' }, null, null],
    ['of half a plan', { Baseline: 0.2 }, null, null],
    ['of the other half', { 'Smallest effect': 0.2, 'Counted in': 'points' }, null, null],
    ['of an intervention', { Type: 'Intervention', Baseline: 0.2, 'Smallest effect': 0.25 }, 0.25, null],
  ])('%s', async (_, cells, rate, needed) => {
    const sheet = await open({ Hypothesis: 'h', ...cells })
    const [row] = await sheet.rows()
    const [found, size] = shown(row!, 'Rate to find', 'Needed each')
    if (rate === null) expect(found).toBeNull()
    else expectClose(found, rate)
    expect(size).toBe(needed)
  })
})

describe('days and end', () => {
  test.each<[string, NewRow, CellValue, CellValue]>([
    ['are in whole weeks: 2,188 visitors at 400 a day take 6 days', { 'Traffic a day': 400, Start: 46000 }, 7, 46007],
    ['2,188 at 300 a day take 8 days', { 'Traffic a day': 300, Start: 46000 }, 14, 46014],
    ['exactly a week stays one', { 'Traffic a day': 2188 / 7, Start: 46000 }, 7, 46007],
    ['have no end without a start', { 'Traffic a day': 400 }, 7, null],
    ['have none without traffic', { Start: 46000 }, null, null],
    ['nor where none comes', { 'Traffic a day': 0, Start: 46000 }, null, null],
    ['nor where it is a word', { 'Traffic a day': 'much', Start: 46000 }, null, null],
    ['nor where the start is a word', { 'Traffic a day': 400, Start: '12 May' }, 7, null],
    ['are four weeks for an intervention', { Type: 'intervention', Start: 46000 }, 28, 46028],
    ['are what is typed over them', { Start: 46000, Days: 10 }, 10, 46010],
  ])('%s', async (_, cells, days, end) => {
    const sheet = await open({ ...planned, ...cells })
    const [row] = await sheet.rows()
    expect(shown(row!, 'Days', 'End')).toEqual([days, end])
  })
})

describe('the split', () => {
  test.each<[number | string | null, number | string | null, CellValue]>([
    // Kohavi, Tang and Xu (2020): chi-square 22.77, p = 1.8e-6
    [821588, 815482, 'broken'],
    [500, 500, 'even'],
    // p = erfc(sqrt(chi-square / 2)): 10.812 gives 0.00101, 10.858 gives 0.00098; 11 gives 0.00091, 10 gives 0.0016
    [10232, 9767, 'even'],
    [10233, 9767, 'broken'],
    [9767, 10233, 'broken'],
    [11, 0, 'broken'],
    [10, 0, 'even'],
    [0, 0, null],
    [null, null, null],
    [100, null, null],
    ['many', 100, null],
    [-1, 100, null],
  ])('of %s and %s is %s', async (a, b, split) => {
    const sheet = await open({ ...planned, 'Visitors A': a, 'Visitors B': b })
    const [row] = await sheet.rows()
    expect(shown(row!, 'Split')).toEqual([split])
  })
})

describe('effect and verdict', () => {
  test.each<[string, NewRow, number | null, CellValue]>([
    ['are hidden until the size is reached', halves(200, 1093, 250, 1200), null, 'too early: 1093 of 1094 each'],
    ['though one half has it', halves(2, 10, 2500, 10000), null, 'too early: 10 of 1094 each'],
    // prop.test(c(280, 220), c(1100, 1100), correct = FALSE) of R: p = 0.0023
    ['b is better', halves(220, 1100, 280, 1100), 280 / 1100 - 0.2, 'b is better'],
    ['a is better', halves(280, 1100, 220, 1100), 0.2 - 280 / 1100, 'a is better'],
    // p = 0.597
    ['no clear difference', halves(220, 1100, 230, 1100), 10 / 1100, 'no clear difference'],
    ['nobody converted', halves(0, 1100, 0, 1100), 0, 'no clear difference'],
    ['everybody did', halves(1100, 1100, 1200, 1200), 0, 'no clear difference'],
    ['one half did nothing', halves(0, 1100, 20, 1100), 20 / 1100, 'b is better'],
    ['a broken split is told before', halves(220, 1100, 280, 1400), null, 'split is broken'],
    ['more conversions than visitors', halves(1200, 1100, 280, 1100), null, null],
    ['fewer than none', halves(-1, 1100, 280, 1100), null, null],
    ['half a visitor', halves(220, 1100.5, 280, 1100), null, null],
    ['words', { ...halves(220, 1100, 280, 1100), 'Conversions B': 'many' }, null, null],
    ['half a result', { 'Visitors A': 1100, 'Conversions A': 3 }, null, null],
    ['no visitors', halves(0, 0, 0, 0), null, null],
    ['without a size', { ...halves(220, 1100, 280, 1100), Baseline: null }, null, 'no size planned'],
  ])('%s', async (_, cells, effect, verdict) => {
    const sheet = await open({ ...planned, ...cells })
    const [row] = await sheet.rows()
    const [found, said] = shown(row!, 'Effect', 'Verdict')
    if (effect === null) expect(found).toBeNull()
    else expectClose(found, effect, 1e-9)
    expect(said).toBe(verdict)
  })

  const shares = (before: number, after: number, comparedBefore: number, comparedAfter: number): NewRow => ({
    Type: 'intervention',
    Before: before,
    After: after,
    'Compared before': comparedBefore,
    'Compared after': comparedAfter,
  })
  test.each<[string, NewRow, number | null, CellValue]>([
    // By hand: (0.31 - 0.20) - (0.24 - 0.22) = 0.09; wanted are 0.05.
    ['is the change less that of the others', shares(0.2, 0.31, 0.22, 0.24), 0.09, 'as large as wanted'],
    ['is large enough where it is just that', shares(0.2, 0.25, 0.2, 0.2), 0.05, 'as large as wanted'],
    ['is too small', shares(0.2, 0.26, 0.22, 0.24), 0.04, 'smaller than wanted'],
    ['may be a fall', shares(0.2, 0.2, 0.2, 0.3), -0.1, 'smaller than wanted'],
    [
      'that is to be one is large where it falls',
      { ...shares(0.2, 0.1, 0.2, 0.2), 'Smallest effect': -0.25 },
      -0.1,
      'as large as wanted',
    ],
    ['has no verdict where nothing is wanted', { ...shares(0.2, 0.31, 0.22, 0.24), Baseline: null }, 0.09, null],
    ['needs all four', { ...shares(0.2, 0.31, 0.22, 0.24), 'Compared after': null }, null, null],
    ['needs numbers', { ...shares(0.2, 0.31, 0.22, 0.24), After: 'more' }, null, null],
    ['may be none at all', shares(0, 0, 0, 0), 0, 'smaller than wanted'],
    ['is not that of halves', { ...halves(220, 1100, 280, 1100), Type: 'intervention' }, null, null],
  ])('of an intervention %s', async (_, cells, effect, verdict) => {
    const sheet = await open({ ...planned, ...cells })
    const [row] = await sheet.rows()
    const [found, said] = shown(row!, 'Effect', 'Verdict')
    if (effect === null) expect(found).toBeNull()
    else expectClose(found, effect, 1e-9)
    expect(said).toBe(verdict)
  })
})

describe('the sheet', () => {
  let sheet: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    sheet = await open(
      { ...planned, ...halves(220, 1100, 280, 1100), Decision: 'ship' },
      { ...planned, ...halves(220, 1100, 280, 1400), Decision: 'drop' },
      { ...planned, ...halves(280, 1100, 220, 1100), Decision: 'Keep' },
      { ...planned, ...halves(220, 1100, 230, 1100), Start: { formula: '=TODAY()-3' }, 'Traffic a day': 400 },
      { ...planned, Start: { formula: '=TODAY()-8' }, 'Traffic a day': 400 },
    )
  })

  test('colours what the verdict says', () => {
    const at = (title: string, row: number) => `${lettersOf(layout('Experiments').indexOf(title))}${row}`
    const colours = [2, 3, 4, 5, 6].map((row) => sheet.colour('Experiments', at('Verdict', row)))
    const { green, red, grey } = COLOURS
    expect(colours).toEqual([green.fill, red.fill, red.fill, grey.fill, ''])
    expect([2, 3].map((row) => sheet.colour('Experiments', at('Split', row)))).toEqual(['', red.fill])
  })

  test('counts what runs and what was decided beside the table', async () => {
    const [titles] = (await sheet.content()).values
    const told = (label: string) => titles![titles!.indexOf(label) + 1]
    expect(['Running', 'Decided', 'Shipped'].map(told)).toEqual([1, 3, 1])
  })

  test('is read without a repair', async () => {
    expect(readPlan(experiments, await sheet.content(), () => 'new', layout).repairs).toEqual([])
  })

  test('has at most two of our functions at work in a row, and none that asks what day it is', () => {
    for (const { formula } of Object.values(formulaCells(experiments, layout))) {
      expect(formula.match(/\b(?:AB|DIFF)_\w+\(/g)?.length ?? 0).toBeLessThanOrEqual(1)
      expect(formula).not.toMatch(/TODAY|NOW/)
    }
  })
})
