import { scalesToMap, type Scale, type ScaleOfColumn } from '../../../plans/importing/scales.ts'
import type { Plan } from '../../../plans/plan.ts'
import { withScale, type OwnImport } from './ownImport.ts'
import { texts } from '../../texts/texts.ts'
import { Pair } from './pair.tsx'

interface Props {
  plan: Plan
  own: OwnImport
  change(own: OwnImport): void
}

/** On which scale the scores of the table are, and what becomes of them. */
export function Scales({ plan, own, change }: Props) {
  const { mapping, scales } = own.choices
  const columns = scalesToMap(plan, own.table, mapping, scales).filter(({ values }) => values.length > 0)
  if (columns.length === 0) return null
  return (
    <>
      <h2>{texts.plans.importing.scales.heading}</h2>
      {columns.map((column) => (
        <div key={column.title} class="pairs">
          {column.found && column.scales.length > 0 && <ScaleChoice column={column} own={own} change={change} />}
          <p class="note">{becomesText(column)}</p>
        </div>
      ))}
    </>
  )
}

function ScaleChoice({
  column: { title, scale, scales },
  own,
  change,
}: Omit<Props, 'plan'> & { column: ScaleOfColumn }) {
  const isAmong = scale !== null && scales.some((one) => rangeText(one) === rangeText(scale))
  const options = isAmong || scale === null ? scales : [scale, ...scales]
  const ranges = options.map(rangeText)
  const isOpen = scale === null
  return (
    <Pair
      options={isOpen ? [texts.plans.importing.scales.choose, ...ranges] : ranges}
      chosen={isOpen ? 0 : ranges.indexOf(rangeText(scale))}
      choose={(option) => {
        const next = options[isOpen ? option - 1 : option]
        if (next) change(withScale(own, title, next))
      }}
      is={isOpen ? 'open' : undefined}
    >
      {title}
    </Pair>
  )
}

function becomesText({ title, range, found, scale, scales, values }: ScaleOfColumn): string {
  const { chooseScale, noScale, stays, goes, taken } = texts.plans.importing.scales
  if (found && !scale) return (scales.length > 0 ? chooseScale : noScale)({ title, range: rangeText(found) })
  const read = values.filter(({ becomes }) => becomes !== null)
  if (read.every(({ text, becomes }) => text === String(becomes))) return stays(title)
  const outcome = { title, to: rangeText(range), examples: examples(read) }
  return found && scale ? goes({ ...outcome, from: rangeText(scale) }) : taken(outcome)
}

function rangeText(scale: Scale): string {
  return texts.plans.importing.scales.range(scale)
}

/** What becomes of the least, of one between, and of the most. */
function examples(values: ScaleOfColumn['values']): string {
  const sorted = [...values].sort((a, b) => a.becomes! - b.becomes!)
  const shown = [0, Math.floor((sorted.length - 1) / 2), sorted.length - 1]
  const told = (i: number) =>
    texts.plans.importing.scales.becomes({ text: sorted[i]!.text, score: sorted[i]!.becomes! })
  return [...new Set(shown)].map(told).join(', ')
}
