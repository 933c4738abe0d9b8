import { describe, expect, test } from 'vitest'
import { compared, growth, inYardsticks, table } from '../bench/lines.ts'
import { besideYardstick, side } from '../bench/measure.ts'
import { complaints, report } from '../bench/report.ts'

const turns = { ours: [12, 10, 14, 20, 11], other: [5, 4, 5, 5, 5.5] }

describe('a line of the bench', () => {
  test('tells the shortest of both, the middle half of all runs, and their ratio', () => {
    expect(compared('LTV', turns, 'the bare loop')).toEqual({
      what: 'LTV',
      ours: '10 ms (11 ms to 14 ms)',
      other: 'the bare loop: 4.00 ms (5.00 ms to 5.00 ms)',
      ratio: '2.50 (2.40 to 2.80)',
      goal: '',
    })
  })

  test('says in words that a goal is missed, and nothing where it is met', () => {
    expect(compared('LTV', turns, 'the bare loop', 2).missed).toBe(
      'LTV: 2.50 times the bare loop, the goal is at most 2',
    )
    expect(compared('LTV', turns, 'the bare loop', 2.5)).not.toHaveProperty('missed')
    expect(inYardsticks('LTV', turns, 2).missed).toContain('2.50 times the yardstick')
  })

  test('tells how the time grows as a power of the rows, and whether that is more than the bare pass does', () => {
    const grown = (ours: number) => growth('LTV', [10, 100], [turns, { ours: [ours], other: [80] }], 'the bare pass')
    expect(grown(1000)).toEqual({
      what: 'growth of LTV',
      ours: 'n^2.00',
      other: 'the bare pass: n^1.30',
      ratio: '',
      goal: 'at most n^1.1, or as the bare pass',
      missed: 'growth of LTV: n^2.00, the goal is at most n^1.1, or as the bare pass',
    })
    expect(grown(190)).not.toHaveProperty('missed')
  })
})

test('work is measured in turns with what it is compared with', () => {
  const order: string[] = []
  const times = side(
    2,
    () => order.push('ours'),
    () => order.push('other'),
  )
  expect(order).toEqual(['ours', 'other', 'ours', 'other'])
  expect([times.ours.length, times.other.length]).toEqual([2, 2])
  expect(Math.min(...besideYardstick(2, () => 1).other)).toBeGreaterThan(0)
})

describe('the page of benchmarks', () => {
  const met = { name: 'desk', lines: [compared('LTV', turns, 'the bare loop', 3)] }
  const missed = { name: 'desk', lines: [compared('LTV', turns, 'the bare loop', 2)] }
  const failed = { name: 'plans', lines: [], failed: 'it had not ended after 5 minutes' }

  test('has what was measured, and says what was not and which goals are missed', () => {
    expect(complaints([missed, failed])).toEqual([
      'LTV: 2.50 times the bare loop, the goal is at most 2',
      'plans was not measured: it had not ended after 5 minutes',
    ])
    const page = report([missed, failed])
    expect(page).toContain('- plans was not measured')
    expect(page).toContain(table(missed.lines))
  })

  test('says so where all is well', () => {
    expect(report([met])).toContain('Every goal was met in this run.')
  })
})
