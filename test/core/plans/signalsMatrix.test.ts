import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellValue, NewCell, SheetContent } from '../../../core/sheet/book.ts'
import { contentAt, reconcile } from '../../../core/sheet/rows.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { columnOf as planColumn } from '../../../core/plans/plan.ts'
import type { Repair } from '../../../core/plans/repairs.ts'
import {
  changing,
  columnOf,
  fields,
  inOrder,
  matrixOf,
  matrixSheet,
  TITLES,
  typed,
  written,
  type CueCells,
} from './matrixSheet.ts'

const BOX: CueCells = {
  id: 'a',
  cue: 'Box',
  kind: 'tangible',
  role: 'core offer',
  path: 'product',
  stage: 'purchase',
  outcome: 'Arrives as expected',
  promise: 4,
  delivery: 3,
  backedBy: 'Packing guide',
  owner: 'Ann',
  metric: 'CSAT',
  value: { formula: '=CSAT(Survey!F:F)' },
  target: '>= 85%',
  status: { formula: '=IF(ISNUMBER(L2), KPI_STATUS(L2, M2), "")' },
  reviewedOn: 46082,
}
const CARE: CueCells = { id: 'b', cue: 'Care label', kind: 'tangible', owner: 'Ben' }
const POLICY: CueCells = { id: 'c', cue: 'Returns policy', kind: 'intangible' }
const three = () => matrixSheet(BOX, CARE, POLICY)
const all = fields.map((_, i) => i)

/** Cells as wide as the sheet, written beside it under a title. */
function beside(content: SheetContent, title: string, ...cells: CellValue[]): SheetContent {
  const column = content.values[0]!.length
  return [title, ...cells].reduce<SheetContent>((sheet, cell, row) => typed(sheet, row, column, cell), {
    values: content.values.map((line) => [...line, null]),
    formulas: content.formulas.map((line) => [...line, '']),
  })
}

/** The sheet with a row copied below itself, or others in place of it. */
function withRows(content: SheetContent, rows: readonly number[]): SheetContent {
  return {
    values: rows.map((row) => content.values[row]!.slice()),
    formulas: rows.map((row) => content.formulas[row]!.slice()),
  }
}

const way = ({ ways }: Repair, label: string) => {
  const found = ways.find((each) => each.label === label)
  if (!found) throw new Error(`no way “${label}” among ${ways.map((each) => each.label).join(', ')}`)
  return found.request
}
const problems = (content: SheetContent) => matrixOf(content).repairs.map(({ problem }) => problem)
const labels = (content: SheetContent) => matrixOf(content).repairs.map(({ ways }) => ways.map(({ label }) => label))
const ids = (content: SheetContent) => matrixOf(content).cues.map(({ id }) => id)

describe('a sheet in order', () => {
  test('is read in full, and there is nothing to mend', () => {
    const { cues, repairs } = matrixOf(three())
    expect(repairs).toEqual([])
    expect(cues).toHaveLength(3)
    expect(cues[0]).toEqual({
      ...BOX,
      row: 1,
      isCopy: false,
      value: 7,
      status: '7',
      seen: {
        Cue: 'Box',
        Kind: 'tangible',
        Role: 'core offer',
        Path: 'product',
        Stage: 'purchase',
        Outcome: 'Arrives as expected',
        Promise: '4',
        Delivery: '3',
        'Backed by': 'Packing guide',
        Owner: 'Ann',
        Metric: 'CSAT',
        Value: '=CSAT(Survey!F:F)',
        Target: '>= 85%',
        Status: '=IF(ISNUMBER(L2), KPI_STATUS(L2, M2), "")',
        'Reviewed on': '46082',
        Id: 'a',
      },
    })
  })

  test('what is not filled in is empty', () => {
    const [cue] = matrixOf(matrixSheet({ id: 'x', cue: 'X' })).cues
    expect({ ...cue, seen: null }).toEqual({
      seen: null,
      row: 1,
      id: 'x',
      isCopy: false,
      cue: 'X',
      kind: '',
      role: '',
      path: '',
      stage: '',
      outcome: '',
      promise: null,
      delivery: null,
      backedBy: '',
      owner: '',
      metric: '',
      value: null,
      target: null,
      status: '',
      reviewedOn: null,
    })
  })

  test('words are known in any case and with spaces around', () => {
    const { cues, repairs } = matrixOf(matrixSheet({ ...BOX, kind: ' Tangible', stage: 'PURCHASE ' }))
    expect([cues[0]!.kind, cues[0]!.stage, repairs]).toEqual(['tangible', 'purchase', []])
  })

  test('columns may stand in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(matrixOf(inOrder(three(), order))).toEqual(matrixOf(three()))
      }),
    )
  })

  test('rows may be sorted and have blank ones between', () => {
    const blank = {
      ...three(),
      values: [...three().values, all.map(() => null)],
      formulas: [...three().formulas, all.map(() => '')],
    }
    const { cues, repairs } = matrixOf(withRows(blank, [0, 3, 4, 1, 2]))
    expect(cues.map(({ id, row }) => [id, row])).toEqual([
      ['c', 1],
      ['a', 3],
      ['b', 4],
    ])
    expect(repairs).toEqual([])
  })

  test('other columns are nobody’s business, even where only they are filled in', () => {
    const noted = beside(three(), 'Our notes', 'one', null, null, 'a remark below')
    expect(noted.values).toHaveLength(4)
    const below = {
      values: [...noted.values, [...all.map(() => null), 'total']],
      formulas: [...noted.formulas, [...all, 0].map(() => '')],
    }
    expect(matrixOf(below).repairs).toEqual([])
    expect(ids(below)).toEqual(['a', 'b', 'c'])
    expect(matrixOf(below).cues[0]!.seen['Our notes']).toBe('one')
  })

  test('a row with nothing but spaces is no cue', () => {
    expect(ids(matrixSheet(BOX, { cue: ' ', owner: '  ' }))).toEqual(['a'])
  })

  test('without cues there is nothing to mend', () => {
    expect(matrixOf(matrixSheet())).toEqual({ rows: [], cues: [], repairs: [] })
  })
})

describe('a column', () => {
  const renamed = (from: string, to: string) =>
    typed(
      three(),
      0,
      fields.findIndex(({ title }) => title === from),
      to,
    )

  test.each([
    ['Owner', 'Owned by whom'],
    ['Owner', 'Owners'],
    ['Owner', 'Responsible'],
    ['Reviewed on', 'reviewed_on'],
    ['Reviewed on', 'Reviewed'],
    ['Backed by', 'Backed'],
    ['Id', 'Cue id'],
  ])('that was renamed from %s to %s can be named back, and all is as before', (from, to) => {
    const [repair, ...others] = matrixOf(renamed(from, to)).repairs
    expect(others).toEqual([])
    expect(repair!.problem).toContain(`The column “${from}” is not there any more. `)
    expect(written(renamed(from, to), way(repair!, `It is the column “${to}”`))).toEqual(three())
  })

  test('that was taken out can be added at the end, and nothing else changes', () => {
    const without = inOrder(
      three(),
      all.filter((column) => column !== columnOf('owner')),
    )
    const [repair] = matrixOf(without).repairs
    expect(labels(without)).toEqual([['Add a column “Owner”']])
    const mended = written(without, way(repair!, 'Add a column “Owner”'))
    expect(problems(mended)).toEqual([])
    expect(matrixOf(mended).cues.map(({ cue, owner }) => [cue, owner])).toEqual([
      ['Box', ''],
      ['Care label', ''],
      ['Returns policy', ''],
    ])
  })

  test('of the ids that was taken out can be added, and the rows are then taken in', () => {
    const without = inOrder(
      three(),
      all.filter((column) => column !== columnOf('id')),
    )
    const added = written(without, way(matrixOf(without).repairs[0]!, 'Add a column “Id”'))
    expect(problems(added)).toEqual(['Rows 2, 3 and 4 were typed by hand and not known to the sidebar yet.'])
    const mended = written(added, way(matrixOf(added).repairs[0]!, 'Take them in'))
    expect(problems(mended)).toEqual([])
    expect(ids(mended)).toEqual(['new1', 'new2', 'new3'])
  })

  test('after another can be added where all but one are gone, the id too', () => {
    let content = inOrder(three(), [columnOf('outcome')])
    for (let left = fields.length - 1; left > 0; left--) {
      const { repairs } = matrixOf(content)
      expect(repairs).toHaveLength(left)
      content = written(content, repairs[0]!.ways[repairs[0]!.ways.length - 1]!.request)
    }
    expect(problems(content)).toEqual(['Row 2 was typed by hand and not known to the sidebar yet.'])
    expect(matrixOf(content).cues[0]!.outcome).toBe('Arrives as expected')
  })

  test('that is much like the missing one is offered before others, and adding one stays in sight', () => {
    const odd = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Owner name'].reduce(
      (sheet, title) => beside(sheet, title),
      renamed('Owner', 'Seven'),
    )
    const [offered] = labels(odd)
    expect(offered).toHaveLength(6)
    expect(offered![0]).toBe('It is the column “Owner name”')
    expect(offered![5]).toBe('Add a column “Owner”')
  })

  test('of ours is never offered for another', () => {
    const without = inOrder(
      three(),
      all.filter((column) => column !== columnOf('value')),
    )
    expect(labels(without)).toEqual([['Add a column “Value”']])
  })

  test('that was moved meanwhile is not given the title of another', () => {
    const request = way(matrixOf(renamed('Owner', 'Who')).repairs[0]!, 'It is the column “Who”')
    const moved = inOrder(renamed('Owner', 'Who'), [...all.slice(1), 0])
    expect(() => reconcile(moved, request)).toThrow('The columns of “Signals” were changed meanwhile.')
  })

  test('that was copied is asked about, and the one that counts keeps the title', () => {
    const copied = inOrder(three(), [...all, columnOf('owner')])
    const changed = typed(copied, 1, 16, 'Eve')
    const [repair, ...others] = matrixOf(changed).repairs
    expect(others).toEqual([])
    expect(repair!.problem).toBe('“Owner” is the title of the columns J and Q. Which one counts?')
    for (const [label, owner, other] of [
      ['Column J', 'Ann', 'Owner in Q'],
      ['Column Q', 'Eve', 'Owner in J'],
    ] as const) {
      const mended = written(changed, way(repair!, label))
      expect(problems(mended)).toEqual([])
      expect(matrixOf(mended).cues[0]!.owner).toBe(owner)
      expect(mended.values[0]).toContain(other)
    }
  })

  test('while one is missing no row is said to be wrong', () => {
    const without = inOrder(
      matrixSheet({ ...BOX, kind: 'touchable' }, { cue: 'By hand' }),
      all.filter((column) => column !== columnOf('path')),
    )
    expect(problems(without)).toEqual([
      'The column “Path” is not there any more. If it was deleted just now, Ctrl+Z in the sheet brings it back with its cells.',
    ])
  })
})

describe('the titles', () => {
  test('can be written into an empty sheet', () => {
    const [repair] = matrixOf({ values: [], formulas: [] }).repairs
    expect(repair!.problem).toBe('The sheet “Signals” is empty.')
    expect(written({ values: [], formulas: [] }, way(repair!, 'Write the titles into it'))).toEqual(matrixSheet())
  })

  test('that are gone are never written over data', () => {
    const gone =
      'The first row of “Signals” has none of the titles, such as “Cue” and “Owner”. Put them back on top, or rename the sheet if it is about something else.'
    const lower =
      'The titles stand in row 3 of “Signals”, and they belong into the first. Remove what stands above them, or move it to another sheet.'
    for (const [content, problem] of [
      [withRows(three(), [1, 2, 3]), gone],
      [withRows(three(), [3, 1, 0, 2]), lower],
    ] as const) {
      const { cues, repairs } = matrixOf(content)
      expect(cues).toEqual([])
      expect(repairs).toEqual([{ problem, ways: [] }])
    }
  })
})

describe('a row typed by hand', () => {
  const byHand = () => matrixSheet(BOX, { cue: 'Smell', owner: 'Eve' }, CARE, { cue: 'Sound' })

  test('is a cue, and is taken in with an id of its own', () => {
    expect(ids(byHand())).toEqual(['a', '', 'b', ''])
    const [repair, ...others] = matrixOf(byHand()).repairs
    expect(others).toEqual([])
    expect(repair!.problem).toBe('Rows 3 and 5 were typed by hand and not known to the sidebar yet.')
    const mended = written(byHand(), way(repair!, 'Take them in'))
    expect(ids(mended)).toEqual(['a', 'new1', 'b', 'new2'])
    expect(problems(mended)).toEqual([])
    expect(typed(typed(mended, 2, columnOf('id'), null), 4, columnOf('id'), null)).toEqual(byHand())
  })

  test('alone is told as one, and of many the first five', () => {
    expect(problems(matrixSheet(BOX, { cue: 'Smell' }))).toEqual([
      'Row 3 was typed by hand and not known to the sidebar yet.',
    ])
    expect(problems(matrixSheet(...Array.from({ length: 7 }, () => ({ cue: 'x' }))))).toEqual([
      'Rows 2, 3, 4, 5, 6 and 2 more were typed by hand and not known to the sidebar yet.',
    ])
  })

  test('has its words and scores checked only once it is known', () => {
    const odd = matrixSheet({ cue: 'Smell', kind: 'sniffable', promise: 9 })
    expect(problems(odd)).toHaveLength(1)
    expect(problems(written(odd, way(matrixOf(odd).repairs[0]!, 'Take them in')))).toHaveLength(2)
  })

  test('that was sorted meanwhile is not taken for another', () => {
    const request = way(matrixOf(byHand()).repairs[0]!, 'Take them in')
    const { edit, outcome } = reconcile(withRows(byHand(), [0, 2, 1, 4, 3]), request)
    expect([edit, outcome.done, outcome.refused.length]).toEqual([null, [], 2])
  })
})

describe('a row copied by hand', () => {
  const copied = () => withRows(three(), [0, 1, 2, 1, 3, 2])

  test('is asked about, and can be kept as a cue of its own', () => {
    const [repair, ...others] = matrixOf(copied()).repairs
    expect(others).toEqual([])
    expect(repair!.problem).toBe('Rows 4 and 6 were copied from another row.')
    expect(matrixOf(copied()).cues.map(({ isCopy }) => isCopy)).toEqual([false, false, true, false, true])
    const mended = written(copied(), way(repair!, 'Keep as cues of their own'))
    expect(problems(mended)).toEqual([])
    expect(ids(mended)).toEqual(['a', 'b', 'new1', 'c', 'new2'])
    expect(mended.values[3]!.slice(0, -1)).toEqual(copied().values[3]!.slice(0, -1))
  })

  test('or removed, and the first of each stays', () => {
    const mended = written(copied(), way(matrixOf(copied()).repairs[0]!, 'Remove the copies'))
    expect(mended).toEqual(three())
  })

  test('is removed even if its formulas moved since it was seen', () => {
    const request = way(matrixOf(copied()).repairs[0]!, 'Remove the copies')
    const { formulas, ...rest } = copied()
    const moved = { ...rest, formulas: formulas.map((line) => line.map((cell) => cell.replace(/([LM])2/g, '$19'))) }
    expect(reconcile(moved, request).outcome.done).toEqual(['a', 'b'])
  })

  test('and then changed has its words checked only once it has an id of its own', () => {
    const odd = typed(copied(), 3, columnOf('kind'), 'touchable')
    expect(problems(odd)).toEqual(['Rows 4 and 6 were copied from another row.'])
    const kept = written(odd, way(matrixOf(odd).repairs[0]!, 'Keep as cues of their own'))
    const [repair] = matrixOf(kept).repairs
    expect(repair!.problem).toBe('Row 4 has the kind “touchable”, which is not tangible or intangible.')
    expect(written(kept, way(repair!, 'tangible')).values[1]).toEqual(three().values[1])
    expect(problems(written(kept, way(repair!, 'tangible')))).toEqual([])
  })
})

describe('a word that is not known', () => {
  test.each([
    ['kind', 'touchable', 'tangible or intangible'],
    ['role', 'core', 'core offer or supporting service'],
    ['path', 'both', 'product or service'],
    ['stage', 'later', 'awareness, evaluation, purchase, onboarding, activation or renewal'],
  ] as const)('as the %s “%s” can be replaced by one of %s', (key, word, known) => {
    const odd = matrixSheet(BOX, { ...CARE, [key]: word })
    const [repair, ...others] = matrixOf(odd).repairs
    expect(others).toEqual([])
    expect(repair!.problem).toBe(`Row 3 has the ${key} “${word}”, which is not ${known}.`)
    expect(repair!.ways.map(({ label }) => label)).toEqual(planColumn(signals, TITLES[key]).choices)
    for (const { label, request } of repair!.ways) {
      expect(written(odd, request)).toEqual(matrixSheet(BOX, { ...CARE, [key]: label }))
    }
  })
})

describe('a score', () => {
  test.each<[CellValue, string]>([
    [0, '“0”, which is no score from 1 to 5'],
    [6, '“6”, which is no score from 1 to 5'],
    [-1, '“-1”, which is no score from 1 to 5'],
    ['4', '“4”, which is text, no number from 1 to 5'],
    ['high', '“high”, which is text, no number from 1 to 5'],
    [true, '“TRUE”, which is text, no number from 1 to 5'],
  ])('of %j is asked about, and mended with one from 1 to 5', (score, told) => {
    for (const key of ['promise', 'delivery'] as const) {
      const odd = matrixSheet(BOX, { ...CARE, [key]: score })
      const [repair, ...others] = matrixOf(odd).repairs
      expect(others).toEqual([])
      expect(repair!.problem).toBe(`Row 3 has the ${key} ${told}.`)
      expect(repair!.ways.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5'])
      expect(written(odd, way(repair!, '3'))).toEqual(matrixSheet(BOX, { ...CARE, [key]: 3 }))
    }
  })

  test('of 1, 5 and what lies between is one', () => {
    for (const promise of [1, 2.5, 5]) expect(problems(matrixSheet({ ...BOX, promise }))).toEqual([])
  })
})

describe('a change of a cue', () => {
  const change = (content: SheetContent, cells: Record<string, NewCell> | null) =>
    changing(matrixOf(content).rows[0]!, cells)
  const sortedBelow = () => {
    const { values, formulas } = withRows(three(), [0, 2, 3, 1])
    return { values, formulas: formulas.map((line) => line.map((cell) => cell.replace(/([LM])2/g, '$14'))) }
  }

  test('is written over what was seen', () => {
    const request = change(three(), { Owner: 'Eve' })
    expect(written(three(), request)).toEqual(matrixSheet({ ...BOX, owner: 'Eve' }, CARE, POLICY))
  })

  test('is no conflict after a sort, which changes the row in the formula of the status', () => {
    expect(sortedBelow().formulas[3]![columnOf('status')]).toBe('=IF(ISNUMBER(L4), KPI_STATUS(L4, M4), "")')
    for (const cells of [{ Owner: 'Eve' }, null]) {
      expect(reconcile(sortedBelow(), change(three(), cells)).outcome.done).toEqual(['a'])
    }
  })

  test('is no conflict when data were added below those that the value is made of', () => {
    const seen = matrixSheet({ ...BOX, value: { formula: '=CSAT(Survey!F2:F99)' } })
    const grown = matrixSheet({ ...BOX, value: { formula: '=CSAT(Survey!F2:F120)' } })
    expect(reconcile(grown, change(seen, { Owner: 'Eve' })).outcome.done).toEqual(['a'])
  })

  test.each<[string, CueCells]>([
    ['another metric was linked', { metric: 'NPS', value: { formula: '=NPS(Survey!G:G)' } }],
    ['another target was set', { target: '>= 90%' }],
    ['the value was cleared', { value: null }],
    ['the cue was renamed', { cue: 'Carton' }],
  ])('is a conflict when %s meanwhile', (_, cells) => {
    const theirs = matrixSheet({ ...BOX, ...cells })
    expect(reconcile(theirs, change(three(), { Owner: 'Eve' })).outcome.refused).toHaveLength(1)
  })

  test('does not replace a link to other data of the same metric unseen', () => {
    const theirs = matrixSheet({ ...BOX, value: { formula: '=CSAT(Survey!G:G)' } })
    const relink = { Value: { formula: '=CSAT(Survey!H:H)' } }
    expect(reconcile(theirs, change(three(), relink)).outcome.refused).toHaveLength(1)
    expect(reconcile(theirs, change(three(), null)).outcome.refused).toHaveLength(1)
  })

  test('does not care for other columns', () => {
    const noted = beside(three(), 'Notes', 'new')
    expect(reconcile(noted, change(three(), { Owner: 'Eve' })).outcome.done).toEqual(['a'])
  })
})

describe('whatever a hand has done to the sheet', () => {
  const value = fc.constantFrom<CellValue[]>(null, '', ' ', 'tangible', 'touchable', 3, 9, true, 'a', 'b', 'x')
  const title = fc.constantFrom('', 'Owner', 'Owner name', 'Who', 'Notes', 'cue', 'Kind')
  const mangled = fc
    .record({
      rows: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }),
      order: fc.shuffledSubarray(all, { minLength: 12 }),
      extra: fc.array(fc.constantFrom(...all), { maxLength: 2 }),
      titles: fc.array(fc.tuple(fc.nat(17), title), { maxLength: 2 }),
      cells: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(17), value), { maxLength: 8 }),
    })
    .map(({ rows, order, extra, titles, cells }) => {
      const columns = [...order, ...extra]
      const sheet = inOrder(withRows(three(), [0, ...rows]), columns)
      const changes = [...cells, ...titles.map(([column, text]) => [0, column, text] as const)]
      return changes.reduce(
        (content, [row, column, cell]) =>
          row < content.values.length && column < columns.length ? typed(content, row, column, cell) : content,
        sheet,
      )
    })

  const isRemoval = ({ changes }: Repair['ways'][number]['request']) => changes.some(({ cells }) => cells === null)

  test('no repair but a removal loses a cell, or touches another than it speaks of', () => {
    let repaired = 0
    fc.assert(
      fc.property(mangled, (content) => {
        for (const { ways } of matrixOf(content).repairs) {
          for (const { request } of ways) {
            if (isRemoval(request)) continue
            const mended = written(content, request)
            repaired++
            const spoken = new Set<string>()
            for (const { column } of request.titles ?? []) spoken.add(`0 ${column}`)
            for (const change of request.changes) {
              const idColumn = content.values[0]!.indexOf('Id')
              const row =
                change.row ??
                content.values.findIndex((line, i) => i > 0 && String(line[idColumn] ?? '').trim() === change.id)
              if (change.row !== undefined) spoken.add(`${row} ${idColumn}`)
              for (const name of Object.keys(change.cells ?? {}))
                spoken.add(`${row} ${content.values[0]!.indexOf(name)}`)
            }
            content.values.forEach((line, row) =>
              line.forEach((_, column) => {
                const [before, later] = [contentAt(content, row, column), contentAt(mended, row, column)]
                if (!spoken.has(`${row} ${column}`)) expect(later).toBe(before)
              }),
            )
            expect(mended.values.length).toBe(content.values.length)
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(repaired).toBeGreaterThan(300)
  })

  test('each repair mends what it says', () => {
    fc.assert(
      fc.property(mangled, (content) => {
        const before = matrixOf(content)
        for (const { problem, ways } of before.repairs) {
          for (const { request } of ways) {
            const later = matrixOf(written(content, request)).repairs.map((repair) => repair.problem)
            expect(later).not.toContain(problem)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('mending one thing after the other comes to an end, with every row known by an id of its own', () => {
    fc.assert(
      fc.property(mangled, fc.infiniteStream(fc.nat(5)), (start, choices) => {
        let content = start
        let count = 0
        for (let step = 0; step < 60; step++) {
          const { repairs } = matrixOf(content, () => `given${++count}`)
          const [first] = repairs
          if (!first) break
          const kept = first.ways.filter(({ request }) => !isRemoval(request))
          content = written(content, kept[(choices.next().value as number) % kept.length]!.request)
        }
        const { cues, repairs } = matrixOf(content)
        expect(repairs).toEqual([])
        expect(new Set(cues.map(({ id }) => id)).size).toBe(cues.length)
      }),
      { numRuns: 200 },
    )
  })
})
