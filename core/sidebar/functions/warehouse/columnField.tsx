import type { Input } from '../../../../warehouse/inputs.ts'
import type { SchemaColumn } from '../../../../warehouse/schema.ts'
import { texts } from '../../texts/texts.ts'
import { TextField } from './textField.tsx'

interface Props {
  input: Input
  /** Those of the table, where they are known. */
  columns: readonly SchemaColumn[]
  value: string
  isGuess: boolean
  set(value: string): void
}

/** The column of an input: one of those of the table, or typed where they are not known. */
export function ColumnField({ input: { name, help, optional, isDate, isWide }, columns, value, isGuess, set }: Props) {
  const id = `column-${name}`
  if (columns.length === 0) {
    const { several, date, any } = texts.warehouse.column
    const example = isWide ? several : isDate ? date : any
    return (
      <TextField id={id} label={name} optional={optional} help={help} placeholder={example} value={value} set={set} />
    )
  }
  if (isWide) return <ColumnBoxes name={name} help={help} columns={columns} value={value} set={set} />
  return (
    <div class="field">
      <label for={id}>
        {name} {optional && <small>{texts.controls.optional}</small>}{' '}
        {isGuess && <small>{texts.warehouse.column.guessed}</small>}
      </label>
      <p id={`${id}-help`} class="note">
        {help}
      </p>
      <select
        id={id}
        aria-describedby={`${id}-help`}
        aria-required={!optional}
        value={value}
        onChange={(event) => set(event.currentTarget.value)}
      >
        <option value="">{texts.warehouse.column[optional ? 'none' : 'choose']}</option>
        {columns.map(({ name, type }) => (
          <option key={name} value={name}>
            {type ? texts.warehouse.column.typed({ name, type }) : name}
          </option>
        ))}
      </select>
    </div>
  )
}

type BoxesProps = Pick<Input, 'name' | 'help'> & Pick<Props, 'columns' | 'value' | 'set'>

/** Several columns side by side, in the order of the table. */
function ColumnBoxes({ name, help, columns, value, set }: BoxesProps) {
  const chosen = value.split(', ')
  const turn = (column: string, isOn: boolean) => {
    const isChosen = (name: string) => (name === column ? isOn : chosen.includes(name))
    set(
      columns
        .map(({ name }) => name)
        .filter(isChosen)
        .join(', '),
    )
  }
  return (
    <fieldset class="pairs">
      <legend>{name}</legend>
      <p class="note">{help}</p>
      {columns.map(({ name }) => (
        <label key={name} class="pick">
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={(event) => turn(name, event.currentTarget.checked)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}
