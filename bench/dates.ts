import { sheetsFunctions, type Formula } from './bundles.ts'
import { compared, type Line } from './lines.ts'
import { randomFrom, side } from './measure.ts'

type Functions = Record<string, Formula>

const MILLION = 1_000_000

/** Columns of a million dates in the Sheets bundle: date cells and texts beside serial numbers. */
export function dates(): Line[] {
  const functions = sheetsFunctions()
  const spreads = { years: 'five years in any order', change: 'all on a day of clock change' } as const
  return [
    ...zones.flatMap((zone) =>
      Object.entries(spreads).map(([spread, words]) => {
        const turns = dateCells(functions, MILLION, zone, spread as keyof typeof spreads)
        return compared(`COHORT_RETENTION, 1,000,000 date cells, ${words}, ${zone}`, turns, 'serial numbers', 1.5)
      }),
    ),
    ...Object.entries(writings).map(([example, written]) => {
      const turns = dateTexts(functions, MILLION, written)
      return compared(`COHORT_RETENTION, 1,000,000 dates as text, ${example}`, turns, 'serial numbers', 3)
    }),
    compared('FCR_EVENTS, 1,000,000 contacts, Sheets bundle', firstContacts(functions, MILLION), 'the bare passes', 3),
  ]
}

const DAY = 864e5
/** The serial of 1970-01-01. */
const EPOCH = 25569

/** Zones, and a day of UTC on which the clocks of each change. */
const changes = {
  'America/New_York': '2024-03-10',
  'Europe/Berlin': '2024-03-31',
  'Australia/Lord_Howe': '2024-04-06',
} as const
type Zone = keyof typeof changes
const zones = Object.keys(changes) as Zone[]

/** COHORT_RETENTION of date cells in any order: of five years, or all of a day on which the clocks change. */
function dateCells({ COHORT_RETENTION }: Functions, rows: number, zone: Zone, spread: 'years' | 'change') {
  sheetIn(zone)
  const [start, days] = spread === 'years' ? [Date.UTC(2021, 0, 1), 1826] : [Date.parse(changes[zone]), 1]
  const { ids, instants } = log(rows, start, days)
  const cells = instants.map((instant) => [new Date(instant)])
  const serials = serialsOf(instants)
  return side(
    7,
    () => COHORT_RETENTION!(ids, cells),
    () => COHORT_RETENTION!(ids, serials),
  )
}

/** How programs write a date and time as text, from how ISO does. */
const writings = {
  '2024-03-05': (iso: string) => iso.slice(0, 10),
  '2024-03-05 10:20': (iso: string) => iso.slice(0, 16).replace('T', ' '),
  '2024-03-05T10:20:30Z': (iso: string) => `${iso.slice(0, 19)}Z`,
  '2024-03-05T10:20:30.123Z': (iso: string) => iso,
  '2024-03-05T10:20:30+02:00': (iso: string) => `${iso.slice(0, 19)}+02:00`,
} as const

/** COHORT_RETENTION of dates that are text, of five years in any order. */
function dateTexts({ COHORT_RETENTION }: Functions, rows: number, written: (iso: string) => string) {
  sheetIn('Europe/Berlin')
  const { ids, instants } = log(rows, Date.UTC(2021, 0, 1), 1826)
  const texts = instants.map((instant) => [written(new Date(instant).toISOString())])
  const serials = serialsOf(instants)
  return side(
    7,
    () => COHORT_RETENTION!(ids, texts),
    () => COHORT_RETENTION!(ids, serials),
  )
}

/** First-contact resolution of a log, against its customers looked up and each one's days sorted in one array for all. */
function firstContacts({ FCR_EVENTS }: Functions, rows: number) {
  const { ids, instants } = log(rows, Date.UTC(2024, 0, 1), 700)
  const serials = serialsOf(instants)
  return side(
    7,
    () => FCR_EVENTS!(ids, serials),
    () => bareFirstContacts(ids, serials),
  )
}

/** The pauses of up to 7 days, by one number for each contact: of its customer and its day. */
function bareFirstContacts(ids: readonly string[][], days: readonly number[][]): number {
  const known = new Map<string, number>()
  const contacts = new Float64Array(ids.length)
  for (let i = 0; i < ids.length; i++) {
    let customer = known.get(ids[i]![0]!)
    if (customer === undefined) known.set(ids[i]![0]!, (customer = known.size))
    contacts[i] = customer * 1e5 + Math.floor(days[i]![0]!)
  }
  contacts.sort()
  let repeats = 0
  for (let i = 1; i < contacts.length; i++) if (contacts[i]! - contacts[i - 1]! <= 7) repeats++
  return repeats
}

/** A sheet as far as date cells ask for one: its zone. */
function sheetIn(zone: Zone): void {
  const getActiveSpreadsheet = () => ({ getSpreadsheetTimeZone: () => zone })
  Object.assign(globalThis, { SpreadsheetApp: { getActiveSpreadsheet } })
}

/** Ten rows a customer, each at a full second. */
function log(rows: number, start: number, days: number): { ids: string[][]; instants: number[] } {
  const random = randomFrom(7)
  const ids = Array.from({ length: rows }, () => [`C${Math.floor((random() * rows) / 10)}`])
  const instants = ids.map(() => start + Math.floor(random() * days * 86400) * 1000)
  return { ids, instants }
}

function serialsOf(instants: readonly number[]): number[][] {
  return instants.map((instant) => [instant / DAY + EPOCH])
}
