import { isoText } from '../../statistics/time/calendar.ts'
import { bothOrAll, check, daysText, rowsText, twice, unowned, type Check, type PlanCheck } from '../check.ts'
import { id, owner, PATHS } from '../commonColumns.ts'
import { COLUMN_OF, lastDay, numbersOf, phaseOf, WEEK_DAYS, weekName, weeksOf, type Path } from '../pilot/weeks.ts'
import { plan } from '../plan.ts'
import { contentIn, dayIn, numberIn, wordIn, type Row } from '../row.ts'

/** What people type, or the wizard writes, beside its label. */
const CHANGED = '{{Pilot!Changed path:beside}}'
/** From so many days before its end on, one is to decide what comes of it. */
const DECIDE_DAYS = 14
/** Of fewer numbers nobody can tell how much they vary. */
const FEWEST = 2

export const pilot = plan({
  name: 'Pilot',
  noun: ['week', 'weeks'],
  goal: 'Try a change',
  place: 1,
  question: 'What did ninety days of a change bring, beyond what would have come anyway?',
  about:
    'One sheet for one pilot: four weeks as they were and thirteen with the change, on the path that is changed and on the one that it is compared with. Each week has a number on both paths and a line of news. What the change did beyond the trend stands beside the table, and a case card tells it when it is over.',
  key: 'Week',
  nameless: 'Week without a name',
  details: ['Begins on', 'Owner', 'Update'],
  columns: [
    { title: 'Week', width: 110, kind: 'text', required: true, help: 'What it is called, such as Week 6.' },
    {
      title: 'Phase',
      width: 80,
      kind: 'text',
      choices: ['baseline', 'pilot'],
      help: 'Before the change, or with it.',
    },
    { title: 'Begins on', width: 90, kind: 'date', help: 'Its first day. It ends with the sixth day after it.' },
    { title: 'Product', width: 80, kind: 'number', help: 'What the KPI was in that week on the product path.' },
    { title: 'Service', width: 80, kind: 'number', help: 'What the KPI was in that week on the service path.' },
    { title: 'Update', width: 260, kind: 'text', isLong: true, help: 'What was done and what was seen, in a line.' },
    { title: 'Lesson', width: 220, kind: 'text', isLong: true, help: 'What is to be kept of it, for the case card.' },
    owner,
    id,
  ],
  form: ['Week', 'Product', 'Service', 'Update', 'Lesson', 'Owner', 'Phase', 'Begins on'],
  groups: [
    { title: 'Phase', none: 'In no phase' },
    { title: 'Owner', none: 'No owner' },
  ],
  checks: [
    check(['Phase'], (row) => (phaseOf(row) === '' ? 'It belongs to no phase: choose baseline or pilot.' : ''), {
      filter: 'no day',
    }),
    check(['Begins on'], dayless, { filter: 'no day' }),
    ...PATHS.map(numberOn),
    check(
      ['Phase', 'Begins on', 'Update'],
      (row, { today }) => {
        const isAsked = phaseOf(row) === 'pilot' && wordIn(row, 'Update') === '' && isOver(row, today)
        return isAsked ? `${weekName(row)} has no update. Write in a line what was done and seen.` : ''
      },
      { filter: 'no update' },
    ),
    unowned('Owner'),
  ],
  overall: [
    { columns: ['Phase', 'Begins on', 'Lesson'], find: (rows, { today }) => decision(rows, today) },
    { columns: ['Week', 'Phase', 'Begins on'], find: (rows) => [...calendar(rows), ...mixed(rows)] },
    twice(['Week'], (key, rows) => `${rowsText(rows)} are ${bothOrAll(rows)} ${key}. Name each week once.`),
    tooFew(),
  ],
  asks: ['KPIs'],
  summary: [
    { label: 'KPI', value: null, width: 170 },
    { label: 'Target', value: null, width: 90 },
    { label: 'Changed path', value: null, width: 80 },
    {
      label: 'Ends',
      formula: `=IF(COUNTIFS({{Phase:column}}, "pilot", {{Begins on:column}}, ">0")=0, "", MAXIFS({{Begins on:column}}, {{Phase:column}}, "pilot")+${WEEK_DAYS - 1})`,
      format: 'yyyy-mm-dd',
    },
    ...PATHS.flatMap((path) => [meanCell(path, 'baseline'), meanCell(path, 'pilot')]),
    { label: 'Effect', formula: effectFormula(), format: '+0.0##;-0.0##;0' },
    { label: 'Verdict', formula: verdictFormula(), width: 320 },
  ],
  chart: {
    kind: 'line',
    title: 'Both paths by week',
    labels: 'Week',
    series: ['Product', 'Service'],
    format: 'General',
  },
})

function meanLabel(path: Path, phase: 'baseline' | 'pilot'): string {
  return `${COLUMN_OF[path]} ${phase === 'baseline' ? 'before' : 'after'}`
}

function meanCell(path: Path, phase: 'baseline' | 'pilot') {
  return {
    label: meanLabel(path, phase),
    formula: `=IFERROR(AVERAGEIFS({{${COLUMN_OF[path]}:column}}, {{Phase:column}}, "${phase}"), "")`,
    format: '0.0##',
  }
}

/** DIFF_IN_DIFF tells the same effect: the change on the path that was changed, less that on the other. */
function effectFormula(): string {
  const beside = (path: Path, phase: 'baseline' | 'pilot') => `{{Pilot!${meanLabel(path, phase)}:beside}}`
  const means = PATHS.flatMap((path) => [beside(path, 'baseline'), beside(path, 'pilot')])
  const change = (path: Path) => `(${beside(path, 'pilot')}-${beside(path, 'baseline')})`
  const less = (path: Path, other: Path) => `IF(${CHANGED}="${path}", ${change(path)}-${change(other)}, `
  return `=IF(COUNT(${means.join(', ')})=4, ${less('product', 'service')}${less('service', 'product')}"")), "")`
}

function verdictFormula(): string {
  const is = (path: Path, phase: string) => `({{Phase:column}}="${phase}")*ISNUMBER({{${COLUMN_OF[path]}:column}})`
  const counts = PATHS.flatMap((path) => ['baseline', 'pilot'].map((phase) => `SUMPRODUCT(${is(path, phase)})`))
  const cells = (path: Path, phase: string) => `FILTER({{${COLUMN_OF[path]}:column}}, ${is(path, phase)})`
  const either = (where: Path, others: Path, phase: string) =>
    `IF(${CHANGED}="product", ${cells(where, phase)}, ${cells(others, phase)})`
  const samples = [
    either('product', 'service', 'baseline'),
    either('product', 'service', 'pilot'),
    either('service', 'product', 'baseline'),
    either('service', 'product', 'pilot'),
  ]
  const isKnown = `OR(${PATHS.map((path) => `${CHANGED}="${path}"`).join(', ')})`
  const verdict = `INDEX(DIFF_IN_DIFF(${samples.join(', ')}), 2, 5)`
  return `=IF(${isKnown}, IF(MIN(${counts.join(', ')})<${FEWEST}, "", ${verdict}), "")`
}

function isOver(row: Row, today: number): boolean {
  const day = dayIn(row, 'Begins on')
  return day !== null && Math.floor(day) + WEEK_DAYS <= today
}

function dayless(row: Row): string {
  if (dayIn(row, 'Begins on') !== null) return ''
  const written = contentIn(row, 'Begins on').trim()
  return written === ''
    ? `${weekName(row)} has no day on which it begins. Type it, such as 2026-03-02.`
    : `${weekName(row)} begins on “${written}”, which is no date. Type it again, such as 2026-03-02.`
}

function numberOn(path: Path): Check<'Begins on' | 'Product' | 'Service'> {
  const title = COLUMN_OF[path]
  return check(
    ['Begins on', title],
    (row, { today }) => {
      const [number, written] = [numberIn(row, title), contentIn(row, title).trim()]
      const name = weekName(row)
      if (number === null && written !== '')
        return `${name} has “${written}” on the ${path} path, which is no number. Type it again as one.`
      if (number === null)
        return isOver(row, today) ? `${name} has no number on the ${path} path. Type what the KPI was.` : ''
      const begins = dayIn(row, 'Begins on')
      return begins !== null && begins > today + 1
        ? `${name} has a number on the ${path} path and has not begun. Look at its day.`
        : ''
    },
    { filter: 'no number' },
  )
}

/** What comes of a pilot is written down as the lesson of its last week. */
function decision(rows: readonly Row[], today: number): string[] {
  const [end, last] = [lastDay(rows), weeksOf(rows, 'pilot').pop()]
  if (end === null || !last) return []
  const left = end - Math.floor(today)
  const decide = 'decide on the target, and note the old one and why'
  if (left > DECIDE_DAYS) return []
  if (left >= 0) return [`${left === 0 ? 'Ends today' : `Ends in ${daysText(left)}`}: ${decide} in Targets.`]
  return wordIn(last.row, 'Lesson') === ''
    ? [
        `Ended ${daysText(-left)} ago: ${decide} in Targets. Then write what was decided as the lesson of ${weekName(last.row)}.`,
      ]
    : []
}

/** A week follows the other without a gap, and none comes twice. */
function calendar(rows: readonly Row[]): string[] {
  const weeks = weeksOf(rows)
  return weeks.slice(1).flatMap((week, i) => {
    const before = weeks[i]!
    const [names, days] = [`${weekName(before.row)} and ${weekName(week.row)}`, week.begins - before.begins]
    if (days === 0) return [`${names} begin on the same day, ${isoText(week.begins)}. Give each its own.`]
    if (days < WEEK_DAYS)
      return [`${names} begin ${daysText(days)} apart, and a week has ${WEEK_DAYS}. Look at both days.`]
    if (days === WEEK_DAYS) return []
    return [
      `No week begins between ${isoText(before.begins)} and ${isoText(week.begins)}: add what is missing, or look at both days.`,
    ]
  })
}

function mixed(rows: readonly Row[]): string[] {
  const [first] = weeksOf(rows, 'pilot')
  const late = first ? weeksOf(rows, 'baseline').filter(({ begins }) => begins >= first.begins) : []
  return late.map(
    ({ row }) => `${weekName(row)} is baseline and begins after the pilot has: it would mix before and after.`,
  )
}

/** Said once the pilot has weeks enough and what was before has not. */
function tooFew(): PlanCheck<'Phase' | 'Product' | 'Service'> {
  return {
    columns: ['Phase', 'Product', 'Service'],
    find: (rows) => {
      const count = (phase: 'baseline' | 'pilot') =>
        Math.min(...PATHS.map((path) => numbersOf(rows, phase, path).length))
      return count('pilot') >= FEWEST && count('baseline') < FEWEST
        ? [`The effect waits for two baseline weeks with a number on both paths. Fill in what you still can.`]
        : []
    },
  }
}
