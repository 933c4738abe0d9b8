import { expect, test } from 'vitest'
import { funnelTable } from '../../../../core/statistics/journeys/funnel.ts'

test('each stage is compared with the one before and with the first', () => {
  expect(funnelTable(['a', 'b', 'c'], [8, 4, 1])).toEqual([
    ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off'],
    ['a', 8, '', 1, ''],
    ['b', 4, 0.5, 0.5, 4],
    ['c', 1, 0.25, 0.125, 3],
  ])
})

test('a share of nobody is blank', () => {
  expect(funnelTable(['a', 'b'], Float64Array.of(0, 0)).slice(1)).toEqual([
    ['a', 0, '', '', ''],
    ['b', 0, '', '', 0],
  ])
})
