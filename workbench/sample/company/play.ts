import type { Book } from '../../../core/sheet/book.ts'
import { findPlan } from '../../../core/plans/findPlan.ts'
import { plans } from '../../../core/plans/gallery/index.ts'
import { kpiCells, linkCells } from '../../../core/plans/linking.ts'
import { closingChanges, closingOf, closingProblem } from '../../../core/plans/month/closing.ts'
import { formulaCells, sheetOf, type NewRow, type Plan } from '../../../core/plans/plan.ts'
import { changeOf, readRows, requestOf } from '../../../core/plans/reading.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import type { Row } from '../../../core/plans/row.ts'
import { civil, serialOf } from '../../../core/statistics/time/calendar.ts'
import { scorecard } from '../../../core/plans/scorecard/drawing.ts'
import type { Month, Story, StoryRow } from './story.ts'

/**
 * What the company has done in its workbook: it filled in all plans, linked its numbers, and closed months, through the same
 * book as the sidebar.
 */
export async function play(book: Book, story: Story, firstMonth: number, months: number): Promise<void> {
  const layout = layoutOf(() => null)
  const kpis = findPlan('KPIs')!
  const history = findPlan('History')!
  const rowsOf = async (plan: Plan): Promise<Row[]> => readRows(plan, (await book.readSheet(plan.name))!)
  const linked = (plan: Plan, row: Row, { link }: StoryRow, month: Month, known: readonly Row[]): NewRow => {
    if (!link) return {}
    if ('metric' in link) {
      return linkCells(plan, row, { metric: link.metric, formula: link.formula(month), target: '' }, layout)
    }
    const kpi = known.find(({ values }) => values.KPI === link.kpi)
    if (!kpi) throw new Error(`The story has no KPI “${link.kpi}”.`)
    return kpiCells(plan, kpi, layout)
  }
  const link = async (plan: Plan, month: Month): Promise<void> => {
    const [rows, known] = [await rowsOf(plan), await rowsOf(kpis)]
    const changes = rows.flatMap((row, i) => {
      const cells = linked(plan, row, story[plan.name]![i]!, month, known)
      return Object.keys(cells).length > 0 ? [changeOf(plan, row, cells)] : []
    })
    const { refused } = await book.changeRows(requestOf(plan, changes))
    if (refused.length > 0) throw new Error(`${plan.name} was not linked.`)
  }

  await book.createSheets(plans.map((plan) => sheetOf(plan, layout, storyRows(plan, story))))
  for (let i = 0; i <= months; i++) {
    const month = monthFrom(firstMonth, i)
    await link(kpis, month)
    // The last one is left open, to be closed by who looks at it.
    if (i === months) break
    const [now, past] = [await rowsOf(kpis), await rowsOf(history)]
    const problem = closingProblem(month.start, now, past)
    if (problem) throw new Error(problem)
    await book.changeRows(requestOf(history, closingChanges(month.start, closingOf(now, past), {})))
  }
  for (const plan of plans)
    if (plan !== kpis && plan.link && !plan.isRecord) await link(plan, monthFrom(firstMonth, months))
  await book.drawSheet(scorecard(await rowsOf(kpis), await rowsOf(history), layout, null))
}

function storyRows(plan: Plan, story: Story): NewRow[] {
  return (story[plan.name] ?? []).map(({ cells }, i) => ({
    ...formulaCells(
      plan,
      layoutOf(() => null),
      { metric: '' },
    ),
    ...cells,
    Id: `${plan.name.toLowerCase()}${i + 1}`,
  }))
}

function monthFrom(first: number, after: number): Month {
  const { year, month } = civil(first)
  const [start, end] = [serialOf(year, month + after, 1), serialOf(year, month + after + 1, 1)]
  const inFormula = (serial: number) => {
    const day = civil(serial)
    return `DATE(${day.year},${day.month},1)`
  }
  return { start, end, from: inFormula(start), to: inFormula(end) }
}
