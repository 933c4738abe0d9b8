import { CellError } from '../../cell.ts'
import { betaMean } from '../numerics/betaMean.ts'
import { maximise, type Outcome, type Point } from '../numerics/maximumLikelihood.ts'

/**
 * The shifted beta-geometric model of contracts: at each renewal a customer leaves with a chance that stays the same for
 * the customer and differs between customers as a beta distribution with parameters alpha and beta.
 * Fader and Hardie, Journal of Interactive Marketing 21(1), 2007.
 */
export interface ShiftedBetaGeometric {
  alpha: number
  beta: number
}

/** How many customers renewed and left at renewal i + 1, over all cohorts. */
export interface Renewals {
  kept: Float64Array
  lost: Float64Array
}

/** The parameters that make these renewals most likely. Fails with a sentence where there is nothing to learn from. */
export function fitShiftedBetaGeometric(renewals: Renewals): ShiftedBetaGeometric & Outcome {
  const { kept, lost } = renewals
  const periods = kept.filter((count, i) => count + lost[i]! > 0).length
  if (periods < 2) throw new CellError('#N/A', `needs 2 periods after the start, has ${periods}`)
  const [stayed, left] = [kept, lost].map((counts) => counts.reduce((total, count) => total + count, 0))
  if (left === 0) throw new CellError('#N/A', 'needs customers who left, the number of survivors never falls')
  const { at, value, converged, settled } = maximise([[0, Math.log(stayed! / left!)]], (logs) =>
    likelihood(renewals, logs),
  )
  return { alpha: Math.exp(at[0]!), beta: Math.exp(at[1]!), value, converged, settled }
}

/** The log-likelihood with its derivatives by the logarithms of alpha and beta. */
function likelihood({ kept, lost }: Renewals, logs: Float64Array): Point {
  const [alpha, beta] = logs.map(Math.exp) as unknown as [number, number]
  let value = 0
  let byAlpha = 0
  let byBeta = 0
  let alphaAlpha = 0
  let alphaBeta = 0
  let betaBeta = 0
  for (let i = 0; i < kept.length; i++) {
    const k = kept[i]!
    const l = lost[i]!
    if (k + l === 0) continue
    const all = alpha + beta + i
    const shareA = alpha / all
    const shareB = beta / all
    value += k * Math.log((beta + i) / all) + l * Math.log(shareA)
    byAlpha += l - (k + l) * shareA
    byBeta += (k * beta) / (beta + i) - (k + l) * shareB
    alphaAlpha -= (k + l) * shareA * (1 - shareA)
    alphaBeta += (k + l) * shareA * shareB
    betaBeta += (k * beta * i) / (beta + i) ** 2 - (k + l) * shareB * (1 - shareB)
  }
  return {
    value,
    gradient: Float64Array.of(byAlpha, byBeta),
    hessian: Float64Array.of(alphaAlpha, alphaBeta, alphaBeta, betaBeta),
  }
}

/** The share of customers who renew at renewal t = 1, 2, …, of those who renewed every time before. */
export function renewalRate({ alpha, beta }: ShiftedBetaGeometric, t: number): number {
  const kept = beta + (t - 1)
  const all = alpha + kept
  // Parameters may be so large that their sum is no number.
  return Number.isFinite(all) ? kept / all : 1 / (1 + alpha / kept)
}

/**
 * Payments to expect from a customer, discounted at a rate per period: from a new one, whose first payment comes at
 * once; or from one who has renewed `renewals` times and is about to decide again, whose next payment, if it comes,
 * comes at once. The papers write these means over the chance p to leave with Gauss’s 2F1.
 * Fader and Hardie, Marketing Science 29(1), 2010, equations 5 and 6.
 */
export function discountedLifetime(
  { alpha, beta }: ShiftedBetaGeometric,
  discountRate: number,
  renewals: number | null,
): number {
  const n = renewals ?? 0
  if (discountRate === 0) {
    if (alpha > 1) return renewals === null ? 1 + beta / (alpha - 1) : (beta + n) / (alpha - 1)
    const why = `with alpha at ${alpha}, not above 1, some customers hardly ever leave`
    throw new CellError('#NUM!', `the value has no end: ${why}; give a discount_rate above 0`)
  }
  const mean = betaMean(alpha, beta + n)
  if (renewals === null) return mean((p) => (1 + discountRate) / (discountRate + p))
  return mean((p, q) => (q * (1 + discountRate)) / (discountRate + p))
}
