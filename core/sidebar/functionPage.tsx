import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Arg } from '../arguments/argument.ts'
import type { Book, Selection } from '../sheet/book.ts'
import { givesBlock, numberFormat, signature, targetText, type Metric, type Result } from '../metric.ts'
import { parseCall } from '../catalogue/explain.ts'
import { formula, sample, shownResult } from '../catalogue/reference.ts'
import { reference } from '../sheet/sheetReference.ts'
import { callText, circular, firstCell, missing, type Fields } from './call.ts'
import { ArgumentField } from './argumentField.tsx'
import { reason } from './checks.tsx'
import { readable } from './readable.ts'
import { ResultTable } from './resultTable.tsx'

type Outcome =
  | { kind: 'none' }
  | { kind: 'busy' }
  | { kind: 'done'; text: string }
  | { kind: 'problem'; text: string }
  | { kind: 'occupied'; target: Target }

interface Target {
  sheet: string
  cell: string
  content: string
}

/** One function: what it is, a form for its arguments, and the formula that goes into the selected cell. */
export function FunctionPage({ metric, book, close }: { metric: Metric; book: Book; close(): void }) {
  const { spec } = metric
  const [fields, setFields] = useState<Fields>({})
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const heading = useRef<HTMLHeadingElement>(null)
  const submit = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])

  const set = (name: string, value: string) => {
    setFields((before) => ({ ...before, [name]: value }))
    setOutcome({ kind: 'none' })
  }
  /** One action at a time; whatever fails is said in its place. */
  const act = async (action: () => Promise<Outcome>) => {
    if (outcome.kind === 'busy') return
    setOutcome({ kind: 'busy' })
    try {
      setOutcome(await action())
    } catch (error) {
      setOutcome({ kind: 'problem', text: reason(error) })
    }
  }
  const useSelection = ({ name, repeating }: Arg<unknown>) =>
    act(async () => {
      const selected = reference(await book.selection())
      // What takes any number of ranges gets one after the other.
      setFields((before) => ({
        ...before,
        [name]: repeating && before[name] ? `${before[name]}, ${selected}` : selected,
      }))
      return { kind: 'none' }
    })
  const insert = () =>
    act(async () => {
      const empty = missing(spec, fields)
      if (empty.length > 0) {
        document.getElementById(`arg-${empty[0]}`)?.focus()
        return { kind: 'problem', text: `Fill in ${empty.join(', ')} first.` }
      }
      const target = targetOf(await book.selection())
      const inside = circular(spec, fields, target.sheet, target.cell)
      if (inside) {
        const text = `${target.cell} is part of ${inside}. Select the cell that should show the result, then insert again.`
        return { kind: 'problem', text }
      }
      return target.content === '' ? write(target) : { kind: 'occupied', target }
    })
  const write = async (target: Target): Promise<Outcome> => {
    const { sheet, cell, content } = target
    const request = { sheet, cell, formula: callText(spec, fields, sheet), replaces: content }
    const replaced = parseCall(content, sheet)?.metric.spec.returns
    const written = await book.insertFormula({
      ...request,
      ...(!givesBlock(spec.returns) && { format: numberFormat(spec.returns) }),
      ...(replaced && { formatReplaced: numberFormat(replaced) }),
    })
    if (!written.done) return { kind: 'occupied', target: { ...target, content: written.found } }
    return {
      kind: 'done',
      text: `Written into ${cell}. If it shows an error, rest the pointer on the cell: it says why.`,
    }
  }

  return (
    <div
      class="page"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <button type="button" class="back" onClick={close}>
        ‹ All functions
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {spec.name}
      </h1>
      <p>{spec.summary}</p>
      {spec.returns.target && <p class="note">Target: {targetText(spec.returns)}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void insert()
        }}
      >
        {spec.args.map((arg) => (
          <ArgumentField
            key={arg.name}
            id={`arg-${arg.name}`}
            arg={arg}
            example={sample(spec, arg)}
            value={fields[arg.name] ?? ''}
            set={(value) => set(arg.name, value)}
            useSelection={() => useSelection(arg)}
          />
        ))}
        <output class="formula" aria-label="Formula">
          {callText(spec, fields, '')}
        </output>
        <button type="submit" ref={submit} class="primary wide" aria-disabled={outcome.kind === 'busy'}>
          Insert into the selected cell
        </button>
        <div role="status">
          {outcome.kind === 'done' && <p class="done">{outcome.text}</p>}
          {outcome.kind === 'problem' && <p class="problem">{outcome.text}</p>}
          {outcome.kind === 'occupied' && (
            <div class="question">
              <p>
                {outcome.target.cell} already holds <code>{outcome.target.content || 'nothing'}</code>. Replace it?
              </p>
              <button
                type="button"
                class="primary"
                onClick={() => {
                  submit.current?.focus()
                  void act(() => write(outcome.target))
                }}
              >
                Replace
              </button>
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  submit.current?.focus()
                  setOutcome({ kind: 'none' })
                }}
              >
                Keep it
              </button>
            </div>
          )}
        </div>
      </form>
      <h2>Examples</h2>
      <ul class="examples">
        {spec.examples.map(({ cells, gives }) => (
          <li key={formula(spec, cells)}>
            <code>{formula(spec, cells)}</code>
            <Shown result={shownResult(spec, gives)} />
          </li>
        ))}
      </ul>
      <h2>Written as</h2>
      <p>
        <code>={signature(spec)}</code>
      </p>
      <h2>Source</h2>
      <p class="note">{spec.source}</p>
    </div>
  )
}

function Shown({ result }: { result: Result }) {
  return Array.isArray(result) ? <ResultTable rows={result} /> : <span> gives {readable(result)}</span>
}

function targetOf({ sheet, address, content }: Selection): Target {
  return { sheet, cell: firstCell(address), content }
}
