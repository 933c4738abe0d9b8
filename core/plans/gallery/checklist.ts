import { bothOrAll, check, daysText, notDays, notFuture, overdue, rowsText, twice } from '../check.ts'
import { id, owner, path } from '../commonColumns.ts'
import { checklists } from '../libraries/checklist.ts'
import { plan } from '../plan.ts'
import { isBlank, wordIn, type Row } from '../row.ts'

const ANSWERS = ['product', 'customer', 'hybrid'] as const
const STATES = ['done', 'open', 'overdue', 'not needed'] as const

export const checklist = plan({
  name: 'Checklist',
  noun: ['step', 'steps'],
  goal: 'Plan ahead',
  place: 6,
  question: 'What is to be done, by whom and by when, and how far are we?',
  about:
    'Steps in lists: a launch, the end of a product, a change of approach, training. Each has an owner and a day; how far a list is stands above it. One list has eight questions that show which approach suits you.',
  key: 'Step',
  nameless: 'Step without a name',
  details: ['State', 'Owner', 'Due'],
  columns: [
    { title: 'Step', width: 320, kind: 'text', required: true, help: 'What is to be done, or a question to answer.' },
    {
      title: 'List',
      width: 170,
      kind: 'text',
      recalls: true,
      help: 'The list it belongs to: one sheet holds several.',
    },
    { title: 'Why', width: 300, kind: 'text', isLong: true, help: 'What it is good for.' },
    {
      title: 'Answer',
      width: 90,
      kind: 'text',
      choices: ANSWERS,
      help: 'For a question only: what is true of you, the product side, the customer side or both.',
    },
    { title: 'Due', width: 100, kind: 'date', help: 'Day by which it is to be done.' },
    {
      title: 'Done',
      width: 90,
      kind: 'text',
      choices: ['yes', 'not needed'],
      help: 'Yes once it is done, not needed where you do without it.',
    },
    { title: 'Done on', width: 100, kind: 'date', help: 'Day on which it was done.' },
    {
      title: 'State',
      width: 90,
      kind: 'text',
      by: 'formula',
      colours: { done: 'green', overdue: 'red', 'not needed': 'grey' },
      formula:
        '=IF({{Step}}="", "", IF({{Done}}="not needed", "not needed", IF(({{Done}}="yes")+ISNUMBER({{Done on}})+({{Answer}}<>"")>0, "done", IF(ISNUMBER({{Due}}), IF({{Due}}<TODAY(), "overdue", "open"), "open"))))',
      help: 'Done, open or overdue: a live formula. A question is done when it has an answer.',
    },
    path,
    owner,
    id,
  ],
  form: ['Step', 'List', 'Why', 'Answer', 'Owner', 'Due', 'Done', 'Done on', 'Path'],
  groups: [
    { title: 'List', none: 'No list', warning: progress },
    { title: 'State', none: 'No state yet' },
    { title: 'Owner', none: 'No owner' },
    { title: 'Path', none: 'No path' },
  ],
  checks: [
    overdue('Due', isOver, (days) => `Due ${daysText(days)} ago and not done. Do it, or move the day.`, {
      level: 'red',
      filter: 'overdue',
    }),
    check(
      ['Answer'],
      (row) => (isQuestion(row) && !isOver(row) ? 'Nobody has answered it: product, customer or hybrid.' : ''),
      {
        filter: 'no answer',
      },
    ),
    check(['Due'], (row) => (isTask(row) && isBlank(row, 'Due') ? 'There is no day by which it is to be done.' : ''), {
      filter: 'no day',
    }),
    check(['Owner'], (row) => (isTask(row) && isBlank(row, 'Owner') ? 'Nobody owns it.' : ''), { filter: 'no owner' }),
    check(
      ['Done', 'Done on'],
      (row) =>
        isWord(row, 'Done', 'yes') && isBlank(row, 'Done on') ? 'Done, and nobody knows when. Note the day.' : '',
      { filter: 'no date' },
    ),
    notDays(['Due', 'Done on']),
    notFuture(['Done on']),
  ],
  overall: [
    { columns: ['List', 'Answer'], find: reading },
    twice(
      ['Step', 'List'],
      (key, rows) => `${rowsText(rows)} are ${bothOrAll(rows)} “${key}”. Keep one, or say what differs.`,
    ),
  ],
  summary: [
    {
      label: 'Progress',
      format: '0%',
      formula: `=IF(${STATES.slice(0, 3).map(countOf).join('+')}=0, "", ${countOf('done')}/(${STATES.slice(0, 3).map(countOf).join('+')}))`,
    },
    { label: 'Steps done', format: '0', formula: `=${countOf('done')}` },
    { label: 'Still open', format: '0', formula: `=${countOf('open')}+${countOf('overdue')}` },
    { label: 'Overdue', format: '0', formula: `=${countOf('overdue')}` },
  ],
  crosses: [
    {
      heading: 'How far each list is',
      down: 'List',
      downWords: [],
      across: 'State',
      acrossWords: STATES.slice(0, 3),
      colour: (_, state) => (state === 'done' ? 'green' : state === 'overdue' ? 'red' : undefined),
    },
  ],
  library: { label: 'For', heading: 'Checklists to start from', by: 'List', says: 'Why', sets: checklists },
})

function countOf(state: (typeof STATES)[number]): string {
  return `COUNTIF({{State:column}}, "${state}")`
}

function isWord(row: Row, title: string, word: string): boolean {
  return wordIn(row, title).toLowerCase() === word
}

/** What the formula of State calls done or not needed. */
function isOver(row: Row): boolean {
  return isDone(row) || isWord(row, 'Done', 'not needed')
}

function isDone(row: Row): boolean {
  if (isWord(row, 'Done', 'not needed')) return false
  return isWord(row, 'Done', 'yes') || typeof row.values['Done on'] === 'number' || !isBlank(row, 'Answer')
}

/** Questions are answered rather than done, whenever somebody comes to it. */
function isQuestion(row: Row): boolean {
  return wordIn(row, 'Step').endsWith('?')
}

function isTask(row: Row): boolean {
  return !isQuestion(row) && !isOver(row)
}

/** “3 of 7 done.” */
function progress(rows: readonly Row[]): string {
  const needed = rows.filter((row) => !isWord(row, 'Done', 'not needed'))
  const done = needed.filter(isDone).length
  return done === needed.length ? '' : `${done} of ${needed.length} done.`
}

/** What the answers of each list of questions say together. */
function reading(rows: readonly Row[]): string[] {
  const lists = new Map<string, Row[]>()
  for (const row of rows) {
    if (isBlank(row, 'Answer') && !isQuestion(row)) continue
    const list = wordIn(row, 'List')
    lists.set(list.toLowerCase(), [...(lists.get(list.toLowerCase()) ?? []), row])
  }
  return [...lists.values()].flatMap((own) => {
    const counts = ANSWERS.map((answer) => own.filter((row) => isWord(row, 'Answer', answer)).length)
    const answered = counts.reduce((sum, count) => sum + count, 0)
    if (answered === 0) return []
    const told = ANSWERS.flatMap((answer, i) => (counts[i]! > 0 ? [`${counts[i]} ${answer}`] : [])).join(', ')
    const asked = own.filter((row) => !isWord(row, 'Done', 'not needed')).length
    const list = wordIn(own[0]!, 'List')
    const named = list === '' ? '' : `${list}: `
    if (answered < asked) return [`${named}${told}, ${asked - answered} of ${asked} to answer.`]
    return [`${named}${told}. ${READINGS[approachOf(counts, answered)]}`]
  })
}

/** The side of more than half of the answers, or both. */
function approachOf(counts: readonly number[], answered: number): (typeof ANSWERS)[number] {
  return ANSWERS.find((_, i) => 2 * counts[i]! > answered) ?? 'hybrid'
}

const READINGS = {
  product: 'Product-based marketing suits you: win by what it does, and see that those who buy come back.',
  customer: 'Customer-based marketing suits you: win by knowing each customer, and see that the offer stays ahead.',
  hybrid:
    'A hybrid suits you: the product wins customers, the relation keeps them. Say for each segment which comes first.',
} as const
