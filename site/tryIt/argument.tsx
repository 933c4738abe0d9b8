import { useState } from 'preact/hooks'
import { columnReference, type DataColumn } from '../../core/catalogue/dataColumns.ts'
import type { Arg } from '../../core/metric.ts'
import { lettersOf } from '../../core/sheet/sheetReference.ts'
import { SHEET } from './table.ts'

interface Props {
  arg: Arg<unknown>
  example: string
  columns: readonly DataColumn[]
  value: string
  set(value: string): void
}

interface Option {
  value: string
  text: string
}

/** What stands for typing in a list of columns; no formula is written so. */
const TYPED = '='

/** An argument: one of the columns of the table, one of its choices, or what a person types. */
export function Argument(props: Props) {
  const { arg, value, set } = props
  const { name, help, choices, standard, optional } = arg
  const id = `arg-${name}`
  const shared = { id, 'aria-describedby': `${id}-help` }
  return (
    <div class="field">
      <label for={id}>
        {name} {optional && <small>optional</small>}
      </label>
      <p id={`${id}-help`} class="note">
        {help}
      </p>
      {choices ? (
        <select {...shared} value={value} onChange={(event) => set(event.currentTarget.value)}>
          {standard === undefined && <option value="">Choose…</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value === standard ? '' : choice.value}>
              {choice.value}: {choice.help}
            </option>
          ))}
        </select>
      ) : arg.shape === 'cell' ? (
        <Typing {...props} id={id} help={`${id}-help`} />
      ) : (
        <Choosing {...props} id={id} help={`${id}-help`} />
      )}
    </div>
  )
}

type Described = Props & { id: string; help: string }

/** One value: a number may as well be the sum of a column. */
function Typing({ arg, example, columns, value, set, id, help }: Described) {
  const isNumber = !arg.text && !arg.date
  const offered = isNumber ? columns.flatMap(sumsOf) : []
  return (
    <>
      <input
        id={id}
        aria-describedby={help}
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={example}
        list={offered.length > 0 ? `${id}-offered` : undefined}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {offered.length > 0 && (
        <>
          <datalist id={`${id}-offered`}>
            {offered.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </datalist>
          <p class="note">A number, or one of a column: {offered[0]!.value} adds it up, COUNT counts its numbers.</p>
        </>
      )}
    </>
  )
}

function sumsOf({ title, index }: DataColumn): Option[] {
  const letters = lettersOf(index)
  const named = title === '' ? letters : `${letters}, ${title}`
  return [
    { value: `SUM(${letters}:${letters})`, text: `Sum of ${named}` },
    { value: `AVERAGE(${letters}:${letters})`, text: `Average of ${named}` },
    { value: `COUNT(${letters}:${letters})`, text: `Numbers in ${named}` },
  ]
}

/** One of the columns, the whole table, or a range that is typed. */
function Choosing({ arg, example, columns, value, set, id, help }: Described) {
  const options = optionsOf(arg, columns)
  const [isTyping, setTyping] = useState(false)
  const types = isTyping || (value !== '' && !options.some((option) => option.value === value))
  const choose = (chosen: string) => {
    setTyping(chosen === TYPED)
    set(chosen === TYPED ? '' : chosen)
  }
  return (
    <>
      <select
        id={id}
        aria-describedby={help}
        value={types ? TYPED : value}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{arg.optional ? 'None' : arg.block ? 'Choose…' : 'Choose a column…'}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
        <option value={TYPED}>{wayToType(arg)}</option>
      </select>
      {types && (
        <input
          type="text"
          aria-label={`${arg.name}, typed`}
          aria-describedby={help}
          autocomplete="off"
          spellcheck={false}
          placeholder={example}
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </>
  )
}

function wayToType({ wide, repeating, block, shape }: Arg<unknown>): string {
  if (wide) return 'Type several columns side by side, such as D:E…'
  if (repeating) return 'Type several columns, such as C:C, D:D…'
  if (block) return 'Type the cells, such as A1:B5…'
  return shape === 'range' ? 'Type it: a number, a cell or a range…' : 'Type it: a range such as B2:B99…'
}

function optionsOf({ shape, block }: Arg<unknown>, columns: readonly DataColumn[]): Option[] {
  const own = columns.map((column) => ({
    value: columnReference(column),
    text: lettersOf(column.index) + (column.title && `: ${column.title}`),
  }))
  const last = lettersOf(columns.length - 1)
  const whole = { value: `${SHEET}!A:${last}`, text: `The whole table, A:${last}` }
  const singles = block ? [] : own
  return shape === 'range' && columns.length > 1 ? [...singles, whole] : singles
}
