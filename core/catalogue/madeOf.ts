import type { Share, Unit } from '../metric.ts'
import { limitsMethod, shareLimits } from '../statistics/inference/shares.ts'
import { readable } from './readable.ts'

/** What a rate is made of and how sure it is, in words: “184 of 230 answers. With 95% confidence: 74.1% to 84.7% …”. */
export function madeOf(share: Share, unit: Unit): string {
  const { part, whole, against, of, pending, leftOut } = share
  const count = (value: number) => readable(value, of ? 'count' : 'number')
  const net = against === undefined ? '' : ` less ${count(against)}`
  const limits = shareLimits(share, CONFIDENCE)
  return [
    `${count(part)}${net} of ${count(whole)}${of ? ` ${of}` : ''}.`,
    pending ? `${count(pending)} more pending.` : '',
    leftOut ? `${count(leftOut)} left out.` : '',
    limits
      ? `The rate of all probably lies between ${readable(limits.low, unit, 3)} and ${readable(limits.high, unit, 3)} (95% confidence, ${limitsMethod(share)}).`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const CONFIDENCE = 0.95
