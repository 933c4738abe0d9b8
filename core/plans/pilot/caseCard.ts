import { capitalized } from '../../catalogue/readable.ts'
import { numberFormat } from '../../metric.ts'
import type { DrawnCell, DrawnSheet, NewCell } from '../../sheet/book.ts'
import { lettersOf } from '../../sheet/sheetReference.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { numberIn, wordIn, type Row } from '../row.ts'
import { changeText, outcomeOf, valueText, type Means, type Outcome } from './outcome.ts'
import type { Settings } from './settings.ts'
import { COLUMN_OF, lastDay, WEEK_DAYS, weekName, weeksOf, type Week } from './weeks.ts'

/** What a case card says, in words. */
export interface CaseCard {
  title: string
  /** When it ran, and whether it still does. */
  time: string
  /** What became of both paths, the changed one first. */
  changes: readonly string[]
  effect: string
  target: string
  lessons: readonly string[]
  /** What nobody can tell from it. */
  limits: readonly string[]
  outcome: Outcome
}

/** The card of a pilot; the sentence where none can be written yet. */
export function caseOf(
  rows: readonly Row[],
  settings: Settings & { missing?: readonly string[] },
  kpis: readonly Row[] | null,
  today: number,
): CaseCard | string {
  const weeks = weeksOf(rows, 'pilot')
  if (weeks.length === 0) return 'No week of the pilot has a day yet. Plan the pilot first.'
  const [label] = settings.missing ?? []
  if (label !== undefined)
    return `The first row of the sheet has no “${label}” any more, right of the table. Type it again, and beside it what it is.`
  const outcome = outcomeOf(rows, settings, kpis)
  if (!outcome)
    return 'The sheet does not say which path was changed. Type product or service beside “Changed path” in its first row.'
  const { changed } = outcome
  const end = lastDay(rows)!
  const over = weeks.filter(({ begins }) => begins + WEEK_DAYS <= today).length
  const time = `${isoText(weeks[0]!.begins)} to ${isoText(end)}`
  return {
    title: `${settings.kpi || 'The KPI'} on the ${changed.path} path`,
    time:
      end < today
        ? `${time}, ${weeks.length} weeks.`
        : `${time}. It still runs: ${over} of ${weeks.length} weeks are over.`,
    changes: [meansText(outcome.changed, outcome, 'changed'), meansText(outcome.compared, outcome, 'compared')],
    effect: effectText(outcome),
    target: targetText(outcome, settings.target),
    lessons: weeksOf(rows)
      .filter(({ row }) => wordIn(row, 'Lesson') !== '')
      .map(({ row }) => `${weekName(row)}: ${wordIn(row, 'Lesson')}`),
    limits: limitsOf(outcome),
    outcome,
  }
}

function meansText({ path, before, after }: Means, { returns }: Outcome, what: string): string {
  const name = `${capitalized(path)} (${what})`
  const said = (value: number | null) => (value === null ? 'no number' : valueText(value, returns))
  const change = before === null || after === null ? '' : `, ${changeText(after - before, returns)}`
  return `${name}: ${said(before)} before, ${said(after)} with the change${change}.`
}

function effectText({ effect, compared, returns }: Outcome): string {
  if (!effect) return 'No effect can be told: both paths need two weeks with a number before and two with the change.'
  const { size, low, high, verdict } = effect
  const within =
    low === null || high === null ? '' : ` (95% limits ${changeText(low, returns)} to ${changeText(high, returns)})`
  return `Effect beyond what came on the ${compared.path} path: ${changeText(size, returns)}${within}, ${verdict}.`
}

function targetText({ reached, changed, returns }: Outcome, target: string): string {
  if ('problem' in reached) return `Target${target && ` ${target}`}: not judged. ${capitalized(reached.problem)}.`
  const { isReached, last } = reached
  return `Target ${target}: ${isReached ? 'reached' : 'not reached'}. The weeks with the change have ${valueText(changed.after!, returns)} on average, ${last.name} has ${valueText(last.value, returns)}.`
}

/** A pilot is no trial with lots drawn: its card says so. */
function limitsOf({ changed, compared, weeks, effect }: Outcome): string[] {
  return [
    `It was not drawn by lot who got the change: whatever else changed on the ${changed.path} path alone in that time counts as effect too.`,
    `Both paths are taken to have gone on alike without the change. What reached the ${compared.path} path too makes the effect look smaller.`,
    ...(effect
      ? [
          `${weeks.before} weeks before and ${weeks.after} with the change are few, and weeks that follow each other are alike: the limits are likely too narrow.`,
        ]
      : []),
  ]
}

const NO_LESSON = 'None is written down.'

/** The card as text, for a mail. */
export function textOfCase({ title, time, changes, effect, target, lessons, limits }: CaseCard): string {
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`)
  return [
    title,
    time,
    '',
    'Before and after',
    ...list([...changes, effect, target]),
    '',
    'Lessons',
    ...(lessons.length > 0 ? list(lessons) : [NO_LESSON]),
    '',
    'What it cannot say',
    ...list(limits),
  ].join('\n')
}

/** The name of the sheet that the card of a pilot is drawn on: each pilot has its own. */
export function caseName(rows: readonly Row[]): string {
  const [first] = weeksOf(rows, 'pilot')
  return `Case ${first ? isoText(first.begins) : 'card'}`
}

const WIDTHS = [150, 75, 75, 90, 600]
/** The chart stands right of the numbers. */
const CHART_AT = WIDTHS.length - 1
/** Where the numbers begin, and those of the weeks. */
const [MEANS_AT, WEEKS_AT] = [3, 8]
/** So many rows the chart takes below the first of the numbers, and the words begin after it. */
const CHART_ROWS = 20
/** So many letters fit on a line across the sheet: words go on over blank cells, and no row grows taller than a week. */
const LINE = 130

/** The card on one clean sheet: values only, so that it needs no add-in. */
export function caseSheet(card: CaseCard, rows: readonly Row[], replaces: string | null): DrawnSheet {
  const { outcome } = card
  const weeks = weeksOf(rows)
  const last = WEEKS_AT + weeks.length
  return {
    name: caseName(rows),
    replaces,
    widths: WIDTHS,
    cells: [
      { row: 0, column: 0, cell: card.title, look: 'title' },
      { row: 1, column: 0, cell: card.time, look: 'muted' },
      ...meansCells(outcome),
      ...weekCells(outcome, weeks),
      ...wordCells(card, Math.max(last, MEANS_AT + CHART_ROWS) + 2),
    ],
    charts: weeks.length > 1 ? [chartOf(card, WEEKS_AT + 2, last + 1)] : [],
    page: { landscape: false, titleRows: 0 },
  }
}

function pathsOf({ changed, compared }: Outcome): { name: string; means: Means }[] {
  return [
    { name: `${capitalized(changed.path)} (changed)`, means: changed },
    { name: `${capitalized(compared.path)} (compared)`, means: compared },
  ]
}

function headCells(row: number, titles: readonly string[]): DrawnCell[] {
  return titles.map((cell, column) => ({ row, column, cell, look: 'head', ...(column > 0 && { align: 'right' }) }))
}

function numberCell(row: number, column: number, cell: NewCell, format: string): DrawnCell {
  return { row, column, cell, format, align: 'right' }
}

/** Shares differ by points, of which a percentage would be another thing. */
function meansCells(outcome: Outcome): DrawnCell[] {
  const { returns, effect } = outcome
  const isShare = returns.unit === 'fraction'
  const format = numberFormat(returns)
  const changeCell = (row: number, change: number) =>
    numberCell(row, 3, isShare ? 100 * change : change, isShare ? '+0.0;-0.0;0.0' : '+0.0##;-0.0##;0')
  const lines = pathsOf(outcome).flatMap(({ name, means: { before, after } }, i): DrawnCell[] => {
    const row = MEANS_AT + 1 + i
    const isKnown = before !== null && after !== null
    return [
      { row, column: 0, cell: name },
      numberCell(row, 1, before, format),
      numberCell(row, 2, after, format),
      ...(isKnown ? [changeCell(row, after - before)] : []),
    ]
  })
  const row = MEANS_AT + 3
  const told: DrawnCell[] = effect ? [{ ...changeCell(row, effect.size), look: 'heading' }] : []
  const head = headCells(MEANS_AT, ['Path', 'Before', 'After', isShare ? 'Points' : 'Change'])
  return [...head, ...lines, { row, column: 0, cell: 'Effect', look: 'heading' }, ...told]
}

function weekCells(outcome: Outcome, weeks: readonly Week[]): DrawnCell[] {
  const columns = pathsOf(outcome).map(({ means }) => COLUMN_OF[means.path])
  const format = numberFormat(outcome.returns)
  const lines = weeks.flatMap(({ row }, i): DrawnCell[] => [
    { row: WEEKS_AT + 1 + i, column: 0, cell: weekName(row) },
    ...columns.map((column, j) => numberCell(WEEKS_AT + 1 + i, 1 + j, numberIn(row, column), format)),
  ])
  return [...headCells(WEEKS_AT, ['Week', ...columns]), ...lines]
}

function chartOf({ title, outcome }: CaseCard, first: number, last: number): DrawnSheet['charts'][number] {
  const cells = (letter: string) => `${letter}${first}:${letter}${last}`
  return {
    row: MEANS_AT,
    column: CHART_AT,
    kind: 'line',
    title,
    labels: cells('A'),
    series: pathsOf(outcome).map(({ name }, j) => ({ title: name, cells: cells(lettersOf(1 + j)) })),
    format: numberFormat(outcome.returns),
  }
}

function wordCells({ changes, effect, target, lessons, limits }: CaseCard, top: number): DrawnCell[] {
  const parts: [heading: string, lines: readonly string[]][] = [
    ['In words', [...changes, effect, target]],
    ['Lessons', lessons.length > 0 ? lessons : [NO_LESSON]],
    ['What it cannot say', limits],
  ]
  const lines = parts.flatMap(([heading, texts]): Omit<DrawnCell, 'row'>[] => [
    { column: 0, cell: heading, look: 'heading' },
    ...texts.flatMap(linesOf).map((cell) => ({ column: 0, cell })),
    { column: 0, cell: null },
  ])
  return lines.flatMap((line, i) => (line.cell === null ? [] : [{ ...line, row: top + i }]))
}

/** A text on as many lines as it takes. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const line = lines[lines.length - 1]
    if (line !== undefined && line.length + 1 + word.length <= LINE) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
