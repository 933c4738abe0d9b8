import { describe, expect, test } from 'vitest'
import { history } from '../../../core/plans/gallery/history.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { missedThemes } from '../../../core/plans/missedThemes.ts'
import { closedKpis, monthsOf } from '../../../core/plans/month/closedKpis.ts'
import { findingsOf, overallFindings } from '../../../core/plans/plan.ts'
import { readRows } from '../../../core/plans/reading.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { hostileTexts } from '../../hostileTexts.ts'
import { aboutToday, planRows, planSheet } from './planSheet.ts'

const rows = planRows(signals, { Cue: 'Delivery on the promised day', Outcome: 'Gets it when needed' })
const column = (...comments: (string | number | null)[]) => comments.map((comment) => [comment])
const missed = (...comments: (string | number | null)[]) => missedThemes(column(...comments), rows, ['Cue', 'Outcome'])

describe('what customers say that no cue speaks of', () => {
  test('are words of three comments or more, the most frequent first, called as most do', () => {
    const found = missed(
      'The invoice was wrong',
      'Invoices come late, invoices always',
      'I never got an invoice',
      'Where is my invoice?',
      'Broken zipper',
      'Zipper broke',
      'The ZIPPER again',
      'Parking was hard',
      'No parking',
    )
    expect(found.map(({ word, comments }) => [word, comments])).toEqual([
      ['invoice', 4],
      ['zipper', 3],
    ])
    expect(found[0]!.example).toBe('The invoice was wrong')
  })

  test('are none that a cue speaks of, in another form too', () => {
    expect(missed('Delivered late', 'delivery slow', 'The delivery!', 'deliveries')).toEqual([])
  })

  test('are not found in blanks, numbers and n/a, and a word counts once in a comment', () => {
    expect(missed(null, 7, 'n/a', 'n/a', 'n/a', 'invoice invoice invoice')).toEqual([])
  })

  test('are found in any text without failing, at most twelve', () => {
    expect(() => missedThemes([[...hostileTexts], [...hostileTexts], [...hostileTexts]], rows, ['Cue'])).not.toThrow()
    const many = Array.from({ length: 20 }, (_, i) => `zulu${'abcdefghijklmnopqrst'[i]}`).join(' ')
    expect(missed(many, many, many)).toHaveLength(12)
  })
})

describe('the closed months of KPIs', () => {
  const month = (at: number) => serialOf(2026, at, 1)
  const closed = planRows(
    history,
    { Month: month(1), KPI: 'Joy', Value: 0.8, 'KPI id': 'a' },
    { Month: month(3), KPI: 'Joy now', Segment: 'web', Value: 0.9, 'KPI id': 'a' },
    { Month: month(1), KPI: 'Late', Value: 4, 'KPI id': 'b' },
    { Month: month(2), KPI: 'Late', Value: null, 'KPI id': 'b' },
    { Month: month(2), KPI: 'Joy', Value: 0.85, 'KPI id': 'a' },
  )

  test('are told by the id of the KPI, and a month without a value is none', () => {
    expect(closedKpis(closed).map(({ name, values }) => [name, values.size])).toEqual([
      ['Joy', 3],
      ['Late', 1],
    ])
  })

  test('stand side by side in the order of time, blank where one has none', () => {
    const [joy, late] = closedKpis(closed)
    expect(monthsOf(joy!, [late!])).toEqual([
      ['Joy', 'Late'],
      [0.8, 4],
      [0.85, null],
      [0.9, null],
    ])
  })
})

describe('a signal matrix', () => {
  const all = planRows(signals, { Cue: 'Box' })
  const told = (targets: readonly Record<string, string>[]) =>
    overallFindings(signals, all, aboutToday({ Targets: targets }))
  const asked = ['Nobody has said what quality means to your customers. Add “Quality” to Targets with a definition.']

  test('asks what quality means, until Targets defines it', () => {
    expect(told([{ Metric: 'CSAT', Definition: 'Share of the satisfied' }])).toEqual(asked)
    expect(told([{ Metric: 'quality' }])).toEqual(asked)
    expect(told([{ Metric: 'quality', Definition: 'It lasts ten years' }])).toEqual([])
  })

  test('does not ask while there is no Targets, or no cue', () => {
    expect(overallFindings(signals, all, aboutToday())).toEqual([])
    expect(overallFindings(signals, [], aboutToday({ Targets: [] }))).toEqual([])
  })

  test.each([
    ['online', 'Promised online only. See that nothing says otherwise offline.'],
    ['Offline', 'Promised offline only. See that nothing says otherwise online.'],
    ['both', undefined],
  ])('with a column of channels says of one that is %s: %s', (channel, sentence) => {
    const sheet = planSheet(signals, { Cue: 'Box', Promise: 4, Id: 'a' })
    sheet.values[0]!.push('Channels')
    sheet.values[1]!.push(channel)
    sheet.formulas.forEach((line) => line.push(''))
    const texts = findingsOf(signals, readRows(signals, sheet)[0]!, aboutToday()).map(({ text }) => text)
    expect(texts.find((text) => text.startsWith('Promised'))).toBe(sentence)
  })
})
