import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { expect, test } from 'vitest'
import type { Cell } from '../../../core/cell.ts'
import { findingsOf } from '../../../core/data/findings.ts'
import { tableOf } from '../../../core/data/table.ts'
import { hostileTexts } from '../../hostileTexts.ts'

/** The findings of one column below its title: what, and the rows from 0. */
function found(title: string, cells: Cell[]): Record<string, number[]> {
  const table = tableOf([[title, 'row'], ...cells.map((cell, i): Cell[] => [cell, `n${i}`])])!
  expect(table.first).toBe(2)
  return Object.fromEntries(findingsOf(table).flatMap(({ column, what, rows }) => (column === 1 ? [] : [[what, rows]])))
}

test.each([['R$ 10,00'], ['US$5'], ['(40.00)'], ['−50'], ['1 234,50 €']])(
  'a column of “%s” is numbers as text',
  (text) => {
    expect(found('amount', [text, text])).toEqual({ 'number as text': [0, 1] })
  },
)

test('a column of “01/Mar/24 10:00 AM” is dates as text', () => {
  expect(found('when', ['01/Mar/24 10:00 AM', '02/Mar/24 10:00 AM'])).toEqual({ 'date as text': [0, 1] })
})

test('eight digits are a date only under a title that says so', () => {
  expect(found('order date', ['20240301', '20240302'])).toEqual({ 'date as text': [0, 1] })
  expect(found('volume', ['20240301', '20240302'])).toEqual({ 'number as text': [0, 1] })
})

test('a day that stands for none is found as a date and as text, but not among amounts', () => {
  expect(found('closed', [46000, 46001, 2958465])).toEqual({ 'placeholder date': [2] })
  expect(found('closed', ['2026-01-05', '9999-12-31'])).toEqual({ 'date as text': [0, 1], 'placeholder date': [1] })
  expect(found('amount', [46000, 46001, 2958465])).toEqual({})
})

test.each(['N/A', '-', 'null', '(not set)'])('“%s” is a placeholder among ids, and a value elsewhere', (text) => {
  expect(found('customer_id', ['a', text, 'b'])).toEqual({ placeholder: [1] })
  expect(found('comment', ['a', text, 'b'])).toEqual({})
})

test('marks that nobody sees are found, wherever they stand', () => {
  expect(found('name', ['a\u200bb', '\ufeffa', 'a\u00a0b', '\u200ea', 'plain', 'שלום', '👩‍👩‍👧'])).toEqual({
    'invisible marks': [0, 1, 2, 3],
  })
})

test('ids that differ only by capital letters or by what nobody sees are found, codes of mixed letters are not', () => {
  expect(found('customer', ['Ann@x', 'ann@x', 'ben@x'])).toEqual({ 'spelled differently': [0] })
  expect(found('customer', ['Acme', 'ACME', 'Acme'])).toEqual({ 'spelled differently': [1] })
  expect(found('customer', ['ann', 'ann\u200b', 'ben'])).toEqual({ 'invisible marks': [1], 'spelled differently': [1] })
  expect(found('customer', ['0015g0XyZ', '0015G0xYz'])).toEqual({})
  expect(found('comment', ['Good', 'good'])).toEqual({})
})

test('dates that may have been swapped are told, where texts with a day above 12 stand beside them', () => {
  const days = [serialOf(2024, 2, 1), serialOf(2024, 5, 3)]
  expect(found('date', [...days, '13/02/2024'])).toEqual({ 'date as text': [2], 'perhaps swapped': [0, 1] })
  expect(found('date', [...days, serialOf(2024, 2, 14), '13/02/2024'])).toEqual({ 'date as text': [3] })
  expect(found('date', [...days, '2024-02-13'])).toEqual({ 'date as text': [2] })
})

test('amounts in another currency than most are found', () => {
  expect(found('amount', ['€5', '€6.50', 'R$ 7,00'])).toEqual({ 'number as text': [0, 1, 2], 'mixed currencies': [2] })
  expect(found('amount', ['€5', '6.50', '€7'])).toEqual({ 'number as text': [0, 1, 2] })
})

const whole = (rows: Cell[][]) =>
  findingsOf(tableOf(rows)!).flatMap(({ column, what, rows }) => (column === null ? [[what, rows]] : []))

test.each(['Total', 'Grand total:', 'Gesamt', 'TOTAL', 'Итого'])('a last row “%s” is a total row', (name) => {
  expect(
    whole([
      ['region', 'sales'],
      ['North', 5],
      ['South', 6],
      [name, 11],
    ]),
  ).toEqual([['total row', [2]]])
})

test('a last row without a name that is the sum of those above is a total row, any other is not', () => {
  const table = (last: Cell[]): Cell[][] => [['region', 'sales'], ['North', 5], ['South', 6], ['West', 1], last]
  expect(whole(table([null, 12]))).toEqual([['total row', [3]]])
  expect(whole(table([null, 13]))).toEqual([])
  expect(whole(table(['East', 12]))).toEqual([])
  expect(whole(table(['Total Wine', null]))).toEqual([])
})

test('a second row of titles is found, a row of words in a table of words is not', () => {
  expect(
    whole([
      ['Q1', 'Why?'],
      ['Response', 'Open-Ended Response'],
      [9, 'good'],
      [8, 'fine'],
    ]),
  ).toEqual([['second title row', [0]]])
  expect(
    whole([
      ['score', 'who'],
      ['0 is worst', 'name'],
      [9, 'Ann'],
      [8, 'Ben'],
    ]),
  ).toEqual([])
  expect(
    whole([
      ['score', 'who'],
      ['of ten', 'name'],
      [9, 'Ann'],
      [8, 'Ben'],
    ]),
  ).toEqual([['second title row', [0]]])
  expect(
    whole([
      ['who', 'what'],
      ['Ann', 'call'],
      ['Ben', 'mail'],
      ['Cy', 'mail'],
    ]),
  ).toEqual([])
})

test('no text breaks the check, or takes more than linear time', () => {
  const rows = hostileTexts.map((text): Cell[] => [text, text])
  expect(findingsOf(tableOf([['customer', 'closed at'], ...rows])!).length).toBeGreaterThan(3)
  const time = (length: number) => {
    const texts = ['\u200b ', ' \u00a0', 'Total ', '1 ', '-'].map((part): Cell[] => [part.repeat(length), 'x'])
    const start = performance.now()
    findingsOf(tableOf([['customer', 'n'], ...texts, ['a', 'x']])!)
    return performance.now() - start
  }
  time(1000)
  expect(time(40_000)).toBeLessThan(2000)
})
