import { describe, expect, test } from 'vitest'
import { renewals } from '../../../core/plans/gallery/renewals.ts'
import { sheetOf } from '../../../core/plans/plan.ts'
import { putBack } from '../../../core/plans/putBack.ts'
import { readRows, requestOf } from '../../../core/plans/reading.ts'
import { keyOf, logsOf, readingOf, type Logs } from '../../../core/plans/renewals/logs.ts'
import { merged, mergeText } from '../../../core/plans/renewals/merge.ts'
import { keeping, keptSources, NO_LONGER, refreshedOn, type Sources } from '../../../core/plans/renewals/sources.ts'
import type { Row } from '../../../core/plans/row.ts'
import type { CellValue, SheetContent } from '../../../core/sheet/book.ts'
import { contentOf } from '../../../core/sheet/rows.ts'
import { expectClose } from '../../close.ts'
import { layout, written } from './matrixSheet.ts'
import { planRows, TODAY, toldOf, toldOfAll, type SheetRow } from './planSheet.ts'

const sound: SheetRow = { Customer: 'Ann', 'Ends on': TODAY + 40, 'Next step': 'Call', Owner: 'Kim' }
const told = (row: SheetRow) => toldOf(renewals, { ...sound, ...row })
const STEP = 'and there is no next step. Say what happens next.'

describe('a customer of the list', () => {
  test.each<[string, SheetRow, string[]]>([
    ['that has all it needs', {}, []],
    ['without an owner', { Owner: null }, ['Nobody owns it.']],
    ['without a next step', { 'Next step': ' ' }, ['Nobody has said what happens next.']],
    ['that has renewed needs none', { 'Next step': null, State: 'Renewed' }, []],
    [
      'close to its end without one',
      { 'Ends on': TODAY + 30, 'Next step': null },
      [`Its contract ends in 30 days, ${STEP}`],
    ],
    ['with a day left', { 'Ends on': TODAY + 1, 'Next step': null }, [`Its contract ends in 1 day, ${STEP}`]],
    ['that ends today', { 'Ends on': TODAY, 'Next step': null }, [`Its contract ends today, ${STEP}`]],
    [
      'whose contract has ended',
      { 'Ends on': TODAY - 1 },
      ['Its contract ended 1 day ago. Note what came of it: renewed or leaving.'],
    ],
    ['of whom it is known what came of it', { 'Ends on': TODAY - 9, State: 'leaving' }, []],
    [
      'that is no longer due',
      { 'Why here': NO_LONGER },
      ['It is no longer due or at risk. Remove it when you need your notes no more.'],
    ],
    ['whose end is text', { 'Ends on': 'in May' }, ['“in May” in Ends on is no date. Type one, such as 2026-03-01.']],
    ['whose value is text', { Value: 'much' }, ['“much” in Value is text, no number. Type it again in digits.']],
    ['without an end', { 'Ends on': null, Value: 0 }, []],
  ])('%s', (_, row, sentences) => {
    expect(told(row)).toEqual(sentences)
  })

  test('that stands twice is told with its rows', () => {
    expect(toldOfAll(renewals, [sound, { Customer: 'ann ' }, { Customer: 'Ben' }])).toEqual([
      'Rows 2 and 3 are both Ann. Keep one: the first is refreshed.',
    ])
  })
})

const none: Sources = keptSources({ values: [], formulas: [] })
const CONTRACTS = { 'Contract customers': 'Log!A:A', 'Contract ends': 'Log!B:B', 'Contract values': 'Log!C:C' }
const ORDERS = { 'Order customers': 'Orders!A:A', 'Order dates': 'Orders!B:B', 'Order amounts': 'Orders!C:C' }
const naming = (cells: Partial<Sources['cells']>, days = 60): Sources => ({ cells: { ...none.cells, ...cells }, days })
const columns = (rows: readonly (readonly CellValue[])[]) =>
  rows[0]!.map((_, column) => rows.map((row) => [row[column] ?? null]))
const read = (cells: Partial<Sources['cells']>, ...logs: readonly (readonly CellValue[])[][]) => {
  const reading = readingOf(naming(cells), TODAY)
  if ('problem' in reading) return reading
  return logsOf(reading, logs.flatMap(columns), TODAY)
}
const logs = (...given: Parameters<typeof read>): Logs => {
  const found = read(...given)
  if ('problem' in found) throw new Error(found.problem)
  return found
}
const whyNot = (...given: Parameters<typeof read>) => {
  const found = read(...given)
  return 'problem' in found ? found.problem : ''
}

describe('a log of contracts', () => {
  test('tells whose contracts end in the days ahead, each customer once', () => {
    const { due, notes } = logs(CONTRACTS, [
      ['customer', 'end', 'value'],
      ['Ann', TODAY + 20, 100],
      [' Ann', TODAY + 10, 50],
      ['Ben', TODAY + 60, null],
      ['Cleo', TODAY + 61, 7],
      ['Dan', TODAY - 1, 7],
      [7, TODAY, 1],
      ['7', TODAY + 400, 1],
      ['n/a', TODAY, 1],
    ])
    expect([...due]).toEqual([
      ['7', { customer: 7, end: TODAY, contracts: 1, value: 1, until: TODAY + 400 }],
      ['Ann', { customer: 'Ann', end: TODAY + 10, contracts: 2, value: 150, until: null }],
      ['Ben', { customer: 'Ben', end: TODAY + 60, contracts: 1, value: null, until: null }],
    ])
    expect(notes).toEqual([])
  })

  test('of which none is due is an empty list with a note, and one without rows is a problem', () => {
    const cells = { 'Contract customers': 'Log!A:A', 'Contract ends': 'Log!B:B' }
    const found = logs(cells, [['Ann', TODAY - 3]])
    expect([found.due.size, found.notes]).toEqual([
      0,
      ['RENEWALS_DUE: no contract ends from 2026-03-17 to 2026-05-16, 60 days ahead.'],
    ])
    expect(whyNot(cells, [['customer', 'end']])).toBe('RENEWALS_DUE: ids and end_dates have no complete row.')
  })

  test('that cannot be read is told in the words of our function', () => {
    const rows = [
      ['customer', 'end'],
      ['Ann', TODAY],
      ['Ben', 'soon'],
    ]
    expect(whyNot({ 'Contract customers': 'Log!A:A', 'Contract ends': 'Log!B:B' }, rows)).toBe(
      'RENEWALS_DUE: end_dates row 3 has “soon”, use a date cell or text such as 2026-03-01.',
    )
  })
})

describe('a log of orders', () => {
  /** Ann and Ben order each month, Ben stopped half a year ago; many others come once or twice. */
  const orders = (): CellValue[][] => {
    const rows: CellValue[][] = []
    for (let month = 0; month < 12; month++) {
      rows.push(['Ann', TODAY - 360 + 30 * month, 100])
      if (month < 6) rows.push(['Ben', TODAY - 358 + 30 * month, 90])
    }
    for (let i = 0; i < 30; i++) {
      rows.push([`c${i}`, TODAY - 300 + i * 9, 20 + i])
      if (i % 3 === 0) rows.push([`c${i}`, TODAY - 290 + i * 9, 20])
    }
    return [['customer', 'date', 'amount'], ...rows, ['Ann', TODAY, 100]]
  }

  test('tells who was good and is silent, with the chance by P_ALIVE of who came again', () => {
    const { standings, notes } = logs(ORDERS, orders())
    expect(notes).toEqual([])
    expect(standings.size).toBe(32)
    expect(standings.get('Ann')).toMatchObject({ segment: 'Champions', orders: 13, last: TODAY, revenue: 1300 })
    expect(standings.get('Ben')).toMatchObject({ segment: "Can't lose", orders: 6, last: TODAY - 208, revenue: 540 })
    const [ann, ben, once] = ['Ann', 'Ben', 'c1'].map((key) => standings.get(key)!.chance)
    expect(ann).toBeGreaterThan(0.9)
    expect(ben).toBeLessThan(0.3)
    expect(once).toBeNull()
  })

  test('that ends long ago is read as of its last day, with a note', () => {
    const old = orders().map(([name, day, amount]) => [name!, typeof day === 'number' ? day - 400 : day!, amount!])
    const [now, then] = [logs(ORDERS, orders()), logs(ORDERS, old)]
    expect(then.notes).toEqual([expect.stringMatching(/^The orders end on 2025-02-10, 400 days ago: /)])
    expect([...then.standings.values()].map(({ segment }) => segment)).toEqual(
      [...now.standings.values()].map(({ segment }) => segment),
    )
    expectClose(then.standings.get('Ben')!.chance, now.standings.get('Ben')!.chance!)
    expect(then.standings.get('Ben')!.last).toBe(TODAY - 608)
  })

  test('with an order that is still to come is read as of today', () => {
    const { standings } = logs(ORDERS, [...orders(), ['Ben', TODAY + 900, 5]])
    expect(standings.get('Ben')).toMatchObject({ orders: 6, last: TODAY - 208 })
  })

  test('from which no model can be learned tells no chance, and why', () => {
    const few = logs(ORDERS, [
      ['Ann', TODAY, 10],
      ['Ben', TODAY - 9, 10],
    ])
    expect([...few.standings.values()].map(({ chance }) => chance)).toEqual([null, null])
    expect(few.notes).toEqual([
      expect.stringMatching(/^(?:No chance is told\. BGNBD_FIT: .+|BGNBD_FIT finds no best fit .+)\.$/),
    ])
  })
})

describe('what is to be named', () => {
  const lacking = (cells: Partial<Sources['cells']>) => {
    const reading = readingOf(naming(cells), TODAY)
    return 'problem' in reading ? reading.problem : ''
  }
  test.each([
    [{}, 'Name the cells of contracts or of orders first: select a column and choose “Use selection”.'],
    [{ 'Contract ends': 'Log!B:B' }, 'Name the cells of Contract customers as well.'],
    [{ 'Contract values': 'Log!B:B' }, 'Name the cells of Contract customers, Contract ends as well.'],
    [{ ...ORDERS, 'Order amounts': ' ' }, 'Name the cells of Order amounts as well.'],
    [
      { ...CONTRACTS, 'Contract ends': 'soon' },
      'Contract ends “soon” names no cells of a sheet. Select them and choose “Use selection”, or type Orders!A:A.',
    ],
    [
      { ...CONTRACTS, 'Contract ends': 'B:B' },
      'Contract ends “B:B” names no cells of a sheet. Select them and choose “Use selection”, or type Orders!A:A.',
    ],
    [{ 'Contract customers': "'My log'!A2:A9", 'Contract ends': "'My log'!B2:B9" }, ''],
  ])('of %j: %s', (cells, problem) => {
    expect(lacking(cells)).toBe(problem)
  })
})

test('names are the same where our functions take them for the same', () => {
  expect([7, '7', ' 7 ', '007', 'Ann', ' Ann', 'ann', 'n/a', '', null, true].map(keyOf)).toEqual([
    ...['7', '7', '7', '007', 'Ann', 'Ann', 'ann', '', '', '', 'TRUE'],
  ])
})

const empty = contentOf(sheetOf(renewals, layout))
const EVERYBODY: Logs = {
  due: new Map([
    ['Ann', { customer: 'Ann', end: TODAY + 10, contracts: 1, value: 100, until: null }],
    ['7', { customer: 7, end: TODAY + 20, contracts: 2, value: null, until: TODAY + 400 }],
  ]),
  standings: new Map([
    ['Ann', { customer: 'Ann', segment: 'At risk', orders: 3, last: TODAY - 140, revenue: 300, chance: 0.25 }],
    ['Ben', { customer: 'Ben', segment: "Can't lose", orders: 12, last: TODAY - 90, revenue: 900, chance: 1 / 3 }],
    ['Cleo', { customer: 'Cleo', segment: 'Champions', orders: 9, last: TODAY, revenue: 999, chance: 1 }],
    ['Dan', { customer: 'Dan', segment: 'At risk', orders: 1, last: TODAY - 80, revenue: 950, chance: null }],
  ]),
  notes: [],
}
const NOBODY: Logs = { due: new Map(), standings: new Map(), notes: [] }
const rowsOf = (content: SheetContent) => readRows(renewals, content)
const refreshed = (content: SheetContent, logs: Logs) =>
  written(content, requestOf(renewals, merged(renewals, rowsOf(content), logs, layout).changes))
const counts = (content: SheetContent, logs: Logs) => mergeText(merged(renewals, rowsOf(content), logs, layout))
const shown = (content: SheetContent, ...titles: string[]) =>
  rowsOf(content).map(({ values }) => titles.map((title) => values[title] ?? null))
/** The sheet after somebody has typed into a row, by its customer. */
const typed = (
  content: SheetContent,
  customer: CellValue,
  cells: Readonly<Record<string, CellValue>>,
): SheetContent => {
  const row = rowsOf(content).find(({ values }) => values.Customer === customer)!
  return written(content, requestOf(renewals, [{ id: row.id, seen: {}, cells }]))
}

describe('a refresh of an empty list', () => {
  const full = refreshed(empty, EVERYBODY)

  test('brings those that are due, the first to end first, then those at risk, the best first', () => {
    expect(counts(empty, EVERYBODY)).toBe('4 new, 0 gone, 0 stay')
    expect(shown(full, 'Customer', 'Ends on', 'Value', 'Chance', 'Segment', 'Why here')).toEqual([
      [
        'Ann',
        TODAY + 10,
        100,
        0.25,
        'At risk',
        'contract ends on 2026-03-27; was a regular, silent since 2025-10-28 after 3 orders',
      ],
      [7, TODAY + 20, null, null, null, '2 contracts end, the first on 2026-04-06, another runs until 2027-04-21'],
      ['Dan', null, 950, null, 'At risk', 'silent since 2025-12-27 after one order'],
      ['Ben', null, 900, 0.333333333333, "Can't lose", 'was among the best, silent since 2025-12-17 after 12 orders'],
    ])
    expect(rowsOf(full).every(({ id, seen }) => id !== '' && seen.Days!.startsWith('=IF('))).toBe(true)
  })

  test('has nothing to write when it is done again', () => {
    expect(merged(renewals, rowsOf(full), EVERYBODY, layout)).toMatchObject({ changes: [], stay: 4, typed: 0 })
  })

  test('gives each customer the same id whoever does it, so that nobody comes twice', () => {
    const ids = (content: SheetContent) =>
      merged(renewals, rowsOf(content), EVERYBODY, layout).changes.map(({ id }) => id)
    expect(ids(empty)).toEqual(rowsOf(full).map(({ id }) => id))
  })
})

describe('a refresh of a list that people work on', () => {
  const full = refreshed(empty, EVERYBODY)
  const less: Logs = { ...EVERYBODY, due: new Map([...EVERYBODY.due].slice(1)), standings: NOBODY.standings }

  test('keeps what people noted with its customer, whoever comes and goes and however the rows are sorted', () => {
    const noted = typed(typed(full, 'Ben', { Note: 'Likes tea', Owner: 'Kim' }), 7, {
      'Next step': 'Call',
      Name: 'Seven',
    })
    const [titles, ...lines] = noted.values
    const sorted = {
      values: [titles!, ...lines.reverse()],
      formulas: [noted.formulas[0]!, ...noted.formulas.slice(1).reverse()],
    }
    const more: Logs = {
      ...EVERYBODY,
      due: new Map([...EVERYBODY.due, ['Eve', { customer: 'Eve', end: TODAY, contracts: 1, value: 5, until: null }]]),
    }
    expect(counts(sorted, more)).toBe('1 new, 0 gone, 4 stay')
    expect(shown(refreshed(sorted, more), 'Customer', 'Note', 'Owner', 'Next step', 'Name')).toEqual([
      ['Ben', 'Likes tea', 'Kim', null, null],
      ['Dan', null, null, null, null],
      [7, null, null, 'Call', 'Seven'],
      ['Ann', null, null, null, null],
      ['Eve', null, null, null, null],
    ])
  })

  test('removes who is no longer due or at risk, but marks those of whom something is noted', () => {
    const noted = typed(full, 'Ben', { Note: 'Likes tea' })
    const merge = merged(renewals, rowsOf(noted), less, layout)
    expect([mergeText(merge), merge.gone.map(({ values }) => values.Customer), merge.marked.length]).toEqual([
      '0 new, 2 gone, 2 stay',
      ['Ann', 'Dan'],
      1,
    ])
    const after = refreshed(noted, less)
    expect(shown(after, 'Customer', 'Note', 'Why here', 'Segment', 'Chance', 'Value')).toEqual([
      [7, null, expect.any(String), null, null, null],
      ['Ben', 'Likes tea', NO_LONGER, null, null, 900],
    ])
    expect(merged(renewals, rowsOf(after), less, layout)).toMatchObject({ changes: [], marked: [], stay: 2 })
    // Once the note is gone the row may go, and who is at risk again is no longer marked.
    expect(counts(typed(after, 'Ben', { Note: null }), less)).toBe('0 new, 1 gone, 1 stays')
    expect(shown(refreshed(after, EVERYBODY), 'Customer', 'Note', 'Why here')[1]).toEqual([
      'Ben',
      'Likes tea',
      'was among the best, silent since 2025-12-17 after 12 orders',
    ])
  })

  test.each(['Name', 'State', 'Next step', 'Note', 'Owner', 'Path', 'Ends on', 'Value'])(
    'a word in %s keeps a row',
    (title) => {
      const noted = typed(full, 'Ann', { [title]: title === 'Value' || title === 'Ends on' ? 5 : 'x' })
      expect(merged(renewals, rowsOf(noted), NOBODY, layout).marked.map(({ values }) => values.Customer)).toEqual([
        'Ann',
      ])
    },
  )

  test('a word in a column of one’s own keeps a row, and one that comes meanwhile does', () => {
    const widened = (word: CellValue): SheetContent => ({
      values: full.values.map((line, row) => [...line, row === 0 ? 'Phone' : row === 1 ? word : null]),
      formulas: full.formulas.map((line) => [...line, '']),
    })
    expect(merged(renewals, rowsOf(widened('555')), NOBODY, layout).marked).toHaveLength(1)
    const { changes } = merged(renewals, rowsOf(widened(null)), NOBODY, layout)
    expect(() => written(widened('555'), requestOf(renewals, changes))).toThrow(/refused.*555/)
    expect(rowsOf(written(widened(null), requestOf(renewals, changes)))).toEqual([])
  })

  test('a note that comes meanwhile keeps its row', () => {
    const { changes } = merged(renewals, rowsOf(full), NOBODY, layout)
    expect(() => written(typed(full, 'Ann', { Note: 'wait' }), requestOf(renewals, changes))).toThrow(/refused.*wait/)
  })

  test('an end or value that is typed over stays until it is cleared or the log says the same', () => {
    const own = typed(full, 'Ann', { 'Ends on': TODAY + 99, Value: 0 })
    expect(merged(renewals, rowsOf(own), EVERYBODY, layout)).toMatchObject({ changes: [], typed: 1 })
    const moved = (end: number): Logs => ({
      ...EVERYBODY,
      due: new Map([['Ann', { ...EVERYBODY.due.get('Ann')!, end, value: 120 }]]),
    })
    const after = refreshed(own, moved(TODAY + 11))
    expect(shown(after, 'Ends on', 'Value')[0]).toEqual([TODAY + 99, 0])
    expect(
      shown(refreshed(typed(after, 'Ann', { 'Ends on': null }), moved(TODAY + 11)), 'Ends on', 'Value')[0],
    ).toEqual([TODAY + 11, 0])
    const agreed = refreshed(after, moved(TODAY + 99))
    expect(shown(refreshed(agreed, moved(TODAY + 5)), 'Ends on', 'Value')[0]).toEqual([TODAY + 5, 0])
  })

  test('rows that people added stay, get what the log says of them, and are not added again', () => {
    const byHand = (cells: SheetRow): SheetContent => {
      const id = { id: 'own', seen: null, cells: cells as Record<string, CellValue> }
      return written(empty, requestOf(renewals, [id]))
    }
    expect(counts(byHand({ Customer: 'Zoe' }), NOBODY)).toBe('0 new, 0 gone, 1 stays')
    expect(counts(byHand({ Customer: ' Ann ' }), EVERYBODY)).toBe('3 new, 0 gone, 1 stays')
    expect(
      shown(refreshed(byHand({ Customer: 'Ann', Value: 4 }), EVERYBODY), 'Customer', 'Ends on', 'Value')[0],
    ).toEqual(['Ann', TODAY + 10, 4])
  })

  test('rows without an id, copies and second rows of a customer are left as they are', () => {
    const rows: Row[] = planRows(
      renewals,
      { Customer: 'Ann', Id: '' },
      { Customer: 'Ben', Id: 'b' },
      { Customer: 'Ben', Id: 'c', 'As read': '1 | 2' },
    )
    const { changes, gone } = merged(renewals, rows, EVERYBODY, layout)
    expect(changes.filter(({ seen }) => seen !== null).map(({ id }) => id)).toEqual(['b'])
    expect(changes.filter(({ seen }) => seen === null).map(({ cells }) => cells!.Customer)).toEqual([7, 'Dan'])
    expect(gone).toEqual([])
  })
})

describe('what the sheet keeps of a refresh', () => {
  const sources = naming({ ...CONTRACTS, 'Order dates': "'My orders'!B2:B99" }, 45)
  const kept = written(empty, { ...requestOf(renewals, []), beside: keeping(empty, sources, TODAY) })

  test('are its cells, the days ahead and the day, right of their labels', () => {
    expect(keptSources(empty)).toEqual({ ...none, days: 60 })
    expect(refreshedOn(empty)).toBe('')
    expect(keptSources(kept)).toEqual(sources)
    expect(refreshedOn(kept)).toBe('2026-03-17')
    expect(kept.formulas[0]!.filter((formula) => formula.startsWith('=COUNTA'))).toEqual([
      '=COUNTA(Log!A:A)',
      '=COUNTA(Log!B:B)',
      '=COUNTA(Log!C:C)',
      "=COUNTA('My orders'!B2:B99)",
    ])
  })

  test('is not written again while it is the same, and is cleared where cells are named no more', () => {
    expect(keeping(kept, sources, TODAY)).toEqual([])
    const changes = keeping(kept, naming({ ...CONTRACTS, 'Contract values': '' }, 45), TODAY + 1)
    expect(changes.map(({ label, cell }) => [label, cell])).toEqual([
      ['Contract values', null],
      ['Order dates', null],
      ['Refreshed on', { formula: '=DATE(2026, 3, 18)', format: 'yyyy-mm-dd' }],
    ])
  })

  test('is refused where somebody has changed it meanwhile, and nothing else is written then', () => {
    const beside = keeping(empty, sources, TODAY)
    const other = written(empty, {
      ...requestOf(renewals, []),
      beside: [{ label: 'Days ahead', seen: '60', cell: 30 }],
    })
    expect(() => written(other, { ...requestOf(renewals, []), beside })).toThrow(
      'The columns of “Renewals” were changed meanwhile. Nothing was written, look at them again.',
    )
  })

  test('is done without where its label is gone, and odd days ahead are the usual ones', () => {
    const values = [empty.values[0]!.map((title) => (title === 'Contract ends' ? null : title))]
    expect(keeping({ ...empty, values }, sources, TODAY).map(({ label }) => label)).not.toContain('Contract ends')
    for (const cell of [-1, 1.5, 'many', null]) {
      const odd = [empty.values[0]!.map((value) => (value === 60 ? cell : value))]
      expect(keptSources({ ...empty, values: odd }).days).toBe(60)
    }
  })

  test('comes back with a sheet that was deleted', () => {
    const back = contentOf(putBack(renewals, kept, layout))
    expect(keptSources(back)).toEqual(sources)
    expect(refreshedOn(back)).toBe('2026-03-17')
    expect(keptSources(contentOf(putBack(renewals, empty, layout)))).toEqual({ ...none, days: 60 })
  })
})
