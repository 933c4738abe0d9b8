import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addTen, createSheet, FIRST, look, openCue, pickTen, type Sidebar } from './signalsSteps.ts'

/** A spreadsheet that goes wrong on command, and the hands of a person in it. */
export interface FaultySpreadsheet {
  side: Sidebar
  /** The content of a cell of the matrix, whatever its sheet is called by now; null when the sheet is gone. */
  content(cell: string): Promise<string | null>
  /** The next writing fails when half of it is done. */
  breakNextWrite(): Promise<void>
  /** How the next writing is answered, where there are answers. */
  answerNextWrite?(how: 'twice' | 'late' | 'never'): Promise<void>
  /** Half a minute passes for the page. */
  passHalfAMinute?(): Promise<void>
  protect(isProtected: boolean): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(): Promise<void>
  hide(): Promise<void>
  isHidden(): Promise<boolean>
  /** Whether the sidebar hears by itself that a sheet is gone or back. */
  hearsAtOnce?: boolean
  /** What went wrong in the page itself. */
  errors(): string[]
  close(): Promise<void>
}

/** Whatever goes wrong in the spreadsheet is a sentence and a way on, and the sheet is whole. `answers` says whether it is asked by messages, which may be answered late. */
export function signalsFaults(name: string, answers: boolean, open: () => Promise<FaultySpreadsheet>): void {
  describe(`a signal matrix in ${name}, when`, () => {
    let host: FaultySpreadsheet
    let side: Sidebar
    let before: (string | null)[]
    const button = (text: string | RegExp) => side.frame.getByRole('button', { name: text })
    const owner = () => host.content('J2')
    const whole = () => Promise.all(['A1', 'A2', 'F2', 'A11', 'A12', 'P1'].map((cell) => host.content(cell)))
    const fillIn = async (person: string) => {
      await openCue(side, FIRST)
      await side.frame.getByLabel('Owner').fill(person)
    }
    /** Fills in an owner and saves. */
    const saveAs = async (person: string) => {
      await fillIn(person)
      await button(/^Save$/).click()
    }
    const problem = (text: RegExp) => side.frame.getByRole('status').filter({ hasText: text }).waitFor()
    /** A person looks at something else, and comes back. */
    const comeBack = async () => {
      await side.frame.getByRole('tab', { name: 'Functions' }).click()
      await side.frame.getByRole('tab', { name: 'Plans' }).click()
    }

    beforeAll(async () => {
      host = await open()
      side = host.side
      await createSheet(side)
      await pickTen(side)
      await addTen(side)
      before = await whole()
    })
    afterAll(async () => host?.close())

    test('writing fails half way, nothing of it stays, and what was filled in can be saved again', async () => {
      await host.breakNextWrite()
      await saveAs('Maria')
      await problem(/try again|Try again|Reload/)
      await look(side, '21-broken')
      expect(await owner()).toBe('')
      expect(await whole()).toEqual(before)
      expect(await side.frame.getByLabel('Owner').inputValue()).toBe('Maria')
      await button(/^Save$/).click()
      await side.frame.getByText('Saved.').waitFor()
      expect(await owner()).toBe('Maria')
    })

    if (answers) {
      test('an answer comes twice, the change is made once', async () => {
        await host.answerNextWrite!('twice')
        await saveAs('Ann')
        await side.frame.getByText('Saved.').waitFor()
        expect([await owner(), await whole()]).toEqual(['Ann', before])
      })
    }

    for (const how of answers ? (['late', 'never'] as const) : []) {
      test(`an answer comes ${how}, a sentence says so, and saving again is no conflict`, async () => {
        const person = `Someone ${how}`
        await host.answerNextWrite!(how)
        await saveAs(person)
        await button('Writing…').waitFor()
        await host.passHalfAMinute!()
        await problem(/has not answered/)
        expect(await side.frame.getByLabel('Owner').inputValue()).toBe(person)
        await button(/^Save$/).click()
        await side.frame.getByText('Saved.').waitFor()
        expect([await owner(), await whole()]).toEqual([person, before])
      })
    }

    test('the sheet is protected, it says how to go on, and goes on', async () => {
      await host.protect(true)
      await saveAs('Ben')
      await problem(/protect|locked/)
      await look(side, '22-protected')
      expect(await owner()).not.toBe('Ben')
      await host.protect(false)
      await button(/^Save$/).click()
      await side.frame.getByText('Saved.').waitFor()
      expect([await owner(), await whole()]).toEqual(['Ben', before])
    })

    test('the sheet is hidden, it says so, writes into it, and shows it when asked', async () => {
      await host.hide()
      await comeBack()
      await side.frame.getByText('The sheet “Signals” is hidden.').waitFor()
      await look(side, '23-hidden')
      await saveAs('Cleo')
      await side.frame.getByText('Saved.').waitFor()
      expect([await owner(), await host.isHidden()]).toEqual(['Cleo', true])
      await button('Show the sheet').click()
      await side.frame.getByText('The sheet “Signals” is hidden.').waitFor({ state: 'detached' })
      expect(await host.isHidden()).toBe(false)
    })

    test('the sheet is renamed, it says so, and finds it again under its name', async () => {
      await fillIn('Dan')
      await host.rename('Signals', 'Our cues')
      if (!host.hearsAtOnce) await button(/^Save$/).click()
      await side.frame.getByText(/is not there any more\. If it was renamed, name it Signals again/).waitFor()
      await look(side, '24-gone')
      expect(await owner()).toBe('Cleo')
      await host.rename('Our cues', 'Signals')
      if (!host.hearsAtOnce) await button('Look again').click()
      // What was filled in is still there.
      await expect.poll(() => side.frame.getByLabel('Owner').inputValue()).toBe('Dan')
      await button(/^Save$/).click()
      await side.frame.getByText('Saved.').waitFor()
      expect([await owner(), await whole()]).toEqual(['Dan', before])
    })

    test('the sheet is deleted, it says so, and puts back every cue', async () => {
      await fillIn('Eve')
      await host.remove()
      if (!host.hearsAtOnce) await button(/^Save$/).click()
      await button('Put the 10 cues back').click()
      await expect.poll(() => side.frame.getByLabel('Owner').inputValue()).toBe('Eve')
      expect([await owner(), await whole()]).toEqual(['Dan', before])
      await button(/^Save$/).click()
      await side.frame.getByText('Saved.').waitFor()
      expect(await owner()).toBe('Eve')
    })

    test('nothing failed in the page itself', () => {
      expect(host.errors()).toEqual([])
    })
  })
}
