import { describe, expect, test } from 'vitest'
import { columnOf } from '../../../core/plans/plan.ts'
import { sources } from '../../../core/plans/gallery/sources.ts'
import { cellsNamed, typedCell, typedText } from '../../../core/plans/typed.ts'
import { hostileTexts } from '../../hostileTexts.ts'

const typed = (kind: 'text' | 'number' | 'share' | 'money' | 'date' | 'any', text: string) =>
  typedCell({ title: 'Field', kind }, text)

describe('what is typed into a field', () => {
  test.each(['text', 'number', 'share', 'money', 'date', 'any'] as const)('of %s is blank when it is empty', (kind) => {
    expect([typed(kind, ''), typed(kind, '  ')]).toEqual([{ cell: null }, { cell: null }])
  })

  test.each(hostileTexts.filter((text) => text.trim() !== ''))('of text stays as it is: %j', (text) => {
    expect(typed('text', text)).toEqual({ cell: text })
  })

  test.each([
    ['12', 12],
    [' 1,250.5 ', 1250.5],
    ['85%', 0.85],
    ['-3', -3],
  ])('of a number: %s', (text, cell) => {
    expect(typed('number', text)).toEqual({ cell })
    expect(typed('money', text)).toEqual({ cell })
  })

  test('of a number that is none is told with an example', () => {
    expect(typed('number', 'many')).toEqual({ problem: 'Field “many” is no number. Type digits, such as 12.' })
    expect(typed('share', 'half')).toEqual({ problem: 'Field “half” is no number. Type digits, such as 85%.' })
  })

  test('of a number that may be two is told with both', () => {
    expect(typed('number', '1,250')).toEqual({
      problem: 'Field “1,250” may be 1250 or 1.25: type it without the mark.',
    })
  })

  test.each([
    ['85%', 0.85],
    ['0.85', 0.85],
    ['1', 1],
    ['100%', 1],
    ['120%', 1.2],
  ])('of a share: %s', (text, cell) => {
    expect(typed('share', text)).toEqual({ cell })
  })

  test('of a share above 1 without % is told both ways to write it', () => {
    expect(typed('share', '85')).toEqual({ problem: 'Field is a share: type 85% or 0.85.' })
    expect(typed('share', '1.5')).toEqual({ problem: 'Field is a share: type 1.5% or 0.015.' })
  })

  test.each([
    ['2026-03-01', 46082],
    ['13/02/2026', 46066],
    ['02/13/2026', 46066],
    ['1 March 2026', 46082],
  ])('of a day: %s', (text, cell) => {
    expect(typed('date', text)).toEqual({ cell })
  })

  test('of a day that may be two, or is none, is told', () => {
    expect(typed('date', '03/02/2026')).toEqual({
      problem: 'Field “03/02/2026” may be 2026-02-03 or 2026-03-02: type it like that.',
    })
    expect(typed('date', 'soon')).toEqual({ problem: 'Field “soon” is no date. Type one, such as 2026-03-01.' })
    expect(typed('date', '2026-02-30')).toEqual({
      problem: 'Field “2026-02-30” is no date. Type one, such as 2026-03-01.',
    })
  })

  test('of anything is a number where that leaves no doubt, else text', () => {
    expect(typed('any', '0.9')).toEqual({ cell: 0.9 })
    expect(typed('any', '1,250')).toEqual({ cell: '1,250' })
    expect(typed('any', '>= 85%')).toEqual({ cell: '>= 85%' })
  })

  test('comes back as it would be typed', () => {
    expect(typedText({ kind: 'date' }, 46082.75)).toBe('2026-03-01')
    expect(typedText({ kind: 'share' }, 0.07 * 3)).toBe('21%')
    expect(typedText({ kind: 'number' }, 0.25)).toBe('0.25')
    expect(typedText({ kind: 'share' }, 'half')).toBe('half')
    expect(typedText({ kind: 'any' }, true)).toBe('true')
    expect(typedText({ kind: 'date' }, null)).toBe('')
  })
})

describe('cells that a person names', () => {
  const newest = columnOf(sources, 'Newest row')
  const formulaOver = (text: string) => typedCell(newest, text)

  test.each([
    'Survey!A:A',
    "'My sheet'!B2:B9",
    "'It''s mine'!$B$2:$B$9",
    "'Cost in $'!A:A",
    "'$& sheet'!A:A",
    'A2:A',
    'B7',
    'Émile!C:C',
  ])('become the cells of the formula: %s', (text) => {
    expect(formulaOver(text)).toEqual({ cell: { formula: `=MAX(${text})` } })
    expect(cellsNamed(newest.ofCells!, `=MAX(${text})`)).toBe(text)
  })

  test('lose the spaces around them', () => {
    expect(formulaOver('  Survey!A:A ')).toEqual({ cell: { formula: '=MAX(Survey!A:A)' } })
  })

  test.each([
    'A1+1',
    'A1+B1',
    'A1,B1',
    'A1)+MAX(B1',
    'A1:B2:C3',
    'A:A)+1',
    'A:A),(B:B',
    'A:A, B:B',
    'A1:',
    '=A:A',
    '-A1',
    '(A:A)',
    'A1 B1',
    'A1#',
    'Survey',
    'Survey!',
    'A',
    '12',
    '"A1"',
    'NOW()',
    'HYPERLINK("http://x", A1)',
    "'{{Owner}}'!A:A",
  ])('are refused where they are more than cells, or none: %s', (text) => {
    expect(formulaOver(text)).toEqual({
      problem: `Newest row “${text}” names no cells. Select the column and choose “Use selection”, or type Survey!A:A.`,
    })
  })

  test('are not told of another formula', () => {
    expect(cellsNamed('=MAX({{cells}})', '=MIN(A:A)')).toBe('')
    expect(cellsNamed('=MAX({{cells}})', '=MAX(A:A)+1')).toBe('')
    expect(cellsNamed('=MAX({{cells}})', '')).toBe('')
  })
})
