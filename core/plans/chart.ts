import type { ChartPlan, ChartSeries } from '../sheet/book.ts'
import { lettersOf } from '../sheet/sheetReference.ts'
import { columnPlace, type Layout } from './layout.ts'
import type { Plan, PlanChart } from './plan.ts'
import { widthOf } from './reading.ts'
import { wordIn, type Row } from './row.ts'

/** Rows one below the other that say the same. */
interface Block {
  word: string
  first: number
  last: number
}

/** The chart of a plan over the rows that it has, beside them; the sentence where it cannot be drawn. */
export function chartOf(plan: Plan, rows: readonly Row[], layout: Layout): ChartPlan | string {
  const { name, chart, noun } = plan
  if (!chart) throw new Error(`${name} has no chart`)
  if (rows.length < 2) return `It takes two ${noun[1]} to draw a chart.`
  const blocks = blocksOf(rows, chart)
  const [torn] = blocks.filter(({ word }, i) => blocks.findIndex((one) => one.word === word) < i)
  if (torn) return `Sort the sheet by ${chart.by} first: “${torn.word || 'nothing'}” stands in several places.`
  const letters = (title: string) => lettersOf(columnPlace(layout, { plan: name, title }))
  const cells = (title: string, { first, last }: Block) => `${letters(title)}${first + 1}:${letters(title)}${last + 1}`
  const series = blocks.flatMap((block) =>
    chart.series.map((title): ChartSeries => ({ title: seriesTitle(chart, title, block), cells: cells(title, block) })),
  )
  const longest = blocks.reduce((most, block) => (sizeOf(block) > sizeOf(most) ? block : most))
  return {
    sheet: name,
    row: 1,
    // Below what is told of the table: of its row the chart takes nothing.
    column: widthOf(plan, layout(name)) + 1,
    kind: chart.kind,
    title: chart.title,
    labels: cells(chart.labels, longest),
    series,
    format: chart.format,
  }
}

function seriesTitle({ by, series }: PlanChart, title: string, { word }: Block): string {
  if (by === undefined || word === '') return title
  return series.length === 1 ? word : `${title}, ${word}`
}

function sizeOf({ first, last }: Block): number {
  return last - first + 1
}

function blocksOf(rows: readonly Row[], { by }: PlanChart): Block[] {
  const blocks: Block[] = []
  for (const row of rows) {
    const word = by === undefined ? '' : wordIn(row, by).toLowerCase()
    const last = blocks[blocks.length - 1]
    if (last && last.word === word) last.last = row.row
    else blocks.push({ word, first: row.row, last: row.row })
  }
  return blocks
}
