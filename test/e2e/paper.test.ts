import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DrawnCell, DrawnSheet, NewCell, TablePlan } from '../../core/sheet/book.ts'
import { openWorkbench } from './workbenchPage.ts'

let workbench: Awaited<ReturnType<typeof openWorkbench>>
beforeAll(async () => {
  workbench = await openWorkbench()
})
afterAll(() => workbench.close())

/** The dialog of the browser would wait for a person. What is to be printed stands in the page until it is closed. */
beforeEach(() => workbench.page.evaluate(() => void (window.print = () => (document.body.dataset['asked'] = 'yes'))))

const create = (plan: TablePlan) =>
  workbench.page.evaluate((plan) => window.cuesheet.book.createSheets([plan]), plan as never)
const draw = (plan: DrawnSheet) =>
  workbench.page.evaluate((plan) => window.cuesheet.book.drawSheet(plan), plan as never)
const print = async (sheet: string) => {
  await workbench.page.evaluate(() => delete document.body.dataset['asked'])
  const sentence = await workbench.frame.evaluate((sheet) => parent.cuesheet.book.print(sheet), sheet)
  await workbench.page.waitForSelector('body[data-asked]')
  return sentence
}
/** The width and height of each page, in millimetres. The dialog is closed by it. */
const pages = async () => {
  const pdf = (await workbench.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [width, height].map((points) => Math.round((Number(points) / 72) * 25.4)),
  )
}
const paper = <T>(look: (paper: HTMLElement) => T) =>
  workbench.page.evaluate(`(${String(look)})(document.getElementById('paper'))`) as Promise<T>

const goals = (name: string, rows: number, cells: readonly NewCell[] = []): TablePlan => ({
  name,
  columns: Array.from({ length: 16 }, (_, i) => ({
    title: `Title ${i + 1}`,
    width: 100,
    kind: i === 1 ? 'share' : i === 2 ? 'money' : 'text',
    ...(i === 3 && { colours: { red: 'red' as const } }),
  })),
  rows: Array.from({ length: rows }, (_, i) => [`Goal ${i}`, 0.375, 1234.5, 'red', ...cells]),
  summary: [{ label: 'Mean', formula: '=AVERAGE({{Title 2:column}})', format: '0.0%' }],
  page: { landscape: true, titleRows: 1 },
})

test('40 rows of 16 columns are one page of A4, lying on its side', async () => {
  await create(goals('Forty', 39))
  expect(await print('Forty')).toBe('Choose a printer or “Save as PDF” in the window that opened.')
  expect(await pages()).toEqual([[297, 210]])
})

test('more rows go on more pages, each with the titles', async () => {
  await create(goals('Many', 200))
  await print('Many')
  const head = await paper((paper) => ({
    text: paper.querySelector('thead')!.innerText,
    rows: paper.querySelectorAll('thead tr').length,
    below: paper.querySelectorAll('tbody tr').length,
    display: getComputedStyle(paper.querySelector('thead')!).display,
  }))
  expect(head).toMatchObject({ rows: 1, below: 200, display: 'table-header-group' })
  expect((await pages()).length).toBeGreaterThan(3)
})

test('cells are printed as they are seen, and text is never markup', async () => {
  const text = '<img src=x onerror="document.title=1"><b>bold</b>'
  await create(goals('Seen', 2, [text, '=1+1']))
  await print('Seen')
  const seen = await paper((paper) => {
    const cells = [...paper.querySelectorAll<HTMLElement>('tbody tr:first-child td')]
    return {
      texts: cells.slice(0, 6).map(({ textContent }) => textContent),
      colours: cells.slice(2, 4).map((cell) => getComputedStyle(cell).backgroundColor),
      weights: ['thead td', 'tbody td'].map((one) => getComputedStyle(paper.querySelector(one)!).fontWeight),
      elements: paper.querySelectorAll('img, b').length,
      summary: paper.querySelector('thead tr')!.textContent,
    }
  })
  expect(seen.texts).toEqual(['Goal 0', '37.5%', '1,234.50', 'red', text, '=1+1'])
  expect(seen.colours).toEqual(['rgba(0, 0, 0, 0)', 'rgb(244, 204, 204)'])
  expect(seen.weights).toEqual(['600', '400'])
  expect(seen.elements).toBe(0)
  expect(seen.summary).toContain('Mean37.5%')
  await pages()
})

test('nothing else of the page is printed, and afterwards it is as it was', async () => {
  const { page } = workbench
  const title = await page.title()
  await create(goals('Alone', 3))
  await print('Alone')
  expect(await page.title()).toBe('Alone')
  expect(await page.locator('#paper').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#paper').isVisible()).toBe(true)
  for (const part of ['.bar', '#grid', '#side']) expect(await page.locator(part).isVisible()).toBe(false)
  await page.emulateMedia({ media: null })
  await pages()
  expect(await page.locator('#paper').count()).toBe(0)
  expect(await page.title()).toBe(title)
  expect(await page.locator('#grid').isVisible()).toBe(true)
})

test('charts are printed in their place, each whole on a page', async () => {
  const cells = [1, 2, 3].flatMap((value, row): DrawnCell[] => [
    { row, column: 0, cell: `Month ${value}` },
    { row, column: 1, cell: value, colour: { '1': 'red' }, align: 'left' },
  ])
  const series = [{ title: 'value', cells: 'B1:B3' }]
  const chart = { row: 4, column: 0, kind: 'column', title: 'Values', labels: 'A1:A3', series, format: '0' } as const
  await draw({
    name: 'Charts',
    replaces: null,
    widths: [300, 300],
    cells,
    charts: [chart, { ...chart, kind: 'line' }, chart],
    page: { landscape: false, titleRows: 0 },
  })
  expect(await print('Charts')).toBe('Choose a printer or “Save as PDF” in the window that opened.')
  await workbench.page.emulateMedia({ media: 'print' })
  const charts = await paper((paper) =>
    [...paper.querySelectorAll('img')].map((image) => {
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      const { left, top, width, height } = image.getBoundingClientRect()
      const block = image.closest('tbody')!.getBoundingClientRect()
      return {
        box: [left - paper.getBoundingClientRect().left, width, height].map(Math.round),
        isBlue: data.some((blue, i) => i % 4 === 2 && blue > 200 && data[i - 2]! < 150),
        isWithin: top >= block.top && top + height <= block.bottom + 1,

        breaks: getComputedStyle(image.closest('tbody')!).breakInside,
        dots: image.naturalWidth / width,
      }
    }),
  )
  await workbench.page.emulateMedia({ media: null })
  expect(charts).toHaveLength(3)
  for (const { dots, ...chart } of charts) {
    expect(chart).toEqual({ box: [0, 560, 320], isBlue: true, isWithin: true, breaks: 'avoid' })
    expect(dots).toBeCloseTo(3, 1)
  }
  expect(await pages()).toEqual([
    [210, 297],
    [210, 297],
  ])
})

test('no address outside was asked for and nothing failed', () => {
  expect(workbench.strayRequests).toEqual([])
  expect(workbench.failures).toEqual([])
})
