import { catalogue } from '../catalogue/catalogue.ts'
import { formula } from '../catalogue/reference.ts'
import type { Line } from './line.ts'

/** Every example of every function: NPS 1, NPS 2, … */
export function exampleLines(): Line[] {
  return catalogue().flatMap(({ spec }) =>
    spec.examples.map(({ cells, gives }, i) => ({
      id: `${spec.name} ${i + 1}`,
      tries: 'an example of the reference',
      formula: formula(spec, cells),
      gives,
    })),
  )
}
