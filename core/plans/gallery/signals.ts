import { check, reviewDue, unowned, type About } from '../check.ts'
import { every, id, linkColumns, owner, path, reviewedOn, STAGES } from '../commonColumns.ts'
import { trades } from '../libraries/signals.ts'
import { namesKpi } from '../linking.ts'
import { live, targetFits } from '../live.ts'
import { plan } from '../plan.ts'
import { numberIn, rowNamed, wordIn, type Row } from '../row.ts'
import { hasEnded, isMissed } from './promises.ts'

const link = { metric: 'Metric', value: 'Value', target: 'Target', status: 'Status' } as const

export const signals = plan({
  name: 'Signals',
  noun: ['cue', 'cues'],
  goal: 'Keep what we promise',
  place: 1,
  question: 'Which cues tell customers what to expect, and do they hold?',
  about:
    'A signal is anything that tells customers what to expect: the box, the size guide, the warranty, the speed of a reply. A matrix gives each of them an outcome for the customer, an owner, and a number that is live.',
  key: 'Cue',
  nameless: 'Cue without a name',
  details: ['Kind', 'Owner'],
  columns: [
    {
      title: 'Cue',
      width: 290,
      kind: 'text',
      required: true,
      help: 'What customers see, hold or hear, such as the box or the warranty.',
    },
    {
      title: 'Kind',
      width: 90,
      kind: 'text',
      choices: ['tangible', 'intangible'],
      help: 'Tangible can be seen or touched; intangible is known, felt or promised.',
    },
    {
      title: 'Role',
      width: 170,
      kind: 'text',
      choices: ['core offer', 'supporting service'],
      help: 'Part of what is sold, or of the service around it.',
    },
    path,
    {
      title: 'Stage',
      width: 100,
      kind: 'text',
      choices: STAGES,
      help: 'Where on the journey customers meet it.',
    },
    {
      title: 'Outcome',
      width: 180,
      kind: 'text',
      recalls: true,
      help: 'What the customer gains or believes because of it.',
    },
    { title: 'Promise', width: 70, kind: 'number', range: [1, 5], help: 'How much it promises, 1 to 5.' },
    { title: 'Delivery', width: 70, kind: 'number', range: [1, 5], help: 'How much is delivered, 1 to 5.' },
    {
      title: 'Backed by',
      width: 150,
      kind: 'text',
      recalls: true,
      suggests: { plan: 'Promises', title: 'Promise' },
      help: 'The policy, process or link that makes it true.',
    },
    owner,
    ...linkColumns({
      metric: 'The function or KPI that measures it.',
      target: 'What to reach, such as >= 85%.',
      width: 160,
    }),
    reviewedOn,
    { ...every, isOptional: true },
    {
      title: 'Channels',
      width: 90,
      kind: 'text',
      choices: ['online', 'offline', 'both'],
      isOptional: true,
      help: 'Where customers meet it: what is promised in one place is believed in the other.',
    },
    id,
  ],
  form: [
    'Cue',
    'Kind',
    'Outcome',
    'Owner',
    'Promise',
    'Delivery',
    'Backed by',
    'Stage',
    'Path',
    'Role',
    'Channels',
    'Every',
  ],
  link,
  groups: [
    { title: 'Outcome', none: 'No outcome', warning: coverageWarning },
    { title: 'Stage', none: 'No stage' },
    { title: 'Path', none: 'No path' },
    { title: 'Owner', none: 'No owner' },
    { title: 'Kind', none: 'No kind' },
    { title: 'Role', none: 'No role' },
  ],
  checks: [
    check(['Promise', 'Delivery'], overPromised, { level: 'red', filter: 'over-promised' }),
    check(
      ['Promise', 'Backed by'],
      (row) =>
        numberIn(row, 'Promise') !== null && wordIn(row, 'Backed by') === ''
          ? 'Nothing is behind the promise. Name the policy or process that makes it true.'
          : '',
      { level: 'red', filter: 'over-promised' },
    ),
    check(['Backed by'], brokenPromise, { level: 'red', filter: 'over-promised' }),
    check(
      ['Promise', 'Channels'],
      (row) => {
        const channel = wordIn(row, 'Channels').toLowerCase()
        if (numberIn(row, 'Promise') === null || (channel !== 'online' && channel !== 'offline')) return ''
        return `Promised ${channel} only. See that nothing says otherwise ${channel === 'online' ? 'offline' : 'online'}.`
      },
      { filter: 'one channel' },
    ),
    unowned('Owner'),
    live(link),
    namesKpi(link),
    targetFits(link),
    reviewDue('Reviewed on'),
  ],
  overall: [{ columns: ['Cue'], find: undefinedQuality }],
  library: { label: 'Trade', heading: 'Cues to start from', by: 'Kind', says: 'Outcome', sets: trades },
  asks: ['KPIs', 'Targets', 'History', 'Promises', 'Feedback'],
})

/** What is good is said before cues are judged by it. */
function undefinedQuality(rows: readonly Row[], { rowsOf }: About): string[] {
  const targets = rowsOf('Targets')
  if (rows.length === 0 || targets === null) return []
  const quality = rowNamed(targets, 'Metric', 'quality')
  return quality && wordIn(quality, 'Definition') !== ''
    ? []
    : ['Nobody has said what quality means to your customers. Add “Quality” to Targets with a definition.']
}

function overPromised(row: Row): string {
  const [promise, delivery] = [numberIn(row, 'Promise'), numberIn(row, 'Delivery')]
  if (promise === null || delivery === null || promise <= delivery) return ''
  return `Over-promised: ${promise} promised, ${delivery} delivered. Deliver more, or promise less.`
}

/** What backs it may be a row of Promises: then it rests on how that does. */
function brokenPromise(row: Row, { rowsOf, today }: About): string {
  const name = wordIn(row, 'Backed by')
  const promise = name === '' ? undefined : rowNamed(rowsOf('Promises') ?? [], 'Promise', name)
  if (!promise) return ''
  if (hasEnded(promise, today)) return `Its promise “${name}” has expired. Renew it, or name what backs the cue now.`
  return isMissed(promise) ? `Its promise “${name}” is missed. Keep it, or promise less.` : ''
}

/** Never rely on a single signal, or on one kind of them. */
function coverageWarning(rows: readonly Row[], outcome: string): string {
  if (outcome === '') return 'These cues lead to no outcome. Say what customers gain from each.'
  if (rows.length === 1) return 'Rests on a single cue. Add another, best of the other kind.'
  const kinds = new Set(rows.map((row) => wordIn(row, 'Kind').toLowerCase()).filter((kind) => kind !== ''))
  if (kinds.size !== 1) return ''
  const [only] = kinds
  return `Rests on ${only} cues only. Add ${only === 'tangible' ? 'an intangible' : 'a tangible'} one.`
}
