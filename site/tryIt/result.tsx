import { useState } from 'preact/hooks'
import { madeOf } from '../../core/catalogue/madeOf.ts'
import { functionPagePath } from '../../core/catalogue/pages.ts'
import { brief } from '../../core/catalogue/readable.ts'
import type { InputReading } from '../../core/catalogue/explain.ts'
import { CellError } from '../../core/cell.ts'
import { targetText, type Spec } from '../../core/metric.ts'
import { ResultTable } from '../../core/sidebar/functions/resultTable.tsx'
import { ResultChart } from './chart.tsx'
import type { Outcome } from './compute.ts'
import { exactly } from './exactly.ts'

/** More rows are in the spreadsheet to be looked at. */
const MOST_ROWS = 200

/** What the call gives, what it was made of, and the formula to take along. */
export function ResultPart({ spec, outcome }: { spec: Spec; outcome: Outcome }) {
  if (outcome.kind === 'waiting') return <p class="note">{outcome.text}</p>
  const { formula, result, share, returns, readings, chart } = outcome
  return (
    <>
      <Formula text={formula} />
      {result instanceof CellError ? (
        <p class="problem">
          <code>{result.code}</code> {result.message}
        </p>
      ) : Array.isArray(result) ? (
        <>
          {chart && <ResultChart chart={chart} />}
          <ResultTable rows={result.slice(0, MOST_ROWS)} returns={returns} digits={4} />
          {result.length > MOST_ROWS && (
            <p class="note">
              {result.length - MOST_ROWS} more rows follow in the spreadsheet, where the formula shows all of them.
            </p>
          )}
        </>
      ) : (
        <p class="result">
          <b>{brief(result, returns)}</b> <span class="note">{exactly(result, returns)}</span>
        </p>
      )}
      {share && <p class="note">{madeOf(share, returns.unit!)}</p>}
      {returns.target && <p class="note">Usual target: {targetText(returns)}</p>}
      <Readings readings={readings} />
      <p class="note">
        <a href={functionPagePath(spec.name)}>All about {spec.name}</a>
      </p>
    </>
  )
}

function Formula({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser does not let this page copy. Select the formula and copy it by hand.'),
    )
  return (
    <div class="copied">
      <output class="formula" aria-label="Formula">
        {text}
      </output>
      <button type="button" onClick={() => void copy()}>
        Copy the formula
      </button>
      <span role="status">{said}</span>
    </div>
  )
}

function Readings({ readings }: { readings: readonly InputReading[] }) {
  const read = readings.filter(({ rows }) => rows !== undefined)
  if (read.length === 0) return null
  return (
    <>
      <h3>What was read</h3>
      <ul class="readings">
        {read.map(({ name, text, rows, counts, used, blank, skipped }) => (
          <li key={name}>
            <b>{name}</b> <code>{text}</code>: {rows} {counts ?? 'rows'} read
            {used !== undefined && `, ${used} used`}
            {blank !== undefined && `, ${blank} of them blank`}
            {skipped.map(({ count, why }) => `, ${count} ${why}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
