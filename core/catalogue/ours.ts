import { VERSION_FUNCTION } from '../release.ts'
import { findMetric } from './catalogue.ts'

/** Whether a name in capitals is a function that only Cuesheet knows: a metric, or what says which version computes. */
export function isOurs(name: string): boolean {
  return name === VERSION_FUNCTION || findMetric(name) !== undefined
}
