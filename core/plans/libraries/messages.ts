interface MessageRow {
  Message: string
  Path: string
  Segment: string
  Spec: string
  Benefit: string
  Result: string
  'First proof': string
  'Kind of first': string
  'Second proof': string
  'Kind of second': string
}

type Kind = 'usage data' | 'testimonial' | 'case' | 'pilot' | 'guarantee'

type Line = readonly [
  message: string,
  path: 'product' | 'service',
  segment: string,
  spec: string,
  benefit: string,
  result: string,
  first: readonly [proof: string, kind: Kind],
  second: readonly [proof: string, kind: Kind],
]

const SOFTWARE: readonly Line[] = [
  [
    'Your first report on the first day',
    'product',
    'Small teams',
    'Templates, and imports that need no set-up',
    'Nothing to build before you begin',
    'A first report on day one',
    ['Median hours to the first report, new accounts of the quarter', 'usage data'],
    ['One team before and after, with its numbers', 'case'],
  ],
  [
    'As fast with a million rows as with ten',
    'product',
    'Larger firms',
    'Pages that load in a second at any size',
    'Nobody waits, however much there is',
    'All regions in one workbook',
    ['Loading times of the ten largest accounts', 'usage data'],
    ['Trial with the data of one region', 'pilot'],
  ],
  [
    'Somebody answers before you are stuck',
    'service',
    'Small teams',
    'A person within two hours on working days',
    'Nobody waits overnight',
    'Work goes on the same day',
    ['Share answered within two hours, last quarter', 'usage data'],
    ['Two hours, or the month is free', 'guarantee'],
  ],
  [
    'We stay until it works for everybody',
    'service',
    'Larger firms',
    'One person for you, and a plan for each role',
    'Every role knows what to do in the first month',
    'In use in all teams after 90 days',
    ['Roll-out at one firm, week by week', 'case'],
    ['Head of a department, by name', 'testimonial'],
  ],
]

const GOODS: readonly Line[] = [
  [
    'A whole day on one charge',
    'product',
    'People on the road',
    'Runs for 14 hours of real use',
    'No socket to look for',
    'Works from the first meeting to the last',
    ['Hours measured by an independent laboratory', 'usage data'],
    ['Somebody who travels for work, by name', 'testimonial'],
  ],
  [
    'Costs less over three years',
    'product',
    'Buyers for firms',
    'Parts that last twice as long',
    'Fewer repairs and replacements',
    'A fifth less over three years, all costs counted',
    ['Costs of one customer over three years', 'case'],
    ['Failures per hundred pieces and year', 'usage data'],
  ],
  [
    'Wrong one? A new one tomorrow',
    'service',
    'People on the road',
    'Exchanged the next working day',
    'No days without it',
    'Back at work within a day',
    ['Share exchanged by the next day, last quarter', 'usage data'],
    ['The next day, or money back', 'guarantee'],
  ],
  [
    'We keep it running, you keep working',
    'service',
    'Buyers for firms',
    'Looked after twice a year, on your premises',
    'What wears out is found before it breaks',
    'No lost day in the year',
    ['Lost days before and after, at one customer', 'case'],
    ['Half a year at one plant', 'pilot'],
  ],
]

const SERVICES: readonly Line[] = [
  [
    'Ready on the day we name',
    'product',
    'First-time customers',
    'A fixed plan with days and prices',
    'You know what comes when, and what it costs',
    'No surprise on the invoice',
    ['Share finished on the named day, last year', 'usage data'],
    ['On the day, or a tenth off', 'guarantee'],
  ],
  [
    'The same quality each time',
    'product',
    'Regular customers',
    'Every job checked by a second person',
    'Nothing comes back to be done again',
    'You plan without a reserve',
    ['Jobs without a fault in twelve months', 'usage data'],
    ['A customer of five years, by name', 'testimonial'],
  ],
  [
    'One person who knows your case',
    'service',
    'First-time customers',
    'The same person from the first call to the last',
    'You never tell your story twice',
    'Questions are settled in one call',
    ['Share settled at the first contact', 'usage data'],
    ['A first-time customer, by name', 'testimonial'],
  ],
  [
    'When something goes wrong, we call first',
    'service',
    'Regular customers',
    'A call on the same day, with what is done about it',
    'You hear it from us and not from your customers',
    'Trouble is over before it is felt',
    ['How one failure was handled, hour by hour', 'case'],
    ['Customers who ordered again after a complaint', 'usage data'],
  ],
]

/** Two stories for each segment, what is sold and the help around it, with the proofs to gather for them. */
export const messageSets: readonly { name: string; rows: readonly MessageRow[] }[] = [
  { name: 'Software', rows: messages(SOFTWARE) },
  { name: 'Goods', rows: messages(GOODS) },
  { name: 'Services', rows: messages(SERVICES) },
]

function messages(lines: readonly Line[]): MessageRow[] {
  return lines.map(([message, path, segment, spec, benefit, result, first, second]) => ({
    Message: message,
    Path: path,
    Segment: segment,
    Spec: spec,
    Benefit: benefit,
    Result: result,
    'First proof': first[0],
    'Kind of first': first[1],
    'Second proof': second[0],
    'Kind of second': second[1],
  }))
}
