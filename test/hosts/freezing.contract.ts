import { beforeEach, describe, expect, test } from 'vitest'
import type { CellValue, FormulaToFreeze, SheetFormulas } from '../../core/sheet/book.ts'
import { keptIn } from '../../core/sheet/keptFormula.ts'
import type { BookUnderTest } from './book.contract.ts'
import { toFreeze } from './toFreeze.ts'

/** What cells show, and their notes. */
export interface FreezingUnderTest {
  /** What a cell shows, "" or null for nothing. */
  shown(sheet: string, cell: string): Promise<CellValue>
  /** How it shows it. */
  text(sheet: string, cell: string): Promise<string>
  note(sheet: string, cell: string): Promise<string>
  /** Writes a note as a person does. */
  setNote(sheet: string, cell: string, note: string): Promise<void>
}

/** How every book makes values of formulas and formulas of values. `host` gives the one of the test that runs. */
export function freezingContract(host: () => BookUnderTest): void {
  const TABLE = '=REASON_PARETO(A1:A5)'
  const SCORE = '=NPS(B1:B5)'
  const AREA = ['C1', 'D1', 'E1', 'F1', 'C2', 'D2', 'E2', 'F2', 'C3', 'D3', 'E3', 'F3', 'C4', 'D4', 'E4', 'F4']
  const table = () => toFreeze(0, 2, TABLE)
  const score = (more: Partial<FormulaToFreeze> = {}) => toFreeze(0, 7, SCORE, more)
  const contents = (cells: string[]) => Promise.all(cells.map((cell) => host().content('Sheet1', cell)))
  const values = (cells: string[]) => Promise.all(cells.map(async (cell) => (await host().shown('Sheet1', cell)) ?? ''))
  const noted = async (row: number, column: number, cell: string) => {
    const note = await host().note('Sheet1', cell)
    return { sheet: 'Sheet1', row, column, note, formula: keptIn(note)?.formula ?? '' }
  }
  /** Once it is worked out, which takes a moment in Excel. */
  const whenShown = (cell: string, value: CellValue) =>
    expect.poll(() => host().shown('Sheet1', cell), { timeout: 5000 }).toBe(value)

  describe('freezing', () => {
    beforeEach(async () => {
      const { put } = host()
      for (const [i, reason] of ['Late', 'Late', 'Broken', 'Late', 'Wrong'].entries()) {
        await put('Sheet1', `A${i + 1}`, reason)
        await put('Sheet1', `B${i + 1}`, i === 0 ? 3 : 10)
      }
      await put('Sheet1', 'C1', TABLE)
      await put('Sheet1', 'H1', SCORE)
      await whenShown('D2', 3)
      await whenShown('H1', 60)
    })

    test('a formula becomes the number that it shows, in the format of its cell', async () => {
      await host().setFormat('Sheet1', 'H1', '0.0')
      expect(await host().book.freeze([score()])).toEqual([{ became: 'value' }])
      expect(await contents(['H1', 'C1', 'B2'])).toEqual(['60', TABLE, '10'])
      expect(await host().format('Sheet1', 'H1')).toBe('0.0')
    })

    test('the note of its cell keeps the formula', async () => {
      await host().book.freeze([score()])
      const note = await host().note('Sheet1', 'H1')
      expect(note).toMatch(/^Cuesheet: =NPS\(B1:B5\)\nStood in H1, 1 row × 1 column\. Cuesheet needs these two lines /)
      expect(keptIn(note)).toMatchObject({ formula: SCORE, rows: 1, columns: 1, beside: '' })
    })

    test('a table becomes values in all cells that it fills', async () => {
      const before = await values(AREA)
      expect(await host().book.freeze([table()])).toEqual([{ became: 'value' }])
      expect(await values(AREA)).toEqual(before)
      expect((await contents(AREA)).some((content) => content.startsWith('='))).toBe(false)
      expect(keptIn(await host().note('Sheet1', 'C1'))).toMatchObject({ formula: TABLE, rows: 4, columns: 4 })
      expect(await host().note('Sheet1', 'D1')).toBe('')
    })

    test('several formulas at once keep what each shows, though one reads the other', async () => {
      await host().put('Sheet1', 'I1', '=H1*2')
      await whenShown('I1', 120)
      const all = [table(), score(), toFreeze(0, 8, '=H1*2')]
      expect(await host().book.freeze(all)).toEqual(all.map(() => ({ became: 'value' })))
      expect(await contents(['C2', 'D2', 'H1', 'I1'])).toEqual(['Late', '3', '60', '120'])
    })

    test('another formula takes its place when it shows the same', async () => {
      const instead = '=100*(COUNTIF(B1:B5,">=9")-COUNTIF(B1:B5,"<=6"))/COUNT(B1:B5)'
      expect(await host().book.freeze([score({ instead })])).toEqual([{ became: 'formula' }])
      expect((await host().content('Sheet1', 'H1')).replace(/\s/g, '')).toBe(instead)
      expect(await host().shown('Sheet1', 'H1')).toBe(60)
      expect(keptIn(await host().note('Sheet1', 'H1'))).toMatchObject({ formula: SCORE })
    })

    test('another formula shows the same, though it names cells of per cent', async () => {
      await host().put('Sheet1', 'J1', 50)
      await host().put('Sheet1', 'J2', '80%')
      await host().setFormat('Sheet1', 'J2', '0%')
      await host().put('Sheet1', 'J3', '=SUM(50*0.8)')
      const text = await host().text('Sheet1', 'J3')
      const offered = { instead: '=SUM(J1)*J2' }
      expect(await host().book.freeze([toFreeze(2, 9, '=SUM(50*0.8)', offered)])).toEqual([{ became: 'formula' }])
      expect(Number(await host().text('Sheet1', 'J3'))).toBe(Number(text))
    })

    test('another formula that shows something else gives way to the value', async () => {
      const all = [score({ instead: '=59+0' }), table()]
      expect(await host().book.freeze(all)).toEqual([{ became: 'value' }, { became: 'value' }])
      expect(await contents(['H1', 'D2'])).toEqual(['60', '3'])
    })

    test('a text that looks like a formula or a number stays a text', async () => {
      await host().put('Sheet1', 'J1', '="="&"1+1"')
      await host().put('Sheet1', 'J2', '="0"&"7"')
      await host().book.freeze([toFreeze(0, 9, '="="&"1+1"'), toFreeze(1, 9, '="0"&"7"')])
      expect(await values(['J1', 'J2'])).toEqual(['=1+1', '07'])
    })

    test('an empty text stays one, in a cell that is not blank', async () => {
      await host().put('Sheet1', 'J1', '=""&""')
      expect(await host().book.freeze([toFreeze(0, 9, '=""&""')])).toEqual([{ became: 'value' }])
      expect(await host().shown('Sheet1', 'J1')).toBe('')
      expect(await host().content('Sheet1', 'J1')).toBe('=""')
      const [kept] = [await noted(0, 9, 'J1')]
      expect(await host().book.thaw([kept])).toEqual([{ done: true }])
      expect(await host().content('Sheet1', 'J1')).toBe('=""&""')
    })

    test('a formula that shows an error stays, and what it shows is told', async () => {
      await host().put('Sheet1', 'J1', '=1/0')
      const [error] = await host().book.freeze([toFreeze(0, 9, '=1/0'), score()])
      expect(error).toEqual({ became: 'kept', why: 'error', shows: '#DIV/0!' })
      expect(await contents(['J1', 'H1'])).toEqual(['=1/0', '60'])
      expect(await host().note('Sheet1', 'J1')).toBe('')
    })

    test('a formula that is another one by now stays', async () => {
      await host().put('Sheet1', 'H1', '=1+2')
      expect(await host().book.freeze([score()])).toEqual([{ became: 'kept', why: 'changed', shows: '=1+2' }])
      expect(await host().content('Sheet1', 'H1')).toBe('=1+2')
    })

    test('what a person had noted stays above', async () => {
      await host().setNote('Sheet1', 'H1', 'Ask Ann\nabout this')
      await host().book.freeze([score()])
      expect(await host().note('Sheet1', 'H1')).toMatch(/^Ask Ann\nabout this\n\nCuesheet: =NPS/)
      await host().book.thaw([await noted(0, 7, 'H1')])
      expect(await host().note('Sheet1', 'H1')).toBe('Ask Ann\nabout this')
    })
  })

  describe('thawing', () => {
    beforeEach(async () => {
      await host().put('Sheet1', 'A1', 'Late')
      await host().put('Sheet1', 'A2', 'Wrong')
      await host().put('Sheet1', 'B1', 10)
      await host().put('Sheet1', 'C1', TABLE)
      await host().put('Sheet1', 'H1', SCORE)
      await whenShown('D2', 1)
      await whenShown('H1', 100)
      await host().book.freeze([table(), score()])
    })

    test('formulas come back with all that they fill, and the notes go', async () => {
      const kept = [await noted(0, 2, 'C1'), await noted(0, 7, 'H1')]
      expect(await host().book.thaw(kept)).toEqual([{ done: true }, { done: true }])
      expect(await contents(['C1', 'H1'])).toEqual([TABLE, SCORE])
      await whenShown('D2', 1)
      expect([await host().note('Sheet1', 'C1'), await host().note('Sheet1', 'H1')]).toEqual(['', ''])
    })

    test('what was changed since is left as it is', async () => {
      const kept = [await noted(0, 2, 'C1'), await noted(0, 7, 'H1')]
      await host().put('Sheet1', 'D3', 5)
      expect(await host().book.thaw(kept)).toEqual([{ done: false }, { done: true }])
      expect(await contents(['C2', 'D3', 'H1'])).toEqual(['Late', '5', SCORE])
      expect(await host().note('Sheet1', 'C1')).toBe(kept[0]!.note)
    })

    test('the formula comes back that is asked for, as its cells may have moved', async () => {
      const kept = { ...(await noted(0, 7, 'H1')), formula: '=NPS(B1:B2)' }
      expect(await host().book.thaw([kept])).toEqual([{ done: true }])
      expect(await contents(['H1'])).toEqual(['=NPS(B1:B2)'])
    })

    test('where the note is another one by now nothing comes back', async () => {
      const kept = [await noted(0, 7, 'H1')]
      await host().setNote('Sheet1', 'H1', 'mine')
      expect(await host().book.thaw(kept)).toEqual([{ done: false }])
      expect(await contents(['H1'])).toEqual(['100'])
    })

    test('they are found by their notes after rows were inserted above', async () => {
      await host().insertRow('Sheet1', 1)
      const [{ notes }] = (await host().book.readFormulas('Sheet1')) as [SheetFormulas]
      expect(notes.map(({ row, column }) => [row, column])).toEqual([
        [1, 2],
        [1, 7],
      ])
      const formula = (note: string) => keptIn(note)!.formula
      const kept = notes.map(({ text, ...place }) => ({
        sheet: 'Sheet1',
        ...place,
        note: text,
        formula: formula(text),
      }))
      expect(await host().book.thaw(kept)).toEqual([{ done: true }, { done: true }])
      expect((await host().content('Sheet1', 'C2')).startsWith('=REASON_PARETO')).toBe(true)
    })

    test('a formula of the spreadsheet’s own gives way to ours again, though its cells were moved', async () => {
      await host().book.thaw([await noted(0, 7, 'H1')])
      await whenShown('H1', 100)
      await host().book.freeze([score({ instead: '=SUM(B1:B5)*10' })])
      expect(await host().book.thaw([await noted(0, 7, 'H1')])).toEqual([{ done: true }])
      expect(await contents(['H1'])).toEqual([SCORE])
    })
  })

  describe('formulas and notes', () => {
    test('are told for a sheet, where there are any', async () => {
      await host().put('Sheet1', 'B2', '=1+2')
      await host().put('Sheet1', 'A1', 'text')
      await host().setNote('Sheet1', 'A1', 'mine')
      expect(await host().book.readFormulas('Sheet1')).toEqual([
        {
          sheet: 'Sheet1',
          formulas: [{ row: 1, column: 1, text: '=1+2' }],
          notes: [{ row: 0, column: 0, text: 'mine' }],
        },
      ])
    })

    test('of a table its formula is told once', async () => {
      await host().put('Sheet1', 'A1', 'Late')
      await host().put('Sheet1', 'C1', TABLE)
      await whenShown('C2', 'Late')
      const [{ formulas }] = (await host().book.readFormulas('Sheet1')) as [SheetFormulas]
      expect(formulas).toEqual([{ row: 0, column: 2, text: TABLE }])
    })

    test('are told for all sheets in their order, those that are hidden too', async () => {
      const plan = { name: 'More', columns: [{ title: 'Sum', width: 90, kind: 'any' as const }] }
      await host().book.createSheets([{ ...plan, rows: [[{ formula: '=2+3' }]] }])
      await host().put('Sheet1', 'A1', '=1+2')
      await host().hide('Sheet1')
      const all = await host().book.readFormulas(null)
      expect(all.map(({ sheet, formulas }) => [sheet, formulas.map(({ text }) => text)])).toEqual([
        ['Sheet1', ['=1+2']],
        ['More', ['=2+3']],
      ])
    })
  })
}
