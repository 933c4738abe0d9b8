interface Step {
  step: string
  why: string
  path?: 'product' | 'service'
}

/** Questions, steps and tasks to start from, each list a set of its own. */
export const checklists = [
  checklist('Which approach suits us', [
    [
      'What do buyers compare first: what it does, or how they are looked after?',
      'Product: features and price. Customer: advice, care, people.',
    ],
    [
      'Does it sell with little talk, or does each sale need a conversation?',
      'Product: people choose alone. Customer: needs are found out together.',
    ],
    [
      'Is it the same for everyone, or fitted to each customer?',
      'Product: one offer for many. Customer: each gets their own.',
    ],
    [
      'Where does income come from: first purchases, or those who stay?',
      'Product: new buyers. Customer: renewals, repeat orders, more from the same.',
    ],
    [
      'How easily do rivals copy what you sell?',
      'Product: hardly, it is ahead. Customer: easily, so that the relation is what lasts.',
    ],
    [
      'Do you know your customers by name, and what they did with you?',
      'Product: mostly not, a market is served. Customer: yes, and it is used.',
    ],
    ['What do people say when they recommend you?', 'Product: what it can do. Customer: how they were treated.'],
    [
      'What decides in a meeting where both cannot be had?',
      'Product: the plan of the product. Customer: what customers asked for.',
    ],
  ]),
  checklist('Seven steps to customer-based marketing', [
    [
      'Say why the change is made, and what it is to bring',
      'A target in numbers, such as RETENTION_RATE or NRR, keeps it from being a slogan.',
    ],
    [
      'Bring what is known of each customer into one place',
      'Orders, cases and feedback by one customer id: without it nobody can be met as a person.',
    ],
    [
      'Group customers by what they need and what they are worth',
      'RFM and CLV show who they are. Three to five groups are enough to begin with.',
    ],
    [
      'Follow the journey of each group, and mark where it hurts',
      'The plan Journey shows the biggest loss: begin there.',
    ],
    ['Ask, decide, change, and tell customers what changed', 'The plan Feedback keeps the loop closed.'],
    ['Give teams shared goals, and bonuses that do not pull apart', 'Who sells and who serves look at the same KPIs.'],
    [
      'Try it with one group, measure, then go on to the next',
      'The plan Pilot compares it with a group that stays as it was.',
    ],
  ]),
  checklist('Launch readiness', [
    {
      step: 'The promise in one sentence, understood by five customers',
      why: 'What five do not understand, a campaign does not mend.',
      path: 'product',
    },
    {
      step: 'Proof for every claim',
      why: 'Usage data, a case, a pilot or a guarantee: the plan Messages counts them.',
      path: 'product',
    },
    { step: 'Price, terms and guarantee decided', why: 'What is said first is what is remembered.', path: 'product' },
    {
      step: 'First use tried by people who have never seen it',
      why: 'TIME_TO_VALUE is made in the first hour.',
      path: 'product',
    },
    {
      step: 'What is counted as active and adopted is agreed',
      why: 'ACTIVATION_RATE and FEATURE_ADOPTION mean nothing before that.',
      path: 'product',
    },
    {
      step: 'Support knows the answers to the first twenty questions',
      why: 'Early customers judge the whole by the first reply.',
      path: 'service',
    },
    {
      step: 'Enough people and stock for the first month',
      why: 'A launch that runs dry costs more than one that waits.',
      path: 'service',
    },
    {
      step: 'Way back planned, with who decides and by when',
      why: 'Under pressure nobody invents one.',
      path: 'service',
    },
    { step: 'Sales and partners have tried it themselves', why: 'People sell what they have used.', path: 'service' },
    { step: 'Baseline of each KPI noted', why: 'Without it nobody can say what the launch changed.' },
  ]),
  checklist('First 90 days', [
    {
      step: 'Week 1: look each day at the first replies and first use',
      why: 'What goes wrong now goes wrong for everyone after.',
      path: 'product',
    },
    { step: 'Week 1: call ten of the first customers', why: 'Numbers say how many, people say why.', path: 'service' },
    {
      step: 'Week 2: mend the three problems named most',
      why: 'THEME_COUNT tells which. Tell customers that it was done.',
      path: 'service',
    },
    {
      step: 'Day 30: initial response against the plan',
      why: 'CONVERSION_RATE, ACTIVATION_RATE and CSAT beside their targets.',
      path: 'product',
    },
    {
      step: 'Day 30: keep or change the message',
      why: 'AB_TEST, once each version has its number of visitors.',
      path: 'product',
    },
    {
      step: 'Day 45: who has stopped using it, and why',
      why: 'Those who leave early tell most about the promise.',
      path: 'service',
    },
    {
      step: 'Day 60: adoption rate by segment',
      why: 'FEATURE_ADOPTION and ADOPTION_CURVE: who takes it up, and how fast.',
      path: 'product',
    },
    {
      step: 'Day 60: cost of help for each new customer',
      why: 'A product that needs too much of it is not finished.',
      path: 'service',
    },
    {
      step: 'Day 90: decide to grow, change or stop',
      why: 'REPEAT_RATE and LTV_CAC, beside what was promised.',
      path: 'product',
    },
    {
      step: 'Day 90: write down what was learned',
      why: 'The next launch begins where this one ends.',
      path: 'service',
    },
  ]),
  checklist('Retirement', [
    {
      step: 'Decide with numbers, and note which',
      why: 'Revenue, use, cost of support and fit: the plan Offerings scores them.',
      path: 'product',
    },
    {
      step: 'List the customers, their contracts and how long these run',
      why: 'RENEWALS_DUE shows who is bound until when.',
      path: 'service',
    },
    {
      step: 'Choose the successor, and test the move with three customers',
      why: 'A way that nobody has gone is no way.',
      path: 'product',
    },
    {
      step: 'Decide the last day of sale, of changes and of support',
      why: 'Three dates, said once and kept.',
      path: 'product',
    },
    {
      step: 'Tell customers early, with the dates and their choices',
      why: 'What hurts is the surprise, not the end.',
      path: 'service',
    },
    { step: 'Let everyone take their data with them', why: 'It is theirs, and it is remembered.', path: 'product' },
    {
      step: 'Help the largest and the oldest move in person',
      why: 'They cost the most when they leave.',
      path: 'service',
    },
    {
      step: 'Take it out of pages, price lists and contracts',
      why: 'What still shows still promises.',
      path: 'service',
    },
    {
      step: 'Look after 90 days who stayed',
      why: 'RETENTION_RATE of those who had it tells whether the move was one.',
      path: 'service',
    },
  ]),
  checklist('Training by role', [
    ['Marketing: read the KPIs and say what moved them', 'A number that nobody can explain changes nothing.'],
    ['Marketing: write a message with a proof', 'What is promised is what is measured.'],
    ['Product: hear ten customers a month', 'The loudest request is seldom the most common one.'],
    ['Product: rank ideas by RICE', 'Opinions become comparable, and can be wrong in the open.'],
    ['Support: solve it at the first contact', 'FCR moves satisfaction more than a quick first word.'],
    [
      'Support: make good for a failure, within limits known to all',
      'RECOVERY_RATE shows whether customers come back.',
    ],
    ['Sales: find out the need before the offer', 'Customers who bought the wrong thing leave first.'],
    ['Sales: hand over to service without a gap', 'What was said while selling is known by who keeps it.'],
    ['Leads: close the month, and decide on two things', 'A review without a decision is a report.'],
    ['Everyone: who owns which promise', 'The owner stands in Signals and in Promises.'],
  ]),
] as const

function checklist(List: string, steps: readonly (Step | readonly [step: string, why: string])[]) {
  return {
    name: List,
    rows: steps.map((one) => {
      const { step, why, path }: Step = 'step' in one ? one : { step: one[0], why: one[1] }
      return { Step: step, List, Why: why, ...(path && { Path: path }) }
    }),
  }
}
