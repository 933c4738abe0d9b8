import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RowChange } from '../../sheet/book.ts'
import { wholeRow } from '../../plans/linking.ts'
import { nameOf } from '../../plans/plan.ts'
import type { Row } from '../../plans/row.ts'
import { contentOfCell, isSame } from '../../sheet/rows.ts'
import { focusOn, showTop } from '../focus.ts'
import { texts } from '../texts/texts.ts'
import type { Store, Written } from './store.ts'

interface Props {
  store: Store
  rows: readonly Row[]
  /** Nothing is left to decide about the change. */
  settle(change: RowChange, written: Pick<Written, 'rows' | 'hasGoneOn'>): void
}

/** A row that someone else changed meanwhile, side by side with what was to be written. Nothing is overwritten unasked. */
export function ConflictCard({ store, rows, settle }: Props) {
  const { request, refused, isAwaited } = store.conflict!
  const words = texts.plans.sheet.conflict
  const [first] = refused
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!isAwaited) return
    focusOn(card.current, { preventScroll: true })
    showTop(card.current)
  }, [store.conflict])
  const change = request.changes.find(({ id }) => id === first!.id)
  if (!change) return null
  const { found } = first!
  // Known by its number alone, the row may be another one by now.
  const isNumbered = change.row !== undefined
  const { plan, layout } = store
  const known = rows.find(({ id }) => id === change.id)
  const name = found?.[plan.key] || (known && nameOf(plan, known)) || words.nameless(plan.noun[0])
  const rest = request.changes.filter(({ id }) => refused.slice(1).some((other) => other.id === id))
  const writeAll = async (mine: RowChange) => {
    const written = await store.change({ ...request, changes: [mine, ...rest] }, words.written)
    if (written.isWritten) settle(change, written)
  }
  const write = () => {
    const mine: RowChange = found
      ? { ...change, seen: found }
      : { ...change, seen: null, cells: { ...wholeRow(plan, change.seen ?? {}, layout), ...change.cells } }
    return writeAll(mine)
  }
  const clashes = Object.keys(change.cells ?? {}).filter(
    (title) => found !== null && !isSame(found[title] ?? '', change.seen?.[title] ?? ''),
  )
  const others = Object.entries(change.cells ?? {}).filter(([title]) => !clashes.includes(title))
  /** What both have changed stays as it is in the sheet. */
  const writeOthers = () => {
    const mine: RowChange = { ...change, seen: found, cells: Object.fromEntries(others) }
    return writeAll(mine)
  }
  const letGo = () => {
    store.letGo()
    settle(change, { rows, hasGoneOn: false })
  }
  return (
    <div class="question conflict" role="alert" ref={card} tabIndex={-1}>
      {isNumbered && <p>{words.moved}</p>}
      {!isNumbered && <p>{words[found ? 'changed' : 'removed'](<b>{name}</b>)}</p>}
      {found && change.cells && !isNumbered && (
        <div class="scroll" role="region" aria-label={words.differs} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.field}</th>
                <th scope="col">{words.theirs}</th>
                <th scope="col">{words.yours}</th>
              </tr>
            </thead>
            <tbody>
              {differences(change, found).map(([title, theirs, mine]) => (
                <tr key={title}>
                  <th scope="row">{title}</th>
                  <td>{theirs || words.blank}</td>
                  <td>{mine === null ? words.same : mine || words.blank}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <button type="button" class="primary" aria-disabled={store.busy} onClick={letGo}>
        {isNumbered ? texts.plans.lookAgain : found ? words.keepTheirs : words.leaveRemoved}
      </button>
      {!isNumbered && found && clashes.length > 0 && others.length > 0 && (
        <button type="button" class="quiet" aria-disabled={store.busy} onClick={writeOthers}>
          {words.writeOnly(others.map(([title]) => title))}
        </button>
      )}
      {!isNumbered && (
        <button type="button" class="quiet" aria-disabled={store.busy} onClick={write}>
          {change.cells ? (found ? words.writeMine : words.addAgain) : words.removeAnyway}
        </button>
      )}
    </div>
  )
}

/** The fields in which the sheet differs from what was seen, or from what is to be written; null is to stay as it is. */
function differences(
  { seen, cells }: RowChange,
  found: Readonly<Record<string, string>>,
): [title: string, theirs: string, mine: string | null][] {
  const titles = [...new Set([...Object.keys(seen ?? {}), ...Object.keys(cells ?? {})])]
  return titles.flatMap((title): [string, string, string | null][] => {
    const theirs = found[title] ?? ''
    const mine = cells && title in cells ? contentOfCell(cells[title]!) : null
    return isSame(theirs, mine ?? seen?.[title] ?? '') ? [] : [[title, theirs, mine]]
  })
}
