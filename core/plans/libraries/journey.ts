interface Step {
  Step: string
  Path: string
  Stage: string
  Number: number
  'Customer does': string
  Touchpoints: string
  Outcome: string
}

type Line = readonly [stage: string, step: string, does: string, touchpoints: string, outcome: string]

const PRODUCT: readonly Line[] = [
  [
    'awareness',
    'Hears of the product',
    'Comes across it in a search, in a shop or among friends',
    'Search, shelf, advertisement, word of mouth',
    'Opens the page of the product',
  ],
  [
    'evaluation',
    'Compares it with others',
    'Reads data, prices and reviews, and tries it',
    'Product page, reviews, demo, trial',
    'Asks for a trial or a price',
  ],
  [
    'purchase',
    'Buys it',
    'Chooses a model or a plan, and pays',
    'Shop, checkout, sales talk',
    'First payment has come in',
  ],
  [
    'onboarding',
    'Sets it up',
    'Unpacks or signs in, and makes it their own',
    'Box, quick start, first screen',
    'Set-up is finished',
  ],
  [
    'activation',
    'Does a first real task with it',
    'Uses what it was bought for',
    'Product, examples, tips',
    'First result within 14 days',
  ],
  [
    'renewal',
    'Buys again or upgrades',
    'Weighs what it brought against the next one',
    'Invoice, offer, news of what is new',
    'Renews, upgrades or orders again',
  ],
]

const SERVICE: readonly Line[] = [
  [
    'awareness',
    'Hears how customers are helped',
    'Asks others who are customers already',
    'Case studies, guarantees, word of mouth',
    'Reads a case or a guarantee',
  ],
  [
    'evaluation',
    'Asks before buying',
    'Puts a question and watches how it is answered',
    'Chat, phone, advice on site',
    'Has an answer that settles the question',
  ],
  [
    'purchase',
    'Agrees on what is promised',
    'Reads the offer and what stands behind it',
    'Proposal, contract, service levels',
    'Signs the contract',
  ],
  [
    'onboarding',
    'Is shown how it works',
    'Has a first talk, a training or a guide',
    'Welcome call, training, named contact',
    'Gets on without asking',
  ],
  [
    'activation',
    'Gets help when stuck',
    'Asks, waits and tries what was answered',
    'Chat, e-mail, phone, help pages',
    'Question is solved at the first contact',
  ],
  [
    'renewal',
    'Decides to stay',
    'Looks back on what was reached and what comes next',
    'Review talk, survey, after-sales call',
    'Renews the contract, or recommends us',
  ],
]

/** Six stages on two paths: what is usual, to be made one’s own. */
export const journeySets: readonly { name: string; rows: readonly Step[] }[] = [
  { name: 'All businesses', rows: [...steps('product', PRODUCT), ...steps('service', SERVICE)] },
]

function steps(path: string, lines: readonly Line[]): Step[] {
  return lines.map(([stage, step, does, touchpoints, outcome], i) => ({
    Step: step,
    Path: path,
    Stage: stage,
    Number: i + 1,
    'Customer does': does,
    Touchpoints: touchpoints,
    Outcome: outcome,
  }))
}
