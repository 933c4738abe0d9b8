import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellValue, NewCell, RowChange, RowsRequest, SheetContent, TablePlan } from '../../../core/sheet/book.ts'
import {
  applied,
  contentAt,
  contentOf,
  contentOfCell,
  isSame,
  keep,
  plannedCells,
  reconcile,
  rowContent,
  textOf,
  titlesOf,
} from '../../../core/sheet/rows.ts'
import { lettersOf } from '../../../core/sheet/sheetReference.ts'
import { runs } from '../../properties.ts'

/** Cells as typed: text that begins with = is a formula that shows 7. */
function sheet(...lines: CellValue[][]): SheetContent {
  const isFormula = (cell: CellValue) => typeof cell === 'string' && cell.startsWith('=')
  return {
    values: lines.map((line) => line.map((cell) => (isFormula(cell) ? 7 : cell))),
    formulas: lines.map((line) => line.map((cell) => (isFormula(cell) ? String(cell) : ''))),
  }
}

const request = (...changes: RowChange[]): RowsRequest => ({ sheet: 'Signals', idTitle: 'Id', changes })
const change = (id: string, seen: RowChange['seen'], cells: RowChange['cells'], row?: number): RowChange => ({
  id,
  seen,
  cells,
  ...(row !== undefined && { row }),
})

/** What the cells hold after a request, and what the writer is told. */
function after(content: SheetContent, asked: RowsRequest) {
  const { edit, outcome } = reconcile(content, asked)
  const then = edit ? applied(content, edit) : content
  return { ...outcome, then, lines: then.values.map((line, i) => line.map((_, j) => contentAt(then, i, j))) }
}

const three = () =>
  sheet(
    ['Cue', 'Owner', 'Id', 'Notes'],
    ['Box', 'Ann', 'a', 'mine'],
    ['Label', null, 'b', '=1+1'],
    ['Price', 5, 'c', 3],
  )

describe('a row', () => {
  test('is found by its id, and only the named cells change', () => {
    const { lines, done } = after(three(), request(change('b', { Cue: 'Label' }, { Owner: 'Ben' })))
    expect(done).toEqual(['b'])
    expect(lines[2]).toEqual(['Label', 'Ben', 'b', '=1+1'])
    expect([lines[1], lines[3]]).toEqual([
      ['Box', 'Ann', 'a', 'mine'],
      ['Price', '5', 'c', '3'],
    ])
  })

  test('is found by an id with spaces around it, which are tidied', () => {
    const content = sheet(['Cue', 'Id'], ['Box', ' a '])
    const { lines, done } = after(content, request(change('a', { Cue: 'Box' }, { Cue: 'Bag' })))
    expect(done).toEqual(['a'])
    expect(lines[1]).toEqual(['Bag', 'a'])
  })

  test('is written also where another of its cells says the same as the id', () => {
    const { lines } = after(sheet(['Cue', 'Id'], ['a', 'a']), request(change('a', { Cue: 'a' }, { Cue: 'Bag' })))
    expect(lines[1]).toEqual(['Bag', 'a'])
  })

  test('is found by an id that is a number', () => {
    const { done } = after(sheet(['Cue', 'Id'], ['Box', 12]), request(change('12', {}, { Cue: 'Bag' })))
    expect(done).toEqual(['12'])
  })

  test('is never the one of the titles', () => {
    const { refused } = after(three(), request(change('Id', {}, { Cue: 'x' })))
    expect(refused).toEqual([{ id: 'Id', found: null }])
  })

  test('is the first of those with the same id, and another is told by its place', () => {
    const copied = sheet(['Cue', 'Id'], ['Box', 'a'], ['Box', 'a'])
    expect(after(copied, request(change('a', { Cue: 'Box' }, { Cue: 'Bag' }))).lines.slice(1)).toEqual([
      ['Bag', 'a'],
      ['Box', 'a'],
    ])
    expect(after(copied, request(change('n', { Cue: 'Box' }, {}, 2))).lines.slice(1)).toEqual([
      ['Box', 'a'],
      ['Box', 'n'],
    ])
  })

  test('at a place that holds another row by now is refused', () => {
    const { refused, then } = after(three(), request(change('n', { Cue: 'Label', Id: '' }, {}, 1)))
    expect(refused).toEqual([{ id: 'n', found: { Cue: 'Box', Owner: 'Ann', Id: 'a', Notes: 'mine' } }])
    expect(then).toEqual(three())
  })

  test('at a place below the last one is refused as gone', () => {
    for (const row of [4, 9]) {
      expect(after(three(), request(change('n', { Cue: 'Label' }, {}, row))).refused).toEqual([
        { id: 'n', found: null },
      ])
    }
    expect(after(three(), request(change('n', { Cue: 'Price' }, {}, 3))).done).toEqual(['n'])
  })

  test('that changed since it was seen is refused with what it holds, and the others are written', () => {
    const asked = request(change('a', { Owner: 'Eve' }, { Owner: 'Me' }), change('c', { Owner: '5' }, { Owner: 'Me' }))
    const { done, refused, lines } = after(three(), asked)
    expect(done).toEqual(['c'])
    expect(refused).toEqual([{ id: 'a', found: { Cue: 'Box', Owner: 'Ann', Id: 'a', Notes: 'mine' } }])
    expect(lines.map((line) => line[1])).toEqual(['Owner', 'Ann', '', 'Me'])
  })

  test('that is refused comes with the sheet as it was, and no sheet comes where none is', () => {
    const asked = request(change('a', { Owner: 'Eve' }, { Owner: 'Me' }), change('c', {}, { Owner: 'Me' }))
    expect(after(three(), asked).now).toEqual(three())
    expect(reconcile(three(), request(change('c', {}, { Owner: 'Me' }))).outcome).toEqual({ done: ['c'], refused: [] })
    expect(reconcile(three(), request()).outcome).toEqual({ done: [], refused: [] })
  })

  test('that holds already what is to be written is done, whatever else was seen', () => {
    const asked = change('b', { Cue: 'Tin' }, { Cue: 'Label', Owner: null, Notes: { formula: '=1+1' } })
    expect(after(three(), request(asked)).done).toEqual(['b'])
  })

  test('that holds a part of what is to be written, and else what someone else wrote, is refused', () => {
    const asked = change('a', { Cue: 'Box', Owner: 'Eve' }, { Cue: 'Box', Owner: 'Me' })
    const { refused, lines } = after(three(), request(asked))
    expect(refused).toMatchObject([{ id: 'a', found: { Owner: 'Ann' } }])
    expect(lines).toEqual(after(three(), request()).lines)
  })

  test('that is gone is refused without content', () => {
    expect(after(three(), request(change('z', {}, { Cue: 'x' }))).refused).toEqual([{ id: 'z', found: null }])
  })

  test('is refused when a column that was seen is gone, unless it was blank there', () => {
    expect(after(three(), request(change('a', { Kind: 'tangible' }, {}))).refused).toHaveLength(1)
    expect(after(three(), request(change('a', { Kind: '' }, {}))).done).toEqual(['a'])
  })

  test('is told by all its titles, whatever they are called', () => {
    const odd = sheet(['Id', 'constructor', '__proto__', ''], ['a', 'x', 'y', 'z'])
    expect(Object.entries(rowContent(odd, titlesOf(odd), 1))).toEqual([
      ['Id', 'a'],
      ['constructor', 'x'],
      ['__proto__', 'y'],
    ])
  })

  test('of a title that stands twice is told and changed in the first', () => {
    const twice = sheet(['Cue', 'Cue', 'Id'], ['Box', 'Bag', 'a'])
    expect(rowContent(twice, titlesOf(twice), 1)).toEqual({ Cue: 'Box', Id: 'a' })
    expect(after(twice, request(change('a', { Cue: 'Box' }, { Cue: 'Tin' }))).lines[1]).toEqual(['Tin', 'Bag', 'a'])
  })
})

describe('two contents say the same', () => {
  test.each([
    ['Box', 'Box'],
    ['', ''],
    ['=L2+1', '=L7+1'],
    ['=KPI_STATUS(L2, M2)', '=KPI_STATUS(L15, M15)'],
    ['=AB12*2', '=AB3*2'],
    ['=-XFD2', '=-XFD1048576'],
    ['=IF(A2="", "", A2)', '=IF(A3="", "", A3)'],
  ])('%s and %s, where only the own row differs', (one, other) => {
    expect(isSame(one, other)).toBe(true)
    expect(isSame(other, one)).toBe(true)
  })

  test.each([
    ['Box', 'box'],
    ['L2', 'L7'],
    ['Q1', '=Q1'],
    ['=L2+1', '=M2+1'],
    ['=IF(A2>1,"plan for Q1","")', '=IF(A2>1,"plan for Q2","")'],
    ["='Plan for Q1'!L2", "='Plan for Q2'!L2"],
    ['=L2+1', '=L2+2'],
    ['=AB2', '=AC2'],
    ['=A2', '=AA2'],
    ['=NPS(C2:C9)', '=NPS(C2:C10)'],
    ['=Survey!C2', '=Survey!C3'],
    ["='My data'!C2", "='My data'!C3"],
    ['=L$2', '=L$7'],
    ['=$L$2', '=$L$7'],
    ['=LOG10(5)', '=LOG2(5)'],
    ['=Rate_Q1', '=Rate_Q2'],
    ['=IF(A2="Q1", 1)', '=IF(A2="Q2", 1)'],
  ])('%s and %s do not', (one, other) => {
    expect(isSame(one, other)).toBe(false)
    expect(isSame(other, one)).toBe(false)
  })
})

describe('what a cell holds in words', () => {
  test.each([
    [null, ''],
    ['', ''],
    [' Box ', ' Box '],
    [0, '0'],
    [0.5, '0.5'],
    [true, 'TRUE'],
    [false, 'FALSE'],
  ])('%j is “%s”', (value, text) => {
    expect(textOf(value)).toBe(text)
    expect(contentOfCell(value)).toBe(text)
    expect(contentAt(sheet([value]), 0, 0)).toBe(text)
  })

  test('is the formula where there is one', () => {
    expect(contentOfCell({ formula: '=1+1', format: '0.0' })).toBe('=1+1')
    expect(contentAt(sheet(['=1+1']), 0, 0)).toBe('=1+1')
  })

  test('is nothing beyond the last row and column', () => {
    expect([contentAt(three(), 9, 0), contentAt(three(), 0, 9)]).toEqual(['', ''])
    expect(contentAt({ values: [['Cue'], ['Box']], formulas: [] }, 1, 0)).toBe('Box')
  })
})

describe('a sheet that is planned', () => {
  const plan: TablePlan = {
    name: 'Signals',
    columns: [
      { title: 'Cue', width: 90, kind: 'text' },
      { title: 'Value', width: 90, kind: 'any' },
      { title: 'Id', width: 90, kind: 'text' },
    ],
    rows: [['Box', { formula: '=NPS(A:A)', format: '0.0' }, 'a'], ['Label'], [null, 0, false]],
  }

  test('has its titles on top, and rows that are as wide', () => {
    expect(plannedCells(plan)).toEqual([
      ['Cue', 'Value', 'Id'],
      ['Box', { formula: '=NPS(A:A)', format: '0.0' }, 'a'],
      ['Label', null, null],
      [null, 0, false],
    ])
  })

  test('holds its values and formulas once it is made, but not what the formulas give', () => {
    expect(contentOf(plan)).toEqual({
      values: [
        ['Cue', 'Value', 'Id'],
        ['Box', null, 'a'],
        ['Label', null, null],
        [null, 0, false],
      ],
      formulas: [
        ['', '', ''],
        ['', '=NPS(A:A)', ''],
        ['', '', ''],
        ['', '', ''],
      ],
    })
  })

  test('without rows is its titles', () => {
    expect(contentOf({ ...plan, rows: [] })).toEqual({ values: [['Cue', 'Value', 'Id']], formulas: [['', '', '']] })
  })
})

test('titles are the texts of the first row, without the spaces around them', () => {
  expect(titlesOf(sheet([' Cue', 'Owner ', null, 2026, ''], ['Box']))).toEqual(['Cue', 'Owner', '', '2026', ''])
  expect(titlesOf({ values: [], formulas: [] })).toEqual([])
})

describe('a new row', () => {
  test('goes below the last one with its id, in the order given', () => {
    const asked = request(change('x', null, { Cue: 'X' }), change('y', null, { Owner: 'Y' }))
    expect(after(three(), asked).lines.slice(4)).toEqual([
      ['X', '', 'x', ''],
      ['', 'Y', 'y', ''],
    ])
  })

  test('goes below the titles of a sheet without rows', () => {
    expect(after(sheet(['Cue', 'Id']), request(change('x', null, { Cue: 'X' }))).lines).toEqual([
      ['Cue', 'Id'],
      ['X', 'x'],
    ])
  })

  test('is refused when its id is there already', () => {
    expect(after(three(), request(change('a', null, { Cue: 'X' }))).refused).toMatchObject([
      { id: 'a', found: { Cue: 'Box' } },
    ])
  })
})

describe('a removal', () => {
  test('takes out the row, whatever else the request writes and wherever', () => {
    const asked = request(change('a', {}, null), change('x', null, { Cue: 'X' }), change('c', {}, { Cue: 'Cost' }))
    expect(after(three(), asked).lines.slice(1)).toEqual([
      ['Label', '', 'b', '=1+1'],
      ['Cost', '5', 'c', '3'],
      ['X', '', 'x', ''],
    ])
  })

  test('asked for twice takes out one row', () => {
    const { lines } = after(three(), request(change('a', {}, null), change('a', {}, null)))
    expect(lines.map((line) => line[2])).toEqual(['Id', 'b', 'c'])
  })

  test('of a row that changed is refused', () => {
    const { then, refused } = after(three(), request(change('a', { Cue: 'Bag' }, null)))
    expect(refused).toHaveLength(1)
    expect(then).toEqual(three())
  })
})

describe('a formula', () => {
  const linked = (row: number, value: string) =>
    sheet(
      ...[['Owner', 'Value', 'Target', 'Status', 'Id'], ...Array.from({ length: row - 1 }, () => ['', '', '', '', ''])],
      ['Ann', value, '>= 50', `=KPI_STATUS(B${row + 1}, C${row + 1})`, 'a'],
    )
  const seen = rowContent(linked(1, '=NPS(Survey!C2:C9)'), ['Owner', 'Value', 'Target', 'Status', 'Id'], 1)

  test('may speak of its own row by title', () => {
    const status = { formula: '=KPI_STATUS({{Cue}}, {{Owner}}, Survey!A1)' }
    const asked = request(change('c', {}, { Notes: status }), change('x', null, { Notes: status }))
    const { lines } = after(three(), asked)
    expect([lines[3]![3], lines[4]![3]]).toEqual(['=KPI_STATUS(A4, B4, Survey!A1)', '=KPI_STATUS(A5, B5, Survey!A1)'])
  })

  test('that speaks of a title that is not there is a failure in words', () => {
    const asked = request(change('a', {}, { Notes: { formula: '=A({{Value}})' } }))
    expect(() => reconcile(three(), asked)).toThrow('The sheet “Signals” has no column “Value” any more.')
  })

  test('with a block in braces is left as it is', () => {
    const { lines } = after(three(), request(change('a', {}, { Notes: { formula: '=NPS({{9,10};{7,8}})' } })))
    expect(lines[1]![3]).toBe('=NPS({{9,10};{7,8}})')
  })

  test('text that looks like one stays text', () => {
    const { then } = after(three(), request(change('a', {}, { Notes: '={{Cue}}' })))
    expect([then.values[1]![3], then.formulas[1]![3]]).toEqual(['={{Cue}}', ''])
  })

  test('that moved with its row is no conflict, neither for an edit, nor a new link, nor a removal', () => {
    const sorted = linked(3, '=NPS(Survey!C2:C9)')
    const changes: RowChange['cells'][] = [
      { Owner: 'Ben' },
      { Status: null },
      { Value: { formula: '=CSAT(Survey!D:D)' } },
      null,
    ]
    for (const cells of changes) {
      expect(after(sorted, request(change('a', seen, cells))).done).toEqual(['a'])
    }
  })

  test('that follows its data is no conflict where it stays', () => {
    const grown = linked(1, '=NPS(Survey!C2:C10)')
    const { lines, done } = after(grown, request(change('a', seen, { Owner: 'Ben' })))
    expect(done).toEqual(['a'])
    expect(lines[1]!.slice(0, 2)).toEqual(['Ben', '=NPS(Survey!C2:C10)'])
  })

  test('that was changed by hand is never overwritten nor removed unseen', () => {
    const theirs = linked(1, '=NPS(Survey!D2:D9)')
    for (const cells of [{ Value: { formula: '=CSAT(Survey!D:D)' } }, null]) {
      expect(after(theirs, request(change('a', seen, cells))).refused).toMatchObject([
        { found: { Value: '=NPS(Survey!D2:D9)' } },
      ])
    }
  })

  test('that is written anew over one that moved with its row is done', () => {
    const asked = change('a', { Owner: 'Eve' }, { Status: { formula: '=KPI_STATUS({{Value}}, {{Target}})' } })
    expect(after(linked(3, '=NPS(Survey!C2:C9)'), request(asked)).done).toEqual(['a'])
  })

  test('keeps the number format that goes with it, with its own row in it', () => {
    const asked = change('a', {}, { Notes: { formula: '={{Owner}}*2', format: '0.0%' } })
    expect(reconcile(three(), request(asked)).edit?.cells).toEqual([[{ formula: '=B2*2', format: '0.0%' }]])
  })

  test('that was replaced by a value, or came in the place of one, is a conflict', () => {
    expect(after(linked(1, '42'), request(change('a', seen, { Owner: 'Ben' }))).refused).toHaveLength(1)
    const typed = { ...seen, Value: '42' }
    expect(after(linked(1, '=NPS(C:C)'), request(change('a', typed, { Owner: 'Ben' }))).refused).toHaveLength(1)
  })
})

describe('titles', () => {
  const withTitles = (...titles: NonNullable<RowsRequest['titles']>[number][]): RowsRequest => ({
    ...request(),
    titles,
  })

  test('are written into the first row, and can be written with the id column gone', () => {
    const broken = sheet(['Cue', 'Who', 'Key'], ['Box', 'Ann', 'a'])
    const { lines } = after(
      broken,
      withTitles({ column: 1, seen: 'Who', title: 'Owner' }, { column: 4, seen: '', title: 'Id' }),
    )
    expect(lines).toEqual([
      ['Cue', 'Owner', 'Key', '', 'Id'],
      ['Box', 'Ann', 'a', '', ''],
    ])
  })

  test('alone can be written while the id column stays gone', () => {
    const broken = sheet(['Cue', 'Who', 'Key'], ['Box', 'Ann', 'a'])
    const { lines } = after(broken, withTitles({ column: 1, seen: 'Who', title: 'Owner' }))
    expect(lines).toEqual([
      ['Cue', 'Owner', 'Key'],
      ['Box', 'Ann', 'a'],
    ])
  })

  test('are those by which the same request finds its columns', () => {
    const asked = {
      ...request(change('a', { Owner: 'Ann' }, { Owner: 'Ben' })),
      titles: [{ column: 1, seen: 'Who', title: 'Owner' }],
    }
    expect(after(sheet(['Cue', 'Who', 'Id'], ['Box', 'Ann', 'a']), asked).lines[1]).toEqual(['Box', 'Ben', 'a'])
  })

  test('are not written over others than those seen: nothing is', () => {
    const moved = sheet(['Who', 'Cue', 'Id'], ['Ann', 'Box', 'a'])
    const asked = {
      ...withTitles({ column: 1, seen: 'Who', title: 'Owner' }),
      changes: [change('a', {}, { Cue: 'Bag' })],
    }
    expect(() => reconcile(moved, asked)).toThrow('The columns of “Signals” were changed meanwhile.')
  })

  test('that are gone are a failure in words', () => {
    expect(() => reconcile(sheet(['Cue']), request(change('a', {}, {})))).toThrow('no column “Id” any more')
    expect(() => reconcile(three(), request(change('a', {}, { Kind: '' })))).toThrow('no column “Kind” any more')
  })
})

describe('the edit', () => {
  test('is null when nothing is to be written', () => {
    expect(reconcile(three(), request()).edit).toBeNull()
    expect(reconcile(three(), request(change('a', {}, {}))).edit).toBeNull()
    expect(reconcile(three(), request(change('z', {}, { Cue: 'x' }))).edit).toBeNull()
  })

  test('is the smallest block, and keeps the cells between', () => {
    const asked = request(change('a', {}, { Owner: 'Eve' }), change('c', {}, { Notes: null }))
    expect(reconcile(three(), asked).edit).toEqual({
      row: 1,
      column: 1,
      cells: [
        ['Eve', keep, keep],
        [keep, keep, keep],
        [keep, keep, null],
      ],
      remove: [],
    })
  })

  test('changes nothing of the content it was made from', () => {
    const content = three()
    after(content, request(change('a', {}, null), change('x', null, { Cue: 'X' })))
    expect(content).toEqual(three())
  })

  test('does not write the id that stands there already', () => {
    expect(reconcile(three(), request(change('a', {}, { Owner: 'Eve' }))).edit).toEqual({
      row: 1,
      column: 1,
      cells: [['Eve']],
      remove: [],
    })
  })

  test('that only removes writes no cell, and goes from below', () => {
    const asked = request(change('a', {}, null), change('c', {}, null), change('b', {}, null))
    expect(reconcile(three(), asked).edit).toEqual({ row: 0, column: 0, cells: [], remove: [3, 2, 1] })
    expect(after(three(), asked).lines).toEqual([['Cue', 'Owner', 'Id', 'Notes']])
  })

  test('leaves lines of one width, as hosts read them', () => {
    const { then } = after(
      sheet(['Id', 'Cue', '', 'Notes'], ['a', 'Box', null, 1]),
      request(change('x', null, { Cue: 'X' })),
    )
    expect(then.values[2]).toEqual(['x', 'X', null, null])
    expect(then.formulas[2]).toEqual(['', '', '', ''])
  })
})

describe('whatever the sheet and the request', () => {
  const TITLES = ['Cue', 'Owner', 'Id', 'Notes', 'Value']
  const WRITABLE = ['Cue', 'Owner', 'Value']
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    fc.constantFrom(null, true, '=A1+1', '={{Cue}}', 'TRUE', ''),
    fc.integer(),
    fc.string({ maxLength: 6 }),
  )
  const newCell: fc.Arbitrary<NewCell> = fc.oneof(
    cell,
    fc.constantFrom({ formula: '=1+2' }, { formula: '=ABS({{Owner}})' }),
  )
  const content = fc
    .record({
      titles: fc.shuffledSubarray(TITLES, { minLength: TITLES.length }),
      rows: fc.array(fc.array(cell, { minLength: TITLES.length, maxLength: TITLES.length }), {
        minLength: 1,
        maxLength: 8,
      }),
    })
    .map(({ titles, rows }) => {
      const id = titles.indexOf('Id')
      return sheet(titles, ...rows.map((row, i) => row.map((value, column) => (column === id ? `id${i}` : value))))
    })
  const cells = fc.dictionary(fc.constantFrom(...WRITABLE), newCell).map((own) => ({ ...own }))
  /** What to do with some rows of the sheet, and with new ones. */
  const wishes = fc.array(fc.tuple(fc.nat(11), fc.option(cells, { nil: null, freq: 3 })), { maxLength: 6 })

  function asked(now: SheetContent, wished: readonly (readonly [number, RowChange['cells']])[]): RowsRequest {
    const byRow = new Map(wished)
    const changes = [...byRow].flatMap(([row, wish]): RowChange[] => {
      const isThere = row + 1 < now.values.length
      if (!isThere && wish === null) return []
      return [change(`id${row}`, isThere ? rowContent(now, titlesOf(now), row + 1) : null, wish)]
    })
    return request(...changes)
  }

  /** What the rows hold by id. Hosts let a formula follow its row when one above it is removed. */
  function rowsById(now: SheetContent): [string, string][] {
    const titles = titlesOf(now)
    const rows = now.values.slice(1).map((_, i): [string, string] => {
      const line = titles.map((_, column) => [contentAt(now, i + 1, column), now.formulas[i + 1]![column] !== ''])
      return [rowContent(now, titles, i + 1).Id!, JSON.stringify(line).replace(/ABS\(([A-Z])\d+\)/g, 'ABS($1)')]
    })
    return rows.sort(([a], [b]) => (a < b ? -1 : 1))
  }

  const written = (asked: NewCell): string => {
    if (asked === null) return ''
    if (typeof asked === 'object') return asked.formula
    return typeof asked === 'boolean' ? String(asked).toUpperCase() : String(asked)
  }

  test('the content after it is what was asked for, and nothing else changed', () => {
    fc.assert(
      fc.property(content, wishes, (now, wished) => {
        const wish = asked(now, wished)
        const { then, done } = after(now, wish)
        expect(done).toEqual(wish.changes.map(({ id }) => id))
        const titles = titlesOf(now)
        const idsOf = (of: SheetContent) => of.values.slice(1).map((_, i) => rowContent(of, titles, i + 1).Id!)
        const [before, later] = [idsOf(now), idsOf(then)]
        const removed = wish.changes.filter(({ cells }) => cells === null).map(({ id }) => id)
        const added = wish.changes.filter(({ seen }) => seen === null).map(({ id }) => id)
        expect(later).toEqual([...before.filter((id) => !removed.includes(id)), ...added])
        later.forEach((id, i) => {
          const place = before.includes(id) ? before.indexOf(id) : before.length + added.indexOf(id)
          const blank = Object.fromEntries(titles.map((title) => [title, '']))
          const seen = before.includes(id) ? rowContent(now, titles, place + 1) : blank
          const owner = `${lettersOf(titles.indexOf('Owner'))}${place + 2}`
          const own = wish.changes.find((change) => change.id === id)?.cells ?? {}
          const wanted = Object.entries(own).map(([title, cell]) => {
            const isFormula = typeof cell === 'object'
            return [title, isFormula ? written(cell).replace('{{Owner}}', owner) : written(cell)]
          })
          expect(rowContent(then, titles, i + 1)).toEqual({ ...seen, ...Object.fromEntries(wanted), Id: id })
        })
      }),
      { numRuns: runs(400) },
    )
  })

  test('two requests for other rows come to the same in either order', () => {
    fc.assert(
      fc.property(content, wishes, wishes, (now, first, second) => {
        const taken = new Set(first.map(([row]) => row))
        const [one, other] = [
          asked(now, first),
          asked(
            now,
            second.filter(([row]) => !taken.has(row)),
          ),
        ]
        const forth = after(after(now, one).then, other)
        const back = after(after(now, other).then, one)
        expect([...forth.refused, ...back.refused]).toEqual([])
        expect(rowsById(forth.then)).toEqual(rowsById(back.then))
      }),
      { numRuns: runs(400) },
    )
  })

  test('a request that was written can be written again, as after an answer that was lost, and changes nothing', () => {
    fc.assert(
      fc.property(content, fc.string({ minLength: 1 }), (now, owner) => {
        const wishes = request(
          change('id0', rowContent(now, titlesOf(now), 1), { Owner: owner }),
          change('new', null, { Owner: owner }),
        )
        const once = after(now, wishes).then
        const twice = after(once, wishes)
        expect(twice.refused).toEqual([])
        expect(twice.then).toEqual(once)
      }),
    )
  })

  test('another request over what it changed is refused', () => {
    fc.assert(
      fc.property(content, fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (now, owner, other) => {
        const before = rowContent(now, titlesOf(now), 1)
        fc.pre(before.Owner !== owner && owner !== other)
        const { then } = after(now, request(change('id0', before, { Owner: owner })))
        const { refused } = after(then, request(change('id0', before, { Owner: other })))
        expect(refused.map(({ id }) => id)).toEqual(['id0'])
      }),
    )
  })
})
