import fc from 'fast-check'
import { parseIso, serialOf } from '../../core/statistics/time/calendar.ts'
import type { ColumnType } from '../../warehouse/dialect.ts'
import { momentText, type TableData, type Value } from './engines.ts'
import { onTheClock } from './finish.ts'

/** Customers as systems write them: the same one in several ways, others that only look alike, and none. */
const IDS = [
  ...[
    'C1',
    ' C1',
    'C1\u00a0',
    '\u200bC1',
    'c1',
    'C2',
    'C3',
    'C4',
    'C5',
    'C6',
    'José  Díaz',
    'Jose\u0301 Di\u0301az',
    '007',
    '7',
  ],
  ...['Zoë\t', 'O’Hara', "O'Hara", 'a\\b', 'x "y" z', '日本', 'n/a', ' N/A', '(not set)', '-', '--', '', '  ', null],
] as const
const ids = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('C1', 'C2', 'C3', 'C4', 'C5') },
  fc.constantFrom<Value>(...IDS),
)

const FIRST = serialOf(2024, 1, 29)
/** Leap days, the ends of years, and days that are none. */
const DAYS = [
  serialOf(2024, 2, 29),
  serialOf(2024, 12, 31),
  serialOf(2025, 1, 1),
  serialOf(2024, 3, 31),
  serialOf(2024, 10, 27),
  serialOf(2099, 12, 31),
  serialOf(9999, 12, 31),
]
const days = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: FIRST, max: FIRST + 400 }) },
  { weight: 4, arbitrary: fc.constantFrom<Value>(...DAYS.slice(0, 5)) },
  { weight: 1, arbitrary: fc.constantFrom<Value>(DAYS[5]!, null) },
)
/** Hours around midnight, and at it, in seconds of the day. */
const clocks = fc.oneof(fc.constantFrom(0, 1, 82_800, 86_399, 3600), fc.integer({ min: 0, max: 86_399 }))
const amounts = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 20_000 }).map((cents) => cents / 100) },
  { weight: 3, arbitrary: fc.constantFrom<Value>(29, 99, 0, -29, -99, -0.01, 0.1, 0.2, 0.30000000000000004) },
  { weight: 1, arbitrary: fc.constantFrom<Value>(null) },
)

const wholeAmounts = amounts.map((amount) => (typeof amount === 'number' ? Math.round(amount) : amount))

export type DateType = Extract<ColumnType, 'date' | 'timestamp' | 'timestamptz'>

interface Extra {
  [name: string]: fc.Arbitrary<Value>
}

/** A log with ids, dates of a type, amounts, and whatever else is asked for. */
export function logs(dateType: DateType, extra: Extra = {}, whole = false): fc.Arbitrary<TableData> {
  const date = fc
    .tuple(days, clocks)
    .map(([day, clock]): Value => (day === null || dateType === 'date' ? day : (day as number) + clock / 86_400))
  const names = Object.keys(extra)
  const row = fc.tuple(ids, date, whole ? wholeAmounts : amounts, ...names.map((name) => extra[name]!))
  return fc.array(row, { minLength: 1, maxLength: 40, size: 'max' }).map((rows) => ({
    columns: [
      { name: 'ids', type: 'text' },
      { name: 'dates', type: dateType },
      { name: 'amounts', type: 'number' },
      ...names.map((name) => ({ name, type: typeOf(name, dateType) })),
    ],
    rows,
  }))
}

function typeOf(name: string, dateType: DateType): ColumnType {
  return name.endsWith('dates') ? dateType : 'text'
}

/** A time of UTC on the clock of a zone, as a serial number. */
export function onClockOf(zone: string, serial: number): number {
  return parseIso(onTheClock(`${momentText(serial).replace(' ', 'T')}Z`, zone))
}

/** The rows of a table as its zone's clocks show them. */
export function shownIn(zone: string, { columns, rows }: TableData): Value[][] {
  return rows.map((row) =>
    row.map((value, i) =>
      columns[i]!.type === 'timestamptz' && typeof value === 'number' ? onClockOf(zone, value) : value,
    ),
  )
}
