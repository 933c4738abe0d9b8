import { DATE, MOMENT } from '../../core/metric.ts'
import { serialOf } from '../../core/statistics/time/calendar.ts'
import { HEADER } from '../styles.ts'
import { statusColours, type Formula, type SheetPlan } from '../workbook.ts'
import { AS_OF } from './sampleData.ts'
import { formula, INPUT, NUMBER_HEADER, ONE_DECIMAL, PERCENT, RESULT, SECTION, SOFT, TITLE } from './sampleStyles.ts'

/** What a service manager looks at every morning. */
export function serviceDeskSheet(): SheetPlan {
  const calendar = '$C$5,$C$6,$C$7,$C$8:$E$8'
  const kpis: readonly [label: string, formula: string, target: string | Formula, format: string][] = [
    [
      'First reply within 2 working hours',
      `=SLA_COMPLIANCE(Tickets!B:B,Tickets!C:C,2,$C$9,${calendar})`,
      formula('=KPI_TARGET("SLA_COMPLIANCE","",Targets!A:D)'),
      PERCENT,
    ],
    ['Solved at first contact', '=FCR(Tickets!G:G,Tickets!H:H)', formula('=KPI_TARGET("FCR","",Targets!A:D)'), PERCENT],
    [
      'Working hours until solved, median',
      `=RESOLUTION_TIME(Tickets!B:B,Tickets!D:D,"median",${calendar})`,
      formula('=KPI_TARGET("RESOLUTION_TIME","",Targets!A:D)'),
      ONE_DECIMAL,
    ],
    ['Open cases', '=BACKLOG(Tickets!B:B,Tickets!D:D,$C$9)', formula('=KPI_TARGET("BACKLOG","",Targets!A:D)'), '0'],
    [
      'Shop was there in February',
      '=UPTIME(Outages!B:B,Outages!C:C,DATE(2026,2,1),DATE(2026,3,1))',
      formula('=KPI_TARGET("UPTIME","",Targets!A:D)'),
      '0.00%',
    ],
  ]
  const first = 13
  const last = first + kpis.length - 1
  return {
    name: 'Service desk',
    rows: [
      [null, 'Service desk'],
      [
        null,
        'How fast we answer, what we solve, what waits, and what customers write about. Blue cells can be changed.',
      ],
      [],
      [null, 'Working calendar'],
      [null, 'Opens', 8 / 24],
      [null, 'Closes', 18 / 24],
      [null, 'Workdays', 'Mon-Fri'],
      [null, 'Holidays', serialOf(2025, 12, 25), serialOf(2025, 12, 26), serialOf(2026, 1, 1)],
      [null, 'As of', AS_OF],
      [],
      [null, 'Are we on target?'],
      [null, null, 'Now', 'Target', 'Status', 'Formula'],
      ...kpis.map(([label, text, target], i): (string | Formula)[] => [
        '',
        label,
        formula(text),
        target,
        formula(`=KPI_STATUS(C${first + i},D${first + i})`),
        text.replace(/\$/g, ''),
      ]),
      [],
      [null, 'First reply by channel, median of working hours', null, null, null, 'Open cases by age'],
      [
        null,
        formula(`=METRIC_BY("RESPONSE_TIME",Tickets!E:E,Tickets!B:B,Tickets!C:C,"median",${calendar})`),
        null,
        null,
        null,
        formula('=BACKLOG_AGE(Tickets!B:B,Tickets!D:D,$C$9)'),
      ],
      ...Array.from({ length: 8 }, () => []),
      [null, 'What customers write about', null, null, null, 'Themes and their words'],
      [null, formula('=THEME_COUNT(Tickets!I2:I801,F30:I34)'), null, null, null, 'Late', 'late', 'weeks', 'never came'],
      [null, null, null, null, null, 'Damage', 'broken', 'rain'],
      [null, null, null, null, null, 'Invoice', 'invoice', 'charged', 'refund'],
      [null, null, null, null, null, 'Log-in', 'log in', 'login', 'password'],
      [null, null, null, null, null, 'Thanks', 'thank*', 'great'],
    ],
    columns: [
      { width: 28 },
      { width: 260 },
      { width: 110 },
      { width: 130 },
      { width: 100 },
      { width: 150 },
      { width: 90 },
      { width: 90 },
      { width: 90 },
    ],
    heights: { 0: 38, 3: 28, 10: 28, [last + 1]: 28, 28: 28 },
    styles: {
      B1: TITLE,
      B2: SOFT,
      'B4:E4': SECTION,
      'B11:I11': SECTION,
      B12: HEADER,
      C12: NUMBER_HEADER,
      'D12:I12': HEADER,
      'C5:C9': { ...INPUT, align: 'right' },
      'D8:E8': { ...INPUT, align: 'right' },
      [`C${first}:C${last}`]: RESULT,
      [`F${first}:F${last}`]: SOFT,
      [`B${last + 2}:D${last + 2}`]: SECTION,
      [`F${last + 2}:H${last + 2}`]: SECTION,
      [`B${last + 3}`]: HEADER,
      [`C${last + 3}:D${last + 3}`]: NUMBER_HEADER,
      [`F${last + 3}`]: HEADER,
      [`G${last + 3}:H${last + 3}`]: NUMBER_HEADER,
      'B29:D29': SECTION,
      'F29:I29': SECTION,
      B30: HEADER,
      'C30:D30': NUMBER_HEADER,
      'F30:I34': INPUT,
    },
    formats: {
      'C5:C6': 'hh:mm',
      'C8:E8': DATE,
      C9: MOMENT,
      ...Object.fromEntries(kpis.map(([, , , format], i) => [`C${first + i}`, format])),
      [`D${last + 4}:D${last + 6}`]: '0.00',
      [`H${last + 4}:H${last + 10}`]: '0%',
      'D31:D36': '0%',
    },
    colours: statusColours(`E${first}:E${last}`),
    gridLines: false,
  }
}
