import type { Frame, Page } from 'playwright-core'
import type {} from '../../workbench/app.ts'
import { clickCell, goToSheet } from '../../test/e2e/workbenchPage.ts'

/** What is to be seen of the workbench, which has just been opened with its sample, and how a person gets there. */
export type Scene = keyof typeof scenes
type Steps = (page: Page, frame: Frame) => Promise<void>

export const scenes = {
  functions: async (page, frame) => {
    await goToSheet(page, 'Cohorts')
    await clickCell(page, 'A3')
    await frame.getByText('COHORT_RETENTION', { exact: true }).first().click()
    await frame.getByRole('textbox', { name: 'ids' }).fill('Orders!B:B')
    await frame.getByRole('textbox', { name: 'dates' }).fill('Orders!C:C')
    await leaveFields(frame)
  },
  explain: async (page, frame) => {
    await goToSheet(page, 'Start')
    await openTab(frame, 'Explain')
    await clickCell(page, 'C15')
    await frame.locator('#panel-Explain').getByText('=CSAT(').waitFor()
  },
  signals: planOf('Signals', {
    columns: ['Cue', 'Promise', 'Delivery', 'Owner', 'Metric', 'Value', 'Target', 'Status'],
    cell: 'L4',
  }),
  kpis: planOf('KPIs', {
    columns: ['KPI', 'Metric', 'Segment', 'Source', 'Value', 'Target', 'Status', 'Last month', 'Trend', 'Owner'],
    cell: 'F5',
    top: 'New KPI',
  }),
  close: async (page, frame) => {
    await goToSheet(page, 'KPIs')
    await clickCell(page, 'F5')
    await openTab(frame, 'Plans')
    await frame.getByRole('button', { name: /^Close the month/ }).click()
    await frame.getByRole('button', { name: /^Close 2026-02/ }).waitFor()
  },
  scorecard: planOf('Scorecard'),
  page: async (page, frame) => {
    await planOf('KPIs')(page, frame)
    await frame.getByRole('button', { name: /page to print/i }).click()
    await frame.getByRole('button', { name: 'Draw the page and print it' }).click()
    await frame.getByText('Choose a printer').waitFor()
  },
  promises: planOf('Promises', {
    columns: ['Promise', 'Type', 'Metric', 'Value', 'Target', 'Status', 'Ends', 'Still shown', 'State'],
    cell: 'M5',
    top: 'New promise',
  }),
  journey: planOf('Journey', {
    columns: ['Step', 'Path', 'Stage', 'Reached', 'Step rate', 'Metric', 'Value', 'Target', 'Status', 'Owner'],
    cell: 'K4',
  }),
  pilot: async (page, frame) => {
    await planOf('Pilot', { columns: ['Week', 'Phase', 'Product', 'Service'], cell: 'E6' })(page, frame)
    await frame.getByRole('button', { name: /^Case card/ }).click()
    await frame.getByRole('button', { name: /^Case card/ }).waitFor({ state: 'hidden' })
  },
  experiments: planOf('Experiments', {
    columns: ['Hypothesis', 'Needed each', 'End', 'Visitors A', 'Visitors B', 'Split', 'Effect', 'Verdict', 'Decision'],
    cell: 'Y3',
    top: 'Owner',
  }),
  roadmap: planOf('Roadmap', {
    columns: ['Idea', 'Reach', 'Impact', 'Effort', 'RICE', 'Rank', 'Cumulative effort', 'Fits', 'Quarter', 'Promised'],
    cell: 'N2',
  }),
  risks: planOf('Risks', {
    columns: ['If', 'Likelihood', 'Impact', 'Score', 'Band', 'Response', 'Mitigation', 'Score after', 'Band after'],
    cell: 'H2',
  }),
  share: async (page, frame) => {
    await goToSheet(page, 'Start')
    await openTab(frame, 'Share')
    await frame.getByLabel('This sheet').check()
    await frame.getByLabel('Formulas of the spreadsheet’s own').check()
    await frame.getByRole('button', { name: 'Make portable' }).click()
    await frame
      .getByText(/became/)
      .first()
      .waitFor()
    await clickCell(page, 'C15')
  },
} satisfies Record<string, Steps>

/** The cell that the pointer rests on, so that its note is shown. */
export const pointedAt: Partial<Record<Scene, string>> = { share: 'C15' }

interface View {
  /** The titles of the columns that are shown: all of them are more than a picture holds. */
  columns: readonly string[]
  /** The cell that is selected. */
  cell: string
  /** What the sidebar is scrolled to, where what matters is further down. */
  top?: string
}

/** A plan beside its sheet. */
function planOf(name: string, view?: View): Steps {
  return async (page, frame) => {
    await goToSheet(page, name)
    if (view) {
      await hideOtherColumns(page, view.columns)
      await clickCell(page, view.cell)
    }
    await openTab(frame, 'Plans')
    await frame.getByRole('button', { name: new RegExp(`^${name} in this workbook`) }).click()
    await frame.getByRole('heading', { name, exact: true }).waitFor()
    if (view?.top) {
      const top = frame.getByText(view.top, { exact: true }).filter({ visible: true }).first()
      await top.evaluate((element) => element.scrollIntoView())
    }
  }
}

async function openTab(frame: Frame, name: string): Promise<void> {
  await frame.getByRole('tab', { name }).click()
}

async function hideOtherColumns(page: Page, titles: readonly string[]): Promise<void> {
  await page.evaluate((titles) => {
    const { model } = window.cuesheet
    const { getters } = model
    const sheetId = getters.getActiveSheetId()
    const all = Array.from({ length: getters.getNumberCols(sheetId) }, (_, col) =>
      String(getters.getEvaluatedCell({ sheetId, col, row: 0 }).value ?? ''),
    )
    const missing = titles.filter((title) => !all.includes(title))
    if (missing.length > 0) throw new Error(`no column is called ${missing.join(' or ')}`)
    // What stands right of the table, behind the ids, stays.
    const table = all.slice(0, all.indexOf('Id') + 1)
    const elements = table.flatMap((title, col) => (titles.includes(title) ? [] : [col]))
    model.dispatch('HIDE_COLUMNS_ROWS', { sheetId, dimension: 'COL', elements })
  }, titles)
}

/** The field that was written in last has a frame. */
async function leaveFields(frame: Frame): Promise<void> {
  await frame.evaluate(() => (document.activeElement as HTMLElement).blur())
}
