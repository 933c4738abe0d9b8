import { describe, expect, test } from 'vitest'
import { kpis as pilotKpis } from '../../../core/plans/gallery/kpis.ts'
import { pilot } from '../../../core/plans/gallery/pilot.ts'
import { caseName, caseOf, caseSheet, textOfCase, type CaseCard } from '../../../core/plans/pilot/caseCard.ts'
import { changeText, outcomeOf } from '../../../core/plans/pilot/outcome.ts'
import {
  comingMonday,
  datesText,
  pilotRequest,
  pilotThere,
  planningProblem,
  type Planned,
} from '../../../core/plans/pilot/planning.ts'
import { settingChanges, settingsOf } from '../../../core/plans/pilot/settings.ts'
import { filtersOf, overallFindings, sheetOf } from '../../../core/plans/plan.ts'
import { putBack } from '../../../core/plans/putBack.ts'
import { readRows } from '../../../core/plans/reading.ts'
import { contentOf } from '../../../core/sheet/rows.ts'
import { expectClose } from '../../close.ts'
import { layout, written } from './matrixSheet.ts'
import { sheetWith } from './ownTable.ts'
import { aboutToday, planRows, toldOf, toldOfAll, TODAY, type SheetRow } from './planSheet.ts'

const sound: SheetRow = {
  Week: 'Week 6',
  Phase: 'pilot',
  'Begins on': TODAY - 7,
  Product: 0.6,
  Service: 0.7,
  Update: 'Two hours saved.',
  Owner: 'Ann',
}
const told = (row: SheetRow = {}) => toldOf(pilot, { ...sound, ...row })

describe('a week', () => {
  test('that is over, measured and told leaves nothing to say', () => {
    expect(told()).toEqual([])
    expect(told({ Product: 0, Service: -3 })).toEqual([])
  })

  test('that is over has a number on both paths', () => {
    expect(told({ Service: null })).toEqual(['Week 6 has no number on the service path. Type what the KPI was.'])
    expect(told({ Product: '  ' })).toEqual(['Week 6 has no number on the product path. Type what the KPI was.'])
    expect(told({ Service: null, Phase: 'baseline', Week: 'Baseline 2', Update: null })).toEqual([
      'Baseline 2 has no number on the service path. Type what the KPI was.',
    ])
  })

  test('that is not over owes nothing yet', () => {
    const open = { Product: null, Service: null, Update: null }
    expect(told({ ...open, 'Begins on': TODAY - 6 })).toEqual([])
    expect(told({ ...open, 'Begins on': TODAY - 6.5 })).toHaveLength(3)
    expect(told({ ...open, 'Begins on': TODAY + 60 })).toEqual([])
  })

  test('of the pilot has a line of news, one before it needs none', () => {
    expect(told({ Update: null })).toEqual(['Week 6 has no update. Write in a line what was done and seen.'])
    expect(told({ Update: null, Phase: 'Pilot' })).toHaveLength(1)
    expect(told({ Update: null, Phase: 'baseline' })).toEqual([])
  })

  test('has numbers that are numbers', () => {
    expect(told({ Service: '70 %', 'Begins on': TODAY })).toEqual([
      'Week 6 has “70 %” on the service path, which is no number. Type it again as one.',
    ])
  })

  test('that has not begun cannot have one', () => {
    expect(told({ 'Begins on': TODAY + 2, Product: null })).toEqual([
      'Week 6 has a number on the service path and has not begun. Look at its day.',
    ])
    // Where a colleague lives it may be tomorrow already.
    expect(told({ 'Begins on': TODAY + 1 })).toEqual([])
  })

  test('has a day on which it begins, and a phase', () => {
    expect(told({ 'Begins on': null })).toEqual(['Week 6 has no day on which it begins. Type it, such as 2026-03-02.'])
    expect(told({ 'Begins on': '2 March' })).toEqual([
      'Week 6 begins on “2 March”, which is no date. Type it again, such as 2026-03-02.',
    ])
    expect(told({ 'Begins on': 6 })).toEqual([
      'Week 6 begins on “6”, which is no date. Type it again, such as 2026-03-02.',
    ])
    expect(told({ Phase: null, Week: null, Update: null })).toEqual([
      'It belongs to no phase: choose baseline or pilot.',
    ])
    expect(told({ Owner: null })).toEqual(['Nobody owns it.'])
  })

  test('without a name is called by its row', () => {
    expect(told({ Week: null, Update: null })).toEqual(['Row 2 has no update. Write in a line what was done and seen.'])
  })
})

test('the filters of the list say what is lacking', () => {
  expect(filtersOf(pilot)).toEqual(['no day', 'no number', 'no update', 'no owner'])
})

/** Weeks that begin so many days from today, with a number on both paths. */
const weeks = (...days: readonly number[]): SheetRow[] =>
  days.map((day, i) => ({ ...sound, Week: `Week ${i + 1}`, 'Begins on': TODAY + day }))

describe('weeks together', () => {
  const baseline = [-35, -28].map((day, i): SheetRow => ({
    ...sound,
    Week: `Baseline ${i + 1}`,
    Phase: 'baseline',
    'Begins on': TODAY + day,
  }))
  const all = (...rows: readonly SheetRow[]) => toldOfAll(pilot, [...baseline, ...rows])

  const decide = 'decide on the target, and note the old one and why in Targets.'
  test.each([
    [8, `Ends in 14 days: ${decide}`],
    [3, `Ends in 9 days: ${decide}`],
    [-5, `Ends in 1 day: ${decide}`],
    [-6, `Ends today: ${decide}`],
    [-7, `Ended 1 day ago: ${decide} Then write what was decided as the lesson of Week 1.`],
    [-100, `Ended 94 days ago: ${decide} Then write what was decided as the lesson of Week 1.`],
  ])('end with the week that begins %i days from today', (day, sentence) => {
    const [week] = weeks(day)
    expect(toldOfAll(pilot, [week!])).toEqual([sentence])
    const decided = toldOfAll(pilot, [{ ...week!, Lesson: 'Kept.' }])
    expect(decided).toEqual(day < -6 ? [] : [sentence])
  })

  test('are not yet to be decided on fifteen days before their end', () => {
    expect(toldOfAll(pilot, weeks(9))).toEqual([])
  })

  test('follow each other without a gap, whatever their order in the sheet', () => {
    const lesson = { Lesson: 'x' }
    const rows = weeks(-21, -14, -7).map((row) => ({ ...row, ...lesson }))
    expect(all(...rows)).toEqual([])
    expect(toldOfAll(pilot, [...rows, ...baseline].reverse())).toEqual([])
    expect(all(rows[0]!, rows[2]!)).toEqual([
      'No week begins between 2026-02-24 and 2026-03-10: add what is missing, or look at both days.',
    ])
    expect(all(rows[0]!, { ...rows[1]!, 'Begins on': TODAY - 21 })).toEqual([
      'Week 1 and Week 2 begin on the same day, 2026-02-24. Give each its own.',
    ])
    expect(all(rows[0]!, { ...rows[1]!, 'Begins on': TODAY - 18 })).toEqual([
      'Week 1 and Week 2 begin 3 days apart, and a week has 7. Look at both days.',
    ])
    expect(all(rows[0]!, { ...rows[1]!, 'Begins on': '24 March' })).toEqual([])
  })

  test('are named once each', () => {
    const rows = weeks(-21, -14).map((row) => ({ ...row, Lesson: 'x', Week: 'week 1' }))
    expect(all(...rows)).toEqual(['Rows 4 and 5 are both week 1. Name each week once.'])
  })

  test('of the baseline lie before the pilot', () => {
    const [first, second] = weeks(-42, -21).map((row) => ({ ...row, Lesson: 'x' }))
    expect(toldOfAll(pilot, [first!, ...baseline, second!])).toEqual([
      'Baseline 1 is baseline and begins after the pilot has: it would mix before and after.',
      'Baseline 2 is baseline and begins after the pilot has: it would mix before and after.',
    ])
  })

  test('tell when what was before is too little', () => {
    const rows = weeks(-21, -14, -7).map((row) => ({ ...row, Lesson: 'x' }))
    const sentence = 'The effect waits for two baseline weeks with a number on both paths. Fill in what you still can.'
    expect(toldOfAll(pilot, rows)).toEqual([sentence])
    expect(toldOfAll(pilot, [{ ...baseline[0]!, Product: 'x' }, baseline[1]!, ...rows])).toEqual([sentence])
    expect(toldOfAll(pilot, rows.slice(0, 1))).toEqual([])
    expect(toldOfAll(pilot, [])).toEqual([])
  })
})

const empty = contentOf(sheetOf(pilot, layout))
const planned: Planned = { kpi: 'CSAT', target: '>= 85%', changed: 'service', start: '2026-03-23', owner: ' Ann ' }

describe('the wizard', () => {
  test('starts on a Monday that is not past', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((day) => comingMonday(TODAY + day) - TODAY)).toEqual([6, 6, 6, 6, 6, 6, 6, 13])
    expect(comingMonday(46083)).toBe(46083)
  })

  test('says which days it takes', () => {
    expect(datesText(46083)).toBe('4 weeks before it from 2026-02-02, 13 weeks with the change until 2026-05-31.')
  })

  test.each<[Partial<Planned>, string, string]>([
    [{ kpi: ' ' }, 'kpi', 'Say which KPI is to move.'],
    [{ target: '' }, 'target', 'Say what is to be reached, such as >= 85% or < 5 min.'],
    [
      { target: 'more joy' },
      'target',
      'The target “more joy” cannot be read: write it like ">= 95%", "< 2.5", "60%-70%" or "under 5 min".',
    ],
    [{ target: '85' }, 'target', 'Its target is 85, but CSAT '],
    [{ changed: '' }, 'changed', 'Say which path is changed: the other one is compared with it.'],
    [{ start: '' }, 'start', 'Say on which day the pilot starts.'],
    [{ start: 'soon' }, 'start', 'The start “soon” is no date. Type one, such as 2026-03-01.'],
    [{ start: '3/4/2026' }, 'start', 'The start “3/4/2026” may be 2026-04-03 or 2026-03-04: type it like that.'],
  ])('asks for what is missing: %o', (cells, field, text) => {
    const kpis = planRows(pilotKpis, { KPI: 'csat', Metric: 'CSAT' })
    const problem = planningProblem({ ...planned, ...cells }, kpis)
    expect(problem?.field).toBe(field)
    expect(problem?.text.slice(0, text.length)).toBe(text)
  })

  test('takes a KPI of one’s own, and a target of any kind that can be read', () => {
    expect(planningProblem(planned, null)).toBeNull()
    expect(planningProblem({ ...planned, kpi: 'Joy', target: 'under 5 min' }, [])).toBeNull()
  })

  test('writes seventeen dated weeks and what it is about, in one request', () => {
    const request = pilotRequest(pilot, empty, planned)
    const content = written(empty, request)
    const rows = readRows(pilot, content)
    expect(rows.map(({ values }) => [values['Week'], values['Phase'], values['Begins on'], values['Owner']])).toEqual([
      ...[4, 3, 2, 1].map((before, i) => [`Baseline ${i + 1}`, 'baseline', 46104 - 7 * before, 'Ann']),
      ...Array.from({ length: 13 }, (_, i) => [`Week ${i + 1}`, 'pilot', 46104 + 7 * i, 'Ann']),
    ])
    expect(settingsOf(content)).toEqual({ kpi: 'CSAT', target: '>= 85%', changed: 'service', missing: [] })
    expect(overallFindings(pilot, rows, aboutToday())).toEqual([])
  })

  test('leaves out an owner that is not named', () => {
    const rows = readRows(pilot, written(empty, pilotRequest(pilot, empty, { ...planned, owner: ' ' })))
    expect(rows.map(({ values }) => values['Owner'])).toEqual(rows.map(() => null))
  })

  test('refuses where a pilot is already, and says how to keep it and begin another', () => {
    const content = written(empty, pilotRequest(pilot, empty, planned))
    expect(pilotThere([], empty)).toBe('')
    expect(pilotThere(readRows(pilot, content), content)).toBe(
      'A pilot for CSAT is planned here already since 2026-03-23. To begin another, rename its sheet, for example to “Pilot 2026-03”: it stays as it is, with all its weeks and formulas. Then choose “Start anew without them”.',
    )
    expect(pilotThere(planRows(pilot, { Week: 'x' }), empty)).toMatch(
      /^A pilot is planned here already\. .*“Pilot before”/,
    )
  })
})

describe('what a pilot is about', () => {
  const titles = (...line: readonly string[]) => sheetWith(['Week', 'Id', '', ...line])

  test('is found by its labels, wherever they stand, and in whichever words the values are', () => {
    expect(settingsOf(titles('Changed path', ' Service ', 'More', 'KPI', 'Target', 'Target', '85%'))).toEqual({
      kpi: 'Target',
      target: '85%',
      changed: 'service',
      missing: [],
    })
  })

  test('may have lost its labels, which is told, and is written anew at the end', () => {
    const content = titles('KPI', 'CSAT')
    expect(settingsOf(content)).toEqual({ kpi: 'CSAT', target: '', changed: '', missing: ['Target', 'Changed path'] })
    const changes = settingChanges(content, { kpi: 'NPS', target: '50', changed: 'product' })
    expect(changes).toEqual([
      { column: 4, seen: 'CSAT', title: 'NPS' },
      { column: 5, seen: '', title: 'Target' },
      { column: 6, seen: '', title: '50' },
      { column: 7, seen: '', title: 'Changed path' },
      { column: 8, seen: '', title: 'product' },
    ])
    expect(settingChanges(sheetWith(['Week', 'Id']), planned).map(({ column }) => column)).toEqual([3, 4, 5, 6, 7, 8])
  })

  test('comes back with a sheet that was deleted', () => {
    const content = written(empty, pilotRequest(pilot, empty, planned))
    expect(settingsOf(contentOf(putBack(pilot, content, layout)))).toMatchObject({ kpi: 'CSAT', changed: 'service' })
  })
})

/** By hand: service 0.7 before, 0.8 with the change; product 0.6 and 0.64. The effect is 0.1 - 0.04. */
const measured = (...[product, service]: readonly (readonly (number | null)[])[]): SheetRow[] =>
  product!.map((number, i) => ({
    Week: i < 4 ? `Baseline ${i + 1}` : `Week ${i - 3}`,
    Phase: i < 4 ? 'baseline' : 'pilot',
    'Begins on': TODAY - 70 + 7 * i,
    Product: number,
    Service: service![i]!,
    Lesson: i === 5 ? 'Two replies a day are enough' : null,
  }))
const PRODUCT = [0.58, 0.62, 0.59, 0.61, 0.63, 0.65, 0.64, 0.64]
const SERVICE = [0.68, 0.72, 0.69, 0.71, 0.78, 0.82, 0.79, 0.81]
const settings = { kpi: 'CSAT', target: '>= 85%', changed: 'service' }
const rows = planRows(pilot, ...measured(PRODUCT, SERVICE))
const card = (given = settings, of = rows, today = TODAY, kpis = planRows(pilotKpis, { KPI: 'x' })): CaseCard => {
  const made = caseOf(of, given, kpis, today)
  if (typeof made === 'string') throw new Error(made)
  return made
}

describe('the case card', () => {
  test('says in words and numbers what was before and after, the effect, and whether the target was reached', () => {
    expect(textOfCase(card())).toBe(
      [
        'CSAT on the service path',
        '2026-02-03 to 2026-03-02, 4 weeks.',
        '',
        'Before and after',
        '- Service (changed): 70.0% before, 80.0% with the change, +10.0 points.',
        '- Product (compared): 60.0% before, 64.0% with the change, +4.0 points.',
        '- Effect beyond what came on the product path: +6.0 points (95% limits +2.4 points to +9.6 points), clear increase.',
        '- Target >= 85%: not reached. The weeks with the change have 80.0% on average, Week 4 has 81.0%.',
        '',
        'Lessons',
        '- Week 2: Two replies a day are enough',
        '',
        'What it cannot say',
        '- It was not drawn by lot who got the change: whatever else changed on the service path alone in that time counts as effect too.',
        '- Both paths are taken to have gone on alike without the change. What reached the product path too makes the effect look smaller.',
        '- 4 weeks before and 4 with the change are few, and weeks that follow each other are alike: the limits are likely too narrow.',
      ].join('\n'),
    )
  })

  test('has the same effect as by hand, with the limits of Welch', () => {
    const { effect } = card().outcome
    // By scipy: error 0.016329931618554522, 10.10526315789474 degrees of freedom, t 2.224996804820333.
    expectClose([effect!.size, effect!.low, effect!.high], [0.06, 0.023665954325781655, 0.09633404567421834], 1e-9)
    expect(effect!.verdict).toBe('clear increase')
  })

  test('turns round with the path that is said to have changed', () => {
    const turned = card({ ...settings, changed: 'product' })
    expectClose(turned.outcome.effect!.size, -0.06, 1e-12)
    expect(turned.effect).toContain('on the service path: −6.0 points')
    expect(turned.effect).toContain('clear decrease')
  })

  test.each([
    ['>= 75%', 'reached'],
    ['>= 80%', 'reached'],
    ['< 90%', 'reached'],
    ['>= 85%', 'not reached'],
    ['< 70%', 'not reached'],
  ])('judges the target %s: %s', (target, said) => {
    expect(card({ ...settings, target }).target).toMatch(new RegExp(`^Target ${target}: ${said}\\. `))
  })

  test('takes the way that is better from KPIs where the target does not say it', () => {
    const kpis = planRows(pilotKpis, { KPI: 'Loss', Metric: 'CHURN_RATE', Better: 'lower' })
    expect(card({ ...settings, kpi: 'loss', target: '70%' }, rows, TODAY, kpis).target).toContain('not reached')
    expect(card({ ...settings, kpi: 'loss', target: '90%' }, rows, TODAY, kpis).target).toContain('reached')
    expect(card({ ...settings, kpi: 'loss', target: '>= 75%' }, rows, TODAY, kpis).target).toContain('75%: reached')
  })

  test('says why a target is not judged', () => {
    expect(card({ ...settings, target: '' }).target).toBe('Target: not judged. No target is noted beside the table.')
    expect(card({ ...settings, target: 'more joy' }).target).toMatch(
      /^Target more joy: not judged\. Target “more joy” cannot be read/,
    )
    const none = planRows(pilot, ...measured([0.6, 0.6], [0.7, 0.7]), {
      Week: 'Week 1',
      Phase: 'pilot',
      'Begins on': TODAY,
    })
    expect(card(settings, none).target).toBe('Target >= 85%: not judged. No week has a number on the service path yet.')
  })

  test('of a pilot that runs says so, and tells no effect before there are two weeks of each', () => {
    const early = planRows(pilot, ...measured([0.6, 0.6, 0.6, 0.6, 0.6], [0.7, 0.7, 0.7, 0.7, 0.8]), {
      Week: 'Week 2',
      Phase: 'pilot',
      'Begins on': TODAY,
    })
    const made = card(settings, early)
    expect(made.time).toBe('2026-02-03 to 2026-03-23. It still runs: 1 of 2 weeks are over.')
    expect(made.effect).toBe(
      'No effect can be told: both paths need two weeks with a number before and two with the change.',
    )
    expect(made.limits).toHaveLength(2)
  })

  test('counts in the unit of its KPI', () => {
    const kpis = planRows(pilotKpis, { KPI: 'Reply', Metric: 'RESPONSE_TIME' })
    const hours = planRows(pilot, ...measured([5, 5, 5, 5, 5, 5], [4, 4, 4, 4, 2, 3]))
    const made = card({ kpi: 'Reply', target: '< 5 min', changed: 'service' }, hours, TODAY, kpis)
    expect(made.changes[0]).toBe('Service (changed): 4.00 h before, 2.50 h with the change, −1.50 h.')
    expect([changeText(-0.125, { unit: 'fraction' }), changeText(3, {})]).toEqual(['−12.5 points', '+3'])
  })

  test.each([
    [[], settings, 'No week of the pilot has a day yet. Plan the pilot first.'],
    [
      rows,
      { ...settings, missing: ['Target'] },
      'The first row of the sheet has no “Target” any more, right of the table. Type it again, and beside it what it is.',
    ],
    [
      rows,
      { ...settings, changed: 'both' },
      'The sheet does not say which path was changed. Type product or service beside “Changed path” in its first row.',
    ],
  ])('is not written where too little is known', (of, given, sentence) => {
    expect(caseOf(of, given, null, TODAY)).toBe(sentence)
  })

  test('is drawn as values on one sheet of its own, the weeks in their order', () => {
    const drawn = caseSheet(card(), [...rows].reverse(), null)
    expect([drawn.name, caseName([])]).toEqual(['Case 2026-02-03', 'Case card'])
    const at = (row: number, column: number) => drawn.cells.find((one) => one.row === row && one.column === column)
    expect(drawn.cells.map(({ cell }) => typeof cell)).not.toContain('object')
    expect([at(4, 0)?.cell, at(5, 0)?.cell, at(6, 0)?.cell]).toEqual([
      'Service (changed)',
      'Product (compared)',
      'Effect',
    ])
    expect(at(3, 3)?.cell).toBe('Points')
    expectClose([at(4, 3)?.cell, at(5, 3)?.cell, at(6, 3)?.cell], [10, 4, 6], 1e-12)
    expect([at(9, 0)?.cell, at(16, 0)?.cell]).toEqual(['Baseline 1', 'Week 4'])
    expect([at(9, 1), at(9, 2)]).toMatchObject([{ cell: 0.68, format: '0.0%' }, { cell: 0.58 }])
    expect(drawn.charts).toMatchObject([
      { labels: 'A10:A17', series: [{ title: 'Service (changed)', cells: 'B10:B17' }, { cells: 'C10:C17' }] },
    ])
    const words = drawn.cells.map(({ cell }) => cell)
    for (const heading of ['In words', 'Lessons', 'What it cannot say']) expect(words).toContain(heading)
  })

  test('has no line too long for the sheet, and loses no word', () => {
    const long = Array.from({ length: 80 }, (_, i) => `word${i}`).join(' ')
    const wordy = planRows(pilot, ...measured(PRODUCT, SERVICE).map((row) => ({ ...row, Lesson: long })))
    const lines = caseSheet(card(settings, wordy), wordy, null).cells.flatMap(({ cell, column }) =>
      column === 0 && typeof cell === 'string' ? [cell] : [],
    )
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(130)
    expect(lines.join(' ').split('word79').length - 1).toBe(8)
  })
})

test('outcomes need a path', () => {
  expect(outcomeOf(rows, { ...settings, changed: '' }, null)).toBeNull()
})
