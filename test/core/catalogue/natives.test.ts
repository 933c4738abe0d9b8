import { describe, expect, test } from 'vitest'
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import { filled, mentioned, nativeFormula } from '../../../core/catalogue/nativeFormula.ts'
import { isNative, natives } from '../../../core/catalogue/natives.ts'
import { formula, plainFormula } from '../../../core/catalogue/reference.ts'
import type { Spec } from '../../../core/metric.ts'

test.each(natives.map(({ spec }) => [spec.name, spec] as const))(
  '%s names each of its arguments, and no other',
  (_, spec) => {
    expect([...mentioned(spec.native).keys()].sort()).toEqual(spec.args.map(({ name }) => name).sort())
    expect([...mentioned(spec.native).values()].every((standard) => standard === undefined)).toBe(true)
    expect(spec.questions.length).toBeGreaterThan(1)
    expect(catalogue().map((metric) => metric.spec.name)).not.toContain(spec.name)
    expect(isNative(spec)).toBe(true)
  },
)

describe('a formula of the spreadsheet’s own', () => {
  test('is written with what is given', () => {
    expect(filled('=SUM({revenue})/SUM({orders})', (name) => `${name.toUpperCase()}:B`)).toBe(
      '=SUM(REVENUE:B)/SUM(ORDERS:B)',
    )
  })

  test('is written with what stands for an argument that is left out', () => {
    expect(filled('={rate}*{months|12}', (name) => (name === 'rate' ? '3%' : ''))).toBe('=3%*12')
    expect(filled('={rate}*{months|12}', () => 'A1')).toBe('=A1*A1')
  })

  test('has an example that can be pasted', () => {
    expect(formula(natives[0]!.spec, natives[0]!.spec.examples[0]!.cells)).toBe('=SUM({300;500})/SUM({10;10})')
  })
})

const replaceable = catalogue()
  .map(({ spec }) => spec)
  .filter(({ native }) => native !== undefined)

test('half of the functions that give a number can do without us', () => {
  const ofNumbers = catalogue().filter(({ spec: { returns } }) => returns.unit && returns.unit !== 'text')
  expect(replaceable.length).toBeGreaterThan(ofNumbers.length / 2)
})

describe.each(replaceable.map((spec) => [spec.name, spec] as const))('the formula without us for %s', (_, spec) => {
  const mentions = mentioned(spec.native!)

  test('mentions its arguments alone, and each that is needed', () => {
    expect(spec.native).toMatch(/^=/)
    const names = spec.args.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([...mentions.keys()]))
    for (const { name, optional } of spec.args) if (!optional) expect([...mentions.keys()]).toContain(name)
  })

  test('has something in place of an argument exactly where its default is a number', () => {
    for (const { name, optional, limits } of spec.args) {
      const standard = mentions.get(name)
      if (standard === undefined) continue
      expect(optional).toBe(true)
      const own = (limits as { default?: number | null }).default
      if (own !== null) expect(Number(standard)).toBe(own)
    }
  })

  test('leaves it a function of ours', () => {
    expect(isNative(spec)).toBe(false)
    expect(formula(spec, [1])).toBe(`=${spec.name}(${spec.args[0]!.percent ? '100%' : '1'})`)
  })
})

describe('what stands in place of a call', () => {
  const own = (name: string, ...texts: string[]) => nativeFormula(findMetric(name)!.spec, texts)

  test('is the formula with what the call has for each argument, in brackets', () => {
    expect(own('ARPU', 'B2:B99', 'C:C')).toBe('(SUM(B2:B99)/AVERAGE(C:C))')
    expect(own('NPS', "'Survey 2026'!$C$2:$C$99")).toBe(
      `(100*(COUNTIF('Survey 2026'!$C$2:$C$99,">=9")-COUNTIF('Survey 2026'!$C$2:$C$99,"<=6"))/COUNT('Survey 2026'!$C$2:$C$99))`,
    )
  })

  test('needs no brackets where it is a single call', () => {
    expect(own('CES', 'A:A', '7', '0')).toBe('AVERAGEIFS(A:A,A:A,">="&0,A:A,"<="&7)')
  })

  test('leaves out what adds nothing, and sums of one cell', () => {
    expect(own('LTV', '50', '80%', '4%')).toBe('(50*80%/4%)')
    expect(own('CAC', 'C19', "'My data'!C20")).toBe("(C19/'My data'!C20)")
    expect(own('CAC', 'C19', 'C20', 'C21')).toBe('((C19+C21)/C20)')
    expect(own('CAC', 'C19:C22', 'C:C')).toBe('(SUM(C19:C22)/SUM(C:C))')
    expect(own('ROAS', 'SUM(A1)', 'Rate')).toBe('(SUM(SUM(A1))/SUM(Rate))')
  })

  test('has the default of an argument that is left out, at the end or before others', () => {
    expect(own('LTV', '50', '80%', '4%', '1%')).toBe('(50*80%*(1+1%)/(4%+1%))')
    expect(own('REVENUE_CHURN', 'A1', 'B1', '', 'D1')).toBe('((B1-D1)/A1)')
    expect(own('REVENUE_CHURN', 'A1', 'B1', ' ', 'D1')).toBe('((B1-D1)/A1)')
  })

  test('has calculations in brackets of their own', () => {
    expect(own('ROI', 'A1+B1', '-5')).toBe('(((A1+B1)-(-5))/(-5))')
    expect(own('LTV_CAC', 'A1*2', 'SUM(B1)+SUM(C1)')).toBe('((A1*2)/(SUM(B1)+SUM(C1)))')
    expect(own('LTV_CAC', 'A1%', '-SUM(B1)')).toBe('((A1%)/(-SUM(B1)))')
    expect(own('LTV_CAC', 'Book[Ltv]*Book[Year]', '(A1)-(B1)')).toBe('((Book[Ltv]*Book[Year])/((A1)-(B1)))')
  })

  test.each([
    ['a cell', '$A$1'],
    ['a cell of another sheet', 'Sheet2!A1'],
    ['a number', '1.5e3'],
    ['a percentage', '2.5%'],
    ['a quoted text', '"a ""b"" + c"'],
    ['a call', 'MAX(A1, (B1-1)*2, ")")'],
    ['a call with dots in its name', 'NORM.S.INV(A1)'],
    ['a calculation in brackets', '(A1+B1)'],
    ['a list', '{1;2}'],
    ['a name', 'total_cost'],
    ['a column of a table', 'Costs[[#All],[Spent in 2026]]'],
  ])('has %s as it is', (_, text) => {
    expect(own('LTV_CAC', text, 'B1')).toBe(`(${text}/B1)`)
  })

  test('is nothing where the function has no such formula', () => {
    expect(own('NPS_MOE', 'A:A')).toBeNull()
  })

  test('is nothing where an argument is missing, or one is too many', () => {
    expect(own('LTV_CAC', 'A1')).toBeNull()
    expect(own('LTV_CAC', '', 'B1')).toBeNull()
    expect(own('LTV_CAC', 'A1', 'B1', 'C1')).toBeNull()
    expect(own('FCR', '')).toBeNull()
  })

  test('is nothing where an argument is given that the formula does not mention', () => {
    expect(own('LTV', '50', '80%', '4%', '', '12')).toBeNull()
    expect(own('FCR', 'A:A', 'B:B')).toBeNull()
    expect(own('CHURN_CONVERT', 'A1', '"year"')).toBeNull()
    expect(own('CHURN_CONVERT', 'A1', 'B1')).toBeNull()
  })

  test('is the same where such an argument is a choice that is meant anyway', () => {
    expect(own('CHURN_CONVERT', 'A1', '"month"', '"Year"')).toBe('(1-(1-A1)^12)')
    expect(own('CHURN_RATE', 'A1', 'B1', '', '"start"')).toBe('(B1/A1)')
  })

  test('counts cells alone, since COUNTIF takes nothing else', () => {
    for (const cells of ['A2:A9', 'Survey!C:C', 'Scores', 'Survey[Score]']) expect(own('NPS', cells)).toContain(cells)
    for (const values of ['{10;9}', 'A2:A9*1', 'FILTER(A:A,B:B)', '10']) expect(own('NPS', values)).toBeNull()
    expect(own('CSAT', 'A2:A9', 'B1-1')).toBe('(COUNTIF(A2:A9,">="&(B1-1))/COUNT(A2:A9))')
  })

  test('is nothing where an argument repeats', () => {
    const spec: Spec = { ...findMetric('METRIC_BY')!.spec, native: '=SUM({metric})' }
    expect(nativeFormula(spec, ['"NPS"'])).toBeNull()
  })
})

describe('the reference says how to do without us', () => {
  const plain = (name: string) => plainFormula(findMetric(name)!.spec)

  test('with the names of the arguments', () => {
    expect(plain('ROAS')).toEqual({ formula: '=SUM(attributed_revenue)/SUM(ad_spend)', condition: '' })
  })

  test('and which of them must be left out', () => {
    expect(plain('LTV')!.condition).toBe(', with max_periods and margin_growth left out')
    expect(plain('CHURN_RATE')!.condition).toBe(', with new_customers and method left out')
  })

  test('where it can be done', () => {
    expect(plain('NPS_MOE')).toBeNull()
  })
})
