import { describe, expect, test } from 'vitest'
import { asMeant } from '../../../workbench/typing.ts'
import '../../../workbench/engine.ts'

describe('what is typed', () => {
  test.each([
    ['80%%', '80%'],
    ['80% %', '80%'],
    ['-2.5%%', '-2.5%'],
    ['12,5%%', '12,5%'],
    ['.5%%', '.5%'],
    ['80%', '80%'],
    ['80', '80'],
    ['100%% sure', '100%% sure'],
    ['a%%', 'a%%'],
    ['%%', '%%'],
    ['“quoted”', '“quoted”'],
    ['one; two', 'one; two'],
  ])('%s is taken as %s', (typed, meant) => {
    expect(asMeant(typed)).toBe(meant)
  })
})

describe('a formula that is typed', () => {
  test.each([
    ['=LTV(100;80%;5%)', '=LTV(100,80%,5%)'],
    ['=LTV(100;0,8;0,05)', '=LTV(100,0.8,0.05)'],
    ['=KPI_STATUS(0,5;"> 0,4; gut")', '=KPI_STATUS(0.5,"> 0,4; gut")'],
    ["=NPS('Umfrage; 2026'!A:A)", "=NPS('Umfrage; 2026'!A:A)"],
    ["=CAC('a; b'!A1;2)", "=CAC('a; b'!A1,2)"],
    ['=NPS({10;9;3})', '=NPS({10;9;3})'],
    ['=CAC({100;50};{1;2})', '=CAC({100;50},{1;2})'],
    ['=CAC({1,5;2};3)', '=CAC({1,5;2},3)'],
    ['=LTV(100,0.8,0.05)', '=LTV(100,0.8,0.05)'],
    ['=CAC(1,5)', '=CAC(1,5)'],
    // Which of them parts the arguments?
    ['=LTV(100, A1; 5%)', '=LTV(100, A1; 5%)'],
    ['=COHORT_RETENTION(A:A,B:B,“quarter”)', '=COHORT_RETENTION(A:A,B:B,"quarter")'],
    ['=KPI_STATUS(1,„>= 1“)', '=KPI_STATUS(1,">= 1")'],
    ['=METRIC_BY("“a”",A:A,B:B)', '=METRIC_BY("“a”",A:A,B:B)'],
    ['=A1&"', '=A1&"'],
    ["='", "='"],
    ['=', '='],
  ])('%s is taken as %s', (typed, meant) => {
    expect(asMeant(typed)).toBe(meant)
  })
})
