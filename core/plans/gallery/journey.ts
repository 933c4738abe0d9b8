import { joined } from '../../cell.ts'
import { blank, bothOrAll, check, notNumbers, reviewDue, rowsText, twice, unknownName, type About } from '../check.ts'
import { every, id, linkColumns, owner, path, PATHS, reviewedOn, STAGES } from '../commonColumns.ts'
import { journeySets } from '../libraries/journey.ts'
import { namesKpi } from '../linking.ts'
import { liveProblem, targetFits } from '../live.ts'
import { plan } from '../plan.ts'
import { numberIn, wordIn, type Row } from '../row.ts'

const link = { metric: 'Metric', value: 'Value', target: 'Target', status: 'Status' } as const

/** The number of the step before on the path of a row, wherever its row stands. */
const BEFORE = 'MAXIFS({{Number:column}}, {{Path:column}}, {{Path}}, {{Number:column}}, "<"&{{Number}})'
const OF_BEFORE = `{{Path:column}}, {{Path}}, {{Number:column}}, ${BEFORE}`
/** Where two steps have that number, nobody knows which of them is meant. */
const REACHED_BEFORE = `IF(COUNTIFS(${OF_BEFORE})=1, SUMIFS({{Reached:column}}, ${OF_BEFORE}), 0)`

export const journey = plan({
  name: 'Journey',
  noun: ['step', 'steps'],
  goal: 'Follow the customer',
  place: 1,
  question: 'Where do customers get on, where are they lost, and who answers for it?',
  about:
    'What customers do from hearing of you to staying with you, on the product path and on the service path: what they feel, where they meet you, how many get there, and the number that tells whether that step is good. Each step is to have an owner, and is looked at again every 90 days.',
  key: 'Step',
  nameless: 'Step without a name',
  details: ['Stage', 'Path', 'Owner'],
  columns: [
    { title: 'Step', width: 220, kind: 'text', required: true, help: 'What happens, such as “Asks before buying”.' },
    path,
    {
      title: 'Stage',
      width: 100,
      kind: 'text',
      recalls: true,
      suggests: { words: [...STAGES, 'after the service'] },
      help: 'Where on the journey it is: one of the usual stages, or a word of your own.',
    },
    {
      title: 'Number',
      width: 70,
      kind: 'number',
      help: 'Its place on the path: 1 for the first step. Numbers may have gaps.',
    },
    { title: 'Customer does', width: 220, kind: 'text', isLong: true, help: 'What customers do then.' },
    {
      title: 'Customer feels',
      width: 110,
      kind: 'number',
      range: [1, 5],
      help: 'How they feel about it, from 1 for bad to 5 for good.',
    },
    { title: 'Touchpoints', width: 180, kind: 'text', help: 'Where they meet you, such as chat or the box.' },
    { title: 'Outcome', width: 200, kind: 'text', recalls: true, help: 'What shows that they have come further.' },
    {
      title: 'Source',
      width: 100,
      kind: 'text',
      from: { plan: 'Sources', title: 'Source' },
      help: 'Where it is counted, as Sources calls it.',
    },
    { title: 'Reached', width: 80, kind: 'number', help: 'How many customers came to this step in the period.' },
    {
      title: 'Step rate',
      width: 80,
      kind: 'share',
      by: 'formula',
      formula: `=IF(COUNT({{Number}}, {{Reached}})=2, IF({{Path}}="", "", IF(${REACHED_BEFORE}>0, {{Reached}}/${REACHED_BEFORE}, "")), "")`,
      help: 'The share of those who reached the step before on the same path.',
    },
    ...linkColumns({
      metric: 'The function or KPI that tells how good it is.',
      target: 'What to reach, such as >= 85%.',
    }),
    owner,
    reviewedOn,
    every,
    id,
  ],
  form: [
    'Step',
    'Path',
    'Stage',
    'Number',
    'Customer does',
    'Customer feels',
    'Touchpoints',
    'Outcome',
    'Reached',
    'Source',
    'Owner',
    'Every',
  ],
  link,
  groups: [
    { title: 'Path', none: 'No path' },
    { title: 'Stage', none: 'No stage' },
    { title: 'Owner', none: 'No owner' },
    { title: 'Status', none: 'No status' },
  ],
  checks: [
    check(['Owner', 'Metric', 'Reached'], (row) => (isForsaken(row) ? gap(row) : ''), { level: 'red', filter: 'gaps' }),
    check(['Owner', 'Metric', 'Reached'], (row) => (isForsaken(row) ? '' : gap(row)), { filter: 'gaps' }),
    check(['Metric', 'Value', 'Status'], (row) => (wordIn(row, 'Metric') === '' ? '' : liveProblem(link, row)), {
      filter: 'no live metric',
    }),
    namesKpi(link),
    targetFits(link),
    check(['Step rate'], tooMany, { filter: 'odd cells' }),
    check(
      ['Number', 'Path', 'Reached'],
      (row) =>
        numberIn(row, 'Reached') !== null && (wordIn(row, 'Number') === '' || wordIn(row, 'Path') === '')
          ? 'It has no step rate: give it a path, and its number on that.'
          : '',
      { filter: 'odd cells' },
    ),
    notNumbers(['Number', 'Reached']),
    blank('Outcome', 'Nobody has said what shows that customers have come further.', 'no outcome'),
    unknownName('Source', 'Sources', 'Source'),
    reviewDue('Reviewed on'),
  ],
  overall: [
    { columns: ['Path', 'Number', 'Reached'], find: biggestLosses },
    { columns: ['Path', 'Stage'], find: uncovered },
    { columns: ['Path', 'Stage'], find: withoutCue },
    twice(['Number', 'Path'], (_, rows) => {
      const [number, path] = ['Number', 'Path'].map((title) => wordIn(rows[0]!, title))
      return `${rowsText(rows)} are ${bothOrAll(rows)} number ${number}${path && ` on the ${path} path`}. Number them anew: what comes after them has no step rate.`
    }),
  ],
  summary: PATHS.map((word) => ({
    label: `${word === 'product' ? 'Product' : 'Service'} path, first to last`,
    formula: throughFormula(word),
    format: '0.0%',
  })),
  crosses: [{ heading: 'Steps by stage', down: 'Stage', downWords: STAGES, across: 'Path', acrossWords: PATHS }],
  chart: {
    kind: 'line',
    title: 'What customers feel',
    labels: 'Stage',
    series: ['Customer feels'],
    by: 'Path',
    format: '0',
  },
  library: { label: 'For', heading: 'Steps to start from', by: 'Path', says: 'Outcome', sets: journeySets },
  asks: ['Signals', 'KPIs', 'Targets'],
})

/** What share of those at the first step of a path that was counted came to the last one. */
function throughFormula(word: string): string {
  const counted = `{{Path:column}}, "${word}", {{Reached:column}}, ">=0"`
  const [first, last] = ['MINIFS', 'MAXIFS'].map((name) => `${name}({{Number:column}}, ${counted})`)
  const at = (number: string | undefined) => `SUMIFS({{Reached:column}}, ${counted}, {{Number:column}}, ${number})`
  return `=IF(${last}>${first}, IF(${at(first)}>0, ${at(last)}/${at(first)}, ""), "")`
}

/** Customers come to it, and nobody looks after it: that is worse than a step that is only planned. */
function isForsaken(row: Row): boolean {
  return (numberIn(row, 'Reached') ?? 0) > 0 && wordIn(row, 'Owner') === '' && wordIn(row, 'Metric') === ''
}

/** “Onboarding, service: no owner and no KPI.” */
function gap(row: Row): string {
  const [isOwned, isMeasured] = [wordIn(row, 'Owner') !== '', wordIn(row, 'Metric') !== '']
  if (isOwned && isMeasured) return ''
  const [first = '', ...rest] = [wordIn(row, 'Stage') || wordIn(row, 'Step') || 'Step', wordIn(row, 'Path')].filter(
    (word) => word !== '',
  )
  const place = [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')
  if (isMeasured) return `${place}: no owner. Name who answers for it.`
  if (isOwned) return `${place}: no KPI. Link one that tells how good it is.`
  return `${place}: no owner and no KPI. Name who answers for it, and link a KPI.`
}

function tooMany(row: Row): string {
  const rate = numberIn(row, 'Step rate')
  if (rate === null || rate <= 1) return ''
  return `More customers came to it than to the step before: ${percent(rate)}. Look at both counts, or at the numbers of the steps.`
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))}%`
}

/** The words of a column, each once, as the first row says it. */
function wordsOf(rows: readonly Row[], title: string): string[] {
  const words = new Map<string, string>()
  for (const row of rows) {
    const word = wordIn(row, title)
    if (word !== '' && !words.has(word.toLowerCase())) words.set(word.toLowerCase(), word)
  }
  return [...words.values()]
}

function isWord(row: Row, title: string, word: string): boolean {
  return wordIn(row, title).toLowerCase() === word.toLowerCase()
}

/** “Biggest loss on the product path: evaluation to purchase, 80%.” */
function biggestLosses(rows: readonly Row[]): string[] {
  return wordsOf(rows, 'Path').flatMap((word) => {
    const losses = lossesOn(rows.filter((row) => isWord(row, 'Path', word)))
    if (losses.length === 0) return []
    const { from, to, share } = losses.reduce((most, loss) => (loss.share > most.share ? loss : most))
    const [one, other] = [wordIn(from, 'Stage'), wordIn(to, 'Stage')]
    const isTold = one !== '' && other !== '' && one.toLowerCase() !== other.toLowerCase()
    const steps = isTold ? `${one} to ${other}` : `“${wordIn(from, 'Step')}” to “${wordIn(to, 'Step')}”`
    return [`Biggest loss on the ${word} path: ${steps}, ${percent(share)}. Look there first.`]
  })
}

/** Where fewer customers came than to the step before, on one path. */
function lossesOn(rows: readonly Row[]): { from: Row; to: Row; share: number }[] {
  return rows.flatMap((to) => {
    const [number, reached] = [numberIn(to, 'Number'), numberIn(to, 'Reached')]
    if (number === null || reached === null) return []
    const earlier = rows.map((row) => numberIn(row, 'Number')).filter((other) => other !== null && other < number)
    const last = Math.max(...(earlier as number[]))
    const [from, ...others] = rows.filter((row) => numberIn(row, 'Number') === last)
    const before = from && others.length === 0 ? (numberIn(from, 'Reached') ?? 0) : 0
    return from && before > reached ? [{ from, to, share: 1 - reached / before }] : []
  })
}

/** The stages that the map is to have: the usual ones where any of them is used, else those of one’s own. */
function stagesOf(rows: readonly Row[]): readonly string[] {
  const said = wordsOf(rows, 'Stage')
  return said.length === 0 || said.some((word) => isUsual(word)) ? STAGES : said
}

function isUsual(word: string): boolean {
  return STAGES.some((stage) => stage === word.toLowerCase())
}

/** “No step on the service path for awareness and renewal.” */
function uncovered(rows: readonly Row[]): string[] {
  if (rows.length === 0) return []
  return PATHS.flatMap((word) => {
    const own = rows.filter((row) => isWord(row, 'Path', word))
    const missing = stagesOf(rows).filter((stage) => !own.some((row) => isWord(row, 'Stage', stage)))
    if (missing.length === 0) return []
    return [`No step on the ${word} path for ${joined(missing, 'and')}. Add what customers do then.`]
  })
}

/** “No cue in Signals for activation.” A cue that says no path counts for both. */
function withoutCue(rows: readonly Row[], { rowsOf }: About): string[] {
  const cues = rowsOf('Signals')
  if (cues === null) return []
  const told = (stages: readonly string[], where: string) =>
    stages.length === 0 ? [] : [`No cue in Signals for ${joined(stages, 'and')}${where}. Add one there.`]
  const stages = STAGES.filter((stage) => rows.some((row) => isWord(row, 'Stage', stage)))
  const cuesAt = (stage: string) => cues.filter((cue) => isWord(cue, 'Stage', stage))
  const bare = stages.filter((stage) => cuesAt(stage).length === 0)
  const onPath = PATHS.flatMap((word) => {
    const lacking = stages.filter(
      (stage) =>
        !bare.includes(stage) &&
        rows.some((row) => isWord(row, 'Stage', stage) && isWord(row, 'Path', word)) &&
        !cuesAt(stage).some((cue) => wordIn(cue, 'Path') === '' || isWord(cue, 'Path', word)),
    )
    return told(lacking, ` on the ${word} path`)
  })
  return [...told(bare, ''), ...onPath]
}
