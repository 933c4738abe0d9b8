type Tier = 'experience' | 'reliability' | 'loyalty'

interface Kpi {
  KPI: string
  Metric?: string
  Stage: string
  Tier: Tier
  Side: string
  Path: string
  Better: string
  Target?: string
  Segment?: string
  'Partner KPI'?: string
}

type Row = readonly [
  kpi: string,
  metric: string | null,
  stage: 'adoption' | 'usage' | 'renewal',
  tier: Tier,
  better: 'higher' | 'lower',
  more?: Pick<Kpi, 'Segment' | 'Target' | 'Partner KPI'>,
]

const CUSTOMER_SERVICE = rows('service', 'customer service', [
  ['Satisfaction with help at the start', 'CSAT', 'adoption', 'experience', 'higher', { Segment: 'onboarding' }],
  ['Effort to find information', 'CES', 'adoption', 'experience', 'lower'],
  [
    'Visits to the help pages',
    null,
    'adoption',
    'experience',
    'higher',
    { 'Partner KPI': 'Effort to find information' },
  ],
  ['Time to first reply in chat', 'RESPONSE_TIME', 'usage', 'experience', 'lower', { Segment: 'chat' }],
  ['Time to first reply by e-mail', 'RESPONSE_TIME', 'usage', 'experience', 'lower', { Segment: 'e-mail' }],
  ['Replies within the guaranteed time', 'SLA_COMPLIANCE', 'usage', 'reliability', 'higher', { Target: '>= 95%' }],
  ['Friendliness of the staff', 'CSAT', 'usage', 'experience', 'higher', { Segment: 'friendliness' }],
  ['Quality of the answers', 'RQI', 'usage', 'experience', 'higher', { Target: '>= 80' }],
  ['Questions solved at first contact', 'FCR', 'usage', 'experience', 'higher'],
  ['Time until a case is solved', 'RESOLUTION_TIME', 'usage', 'reliability', 'lower'],
  ['Cases that wait for an answer', 'BACKLOG', 'usage', 'reliability', 'lower'],
  ['Complaints settled on the promised day', 'ON_TIME_RATE', 'renewal', 'reliability', 'higher'],
  ['Satisfaction with after-sales care', 'CSAT', 'renewal', 'experience', 'higher', { Segment: 'after-sales' }],
  ['Customers who order again after a complaint', 'RECOVERY_RATE', 'renewal', 'loyalty', 'higher'],
])

const SERVICE_PRODUCT = rows('service', 'service product', [
  ['Days until the service is of use', 'TIME_TO_VALUE', 'adoption', 'experience', 'lower'],
  ['New customers set up in two weeks', 'ACTIVATION_RATE', 'adoption', 'experience', 'higher'],
  ['Time the service is up', 'UPTIME', 'usage', 'reliability', 'higher', { Target: '>= 99.9%' }],
  ['Deliveries with a fault', 'ERROR_RATE', 'usage', 'reliability', 'lower'],
  ['Deliveries on time', 'ON_TIME_RATE', 'usage', 'reliability', 'higher'],
  ['Time from order to delivery', 'RESOLUTION_TIME', 'usage', 'reliability', 'lower'],
  ['Orders carried out in full', 'SHARE_OF', 'usage', 'reliability', 'higher', { Target: '>= 98%' }],
  ['Slow deliveries against the usual ones', null, 'usage', 'reliability', 'lower'],
  ['Time until a failure is mended', 'MTTR', 'usage', 'reliability', 'lower'],
  ['Hours without a failure', 'MTBF', 'usage', 'reliability', 'higher'],
  ['Quality checks passed', 'SHARE_OF', 'usage', 'reliability', 'higher', { Target: '>= 95%' }],
  ['Satisfaction with the result', 'CSAT', 'usage', 'experience', 'higher', { Segment: 'result' }],
  ['Contracts renewed', 'RENEWAL_RATE', 'renewal', 'loyalty', 'higher'],
  ['Customers who would recommend the service', 'NPS', 'renewal', 'loyalty', 'higher'],
])

const SAAS = [
  ...rows('product', 'service product', [
    [
      'Search visits to pages on value',
      null,
      'adoption',
      'experience',
      'higher',
      { 'Partner KPI': 'Sign-ups from pages on value' },
    ],
    ['Sign-ups from pages on value', 'CONVERSION_RATE', 'adoption', 'experience', 'higher'],
    ['New users active in two weeks', 'ACTIVATION_RATE', 'adoption', 'experience', 'higher'],
    ['Days to the first result', 'TIME_TO_VALUE', 'adoption', 'experience', 'lower'],
    ['Trials that are paid for', 'TRIAL_TO_PAID', 'adoption', 'loyalty', 'higher'],
    ['Daily users among those of the month', 'STICKINESS', 'usage', 'loyalty', 'higher', { Target: '>= 20%' }],
    ['Revenue that existing customers bring', 'NRR', 'renewal', 'loyalty', 'higher'],
    ['Customers lost', 'CHURN_RATE', 'renewal', 'loyalty', 'lower'],
  ]),
  ...rows('service', 'service product', [
    ['Time the software is up', 'UPTIME', 'usage', 'reliability', 'higher', { Target: '>= 99.9%' }],
    ['Time until an incident is over', 'MTTR', 'usage', 'reliability', 'lower'],
  ]),
  ...rows('service', 'customer service', [
    ['Satisfaction with onboarding', 'CSAT', 'adoption', 'experience', 'higher', { Segment: 'onboarding' }],
    ['Time to first reply in chat', 'RESPONSE_TIME', 'usage', 'experience', 'lower', { Segment: 'chat' }],
    ['Questions solved at first contact', 'FCR', 'usage', 'experience', 'higher'],
    ['Contracts renewed', 'RENEWAL_RATE', 'renewal', 'loyalty', 'higher'],
  ]),
]

const RETAIL = [
  ...rows('product', 'service product', [
    [
      'Visits to the online shop',
      null,
      'adoption',
      'experience',
      'higher',
      { 'Partner KPI': 'Conversion of the online shop' },
    ],
    ['Conversion of the online shop', 'CONVERSION_RATE', 'adoption', 'experience', 'higher', { Target: '2%-3%' }],
    ['Goods out of stock', 'STOCKOUT_RATE', 'usage', 'reliability', 'lower', { Target: '< 5%' }],
    ['Stock that is as recorded', 'STOCK_ACCURACY', 'usage', 'reliability', 'higher', { Target: '>= 97%' }],
    ['Goods returned as faulty', 'DEFECT_RATE', 'usage', 'reliability', 'lower'],
    ['Revenue per active customer', 'ARPU', 'renewal', 'loyalty', 'higher'],
    ['Customers who buy again within a year', 'REPEAT_RATE', 'renewal', 'loyalty', 'higher'],
  ]),
  ...rows('service', 'service product', [
    ['Collections ready on time', 'ON_TIME_RATE', 'usage', 'reliability', 'higher'],
  ]),
  ...rows('service', 'customer service', [
    ['New customers sent by others', 'REFERRAL_RATE', 'adoption', 'loyalty', 'higher'],
    ['Satisfaction in the shop', 'CSAT', 'usage', 'experience', 'higher', { Segment: 'shop' }],
    ['Effort to return goods', 'CES', 'usage', 'experience', 'lower'],
    ['Customers who order again after a complaint', 'RECOVERY_RATE', 'renewal', 'loyalty', 'higher'],
    [
      'Members of the loyalty programme per active customer',
      'SHARE_OF',
      'renewal',
      'loyalty',
      'higher',
      { 'Partner KPI': 'Customers who buy again within a year' },
    ],
  ]),
]

const GOODS = [
  ...rows('product', 'service product', [
    ['Satisfaction with the packaging', 'CSAT', 'adoption', 'experience', 'higher', { Segment: 'packaging' }],
    ['Effort of the first use', 'CES', 'adoption', 'experience', 'lower'],
    ['Units with a defect', 'DEFECT_RATE', 'usage', 'reliability', 'lower'],
    ['Goods out of stock', 'STOCKOUT_RATE', 'usage', 'reliability', 'lower', { Target: '< 5%' }],
    ['What one use costs', 'COST_PER_USE', 'usage', 'experience', 'lower'],
    ['Cost of ownership below that of a rival', 'TCO_SAVING', 'renewal', 'loyalty', 'higher'],
    ['Customers who buy again within a year', 'REPEAT_RATE', 'renewal', 'loyalty', 'higher'],
  ]),
  ...rows('service', 'service product', [
    ['Deliveries on the promised day', 'ON_TIME_RATE', 'adoption', 'reliability', 'higher'],
    ['Deliveries with a fault', 'ERROR_RATE', 'adoption', 'reliability', 'lower'],
  ]),
  ...rows('service', 'customer service', [
    ['Time to first reply by e-mail', 'RESPONSE_TIME', 'usage', 'experience', 'lower', { Segment: 'e-mail' }],
    ['Time until a repair is done', 'RESOLUTION_TIME', 'usage', 'reliability', 'lower'],
    [
      'Warranty claims settled within the promise',
      'SLA_COMPLIANCE',
      'renewal',
      'reliability',
      'higher',
      { Target: '>= 95%' },
    ],
    ['Customers who would recommend us', 'NPS', 'renewal', 'loyalty', 'higher'],
  ]),
]

/** KPIs to start from, by what is judged or by trade, with more than the five to seven of a path to choose from. */
export const kpiSets: readonly { name: string; rows: readonly Kpi[] }[] = [
  { name: 'Customer service', rows: CUSTOMER_SERVICE },
  { name: 'Service product', rows: SERVICE_PRODUCT },
  { name: 'SaaS', rows: SAAS },
  { name: 'Retail', rows: RETAIL },
  { name: 'Goods', rows: GOODS },
]

function rows(Path: 'product' | 'service', Side: 'service product' | 'customer service', of: readonly Row[]): Kpi[] {
  return of.map(([KPI, metric, Stage, Tier, Better, more]) => ({
    KPI,
    ...(metric && { Metric: metric }),
    Stage,
    Tier,
    Side,
    Path,
    Better,
    ...more,
  }))
}
