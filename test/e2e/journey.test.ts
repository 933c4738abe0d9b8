import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyboardOf } from './keyboard.ts'
import { look, type Sidebar } from './signalsSteps.ts'
import { openWorkbench } from './workbenchPage.ts'

let side: Sidebar
let failures: string[]
let close: () => Promise<void>

beforeAll(async () => {
  const { page, frame, ...opened } = await openWorkbench()
  ;({ close, failures } = opened)
  side = { page, frame, host: 'workbench' }
})
afterAll(() => close())

const { press, tabTo, focusIsOn, createPlan } = keyboardOf(() => side)
const message = (text: string) => side.frame.getByText(text).filter({ visible: true }).waitFor()
const type = (text: string) => side.page.keyboard.type(text)
/** Writes into the rows of a plan as hands do, from the second row on. */
const fill = (sheet: string, title: string, cells: readonly (string | number)[]) =>
  side.page.evaluate(
    async ({ sheet, title, cells }) => {
      const { book, model } = window.cuesheet
      const col = (await book.readSheet(sheet))!.values[0]!.indexOf(title)
      const sheetId = model.getters.getSheetIdByName(sheet)!
      cells.forEach((cell, i) => model.dispatch('UPDATE_CELL', { sheetId, col, row: i + 1, content: String(cell) }))
    },
    { sheet, title, cells },
  )

describe('a customer’s journey', () => {
  test('is created with twelve steps, by keyboard alone', async () => {
    await createPlan('Journey', 'Steps to start from')
    await tabTo('Pick all 12')
    await press('Enter')
    await look(side, '71-journey-library')
    await tabTo('Add 12 steps')
    await press('Enter')
    await message('12 steps added.')
    await focusIsOn('h1', 'Journey')
  })

  test('shows the stages on both paths, and where customers are lost once they are counted', async () => {
    expect(await side.frame.getByRole('row', { name: 'onboarding' }).innerText()).toMatch(/^onboarding\s+1\s+1$/)
    await fill('Journey', 'Reached', [4000, 800, 200, 180, 150, 120, 900, 600, 300, 290, 280, 270])
    await fill('Journey', 'Customer feels', [3, 3, 4, 2, 4, 4, 3, 4, 4, 2, 3, 5])
    await message('Biggest loss on the product path: awareness to evaluation, 80%. Look there first.')
    await message('Biggest loss on the service path: evaluation to purchase, 50%. Look there first.')
    await look(side, '72-journey')
  })

  test('has steps whose stage may be any word, the usual ones offered', async () => {
    await tabTo('Decides to stay')
    await press('Enter')
    await focusIsOn('h1', 'Decides to stay')
    await message('Renewal, service: no owner and no KPI. Name who answers for it, and link a KPI.')
    const offered = side.frame.locator('#journey-stage-known option')
    expect(
      await offered.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value)),
    ).toEqual(['awareness', 'evaluation', 'purchase', 'onboarding', 'activation', 'renewal', 'after the service'])
    await look(side, '73-journey-step')
    await tabTo(/^Stage$/)
    await press('Control+A')
    await type('looking back')
    await press('Enter')
    await message('Saved.')
    await message('No step on the service path for renewal. Add what customers do then.')
  })

  test('is drawn as a line of what customers feel on each path', async () => {
    await tabTo('Draw the chart “What customers feel”')
    await press('Enter')
    await message('The chart stands right of the table. It follows the rows that are there now.')
    await look(side, '74-journey-chart')
    expect(failures).toEqual([])
  })
})
