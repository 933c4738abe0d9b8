import {
  bothOrAll,
  check,
  eachWord,
  reviewDue,
  rowsText,
  twice,
  unknownName,
  unowned,
  says,
  type About,
} from '../check.ts'
import { every, id, owner, path, PATHS, reviewedOn, STATUS_COLOURS } from '../commonColumns.ts'
import { kpiSets } from '../libraries/kpis.ts'
import { errorProblem, liveProblem, statusFormula, targetFits } from '../live.ts'
import { plan } from '../plan.ts'
import { contentIn, liveIn, numberIn, rowNamed, wordIn, type Row } from '../row.ts'
import { staleness } from './sources.ts'

const link = {
  metric: 'Metric',
  value: 'Value',
  target: 'Target',
  status: 'Status',
  better: 'Better',
  earlier: 'Last month',
} as const

export const TIERS = ['experience', 'reliability', 'loyalty'] as const
export const SIDES = ['service product', 'customer service'] as const
const KPI_STAGES = ['adoption', 'usage', 'renewal'] as const
/** So many tell how each path does without drowning anybody. */
const [FEWEST, MOST] = [5, 7]

/**
 * The trend of a KPI over its months, in their order however History is sorted: INDEX takes the values out of the sorted
 * block. Where none is there the titles are sorted, which have no trend: the workbench’s engine sorts no error.
 */
function trendFormula(): string {
  const [month, value, ids] = ['Month', 'Value', 'KPI id'].map((title) => `{{History!${title}:column}}`)
  const own = `FILTER({{History!Month, Value:column}}, (${ids}={{Id}})*ISNUMBER(${value}))`
  const place = (column: string | undefined) => `COLUMN(${column})-MIN(COLUMN(${month}), COLUMN(${value}))+1`
  const sorted = `SORT(IFERROR(${own}, {{History!Month, Value:titles}}), ${place(month)}, 1)`
  const trend = `KPI_TREND(INDEX(${sorted}, 0, ${place(value)}), IF({{Better}}="", "higher", {{Better}}))`
  return `=IFERROR(${trend}, "needs 5 months")`
}

export const kpis = plan({
  name: 'KPIs',
  noun: ['KPI', 'KPIs'],
  goal: 'See where we stand',
  place: 2,
  question: 'Which five to seven numbers tell how each path does?',
  about:
    'The one place where a number of the business is computed: each KPI with its metric over your data, its target, its status, what it was last month and where it is going. Five to seven for each path, some for every stage.',
  key: 'KPI',
  nameless: 'KPI without a name',
  details: ['Stage', 'Segment', 'Owner'],
  columns: [
    { title: 'KPI', width: 220, kind: 'text', required: true, help: 'What it is called in your meetings.' },
    { title: 'Metric', width: 150, kind: 'text', by: 'link', help: 'The function that measures it.' },
    { title: 'Stage', width: 80, kind: 'text', choices: KPI_STAGES, help: 'Which outcome it stands for.' },
    {
      title: 'Segment',
      width: 100,
      kind: 'text',
      recalls: true,
      help: 'Channel, region or product it is for. Its target in Targets is found by it.',
    },
    {
      title: 'Source',
      width: 110,
      kind: 'text',
      from: { plan: 'Sources', title: 'Source' },
      help: 'Where its data come from, as Sources calls it.',
    },
    {
      title: 'Value',
      width: 80,
      kind: 'any',
      by: 'link',
      help: 'What it is now: a live formula, or a number typed by hand.',
    },
    {
      title: 'Target',
      width: 100,
      kind: 'any',
      by: 'formula',
      formula:
        '=IFERROR(KPI_TARGET(IF({{Metric}}="", {{KPI}}, {{Metric}}), IF({{Segment}}="", "", {{Segment}}), {{Targets!Metric, Segment, Target:column}}), IF(COUNTIF({{Targets!Metric:column}}, IF({{Metric}}="", {{KPI}}, {{Metric}}))=0, {{usual}}, ""))',
      help: 'From Targets, or else the usual one. Type another over it if you must.',
    },
    {
      title: 'Status',
      width: 70,
      kind: 'any',
      by: 'formula',
      colours: STATUS_COLOURS,
      formula: statusFormula(link),
      help: 'Green, amber or red: a live formula.',
    },
    {
      title: 'Last month',
      width: 90,
      kind: 'any',
      by: 'formula',
      formula:
        '=IFERROR(AVERAGEIFS({{History!Value:column}}, {{History!KPI id:column}}, {{Id}}, {{History!Month:column}}, MAXIFS({{History!Month:column}}, {{History!KPI id:column}}, {{Id}})), "")',
      help: 'Its value in the month that was closed last.',
    },
    {
      title: 'Trend',
      width: 110,
      kind: 'any',
      by: 'formula',
      colours: { improving: 'green', worsening: 'red', 'needs 5 months': 'grey' },
      formula: trendFormula(),
      help: 'Improving, worsening or flat over the closed months, once there are five.',
    },
    { title: 'Better', width: 70, kind: 'text', choices: ['higher', 'lower'], help: 'Which way is better.' },
    {
      title: 'Tier',
      width: 90,
      kind: 'text',
      choices: TIERS,
      help: 'What customers feel, what they can rely on, or whether they stay.',
    },
    {
      title: 'Side',
      width: 130,
      kind: 'text',
      choices: SIDES,
      help: 'Whether it judges the service that is sold, or the help around it.',
    },
    {
      title: 'Service line',
      width: 110,
      kind: 'text',
      recalls: true,
      help: 'The service it belongs to, if there are several.',
    },
    { title: 'Team', width: 100, kind: 'text', recalls: true, help: 'Who can move it.' },
    { title: 'Bonus of', width: 100, kind: 'text', recalls: true, help: 'The team that is paid by it, if one is.' },
    {
      title: 'Partner KPI',
      width: 160,
      kind: 'text',
      from: { plan: 'KPIs', title: 'KPI' },
      help: 'The KPI that keeps this one honest, such as conversion beside visits.',
    },
    path,
    owner,
    reviewedOn,
    every,
    id,
  ],
  form: [
    'KPI',
    'Value',
    'Stage',
    'Path',
    'Owner',
    'Segment',
    'Source',
    'Better',
    'Tier',
    'Side',
    'Service line',
    'Team',
    'Bonus of',
    'Partner KPI',
    'Every',
  ],
  link,
  groups: [
    { title: 'Stage', none: 'No stage' },
    { title: 'Tier', none: 'No tier' },
    { title: 'Side', none: 'No side' },
    { title: 'Path', none: 'No path' },
    { title: 'Status', none: 'No status' },
    { title: 'Owner', none: 'No owner' },
    { title: 'Service line', none: 'No service line' },
  ],
  checks: [
    says('Status', 'red', missed, 'red'),
    check(['KPI', 'Partner KPI'], vanity, { filter: 'vanity' }),
    check(['Source'], (row, about) => staleSource(row, about), { filter: 'old data' }),
    unknownName('Source', 'Sources', 'Source'),
    unknownName('Partner KPI', 'KPIs', 'KPI'),
    check(['Metric', 'Value'], valueProblem, { filter: 'no live metric' }),
    targetFits(link),
    check(['Metric', 'Target'], unusedTarget),
    check(['Better', 'Trend'], (row) =>
      wordIn(row, 'Better') === '' && /^(?:improving|worsening)$/.test(wordIn(row, 'Trend'))
        ? 'Say which way is better: until then its trend takes higher for better.'
        : '',
    ),
    unowned('Owner'),
    reviewDue('Reviewed on'),
  ],
  overall: [
    { columns: ['Path'], find: (rows) => PATHS.flatMap((word) => countOnPath(rows, word)) },
    eachWord('Stage', KPI_STAGES, (stage) => `No KPI for ${stage}.`),
    twice(
      ['KPI', 'Segment'],
      (key, rows) => `${rowsText(rows)} are ${bothOrAll(rows)} called ${key}. Rename one: others choose KPIs by name.`,
    ),
    { columns: ['Bonus of', 'Partner KPI'], find: pulledApart },
  ],
  library: { label: 'For', heading: 'KPIs to start from', by: 'Stage', says: 'Metric', sets: kpiSets },
  needs: ['Targets', 'Sources', 'History'],
  asks: ['Sources'],
})

/** Much of these is easily had, and says nothing of what came of it. One of them, as in “cost per click”, counts nothing. */
const VANITY =
  /\b(?:page ?)?(?:views|visits|visitors|downloads|followers|impressions|likes|clicks)\b|\bfeatures? (?:launched|shipped)\b/i
/** It shows what came of visits. */
const HONEST = 'CONVERSION_RATE'

function vanity(row: Row): string {
  const [name, partner] = [wordIn(row, 'KPI'), wordIn(row, 'Partner KPI')]
  const hasPartner = partner !== '' && partner.toLowerCase() !== name.toLowerCase()
  if (!VANITY.test(name) || hasPartner || wordIn(row, 'Metric') === HONEST) return ''
  return `“${name}” is a vanity metric without a partner: add one that shows what came of it, such as ${HONEST}.`
}

function missed(row: Row): string {
  const target = wordIn(row, 'Target')
  return target === '' ? 'Its status is red.' : `It misses its target of ${target}.`
}

/** Targets speaks of the metric, and nothing of it can be used here: another segment, two rows that differ, an odd text. */
function unusedTarget(row: Row, { rowsOf }: About): string {
  const name = wordIn(row, 'Metric') || wordIn(row, 'KPI')
  if (wordIn(row, 'Target') !== '' || !rowNamed(rowsOf('Targets') ?? [], 'Metric', name)) return ''
  return `Targets names ${name}, but none of its targets can be used here. Look at them there.`
}

function valueProblem(row: Row): string {
  const content = contentIn(row, 'Value')
  if (content === '') return 'It has no value: link a metric, or type the number.'
  if (!content.startsWith('=')) {
    // Nothing counts a text: neither the status nor the month that is closed.
    return numberIn(row, 'Value') === null
      ? `Its value “${content}” is text, no number. Type it again as a number.`
      : ''
  }
  // A formula of one's own needs no metric.
  return wordIn(row, 'Metric') === '' ? errorProblem('Its value', liveIn(row, 'Value')) : liveProblem(link, row)
}

function staleSource(
  row: Row,
  { today, rowsOf }: Parameters<typeof staleness>[1] & { rowsOf(plan: string): readonly Row[] | null },
): string {
  const name = wordIn(row, 'Source')
  const source = name === '' ? undefined : rowNamed(rowsOf('Sources') ?? [], 'Source', name)
  return source ? staleness(source, { today }) : ''
}

function countOnPath(rows: readonly Row[], word: string): string[] {
  if (rows.length === 0) return []
  const count = rows.filter((row) => wordIn(row, 'Path').toLowerCase() === word).length
  if (count >= FEWEST && count <= MOST) return []
  const counted = count === 1 ? '1 KPI' : `${count === 0 ? 'No' : count} KPIs`
  return [`${counted} on the ${word} path: choose ${FEWEST} to ${MOST}.`]
}

/** Teams that are paid by KPIs of which one keeps the other honest, each by one of them only. */
function pulledApart(rows: readonly Row[]): string[] {
  const partnerOf = (row: Row) => {
    const name = wordIn(row, 'Partner KPI')
    return name === '' ? undefined : rowNamed(rows, 'KPI', name)
  }
  return rows.flatMap((row) => {
    const partner = partnerOf(row)
    const isTold = partner !== undefined && partner.row < row.row && partnerOf(partner) === row
    const [one, other] = [wordIn(row, 'Bonus of'), partner ? wordIn(partner, 'Bonus of') : '']
    if (!partner || isTold || one === '' || other === '' || one.toLowerCase() === other.toLowerCase()) return []
    return [
      `${one} is paid by “${wordIn(row, 'KPI')}”, ${other} by its partner “${wordIn(partner, 'KPI')}”: two teams are paid for KPIs that pull apart. Let both share both.`,
    ]
  })
}
