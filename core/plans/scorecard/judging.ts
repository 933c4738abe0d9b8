import { CellError } from '../../cell.ts'
import { findMetric } from '../../catalogue/catalogue.ts'
import { decode } from '../../catalogue/explain.ts'
import { capitalized } from '../../catalogue/readable.ts'
import { evaluate } from '../../reading/evaluate.ts'
import { liveIn, wordIn, type Row } from '../row.ts'
import { TIERS } from '../gallery/kpis.ts'

/** From such a score on nobody looks further. */
export const HEALTHY = 70
/** So many reds are no accident. */
export const MANY_REDS = 2

/** The KPIs that count in a score: they have a number, a target, and say which way is better. */
export function countingKpis(rows: readonly Row[]): Row[] {
  return rows.filter(
    (row) => typeof liveIn(row, 'Value') === 'number' && wordIn(row, 'Target') !== '' && wordIn(row, 'Better') !== '',
  )
}

/** HEALTH_SCORE of KPIs; the sentence where there is none, null where none of them counts. */
export function scoreOf(rows: readonly Row[]): number | string | null {
  const counting = countingKpis(rows)
  if (counting.length === 0) return null
  const column = (title: string) => counting.map((row) => [row.values[title] ?? null])
  try {
    const score = evaluate(
      findMetric('HEALTH_SCORE')!,
      [...['Value', 'Target', 'Better'].map(column), undefined],
      decode,
    )
    return score as number
  } catch (error) {
    if (error instanceof CellError) return error.message.replace(/^HEALTH_SCORE: /, '')
    throw error
  }
}

/** What a scorecard would not show by itself: tiers with few KPIs, and scores that hide what is red. */
export function scorecardFindings(kpis: readonly Row[]): string[] {
  return TIERS.flatMap((tier) => {
    const own = ofTier(kpis, tier)
    const name = capitalized(tier)
    if (own.length === 0) return [`No KPI for ${tier}.`]
    const few = own.length === 1 ? [`${name} has one KPI only.`] : []
    const unsaid = own
      .filter((row) => typeof liveIn(row, 'Value') === 'number' && wordIn(row, 'Better') === '')
      .map((row) => `“${wordIn(row, 'KPI')}” does not say which way is better and is left out of the score.`)
    const score = scoreOf(own)
    if (typeof score === 'string') return [...few, ...unsaid, `${name} has no score: ${score}.`]
    const reds = own.filter((row) => wordIn(row, 'Status').toLowerCase() === 'red').length
    if (score === null || score < HEALTHY || reds < MANY_REDS) return [...few, ...unsaid]
    const which = reds < own.length ? `${reds} of its ${own.length}` : reds === 2 ? 'both its' : `all its ${reds}`
    return [...few, ...unsaid, `${name} scores ${Math.round(score)} though ${which} KPIs are red.`]
  })
}

export function ofTier(kpis: readonly Row[], tier: string): Row[] {
  return kpis.filter((row) => wordIn(row, 'Tier').toLowerCase() === tier)
}
