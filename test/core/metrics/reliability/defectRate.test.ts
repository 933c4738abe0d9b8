import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defectRate } from '../../../../core/metrics/reliability/defectRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('9 defects in 1,800 units are 0.5 %', () => {
  expect(compute(defectRate, 9, 1800)).toBe(0.005)
})

test('defects per unit may be more than 1', () => {
  expect(compute(defectRate, 30, 20)).toBe(1.5)
})

test('months together are their totals, not the mean of their rates', () => {
  expectClose(compute(defectRate, column(4, 5), column(1000, 800)), 0.005)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 1e5 })), { minLength: 1 }), (months) => {
      const units = months.reduce((total, [, made]) => total + made, 0)
      const mean = months.reduce((total, [defects, made]) => total + (defects / made) * (made / units), 0)
      const [defects, made] = [months.map(([count]) => count), months.map(([, count]) => count)]
      expectClose(compute(defectRate, column(...defects), column(...made)), mean)
      expect(compute(defectRate, [defects.slice().reverse()], [made])).toBe(
        compute(defectRate, column(...defects), column(...made)),
      )
    }),
  )
})

test('no units is #DIV/0!', () => {
  expect(failure(defectRate, column(0), column(0))).toBe(
    '#DIV/0! DEFECT_RATE: units is 0, so there was nothing to be defective',
  )
})

test('blank cells are nothing, headers and words are skipped, wrong cells are named', () => {
  expect(compute(defectRate, column('Defects', 1, null, '', 'none'), column('Units', 100, 100))).toBe(0.005)
  expect(failure(defectRate, 1, column('', null))).toBe('#N/A DEFECT_RATE: units has no numbers')
  expect(failure(defectRate, column(4, -1), 1000)).toBe('#VALUE! DEFECT_RATE: defects row 2 has -1, below 0')
  expect(failure(defectRate, 1, '1,800')).toBe(
    '#VALUE! DEFECT_RATE: units has “1,800”, which may be 1.8 or 1800: turn it into a number, as Data in the sidebar does',
  )
  expect(compute(defectRate, '9', '1 800')).toBe(0.005)
})
