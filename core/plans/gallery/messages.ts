import { findMetric } from '../../catalogue/catalogue.ts'
import {
  bothOrAll,
  check,
  eachWord,
  notDays,
  notNumbers,
  overdue,
  reviewDue,
  rowsText,
  twice,
  unowned,
  type Check,
} from '../check.ts'
import { every, id, owner, path, PATHS, reviewedOn } from '../commonColumns.ts'
import { messageSets } from '../libraries/messages.ts'
import { PRODUCT_WORDS, SERVICE_WORDS, wordOf } from '../libraries/stories.ts'
import { plan } from '../plan.ts'
import { awaits, numberIn, wordIn, type Row } from '../row.ts'

const KINDS = ['usage data', 'testimonial', 'case', 'pilot', 'guarantee'] as const

/** Each proof with the column of its kind. */
const PROOFS = [
  ['First proof', 'Kind of first'],
  ['Second proof', 'Kind of second'],
  ['Third proof', 'Kind of third'],
] as const
const ALL_PROOFS = PROOFS.flat()
const FEWEST_PROOFS = 2

/** A proof that is older may no longer be so. */
const FRESH_DAYS = 365
const DAYS_OF_A_MONTH = 365.25 / 12

const COUNTS = ['Visitors A', 'Conversions A', 'Visitors B', 'Conversions B'] as const
const NUMBERS = ['Base rate', 'Smallest lift', ...COUNTS] as const
const TOLD = ['Message', 'Spec', 'Benefit', 'Result'] as const

export const messages = plan({
  name: 'Messages',
  noun: ['message', 'messages'],
  goal: 'Keep what we promise',
  place: 3,
  question: 'What do we tell whom, what proves it, and which wording works?',
  about:
    'One message for each segment and path: from what it has, over what customers gain, to what comes of it, with two or three proofs. Product and service are two stories and are kept apart. Two wordings can be tested against each other: the verdict is “too early” until enough people have seen both.',
  key: 'Message',
  nameless: 'Message without a text',
  details: ['Path', 'Segment', 'Owner'],
  columns: [
    { title: 'Message', width: 260, kind: 'text', required: true, help: 'What you say, in one sentence.' },
    path,
    { title: 'Segment', width: 110, kind: 'text', recalls: true, help: 'For whom it is.' },
    {
      title: 'Spec',
      width: 180,
      kind: 'text',
      isLong: true,
      help: 'What it has or does, in figures if there are any.',
    },
    { title: 'Benefit', width: 180, kind: 'text', isLong: true, help: 'What the customer gains from that.' },
    {
      title: 'Result',
      width: 180,
      kind: 'text',
      isLong: true,
      help: 'What comes of it in the end, such as hours or money saved.',
    },
    ...PROOFS.flatMap(([proof, kind], i) => [
      {
        title: proof,
        width: 200,
        kind: 'text' as const,
        isLong: true as const,
        help: ['What proves it, so that others can look it up.', 'Another proof.', 'A third one, if there is one.'][i]!,
      },
      { title: kind, width: 110, kind: 'text' as const, choices: KINDS, help: `What the ${proof.toLowerCase()} is.` },
    ]),
    { title: 'Newest proof on', width: 120, kind: 'date', help: 'Of which day the newest of its proofs is.' },
    {
      title: 'Proofs',
      width: 70,
      kind: 'any',
      by: 'formula',
      format: '0',
      formula: proofsFormula(),
      help: 'How many proofs it has: two or three are enough.',
    },
    {
      title: 'Variant',
      width: 200,
      kind: 'text',
      help: 'The other wording that is tested against it: B. The message is A.',
    },
    { title: 'Base rate', width: 80, kind: 'share', help: 'The share of visitors who do what they are to do today.' },
    {
      title: 'Smallest lift',
      width: 110,
      kind: 'share',
      help: 'The smallest change worth finding, relative to that: 20% looks for 6% where it is 5%.',
    },
    {
      title: 'Needed each',
      width: 100,
      kind: 'any',
      by: 'formula',
      format: '#,##0',
      formula: neededFormula(),
      help: 'How many visitors each of the two needs before there is a verdict.',
    },
    { title: 'Visitors A', width: 90, kind: 'number', help: 'How many people saw the message.' },
    { title: 'Conversions A', width: 110, kind: 'number', help: 'How many of them did what they were to do.' },
    { title: 'Visitors B', width: 90, kind: 'number', help: 'How many people saw the variant.' },
    { title: 'Conversions B', width: 110, kind: 'number', help: 'How many of them did what they were to do.' },
    {
      title: 'Verdict',
      width: 160,
      kind: 'any',
      by: 'formula',
      colours: {
        'too early': 'grey',
        'no clear difference': 'amber',
        'message wins': 'green',
        'variant wins': 'green',
      },
      formula: verdictFormula(),
      help: 'Too early until enough have seen both, then which of them wins, if one does.',
    },
    owner,
    reviewedOn,
    every,
    id,
  ],
  form: [
    'Message',
    'Path',
    'Segment',
    'Spec',
    'Benefit',
    'Result',
    ...ALL_PROOFS,
    'Newest proof on',
    'Owner',
    'Variant',
    'Base rate',
    'Smallest lift',
    ...COUNTS,
    'Every',
  ],
  groups: [
    { title: 'Path', none: 'No path' },
    { title: 'Segment', none: 'No segment' },
    { title: 'Verdict', none: 'No verdict' },
    { title: 'Owner', none: 'No owner' },
  ],
  checks: [
    check(ALL_PROOFS, missingProofs, { level: 'red', filter: 'proofs missing' }),
    overConverted('Visitors A', 'Conversions A', 'message'),
    overConverted('Visitors B', 'Conversions B', 'variant'),
    check(ALL_PROOFS, onlyTestimonials, { filter: 'kinds of proof' }),
    check(ALL_PROOFS, unsortedProof, { filter: 'kinds of proof' }),
    overdue(
      'Newest proof on',
      () => false,
      (days) => `Newest proof is ${Math.floor(days / DAYS_OF_A_MONTH)} months old. Find a fresh one.`,
      { allowed: FRESH_DAYS, filter: 'old proof' },
    ),
    check(
      ['Newest proof on', ...ALL_PROOFS],
      (row) =>
        wordIn(row, 'Newest proof on') === '' && proofsOf(row).length > 0
          ? 'Nobody knows how old its proofs are. Say of which day the newest is, once you have it.'
          : '',
      { filter: 'old proof' },
    ),
    check(['Path', ...TOLD], mixedStory, { filter: 'mixed story' }),
    check(['Spec', 'Benefit', 'Result'], unfinishedLadder, { filter: 'no result' }),
    check(['Needed each', ...NUMBERS], untoldSize, { filter: 'test' }),
    check(NUMBERS, oddTest, { filter: 'test' }),
    notDays(['Newest proof on']),
    notNumbers(NUMBERS),
    unowned('Owner'),
    reviewDue('Reviewed on'),
  ],
  overall: [
    eachWord('Path', PATHS, (word) => `No message on the ${word} path. Say there what customers gain.`),
    { columns: ['Path', 'Segment'], find: halfTold },
    twice(
      ['Message', 'Segment', 'Path'],
      (_, rows) =>
        `${rowsText(rows)} ${bothOrAll(rows)} say “${wordIn(rows[0]!, 'Message')}” to the same segment. Keep one, with all its proofs.`,
    ),
  ],
  crosses: [{ heading: 'Messages by segment', down: 'Segment', downWords: [], across: 'Path', acrossWords: PATHS }],
  library: { label: 'For', heading: 'Messages to start from', by: 'Path', says: 'Result', sets: messageSets },
})

function proofsFormula(): string {
  const count = `COUNTA(${PROOFS.map(([proof]) => `{{${proof}}}`).join(', ')})`
  return `=IF(({{Message}}="")*(${count}=0), "", ${count})`
}

/** What AB_SAMPLE_SIZE says, in the spreadsheet’s own words, where there is a size to tell. */
function neededFormula(): string {
  const [base, lift] = ['{{Base rate}}', '{{Smallest lift}}']
  const needed = findMetric('AB_SAMPLE_SIZE')!
    .spec.native!.slice(1)
    .replace(/\{base_rate\}/g, base)
    .replace(/\{relative_lift\}/g, lift)
  const isMeant = `(${base}>0)*(${lift}>-1)*(${lift}<=2)*(${lift}<>0)*(${base}*(1+${lift})<=1)`
  return `=IF(COUNT(${base}, ${lift})=2, IF(${isMeant}, ${needed}, ""), "")`
}

/** Where nobody or everybody converted there is nothing to test. Which test it was is left out: its cell is coloured by its text. */
function verdictFormula(): string {
  const [visitorsA, conversionsA, visitorsB, conversionsB] = COUNTS.map((title) => `{{${title}}}`)
  const cells = `${visitorsA}, ${conversionsA}, ${visitorsB}, ${conversionsB}`
  const isWhole = COUNTS.map((title) => `({{${title}}}=INT({{${title}}}))`).join('*')
  const isMeant = `(MIN(${cells})>=0)*(${conversionsA}<=${visitorsA})*(${conversionsB}<=${visitorsB})*${isWhole}`
  const isAlike = `(${conversionsA}+${conversionsB}=0)+(${conversionsA}+${conversionsB}=${visitorsA}+${visitorsB})>0`
  const words = [
    [' (z test)', ''],
    [" (Fisher's exact test)", ''],
    ['A is better', 'message wins'],
    ['B is better', 'variant wins'],
  ] as const
  const verdict = words.reduce(
    (text, [said, instead]) => `SUBSTITUTE(${text}, "${said}", "${instead}")`,
    `INDEX(AB_TEST(${cells}), 2, 8)`,
  )
  const judged = `IF(MIN(${visitorsA}, ${visitorsB})<{{Needed each}}, "too early", IF(${isAlike}, "no clear difference", ${verdict}))`
  return `=IF(COUNT(${cells}, {{Needed each}})=5, IF(${isMeant}, ${judged}, ""), "")`
}

function proofsOf(row: Row): (readonly [proof: string, kind: string])[] {
  return PROOFS.filter(([proof]) => wordIn(row, proof) !== '')
}

/** “Two proofs missing.” */
function missingProofs(row: Row): string {
  const missing = FEWEST_PROOFS - proofsOf(row).length
  if (missing <= 0) return ''
  return `${missing === 1 ? 'One proof' : 'Two proofs'} missing. Find what others can look up: usage data, a case, a pilot.`
}

function onlyTestimonials(row: Row): string {
  const proofs = proofsOf(row)
  const isOnly = proofs.every(([, kind]) => wordIn(row, kind).toLowerCase() === 'testimonial')
  return proofs.length > 0 && isOnly ? 'Only testimonials. Add a proof in numbers: usage data, a case or a pilot.' : ''
}

function unsortedProof(row: Row): string {
  const [unsorted] = proofsOf(row).filter(([, kind]) => wordIn(row, kind) === '')
  return unsorted ? `Nobody has said what kind its ${unsorted[0].toLowerCase()} is.` : ''
}

/** “A product message speaks of support: mixed story.” */
function mixedStory(row: Row): string {
  const told = TOLD.map((title) => wordIn(row, title)).join(' · ')
  const path = wordIn(row, 'Path').toLowerCase()
  const word = path === 'product' ? wordOf(SERVICE_WORDS, told) : path === 'service' ? wordOf(PRODUCT_WORDS, told) : ''
  if (word === '') return ''
  return `A ${path} message speaks of ${word.toLowerCase()}: mixed story. Tell that on the ${path === 'product' ? 'service' : 'product'} path.`
}

function unfinishedLadder(row: Row): string {
  const [spec, benefit, result] = ['Spec', 'Benefit', 'Result'].map((title) => wordIn(row, title) !== '')
  if (benefit && !result) return 'It stops at the benefit. Say what comes of it, in hours or money.'
  return spec && !benefit ? 'It stops at the spec. Say what the customer gains from it.' : ''
}

/** Who looks each day and stops when it pleases finds differences that are none. */
function untoldSize(row: Row): string {
  const isRunning = ['Visitors A', 'Visitors B'].some((title) => (numberIn(row, title) ?? 0) > 0)
  if (!isRunning || numberIn(row, 'Needed each') !== null || awaits(row, 'Needed each')) return ''
  return 'A test without a size. Fill in its base rate and the smallest lift worth finding, so that nobody stops it too early.'
}

function oddTest(row: Row): string {
  const [base, lift] = [numberIn(row, 'Base rate'), numberIn(row, 'Smallest lift')]
  if (base !== null && (base <= 0 || base > 1)) return `Its base rate of ${base} is no share: type it like 5%.`
  if (lift !== null && (lift <= -1 || lift > 2 || lift === 0))
    return `Its smallest lift of ${lift} cannot be found: type it like 20%.`
  if (base !== null && lift !== null && base * (1 + lift) > 1) return 'No rate can grow so far: take a smaller lift.'
  const odd = COUNTS.find((title) => {
    const count = numberIn(row, title)
    return count !== null && (count < 0 || !Number.isInteger(count))
  })
  return odd ? `${odd} says ${numberIn(row, odd)}: people are counted in whole numbers.` : ''
}

function overConverted<const V extends string, const C extends string>(
  visitors: V,
  conversions: C,
  what: string,
): Check<V | C> {
  return check(
    [visitors, conversions],
    (row) => {
      const [seen, done] = [numberIn(row, visitors), numberIn(row, conversions)]
      if (seen === null || done === null || done <= seen) return ''
      return `The ${what} has ${done} conversions of ${seen} visitors. Look at both counts.`
    },
    { level: 'red', filter: 'test' },
  )
}

/** A segment that hears of one side only, once both are told to somebody. */
function halfTold(rows: readonly Row[]): string[] {
  const isOn = (row: Row, word: string) => wordIn(row, 'Path').toLowerCase() === word
  if (!PATHS.every((word) => rows.some((row) => isOn(row, word)))) return []
  const segments = new Map<string, Row[]>()
  for (const row of rows) {
    const name = wordIn(row, 'Segment').toLowerCase()
    if (name !== '') segments.set(name, [...(segments.get(name) ?? []), row])
  }
  return [...segments.values()].flatMap((own) => {
    const told = PATHS.filter((word) => own.some((row) => isOn(row, word)))
    if (told.length !== 1) return []
    const [other] = PATHS.filter((word) => word !== told[0])
    return [`${wordIn(own[0]!, 'Segment')} hears of the ${told[0]} only. Say on the ${other} path what it gains there.`]
  })
}
