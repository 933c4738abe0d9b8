import { describe, expect, test } from 'vitest'
import { bringBack, makePortable, type Scope } from '../../../core/share/share.ts'
import type { Book, CellValue, FreezeOutcome, Selection } from '../../../core/sheet/book.ts'
import { frozen, thawed } from '../../../core/sheet/freezing.ts'
import { keptIn } from '../../../core/sheet/keptFormula.ts'
import { cellName, columnNumber, firstCell } from '../../../core/sheet/sheetReference.ts'

interface Held {
  formula?: string
  /** What the formula fills, or the value. */
  shows: CellValue | CellValue[][]
  note?: string
}

type Sheets = Record<string, Record<string, Held>>

/** A book of a few cells. What a formula shows is given; what takes its place shows what `instead` says. */
function bookOf(
  sheets: Sheets,
  { selection, instead = {} }: { selection?: Partial<Selection>; instead?: Record<string, CellValue> } = {},
) {
  const chosen = { sheet: 'A', address: 'A1', rows: 1, columns: 1, content: '', ...selection }
  const blockAt = ({ shows }: Held) => (Array.isArray(shows) ? shows : [[shows]])
  const placesIn = (cells: Record<string, Held>, text: (held: Held) => string | undefined) =>
    Object.entries(cells).flatMap(([cell, held]) => (text(held) ? [{ ...firstCell(cell), text: text(held)! }] : []))
  const valueAt = (sheet: string, row: number, column: number): CellValue => {
    for (const [cell, held] of Object.entries(sheets[sheet]!)) {
      const first = firstCell(cell)
      const value = blockAt(held)[row - first.row]?.[column - first.column]
      if (value !== undefined) return value
    }
    return null
  }
  const book: Partial<Book> = {
    selection: async () => chosen,
    async readFormulas(sheet) {
      return Object.entries(sheets)
        .filter(([name]) => sheet === null || name === sheet)
        .map(([name, cells]) => ({
          sheet: name,
          formulas: placesIn(cells, ({ formula }) => formula),
          notes: placesIn(cells, ({ note }) => note),
        }))
    },
    async freeze(formulas) {
      return formulas.map(({ sheet, row, column, formula, ...one }): FreezeOutcome => {
        const held = sheets[sheet]![cellName(row, column)]!
        const now = { formula: held.formula ?? '', values: blockAt(held), note: held.note ?? '' }
        const offered = one.instead !== null && (instead[one.instead] ?? now.values[0]![0]) === now.values[0]![0]
        const result = frozen({ formula }, now, offered ? one.instead : null)
        if (!('cells' in result)) return result
        held.note = result.note
        delete held.formula
        if (result.outcome.became === 'formula') held.formula = one.instead!
        return result.outcome
      })
    },
    async thaw(kept) {
      return kept.map(({ sheet, row, column, note }) => {
        const held = sheets[sheet]![cellName(row, column)]!
        const back = thawed({ note }, { note: held.note!, values: blockAt(held), formula: held.formula ?? '' })
        if (back) Object.assign(held, { formula: keptIn(note)!.formula, note: back.note })
        return { done: back !== null }
      })
    },
    async readRanges(ranges) {
      return ranges.map(({ sheet, address }) => {
        if (!(sheet in sheets)) throw new Error('no such sheet')
        const [, left, top, right = left, bottom = top] = /^([A-Z]+)(\d*)(?::([A-Z]+)(\d*))?$/.exec(address)!
        const [from, to] = [columnNumber(left!) - 1, columnNumber(right!)]
        const [first, last] = [Number(top || 1) - 1, Number(bottom || 9)]
        const rows = Array.from({ length: last - first }, (_, i) =>
          Array.from({ length: to - from }, (_, j) => valueAt(sheet, first + i, from + j)),
        )
        while (rows.at(-1)?.every((value) => value === null)) rows.pop()
        return rows
      })
    },
  }
  return { book: book as Book, sheets }
}

const roas = (): Held => ({ formula: '=ROAS(Data!B:B, Data!A:A)', shows: 4 })
const pareto = (): Held => ({
  formula: '=REASON_PARETO(Data!C:C)',
  shows: [
    ['reason', 'count', 'share', 'cumulative'],
    ['Late', 2, 1, 1],
  ],
})
const data = (): Record<string, Held> => ({
  A1: { shows: [['spend', 'revenue', 'reason'], [100, 300, 'Late'], [50, 300, 'Late']] }, // prettier-ignore
})
const report = () => ({ A: { A1: roas(), C5: pareto(), B9: { formula: '=SUM(B2:B3)', shows: 3 } }, Data: data() })

describe('making portable', () => {
  test('takes the formulas in which one of ours stands, and tells how many became values', async () => {
    const { book, sheets } = bookOf(report())
    expect(await makePortable(book, 'workbook', 'values')).toEqual({
      text: '2 formulas became values. The note of each cell keeps what stood there.',
      isDone: true,
      remarks: [],
    })
    expect(Object.values(sheets['A']!).map(({ formula }) => formula)).toEqual([undefined, undefined, '=SUM(B2:B3)'])
  })

  test('of one formula speaks of its value', async () => {
    const { book } = bookOf({ A: { A1: roas() } })
    const { text } = await makePortable(book, 'workbook', 'values')
    expect(text).toBe('1 formula became its value. The note of each cell keeps what stood there.')
  })

  test('offers formulas of the spreadsheet’s own where that is wanted', async () => {
    const { book, sheets } = bookOf({ A: { A1: roas(), B1: roas() } })
    const { text, remarks } = await makePortable(book, 'workbook', 'own formulas')
    expect(text).toBe('2 formulas became ones of the spreadsheet’s own. The note of each cell keeps what stood there.')
    expect(remarks).toEqual([])
    expect(sheets['A']!['A1']!.formula).toBe('=SUM(Data!B:B)/SUM(Data!A:A)')
    const one = await makePortable(bookOf({ A: { A1: roas() } }).book, 'workbook', 'own formulas')
    expect(one.text).toMatch(/^1 formula became one of the spreadsheet’s own\./)
  })

  test('lists together what has no such formula, each cell with its functions', async () => {
    const both = { formula: '=NPS_MOE(A:A)+NPS_MOE(B:B)*ROAS(C:C,D:D)', shows: 5 }
    const { book } = bookOf({ A: { A1: roas(), C5: pareto() }, B: { D2: both } })
    const { text, remarks } = await makePortable(book, 'workbook', 'own formulas')
    expect(text).toMatch(/^2 formulas became values\. 1 formula became one of/)
    expect(remarks).toEqual([
      {
        text: 'There is no formula of the spreadsheet’s own for this, so the value stands there',
        cells: [
          { sheet: 'A', cell: 'C5', functions: 'REASON_PARETO' },
          { sheet: 'B', cell: 'D2', functions: 'NPS_MOE, ROAS' },
        ],
      },
    ])
  })

  test('names a formula of the spreadsheet’s own that gives something else', async () => {
    const { book } = bookOf({ A: { A1: roas() } }, { instead: { '=SUM(Data!B:B)/SUM(Data!A:A)': 5 } })
    const { text, remarks } = await makePortable(book, 'workbook', 'own formulas')
    expect(text).toMatch(/^1 formula became its value\./)
    expect(remarks.map(({ text }) => text)).toEqual([
      '=SUM(Data!B:B)/SUM(Data!A:A) gives something else, as it does with text or blanks among the numbers, so the value stands there',
    ])
  })

  test.each<[CellValue, string]>([
    ['#DIV/0!', 'Shows #DIV/0!, so the formula stays: mend it, then try again'],
    ['#BUSY!', 'Shows #BUSY!, so the formula stays: wait until it is worked out, then try again'],
  ])('leaves a formula that shows %s', async (shows, told) => {
    const { book } = bookOf({ A: { A1: { ...roas(), shows } } })
    const { text, isDone, remarks } = await makePortable(book, 'workbook', 'values')
    expect([text, isDone]).toEqual(['Nothing was changed.', false])
    expect(remarks.map(({ text }) => text)).toEqual([told])
  })

  test('tells of a formula that was changed meanwhile, and of one whose cells nobody knows', async () => {
    const { book } = bookOf(report())
    book.freeze = async () => [
      { became: 'kept', why: 'changed', shows: null },
      { became: 'kept', why: 'unknown size', shows: 'reason' },
    ]
    const { remarks } = await makePortable(book, 'workbook', 'own formulas')
    expect(remarks.map(({ text }) => text)).toEqual([
      'Was changed meanwhile, so it stays: it holds nothing',
      'Only Google Sheets knows which cells this fills, so the formula stays: copy them, and paste the values only (Ctrl+Shift+V)',
    ])
  })

  const changed = async (scope: Scope, selection: Partial<Selection>) => {
    const { book, sheets } = bookOf({ A: { B2: roas(), C2: roas(), B3: roas() }, B: { B2: roas() } }, { selection })
    await makePortable(book, scope, 'values')
    return Object.entries(sheets).flatMap(([name, cells]) =>
      Object.entries(cells).flatMap(([cell, { formula }]) => (formula ? [] : [`${name}!${cell}`])),
    )
  }

  test.each<[string, Scope, Partial<Selection>, string[]]>([
    ['a cell', 'selection', { address: 'B2' }, ['A!B2']],
    ['a row of cells', 'selection', { address: 'B2:C2', columns: 2 }, ['A!B2', 'A!C2']],
    ['a column of cells', 'selection', { address: 'B2:B3', rows: 2 }, ['A!B2', 'A!B3']],
    ['a whole column', 'selection', { address: 'B:B', rows: 1000 }, ['A!B2', 'A!B3']],
    ['cells above and at the left', 'selection', { address: 'A1' }, []],
    [
      'a cell that another one fills',
      'selection',
      { address: 'F9', filledFrom: { cell: 'C2', formula: '=' } },
      ['A!C2'],
    ],
    ['a sheet', 'sheet', { sheet: 'B' }, ['B!B2']],
    ['a workbook', 'workbook', { address: 'B2' }, ['A!B2', 'A!C2', 'A!B3', 'B!B2']],
  ])('of %s', async (_, scope, selection, cells) => {
    expect(await changed(scope, selection)).toEqual(cells)
  })

  test.each<[Scope, string]>([
    ['selection', 'The selected cells hold no formula of ours.'],
    ['sheet', 'The sheet “A” holds no formula of ours.'],
    ['workbook', 'This workbook holds no formula of ours.'],
  ])('says where none stands: %s', async (scope, text) => {
    expect(await makePortable(bookOf({ A: {} }).book, scope, 'values')).toEqual({ text, isDone: false, remarks: [] })
  })
})

describe('bringing back', () => {
  const shared = async (sheets: Sheets = report()) => {
    const opened = bookOf(sheets)
    await makePortable(opened.book, 'workbook', 'values')
    return opened
  }

  test('gives the formulas, and says how many', async () => {
    const { book, sheets } = await shared()
    const { text, isDone, remarks } = await bringBack(book, 'workbook')
    expect([text, isDone, remarks]).toEqual(['2 formulas are back.', true, []])
    expect(sheets['A']!['A1']!.formula).toBe('=ROAS(Data!B:B, Data!A:A)')
    const one = await bringBack((await shared({ A: { A1: roas() }, Data: data() })).book, 'workbook')
    expect(one.text).toBe('1 formula is back.')
  })

  test('tells what each gives by now where that is something else', async () => {
    const { book, sheets } = await shared()
    sheets['Data']!['A1']!.shows = [['spend', 'revenue', 'reason'], [100, 300, 'Late'], [20, 300, 'Wrong']] // prettier-ignore
    const { remarks } = await bringBack(book, 'workbook')
    expect(remarks).toEqual([
      { text: 'Gives 5 now, where 4 stood', cells: [{ sheet: 'A', cell: 'A1', functions: 'ROAS' }] },
      {
        text: 'Gives other values now than stood there',
        cells: [{ sheet: 'A', cell: 'C5', functions: 'REASON_PARETO' }],
      },
    ])
  })

  test('tells an error that a formula gives by now', async () => {
    const { book, sheets } = await shared({ A: { A1: roas() }, Data: data() })
    sheets['Data']!['A1']!.shows = [['spend', 'revenue', 'reason']]
    const { remarks } = await bringBack(book, 'workbook')
    expect(remarks.map(({ text }) => text)).toEqual(['Gives #N/A now, where 4 stood'])
  })

  test('compares nothing that only the spreadsheet can work out, or whose sheet is gone', async () => {
    const within = { formula: '=ROUND(ROAS(Data!B:B, Data!A:A), 1)', shows: 99 }
    expect((await bringBack((await shared({ A: { A1: within }, Data: data() })).book, 'workbook')).remarks).toEqual([])
    const { book } = await shared({ A: { A1: { ...roas(), shows: 99 } } })
    expect(await bringBack(book, 'workbook')).toMatchObject({ text: '1 formula is back.', remarks: [] })
  })

  test('leaves what was changed since, with the formula that its note keeps', async () => {
    const { book, sheets } = await shared()
    sheets['A']!['A1']!.shows = 7
    const { text, remarks } = await bringBack(book, 'workbook')
    expect(text).toBe('1 formula is back.')
    expect(remarks).toEqual([
      {
        text: 'Was changed since, so it stays as it is, and its note keeps =ROAS(Data!B:B, Data!A:A)',
        cells: [{ sheet: 'A', cell: 'A1', functions: 'ROAS' }],
      },
    ])
    sheets['A']!['C5']!.note = sheets['A']!['A1']!.note!
    sheets['A']!['C5']!.shows = 8
    const again = await bringBack(book, 'workbook')
    expect([again.text, again.isDone, again.remarks[0]!.cells.length]).toEqual(['Nothing was changed.', false, 2])
  })

  test('only looks at notes that keep a formula, where it is asked to', async () => {
    const { book, sheets } = await shared({ A: { A1: roas(), B1: { shows: 1, note: 'mine' } }, Data: data() })
    expect(
      (
        await bringBack(
          { ...book, selection: async () => ({ sheet: 'A', address: 'B1', rows: 1, columns: 1, content: '' }) },
          'selection',
        )
      ).text,
    ).toBe('The selected cells hold no note that keeps a formula.')
    expect(sheets['A']!['B1']!.note).toBe('mine')
    expect((await bringBack(book, 'sheet')).text).toBe('1 formula is back.')
  })
})
