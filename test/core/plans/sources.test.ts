import { describe, expect, test } from 'vitest'
import { findingsOf } from '../../../core/plans/plan.ts'
import { sources } from '../../../core/plans/gallery/sources.ts'
import { aboutToday, planRows, toldOf, TODAY, type Shown, type SheetRow } from './planSheet.ts'

const newest = (shows: Shown['shows'], formula = '=MAX(Support!A:A)'): Shown => ({ formula, shows })
const sound: SheetRow = {
  Source: 'Support',
  'Newest row': newest(TODAY),
  'Allowed days': 7,
  Owner: 'Ann',
  'Reviewed on': TODAY,
}
const told = (row: SheetRow) => toldOf(sources, { ...sound, ...row })

test('nothing is said of a source that is fresh, owned and reviewed', () => {
  expect(told({})).toEqual([])
})

describe('the newest row of a source', () => {
  test.each([
    [7, 7, ''],
    [8, 7, 'Support is 8 days old, 7 allowed. Bring in newer data.'],
    [9, 7, 'Support is 9 days old, 7 allowed. Bring in newer data.'],
    [1, 1, ''],
    [2, 1, 'Support is 2 days old, 1 allowed. Bring in newer data.'],
    [0, 0, ''],
    [1, 0, 'Support is 1 day old, 0 allowed. Bring in newer data.'],
    [-1, 7, ''],
    [-2, 7, 'Its newest row, 2026-03-19, is still to come. Name a column of days that are past.'],
  ])('%i days ago with %i allowed: %s', (ago, allowed, sentence) => {
    expect(told({ 'Newest row': newest(TODAY - ago), 'Allowed days': allowed }).join()).toBe(sentence)
  })

  test('is as old as its day, whatever the hour', () => {
    expect(told({ 'Newest row': newest(TODAY - 7 + 0.01) })).toEqual([])
    expect(told({ 'Newest row': newest(TODAY - 8 + 0.99) })).toEqual([
      'Support is 8 days old, 7 allowed. Bring in newer data.',
    ])
  })

  test('that is too old is red and comes first', () => {
    const [row] = planRows(sources, { ...sound, 'Newest row': newest(TODAY - 8), Owner: null })
    expect(findingsOf(sources, row!, aboutToday()).map(({ level, filter }) => [level, filter])).toEqual([
      ['red', 'too old'],
      ['amber', 'no owner'],
    ])
  })

  test('may be a day that somebody typed', () => {
    expect(told({ 'Newest row': TODAY - 1 })).toEqual([])
    expect(told({ 'Newest row': TODAY - 8 })).toEqual(['Support is 8 days old, 7 allowed. Bring in newer data.'])
  })

  test('that is missing tells how to name it', () => {
    expect(told({ 'Newest row': null })).toEqual(['Nothing tells how fresh it is. Name its column of dates.'])
  })

  test('that shows an error is told with it', () => {
    expect(told({ 'Newest row': newest('#REF!') })).toEqual([
      'Its newest row shows #REF!. Name its column of dates again.',
    ])
  })

  test('of a column of texts, whose maximum is 0, is no date', () => {
    expect(told({ 'Newest row': newest(0) })).toEqual([
      'No date stands in Support!A:A: if they are text, choose Data to mend them.',
    ])
    expect(told({ 'Newest row': newest(0, "=MAX('My data'!B2:B9)") })).toEqual([
      "No date stands in 'My data'!B2:B9: if they are text, choose Data to mend them.",
    ])
  })

  test('that is being worked out is waited for', () => {
    expect(told({ 'Newest row': newest(null) })).toEqual([])
  })
})

test('how old a source may be is to be said', () => {
  expect(told({ 'Allowed days': null, 'Newest row': newest(TODAY - 400) })).toEqual([
    'Nobody has said how old it may be.',
  ])
})
