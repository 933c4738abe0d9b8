import { expect, test } from 'vitest'
import { priorityRice } from '../../../../core/metrics/steering/priorityRice.ts'
import { compute, failure } from '../../../compute.ts'

test('it is reach times impact times confidence for each unit of effort (McBride, 2018)', () => {
  expect(compute(priorityRice, 500, 2, 0.8, 4)).toBe(200)
})

test('twice the effort is half the priority, twice the reach twice of it', () => {
  expect(compute(priorityRice, 500, 2, 0.8, 8)).toBe(100)
  expect(compute(priorityRice, 1000, 2, 0.8, 4)).toBe(400)
})

test('no effort is #DIV/0!', () => {
  expect(failure(priorityRice, 500, 2, 0.8, 0)).toBe('#DIV/0! PRIORITY_RICE: effort is 0')
})

test('blank and wrong cells are named', () => {
  expect(failure(priorityRice, 500, null, 0.8, 4)).toBe('#VALUE! PRIORITY_RICE: impact is blank')
  expect(failure(priorityRice, 500, 2, 80, 4)).toContain('confidence is 80, outside 0 to 1')
  expect(failure(priorityRice, -5, 2, 0.8, 4)).toBe('#VALUE! PRIORITY_RICE: reach is -5, below 0')
})
