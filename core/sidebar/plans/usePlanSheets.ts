import { useEffect, useRef, useState } from 'preact/hooks'
import type { Book, SheetContent } from '../../sheet/book.ts'
import { findPlan } from '../../plans/findPlan.ts'
import type { Layout } from '../../plans/layout.ts'
import { rowsByPlan } from '../../plans/reading.ts'
import { layoutOf } from '../../plans/related.ts'
import type { Row } from '../../plans/row.ts'
import { useAction, type Meanwhile } from '../action.ts'
import { QUIET, type Message } from '../said.tsx'
import { texts } from '../texts/texts.ts'

/** Several sheets as they were read together. */
export interface Sheets {
  content(name: string): SheetContent | null
  /** The rows of a plan; null where it has no sheet. */
  rowsOf(plan: string): readonly Row[] | null
  layout: Layout
}

/** The sheets of some plans, read when their page comes, for what is drawn or done from all of them. */
export function usePlanSheets(book: Book, names: readonly string[]) {
  const [sheets, setSheets] = useState<Sheets | null>(null)
  const [message, setMessage] = useState<Message>(QUIET)
  const { busy, act } = useAction((text) => setMessage({ text, isProblem: true }))
  const isHere = useRef(true)
  const read = async (): Promise<Sheets> => {
    const contents = await book.readSheets(names)
    const found = sheetsOf(names, contents)
    if (isHere.current) setSheets(found)
    return found
  }
  /** Something that needs none of the sheets; what it says is shown below. */
  const tell = (what: string, work: () => Promise<string>) =>
    act(what, async () => {
      setMessage(QUIET)
      setMessage({ text: await work(), isProblem: false })
    })
  /** One action: what it says is shown below. It reads the sheets as they are by then, and they are read again after it. */
  const perform = (what: string, work: (now: Sheets, meanwhile: Meanwhile) => Promise<string>) =>
    act(what, async (meanwhile) => {
      setMessage(QUIET)
      const said = await work(await read(), meanwhile)
      await read()
      setMessage({ text: said, isProblem: false })
    })
  useEffect(() => {
    void act(texts.doing.reading, read)
    return () => {
      isHere.current = false
    }
  }, [])
  return { sheets, message, busy, perform, tell, look: () => act(texts.doing.reading, read) }
}

function sheetsOf(names: readonly string[], contents: readonly (SheetContent | null)[]): Sheets {
  const content = (name: string) => contents[names.indexOf(name)] ?? null
  return {
    content,
    rowsOf: rowsByPlan(findPlan, content),
    layout: layoutOf(content),
  }
}
