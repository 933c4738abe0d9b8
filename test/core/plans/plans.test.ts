import { describe, expect, test } from 'vitest'
import { plans } from '../../../core/plans/gallery/index.ts'
import { columnOf, filtersOf, formulaCells, GOALS, ID, ownColumns, sheetOf } from '../../../core/plans/plan.ts'
import { relatedPlans } from '../../../core/plans/related.ts'
import { plannedCells } from '../../../core/sheet/rows.ts'
import { layout } from './matrixSheet.ts'

const titlesOf = (name: string) => plans.find((plan) => plan.name === name)?.columns.map(({ title }) => title) ?? []

/** What a formula names: columns of its own plan, and those of others with their plan. */
function namedIn(formula: string): { own: string[]; others: { plan: string; title: string }[] } {
  const names = [...formula.matchAll(/\{\{([^{}]+?)\}\}/g)].map(([, name]) => name!)
  const isOther = (name: string) => name.includes('!')
  // What a library has for the row is no column.
  const isColumn = (name: string) => !isOther(name) && name !== 'usual'
  return {
    own: names.filter(isColumn).map((name) => name.replace(/:column$/, '')),
    others: names.filter(isOther).flatMap((name) => {
      const [plan, titles] = name.split('!') as [string, string]
      return titles
        .replace(/:(column|titles|beside)$/, '')
        .split(', ')
        .map((title) => ({ plan, title }))
    }),
  }
}

test('plans are told apart by their names, in whichever case, and stand under the goals of the gallery', () => {
  expect(new Set(plans.map(({ name }) => name.toLowerCase())).size).toBe(plans.length)
  for (const { goal } of plans) expect(GOALS).toContain(goal)
  for (const goal of GOALS) expect(plans.map((plan) => plan.goal)).toContain(goal)
})

test('plans stand in the order of their goals, each in a place of its own there', () => {
  const places = plans.map(({ goal, place }) => 100 * GOALS.indexOf(goal) + place)
  expect(new Set(places).size).toBe(plans.length)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

describe.each(plans.map((plan) => [plan.name, plan] as const))('the plan %s', (_, plan) => {
  const { columns } = plan
  const titles = columns.map(({ title }) => title)

  test('has each title once, also for whom capitals are all the same', () => {
    expect(new Set(titles.map((title) => title.trim().toLowerCase())).size).toBe(titles.length)
    for (const title of titles) expect(title).toMatch(/^\p{Lu}[\p{L} ]*$/u)
  })

  test('has labels in its summary that are no titles, each once', () => {
    const told = [...titles, ...(plan.summary ?? []).map(({ label }) => label)].map((text) => text.toLowerCase())
    expect(new Set(told).size).toBe(told.length)
  })

  test('has an id of each row, written by the sidebar, as its last column', () => {
    expect(columns[columns.length - 1]).toMatchObject({ title: ID, by: 'sidebar', muted: true })
  })

  test('has no column that comes later where a summary stands behind its table', () => {
    if (plan.summary) expect(columns.filter(({ isOptional }) => isOptional)).toEqual([])
  })

  test('tells of each column in a sentence or two', () => {
    for (const { title, help } of columns) expect(help, title).toMatch(/^\p{Lu}.{8,110}\.$/u)
  })

  test('has columns that are wide enough for their titles, in letters of seven pixels', () => {
    for (const { title, width } of columns) expect(width, title).toBeGreaterThanOrEqual(title.length * 7 + 10)
  })

  test('asks a question, says what it is for, and what a row is called', () => {
    expect(plan.question).toMatch(/^\p{Lu}.+\?$/u)
    expect(plan.about).toMatch(/^\p{Lu}.+\.$/u)
    expect(plan.nameless).toMatch(/ without a /)
    expect(plan.noun[0]).not.toBe(plan.noun[1])
  })

  test('speaks of columns that it has', () => {
    const { key, form, details, groups, checks, overall = [], link, trail, library } = plan
    const named = [
      key,
      ...form,
      ...details,
      ...groups.map(({ title }) => title),
      ...[...checks, ...overall].flatMap((check) => check.columns),
      ...Object.values(link ?? {}),
      ...Object.values(trail ?? {}),
      ...(library ? [library.by, library.says, ...library.sets.flatMap(({ rows }) => rows.flatMap(Object.keys))] : []),
    ]
    for (const title of named) expect(titles).toContain(title)
  })

  test('has each field, detail and group once, and no field that the sidebar or a formula fills in', () => {
    for (const list of [plan.form, plan.details, plan.groups.map(({ title }) => title)])
      expect(new Set(list).size).toBe(list.length)
    for (const title of plan.form.filter((one) => one !== plan.link?.value))
      expect(columnOf(plan, title).by, title).toBeUndefined()
  })

  test('lets a person fill in every column that nothing else does', () => {
    const free = columns.filter(({ by }) => by === undefined).map(({ title }) => title)
    expect(plan.form).toEqual(expect.arrayContaining(free))
  })

  test('has a row called by a text, without which it is not written unless the sidebar alone writes it', () => {
    expect(columnOf(plan, plan.key)).toMatchObject(plan.isRecord ? { by: 'sidebar' } : { kind: 'text', required: true })
  })

  test('offers words once each, in small letters and without spaces to trim', () => {
    for (const { title, choices = [] } of columns) {
      expect(new Set(choices).size, title).toBe(choices.length)
      for (const choice of choices) expect(choice, title).toBe(choice.trim().toLowerCase())
    }
  })

  test('colours words that a cell may hold', () => {
    for (const { title, colours, choices } of columns) {
      for (const word of Object.keys(colours ?? {})) {
        expect(word, title).toBe(word.trim().toLowerCase())
        if (choices) expect(choices, title).toContain(word)
      }
    }
  })

  test('groups under headings that say what is missing', () => {
    for (const { title, none } of plan.groups) expect(none, title).toMatch(/^\p{Lu}[\p{L} ]+$/u)
  })

  test('has no check that hides another: each filter is a few small words', () => {
    for (const filter of filtersOf(plan)) expect(filter).toMatch(/^[\p{Ll} -]{3,20}$/u)
    expect(new Set(filtersOf(plan)).size).toBe(filtersOf(plan).length)
  })

  test('has formulas that name columns of its own, and others of plans that are created with it', () => {
    for (const { title, formula } of columns) {
      if (formula === undefined) continue
      expect(formula).toMatch(/^=/)
      const { own, others } = namedIn(formula)
      for (const name of own) expect(titles, title).toContain(name)
      const labels = (plan.summary ?? []).map(({ label }) => label)
      for (const other of others) {
        // A number that people type over stands beside its label in the first row.
        if (other.plan === plan.name) {
          expect(labels, title).toContain(other.title)
          continue
        }
        expect(plan.needs ?? [], title).toContain(other.plan)
        expect(titlesOf(other.plan), title).toContain(other.title)
      }
    }
  })

  test('needs and asks plans that are there, offers columns that are there, and never itself', () => {
    for (const name of [...(plan.needs ?? []), ...(plan.asks ?? [])]) expect(titlesOf(name), name).not.toEqual([])
    for (const { title, from } of columns) if (from) expect(titlesOf(from.plan), title).toContain(from.title)
    expect(relatedPlans(plan)).not.toContain(plan.name)
    expect(new Set(relatedPlans(plan)).size).toBe(relatedPlans(plan).length)
  })

  test('needs nothing that its formulas do not name', () => {
    const named = columns.flatMap(({ formula = '' }) => namedIn(formula).others.map((other) => other.plan))
    const chosen = columns.flatMap(({ from }) => (from ? [from.plan] : []))
    for (const name of plan.needs ?? []) expect([...named, ...chosen]).toContain(name)
  })

  test('has formulas that are those of the sheet once they are placed: nothing of the plan is left in them', () => {
    const cells = plannedCells(sheetOf(plan, layout, [formulaCells(plan, layout)]))[1]!
    for (const cell of cells) {
      if (cell !== null && typeof cell === 'object') expect(cell.formula).not.toMatch(/[{}]{2}/)
    }
    expect(cells.filter((cell) => cell !== null)).toHaveLength(Object.keys(formulaCells(plan, layout)).length)
  })

  test('draws its own columns only, each told what its help says, the key in sight', () => {
    const drawn = sheetOf(plan, layout)
    expect(drawn.columns.map(({ title }) => title)).toEqual(
      columns.filter(({ isOptional }) => !isOptional).map(({ title }) => title),
    )
    for (const { title, note } of drawn.columns) expect(note).toBe(columnOf(plan, title).help)
    expect(drawn).toMatchObject({
      name: plan.name,
      rows: [],
      frozenColumns: 1,
      page: { landscape: true, titleRows: 1 },
    })
    for (const column of drawn.columns) expect(column).not.toHaveProperty('formula')
  })

  test('has formulas in the columns that say so, and formats of numbers for them where they need one', () => {
    for (const { title, by, formula } of ownColumns(plan)) {
      expect(by === 'formula', title).toBe(formula !== undefined)
      if (formula !== undefined) expect(formulaCells(plan, layout)[title]).toHaveProperty('format')
    }
  })
})

test('of the record nothing but the note is filled in, and its note alone is not frozen', () => {
  const records = plans.filter(({ isRecord }) => isRecord)
  expect(records.map(({ name }) => name)).toEqual(['History'])
  expect(records[0]!.form).toEqual(['Note'])
  expect(records[0]!.columns.filter(({ by }) => by !== 'sidebar').map(({ title }) => title)).toEqual(['Note'])
})

test('a column that a plan does not have is a fault of ours, told with both names', () => {
  expect(() => columnOf(plans[0]!, 'Colour')).toThrow('Targets has no column “Colour”')
})
