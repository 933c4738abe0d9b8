import { findMetric } from '../catalogue/catalogue.ts'
import { brief } from '../catalogue/readable.ts'
import { GENERAL, numberFormat } from '../metric.ts'
import type { Colour, DrawnCell, DrawnSheet } from '../sheet/book.ts'
import { formatOf, TEXT } from '../sheet/looks.ts'
import { isoText } from '../statistics/time/calendar.ts'
import { findingsOf, nameOf, ownColumns, type Column, type Plan } from './plan.ts'
import type { About } from './check.ts'
import { metricOf } from './linking.ts'
import { liveIn, wordIn, type Row } from './row.ts'
import { shownIn } from './shown.ts'

/** Which rows a page is of. */
export interface PageOf {
  /** Whose; null for everyone’s, "" for nobody’s. */
  owner: string | null
}

/** The name of the sheet that a plan is drawn on to be printed. */
export function pageName({ name }: Plan): string {
  return `${name} page`
}

/** The rows of a page, in the order of the sheet. */
export function rowsOfPage(rows: readonly Row[], { owner }: PageOf): Row[] {
  return owner === null ? [...rows] : rows.filter((row) => wordIn(row, 'Owner') === owner)
}

/**
 * A clean sheet of a plan as it stands, to be printed or sent: values and colours, no formulas, so that it needs no add-in;
 * no empty rows, and no columns in which nothing is said.
 */
export function pageOf(
  plan: Plan,
  rows: readonly Row[],
  of: PageOf,
  about: About,
  replaces: string | null,
): DrawnSheet {
  const shown = rowsOfPage(rows, of)
  const columns = ownColumns(plan).filter(
    ({ title, muted }) => !muted && (title === plan.key || shown.some((row) => wordIn(row, title) !== '')),
  )
  const day = isoText(Math.floor(about.today))
  const whose = of.owner === null ? '' : of.owner === '' ? ', of nobody' : `, of ${of.owner}`
  const cells: DrawnCell[] = [
    { row: 0, column: 0, cell: `${plan.name}${whose}`, look: 'title' },
    { row: 1, column: 0, cell: `As of ${day}. Values only.`, look: 'muted' },
    ...columns.map(({ title, kind }, column): DrawnCell => ({
      row: 2,
      column,
      cell: title,
      look: 'head',
      ...(isNumber(kind) && { align: 'right' as const }),
    })),
    ...shown.flatMap((row, i) => columns.map((column, j) => pageCell(plan, row, column, about, 3 + i, j))),
  ]
  return {
    name: pageName(plan),
    replaces,
    widths: columns.map(({ width }) => Math.min(width, WIDEST)),
    cells,
    charts: [],
    page: { landscape: true, titleRows: 3 },
  }
}

const WIDEST = 220

function pageCell(
  plan: Plan,
  row: Row,
  { title, kind, colours, format }: Column,
  about: About,
  at: number,
  column: number,
): DrawnCell {
  const value = liveIn(row, title)
  const colour: Colour | undefined = colours?.[wordIn(row, title).toLowerCase()]
  const { link } = plan
  const isLive = title === link?.value || title === link?.earlier
  const live = isLive ? findMetric(metricOf(row, link!, about.rowsOf('KPIs')))?.spec.returns : undefined
  const shown = live ? numberFormat(live) : formatOf({ kind, ...(format && { format }) })
  const isText = typeof value !== 'number'
  return {
    row: at,
    column,
    cell: value === '' ? null : value,
    ...(!isText && { format: shown === TEXT ? GENERAL : shown }),
    ...(isText ? { wrap: true } : { align: 'right' as const }),
    ...(colour && { colour }),
  }
}

function isNumber(kind: Column['kind']): boolean {
  return kind === 'number' || kind === 'share' || kind === 'money'
}

/** The rows as text, for a mail: each with what it says and what is wrong with it. */
export function textOfPage(plan: Plan, rows: readonly Row[], of: PageOf, about: About): string {
  const shown = rowsOfPage(rows, of)
  const day = isoText(Math.floor(about.today))
  const heading = `${plan.name}${of.owner ? ` of ${of.owner}` : ''}, ${day}`
  const lines = shown.flatMap((row) => {
    const details = plan.details
      .filter((title) => title !== 'Owner' || of.owner === null)
      .map((title) => shownIn(plan, row, title))
      .filter((word) => word !== '')
    const findings = findingsOf(plan, row, about).map(({ text }) => `  ${text}`)
    return [`- ${[nameOf(plan, row), ...details, ...liveTexts(plan, row, about)].join(', ')}`, ...findings]
  })
  return [heading, '', ...(lines.length > 0 ? lines : ['Nothing.'])].join('\n')
}

/** The value of a row with its unit, its target and its status. */
function liveTexts({ link }: Plan, row: Row, about: About): string[] {
  if (!link) return []
  const value = liveIn(row, link.value)
  const { spec } = findMetric(metricOf(row, link, about.rowsOf('KPIs'))) ?? {}
  return [
    value === null || value === '' ? '' : brief(value, spec?.returns ?? {}),
    wordIn(row, link.target) && `target ${wordIn(row, link.target)}`,
    wordIn(row, link.status),
  ].filter((text) => text !== '')
}
