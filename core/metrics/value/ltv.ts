import { fraction, number } from '../../arguments/index.ts'
import { discountPerPeriod } from '../../arguments/single/discount.ts'
import { marginGrowth, growthOutpaces, ROUNDING } from '../../arguments/single/growth.ts'
import { divide, metric } from '../../metric.ts'

export const ltv = metric(
  {
    name: 'LTV',
    summary:
      'Customer lifetime value: the gross margin one customer is expected to bring. The first payment counts at once, the next after one period, and so on.',
    questions: [
      'What is a customer worth?',
      'How much margin will one customer bring over their lifetime?',
      'What is the value of a customer over time?',
    ],
    args: [
      number('arpa', 'Revenue per customer (account) per period.'),
      fraction('gross_margin', 'Gross margin as a share of revenue.', { min: -Infinity }),
      fraction('churn_rate', 'Share of customers lost per period. Same period as arpa.'),
      discountPerPeriod,
      number('max_periods', 'Payments counted at most. No limit when left out.', {
        min: 1,
        whole: true,
        default: null,
      }),
      marginGrowth,
    ],
    returns: { unit: 'money' },
    native: '={arpa}*{gross_margin}*(1+{discount_rate|0})/({churn_rate}+{discount_rate|0})',
    examples: [
      { cells: [100, 0.8, 0.05], gives: 1600 },
      { cells: [100, 0.8, 0.05, 0.01], gives: 1346.6666666666667 },
      { cells: [100, 0.8, 0.05, 0, 12], gives: 735.4238597397808 },
      { cells: [100, 0.8, 0.05, 0.01, null, 0.02], gives: 1970.7317073170727 },
      { cells: [100, 0.8, 0], gives: '#DIV/0!' },
    ],
    source:
      'Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012; with discount: Gupta and Lehmann, “Customers as Assets”, Journal of Interactive Marketing 17(1), 2003, plus the payment at time 0; with growth: Gupta and Lehmann, “Managing Customers as Investments”, 2005.',
  },
  (arpa, grossMargin, churnRate, discountRate, maxPeriods, growth) => {
    // A geometric series: payment t comes from (1 - churn)^t of the customers, has grown to (1 + growth)^t, and is worth
    // (1 + discount)^-t today.
    const ratio = ((1 - churnRate) * (1 + growth)) / (1 + discountRate)
    const margin = arpa * grossMargin
    if (maxPeriods !== null) {
      const payments = ratio === 1 ? maxPeriods : -Math.expm1(maxPeriods * Math.log(ratio)) / (1 - ratio)
      return margin * payments
    }
    // 1 + discount - (1 - churn) (1 + growth), without the 1 that would cost digits.
    const fading = churnRate + discountRate - (1 - churnRate) * growth
    if (growth !== 0 && fading <= ROUNDING) throw growthOutpaces('churn_rate', 'set max_periods')
    const never = 'churn_rate and discount_rate are both 0, so the payments never end; set max_periods'
    return margin * divide(1 + discountRate, fading, never)
  },
)
