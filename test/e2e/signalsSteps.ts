import axe, { type AxeResults } from 'axe-core'
import { mkdirSync } from 'node:fs'
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The sidebar of a host in a browser: its frame, and the page around it. */
export interface Sidebar {
  page: Page
  frame: Frame
  /** For the names of its pictures. */
  host: string
}

/** The first cue of the library that the story takes. */
export const FIRST = 'First screen after sign-up'

/** SEE=folder keeps a picture of every step in light and dark, to be looked at. */
const pictures = process.env['SEE']

/** At every step nothing is in the way of people who cannot see it well, in light and in dark. */
export async function look({ page, frame, host }: Sidebar, step: string): Promise<void> {
  await frame.evaluate(axe.source)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    if (pictures) {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: `${pictures}/${host}-${step}-${colorScheme}.png` })
    }
    const { violations } = await frame.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    )
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    expect(found, `${step} in ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Opens the signal matrix from all plans, in a sidebar that was just loaded. */
export async function openPlan({ frame }: Pick<Sidebar, 'frame'>): Promise<void> {
  await frame.getByRole('tab', { name: 'Plans' }).click()
  await frame.getByRole('button', { name: /^Signals/ }).click()
}

export async function createSheet(side: Sidebar): Promise<void> {
  const { frame } = side
  await openPlan(side)
  await frame.getByRole('button', { name: 'Create the sheet' }).click()
  await frame.getByRole('heading', { name: 'Cues to start from' }).waitFor()
}

/** Picks cues of a trade, nine that can be touched and one that cannot. */
export async function pickTen({ frame }: Sidebar): Promise<void> {
  await frame.getByLabel('Trade').selectOption('Software')
  const boxes = frame.getByRole('checkbox')
  for (let i = 0; i < 10; i++) await boxes.nth(i).check()
}

export async function addTen({ frame }: Sidebar): Promise<void> {
  await frame.getByRole('button', { name: 'Add 10 cues' }).click()
  await frame.getByText('10 cues added.').waitFor()
}

export async function openCue({ frame }: Sidebar, name: string): Promise<void> {
  await frame.locator('.entry', { hasText: name }).click()
  await frame.getByRole('heading', { name }).waitFor()
}

/** Fills in who owns it, what it promises and what is delivered. */
export async function fillIn({ frame }: Sidebar, owner: string, promise: number, delivery: number): Promise<void> {
  await frame.getByLabel('Owner').fill(owner)
  await frame.getByLabel('Promise', { exact: true }).selectOption(String(promise))
  await frame.getByLabel('Delivery').selectOption(String(delivery))
}

export async function save({ frame }: Sidebar): Promise<void> {
  await frame.getByRole('button', { name: 'Save', exact: true }).click()
  await frame.getByText('Saved.').waitFor()
}

/** From the page of a cue to CSAT over a column of the sheet in front, which is found by its title. */
export async function chooseCsat({ frame }: Sidebar, column: string): Promise<void> {
  await frame.getByRole('button', { name: 'Link a metric' }).click()
  await frame.getByLabel(/Find a metric/).fill('satisfied')
  await frame.getByRole('button', { name: /^CSAT/ }).click()
  await frame.getByLabel('Column for ratings').selectOption({ label: column })
  await frame.getByLabel(/^Target/).fill('>= 80%')
}

export async function link({ frame }: Sidebar): Promise<void> {
  await frame.getByRole('button', { name: 'Link to the cue' }).click()
  await frame.getByText('CSAT is linked.').waitFor()
}

/** What the row of a cue in the list says now. What is not in sight is not laid out and has no inner text. */
export async function said({ frame }: Sidebar, name: string): Promise<string> {
  return ((await frame.locator('.entry', { hasText: name }).textContent()) ?? '').replace(/\s+/g, ' ')
}

/** Someone has just written Ada as the owner of a cue that is being filled in for Jon. */
export async function saveOverOther(side: Sidebar): Promise<void> {
  const { frame } = side
  await frame.getByRole('button', { name: 'Save', exact: true }).click()
  const card = frame.getByRole('alert')
  await card.getByText(/was changed by someone else meanwhile/).waitFor()
  expect((await card.getByRole('row', { name: /^Owner/ }).innerText()).split(/\s+/)).toEqual(['Owner', 'Ada', 'Jon'])
  await look(side, '11-conflict')
  await frame.getByRole('button', { name: 'Write mine' }).click()
  await frame.getByText('Written.').waitFor()
}

/** Of the ten cues, one outcome rests on a single one and another on one kind only. */
export async function seesCoverage({ frame }: Sidebar): Promise<void> {
  const outcome = (name: string) => frame.getByRole('region', { name }).innerText()
  expect(await outcome('Believes it pays')).toContain('Rests on a single cue. Add another, best of the other kind.')
  expect(await outcome('Reaches a first result quickly')).toContain('Rests on tangible cues only.')
}

/** Takes in a row that was typed by hand, and fills in another row, wherever it is by now. */
export async function goOn(side: Sidebar): Promise<void> {
  const { frame } = side
  await frame.getByRole('button', { name: 'Take them in' }).click()
  await frame.getByText('Mended.').waitFor()
  await openCue(side, FIRST)
  await frame.getByLabel('Backed by').fill('Onboarding policy')
  await save(side)
  expect(await frame.locator('.entry').count()).toBe(11)
}

/** On the page of a cue. */
export async function markReviewed({ frame }: Sidebar): Promise<void> {
  await frame.getByRole('button', { name: 'Reviewed today' }).click()
  await frame.getByText('Marked as reviewed today.').waitFor()
}

export async function goBack({ frame }: Sidebar): Promise<void> {
  await frame.getByRole('button', { name: '‹ Back' }).click()
}

/** Opens the matrix in a sidebar that was just loaded. */
export async function openSignals(side: Sidebar): Promise<void> {
  const { frame } = side
  await openPlan(side)
  await frame.locator('.entry').first().waitFor()
}

/** The day on the clock of the page. */
export function today({ frame }: Sidebar): Promise<string> {
  return frame.evaluate(() => new Date().toLocaleDateString('sv'))
}

/** The cell with CSAT is selected. */
export async function explainsCsat(side: Sidebar, rows: RegExp): Promise<void> {
  const { frame } = side
  await frame.getByRole('tab', { name: 'Explain' }).click()
  await frame.getByText(rows).waitFor()
  await frame.getByText('Target: >= 80%. Status: green').waitFor()
  await look(side, '13-explain')
}
