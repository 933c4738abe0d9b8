import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Book, Selection } from '../../sheet/book.ts'
import { givesBlock, numberFormat, signature, targetText, type Arg, type Result } from '../../metric.ts'
import { parseCall } from '../../catalogue/explain.ts'
import { filled } from '../../catalogue/nativeFormula.ts'
import { isNative } from '../../catalogue/natives.ts'
import { formula, plainFormula, sample, shownResult } from '../../catalogue/reference.ts'
import type { Answer } from '../../catalogue/search.ts'
import { foreseen, hasChart, type FilledTable } from '../../tables/tables.ts'
import { fieldsOf, type Recipe } from '../../tables/recipe.ts'
import { lookOf } from '../../tables/look.ts'
import { useAction, type Meanwhile } from '../action.ts'
import { callText, circular, firstCell, missing } from './call.ts'
import { AgainCard } from './againCard.tsx'
import { ArgumentField } from './argumentField.tsx'
import { ChartButton } from './chartButton.tsx'
import { Confirmation } from '../confirmation.tsx'
import { focusOn, showTop } from '../focus.ts'
import { columnsOf, guesses } from './guess.ts'
import { isCounts } from '../../reading/standingFor.ts'
import { readable } from '../../catalogue/readable.ts'
import { ResultTable } from './resultTable.tsx'
import { texts } from '../texts/texts.ts'
import { useFields } from '../useFields.ts'
import type { Place } from './warehouse/request.ts'
import { Warehouse } from './warehouse/warehouse.tsx'

type Outcome =
  | { kind: 'none' }
  | { kind: 'done'; text: string; table?: FilledTable }
  | { kind: 'problem'; text: string }
  | { kind: 'occupied'; target: Target; isAwaited: boolean }

interface Target {
  sheet: string
  cell: string
  content: string
}

interface Props {
  answer: Answer
  book: Book
  /** The formula that is to be made again, from the columns of another sheet. */
  recipe: Recipe | null
  /** The table of a warehouse that a person is at. */
  place: Place
  setPlace(place: Place): void
  close(): void
}

/**
 * One function, or formula of the spreadsheet's own: what it is, a form for its arguments, and the formula that goes into
 * the selected cell.
 */
export function FunctionPage({ answer, book, recipe, place, setPlace, close }: Props) {
  const { spec } = answer
  const { fields, set, suggest, takeSelection } = useFields(() => (recipe ? fieldsOf(recipe) : {}))
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const heading = useRef<HTMLHeadingElement>(null)
  const plain = plainFormula(spec)
  const { busy, act } = useAction((text) => setOutcome({ kind: 'problem', text }))
  useLayoutEffect(() => {
    focusOn(heading.current, { preventScroll: true })
    showTop(heading.current)
  }, [])
  useEffect(() => {
    // What is one division is filled in where the sheet says what its columns are. A sheet that cannot be read says nothing.
    const fill = async () => suggest(guesses(spec.args, await columnsOf(book, (await book.selection()).sheet)))
    if (isNative(spec) && !recipe) fill().catch(() => {})
  }, [])

  /** What is said below the form is about what was in it then. */
  const told = async (action: (meanwhile: Meanwhile) => Promise<Outcome>) => {
    const next = await act(texts.doing.writing, (meanwhile) => {
      setOutcome({ kind: 'none' })
      return action(meanwhile)
    })
    if (next) setOutcome(next)
  }
  const insert = () =>
    told(async (meanwhile) => {
      const empty = missing(spec, fields)
      if (empty.length > 0) {
        focusOn(document.getElementById(`arg-${empty[0]}`))
        return { kind: 'problem', text: texts.functions.fillIn(empty) }
      }
      const target = targetOf(await book.selection())
      const inside = circular(spec, fields, target.sheet, target.cell)
      if (inside) {
        return { kind: 'problem', text: texts.functions.circular({ cell: target.cell, argument: inside }) }
      }
      if (target.content === '') return write(target, meanwhile)
      return { kind: 'occupied', target, isAwaited: !meanwhile.hasGoneOn() }
    })
  const write = async (target: Target, { hasGoneOn }: Meanwhile): Promise<Outcome> => {
    const { sheet, cell, content } = target
    const formula = callText(spec, fields, sheet)
    const request = { sheet, cell, formula, replaces: content }
    const { filled, obstacle } = (await foreseen(book, request)) ?? { filled: null, obstacle: null }
    if (obstacle) {
      return { kind: 'problem', text: texts.functions.noRoom(obstacle) }
    }
    const look = filled && lookOf(filled.returns, filled.table)
    const replaced = parseCall(content, sheet)?.metric.spec.returns
    const written = await book.insertFormula({
      ...request,
      ...(look && { look }),
      ...(!givesBlock(spec.returns) && { format: numberFormat(spec.returns) }),
      ...(replaced && { formatReplaced: numberFormat(replaced) }),
    })
    if (!written.done) {
      return { kind: 'occupied', target: { ...target, content: written.found }, isAwaited: !hasGoneOn() }
    }
    const text = texts.functions.written(cell)
    return { kind: 'done', text, ...(filled && hasChart(filled) && { table: filled }) }
  }

  const counts = spec.args.filter(isCounts)
  const field = (arg: Arg<unknown>) => (
    <ArgumentField
      key={arg.name}
      id={`arg-${arg.name}`}
      arg={arg}
      example={sample(spec, arg)}
      value={fields[arg.name] ?? ''}
      set={(value) => {
        set(arg.name, value)
        setOutcome({ kind: 'none' })
      }}
      useSelection={() => told(() => takeSelection(book, arg).then(() => ({ kind: 'none' })))}
    />
  )
  return (
    <div
      class="page"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <button type="button" class="back" onClick={close}>
        {texts.controls.backTo(texts.functions.all)}
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {spec.name}
      </h1>
      <p>{spec.summary}</p>
      {isNative(spec) && <p class="note apart">{texts.functions.native}</p>}
      {spec.returns.target && <p class="note">{texts.functions.target(targetText(spec.returns))}</p>}
      {recipe && <AgainCard book={book} recipe={recipe} set={set} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void insert()
        }}
      >
        {spec.args.filter((arg) => !isCounts(arg)).map(field)}
        {counts.length > 0 && (
          <details class="folded" open={counts.some(({ name }) => (fields[name] ?? '') !== '')}>
            <summary>{texts.functions.summary}</summary>
            {counts.map(field)}
          </details>
        )}
        <output class="formula" aria-label={texts.functions.formula}>
          {book.typed(callText(spec, fields, ''))}
        </output>
        <button type="submit" class="primary wide" aria-disabled={busy !== ''}>
          {texts.functions.insert}
        </button>
        <div role="status">
          {outcome.kind === 'done' && <p class="done">{outcome.text}</p>}
          {outcome.kind === 'problem' && <p class="problem">{outcome.text}</p>}
          {outcome.kind === 'occupied' && (
            <Confirmation
              key={outcome.target.content}
              label={texts.controls.replace}
              agree={() => void told((meanwhile) => write(outcome.target, meanwhile))}
              close={() => setOutcome({ kind: 'none' })}
              takesFocus={outcome.isAwaited}
            >
              {texts.functions.occupied({
                cell: outcome.target.cell,
                content: <code>{outcome.target.content || texts.functions.nothing}</code>,
              })}
            </Confirmation>
          )}
        </div>
        {outcome.kind === 'done' && outcome.table && <ChartButton book={book} table={outcome.table} />}
      </form>
      <Warehouse spec={spec} fields={fields} place={place} setPlace={setPlace} />
      <h2>{texts.functions.examples}</h2>
      <ul class="examples">
        {spec.examples.map(({ cells, gives }, i) => (
          <li key={formula(spec, cells)}>
            <code>{book.typed(formula(spec, cells))}</code>
            <Shown result={shownResult(spec, gives)} label={texts.functions.resultOf(i + 1)} />
          </li>
        ))}
      </ul>
      <h2>{texts.functions.writtenAs}</h2>
      <p>
        <code>{isNative(spec) ? filled(spec.native, (name) => name) : book.typed(`=${signature(spec)}`)}</code>
      </p>
      {!isNative(spec) && (
        <>
          {plain && (
            <p class="note">
              {texts.functions.without({ condition: plain.condition, formula: <code>{plain.formula}</code> })}
            </p>
          )}
          <h2>{texts.functions.source}</h2>
          <p class="note">{spec.source}</p>
        </>
      )}
    </div>
  )
}

function Shown({ result, label }: { result: Result; label: string }) {
  return Array.isArray(result) ? (
    <ResultTable rows={result} label={label} />
  ) : (
    <span> {texts.functions.gives(readable(result))}</span>
  )
}

function targetOf({ sheet, address, content }: Selection): Target {
  return { sheet, cell: firstCell(address), content }
}
