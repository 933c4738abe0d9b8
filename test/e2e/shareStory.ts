import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look, type Sidebar } from './signalsSteps.ts'

/** A spreadsheet in whose sheet in front `typed` was typed, and the hands of a person in it. */
export interface Shared {
  side: Sidebar
  /** What a cell holds: its value as text, with a formula as it is typed. */
  content(cell: string): Promise<string>
  note(cell: string): Promise<string>
  put(cell: string, typed: string): Promise<void>
  errors(): string[]
  close(): Promise<void>
}

/** Answers, reasons, and what a person has made of them, in the order in which they are typed. */
export const typed: readonly (readonly [cell: string, content: string | number])[] = [
  ...[10, 9, 3, 8].map((score, i) => [`A${i + 1}`, score] as const),
  ...['Late', 'Late', 'Wrong', 'Late'].map((reason, i) => [`B${i + 1}`, reason] as const),
  ['C1', '=NPS(A1:A4)'],
  ['D1', '=REASON_PARETO(B1:B4)'],
]

/** A workbook is made readable for people without our functions, and comes back. */
export function shareStory(name: string, open: () => Promise<Shared>): void {
  describe(`sharing from ${name}`, () => {
    let host: Shared
    let side: Sidebar
    beforeAll(async () => {
      host = await open()
      ;({ side } = host)
    })
    afterAll(() => host?.close())

    const press = (label: string) => side.frame.getByRole('button', { name: label }).click()
    const said = () => side.frame.locator('#panel-Share [role=status]')
    const cells = (...names: string[]) => Promise.all(names.map((cell) => host.content(cell)))

    test('the tab says what it is for', async () => {
      // In Excel a table takes a moment.
      await expect.poll(() => host.content('F2')).toBe('0.75')
      await side.frame.getByRole('tab', { name: 'Share' }).click()
      await side.frame.getByText('People without Cuesheet see #NAME?').waitFor()
      await look(side, '60-share')
    })

    test('formulas become values, and their notes keep them', async () => {
      await press('Make portable')
      await expect.poll(() => said().textContent()).toMatch(/^2 formulas became values\./)
      expect(await cells('C1', 'D1', 'D2', 'E2', 'F2')).toEqual(['25', 'reason', 'Late', '3', '0.75'])
      expect(await host.note('C1')).toMatch(/^Cuesheet: =NPS\(A1:A4\)\nStood in C1, 1 row × 1 column\. /)
      expect(await host.note('D1')).toMatch(/^Cuesheet: =REASON_PARETO\(B1:B4\)\nStood in D1, 3 rows × 4 columns\. /)
      await look(side, '61-shared')
    })

    test('what is portable already is told', async () => {
      await press('Make portable')
      await expect.poll(() => said().textContent()).toMatch(/2 formulas are kept in notes already/)
    })

    test('they come back, but for what was changed since', async () => {
      await host.put('E2', '4')
      await press('Bring our formulas back')
      await expect.poll(() => said().textContent()).toMatch(/^1 formula is back\./)
      expect(await cells('C1', 'D1', 'E2')).toEqual(['=NPS(A1:A4)', 'reason', '4'])
      expect(await host.note('C1')).toBe('')
      await side.frame.getByText('Was changed since, so it stays as it is').waitFor()
      await look(side, '62-back')
    })

    test('formulas of the spreadsheet’s own take their place where they give the same', async () => {
      await side.frame.getByLabel('Formulas of the spreadsheet’s own').check()
      await press('Make portable')
      await expect.poll(() => said().textContent()).toMatch(/^1 formula became one of the spreadsheet’s own\./)
      const [own] = await cells('C1')
      expect(own!.replace(/\s/g, '')).toBe('=100*(COUNTIF(A1:A4,">=9")-COUNTIF(A1:A4,"<=6"))/COUNT(A1:A4)')
    })

    test('nothing failed', () => {
      expect(host.errors()).toEqual([])
    })
  })
}
