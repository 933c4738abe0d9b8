import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Arg } from '../../arguments/argument.ts'
import { columnReference, type DataColumn } from '../../catalogue/dataColumns.ts'
import { rangesOf, type Input, type ParsedCall } from '../../catalogue/explain.ts'
import { sample } from '../../catalogue/reference.ts'
import type { Spec } from '../../metric.ts'
import type { Book } from '../../sheet/book.ts'
import { ArgumentField } from '../functions/argumentField.tsx'
import { callText, inSheet, missing, unreadable, type Fields } from '../functions/call.ts'
import { columnsOf, guesses, takesColumn } from '../functions/guess.ts'
import { focusOn } from '../focus.ts'
import { reason } from '../said.tsx'
import { texts } from '../texts/texts.ts'
import { useFields } from '../useFields.ts'

/** A formula over data of other sheets while a person fills it in. */
export interface LinkData {
  spec: Spec
  fields: Fields
  /** For the sheet that it is to stand in. */
  formula: string
  /** Those of the sheet that was looked at last. */
  columns: readonly DataColumn[]
  problem: string
  setProblem(problem: string): void
  set(argument: string, text: string): void
  useSelection(arg: Arg<unknown>): Promise<void>
  look(): Promise<void>
  /** Whether all is filled in that has to be; what is missing is said. */
  isComplete(): boolean
  /** Why the formula would not compute. */
  unreadable(): string
}

/**
 * `sheet` is the one that the formula is to stand in: its data are elsewhere, such as in the sheet of `before`, the call that
 * stands there now.
 */
export function useLinkData(book: Book, spec: Spec, sheet: string, before: ParsedCall | null): LinkData {
  const { fields, set, suggest, takeSelection } = useFields(() => fieldsOfCall(before))
  const [columns, setColumns] = useState<readonly DataColumn[]>([])
  const [problem, setProblem] = useState('')
  const looks = useRef(0)

  /** The columns of the sheet in which a person has selected something, found by their headers. */
  const lookAtSheet = async (asked: boolean) => {
    const look = ++looks.current
    setProblem('')
    try {
      const selected = (await book.selection()).sheet
      const known = before && !asked ? rangesOf(before)[0]?.sheet : undefined
      const data = selected === sheet ? known : selected
      const found = data === undefined || data === sheet ? [] : await columnsOf(book, data)
      if (look !== looks.current) return
      // One who comes from the plan has done nothing wrong yet.
      if (found.length === 0 && (asked || selected !== sheet)) {
        setProblem(texts.plans.linking.data.noTitles)
      }
      setColumns(found)
      suggest(guesses(spec.args, found))
    } catch (error) {
      if (look === looks.current) setProblem(reason(error))
    }
  }
  useEffect(() => void lookAtSheet(false), [])

  const home = columns[0]?.sheet
  const filled = home === undefined ? fields : inSheet(spec, fields, home)
  return {
    spec,
    fields,
    formula: callText(spec, filled, sheet),
    columns,
    problem,
    setProblem,
    set,
    useSelection: (arg) => takeSelection(book, arg).catch((error) => setProblem(reason(error))),
    look: () => lookAtSheet(true),
    isComplete() {
      setProblem('')
      const [first] = spec.args
      const isBlank = first !== undefined && Object.values(fields).every((text) => text.trim() === '')
      const empty = isBlank ? [first.name] : missing(spec, fields)
      if (empty.length === 0) return true
      setProblem(texts.functions.fillIn(empty))
      focusOn(document.getElementById(`link-${empty[0]}`))
      return false
    },
    unreadable: () => unreadable(spec, filled),
  }
}

interface Props {
  data: LinkData
  /** What the button says that links it. */
  label: string
  busy: boolean
  link(): void
  /** What is asked besides. */
  children?: ComponentChildren
}

/** The form of a formula: its arguments, with the columns of a sheet to choose from, and what it comes to. */
export function LinkDataForm({ data, label, busy, link, children }: Props) {
  const { spec, fields, columns, formula, set } = data
  const words = texts.plans.linking.data
  return (
    <>
      <h2>{words.heading}</h2>
      <p class="note">{columns.length > 0 ? words.offered(columns[0]!.sheet) : words.click}</p>
      <button type="button" class="quiet wide" onClick={() => data.look()}>
        {texts.plans.lookAtSheet}
      </button>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          link()
        }}
      >
        {spec.args.map((arg) => (
          <ArgumentField
            key={arg.name}
            id={`link-${arg.name}`}
            arg={arg}
            example={sample(spec, arg)}
            value={fields[arg.name] ?? ''}
            set={(value) => set(arg.name, value)}
            useSelection={() => data.useSelection(arg)}
          >
            {takesColumn(arg) && columns.length > 0 && (
              <select
                class="columns"
                aria-label={words.column(arg.name)}
                value={fields[arg.name] ?? ''}
                onChange={(event) => set(arg.name, event.currentTarget.value)}
              >
                <option value="">{words.choose}</option>
                {isElsewhere(fields[arg.name] ?? '', columns) && (
                  <option value={fields[arg.name]}>{fields[arg.name]}</option>
                )}
                {columns.map((column) => (
                  <option key={column.index} value={columnReference(column)}>
                    {column.title}
                  </option>
                ))}
              </select>
            )}
          </ArgumentField>
        ))}
        {children}
        <output class="formula" aria-label={texts.functions.formula}>
          {formula}
        </output>
        <button type="submit" class="primary wide" aria-disabled={busy}>
          {busy ? texts.doing.writing : label}
        </button>
      </form>
    </>
  )
}

/** What a call is made of, as one types it into the fields. */
function fieldsOfCall(call: ParsedCall | null): Fields {
  if (!call) return {}
  const named = call.metric.spec.args.map(({ name }, i) => [name, unquoted(call.inputs[i])] as const)
  return Object.fromEntries(named.filter(([, text]) => text !== ''))
}

/** A word as one types it into a field. */
function unquoted(input: Input | undefined): string {
  return input?.kind === 'value' && typeof input.value === 'string' ? input.value : (input?.text ?? '')
}

function isElsewhere(text: string, columns: readonly DataColumn[]): boolean {
  return text !== '' && !columns.some((column) => columnReference(column) === text)
}
