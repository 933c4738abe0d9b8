import { check, reviewDue, rowsText, bothOrAll, twice, unowned, type About } from '../check.ts'
import { every, id, owner, path, reviewedOn } from '../commonColumns.ts'
import { GATES, LIFE, offeringSets } from '../libraries/offerings.ts'
import { plan } from '../plan.ts'
import { sumWith } from '../summing.ts'
import { contentIn, dayIn, numberIn, wordIn, type Row } from '../row.ts'
import { isoText } from '../../statistics/time/calendar.ts'

const DECISIONS = ['keep', 'invest', 'milk', 'retire'] as const
/** What scores less is asked whether it is to go on. */
export const LEAST_SCORE = 50
/** Days after which it is no bad month any more. */
const TWO_MONTHS = 60

/** The numbers of the score, and what they are to reach: people type over it in the first row. */
const SCORED = [
  { title: 'Usage', label: 'Usage aimed at', aim: 0.8 },
  { title: 'Margin', label: 'Margin aimed at', aim: 0.2 },
  { title: 'Relevance', label: 'Relevance aimed at', aim: 4 },
] as const

/** What HEALTH_SCORE makes of the three, one that is not known left out. The cells may stand anywhere, so it is told in native words. */
function scoreFormula(): string {
  const parts = SCORED.map(({ title, label }) => {
    const [value, aim] = [`{{${title}}}`, `{{Offerings!${label}:beside}}`]
    const isTold = `AND(COUNT(${value}, ${aim})=2, ${aim}>0)`
    return { count: `IF(${isTold}, 1, 0)`, share: `IF(${isTold}, MAX(0, MIN(1, ${value}/${aim})), 0)` }
  })
  const told = parts.map(({ count }) => count).join('+')
  const shares = parts.map(({ share }) => share).join('+')
  return `=IF(${told}>0, 100*(${shares})/(${told}), "")`
}

/** The question by which an offering leaves its stage. */
function gateFormula(): string {
  const asked = LIFE.reduceRight<string>(
    (others, stage) => `IF({{Stage}}="${stage}", "${GATES[stage]}", ${others})`,
    '""',
  )
  return `=${asked}`
}

const share = (part: string, whole: string) => `=IF(COUNT(${part})=1, IF(${whole}>0, ${part}/${whole}, ""), "")`
const change = (now: string, before: string) => `IF(${before}>0, ${now}/${before}-1, "")`

const EARNED = sumWith('Earned so far', 'Spent so far')
const SPENT = sumWith('Spent so far', 'Earned so far')

export const offerings = plan({
  name: 'Offerings',
  noun: ['offering', 'offerings'],
  goal: 'Plan ahead',
  place: 4,
  question: 'Which products and services grow, which only cost, and which are to be retired?',
  about:
    'The life of each product and service, from idea to retirement, with the question that it has to answer at each gate. What it earns and costs beside the others, a score of usage, margin and relevance, and for what is retired the contracts, the successor and the customers to move.',
  key: 'Offering',
  nameless: 'Offering without a name',
  details: ['Stage', 'Decision', 'Owner'],
  columns: [
    { title: 'Offering', width: 200, kind: 'text', required: true, help: 'The product or service.' },
    path,
    { title: 'Stage', width: 90, kind: 'text', choices: LIFE, help: 'Where in its life it is.' },
    {
      title: 'Gate question',
      width: 400,
      kind: 'any',
      by: 'formula',
      formula: gateFormula(),
      help: 'What is to be answered before the next stage: it follows the stage.',
    },
    {
      title: 'Gate answer',
      width: 240,
      kind: 'text',
      isLong: true,
      help: 'What answers the gate question. With another stage it moves to Stage before.',
    },
    {
      title: 'Stage before',
      width: 140,
      kind: 'text',
      by: 'sidebar',
      help: 'The stage before this one, and how its gate was answered.',
    },
    { title: 'Stage since', width: 95, kind: 'date', help: 'Since when it is in its stage.' },
    { title: 'Revenue', width: 90, kind: 'money', help: 'What it brought in the last twelve months.' },
    { title: 'Revenue before', width: 120, kind: 'money', help: 'What it brought in the twelve months before those.' },
    {
      title: 'Trend',
      width: 70,
      kind: 'any',
      by: 'formula',
      format: '0.0%',
      formula: `=IF(COUNT({{Revenue}}, {{Revenue before}})=2, ${change('{{Revenue}}', '{{Revenue before}}')}, "")`,
      help: 'How much more or less it brought than the year before.',
    },
    { title: 'Costs', width: 90, kind: 'money', help: 'What it cost in the last twelve months, support not counted.' },
    { title: 'Support cost', width: 100, kind: 'money', help: 'What its support cost in the last twelve months.' },
    { title: 'Costs before', width: 105, kind: 'money', help: 'What both cost in the twelve months before those.' },
    {
      title: 'Cost saved',
      width: 85,
      kind: 'any',
      by: 'formula',
      format: '0.0%',
      formula: `=IF(COUNT({{Costs}}, {{Support cost}}, {{Costs before}})=3, IF({{Costs before}}>0, 1-({{Costs}}+{{Support cost}})/{{Costs before}}, ""), "")`,
      help: 'How much less it costs than the year before.',
    },
    {
      title: 'Profit',
      width: 90,
      kind: 'any',
      by: 'formula',
      format: '#,##0.00',
      formula: '=IF(COUNT({{Revenue}}, {{Costs}}, {{Support cost}})=3, {{Revenue}}-{{Costs}}-{{Support cost}}, "")',
      help: 'Revenue less costs and support.',
    },
    {
      title: 'Margin',
      width: 70,
      kind: 'any',
      by: 'formula',
      format: '0.0%',
      formula: '=IF(ISNUMBER({{Profit}}), IF({{Revenue}}>0, {{Profit}}/{{Revenue}}, ""), "")',
      help: 'Profit as a share of its revenue.',
    },
    {
      title: 'Share of revenue',
      width: 125,
      kind: 'any',
      by: 'formula',
      format: '0.0%',
      formula: share('{{Revenue}}', 'SUM({{Revenue:column}})'),
      help: 'Its part of the revenue of all offerings.',
    },
    {
      title: 'Share of support',
      width: 125,
      kind: 'any',
      by: 'formula',
      format: '0.0%',
      formula: share('{{Support cost}}', 'SUM({{Support cost:column}})'),
      help: 'Its part of the support cost of all offerings.',
    },
    {
      title: 'Share of profit',
      width: 115,
      kind: 'any',
      by: 'formula',
      format: '0.0%',
      formula: share('{{Profit}}', 'SUM({{Profit:column}})')
        .replace('IF(SUM', 'IF(({{Profit}}>=0)*SUM')
        .replace(/SUM\((.+?)\)/g, 'SUMIF($1, ">0")'),
      help: 'Its part of the profit that offerings make; nothing where it makes a loss.',
    },
    { title: 'Spent so far', width: 100, kind: 'money', help: 'All that it has cost since it was an idea.' },
    { title: 'Earned so far', width: 105, kind: 'money', help: 'All that it has brought since its launch.' },
    {
      title: 'Return',
      width: 70,
      kind: 'any',
      by: 'formula',
      format: '0.0%',
      formula:
        '=IF(COUNT({{Spent so far}}, {{Earned so far}})=2, IF({{Spent so far}}>0, ({{Earned so far}}-{{Spent so far}})/{{Spent so far}}, ""), "")',
      help: 'What came back beyond what was spent, over its life, as ROI has it.',
    },
    {
      title: 'Usage',
      width: 70,
      kind: 'share',
      help: 'How much it is used, as a share of its best time: 100% is as ever.',
    },
    {
      title: 'Relevance',
      width: 80,
      kind: 'number',
      range: [1, 5],
      help: 'Whether customers still need what it does, from 1 (hardly) to 5 (more than ever).',
    },
    {
      title: 'Score',
      width: 60,
      kind: 'any',
      by: 'formula',
      format: '0',
      formula: scoreFormula(),
      help: 'From 0 to 100, as HEALTH_SCORE has it: how far usage, margin and relevance reach their aims.',
    },
    {
      title: 'Below since',
      width: 95,
      kind: 'date',
      by: 'sidebar',
      help: 'Since when its score is below 50, as it was seen when the row was saved or reviewed.',
    },
    {
      title: 'Decision',
      width: 80,
      kind: 'text',
      choices: DECISIONS,
      help: 'Keep it, invest in it, milk it, or retire it.',
    },
    { title: 'Contracts until', width: 115, kind: 'date', help: 'The day the last contract about it ends.' },
    {
      title: 'Successor',
      width: 150,
      kind: 'text',
      from: { plan: 'Offerings', title: 'Offering' },
      help: 'What its customers are to use instead; “none” where there is nothing.',
    },
    { title: 'Customers to move', width: 135, kind: 'number', help: 'How many customers still use it.' },
    { title: 'Notice on', width: 90, kind: 'date', help: 'The day its customers are told.' },
    { title: 'End of support', width: 110, kind: 'date', help: 'The day from which nobody helps with it any more.' },
    owner,
    reviewedOn,
    every,
    id,
  ],
  form: [
    'Offering',
    'Path',
    'Stage',
    'Gate answer',
    'Owner',
    'Revenue',
    'Revenue before',
    'Costs',
    'Support cost',
    'Costs before',
    'Usage',
    'Relevance',
    'Decision',
    'Successor',
    'Customers to move',
    'Notice on',
    'Contracts until',
    'End of support',
    'Spent so far',
    'Earned so far',
    'Stage since',
    'Every',
  ],
  trail: { of: 'Stage', old: 'Stage before', on: 'Stage since', why: 'Gate answer' },
  since: { on: 'Below since', of: 'Score', isSo: (score) => score < LEAST_SCORE },
  groups: [
    { title: 'Stage', none: 'No stage' },
    { title: 'Decision', none: 'No decision' },
    { title: 'Path', none: 'No path' },
    { title: 'Owner', none: 'No owner' },
  ],
  checks: [
    check(['Contracts until', 'End of support'], brokenContracts, { level: 'red', filter: 'contracts' }),
    check(['Score', 'Below since', 'Stage', 'Decision'], longBelow, { level: 'red', filter: 'to retire' }),
    check(['Score', 'Below since', 'Stage', 'Decision'], below, { filter: 'weak' }),
    check(['Share of support', 'Share of revenue'], costly, { filter: 'costly' }),
    ...(
      [
        ['Successor', 'Retired without a successor. Name what its customers are to use, or write “none”.'],
        ['Customers to move', 'Nobody has counted the customers to move.'],
        ['Notice on', 'Its customers have no day on which they are told. Set one.'],
        ['End of support', 'Nobody has said when its support ends.'],
      ] as const
    ).map(([title, text]) =>
      check(
        [title, 'Stage', 'Decision'],
        (row) => (isRetired(row) && contentIn(row, title).trim() === '' ? text : ''),
        {
          filter: 'retirement',
        },
      ),
    ),
    check(['Notice on', 'End of support'], lateNotice, { filter: 'retirement' }),
    check(['End of support', 'Customers to move'], stranded, { level: 'red', filter: 'retirement' }),
    check(['Offering', 'Successor'], (row) =>
      wordIn(row, 'Successor') !== '' && isSame(wordIn(row, 'Successor'), wordIn(row, 'Offering'))
        ? 'It succeeds itself. Name another offering.'
        : '',
    ),
    check(['Stage', 'Decision'], (row) =>
      isSame(wordIn(row, 'Stage'), 'retirement') && /^(?:keep|invest)$/i.test(wordIn(row, 'Decision'))
        ? `It is in retirement, and the decision is to ${wordIn(row, 'Decision').toLowerCase()}. Change one of the two.`
        : '',
    ),
    check(['Stage', 'Gate answer'], unanswered, { filter: 'gate open' }),
    check(['Stage'], (row) => (wordIn(row, 'Stage') === '' ? 'Where in its life is it? Choose a stage.' : '')),
    unowned('Owner'),
    reviewDue('Reviewed on'),
  ],
  overall: [
    twice(
      ['Offering', 'Path'],
      (key, rows) => `${rowsText(rows)} are ${bothOrAll(rows)} called ${key}. Rename one, or keep one.`,
    ),
    { columns: ['Stage'], find: nothingNew },
  ],
  library: { label: 'For', heading: 'Offerings to start from', by: 'Stage', says: 'Path', sets: offeringSets },
  summary: [
    ...SCORED.map(({ label, aim }) => ({ label, value: aim })),
    { label: 'Revenue of all', formula: '=SUM({{Revenue:column}})', format: '#,##0.00' },
    { label: 'Profit of all', formula: '=SUM({{Profit:column}})', format: '#,##0.00' },
    {
      label: 'Return of all',
      formula: `=IF(${SPENT}>0, (${EARNED}-${SPENT})/${SPENT}, "")`,
      format: '0.0%',
    },
  ],
  crosses: [
    { heading: 'Stage by decision', down: 'Stage', downWords: LIFE, across: 'Decision', acrossWords: DECISIONS },
  ],
  chart: {
    kind: 'column',
    title: 'Revenue and profit',
    labels: 'Offering',
    series: ['Revenue', 'Profit'],
    format: '#,##0',
  },
})

function unanswered(row: Row): string {
  const stage = LIFE.find((one) => isSame(wordIn(row, 'Stage'), one))
  return stage && wordIn(row, 'Gate answer') === '' ? `Its gate question has no answer yet. ${GATES[stage]}` : ''
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function isRetired(row: Row): boolean {
  return isSame(wordIn(row, 'Stage'), 'retirement') || isSame(wordIn(row, 'Decision'), 'retire')
}

function brokenContracts(row: Row): string {
  const [until, end] = [dayIn(row, 'Contracts until'), dayIn(row, 'End of support')]
  if (until === null || end === null || Math.floor(end) >= Math.floor(until)) return ''
  const [contracts, support] = [until, end].map((day) => isoText(Math.floor(day)))
  return `Contracts run until ${contracts} and support ends ${support}: help for longer, or agree on an earlier end.`
}

function longBelow(row: Row, { today }: About): string {
  const days = daysBelow(row, today)
  if (days === null || days < TWO_MONTHS) return ''
  const months = days < 90 ? 'two' : Math.floor(days / 30)
  return `Below ${LEAST_SCORE} for ${months} months: retire? Its score is ${shownScore(row)}.`
}

function below(row: Row, { today }: About): string {
  if (!isBelow(row)) return ''
  const days = daysBelow(row, today)
  if (days === null) {
    return `Its score is ${shownScore(row)}, below ${LEAST_SCORE}. Review it: the day is noted, so that two months of it are told.`
  }
  const since = isoText(Math.floor(dayIn(row, 'Below since')!))
  return days < TWO_MONTHS ? `Its score is ${shownScore(row)}, below ${LEAST_SCORE} since ${since}.` : ''
}

/** What is retired anyway is not asked. */
function isBelow(row: Row): boolean {
  const score = numberIn(row, 'Score')
  return score !== null && score < LEAST_SCORE && !isRetired(row)
}

function daysBelow(row: Row, today: number): number | null {
  const since = dayIn(row, 'Below since')
  return isBelow(row) && since !== null ? Math.floor(today) - Math.floor(since) : null
}

/** What is nearly 50 is no 50. */
function shownScore(row: Row): number {
  return Math.floor(numberIn(row, 'Score')!)
}

function costly(row: Row): string {
  const [support, revenue] = [numberIn(row, 'Share of support'), numberIn(row, 'Share of revenue')]
  if (support === null || revenue === null || support <= revenue) return ''
  const text = (share: number) => `${Math.round(share * 100)}%`
  return text(support) === text(revenue)
    ? ''
    : `More support than revenue: ${text(support)} of the support cost, ${text(revenue)} of the revenue. Find out what people ask, or price it.`
}

function lateNotice(row: Row): string {
  const [notice, end] = [dayIn(row, 'Notice on'), dayIn(row, 'End of support')]
  return notice !== null && end !== null && notice > end
    ? 'Its customers are told after its support has ended. Tell them before.'
    : ''
}

function stranded(row: Row, { today }: About): string {
  const [end, customers] = [dayIn(row, 'End of support'), numberIn(row, 'Customers to move')]
  if (end === null || customers === null || customers <= 0 || end >= today) return ''
  return `Its support has ended and ${customers === 1 ? '1 customer is' : `${customers} customers are`} still to be moved.`
}

/** Who has only what is old has nothing when it is retired. */
function nothingNew(rows: readonly Row[]): string[] {
  const stages = rows.map((row) => wordIn(row, 'Stage').toLowerCase()).filter((stage) => stage !== '')
  const isNew = (stage: string) => stage === 'idea' || stage === 'design' || stage === 'launch'
  return stages.includes('retirement') && !stages.some(isNew)
    ? ['Something is being retired, and nothing new is on its way.']
    : []
}
