import { expect, test } from 'vitest'
import type { Cell } from '../../../core/cell.ts'
import { findingsOf } from '../../../core/data/findings.ts'
import { mendOf, type Mend } from '../../../core/data/mend.ts'
import { tableOf } from '../../../core/data/table.ts'
import { changeText, visible } from '../../../core/data/words.ts'
import { hostileTexts } from '../../hostileTexts.ts'

function mendIn(title: string, what: string, cells: readonly Cell[]): Mend | null {
  const table = tableOf([[title], ...cells.map((cell): Cell[] => [cell]), ['the end']])!
  const findings = findingsOf(table)
  const finding = findings.find((one) => one.what === what && one.column === 0)
  expect(finding, `${what} in ${findings.map((one) => one.what).join()}`).toBeDefined()
  return mendOf(table, finding!, findings)
}
const after = (mend: Mend | null, answer?: string) => mend!.changes(answer).map((change) => change.after)

test('texts become numbers by the mark that their column shows', () => {
  expect(after(mendIn('amount', 'number as text', ['R$ 10,50', 'R$ 1.234', '7']))).toEqual([10.5, 1234, 7])
  expect(after(mendIn('amount', 'number as text', ['10.50', '1.234', '(7.00)']))).toEqual([10.5, 1.234, -7])
})

test('where the column does not show the mark it is asked for, with what the number would be', () => {
  const mend = mendIn('amount', 'number as text', ['1.234', '5'])
  expect(mend!.question!.choices.map(({ answer, example }) => [answer, example.after])).toEqual([
    [',', 1234],
    ['.', 1.234],
  ])
  expect(mend!.changes()).toEqual([])
  expect([after(mend, ','), after(mend, '.')]).toEqual([
    [1234, 5],
    [1.234, 5],
  ])
})

test('a share keeps its sign, and money its decimals', () => {
  const formats = (...cells: string[]) =>
    mendIn('n', 'number as text', cells)!
      .changes()
      .map(({ format }) => format)
  expect(formats('80%', '12.5%', '7')).toEqual(['0%', '0.00%', undefined])
  expect(formats('$5', '$6.50')).toEqual(['#,##0.00', '#,##0.00'])
})

test('amounts of several currencies are not made numbers', () => {
  expect(mendIn('amount', 'number as text', ['€5.00', '$6.00'])).toBeNull()
})

test('dates go by the order that their column shows, else it is asked for', () => {
  expect(after(mendIn('when', 'date as text', ['01/02/2024', '13/02/2024']))).toEqual([45323, 45335])
  expect(after(mendIn('when', 'date as text', ['01/02/2024', '02/13/2024']))).toEqual([45293, 45335])
  const asked = mendIn('when', 'date as text', ['01/02/2024', '03/02/2024'])
  expect(asked!.changes()).toEqual([])
  expect([after(asked, 'day first'), after(asked, 'month first')]).toEqual([
    [45323, 45325],
    [45293, 45353],
  ])
})

test('where both orders stand, those in doubt are asked for and the others go by themselves', () => {
  const both = mendIn('when', 'date as text', ['13/02/2024', '02/13/2024', '01/02/2024'])
  expect(both!.question!.text).toMatch(/^Some of these/)
  expect(after(both, 'month first')).toEqual([45335, 45335, 45293])
})

test('dates show their time of day where one has it, and a day that stands for none is left', () => {
  const changes = mendIn('when', 'date as text', ['2024-03-01T10:30:00Z', '1 Mar 2024', '9999-12-31'])!.changes()
  expect(changes.map((change) => [change.after, change.format])).toEqual([
    [45352.4375, 'yyyy-mm-dd hh:mm'],
    [45352, 'yyyy-mm-dd hh:mm'],
  ])
})

test('ids become alike, in small letters where they are addresses', () => {
  expect(after(mendIn('customer', 'spelled differently', ['Ann@X', 'ann@x\u200b', 'ann@x']))).toEqual([
    'ann@x',
    'ann@x',
  ])
  expect(after(mendIn('customer', 'spelled differently', ['ACME', 'Acme', 'Acme ']))).toEqual(['Acme', 'Acme'])
})

test('placeholders become blank, also dates and those among numbers; words do not', () => {
  expect(after(mendIn('customer', 'placeholder', ['a', 'N/A', '-']))).toEqual([null, null])
  expect(after(mendIn('closed', 'placeholder date', [46000, 46001, 2958465]))).toEqual([null])
  expect(after(mendIn('score', 'text among numbers', [9, 8, 7, 'n/a', 'late']))).toEqual([null])
})

test('spaces and marks go, lines stay', () => {
  expect(after(mendIn('note', 'stray spaces', [' a  b ', 'one\ntwo  lines']))).toEqual(['a b', 'one\ntwo lines'])
  expect(after(mendIn('note', 'invisible marks', ['a\u00a0b', '\ufeff\u200b', 'x\u200by']))).toEqual([
    'a b',
    null,
    'xy',
  ])
})

test('whatever the text, a mend gives text, numbers, or nothing, and mends it once', () => {
  const cells = [...hostileTexts, 'Ann@x.com', 'ann@x.com']
  const table = tableOf([['customer'], ...cells.map((cell): Cell[] => [cell])])!
  const findings = findingsOf(table)
  for (const finding of findings) {
    const mend = mendOf(table, finding, findings)
    for (const answer of [undefined, '.', ',', 'day first', 'month first']) {
      for (const change of mend?.changes(answer) ?? []) {
        expect(['string', 'number', 'object']).toContain(typeof change.after)
        if (typeof change.after === 'number') expect(Number.isFinite(change.after)).toBe(true)
        expect(change.before).toBe(cells[change.row])
        expect(changeText(change).before.length).toBeLessThan(1500)
        if (mend!.kind === 'trim' && change.after !== null) {
          const again = findingsOf(tableOf([['note'], [change.after], ['end'], ['end 2']])!)
          expect(
            again.flatMap(({ what }) => (/marks|spaces/.test(what) ? [what] : [])),
            String(change.after),
          ).toEqual([])
        }
      }
    }
  }
})

test('what nobody sees is made visible', () => {
  expect(visible(' a\u200bb\u00a0c  d ')).toBe('␣a‹U+200B›b‹no-break space›c␣␣d␣')
  expect(visible('x'.repeat(500))).toHaveLength(61)
})
