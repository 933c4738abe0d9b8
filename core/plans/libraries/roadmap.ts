interface Idea {
  Idea: string
  Path: string
  Theme: string
  State: string
}

type Row = readonly [idea: string, theme: string]

const PRODUCT: readonly Row[] = [
  ['A first result without any set-up', 'First use'],
  ['Say what is wrong where it happens, with a way on', 'First use'],
  ['Take over data from what people use today', 'Switching'],
  ['Show customers what they have saved', 'Reasons to stay'],
]

const SERVICE: readonly Row[] = [
  ['A call in the first week for every new customer', 'First use'],
  ['One place where customers see how far their case is', 'Answers'],
  ['Answers to the ten most asked questions before they are asked', 'Answers'],
  ['A plan that includes a review once a quarter', 'Reasons to stay'],
]

/** A few ideas to see how it works. A roadmap is usually there already: import it. */
export const roadmapSets: readonly { name: string; rows: readonly Idea[] }[] = [
  { name: 'A product', rows: rows('product', PRODUCT) },
  { name: 'A service', rows: rows('service', SERVICE) },
]

function rows(Path: 'product' | 'service', of: readonly Row[]): Idea[] {
  return of.map(([Idea, Theme]) => ({ Idea, Path, Theme, State: 'idea' }))
}
