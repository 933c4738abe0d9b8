import { catalogue } from '../core/catalogue/catalogue.ts'
import type { Reduction } from '../core/reduction.ts'
import { inputsOf, reductionOf } from './inputs.ts'

const SHAPES: readonly (readonly [Reduction['shape'], string])[] = [
  ['rows', 'Rows that are alike become one, with a count.'],
  ['cohorts', 'Customers by the period of their first order, and what they did or paid in each period.'],
  ['returns', 'The first day of each customer and the next one, counted.'],
  ['histories', 'Repeat orders, weeks to the last one and weeks observed, or mean spend, counted.'],
  ['days', 'The amounts of each customer and day: smaller than the log, but a row for each customer at least.'],
  ['totals', 'The last day, the orders and the revenue of each customer, in two rows at most.'],
  ['ledger', 'What customers pay in each period; those who pay alike in all of them are counted.'],
  ['stages', 'The ways through the stages, counted.'],
  ['features', 'How many used each feature.'],
  ['paths', 'Paths of touches, with how many converted and how many did not.'],
]

/** Which functions have a query and by which shape, and why the others have none: docs/warehouse-functions.md. */
export function warehouseCoverage(): string {
  const all = catalogue().map(({ spec }) => ({ spec, reduction: reductionOf(spec) }))
  const covered = SHAPES.flatMap(([shape, what]) => {
    const own = all.filter(({ reduction }) => typeof reduction !== 'string' && reduction.shape === shape)
    const rows = own.map(({ spec }) => {
      const columns = inputsOf(spec).map(({ name, optional }) => (optional ? `[${name}]` : name))
      return `| \`${spec.name}\` | ${columns.join(', ')} |`
    })
    return [`### ${shape}`, '', what, '', '| Function | Columns that the query reads |', '| --- | --- |', ...rows, '']
  })
  const reasons = new Map<string, string[]>()
  for (const { spec, reduction } of all) {
    if (typeof reduction !== 'string') continue
    reasons.set(reduction, [...(reasons.get(reduction) ?? []), `\`${spec.name}\``])
  }
  const others = Array.from(reasons, ([why, names]) => `- ${names.join(', ')}: ${why}.`)
  return [
    '# Functions with a query',
    '',
    'Written by `npm run build` from the functions themselves. How the queries are used: [warehouse.md](warehouse.md).',
    '',
    ...covered,
    '## Without a query',
    '',
    ...others,
    '',
  ].join('\n')
}
