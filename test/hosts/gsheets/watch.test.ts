import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sheetsBook, type ScriptRun } from '../../../gsheets/sidebar/book.ts'
import { openSheetsBook, scriptRun } from '../appsScript/sheets.ts'

/** One question of the page, to be answered by hand. */
interface Asked {
  ask: string
  answer(value: unknown): void
  fail(message: string): void
}

/** A page with a script that answers when the test says so. */
function pageWithScript() {
  const asked: Asked[] = []
  const to = (
    succeed?: (answer: string | null) => void,
    fail?: (failure: { message?: string }) => void,
  ): ScriptRun => ({
    withSuccessHandler: (handler) => to(handler, fail),
    withFailureHandler: (handler) => to(succeed, handler),
    cuesheetBook: (question) =>
      void asked.push({
        ask: (JSON.parse(question) as { ask: string }).ask,
        answer: (value) => succeed?.(JSON.stringify({ value })),
        fail: (message) => fail?.({ message }),
      }),
  })
  const page = { visible: true, comeBack: () => undefined as void, listening: false }
  const looking = {
    every: 15_000,
    isVisible: () => page.visible,
    onReturn(look: () => void) {
      page.comeBack = look
      page.listening = true
      return () => {
        page.listening = false
      }
    },
  }
  return { asked, page, book: sheetsBook(to(), looking) }
}

/** Lets what was promised happen. */
const settle = () => vi.advanceTimersByTimeAsync(0)

describe('the page watches a sheet', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A page that has read the sheet and watches it. */
  async function watching() {
    const { asked, page, book } = pageWithScript()
    const reading = book.readSheet('Signals')
    asked.pop()!.answer([{ content: null, fingerprint: 'one' }])
    await reading
    let told = 0
    const end = book.watch('Signals', () => told++)
    await settle()
    // It begins with a call.
    return { asked, page, book, end, told: () => told - 1 }
  }

  test('it looks every 15 seconds, and tells a change once', async () => {
    const { asked, told } = await watching()
    await vi.advanceTimersByTimeAsync(14_999)
    expect(asked).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked.map(({ ask }) => ask)).toEqual(['fingerprint'])
    expect(told()).toBe(0)
    asked.pop()!.answer('two')
    await vi.advanceTimersByTimeAsync(15_000)
    asked.pop()!.answer('two')
    await settle()
    expect(told()).toBe(1)
  })

  test('it looks at once when a person comes back to it', async () => {
    const { asked, page, told } = await watching()
    page.comeBack()
    asked.pop()!.answer('two')
    await settle()
    expect(told()).toBe(1)
  })

  test('it does not look while nobody sees it', async () => {
    const { asked, page } = await watching()
    page.visible = false
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(0)
    page.visible = true
    page.comeBack()
    expect(asked).toHaveLength(1)
  })

  test('it does not ask again while it waits for an answer', async () => {
    const { asked, page } = await watching()
    await vi.advanceTimersByTimeAsync(15_000)
    page.comeBack()
    await vi.advanceTimersByTimeAsync(14_999)
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['fails', (asked: Asked) => asked.fail('HTTP 0'), 15_000],
    ['is never answered', () => undefined, 45_000],
  ])('a look that %s is left to the next one', async (_, happen, next) => {
    const { asked, told } = await watching()
    await vi.advanceTimersByTimeAsync(15_000)
    happen(asked.pop()!)
    await vi.advanceTimersByTimeAsync(next)
    asked.pop()!.answer('two')
    await settle()
    expect(told()).toBe(1)
  })

  test('what this page has read meanwhile is not told as a change', async () => {
    const { asked, book, told } = await watching()
    const reading = book.readSheet('Signals')
    asked.pop()!.answer([{ content: null, fingerprint: 'two' }])
    await reading
    await vi.advanceTimersByTimeAsync(15_000)
    asked.pop()!.answer('two')
    await settle()
    expect(told()).toBe(0)
  })

  test('of several sheets that are read with one question, each is known', async () => {
    const { asked, page, book, told } = await watching()
    let toldOfOther = 0
    const reading = book.readSheets(['KPIs', 'Signals'])
    expect(asked).toHaveLength(1)
    asked.pop()!.answer([
      { content: null, fingerprint: 'kpis' },
      { content: { values: [[1]], formulas: [['']] }, fingerprint: 'two' },
    ])
    expect(await reading).toEqual([null, { values: [[1]], formulas: [['']] }])
    page.comeBack()
    asked.pop()!.answer('two')
    book.watch('KPIs', () => toldOfOther++)
    page.comeBack()
    asked.pop()!.answer('kpis')
    await settle()
    expect([told(), toldOfOther]).toEqual([0, 1])
  })

  test('after the end nothing is told, asked, waited for or listened to', async () => {
    const { asked, page, end, told } = await watching()
    await vi.advanceTimersByTimeAsync(15_000)
    end()
    asked.pop()!.answer('two')
    await vi.advanceTimersByTimeAsync(60_000)
    expect({ told: told(), asked: asked.length, listening: page.listening }).toEqual({
      told: 0,
      asked: 0,
      listening: false,
    })
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([
    ['late', 31_000, 1],
    ['twice', 10, 2],
  ])('an answer that comes %s changes nothing', async (_, after, times) => {
    const { asked, book } = pageWithScript()
    const outcomes: unknown[] = []
    book.readSheet('Signals').then(
      () => outcomes.push('read'),
      (error: Error) => outcomes.push(error.message),
    )
    await vi.advanceTimersByTimeAsync(after)
    for (let i = 0; i < times; i++) {
      asked[0]!.answer([{ content: { values: [[i]], formulas: [['']] }, fingerprint: 'a' }])
    }
    await vi.advanceTimersByTimeAsync(60_000)
    expect(outcomes).toEqual([
      times === 2 ? 'read' : 'Google Sheets has not answered for 30 seconds. Look at the sheet, then try again.',
    ])
  })
})

describe('the script tells a change by', () => {
  test.each([
    ['a value', (host: Host) => host.put('Sheet1', 'A1', 'new')],
    ['a formula with the same value', (host: Host) => host.put('Sheet1', 'B1', '=2+1')],
    ['two cells that change places', (host: Host) => host.moveColumn('Sheet1', 'B', 'A')],
    ['a new row', (host: Host) => host.insertRow('Sheet1', 1)],
    ['its name', async ({ project }: Host) => void (project.workbook.active.name = 'Other')],
  ])('%s', async (_, happen) => {
    const host = await openSheetsBook()
    await host.put('Sheet1', 'A1', 'old')
    await host.put('Sheet1', 'B1', '=1+2')
    await host.book.readSheet('Sheet1')
    let told = 0
    const end = host.book.watch('Sheet1', () => told++)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(told).toBe(1)
    await happen(host)
    await expect.poll(() => told, { timeout: 3000 }).toBe(2)
    end()
  })

  test('and sends no more than a short text', async () => {
    const { project, put } = await openSheetsBook()
    for (let row = 1; row <= 100; row++) await put('Sheet1', `A${row}`, 'x'.repeat(1000))
    const told: string[] = []
    const run = scriptRun(project)
    const question = JSON.stringify({ ask: 'fingerprint', sheet: 'Sheet1' })
    run.withSuccessHandler((answer) => told.push(String(answer))).cuesheetBook(question)
    await expect.poll(() => told.length).toBe(1)
    expect(told[0]!.length).toBeLessThan(50)
  })
})

type Host = Awaited<ReturnType<typeof openSheetsBook>>
