import type { Book, RowChange, SheetContent } from '../../../core/sheet/book.ts'
import { contentAt, titlesOf } from '../../../core/sheet/rows.ts'
import { chartOf } from '../../../core/plans/chart.ts'
import { findPlan } from '../../../core/plans/findPlan.ts'
import { plans } from '../../../core/plans/gallery/index.ts'
import { kpiCells, linkCells } from '../../../core/plans/linking.ts'
import { closingChanges, closingOf, closingProblem } from '../../../core/plans/month/closing.ts'
import { pilotRequest } from '../../../core/plans/pilot/planning.ts'
import { weeksOf } from '../../../core/plans/pilot/weeks.ts'
import { formulaCells, sheetOf, type NewRow, type Plan } from '../../../core/plans/plan.ts'
import { changeOf, readRows, requestOf } from '../../../core/plans/reading.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { logsOf, readingOf } from '../../../core/plans/renewals/logs.ts'
import { merged } from '../../../core/plans/renewals/merge.ts'
import { keeping } from '../../../core/plans/renewals/sources.ts'
import { wordIn, type Row } from '../../../core/plans/row.ts'
import { civil, serialOf } from '../../../core/statistics/time/calendar.ts'
import { scorecard } from '../../../core/plans/scorecard/drawing.ts'
import { measured } from '../../../core/plans/scorecard/measuring.ts'
import { LAST_DAY } from '../sampleData.ts'
import type { Month, Story, StoryRow } from './story.ts'

const layout = layoutOf(() => null)
const [kpis, history, pilot, renewals] = ['KPIs', 'History', 'Pilot', 'Renewals'].map((name) => findPlan(name)!) as [
  Plan,
  Plan,
  Plan,
  Plan,
]

/**
 * What the company has done in its workbook: it filled in all plans, planned a pilot, linked its numbers, closed months and
 * refreshed its lists, through the same book as the sidebar.
 */
export async function play(book: Book, story: Story, firstMonth: number, months: number): Promise<void> {
  const hands = handsOf(book)
  await book.createSheets(plans.map((plan) => sheetOf(plan, layout, storyRows(plan, story))))
  for (const [name, told] of Object.entries(story.told)) await hands.tell(findPlan(name)!, told)
  await runPilot(hands, story)
  for (let i = 0; i < months; i++) await closeMonth(hands, story, monthFrom(firstMonth, i))
  // The next one is left open, to be closed by who looks at it.
  const open = monthFrom(firstMonth, months)
  await link(hands, kpis, story, open)
  for (const plan of plans) if (plan !== kpis && plan.link && !plan.isRecord) await link(hands, plan, story, open)
  await refreshRenewals(hands, story)
  for (const plan of plans) if (plan.chart) await drawChart(hands, plan)
  await drawScorecard(hands, story)
}

interface Hands {
  book: Book
  read(plan: Plan): Promise<SheetContent>
  rowsOf(plan: Plan): Promise<Row[]>
  change(plan: Plan, changes: readonly RowChange[]): Promise<void>
  /** Types numbers over those beside labels of the first row. */
  tell(plan: Plan, told: Readonly<Record<string, number>>): Promise<void>
}

/** The hands of the people of the company: what is refused to them is a fault of the story. */
function handsOf(book: Book): Hands {
  const read = async ({ name }: Plan) => (await book.readSheet(name))!
  return {
    book,
    read,
    rowsOf: async (plan) => readRows(plan, await read(plan)),
    async change(plan, changes) {
      const { refused } = await book.changeRows(requestOf(plan, changes))
      if (refused.length > 0) throw new Error(`${plan.name} does not take what the story says.`)
    },
    async tell(plan, told) {
      const content = await read(plan)
      const beside = Object.entries(told).map(([label, cell]) => {
        const place = titlesOf(content).indexOf(label)
        if (place < 0) throw new Error(`${plan.name} has no “${label}”.`)
        return { label, seen: contentAt(content, 0, place + 1), cell }
      })
      await book.changeRows({ ...requestOf(plan, []), beside })
    },
  }
}

function storyRows(plan: Plan, { rows }: Story): NewRow[] {
  return (rows[plan.name] ?? []).map(({ cells }, i) => ({
    ...formulaCells(plan, layout),
    ...cells,
    Id: `${plan.name.toLowerCase()}${i + 1}`,
  }))
}

async function closeMonth(hands: Hands, story: Story, month: Month): Promise<void> {
  const { rowsOf, change } = hands
  await link(hands, kpis, story, month)
  const [now, past] = [await rowsOf(kpis), await rowsOf(history)]
  const problem = closingProblem(month.start, now, past)
  if (problem) throw new Error(problem)
  const notes = notesById(now, story.notes[month.index] ?? {})
  await change(history, closingChanges(month.start, closingOf(now, past), notes))
}

/** Each row of a plan shows its number, as of a month. */
async function link({ rowsOf, change }: Hands, plan: Plan, story: Story, month: Month): Promise<void> {
  const [rows, known] = [await rowsOf(plan), await rowsOf(kpis)]
  const own = story.rows[plan.name] ?? []
  await change(
    plan,
    own.flatMap(({ link }, i) => (link ? [changeOf(plan, rows[i]!, linked(plan, rows[i]!, link, month, known))] : [])),
  )
}

function linked(
  plan: Plan,
  row: Row,
  link: NonNullable<StoryRow['link']>,
  month: Month,
  known: readonly Row[],
): NewRow {
  if ('metric' in link) {
    return linkCells(plan, row, { metric: link.metric, formula: link.formula(month), target: '' }, layout)
  }
  if ('typed' in link) return { [plan.link!.value]: link.typed[month.index]! }
  const kpi = known.find(({ values }) => values.KPI === link.kpi)
  if (!kpi) throw new Error(`The story has no KPI “${link.kpi}”.`)
  return kpiCells(plan, kpi, layout)
}

function notesById(now: readonly Row[], notes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(now.map((row) => [row.id, notes[wordIn(row, 'KPI')] ?? '']))
}

/** The pilot as its page plans it, and what came of its weeks. */
async function runPilot({ book, read, rowsOf, change }: Hands, { pilot: own }: Story): Promise<void> {
  await book.changeRows(pilotRequest(pilot, await read(pilot), own.planned))
  const all = weeksOf(await rowsOf(pilot))
  await change(
    pilot,
    all.map(({ row }, i) => changeOf(pilot, row, own.weeks[i]!)),
  )
}

/** The list as the orders have it, and what was noted about the customers in it. */
async function refreshRenewals({ book, read, rowsOf, change }: Hands, story: Story): Promise<void> {
  const { sources, noted } = story.renewals
  const reading = readingOf(sources, LAST_DAY)
  if ('problem' in reading) throw new Error(reading.problem)
  const logs = logsOf(reading, await book.readRanges(reading.ranges), LAST_DAY)
  if ('problem' in logs) throw new Error(logs.problem)
  const content = await read(renewals)
  const { changes } = merged(renewals, readRows(renewals, content), logs, layout)
  await book.changeRows({ ...requestOf(renewals, changes), beside: keeping(content, sources, LAST_DAY) })
  const listed = (await rowsOf(renewals)).slice(story.rows.Renewals?.length ?? 0)
  await change(
    renewals,
    listed.map((row, place) => changeOf(renewals, row, noted(row, place))),
  )
}

async function drawChart({ book, rowsOf }: Hands, plan: Plan): Promise<void> {
  const chart = chartOf(plan, await rowsOf(plan), layout)
  if (typeof chart === 'string') throw new Error(chart)
  await book.addChart(chart)
}

async function drawScorecard({ book, rowsOf }: Hands, { views }: Story): Promise<void> {
  const measuredViews = await measured(book, views, null)
  await book.drawSheet(scorecard(await rowsOf(kpis), await rowsOf(history), layout, null, measuredViews))
}

function monthFrom(first: number, index: number): Month {
  const { year, month } = civil(first)
  const start = (after: number) => serialOf(year, month + after, 1)
  const inFormula = (serial: number) => {
    const day = civil(serial)
    return `DATE(${day.year},${day.month},1)`
  }
  return { index, start: start(index), from: inFormula(start(index)), to: inFormula(start(index + 1)) }
}
