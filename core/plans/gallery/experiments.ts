import { findMetric } from '../../catalogue/catalogue.ts'
import { decode } from '../../catalogue/explain.ts'
import { CellError } from '../../cell.ts'
import { evaluate } from '../../reading/evaluate.ts'
import {
  bothOrAll,
  check,
  daysText,
  eachWord,
  overdue,
  rowsText,
  says,
  twice,
  unowned,
  type About,
  type PlanCheck,
} from '../check.ts'
import { id, owner, path, PATHS } from '../commonColumns.ts'
import { experimentSets } from '../libraries/experiments.ts'
import { plan } from '../plan.ts'
import { contentIn, dayIn, numberIn, wordIn, type Row } from '../row.ts'

const TYPES = ['a/b test', 'message test', 'intervention'] as const
const DECISIONS = ['ship', 'keep', 'repeat', 'drop'] as const
/** Of these a decision needs the size that was planned; to try again needs none. */
const FINAL: readonly string[] = ['ship', 'keep', 'drop']

const HALVES = ['Visitors A', 'Conversions A', 'Visitors B', 'Conversions B'] as const
const SHARES = ['Before', 'After', 'Compared before', 'Compared after'] as const
const cell = (title: string) => `{{${title}}}`
const [VISITORS_A, CONVERSIONS_A, VISITORS_B, CONVERSIONS_B] = HALVES.map(cell) as [string, string, string, string]
const IS_INTERVENTION = '{{Type}}="intervention"'
/** What the smallest effect is of the baseline. */
const LIFT = 'IF({{Counted in}}="points", {{Smallest effect}}/{{Baseline}}, {{Smallest effect}})'
/** Chi-square of one degree of freedom is above this once in a thousand times. */
const BROKEN_SPLIT = 10.8276
/** How long one waits for an intervention where nothing else is typed. */
const INTERVENTION_DAYS = 28
const WEEK = 7

/** A formula of both halves of a test, once they have counts that are possible. */
function ofHalves(formula: string): string {
  const all = HALVES.map(cell)
  const areWhole = `${all.map((one) => `INT(${one})`).join('+')}=${all.join('+')}`
  const arePossible = [
    `${VISITORS_A}>0`,
    `${VISITORS_B}>0`,
    `${CONVERSIONS_A}>=0`,
    `${CONVERSIONS_B}>=0`,
    `${CONVERSIONS_A}<=${VISITORS_A}`,
    `${CONVERSIONS_B}<=${VISITORS_B}`,
    areWhole,
  ]
  return `IF(COUNT(${all.join(', ')})=4, IF(AND(${arePossible.join(', ')}), ${formula}, ""), "")`
}

const LEAST = `MIN(${VISITORS_A}, ${VISITORS_B})`

/** Hidden until the size is reached, since who looks before finds differences that are none, and where halves are broken. */
function effectFormula(): string {
  const shares = SHARES.map(cell).join(', ')
  const ofShares = `IF(COUNT(${shares})=4, INDEX(DIFF_IN_DIFF(${shares}), 2, 1), "")`
  const difference = `${CONVERSIONS_B}/${VISITORS_B}-${CONVERSIONS_A}/${VISITORS_A}`
  const isRead = `AND(${LEAST}>={{Needed each}}, {{Split}}<>"broken")`
  const reached = `IF(ISNUMBER({{Needed each}}), IF(${isRead}, ${difference}, ""), "")`
  return `=IF(${IS_INTERVENTION}, ${ofShares}, ${ofHalves(reached)})`
}

function verdictFormula(): string {
  const wanted = 'ROUND({{Rate to find}}-{{Baseline}}, 9)'
  const effect = 'ROUND({{Effect}}, 9)'
  const isLarge = `IF(${wanted}<0, ${effect}<=${wanted}, ${effect}>=${wanted})`
  const ofShares = `IF(COUNT({{Effect}}, {{Rate to find}})=2, IF(${isLarge}, "as large as wanted", "smaller than wanted"), "")`
  const converted = `${CONVERSIONS_A}+${CONVERSIONS_B}`
  const isClear = `INDEX(AB_TEST(${HALVES.map(cell).join(', ')}), 2, 7)<0.05`
  const which = `IF(${CONVERSIONS_B}/${VISITORS_B}>${CONVERSIONS_A}/${VISITORS_A}, "b is better", "a is better")`
  const tested =
    `IF(OR(${converted}=0, ${converted}=${VISITORS_A}+${VISITORS_B}), "no clear difference", ` +
    `IF(${isClear}, ${which}, "no clear difference"))`
  const judged = `IF({{Split}}="broken", "split is broken", ${tested})`
  const early = `"too early: "&${LEAST}&" of "&{{Needed each}}&" each"`
  const ofSize = `IF(ISNUMBER({{Needed each}}), IF(${LEAST}<{{Needed each}}, ${early}, ${judged}), "no size planned")`
  return `=IF(${IS_INTERVENTION}, ${ofShares}, ${ofHalves(ofSize)})`
}

function neededFormula(): string {
  const found = `{{Baseline}}*(1+${LIFT})`
  const isPossible = `AND(${LIFT}>=-1, ${LIFT}<=2, ROUND(${found}, 12)<=1, ${found}<>{{Baseline}})`
  const size = `IF(${isPossible}, AB_SAMPLE_SIZE({{Baseline}}, ${LIFT}), "")`
  const isRate = 'AND({{Baseline}}>0, {{Baseline}}<=1)'
  return `=IF(${IS_INTERVENTION}, "", IF(COUNT({{Baseline}}, {{Smallest effect}})=2, IF(${isRate}, ${size}, ""), ""))`
}

function splitFormula(): string {
  const square = `(${VISITORS_A}-${VISITORS_B})^2/(${VISITORS_A}+${VISITORS_B})`
  const are = `AND(${VISITORS_A}>=0, ${VISITORS_B}>=0, ${VISITORS_A}+${VISITORS_B}>0)`
  const judged = `IF(${are}, IF(${square}>${BROKEN_SPLIT}, "broken", "even"), "")`
  return `=IF(${IS_INTERVENTION}, "", IF(COUNT(${VISITORS_A}, ${VISITORS_B})=2, ${judged}, ""))`
}

export const experiments = plan({
  name: 'Experiments',
  noun: ['experiment', 'experiments'],
  goal: 'Try a change',
  place: 2,
  question: 'What do we try, how long must it run, and what did it teach?',
  about:
    'One row for each thing that is tried: what is expected, what must not get worse, how many visitors it takes and until when it runs. The verdict stays hidden until they are there. Tests of two halves, messages in searches and on landing pages, and aids such as walkthroughs, tutorials and posts, with what they changed and what was learned.',
  key: 'Hypothesis',
  nameless: 'Experiment without a hypothesis',
  details: ['Decision', 'Metric', 'Verdict', 'Owner'],
  columns: [
    {
      title: 'Hypothesis',
      width: 290,
      kind: 'text',
      required: true,
      help: 'One change and what it is to bring, such as fewer fields for more sign-ups.',
    },
    {
      title: 'Type',
      width: 100,
      kind: 'text',
      choices: TYPES,
      help: 'Two halves of the visitors, two messages, or an aid that some customers get first.',
    },
    path,
    {
      title: 'Metric',
      width: 150,
      kind: 'text',
      recalls: true,
      help: 'What is to move, counted per visitor or customer, such as sign-ups.',
    },
    {
      title: 'Guardrail',
      width: 150,
      kind: 'text',
      from: { plan: 'KPIs', title: 'KPI' },
      help: 'What must not get worse meanwhile: a KPI, or a word of your own.',
    },
    { title: 'Baseline', width: 80, kind: 'share', help: 'What the metric is today, such as 20%.' },
    {
      title: 'Smallest effect',
      width: 120,
      kind: 'share',
      help: 'The smallest change worth having. A smaller one takes many more visitors to find.',
    },
    {
      title: 'Counted in',
      width: 90,
      kind: 'text',
      choices: ['relative', 'points'],
      help: 'From 20%, 10% relative is 22%, and 10% in points is 30%. Relative where nothing is said.',
    },
    {
      title: 'Rate to find',
      width: 100,
      kind: 'any',
      format: '0.0%',
      by: 'formula',
      formula:
        '=IF(COUNT({{Baseline}}, {{Smallest effect}})=2, {{Baseline}}+IF({{Counted in}}="points", {{Smallest effect}}, {{Baseline}}*{{Smallest effect}}), "")',
      help: 'The baseline with the smallest effect: see whether that is what you mean.',
    },
    {
      title: 'Needed each',
      width: 100,
      kind: 'any',
      format: '#,##0',
      by: 'formula',
      formula: neededFormula(),
      help: 'Visitors that A and B need each: 5% risk of a false find, 80% chance of a true one.',
    },
    { title: 'Traffic a day', width: 110, kind: 'number', help: 'Visitors a day that come into it, A and B together.' },
    {
      title: 'Days',
      width: 60,
      kind: 'any',
      format: '0',
      by: 'formula',
      formula: `=IF(${IS_INTERVENTION}, ${INTERVENTION_DAYS}, IF(COUNT({{Needed each}}, {{Traffic a day}})=2, IF({{Traffic a day}}>0, ${WEEK}*ROUNDUP(2*{{Needed each}}/{{Traffic a day}}/${WEEK}, 0), ""), ""))`,
      help: 'In whole weeks, as weekdays differ. 28 for an intervention. Type another over it.',
    },
    { title: 'Start', width: 90, kind: 'date', help: 'The first day.' },
    {
      title: 'End',
      width: 90,
      kind: 'any',
      format: 'yyyy-mm-dd',
      by: 'formula',
      formula: '=IF(COUNT({{Start}}, {{Days}})=2, {{Start}}+{{Days}}, "")',
      help: 'The day on which it may be read, and not before.',
    },
    { title: 'Visitors A', width: 90, kind: 'number', help: 'How many met what there was so far.' },
    { title: 'Conversions A', width: 110, kind: 'number', help: 'How many of these did what was wanted.' },
    { title: 'Visitors B', width: 90, kind: 'number', help: 'How many met what is tried.' },
    { title: 'Conversions B', width: 110, kind: 'number', help: 'How many of these did what was wanted.' },
    {
      title: 'Split',
      width: 70,
      kind: 'any',
      by: 'formula',
      colours: { broken: 'red' },
      formula: splitFormula(),
      help: 'Broken where so uneven halves come by chance less than once in a thousand times.',
    },
    { title: 'Before', width: 70, kind: 'share', help: 'For an intervention: the metric of those who got it, before.' },
    { title: 'After', width: 70, kind: 'share', help: 'The same after they got it.' },
    {
      title: 'Compared before',
      width: 130,
      kind: 'share',
      help: 'The metric in the same time of those who did not get it, before.',
    },
    { title: 'Compared after', width: 120, kind: 'share', help: 'The same after the others got it.' },
    {
      title: 'Effect',
      width: 80,
      kind: 'any',
      format: '+0.0%;-0.0%;0.0%',
      by: 'formula',
      formula: effectFormula(),
      help: 'In points: B less A once there are enough, or what the aid did beyond the trend.',
    },
    {
      title: 'Verdict',
      width: 190,
      kind: 'any',
      by: 'formula',
      colours: {
        'b is better': 'green',
        'a is better': 'red',
        'no clear difference': 'grey',
        'split is broken': 'red',
        'no size planned': 'grey',
        'as large as wanted': 'green',
        'smaller than wanted': 'amber',
      },
      formula: verdictFormula(),
      help: 'What may be said of it: nothing before the visitors needed were there.',
    },
    {
      title: 'Decision',
      width: 80,
      kind: 'text',
      choices: DECISIONS,
      help: 'What comes of it. Keep is to stay with A.',
    },
    { title: 'Learning', width: 260, kind: 'text', isLong: true, help: 'What is known now that was not known before.' },
    owner,
    id,
  ],
  form: [
    'Hypothesis',
    'Type',
    'Metric',
    'Guardrail',
    'Baseline',
    'Smallest effect',
    'Counted in',
    'Traffic a day',
    'Start',
    'Owner',
    'Visitors A',
    'Conversions A',
    'Visitors B',
    'Conversions B',
    'Before',
    'After',
    'Compared before',
    'Compared after',
    'Decision',
    'Learning',
    'Path',
  ],
  groups: [
    { title: 'Decision', none: 'Not decided' },
    { title: 'Type', none: 'No type' },
    { title: 'Metric', none: 'No metric' },
    { title: 'Path', none: 'No path' },
    { title: 'Owner', none: 'No owner' },
  ],
  checks: [
    says(
      'Split',
      'broken',
      (row) =>
        `The split is broken: ${counted(row, 'Visitors A')} saw A and ${counted(row, 'Visitors B')} saw B, where half each was planned. Find out why before you read anything from it.`,
      'impossible',
    ),
    check(HALVES, impossible, { level: 'red', filter: 'impossible' }),
    check(
      ['Metric'],
      (row) => (wordIn(row, 'Metric') === '' ? 'It does not say what is to move: name a metric.' : ''),
      {
        filter: 'not planned',
      },
    ),
    check(
      ['Guardrail'],
      (row) =>
        wordIn(row, 'Guardrail') === ''
          ? 'No guardrail: name what must not get worse meanwhile, such as complaints or refunds.'
          : '',
      { filter: 'no guardrail' },
    ),
    check(['Baseline', 'Smallest effect'], unplanned, { filter: 'not planned' }),
    check(['Start'], unreadStart, { filter: 'not planned' }),
    check(['Start', 'End'], short, { filter: 'not planned' }),
    check(['Guardrail', 'Start', 'Decision'], guardrailRed, { filter: 'guardrail is red' }),
    overdue('End', (row) => !isTest(row) || isDecided(row) || isReached(row), stoppedEarly, { filter: 'too early' }),
    overdue('End', (row) => isTest(row) || isDecided(row) || hasShares(row), withoutShares, { filter: 'too early' }),
    check(['Decision', 'Needed each'], peeked, { filter: 'too early' }),
    overdue(
      'End',
      (row) => isDecided(row) || !(isTest(row) ? isReached(row) : hasShares(row)),
      (days) => `Ended ${daysText(days)} ago and nobody has decided: ship, keep, repeat or drop.`,
      { filter: 'no decision' },
    ),
    check(['Before', 'After'], uncompared, { filter: 'nothing to compare' }),
    check(['Verdict'], close, { filter: 'close' }),
    check(['Decision', 'Learning'], unlearned, { filter: 'no learning' }),
    unowned('Owner'),
  ],
  overall: [
    atOnce(),
    eachWord('Path', PATHS, (word) => `Nothing is tried on the ${word} path.`),
    twice(
      ['Hypothesis'],
      (key, rows) => `${rowsText(rows)} are ${bothOrAll(rows)} “${key}”. Keep one, or say what is tried anew.`,
    ),
  ],
  library: { label: 'For', heading: 'Experiments to start from', by: 'Path', says: 'Metric', sets: experimentSets },
  asks: ['KPIs'],
  summary: [
    {
      label: 'Running',
      formula: '=COUNTIFS({{Start:column}}, "<="&TODAY(), {{End:column}}, ">"&TODAY())',
      format: '0',
    },
    { label: 'Decided', formula: `=${DECISIONS.map(countOf).join('+')}`, format: '0' },
    { label: 'Shipped', formula: `=${countOf('ship')}`, format: '0' },
  ],
})

function countOf(decision: string): string {
  return `COUNTIF({{Decision:column}}, "${decision}")`
}

function isTest(row: Row): boolean {
  return wordIn(row, 'Type').toLowerCase() !== 'intervention'
}

function isDecided(row: Row): boolean {
  return wordIn(row, 'Decision') !== ''
}

/** So many have seen that half of which fewer have. */
function least(row: Row): number {
  return Math.min(numberIn(row, 'Visitors A') ?? 0, numberIn(row, 'Visitors B') ?? 0)
}

/** Where no size was planned there is none to reach. */
function isReached(row: Row): boolean {
  const needed = numberIn(row, 'Needed each')
  return needed === null ? HALVES.every((title) => numberIn(row, title) !== null) : least(row) >= needed
}

function hasShares(row: Row): boolean {
  return SHARES.every((title) => numberIn(row, title) !== null)
}

function counted(row: Row, title: string): string {
  return (numberIn(row, title) ?? 0).toLocaleString('en')
}

function impossible(row: Row): string {
  for (const title of HALVES) {
    const [number, written] = [numberIn(row, title), contentIn(row, title).trim()]
    const name = `${title[0]!.toLowerCase()}${title.slice(1)}`
    if (number === null && written !== '') return `Its ${name}, “${written}”, are no number. Type them again as one.`
    if (number !== null && (number < 0 || !Number.isInteger(number)))
      return `Its ${name} are ${number}: type how many people they were, a whole number from 0.`
  }
  for (const half of ['A', 'B']) {
    const [visitors, conversions] = [numberIn(row, `Visitors ${half}`), numberIn(row, `Conversions ${half}`)]
    if (visitors === null || conversions === null || conversions <= visitors) continue
    return `More conversions than visitors in ${half}: ${counted(row, `Conversions ${half}`)} of ${counted(row, `Visitors ${half}`)}. Count each visitor once.`
  }
  return ''
}

/** Why it cannot be said how many visitors it takes. */
function unplanned(row: Row): string {
  if (!isTest(row)) return ''
  const [base, effect] = [numberIn(row, 'Baseline'), numberIn(row, 'Smallest effect')]
  if (base === null || effect === null) {
    const lacking = [base === null ? 'baseline' : '', effect === null ? 'smallest effect' : ''].filter((one) => one)
    return `No size is planned: fill in the ${lacking.join(' and the ')} as a share, or chance decides when to stop.`
  }
  if (base <= 0 || base > 1)
    return `Its baseline is ${percent(base)}: a rate that can be tested lies between 0% and 100%.`
  const lift = wordIn(row, 'Counted in').toLowerCase() === 'points' ? effect / base : effect
  const rate = base * (1 + lift)
  if (rate === base)
    return 'Its smallest effect is 0: no number of visitors finds that. Type the least that is worth having.'
  if (rate < -1e-12 || rate > 1 + 1e-12)
    return `Its rate to find is ${percent(rate)}, which cannot be. See whether the smallest effect is relative or in points.`
  if (lift > 2)
    return `Its rate to find is ${percent(rate)}, more than three times the baseline. See whether the smallest effect is relative or in points.`
  return ''
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(4))}%`
}

function unreadStart(row: Row): string {
  const written = contentIn(row, 'Start').trim()
  return written === '' || dayIn(row, 'Start') !== null
    ? ''
    : `It starts on “${written}”, which is no date. Type it again, such as 2026-03-02.`
}

function short(row: Row): string {
  const [start, end] = [dayIn(row, 'Start'), dayIn(row, 'End')]
  if (start === null || end === null || end - start >= WEEK) return ''
  const days = Math.floor(end) - Math.floor(start)
  return days < 0
    ? 'It ends before it starts. Look at both days.'
    : `It runs ${daysText(days)}: run a full week at least, since weekdays differ.`
}

/** While it runs; afterwards other things move it. */
function guardrailRed(row: Row, { today, rowsOf }: About): string {
  const [name, start] = [wordIn(row, 'Guardrail'), dayIn(row, 'Start')]
  if (name === '' || start === null || start > today || isDecided(row)) return ''
  const kpi = rowsOf('KPIs')?.find((one) => wordIn(one, 'KPI').toLowerCase() === name.toLowerCase())
  return kpi && wordIn(kpi, 'Status').toLowerCase() === 'red'
    ? `Its guardrail “${name}” is red in KPIs: see whether the experiment does that, and stop it if so.`
    : ''
}

function stoppedEarly(days: number, row: Row): string {
  const needed = numberIn(row, 'Needed each')
  if (needed === null || (numberIn(row, 'Visitors A') === null && numberIn(row, 'Visitors B') === null))
    return `Ended ${daysText(days)} ago without its numbers: fill in the visitors and conversions of A and B.`
  return `Ended ${daysText(days)} ago with ${least(row).toLocaleString('en')} of ${counted(row, 'Needed each')} each: run on, or call it undecided.`
}

function withoutShares(days: number): string {
  return `Ended ${daysText(days)} ago without all four shares: fill in before and after, of those who got it and of those who did not.`
}

function peeked(row: Row): string {
  const needed = numberIn(row, 'Needed each')
  const isFinal = FINAL.includes(wordIn(row, 'Decision').toLowerCase())
  if (!isFinal || !isTest(row) || needed === null || least(row) >= needed) return ''
  return `Decided before ${counted(row, 'Needed each')} each were reached: peeking. Run on, or say “repeat”.`
}

/** Before and after alone tell nothing: the trend would have gone on. */
function uncompared(row: Row): string {
  const [before, after, ...compared] = SHARES.map((title) => numberIn(row, title))
  if (isTest(row) || before === null || after === null || compared.every((share) => share !== null)) return ''
  return 'Nothing to compare it with: before and after alone may be the trend. Fill in what those did who did not get it.'
}

/** The test says more than the verdict has room for. */
function close(row: Row): string {
  if (!/^(?:[ab] is better|no clear difference)$/i.test(wordIn(row, 'Verdict'))) return ''
  const cells = HALVES.map((title) => numberIn(row, title))
  if (cells.includes(null)) return ''
  try {
    const [, found] = evaluate(
      findMetric('AB_TEST')!,
      [...cells.map((one) => [[one]]), undefined],
      decode,
    ) as unknown[][]
    const [, doubt] = String(found![7]).split('; ')
    return doubt === undefined ? '' : `Its verdict is ${doubt}. Repeat it before much rests on it.`
  } catch (error) {
    // All or nobody converted: then there is no test.
    if (error instanceof CellError) return ''
    throw error
  }
}

function unlearned(row: Row): string {
  if (!isDecided(row) || wordIn(row, 'Learning') !== '') return ''
  const [decision, verdict] = [wordIn(row, 'Decision').toLowerCase(), wordIn(row, 'Verdict')]
  return decision === 'ship' && verdict !== '' && !/^(?:b is better|as large as wanted)$/i.test(verdict)
    ? `Shipped though its verdict is “${verdict}”. Write down why.`
    : 'Decided, and nothing is learned yet: write down what is known now.'
}

/** Who meets two changes of what moves the same metric tells nothing of either. */
function atOnce(): PlanCheck<'Hypothesis' | 'Metric' | 'Start' | 'End' | 'Decision'> {
  return {
    columns: ['Hypothesis', 'Metric', 'Start', 'End', 'Decision'],
    find: (rows) => {
      const running = rows.flatMap((row) => {
        const [metric, start, end] = [wordIn(row, 'Metric').toLowerCase(), dayIn(row, 'Start'), dayIn(row, 'End')]
        return metric === '' || start === null || end === null || isDecided(row) ? [] : [{ row, metric, start, end }]
      })
      return running.flatMap((one, i) =>
        running
          .slice(i + 1)
          .filter((other) => other.metric === one.metric && one.start < other.end && other.start < one.end)
          .map(
            (other) =>
              `“${wordIn(one.row, 'Hypothesis')}” and “${wordIn(other.row, 'Hypothesis')}” run at the same time for ${wordIn(one.row, 'Metric')}: change one thing at a time, or keep their visitors apart.`,
          ),
      )
    },
  }
}
