import { describe, expect, test } from 'vitest'
import { withOwnFormulas } from '../../../core/share/ownFormulas.ts'

describe('a formula with formulas of the spreadsheet’s own', () => {
  test.each([
    ['=ROAS(B:B, C:C)', '=SUM(B:B)/SUM(C:C)'],
    ['=ROUND(ROAS(B:B, C:C), 1)&"x"', '=ROUND((SUM(B:B)/SUM(C:C)), 1)&"x"'],
    ['=A1+PCT_CHANGE(B2, B1)*2', '=A1+((B2-B1)/B1)*2'],
    ['=SUM(A:A)', '=SUM(A:A)'],
    ['="ROAS(B:B, C:C)"', '="ROAS(B:B, C:C)"'],
    ["='ROAS(1, 2)'!A1+ROAS(B:B, C:C)", "='ROAS(1, 2)'!A1+(SUM(B:B)/SUM(C:C))"],
  ])('%s is %s', (formula, own) => {
    expect(withOwnFormulas(formula)).toBe(own)
  })

  test('holds those of functions within functions', () => {
    expect(withOwnFormulas('=LTV_CAC(LTV(50, 80%, 4%), ROAS(B:B, C:C))')).toBe('=(50*80%/4%)/(SUM(B:B)/SUM(C:C))')
  })

  test.each([
    ['a table', '=REASON_PARETO(A:A)'],
    ['one among several', '=ROAS(B:B, C:C)+NPS_MOE(A:A)'],
    ['one within another', '=LTV_CAC(SBG_LTV(A1:B2, 1, 2), 5)'],
    ['an option that the formula does not know', '=FCR(A:A, B:B)'],
  ])('is none for %s without one', (_, formula) => {
    expect(withOwnFormulas(formula)).toBeNull()
  })
})
