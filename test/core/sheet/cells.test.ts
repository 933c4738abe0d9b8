import { describe, expect, test } from 'vitest'
import type { CellsRequest, CellValue, SheetContent } from '../../../core/sheet/book.ts'
import { heldAt, printOf, reconcileCells, seenIn, type FormattedCells } from '../../../core/sheet/cells.ts'
import { keep } from '../../../core/sheet/rows.ts'

/** A sheet as it is read: what begins with = is a formula that shows 7. */
function sheet(...lines: CellValue[][]): SheetContent {
  const isFormula = (cell: CellValue) => typeof cell === 'string' && cell.startsWith('=')
  return {
    values: lines.map((line) => line.map((cell) => (isFormula(cell) ? 7 : cell))),
    formulas: lines.map((line) => line.map((cell) => (isFormula(cell) ? String(cell) : ''))),
  }
}

/** The same cells as a host tells them when it is about to write, in a format. */
function now(lines: CellValue[][], format = ''): FormattedCells {
  const { values, formulas } = sheet(...lines)
  return { values, formulas, formats: lines.map((line) => line.map(() => format)) }
}

const orders = () => sheet(['Id', 'Amount'], ['a', '50'], ['b', '=1+1'], ['c', 'n/a'])
const amounts = { row: 1, column: 1, rows: 3, columns: 1 }
const asSeen = () => [['50'], ['=1+1'], ['n/a']]

/** What a request on the amounts comes to while they are as seen. */
function edits(request: Partial<CellsRequest>, lines: CellValue[][] = asSeen(), format = '') {
  const seen = [seenIn(orders(), amounts)]
  return reconcileCells({ sheet: 'Orders', seen, ...request }, [now(lines, format)])
}

describe('what was seen', () => {
  test('is the block at its place, whose print is that of the cells there', () => {
    expect(seenIn(orders(), amounts)).toEqual({ ...amounts, print: printOf(now(asSeen())) })
    const both = { row: 2, column: 0, rows: 2, columns: 2 }
    expect(seenIn(orders(), both)).toEqual({
      ...both,
      print: printOf(
        now([
          ['b', '=1+1'],
          ['c', 'n/a'],
        ]),
      ),
    })
  })

  test('beyond the last cell is blank', () => {
    const below = { row: 3, column: 1, rows: 4, columns: 2 }
    expect(seenIn(orders(), below).print).toBe(
      printOf(
        now([
          ['n/a', null],
          [null, null],
        ]),
      ),
    )
    const outside = { row: 9, column: 9, rows: 2, columns: 1 }
    expect(seenIn(orders(), outside).print).toBe(printOf({ values: [], formulas: [] }))
  })

  test('is a formula where there is one: its value changes by itself', () => {
    const formulas = [['=1+1']]
    expect(printOf({ values: [[2]], formulas })).toBe(printOf({ values: [[3]], formulas }))
    expect(printOf({ values: [[2]], formulas })).not.toBe(printOf({ values: [[2]], formulas: [['=1+2']] }))
    expect(printOf({ values: [[2]], formulas })).not.toBe(printOf({ values: [[2]], formulas: [['']] }))
  })

  test('counts a text and the number of the same signs as two', () => {
    expect(printOf(now([['50']]))).not.toBe(printOf(now([[50]])))
  })

  test('does not count blank rows at the end, but those between', () => {
    expect(printOf(now([['a'], [null], [null]]))).toBe(printOf(now([['a']])))
    expect(printOf(now([['a'], [null], ['b']]))).not.toBe(printOf(now([['a'], ['b']])))
    expect(
      printOf(
        now([
          ['a', null],
          [null, 'b'],
          [null, null],
        ]),
      ),
    ).toBe(
      printOf(
        now([
          ['a', null],
          [null, 'b'],
        ]),
      ),
    )
  })
})

describe('a request', () => {
  test('on cells that someone changed meanwhile comes to nothing', () => {
    const writes = [{ row: 1, column: 1, cells: [50] }]
    expect(edits({ writes }, [['51'], ['=1+1'], ['n/a']])).toBeNull()
    expect(edits({ writes })).not.toBeNull()
  })

  test('is for all of its blocks or for none', () => {
    const seen = [seenIn(orders(), amounts), seenIn(orders(), { row: 0, column: 0, rows: 1, columns: 2 })]
    const writes = [{ row: 1, column: 1, cells: [50] }]
    const asked = { sheet: 'Orders', seen, writes }
    expect(reconcileCells(asked, [now(asSeen()), now([['Id', 'Amount']])])).toHaveLength(1)
    expect(reconcileCells(asked, [now(asSeen()), now([['Id', 'Sum']])])).toBeNull()
    expect(reconcileCells(asked, [now([['51'], ['=1+1'], ['n/a']]), now([['Id', 'Amount']])])).toBeNull()
  })

  test('that asks for nothing changes nothing', () => {
    expect(edits({})).toEqual([])
  })

  test('writes cells downwards from their row, in the format asked for', () => {
    expect(edits({ writes: [{ row: 1, column: 1, cells: [50, 2], format: '0.00' }] })).toEqual([
      { row: 1, column: 1, cells: [50, 2], formats: ['0.00', '0.00'] },
    ])
  })

  test('leaves the formats where none is asked for, and those of cells that are cleared', () => {
    expect(edits({ writes: [{ row: 1, column: 1, cells: [50, null] }] })).toEqual([
      { row: 1, column: 1, cells: [50, null], formats: [null, null] },
    ])
    expect(edits({ writes: [{ row: 1, column: 1, cells: [null, 7], format: '0' }] })).toEqual([
      { row: 1, column: 1, cells: [null, 7], formats: [null, '0'] },
    ])
  })

  test('keeps the cells between two writes to a column', () => {
    const writes = [
      { row: 5, column: 1, cells: ['end'] },
      { row: 2, column: 1, cells: ['begin'], format: '@' },
    ]
    expect(edits({ writes })).toEqual([
      { row: 2, column: 1, cells: ['begin', keep, keep, 'end'], formats: ['@', null, null, null] },
    ])
  })

  test('has an edit for each column', () => {
    const writes = [
      { row: 1, column: 1, cells: [1] },
      { row: 3, column: 4, cells: [2] },
    ]
    expect(edits({ writes })).toEqual([
      { row: 1, column: 1, cells: [1], formats: [null] },
      { row: 3, column: 4, cells: [2], formats: [null] },
    ])
  })

  test('writes the later of two cells for one place', () => {
    const writes = [
      { row: 1, column: 1, cells: ['first', 'stays'], format: '0' },
      { row: 1, column: 1, cells: ['second'] },
    ]
    expect(edits({ writes })).toEqual([{ row: 1, column: 1, cells: ['second', 'stays'], formats: [null, '0'] }])
  })
})

describe('a copy', () => {
  test('takes cells as they are, formulas as formulas, with their format', () => {
    const copies = [{ row: 1, column: 1, rows: 3, to: 5 }]
    expect(edits({ copies }, asSeen(), '0.00')).toEqual([
      { row: 1, column: 5, cells: ['50', { formula: '=1+1' }, 'n/a'], formats: ['0.00', '0.00', '0.00'] },
    ])
  })

  test('of a cell without a format has none, whatever stood at its new place', () => {
    const copies = [{ row: 3, column: 1, rows: 1, to: 5 }]
    expect(edits({ copies })).toEqual([{ row: 3, column: 5, cells: ['n/a'], formats: ['General'] }])
  })

  test('of what is written over is of the cells before', () => {
    const copies = [{ row: 1, column: 1, rows: 1, to: 2 }]
    const writes = [{ row: 1, column: 1, cells: [50] }]
    expect(edits({ copies, writes })).toEqual([
      { row: 1, column: 2, cells: ['50'], formats: ['General'] },
      { row: 1, column: 1, cells: [50], formats: [null] },
    ])
  })

  test.each([
    [{ row: 3, column: 1, rows: 2, to: 5 }, 5],
    [{ row: 0, column: 1, rows: 1, to: 5 }, 1],
    [{ row: 1, column: 0, rows: 1, to: 5 }, 2],
    [{ row: 1, column: 2, rows: 1, to: 5 }, 2],
  ])('of what was not seen is refused (%j)', (copy, row) => {
    expect(() => edits({ copies: [copy] })).toThrow(`the cell in row ${row} was not seen and cannot be copied`)
  })
})

describe('what a cell holds', () => {
  const seen = [seenIn(orders(), { row: 0, column: 0, rows: 1, columns: 1 }), seenIn(orders(), amounts)]
  const cells = [now([['Id']], '@'), now([['50'], ['=1+1']], '0')]

  test('is told from the block it was seen in', () => {
    expect(heldAt(seen, cells, 0, 0)).toEqual({ value: 'Id', formula: '', format: '@' })
    expect(heldAt(seen, cells, 2, 1)).toEqual({ value: 7, formula: '=1+1', format: '0' })
  })

  test('is blank where the block ends before', () => {
    expect(heldAt(seen, cells, 3, 1)).toEqual({ value: null, formula: '', format: '' })
  })

  test.each([
    [4, 1],
    [0, 1],
    [1, 0],
    [1, 2],
  ])('is not known at row %i, column %i', (row, column) => {
    expect(heldAt(seen, cells, row, column)).toBeUndefined()
  })
})
