import { bothOrAll, check, daysText, notDays, notNumbers, overdue, rowsText, twice, unowned } from '../check.ts'
import { id, owner, path } from '../commonColumns.ts'
import { plan } from '../plan.ts'
import { KEPT_LABELS, NO_LONGER, USUAL_DAYS } from '../renewals/sources.ts'
import { dayIn, wordIn, type Row } from '../row.ts'

const STATES = ['to contact', 'in talks', 'renewed', 'leaving'] as const
/** So close to its end a contract has a next step. */
const CLOSE = 30

/** The day after the last of those to look ahead to, as a criterion. */
const ahead = '{{Renewals!Days ahead:beside}}'
const until = `"<"&(TODAY()+1+IF(ISNUMBER(${ahead}), ${ahead}, ${USUAL_DAYS}))`

export const renewals = plan({
  name: 'Renewals',
  noun: ['customer', 'customers'],
  goal: 'Plan ahead',
  place: 5,
  question: 'Which contracts end soon, which customers fall silent, and who does what?',
  about:
    'A list to work before it is too late: whose contract ends in the coming days, and which good customers have stopped ordering. It is refreshed from your own log; what you note about a customer stays with them.',
  key: 'Customer',
  nameless: 'Customer without a name',
  details: ['State', 'Name', 'Why here'],
  columns: [
    { title: 'Customer', width: 130, kind: 'text', required: true, help: 'Id or name, as the log has it.' },
    { title: 'Name', width: 140, kind: 'text', help: 'What people call them, if the log has ids.' },
    {
      title: 'Ends on',
      width: 100,
      kind: 'date',
      help: 'Last day of the contract that ends first. What you type over it stays.',
    },
    {
      title: 'Days',
      width: 60,
      kind: 'any',
      by: 'formula',
      format: '0',
      formula: '=IF(ISNUMBER({{Ends on}}), IF({{Ends on}}>0, INT({{Ends on}})-TODAY(), ""), "")',
      help: 'Days until it ends, below 0 where it has.',
    },
    {
      title: 'Value',
      width: 90,
      kind: 'money',
      help: 'What their contracts are worth, else all their orders so far. What you type over it stays.',
    },
    {
      title: 'Chance',
      width: 80,
      kind: 'share',
      by: 'sidebar',
      help: 'That they are a customer still, by P_ALIVE. Blank after one order only.',
    },
    { title: 'Segment', width: 120, kind: 'text', by: 'sidebar', help: 'Their segment by RFM, such as At risk.' },
    { title: 'Why here', width: 400, kind: 'text', by: 'sidebar', help: 'What the log said when it was read last.' },
    {
      title: 'State',
      width: 90,
      kind: 'text',
      choices: STATES,
      colours: { 'to contact': 'grey', 'in talks': 'amber', renewed: 'green', leaving: 'red' },
      help: 'How far you are with them.',
    },
    { title: 'Next step', width: 200, kind: 'text', recalls: true, help: 'What happens next, and by whom.' },
    { title: 'Note', width: 220, kind: 'text', isLong: true, help: 'What is to be remembered of them.' },
    path,
    owner,
    {
      title: 'As read',
      width: 70,
      kind: 'text',
      muted: true,
      by: 'sidebar',
      help: 'End and value as the log had them, so that yours are known. Leave it as it is.',
    },
    id,
  ],
  form: ['Customer', 'Name', 'State', 'Next step', 'Owner', 'Note', 'Ends on', 'Value', 'Path'],
  groups: [
    { title: 'State', none: 'No state yet' },
    { title: 'Segment', none: 'No orders read' },
    { title: 'Owner', none: 'No owner' },
    { title: 'Path', none: 'No path' },
  ],
  checks: [
    overdue(
      'Ends on',
      isOver,
      (days) => `Its contract ended ${daysText(days)} ago. Note what came of it: renewed or leaving.`,
      {
        level: 'red',
        filter: 'ended',
      },
    ),
    check(['Ends on', 'Next step'], unprepared, { level: 'red', filter: 'no next step' }),
    check(
      ['Why here'],
      (row) =>
        wordIn(row, 'Why here') === NO_LONGER
          ? 'It is no longer due or at risk. Remove it when you need your notes no more.'
          : '',
      { filter: 'no longer due' },
    ),
    notDays(['Ends on']),
    notNumbers(['Value']),
    check(
      ['Ends on', 'Next step'],
      (row, about) =>
        wordIn(row, 'Next step') === '' && !isOver(row) && unprepared(row, about) === ''
          ? 'Nobody has said what happens next.'
          : '',
      { filter: 'no next step' },
    ),
    unowned('Owner'),
  ],
  overall: [
    twice(
      ['Customer'],
      (key, rows) => `${rowsText(rows)} are ${bothOrAll(rows)} ${key}. Keep one: the first is refreshed.`,
    ),
  ],
  summary: [
    {
      label: 'Contracts ending',
      format: '0',
      formula: `=COUNTIFS({{Ends on:column}}, ">="&TODAY(), {{Ends on:column}}, ${until})`,
    },
    {
      label: 'Their value',
      format: '#,##0',
      formula: `=SUMIFS({{Value:column}}, {{Ends on:column}}, ">="&TODAY(), {{Ends on:column}}, ${until})`,
    },
    { label: 'Days ahead', value: USUAL_DAYS },
    ...KEPT_LABELS.map((label) => ({ label, value: null })),
  ],
})

/** What came of it is known. */
function isOver(row: Row): boolean {
  return ['renewed', 'leaving'].includes(wordIn(row, 'State').toLowerCase())
}

function unprepared(row: Row, { today }: { today: number }): string {
  const end = dayIn(row, 'Ends on')
  if (end === null || isOver(row) || wordIn(row, 'Next step') !== '') return ''
  const days = Math.floor(end) - Math.floor(today)
  if (days < 0 || days > CLOSE) return ''
  return `Its contract ends ${days === 0 ? 'today' : `in ${daysText(days)}`}, and there is no next step. Say what happens next.`
}
