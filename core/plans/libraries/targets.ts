interface Target {
  Metric: string
  Segment?: string
  Target: string
  Definition: string
  Source: string
  Path: string
}

type Row = readonly [metric: string, segment: string, target: string, definition: string]

const FIELD = 'Usual in the field'

const CUSTOMER_SERVICE: readonly Row[] = [
  ['CSAT', '', '85%-90%', 'Answers of 4 or 5 on a scale of 5, of all answers after a contact.'],
  ['CES', '', '< 2.5 of 5', 'Mean of what customers say about the effort, from 1 for none to 5.'],
  ['RESPONSE_TIME', 'chat', '< 5 min', 'From the first message in chat to the first reply by a person.'],
  ['RESPONSE_TIME', 'e-mail', '< 24 h', 'From the arrival of an e-mail to the first reply that is not automatic.'],
  ['RESPONSE_TIME', 'guarantee', '<= 2 h', 'From the request to the first reply, where two hours are promised.'],
  ['FCR', '', '70%-85%', 'Cases that took a single contact, of all cases that were solved.'],
  ['SLA_COMPLIANCE', '', '>= 95%', 'Cases handled within the time agreed, open ones that are late counted as missed.'],
  ['RQI', '', '>= 80', 'Survey and graded notes together, from 0 to 100.'],
]

const SERVICE_PRODUCT: readonly Row[] = [
  ['ON_TIME_RATE', '', '>= 95%', 'Deliveries by the end of the promised day or hour, of all that were promised.'],
  ['ERROR_RATE', '', '< 1% a month', 'Faults found by customers or by us, per delivery of the month.'],
  ['UPTIME', '', '>= 99.9%', 'Minutes of the month in which customers could use it, planned breaks not taken out.'],
  ['TIME_TO_VALUE', '', 'within 7-14 days', 'From the order to the first result the customer can use.'],
  ['CSAT', 'result', '85%-90%', 'Answers of 4 or 5 on a scale of 5, asked about the result and not about the help.'],
]

const LOYALTY: readonly Row[] = [
  ['NPS', '', '>= 50', 'Share of 9 and 10 less share of 0 to 6, asked of all customers alike.'],
  ['REPEAT_RATE', '', '60%-70% in 12 months', 'Customers with another order within a year of the first.'],
  [
    'RETENTION_RATE',
    '',
    '60%-70% in 12 months',
    'Customers of a year ago who still are, without those who came since.',
  ],
  ['LTV_CAC', '', '>= 3', 'Margin a customer is expected to bring, for each unit spent on winning one.'],
  ['CAC_PAYBACK', '', '<= 12 months', 'Months until the margin of a new customer has paid for winning them.'],
]

const SAAS: readonly Row[] = [
  ['TIME_TO_VALUE', '', 'within 7-14 days', 'From sign-up to the first result, those who have none yet counted too.'],
  ['STICKINESS', '', '>= 20%', 'Users of an average day, of all who used it in the month.'],
  ['NRR', '', '>= 100%', 'What customers of a year ago pay now, upgrades in, new customers out.'],
  ['QUICK_RATIO', '', '>= 4', 'Recurring revenue won in the month, for each unit lost.'],
  ['RULE_OF_40', '', '>= 40%', 'Growth of a year plus the profit margin.'],
  ['MAGIC_NUMBER', '', '>= 0.75', 'Yearly revenue a quarter has added, per unit of sales and marketing before.'],
]

const GOODS: readonly Row[] = [
  ['TCO_SAVING', '', '15%-25% over 3 years', 'Purchase and running cost over three years, against the nearest rival.'],
  ['REPEAT_RATE', '', '60%-70% in 12 months', 'Customers with another order within a year of the first.'],
  ['STOCKOUT_RATE', '', '< 5%', 'Items on days without stock, of all items and days on sale.'],
  ['STOCK_ACCURACY', '', '>= 97%', 'Counted lines that agree with the record.'],
  ['CSAT', 'packaging', '85%-90%', 'Answers of 4 or 5 on a scale of 5, asked about the packaging.'],
]

const GOODS_SERVICE: readonly Row[] = [
  ['ON_TIME_RATE', '', '>= 95%', 'Parcels delivered on the promised day, of all that were sent.'],
  ['ERROR_RATE', '', '< 1% a month', 'Parcels with a wrong, missing or damaged item, of all parcels of the month.'],
]

/** Targets to start from: what the field takes for good where nobody has said what is good here. */
export const targetSets: readonly { name: string; rows: readonly Target[] }[] = [
  { name: 'Customer service', rows: rows('service', CUSTOMER_SERVICE) },
  { name: 'Service product', rows: rows('service', SERVICE_PRODUCT) },
  { name: 'Loyalty and growth', rows: rows('product', LOYALTY) },
  { name: 'SaaS', rows: rows('product', SAAS) },
  { name: 'Goods and retail', rows: [...rows('product', GOODS), ...rows('service', GOODS_SERVICE)] },
]

function rows(Path: 'product' | 'service', of: readonly Row[]): Target[] {
  return of.map(([Metric, Segment, Target, Definition]) => ({
    Metric,
    ...(Segment && { Segment }),
    Target,
    Definition,
    Source: FIELD,
    Path,
  }))
}
