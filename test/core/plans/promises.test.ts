import { describe, expect, test } from 'vitest'
import { promises } from '../../../core/plans/gallery/promises.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { guessColumns } from '../../../core/plans/importing/columns.ts'
import { promiseSets } from '../../../core/plans/libraries/promises.ts'
import { libraryChanges } from '../../../core/plans/libraryRows.ts'
import { columnOf, findingsOf, sheetOf } from '../../../core/plans/plan.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import { contentOf } from '../../../core/sheet/rows.ts'
import { isoText } from '../../../core/statistics/time/calendar.ts'
import { layout } from './matrixSheet.ts'
import { tableWith } from './ownTable.ts'
import { aboutToday, changed, planRows, toldOf, toldOfAll, TODAY, type SheetRow } from './planSheet.ts'

const status = (shows: string) => ({ formula: '=KPI_STATUS(G2,H2)', shows })
const sound: SheetRow = {
  Promise: 'Uptime of 99.9%',
  Path: 'product',
  Type: 'guarantee',
  Says: 'Up 99.9% of each month.',
  Metric: 'UPTIME',
  Value: { formula: '=UPTIME(A:A,B:B,C1,C2)', shows: 0.9995 },
  Target: '>= 99.9%',
  Status: status('green'),
  'Still shown': 'yes',
  Owner: 'Ann',
  'Reviewed on': TODAY,
}
const unlinked = { Metric: null, Value: null, Target: null, Status: null }
const told = (row: SheetRow, about = aboutToday()) => toldOf(promises, { ...sound, ...row }, about)
const levels = (row: SheetRow) =>
  findingsOf(promises, planRows(promises, { ...sound, ...row })[0]!, aboutToday()).map(({ level }) => level)

test('nothing is said of a promise that is kept, worded, owned and reviewed', () => {
  expect(told({})).toEqual([])
  expect(told({ From: TODAY - 10, Ends: TODAY + 100, Claimed: 3, Honoured: 3, Issued: 9, Redeemed: 9 })).toEqual([])
})

describe('a promise that has expired', () => {
  const expired = `Expired on ${isoText(TODAY - 1)} and still shown. Take it down, or give it a later end.`

  test('and is still shown is red, from the day after its last', () => {
    expect(told({ Ends: TODAY - 1 })).toEqual([expired])
    expect(told({ Ends: TODAY - 0.5, 'Still shown': 'Yes' })).toEqual([expired])
    expect(levels({ Ends: TODAY - 1 })).toEqual(['red'])
    expect(told({ Ends: TODAY })).toEqual(['Ends today. Decide who takes it down, or give it a later end.'])
  })

  test('and is shown no more has nothing against it', () => {
    expect(told({ Ends: TODAY - 1, 'Still shown': 'no' })).toEqual([])
  })

  test('is asked about where nobody has said whether it is shown', () => {
    const sentence = `It ended on ${isoText(TODAY - 1)}. Say whether it is still shown.`
    expect(told({ Ends: TODAY - 1, 'Still shown': null })).toEqual([sentence])
    expect(levels({ Ends: TODAY - 1, 'Still shown': null })).toEqual(['amber'])
  })
})

describe('a promise that ends soon', () => {
  test.each([
    [14, ['Ends in 14 days. Decide who takes it down, or give it a later end.']],
    [1, ['Ends in 1 day. Decide who takes it down, or give it a later end.']],
    [15, []],
  ])('in %i days is told within two weeks', (days, sentences) => {
    expect(told({ Ends: TODAY + days })).toEqual(sentences)
    expect(told({ Ends: TODAY + days, 'Still shown': 'NO' })).toEqual([])
  })
})

describe('a promise whose KPI is red', () => {
  const missed = 'The guarantee “Uptime of 99.9%” is missed and still promised. Keep it, or promise less.'

  test('is red while it is shown, or nobody has said that it is not', () => {
    expect(told({ Status: status('red') })).toEqual([missed])
    expect(told({ Status: status('Red'), 'Still shown': null })).toEqual([missed])
    expect(levels({ Status: status('red') })).toEqual(['red'])
    expect(told({ Status: status('amber') })).toEqual([])
  })

  test('is called what it is, a promise where nobody has said', () => {
    expect(told({ Status: status('red'), Type: 'Service level' })[0]).toMatch(/^The service level “Uptime/)
    expect(told({ Status: status('red'), Type: null })[0]).toMatch(/^The promise “Uptime/)
  })

  test('is not promised where it is taken down, over or still to come', () => {
    expect(told({ Status: status('red'), 'Still shown': 'no' })).toEqual([])
    expect(told({ Status: status('red'), From: TODAY + 1 })).toEqual([])
    expect(told({ Status: status('red'), From: TODAY })).toEqual([missed])
    expect(told({ Status: status('red'), Ends: TODAY - 1, 'Still shown': null })).not.toContain(missed)
    expect(told({ Status: status('red'), Ends: TODAY - 1 })).toHaveLength(2)
  })
})

describe('claims', () => {
  test.each<[unknown, unknown, string]>([
    [7, 4, '7 claims, 4 honoured. Settle the others, or note why not.'],
    [1, 0, '1 claim, 0 honoured. Settle the others, or note why not.'],
    [4, 7, '4 claims, 7 honoured: more than were made. Look at both counts.'],
    [7, null, '7 claims: say how many were honoured.'],
    [null, 3, '3 honoured, of how many claims? Fill in Claimed.'],
    [7, 7, ''],
    [0, null, ''],
    [0, 0, ''],
    [null, null, ''],
  ])('%s made and %s honoured: %s', (Claimed, Honoured, sentence) => {
    expect(told({ Claimed, Honoured } as SheetRow).join()).toBe(sentence)
  })

  test('that are text are told', () => {
    expect(told({ Claimed: 'seven' })).toEqual(['“seven” in Claimed is text, no number. Type it again in digits.'])
  })
})

describe('an offer', () => {
  const offer: SheetRow = { ...unlinked, Type: 'offer', Ends: TODAY + 60 }

  test('needs an end and no KPI', () => {
    expect(told(offer)).toEqual([])
    expect(told({ ...offer, Ends: null })).toEqual([
      'An offer without an end tempts nobody and costs for ever. Say until when it holds.',
    ])
    expect(told({ ...unlinked, Type: 'guarantee' })).toEqual([])
  })

  test('of which more were used than issued is red', () => {
    expect(told({ ...offer, Issued: 10, Redeemed: 11 })).toEqual([
      '11 redeemed, 10 issued: more were used than handed out. Look at both counts.',
    ])
    expect(levels({ ...offer, Issued: 10, Redeemed: 11 })).toEqual(['red'])
    expect(told({ ...offer, Issued: 10, Redeemed: 10 })).toEqual([])
    expect(told({ ...offer, Redeemed: 11 })).toEqual([])
    expect(told({ ...offer, Issued: 0, Redeemed: 0 })).toEqual([])
  })

  test('that lost money is told', () => {
    const loss =
      'It lost 1000: it gave more to those who would have bought anyway than it brought. Take less off, or offer it to fewer.'
    expect(told({ ...offer, Profit: -1000 })).toEqual([loss])
    expect(told({ ...offer, Profit: -1000.004 })).toEqual([loss])
    expect(told({ ...offer, Profit: 0 })).toEqual([])
    expect(told({ ...offer, Profit: '' })).toEqual([])
  })

  test('has a discount that is a share of the price', () => {
    expect(told({ ...offer, Discount: 20 })).toEqual([
      'Its discount of 20 is no share of the price: type 20%, or a number from 0 to 1.',
    ])
    expect(told({ ...offer, Discount: -0.1 })).toHaveLength(1)
    for (const Discount of [0, 0.2, 1]) expect(told({ ...offer, Discount })).toEqual([])
  })
})

describe('the days of a promise', () => {
  test('stand in their order', () => {
    const sentence = `It ends on ${isoText(TODAY + 20)}, before it begins on ${isoText(TODAY + 30)}. Change one of the days.`
    expect(told({ From: TODAY + 30, Ends: TODAY + 20 })).toEqual([sentence])
    expect(told({ From: TODAY + 30, Ends: TODAY + 30 })).toEqual([])
  })

  test('that are text are told, and nothing is made of them', () => {
    expect(told({ Ends: 'in May' })).toEqual(['“in May” in Ends is no date. Type one, such as 2026-03-01.'])
    expect(told({ From: '2026-05-03' })).toEqual(['“2026-05-03” in From is text. Type it again as a date.'])
  })
})

describe('a service level', () => {
  test('needs a KPI', () => {
    expect(told({ ...unlinked, Type: 'Service level' })).toEqual([
      'A service level without a KPI: link the one that tells whether it is kept.',
    ])
  })

  test('has one that is live, as any promise with one', () => {
    expect(told({ Type: 'service level', Value: null })).toEqual([
      'The formula of UPTIME is gone. Link the metric again.',
    ])
    expect(told({ Value: 0.9 })).toEqual(['Its value was typed by hand and is not live. Link the metric again.'])
  })

  test('has a target that fits its metric', () => {
    expect(told({ Target: 99.9 })).toEqual([
      'Its target is 99.9, but UPTIME is a share: write the target in per cent, such as 99.9%.',
    ])
  })
})

test('words, an owner and a review are asked for', () => {
  expect(told({ Says: null, Owner: null, 'Reviewed on': null })).toEqual([
    'Nobody has noted its words. Copy them from where it is shown.',
    'Nobody owns it.',
    'It has never been reviewed.',
  ])
})

describe('all promises together', () => {
  test('speak of both paths, and are called differently', () => {
    const all = (...rows: SheetRow[]) => toldOfAll(promises, rows)
    expect(all({ Promise: 'A', Path: 'product' }, { Promise: 'B', Path: 'Service' })).toEqual([])
    expect(all({ Promise: 'A', Path: 'product' })).toEqual([
      'Nothing is promised on the service path. Note what customers are told there.',
    ])
    expect(all({ Promise: 'A', Path: 'product' }, { Promise: 'a', Path: 'service' })).toEqual([
      'Rows 2 and 3 are both called A. Rename one: cues name promises by it.',
    ])
    expect(all()).toEqual([])
  })
})

test('the colours of a state are those that its formula gives', () => {
  const { colours, formula } = columnOf(promises, 'State')
  const given = [...formula!.matchAll(/"([a-z ]{4,})"/g)].map(([, word]) => word)
  expect([...new Set(given)].sort()).toEqual(Object.keys(colours!).sort())
})

describe.each(promiseSets)('the promises for $name', ({ rows }) => {
  const content = changed(
    promises,
    contentOf(sheetOf(promises, layout)),
    libraryChanges(
      promises,
      rows.map((row) => ({ ...row })),
      [],
      layout,
    ),
  )
  const { rows: added, repairs } = readPlan(promises, content, () => 'new', layout)

  test('are each there once, with nothing to mend and nothing red', () => {
    expect(added).toHaveLength(rows.length)
    expect(new Set(rows.map((row) => row.Promise.toLowerCase())).size).toBe(rows.length)
    expect(repairs).toEqual([])
    expect(
      added.flatMap((row) => findingsOf(promises, row, aboutToday())).filter(({ level }) => level === 'red'),
    ).toEqual([])
  })

  test('are levels, guarantees and offers, each in its words', () => {
    expect(
      groupsOf(promises, added, promises.groups[0]!)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(expect.arrayContaining(['guarantee', 'offer', 'service level']))
    for (const { Says } of rows) expect(Says).toMatch(/^\p{Lu}.{10,80}[.]$/u)
  })
})

describe('a cue that is backed by a promise', () => {
  const backed = (promise: SheetRow, name = 'uptime of 99.9%') => {
    const about = aboutToday({
      Promises: [
        { Promise: 'Other', Status: 'red' },
        { ...sound, ...promise },
      ],
    })
    const [row] = planRows(signals, { Cue: 'Status page', 'Backed by': name })
    return findingsOf(signals, row!, about)
      .filter(({ level }) => level === 'red')
      .map(({ text }) => text)
  }

  test('is red when that is missed', () => {
    expect(backed({ Status: status('red') })).toEqual([
      'Its promise “uptime of 99.9%” is missed. Keep it, or promise less.',
    ])
    expect(backed({ Status: status('amber') })).toEqual([])
    expect(backed({})).toEqual([])
  })

  test('is red when that has expired, whether or not it is shown', () => {
    const sentence = 'Its promise “uptime of 99.9%” has expired. Renew it, or name what backs the cue now.'
    expect(backed({ Ends: TODAY - 1 })).toEqual([sentence])
    expect(backed({ Ends: TODAY - 1, 'Still shown': 'no', Status: status('red') })).toEqual([sentence])
    expect(backed({ Ends: TODAY })).toEqual([])
    expect(backed({ Ends: 'in May' })).toEqual([])
  })

  test('may be backed by anything else, or by nothing', () => {
    expect(backed({ Status: status('red') }, 'Incident handbook')).toEqual([])
    expect(backed({ Promise: null, Status: status('red') }, '')).toEqual([])
  })

  test('is judged as before where nobody keeps promises in a sheet', () => {
    expect(toldOf(signals, { Cue: 'Box', 'Backed by': 'Uptime of 99.9%' })).not.toContainEqual(
      expect.stringContaining('Its promise'),
    )
  })
})

test('a register of one’s own is known by the titles that people give it', () => {
  const titles = ['Promise', 'Kind', 'Wording', 'Channel', 'Valid from', 'Valid until', 'Claims', 'Responsible']
  const mapping = guessColumns(promises, tableWith(titles, ['Warranty', ...titles.slice(1).map(() => null)]))
  expect(titles.map((_, at) => Object.keys(mapping).find((title) => mapping[title] === at))).toEqual([
    ...['Promise', 'Type', 'Says', 'Shown where', 'From', 'Ends', 'Claimed', 'Owner'],
  ])
})
