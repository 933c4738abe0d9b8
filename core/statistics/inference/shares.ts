import { shareValue, type Share } from '../../metric.ts'
import { isEnough, netPromoterChange, netPromoterLimits } from '../feedback/netPromoter.ts'
import type { Promotion } from '../feedback/promotion.ts'
import { rateTest } from '../experiments/rateTest.ts'
import { wilsonInterval } from './proportion.ts'

/**
 * Between which the true rate probably lies: Wilson's interval of a share, Wald's of a net score, adjusted where answers
 * are few. Undefined for a share of an amount, and for one that is more than the whole.
 */
export function shareLimits(share: Share, confidence: number): { low: number; high: number } | undefined {
  if (!isCount(share)) return undefined
  if (share.against === undefined) return wilsonInterval(share.part, share.whole, confidence)
  return netPromoterLimits(promotionIn(share), confidence)
}

/** How the limits of a rate came about, in words. */
export function limitsMethod(share: Share): string {
  if (share.against === undefined) return 'Wilson'
  return isEnough(promotionIn(share)) ? 'Wald' : 'adjusted Wald'
}

/** The part that counts for the value, of a net score what is left of it, and the whole, in what people measure them in. */
export function partsTold({ part, whole, against = 0, measure: { size } = { name: '', size: 1 } }: Share): {
  part: number
  whole: number
} {
  return { part: (part - against) / size, whole: whole / size }
}

/** What several rates have in common: the rate of all that they count. */
export function pooled(shares: readonly Share[]): Share {
  const [first] = shares
  const isNet = first?.against !== undefined
  const total = (of: (share: Share) => number) => shares.reduce((sum, share) => sum + of(share), 0)
  return {
    ...first!,
    part: total(({ part }) => part),
    whole: total(({ whole }) => whole),
    ...(isNet && { against: total(({ against = 0 }) => against) }),
  }
}

/** What is left of a rate without a part of what it counts. */
export function without(all: Share, share: Share): Share {
  return {
    ...all,
    part: all.part - share.part,
    whole: all.whole - share.whole,
    ...(all.against !== undefined && { against: all.against - (share.against ?? 0) }),
  }
}

/**
 * How a rate stands to another, and how likely they would differ at least as much if both were alike, two-sided; undefined
 * for shares of an amount, where there is nothing on one side, and where all of both count alike.
 */
export function shareChange(from: Share, to: Share): { isMore: boolean; p: number } | undefined {
  if (![from, to].every((share) => isCount(share) && Number.isInteger(share.part) && Number.isInteger(share.whole))) {
    return undefined
  }
  const isMore = shareValue(to) > shareValue(from)
  if (from.against !== undefined) return { isMore, p: netPromoterChange(promotionIn(from), promotionIn(to)).p }
  const successes = from.part + to.part
  if (successes === 0 || successes === from.whole + to.whole) return undefined
  return { isMore, p: rateTest(from.part, from.whole, to.part, to.whole).p }
}

function isCount({ part, whole, of }: Share): boolean {
  return of !== undefined && whole > 0 && part >= 0 && part <= whole
}

function promotionIn({ part, whole, against = 0 }: Share): Promotion {
  return { answers: whole, promoters: part, detractors: against }
}
