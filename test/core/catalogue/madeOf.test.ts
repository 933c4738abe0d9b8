import { expect, test } from 'vitest'
import { madeOf } from '../../../core/catalogue/madeOf.ts'

test('a rate says how many of how many, and between which limits it probably lies', () => {
  expect(madeOf({ part: 225, whole: 300, of: 'answers' }, 'fraction')).toBe(
    '225 of 300 answers. The rate of all probably lies between 69.8% and 79.6% (95% confidence, Wilson).',
  )
})

test('a net score names what counts against it', () => {
  expect(madeOf({ part: 15, against: 6, whole: 30, of: 'answers' }, 'points')).toBe(
    '15 less 6 of 30 answers. The rate of all probably lies between 0.681 and 53.9 (95% confidence, adjusted Wald).',
  )
})

test('what is pending and what was left out is said where there is any', () => {
  expect(madeOf({ part: 1, whole: 2, of: 'cases', pending: 3, leftOut: 4 }, 'fraction')).toContain(
    '1 of 2 cases. 3 more pending. 4 left out. The rate',
  )
  expect(madeOf({ part: 1, whole: 2, of: 'cases', pending: 0, leftOut: 0 }, 'fraction')).toMatch(/^1 of 2 cases\. The/)
})

test('an amount has no limits', () => {
  expect(madeOf({ part: 430.5, whole: 500 }, 'fraction')).toBe('430.5 of 500.')
  const hours = { name: 'hours', size: 36e5 }
  expect(madeOf({ part: 742 * 36e5, whole: 744 * 36e5, measure: hours }, 'fraction')).toBe('742 of 744 hours.')
})
