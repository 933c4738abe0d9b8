import { fraction, number, numbers } from '../../arguments/index.ts'
import { discountPerPeriod } from '../../arguments/single/discount.ts'
import { marginGrowth, growthOutpaces, ROUNDING } from '../../arguments/single/growth.ts'
import { asPercent } from '../../arguments/single/singles.ts'
import { divide, metric } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const ltvRetention = metric(
  {
    name: 'LTV_RETENTION',
    summary:
      'Customer lifetime value from the retention you have seen, period by period, instead of one churn rate. The first payment counts at once; with tail_churn customers go on leaving at that rate after the last value.',
    questions: [
      'What is a customer worth by our own retention curve?',
      'What is lifetime value when churn falls over time?',
    ],
    args: [
      number('arpa', 'Revenue per customer (account) per period.'),
      fraction('gross_margin', 'Gross margin as a share of revenue.', { min: -Infinity }),
      numbers(
        'retention_curve',
        'Share of customers who still pay in each period from period 0 on, which is 100% as a rule: a row of COHORT_RETENTION, or the column retention of COHORT_CURVE. Blank cells at the end are no zeros.',
        { min: 0, max: 1, gaps: 'at the end', hint: (value) => asPercent(value, (share) => share >= 0 && share <= 1) },
      ),
      discountPerPeriod,
      fraction(
        'tail_churn',
        'Share of customers lost in every period after the last value, for ever. Nothing after it counts when left out.',
        { default: null },
      ),
      marginGrowth,
    ],
    returns: { unit: 'money' },
    native: '={arpa}*{gross_margin}*NPV({discount_rate|0},{retention_curve})*(1+{discount_rate|0})',
    examples: [
      { cells: [100, 0.8, [[1], [0.7], [0.6], [0.55]]], gives: 228 },
      { cells: [100, 0.8, [[1], [0.7], [0.6], ['']], 0, 0.1], gives: 616 },
      { cells: [100, 0.8, [[1], [0.7], [0.6]], 0, 0.1, 0.02], gives: 746.1346341463417 },
      { cells: [100, 0.8, [[100], [70], [60]]], gives: '#VALUE!' },
      { cells: [100, 0.8, [[1], [0.7]], 0, 0], gives: '#DIV/0!' },
    ],
    source:
      'Gupta and Lehmann, “Customers as Assets”, Journal of Interactive Marketing 17(1), 2003, with observed retention and the payment at time 0; with growth: “Managing Customers as Investments” by the same, 2005.',
  },
  (arpa, grossMargin, retentionCurve, discountRate, tailChurn, growth) => {
    const payments = retentionCurve.map((retention, t) => (retention * (1 + growth) ** t) / (1 + discountRate) ** t)
    const last = payments[payments.length - 1]!
    const margin = arpa * grossMargin
    if (tailChurn === null || last === 0) return margin * sum(payments)
    // A geometric series after the last value: q + q^2 + q^3 … with q = (1 - churn) (1 + growth) / (1 + discount).
    const fading = tailChurn + discountRate - (1 - tailChurn) * growth
    if (growth !== 0 && fading <= ROUNDING) throw growthOutpaces('tail_churn', 'leave tail_churn out')
    const never = 'tail_churn and discount_rate are both 0, so the payments never end; leave tail_churn out'
    return margin * (sum(payments) + last * divide((1 - tailChurn) * (1 + growth), fading, never))
  },
)
