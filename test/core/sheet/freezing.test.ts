import { describe, expect, test } from 'vitest'
import type { CellValue } from '../../../core/sheet/book.ts'
import { frozen, showsSame, thawed, type FilledCells, type Freezing } from '../../../core/sheet/freezing.ts'
import { keptIn, markOf } from '../../../core/sheet/keptFormula.ts'

const formula = '=NPS(A:A)'
const request = { formula, row: 2, column: 1, named: '3-4' }
const now = (values: CellValue[][] | null, more: Partial<FilledCells> = {}) => ({ formula, values, note: '', ...more })
const freezing = (values: CellValue[][], instead: string | null = null, note = '') =>
  frozen(request, now(values, { note }), instead) as Freezing

describe('a formula that is frozen', () => {
  test('gives way to what it shows', () => {
    const { cells, note, outcome } = freezing([
      ['a', 1],
      ['', null],
    ])
    expect(cells).toEqual([
      ['a', 1],
      ['', null],
    ])
    expect(outcome).toEqual({ became: 'value' })
    expect(keptIn(note)).toMatchObject({ formula, cell: 'B3', named: '3-4', rows: 2, columns: 2, beside: '' })
  })

  test('gives way to another formula where it fills one cell', () => {
    expect(freezing([[5]], '=SUM(A:A)')).toMatchObject({
      cells: [[{ formula: '=SUM(A:A)' }]],
      outcome: { became: 'formula' },
    })
    expect(freezing([[5, 6]], '=SUM(A:A)')).toMatchObject({ cells: [[5, 6]], outcome: { became: 'value' } })
  })

  test.each([[null], ['']])('of %j leaves an empty text', (shown) => {
    expect(freezing([[shown]])).toMatchObject({ cells: [[{ formula: '=""' }]], outcome: { became: 'value' } })
  })

  test.each<[why: string, filled: FilledCells, shows: CellValue]>([
    ['changed', now([[5]], { formula: '=NPS(B:B)' }), '=NPS(B:B)'],
    ['changed', now([[5]], { formula: '' }), 5],
    ['unknown size', now(null), null],
    ['error', now([['a', '#N/A']]), '#N/A'],
    ['error', now([['#ERROR']]), '#ERROR'],
    ['unfinished', now([['#BUSY!']]), '#BUSY!'],
    ['unfinished', now([['Loading...']]), 'Loading...'],
  ])('stays when it is %s', (why, filled, shows) => {
    expect(frozen(request, filled, '=SUM(A:A)')).toEqual({ became: 'kept', why, shows })
  })

  test('of several cells in a row or a column stays values, though another formula is offered', () => {
    expect(freezing([[5], [6]], '=SUM(A:A)')).toMatchObject({ cells: [[5], [6]], outcome: { became: 'value' } })
  })

  test('that a note kept before has one note after', () => {
    const { note } = freezing([[5]], null, freezing([[4]], null, 'Ask Ann').note)
    expect(note.match(/Cuesheet: /g)).toHaveLength(1)
    expect(keptIn(note)).toMatchObject({ beside: 'Ask Ann', mark: markOf([[5]], '') })
  })
})

describe('whether another formula shows the same', () => {
  test.each<[CellValue, CellValue, boolean]>([
    [0.1 + 0.2, 0.3, true],
    [1e9, 1e9 + 2, false],
    [0, 0, true],
    [0, 1e-300, false],
    [-5, 5, false],
    ['x', 'x', true],
    [null, '', true],
    [null, 0, false],
    ['5', 5, false],
    [true, true, true],
    [5, '#DIV/0!', false],
    [5, null, false],
    [1e-9, 1.5e-9, false],
    [1, 1 + 5e-10, true],
    [2, 2 + 3e-9, false],
  ])('%j and %j: %j', (before, after, same) => {
    expect(showsSame(before, after)).toBe(same)
  })
})

describe('a formula that comes back', () => {
  const { note } = freezing([
    ['a', 1],
    ['b', 2],
  ])
  const values = [
    ['a', 1],
    ['b', 2],
  ]

  test('stands in its cell, and the others are blank for it to fill', () => {
    expect(thawed({ note, formula }, { note, values, formula: '' })).toEqual({
      cells: [
        [{ formula }, null],
        [null, null],
      ],
      note: '',
    })
  })

  test('is the one that is asked for, as its cells may have gone elsewhere', () => {
    const back = thawed({ note, formula: '=NPS(B:B)' }, { note, values, formula: '' })
    expect(back!.cells[0]![0]).toEqual({ formula: '=NPS(B:B)' })
  })

  test.each([
    ['a value', { values: [['a', 1], ['b', 3]] }], // prettier-ignore
    ['the note', { note: 'mine' }],
    ['the first cell to a formula', { formula: '=1' }],
    ['what is beyond the sheet', { values: [['a', 1]] }],
  ])('does not where someone changed %s', (_, changed) => {
    expect(thawed({ note, formula }, { note, values, formula: '', ...changed })).toBeNull()
  })

  test('does not from a note that keeps none', () => {
    expect(thawed({ note: 'mine', formula }, { note: 'mine', values, formula: '' })).toBeNull()
  })
})
