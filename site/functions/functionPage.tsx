import {
  argumentHelp,
  formula,
  givenText,
  plainFormula,
  sample,
  sampleCall,
  shownResult,
} from '../../core/catalogue/reference.ts'
import { functionPagePath } from '../../core/catalogue/pages.ts'
import { related } from '../../core/catalogue/related.ts'
import { capitalized, readable } from '../../core/catalogue/readable.ts'
import {
  signature,
  targetText,
  unitText,
  type Arg,
  type ExampleCells,
  type Metric,
  type Result,
  type Returns,
  type Spec,
  type Unit,
} from '../../core/metric.ts'
import { isCounts } from '../../core/reading/standingFor.ts'
import { ResultTable } from '../../core/sidebar/functions/resultTable.tsx'
import { inputsOf, reductionOf } from '../../warehouse/inputs.ts'
import { linkFrom, type SitePage } from '../page.ts'
import { takesTable } from '../tryIt/takesTable.ts'
import { computed } from './example.ts'
import { withSemicolons } from './locale.ts'
import { mistakes } from './mistakes.ts'
import { NameInExcel } from './nameInExcel.tsx'

/** Everything about a function, with what its examples give computed here. */
export function functionPage(metric: Metric, namespace: string): SitePage {
  const { spec } = metric
  const path = functionPagePath(spec.name)
  return {
    path,
    title: spec.name,
    description: spec.summary,
    part: 'Functions',
    body: <Body metric={metric} path={path} namespace={namespace} />,
  }
}

function Body({ metric, path, namespace }: { metric: Metric; path: string; namespace: string }) {
  const { spec } = metric
  const { chart } = spec.returns
  const call = sampleCall(spec)
  const elsewhere = withSemicolons(call)
  const plain = plainFormula(spec)
  const wrong = mistakes(metric)
  const examples = spec.examples.flatMap(({ cells }) => {
    const outcome = computed(metric, cells)
    return 'error' in outcome ? [] : [{ cells, ...outcome }]
  })
  const target = targetText(spec.returns)
  return (
    <article>
      <h1>{spec.name}</h1>
      <p class="lead">{spec.summary}</p>
      <pre tabIndex={0} aria-label="Written as">
        <code>={signature(spec)}</code>
      </pre>
      <NameInExcel name={spec.name} namespace={namespace} />
      <p>
        Gives {givenText(spec)}.{target && ` Target: ${target}.`}
        {chart && ` Its chart: ${chart.title.replace('{value}', 'the value')}.`}
      </p>
      <p class="actions">
        <a class="button" href={`${linkFrom(path, 'try.html')}#${spec.name}`}>
          {takesTable(spec) ? 'Try it with a table of yours' : 'Try it'}
        </a>
      </p>
      <h2 id="when">When you ask</h2>
      <ul>
        {spec.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <h2 id="arguments">Arguments</h2>
      <dl class="arguments">
        {spec.args.map((arg) => (
          <Argument key={arg.name} arg={arg} example={sample(spec, arg)} />
        ))}
      </dl>
      <h2 id="type">What you type</h2>
      <pre tabIndex={0} aria-label="What you type">
        <code>{call}</code>
      </pre>
      {elsewhere !== call && (
        <p class="note">
          Where numbers are written with a decimal comma: <code>{elsewhere}</code>
        </p>
      )}
      <h2 id="examples">Examples</h2>
      {examples.map((example, i) => (
        <Example key={i} spec={spec} number={i + 1} {...example} />
      ))}
      {wrong.length > 0 && (
        <>
          <h2 id="mistakes">Common mistakes</h2>
          <dl class="mistakes">
            {wrong.map(({ formula, error }) => (
              <div key={formula}>
                <dt>
                  <code>{formula}</code>
                </dt>
                <dd>
                  <code>{error.code}</code> {error.message}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {plain && (
        <>
          <h2 id="without">Without Cuesheet</h2>
          <p>
            Where no cell is blank, text or a title{plain.condition}: <code>{plain.formula}</code>
          </p>
        </>
      )}
      <h2 id="warehouse">When the table is too large for a sheet</h2>
      <Warehouse metric={metric} path={path} />
      <h2 id="related">Related</h2>
      <ul class="related">
        {related(metric).map(({ name, summary }) => (
          <li key={name}>
            <a href={linkFrom(path, functionPagePath(name))}>{name}</a> {summary}
          </li>
        ))}
      </ul>
      <h2 id="source">Source</h2>
      <p>{spec.source}</p>
    </article>
  )
}

function Argument({ arg, example }: { arg: Arg<unknown>; example: string }) {
  const facts = [
    limitsText(arg),
    arg.initial !== undefined && `${readable(arg.initial, arg.percent ? 'fraction' : undefined)} when left out`,
  ]
  return (
    <div>
      <dt>
        <code>{arg.name}</code> {arg.optional && <small>optional</small>}
      </dt>
      <dd>
        {arg.choices ? arg.help : argumentHelp(arg)}
        {arg.choices && (
          <ul>
            {arg.choices.map(({ value, help }) => (
              <li key={value}>
                <code>"{value}"</code> {help}
                {value === arg.standard && ' (default)'}
              </li>
            ))}
          </ul>
        )}
        <span class="facts">
          {capitalized([kindText(arg), ...facts].filter(Boolean).join(', '))}. For example <code>{example}</code>
        </span>
      </dd>
    </div>
  )
}

function kindText(arg: Arg<unknown>): string {
  if (arg.shape === 'cell')
    return arg.date ? 'a date' : arg.percent ? 'a rate, such as 80% or 0.8' : 'one cell or value'
  const what = arg.date ? ' of dates' : arg.percent ? ' of rates' : ''
  if (isCounts(arg)) return 'a column of counts'
  if (arg.shape === 'column') return arg.wide ? `one or more columns${what}` : `a column${what}`
  return `a range${what}`
}

function limitsText({ limits, percent, shape }: Arg<unknown>): string {
  const { min, max, whole } = limits ?? {}
  const shown = (limit: number | string) => readable(limit, percent ? 'fraction' : undefined)
  const [from, to] = [min, max].map((limit) =>
    limit === undefined || Math.abs(Number(limit)) === Infinity ? '' : shown(limit),
  )
  const range = from && to ? `from ${from} to ${to}` : from ? `${from} at least` : to ? `${to} at most` : ''
  const number = shape === 'cell' ? 'a whole number' : 'each a whole number'
  return [whole && number, range].filter(Boolean).join(range.startsWith('from') ? ' ' : ', ')
}

interface ExampleProps {
  spec: Spec
  number: number
  cells: readonly ExampleCells[]
  result: Result
  returns: Returns
}

function Example({ spec, number, cells, result, returns }: ExampleProps) {
  return (
    <figure class="example">
      <pre tabIndex={0} aria-label={`Example ${number}`}>
        <code>{formula(spec, cells)}</code>
      </pre>
      {Array.isArray(result) && !spec.returns.column ? (
        <ResultTable rows={result} returns={returns} label={`Result of example ${number}`} />
      ) : (
        <p class="gives">
          <b>{given(spec, result)}</b> {wordOf(spec.returns.unit)}
        </p>
      )}
    </figure>
  )
}

function given(spec: Spec, result: Result): string {
  const shown = shownResult(spec, result)
  const { unit } = spec.returns
  return typeof shown === 'number' ? readable(shown, unit, unit === 'fraction' ? 6 : 10) : String(shown)
}

/** A unit that is read after its number. */
function wordOf(unit: Unit | undefined): string {
  return unit && ['points', 'seconds', 'hours', 'days', 'months'].includes(unit) ? unitText(unit) : ''
}

function Warehouse({ metric: { spec }, path }: { metric: Metric; path: string }) {
  const reduction = reductionOf(spec)
  const guide = <a href={linkFrom(path, 'guides/warehouse.html')}>how it works</a>
  if (typeof reduction === 'string') {
    return (
      <p>
        There is no query for {spec.name}: {reduction}. See {guide}.
      </p>
    )
  }
  const columns = inputsOf(spec).map(({ name }) => name)
  return (
    <p>
      A query makes few rows of many in your warehouse, and {spec.name} finishes them to the same number. It reads{' '}
      {columns.join(', ')}. See {guide}.
    </p>
  )
}
