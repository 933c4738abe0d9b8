import {
  blank,
  check,
  daysText,
  eachPair,
  overdue,
  reviewDue,
  rowsText,
  bothOrAll,
  twice,
  unowned,
  type About,
} from '../check.ts'
import { every, id, owner, path, PATHS, reviewedOn, STAGES } from '../commonColumns.ts'
import { contentSets } from '../libraries/content.ts'
import { plan } from '../plan.ts'
import { contentIn, numberIn, rowNamed, wordIn, type Row } from '../row.ts'

const TYPES = ['article', 'guide', 'comparison', 'case study', 'video', 'webinar', 'tool', 'e-mail', 'page'] as const
const INTENTS = ['transactional', 'product', 'problem', 'long tail'] as const
const EVIDENCE = ['usage data', 'testimonial', 'case', 'pilot', 'guarantee', 'research'] as const
const STATES = ['idea', 'in work', 'ready', 'published'] as const
/** After so many days a piece that nobody has counted visits of was not looked after. */
const COUNTED_BY = 30

export const content = plan({
  name: 'Content',
  noun: ['piece', 'pieces'],
  goal: 'Plan ahead',
  place: 1,
  question: 'Which piece of content meets whom at which stage, and what comes next?',
  about:
    'Two content plans in one sheet, kept apart by their path: what speaks of the product, and what speaks of the service around it. Each piece has a stage, the intent of the search that it answers, a person it is for, evidence, and the piece or page that it leads to.',
  key: 'Title',
  nameless: 'Piece without a title',
  details: ['Stage', 'State', 'Owner'],
  columns: [
    { title: 'Title', width: 280, kind: 'text', required: true, help: 'What people read first.' },
    path,
    { title: 'Type', width: 95, kind: 'text', choices: TYPES, help: 'What it is.' },
    {
      title: 'Pillar',
      width: 130,
      kind: 'text',
      recalls: true,
      help: 'The theme it belongs to, one of the few you stand for.',
    },
    {
      title: 'Intent',
      width: 105,
      kind: 'text',
      choices: INTENTS,
      help: 'What people search who find it: to buy, a product, a problem they have, or a rare question.',
    },
    { title: 'Stage', width: 95, kind: 'text', choices: STAGES, help: 'Where on the journey its readers are.' },
    { title: 'Persona', width: 140, kind: 'text', recalls: true, help: 'Whom it is for.' },
    { title: 'Evidence', width: 100, kind: 'text', choices: EVIDENCE, help: 'What proves what it says.' },
    {
      title: 'Leads to',
      width: 240,
      kind: 'text',
      from: { plan: 'Content', title: 'Title' },
      help: 'The next piece, by its title, or the page where readers go on.',
    },
    { title: 'Due', width: 90, kind: 'date', help: 'The day it is to be published.' },
    { title: 'State', width: 90, kind: 'text', choices: STATES, help: 'How far it is.' },
    { title: 'Searches', width: 80, kind: 'number', help: 'How often a month people search for what it answers.' },
    { title: 'Visits', width: 70, kind: 'number', help: 'How often it was visited last month.' },
    { title: 'Leads', width: 65, kind: 'number', help: 'How many of those visits became a lead.' },
    {
      title: 'Lead rate',
      width: 80,
      kind: 'any',
      by: 'formula',
      format: '0.0%',
      formula: '=IF(COUNT({{Visits}}, {{Leads}})=2, IF({{Visits}}>0, {{Leads}}/{{Visits}}, ""), "")',
      help: 'Leads of all visits: a live formula.',
    },
    owner,
    reviewedOn,
    every,
    id,
  ],
  form: [
    'Title',
    'Path',
    'Stage',
    'Intent',
    'Type',
    'Persona',
    'Evidence',
    'Leads to',
    'Owner',
    'Due',
    'State',
    'Pillar',
    'Searches',
    'Visits',
    'Leads',
    'Every',
  ],
  groups: [
    { title: 'Stage', none: 'No stage' },
    { title: 'Path', none: 'No path', warning: noProblem },
    { title: 'State', none: 'No state' },
    { title: 'Pillar', none: 'No pillar' },
    { title: 'Intent', none: 'No intent' },
    { title: 'Persona', none: 'No persona' },
    { title: 'Owner', none: 'No owner' },
  ],
  checks: [
    overdue('Due', isPublished, (days) => `Due ${daysText(days)} ago. Publish it, or give it another day.`, {
      level: 'red',
      filter: 'late',
    }),
    check(['Title', 'Leads to', 'Path'], onward, { filter: 'leads nowhere' }),
    blank('Evidence', 'Nothing proves what it says. Choose the evidence that it shows.', 'no evidence'),
    blank('Persona', 'Nobody has said whom it is for.', 'no persona'),
    check(['Path'], (row) => (wordIn(row, 'Path') === '' ? 'Which story does it tell? Choose its path.' : ''), {
      filter: 'no path',
    }),
    check(
      ['Due', 'State'],
      (row) => (contentIn(row, 'Due') === '' && !isPublished(row) ? 'No day is set for it.' : ''),
      { filter: 'no day' },
    ),
    check(['State', 'Due', 'Visits', 'Leads'], counted, { filter: 'not counted' }),
    unowned('Owner'),
    reviewDue('Reviewed on'),
  ],
  overall: [
    eachPair(['Stage', STAGES], ['Path', PATHS], (stage, word) => `Nothing for ${stage} on the ${word} path.`),
    twice(
      ['Title'],
      (key, rows) =>
        `${rowsText(rows)} are ${bothOrAll(rows)} called ${key}. Rename one: others lead to pieces by title.`,
    ),
  ],
  library: { label: 'For', heading: 'Pieces to start from', by: 'Stage', says: 'Intent', sets: contentSets },
  summary: [
    { label: 'Published', formula: '=COUNTIF({{State:column}}, "published")' },
    {
      label: 'Leads of all visits',
      formula:
        '=IF(SUM({{Visits:column}})>0, SUMIFS({{Leads:column}}, {{Visits:column}}, ">0")/SUM({{Visits:column}}), "")',
      format: '0.0%',
    },
  ],
  crosses: [
    { heading: 'Stage by path', down: 'Stage', downWords: STAGES, across: 'Path', acrossWords: PATHS },
    { heading: 'Intent by path', down: 'Intent', downWords: INTENTS, across: 'Path', acrossWords: PATHS },
  ],
  chart: { kind: 'bar', title: 'Leads by piece', labels: 'Title', series: ['Leads'], format: '0' },
})

function isPublished(row: Row): boolean {
  return wordIn(row, 'State').toLowerCase() === 'published'
}

/** A reader who is at the end of a piece goes on, and stays in the story of the path. */
function onward(row: Row, { rowsOf }: About): string {
  const [title, next, way] = ['Title', 'Leads to', 'Path'].map((one) => wordIn(row, one).toLowerCase())
  if (next === '') return 'Leads nowhere. Name the piece or the page that comes next.'
  if (next === title) return 'Leads to itself. Name the piece or the page that comes next.'
  const other = rowNamed(rowsOf('Content') ?? [], 'Title', next!)
  const there = other ? wordIn(other, 'Path').toLowerCase() : ''
  return way === '' || there === '' || there === way
    ? ''
    : `It is on the ${way} path and leads to “${wordIn(row, 'Leads to')}” on the ${there} path. Keep the two stories apart.`
}

function counted(row: Row, { today }: About): string {
  if (!isPublished(row)) return ''
  const [due, visits, leads] = [numberIn(row, 'Due'), numberIn(row, 'Visits'), numberIn(row, 'Leads')]
  if (visits === null) {
    return due !== null && today - due > COUNTED_BY ? 'Published, and nobody has counted its visits.' : ''
  }
  if (leads === null) return 'Visits alone say little. Count the leads that came of them.'
  return leads > visits ? `${leads} leads of ${visits} visits: one of the two is wrong.` : ''
}

/** What tells of features only is found by those who know the product already. */
function noProblem(rows: readonly Row[], name: string): string {
  if (name === '') return 'These tell no story yet. Choose a path for each.'
  const intents = rows.map((row) => wordIn(row, 'Intent').toLowerCase()).filter((word) => word !== '')
  return intents.length > 1 && !intents.includes('problem')
    ? 'Nothing here begins at a problem that people search for. Add such a piece.'
    : ''
}
