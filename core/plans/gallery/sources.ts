import { check, blank, reviewDue, unowned, type About } from '../check.ts'
import { every, id, owner, path, reviewedOn } from '../commonColumns.ts'
import { plan } from '../plan.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { contentIn, dayIn, numberIn, wordIn, type Row } from '../row.ts'

export const sources = plan({
  name: 'Sources',
  noun: ['source', 'sources'],
  goal: 'See where we stand',
  place: 3,
  question: 'Where do our numbers come from, and are they fresh?',
  about:
    'One row for each place that data come from. Name the column of dates in its sheet, and how many days old the newest row may be: what is older is told here and at every KPI that rests on it.',
  key: 'Source',
  nameless: 'Source without a name',
  details: ['Sheet', 'Owner'],
  columns: [
    {
      title: 'Source',
      width: 160,
      kind: 'text',
      required: true,
      help: 'The system, such as CRM, product, web, marketing automation, sales or support.',
    },
    { title: 'Sheet', width: 140, kind: 'text', help: 'The sheet in this workbook that holds its data.' },
    {
      title: 'Newest row',
      width: 110,
      kind: 'any',
      format: 'yyyy-mm-dd',
      ofCells: '=MAX({{cells}})',
      help: 'The column of dates in that sheet: its latest day is shown.',
    },
    { title: 'Allowed days', width: 100, kind: 'number', help: 'How old the newest row may be, such as 1 or 7.' },
    {
      title: 'Age',
      width: 60,
      kind: 'any',
      by: 'formula',
      format: '0',
      formula: '=IF(ISNUMBER({{Newest row}}), IF({{Newest row}} > 0, MAX(0, TODAY() - INT({{Newest row}})), ""), "")',
      help: 'Days since the newest row: a live formula.',
    },
    path,
    owner,
    reviewedOn,
    every,
    id,
  ],
  form: ['Source', 'Sheet', 'Newest row', 'Allowed days', 'Owner', 'Path', 'Every'],
  groups: [
    { title: 'Owner', none: 'No owner' },
    { title: 'Path', none: 'No path' },
  ],
  checks: [
    check(['Newest row', 'Allowed days'], (row, about) => staleness(row, about), { level: 'red', filter: 'too old' }),
    check(['Newest row'], (row, { today }) => unread(row, today), { filter: 'no dates' }),
    blank('Allowed days', 'Nobody has said how old it may be.', 'no dates'),
    unowned('Owner'),
    reviewDue('Reviewed on'),
  ],
  library: {
    label: 'For',
    heading: 'Sources to start from',
    by: 'Path',
    says: 'Allowed days',
    sets: [
      {
        name: 'All businesses',
        rows: [
          { Source: 'Product', 'Allowed days': 1, Path: 'product' },
          { Source: 'Web', 'Allowed days': 1, Path: 'product' },
          { Source: 'Marketing automation', 'Allowed days': 7, Path: 'product' },
          { Source: 'Sales', 'Allowed days': 7, Path: 'product' },
          { Source: 'CRM', 'Allowed days': 7, Path: 'service' },
          { Source: 'Support', 'Allowed days': 1, Path: 'service' },
        ],
      },
    ],
  },
})

/** “Support is 9 days old, 7 allowed.” */
export function staleness(row: Row, { today }: Pick<About, 'today'>): string {
  const [newest, allowed] = [dayIn(row, 'Newest row'), numberIn(row, 'Allowed days')]
  if (newest === null || allowed === null) return ''
  const age = Math.floor(today) - Math.floor(newest)
  if (age <= allowed) return ''
  return `${wordIn(row, 'Source')} is ${age === 1 ? '1 day' : `${age} days`} old, ${allowed} allowed. Bring in newer data.`
}

function unread(row: Row, today: number): string {
  const formula = contentIn(row, 'Newest row')
  if (formula === '') return 'Nothing tells how fresh it is. Name its column of dates.'
  const shown = row.values['Newest row'] ?? null
  const newest = dayIn(row, 'Newest row')
  if (newest !== null && newest > today + 1) {
    return `Its newest row, ${isoText(Math.floor(newest))}, is still to come. Name a column of days that are past.`
  }
  if (shown === null || newest !== null) return ''
  if (typeof shown === 'string' && shown.startsWith('#'))
    return `Its newest row shows ${shown}. Name its column of dates again.`
  return `No date stands in ${formula.replace(/^=\w+\((.*)\)$/, '$1')}: if they are text, choose Data to mend them.`
}
