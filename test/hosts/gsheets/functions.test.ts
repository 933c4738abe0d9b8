import { describe, expect, test } from 'vitest'
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import { CellError } from '../../../core/cell.ts'
import type { ExampleCells, Metric } from '../../../core/metric.ts'
import { evaluate } from '../../../core/reading/evaluate.ts'
import { formula } from '../../../core/catalogue/reference.ts'
import { expectClose, plain } from '../../close.ts'
import { typeFormula } from '../appsScript/formulas.ts'
import { readFiles } from '../appsScript/project.ts'
import { openSheets, readBack } from '../appsScript/sheets.ts'

/** What core says to the same cells: its value, or its sentence. */
function said(metric: Metric, cells: readonly unknown[]): { value: unknown } | { message: string } {
  try {
    return { value: evaluate(metric, cells, plain, findMetric) }
  } catch (error) {
    if (error instanceof CellError) return { message: error.message }
    throw error
  }
}

const examples = catalogue().flatMap((metric) =>
  metric.spec.examples.map(({ cells }) => [formula(metric.spec, cells), metric, cells] as const),
)

describe.each(['script', 'foreign'] as const)('with values of the %s scope', (realm) => {
  test.each(examples)('%s gives what core gives', async (_, metric, cells) => {
    const { call, project } = await openSheets({ realm })
    const answer = await call(metric.spec.name, ...cells)
    const expected = said(metric, cells)
    if ('message' in expected) expect(answer).toEqual({ error: '#ERROR!', message: expected.message })
    else expectClose('value' in answer ? answer.value : answer, expected.value)
    expect(project.world.calls.filter((call) => call.includes('set'))).toEqual([])
  })

  test('blank cells are blank', async () => {
    const { call } = await openSheets({ realm })
    expect(await call('NPS', [[7], [null], [8], [10], [null]])).toEqual(await call('NPS', [[7], [8], [10]]))
  })

  test.each(['#N/A', '#DIV/0!', '#REF!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#ERROR!'])(
    'a cell with %s is an error cell, as text and as an error object',
    async (code) => {
      const { call } = await openSheets({ realm })
      const expected = { error: '#ERROR!', message: `NPS: scores row 2 is ${code}` }
      expect(await call('NPS', [[9], [code], [8]])).toEqual(expected)
      expect(await call('NPS', [[9], [new Error(code)], [8]])).toEqual(expected)
    },
  )

  test('a column that was deleted is an error in its place', async () => {
    const { call } = await openSheets({ realm })
    const expected = { error: '#ERROR!', message: 'COHORT_RETENTION: ids is #REF!' }
    for (const deleted of ['#REF!', new Error('#REF!'), [['#REF!']]]) {
      expect(await call('COHORT_RETENTION', deleted, [['2026-01-05'], ['2026-01-06']])).toEqual(expected)
    }
  })

  test('an error object of another kind is an error cell too', async () => {
    const { call } = await openSheets({ realm })
    expect(await call('NPS', [[9], [new Error('Loading')]])).toMatchObject({ message: 'NPS: scores row 2 is #ERROR!' })
  })

  test('a date that is none is an error cell', async () => {
    const { call } = await openSheets({ realm })
    expect(await call('NPS', [[9], [new Date(NaN)]])).toMatchObject({ message: 'NPS: scores row 2 is #VALUE!' })
    expect(await call('CHURN_RATE', new Date(NaN), 50)).toMatchObject({
      message: 'CHURN_RATE: start_customers is #VALUE!',
    })
  })

  test('text that merely begins with # is text', async () => {
    const { call } = await openSheets({ realm })
    const groups = [['#N/A!'], ['#1'], ['#N/A!']]
    const answer = await call('METRIC_BY', 'CSAT', groups, [[5], [4], [1]])
    expect(answer).toMatchObject({
      value: [
        ['segment', 'rows', 'CSAT'],
        ['#1', 1, 1],
        ['#N/A!', 2, 0.5],
      ],
    })
  })
})

describe('arguments', () => {
  const churn = findMetric('CHURN_RATE')!
  const given = (...cells: ExampleCells[]) => (said(churn, cells) as { value: number }).value

  test('one that is left out at the end has its default', async () => {
    const { call } = await openSheets()
    expect(await call('CHURN_RATE', 500, 50)).toEqual({ value: given(500, 50) })
  })

  test.each([
    ['""', ''],
    ['undefined', undefined],
  ])('one that is skipped between commas has its default, when Sheets passes it as %s', async (_, skipped) => {
    const { project } = await openSheets()
    const shown = project.customFunction('CHURN_RATE', [500, 50, skipped, 'average'])
    expect(shown).toEqual({ values: [[given(500, 50, 0, 'average')]], single: true })
  })

  test('a required one that is missing is named', async () => {
    const { call } = await openSheets()
    expect(await call('CHURN_RATE', 500)).toMatchObject({ message: 'CHURN_RATE: lost_customers is missing' })
    expect(await call('CHURN_RATE', 500, null)).toMatchObject({ message: 'CHURN_RATE: lost_customers is blank' })
  })

  test('one too many is refused', async () => {
    const { call } = await openSheets()
    expect(await call('NPS', 9, 9)).toMatchObject(said(findMetric('NPS')!, [9, 9]))
  })

  test('the last of a list can be followed by more', async () => {
    const { call } = await openSheets()
    const cells = ['CSAT', [['a'], ['b'], ['a']], [[5], [3], [4]], 3, 5] as const
    const expected = said(findMetric('METRIC_BY')!, cells)
    expect(expected).toHaveProperty('value')
    expect(await call('METRIC_BY', ...cells)).toEqual(expected)
  })

  test('a range of one cell arrives as its value', async () => {
    const { project, call } = await openSheets()
    expect(project.customFunction('NPS', [9])).toEqual({ values: [[100]], single: true })
    expect(await call('NPS', [[9]])).toEqual({ value: 100 })
  })

  test('checkboxes are TRUE and FALSE', async () => {
    const { call } = await openSheets()
    const cells = ['CSAT', [[true], [false], [true]], [[5], [3], [2]]] as const
    const expected = said(findMetric('METRIC_BY')!, cells)
    expect(expected).toHaveProperty('value')
    expect(await call('METRIC_BY', ...cells)).toEqual(expected)
  })
})

describe('typed formulas', () => {
  test.each(examples)('%s, as the reference writes it, gives what core gives', async (text, metric, cells) => {
    const { project } = await openSheets()
    const answer = readBack(typeFormula(project, 'A1', text))
    const expected = said(metric, cells)
    if ('message' in expected) expect(answer).toEqual({ error: '#ERROR!', message: expected.message })
    else expectClose('value' in answer ? answer.value : answer, expected.value)
  })

  test('results can be used by other functions', async () => {
    const { project } = await openSheets()
    project.workbook.active.cells.set('A1', { value: 10 }).set('A3', { value: 6 })
    expect(readBack(typeFormula(project, 'C1', '=ROUND(100 + NPS(A1:A3) / 3, 1)'))).toEqual({ value: 100 })
    expect(readBack(typeFormula(project, 'C2', '=IF(NPS(A1) > 50, "good", "bad")'))).toEqual({ value: 'good' })
    expect(readBack(typeFormula(project, 'C3', '=IFERROR(NPS(B1:B3), "no answers")'))).toEqual({ value: 'no answers' })
  })

  test('an error in a cell shows in the sentence with its row', async () => {
    const { project } = await openSheets()
    project.workbook.active.cells.set('A1', { value: 10 }).set('A2', { value: { error: '#DIV/0!' } })
    expect(typeFormula(project, 'C1', '=NPS(A1:A2)')).toMatchObject({ message: 'NPS: scores row 2 is #DIV/0!' })
  })

  test.each(['', undefined] as const)('a skipped argument has its default, passed as %j', async (skipped) => {
    const { project } = await openSheets()
    const expected = said(findMetric('CHURN_RATE')!, [500, 50, undefined, 'average'])
    expect(readBack(typeFormula(project, 'A1', '=CHURN_RATE(500, 50, , "average")', skipped))).toEqual(expected)
  })
})

describe('services', () => {
  test('a call without dates asks Google Sheets for nothing', async () => {
    const { call, project } = await openSheets()
    await call('NPS', [[9], [10]])
    expect(project.world.calls).toEqual([])
  })

  test('a failure of the service itself keeps its own words', async () => {
    const { project } = await openSheets({ timeZone: 'No/Where' })
    const shown = project.customFunction('COHORT_RETENTION', [[['a']], [[new Date()]]])
    expect(shown).toMatchObject({ error: '#ERROR!', message: expect.stringMatching(/RangeError.+No\/Where/) })
  })
})

describe('Code.js computes, and leaves texts to the sidebar', () => {
  test('METRIC_DEF says of every function what the function says of itself', async () => {
    const { call } = await openSheets({ realm: 'script' })
    for (const { spec } of catalogue()) {
      expect(await call('METRIC_DEF', spec.name, 'definition')).toEqual({ value: spec.summary })
      expect(await call('METRIC_DEF', spec.name, 'source')).toEqual({ value: spec.source })
    }
  })

  test('questions and help stand in no code, and no metric is read before it is called', async () => {
    const code = (await readFiles()).get('Code.js')!
    const bundle = code.slice(0, code.indexOf('/**\n * ', code.lastIndexOf('\n})();')))
    const isThere = (text: string) => text.length > 30 && bundle.includes(JSON.stringify(text).slice(1, -1))
    for (const { spec } of catalogue()) {
      expect([...spec.questions, ...spec.args.map(({ help }) => help)].filter(isThere)).toEqual([])
    }
    expect(bundle.match(/^ {4}"core\/metrics\/\w+\/\w+\.ts"\(\) \{$/gm)).toHaveLength(catalogue().length)
  })
})
