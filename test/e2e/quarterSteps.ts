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
  /** Deletes a sheet, of which formulas say #REF! from then on; the result undoes it. */
  remove(sheet: string): Promise<() => Promise<void>>
  /** Sorts the rows below the titles by a column, as people do. */
  sort(sheet: string, column: string): Promise<void>
  protect(sheet: string, isProtected: boolean): Promise<void>
  /** Empties rows of a sheet; the result brings back what they held. */
  empty(sheet: string, first: number, last: number): Promise<() => Promise<void>>
  /** A sheet was given to be printed, and what is said of that: what comes to the printer is looked at. */
  isPrinted(sheet: string, said: string): Promise<void>
  charts(sheet: string): Promise<number>
  errors(): string[]
  close(): Promise<void>
}

/** What is in sight of the tab that is open: a page, and what is said below it. */
export function panel({ frame }: Pick<Sidebar, 'frame'>): Locator {
  return frame.locator('[role=tabpanel]:not([hidden]) > :not([hidden])')
}

export async function press(side: Sidebar, name: string | RegExp): Promise<void> {
  await panel(side)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .click()
}

export async function says(side: Sidebar, text: string | RegExp): Promise<void> {
  await panel(side).getByText(text).filter({ visible: true }).first().waitFor()
}

/** Goes to a plan or a page from wherever one is, by way of all plans: its sheets are read anew. */
export async function goTo(side: Sidebar, place: string): Promise<void> {
  const gallery = side.frame.getByRole('heading', { name: 'What do you want to do?' })
  while (!(await gallery.isVisible())) await press(side, /^‹ /)
  await press(side, new RegExp(`^${place}`))
  await panel(side).getByRole('heading', { level: 1, name: place, exact: true }).waitFor()
}

/** Opens a row of the list. */
export async function openRow(side: Sidebar, name: string): Promise<void> {
  await panel(side).locator('.entry', { hasText: name }).first().click()
  await panel(side).getByRole('heading', { level: 1, name }).waitFor()
}

export function field(side: Sidebar, label: string): Locator {
  return panel(side).getByLabel(label, { exact: true })
}

/** Fills in fields of the form, and saves the row or adds it. */
export async function fillIn(side: Sidebar, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await field(side, label).fill(text)
  const button = panel(side).locator('form button[type=submit]')
  const done = (await button.innerText()) === 'Add' ? 'Added.' : 'Saved.'
  await button.click()
  await says(side, done)
}

/** From the list of KPIs: links one to columns of the sheet in front, each by its title. */
export async function linkTo(side: Sidebar, kpi: string, columns: Readonly<Record<string, string>>): Promise<void> {
  await openRow(side, kpi)
  await press(side, 'Link a metric')
  for (const [argument, title] of Object.entries(columns)) {
    await field(side, `Column for ${argument}`).selectOption({ label: title })
  }
  await press(side, 'Link to the KPI')
  await says(side, /^[A-Z_]+ is linked\.$/)
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

/** What Google Sheets and Excel make of a formula when a sheet that it names is deleted. */
export function withoutSheet(formula: string, sheet: string): string {
  return formula.replace(new RegExp(`\\b${sheet}!\\$?[A-Z]+\\$?\\d*(:\\$?[A-Z]+\\$?\\d*)?`, 'g'), '#REF!')
}
