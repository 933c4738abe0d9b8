import { useEffect, useRef, useState } from 'preact/hooks'
import type { Book, RowsOutcome, RowsRequest, SheetContent } from '../../sheet/book.ts'
import { applied, contentOf, reconcile } from '../../sheet/rows.ts'
import { SHEET, signalsPlan } from '../../signals/fields.ts'
import { awaitsValue, readMatrix, type Matrix } from '../../signals/matrix.ts'
import { putBack } from '../../signals/putBack.ts'
import { serialOf } from '../../statistics/calendar.ts'
import { reason } from '../checks.tsx'

/** The matrix as the sidebar knows it. */
export type State =
  | { kind: 'loading' }
  /** The sheet is not there; what it held when it was last seen can be put back. */
  | { kind: 'absent'; lost: SheetContent | null }
  | { kind: 'ready'; content: SheetContent; matrix: Matrix }
  | { kind: 'failed'; problem: string }

/** A change that was refused, since the row is not as it was seen. */
export interface Conflict {
  request: RowsRequest
  refused: RowsOutcome['refused']
}

export interface Store {
  state: State
  busy: boolean
  message: { text: string; isProblem: boolean }
  conflict: Conflict | null
  /** Looks at the sheet anew. */
  look(): void
  /** Writes, shows what came of it and says `done`. True when all of it was written. */
  change(request: RowsRequest, done: string): Promise<boolean>
  /** Creates the sheet, and puts back what it held when it was lost. */
  create(): Promise<void>
  /** Brings the sheet, and in it a row counted from 0, before the person. */
  reveal(row: number): Promise<void>
  /** Gives up what a sheet that is gone held. */
  forget(): void
  /** Gives up a change that was refused. */
  letGo(): void
  say(text: string, isProblem?: boolean): void
}

const QUIET = { text: '', isProblem: false }
/** Several changes in a row are read at the first and after the last. */
const CALM_MS = 300
/** When to look whether a formula that was written has its value, where the spreadsheet tells nothing of it. */
const VALUE_MS = [1000, 3000, 7000]

/** The matrix of a book: read once each time it comes into sight, and again when someone has changed the sheet. */
export function useStore(book: Book, shown: boolean): Store {
  const [state, setState] = useState<State>({ kind: 'loading' })
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState(QUIET)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const last = useRef<SheetContent | null>(null)
  const acting = useRef(false)
  /** Whether something is to be read once what is being done is over. */
  const due = useRef(false)
  /** Counted, so that a sheet that came to be is watched. */
  const [round, setRound] = useState(0)
  const timers = useRef<ReturnType<typeof setTimeout>[]>([])
  /** Counted, so that what was read before a later reading or writing is not shown after it. */
  const readings = useRef(0)
  const writings = useRef(0)

  const show = (content: SheetContent) => {
    last.current = content
    setState({ kind: 'ready', content, matrix: readMatrix(content, newId) })
  }
  const load = async (): Promise<void> => {
    due.current = false
    const reading = ++readings.current
    const writing = writings.current
    try {
      const content = await book.readSheet(SHEET)
      if (reading !== readings.current) return
      if (writing !== writings.current) return await load()
      if (content) show(content)
      else {
        setState({ kind: 'absent', lost: last.current })
        setMessage((before) => (before.isProblem ? before : QUIET))
      }
    } catch (error) {
      if (reading === readings.current) setState({ kind: 'failed', problem: reason(error) })
    }
  }
  /** One action at a time; whatever fails is said, and the sheet read again, since it may have been half written. */
  const act = async (action: () => Promise<boolean>): Promise<boolean> => {
    if (acting.current) return false
    acting.current = true
    setBusy(true)
    setMessage(QUIET)
    try {
      return await action()
    } catch (error) {
      setMessage({ text: reason(error), isProblem: true })
      due.current = true
      return false
    } finally {
      acting.current = false
      setBusy(false)
      if (due.current) void load()
    }
  }
  const change = (request: RowsRequest, done: string) =>
    act(async () => {
      const outcome = await book.changeRows(request)
      writings.current++
      if (outcome.now) last.current = outcome.now
      const removed = new Set(request.changes.filter(({ cells }) => cells === null).map(({ id }) => id))
      // A row that was to be removed and is gone is as it should be.
      const conflicts = outcome.refused.filter(({ id, found }) => found !== null || !removed.has(id))
      const refused = new Set(conflicts.map(({ id }) => id))
      setConflict(refused.size > 0 ? { request, refused: conflicts } : null)
      setMessage({ text: refused.size > 0 ? '' : done, isProblem: false })
      const written = { ...request, changes: request.changes.filter(({ id }) => outcome.done.includes(id)) }
      const edit = last.current && reconcile(last.current, written).edit
      if (last.current && (edit || outcome.now)) show(edit ? applied(last.current, edit) : last.current)
      if (request.changes.some(({ cells }) => cells && Object.values(cells).some(isFormula))) awaitValues()
      return refused.size === 0
    })
  const isAwaited = () => last.current !== null && readMatrix(last.current, newId).cues.some(awaitsValue)
  /** What a formula gives only the sheet knows, once it has calculated it. */
  const awaitValues = () => {
    timers.current.forEach(clearTimeout)
    timers.current = VALUE_MS.map((wait) => setTimeout(() => void (isAwaited() && load()), wait))
  }
  const look = () => setRound((before) => before + 1)

  useEffect(() => {
    if (!shown) return
    setMessage(QUIET)
    return () => timers.current.forEach(clearTimeout)
  }, [shown])
  // To begin to watch is to read once: nothing is missed, and nothing read twice.
  useEffect(() => {
    if (!shown) return
    const changed = () => {
      if (acting.current) due.current = true
      else void load()
    }
    const calm = calmed(changed, CALM_MS)
    const end = book.watch(SHEET, calm.call)
    return () => {
      calm.end()
      end()
    }
  }, [shown, round])

  return {
    state,
    busy,
    message,
    conflict,
    look,
    change,
    create: async () => {
      await act(async () => {
        const plan = state.kind === 'absent' && state.lost ? putBack(state.lost) : signalsPlan()
        await book.createSheet(plan)
        writings.current++
        show(contentOf(plan))
        look()
        return true
      })
    },
    reveal: async (row) => {
      await act(async () => {
        await book.reveal(SHEET, `A${row + 1}`)
        if (last.current?.hidden) show({ values: last.current.values, formulas: last.current.formulas })
        return true
      })
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

function isFormula(cell: unknown): boolean {
  return typeof cell === 'object' && cell !== null
}

/** An id that no other row has: 40 random bits. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => (byte % 32).toString(32)).join('')
}

/** The day on the clock of this computer, as a serial number. */
export function today(): number {
  const now = new Date()
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
