import fc from 'fast-check'
import { hostileTexts } from '../hostileTexts.ts'
import { isBlock, type Block, type Call, type Given, type SheetCell } from './cells.ts'

const ERRORS = ['#N/A', '#DIV/0!', '#REF!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!']

/** Texts that an error or a blank cell of a host would look like are none of them. */
const texts = hostileTexts.filter((text) => !ERRORS.includes(text))

/** What stands in cells that hold something else than they should. */
const hostileCell: fc.Arbitrary<SheetCell> = fc.oneof(
  fc.constantFrom<SheetCell>(null, '', ' ', '\u00a0', 0, true, false),
  fc.constantFrom<SheetCell>(
    'n/a',
    '-',
    'none',
    'unknown',
    'Total',
    'yes',
    'no',
    'Good',
    'word',
    'Date',
    'Score',
    'Loading...',
  ),
  fc.constantFrom<SheetCell>(
    '5',
    '05',
    '1.5',
    '1,5',
    '1,234',
    '1.234,5',
    '50%',
    '4 stars',
    '9/10',
    '1e5',
    '٥',
    '５',
    '12:30',
    '2 h',
    '-3',
  ),
  fc.constantFrom<SheetCell>('$5', '5 €', '(5.00)', 'R$ 1.234,50', '-US$5', '5-', '1k'),
  fc.constantFrom<SheetCell>(
    '2026-01-05',
    '05/01/2026',
    '13/01/2026',
    '1 Mar 2026',
    '2026-13-01',
    '9999-12-31',
    '2026-01-05T10:00Z',
    '0000-00-00',
  ),
  fc.constantFrom(...ERRORS).map((error) => ({ error })),
  fc.constantFrom<SheetCell>(
    1e308,
    -1e308,
    5e-324,
    1e-300,
    1e15,
    9007199254740993,
    -1,
    -0.5,
    0.1,
    1e-9,
    2958465,
    2958466,
    60,
    1.7976931348623157e308,
  ),
  fc.constantFrom<SheetCell>('NaN', 'Infinity', '-Infinity', 'null', 'undefined', '1e999', '[object Object]'),
  fc.constantFrom(46023, 46054.5, 1, 25569, 2, 73050, 401768).map((serial) => ({ serial })),
  fc.constantFrom<SheetCell>(...texts),
)

type Damage = (given: Given[], where: number, row: number, cell: SheetCell) => void

const rowsOf = (given: Given): Block => (isBlock(given) ? given : [[given ?? null]])

/** What happens to the arguments of a formula, `where` to which and `row` in which row. */
const damages: readonly Damage[] = [
  function aCell(given, where, row, cell) {
    const rows = rowsOf(given[where]).map((line) => line.slice())
    const line = rows[row % Math.max(1, rows.length)]
    if (line && line.length > 0) line[row % line.length] = cell
    given[where] = isBlock(given[where]) ? rows : cell
  },
  function firstCell(given, where, _, cell) {
    const [first = [], ...others] = rowsOf(given[where])
    given[where] = isBlock(given[where]) ? [[cell, ...first.slice(1)], ...others] : cell
  },
  function allCells(given, where, _, cell) {
    given[where] = rowsOf(given[where]).map((line) => line.map(() => cell))
  },
  function onlyOneCell(given, where, _, cell) {
    given[where] = cell
  },
  function aBlank(given, where) {
    given[where] = null
  },
  function leftOut(given, where) {
    given[where] = undefined
  },
  function rowMissing(given, where, row) {
    const rows = rowsOf(given[where])
    given[where] = rows.filter((_, i) => rows.length === 1 || i !== row % rows.length)
  },
  function rowMore(given, where, _, cell) {
    const rows = rowsOf(given[where])
    given[where] = [...rows, (rows[0] ?? [null]).map(() => cell)]
  },
  function title(given, where, _, cell) {
    const rows = rowsOf(given[where])
    given[where] = [(rows[0] ?? [null]).map(() => (typeof cell === 'string' ? cell : 'Title')), ...rows]
  },
  function titles(given) {
    given.forEach((one, i) => {
      if (isBlock(one) && one.length > 1) given[i] = [(one[0] ?? []).map((_, k) => `Title ${k + 1}`), ...one]
    })
  },
  function wholeColumns(given, _, row) {
    const more = row === 29 ? 3000 : row % 50
    given.forEach((one, i) => {
      if (isBlock(one) && one.length > 1) given[i] = [...one, ...blankRows(one, more)]
    })
  },
  function wholeColumn(given, where, row) {
    const rows = rowsOf(given[where])
    given[where] = [...rows, ...blankRows(rows, row === 29 ? 3000 : row % 50)]
  },
  function across(given, where) {
    const rows = rowsOf(given[where])
    given[where] = (rows[0] ?? []).map((_, k) => rows.map((line) => line[k]!))
  },
  function twoColumns(given, where) {
    given[where] = rowsOf(given[where]).map((line) => [...line, ...line])
  },
  function noRows(given, where, row) {
    given[where] = row % 2 === 0 ? [] : [[]]
  },
  function swapped(given, where, row) {
    const other = row % given.length
    const [one, two] = [given[where], given[other]]
    given[where] = two
    given[other] = one
  },
]

export function blankRows(block: Block, count: number): Block {
  return Array.from({ length: count }, () => (block[0] ?? [null]).map(() => null))
}

/** A call to which something has happened that no formula should have, once or a few times. */
export function hostileCalls(calls: fc.Arbitrary<Call>): fc.Arbitrary<Call> {
  const damage = fc.tuple(fc.constantFrom(...damages), fc.nat(9), fc.nat(30), hostileCell)
  return fc.tuple(calls, fc.array(damage, { minLength: 1, maxLength: 4 })).map(([{ name, given }, all]) => {
    const changed = given.slice()
    for (const [happens, where, row, cell] of all) happens(changed, where % changed.length, row, cell)
    return { name, given: changed }
  })
}
