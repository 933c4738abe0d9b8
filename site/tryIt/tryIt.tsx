import { render } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { catalogue, findMetric } from '../../core/catalogue/catalogue.ts'
import { capitalized } from '../../core/catalogue/readable.ts'
import { sample } from '../../core/catalogue/reference.ts'
import { search } from '../../core/catalogue/search.ts'
import { describe } from '../../core/data/csv/besidesData.ts'
import { families } from '../../core/metrics/index.ts'
import type { Metric } from '../../core/metric.ts'
import { isCounts } from '../../core/reading/standingFor.ts'
import type { Fields } from '../../core/sidebar/functions/call.ts'
import { guesses } from '../../core/sidebar/functions/guess.ts'
import { Argument } from './argument.tsx'
import { compute } from './compute.ts'
import { Preview } from './preview.tsx'
import { ResultPart } from './result.tsx'
import { samples, type Sample } from './samples.ts'
import { takesTable } from './takesTable.ts'
import { columnsIn, tableIn, type Pasted } from './table.ts'

const MOST_ANSWERS = 5
const all = catalogue()

/** A table, a function, its arguments, and what comes of them. */
function TryIt() {
  const [text, setText] = useState('')
  const [keepsAll, setKeepsAll] = useState(false)
  const [question, setQuestion] = useState('')
  const [metric, setMetric] = useState<Metric | undefined>(() => findMetric(location.hash.slice(1)))
  const [isOwn, setOwn] = useState(metric !== undefined)
  const [typed, setTyped] = useState<Fields>({})
  const table = useMemo(() => tableIn(text, keepsAll), [text, keepsAll])
  const columns = useMemo(() => columnsIn(table), [table])
  const fields = useMemo(
    () => (metric ? { ...guesses(metric.spec.args, columns), ...typed } : typed),
    [metric, columns, typed],
  )
  const outcome = useMemo(() => metric && compute(metric.spec, fields, table), [metric, fields, table])
  const paste = (next: string) => {
    setText(next)
    setKeepsAll(false)
    setTyped({})
  }
  const choose = (name: string) => {
    setMetric(findMetric(name))
    setOwn(name !== '')
    setTyped({})
  }
  /** Who has chosen a function keeps it; else a sample shows what it is often asked. */
  const take = ({ asks, fields, text }: Sample) => {
    paste(text)
    if (isOwn) return
    setMetric(findMetric(asks))
    setTyped(fields)
  }
  return (
    <>
      <section aria-labelledby="table">
        <h2 id="table">1. A table</h2>
        <label for="pasted">Paste rows with their titles, from a spreadsheet or a csv file</label>
        <textarea
          id="pasted"
          rows={8}
          spellcheck={false}
          wrap="off"
          value={text}
          onInput={(event) => paste(event.currentTarget.value)}
        />
        <p class="note" role="status">
          {sizeText(table)}
        </p>
        {table.besides && (
          <div class="field" role="status">
            <p class="note">
              {capitalized(describe(table.besides))}{' '}
              {keepsAll ? 'All rows are kept.' : 'They are left out here: in a sheet of yours, delete them first.'}
            </p>
            <button type="button" aria-pressed={keepsAll} onClick={() => setKeepsAll(!keepsAll)}>
              Keep all rows
            </button>
          </div>
        )}
        <Preview table={table} />
        {metric && !takesTable(metric.spec) && (
          <p class="note">{metric.spec.name} needs no table: fill in its arguments below.</p>
        )}
        <p class="actions">
          {samples.map((one) => (
            <button type="button" key={one.name} onClick={() => take(one)}>
              {one.name}
            </button>
          ))}
        </p>
      </section>
      <section aria-labelledby="function">
        <h2 id="function">2. A function</h2>
        <div class="pair">
          <div class="field">
            <label for="question">Ask in your own words</label>
            <input
              id="question"
              type="search"
              autocomplete="off"
              placeholder="Are customers coming back?"
              value={question}
              onInput={(event) => setQuestion(event.currentTarget.value)}
            />
          </div>
          <div class="field">
            <label for="name">or choose by name</label>
            <select id="name" value={metric?.spec.name ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">Choose a function…</option>
              {families.map(({ family, metrics }) => (
                <optgroup key={family} label={capitalized(family)}>
                  {metrics.map(({ spec: { name } }) => (
                    <option key={name}>{name}</option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
        </div>
        <Answers question={question} choose={choose} />
      </section>
      {metric && (
        <section aria-labelledby="arguments">
          <h2 id="arguments">3. {metric.spec.name}</h2>
          <p>{metric.spec.summary}</p>
          <div class="fields">
            {metric.spec.args
              .filter((arg) => !isCounts(arg))
              .map((arg) => (
                <Argument
                  key={`${metric.spec.name} ${arg.name}`}
                  arg={arg}
                  example={sample(metric.spec, arg)}
                  columns={columns}
                  value={fields[arg.name] ?? ''}
                  set={(value) => setTyped({ ...typed, [arg.name]: value })}
                />
              ))}
          </div>
        </section>
      )}
      {metric && outcome && (
        <section aria-labelledby="outcome">
          <h2 id="outcome">4. What it says</h2>
          <div aria-live="polite">
            <ResultPart spec={metric.spec} outcome={outcome} />
          </div>
        </section>
      )}
    </>
  )
}

function Answers({ question, choose }: { question: string; choose(name: string): void }) {
  if (question.trim() === '') return null
  const found = search(question, all).slice(0, MOST_ANSWERS)
  if (found.length === 0) return <p role="status">No function is about that. Try other words.</p>
  return (
    <ul class="answers" aria-label="Functions that answer it">
      {found.map(({ spec: { name, summary } }) => (
        <li key={name}>
          <button type="button" onClick={() => choose(name)}>
            <b>{name}</b> {summary}
          </button>
        </li>
      ))}
    </ul>
  )
}

function sizeText({ rows, formats }: Pasted): string {
  if (rows.length === 0) return 'Nothing is pasted yet. Or take a sample:'
  const [height, width] = [rows.length, formats.length]
  return `${height} ${height === 1 ? 'row' : 'rows'} with the titles, ${width} ${width === 1 ? 'column' : 'columns'}. Other samples:`
}

const place = document.getElementById('try')!
place.replaceChildren()
render(<TryIt />, place)
