import { describe, expect, test } from 'vitest'
import { crossOf } from '../../../core/plans/cross.ts'
import { content } from '../../../core/plans/gallery/content.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { columnOf, findingsOf } from '../../../core/plans/plan.ts'
import { aboutToday, planRows, toldOf, toldOfAll, TODAY, type SheetRow } from './planSheet.ts'

const sound: SheetRow = {
  Title: 'Why reports take days',
  Path: 'product',
  Type: 'article',
  Intent: 'problem',
  Stage: 'awareness',
  Persona: 'team lead',
  Evidence: 'research',
  'Leads to': 'A fair comparison',
  Due: TODAY + 5,
  State: 'in work',
  Owner: 'Ann',
  'Reviewed on': TODAY,
}
const published = { State: 'published', Due: TODAY - 31, Visits: 200, Leads: 8 }
const told = (row: SheetRow, about = aboutToday()) => toldOf(content, { ...sound, ...row }, about)

test('nothing is said of a piece that knows its reader, its proof, its day and what comes next', () => {
  expect(told({})).toEqual([])
  expect(told(published)).toEqual([])
})

describe('a day that has passed', () => {
  test.each([
    [8, 'in work', 'Due 8 days ago. Publish it, or give it another day.'],
    [1, 'ready', 'Due 1 day ago. Publish it, or give it another day.'],
    [8, null, 'Due 8 days ago. Publish it, or give it another day.'],
    [0, 'idea', ''],
  ])('%i days ago, %s', (ago, state, sentence) => {
    expect(told({ Due: TODAY - ago, State: state }).join()).toBe(sentence)
  })

  test('is red, and fine once it is published, in whatever letters', () => {
    const [row] = planRows(content, { ...sound, Due: TODAY - 8 })
    expect(findingsOf(content, row!, aboutToday())[0]).toMatchObject({ level: 'red', filter: 'late' })
    expect(told({ ...published, State: 'Published', Due: TODAY - 8 })).toEqual([])
  })

  test('that is not there is asked for, and text is no day', () => {
    expect(told({ Due: null })).toEqual(['No day is set for it.'])
    expect(told({ ...published, Due: null })).toEqual([])
    expect(told({ Due: 'in spring' })).toEqual([])
  })
})

describe('what comes next', () => {
  const about = aboutToday({
    Content: [
      { Title: 'A fair comparison', Path: 'Product' },
      { Title: 'How a move goes', Path: 'service' },
      { Title: 'Nowhere yet' },
    ],
  })

  test.each([
    [null, 'Leads nowhere. Name the piece or the page that comes next.'],
    [' ', 'Leads nowhere. Name the piece or the page that comes next.'],
    ['why REPORTS take days', 'Leads to itself. Name the piece or the page that comes next.'],
    ['a fair comparison', ''],
    ['The page with the prices', ''],
    ['Nowhere yet', ''],
    [
      'How a move goes',
      'It is on the product path and leads to “How a move goes” on the service path. Keep the two stories apart.',
    ],
  ])('%s', (next, sentence) => {
    expect(told({ 'Leads to': next }, about).join()).toBe(sentence)
  })

  test('is not followed where a piece has no path, or the rows are not known', () => {
    expect(told({ 'Leads to': 'How a move goes', Path: null }, about)).toEqual([
      'Which story does it tell? Choose its path.',
    ])
    expect(told({ 'Leads to': 'How a move goes' })).toEqual([])
  })
})

test('evidence, a person it is for, an owner and a review are asked for', () => {
  expect(told({ Evidence: null, Persona: ' ', Owner: null, 'Reviewed on': null })).toEqual([
    'Nothing proves what it says. Choose the evidence that it shows.',
    'Nobody has said whom it is for.',
    'Nobody owns it.',
    'It has never been reviewed.',
  ])
})

describe('a piece that is published', () => {
  test.each([
    [{ Visits: null, Leads: null }, 'Published, and nobody has counted its visits.'],
    [{ Visits: null, Leads: null, Due: TODAY - 30 }, ''],
    [{ Visits: 'many', Leads: null }, 'Published, and nobody has counted its visits.'],
    [{ Leads: null }, 'Visits alone say little. Count the leads that came of them.'],
    [{ Visits: 0, Leads: 0 }, ''],
    [{ Visits: 5, Leads: 6 }, '6 leads of 5 visits: one of the two is wrong.'],
  ])('%o', (row, sentence) => {
    expect(told({ ...published, ...row }).join()).toBe(sentence)
  })

  test('is not asked before', () => {
    expect(told({ Visits: 5 })).toEqual([])
  })
})

describe('the two content plans together', () => {
  test('say each stage that nobody speaks to on a path', () => {
    const { rows } = content.library!.sets[0]!
    expect(toldOfAll(content, rows as SheetRow[])).toEqual([])
    const some = rows.filter(({ Stage, Path }) => Stage !== 'evaluation' || Path !== 'service')
    expect(toldOfAll(content, some as SheetRow[])).toEqual(['Nothing for evaluation on the service path.'])
    expect(toldOfAll(content, [])).toEqual([])
  })

  test('say two pieces of one title', () => {
    const { rows } = content.library!.sets[0]!
    const twice = [...rows, { ...rows[0]!, Title: String(rows[0]!.Title).toUpperCase() }]
    expect(toldOfAll(content, twice as SheetRow[])).toEqual([
      expect.stringMatching(
        /^Rows 2 and 14 are both called Why reports .* Rename one: others lead to pieces by title\.$/,
      ),
    ])
  })

  test('are counted apart', () => {
    const table = crossOf(planRows(content, sound, { ...sound, Path: 'service' }, sound), content.crosses![0]!)
    expect(table.across).toEqual(['product', 'service'])
    expect(table.lines[0]).toEqual({ word: 'awareness', counts: [2, 1] })
  })

  test('are told where a path speaks of what is sold only', () => {
    const warnings = (...rows: SheetRow[]) =>
      groupsOf(
        content,
        planRows(content, ...rows),
        content.groups.find(({ title }) => title === 'Path')!,
      ).map(({ name, warning }) => [name, warning])
    const feature = { ...sound, Intent: 'product' }
    expect(
      warnings(feature, { ...feature, Intent: 'transactional' }, { ...sound, Path: 'service' }, { Title: 'x' }),
    ).toEqual([
      ['product', 'Nothing here begins at a problem that people search for. Add such a piece.'],
      ['service', ''],
      ['', 'These tell no story yet. Choose a path for each.'],
    ])
    expect(warnings(feature, { ...sound, Intent: 'Problem' })).toEqual([['product', '']])
  })
})

describe.each(content.library!.sets)('the library for $name', ({ rows }) => {
  test('has a piece for each stage on both paths, each leading on within its path', () => {
    expect(rows).toHaveLength(12)
    expect(toldOfAll(content, rows as SheetRow[])).toEqual([])
    const about = aboutToday({ Content: rows as SheetRow[] })
    for (const row of rows) {
      const findings = toldOf(content, row as SheetRow, about)
      expect(findings).toEqual(['No day is set for it.', 'Nobody owns it.', 'It has never been reviewed.'])
    }
  })

  test('has only words that its columns offer', () => {
    for (const row of rows) {
      for (const [title, word] of Object.entries(row)) {
        const { choices } = columnOf(content, title)
        if (choices) expect(choices, title).toContain(word)
      }
    }
  })
})
