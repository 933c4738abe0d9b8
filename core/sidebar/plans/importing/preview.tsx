import { cut } from '../../../cell.ts'
import { importColumns } from '../../../plans/importing/columns.ts'
import type { Imported } from '../../../plans/importing/importRows.ts'
import { wordKey } from '../../../plans/importing/words.ts'
import { countText, type Plan } from '../../../plans/plan.ts'
import { wordIn, type Row } from '../../../plans/row.ts'
import type { NewCell, PlanColumn } from '../../../sheet/book.ts'
import { textOf } from '../../../sheet/rows.ts'
import { readable } from '../../../catalogue/readable.ts'
import { texts } from '../../texts/texts.ts'

interface Props {
  plan: Plan
  imported: Imported
  mapping: Readonly<Record<string, number | null>>
  /** Those that the plan has already. */
  rows: readonly Row[]
}

/** The first rows as they will be, and what a person should know of all of them. */
export function Preview({ plan, imported, mapping, rows }: Props) {
  const own = importColumns(plan).filter(({ title, isOptional }) => !isOptional && (mapping[title] ?? null) !== null)
  const columns: PlanColumn[] = [...own, ...imported.extraColumns]
  const count = imported.rows.length
  const shown = imported.rows.slice(0, SHOWN)
  const words = texts.plans.importing.preview
  const counted = countText(plan, count)
  return (
    <>
      <h2>{words.heading}</h2>
      <p class="note">
        {count > SHOWN ? words.first({ shown: SHOWN, rows: counted }) : words.all({ rows: counted, count })}
      </p>
      <div class="scroll" role="region" aria-label={words.heading} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map(({ title }) => (
                <th key={title} scope="col">
                  {cut(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((cells, i) => (
              <tr key={i}>
                {columns.map(({ title, kind }) => (
                  <td key={title}>{cut(shownText(cells[title] ?? null, kind))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Sentences label={words.look} sentences={[...twice(plan, imported, rows), ...imported.remarks]} />
      <Sentences label={words.lost} sentences={imported.lost} />
    </>
  )
}

const SHOWN = 3

function shownText(cell: NewCell, kind: PlanColumn['kind']): string {
  if (cell !== null && typeof cell === 'object') return cell.formula
  if (typeof cell === 'number' && kind === 'date') return readable(cell, 'date')
  return typeof cell === 'number' && kind === 'share' ? readable(cell, 'fraction') : textOf(cell)
}

function Sentences({ label, sentences }: { label: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <>
      <h3>{label}</h3>
      <ul class="remarks" aria-label={label}>
        {sentences.slice(0, FEW).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {sentences.length > FEW && <li>{texts.plans.importing.preview.more(sentences.length - FEW)}</li>}
      </ul>
    </>
  )
}

const FEW = 5

/** Nothing says that two rows of one name are one: both are kept. */
function twice(plan: Plan, imported: Imported, rows: readonly Row[]): string[] {
  const known = new Set(rows.map((row) => wordKey(wordIn(row, plan.key))))
  known.delete('')
  const names = imported.rows.map((cells) => shownText(cells[plan.key] ?? null, 'text'))
  const again = names.filter((name) => known.has(wordKey(name)))
  if (again.length === 0) return []
  return [texts.plans.importing.preview.twice({ name: cut(again[0]!), others: again.length - 1, plan: plan.name })]
}
