import { describe, expect, test } from 'vitest'
import { daysIn, readDate } from '../../../../core/reading/texts/dates.ts'
import { serialOf } from '../../../../core/statistics/time/calendar.ts'

const MARCH = serialOf(2024, 3, 1)
const at = (hour: number, minute = 0, second = 0) => (hour * 3600 + minute * 60 + second) / 86400
const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-7

describe('dates as Intl writes them', () => {
  const locales = (
    'en-US en-GB en-AU en-CA en-IN de-DE de-AT de-CH fr-FR fr-CA es-ES es-MX it-IT pt-BR pt-PT nl-NL sv-SE da-DK nb-NO fi-FI ' +
    'pl-PL cs-CZ hu-HU ro-RO tr-TR ru-RU uk-UA el-GR hr-HR ja-JP ko-KR zh-CN'
  ).split(' ')
  const instants = [
    ...Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 5, 9, 7)),
    Date.UTC(2023, 0, 28, 17, 45, 30),
    Date.UTC(1999, 11, 31, 23, 59, 59),
    Date.UTC(2024, 1, 29),
    Date.UTC(2024, 4, 3, 12),
  ]

  /** How often each locale is read without doubt; a reading that is not what was written fails. */
  function share(locale: string, options: Intl.DateTimeFormatOptions): number {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    const wall = new Intl.DateTimeFormat('en-US', {
      timeZone: 'UTC',
      ...(options.timeZone && { timeZone: options.timeZone }),
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    let read = 0
    for (const instant of instants) {
      const text = format.format(instant)
      const part = Object.fromEntries(wall.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
      const wanted =
        serialOf(part.year!, part.month!, part.day!) +
        (options.hour ? at(part.hour!, part.minute, options.second ? part.second : 0) : 0)
      const reading = readDate(text)
      if (reading.kind === 'date') {
        read++
        expect(isNear(reading.serial, wanted), `${locale}: ${text}`).toBe(true)
      } else if (reading.kind === 'either') {
        expect(
          daysIn(reading).some((serial) => isNear(serial, wanted)),
          `${locale}: ${text}`,
        ).toBe(true)
      }
    }
    return read / instants.length
  }

  const days: Intl.DateTimeFormatOptions[] = (['long', 'short', '2-digit', 'numeric'] as const).flatMap((month) =>
    (['numeric', '2-digit'] as const).flatMap((year) =>
      [undefined, 'short' as const, 'long' as const].map((weekday) => ({
        month,
        year,
        weekday,
        day: 'numeric' as const,
      })),
    ),
  )

  test.each(locales)('%s without a time: the day that was written, or none', (locale) => {
    for (const options of days) share(locale, options)
  })

  test.each(locales)('%s with a time and a zone: the clock on the wall that was written, or none', (locale) => {
    for (const options of days.filter((_, i) => i % 5 === 0)) {
      for (const hour12 of [true, false]) {
        share(locale, { ...options, hour12, hour: 'numeric', minute: '2-digit' })
        for (const timeZone of ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']) {
          for (const timeZoneName of ['short', 'shortOffset', 'longOffset'] as const) {
            const clock = { hour: 'numeric', minute: '2-digit', second: '2-digit' } as const
            share(locale, { ...options, ...clock, hour12, timeZone, timeZoneName })
          }
        }
      }
    }
  })

  test.each(locales.filter((locale) => !/^(?:ja|ko|zh|hu|pt-PT)/.test(locale)))(
    '%s with the month in letters and all of the year is read',
    (locale) => {
      for (const month of ['long', 'short'] as const) {
        // lipnja and its like are June to one neighbour and July to the other.
        const least = /^(?:hr|pl|cs|uk)/.test(locale) ? 0.5 : 1
        expect(share(locale, { day: 'numeric', month, year: 'numeric' }), month).toBeGreaterThanOrEqual(least)
      }
    },
  )

  test('English with a time is read', () => {
    for (const locale of ['en-US', 'en-GB', 'en-AU', 'en-CA', 'en-IN']) {
      for (const dateStyle of ['full', 'long', 'medium'] as const) {
        const format = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone: 'UTC' })
        expect(readDate(format.format(Date.UTC(2024, 2, 1, 10, 5))), locale).toMatchObject({
          serial: MARCH + at(10, 5),
        })
      }
    }
  })
})
