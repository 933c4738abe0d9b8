import { counts, date, dates, number } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'

export const promoExpiry = metric(
  {
    name: 'PROMO_EXPIRY',
    summary:
      'How an offer was used as its end came near: redemptions on time, the share of them in the last days, and redemptions after expiry. An offer is open up to and including its expiry date.',
    questions: [
      'Do people wait until the offer is about to expire?',
      'How many coupons were used after they had expired?',
      'Is the promotion still open?',
    ],
    args: [
      dates('redeem_dates', 'Date of each redemption. Blank: not redeemed, left out.'),
      date('expiry_date', 'Last day on which the offer is good.'),
      number('last_days', 'How many days up to and including the expiry date are the last ones. 7 when left out.', {
        min: 1,
        whole: true,
        default: 7,
      }),
      date(
        'as_of',
        'Last day looked at; later redemptions are ignored. The latest redemption in the data when left out. Before the last days begin, their share is blank.',
        { default: null },
      ),
      counts(),
    ],
    returns: {
      table: [
        { name: 'redeemed', unit: 'count' },
        { name: 'last_days_share', unit: 'fraction' },
        { name: 'late', unit: 'count' },
        { name: 'status', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [[['2026-11-02'], ['2026-11-23'], ['2026-11-24'], ['2026-11-30'], ['2026-12-02']], '2026-11-30'],
        gives: [
          ['redeemed', 'last_days_share', 'late', 'status'],
          [4, 0.5, 1, 'expired'],
        ],
      },
      {
        cells: [[['2026-11-02'], [null], ['2026-11-10']], '2026-11-30', 7, '2026-11-15'],
        gives: [
          ['redeemed', 'last_days_share', 'late', 'status'],
          [2, '', 0, 'open'],
        ],
      },
      { cells: [[['2026-11-02']], '30 November'], gives: '#VALUE!' },
    ],
    reduce: { shape: 'rows', days: true },
    source:
      'Redemption towards the expiry date: Inman and McAlister, “Do Coupon Expiration Dates Affect Consumer Behavior?”, Journal of Marketing Research 31(3), 1994.',
  },
  (redeemDates, expiryDate, lastDays, asOf) => {
    const expiry = Math.floor(expiryDate)
    const until = asOf === null ? Infinity : Math.floor(asOf)
    let latest = -Infinity
    let onTime = 0
    let last = 0
    let late = 0
    for (let i = 0; i < redeemDates.length; i++) {
      const day = Math.floor(redeemDates[i]!)
      if (day > until) continue
      if (day > latest) latest = day
      if (day > expiry) late++
      else {
        onTime++
        if (day > expiry - lastDays) last++
      }
    }
    const now = asOf === null ? latest : until
    const known = onTime > 0 && now > expiry - lastDays
    return [
      ['redeemed', 'last_days_share', 'late', 'status'],
      [onTime, known ? last / onTime : '', late, now > expiry ? 'expired' : 'open'],
    ]
  },
)
