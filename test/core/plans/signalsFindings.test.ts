import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REVIEW_DAYS } from '../../../core/plans/check.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { findingsOf } from '../../../core/plans/plan.ts'
import { awaits, type Row } from '../../../core/plans/row.ts'
import { about, columnOf, matrixOf, matrixSheet, type CueCells } from './matrixSheet.ts'

const TODAY = 46100
const WHOLE: CueCells = {
  id: 'a',
  cue: 'Warranty',
  kind: 'intangible',
  outcome: 'Buys without worry',
  promise: 4,
  delivery: 4,
  backedBy: 'Warranty policy',
  owner: 'Ann',
  metric: 'CSAT',
  value: { formula: '=CSAT(Survey!F:F)' },
  reviewedOn: TODAY,
}

const rowsOf = (...cues: CueCells[]) => matrixOf(matrixSheet(...cues)).rows
const judged = (row: Row) => findingsOf(signals, row, about(TODAY))
const byOutcome = (rows: readonly Row[]) => groupsOf(signals, rows, signals.groups[0]!)
const found = (cells: CueCells) =>
  judged(rowsOf({ ...WHOLE, ...cells })[0]!).map(({ level, text }) => `${level}: ${text}`)

describe('a cue', () => {
  test('that is whole, delivered and reviewed has nothing against it', () => {
    expect(found({})).toEqual([])
  })

  test('whose formula is an error is not known to work, and says where to read why', () => {
    const sheet = matrixSheet(WHOLE)
    sheet.values[1]![columnOf('value')] = '#VALUE!'
    expect(judged(matrixOf(sheet).rows[0]!).map(({ text }) => text)).toEqual([
      'CSAT shows #VALUE!. Select its cell in the sheet and choose Explain to read why.',
    ])
  })

  test.each<[string, string | number, string]>([
    ['CSAT', 60, 'Its target is 60, but CSAT is a share: write the target in per cent, such as 60%.'],
    ['RESPONSE_TIME', '2 days', 'Its target is 2 days, but RESPONSE_TIME counts hours: write the target in hours too.'],
    ['RESPONSE_TIME', 4, 'Its target is 4, but RESPONSE_TIME is better when it is lower: write <= 4 as the target.'],
    ['CSAT', '4.5 of 5', 'Its target is 4.5 of 5, but CSAT is a share: write the target in per cent, such as 85%.'],
    [
      'CHURN_RATE',
      '< 50',
      'Its target is < 50, but CHURN_RATE is a share: write the target in per cent, such as < 50%.',
    ],
    ['CHURN_RATE', 0.05, 'Its target is 0.05, but CHURN_RATE is better when it is lower: write <= 5% as the target.'],
    ['NPS', '50%', 'Its target is 50%, but NPS is no share: write the target without %.'],
    ['RESOLUTION_TIME', '95%', 'Its target is 95%, but RESOLUTION_TIME is no share: write the target without %.'],
    ['CSAT', '5 min', 'Its target is 5 min, but CSAT is no time: write the target without a unit of time.'],
    ['BACKLOG', 200, 'Its target is 200, but BACKLOG is better when it is lower: write <= 200 as the target.'],
    ['CHURN_RATE', '5%', 'Its target is 5%, but CHURN_RATE is better when it is lower: write <= 5% as the target.'],
    ['CSAT', 'soon', 'Its target “soon” cannot be read: write it like ">= 95%", "< 2.5", "60%-70%" or "under 5 min".'],
  ])('whose target for %s is %s would have a wrong status', (metric, target, text) => {
    expect(found({ metric, target })).toEqual([`amber: ${text}`])
  })

  test.each([
    ['CSAT', '85%-90%'],
    ['RESPONSE_TIME', '4 h'],
    ['BACKLOG', '< 200'],
    ['NPS', 40],
    ['NRR', 1.1],
    ['ROMI', 3],
    ['ROMI', '250%'],
    ['Own metric', 'soon'],
  ])('whose target for %s is %s has nothing against it', (metric, target) => {
    expect(found({ metric, target })).toEqual([])
  })

  test('whose value is still being calculated has nothing against it', () => {
    for (const pending of [null, '#BUSY!', 'Loading...']) {
      const sheet = matrixSheet(WHOLE)
      sheet.values[1]![columnOf('value')] = pending
      const [cue] = matrixOf(sheet).rows
      expect(judged(cue!)).toEqual([])
      expect(awaits(cue!, 'Value')).toBe(true)
    }
  })

  test.each<[string, CueCells, string]>([
    [
      'that promises more than it delivers is over-promised',
      { promise: 4, delivery: 2.5 },
      'red: Over-promised: 4 promised, 2.5 delivered. Deliver more, or promise less.',
    ],
    [
      'with a promise and no policy has nothing behind it',
      { backedBy: ' ' },
      'red: Nothing is behind the promise. Name the policy or process that makes it true.',
    ],
    ['without an owner is nobody’s', { owner: null }, 'amber: Nobody owns it.'],
    ['without a metric is not known to work', { metric: null }, 'amber: No metric shows whether it works.'],
    [
      'whose formula is gone is not known to work',
      { value: null },
      'amber: The formula of CSAT is gone. Link the metric again.',
    ],
    [
      'whose value was typed over is not known to work',
      { value: 99 },
      'amber: Its value was typed by hand and is not live. Link the metric again.',
    ],
    [
      'whose status was typed over says so',
      { status: 'green' },
      'amber: Its status was typed by hand and is not live. Link the metric again.',
    ],
    [
      'reviewed in the future says so',
      { reviewedOn: TODAY + 2 },
      'amber: Its last review, 2026-03-21, is still to come.',
    ],
    ['that was never reviewed says so', { reviewedOn: null }, 'amber: It has never been reviewed.'],
    ['reviewed 91 days ago is to be reviewed again', { reviewedOn: TODAY - 91 }, 'amber: Last reviewed 91 days ago.'],
    [
      'with a review date that is text says so rather than that there was none',
      { reviewedOn: 'in March' },
      'amber: Its last review, “in March”, is no date. Type one, such as 2026-03-01.',
    ],
  ])('%s', (_, cells, text) => {
    expect(found(cells)).toEqual([text])
  })

  test('that delivers as much as it promises, or more, is not over-promised', () => {
    expect([found({ promise: 3, delivery: 3 }), found({ promise: 3, delivery: 5 })]).toEqual([[], []])
  })

  test('is over-promised only when both scores are known', () => {
    expect([found({ delivery: null }), found({ promise: null, backedBy: null })]).toEqual([[], []])
  })

  test(`is due for a review after ${REVIEW_DAYS} days, not on the last of them`, () => {
    expect([found({ reviewedOn: TODAY - REVIEW_DAYS }), found({ reviewedOn: TODAY + 1 })]).toEqual([[], []])
    expect(found({ reviewedOn: TODAY - REVIEW_DAYS - 0.5 })).toEqual([`amber: Last reviewed ${REVIEW_DAYS} days ago.`])
  })

  test('that is empty lacks all, the red first', () => {
    const levels = found({ promise: 5, delivery: 1, backedBy: null, owner: null, metric: null, reviewedOn: null })
    expect(levels.map((text) => text.split(':')[0])).toEqual(['red', 'red', 'amber', 'amber', 'amber'])
  })
})

describe('an outcome', () => {
  const warnings = (...cues: CueCells[]) => byOutcome(rowsOf(...cues)).map(({ name, warning }) => [name, warning])
  const tangible: CueCells = { id: 't', cue: 'Box', kind: 'tangible', outcome: 'Trusts us' }
  const intangible: CueCells = { id: 'i', cue: 'History', kind: 'intangible', outcome: 'Trusts us' }

  test('with both kinds of cues is covered', () => {
    expect(warnings(tangible, intangible)).toEqual([['Trusts us', '']])
  })

  test('rests on a single cue', () => {
    expect(warnings(tangible)).toEqual([['Trusts us', 'Rests on a single cue. Add another, best of the other kind.']])
  })

  test('rests on one kind only', () => {
    expect(warnings(tangible, tangible)).toEqual([['Trusts us', 'Rests on tangible cues only. Add an intangible one.']])
    expect(warnings(intangible, intangible)).toEqual([
      ['Trusts us', 'Rests on intangible cues only. Add a tangible one.'],
    ])
  })

  test('is not said to rest on a kind when none is filled in', () => {
    expect(warnings({ ...tangible, kind: null }, { ...tangible, kind: null })).toEqual([['Trusts us', '']])
  })

  test('is the same in any case and with spaces around, called as it is first', () => {
    const groups = byOutcome(rowsOf(tangible, { ...intangible, outcome: ' trusts US ' }))
    expect(groups.map(({ name, rows }) => [name, rows.map(({ id }) => id)])).toEqual([['Trusts us', ['t', 'i']]])
  })

  test('that is missing comes last, whatever the order of the sheet', () => {
    expect(
      warnings({ id: 'x', cue: 'X' }, tangible, { ...intangible, outcome: 'Stays' }).map(([name]) => name),
    ).toEqual(['Trusts us', 'Stays', ''])
    expect(warnings({ id: 'x', cue: 'X' })).toEqual([
      ['', 'These cues lead to no outcome. Say what customers gain from each.'],
    ])
  })

  test('has every cue of the matrix once, in the order of the sheet', () => {
    const cue = fc.record({ outcome: fc.constantFrom(null, 'A', 'a', 'B', ''), cue: fc.constantFrom('x', 'y') })
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 20 }), (cells) => {
        const cues = rowsOf(...cells.map((each, i) => ({ ...each, id: `id${i}` })))
        const groups = byOutcome(cues)
        for (const { rows: own } of groups) {
          expect(own.map(({ row }) => row)).toEqual(own.map(({ row }) => row).sort((a, b) => a - b))
        }
        const all = groups.flatMap(({ rows: own }) => own).sort((a, b) => a.row - b.row)
        expect(all).toEqual(cues)
      }),
    )
  })
})
