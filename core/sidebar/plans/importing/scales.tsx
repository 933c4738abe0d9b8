import { scalesToMap, type Scale, type ScaleOfColumn } from '../../../plans/importing/scales.ts'
import type { Plan } from '../../../plans/plan.ts'
import { withScale, type OwnImport } from './ownImport.ts'
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
      <h2>Your scales</h2>
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
  const texts = options.map(rangeText)
  const isOpen = scale === null
  return (
    <Pair
      options={isOpen ? ['choose', ...texts] : texts}
      chosen={isOpen ? 0 : texts.indexOf(rangeText(scale))}
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
  if (found && !scale) {
    const numbers = `The numbers of ${title} go from ${rangeText(found)}`
    return scales.length > 0
      ? `${numbers}: choose their scale.`
      : `${numbers}, which is no usual scale: they are kept in notes.`
  }
  const read = values.filter(({ becomes }) => becomes !== null)
  if (read.every(({ text, becomes }) => text === String(becomes))) return `${title} stays as it is.`
  const from = found && scale ? `goes from ${rangeText(scale)}: ` : ''
  return `${title} ${from}taken to ${rangeText(range)}. ${examples(read)}.`
}

function rangeText({ least, most }: Scale): string {
  return `${least} to ${most}`
}

/** What becomes of the least, of one between, and of the most. */
function examples(values: ScaleOfColumn['values']): string {
  const sorted = [...values].sort((a, b) => a.becomes! - b.becomes!)
  const shown = [0, Math.floor((sorted.length - 1) / 2), sorted.length - 1]
  return [...new Set(shown)].map((i) => `${sorted[i]!.text} becomes ${sorted[i]!.becomes}`).join(', ')
}
