import { describe, expect, test } from 'vitest'
import { dates, numberColumn, texts } from '../../../core/arguments/index.ts'
import { CellError, wrongValue } from '../../../core/cell.ts'
import { metric } from '../../../core/metric.ts'
import { column, compute, failure } from '../../compute.ts'

const bare = { name: 'TRY', summary: '', questions: [], returns: {}, examples: [], source: '' }

test('an error in place of a whole column is that error, boxed or not, whatever the height of the others', () => {
  const args = [dates('starts', ''), numberColumn('hours', ''), texts('owners', '', { blank: 'kept' })] as const
  const shown = metric({ ...bare, args }, (starts) => starts.length)
  const whole = [column(46001, 46002, 46003), column(1, 2, 3), column('Ann', 'Ben', null)]
  args.forEach(({ name }, i) => {
    for (const code of ['#REF!', '#NAME?', '#N/A'] as const) {
      const deleted = new CellError(code, '')
      for (const raw of [deleted, [[deleted]]]) {
        expect(failure(shown, ...whole.map((cells, k) => (k === i ? raw : cells)))).toBe(
          `${code} TRY: ${name} is ${code}`,
        )
      }
    }
  })
})

describe('a column for which one cell may stand', () => {
  const args = [
    dates('starts', ''),
    numberColumn('hours', '', { min: 0, oneForAll: true }),
    texts('owners', '', { blank: 'kept' }),
  ] as const
  const shown = metric({ ...bare, args }, (starts, hours) => `${starts.length}: ${Array.from(hours).join(' ')}`)
  const starts = column('Start', 46001, null, 46002, 46003)
  const owners = column('Owner', 'Ann', 'Ben', '', 'Ann')

  test('has that value in every complete row, beside a header or none', () => {
    expect(compute(shown, starts, 4, owners)).toBe('3: 4 4 4')
    expect(compute(shown, starts, [[4]], owners)).toBe('3: 4 4 4')
    expect(compute(shown, column(46001, 46002), 0.5, column('a', 'b'))).toBe('2: 0.5 0.5')
    expect(compute(shown, [[46001, 46002]], 4, [['a', 'b']])).toBe('2: 4 4')
  })

  test('lines up row by row when it has rows, and its blanks leave rows out', () => {
    expect(compute(shown, starts, column('Hours', 1, 2, 3, null), owners)).toBe('2: 1 3')
    expect(compute(shown, 46001, 4, 'Ann')).toBe('1: 4')
  })

  test('is wrong in one cell as it is in many', () => {
    expect(failure(shown, starts, -1, owners)).toBe('#VALUE! TRY: hours has -1, below 0')
    expect(failure(shown, starts, null, owners)).toBe('#VALUE! TRY: hours is blank')
    expect(failure(shown, starts, undefined, owners)).toBe('#VALUE! TRY: hours is missing')
    expect(failure(shown, starts, 'n/a', owners)).toBe('#VALUE! TRY: hours has “n/a”, which is no value')
    expect(failure(shown, starts, '4+', owners)).toBe(
      '#VALUE! TRY: hours has “4+”, keep only the number, or clear the cell if there is none',
    )
    expect(compute(shown, starts, '4', owners)).toEqual(compute(shown, starts, 4, owners))
    expect(failure(shown, starts, new CellError('#REF!', ''), owners)).toBe('#REF! TRY: hours is #REF!')
    expect(failure(shown, starts, [[new CellError('#REF!', '')]], owners)).toBe('#REF! TRY: hours is #REF!')
    expect(failure(shown, starts, column(1, 2), owners)).toContain('starts has 5 rows and hours has 2')
  })

  test('is named without a row when the metric finds it wrong', () => {
    const picky = metric({ ...bare, args }, () => {
      throw wrongValue('hours', 1, 'is odd')
    })
    expect(failure(picky, starts, 4, owners)).toBe('#VALUE! TRY: hours is odd')
    expect(failure(picky, starts, column('Hours', 1, 2, 3, 4), owners)).toBe('#VALUE! TRY: hours row 4 is odd')
  })

  test('other columns are not filled up so', () => {
    expect(failure(shown, starts, 4, 'Ann')).toBe(
      '#VALUE! TRY: starts has 5 rows and owners has 1, select the same rows in both',
    )
    expect(failure(shown, 46001, column(1, 2), 'Ann')).toContain('starts has 1 row and hours has 2')
  })
})
