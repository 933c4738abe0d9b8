import { describe, expect, test } from 'vitest'
import { anchored } from '../../core/catalogue/explain.ts'
import { isSame, reconcile } from '../../core/sheet/rows.ts'

describe('a row that was sorted to another place', () => {
  test('is the same row, although its formula names other cells of its own', () => {
    const now = {
      values: [
        ['Id', 'Value', 'Status'],
        ['b', 2, 'red'],
        ['a', 1, 'green'],
      ],
      formulas: [
        ['', '', ''],
        ['', '', '=KPI_STATUS(B2, ">1")'],
        ['', '', '=KPI_STATUS(B3, ">1")'],
      ],
    }
    const seen = { Id: 'a', Value: '1', Status: '=KPI_STATUS(B2, ">1")' }
    const changes = [{ id: 'a', seen, cells: { Value: 3 } }]
    const { edit, outcome } = reconcile(now, { sheet: 'Signals', idTitle: 'Id', changes })
    expect(outcome).toEqual({ done: ['a'], refused: [] })
    expect(edit).toMatchObject({ row: 2, column: 1, cells: [[3]] })
  })

  test.each([
    ['=NPS(Survey!E2:E9)', '=NPS(Survey!E2:E10)'],
    ['=NPS($E$2)', '=NPS($E$3)'],
    ['=L2+1', '=L2+2'],
    ['=L2+1', '=M2+1'],
    ['L2', 'L3'],
  ])('%s and %s are not the same', (one, other) => {
    expect(isSame(one, other)).toBe(false)
  })
})

describe('the cells of a metric', () => {
  test.each([
    ['=NPS(Survey!E2:E99)', '=NPS(Survey!$E$2:$E$99)'],
    ['=NPS(Survey!E:E)', '=NPS(Survey!E:E)'],
    ["=NPS('Q1 2026'!E2:E)", "=NPS('Q1 2026'!$E$2:E)"],
    ['=NPS(Survey!$E$2:E99)', '=NPS(Survey!$E$2:$E$99)'],
    ['=LTV(A1, 80%, Plan!B2)', '=LTV($A$1, 80%, Plan!$B$2)'],
    ['=KPI_STATUS(Q1!A2, "A1 or better")', '=KPI_STATUS(Q1!$A$2, "A1 or better")'],
    ['=1+1', '=1+1'],
    ['=NPS(FILTER(Survey!E2:E99, Survey!G2:G99="G2"))', '=NPS(FILTER(Survey!$E$2:$E$99, Survey!$G$2:$G$99="G2"))'],
    ['=ROUND(NPS(E2:E9), 1)+B3*2', '=ROUND(NPS($E$2:$E$9), 1)+$B$3*2'],
    ["=LOG10(A1)+'LOG10 A1'!B2", "=LOG10($A$1)+'LOG10 A1'!$B$2"],
    ['=NPS(Survey[[Q1]:[Q2]])+XFD1', '=NPS(Survey[[Q1]:[Q2]])+$XFD$1'],
    ['="it""s A1"&A1', '="it""s A1"&$A$1'],
    ['=Umsatz2+Ä1+A1B', '=Umsatz2+Ä1+A1B'],
    ['=LTV(1E5, .5E1%, E5)', '=LTV(1E5, .5E1%, $E$5)'],
  ])('%s is written as %s, so that the row can be sorted', (formula, written) => {
    expect(anchored(formula)).toBe(written)
  })
})
