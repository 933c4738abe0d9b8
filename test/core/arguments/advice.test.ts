import { expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { CellError } from '../../../core/cell.ts'
import { ltv } from '../../../core/metrics/value/ltv.ts'
import { kpiStatus } from '../../../core/metrics/steering/kpiStatus.ts'
import { plain } from '../../close.ts'
import { compute, failure } from '../../compute.ts'

const fractions = catalogue().flatMap(({ spec }) =>
  spec.args.filter(({ percent }) => percent).map((arg) => [`${spec.name} ${arg.name}`, arg] as const),
)

const wrongValues = [1.5, 2, 5, 10.5, 50, 80, 95, 99.995, 100, 120, 150, 250, 1000, 1e6, -2, -20, -250]

test.each(fractions)('what %s advises instead of a wrong value is taken', (_, arg) => {
  const refusal = (value: number): string => {
    try {
      const nothing = () => undefined
      arg.read(value, { decode: plain, value: nothing, column: nothing, isGiven: () => true, find: nothing })
      return ''
    } catch (error) {
      return (error as CellError).message
    }
  }
  for (const value of wrongValues) {
    const sentence = refusal(value)
    const [, percent, share] = /write (-?[\d.]+)% or (-?[\d.e-]+)/.exec(sentence) ?? []
    if (percent) {
      expect(Number(percent)).toBe(value)
      expect(Number(share)).toBeCloseTo(value / 100, 12)
      expect(refusal(Number(share)), sentence).toBe('')
    }
    const [, example] = /such as ([\d.]+)%/.exec(sentence) ?? []
    if (example) expect(refusal(Number(example) / 100), sentence).toBe('')
  }
})

test('where a number is no percentage either, the order of the arguments is to be looked at', () => {
  expect(failure(ltv, 50, 120, 0.05)).toBe(
    '#VALUE! LTV: gross_margin is 120, above 1, a share such as 80% belongs there: look at the order of the arguments',
  )
  expect(failure(ltv, 50, 80, 0.05)).toBe('#VALUE! LTV: gross_margin is 80, above 1, write 80% or 0.8')
  expect(failure(ltv, 50, 0.8, 500)).toBe(
    '#VALUE! LTV: churn_rate is 500, outside 0 to 1, a share such as 80% belongs there: look at the order of the arguments',
  )
})

test('a value that no percentage makes a share is not said to be one', () => {
  expect(failure(kpiStatus, 500, '>= 85%')).toBe(
    '#VALUE! KPI_STATUS: value is 500 and the target 85%, which no share comes near: look at which cell it is',
  )
  for (const value of [2.5, 7, 85, 150, 199, 201, 1999]) {
    for (const target of ['>= 85%', '>= 100%', '< 5%', '110%-120%']) {
      let sentence = ''
      try {
        compute(kpiStatus, value, target)
      } catch (error) {
        sentence = (error as CellError).message
      }
      const [, share] = /write [\d.]+% or ([\d.]+)/.exec(sentence) ?? []
      if (share) expect(compute(kpiStatus, Number(share), target)).toMatch(/green|amber|red/)
    }
  }
})
