import { findMetric } from '../catalogue/catalogue.ts'
import { parseTarget } from '../arguments/target.ts'
import { GENERAL } from '../metric.ts'
import type { NewCell } from '../sheet/book.ts'
import { quoted } from '../sheet/references.ts'
import { check, type Check } from './check.ts'
import { columnsOfPlan, type Layout } from './layout.ts'
import { statusFormula, targetIn, valueCell } from './live.ts'
import { formulaCells, type Link, type Plan } from './plan.ts'
import { contentIn, rowNamed, wordIn, type Row } from './row.ts'

/** A metric that is to be linked to a row. */
export interface NewLink {
  metric: string
  formula: string
  /** As typed; "" for none, or for what the plan finds by itself. */
  target: string
  /** The segment of Targets from which the target is to be taken, "" for all; undefined where it was typed. */
  fromTargets?: string
}

/** The cells of a row with a metric. A target that a formula gives stays live unless another one was filled in. */
export function linkCells(plan: Plan, row: Row, link: NewLink, layout: Layout): Record<string, NewCell> {
  const { metric, value, target, status, better, earlier } = plan.link!
  const own = formulaCells(plan, layout, { metric: link.metric })
  const isKept = contentIn(row, target).startsWith('=') && link.target === targetIn(row, target)
  const isLower = better !== undefined && wordIn(row, better) === '' && isBetterLower(link)
  return {
    [metric]: link.metric,
    [value]: valueCell(link.metric, link.formula),
    ...targetCells(target, link, own, isKept && link.fromTargets === undefined, layout),
    [status]: own[status] ?? { formula: statusFormula(plan.link!) },
    ...(earlier && own[earlier] && { [earlier]: own[earlier] }),
    ...(better && isLower && { [better]: 'lower' }),
  }
}

function targetCells(
  title: string,
  { metric, target, fromTargets }: NewLink,
  own: Record<string, NewCell>,
  isKept: boolean,
  layout: Layout,
): Record<string, NewCell> {
  if (fromTargets !== undefined)
    return { [title]: { formula: targetFormula(metric, fromTargets, layout), format: GENERAL } }
  return isKept ? {} : { [title]: target.trim() || own[title] || null }
}

/** The target of a metric as the sheet Targets has it for a segment, "" for all. */
export function targetFormula(metric: string, segment: string, layout: Layout): string {
  const table = columnsOfPlan(layout, 'Targets', ['Metric', 'Segment', 'Target'])
  return `=KPI_TARGET(${quoted(metric)}, ${quoted(segment)}, ${table})`
}

function isBetterLower({ metric, target }: NewLink): boolean {
  const returns = findMetric(metric)?.spec.returns
  if (returns?.better === 'lower') return true
  const usual = typeof returns?.target === 'string' ? returns.target : Object.values(returns?.target ?? {})[0]
  const aim = target.trim() || usual
  try {
    return aim !== undefined && parseTarget(aim).better === 'lower'
  } catch {
    return false
  }
}

/** The cells of a row that shows a KPI: its value, target and status as KPIs has them. */
export function kpiCells(plan: Plan, kpi: Row, layout: Layout): Record<string, NewCell> {
  const { metric, value, target, status } = plan.link!
  const shown = (title: string) => unlessBlank(foundKpi(layout, title, 'KPI', `{{${metric}}}`))
  return {
    [metric]: wordIn(kpi, 'KPI'),
    [value]: valueCell(wordIn(kpi, 'Metric'), shown('Value')),
    [target]: { formula: shown('Target'), format: GENERAL },
    [status]: { formula: shown('Status') },
  }
}

/** A cell of the row of KPIs that says something in a column, within a formula. */
export function foundKpi(layout: Layout, title: string, by: string, says: string): string {
  const column = (name: string) => columnsOfPlan(layout, 'KPIs', [name])
  return `INDEX(${column(title)}, MATCH(${says}, ${column(by)}, 0))`
}

/** A formula that shows a found cell as it is: INDEX makes 0 of a blank one. */
export function unlessBlank(found: string): string {
  return `=IF(ISBLANK(${found}), "", ${found})`
}

/** Whether a formula is one of kpiCells. */
export function showsKpi(formula: string): boolean {
  return /^=IF\(ISBLANK\(INDEX\(KPIs!/.test(formula)
}

/** A row that shows a KPI names one that is there. */
export function namesKpi<const L extends Link>({ metric, value }: L): Check<L['metric' | 'value']> {
  return check(
    [metric, value],
    (row, { rowsOf }) => {
      const [name, kpis] = [wordIn(row, metric), rowsOf('KPIs')]
      if (!showsKpi(contentIn(row, value)) || kpis === null) return ''
      const kpi = rowNamed(kpis, 'KPI', name)
      if (!kpi) return `“${name}” is in no row of KPIs. Link another metric, or give the KPI its name again.`
      const hasNone = wordIn(kpi, 'Value') === '' && contentIn(kpi, 'Value') === ''
      return hasNone ? `“${name}” has no value in KPIs yet. Open KPIs and link its metric.` : ''
    },
    { filter: 'no live metric' },
  )
}

/** The metric that a row is linked to, by itself or by a KPI. */
export function metricOf(row: Row, { metric }: Link, kpis: readonly Row[] | null): string {
  const name = wordIn(row, metric)
  if (findMetric(name)) return name
  const kpi = kpis && rowNamed(kpis, 'KPI', name)
  return kpi ? wordIn(kpi, 'Metric') : name
}

/** The cells of a row without its metric. */
export function unlinkedCells(plan: Plan, layout: Layout): Record<string, NewCell> {
  const own = formulaCells(plan, layout)
  const { metric, value, target, status } = plan.link!
  return Object.fromEntries([metric, value, target, status].map((title) => [title, own[title] ?? null]))
}

/** What the row held when it was seen, to be written again as a whole. Only the columns of formulas hold formulas. */
export function wholeRow(plan: Plan, seen: Readonly<Record<string, string>>, layout: Layout): Record<string, NewCell> {
  const { link } = plan
  const own = formulaCells(plan, layout)
  return Object.fromEntries(
    plan.columns
      .filter(({ title }) => title in seen)
      .map(({ title, kind, ofCells, formula }): [string, NewCell] => {
        const content = seen[title]!
        if (content === '') return [title, null]
        const isFormula = content.startsWith('=')
        // Those that name cells of their own row, which will be another one.
        if (isFormula && formula !== undefined) return [title, own[title]!]
        if (isFormula && title === link?.status) return [title, { formula: statusFormula(link) }]
        if (isFormula && title === link?.value) return [title, valueCell(seen[link.metric] ?? '', content)]
        if (isFormula && ofCells) return [title, { formula: content }]
        if (isFormula && title === link?.target) return [title, { formula: content, format: GENERAL }]
        const isNumber = kind !== 'text' && content.trim() !== '' && Number.isFinite(Number(content))
        return [title, isNumber ? Number(content) : content]
      }),
  )
}
