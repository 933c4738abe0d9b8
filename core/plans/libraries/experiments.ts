interface Experiment {
  Hypothesis: string
  Type: string
  Path: string
  Metric: string
  Guardrail: string
  'Smallest effect'?: number
  'Counted in'?: string
}

type Row = readonly [hypothesis: string, path: 'product' | 'service', metric: string, guardrail: string]

const PAGES: readonly Row[] = [
  ['A form with half the fields lets more visitors finish it', 'product', 'Sign-ups', 'Sign-ups that become active'],
  ['The price for a month beside that for a year sells more years', 'product', 'Orders', 'Refunds in the first month'],
  [
    'A guided first task gets more of those who signed up to a result',
    'product',
    'First results',
    'Tickets per sign-up',
  ],
  ['Delivery dates on the page of the product bring more orders', 'product', 'Orders', 'Late deliveries'],
  ['A named person to call brings more requests for a quote', 'service', 'Requests for a quote', 'Time to first reply'],
  ['A guarantee beside the booking button brings more bookings', 'service', 'Bookings', 'Guarantees claimed'],
  ['A reminder two days before brings more people to the appointment', 'service', 'Appointments kept', 'Complaints'],
]

const MESSAGES: readonly Row[] = [
  [
    'The result in the headline is clicked more than the feature',
    'product',
    'Clicks on the search ad',
    'Trials started',
  ],
  ['A number as proof beats a quotation on the landing page', 'product', 'Trials started', 'Trials that become paid'],
  ['Speaking of time saved beats speaking of money saved', 'product', 'Clicks on the search ad', 'Cost per trial'],
  ['The promised time of reply in the ad brings more calls', 'service', 'Calls', 'Calls that lead nowhere'],
  ['A case from the same trade brings more requests than a general one', 'service', 'Requests', 'Requests that fit'],
  ['What happens in the first week, told by day, brings more bookings', 'service', 'Bookings', 'Bookings cancelled'],
]

const AIDS: readonly Row[] = [
  [
    'A walkthrough at the first visit makes more customers use the feature',
    'product',
    'Use of the feature',
    'Visits left early',
  ],
  [
    'A tutorial of two minutes beside the feature makes more customers use it',
    'product',
    'Use of the feature',
    'Tickets about it',
  ],
  ['A post with an example of the trade makes more customers try it', 'product', 'Use of the feature', 'Unsubscribes'],
  [
    'A checklist of the first week brings more customers to their first result',
    'product',
    'First results',
    'Tickets per customer',
  ],
  [
    'A call in the second week makes more customers use all they pay for',
    'service',
    'Customers who use all of it',
    'Hours per customer',
  ],
  [
    'Short notes after each visit make more customers book the next one',
    'service',
    'Next visits booked',
    'Hours per customer',
  ],
]

/** What is looked for where nobody has said otherwise: a tenth more than today. */
const USUAL_LIFT = { 'Smallest effect': 0.1, 'Counted in': 'relative' }

function experimentsOf(rows: readonly Row[], type: string, more: Partial<Experiment>): Experiment[] {
  return rows.map(([hypothesis, path, metric, guardrail]) => ({
    Hypothesis: hypothesis,
    Type: type,
    Path: path,
    Metric: metric,
    Guardrail: guardrail,
    ...more,
  }))
}

/** Ideas that are tried often: what is shown to halves of the visitors, and what is given to some customers first. */
export const experimentSets = [
  { name: 'Pages and offers', rows: experimentsOf(PAGES, 'a/b test', USUAL_LIFT) },
  { name: 'Messages in searches and on landing pages', rows: experimentsOf(MESSAGES, 'message test', USUAL_LIFT) },
  { name: 'Adoption aids', rows: experimentsOf(AIDS, 'intervention', {}) },
]
