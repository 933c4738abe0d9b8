import { importColumns } from '../../../plans/importing/columns.ts'
import type { Plan } from '../../../plans/plan.ts'
import { withColumn, type OwnImport } from './ownImport.ts'
import { Pair } from './pair.tsx'

interface Props {
  plan: Plan
  own: OwnImport
  change(own: OwnImport): void
  /** The titles of the columns that have no place in the plan. */
  beside: readonly string[]
}

/** Which column of the table is which of the plan, the one that names the rows first. */
export function Columns({ plan, own, change, beside }: Props) {
  const { titles } = own.table
  const { mapping } = own.choices
  const columns = importColumns(plan).sort((a, b) => Number(b.title === plan.key) - Number(a.title === plan.key))
  return (
    <>
      <h2>Your columns</h2>
      <p class="note">
        At the left those of {plan.name}, at the right yours. Only “{plan.key}” is needed.
      </p>
      {columns.map(({ title }) => {
        const at = mapping[title] ?? null
        return (
          <Pair
            key={title}
            options={['none', ...titles]}
            chosen={at === null ? 0 : at + 1}
            choose={(option) => change(withColumn(plan, own, title, option === 0 ? null : option - 1))}
            is={at !== null ? undefined : title === plan.key ? 'open' : 'none'}
          >
            {title}
          </Pair>
        )
      })}
      {beside.length > 0 && <p class="note">Kept in columns of your own: {beside.join(', ')}.</p>}
    </>
  )
}
