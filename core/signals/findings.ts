import { findMetric } from '../catalogue/catalogue.ts'
import { CellError } from '../cell.ts'
import { isDateText } from '../reading/texts/dates.ts'
import { isoText } from '../statistics/time/calendar.ts'
import { misfit, targetOf } from '../arguments/target.ts'
import { fieldOf } from './fields.ts'
import type { Cue } from './matrix.ts'

/** What a cue lacks, said with what to do about it. */
export interface Finding {
  level: 'red' | 'amber'
  text: string
}

/** Days after which a review is due again. */
export const REVIEW_DAYS = 90

/** What is wrong with a cue or missing in it, worst first. `today` is a serial number. */
export function findingsOf(cue: Cue, today: number): Finding[] {
  const { promise, delivery, backedBy, owner, reviewedOn } = cue
  const found: Finding[] = []
  if (promise !== null && delivery !== null && promise > delivery) {
    found.push({
      level: 'red',
      text: `Over-promised: ${promise} promised, ${delivery} delivered. Deliver more, or promise less.`,
    })
  }
  if (promise !== null && backedBy === '') {
    found.push({ level: 'red', text: 'Nothing is behind the promise. Name the policy or process that makes it true.' })
  }
  if (owner === '') found.push({ level: 'amber', text: 'Nobody owns it.' })
  const broken = metricProblem(cue)
  if (broken !== '') found.push({ level: 'amber', text: broken })
  const target = targetProblem(cue)
  if (target !== '') found.push({ level: 'amber', text: target })
  const review = cue.seen[fieldOf('reviewedOn').title] ?? ''
  if (reviewedOn === null && review !== '') {
    const why = isDateText(review) ? 'is text. Type it again as a date' : 'is no date. Type one, such as 2026-03-01'
    found.push({ level: 'amber', text: `Its last review, “${review}”, ${why}.` })
  } else if (reviewedOn === null) found.push({ level: 'amber', text: 'It has never been reviewed.' })
  // Where a colleague lives it may be tomorrow already.
  else if (Math.floor(reviewedOn) > today + 1) {
    found.push({ level: 'amber', text: `Its last review, ${isoText(Math.floor(reviewedOn))}, is still to come.` })
  } else if (today - reviewedOn > REVIEW_DAYS) {
    found.push({ level: 'amber', text: `Last reviewed ${Math.floor(today - reviewedOn)} days ago.` })
  }
  return found
}

/** Why the status of a cue would mislead: its target cannot be read, or counts something else than the metric. */
function targetProblem({ metric, target }: Cue): string {
  const found = findMetric(metric)
  if (!found || target === null || target === '') return ''
  try {
    const wrong = misfit(targetOf(target, 'target'), found.spec.returns)
    return wrong && `Its target is ${target}, but ${metric} ${wrong}.`
  } catch (error) {
    if (error instanceof CellError) return `Its ${error.message}.`
    throw error
  }
}

/** Why no live number shows whether a cue works; "" where one does. */
export function metricProblem({ metric, value, status, seen }: Cue): string {
  if (metric === '') return 'No metric shows whether it works.'
  const formulaOf = (key: 'value' | 'status') => seen[fieldOf(key).title] ?? ''
  if (formulaOf('value') === '') return `The formula of ${metric} is gone. Link the metric again.`
  if (!formulaOf('value').startsWith('=')) return 'Its value was typed by hand and is not live. Link the metric again.'
  if (typeof value === 'string' && value.startsWith('#')) {
    return `${metric} shows ${value}. Select its cell in the sheet and choose Explain to read why.`
  }
  if (status !== '' && !formulaOf('status').startsWith('=')) {
    return 'Its status was typed by hand and is not live. Link the metric again.'
  }
  return ''
}

/** The cues of one outcome, and what is wrong with how it is carried. */
export interface OutcomeGroup {
  /** "" for cues without one. */
  outcome: string
  cues: Cue[]
  warning: string
}

/** The cues by outcome, in the order of the sheet; those without one come last. */
export function byOutcome(cues: readonly Cue[]): OutcomeGroup[] {
  const groups = new Map<string, Cue[]>()
  for (const cue of cues) {
    const key = cue.outcome.toLowerCase()
    groups.set(key, [...(groups.get(key) ?? []), cue])
  }
  return [...groups.values()]
    .map((own) => ({ outcome: own[0]!.outcome, cues: own, warning: coverageWarning(own) }))
    .sort((a, b) => Number(a.outcome === '') - Number(b.outcome === ''))
}

/** Never rely on a single signal, or on one kind of them. */
function coverageWarning(cues: readonly Cue[]): string {
  if (cues[0]!.outcome === '') return 'These cues lead to no outcome. Say what customers gain from each.'
  if (cues.length === 1) return 'Rests on a single cue. Add another, best of the other kind.'
  const kinds = new Set(cues.map(({ kind }) => kind).filter((kind) => kind !== ''))
  if (kinds.size !== 1) return ''
  const [only] = kinds
  return `Rests on ${only} cues only. Add ${only === 'tangible' ? 'an intangible' : 'a tangible'} one.`
}
