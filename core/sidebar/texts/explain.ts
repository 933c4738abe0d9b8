import type { ComponentChildren } from 'preact'
import { sentence } from './sentence.ts'

/** The Explain tab. What a metric is, and what is wrong with its cells, is said by the metric. */
export const explain = {
  heading: 'Explain this number',
  about: 'Select a cell with one of our formulas. What is told follows the selection.',
  explain: 'Explain the selected cell',
  notOurs: ({ cell, formula }: { cell: string; formula: string }) =>
    `${cell} holds ${formula}, in which no function of ours stands.`,
  noFormula: (cell: string) =>
    `${cell} holds no formula of ours. Select the cell in which the formula stands, for a table its first one.`,
  /** Where ours is a part of a formula, in which `others` more of ours may stand. */
  within: (of: { formula: ComponentChildren; others: number; value: string }) => {
    const others = of.others > 0 ? `, which holds ${of.others} more of our functions` : ''
    return sentence`A part of ${of.formula}${others}, which shows ${of.value}.`
  },
  useAgain: 'Use it for another table',
  whatItIs: 'What it is',
  target: (target: string) => `Target: ${target}`,
  targetAndStatus: ({ target, status }: { target: string; status: ComponentChildren }) =>
    sentence`Target: ${target}. Status: ${status}`,
  usualTarget: (target: string) => `Usual target: ${target}`,
  madeOf: 'What it was made of',
  /** `shown` is an error that the cell shows. */
  uncounted: (shown: string) => {
    const why = shown === '' ? '' : `, nor why the cell shows ${shown}: look at the formula`
    return `An argument is a calculation of its own, so the rows behind it cannot be counted here${why}.`
  },
  source: 'Source',
  /** “12 rows read, 10 used, 2 of them blank” */
  read: (of: { count: number; what: 'rows' | 'cells'; used?: number; blank?: number; standFor?: number }) =>
    [
      `${of.count} ${of.count === 1 ? of.what.slice(0, -1) : of.what} read`,
      of.used !== undefined && `${of.used} used`,
      of.blank && `${of.blank} of them blank`,
      of.standFor !== undefined && `standing for ${of.standFor.toLocaleString('en')}`,
    ]
      .filter(Boolean)
      .join(', '),
  skipped: ({ count, why }: { count: number; why: string }) => `${count} ${why}`,
}
