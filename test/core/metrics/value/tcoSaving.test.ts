import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tco } from '../../../../core/metrics/value/tco.ts'
import { tcoSaving } from '../../../../core/metrics/value/tcoSaving.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('it is one minus our cost over the rival’s (exact rational arithmetic)', () => {
  const own = compute(tco, 20000, 62000, 3, 0.08)
  const rival = compute(tco, 120000, column(30000, 31500, 33075), 3, 0.08, 10000)
  expectClose(compute(tcoSaving, own, rival), 0.06898759165581325)
})

test('it is negative when we cost more, 0 when the same, 1 when free', () => {
  expect(compute(tcoSaving, 120, 100)).toBe(-0.2)
  expect(compute(tcoSaving, 100, 100)).toBe(0)
  expect(compute(tcoSaving, 0, 100)).toBe(1)
})

test('it does not depend on the currency', () => {
  const money = fc.integer({ min: 1, max: 1e9 })
  fc.assert(
    fc.property(money, money, (own, rival) =>
      expectClose(compute(tcoSaving, own * 8, rival * 8), compute(tcoSaving, own, rival)),
    ),
  )
})

test('a rival who costs nothing is #DIV/0!', () => {
  expect(failure(tcoSaving, 120, 0)).toBe('#DIV/0! TCO_SAVING: rival_tco is 0')
})

test('wrong cells are named', () => {
  expect(failure(tcoSaving, 120, -1)).toBe('#VALUE! TCO_SAVING: rival_tco is -1, below 0')
  expect(failure(tcoSaving, '', 100)).toBe('#VALUE! TCO_SAVING: own_tco is blank')
})
