interface PromiseRow {
  Promise: string
  Path: string
  Type: string
  'Shown where': string
  Says: string
  'Still shown': string
}

type Line = readonly [
  promise: string,
  path: 'product' | 'service',
  type: 'service level' | 'guarantee' | 'offer',
  shownWhere: string,
  says: string,
]

const SUPPORT: readonly Line[] = [
  [
    'Reply in chat within 5 minutes',
    'service',
    'service level',
    'Chat window',
    'Somebody answers in chat within five minutes.',
  ],
  [
    'E-mails answered within a day',
    'service',
    'service level',
    'Contact page, automatic reply',
    'Your e-mail is answered within 24 hours.',
  ],
  [
    'Two-hour reply guarantee',
    'service',
    'guarantee',
    'Help page, contract',
    'A person replies within two hours, or the month is free.',
  ],
  [
    'Visit in the agreed hour',
    'service',
    'service level',
    'Booking page, confirmation',
    'We come in the hour that you choose.',
  ],
  [
    'Complaints settled within a week',
    'service',
    'service level',
    'Complaints page',
    'Every complaint has an answer that settles it within seven days.',
  ],
  ['Work done again at no cost', 'service', 'guarantee', 'Proposal, invoice', 'What is not right is done again, free.'],
  ['First month of care at half price', 'service', 'offer', 'Proposal', 'Half price for the first month of care.'],
]

const SOFTWARE: readonly Line[] = [
  [
    'Uptime guarantee',
    'product',
    'guarantee',
    'Contract, status page',
    'Up 99.9% of each month, or part of the fee comes back.',
  ],
  [
    'Failures reported within the hour',
    'service',
    'service level',
    'Status page',
    'You hear of a failure, and what is done, within an hour.',
  ],
  [
    'Two-hour support replies',
    'service',
    'service level',
    'Help page, contract',
    'Support replies within two hours on working days.',
  ],
  ['First result in 14 days', 'service', 'guarantee', 'Proposal', 'A first result in 14 days, or set-up is free.'],
  [
    'Your data back at any time',
    'product',
    'guarantee',
    'Security page',
    'All your data, in open formats, at any time.',
  ],
  ['Trial of 30 days', 'product', 'offer', 'Price page', 'All of it, 30 days, without a card.'],
  ['Price held for a renewal in time', 'product', 'offer', 'Renewal e-mail', 'Renew by the date and the price stays.'],
]

const GOODS: readonly Line[] = [
  [
    'Delivery on the promised day',
    'service',
    'service level',
    'Checkout, confirmation',
    'It arrives on the day that we name.',
  ],
  ['In stock where it is shown', 'product', 'service level', 'Shop, shelf', 'What you see can be had today.'],
  ['Two-year warranty', 'product', 'guarantee', 'Box, product page', 'Repaired or replaced for two years.'],
  ['Returns within 30 days', 'service', 'guarantee', 'Checkout, returns page', 'Send it back within 30 days, free.'],
  [
    'Replacement of what arrives damaged',
    'service',
    'guarantee',
    'Box, confirmation',
    'Damaged on the way? A new one leaves the same day.',
  ],
  ['Fits, or is exchanged', 'product', 'guarantee', 'Size guide', 'The wrong size is exchanged at our cost.'],
  ['Price of the season', 'product', 'offer', 'Shop window, newsletter', 'Twenty per cent off until the season ends.'],
  ['Voucher for the next order', 'product', 'offer', 'Parcel', 'Ten per cent off your next order.'],
]

/** What is usually promised, to be worded as one’s own. */
export const promiseSets: readonly { name: string; rows: readonly PromiseRow[] }[] = [
  { name: 'Service and support', rows: promises(SUPPORT) },
  { name: 'Software', rows: promises(SOFTWARE) },
  { name: 'Goods', rows: promises(GOODS) },
]

function promises(lines: readonly Line[]): PromiseRow[] {
  return lines.map(([promise, path, type, shownWhere, says]) => ({
    Promise: promise,
    Path: path,
    Type: type,
    'Shown where': shownWhere,
    Says: says,
    'Still shown': 'yes',
  }))
}
