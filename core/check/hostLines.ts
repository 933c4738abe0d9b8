import type { Result } from '../metric.ts'
import type { HostName } from '../sheet/book.ts'
import { cellOf, cellsOf, LONG_LENGTH, wholeOf } from './data.ts'
import type { Line } from './line.ts'

/** What one kind of line is about: lines are numbered within it, new ones at its end. */
type Topic = [kind: string, ...lines: Trial[]]

interface Trial {
  tries: string
  formula: string
  gives: Result
  /** What hosts give that have their own way. */
  except?: Partial<Record<HostName, Result>>
  /** Where it is tried, if not everywhere. */
  hosts?: readonly HostName[]
}

/** Two months of customers: two began in the first, and one of them came back; one began in the second. */
const twoMonths = (first: number): Result => [
  ['cohort', 'customers', 0, 1],
  [first, 2, 1, 0.5],
  [first + 31, 1, 1, ''],
]
const THIRD = 100 / 3
const BOTH: readonly HostName[] = ['Google Sheets', 'Excel']

const topics: readonly Topic[] = [
  [
    'blank',
    { tries: 'blank cells are no answers', formula: `=NPS(${cellsOf('blanks')})`, gives: THIRD },
    { tries: 'empty texts are no answers', formula: `=NPS(${cellsOf('emptyTexts')})`, gives: THIRD },
    { tries: 'cells of spaces are no answers', formula: `=NPS(${cellsOf('spaces')})`, gives: THIRD },
    { tries: 'a zero is an answer, a blank beside it none', formula: `=NPS(${cellsOf('zeros')})`, gives: 50 },
    {
      tries: 'a blank cell as an option is its default',
      formula: `=LTV(100, 80%, 5%, 0, ${cellOf('blank')})`,
      gives: 1600,
    },
    {
      tries: 'a blank cell where a number must be is an error',
      formula: `=PCT_CHANGE(${cellOf('blank')}, 100)`,
      gives: '#VALUE!',
    },
    {
      tries: 'a blank date is one that is still to come',
      formula: `=BACKLOG(${cellsOf('opened')}, ${cellsOf('closed')}, "2026-02-28")`,
      gives: 1,
    },
  ],
  [
    'omitted',
    { tries: 'options left out at the end', formula: '=LTV(100, 80%, 5%)', gives: 1600 },
    { tries: 'an option left out in the middle', formula: '=LTV(100, 80%, 5%, 1%, , 2%)', gives: 80.8 / 0.041 },
    { tries: 'the first argument left out', formula: `=FCR(, ${cellsOf('flags')})`, gives: 0.75 },
  ],
  [
    'zone',
    {
      tries: 'a day stays in its month',
      formula: `=COHORT_RETENTION(${cellsOf('ids')}, ${cellsOf('midnights')})`,
      gives: twoMonths(46023),
    },
    {
      tries: 'late at night is still the same day',
      formula: `=COHORT_RETENTION(${cellsOf('ids')}, ${cellsOf('lateMoments')})`,
      gives: [
        ['cohort', 'customers', 0, 1],
        [46023, 1, 1, 1],
        [46054, 2, 1, ''],
      ],
    },
    {
      tries: 'the same in summer',
      formula: `=COHORT_RETENTION(${cellsOf('ids')}, ${cellsOf('summer')})`,
      gives: twoMonths(46204),
    },
    {
      tries: 'a time of day is that of the cell',
      formula: `=BUSINESS_HOURS(${cellOf('came')}, ${cellOf('done')}, 9, 17)`,
      gives: 2,
    },
    { tries: 'a moment that comes out', formula: `=SLA_DUE(${cellOf('came')}, 24)`, gives: 46087 + 40 / 24 },
    {
      tries: 'the night in which Europe changes its clocks',
      formula: `=RESPONSE_TIME(${cellOf('clockChange', 1)}, ${cellOf('clockChange', 2)})`,
      gives: 2,
    },
    {
      tries: 'the night in which America changes its clocks',
      formula: `=RESPONSE_TIME(${cellOf('clockChange', 3)}, ${cellOf('clockChange', 4)})`,
      gives: 2,
    },
  ],
  [
    'date',
    {
      tries: 'days made by DATE are days of the 1900 system',
      formula: `=COHORT_RETENTION(${cellsOf('ids')}, ${cellsOf('madeDays')})`,
      gives: twoMonths(46023),
    },
    {
      tries: 'days as text',
      formula: `=COHORT_RETENTION(${cellsOf('ids')}, ${cellsOf('textDays')})`,
      gives: twoMonths(46023),
    },
    {
      tries: 'a day that is calculated in the formula',
      formula: `=BACKLOG(${cellsOf('opened')}, ${cellsOf('closed')}, DATE(2026,1,31))`,
      gives: 2,
    },
  ],
  [
    'error',
    { tries: 'an error among cells comes back', formula: `=NPS(${cellsOf('notAvailable')})`, gives: '#N/A' },
    { tries: 'a division by zero among cells', formula: `=NPS(${cellsOf('divided')})`, gives: '#DIV/0!' },
    {
      tries: 'an impossible number among cells',
      formula: `=NPS(${cellsOf('noNumber')})`,
      gives: '#NUM!',
      // The engine has one error for what cannot be worked out.
      except: { workbench: '#ERROR' },
    },
    { tries: 'an unknown name among cells', formula: `=NPS(${cellsOf('noName')})`, gives: '#NAME?' },
    {
      tries: 'an error as a single cell',
      formula: `=LTV(${cellOf('notAvailable', 2)}, 80%, 5%)`,
      gives: '#N/A',
    },
    { tries: 'IFERROR takes our errors', formula: `=IFERROR(NPS(${cellsOf('divided')}), "caught")`, gives: 'caught' },
    { tries: 'ISERROR sees our errors', formula: '=ISERROR(LTV(100, 80%, 0))', gives: true },
  ],
  [
    'column',
    { tries: 'a whole column', formula: `=NPS(${wholeOf('wholeScores')})`, gives: 25 },
    {
      tries: 'two whole columns beside each other',
      formula: `=COHORT_RETENTION(${wholeOf('wholeIds')}, ${wholeOf('wholeDates')})`,
      gives: twoMonths(46023),
    },
  ],
  [
    'spill',
    {
      tries: 'a table fills its cells',
      formula: `=FUNNEL(${cellsOf('stages')}, ${cellsOf('counts')})`,
      gives: [
        ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off'],
        ['Visit', 1000, '', 1, ''],
        ['Trial', 200, 0.2, 0.2, 800],
        ['Paid', 50, 0.25, 0.05, 150],
      ],
    },
    {
      tries: 'a value for each row',
      formula: `=BUSINESS_HOURS(${cellsOf('came')}, ${cellsOf('done')}, 9, 17)`,
      gives: [[2], [11]],
    },
    {
      tries: 'one cell of a table',
      formula: `=INDEX(FUNNEL(${cellsOf('stages')}, ${cellsOf('counts')}), 3, 3)`,
      gives: 0.2,
    },
  ],
  [
    'locale',
    { tries: 'commas between arguments, points in decimals', formula: '=LTV(50.5, 0.8, 0.04)', gives: 1010 },
    { tries: 'rows and columns of a block in the formula', formula: '=NPS({10,9;8,6})', gives: 25 },
    { tries: 'amounts as text', formula: `=ARPU(${cellsOf('amounts')}, 2)`, gives: 1617.25 },
  ],
  [
    'text',
    {
      tries: 'texts that begin with = or an apostrophe, and quotes',
      formula: `=REASON_PARETO(${cellsOf('signs')})`,
      gives: [
        ['reason', 'count', 'share', 'cumulative'],
        ['=late', 3, 0.5, 0.5],
        ["'tis late", 2, 1 / 3, 5 / 6],
        ['"late"', 1, 1 / 6, 1],
      ],
    },
    {
      tries: 'digits as text stay text',
      formula: `=REASON_PARETO(${cellsOf('codes')})`,
      gives: [
        ['reason', 'count', 'share', 'cumulative'],
        ['007', 2, 2 / 3, 2 / 3],
        ['7', 1, 1 / 3, 1],
      ],
    },
    {
      tries: 'letters beyond English',
      formula: `=REASON_PARETO(${cellsOf('letters')})`,
      gives: [
        ['reason', 'count', 'share', 'cumulative'],
        ['Größe 👍', 2, 2 / 3, 2 / 3],
        ['日本', 1, 1 / 3, 1],
      ],
    },
    {
      tries: 'a text of more than 255 characters arrives whole',
      formula: `=LEN(INDEX(REASON_PARETO(${cellsOf('long')}), 2, 1))`,
      gives: LONG_LENGTH,
    },
    { tries: 'numbers as text are numbers', formula: `=NPS(${cellsOf('textNumbers')})`, gives: THIRD },
    {
      tries: 'quotes within a formula',
      formula: '=LEN(INDEX(REASON_PARETO({"too ""late"""}), 2, 1))',
      gives: 10,
      // The engine reads no doubled quotes.
      hosts: BOTH,
    },
  ],
  [
    'format',
    {
      tries: 'cells shown as percentages',
      formula: `=LTV(${cellOf('money')}, ${cellOf('percents', 1)}, ${cellOf('percents', 2)})`,
      gives: 1600,
    },
    {
      tries: 'what a cell holds counts, not what it shows',
      formula: `=LTV(100, 80%, ${cellOf('percents', 3)})`,
      gives: 80 / 0.126,
    },
    {
      tries: 'durations, where hours are asked for',
      formula: `=RESPONSE_TIME(${cellsOf('durations')})`,
      gives: 3,
      // Excel does not tell a duration from a number of days.
      except: { Excel: 1 / 8 },
    },
    { tries: 'TRUE and FALSE', formula: `=SHARE_OF(${cellsOf('flags')})`, gives: 0.75 },
  ],
  [
    'nested',
    { tries: 'a function of ours within another', formula: '=LTV_CAC(LTV(100, 80%, 5%), 400)', gives: 4 },
    {
      tries: 'within a function of the spreadsheet',
      formula: `=IF(NPS(${cellsOf('blanks')})>0, "above", "below")`,
      gives: 'above',
    },
    { tries: 'a cell that waits for one of ours', formula: `=LTV_CAC(${cellOf('own')}, 400)`, gives: 4 },
    { tries: 'LET around ours', formula: '=LET(rate, 5%, LTV(100, 80%, rate))', gives: 1600, hosts: BOTH },
    {
      tries: 'LET of ours, used twice',
      formula: `=LET(score, NPS(${cellsOf('zeros')}), score/score)`,
      gives: 1,
      hosts: BOTH,
    },
  ],
  [
    'clock',
    {
      tries: 'a formula that depends on NOW is refused',
      formula: '=PCT_CHANGE(NOW()*0+120, 100)',
      gives: '#VALUE!',
      hosts: ['Google Sheets'],
    },
    {
      tries: 'one that depends on TODAY is not',
      formula: `=BACKLOG(${cellsOf('opened')}, ${cellsOf('closed')}, TODAY())`,
      gives: 1,
    },
  ],
]

/** What spreadsheets do differently, as this one is to do it. */
export function hostLines(host: HostName): Line[] {
  return topics.flatMap(([kind, ...trials]) =>
    trials.flatMap(({ tries, formula, gives, except, hosts }, i) =>
      hosts && !hosts.includes(host)
        ? []
        : [{ id: `${kind} ${i + 1}`, tries, formula, gives: except?.[host] ?? gives }],
    ),
  )
}
