import type { ResultColumn, Scalar, Table } from '../../metric.ts'

export const funnelColumns: readonly ResultColumn[] = [
  { name: 'stage', unit: 'text' },
  { name: 'count', unit: 'count' },
  { name: 'step_rate', unit: 'fraction' },
  { name: 'overall_rate', unit: 'fraction' },
  { name: 'drop_off', unit: 'count' },
]

/**
 * A funnel as a table: of each stage the count, its share of the stage before, its share of the first, and how many
 * fewer than the stage before. A share of nobody is blank, as is what the first stage has no stage before for.
 */
export function funnelTable(stages: readonly string[], counts: ArrayLike<number>): Table {
  const share = (part: number, whole: number): Scalar => (whole === 0 ? '' : part / whole)
  return [
    funnelColumns.map(({ name }) => name),
    ...stages.map((stage, i): Scalar[] => {
      const [first, before, count] = [counts[0]!, counts[i - 1], counts[i]!]
      const step = before === undefined ? ['', ''] : [share(count, before), before - count]
      return [stage, count, step[0]!, share(count, first), step[1]!]
    }),
  ]
}
