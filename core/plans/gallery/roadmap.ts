import { joined } from '../../cell.ts'
import { bothOrAll, check, daysText, overdue, reviewDue, rowsText, twice, unowned } from '../check.ts'
import { every, id, owner, path, reviewedOn } from '../commonColumns.ts'
import { roadmapSets } from '../libraries/roadmap.ts'
import { plan } from '../plan.ts'
import { confidence, impact, rice, RICE } from '../rice.ts'
import { contentIn, dayIn, numberIn, wordIn, type Row } from '../row.ts'

const STATES = ['idea', 'planned', 'in work', 'launched', 'dropped'] as const
const PERIODS = ['week', 'month', 'quarter', 'year'] as const
const CONCEPT = ['Feasibility', 'Value', 'Fit'] as const
/** Impact is told on a scale of its own: minimal to massive. */
const MASSIVE = 3
/** So many days after the launch the first measurement is to be there. */
const MEASURED_BY = 30

const cells = (titles: readonly string[]) => titles.map((title) => `{{${title}}}`).join(', ')

/** The day up to which ON_TIME_RATE looks back: that of the last delivery while something is open. */
const LOOKS_BACK_TO =
  'IF(COUNT({{Promised:column}})>COUNTIFS({{Promised:column}}, ">0", {{Delivered:column}}, ">0"), MAX({{Delivered:column}}), MAX({{Promised:column}}, {{Delivered:column}}))'

/** Rows that were launched and measured. */
const MEASURED = '{{Launched on:column}}, ">0", {{First measured on:column}}, ">0"'

export const roadmap = plan({
  name: 'Roadmap',
  noun: ['idea', 'ideas'],
  goal: 'Plan ahead',
  place: 2,
  question: 'Which ideas come first, what fits into our capacity, and what came of those that were launched?',
  about:
    'Every idea with two judgements: feasibility, value and fit for the concept, and RICE for the order. The effort is added up from the first rank on, up to your capacity: type that beside “Capacity” in the first row. What is promised and launched is held against what happened.',
  key: 'Idea',
  nameless: 'Idea without a name',
  details: ['State', 'Quarter', 'Fits', 'Owner'],
  columns: [
    { title: 'Idea', width: 240, kind: 'text', required: true, help: 'What is to be there that is not there yet.' },
    path,
    { title: 'Theme', width: 120, kind: 'text', recalls: true, help: 'What it is part of.' },
    {
      title: 'Feasibility',
      width: 90,
      kind: 'number',
      range: [1, 5],
      help: 'From 1 (nobody knows how) to 5 (done before).',
    },
    {
      title: 'Value',
      width: 60,
      kind: 'number',
      range: [1, 5],
      help: 'What customers gain, from 1 (little) to 5 (very much).',
    },
    { title: 'Fit', width: 50, kind: 'number', range: [1, 5], help: 'How well it fits what you stand for, 1 to 5.' },
    {
      title: 'Concept',
      width: 70,
      kind: 'any',
      by: 'formula',
      format: '0.0',
      formula: `=IF(COUNT(${cells(CONCEPT)})=3, AVERAGE(${cells(CONCEPT)}), "")`,
      help: 'Mean of feasibility, value and fit: a live formula.',
    },
    {
      title: 'Concept rank',
      width: 100,
      kind: 'any',
      by: 'formula',
      format: '0',
      formula: '=IF(ISNUMBER({{Concept}}), RANK({{Concept}}, {{Concept:column}}), "")',
      help: 'Its place by the concept; equal ones share a place.',
    },
    { title: 'Reach', width: 70, kind: 'number', help: 'How many people it reaches in the period.' },
    {
      title: 'Period',
      width: 75,
      kind: 'text',
      choices: PERIODS,
      help: 'In which period: the same one for all ideas.',
    },
    impact,
    confidence,
    { title: 'Effort', width: 60, kind: 'number', help: 'Work that it takes, such as person-weeks; all in one unit.' },
    rice,
    {
      title: 'Rank',
      width: 60,
      kind: 'any',
      by: 'formula',
      format: '0',
      formula: '=IF(ISNUMBER({{RICE}}), RANK({{RICE}}, {{RICE:column}}), "")',
      help: 'Its place by RICE; equal ones share a place.',
    },
    {
      title: 'Cumulative effort',
      width: 130,
      kind: 'any',
      by: 'formula',
      format: '#,##0.0',
      formula:
        '=IF(ISNUMBER({{Rank}}), IF(OR({{State}}="launched", {{State}}="dropped"), "", SUMIFS({{Effort:column}}, {{Rank:column}}, "<="&{{Rank}}, {{State:column}}, "<>launched", {{State:column}}, "<>dropped")), "")',
      help: 'Effort up to its rank, without what is launched or dropped.',
    },
    {
      title: 'Fits',
      width: 125,
      kind: 'any',
      by: 'formula',
      colours: { 'within capacity': 'green', 'beyond capacity': 'amber' },
      formula:
        '=IF(COUNT({{Cumulative effort}}, {{Roadmap!Capacity:beside}})=2, IF(ROUND({{Cumulative effort}}-{{Roadmap!Capacity:beside}}, 6)<=0, "within capacity", "beyond capacity"), "")',
      help: 'Whether the effort up to its rank fits into the capacity in the first row.',
    },
    { title: 'Quarter', width: 80, kind: 'text', recalls: true, help: 'When it is planned, such as 2026 Q3.' },
    { title: 'Promised', width: 90, kind: 'date', help: 'The day that was promised to anybody.' },
    { title: 'Delivered', width: 90, kind: 'date', help: 'The day it was delivered.' },
    { title: 'Launched on', width: 100, kind: 'date', help: 'The day customers could use it.' },
    { title: 'First measured on', width: 130, kind: 'date', help: 'The day somebody first looked at what came of it.' },
    { title: 'State', width: 80, kind: 'text', choices: STATES, help: 'How far it is.' },
    owner,
    reviewedOn,
    every,
    id,
  ],
  form: [
    'Idea',
    'Theme',
    'Path',
    ...CONCEPT,
    'Reach',
    'Period',
    'Impact',
    'Confidence',
    'Effort',
    'Owner',
    'State',
    'Quarter',
    'Promised',
    'Delivered',
    'Launched on',
    'First measured on',
    'Every',
  ],
  groups: [
    { title: 'Quarter', none: 'No quarter', warning: beyond },
    { title: 'Theme', none: 'No theme' },
    { title: 'State', none: 'No state' },
    { title: 'Fits', none: 'Not ranked' },
    { title: 'Path', none: 'No path' },
    { title: 'Owner', none: 'No owner' },
  ],
  checks: [
    overdue(
      'Promised',
      (row) => contentIn(row, 'Delivered') !== '' || isState(row, 'dropped'),
      (days) => `Promised for ${daysText(days)} ago and not delivered. Deliver it, or promise another day.`,
      { level: 'red', filter: 'late' },
    ),
    overdue(
      'Launched on',
      (row) => contentIn(row, 'First measured on') !== '' || isState(row, 'dropped'),
      (days) => `Launched ${daysText(days)} ago, never measured. Look at what came of it.`,
      { allowed: MEASURED_BY, filter: 'not measured' },
    ),
    check(['Launched on', 'First measured on'], (row) => {
      const [launched, measured] = [dayIn(row, 'Launched on'), dayIn(row, 'First measured on')]
      return launched !== null && measured !== null && measured < launched
        ? 'Measured before it was launched: one of the two days is wrong.'
        : ''
    }),
    check(['State', 'Launched on'], (row) =>
      isState(row, 'launched') && contentIn(row, 'Launched on') === '' ? 'Launched, and no day says when.' : '',
    ),
    check(['State', ...RICE], unranked, { filter: 'not ranked' }),
    check(['Reach', 'Period'], (row) =>
      contentIn(row, 'Reach') !== '' && wordIn(row, 'Period') === ''
        ? 'Its reach is told in no period. Choose one.'
        : '',
    ),
    check(
      ['State', 'Fits'],
      (row) =>
        isState(row, 'in work') && wordIn(row, 'Fits') === 'beyond capacity'
          ? 'In work, though it lies beyond the capacity. Say what makes room for it, or put it off.'
          : '',
      { filter: 'no room for it' },
    ),
    unowned('Owner'),
    reviewDue('Reviewed on'),
  ],
  overall: [
    { columns: ['Reach', 'Period'], find: manyPeriods },
    twice(['Idea'], (key, rows) => `${rowsText(rows)} are ${bothOrAll(rows)} called ${key}. Keep one.`),
  ],
  library: { label: 'For', heading: 'Ideas to start from', by: 'Theme', says: 'Path', sets: roadmapSets },
  summary: [
    { label: 'Capacity', value: 12 },
    {
      label: 'Effort within capacity',
      formula: '=SUMIFS({{Effort:column}}, {{Fits:column}}, "within capacity")',
      format: '#,##0.0',
    },
    {
      label: 'Delivered on time',
      formula: `=IF(COUNTIFS({{Promised:column}}, ">0", {{Promised:column}}, "<="&${LOOKS_BACK_TO})=0, "", ON_TIME_RATE({{Promised:column}}, {{Delivered:column}}))`,
      format: '0.0%',
    },
    {
      label: 'Mean days from launch to measurement',
      formula: `=IF(COUNTIFS(${MEASURED})=0, "", (SUMIFS({{First measured on:column}}, ${MEASURED})-SUMIFS({{Launched on:column}}, ${MEASURED}))/COUNTIFS(${MEASURED}))`,
      format: '0.0',
    },
    {
      label: 'Launched and not measured',
      formula: `=COUNT({{Launched on:column}})-COUNTIFS(${MEASURED})`,
    },
  ],
  chart: { kind: 'bar', title: 'RICE by idea', labels: 'Idea', series: ['RICE'], format: '0' },
})

function isState(row: Row, word: (typeof STATES)[number]): boolean {
  return wordIn(row, 'State').toLowerCase() === word
}

/** Why an idea has no place among the others. What is over needs none. */
function unranked(row: Row): string {
  if (isState(row, 'launched') || isState(row, 'dropped')) return ''
  const missing = RICE.filter((title) => contentIn(row, title) === '').map((title) => title.toLowerCase())
  if (missing.length === RICE.length) return `Not ranked yet. Give it ${joined(missing, 'and')}.`
  if (missing.length > 0) return `Not ranked: it lacks ${joined(missing, 'and')}.`
  const odd = RICE.find((title) => numberIn(row, title) === null)
  if (odd) return `Not ranked: its ${odd.toLowerCase()} “${wordIn(row, odd)}” is no number. Type it again as one.`
  const [, impact, confidence, effort] = RICE.map((title) => numberIn(row, title)!)
  const negative = RICE.find((title) => numberIn(row, title)! < 0)
  if (negative) return `Not ranked: its ${negative.toLowerCase()} is below 0.`
  if (effort === 0) return 'Not ranked: nothing takes no effort. Give it some.'
  if (confidence! > 1) return `Not ranked: a confidence of ${confidence} is no share. Type one, such as 80%.`
  return impact! > MASSIVE
    ? `An impact of ${impact} is off the scale: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.`
    : ''
}

/** What reaches 500 a month and what reaches 500 a year are not alike. */
function manyPeriods(rows: readonly Row[]): string[] {
  const told = new Set(
    rows.filter((row) => numberIn(row, 'Reach') !== null).map((row) => wordIn(row, 'Period').toLowerCase()),
  )
  const periods = PERIODS.filter((period) => told.has(period))
  if (periods.length < 2) return []
  const text = joined(
    periods.map((period) => `a ${period}`),
    'and',
  )
  return [`Reach is told ${text}: tell all of it in one period, or the ranks compare what is not alike.`]
}

function beyond(rows: readonly Row[], name: string): string {
  const count = rows.filter((row) => wordIn(row, 'Fits') === 'beyond capacity').length
  if (name === '' || count === 0) return ''
  return `${count} of these ${count === 1 ? 'lies' : 'lie'} beyond the capacity.`
}
