import { brief, readable } from '../../core/catalogue/readable.ts'
import type { Returns, Scalar } from '../../core/metric.ts'

/** A number with more digits, where they tell more than the short one. */
export function exactly(result: Scalar, returns: Returns): string {
  if (typeof result !== 'number') return ''
  const text = readable(result, returns.unit, 10)
  const amount = (written: string) => parseFloat(written.replace(/,/g, ''))
  return amount(text) === amount(brief(result, returns)) ? '' : text
}
