import { useMemo, useState } from 'preact/hooks'
import type { Spec } from '../../../metric.ts'
import { dialectNames, type DialectName } from '../../../../warehouse/dialect.ts'
import { dialects } from '../../../../warehouse/dialects/index.ts'
import { inputsOf } from '../../../../warehouse/inputs.ts'
import { schemaOf } from '../../../../warehouse/schema.ts'
import type { Answered } from '../../../../warehouse/reduce.ts'
import { capitalized } from '../../../catalogue/readable.ts'
import { reason } from '../../said.tsx'
import { texts } from '../../texts/texts.ts'
import type { Fields } from '../call.ts'
import { ColumnField } from './columnField.tsx'
import { guessedColumns } from './columnGuess.ts'
import { QueryAndFormula } from './queryAndFormula.tsx'
import { answerOf, columnsFor, optionsOf, sheetOf, stillMissing, type Asked, type Place } from './request.ts'
import { TextField } from './textField.tsx'

export interface WarehouseProps {
  spec: Spec
  /** What is filled in for the formula of the page. */
  fields: Fields
  place: Place
  setPlace(place: Place): void
}

/** Asks for the table and its columns; as soon as they are there, the query stands below. */
export function WarehouseForm({ spec, fields, place, setPlace }: WarehouseProps) {
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({})
  const [where, setWhere] = useState('')
  const [sheet, setSheet] = useState(texts.warehouse.usualSheet)
  const schema = useMemo(() => schemaOf(place.schema), [place.schema])
  const inputs = inputsOf(spec)
  const guesses = useMemo(() => guessedColumns(inputs, schema, place.dialect), [schema, place.dialect])
  const columns = columnsFor(inputs, picked, guesses, schema)
  const asked: Asked = { columns, where, sheet }
  const missing = stillMissing(spec, place, asked)
  const { answer, problem } = missing.length > 0 ? NOTHING : tried(() => answerOf(spec, place, asked, fields, schema))
  const options = Object.entries(optionsOf(spec, fields)).map(([name, text]) => `${name} ${text}`)
  const change = (next: Partial<Place>) => setPlace({ ...place, ...next })
  return (
    <>
      <p class="note">{texts.warehouse.about}</p>
      <div class="field">
        <label for="warehouse-dialect">{texts.warehouse.dialect}</label>
        <select
          id="warehouse-dialect"
          value={place.dialect}
          onChange={(event) => change({ dialect: event.currentTarget.value as DialectName })}
        >
          {dialectNames.map((name) => (
            <option key={name} value={name}>
              {dialects[name].title}
            </option>
          ))}
        </select>
      </div>
      <TextField
        id="warehouse-table"
        label={texts.warehouse.table}
        placeholder={texts.warehouse.tableExample}
        value={place.table}
        set={(table) => change({ table })}
      />
      <div class="field">
        <label for="warehouse-schema">
          {texts.warehouse.schema} <small>{texts.controls.optional}</small>
        </label>
        <textarea
          id="warehouse-schema"
          class="pasted"
          rows={4}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="warehouse-found"
          placeholder={texts.warehouse.schemaExample}
          value={place.schema}
          onInput={(event) => change({ schema: event.currentTarget.value })}
        />
        <p id="warehouse-found" class="note" role="status">
          {place.schema.trim() !== '' && texts.warehouse.found(schema.length)}
        </p>
      </div>
      <fieldset class="pairs">
        <legend>{texts.warehouse.columns}</legend>
        {inputs.map((input) => (
          <ColumnField
            key={input.name}
            input={input}
            columns={schema}
            value={columns[input.name] ?? ''}
            isGuess={picked[input.name] === undefined && guesses[input.name] !== undefined}
            set={(text) => setPicked((before) => ({ ...before, [input.name]: text }))}
          />
        ))}
      </fieldset>
      {inputs.some(({ isDate }) => isDate) && (
        <TextField
          id="warehouse-zone"
          label={texts.warehouse.zone}
          optional
          help={texts.warehouse.zoneHelp}
          placeholder={texts.warehouse.zoneExample}
          value={place.zone}
          set={(zone) => change({ zone })}
        />
      )}
      <TextField
        id="warehouse-where"
        label={texts.warehouse.where}
        optional
        placeholder={texts.warehouse.whereExample}
        value={where}
        set={setWhere}
      />
      <TextField
        id="warehouse-sheet"
        label={texts.warehouse.sheet}
        optional
        placeholder={texts.warehouse.usualSheet}
        value={sheet}
        set={setSheet}
      />
      {options.length > 0 && <p class="note">{texts.warehouse.options(options)}</p>}
      {missing.length > 0 && <p class="note">{texts.warehouse.missing(missing)}</p>}
      <div role="status">{problem && <p class="problem">{problem}</p>}</div>
      {answer && <QueryAndFormula answer={answer} dialect={place.dialect} sheet={sheetOf(asked)} />}
    </>
  )
}

interface Outcome {
  answer: Answered | null
  problem: string
}

const NOTHING: Outcome = { answer: null, problem: '' }

function tried(work: () => Answered): Outcome {
  try {
    return { answer: work(), problem: '' }
  } catch (error) {
    return { answer: null, problem: texts.warehouse.problem(capitalized(reason(error))) }
  }
}
