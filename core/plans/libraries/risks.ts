type Response = 'avoid' | 'reduce' | 'transfer' | 'accept'

interface Risk {
  If: string
  Then: string
  Category: string
  Path: string
  Response: string
  Mitigation: string
  Trigger: string
  State: string
}

type Row = readonly [
  condition: string,
  consequence: string,
  category: string,
  response: Response,
  mitigation: string,
  trigger: string,
]

const SERVICE: readonly Row[] = [
  [
    'Two of the people who know the customer leave',
    'Answers take longer and promises are forgotten',
    'people',
    'reduce',
    'A second person on every account, and notes that others can read',
    'Notice given, or the same name on three escalations',
  ],
  [
    'Requests double within a month',
    'Replies miss the guaranteed time',
    'capacity',
    'reduce',
    'Self-help for the ten most asked questions, and a partner on call',
    'Backlog grows two weeks in a row',
  ],
  [
    'The platform is down for half a day',
    'Customers stand still and claim the guarantee',
    'reliability',
    'reduce',
    'A second site, and a rehearsed way back',
    'Uptime of a day below the promise',
  ],
  [
    'A partner who delivers part of the service stops',
    'Contracts cannot be fulfilled',
    'supply',
    'transfer',
    'A second partner under contract, with penalties for both',
    'Late deliveries by the partner, or news about their money',
  ],
  [
    'Personal data get out',
    'Customers leave, and the authority asks',
    'law',
    'avoid',
    'Keep only what is needed, and delete the rest each quarter',
    'A report by the watch, or a customer who asks how we know',
  ],
  [
    'Quality differs from team to team',
    'Customers ask for the one person they trust',
    'quality',
    'reduce',
    'One way of working, sampled each month',
    'Satisfaction of two teams is ten points apart',
  ],
  [
    'A large customer wants what nobody else does',
    'The team builds for one and the others wait',
    'scope',
    'accept',
    '',
    'More than a third of the effort for one customer',
  ],
]

const PRODUCT: readonly Row[] = [
  [
    'The only supplier of a part fails',
    'Nothing can be shipped for weeks',
    'supply',
    'reduce',
    'A second supplier, and stock for six weeks',
    'A delivery later than agreed, twice in a row',
  ],
  [
    'A batch has a hidden fault',
    'Returns, repairs and bad reviews',
    'quality',
    'reduce',
    'A test of every batch before it leaves, and a way to call it back',
    'Returns for one reason double in a week',
  ],
  [
    'A rival offers the same for a fifth less',
    'Price talks in every sale, and a smaller margin',
    'market',
    'reduce',
    'Say and prove what the product saves over three years',
    'Offers lost on price rise two months in a row',
  ],
  [
    'The launch is later than announced',
    'Orders are cancelled and the campaign is spent',
    'schedule',
    'reduce',
    'Announce after the last test, and keep a smaller version ready',
    'A milestone is missed by more than two weeks',
  ],
  [
    'Customers do not use what was built',
    'Money is spent and nothing renews',
    'adoption',
    'avoid',
    'A pilot with ten customers before it is built in full',
    'Fewer than a third of the pilot come back in the second week',
  ],
  [
    'A rule changes what may be sold or claimed',
    'Stock that cannot be sold, texts that must go',
    'law',
    'transfer',
    'Advice under contract, and insurance for recalls',
    'A draft of the rule is published',
  ],
  [
    'Exchange rates or freight cost move by a tenth',
    'The margin of a season is gone',
    'money',
    'transfer',
    'Prices fixed for half a year ahead',
    'Cost of the month five per cent above plan',
  ],
]

/** Risks to start from. How likely and how bad each is, only those who know the business can say. */
export const riskSets: readonly { name: string; rows: readonly Partial<Risk>[] }[] = [
  { name: 'A service', rows: rows('service', SERVICE) },
  { name: 'A product', rows: rows('product', PRODUCT) },
]

function rows(Path: 'product' | 'service', of: readonly Row[]): Partial<Risk>[] {
  return of.map(([If, Then, Category, Response, Mitigation, Trigger]) => ({
    If,
    Then,
    Category,
    Path,
    Response,
    ...(Mitigation && { Mitigation }),
    Trigger,
    State: 'open',
  }))
}
