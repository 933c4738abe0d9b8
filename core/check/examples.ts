import { formula } from '../catalogue/reference.ts'
import { families } from '../metrics/index.ts'
import { TOLERANCE, type Line } from './line.ts'

/** Every example of every function: NPS 1, NPS 2, … */
export function exampleLines(): Line[] {
  return families.flatMap(({ family, metrics }) =>
    metrics.flatMap(({ spec }) =>
      spec.examples.map(({ cells, gives }, i) => ({
        id: `${spec.name} ${i + 1}`,
        tries: 'an example of the reference',
        formula: formula(spec, cells),
        gives,
        tolerance: FITTED.includes(family) ? FITTED_TOLERANCE : TOLERANCE,
      })),
    ),
  )
}

/**
 * A model is fitted by a search, whose last steps depend on the last digit of exponentials and logarithms: browsers
 * differ in it. Where the data have no summit, as in the example of CLV_BACKTEST, its end differs by 1e-7 between Node 20 and Chromium 153.
 */
const FITTED: readonly string[] = ['prediction', 'planning']
const FITTED_TOLERANCE = 1e-6
