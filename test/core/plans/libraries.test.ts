import { describe, expect, test } from 'vitest'
import { misfit, parseTarget } from '../../../core/arguments/target.ts'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { targets } from '../../../core/plans/gallery/targets.ts'
import { libraryId } from '../../../core/plans/libraryRows.ts'
import { kpiSets } from '../../../core/plans/libraries/kpis.ts'
import { targetSets } from '../../../core/plans/libraries/targets.ts'
import { columnOf, findingsOf, type LibrarySet, type Plan } from '../../../core/plans/plan.ts'
import type { Row } from '../../../core/plans/row.ts'

const stagesOf = (rows: readonly { Stage: string }[]) => new Set(rows.map(({ Stage }) => Stage))

/** A row of a library as it stands in the sheet. */
const standing = (plan: Plan, cells: LibrarySet['rows'][number], row: number): Row => {
  const values = Object.fromEntries(plan.columns.map(({ title }) => [title, cells[title] ?? null]))
  const seen = Object.fromEntries(Object.entries(values).map(([title, value]) => [title, String(value ?? '')]))
  return { row, id: `id${row}`, isCopy: false, values, seen }
}

const usualOf = (metric: string, segment = '') => {
  const { target } = findMetric(metric)?.spec.returns ?? {}
  return typeof target === 'object' ? target[segment] : target
}

describe.each([
  ['KPIs', kpis],
  ['Targets', targets],
])('the library of %s', (_, plan) => {
  const sets = plan.library!.sets

  test('names each of its sets and rows once, without spaces to trim', () => {
    expect(new Set(sets.map(({ name }) => name)).size).toBe(sets.length)
    for (const { rows } of sets) {
      const names = rows.map((row) => `${row[plan.key]} ${row.Segment ?? ''}`.trim().toLowerCase())
      expect(new Set(names).size).toBe(names.length)
      for (const row of rows) for (const text of Object.values(row)) expect(text).toBe(String(text).trim())
    }
  })

  test('measures with functions of the catalogue that answer one number', () => {
    for (const { Metric } of sets.flatMap(({ rows }) => rows)) {
      if (Metric === undefined) continue
      const { unit, column } = findMetric(String(Metric))?.spec.returns ?? {}
      expect(unit, String(Metric)).toBeDefined()
      expect(unit, String(Metric)).not.toBe('text')
      expect(column, String(Metric)).toBeUndefined()
    }
  })

  test('has targets that are read and fit their metric', () => {
    for (const { Metric, Target } of sets.flatMap(({ rows }) => rows)) {
      if (Target === undefined) continue
      expect(misfit(parseTarget(String(Target)), findMetric(String(Metric))!.spec.returns), `${Metric}`).toBe('')
    }
  })

  test('has only words that its columns offer', () => {
    for (const row of sets.flatMap(({ rows }) => rows)) {
      for (const [title, word] of Object.entries(row)) {
        const { choices } = columnOf(plan, title)
        if (choices) expect(choices, `${row[plan.key]}: ${title}`).toContain(word)
      }
    }
  })
})

describe.each(kpiSets)('the KPIs of $name', ({ name, rows }) => {
  test('are 8 to 14, each with its stage, tier, side, path and the way that is better', () => {
    expect(rows.length).toBeGreaterThanOrEqual(8)
    expect(rows.length).toBeLessThanOrEqual(14)
    for (const row of rows) expect(row).toMatchObject(filled('Stage', 'Tier', 'Side', 'Path', 'Better'))
  })

  test('leave five at least to choose from on each path, and cover all stages there that one can', () => {
    for (const path of new Set(rows.map(({ Path }) => Path))) {
      const onPath = rows.filter(({ Path }) => Path === path)
      expect(onPath.length, path).toBeGreaterThanOrEqual(5)
      expect(stagesOf(onPath), path).toEqual(new Set(['adoption', 'usage', 'renewal']))
    }
  })

  test('speak of what customers feel, can rely on and stay for', () => {
    expect(new Set(rows.map(({ Tier }) => Tier))).toEqual(new Set(['experience', 'reliability', 'loyalty']))
  })

  test('judge one side where the set is named after it, and else both sides and both paths', () => {
    const sides = [...new Set(rows.map(({ Side }) => Side))]
    const paths = [...new Set(rows.map(({ Path }) => Path))]
    if (name === 'Customer service' || name === 'Service product') {
      expect([sides, paths]).toEqual([[name.toLowerCase()], ['service']])
    } else
      expect([sides.sort(), paths.sort()]).toEqual([
        ['customer service', 'service product'],
        ['product', 'service'],
      ])
  })

  test('name partners that stand in the same set and are not the KPI itself', () => {
    for (const { KPI, 'Partner KPI': partner } of rows) {
      if (partner === undefined) continue
      expect(partner).not.toBe(KPI)
      expect(rows.map((row) => row.KPI)).toContain(partner)
    }
  })

  test('have no vanity metric without a partner', () => {
    const about = { today: 46000, rowsOf: () => null }
    const found = rows.flatMap((row, i) => findingsOf(kpis, standing(kpis, { ...row }, i + 1), about))
    expect(found.filter(({ filter }) => filter === 'vanity')).toEqual([])
  })

  test('have a target of their own only where the metric has no usual one', () => {
    for (const { KPI, Metric, Segment, Target } of rows) {
      if (Target !== undefined) expect(usualOf(Metric!, Segment), KPI).toBeUndefined()
    }
  })

  test('say which way is better as their metric does', () => {
    for (const { KPI, Metric, Better, Segment } of rows) {
      const { better } = findMetric(Metric ?? '')?.spec.returns ?? {}
      const usual = Metric && usualOf(Metric, Segment)
      const said = better ?? (usual ? parseTarget(usual).better : undefined)
      if (said) expect(Better, KPI).toBe(said)
    }
  })
})

test('KPIs are kept for members of the loyalty programme, quality checks and searches that lead to value', () => {
  const all = kpiSets.flatMap(({ rows }) => rows)
  const partnerOf = (kpi: string) => all.find(({ KPI }) => KPI === kpi)?.['Partner KPI']
  expect(partnerOf('Members of the loyalty programme per active customer')).toBe(
    'Customers who buy again within a year',
  )
  expect(all.map(({ KPI }) => KPI)).toContain('Quality checks passed')
  const partner = partnerOf('Search visits to pages on value')
  expect(all.find(({ KPI }) => KPI === partner)?.Metric).toBe('CONVERSION_RATE')
})

test('no two KPIs of all sets that are called differently have the same id', () => {
  const names = [...new Set(kpiSets.flatMap(({ rows }) => rows.map(({ KPI }) => KPI)))]
  expect(new Set(names.map((name) => libraryId(name, () => false))).size).toBe(names.length)
})

describe.each(targetSets)('the targets for $name', ({ rows }) => {
  test('say what is counted in one short sentence, where they come from and on which path', () => {
    for (const row of rows) {
      expect(row).toMatchObject(filled('Target', 'Source', 'Path'))
      expect(row.Definition, row.Metric).toMatch(/^[A-Z][^.]{10,90}(?:\.\d[^.]*)?\.$/)
    }
  })

  test('are those that the metric itself knows, where it knows one', () => {
    for (const { Metric, Segment, Target } of rows) {
      const usual = usualOf(Metric, Segment)
      if (usual !== undefined) expect(Target, Metric).toBe(usual)
    }
  })
})

test('the targets hold what is usual for every metric that has a usual target', () => {
  const held = new Set(targetSets.flatMap(({ rows }) => rows.map(({ Metric }) => Metric)))
  for (const metric of ['CSAT', 'CES', 'RESPONSE_TIME', 'FCR', 'ON_TIME_RATE', 'ERROR_RATE', 'NPS', 'REPEAT_RATE'])
    expect(held).toContain(metric)
  for (const metric of ['RETENTION_RATE', 'TCO_SAVING', 'TIME_TO_VALUE', 'LTV_CAC', 'NRR'])
    expect(held).toContain(metric)
})

/** An object in which each of these is a text. */
function filled(...titles: readonly string[]) {
  return Object.fromEntries(titles.map((title) => [title, expect.stringMatching(/\S/)]))
}
