import { number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'

export const promoUptake = metric(
  {
    name: 'PROMO_UPTAKE',
    summary:
      'Redemption rate of a promotion: the share of the offers handed out (coupons, codes, vouchers) that were used.',
    questions: ['How many people used the offer?', 'What share of the coupons was redeemed?'],
    args: [
      number('redeemed', 'Offers that were used.', { min: 0, adds: true }),
      number('issued', 'Offers that were handed out. Same offers as redeemed.', { min: 0, adds: true }),
    ],
    returns: { unit: 'fraction' },
    native: '={redeemed}/{issued}',
    examples: [
      { cells: [340, 4000], gives: 0.085 },
      { cells: [0, 4000], gives: 0 },
      { cells: [4100, 4000], gives: '#VALUE!' },
      { cells: [0, 0], gives: '#DIV/0!' },
    ],
    source: 'Coupon redemption rate: Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (redeemed, issued) => {
    const uptake = share(redeemed, issued, { of: 'offers', none: 'issued is 0' })
    if (redeemed > issued) throw new CellError('#VALUE!', `redeemed is ${redeemed}, more than issued (${issued})`)
    return uptake
  },
)
