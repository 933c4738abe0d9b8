import { useMemo } from 'preact/hooks'
import type { Book } from '../../sheet/book.ts'
import type { About } from '../../plans/check.ts'
import { offeredIn } from '../../plans/offered.ts'
import type { Column, Plan } from '../../plans/plan.ts'
import type { Row } from '../../plans/row.ts'
import { reference } from '../../sheet/sheetReference.ts'
import { reason } from '../said.tsx'
import { texts } from '../texts/texts.ts'

interface Props {
  plan: Plan
  column: Column
  value: string
  rows: readonly Row[]
  about: About
  book: Book
  set(value: string): void
  say(problem: string): void
}

/** The element of a field, by which the focus finds it. */
export function fieldId({ name }: Pick<Plan, 'name'>, title: string): string {
  return `${name}-${title}`.toLowerCase().replace(/[^a-z]+/g, '-')
}

/** A column of a row, to be filled in as what it is: one of some words, a text, a number, cells of a sheet. */
export function RowField({ plan, column, value, rows, about, book, set, say }: Props) {
  const { title, help, kind, ofCells, isLong } = column
  const id = fieldId(plan, title)
  const options = optionsOf(column)
  const isChosen = options !== undefined
  // There may be hundreds, and every letter that is typed draws the form.
  const known = useMemo(
    () => (isChosen ? null : knownWords(`${id}-known`, offeredIn(column, rows, about))),
    [id, isChosen, column, rows, about],
  )
  const common = {
    id,
    'aria-describedby': `${id}-help`,
    'aria-required': column.required === true,
    value,
  }
  const useSelection = async () => {
    try {
      set(reference(await book.selection()))
    } catch (error) {
      say(reason(error))
    }
  }
  const text = (
    <input
      {...common}
      type="text"
      autocomplete="off"
      spellcheck={!ofCells}
      placeholder={ofCells ? texts.plans.row.cellsExample : kind === 'date' ? texts.plans.row.dateExample : undefined}
      list={known ? `${id}-known` : undefined}
      onInput={(event) => set(event.currentTarget.value)}
    />
  )
  return (
    <div class="field">
      <label for={id}>{title}</label>
      <p id={`${id}-help`} class="note">
        {help}
      </p>
      {options ? (
        <select {...common} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">{texts.plans.blank}</option>
          {value !== '' && !options.includes(value) && <option value={value}>{value}</option>}
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : isLong ? (
        <textarea {...common} rows={3} onInput={(event) => set(event.currentTarget.value)} />
      ) : ofCells ? (
        <div class="row">
          {text}
          <button
            type="button"
            class="quiet"
            aria-label={texts.controls.useSelectionFor(title)}
            onClick={() => void useSelection()}
          >
            {texts.controls.useSelection}
          </button>
        </div>
      ) : (
        text
      )}
      {known}
    </div>
  )
}

function knownWords(id: string, words: readonly string[]) {
  if (words.length === 0) return null
  return (
    <datalist id={id}>
      {words.map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  )
}

/** The only words, or whole numbers, that belong there. */
function optionsOf({ choices, range }: Column): readonly string[] | undefined {
  if (!range) return choices
  const [least, most] = range
  return Array.from({ length: most - least + 1 }, (_, i) => String(least + i))
}
