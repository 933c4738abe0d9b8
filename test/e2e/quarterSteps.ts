import type { Locator } from 'playwright-core'
import type { CellValue, SheetContent } from '../../core/sheet/book.ts'
import type { Sidebar } from './signalsSteps.ts'

/** A cell by its address, and what goes into it. */
export type Typing = readonly (readonly [cell: string, content: string | number])[]

/** A spreadsheet with a survey, tickets and a table of targets, and the hands of a person in it. */
export interface Quarter {
  side: Sidebar
  /** Adds a sheet. Texts are texts, whatever they begin with. */
  addSheet(name: string, lines: readonly (readonly CellValue[])[]): Promise<void>
  /** Clicks on the first cell of a sheet. */
  show(sheet: string): Promise<void>
  /** Types into cells of a sheet. */
  put(sheet: string, cells: Typing): Promise<void>
  /** What a sheet holds down to its last row; null where there is none. */
  read(sheet: string): Promise<SheetContent | null>
  /**
   * What formulas give by now: where the spreadsheet calculates them it has to be that, and a stand-in that cannot is
   * shown it.
   */
  gives(sheet: string, cells: Typing): Promise<void>
  rename(sheet: string, to: string): Promise<void>
  /** Deletes a sheet; the result undoes it. */
  remove(sheet: string): Promise<() => Promise<void>>
  /** Sorts the rows below the titles by a column, as people do. */
  sort(sheet: string, column: string): Promise<void>
  protect(sheet: string, isProtected: boolean): Promise<void>
  /** The sheet that is in front. */
  front(): Promise<string>
  charts(sheet: string): Promise<number>
  errors(): string[]
  close(): Promise<void>
}

/** The panel in sight. */
export function panel({ frame }: Sidebar): Locator {
  return frame.locator('[role=tabpanel]:not([hidden]) > :not([hidden])')
}

export async function press(side: Sidebar, name: string | RegExp): Promise<void> {
  const exact = typeof name === 'string'
  await panel(side).getByRole('button', { name, exact }).click()
}

export async function says(side: Sidebar, text: string | RegExp): Promise<void> {
  await panel(side).getByText(text).first().waitFor()
}

/** Goes to a plan or a page from wherever one is, by way of all plans. */
export async function goTo(side: Sidebar, place: string): Promise<void> {
  const gallery = side.frame.getByRole('heading', { name: 'What do you want to do?' })
  while (!(await gallery.isVisible())) await panel(side).getByRole('button', { name: /^‹ / }).click()
  await panel(side)
    .getByRole('button', { name: new RegExp(`^${place}`) })
    .click()
  await panel(side).getByRole('heading', { level: 1, name: place, exact: true }).waitFor()
}

/** Opens a row of the list. */
export async function openRow(side: Sidebar, name: string): Promise<void> {
  await panel(side).locator('.entry', { hasText: name }).first().click()
  await panel(side).getByRole('heading', { level: 1, name }).waitFor()
}

export async function fill(side: Sidebar, label: string, text: string): Promise<void> {
  await panel(side).getByLabel(label, { exact: true }).fill(text)
}

/** Saves the row that is open, or adds it. */
export async function save(side: Sidebar): Promise<void> {
  const button = panel(side).locator('form button[type=submit]')
  const done = (await button.innerText()) === 'Add' ? 'Added.' : 'Saved.'
  await button.click()
  await says(side, done)
}

/** The cells of a row by the titles above them. */
export type Line = Readonly<Record<string, CellValue>>

/** The rows of a sheet below its titles, each by them, with its number in the sheet. */
export function linesOf({ values }: SheetContent): (Line & { row: number })[] {
  const [titles = [], ...rows] = values
  return rows
    .map((cells, i) => ({
      ...Object.fromEntries(titles.map((title, at) => [String(title ?? ''), cells[at] ?? null])),
      row: i + 2,
    }))
    .filter(({ row }) => values[row - 1]!.some((cell) => cell !== null && cell !== ''))
}

/** The letters of the column with a title. */
export function columnIn({ values }: SheetContent, title: string): string {
  const at = values[0]!.indexOf(title)
  if (at < 0 || at > 25) throw new Error(`no column from A to Z is called ${title}`)
  return String.fromCharCode(65 + at)
}
