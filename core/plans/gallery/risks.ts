import { check, blank, daysText, overdue, reviewDue, unowned } from '../check.ts'
import { every, id, owner, path, reviewedOn } from '../commonColumns.ts'
import { riskSets } from '../libraries/risks.ts'
import { plan } from '../plan.ts'
import { contentIn, numberIn, wordIn, type Row } from '../row.ts'
import type { Colour } from '../../sheet/book.ts'

const RESPONSES = ['avoid', 'reduce', 'transfer', 'accept'] as const
const STATES = ['open', 'watched', 'closed'] as const
const MOST = 5
const BAND_COLOURS = { low: 'grey', moderate: 'green', high: 'amber', extreme: 'red' } as const

/** Where bands begin, the worst first: those of RISK_SCORE, which people may type over in the sheet. */
const BANDS = [
  { band: 'extreme', label: 'Extreme from', from: 15 },
  { band: 'high', label: 'High from', from: 8 },
  { band: 'moderate', label: 'Moderate from', from: 4 },
] as const

function scoreFormula(likelihood: string, impact: string): string {
  const both = `{{${likelihood}}}, {{${impact}}}`
  const isOnScale = `AND(MIN(${both})>=1, MAX(${both})<=${MOST})`
  return `=IF(COUNT(${both})=2, IF(${isOnScale}, {{${likelihood}}}*{{${impact}}}, ""), "")`
}

function bandFormula(score: string): string {
  const words = BANDS.reduceRight<string>((milder, { band, label, from }) => {
    const typed = `{{Risks!${label}:beside}}`
    return `IF({{${score}}}>=IF(ISNUMBER(${typed}), ${typed}, ${from}), "${band}", ${milder})`
  }, '"low"')
  return `=IF(ISNUMBER({{${score}}}), ${words}, "")`
}

export const risks = plan({
  name: 'Risks',
  noun: ['risk', 'risks'],
  goal: 'Plan ahead',
  place: 3,
  question: 'What may go wrong, and what do we do about it?',
  about:
    'What may happen, what would follow, how likely and how bad it is from 1 to 5. Score and band follow, before and after what is done about it. Type other numbers beside “Extreme from”, “High from” and “Moderate from” if your bands begin elsewhere.',
  key: 'If',
  nameless: 'Risk without a name',
  details: ['Band', 'Response', 'Owner'],
  columns: [
    {
      title: 'If',
      width: 240,
      kind: 'text',
      required: true,
      help: 'What may happen, such as: the only supplier fails.',
    },
    { title: 'Then', width: 240, kind: 'text', isLong: true, help: 'What would follow for customers and for you.' },
    {
      title: 'Category',
      width: 110,
      kind: 'text',
      recalls: true,
      help: 'What it is about, such as supply, quality, people or law.',
    },
    path,
    { title: 'Likelihood', width: 85, kind: 'number', range: [1, MOST], help: 'From 1 (rare) to 5 (almost certain).' },
    { title: 'Impact', width: 70, kind: 'number', range: [1, MOST], help: 'From 1 (negligible) to 5 (catastrophic).' },
    {
      title: 'Score',
      width: 60,
      kind: 'any',
      by: 'formula',
      formula: scoreFormula('Likelihood', 'Impact'),
      help: 'Likelihood times impact, as RISK_SCORE has it: a live formula.',
    },
    {
      title: 'Band',
      width: 80,
      kind: 'any',
      by: 'formula',
      colours: BAND_COLOURS,
      formula: bandFormula('Score'),
      help: 'Low, moderate, high or extreme, by the score.',
    },
    {
      title: 'Response',
      width: 85,
      kind: 'text',
      choices: RESPONSES,
      help: 'Avoid it, reduce it, transfer it to others, or accept it.',
    },
    {
      title: 'Mitigation',
      width: 240,
      kind: 'text',
      isLong: true,
      help: 'What is done so that it is less likely or less bad.',
    },
    { title: 'Trigger', width: 200, kind: 'text', help: 'The sign by which you notice that it begins.' },
    { title: 'Due', width: 90, kind: 'date', help: 'By when the mitigation is to be in place.' },
    {
      title: 'Likelihood after',
      width: 125,
      kind: 'number',
      range: [1, MOST],
      help: 'How likely it remains once the mitigation is in place, 1 to 5.',
    },
    {
      title: 'Impact after',
      width: 100,
      kind: 'number',
      range: [1, MOST],
      help: 'How bad it would still be once the mitigation is in place, 1 to 5.',
    },
    {
      title: 'Score after',
      width: 95,
      kind: 'any',
      by: 'formula',
      formula: scoreFormula('Likelihood after', 'Impact after'),
      help: 'What remains: a live formula.',
    },
    {
      title: 'Band after',
      width: 85,
      kind: 'any',
      by: 'formula',
      colours: BAND_COLOURS,
      formula: bandFormula('Score after'),
      help: 'The band of what remains.',
    },
    { title: 'State', width: 75, kind: 'text', choices: STATES, help: 'Open, watched, or closed.' },
    owner,
    reviewedOn,
    every,
    id,
  ],
  form: [
    'If',
    'Then',
    'Likelihood',
    'Impact',
    'Response',
    'Mitigation',
    'Owner',
    'Due',
    'Likelihood after',
    'Impact after',
    'Trigger',
    'State',
    'Category',
    'Path',
    'Every',
  ],
  groups: [
    { title: 'Band', none: 'No band' },
    { title: 'Category', none: 'No category' },
    { title: 'Response', none: 'No response' },
    { title: 'State', none: 'No state' },
    { title: 'Path', none: 'No path' },
    { title: 'Owner', none: 'No owner' },
  ],
  checks: [
    check(
      ['Band', 'Mitigation', 'State'],
      (row) =>
        isOpen(row) && isWord(row, 'Band', 'extreme') && wordIn(row, 'Mitigation') === ''
          ? 'Extreme without a mitigation. Say what is done about it, by whom and by when.'
          : '',
      { level: 'red', filter: 'no mitigation' },
    ),
    overdue(
      'Due',
      (row) => !isOpen(row),
      (days) =>
        `Its mitigation was due ${daysText(days)} ago and the risk is not closed. Close it, or give another day.`,
      { filter: 'late' },
    ),
    check(
      ['Likelihood', 'Impact'],
      (row) =>
        contentIn(row, 'Likelihood') === '' || contentIn(row, 'Impact') === ''
          ? 'Nobody has judged it yet: say how likely and how bad it is, from 1 to 5.'
          : '',
      { filter: 'not judged' },
    ),
    blank('Response', 'Nobody has decided on it: avoid, reduce, transfer or accept it.', 'no response'),
    check(['Score', 'Score after', 'Response'], unmoved, { filter: 'no smaller' }),
    check(
      ['Mitigation', 'Response', 'Likelihood after', 'Impact after'],
      (row) =>
        wordIn(row, 'Mitigation') !== '' &&
        !isWord(row, 'Response', 'accept') &&
        (contentIn(row, 'Likelihood after') === '' || contentIn(row, 'Impact after') === '')
          ? 'Nobody has said what remains: give likelihood and impact after the mitigation.'
          : '',
      { filter: 'remains unjudged' },
    ),
    check(
      ['State', 'Band', 'Band after'],
      (row) => {
        const left = wordIn(row, 'Band after') || wordIn(row, 'Band')
        return isWord(row, 'State', 'closed') && left.toLowerCase() === 'extreme'
          ? 'Closed, though what remains is extreme. Open it again, or judge anew what remains.'
          : ''
      },
      { level: 'red', filter: 'closed too soon' },
    ),
    check(
      ['Trigger', 'State'],
      (row) => (isOpen(row) && wordIn(row, 'Trigger') === '' ? 'Nothing tells when it begins. Name a trigger.' : ''),
      { filter: 'no trigger' },
    ),
    unowned('Owner'),
    reviewDue('Reviewed on'),
  ],
  library: { label: 'About', heading: 'Risks to start from', by: 'Category', says: 'Then', sets: riskSets },
  summary: [
    { label: 'Extreme and not closed', formula: '=COUNTIFS({{Band:column}}, "extreme", {{State:column}}, "<>closed")' },
    ...BANDS.map(({ label, from }) => ({ label, value: from })),
  ],
  crosses: [
    {
      heading: 'Likelihood by impact',
      down: 'Likelihood',
      downWords: ['5', '4', '3', '2', '1'],
      across: 'Impact',
      acrossWords: ['1', '2', '3', '4', '5'],
      colour: (likelihood, impact, told) => bandColour(Number(likelihood) * Number(impact), told),
    },
  ],
})

/** The colour of a score, by the bands as people have typed them. */
function bandColour(score: number, told: (label: string) => number | null): Colour {
  const reached = BANDS.find(({ label, from }) => score >= (told(label) ?? from))
  return BAND_COLOURS[reached?.band ?? 'low']
}

function unmoved(row: Row): string {
  const [before, after] = [numberIn(row, 'Score'), numberIn(row, 'Score after')]
  if (before === null || after === null || after < before) return ''
  // Who accepts a risk leaves it as it is.
  if (after === before && isWord(row, 'Response', 'accept')) return ''
  return after > before
    ? `What remains is greater: ${after} after ${before}. Judge it anew.`
    : `What remains is no smaller: ${after} before and after. Do more, or accept it.`
}

function isOpen(row: Row): boolean {
  return !isWord(row, 'State', 'closed')
}

function isWord(row: Row, title: string, word: string): boolean {
  return wordIn(row, title).toLowerCase() === word
}
