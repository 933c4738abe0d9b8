import { describe, expect, test } from 'vitest'
import { trailCells } from '../../../core/plans/draft.ts'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { targets } from '../../../core/plans/gallery/targets.ts'
import { planRows, toldOf, toldOfAll, TODAY, type SheetRow } from './planSheet.ts'

const sound: SheetRow = { Metric: 'CSAT', Target: '>= 85%', Owner: 'Ann', 'Reviewed on': TODAY }
const told = (row: SheetRow) => toldOf(targets, { ...sound, ...row })

test('nothing is said of a target that is owned, reviewed and counts what its metric counts', () => {
  expect(told({})).toEqual([])
})

describe('a target', () => {
  test('that is blank is told', () => {
    expect(told({ Target: null })).toEqual(['It has no target yet.'])
    expect(told({ Target: '  ' })).toEqual(['It has no target yet.'])
  })

  test('may be missing for a word of one’s own that is defined, such as quality', () => {
    expect(told({ Metric: 'Quality', Target: null, Definition: 'It lasts ten years.' })).toEqual([])
    expect(told({ Metric: 'Quality', Target: null })).toEqual(['It has no target yet.'])
    expect(told({ Metric: 'csat', Target: null, Definition: 'Share of the satisfied.' })).toEqual([
      'It has no target yet.',
    ])
  })

  test('of a share that is a plain number would mislead, above 1 only', () => {
    expect(told({ Target: 85 })).toEqual([
      'Its target is 85, but CSAT is a share: write the target in per cent, such as 85%.',
    ])
    expect(told({ Target: '85' })).toEqual([
      'Its target is 85, but CSAT is a share: write the target in per cent, such as 85%.',
    ])
    expect(told({ Target: 1 })).toEqual([])
    expect(told({ Target: 0.85 })).toEqual([])
  })

  test('of points that is a share is told, and one in another time too', () => {
    expect(told({ Metric: 'NPS', Target: '50%' })).toEqual([
      'Its target is 50%, but NPS is no share: write the target without %.',
    ])
    expect(told({ Metric: 'NPS', Target: '< 5 min' })).toEqual([
      'Its target is < 5 min, but NPS is no time: write the target without a unit of time.',
    ])
    expect(told({ Metric: 'RESPONSE_TIME', Target: '2 days' })).toEqual([
      'Its target is 2 days, but RESPONSE_TIME counts hours: write the target in hours too.',
    ])
    expect(told({ Metric: 'RESPONSE_TIME', Target: '< 5 min' })).toEqual([])
  })

  test('that cannot be read is told with how to write it', () => {
    expect(told({ Target: 'good' })).toEqual([
      expect.stringMatching(/^Its .*good.*write it like ">= 95%", "< 2\.5", "60%-70%" or "under 5 min"\.$/),
    ])
  })

  test('of a metric of one’s own may be anything', () => {
    expect(told({ Metric: 'Happy hours', Target: 'many' })).toEqual([])
  })
})

describe('a change', () => {
  test('without a reason is told, and one with a reason is not', () => {
    expect(told({ 'Old target': '>= 80%' })).toEqual(['Changed from >= 80% without a reason. Note why.'])
    expect(told({ 'Old target': '>= 80%', Why: ' ' })).toEqual(['Changed from >= 80% without a reason. Note why.'])
    expect(told({ 'Old target': '>= 80%', Why: 'Two teams were joined.' })).toEqual([])
    expect(told({ Why: 'Set by the board.' })).toEqual([])
  })

  test('through the form keeps the old target and the day', () => {
    const [row] = planRows(targets, sound)
    expect(trailCells(targets, row!, { Target: '>= 90%' }, TODAY)).toEqual({
      'Old target': '>= 85%',
      'Changed on': TODAY,
      Why: null,
    })
  })

  test('again keeps the reason with the target that it was for, so that a new one is asked for', () => {
    const [row] = planRows(targets, { ...sound, 'Old target': '>= 80%', Why: 'Set by the board.' })
    expect(trailCells(targets, row!, { Target: '>= 90%' }, TODAY)).toEqual({
      'Old target': '>= 85% (Set by the board.)',
      'Changed on': TODAY,
      Why: null,
    })
  })

  test('of a number keeps it as text, as the others are', () => {
    const [row] = planRows(targets, { ...sound, Target: 0.85 })
    expect(trailCells(targets, row!, { Target: null }, TODAY)).toEqual({
      'Old target': '0.85',
      'Changed on': TODAY,
      Why: null,
    })
  })

  test.each([
    ['of another column', sound, { Owner: 'Ben' }],
    ['from none', { ...sound, Target: null }, { Target: '>= 90%' }],
    ['from none that a formula shows', { ...sound, Target: '' }, { Target: '>= 90%' }],
  ])('%s leaves no trail', (_, row, cells) => {
    expect(trailCells(targets, planRows(targets, row)[0]!, cells, TODAY)).toEqual({})
  })

  test('is none in a new row, and leaves no trail in a plan that keeps none', () => {
    expect(trailCells(targets, null, { Target: '>= 90%' }, TODAY)).toEqual({})
    const [kpi] = planRows(kpis, { KPI: 'A', Target: '>= 85%' })
    expect(trailCells(kpis, kpi!, { Target: '>= 90%' }, TODAY)).toEqual({})
  })
})

describe('owner and review', () => {
  test('are told of a target as of every row', () => {
    expect(told({ Owner: null })).toEqual(['Nobody owns it.'])
    expect(told({ 'Reviewed on': null })).toEqual(['It has never been reviewed.'])
  })

  test.each([
    [90, null, ''],
    [91, null, 'Last reviewed 91 days ago.'],
    [30, 30, ''],
    [31, 30, 'Last reviewed 31 days ago.'],
    [91, 365, ''],
    [-1, null, ''],
    [-2, null, 'Its last review, 2026-03-19, is still to come.'],
  ])('a review %i days ago, every %s days: %s', (ago, every, sentence) => {
    expect(told({ 'Reviewed on': TODAY - ago, Every: every }).join()).toBe(sentence)
  })
})

describe('two rows', () => {
  test('for the same metric and segment are told, in whichever case', () => {
    expect(
      toldOfAll(targets, [
        { Metric: 'CSAT', Segment: 'chat' },
        { Metric: 'csat', Segment: ' Chat ' },
      ]),
    ).toEqual(['Rows 2 and 3 are both for CSAT, chat. Keep one: the first is used.'])
  })

  test('for all segments are told by the metric alone', () => {
    expect(toldOfAll(targets, [{ Metric: 'NPS' }, { Metric: 'CSAT' }, { Metric: 'NPS' }])).toEqual([
      'Rows 2 and 4 are both for NPS. Keep one: the first is used.',
    ])
  })

  test('that differ in metric or segment, or have no metric, are fine', () => {
    expect(
      toldOfAll(targets, [
        { Metric: 'CSAT' },
        { Metric: 'CSAT', Segment: 'chat' },
        { Metric: 'CES', Segment: 'chat' },
        { Segment: 'phone', Owner: 'Ann' },
        { Segment: 'phone', Owner: 'Ann' },
      ]),
    ).toEqual([])
  })

  test('are told apart where the words only look the same run together', () => {
    expect(
      toldOfAll(targets, [
        { Metric: 'A', Segment: 'B, C' },
        { Metric: 'A, B', Segment: 'C' },
      ]),
    ).toEqual([])
  })

  test('and a third one are all for it', () => {
    expect(toldOfAll(targets, [{ Metric: 'NPS' }, { Metric: 'NPS' }, { Metric: 'NPS' }])).toEqual([
      'Rows 2, 3 and 4 are all for NPS. Keep one: the first is used.',
    ])
  })
})
