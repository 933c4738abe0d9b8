import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Book, CellsRequest, RowsOutcome, RowsRequest, SheetContent, TablePlan } from '../../sheet/book.ts'
import type { About } from '../../plans/check.ts'
import { findPlan } from '../../plans/findPlan.ts'
import type { Layout } from '../../plans/layout.ts'
import { layoutOf, relatedPlans } from '../../plans/related.ts'
import { sheetOf, type Plan } from '../../plans/plan.ts'
import { putBack } from '../../plans/putBack.ts'
import { readRows, rowsByPlan } from '../../plans/reading.ts'
import { readPlan, type Reading } from '../../plans/repairs.ts'
import { awaits, type Row } from '../../plans/row.ts'
import { applied, contentOf, reconcile } from '../../sheet/rows.ts'
import { today } from '../today.ts'
import { useAction, type Meanwhile } from '../action.ts'
import { QUIET, reason, type Message } from '../said.tsx'
import { texts } from '../texts/texts.ts'

/** The plan as the sidebar knows it. */
export type State =
  | { kind: 'loading' }
  /** The sheet is not there; what it held when it was last seen can be put back. */
  | { kind: 'absent'; lost: SheetContent | null }
  | { kind: 'ready'; content: SheetContent; reading: Reading }
  | { kind: 'failed'; problem: string }

type Refusal = RowsOutcome['refused'][number]

/** A change that was refused, since the row is not as it was seen. */
export interface Conflict {
  request: RowsRequest
  refused: readonly Refusal[]
  /** Whether the person who asked for it waits for it. */
  isAwaited: boolean
  /** Whether something was filled in since it was asked for. */
  hasFilledIn(): boolean
}

/** What came of a change. */
export interface Written {
  /** Whether the sheet is as it was to be. */
  isWritten: boolean
  /** How many refusals were fine. */
  spared: number
  /** Whether the person does something else by now. */
  hasGoneOn: boolean
  /** The rows as they are then. */
  rows: readonly Row[]
}

export interface Store {
  plan: Plan
  state: State
  /** What its checks may look at. */
  about: About
  /** Where the columns of this plan and of others stand. */
  layout: Layout
  /** The plans that its formulas name and that have no sheet. */
  missing: readonly Plan[]
  busy: boolean
  message: Message
  conflict: Conflict | null
  isActing(): boolean
  /** Looks at the sheet anew. */
  look(): void
  /** Writes, shows what came of it and says `done`. Where what is to be written cannot be told, that is said. `isFine` tells of a refused row whether it is as it should be. */
  change(
    wanted: RowsRequest | (() => RowsRequest),
    done: string,
    isFine?: (refusal: Refusal) => boolean,
  ): Promise<Written>
  /** Changes cells of the sheet before rows are changed, and gives it as it is then. */
  rearrange(requests: readonly CellsRequest[]): Promise<SheetContent>
  /** Creates the sheet, and puts back what it held when it was lost. True when a person waits for what comes next. */
  create(): Promise<boolean>
  /** Creates it like this, with the plans that it needs. Where what is to be created cannot be told, that is said. */
  createAs(wanted: () => TablePlan, done: string): Promise<Pick<Written, 'isWritten' | 'hasGoneOn'>>
  /** Creates the plans that it needs and that are gone. */
  createMissing(): Promise<boolean>
  /** Does something else with the book, and says what comes of it. */
  perform(work: () => Promise<string>): Promise<void>
  /** Brings the sheet, and in it a row counted from 0, before the person. True when they wait for what comes next. */
  reveal(row: number): Promise<boolean>
  /** Gives up what a sheet that is gone held. */
  forget(): void
  /** Gives up a change that was refused. */
  letGo(): void
  say(text: string, isProblem?: boolean): void
}

/** Several changes in a row are read at the first and after the last. */
const CALM_MS = 300
/** When to look whether a formula that was written has its value, where the spreadsheet tells nothing of it. */
const VALUE_MS = [1000, 3000, 7000]

/** A plan of a book: read once each time it comes into sight, and again when someone has changed the sheet. */
export function useStore(book: Book, plan: Plan, shown: boolean): Store {
  const [state, setState] = useState<State>({ kind: 'loading' })
  const [message, setMessage] = useState(QUIET)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const last = useRef<SheetContent | null>(null)
  /** The sheets of other plans as they were read with it; null for one that is not there. */
  const others = useRef<ReadonlyMap<string, SheetContent | null>>(new Map())
  /** Whether something is to be read once what is being done is over. */
  const due = useRef(false)
  /** Counted, so that a sheet that came to be is watched. */
  const [round, setRound] = useState(0)
  const timers = useRef<ReturnType<typeof setTimeout>[]>([])
  /** Why the sheet could not be read last. */
  const unread = useRef('')
  /** Counted, so that what was read before a later reading or writing is not shown after it. */
  const readings = useRef(0)
  const writings = useRef(0)
  const related = relatedPlans(plan)

  const layout: Layout = layoutOf((name) => (name === plan.name ? last.current : (others.current.get(name) ?? null)))
  const show = (content: SheetContent): Reading => {
    last.current = content
    const reading = readPlan(plan, content, newId, layout)
    setState({ kind: 'ready', content, reading })
    return reading
  }
  const load = async (): Promise<void> => {
    due.current = false
    const reading = ++readings.current
    const writing = writings.current
    try {
      const [content, ...around] = await book.readSheets([plan.name, ...related])
      if (reading !== readings.current) return
      if (writing !== writings.current) return await load()
      others.current = new Map(related.map((name, i) => [name, around[i] ?? null]))
      if (content) show(content)
      else {
        setState({ kind: 'absent', lost: last.current })
        setMessage((before) => (before.isProblem ? before : QUIET))
      }
      setMessage((before) => (before.text === unread.current ? QUIET : before))
    } catch (error) {
      if (reading !== readings.current) return
      unread.current = reason(error)
      const problem = unread.current
      // Who fills in a form keeps it.
      setState((before) => (before.kind === 'ready' ? before : { kind: 'failed', problem }))
      if (last.current) setMessage({ text: problem, isProblem: true })
    }
  }
  const { busy, isActing, act } = useAction((problem) => {
    setMessage({ text: problem, isProblem: true })
    // It may have been half written.
    due.current = true
  })
  /** What changed meanwhile is read once the action is over. */
  const actThenLoad = async <T>(action: (meanwhile: Meanwhile) => Promise<T>): Promise<T | undefined> => {
    if (!isActing()) setMessage(QUIET)
    const result = await act(texts.doing.writing, action)
    if (due.current && !isActing()) void load()
    return result
  }
  const change: Store['change'] = async (wanted, done, isFine = () => false) => {
    const written = await actThenLoad(async (meanwhile): Promise<Written> => {
      const request = typeof wanted === 'function' ? wanted() : wanted
      const outcome = await book.changeRows(request)
      const hasGoneOn = meanwhile.hasGoneOn()
      writings.current++
      if (outcome.now) last.current = outcome.now
      const removed = new Set(request.changes.filter(({ cells }) => cells === null).map(({ id }) => id))
      // A row that was to be removed and is gone is as it should be.
      const isGone = ({ id, found }: Refusal) => found === null && removed.has(id)
      const refused = outcome.refused.filter((refusal) => !isGone(refusal) && !isFine(refusal))
      const isWritten = refused.length === 0
      const { hasFilledIn } = meanwhile
      setConflict(isWritten ? null : { request, refused, isAwaited: !hasGoneOn, hasFilledIn })
      if (isWritten) setMessage({ text: done, isProblem: false })
      else if (hasGoneOn) setMessage({ text: texts.plans.sheet.refused, isProblem: true })
      const reached = { ...request, changes: request.changes.filter(({ id }) => outcome.done.includes(id)) }
      const edit = last.current && reconcile(last.current, reached).edit
      const shown = last.current && show(edit ? applied(last.current, edit) : last.current)
      if (request.changes.some(({ cells }) => cells && Object.values(cells).some(isFormula))) awaitValues()
      return { isWritten, spared: outcome.refused.length - refused.length, hasGoneOn, rows: shown ? shown.rows : [] }
    })
    return written ?? { isWritten: false, spared: 0, hasGoneOn: false, rows: [] }
  }
  const isAwaited = () => last.current !== null && awaitsAny(plan, readRows(plan, last.current))
  /** What a formula gives only the sheet knows, once it has calculated it. */
  const awaitValues = () => {
    timers.current.forEach(clearTimeout)
    timers.current = VALUE_MS.map((wait) => setTimeout(() => void (isAwaited() && load()), wait))
  }
  const look = () => setRound((before) => before + 1)

  // At once, and not after the next frame: what comes between the two is to be kept.
  useLayoutEffect(() => {
    if (!shown) return
    return () => {
      timers.current.forEach(clearTimeout)
      // What comes while the tab is out of sight is told when it is back.
      setMessage(QUIET)
    }
  }, [shown])
  // To begin to watch is to read once: nothing is missed, and nothing read twice.
  useEffect(() => {
    if (!shown) return
    const changed = () => {
      if (isActing()) due.current = true
      else void load()
    }
    const calm = calmed(changed, CALM_MS)
    const end = book.watch(plan.name, calm.call)
    return () => {
      calm.end()
      end()
    }
  }, [shown, round])

  // Until something else is read, however often the pages are drawn.
  const day = today()
  const about = useMemo((): About => {
    const rowsOf = rowsByPlan(findPlan, (name) => (name === plan.name ? last.current : others.current.get(name)))
    const own = state.kind === 'ready' ? state.reading.rows : null
    return { today: day, rowsOf: (name) => (own && name === plan.name ? own : rowsOf(name)) }
  }, [state, others.current, day])
  const missing = related.flatMap((name) => {
    const isNeeded = plan.needs?.includes(name) && others.current.get(name) === null
    return isNeeded ? [findPlan(name)!] : []
  })
  /** Adds a sheet, before it those that its formulas name. True when a person waits for what comes next, undefined when it fails. */
  const add = (wanted: () => TablePlan, done: string): Promise<boolean | undefined> =>
    actThenLoad(async ({ hasGoneOn }) => {
      const made = wanted()
      const needed = missing.map((one) => sheetOf(one, layout))
      await book.createSheets([...needed, made])
      writings.current++
      for (const sheet of needed) others.current = new Map(others.current).set(sheet.name, contentOf(sheet))
      show(contentOf(made))
      if (done) setMessage({ text: done, isProblem: false })
      look()
      return !hasGoneOn()
    })

  return {
    plan,
    state,
    about,
    layout,
    missing,
    busy: busy !== '',
    message,
    conflict,
    isActing,
    look,
    change,
    rearrange: async (requests) => {
      for (const request of requests) {
        const { done } = await book.changeCells(request)
        if (!done) throw new Error(texts.plans.sheet.columnsChanged(plan.name))
      }
      writings.current++
      last.current = (await book.readSheet(plan.name))!
      return last.current
    },
    create: async () => {
      const lost = state.kind === 'absent' ? state.lost : null
      return (await add(() => (lost ? putBack(plan, lost, layout) : sheetOf(plan, layout)), '')) === true
    },
    createAs: async (wanted, done) => {
      const isAwaited = await add(wanted, done)
      return { isWritten: isAwaited !== undefined, hasGoneOn: isAwaited === false }
    },
    createMissing: async () => {
      const isAwaited = await actThenLoad(async ({ hasGoneOn }) => {
        await book.createSheets(missing.map((one) => sheetOf(one, layout)))
        due.current = true
        return !hasGoneOn()
      })
      return isAwaited === true
    },
    perform: async (work) => {
      await actThenLoad(async () => {
        const said = await work()
        setMessage({ text: said, isProblem: false })
      })
    },
    reveal: async (row) => {
      const isAwaited = await actThenLoad(async ({ hasGoneOn }) => {
        await book.reveal(plan.name, `A${row + 1}`)
        if (last.current?.hidden) show({ values: last.current.values, formulas: last.current.formulas })
        return !hasGoneOn()
      })
      return isAwaited === true
    },
    forget: () => {
      last.current = null
      setState({ kind: 'absent', lost: null })
    },
    letGo: () => setConflict(null),
    say: (text, isProblem = false) => setMessage({ text, isProblem }),
  }
}

/** Calls at once, and after a time once more if it was called again meanwhile. */
function calmed(work: () => void, time: number): { call(): void; end(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let again = false
  const call = () => {
    again = timer !== undefined
    if (again) return
    work()
    timer = setTimeout(() => {
      timer = undefined
      if (again) call()
    }, time)
  }
  return { call, end: () => clearTimeout(timer) }
}

/** Whether a formula of some row has no value yet. */
function awaitsAny({ link, columns }: Plan, rows: readonly Row[]): boolean {
  const formulas = columns.filter(({ formula, title }) => formula !== undefined || title === link?.value)
  return rows.some((row) => formulas.some(({ title }) => awaits(row, title)))
}

function isFormula(cell: unknown): boolean {
  return typeof cell === 'object' && cell !== null
}

/** An id that no other row has: 40 random bits. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => (byte % 32).toString(32)).join('')
}
