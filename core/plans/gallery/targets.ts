import { findMetric } from '../../catalogue/catalogue.ts'
import { bothOrAll, check, reviewDue, rowsText, twice, unowned } from '../check.ts'
import { every, id, owner, path, reviewedOn } from '../commonColumns.ts'
import { targetSets } from '../libraries/targets.ts'
import { targetFits } from '../live.ts'
import { plan } from '../plan.ts'
import { wordIn } from '../row.ts'

export const targets = plan({
  name: 'Targets',
  noun: ['target', 'targets'],
  goal: 'See where we stand',
  place: 1,
  question: 'What do we aim for, for whom, and why?',
  about:
    'One place for what each metric is to reach, by segment where segments differ. KPI_TARGET reads it, so that every status in the workbook follows when a target changes here. What it was before and why it changed stays beside it.',
  key: 'Metric',
  nameless: 'Target without a metric',
  details: ['Segment', 'Target', 'Owner'],
  columns: [
    {
      title: 'Metric',
      width: 170,
      kind: 'text',
      required: true,
      recalls: true,
      help: 'Name of the function, such as CSAT, or of a KPI of your own.',
    },
    {
      title: 'Segment',
      width: 120,
      kind: 'text',
      recalls: true,
      help: 'Channel, region or product it is for. Blank is for all.',
    },
    { title: 'Target', width: 110, kind: 'text', help: 'What to reach, such as >= 85% or < 5 min.' },
    { title: 'Definition', width: 280, kind: 'text', isLong: true, help: 'What exactly is counted, and what is not.' },
    {
      title: 'Source',
      width: 130,
      kind: 'text',
      recalls: true,
      help: 'Where the data come from, or who set the target.',
    },
    path,
    owner,
    { title: 'Changed on', width: 100, kind: 'date', help: 'Since when it stands as it is.' },
    { title: 'Old target', width: 100, kind: 'text', help: 'What it was before.' },
    { title: 'Why', width: 240, kind: 'text', isLong: true, help: 'Why it was changed.' },
    reviewedOn,
    every,
    id,
  ],
  form: [
    'Metric',
    'Segment',
    'Target',
    'Why',
    'Definition',
    'Source',
    'Owner',
    'Path',
    'Changed on',
    'Old target',
    'Every',
  ],
  trail: { of: 'Target', old: 'Old target', on: 'Changed on', why: 'Why' },
  groups: [
    { title: 'Metric', none: 'No metric' },
    { title: 'Segment', none: 'For all segments' },
    { title: 'Path', none: 'No path' },
    { title: 'Owner', none: 'No owner' },
  ],
  checks: [
    check(
      ['Metric', 'Target', 'Definition'],
      (row) => {
        // A word of one's own that is only defined has none.
        const isDefined = wordIn(row, 'Definition') !== '' && !findMetric(wordIn(row, 'Metric').toUpperCase())
        return wordIn(row, 'Target') === '' && !isDefined ? 'It has no target yet.' : ''
      },
      { filter: 'no target' },
    ),
    targetFits({ metric: 'Metric', target: 'Target' }),
    check(
      ['Old target', 'Why'],
      (row) =>
        wordIn(row, 'Old target') !== '' && wordIn(row, 'Why') === ''
          ? `Changed from ${wordIn(row, 'Old target')} without a reason. Note why.`
          : '',
      { filter: 'no reason' },
    ),
    unowned('Owner'),
    reviewDue('Reviewed on'),
  ],
  overall: [
    twice(
      ['Metric', 'Segment'],
      (key, rows) => `${rowsText(rows)} are ${bothOrAll(rows)} for ${key}. Keep one: the first is used.`,
    ),
  ],
  library: {
    label: 'For',
    heading: 'Targets to start from',
    by: 'Path',
    says: 'Target',
    sets: targetSets,
  },
})
