export const LIFE = ['idea', 'design', 'launch', 'growth', 'retirement'] as const
type Stage = (typeof LIFE)[number]

/** What is to be answered before an offering leaves its stage. */
export const GATES: Readonly<Record<Stage, string>> = {
  idea: 'Who needs it, what do they do today, and which of them have said that they would pay?',
  design: 'Have customers tried it, does it do what we will promise, and do we know what it costs to deliver?',
  launch: 'Do new customers reach a first result, do they come back, and can support keep up?',
  growth: 'Does each new customer still bring more than it costs, and do those we have stay?',
  retirement: 'Does every customer know the day and the way on, and is every contract fulfilled or settled?',
}

interface Offering {
  Offering: string
  Path: string
  Stage: Stage
}

/** An example for each stage, so that every gate question is seen. Rename them to what you sell. */
export const offeringSets: readonly { name: string; rows: readonly Offering[] }[] = [
  {
    name: 'A maker of goods',
    rows: [
      { Offering: 'Model that customers ask for', Path: 'product', Stage: 'idea' },
      { Offering: 'Next model', Path: 'product', Stage: 'design' },
      { Offering: 'Care plan by the year', Path: 'service', Stage: 'launch' },
      { Offering: 'Model of today', Path: 'product', Stage: 'growth' },
      { Offering: 'Model of five years ago', Path: 'product', Stage: 'retirement' },
    ],
  },
  {
    name: 'A service business',
    rows: [
      { Offering: 'Advice as a subscription', Path: 'service', Stage: 'idea' },
      { Offering: 'Self-service for small customers', Path: 'product', Stage: 'design' },
      { Offering: 'Set-up at a fixed price', Path: 'service', Stage: 'launch' },
      { Offering: 'Care contract', Path: 'service', Stage: 'growth' },
      { Offering: 'Work by the hour', Path: 'service', Stage: 'retirement' },
    ],
  },
]
