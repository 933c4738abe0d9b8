import { CellError } from '../../cell.ts'
import { fraction } from './singles.ts'

/** How much more a customer brings in each period than in the one before; 0 when left out. */
export const marginGrowth = fraction(
  'margin_growth',
  'How much the margin of a customer who stays grows in every period, such as 1%; below 0 it shrinks. Same period as the other arguments. 0 when left out.',
  { min: -1, default: 0 },
)

/** 0.2 + 0.04 - 0.8 x 0.3 is 3e-17: what is left of rates that balance each other is no fading. */
export const ROUNDING = 1e-12

/** What a value without end is: #NUM!, with the sum that says why and the way on. `churn` names the rate of leaving. */
export function growthOutpaces(churn: 'churn_rate' | 'tail_churn', wayOn: string): CellError {
  const sum = `(1 - ${churn}) x (1 + margin_growth) is not below 1 + discount_rate`
  return new CellError('#NUM!', `the value has no end, as margin_growth makes up for all who leave: ${sum}; ${wayOn}`)
}
