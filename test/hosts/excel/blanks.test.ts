import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { formula } from '../../../core/catalogue/reference.ts'
import { expectClose } from '../../close.ts'
import { openExcel, type Excel } from '../excelHost/excel.ts'

const refusal = (name: string, argument: string) => ({
  error: '#VALUE!',
  message:
    `${name}: ${argument} has 0s, and this Excel sends blank cells as 0, so they cannot be told apart; ` +
    'write IF(range="","",range) instead of the range and include one blank row in it',
})
const known = ({ runtime }: Excel) => runtime.page.window.cuesheetBlanks
/** An Excel that sends blank cells as 0, and of which that is known. */
function zeroExcel(): Excel {
  const excel = openExcel({ blank: 0 })
  excel.runtime.page.window.cuesheetBlanks = 'zeros'
  return excel
}
const people = [['Ann'], ['Ben'], ['Ann'], [null]]
const days = [['2026-01-05'], ['2026-01-20'], ['2026-02-11'], [null]]

describe('while nothing is known of this Excel', () => {
  test('a 0 is a 0', async () => {
    const excel = openExcel()
    expect(await excel.call('NPS', [[10], [0]])).toEqual({ value: 0 })
    expect(known(excel)).toBeUndefined()
  })

  test('a blank cell that arrives as nothing proves that blanks are told apart', async () => {
    const excel = openExcel()
    await excel.call('NPS', [[10], [null]])
    expect(known(excel)).toBe('apart')
  })

  test('empty text proves nothing: a formula may have written it', async () => {
    const excel = openExcel()
    await excel.call('NPS', [[10], ['']])
    expect(known(excel)).toBeUndefined()
  })

  test('an argument left out proves nothing', async () => {
    const excel = openExcel()
    await excel.call('LTV', 100, 0.8, 0.05)
    await excel.call('NPS', 9)
    expect(known(excel)).toBeUndefined()
  })

  test('a 0 among dates proves that blanks are sent as 0', async () => {
    const excel = openExcel({ blank: 0 })
    await excel.call('COHORT_RETENTION', people, days)
    expect(known(excel)).toBe('zeros')
  })

  test('a 0 among dates proves nothing where a blank cell shows beside it', async () => {
    const excel = openExcel({ blank: 0 })
    await excel.call('COHORT_RETENTION', people, [['2026-01-05'], ['2026-01-20'], [null], ['']])
    expect(known(excel)).toBeUndefined()
  })
})

describe('where blanks are told apart', () => {
  test('zeros are counted as zeros', async () => {
    const excel = openExcel()
    await excel.call('NPS', [[10], [null]])
    expect(await excel.call('NPS', [[10], [0], [0], [0]])).toEqual({ value: -50 })
  })

  test('a later 0 among dates is someone’s 0 and changes nothing', async () => {
    const excel = openExcel()
    await excel.call('NPS', [[10], [null]])
    await excel.call('COHORT_RETENTION', [['Ann'], ['Ben']], [['2026-01-05'], [0]])
    expect(known(excel)).toBe('apart')
    expect(await excel.call('NPS', [[10], [0]])).toEqual({ value: 0 })
  })
})

describe('where blanks are sent as 0', () => {
  test('a range with 0s is refused with the way to write it', async () => {
    expect(await zeroExcel().call('NPS', [[10], [null], [8]])).toEqual(refusal('NPS', 'scores'))
  })

  test('the way to write it works', async () => {
    expect(await zeroExcel().call('NPS', [[10], [0], [8], ['']])).toEqual({ value: 0 })
  })

  test('a range without 0s is as good as anywhere', async () => {
    expect(await zeroExcel().call('NPS', [[10], [9], [8], [6]])).toEqual({ value: 25 })
  })

  test('a scale without 0 keeps its own sentence', async () => {
    expect(await zeroExcel().call('CES', [[1], [null]])).toEqual({
      error: '#VALUE!',
      message: 'CES: scores row 2 has 0, outside 1 to 5, give scale_min 0 if that is an answer',
    })
  })

  test('a scale whose end is another argument takes 0 only if it begins there', async () => {
    expect(await zeroExcel().call('CSAT', [[9], [null]], undefined, 10)).toMatchObject({
      message: 'CSAT: ratings row 2 has 0, outside 1 to 10, give scale_min 0 if that is an answer',
    })
  })

  test('rows without a date are left out, so 0s in them harm nobody', async () => {
    expect(await zeroExcel().call('COHORT_RETENTION', people, days)).toEqual(
      await openExcel().call('COHORT_RETENTION', people, days),
    )
  })

  test('a blank cell in a list of dates is skipped: 0 is no date', async () => {
    const week = ['2026-03-02', '2026-03-09', undefined, undefined, undefined, [['2026-03-04'], [null]]]
    expect(await zeroExcel().call('BUSINESS_HOURS', ...week)).toEqual({ value: 32 })
  })

  test('a blank id beside a date is refused: it would be a customer named 0', async () => {
    const ids = [['Ann'], ['Ben'], [null]]
    expect(await zeroExcel().call('COHORT_RETENTION', ids, [['2026-01-05'], ['2026-01-20'], ['2026-02-11']])).toEqual(
      refusal('COHORT_RETENTION', 'ids'),
    )
  })

  test('a blank cell among yes and no is refused: it would be a no', async () => {
    expect(await zeroExcel().call('FCR', [[1], [2]], [['yes'], [null]])).toEqual(refusal('FCR', 'resolved'))
  })

  test('a blank segment is refused: it would be a segment named 0', async () => {
    const refused = await zeroExcel().call('METRIC_BY', 'CSAT', [['chat'], [null]], [[5], [4]])
    expect(refused).toEqual(refusal('METRIC_BY', 'groups'))
  })

  test('the cells of a repeating argument are refused by its name', async () => {
    const refused = await zeroExcel().call('METRIC_BY', 'NPS', [['chat'], ['mail']], [[5], [null]])
    expect(refused).toEqual(refusal('METRIC_BY', 'data_ranges'))
  })

  test('single cells are as in Excel’s own formulas, where a blank one is 0', async () => {
    expect(await zeroExcel().call('CAC', 90000, 40, 0)).toEqual({ value: 2250 })
    expect(await zeroExcel().call('CHURN_RATE', 500, 50, 0)).toEqual({ value: 0.1 })
  })

  test('the call that proves it is itself refused where it has 0s that count', async () => {
    const excel = openExcel({ blank: 0 })
    const ids = [['Ann'], [null], ['Ben']]
    expect(await excel.call('COHORT_RETENTION', ids, [['2026-01-05'], ['2026-01-20'], [null]])).toEqual(
      refusal('COHORT_RETENTION', 'ids'),
    )
  })

  test('a blank cell that arrives as nothing after all ends the refusals', async () => {
    const excel = zeroExcel()
    await excel.runtime.invoke('NPS', [[[10], [null]]])
    expect(await excel.call('NPS', [[10], [0]])).toEqual({ value: 0 })
  })
})

describe('where blanks are sent as 0 and that is known', () => {
  const withBlanks = catalogue().flatMap(({ spec }) =>
    spec.examples
      .filter(({ cells }) => cells.some((cell) => Array.isArray(cell) && cell.flat().includes(null)))
      .map(({ cells, gives }) => ({ name: spec.name, typed: formula(spec, cells), cells, gives })),
  )

  test.each(withBlanks)('$typed gives no other number than anywhere', async ({ name, cells, gives }) => {
    const outcome = await zeroExcel().call(name, ...cells)
    if ('value' in outcome) expectClose(outcome.value, gives)
    else expect(['#VALUE!', gives]).toContain(outcome.error)
  })
})

test.each([
  ['null', null],
  ['zero', 0],
  ['empty text', ''],
] as const)('the probe says %s of a blank cell that arrives so', async (answer, blank) => {
  expect(await openExcel({ blank }).call('CUESHEET_BLANKS', null)).toEqual({ value: answer })
})
