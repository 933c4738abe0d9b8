import type { Share, Unit } from '../metric.ts'
import { limitsMethod, shareLimits } from '../statistics/inference/shares.ts'
import { readable } from './readable.ts'

/** What a rate is made of and how sure it is, in words: “184 of 230 answers. The rate of all probably lies between …”. */
export function madeOf(share: Share, unit: Unit): string {
  const { part, whole, against, of, measure, pending, leftOut } = share
  const size = measure?.size ?? 1
  const count = (value: number) => readable(value / size, of ? 'count' : 'number')
  const thing = of ?? measure?.name
  const net = against === undefined ? '' : ` less ${count(against)}`
  const limits = shareLimits(share, CONFIDENCE)
  return [
    `${count(part)}${net} of ${count(whole)}${thing ? ` ${thing}` : ''}.`,
    pending ? `${readable(pending, 'count')} more pending.` : '',
    leftOut ? `${readable(leftOut, 'count')} left out.` : '',
    limits
      ? `The rate of all probably lies between ${readable(limits.low, unit, 3)} and ${readable(limits.high, unit, 3)} (95% confidence, ${limitsMethod(share)}).`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const CONFIDENCE = 0.95
