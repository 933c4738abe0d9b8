import { expect, test } from 'vitest'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { evaluate } from '../../../core/reading/evaluate.ts'
import { sampleSheets } from '../../../core/catalogue/sampleSheets.ts'
import { plain } from '../../close.ts'

const [orders, survey] = sampleSheets()
const column = (table: typeof orders, at: number) => table!.rows.map((row) => [row[at]])

test('the survey has 40 rows, three of them without an answer, and a score that is good but not a dream', () => {
  const scores = column(survey, 2)
  expect(scores).toHaveLength(40)
  expect(scores.filter(([score]) => score === null)).toHaveLength(3)
  // 23 promoters and 6 detractors of 37 answers.
  expect(evaluate(findMetric('NPS')!, [scores], plain, findMetric)).toBeCloseTo((100 * (23 - 6)) / 37, 12)
})

test('the orders of 18 customers stand in their order of time, and make a cohort of each month', () => {
  const days = column(orders, 0).map(([day]) => Number(day))
  expect(days).toEqual([...days].sort((a, b) => a - b))
  expect(new Set(column(orders, 1).flat()).size).toBe(18)
  const [, january, ...others] = evaluate(
    findMetric('COHORT_RETENTION')!,
    [column(orders, 1), column(orders, 0)],
    plain,
    findMetric,
  ) as unknown[][]
  // Of five that began in January, Alder, Cedar and Elm ordered in June.
  expect(january!.slice(1)).toEqual([5, 1, 0.6, 0.6, 0.6, 0.4, 0.6])
  expect(others.map((row) => row[1])).toEqual([4, 3, 3, 2, 1])
})

test('they are the same each time', () => {
  expect(sampleSheets()).toEqual([orders, survey])
})
