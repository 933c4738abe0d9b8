import { describe, expect, test } from 'vitest'
import { scaleArgs, scaleHint } from '../../../../core/arguments/single/scale.ts'
import { metric } from '../../../../core/metric.ts'
import { compute, failure } from '../../../compute.ts'

describe('the scale of a survey question', () => {
  const ends = metric(
    { name: 'TRY', summary: '', questions: [], args: [...scaleArgs], returns: {}, examples: [], source: '' },
    (max, min) => `${min} to ${max}`,
  )

  test('goes from 1 to 5 where nothing else is said', () => {
    for (const blank of [undefined, null, '']) expect(compute(ends, blank, blank)).toBe('1 to 5')
  })

  test('ends at any whole number from 2 on, and begins at 0 or 1', () => {
    expect(compute(ends, 2)).toBe('1 to 2')
    expect(compute(ends, 10, 0)).toBe('0 to 10')
    expect(compute(ends, '100', '1')).toBe('1 to 100')
    expect(failure(ends, 1)).toBe('#VALUE! TRY: scale_max is 1, below 2')
    expect(failure(ends, 7.5)).toBe('#VALUE! TRY: scale_max is 7.5, not a whole number')
    expect(failure(ends, 5, -1)).toBe('#VALUE! TRY: scale_min is -1, outside 0 to 1')
    expect(failure(ends, 5, 2)).toBe('#VALUE! TRY: scale_min is 2, outside 0 to 1')
    expect(failure(ends, 5, 0.5)).toBe('#VALUE! TRY: scale_min is 0.5, not a whole number')
  })
})

test.each([
  [0, 'give scale_min 0 if that is an answer'],
  [5.5, 'give scale_max 7 if that is the scale'],
  [6, 'give scale_max 7 if that is the scale'],
  [7, 'give scale_max 7 if that is the scale'],
  [7.5, 'give scale_max 10 if that is the scale'],
  [10, 'give scale_max 10 if that is the scale'],
  [11, 'give scale_max 100 if that is the scale'],
  [100, 'give scale_max 100 if that is the scale'],
])('an answer of %d outside the scale is of another: “%s”', (answer, hint) => {
  expect(scaleHint(answer)).toBe(hint)
})

test.each([-1, 0.5, 3, 5, 101, 1e9])('an answer of %d outside the scale is of none', (answer) => {
  expect(scaleHint(answer)).toBe('')
})
