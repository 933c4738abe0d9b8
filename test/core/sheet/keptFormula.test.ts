import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contentsOf,
  hasLostFormula,
  keptIn,
  markOf,
  noteKeeping,
  type KeptFormula,
} from '../../../core/sheet/keptFormula.ts'

const kept: KeptFormula = {
  formula: '=NPS(Survey!E:E)',
  cell: 'B3',
  rows: 1,
  columns: 1,
  mark: '4-123',
  named: '9--8',
  beside: '',
}

describe('a note that keeps a formula', () => {
  test('says what stood there, and how much of it', () => {
    expect(noteKeeping(kept)).toBe(
      'Cuesheet: =NPS(Survey!E:E)\nStood in B3, 1 row × 1 column. Cuesheet needs these two lines to bring it back: 4-123.9--8.18--1541892893',
    )
    expect(noteKeeping({ ...kept, rows: 12, columns: 3, beside: 'Ask Ann' })).toBe(
      'Ask Ann\n\nCuesheet: =NPS(Survey!E:E)\nStood in B3, 12 rows × 3 columns. Cuesheet needs these two lines to bring it back: 4-123.9--8.18--1541892893',
    )
  })

  test('gives all of it back, whatever a person had noted and however the formula is broken into lines', () => {
    const text = (...more: string[]) => fc.string({ unit: fc.constantFrom('a', ' ', '\n', '=', '1 row', '“', ...more) })
    fc.assert(
      fc.property(text('Cuesheet: '), text(), fc.integer({ min: 1, max: 9999 }), (own, more, rows) => {
        const one = { ...kept, formula: `=LTV(1,${more}2)`, rows, columns: 7, beside: own.trimEnd() }
        expect(keptIn(noteKeeping(one))).toEqual(one)
      }),
    )
  })

  test.each([
    ['a note of a person', 'Ask Ann'],
    ['an empty note', ''],
    ['a formula in a note', 'Cuesheet: =NPS(A:A)'],
    ['a note of which a line was changed', noteKeeping(kept).replace('Stood', 'stood')],
  ])('%s keeps none', (_, note) => {
    expect(keptIn(note)).toBeNull()
  })

  test.each([
    ['below', `${noteKeeping(kept)}\nI like this`, 'I like this'],
    ['right above', `Mine\n${noteKeeping(kept)}`, 'Mine'],
    ['on both sides', `Mine\n${noteKeeping(kept)}\n\nand\nmore `, 'Mine\nand\nmore'],
  ])('is read where a person writes %s, which stays', (_, note, beside) => {
    expect(keptIn(note)).toEqual({ ...kept, beside })
  })

  test('that was changed in its own lines is known to be lost', () => {
    expect(hasLostFormula(noteKeeping(kept).replace('Stood', 'stood'))).toBe(true)
    expect(hasLostFormula(noteKeeping(kept).replace('Cuesheet: =', 'Ann: Cuesheet: ='))).toBe(true)
    expect(hasLostFormula(noteKeeping(kept).split('\n')[1]!)).toBe(true)
    expect(hasLostFormula(noteKeeping(kept).split('\n')[0]!)).toBe(true)
    expect(hasLostFormula(noteKeeping(kept))).toBe(false)
    expect(hasLostFormula('Ask Ann about NPS')).toBe(false)
  })

  test.each([
    ['at the end of its first line', (note: string) => note.replace('\n', ' checked by Ann\n')],
    ['between its lines', (note: string) => note.replace('\n', '\nby Ann\n')],
    ['into the formula', (note: string) => note.replace('E:E', 'F:F')],
  ])('is lost where a person writes %s: that is no formula of ours', (_, write) => {
    expect(keptIn(write(noteKeeping(kept)))).toBeNull()
    expect(hasLostFormula(write(noteKeeping(kept)))).toBe(true)
  })

  test('is read with a full stop behind it', () => {
    expect(keptIn(`${noteKeeping(kept)}.`)).toMatchObject({ formula: kept.formula, mark: kept.mark, named: kept.named })
  })

  test('does without what the cells hold that are named', () => {
    expect(keptIn(noteKeeping({ ...kept, named: '' }))).toEqual({ ...kept, named: '' })
  })

  test('is read though a spreadsheet adds blanks or line ends', () => {
    expect(keptIn(`${noteKeeping(kept)}\n `)).toEqual(kept)
  })
})

describe('the mark of cells', () => {
  test('is another one when one of them changes', () => {
    const cells = [
      ['a', 1, null],
      ['b', 2, true],
    ]
    const changed = [
      ['a', 1, null],
      ['b', 2, false],
    ]
    expect(markOf(cells, '')).not.toBe(markOf(changed, ''))
    expect(markOf([[1, 2]], '')).not.toBe(markOf([[1], [2]], ''))
    expect(markOf([['1']], '')).not.toBe(markOf([[1]], ''))
    expect(markOf([[null]], '')).not.toBe(markOf([[0]], ''))
    expect(markOf(cells, '')).not.toContain(' ')
  })

  test('does not mind the digits that a file may lose', () => {
    expect(markOf([[0.1 + 0.2]], '')).toBe(markOf([[0.3]], ''))
    expect(markOf([[0.123456789012]], '')).not.toBe(markOf([[0.123456789022]], ''))
  })

  test('of a formula does not mind brackets, which files leave out', () => {
    expect(markOf([[5]], '=ROUND((SUM(B1)/SUM(B2)),1)')).toBe(markOf([[5]], '=ROUND(SUM(B1)/SUM(B2),1)'))
  })

  test.each([
    ['=SUM(B2:B)/SUM(A2:A)', '=SUM(B2:B100)/SUM(A2:A100)'],
    ['=SUM(S!3:3)', '=SUM(S!5:5)'],
  ])('of %s is that of %s, as a file or an inserted row makes it', (one, other) => {
    expect(markOf([[5]], other)).toBe(markOf([[5]], one))
  })

  test('of a truth is the same as LibreOffice writes it', () => {
    expect(markOf([[true]], '=TRUE()')).toBe(markOf([[true]], ''))
  })

  test('of a formula does not mind rows, columns and sheets that moved, blanks and capitals', () => {
    const mark = markOf([[5]], '=SUM(B2:B9)/COUNTIF(Survey!E:E,">=9")')
    expect(markOf([[7]], '=sum($C3:$C10) / COUNTIF(\'Survey 2\'!F:F, ">=9")')).toBe(mark)
    expect(markOf([[5]], '=SUM(B2:B9)/COUNTIF(Survey!E:E,">=8")')).not.toBe(mark)
    expect(markOf([[5]], '=SUM(B2:B9)*COUNTIF(Survey!E:E,">=9")')).not.toBe(mark)
  })

  test.each([
    ['=COUNTIF(A:A,"Q1")', '=COUNTIF(A:A,"Q2")'],
    ['=SUM(A:A)/1E5', '=SUM(A:A)/1E6'],
    ['=SUM(A:A)*Rate1', '=SUM(A:A)*Rate2'],
  ])('of %s is another one than of %s: texts, numbers and names are no cells', (one, other) => {
    expect(markOf([[5]], one)).not.toBe(markOf([[5]], other))
  })
})

describe('what named cells hold', () => {
  test('is the same with blank rows among them, and another when one of them changes', () => {
    const cells = [[['a', 1], ['b', 2]], [[5]]] // prettier-ignore
    const apart = [[['a', 1], [null, null], ['b', 2]], [[5]]] // prettier-ignore
    expect(contentsOf(apart)).toBe(contentsOf(cells))
    expect(contentsOf([[['a', 1], ['b', 3]], [[5]]])).not.toBe(contentsOf(cells)) // prettier-ignore
    expect(contentsOf([[['a', 1], ['b', 2], [5]]])).not.toBe(contentsOf(cells)) // prettier-ignore
    expect(contentsOf([[[0.1 + 0.2]]])).toBe(contentsOf([[[0.3]]]))
  })
})
