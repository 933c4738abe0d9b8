import type { Message, Page } from './page.ts'

/** One call of a custom function, with arguments as they stand in Excel's message. */
export interface Call {
  id: string
  args: readonly unknown[]
  flags?: number
}

/** What the function sent back: a value of the wire, or an error by its number. */
export type Reply = { ok: true; value: unknown } | { ok: false; code: number; message: string }

export interface CustomFunctionCalls {
  /** Sends all calls in one message, as Excel does on recalculation. */
  invokeMany(calls: readonly Call[]): Promise<Reply[]>
  /** Takes the replies out of an action of the page. */
  receive(action: Action): void
  /** How many messages with replies have come. */
  batches(): number
}

/** One step of a request that the page sends to Excel. */
export interface Action {
  Id: number
  ActionType: number
  Name: string
  ObjectPathId: number
  ArgumentInfo?: { Arguments?: unknown[]; ReferencedObjectPathIds?: number[] }
  QueryInfo?: { Select?: string[] }
  ObjectState?: Record<string, unknown>
}

type WireReply = [id: number, ok: boolean, value: unknown, code?: number] | NamedReply
interface NamedReply {
  id: number
  failed?: boolean
  value?: unknown
  errorCode?: number
}

/** Excel's side of custom functions: it sends invocations and waits for their results. */
export function customFunctionCalls(page: () => Pick<Page, 'send'>): CustomFunctionCalls {
  const waiting = new Map<number, (reply: Reply) => void>()
  let lastId = 0
  let batches = 0
  return {
    invokeMany(calls) {
      const numbered = calls.map((call) => ({ ...call, number: ++lastId }))
      const replies = numbered.map(({ number }) => new Promise<Reply>((resolve) => waiting.set(number, resolve)))
      page().send({ type: 3, message: { entries: numbered.map(entryOf) } } satisfies Message)
      return Promise.all(replies)
    },
    receive({ Name, ArgumentInfo }) {
      if (Name !== 'SetInvocationArrayResults' && Name !== 'SetInvocationResults') return
      batches++
      for (const wire of (ArgumentInfo?.Arguments?.[0] ?? []) as WireReply[]) {
        const { id, reply } = read(wire)
        waiting.get(id)?.(reply)
        waiting.delete(id)
      }
    },
    batches: () => batches,
  }
}

const INVOCATION = { messageCategory: 1, messageType: 1000, targetId: '' }
const ERRORS_ALLOWED = 4

function entryOf({ id, args, flags = ERRORS_ALLOWED, number }: Call & { number: number }) {
  return { ...INVOCATION, message: JSON.stringify([number, id, args, 'Sheet1!A1', flags]) }
}

function read(wire: WireReply): { id: number; reply: Reply } {
  const { id, failed, value, errorCode } = Array.isArray(wire)
    ? { id: wire[0], failed: !wire[1], value: wire[2], errorCode: wire[3] }
    : wire
  const reply: Reply = failed ? { ok: false, code: errorCode ?? 0, message: String(value) } : { ok: true, value }
  return { id, reply }
}
