import { describe, expect, test } from 'vitest'
import { bringBack, makePortable, type Scope } from '../../../core/share/share.ts'
import type { Book, CellValue, FreezeOutcome, Selection } from '../../../core/sheet/book.ts'
import { frozen, thawed } from '../../../core/sheet/freezing.ts'
import { cellName, columnNumber, firstCell } from '../../../core/sheet/sheetReference.ts'

interface Held {
  formula?: string
  /** What the formula fills, or the value. */
  shows: CellValue | CellValue[][]
  note?: string
}

type Sheets = Record<string, Record<string, Held>>

/**
 * A book of a few cells. What a formula shows is given; what takes its place shows what `instead` says, and what comes back
 * what `gives` says.
 */
function bookOf(
  sheets: Sheets,
  {
    selection,
    instead = {},
    gives = {},
  }: {
    selection?: Partial<Selection>
    instead?: Record<string, CellValue>
    gives?: Record<string, Held['shows']>
  } = {},
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
      return formulas.map(({ sheet, row, column, formula, named, ...one }): FreezeOutcome => {
        const held = sheets[sheet]![cellName(row, column)]!
        const now = { formula: held.formula ?? '', values: blockAt(held), note: held.note ?? '' }
        const offered = one.instead !== null && (instead[one.instead] ?? now.values[0]![0]) === now.values[0]![0]
        const result = frozen({ formula, row, column, named }, now, offered ? one.instead : null)
        if (!('cells' in result)) return result
        held.note = result.note
        delete held.formula
        if (result.outcome.became === 'formula') held.formula = one.instead!
        return result.outcome
      })
    },
    async thaw(kept) {
      return kept.map(({ sheet, row, column, note, formula }) => {
        const held = sheets[sheet]![cellName(row, column)]!
        const back = thawed({ note, formula }, { note: held.note!, values: blockAt(held), formula: held.formula ?? '' })
        if (back) Object.assign(held, { formula, note: back.note, shows: gives[formula] ?? held.shows })
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
      isProblem: false,
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
    ['#DIV/0!', 'Shows #DIV/0!, so the formula stays: mend it or clear the cell, then try again'],
    ['#BUSY!', 'Shows #BUSY!, so the formula stays: wait until it is worked out, then try again'],
  ])('leaves a formula that shows %s', async (shows, told) => {
    const { book } = bookOf({ A: { A1: { ...roas(), shows } } })
    const { text, isProblem, remarks } = await makePortable(book, 'workbook', 'values')
    expect([text, isProblem]).toEqual(['1 formula stays: people without Cuesheet see #NAME? there.', true])
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
    expect(await makePortable(bookOf({ A: {} }).book, scope, 'values')).toEqual({ text, isProblem: true, remarks: [] })
  })
})

test('how many stay is told beside what is done, and one’s own notes are none of ours', async () => {
  const failing = () => ({ ...roas(), shows: '#N/A' })
  const { book } = bookOf({ A: { A1: roas(), B1: failing(), C1: failing(), D1: { shows: 1, note: 'mine' } } })
  expect(await makePortable(book, 'workbook', 'values')).toMatchObject({
    text: '1 formula became its value. The note of each cell keeps what stood there. 2 formulas stay: people without Cuesheet see #NAME? there.',
    isProblem: true,
  })
})

describe('what is portable already', () => {
  test('is told when nothing else is there', async () => {
    const { book } = bookOf(report())
    await makePortable(book, 'workbook', 'values')
    expect(await makePortable(book, 'workbook', 'own formulas')).toEqual({
      text: 'This workbook holds no formula of ours any more: 2 formulas are kept in notes already. Bring them back first to make something else of them.',
      isProblem: false,
      remarks: [],
    })
  })

  test('is told besides what is done', async () => {
    const { book, sheets } = bookOf({ A: { A1: roas() }, B: {} })
    await makePortable(book, 'workbook', 'values')
    sheets['B']!['A1'] = roas()
    const { text, isProblem } = await makePortable(book, 'workbook', 'values')
    expect(text).toBe(
      '1 formula became its value. The note of each cell keeps what stood there. Besides, 1 formula is kept in notes already. Bring them back first to make something else of them.',
    )
    expect(isProblem).toBe(false)
  })
})

describe('bringing back', () => {
  const pause = async () => {}
  const shared = async (sheets: Sheets = report(), gives: Record<string, Held['shows']> = {}) => {
    const opened = bookOf(sheets, { gives })
    await makePortable(opened.book, 'workbook', 'values')
    return opened
  }
  const ROAS = '=ROAS(Data!B:B, Data!A:A)'

  test('gives the formulas, and says how many', async () => {
    const { book, sheets } = await shared()
    const { text, isProblem, remarks } = await bringBack(book, 'workbook', pause)
    expect([text, isProblem, remarks]).toEqual(['2 formulas are back.', false, []])
    expect(sheets['A']!['A1']!.formula).toBe(ROAS)
    const one = await bringBack((await shared({ A: { A1: roas() } })).book, 'workbook', pause)
    expect(one.text).toBe('1 formula is back.')
  })

  test('tells what each gives by now where that is something else', async () => {
    const table = [['reason', 'count', 'share', 'cumulative'], ['Late', 1, 1, 1]] // prettier-ignore
    const { book } = await shared(report(), { [ROAS]: 5, '=REASON_PARETO(Data!C:C)': table })
    expect(await bringBack(book, 'workbook', pause)).toEqual({
      text: '2 formulas are back. 2 of them are to be looked at.',
      isProblem: true,
      remarks: [
        { text: 'Gives 5 now, where 4 stood', cells: [{ sheet: 'A', cell: 'A1', functions: 'ROAS' }] },
        {
          text: 'Gives other values now than stood there',
          cells: [{ sheet: 'A', cell: 'C5', functions: 'REASON_PARETO' }],
        },
      ],
    })
  })

  test('tells it of a formula in which ours is a part, and of an error', async () => {
    const within = '=ROUND(ROAS(Data!B:B, Data!A:A), 1)'
    const { book } = await shared(
      { A: { A1: roas(), B1: { formula: within, shows: 99 } } },
      { [ROAS]: '#REF!', [within]: 98 },
    )
    const { text, remarks } = await bringBack(book, 'workbook', pause)
    expect(text).toBe('2 formulas are back. 2 of them are to be looked at.')
    expect(remarks.map(({ text }) => text)).toEqual(['Gives #REF! now, where 4 stood', 'Gives 98 now, where 99 stood'])
  })

  test('waits until a formula is worked out, and says nothing of one that takes longer', async () => {
    const { book, sheets } = await shared({ A: { A1: roas(), B1: roas() } }, { [ROAS]: '#BUSY!' })
    const waited: number[] = []
    const { remarks } = await bringBack(book, 'workbook', async (time) => {
      waited.push(time)
      sheets['A']!['A1']!.shows = 5
    })
    expect(waited).toEqual([500, 1000, 2000])
    expect(remarks.map(({ text, cells }) => [text, cells.map(({ cell }) => cell)])).toEqual([
      ['Gives 5 now, where 4 stood', ['A1']],
    ])
  })

  test('leaves what was changed since, together', async () => {
    const { book, sheets } = await shared({ A: { A1: roas(), B1: roas(), C5: pareto() } })
    sheets['A']!['A1']!.shows = 7
    sheets['A']!['C5']!.shows = 8
    const { text, isProblem, remarks } = await bringBack(book, 'workbook', pause)
    expect([text, isProblem]).toEqual(['1 formula is back. 2 formulas are not.', true])
    expect(remarks).toEqual([
      {
        text: 'Was changed since, so it stays as it is. Its note keeps the formula',
        cells: [
          { sheet: 'A', cell: 'A1', functions: 'ROAS' },
          { sheet: 'A', cell: 'C5', functions: 'REASON_PARETO' },
        ],
      },
    ])
    expect((await bringBack(book, 'workbook', pause)).text).toBe('Nothing was changed.')
  })

  test('tells of a note whose lines of ours were changed', async () => {
    const { book, sheets } = await shared({ A: { A1: roas() } })
    sheets['A']!['A1']!.note = sheets['A']!['A1']!.note!.replace('Stood', 'It stood')
    const { text, remarks } = await bringBack(book, 'workbook', pause)
    expect(text).toBe('Nothing was changed.')
    expect(remarks.map(({ text }) => text)).toEqual([
      'The two lines of Cuesheet in this note were changed, so that nothing could be brought back',
    ])
  })

  /** What comes back to a cell after it was moved. */
  const moved = async (sheets: Sheets, way: 'values' | 'own formulas', move: (cells: Record<string, Held>) => void) => {
    const { book } = bookOf(sheets)
    await makePortable(book, 'workbook', way)
    move(sheets['A']!)
    await bringBack(book, 'workbook', pause)
    return Object.fromEntries(Object.entries(sheets['A']!).map(([cell, { formula }]) => [cell, formula]))
  }
  const away = (from: string, to: string) => (cells: Record<string, Held>) => {
    cells[to] = cells[from]!
    delete cells[from]
  }

  test('tells of one among others that gives something else', async () => {
    const { book } = await shared(report(), { [ROAS]: 5 })
    expect(await bringBack(book, 'workbook', pause)).toMatchObject({
      text: '2 formulas are back. 1 of them is to be looked at.',
      isProblem: true,
    })
  })

  test('tells of a row of cells that it gives other values', async () => {
    const row = { formula: '=FUNNEL(Data!A:A, Data!B:B)', shows: [['Ad', 5]] }
    const { book } = await shared({ A: { A1: row } }, { [row.formula]: [['Ad', 6]] })
    const { remarks } = await bringBack(book, 'workbook', pause)
    expect(remarks.map(({ text }) => text)).toEqual(['Gives other values now than stood there'])
    const column = { ...row, shows: [['Ad'], [5]] }
    const lower = await shared({ A: { A1: column } }, { [row.formula]: [['Ad'], [6]] })
    expect((await bringBack(lower.book, 'workbook', pause)).remarks.map(({ text }) => text)).toEqual([
      'Gives other values now than stood there',
    ])
  })

  test('that is done but for a note that was changed is to be looked at', async () => {
    const { book, sheets } = await shared()
    sheets['A']!['A1']!.note = sheets['A']!['A1']!.note!.replace('Stood', 'It stood')
    const { text, isProblem } = await bringBack(book, 'workbook', pause)
    expect([text, isProblem]).toEqual(['1 formula is back. 1 formula is not.', true])
  })

  test.each<[Scope, string]>([
    ['workbook', 'This workbook holds no note that keeps a formula.'],
    ['sheet', 'The sheet “A” holds no note that keeps a formula.'],
  ])('says where none is kept: %s', async (scope, text) => {
    const { book } = bookOf({ A: { A1: roas(), B1: { shows: 1, note: 'mine' } } })
    expect(await bringBack(book, scope, pause)).toEqual({ text, isProblem: true, remarks: [] })
  })

  test('takes cells along sideways too, and leaves them where there is no place for them', async () => {
    const row = () => ({ D2: { formula: '=ROAS(B2,C2)', shows: 6 } })
    expect(await moved({ A: row() }, 'values', away('D2', 'E2'))).toEqual({ E2: '=ROAS(C2,D2)' })
    expect(await moved({ A: row() }, 'values', away('D2', 'A2'))).toEqual({ A2: '=ROAS(B2,C2)' })
  })

  test('takes the cells of a formula along with the row in which it stands', async () => {
    const row = { D2: { formula: '=ROAS(B2,C2)', shows: 6 } }
    expect(await moved({ A: row }, 'values', away('D2', 'D3'))).toEqual({ D3: '=ROAS(B3,C3)' })
  })

  test('leaves cells of other sheets, whole columns and fixed cells where they are', async () => {
    const cells = { D2: { formula: '=METRIC_BY("NPS",Data!A2:A9,$B$2:$B$9)&NPS(C:C)', shows: 'x' } }
    expect(await moved({ A: cells }, 'values', away('D2', 'D5'))).toEqual({
      D5: '=METRIC_BY("NPS",Data!A2:A9,$B$2:$B$9)&NPS(C:C)',
    })
  })

  test('leaves cells where they are that give what stands there, and no others do', async () => {
    const cells: Record<string, Held> = {
      A1: { shows: [[300, 50], [1, 1]] }, // prettier-ignore
      D1: { formula: '=ROAS(A1,B1)', shows: 6 },
    }
    expect((await moved({ A: cells }, 'values', away('D1', 'D2')))['D2']).toBe('=ROAS(A1,B1)')
  })

  test('reads what stands, what might, and what is back each at once, however many were moved', async () => {
    const cells = Object.fromEntries(
      [2, 3, 4, 5].map((row) => [`D${row}`, { formula: `=ROAS(B${row},C${row})`, shows: row }]),
    )
    const { book, sheets } = bookOf({ A: cells })
    await makePortable(book, 'workbook', 'values')
    for (const row of [5, 4, 3, 2]) away(`D${row}`, `D${row + 1}`)(sheets['A']!)
    let reads = 0
    const readRanges: Book['readRanges'] = (ranges) => {
      reads++
      return book.readRanges(ranges)
    }
    expect((await bringBack({ ...book, readRanges }, 'workbook', pause)).text).toMatch(/^4 formulas are back\./)
    expect(reads).toBe(3)
  })

  test('follows the cells of a formula of the spreadsheet’s own', async () => {
    const cells = { D2: { formula: '=ROUND(ROAS(B1,B2),1)', shows: 4 } }
    const move = (cells: Record<string, Held>) => {
      cells['D2']!.formula = '=ROUND((B2/B9),1)'
    }
    expect(await moved({ A: cells }, 'own formulas', move)).toEqual({ D2: '=ROUND(ROAS(B2,B9),1)' })
  })

  test('only looks at notes that keep a formula, where it is asked to', async () => {
    const { book, sheets } = await shared({ A: { A1: roas(), B1: { shows: 1, note: 'mine' } } })
    const selection = async () => ({ sheet: 'A', address: 'B1', rows: 1, columns: 1, content: '' })
    expect((await bringBack({ ...book, selection }, 'selection', pause)).text).toBe(
      'The selected cells hold no note that keeps a formula.',
    )
    expect(sheets['A']!['B1']!.note).toBe('mine')
    expect((await bringBack(book, 'sheet', pause)).text).toBe('1 formula is back.')
  })
})
