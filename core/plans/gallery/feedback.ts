import { joined } from '../../cell.ts'
import {
  blank,
  check,
  daysText,
  notDays,
  notFuture,
  notNumbers,
  overdue,
  rowsText,
  unowned,
  type About,
} from '../check.ts'
import { id, owner, path } from '../commonColumns.ts'
import { textTitles, unspokenThemes } from '../missedThemes.ts'
import { plan } from '../plan.ts'
import { confidence, impact, rice, RICE } from '../rice.ts'
import { isBlank, contentIn, dayIn, numberIn, wordIn, type Row } from '../row.ts'
import { signals } from './signals.ts'

const TYPES = ['idea', 'complaint', 'failure'] as const
const DAYS = ['Heard on', 'Decided on', 'Changed on', 'Told customer on', 'Next order'] as const
/** Days within which something is to be decided, and within which what was decided is to be done. */
const [TO_DECIDE, TO_CHANGE] = [30, 60]
/** Days within which a customer who complained is to order again, as RECOVERY_RATE has it. */
const WINDOW = 90

const heard = '{{Heard on:column}}'
/** The last day that the sheet knows of: until then those that wait have waited. */
const lastDay = `MAX(${heard}, {{Changed on:column}}, {{Next order:column}})`
const isComplaint = `(({{Type:column}}="complaint")+({{Type:column}}="failure"))`

/** The days of a column beside those on which it was heard, blank where there is none. Days that cannot be are left out. */
function daysAfter(title: string, rows: string): string {
  const column = `{{${title}:column}}`
  const counted = `ISNUMBER(${heard})*${rows}*(((ISNUMBER(${column})=FALSE)+(${column}>=${heard}))>0)`
  return `FILTER(${heard}, ${counted}), FILTER(IF(ISNUMBER(${column}), ${column}, ""), ${counted})`
}

export const feedback = plan({
  name: 'Feedback',
  noun: ['comment', 'comments'],
  goal: 'Follow the customer',
  place: 2,
  question: 'What did customers tell us, and what came of it?',
  about:
    'A loop for what customers say: who said it and when, what it is about, what was decided, what changed, and whether they were told. A complaint or a failure shows whether the customer ordered again.',
  key: 'Words',
  nameless: 'Comment without a word',
  details: ['Type', 'Customer', 'Theme'],
  columns: [
    { title: 'Words', width: 320, kind: 'text', required: true, isLong: true, help: 'What they said, in their words.' },
    { title: 'Heard on', width: 100, kind: 'date', help: 'Day on which it was heard.' },
    { title: 'Customer', width: 130, kind: 'text', recalls: true, help: 'Who said it, if that is known.' },
    {
      title: 'Type',
      width: 90,
      kind: 'text',
      choices: TYPES,
      help: 'An idea, a complaint, or a failure: something did not work for them.',
    },
    { title: 'Theme', width: 120, kind: 'text', recalls: true, help: 'What it is about, in a word that others share.' },
    {
      title: 'Reach',
      width: 70,
      kind: 'number',
      help: 'How many customers a change would reach, in the same period for all.',
    },
    impact,
    confidence,
    { title: 'Effort', width: 70, kind: 'number', help: 'Work that it takes, such as person-months.' },
    rice,
    {
      title: 'Decision',
      width: 90,
      kind: 'text',
      choices: ['do', 'later', 'no'],
      colours: { do: 'green', later: 'amber', no: 'grey' },
      help: 'What is to become of it.',
    },
    { title: 'Decided on', width: 100, kind: 'date', help: 'Day on which that was decided.' },
    { title: 'Changed on', width: 100, kind: 'date', help: 'Day since when it is better.' },
    {
      title: 'Told customer on',
      width: 130,
      kind: 'date',
      help: 'Day on which they were answered, or heard what came of it.',
    },
    { title: 'Compensation', width: 120, kind: 'any', help: 'What made good for it, such as a refund of 20.' },
    { title: 'Next order', width: 100, kind: 'date', help: 'Day of their first order after it. Blank is none yet.' },
    path,
    owner,
    id,
  ],
  form: [
    'Words',
    'Heard on',
    'Customer',
    'Type',
    'Theme',
    'Decision',
    'Decided on',
    'Owner',
    'Changed on',
    'Told customer on',
    'Compensation',
    'Next order',
    'Reach',
    'Impact',
    'Confidence',
    'Effort',
    'Path',
  ],
  groups: [
    { title: 'Theme', none: 'No theme' },
    { title: 'Type', none: 'No type' },
    { title: 'Decision', none: 'Nothing decided' },
    { title: 'Customer', none: 'Nobody named' },
    { title: 'Owner', none: 'No owner' },
    { title: 'Path', none: 'No path' },
  ],
  checks: [
    check(['Type', 'Told customer on', 'Compensation'], leftAlone, { level: 'red', filter: 'left alone' }),
    overdue(
      'Decided on',
      (row) => !isDue(row),
      (days) => `Decided ${daysText(days)} ago, and nothing has changed. Change it, or decide anew.`,
      {
        level: 'red',
        filter: 'not changed',
        allowed: TO_CHANGE,
      },
    ),
    check(['Changed on', 'Told customer on', 'Customer'], untold, { filter: 'not told' }),
    overdue(
      'Heard on',
      isDecided,
      (days) => `Heard ${daysText(days)} ago, and nothing is decided. Say do, later or no.`,
      {
        filter: 'undecided',
        allowed: TO_DECIDE,
      },
    ),
    check(
      ['Decision', 'Decided on'],
      (row) =>
        wordIn(row, 'Decision') !== '' && contentIn(row, 'Decided on') === ''
          ? 'Nobody knows when that was decided. Note the day.'
          : '',
      { filter: 'undated' },
    ),
    check(
      ['Heard on'],
      (row) => (contentIn(row, 'Heard on') === '' ? 'Nobody knows when it was heard. Note the day.' : ''),
      {
        filter: 'undated',
      },
    ),
    notNumbers(RICE),
    check(RICE, riceProblem, { filter: 'no score' }),
    notDays(DAYS),
    notFuture(DAYS),
    check(DAYS, tooEarly, { filter: 'no date' }),
    blank('Theme', 'It has no theme. Say in a word what it is about, as others do.', 'no theme'),
    unowned('Owner'),
  ],
  overall: [
    { columns: ['Decision', 'Decided on', 'Changed on'], find: notChanged },
    { columns: ['Theme'], find: inNoCue },
  ],
  summary: [
    {
      label: 'Median days to change',
      format: '0.0',
      formula: `=IF(COUNT(${heard})=0, "", IFERROR(TIME_TO_VALUE(${daysAfter('Changed on', '({{Decision:column}}<>"no")')}, "median", ${lastDay}), "fewer than half changed"))`,
    },
    {
      label: 'Ordered again after a complaint',
      format: '0%',
      formula: `=IF(COUNTIFS({{Type:column}}, "complaint", ${heard}, ">0")+COUNTIFS({{Type:column}}, "failure", ${heard}, ">0")=0, "", IFERROR(RECOVERY_RATE(${daysAfter('Next order', isComplaint)}, ${WINDOW}, ${lastDay}), "needs ${WINDOW} days"))`,
    },
    {
      label: 'Themes',
      format: '0',
      formula:
        '=IF(COUNTA({{Theme:column}})<2, 0, ROWS(UNIQUE(FILTER(LOWER(TRIM({{Theme:column}})), ({{Theme:column}}<>"")*(ROW({{Theme:column}})>1)))))',
    },
  ],
  crosses: [{ heading: 'Themes by type', down: 'Theme', downWords: [], across: 'Type', acrossWords: TYPES }],
  asks: ['Signals'],
})

function typeOf(row: Row): string {
  return wordIn(row, 'Type').toLowerCase()
}

function isDecided(row: Row): boolean {
  return wordIn(row, 'Decision') !== '' || !isBlank(row, 'Changed on')
}

/** It was decided that something changes, and nothing has. */
function isDue(row: Row): boolean {
  return wordIn(row, 'Decision').toLowerCase() === 'do' && isBlank(row, 'Changed on')
}

/** What went wrong may cost a customer; nothing said about it surely does. */
function leftAlone(row: Row): string {
  if (typeOf(row) !== 'failure' || !isBlank(row, 'Told customer on') || !isBlank(row, 'Compensation')) return ''
  return 'It failed for them, and they got neither an answer nor a compensation. Answer, and note the day.'
}

function untold(row: Row): string {
  const customer = wordIn(row, 'Customer')
  if (customer === '' || isBlank(row, 'Changed on') || !isBlank(row, 'Told customer on')) return ''
  return `Changed, customer not told. Tell ${customer} what came of it, and note the day.`
}

/** Nothing comes of a comment before it was heard; a row that says so counts in no number of the summary. */
function tooEarly(row: Row): string {
  const [first, ...others] = DAYS
  const heardOn = dayIn(row, first)
  const title = others.find((one) => heardOn !== null && Math.floor(dayIn(row, one) ?? Infinity) < Math.floor(heardOn))
  return title === undefined ? '' : `${title} is before the day on which it was heard. Mend one of the two.`
}

/** Why a row has no RICE though something of it is filled in. */
function riceProblem(row: Row): string {
  const filled = RICE.filter((title) => !isBlank(row, title))
  // That there is text where a number belongs is told by itself.
  if (filled.length === 0 || filled.some((title) => numberIn(row, title) === null)) return ''
  const below = filled.find((title) => numberIn(row, title)! < 0)
  if (below) return `${below} is below 0. Type what is meant.`
  const sure = numberIn(row, 'Confidence') ?? 0
  if (sure > 1) return `Confidence is a share: type ${Math.min(sure, 100)}% in place of ${sure}.`
  if (numberIn(row, 'Effort') === 0) return 'Effort is 0, so nothing can be shared by it. Type what it takes.'
  const missing = RICE.filter((title) => !filled.includes(title)).map((title) => title.toLowerCase())
  return missing.length === 0 ? '' : `RICE waits for ${joined(missing, 'and')}.`
}

function notChanged(rows: readonly Row[], { today }: About): string[] {
  const late = rows.filter((row) => {
    const day = dayIn(row, 'Decided on')
    return isDue(row) && day !== null && Math.floor(today) - Math.floor(day) > TO_CHANGE
  })
  if (late.length === 0) return []
  return [
    `${late.length} decided and not changed after ${TO_CHANGE} days. ${rowsText(late)}: change something, or decide anew.`,
  ]
}

/** More themes than these would hide what else is said. */
const SHOWN = 3

function inNoCue(rows: readonly Row[], { rowsOf }: About): string[] {
  const cues = rowsOf('Signals')
  if (cues === null) return []
  const themes = unspokenThemes(rows, cues, textTitles(signals))
  const told = themes.slice(0, SHOWN).map(({ word }) => `“${word}”`)
  if (told.length === 0) return []
  const others = themes.length - told.length
  const named =
    others > 0
      ? `${told.join(', ')} and ${others} more are themes`
      : told.length === 1
        ? `${told[0]} is a theme`
        : `${joined(told, 'and')} are themes`
  return [
    `${named} in no cue of Signals. Open Signals and choose “What do customers say that no cue speaks of?” to begin one.`,
  ]
}
