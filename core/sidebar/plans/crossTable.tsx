import { useMemo } from 'preact/hooks'
import { capitalized } from '../../catalogue/readable.ts'
import { crossOf } from '../../plans/cross.ts'
import { countText, type Cross, type Plan } from '../../plans/plan.ts'
import { toldIn } from '../../plans/reading.ts'
import type { Row } from '../../plans/row.ts'
import { texts } from '../texts/texts.ts'
import type { Colour, SheetContent } from '../../sheet/book.ts'

interface Props {
  plan: Plan
  cross: Cross
  rows: readonly Row[]
  content: SheetContent
}

/** How many rows say what in two columns. */
export function CrossTable({ plan, cross, rows, content }: Props) {
  // Every letter that is looked for draws the list anew.
  const { across, lines, unsaid } = useMemo(() => crossOf(rows, cross), [rows, cross])
  const told = (label: string) => toldIn(content, label)
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={cross.heading}>
      <table class="cross">
        <caption>{cross.heading}</caption>
        <thead>
          <tr>
            <th scope="col">
              {cross.down} \ {cross.across}
            </th>
            {across.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ word, counts }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              {counts.map((count, i) => (
                <td key={across[i]} class={classOf(cross.colour?.(word, across[i]!, told), count)}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {unsaid > 0 && (
        <p class="note">
          {texts.plans.list.uncounted({
            rows: capitalized(countText(plan, unsaid)),
            count: unsaid,
            down: cross.down,
            across: cross.across,
          })}
        </p>
      )}
    </div>
  )
}

function classOf(colour: Colour | undefined, count: number): string | undefined {
  const none = count === 0 ? 'none' : undefined
  return colour && none ? `${colour} ${none}` : (colour ?? none)
}
