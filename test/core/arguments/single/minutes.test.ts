import { describe, expect, test } from 'vitest'
import { minutes } from '../../../../core/arguments/index.ts'
import { CellError } from '../../../../core/cell.ts'
import { dated, failure, read } from '../trying.ts'

const handling = minutes('handling_minutes', '', { min: 0 })
const value = (raw: unknown) => read([handling], raw)[0]
const refused = (raw?: unknown) => failure([handling], raw).replace('#VALUE! TRY: handling_minutes ', '')

describe('a length of time in minutes', () => {
  test.each([
    [4.5, 4.5],
    [[[4.5]], 4.5],
    [0, 0],
    [0.05, 0.05],
    [90, 90],
    [50000, 50000],
    [1 / 3, 1 / 3],
    ['4.5', 4.5],
    ['4,5', 4.5],
  ])('is the number %j as it stands', (raw, expected) => {
    expect(value(raw)).toBe(expected)
  })

  test.each([
    ['0:04:30', 4.5],
    ['4 min 30 s', 4.5],
    ['270 sec', 4.5],
    ['20 s', 0.333333333333],
    ['1 s', 0.0166666666667],
    ['1 h 5 min', 65],
    ['PT4M30S', 4.5],
    ['1:00:00', 60],
  ])('is read in the text “%s”', (raw, expected) => {
    expect(value(raw)).toBe(expected)
  })

  test('is that of a time cell, where the host tells one from a number', () => {
    expect(value(dated(270 / 86400))).toBe(4.5)
    expect(value([[dated(270 / 86400)]])).toBe(4.5)
    expect(value(dated(2 / 86400))).toBe(0.0333333333333)
    expect(value(dated(1.25))).toBe(1800)
    expect(value(dated(0))).toBe(0)
    expect(refused(dated(46082))).toBe('is the date 2026-03-01, not a length of time')
  })

  test('is no 0.003125, which is a time cell of a host that does not tell', () => {
    expect(refused(0.003125)).toBe(
      'is 0.003125, under 3 seconds; a time cell such as 0:04:30 counts days: write minutes, 4.5',
    )
    expect(refused('0.01')).toBe(
      'is 0.01, under 3 seconds; a time cell such as 0:14:24 counts days: write minutes, 14.4',
    )
    expect(refused(0.0499)).toContain('a time cell such as 1:11:51 counts days: write minutes, 71.85')
    expect(refused(1e-9)).toContain('a time cell such as 0:00:01 counts days')
  })

  test('in a text of two numbers may be either, and both are told', () => {
    expect(refused('4:30')).toBe('is the text “4:30”, which may be 4.5 or 270 minutes: write the one that is meant')
  })

  test('is refused in words where there is none', () => {
    for (const blank of [null, '', '  ', [[null]], [['']]]) expect(refused(blank)).toBe('is blank')
    expect(refused()).toBe('is missing')
    expect(refused('soon')).toBe('is the text “soon”, not a number')
    expect(refused('n/a')).toBe('is the text “n/a”, not a number')
    expect(refused(true)).toBe('is TRUE, not a number')
    expect(refused('1,234')).toBe('is the text “1,234”, which may be 1.234 or 1234: turn it into a number')
    expect(refused([[1], [2]])).toBe('must be one cell, not 2')
    expect(failure([handling], new CellError('#REF!', ''))).toBe('#REF! TRY: handling_minutes is #REF!')
  })

  test('keeps to its limits, however it is written', () => {
    expect(refused(-0.01)).toBe('is -0.01, below 0')
    const short = minutes('wait', '', { min: 1, max: 60 })
    expect(failure([short], '2 h')).toBe('#VALUE! TRY: wait is 120, outside 1 to 60')
    expect(failure([short], dated(0.5))).toBe('#VALUE! TRY: wait is 720, outside 1 to 60')
  })
})
