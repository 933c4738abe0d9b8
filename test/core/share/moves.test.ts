import { describe, expect, test } from 'vitest'
import { cellsIn, followed, shifted } from '../../../core/share/moves.ts'
import { reference } from '../../../core/sheet/sheetReference.ts'

describe('a formula that is copied', () => {
  test.each([
    ['=ROAS(B1,C1)', 2, 1, '=ROAS(C3,D3)'],
    ['=ROAS($B1,C$1)', 2, 1, '=ROAS($B3,D$1)'],
    ['=ROAS($B$1,C1)', 2, 1, '=ROAS($B$1,D3)'],
    ['=NPS(A:A)', 5, 0, '=NPS(A:A)'],
    ['=NPS(A:$B)', 0, 2, '=NPS(C:$B)'],
    ['=NPS(A2:A99)+B1', 1, 0, '=NPS(A3:A100)+B2'],
    ['=NPS(Survey!E2:E9)', 3, 3, '=NPS(Survey!E2:E9)'],
    ["=NPS('My data'!E2)+E2", 1, 0, "=NPS('My data'!E2)+E3"],
    ['="A1"&LOG10(A1)&Q1!A1', 1, 0, '="A1"&LOG10(A2)&Q1!A1'],
    ['=Survey[A1]+Rate2+A1B+A1', 1, 0, '=Survey[A1]+Rate2+A1B+A2'],
    ['=SUM(Z9)', 0, 1, '=SUM(AA9)'],
    ['=LTV(50,80%,4%)', 9, 9, '=LTV(50,80%,4%)'],
    ['=LTV(1E5,2.5e1%,E5)', 1, 0, '=LTV(1E5,2.5e1%,E6)'],
  ])('%s by %i rows and %i columns is %s', (formula, rows, columns, copied) => {
    expect(shifted(formula, rows, columns)).toBe(copied)
  })

  test.each([
    ['=NPS(A1)', -1, 0],
    ['=NPS(A1)', 0, -1],
    ['=NPS(B:B)+A:A', 0, -1],
  ])('%s has no place %i rows and %i columns away', (formula, rows, columns) => {
    expect(shifted(formula, rows, columns)).toBeNull()
  })
})

describe('a formula that went elsewhere', () => {
  test.each([
    ['=LTV($B$1,B2)', 1, 0, 'all', '=LTV($B$2,B3)'],
    ['=ROAS(B2:B6,A2:A6)+C9', 1, 0, 'ends', '=ROAS(B2:B7,A2:A7)+C9'],
    ['=SUM(3:5)', 2, 0, 'relative', '=SUM(5:7)'],
    ['=SUM($3:$5)', 2, 0, 'relative', '=SUM($3:$5)'],
    ['=SUM($3:$5)', 2, 0, 'all', '=SUM($5:$7)'],
  ] as const)('%s by %i rows and %i columns with %s of its cells is %s', (formula, rows, columns, along, moved) => {
    expect(shifted(formula, rows, columns, along)).toBe(moved)
  })
})

describe('the cells that a formula names', () => {
  test.each([
    ['=ROAS(B1,$C$2)', ['A!B1', 'A!C2']],
    ["=NPS(Survey!E2:E9)+'My ''data'''!$A$1", ['Survey!E2:E9', "'My ''data'''!A1"]],
    ['=SUM(A:B)+SUM(B2:B)+SUM(3:4)', ['A!A:B', 'A!B2:B', 'A!3:4']],
    ['="A1"&LTV(50,80%,4%)', []],
  ])('of %s are %j', (formula, cells) => {
    expect(cellsIn(formula, 'A').map(reference)).toEqual(cells)
  })
})

describe('a formula whose cells went where those of another went', () => {
  test.each([
    ['=ROAS(B1,B2)', '=SUM(B1)/SUM(B2)', '=SUM(B2)/SUM(B3)', '=ROAS(B2,B3)'],
    ['=ROAS(B1,B2)', '=SUM(B1)/SUM(B2)', '=SUM(B1)/SUM(B4)', '=ROAS(B1,B4)'],
    ['=ROAS(Data!B:B,Data!A:A)', '=SUM(Data!B:B)/SUM(Data!A:A)', "=SUM('Q 1'!C:C)/SUM('Q 1'!A:A)", "=ROAS('Q 1'!C:C,'Q 1'!A:A)"],
    ['=NPS(S!E2:E9)', '=(COUNTIF(S!E2:E9,">=9")-COUNTIF(S!E2:E9,"<=6"))/COUNT(S!E2:E9)', '=(COUNTIF(S!F3:F10,">=9")-COUNTIF(S!F3:F10,"<=6"))/COUNT(S!F3:F10)', '=NPS(S!F3:F10)'],
    ['=ROAS($B$1,B2)', '=SUM($B$1)/SUM(B2)', '=SUM($B$2)/SUM(B3)', '=ROAS($B$2,B3)'],
    ['=LTV(50,80%,4%)', '=50*80%/4%', '=50*80%/4%', '=LTV(50,80%,4%)'],
  ])('%s, as %s is %s by now', (formula, before, after, now) => {
    expect(followed(formula, before, after)).toBe(now)
  }) // prettier-ignore

  test.each([
    ['names more cells', '=SUM(B1)/SUM(B2)', '=SUM(B1)/SUM(B2)+B3'],
    ['has a cell in two places', '=B1/B2*B1', '=B1/B2*B9'],
    ['does not name all cells', '=SUM(B1)', '=SUM(B1)'],
  ])('is not known when that one %s', (_, before, after) => {
    expect(followed('=ROAS(B1,B2)', before, after)).toBeNull()
  })
})
