import { describe, expect, test } from 'vitest'
import { cellsOf, trailCells, withField } from '../../../core/plans/draft.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { placed } from '../../../core/plans/layout.ts'
import { roomRequests } from '../../../core/plans/importing/importSheet.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { isThere, libraryChanges, libraryName } from '../../../core/plans/libraryRows.ts'
import {
  countText,
  filtersOf,
  findingsOf,
  formulaCells,
  nameOf,
  oneText,
  plan,
  sheetOf,
  sheetTitles,
} from '../../../core/plans/plan.ts'
import { putBack } from '../../../core/plans/putBack.ts'
import { changeOf, readRows } from '../../../core/plans/reading.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import type { CellValue, SheetContent } from '../../../core/sheet/book.ts'
import { contentOf } from '../../../core/sheet/rows.ts'
import { hazards } from './hazards.ts'
import { layout, written } from './matrixSheet.ts'
import { sheetWith } from './ownTable.ts'
import { aboutToday, changed, planRows, planSheet, TODAY, toldOf, toldOfAll, type SheetRow } from './planSheet.ts'

const newIds = () => {
  let count = 0
  return () => `new${++count}`
}
const read = (content: SheetContent) => readPlan(hazards, content, newIds(), layout)
const empty = contentOf(sheetOf(hazards, layout))
const fire = { Id: 'a', Risk: 'Fire', Likelihood: 2, Impact: 5, Band: 'high', Response: 'Alarm', Owner: 'Ann' }

describe('the sheet of a plan of thirty lines', () => {
  test('has its titles, and in the same row what is told of it', () => {
    expect(empty.values).toEqual([
      [
        ...['Risk', 'Likelihood', 'Impact', 'Score', 'Band', 'Threatens', 'Response', 'Old response', 'Since', 'Path'],
        ...['Owner', 'Reviewed on', 'Id', null, 'Worst', null, 'Bearable', 12],
      ],
    ])
    expect(empty.formulas[0]!.filter((formula) => formula !== '')).toEqual(['=MAX(D:D)'])
  })

  test('is read without a repair while it is empty, and with rows from the library', () => {
    expect(read(empty)).toEqual({ rows: [], repairs: [] })
    const rows = hazards.library!.sets[0]!.rows
    const content = changed(hazards, empty, libraryChanges(hazards, rows, [], layout))
    const reading = read(content)
    expect(reading.repairs).toEqual([])
    expect(reading.rows.map(({ values, seen }) => [values.Risk, seen.Score])).toEqual([['Fire', '=B2*C2']])
    expect(rows.map(isThere(hazards, reading.rows))).toEqual([true])
    expect(libraryChanges(hazards, rows, reading.rows, layout)[0]!.id).not.toBe(reading.rows[0]!.id)
  })

  test('has rows added below, with what is told of it still in the first', () => {
    const content = changed(hazards, empty, [{ id: 'a', seen: null, cells: { Risk: 'Fire' } }])
    expect(content.values.map((line) => [line[0], line[14]])).toEqual([
      ['Risk', 'Worst'],
      ['Fire', null],
    ])
  })

  test('comes back after it was deleted, cell for cell', () => {
    const content = changed(hazards, empty, [
      { id: 'a', seen: null, cells: { ...formulaCells(hazards, layout), ...fire } },
    ])
    const back = contentOf(putBack(hazards, content, layout))
    expect(back.formulas).toEqual(content.formulas)
    expect(back.values[1]).toEqual(content.values[1])
  })

  test('comes back with the number of its summary as it was typed over, else with that of the plan', () => {
    const told = (typed: CellValue) => {
      const line = empty.values[0]!.map((value) => (value === 12 ? typed : value))
      return contentOf(putBack(hazards, { ...empty, values: [line] }, layout)).values[0]!.slice(-2)
    }
    expect(told(15)).toEqual(['Bearable', 15])
    expect(told('many')).toEqual(['Bearable', 12])
    const without = { values: [empty.values[0]!.slice(0, 13)], formulas: [[]] }
    expect(contentOf(putBack(hazards, without, layout)).values[0]!.slice(-2)).toEqual(['Bearable', 12])
  })

  test('has its numbers named by formulas wherever they stand', () => {
    const titles = [...sheetTitles(hazards), 'More']
    expect(titles.slice(-6)).toEqual(['', 'Worst', '', 'Bearable', '', 'More'])
    expect(placed('={{Hazards!Bearable:beside}}+{{Score}}', () => titles)).toBe('=Hazards!$R$1+{{Score}}')
    expect(() => placed('={{Hazards!Budget:beside}}', () => titles)).toThrow('no column “Budget”')
  })

  test('has its own numbers named by its formulas where they come to stand, with columns of people’s own before them', () => {
    const bearable = plan({
      ...hazards,
      summary: [
        ...hazards.summary!,
        { label: 'Left', formula: '={{Hazards!Bearable:beside}}-{{Hazards!Worst:beside}}' },
      ],
      columns: hazards.columns.map((column) =>
        column.title === 'Score' ? { ...column, formula: '={{Likelihood}}/{{Hazards!Bearable:beside}}' } : column,
      ),
    })
    const row = { id: 'a', seen: null, cells: { ...fire, ...formulaCells(bearable, layout) } }
    const told = ({ formulas }: SheetContent) => [formulas[0]!.filter((one) => one !== '')[1], formulas[1]?.[3]]
    const own = contentOf(sheetOf(bearable, layout, [{ ...row.cells }]))
    expect(told(own)).toEqual(['=$R$1-$P$1', '=B2/$R$1'])
    const table = sheetOf(bearable, layout)
    const wider = contentOf({ ...table, columns: [...table.columns, { title: 'Mine', width: 90, kind: 'text' }] })
    expect(told(changed(bearable, wider, [row]))).toEqual(['=$S$1-$Q$1', '=B2/$S$1'])
    expect(told(contentOf(putBack(bearable, wider, layout)))[0]).toBe('=$S$1-$Q$1')
  })
})

test('further columns of an import stand before the summary, so that they are sorted with the table', () => {
  const further = (...titles: string[]) => ({
    rows: [],
    extraColumns: titles.map((title) => ({ title, width: 100, kind: 'any' as const })),
    lost: [],
    remarks: [],
    beside: titles,
  })
  const titles = empty.values[0]!
  expect(titles.indexOf(null)).toBe(13)
  expect(roomRequests(hazards, empty, further('Region', 'Cost'))).toMatchObject([
    { sheet: 'Hazards', seen: [{ column: 13 }], insert: 13, writes: [{ row: 0, column: 13, cells: ['Region'] }] },
    { sheet: 'Hazards', seen: [{ column: 14 }], insert: 14, writes: [{ row: 0, column: 14, cells: ['Cost'] }] },
  ])
  const withRegion = { values: [[...titles.slice(0, 13), 'Region', ...titles.slice(13)]], formulas: [[]] }
  expect(roomRequests(hazards, withRegion, further('Region', 'Cost')).map(({ insert }) => insert)).toEqual([14])
  expect(roomRequests(signals, planSheet(signals), further('Region'))).toEqual([])
})

describe('repairs', () => {
  const titles = sheetOf(hazards, layout).columns.map(({ title }) => title)
  const score = { formula: '=B2*C2', shows: 10 }
  const sheet = (...rows: SheetRow[]) => planSheet(hazards, ...rows.map((row) => ({ Score: score, ...row })))

  test('take in rows typed by hand, with the formulas that they lack', () => {
    const content = sheet({ Risk: 'Flood', Likelihood: 1, Impact: 2, Score: null })
    const [repair] = read(content).repairs
    expect(repair!.problem).toBe('Row 2 was typed by hand and not known to the sidebar yet.')
    const mended = written(content, repair!.ways[0]!.request)
    expect(read(mended).repairs).toEqual([])
    expect(readRows(hazards, mended)[0]).toMatchObject({ id: 'new1', seen: { Score: '=B2*C2', Risk: 'Flood' } })
  })

  test.each(['#REF!', '#REF'])('write a formula that was deleted, or has %s, anew in all rows at once', (gone) => {
    const broken = { formula: `=${gone}*C4`, shows: gone }
    const content = sheet({ ...fire, Score: null }, { ...fire, Id: 'b' }, { ...fire, Id: 'c', Score: broken })
    const [repair, ...others] = read(content).repairs
    expect(others).toEqual([])
    expect(repair!.problem).toBe('Rows 2 and 4 lack the formula of “Score”.')
    expect(repair!.ways.map(({ label }) => label)).toEqual(['Write it anew'])
    const mended = written(content, repair!.ways[0]!.request)
    expect(readRows(hazards, mended).map(({ seen }) => seen.Score)).toEqual(['=B2*C2', '=B2*C2', '=B4*C4'])
    expect(read(mended).repairs).toEqual([])
  })

  test('leave what a person typed over a formula', () => {
    expect(read(sheet({ ...fire, Score: 9 })).repairs).toEqual([])
  })

  test('call copies what the plan calls its rows', () => {
    const [repair] = read(sheet(fire, { ...fire, Risk: 'Flood' })).repairs
    expect(repair!.problem).toBe('Row 3 was copied from another row.')
    expect(repair!.ways.map(({ label }) => label)).toEqual(['Keep as risks of their own', 'Remove the copies'])
  })

  test('offer the words and numbers of the plan', () => {
    const { repairs } = read(sheet({ ...fire, Band: 'huge' }, { ...fire, Id: 'b', Impact: 6 }))
    expect(repairs.map(({ problem }) => problem)).toEqual([
      'Row 2 has the band “huge”, which is not low, high or extreme.',
      'Row 3 has the impact “6”, which is no score from 1 to 5.',
    ])
    expect(repairs[1]!.ways.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5'])
  })

  test('miss a column of the plan, but none that is optional', () => {
    expect(
      read(
        sheetWith(
          titles.filter((title) => title !== 'Impact'),
          ['Fire'],
        ),
      ).repairs[0]!.problem,
    ).toBe(
      'The column “Impact” is not there any more. If it was deleted just now, Ctrl+Z in the sheet brings it back with its cells.',
    )
    expect(titles).not.toContain('Every')
    expect(read(sheet(fire)).repairs).toEqual([])
  })

  test('offer no title of the summary for a column that is missing', () => {
    const [line] = empty.values
    const renamed = line!.map((title) => (title === 'Impact' ? 'Damage' : title))
    const [repair] = read(sheetWith(renamed, ['Fire'])).repairs
    expect(repair!.ways.map(({ label }) => label)).toEqual(['It is the column “Damage”', 'Add a column “Impact”'])
  })
})

describe('checks', () => {
  const told = (row: object, about = aboutToday()) => toldOf(hazards, { ...fire, 'Reviewed on': TODAY, ...row }, about)

  test('are made from words: nothing is said of a sound row', () => {
    expect(told({})).toEqual([])
  })

  test('say the red first, whatever their order', () => {
    expect(told({ Owner: null, Response: null, Band: 'Extreme', Score: 20 })).toEqual([
      'Extreme: 20 of 25.',
      'Nobody owns it.',
      'Nothing is done about it.',
    ])
  })

  test('look into another plan once it was read', () => {
    expect(told({ Threatens: 'Saly' })).toEqual([])
    expect(told({ Threatens: 'Saly' }, aboutToday({ KPIs: [{ KPI: 'Sales' }] }))).toEqual([
      '“Saly” is in no row of KPIs. Choose one that is, or add it there.',
    ])
    expect(told({ Threatens: 'SALES' }, aboutToday({ KPIs: [{ KPI: 'Sales' }] }))).toEqual([])
  })

  test('of a column that is not there are not asked', () => {
    const [row] = readRows(hazards, sheetWith(['Risk', 'Every', 'Id'], ['Fire', 30, 'a']))
    expect(findingsOf(hazards, row!, aboutToday()).map(({ text }) => text)).toEqual(['It says how often.'])
  })

  test('are listed by their filters, without those that have none', () => {
    expect(filtersOf(hazards)).toEqual(['no owner', 'extreme', 'often', 'to review'])
  })

  test('look at all rows together', () => {
    expect(toldOfAll(hazards, [])).toEqual([])
    expect(
      toldOfAll(hazards, [
        { Risk: 'Fire', Path: 'Product' },
        { Risk: 'fire', Path: 'product' },
      ]),
    ).toEqual(['Nothing on the service path.', 'Fire stands twice.'])
    expect(toldOfAll(signals, [{ Cue: 'Box' }])).toEqual([])
  })
})

describe('a draft', () => {
  const [row] = planRows(hazards, fire)

  test('comes to cells of the kinds of the plan', () => {
    const draft = ['Likelihood', 'Response'].reduce<ReturnType<typeof withField> | undefined>(
      (so, title) => withField(hazards, so ?? undefined, row!, title, title === 'Likelihood' ? '4' : 'Sprinklers'),
      undefined,
    )
    expect(cellsOf(hazards, draft!)).toEqual({ cells: { Likelihood: 4, Response: 'Sprinklers' } })
  })

  test('tells which field is wrong', () => {
    expect(cellsOf(hazards, withField(hazards, undefined, row!, 'Since', 'soon')!)).toEqual({
      problem: 'Since “soon” is no date. Type one, such as 2026-03-01.',
      title: 'Since',
    })
  })

  test('leaves the trail that the plan asks for', () => {
    expect(trailCells(hazards, row!, { Response: 'Sprinklers' }, TODAY)).toEqual({
      'Old response': 'Alarm',
      Since: TODAY,
    })
  })

  test('is written only where the row is as it was seen', () => {
    const content = changed(hazards, empty, [{ id: 'a', seen: null, cells: fire }])
    const [seen] = readRows(hazards, content)
    const after = changed(hazards, content, [changeOf(hazards, seen!, { Likelihood: 4 })])
    expect(readRows(hazards, after)[0]!.values).toMatchObject({ Likelihood: 4, Impact: 5, Risk: 'Fire' })
    expect(() => changed(hazards, after, [changeOf(hazards, seen!, { Impact: 1 })])).toThrow(/refused/)
  })
})

test('rows are named and counted as the plan says', () => {
  const [named, other] = planRows(hazards, fire, { Band: 'low' })
  expect([nameOf(hazards, named!), nameOf(hazards, other!)]).toEqual(['Fire', 'Risk without a name'])
  expect([0, 1, 2].map((count) => countText(hazards, count))).toEqual(['0 risks', '1 risk', '2 risks'])
  expect([oneText(hazards), oneText({ ...hazards, noun: ['idea', 'ideas'] })]).toEqual(['a risk', 'an idea'])
  expect(libraryName(hazards, { Risk: ' Fire ', Segment: 'north' })).toBe('Fire, north')
})

test('groups warn with the sentence of the plan', () => {
  const groups = groupsOf(
    hazards,
    planRows(hazards, fire, fire, { ...fire, Band: 'HIGH' }, { Risk: 'x' }),
    hazards.groups[0]!,
  )
  expect(groups.map(({ name, warning }) => [name, warning])).toEqual([
    ['high', 'Too many.'],
    ['', ''],
  ])
})
