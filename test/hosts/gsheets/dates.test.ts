import * as fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import type { ExampleCells } from '../../../core/metric.ts'
import { evaluate } from '../../../core/reading/evaluate.ts'
import { formula } from '../../../core/catalogue/reference.ts'
import { FIRST_SERIAL, parseIso } from '../../../core/statistics/time/calendar.ts'
import { cellsOf } from '../../../gsheets/cells.ts'
import { clockOf } from '../../../gsheets/clock.ts'
import { expectClose, plain } from '../../close.ts'
import { typeFormula } from '../appsScript/formulas.ts'
import { openProject, readFiles, type Files } from '../appsScript/project.ts'
import { openSheets } from '../appsScript/sheets.ts'
import { cellAt, newWorkbook, store } from '../appsScript/workbook.ts'
import { instantOf, serialAt } from '../appsScript/zone.ts'

/** The sheet’s zone; the script’s own is UTC. */
const zones = ['Asia/Tokyo', 'America/Sao_Paulo', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata']

const serial = (iso: string) => parseIso(iso)

const sheets = zones.flatMap((timeZone) => (['script', 'foreign'] as const).map((realm) => [timeZone, realm] as const))

describe.each(sheets)('in a sheet of %s, with values of the %s scope', (timeZone, realm) => {
  let files: Files
  beforeAll(async () => {
    files = await readFiles()
  })

  /** Orders at the edges of months and on days on which clocks change somewhere. */
  const orders: [string, number][] = [
    ['Ann', serial('2018-10-31T23:59')],
    ['Ben', serial('2018-11-01')],
    ['Ann', serial('2018-11-04')],
    ['Cleo', serial('2018-12-31T23:30')],
    ['Ben', serial('2019-01-01T00:15')],
    ['Dora', serial('2019-02-28T23:59:59')],
    ['Cleo', serial('2019-03-01T00:00:01')],
    ['Dora', serial('2019-03-31T02:30')],
    ['Ann', serial('2019-03-31T23:00')],
  ]

  /** A sheet with the orders as date cells, and a formula over them. */
  function ordered(formula: string) {
    const project = openProject(files, { workbook: newWorkbook(timeZone), realm })
    const sheet = project.workbook.active
    orders.forEach(([id, when], i) => {
      store(sheet, i + 2, 1, { value: id })
      store(sheet, i + 2, 2, { value: { serial: when } })
    })
    const shown = typeFormula(project, 'E1', formula)
    return { sheet, shown, project }
  }

  test.each(['month', 'quarter', 'year'])('dates keep their %s, and so do the dates of the result', (period) => {
    const { sheet, shown } = ordered(`=COHORT_RETENTION(A2:A10, B2:B10, "${period}", , "count")`)
    const columns = [orders.map(([id]) => [id]), orders.map(([, when]) => [when])]
    const expected = evaluate(findMetric('COHORT_RETENTION')!, [...columns, period, undefined, 'count'], plain)
    expect('values' in shown && shown.values.length).toBe((expected as unknown[]).length)
    const read = (expected as unknown[][]).map((row, i) => row.map((_, j) => cellAt(sheet, i + 1, j + 5)?.value ?? ''))
    const dates = (expected as unknown[][]).map((row, i) => (i === 0 ? row : [{ serial: row[0] }, ...row.slice(1)]))
    expect(read).toEqual(dates)
  })

  test('one date for each row is a date in every row, the first included', () => {
    const { shown } = ordered('=SLA_DUE(B2:B3, 24, 0, 24, "all")')
    const due = ['2018-11-01T23:59', '2018-11-02'].map((iso) => [{ serial: serial(iso) }])
    expect('values' in shown && shown.values).toEqual(due)
  })

  test.each(['=METRIC_BY("NPS", B5:B6, {9;9})', '=NPS_TABLE({9;9}, B5:B6)'])(
    'segments that are dates are dates in %s',
    (formula) => {
      const { shown } = ordered(formula)
      const segments = orders.slice(3, 5).map(([, when]) => ({ serial: when }))
      expect('values' in shown && shown.values.slice(0, 3).map(([segment]) => segment)).toEqual([
        'segment',
        ...segments,
      ])
    },
  )

  test('segments that are numbers stay numbers, unless they can only be months', () => {
    const { shown } = ordered('=METRIC_BY("NPS", {46030;46031}, {9;9})')
    expect('values' in shown && shown.values[1]![0]).toBe(46030)
    const months = ordered('=METRIC_BY("NPS", {46054;46023}, {9;9})').shown
    expect('values' in months && months.values[1]![0]).toEqual({ serial: 46023 })
  })

  test('a time cell is a time of day', () => {
    const { sheet, project } = ordered('=1')
    store(sheet, 1, 3, { value: { serial: 8.5 / 24 } })
    store(sheet, 1, 4, { value: { serial: 16.25 / 24 } })
    const shown = typeFormula(project, 'F1', '=BUSINESS_HOURS(B3, B5, C1, D1, "all")')
    // 2018-11-01 to 2018-12-31T23:30: 61 days.
    expect('values' in shown && shown.values[0]![0]).toBeCloseTo(61 * 7.75, 9)
  })

  test('whole columns are read to the end of the sheet', () => {
    const { shown } = ordered('=COHORT_RETENTION(A:A, B:B)')
    expect('values' in shown && shown.values[1]![0]).toEqual({ serial: serial('2018-10-01') })
  })

  test('the last day can be a date cell', () => {
    const { shown } = ordered('=COHORT_RETENTION(A2:A10, B2:B10, , , "count", B6)')
    expect('values' in shown && shown.values.map((row) => row.length)).toEqual([6, 6, 6, 6])
  })

  test.each(dateExamples())('%s gives the same with date cells', async (_, metric, cells, asDates) => {
    const { call } = await openSheets({ timeZone, realm })
    const answer = await call(metric.spec.name, ...asDates(timeZone))
    expectClose('value' in answer ? answer.value : answer, evaluate(metric, cells, plain, findMetric))
  })

  test('a duration cell is the hours that it shows, and a date cell is no number', async () => {
    const { call } = await openSheets({ timeZone, realm })
    const cell = (days: number) => [new Date(instantOf(days, timeZone))]
    const answer = await call('RESPONSE_TIME', [cell(0.0625), cell(1.5), cell(0.25)])
    expectClose('value' in answer ? answer.value : answer, 6)
    expect(await call('SLA_COMPLIANCE', [[3], [5]], '', cell(4 / 24)[0])).toMatchObject({ value: 0.5 })
    expect(JSON.stringify(await call('LTV', cell(46082)[0], 0.8, 0.05))).toContain(
      'arpa is the date 2026-03-01, not a number',
    )
  })

  test('the zone is asked for once, however many dates there are', () => {
    const { project } = ordered('=COHORT_RETENTION(A2:A10, B2:B10)')
    expect(project.world.calls.filter((call) => call.endsWith('getSpreadsheetTimeZone'))).toHaveLength(1)
  })

  test.each([
    ['1:30', 0.0625],
    ['36 hours', 1.5],
    ['one second', 1 / 86400],
  ])('the duration %s is read as it is shown', (_, shown) => {
    expect(clockOf(() => timeZone).serial(new Date(instantOf(shown, timeZone)))).toBeCloseTo(shown, 12)
  })
})

/** Examples whose dates are ISO texts, and the same with date cells. */
function dateExamples() {
  return catalogue().flatMap((metric) => {
    const { args, examples, name } = metric.spec
    return examples
      .filter(({ gives }) => !String(gives).startsWith('#'))
      .map(({ cells }) => ({ cells, dated: cells.some((_, i) => args[i]?.date) }))
      .filter(({ dated }) => dated)
      .map(({ cells }, i) => {
        const asDates = (zone: string) => cells.map((value, i) => (args[i]?.date ? dateCells(value, zone) : value))
        return [`${name} example ${i + 1} ${formula(metric.spec, cells).slice(0, 60)}`, metric, cells, asDates] as const
      })
  })
}

function dateCells(cells: ExampleCells, zone: string): unknown {
  if (Array.isArray(cells)) return cells.map((row) => row.map((cell) => dateCells(cell, zone)))
  const value = typeof cells === 'string' ? parseIso(cells) : cells
  // What is no date among dates is hours that have passed.
  return typeof value === 'number' && value >= FIRST_SERIAL ? new Date(instantOf(value, zone)) : cells
}

describe('the clock', () => {
  // Among them half hours, zones whose clocks change at one minute past midnight, a skipped day, and years without offsets.
  const zone = fc.constantFrom(
    ...zones,
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Asia/Gaza',
    'Africa/Monrovia',
    'Africa/Casablanca',
    'Pacific/Apia',
    'Europe/Amsterdam',
    'Etc/UTC',
  )
  const instant = fc.integer({ min: Date.UTC(1900, 0, 3), max: Date.UTC(2099, 0, 1) })

  test('shows every instant as Intl writes it, to the millisecond', () => {
    fc.assert(
      fc.property(zone, instant, (zone, instant) => {
        const clock = clockOf(() => zone)
        expect(Math.round(clock.serial(new Date(instant)) * 864e5)).toBe(Math.round(serialAt(instant, zone) * 864e5))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['America/St_Johns', '1988-04-03T03:31:00Z'],
    ['America/Sao_Paulo', '2019-02-17T02:00:00Z'],
    ['Europe/Paris', '2026-03-29T01:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ])('clocks of %s change to the second at %s', (zone, change) => {
    const clock = clockOf(() => zone)
    const at = Date.parse(change)
    const offset = (instant: number) => Math.round((clock.serial(new Date(instant)) - 25569) * 864e5) - instant
    expect(offset(at - 1000)).toBe(offset(at - 36e5))
    expect(offset(at)).toBe(offset(at + 36e5))
    expect(offset(at)).not.toBe(offset(at - 1000))
  })

  test('a date that is shown and read back is the same', () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: 2, max: 72000 }), fc.integer({ min: 0, max: 864e5 - 1 }), (zone, day, ms) => {
        const clock = clockOf(() => zone)
        const wanted = (day * 864e5 + ms) / 864e5
        const back = clock.date(wanted)
        const read = serialAt(back.getTime(), zone)
        // What clocks skip cannot be shown: the instant after is.
        if (Math.round((read - wanted) * 864e5) !== 0) expect(back.getTime()).toBe(firstAfter(wanted, zone))
      }),
      { numRuns: 2000 },
    )
  })

  /** Days that began at 01:00, by the announcements of those years, and Liberia’s change of 1972 by 44 minutes and a half. */
  const withoutMidnight: [string, string, string, string?][] = [
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
    ['America/Santiago', '2023-09-03', '2023-09-03T04:00:00Z'],
    ['America/Santiago', '2025-09-07', '2025-09-07T04:00:00Z'],
    ['Africa/Monrovia', '1972-01-07', '1972-01-07T00:44:30Z', '1972-01-07T00:44:30'],
    ['America/Asuncion', '2023-10-01', '2023-10-01T04:00:00Z'],
    ['America/Havana', '2024-03-10', '2024-03-10T05:00:00Z'],
    ['Asia/Beirut', '2024-03-31', '2024-03-30T22:00:00Z'],
    ['Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00Z'],
    ['Asia/Tehran', '2021-03-22', '2021-03-21T20:30:00Z'],
  ]

  test.each(withoutMidnight)(
    'the first instant of a day of %s without midnight (%s) is that day',
    (zone, day, instant, shown = `${day}T01:00`) => {
      const clock = clockOf(() => zone)
      const first = Date.parse(instant)
      expect(serialAt(first, zone)).toBeCloseTo(serial(shown), 9)
      expect(clock.serial(new Date(first))).toBe(serial(day))
      expect(clock.shown(new Date(first)).toISOString()).toBe(`${day}T00:00:00.000Z`)
      expect(clock.date(serial(day))).toEqual(new Date(first))
      for (const near of [-60_000, -1000, 1000, 60_000, 36e5]) {
        expect(clock.serial(new Date(first + near))).toBeCloseTo(serialAt(first + near, zone), 9)
      }
    },
  )

  test('every day that is shown and read back is the same day, without a time', () => {
    const whole = fc.integer({ min: serial('1950-01-01'), max: serial('2037-12-31') })
    const zoneOfDays = fc.oneof(zone, fc.constantFrom(...withoutMidnight.map(([zone]) => zone)))
    fc.assert(
      fc.property(zoneOfDays, whole, (zone, day) => {
        fc.pre(!(zone === 'Pacific/Apia' && day === serial('2011-12-30')))
        const clock = clockOf(() => zone)
        expect(clock.serial(clock.date(day))).toBe(day)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([...new Set(withoutMidnight.map(([zone]) => zone))])('no day of 2010 to 2025 gets a time in %s', (zone) => {
    const clock = clockOf(() => zone)
    const days = Array.from({ length: serial('2026-01-01') - serial('2010-01-01') }, (_, i) => serial('2010-01-01') + i)
    expect(days.filter((day) => clock.serial(clock.date(day)) !== day)).toEqual([])
  })

  test('what was promised for a day without midnight lasts until its end', () => {
    const zone = 'America/Santiago'
    const dateCell = (iso: string) => new Date(instantOf(serial(iso), zone))
    const { decode } = cellsOf(() => zone)
    const delivered = (iso: string) =>
      evaluate(findMetric('ON_TIME_RATE')!, [dateCell('2025-09-07'), dateCell(iso)], decode)
    expect([delivered('2025-09-07T17:30'), delivered('2025-09-08T00:30')]).toEqual([1, 0])
  })

  test.each([
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z', '2018-11-04T01:00'],
    ['Europe/Paris', '2026-03-29T02:30', '2026-03-29T01:00:00Z', '2026-03-29T03:00'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', '2011-12-31'],
  ])('what clocks of %s skip (%s) is shown as the first instant after', (zone, skipped, instant, shown) => {
    const date = clockOf(() => zone).date(serial(skipped))
    expect(date).toEqual(new Date(instant))
    expect(serialAt(date.getTime(), zone)).toBeCloseTo(serial(shown), 9)
  })

  test('an hour that comes twice is the first of the two', () => {
    const date = clockOf(() => 'Europe/Paris').date(serial('2026-10-25T02:30'))
    expect(date).toEqual(new Date('2026-10-25T00:30:00Z'))
  })

  /** What Intl shows, but midnight for the first instant of a day that clocks begin later. */
  function expected(instant: number, zone: string): number {
    const wall = (at: number) => Math.round((serialAt(at, zone) - 25569) * 864e5)
    const midnight = Math.floor(wall(instant) / 864e5) * 864e5
    return wall(instant - 1) < midnight ? midnight : wall(instant)
  }

  /** The first instants of a year at which a zone has other clocks than before, found day by day and by halving. */
  function changesOf(year: number, zone: string): number[] {
    const offset = (at: number) => Math.round((serialAt(at, zone) - 25569) * 864e5) - at
    const days = Array.from({ length: 366 }, (_, day) => Date.UTC(year, 0, 1 + day))
    return days.flatMap((day) => {
      let [before, after] = [day, day + 864e5]
      if (offset(before) === offset(after)) return []
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2)
        if (offset(middle) === offset(before)) before = middle
        else after = middle
      }
      return [after]
    })
  }

  test('clocks change to the millisecond in every zone and year, in whatever order dates come', () => {
    // 418 zones, among them offsets with seconds, changes by 20, 30 and 40 minutes, and days that were skipped.
    const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const year = fc.oneof(fc.integer({ min: 1970, max: 2037 }), fc.integer({ min: 1847, max: 2400 }))
    const near = fc.array(
      fc.oneof(fc.constantFrom(-1000, -1, 0, 1, 999, 1000), fc.integer({ min: -4 * 864e5, max: 4 * 864e5 })),
      { minLength: 10, maxLength: 20 },
    )
    let seen = 0
    fc.assert(
      fc.property(anyZone, year, near, (zone, year, near) => {
        const clock = clockOf(() => zone)
        const changes = changesOf(year, zone)
        seen += changes.length
        for (const distance of near) {
          for (const at of [...changes, Date.UTC(year, 6, 1)]) {
            const found = clock.shown(new Date(at + distance)).getTime()
            expect(found, `${zone} ${new Date(at + distance).toISOString()}`).toBe(expected(at + distance, zone))
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(100)
  })

  test('a change at the very start of a day, or of three, is no other', () => {
    // Lisbon went an hour ahead at 00:00 UTC then, and its day began at 01:00.
    const clock = clockOf(() => 'Europe/Lisbon')
    const changes = [1982, 1983, 1984, 1985].flatMap((year) => changesOf(year, 'Europe/Lisbon'))
    expect(changes.filter((at) => at % (3 * 864e5) === 0)).toEqual([Date.UTC(1983, 2, 27), Date.UTC(1985, 2, 31)])
    for (const at of changes) {
      for (const distance of [0, 1, -1, 36e5, -36e5]) {
        expect(clock.shown(new Date(at + distance)).getTime()).toBe(expected(at + distance, 'Europe/Lisbon'))
      }
    }
  })

  function looksAt(zone: string, instants: readonly number[]): number {
    const look = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts')
    const clock = clockOf(() => zone)
    for (const instant of instants) clock.serial(new Date(instant))
    const looks = look.mock.calls.length
    look.mockRestore()
    return looks
  }

  test('20,000 dates of three years need fewer than 1,000 looks at the time zone, in any order', () => {
    const inOrder = Array.from({ length: 20_000 }, (_, i) => Date.UTC(2024, 0, 1) + i * 4_733_000)
    const shuffled = inOrder.map((_, i) => inOrder[(i * 7919) % inOrder.length]!)
    for (const instants of [inOrder, shuffled]) expect(looksAt('Europe/Paris', instants)).toBeLessThan(1000)
  })

  test('dates of a day on which clocks change need no look each', () => {
    const instants = Array.from({ length: 10_000 }, (_, i) => Date.UTC(2024, 2, 31) + i * 8640)
    expect(looksAt('Europe/Paris', instants)).toBeLessThan(25)
  })
})

test('a result without dates is handed over as it is', () => {
  const { encode } = cellsOf(() => {
    throw new Error('no date asks for the zone')
  })
  const table = [
    ['segment', 'nps'],
    ['a', 5],
  ]
  expect(
    encode(table, {
      table: [
        { name: 'segment', unit: 'text' },
        { name: 'nps', unit: 'points' },
      ],
    }),
  ).toBe(table)
})

/** The first instant that shows more than a serial, found by halving. */
function firstAfter(serial: number, zone: string): number {
  let before = (serial - 25569 - 1.5) * 864e5
  let after = (serial - 25569 + 1.5) * 864e5
  while (after - before > 0.5) {
    const middle = (before + after) / 2
    if (serialAt(middle, zone) < serial) before = middle
    else after = middle
  }
  return Math.round(after)
}
