import { columnReference, type DataColumn } from '../../core/catalogue/dataColumns.ts'
import type { Arg } from '../../core/metric.ts'
import { lettersOf } from '../../core/sheet/sheetReference.ts'
import { takesColumn } from '../../core/sidebar/functions/guess.ts'

interface Props {
  arg: Arg<unknown>
  example: string
  columns: readonly DataColumn[]
  value: string
  set(value: string): void
}

/** An argument: one of the columns of the table, one of its choices, or what a person types. */
export function Argument({ arg, example, columns, value, set }: Props) {
  const { name, help, choices, standard, optional } = arg
  const id = `arg-${name}`
  const isColumn = takesColumn(arg) && !arg.wide && !arg.block
  const shared = { id, value, 'aria-describedby': `${id}-help` }
  return (
    <div class="field">
      <label for={id}>
        {name} {optional && <small>optional</small>}
      </label>
      <p id={`${id}-help`} class="note">
        {help}
      </p>
      {choices ? (
        <select {...shared} onChange={(event) => set(event.currentTarget.value)}>
          {standard === undefined && <option value="">Choose…</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value === standard ? '' : choice.value}>
              {choice.value}: {choice.help}
            </option>
          ))}
        </select>
      ) : isColumn ? (
        <select {...shared} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">{optional ? 'None' : 'Choose a column…'}</option>
          {columns.map((column) => (
            <option key={column.index} value={columnReference(column)}>
              {lettersOf(column.index)}
              {column.title && `: ${column.title}`}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          autocomplete="off"
          spellcheck={false}
          placeholder={example}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </div>
  )
}
