import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grr } from '../../../../core/metrics/retention/grr.ts'
import { nrr } from '../../../../core/metrics/retention/nrr.ts'
import { revenueChurn } from '../../../../core/metrics/retention/revenueChurn.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('gross counts all losses, net takes off the expansion and may be negative', () => {
  expect(compute(revenueChurn, 500000, 40000, 10000)).toBe(0.1)
  expect(compute(revenueChurn, 500000, 40000, 10000, 65000)).toBe(-0.03)
})

test('it agrees with the ten accounts of the net revenue retention example: 20.8 % gross, 7.5 % net', () => {
  expectClose(compute(revenueChurn, 6000, 1050, 200), 0.20833333333333334)
  expectClose(compute(revenueChurn, 6000, 1050, 200, 800), 0.075)
})

test('it agrees with the IBM telco sample: 139,130.85 of 456,116.60 a month', () => {
  expectClose(compute(revenueChurn, 456116.6, 139130.85), 0.3050335155528214)
})

test('an expansion of 0 is net and the same as gross', () => {
  expect(compute(revenueChurn, 500, 40, 10, 0)).toBe(compute(revenueChurn, 500, 40, 10))
})

test('gross with GRR makes 1, net with NRR makes 1, and money scales out', () => {
  const money = fc.double({ min: 0.01, max: 1e7, noNaN: true })
  fc.assert(
    fc.property(money, money, money, money, (rest, churned, contraction, expansion) => {
      const start = rest + churned + contraction
      const gross = compute(revenueChurn, start, churned, contraction) as number
      const net = compute(revenueChurn, start, churned, contraction, expansion) as number
      expectClose(gross + (compute(grr, start, contraction, churned) as number), 1)
      expect(Math.abs(net + (compute(nrr, start, expansion, contraction, churned) as number) - 1)).toBeLessThan(
        1e-12 * (1 + expansion / start),
      )
      expectClose(compute(revenueChurn, start * 4, churned * 4, contraction * 4), gross)
    }),
  )
})

test('more lost than there was is refused', () => {
  expect(failure(revenueChurn, 500, 600)).toBe('#VALUE! REVENUE_CHURN: churned_mrr is 600, more than start_mrr (500)')
  expect(failure(revenueChurn, 500, 400, 200, 1000)).toBe(
    '#VALUE! REVENUE_CHURN: contraction_mrr and churned_mrr together are 600, more than start_mrr (500)',
  )
})

test('nothing to lose is #DIV/0!', () => {
  expect(failure(revenueChurn, 0, 0)).toBe('#DIV/0! REVENUE_CHURN: start_mrr is 0, so there was nothing to lose')
})

test('blank options are left out, wrong cells are named', () => {
  expect(compute(revenueChurn, 500, 50, null, ' ')).toBe(0.1)
  expect(failure(revenueChurn, 500, null)).toBe('#VALUE! REVENUE_CHURN: churned_mrr is blank')
  expect(failure(revenueChurn, 500, -50)).toBe('#VALUE! REVENUE_CHURN: churned_mrr is -50, below 0')
  expect(failure(revenueChurn, 500, 50, 0, '10+')).toBe(
    '#VALUE! REVENUE_CHURN: expansion_mrr is the text “10+”, not a number',
  )
  expect(failure(revenueChurn, '1,500', 50)).toBe(
    '#VALUE! REVENUE_CHURN: start_mrr is the text “1,500”, which may be 1.5 or 1500: turn it into a number',
  )
  expect(compute(revenueChurn, '$1,500.00', '50', 0, '10.00 €')).toBe(compute(revenueChurn, 1500, 50, 0, 10))
})
