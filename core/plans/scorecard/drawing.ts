import { findMetric } from '../../catalogue/catalogue.ts'
import { capitalized } from '../../catalogue/readable.ts'
import { numberFormat } from '../../metric.ts'
import type { ChartPlan, DrawnSheet, NewCell, SheetContent } from '../../sheet/book.ts'
import { quoted } from '../../sheet/references.ts'
import { cellName, lettersOf } from '../../sheet/sheetReference.ts'
import { STATUS_COLOURS } from '../commonColumns.ts'
import { SIDES, TIERS } from '../gallery/kpis.ts'
import { columnsOfPlan, type Layout } from '../layout.ts'
import { foundKpi, unlessBlank } from '../linking.ts'
import { dayIn, numberIn, wordIn, type Row } from '../row.ts'
import { monthLabel } from '../shown.ts'
import { sheetOfCells, type Cells } from './cells.ts'
import { CHART_ROWS, drawViews, widened } from './drawnViews.ts'
import { HEALTHY, MANY_REDS } from './judging.ts'
import type { MeasuredView } from './measuring.ts'
import { filledBlock, linkedViews, SCORECARD, VIEWS } from './views.ts'

/** What stands below the title. */
const DRAWN_FROM = 'Drawn from KPIs: the numbers are live. Draw it again when KPIs were added or removed.'

const WIDTHS = [240, 90, 110, 80, 90, 120, 130, 16]
/** Charts stand beside the panels. */
const CHARTS_AT = WIDTHS.length
const MONTHS_SHOWN = 12
const SHARES_SHOWN = 5
const NUMBERS: ReadonlySet<string> = new Set(['Score', 'KPIs', 'Red', 'Value', 'Change', ...TIERS.map(capitalized)])

/**
 * The scorecard of KPIs: three tiers, service lines, two panels and which side it is, what the closed months were, and the
 * views that are linked.
 */
export function scorecard(
  kpis: readonly Row[],
  history: readonly Row[],
  layout: Layout,
  replaces: string | null,
  views: readonly MeasuredView[] = [],
): DrawnSheet {
  const page = sheetOfCells(NUMBERS)
  page.put(0, 0, SCORECARD, { look: 'title' })
  page.put(1, 0, DRAWN_FROM, { look: 'muted' })
  let row = drawTiers(page, 3, layout)
  row = drawLines(page, row, kpis, layout)
  const sides: string[] = []
  for (const side of SIDES) {
    const own = kpis.filter((kpi) => wordIn(kpi, 'Side').toLowerCase() === side)
    sides.push(cellName(row, 6))
    page.put(row, 0, capitalized(side), { look: 'heading' })
    page.put(row, 6, scoreFormula(layout, 'Side', side), { align: 'left', look: 'heading' })
    page.put(row, 5, 'Score', { look: 'muted', align: 'right' })
    row = drawPanel(page, row + 1, own, layout)
  }
  page.put(row, 0, 'Which side is it?', { look: 'heading' })
  page.put(row + 1, 0, { formula: whichSide(sides[0]!, sides[1]!) })
  row += 3
  const rest = kpis.filter((kpi) => !(SIDES as readonly string[]).includes(wordIn(kpi, 'Side').toLowerCase()))
  if (rest.length > 0) {
    page.put(row, 0, 'On neither side', { look: 'heading' })
    row = drawPanel(page, row + 1, rest, layout)
  }
  const months = drawMonths(page, row, kpis, history)
  // A table may be as wide as to reach below the charts.
  const below = Math.max(months.row, ...months.charts.map((chart) => chart.row + CHART_ROWS))
  const drawn = drawViews(page, below, views, CHARTS_AT)
  return {
    name: SCORECARD,
    replaces,
    widths: widened(WIDTHS, drawn.widths),
    cells: page.cells,
    tables: drawn.tables,
    charts: [...months.charts, ...drawn.charts],
    page: { landscape: true, titleRows: 1 },
  }
}

function drawTiers(page: Cells, top: number, layout: Layout): number {
  page.put(top, 0, 'Three tiers', { look: 'heading' })
  page.head(top + 1, ['Tier', 'Score', 'KPIs', 'Red', 'Reading', '', ''])
  TIERS.forEach((tier, i) => {
    const row = top + 2 + i
    const [score, count, red] = [1, 2, 3].map((column) => cellName(row, column))
    const among = `${kpiColumn(layout, 'Tier')}, "${tier}"`
    page.put(row, 0, capitalized(tier))
    page.put(row, 1, scoreFormula(layout, 'Tier', tier), { look: 'heading', align: 'right' })
    page.put(row, 2, { formula: `=COUNTIFS(${among})`, format: '0' })
    page.put(row, 3, { formula: `=COUNTIFS(${among}, ${kpiColumn(layout, 'Status')}, "red")`, format: '0' })
    page.put(row, 4, {
      formula:
        `=IF(${count}=0, "No KPI.", IF(AND(ISNUMBER(${score}), ${red}>=${MANY_REDS}), ` +
        `IF(${score}>=${HEALTHY}, "The score hides "&${red}&" red: look at each.", ${red}&" are red."), ` +
        `IF(${count}=1, "One KPI only.", IF(${red}=1, "1 is red.", "None is red."))))`,
    })
  })
  return top + 3 + TIERS.length
}

/** Where several services are told apart, each has its tiers. */
function drawLines(page: Cells, top: number, kpis: readonly Row[], layout: Layout): number {
  const lines = [...new Set(kpis.map((row) => wordIn(row, 'Service line')))].filter((line) => line !== '')
  if (lines.length === 0) return top
  page.put(top, 0, 'By service line', { look: 'heading' })
  page.head(top + 1, ['Service line', ...TIERS.map(capitalized)])
  lines.forEach((line, i) => {
    // A formula, since texts that are not known are taken for somebody’s own.
    page.put(top + 2 + i, 0, { formula: `=${quoted(line)}` })
    TIERS.forEach((tier, j) => {
      const also = `*(${kpiColumn(layout, 'Service line')}=${quoted(line)})`
      page.put(top + 2 + i, 1 + j, scoreFormula(layout, 'Tier', tier, also), { align: 'right' })
    })
  })
  return top + 3 + lines.length
}

/** HEALTH_SCORE of the KPIs that say a word in a column; one without a number, a target or a direction does not count. */
function scoreFormula(layout: Layout, title: string, word: string, also = ''): NewCell {
  const column = (name: string) => kpiColumn(layout, name)
  const [value, target, better] = ['Value', 'Target', 'Better'].map(column)
  const counts = `(${column(title)}=${quoted(word)})*ISNUMBER(${value})*(${target}<>"")*(${better}<>"")${also}`
  const filtered = [value, target, better].map((cells) => `FILTER(${cells}, ${counts})`).join(', ')
  return { formula: `=IF(SUMPRODUCT(${counts})=0, "no value", HEALTH_SCORE(${filtered}))`, format: '0.0' }
}

function drawPanel(page: Cells, top: number, kpis: readonly Row[], layout: Layout): number {
  page.head(top, ['KPI', 'Value', 'Target', 'Status', 'Change', 'Trend', 'Owner'])
  kpis.forEach((kpi, i) => {
    const row = top + 1 + i
    const found = (title: string) => foundKpi(layout, title, 'Id', quoted(kpi.id))
    const shown = (title: string) => unlessBlank(found(title))
    const [value, last] = [found('Value'), found('Last month')]
    const format = formatOfKpi(kpi)
    page.put(row, 0, { formula: shown('KPI') }, { wrap: true })
    page.put(row, 1, { formula: shown('Value'), format }, { align: 'right' })
    page.put(row, 2, { formula: shown('Target') })
    page.put(row, 3, { formula: shown('Status') }, { colour: STATUS_COLOURS })
    page.put(
      row,
      4,
      {
        formula: `=IF(ISNUMBER(${value})*ISNUMBER(${last}), ${value}-${last}, "")`,
        format: `+${format};-${format};${format}`.replace(/General/g, '0.00'),
      },
      { align: 'right' },
    )
    page.put(row, 5, { formula: shown('Trend') }, { colour: { improving: 'green', worsening: 'red' } })
    page.put(row, 6, { formula: shown('Owner') })
  })
  if (kpis.length === 0) page.put(top + 1, 0, 'No KPI says that it belongs here.', { look: 'muted' })
  return top + 2 + Math.max(kpis.length, 1)
}

/** What is sold and the help around it are judged apart, or the wrong one is mended. */
function whichSide(product: string, service: string): string {
  return (
    `=IF(ISNUMBER(${product})*ISNUMBER(${service})=0, "Both sides need a score before it can be told.", ` +
    `IF(ABS(${product}-${service})<5, "Both sides stand alike.", IF(${product}<${service}, ` +
    `"It is the service product: mend what is sold before the help around it.", ` +
    `"It is the customer service: the product holds, the help around it does not.")))`
  )
}

/** What the closed months were, and lines of it: shares in one chart, of the others the first in one of its own. */
function drawMonths(
  page: Cells,
  top: number,
  kpis: readonly Row[],
  history: readonly Row[],
): { charts: Omit<ChartPlan, 'sheet'>[]; row: number } {
  const months = [...new Set(history.flatMap((row) => dayIn(row, 'Month') ?? []))].sort((a, b) => a - b)
  const shown = months.slice(-MONTHS_SHOWN)
  if (shown.length < 2) return { charts: [], row: top }
  const known = kpis.filter((kpi) => valuesOf(kpi, shown, history).some((value) => value !== null))
  const drawn = [...known.filter(isShare).slice(0, SHARES_SHOWN), ...known.filter((kpi) => !isShare(kpi)).slice(0, 1)]
  page.put(top, 0, 'Closed months', { look: 'heading' })
  page.put(top + 1, 0, 'Month', { look: 'head' })
  drawn.forEach((kpi, j) => page.put(top + 1, 1 + j, wordIn(kpi, 'KPI'), { look: 'head', align: 'right', wrap: true }))
  shown.forEach((month, i) => {
    // As text, since an axis would count days.
    page.put(top + 2 + i, 0, monthLabel(month))
  })
  drawn.forEach((kpi, j) =>
    valuesOf(kpi, shown, history).forEach((value, i) =>
      page.put(top + 2 + i, 1 + j, value, { format: formatOfKpi(kpi), align: 'right' }),
    ),
  )
  const [first, last] = [top + 3, top + 2 + shown.length]
  const cells = (column: number) => `${lettersOf(column)}${first}:${lettersOf(column)}${last}`
  const chart = (title: string, columns: readonly number[], row: number): Omit<ChartPlan, 'sheet'> => ({
    row,
    column: CHARTS_AT,
    kind: 'line',
    title,
    labels: cells(0),
    series: columns.map((column) => ({ title: wordIn(drawn[column - 1]!, 'KPI'), cells: cells(column) })),
    format: formatOfKpi(drawn[columns[0]! - 1]!),
  })
  const shares = drawn.flatMap((kpi, j) => (isShare(kpi) ? [j + 1] : []))
  const others = drawn.flatMap((kpi, j) => (isShare(kpi) ? [] : [j + 1]))
  const charts = [
    ...(shares.length > 0 ? [chart('Shares by month', shares, 2)] : []),
    ...(others.length > 0 ? [chart(`${wordIn(drawn[others[0]! - 1]!, 'KPI')} by month`, others, 18)] : []),
  ]
  return { charts, row: last + 1 }
}

function valuesOf(kpi: Row, months: readonly number[], history: readonly Row[]): (number | null)[] {
  const own = history.filter((row) => wordIn(row, 'KPI id') === kpi.id)
  return months.map((month) => {
    const row = own.find((one) => dayIn(one, 'Month') === month)
    return row ? numberIn(row, 'Value') : null
  })
}

function isShare(kpi: Row): boolean {
  return findMetric(wordIn(kpi, 'Metric'))?.spec.returns.unit === 'fraction'
}

function formatOfKpi(kpi: Row): string {
  return numberFormat(findMetric(wordIn(kpi, 'Metric'))?.spec.returns ?? {})
}

function kpiColumn(layout: Layout, title: string): string {
  return columnsOfPlan(layout, 'KPIs', [title])
}

/** What somebody has written by hand on a scorecard, which drawing it anew would take away. */
export function writtenByHand(content: SheetContent, plan: DrawnSheet, history: readonly Row[]): string[] {
  const known = new Set<string>([
    ...plan.cells.flatMap(({ cell }) => (typeof cell === 'string' ? [cell] : [])),
    ...history.map((row) => wordIn(row, 'KPI')),
    ...history.map((row) => monthLabel(dayIn(row, 'Month') ?? 0)),
    ...SIDES.map(capitalized),
    'By service line',
    'Service line',
    'On neither side',
    'Closed months',
    'Month',
    'No KPI says that it belongs here.',
    ...VIEWS.map(({ title }) => title),
  ])
  const filled = linkedViews(content).map((view) => filledBlock(content, view))
  const isFilled = (row: number, column: number) =>
    filled.some(
      (one) => row >= one.row && row < one.row + one.rows && column >= one.column && column < one.column + one.columns,
    )
  return content.values.flatMap((line, row) =>
    line.filter(
      (value, column): value is string =>
        typeof value === 'string' &&
        value !== '' &&
        !content.formulas[row]?.[column] &&
        !known.has(value) &&
        !isFilled(row, column),
    ),
  )
}
