import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyboardOf } from './keyboard.ts'
import { addTen, createSheet, FIRST, look, openCue, pickTen, said, today, type Sidebar } from './signalsSteps.ts'
import { askedDuring, cellAt, clickCell, openWorkbench } from './workbenchPage.ts'

let page: Page
let side: Sidebar
let failures: string[]
let close: () => Promise<void>

beforeAll(async () => {
  const { frame, ...opened } = await openWorkbench()
  ;({ page, failures, close } = opened)
  side = { page, frame, host: 'workbench' }
  await createSheet(side)
  await pickTen(side)
  await addTen(side)
})
afterAll(() => close())

const { press, paneInFocus, focused, tabTo, focusIsOn } = keyboardOf(() => side)
const button = (name: string | RegExp) => side.frame.getByRole('button', { name })
const choice = (name: string) => side.frame.getByRole('combobox', { name, exact: true })
const find = () => side.frame.getByLabel('Find a cue')
/** The list comes to show these cues, or so many. */
const listed = (cues: readonly string[] | number) => {
  const names = async () => (await side.frame.locator('.entry b').allTextContents()).sort()
  return typeof cues === 'number' ? expect.poll(names).toHaveLength(cues) : expect.poll(names).toEqual([...cues].sort())
}
/** Of each group in the list its name, and how many cues it says that it has. */
const groups = async () => {
  const headings = await side.frame.locator('section:has(> .entries) > h2').allTextContents()
  return headings.map((heading) => /^(.*) (\d+)$/.exec(heading.trim())!.slice(1))
}
/** The names of cues with what their rows say in a column of the sheet. */
const inSheet = (title: string) =>
  page.evaluate(async (title) => {
    const [titles, ...rows] = (await window.cuesheet.book.readSheet('Signals'))!.values
    return rows.map((row) => [String(row[0]), row[titles!.indexOf(title)] ?? null] as const)
  }, title)
/** Picks some cues of the list. */
const pick = async (...cues: string[]) => {
  for (const cue of cues) await side.frame.getByRole('checkbox', { name: cue }).check()
}
const MARIAS = [FIRST, 'Status page', 'Uptime guarantee']

describe('several cues at once', () => {
  test('get an owner with one read and one write', async () => {
    await button('Change several at once').click()
    await pick(...MARIAS)
    await side.frame.getByRole('textbox', { name: 'Owner' }).fill('Maria')
    await look(side, '61-several')
    const asked = await askedDuring(page, async () => {
      await button('Set for 3 cues').click()
      await side.frame.getByText('3 cues changed.').waitFor()
    })
    expect(asked).toEqual(['changeRows'])
    const owned = (await inSheet('Owner')).filter(([, owner]) => owner !== null)
    expect(owned).toEqual(MARIAS.map((cue) => [cue, 'Maria']))
  })

  test('are marked as reviewed today with one read and one write', async () => {
    await choice('What to set').selectOption('Reviewed today')
    await button('Pick all 10 in sight').click()
    const asked = await askedDuring(page, async () => {
      await button('Set for 10 cues').click()
      await side.frame.getByText('10 cues changed.').waitFor()
    })
    expect(asked).toEqual(['changeRows'])
    const days = new Set((await inSheet('Reviewed on')).map(([, day]) => day))
    expect([days.size, (await cellAt(page, 'O2')).shown]).toEqual([1, await today(side)])
    await side.frame.getByRole('button', { name: 'to review 0' }).waitFor()
  })

  test('are none when all are picked and the list shows others', async () => {
    await button('Pick all 10 in sight').click()
    await choice('Owner').selectOption('Maria')
    await button('Set for 3 cues').waitFor()
    await choice('Owner').selectOption({ label: 'everyone' })
    await button('Done with several').click()
    expect(await side.frame.getByRole('checkbox').count()).toBe(0)
  })
})

describe('the list', () => {
  test('shows the cues of one owner, or of nobody, and counts those', async () => {
    await choice('Owner').selectOption('Maria')
    await listed(MARIAS)
    expect(await button(/^all/).innerText()).toBe('all 3')
    expect(await button(/^no owner/).innerText()).toBe('no owner 0')
    await look(side, '62-owner')
    await choice('Owner').selectOption({ label: 'nobody' })
    await listed(7)
    expect(await button(/^no owner/).innerText()).toBe('no owner 7')
    await choice('Owner').selectOption({ label: 'everyone' })
    await listed(10)
  })

  test('is grouped by stage, with a count in each heading, and what has none comes last', async () => {
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Signals')!
      model.dispatch('UPDATE_CELL', { sheetId, col: 4, row: 1, content: '' })
    })
    await choice('Group by').selectOption('Stage')
    await side.frame.getByRole('region', { name: 'No stage' }).waitFor()
    const counts = new Map<string, number>()
    for (const [, stage] of await inSheet('Stage')) {
      const name = String(stage ?? 'No stage')
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    const [none, ...stages] = [...counts].map(([name, count]) => [name, String(count)])
    expect(await groups()).toEqual([...stages, none])
    expect(none).toEqual(['No stage', '1'])
    await look(side, '63-stages')
    // The counts are of what is shown.
    await choice('Owner').selectOption('Maria')
    expect(await groups()).toEqual([
      ['evaluation', '2'],
      ['No stage', '1'],
    ])
    await choice('Owner').selectOption({ label: 'everyone' })
    await choice('Group by').selectOption('Outcome')
  })

  test.each([
    ['the name', 'uptime', ['Uptime guarantee']],
    ['the owner', 'MARIA', MARIAS],
    ['the kind and the outcome', 'intangible rely', ['Uptime guarantee']],
    ['the stage', 'renewal', ['Public roadmap and release notes']],
    ['the path and the role', 'service core', ['Uptime guarantee']],
    ['what backs it', 'handbook', ['Status page']],
    ['words of several columns', 'maria handbook can', ['Status page']],
  ])('finds a cue by %s', async (_, words, cues) => {
    if (words === 'uptime') {
      await openCue(side, 'Status page')
      await side.frame.getByLabel('Backed by').fill('Incident handbook')
      await button(/^Save$/).click()
      await side.frame.getByText('Saved.').waitFor()
    }
    await find().fill(words)
    await listed(cues)
  })

  test('finds no cue by its id, and says that none fits', async () => {
    const [[, id]] = (await inSheet('Id')) as [readonly [string, string]]
    await find().fill(id)
    await side.frame.getByText('No cue fits.').waitFor()
    await look(side, '64-none')
    await find().fill('')
  })
})

describe('all plans and back', () => {
  test('keep what was filled in and not saved, and what the list shows', async () => {
    await choice('Owner').selectOption('Maria')
    await openCue(side, 'Status page')
    await side.frame.getByLabel('Owner').fill('Ada')
    await button('‹ Back').click()
    await button('‹ All plans').click()
    await side.frame.getByRole('heading', { name: 'What do you want to do?' }).waitFor()
    await button(/^Signals in this workbook/).waitFor()
    await look(side, '65-gallery')
    await button(/^Signals/).click()
    await listed(MARIAS)
    expect(await said(side, 'Status page')).toContain('What you changed is not saved yet.')
    await openCue(side, 'Status page')
    expect(await side.frame.getByLabel('Owner').inputValue()).toBe('Ada')
    await side.frame.getByLabel('Owner').fill('Maria')
    await button('‹ Back').click()
    await choice('Owner').selectOption({ label: 'everyone' })
  })
})

describe('by keyboard alone', () => {
  test('all plans are come to and left, and the focus is on the heading of what is open', async () => {
    await clickCell(page, 'A2')
    await press('F6')
    await expect.poll(paneInFocus).toBe('side')
    await tabTo('‹ All plans', 'Shift+Tab')
    await press('Enter')
    await focusIsOn('h1', 'What do you want to do?')
    await tabTo('Signals')
    await press('Enter')
    await focusIsOn('h1', 'Signals')
  })

  test('cues are found and grouped, and the focus stays on what was chosen', async () => {
    await tabTo('Find a cue')
    await page.keyboard.type('reaches')
    await tabTo('Group by')
    await page.keyboard.type('Path')
    expect([(await focused()).tag, await groups()]).toEqual(['select', [['product', '2']]])
  })

  test('several cues are changed, and the focus goes on to what can be done next', async () => {
    await tabTo('Change several at once')
    await press('Enter')
    await focusIsOn('button', 'Done with several')
    await tabTo('Templates', 'Shift+Tab')
    await press('Space')
    await tabTo(/^Owner$/)
    await page.keyboard.type('Kim')
    await tabTo('Set for 1 cue')
    await press('Enter')
    await side.frame.getByText('1 cue changed.').waitFor()
    expect(Object.fromEntries(await inSheet('Owner'))).toMatchObject({ 'Templates that fit the trade': 'Kim' })
    await focusIsOn('button', 'Pick all')
    await tabTo('Done with several', 'Shift+Tab')
    await press('Enter')
    await focusIsOn('button', 'Change several at once')
  })
})

describe('another workbook', () => {
  test('has nothing of a plan of the one before', async () => {
    await find().fill('')
    await openCue(side, FIRST)
    await side.frame.getByLabel('Owner').fill('Ada')
    await button('‹ Back').click()
    await button('New cue').click()
    await side.frame.getByLabel('Cue', { exact: true }).fill('Gift wrapping')
    await button('‹ Back').click()
    await button('Go on with new cue').waitFor()
    await find().fill('first')
    await choice('Owner').selectOption('Maria')
    page.on('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await button('Create the sheet').click()
    await pickTen(side)
    await addTen(side)
    await listed(10)
    expect(await said(side, FIRST)).not.toContain('not saved')
    expect([await button(/new cue$/i).innerText(), await find().inputValue()]).toEqual(['New cue', ''])
    expect(await choice('Owner').locator('option:checked').innerText()).toBe('everyone')
    expect(await choice('Group by').inputValue()).toBe('Outcome')
  })

  test('nothing failed in the page', () => {
    expect(failures).toEqual([])
  })
})
