import { PAPER, paperWidth, sum, type PrintedChart, type PrintedSheet } from '../sheet/print.ts'
import { cellsOf, FONT_SIZE, ROOM } from './cells.ts'

/** Lays a sheet out on paper and has the browser print it, once whoever asked has been answered. */
export async function printOnPaper(sheet: PrintedSheet): Promise<number> {
  const charts = await Promise.all(sheet.charts.map(async (chart) => ({ chart, image: await chart.image() })))
  document.getElementById('paper')?.remove()
  const paper = document.createElement('section')
  paper.id = 'paper'
  document.body.append(paper)
  paper.append(pageStyle(sheet), tableOf(sheet, charts))
  await Promise.all(Array.from(paper.querySelectorAll('img'), (image) => image.decode()))
  const { title } = document
  const tidy = () => {
    paper.remove()
    document.title = title
  }
  addEventListener('afterprint', tidy, { once: true })
  setTimeout(() => {
    // Browsers propose it as the name of a PDF.
    document.title = sheet.name
    print()
  })
  return charts.filter(({ image }) => image === undefined).length
}

interface DrawnChart {
  chart: PrintedChart
  image: string | undefined
}

function pageStyle({ landscape }: PrintedSheet): HTMLStyleElement {
  const style = document.createElement('style')
  style.textContent = `@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: ${PAPER.margin}mm; }`
  return style
}

/** As wide as on the screen, or as the paper where that is less. */
function tableOf(sheet: PrintedSheet, charts: readonly DrawnChart[]): HTMLTableElement {
  const { columns, rows, titleRows } = sheet
  const widths = columns.map(({ width }) => width)
  const scale = Math.min(1, paperWidth(sheet) / sum(widths))
  const table = document.createElement('table')
  Object.assign(table.style, { width: `${sum(widths) * scale}px`, fontSize: `${FONT_SIZE * scale}px` })
  // The same for letters of all sizes.
  table.style.setProperty('--room', `${ROOM * scale}px`)
  const group = document.createElement('colgroup')
  for (const width of widths) {
    const column = group.appendChild(document.createElement('col'))
    column.style.width = `${width * scale}px`
  }
  const lines = rows.map(({ height, cells }) => {
    const line = document.createElement('tr')
    line.style.height = `${height * scale}px`
    line.append(...cellsOf(cells, columns))
    return line
  })
  for (const { chart, image } of charts) {
    if (image !== undefined) lines[chart.firstRow]!.cells[0]!.append(imageOf(chart, image, scale))
  }
  const head = document.createElement('thead')
  head.append(...lines.slice(0, titleRows))
  table.append(group, head, ...blocksOf(lines, titleRows, charts))
  return table
}

/** The rows below the titles. Those under a chart stay on one page, and so does the chart. */
function blocksOf(lines: readonly HTMLElement[], from: number, charts: readonly DrawnChart[]): HTMLElement[] {
  const blocks: HTMLElement[] = []
  let end = from
  lines.slice(from).forEach((line, i) => {
    const row = from + i
    if (row >= end) blocks.push(document.createElement('tbody'))
    const block = blocks.at(-1)!
    block.append(line)
    for (const { chart } of charts) {
      if (chart.firstRow > row || chart.lastRow < row) continue
      block.className = 'whole'
      end = Math.max(end, chart.lastRow + 1)
    }
  })
  return blocks
}

function imageOf({ left, top, width, height }: PrintedChart, address: string, scale: number): HTMLImageElement {
  const image = document.createElement('img')
  image.src = address
  image.alt = ''
  const box = Object.entries({ left, top, width, height }).map(([side, size]) => [side, `${size * scale}px`])
  Object.assign(image.style, Object.fromEntries(box))
  return image
}
