import { describe, expect, test } from 'vitest'
import { experiments } from '../../../core/plans/gallery/experiments.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { libraryChanges, libraryId } from '../../../core/plans/libraryRows.ts'
import { experimentSets } from '../../../core/plans/libraries/experiments.ts'
import { columnOf, filtersOf, findingsOf } from '../../../core/plans/plan.ts'
import { layout } from './matrixSheet.ts'
import { aboutToday, planRows, toldOf, toldOfAll, TODAY, type SheetRow } from './planSheet.ts'

/** A test that was planned, reached its size, and was read and decided. */
const sound: SheetRow = {
  Hypothesis: 'Half the fields',
  Type: 'a/b test',
  Path: 'product',
  Metric: 'Sign-ups',
  Guardrail: 'Refunds',
  Baseline: 0.2,
  'Smallest effect': 0.25,
  'Rate to find': 0.25,
  'Needed each': 1094,
  'Traffic a day': 400,
  Days: 7,
  Start: TODAY - 12,
  End: TODAY - 5,
  'Visitors A': 1100,
  'Conversions A': 220,
  'Visitors B': 1105,
  'Conversions B': 300,
  Split: 'even',
  Effect: 0.07,
  Verdict: 'b is better',
  Decision: 'ship',
  Learning: 'Fewer fields, more sign-ups.',
  Owner: 'Ann',
}
const told = (row: SheetRow = {}, about = aboutToday()) => toldOf(experiments, { ...sound, ...row }, about)
/** It runs still, and nothing is decided. */
const running: SheetRow = {
  Start: TODAY - 3,
  End: TODAY + 4,
  Decision: null,
  Learning: null,
  Verdict: null,
  Effect: null,
}
const half: SheetRow = { 'Visitors A': 340, 'Conversions A': 60, 'Visitors B': 380, 'Conversions B': 80 }
const aid: SheetRow = {
  Type: 'Intervention',
  Baseline: null,
  'Smallest effect': null,
  'Rate to find': null,
  'Needed each': null,
  'Visitors A': null,
  'Conversions A': null,
  'Visitors B': null,
  'Conversions B': null,
  Split: null,
  Before: 0.2,
  After: 0.3,
  'Compared before': 0.2,
  'Compared after': 0.22,
  Verdict: null,
}

describe('nothing is said', () => {
  test('of an experiment that was planned, read in time, decided and learned from', () => {
    expect(told()).toEqual([])
  })

  test('of one that runs, or is planned for later', () => {
    expect(told({ ...running, ...half, Verdict: 'too early: 340 of 1094 each' })).toEqual([])
    const none = { 'Visitors A': null, 'Conversions A': null, 'Visitors B': null, 'Conversions B': null }
    expect(told({ ...running, ...none, Start: TODAY + 3, End: TODAY + 10 })).toEqual([])
  })

  test('of an aid with what it is compared with', () => {
    expect(told(aid)).toEqual([])
  })
})

test('a broken split is red, in whichever case it is written', () => {
  const broken = {
    'Visitors A': 10233,
    'Visitors B': 9767,
    Split: 'Broken',
    Verdict: 'split is broken',
    Decision: 'repeat',
  }
  const [row] = planRows(experiments, { ...sound, ...broken })
  expect(findingsOf(experiments, row!, aboutToday())).toEqual([
    {
      level: 'red',
      filter: 'impossible',
      text: 'The split is broken: 10,233 saw A and 9,767 saw B, where half each was planned. Find out why before you read anything from it.',
    },
  ])
})

describe('counts that cannot be', () => {
  test.each<[SheetRow, string]>([
    [{ 'Conversions A': 1101 }, 'More conversions than visitors in A: 1,101 of 1,100. Count each visitor once.'],
    [{ 'Conversions B': 2000 }, 'More conversions than visitors in B: 2,000 of 1,105. Count each visitor once.'],
    [{ 'Visitors B': 1105.5 }, 'Its visitors B are 1105.5: type how many people they were, a whole number from 0.'],
    [{ 'Conversions A': -3 }, 'Its conversions A are -3: type how many people they were, a whole number from 0.'],
    [{ 'Visitors A': '1,1k' }, 'Its visitors A, “1,1k”, are no number. Type them again as one.'],
  ])('%o: %s', (cells, sentence) => {
    // What the formulas show of such counts is nothing.
    const [row] = planRows(experiments, { ...sound, Verdict: null, Effect: null, Decision: null, ...cells })
    expect(findingsOf(experiments, row!, aboutToday())[0]).toMatchObject({ level: 'red', text: sentence })
  })

  test('all of them and none of them can be', () => {
    expect(
      told({ 'Conversions A': 1100, 'Conversions B': 1105, Verdict: 'no clear difference', Decision: 'drop' }),
    ).toEqual([])
    expect(told({ 'Conversions A': 0, 'Conversions B': 0, Verdict: 'no clear difference', Decision: 'drop' })).toEqual(
      [],
    )
  })
})

describe('the plan of an experiment', () => {
  test('names what is to move and what must not get worse', () => {
    expect(told({ Metric: null, Guardrail: ' ' })).toEqual([
      'It does not say what is to move: name a metric.',
      'No guardrail: name what must not get worse meanwhile, such as complaints or refunds.',
    ])
  })

  test.each<[SheetRow, string]>([
    [{ Baseline: null }, 'No size is planned: fill in the baseline as a share, or chance decides when to stop.'],
    [
      { Baseline: 'a fifth', 'Smallest effect': null },
      'No size is planned: fill in the baseline and the smallest effect as a share, or chance decides when to stop.',
    ],
    [{ Baseline: 20 }, 'Its baseline is 2000%: a rate that can be tested lies between 0% and 100%.'],
    [{ Baseline: 0 }, 'Its baseline is 0%: a rate that can be tested lies between 0% and 100%.'],
    [
      { 'Smallest effect': 0 },
      'Its smallest effect is 0: no number of visitors finds that. Type the least that is worth having.',
    ],
    [
      { 'Smallest effect': 0.9, 'Counted in': 'Points' },
      'Its rate to find is 110%, which cannot be. See whether the smallest effect is relative or in points.',
    ],
    [
      { 'Smallest effect': -0.3, 'Counted in': 'points' },
      'Its rate to find is -10%, which cannot be. See whether the smallest effect is relative or in points.',
    ],
    [
      { 'Smallest effect': 3 },
      'Its rate to find is 80%, more than three times the baseline. See whether the smallest effect is relative or in points.',
    ],
  ])('has a size: %o', (cells, sentence) => {
    expect(told({ ...cells, 'Needed each': null })).toEqual([sentence])
  })

  test.each([
    [0.7, 0.3, 'points'],
    [0.2, -0.2, 'points'],
    [0.2, 2, 'relative'],
    [1, -0.2, ''],
  ])('may look from %f for %f %s', (base, effect, unit) => {
    expect(told({ Baseline: base, 'Smallest effect': effect, 'Counted in': unit })).toEqual([])
  })

  test('runs for a week at least', () => {
    expect(told({ ...running, ...half, Start: TODAY - 1, End: TODAY + 2 })).toEqual([
      'It runs 3 days: run a full week at least, since weekdays differ.',
    ])
    expect(told({ ...running, ...half, Start: TODAY - 1, End: TODAY })).toEqual([
      'It runs 1 day: run a full week at least, since weekdays differ.',
    ])
    expect(told({ ...running, ...half, Start: TODAY - 1, End: TODAY + 6 })).toEqual([])
    expect(told({ ...running, ...half, Start: TODAY + 9, End: TODAY + 4 })).toEqual([
      'It ends before it starts. Look at both days.',
    ])
  })

  test('starts on a day that is one', () => {
    expect(told({ ...running, ...half, Start: '12 May', End: null })).toEqual([
      'It starts on “12 May”, which is no date. Type it again, such as 2026-03-02.',
    ])
    expect(told({ ...running, ...half, Start: null, End: null })).toEqual([])
  })

  test('has somebody who owns it', () => {
    expect(told({ Owner: null })).toEqual(['Nobody owns it.'])
  })
})

describe('a guardrail that is a KPI', () => {
  const about = aboutToday({
    KPIs: [
      { KPI: 'REFUNDS', Status: 'red' },
      { KPI: 'Complaints', Status: 'green' },
    ],
  })
  const sentence = 'Its guardrail “Refunds” is red in KPIs: see whether the experiment does that, and stop it if so.'

  test('is told while it is red and the experiment runs', () => {
    expect(told({ ...running, ...half }, about)).toEqual([sentence])
    expect(told({ ...running, ...half, Guardrail: 'Complaints' }, about)).toEqual([])
    expect(told({ ...running, ...half, Guardrail: 'Trust' }, about)).toEqual([])
  })

  test('is not asked before it starts, nor after it was decided, nor where there are no KPIs', () => {
    expect(told({ ...running, ...half, Start: TODAY + 1, End: TODAY + 8 }, about)).toEqual([])
    expect(told({}, about)).toEqual([])
    expect(told({ ...running, ...half })).toEqual([])
  })
})

describe('an end that has passed', () => {
  const ended: SheetRow = { Decision: null, Learning: null, Verdict: 'too early: 340 of 1094 each', Effect: null }

  test('before the size was reached leaves two ways', () => {
    expect(told({ ...ended, ...half, 'Needed each': 1200 })).toEqual([
      'Ended 5 days ago with 340 of 1,200 each: run on, or call it undecided.',
    ])
    expect(told({ ...ended, ...half, End: TODAY - 1 })).toEqual([
      'Ended 1 day ago with 340 of 1,094 each: run on, or call it undecided.',
    ])
    expect(told({ ...ended, ...half, End: TODAY })).toEqual([])
    expect(told({ ...ended, ...half, 'Visitors B': null, 'Conversions B': null })).toEqual([
      'Ended 5 days ago with 0 of 1,094 each: run on, or call it undecided.',
    ])
  })

  test('is undecided by the word for it', () => {
    expect(told({ ...ended, ...half, Decision: 'Repeat', Learning: 'Too little traffic.' })).toEqual([])
  })

  test('without a number asks for them', () => {
    const none = { 'Visitors A': null, 'Conversions A': null, 'Visitors B': null, 'Conversions B': null }
    expect(told({ ...ended, ...none, Verdict: null })).toEqual([
      'Ended 5 days ago without its numbers: fill in the visitors and conversions of A and B.',
    ])
  })

  test('with all that is needed asks for a decision', () => {
    expect(told({ Decision: null, Learning: null })).toEqual([
      'Ended 5 days ago and nobody has decided: ship, keep, repeat or drop.',
    ])
    expect(told({ Decision: null, Learning: null, 'Visitors A': 1094 })).toHaveLength(1)
  })

  test('of an aid asks for its shares, then for a decision', () => {
    const open = { ...aid, Decision: null, Learning: null }
    expect(told({ ...open, After: null, 'Compared after': null })).toEqual([
      'Ended 5 days ago without all four shares: fill in before and after, of those who got it and of those who did not.',
    ])
    expect(told(open)).toEqual(['Ended 5 days ago and nobody has decided: ship, keep, repeat or drop.'])
  })
})

describe('a decision', () => {
  const sentence = 'Decided before 1,200 each were reached: peeking. Run on, or say “repeat”.'
  test.each([
    ['ship', [sentence]],
    ['Keep', [sentence]],
    ['drop', [sentence]],
    ['repeat', []],
    ['wait', []],
  ])('before the size was reached: %s', (Decision, sentences) => {
    const early = { ...half, 'Needed each': 1200, Verdict: 'too early: 340 of 1200 each', Learning: 'x' }
    expect(told({ ...early, Decision })).toEqual(sentences)
  })

  test('without a size cannot be too early', () => {
    expect(told({ ...half, 'Needed each': null })).toEqual([])
  })

  test('leaves something learned', () => {
    expect(told({ Learning: null })).toEqual(['Decided, and nothing is learned yet: write down what is known now.'])
    expect(told({ Learning: null, Decision: 'drop', Verdict: 'A is better' })).toHaveLength(1)
  })

  test('to ship against the verdict asks why', () => {
    expect(told({ Learning: null, 'Conversions B': 221, Verdict: 'no clear difference' })).toEqual([
      'Shipped though its verdict is “no clear difference”. Write down why.',
    ])
    expect(told({ ...aid, Learning: null, Verdict: 'smaller than wanted' })).toEqual([
      'Shipped though its verdict is “smaller than wanted”. Write down why.',
    ])
    expect(told({ ...aid, Learning: null, Verdict: 'as large as wanted' })).toEqual([
      'Decided, and nothing is learned yet: write down what is known now.',
    ])
  })
})

test('an aid is compared with those who did not get it', () => {
  const sentence =
    'Nothing to compare it with: before and after alone may be the trend. Fill in what those did who did not get it.'
  expect(told({ ...aid, 'Compared before': null, 'Compared after': null })).toEqual([sentence])
  expect(told({ ...aid, 'Compared after': 'more' })).toEqual([sentence])
  expect(told({ Before: 0.2, After: 0.3 })).toEqual([])
})

test('a verdict at the edge says so, as AB_TEST does', () => {
  // z is 1.9596 by the pooled rate and 1.976 by both rates: the test finds nothing, and the limits leave out 0.
  const edge = { 'Visitors A': 100, 'Conversions A': 19, 'Visitors B': 100, 'Conversions B': 31, 'Needed each': 90 }
  expect(told({ ...edge, Verdict: 'No clear difference' })).toEqual([
    'Its verdict is close: the limits just leave out 0. Repeat it before much rests on it.',
  ])
  expect(told({ ...edge, 'Conversions B': 32, Verdict: 'b is better' })).toEqual([])
  expect(told({ ...edge, Verdict: null })).toEqual([])
  expect(told({ ...edge, 'Visitors A': null, Verdict: 'b is better', Decision: 'repeat' })).toEqual([])
})

describe('experiments together', () => {
  const row = (Hypothesis: string, cells: SheetRow = {}): SheetRow => ({
    ...sound,
    ...running,
    Hypothesis,
    ...cells,
  })
  const both = [{ Path: 'product' }, { Path: 'Service' }]

  test('run one at a time for a metric', () => {
    const two = [row('One', both[0]), row('Two', { ...both[1], Metric: 'sign-UPS', Start: TODAY + 3, End: TODAY + 10 })]
    expect(toldOfAll(experiments, two)).toEqual([
      '“One” and “Two” run at the same time for Sign-ups: change one thing at a time, or keep their visitors apart.',
    ])
  })

  test('one after the other, for other metrics, decided or without days do not meet', () => {
    const after = { Start: TODAY + 4, End: TODAY + 11 }
    const apart: SheetRow[] = [after, { Metric: 'Orders' }, { Metric: null }, { Decision: 'drop' }, { End: null }]
    for (const cells of apart)
      expect(toldOfAll(experiments, [row('One', both[0]), row('Two', { ...both[1], ...cells })])).toEqual([])
  })

  test('are tried on both paths, and each once', () => {
    const one = row('One', { Path: 'product', Decision: 'drop' })
    expect(toldOfAll(experiments, [])).toEqual([])
    expect(toldOfAll(experiments, [one, { ...one, Hypothesis: 'ONE' }])).toEqual([
      'Nothing is tried on the service path.',
      'Rows 2 and 3 are both “One”. Keep one, or say what is tried anew.',
    ])
  })

  test('are grouped by what came of them, those without a decision last', () => {
    const rows = planRows(experiments, row('One'), row('Two', { Decision: 'ship' }), row('Three', { Decision: 'SHIP' }))
    expect(groupsOf(experiments, rows, experiments.groups[0]!).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['ship', 2],
      ['', 1],
    ])
  })
})

test('the filters of the list say what is lacking', () => {
  expect(filtersOf(experiments)).toEqual([
    'impossible',
    'not planned',
    'no guardrail',
    'guardrail is red',
    'too early',
    'no decision',
    'nothing to compare',
    'close',
    'no learning',
    'no owner',
  ])
})

describe.each(experimentSets)('the experiments for $name', ({ rows }) => {
  test('say what is expected, on which path, what is to move and what must not get worse', () => {
    for (const row of rows) {
      expect(row.Hypothesis).toMatch(/^[A-Z][^.]{20,90}$/)
      expect(row).toMatchObject({ Metric: expect.stringMatching(/^[A-Z]/), Guardrail: expect.stringMatching(/^[A-Z]/) })
      for (const title of ['Type', 'Path', 'Counted in'] as const)
        if (row[title] !== undefined) expect(columnOf(experiments, title).choices).toContain(row[title])
      expect(row.Metric).not.toBe(row.Guardrail)
    }
    expect(new Set(rows.map(({ Path }) => Path))).toEqual(new Set(['product', 'service']))
  })

  test('are added with the formulas of the plan, and nothing red is said of them', () => {
    const changes = libraryChanges(
      experiments,
      rows.map((row) => ({ ...row })),
      [],
      layout,
    )
    for (const { cells } of changes) expect(cells).toHaveProperty('Verdict')
    const found = planRows(experiments, ...rows.map((row) => ({ ...row }))).flatMap((row) =>
      findingsOf(experiments, row, aboutToday()),
    )
    expect(found.filter(({ level }) => level === 'red')).toEqual([])
  })
})

test('the library has each experiment once, and aids to adoption among them', () => {
  const all = experimentSets.flatMap(({ rows }) => rows)
  const ids = all.map(({ Hypothesis }) => libraryId(Hypothesis, () => false))
  expect(new Set(ids).size).toBe(all.length)
  const aids = all.filter(({ Type }) => Type === 'intervention').map(({ Hypothesis }) => Hypothesis)
  for (const word of ['walkthrough', 'tutorial', 'post']) expect(aids.join(' ')).toContain(word)
  expect(all.map(({ Type }) => Type)).toContain('message test')
})
