type Path = 'product' | 'service'

interface Piece {
  Title: string
  Path: string
  Type: string
  Pillar: string
  Intent: string
  Stage: string
  Persona: string
  Evidence: string
  'Leads to': string
  State: string
}

type Row = readonly [title: string, type: string, intent: string, stage: string, persona: string, evidence: string]

const SOFTWARE_PRODUCT: readonly Row[] = [
  ['Why reports take days, and what that costs', 'article', 'problem', 'awareness', 'team lead', 'research'],
  [
    'Spreadsheet, own tool or software: a fair comparison',
    'comparison',
    'product',
    'evaluation',
    'team lead',
    'usage data',
  ],
  ['What it costs over three years, line by line', 'tool', 'transactional', 'purchase', 'buyer', 'usage data'],
  ['Your first report in twenty minutes', 'guide', 'long tail', 'onboarding', 'new user', 'usage data'],
  ['Five templates that others use every week', 'guide', 'long tail', 'activation', 'new user', 'usage data'],
  ['What a year of use has saved you', 'e-mail', 'product', 'renewal', 'team lead', 'usage data'],
]

const SOFTWARE_SERVICE: readonly Row[] = [
  ['What to ask before anyone sets up your software', 'article', 'problem', 'awareness', 'IT lead', 'research'],
  ['How a move of all data goes, day by day', 'case study', 'problem', 'evaluation', 'IT lead', 'case'],
  ['What our response guarantee says, in plain words', 'page', 'transactional', 'purchase', 'buyer', 'guarantee'],
  ['Who does what in the first two weeks', 'guide', 'long tail', 'onboarding', 'IT lead', 'pilot'],
  ['Where to get an answer within the hour', 'page', 'long tail', 'activation', 'new user', 'guarantee'],
  ['A review of your year with us', 'webinar', 'product', 'renewal', 'team lead', 'testimonial'],
]

const GOODS_PRODUCT: readonly Row[] = [
  ['Why most of them break after two years', 'article', 'problem', 'awareness', 'first buyer', 'research'],
  ['Which size fits which home', 'tool', 'problem', 'evaluation', 'first buyer', 'usage data'],
  ['All versions beside each other', 'comparison', 'transactional', 'purchase', 'first buyer', 'usage data'],
  ['Unpack and start, in pictures', 'guide', 'long tail', 'onboarding', 'new owner', 'usage data'],
  ['Three things that owners find out late', 'video', 'long tail', 'activation', 'new owner', 'testimonial'],
  ['Parts and refills for what you own', 'page', 'product', 'renewal', 'owner', 'usage data'],
]

const GOODS_SERVICE: readonly Row[] = [
  ['What a good warranty covers, and what it leaves out', 'article', 'problem', 'awareness', 'first buyer', 'research'],
  ['How a repair goes, from call to return', 'video', 'problem', 'evaluation', 'first buyer', 'case'],
  ['Delivery, set-up and returns on one page', 'page', 'transactional', 'purchase', 'first buyer', 'guarantee'],
  ['What happens on the day of delivery', 'e-mail', 'long tail', 'onboarding', 'new owner', 'guarantee'],
  ['Questions to the workshop, answered', 'article', 'long tail', 'activation', 'owner', 'testimonial'],
  ['Care once a year: what we do and what it costs', 'page', 'product', 'renewal', 'owner', 'case'],
]

/** Content to start from: a piece for each stage on both paths, each leading to the next one of its path. */
export const contentSets: readonly { name: string; rows: readonly Piece[] }[] = [
  {
    name: 'Software',
    rows: [
      ...rows('product', 'Time saved', 'The page on renewal and plans', SOFTWARE_PRODUCT),
      ...rows('service', 'Help that answers', 'The page on service plans', SOFTWARE_SERVICE),
    ],
  },
  {
    name: 'Goods and retail',
    rows: [
      ...rows('product', 'Made to last', 'The page of the next model', GOODS_PRODUCT),
      ...rows('service', 'Care after the sale', 'The page where care is booked', GOODS_SERVICE),
    ],
  },
]

/** The last one leads to a page. */
function rows(Path: Path, Pillar: string, page: string, of: readonly Row[]): Piece[] {
  return of.map(([Title, Type, Intent, Stage, Persona, Evidence], i) => {
    const next = of[i + 1]?.[0] ?? page
    return { Title, Path, Type, Pillar, Intent, Stage, Persona, Evidence, 'Leads to': next, State: 'idea' }
  })
}
