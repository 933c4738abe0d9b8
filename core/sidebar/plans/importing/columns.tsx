import { importColumns } from '../../../plans/importing/columns.ts'
import type { Plan } from '../../../plans/plan.ts'
import { withColumn, type OwnImport } from './ownImport.ts'
import { texts } from '../../texts/texts.ts'
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
  const words = texts.plans.importing.columns
  const { mapping } = own.choices
  const columns = importColumns(plan).sort((a, b) => Number(b.title === plan.key) - Number(a.title === plan.key))
  return (
    <>
      <h2>{words.heading}</h2>
      <p class="note">{words.about({ plan: plan.name, key: plan.key })}</p>
      {columns.map(({ title }) => {
        const at = mapping[title] ?? null
        return (
          <Pair
            key={title}
            options={[words.none, ...titles]}
            chosen={at === null ? 0 : at + 1}
            choose={(option) => change(withColumn(plan, own, title, option === 0 ? null : option - 1))}
            is={at !== null ? undefined : title === plan.key ? 'open' : 'none'}
          >
            {title}
          </Pair>
        )
      })}
      {beside.length > 0 && <p class="note">{words.beside(beside)}</p>}
    </>
  )
}
