import { expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { forAssistants } from '../../../core/catalogue/forAssistants.ts'
import { related } from '../../../core/catalogue/related.ts'
import { formula, shownResult } from '../../../core/catalogue/reference.ts'
import { plans } from '../../../core/plans/gallery/index.ts'
import { expectClose } from '../../close.ts'
import { openWorkbench } from '../../hosts/workbench/openWorkbench.ts'

type Told = ReturnType<typeof forAssistants>
const written = JSON.stringify(forAssistants({ version: '1.2.3', plans }))
const told = JSON.parse(written) as Told
const blanked = (given: unknown) =>
  Array.isArray(given) ? given.map((row: unknown[]) => row.map((cell) => (cell === '' ? null : cell))) : given
const entry = (name: string) => told.functions.find((one) => one.name === name)!

test('every function and every plan is in it, with the version', () => {
  expect(told.version).toBe('1.2.3')
  expect(told.functions.map(({ name }) => name)).toEqual(catalogue().map(({ spec }) => spec.name))
  expect(told.plans.map(({ name }) => name)).toEqual(plans.map(({ name }) => name))
  expect(entry('NPS').page).toBe('functions/NPS.html')
})

test.each(catalogue().map(({ spec }) => [spec.name, spec] as const))('of %s no text is lost', (name, spec) => {
  const texts: string[] = []
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value)
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(collect)
  }
  const { summary, questions, source, args } = spec
  collect([summary, questions, source, args.map(({ name, help, choices }) => [name, help, choices])])
  collect(
    spec.examples.map(({ cells, gives }) => [
      formula(spec, cells),
      spec.returns.column ? '' : shownResult(spec, gives),
    ]),
  )
  const within: unknown[] = []
  JSON.parse(JSON.stringify(entry(name)), (_, value: unknown) => (within.push(value), value))
  expect(texts.filter((text) => text !== '' && !within.includes(text))).toEqual([])
})

test.each(told.functions.map((one) => [one.name, one.examples] as const))(
  'the formulas of %s, typed into the workbench, give what stands beside them',
  (_, examples) => {
    for (const { formula, gives } of examples) {
      const { put, result } = openWorkbench()
      put('Sheet1', 'A1', formula)
      const shown = result('Sheet1', 'A1')
      const given = 'error' in shown ? shown.error : shown.value
      // A date is a serial number there, and its day in the file.
      if (/\d{4}-\d\d-\d\d/.test(JSON.stringify(gives))) expect(String(given)).not.toMatch(/^#/)
      else expectClose(blanked(given), gives, 1e-9)
    }
  },
)

test('what may be left out, choices, limits and tables are told', () => {
  const [scores, counts] = entry('NPS').arguments
  expect(scores).toMatchObject({ name: 'scores', cells: 'range', limits: { min: 0, max: 10 } })
  expect(scores).not.toHaveProperty('optional')
  expect(counts).toMatchObject({ name: 'counts', optional: true })
  const { arguments: args, returns } = entry('COHORT_RETENTION')
  expect(args.find(({ name }) => name === 'period')).toMatchObject({ default: 'month', cells: 'cell' })
  expect(returns.table?.slice(0, 2)).toEqual([
    { name: 'cohort', is: 'a date' },
    { name: 'customers', is: 'a count' },
  ])
  expect(entry('NPS').returns).toEqual({ value: 'points', target: '>= 50' })
})

test('related functions are those that the page of a function names', () => {
  expect(entry('LTV_CAC').related).toEqual(expect.arrayContaining(['LTV', 'CAC']))
  for (const metric of catalogue()) {
    expect(entry(metric.spec.name).related).toEqual(related(metric).map(({ name }) => name))
  }
})

test('the formula without Cuesheet is told where there is one', () => {
  expect(entry('LTV_CAC')).toMatchObject({ without_cuesheet: '=ltv/cac' })
  expect(entry('SBG_FIT')).not.toHaveProperty('without_cuesheet')
})

test('it is small enough to be read whole', () => {
  expect(written.length).toBeLessThan(400_000)
  expect(written).not.toMatch(/localhost|undefined|NaN/)
})
