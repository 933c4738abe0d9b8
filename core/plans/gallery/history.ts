import { check } from '../check.ts'
import { id, STATUS_COLOURS } from '../commonColumns.ts'
import { plan } from '../plan.ts'
import { MONTH } from '../shown.ts'
import { isAsClosed } from '../month/record.ts'

export const history = plan({
  name: 'History',
  noun: ['closed value', 'closed values'],
  goal: 'Close the month',
  place: 1,
  question: 'What was each KPI, month by month?',
  about:
    'What each month was closed with, one row for a KPI. Closing a month in the sidebar adds to it; trends and last month read it. It is a record: a row that is changed by hand is told.',
  key: 'KPI',
  nameless: 'Row without a KPI',
  details: ['Month', 'Segment', 'Target', 'Note'],
  isRecord: true,
  link: { metric: 'Metric', value: 'Value', target: 'Target', status: 'Status' },
  columns: [
    { title: 'Month', width: 80, kind: 'date', format: MONTH, by: 'sidebar', help: 'The month that was closed.' },
    { title: 'KPI', width: 220, kind: 'text', by: 'sidebar', help: 'What it was called then.' },
    { title: 'Metric', width: 150, kind: 'text', by: 'sidebar', help: 'The function that measured it.' },
    { title: 'Segment', width: 100, kind: 'text', by: 'sidebar', help: 'What it was for.' },
    { title: 'Value', width: 80, kind: 'any', by: 'sidebar', help: 'What it was when the month was closed.' },
    { title: 'Target', width: 100, kind: 'text', by: 'sidebar', help: 'What was to be reached then.' },
    {
      title: 'Status',
      width: 70,
      kind: 'text',
      by: 'sidebar',
      colours: STATUS_COLOURS,
      help: 'Green, amber or red at that time.',
    },
    { title: 'Definition', width: 240, kind: 'text', by: 'sidebar', help: 'The formula that gave the value.' },
    { title: 'Note', width: 240, kind: 'text', help: 'What is to be remembered of that month.' },
    {
      title: 'KPI id',
      width: 60,
      kind: 'text',
      muted: true,
      by: 'sidebar',
      help: 'The row in KPIs. Leave it as it is.',
    },
    {
      title: 'Mark',
      width: 60,
      kind: 'text',
      muted: true,
      by: 'sidebar',
      help: 'By which a change by hand is noticed. Leave it as it is.',
    },
    id,
  ],
  form: ['Note'],
  groups: [
    { title: 'Month', none: 'No month' },
    { title: 'KPI', none: 'No KPI' },
    { title: 'Status', none: 'No status' },
  ],
  checks: [
    check(
      ['Month', 'KPI', 'Value', 'Target', 'Status', 'KPI id', 'Mark'],
      (row) =>
        isAsClosed(row)
          ? ''
          : 'It was changed by hand after the month was closed. Ctrl+Z in the sheet, or an earlier version of the file, brings back what it was.',
      { level: 'red', filter: 'changed by hand' },
    ),
  ],
})
