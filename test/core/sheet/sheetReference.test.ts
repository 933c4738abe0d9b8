import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCall, rangesOf } from '../../../core/catalogue/explain.ts'
import {
  blockName,
  cellName,
  columnNumber,
  firstCell,
  isReference,
  lettersOf,
  reference,
  sheetPrefix,
} from '../../../core/sheet/sheetReference.ts'
import { runs } from '../../properties.ts'

test.each([
  ['Survey', 'Survey!'],
  ['Umsätze', 'Umsätze!'],
  ['Survey_2026', 'Survey_2026!'],
  ['Survey 2026', "'Survey 2026'!"],
  ['2026', "'2026'!"],
  ["Ann's", "'Ann''s'!"],
  ['R&D', "'R&D'!"],
  ['a-b', "'a-b'!"],
  ['100%', "'100%'!"],
  ['', "''!"],
])('the sheet %s stands in a formula as %s', (sheet, prefix) => {
  expect(sheetPrefix(sheet)).toBe(prefix)
})

test.each(['Q1', 'abc123', 'R1C1', 'RC', 'r2', 'C', 'R', 'true', 'FALSE'])(
  'the sheet %s would be read as something else, so it stands in quotes',
  (sheet) => {
    expect(sheetPrefix(sheet)).toBe(`'${sheet}'!`)
  },
)

test.each(['Rate', 'Cases', 'ABCD1', 'Trueness'])('the sheet %s needs no quotes', (sheet) => {
  expect(sheetPrefix(sheet)).toBe(`${sheet}!`)
})

test.each([
  ['B2', true],
  ['$B$2', true],
  ['Survey!B:B', true],
  ["'Survey 2026'!B2:B9", true],
  ['CSAT', false],
  ['ABCD2', false],
  ['', false],
  ['>= 50', false],
])('%j names cells: %s', (text, expected) => {
  expect(isReference(text)).toBe(expected)
})

test('letters and numbers of columns are each other’s way back', () => {
  for (let column = 0; column < 16384; column++) expect(columnNumber(lettersOf(column))).toBe(column + 1)
  expect(columnNumber('ab')).toBe(28)
})

test('a range of any sheet is understood again in a formula', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.oneof(name, fc.stringMatching(/^['", !$A-C1-3(){};]{1,12}$/)), (sheet) => {
      const range = { sheet, address: 'B2:C99' }
      expect(rangesOf(parseCall(`=NPS(${reference(range)}, 1)`, 'Here')!)).toEqual([range])
    }),
    { numRuns: runs(1000) },
  )
})

test.each([
  [0, 0, 'A1'],
  [2, 1, 'B3'],
  [99, 26, 'AA100'],
  [0, 701, 'ZZ1'],
  [0, 702, 'AAA1'],
  [0, 16383, 'XFD1'],
])('the cell in row %i and column %i from 0 is %s', (row, column, name) => {
  expect(cellName(row, column)).toBe(name)
})

test('a block is named by its corners, a cell by itself', () => {
  expect(blockName(2, 1, 8, 3)).toBe('B3:D9')
  expect(blockName(2, 1, 2, 1)).toBe('B3')
  expect(blockName(2, 1, 2, 3)).toBe('B3:D3')
})

test.each([
  ['B3', 2, 1],
  ['B3:D9', 2, 1],
  ['$AA$10:$AB$11', 9, 26],
  ['C:D', 0, 2],
  ['$C:$D', 0, 2],
  ['4:9', 3, 0],
  ['b3', 2, 1],
])('%s begins in row %i and column %i, counted from 0', (address, row, column) => {
  expect(firstCell(address)).toEqual({ row, column })
})
