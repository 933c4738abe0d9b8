import type { Style } from '@odoo/o-spreadsheet'
import { DATE, MOMENT } from '../core/sheet/looks.ts'
import { serialOf } from '../core/statistics/calendar.ts'
import { AS_OF, answers, orders, outages, tickets } from './sampleData.ts'
import {
  formula,
  INPUT,
  MONEY,
  NUMBER_HEADER,
  ONE_DECIMAL,
  PERCENT,
  RESULT,
  SECTION,
  SOFT,
  TITLE,
} from './sampleStyles.ts'
import { HEADER } from './styles.ts'
import { customerValueSheet, subscriptionSheet } from './sampleValue.ts'
import {
  addSheet,
  colourScale,
  statusColours,
  emptyWorkbook,
  type Formula,
  type SheetPlan,
  type Workbook,
} from './workbook.ts'

/** The workbook that a newcomer sees first: one sheet of answers, the models behind it, and the synthetic data. */
export function sampleWorkbook(): Workbook {
  const workbook = emptyWorkbook()
  for (const plan of [
    startSheet(),
    modelSheet(),
    customerValueSheet(),
    subscriptionSheet(),
    cohortSheet(),
    surveyResultSheet(),
    serviceDeskSheet(),
    targetsSheet(),
    dataSheet('Orders', ['order_id', 'customer_id', 'order_date', 'amount', 'channel'], orders(), {
      order_date: DATE,
      amount: MONEY,
    }),
    dataSheet('Survey', ['date', 'respondent', 'region', 'channel', 'recommend', 'satisfaction', 'effort'], answers(), {
      date: DATE,
    }),
    dataSheet(
      'Tickets',
      ['case_id', 'opened', 'first_reply', 'closed', 'channel', 'topic', 'contacts', 'resolved', 'comment'],
      tickets(),
      { opened: MOMENT, first_reply: MOMENT, closed: MOMENT },
    ),
    dataSheet('Outages', ['system', 'down_from', 'down_to'], outages(), { down_from: MOMENT, down_to: MOMENT }),
  ]) {
    addSheet(workbook, plan)
  }
  return workbook
}

interface Answer {
  label: string
  formula: string
  format: string
}

/** What each of three kinds of readers asks first, and the formula that answers it. */
const SECTIONS: readonly { title: string; answers: readonly Answer[] }[] = [
  {
    title: 'For marketers',
    answers: [
      { label: 'Would customers recommend us? (NPS)', formula: '=NPS(Survey!E:E)', format: ONE_DECIMAL },
      {
        label: 'What does it cost to win a customer?',
        formula: "=CAC('LTV model'!C12:C14, 'LTV model'!E12:E14, 'LTV model'!D12:D14)",
        format: MONEY,
      },
      {
        label: 'How many months until that is earned back?',
        formula: "=CAC_PAYBACK('LTV model'!C19, 'LTV model'!C5, 'LTV model'!C6, 'LTV model'!C7)",
        format: ONE_DECIMAL,
      },
    ],
  },
  {
    title: 'For finance',
    answers: [
      {
        label: 'What is a customer worth?',
        formula: "=LTV('LTV model'!C5, 'LTV model'!C6, 'LTV model'!C7, 'LTV model'!C8)",
        format: MONEY,
      },
      { label: 'And for each unit spent to win one?', formula: '=LTV_CAC(C10, C6)', format: ONE_DECIMAL },
      { label: 'What share of 1,250 customers left when 44 did?', formula: '=CHURN_RATE(1250, 44)', format: PERCENT },
    ],
  },
  {
    title: 'For managers and service',
    answers: [
      { label: 'What share of customers is satisfied?', formula: '=CSAT(Survey!F:F)', format: PERCENT },
      { label: 'How hard is it to get help? (1 easy, 5 hard)', formula: '=CES(Survey!G:G)', format: '0.00' },
      {
        label: 'How often is a case solved at first contact?',
        formula: '=FCR(Tickets!G:G, Tickets!H:H)',
        format: PERCENT,
      },
    ],
  },
]

function startSheet(): SheetPlan {
  const rows: (string | null | Formula)[][] = [
    [null, 'Customer metrics as formulas'],
    [null, 'All data in this workbook are synthetic: a seeded generator made them up, and they are about nobody.'],
    [],
  ]
  const styles: Record<string, Style> = { B1: TITLE, B2: SOFT }
  const formats: Record<string, string> = {}
  const heights: Record<number, number> = { 0: 38 }
  for (const { title, answers } of SECTIONS) {
    rows.push([null, title, null, null, 'Formula'])
    styles[`B${rows.length}:E${rows.length}`] = SECTION
    heights[rows.length - 1] = 28
    for (const { label, formula, format } of answers) {
      rows.push([null, label, { formula }, null, formula])
      styles[`C${rows.length}`] = RESULT
      styles[`E${rows.length}`] = SOFT
      formats[`C${rows.length}`] = format
    }
    rows.push([])
  }
  rows.push([
    null,
    'Type = and a name in any cell, or find a function in the sidebar (F6 goes there and back). Your own .xlsx and .csv files open here too.',
  ])
  styles[`B${rows.length}`] = SOFT
  return {
    name: 'Start',
    rows,
    columns: [{ width: 28 }, { width: 320 }, { width: 110 }, { width: 20 }, { width: 480 }],
    heights,
    styles,
    formats,
    gridLines: false,
  }
}

function modelSheet(): SheetPlan {
  const churnRates = [0.02, 0.03, 0.035, 0.04, 0.05, 0.06]
  return {
    name: 'LTV model',
    rows: [
      [null, 'What a customer is worth'],
      [null, 'Change a blue number and all others follow.'],
      [],
      [null, 'A customer'],
      [null, 'Revenue per month', 52],
      [null, 'Gross margin', 0.78],
      [null, 'Customers lost per month', 0.035],
      [null, 'Discount rate per month', 0.008],
      [],
      [null, 'Winning customers'],
      [null, 'Month', 'Paid', 'Content, staff, tools', 'New customers'],
      [null, 'December', 18400, 6200, 97],
      [null, 'January', 17250, 6350, 88],
      [null, 'February', 19100, 6400, 104],
      [],
      [null, 'Results'],
      [null, 'Lifetime value', formula('=LTV(C5,C6,C7,C8)')],
      [null, 'Cost to win a customer, paid only', formula('=CAC(C12:C14,E12:E14)')],
      [null, 'Cost to win a customer, all costs', formula('=CAC(C12:C14,E12:E14,D12:D14)')],
      [null, 'Months until it is earned back', formula('=CAC_PAYBACK(C19,C5,C6,C7)')],
      [null, 'Lifetime value per cost', formula('=LTV_CAC(C17,C19)')],
      [],
      [null, 'If churn were different'],
      [null, 'Customers lost per month', 'Lifetime value', 'Per cost'],
      ...churnRates.map((rate, i) => [
        null,
        rate,
        formula(`=LTV($C$5,$C$6,B${25 + i},$C$8)`),
        formula(`=LTV_CAC(C${25 + i},$C$19)`),
      ]),
    ],
    columns: [{ width: 28 }, { width: 250 }, { width: 120 }, { width: 150 }, { width: 120 }],
    heights: { 0: 38, 3: 28, 9: 28, 15: 28, 22: 28 },
    styles: {
      B1: TITLE,
      B2: SOFT,
      'B4:E4': SECTION,
      'B10:E10': SECTION,
      'B16:E16': SECTION,
      'B23:E23': SECTION,
      B11: HEADER,
      'C11:E11': NUMBER_HEADER,
      B24: HEADER,
      'C24:D24': NUMBER_HEADER,
      'C5:C8': INPUT,
      'C12:E14': INPUT,
      'C17:C21': RESULT,
      'B25:B30': { ...INPUT, align: 'left' },
    },
    formats: {
      C5: MONEY,
      'C6:C8': PERCENT,
      'C12:E14': '#,##0',
      'C17:C19': MONEY,
      C20: ONE_DECIMAL,
      C21: ONE_DECIMAL,
      'B25:B30': PERCENT,
      'C25:C30': MONEY,
      'D25:D30': ONE_DECIMAL,
    },
    colours: [colourScale('C25:C30', [600, '#ffffff'], [1500, '#bfe3d9'])],
    gridLines: false,
  }
}

function cohortSheet(): SheetPlan {
  const triangle = 'C4:P17'
  return {
    name: 'Cohorts',
    rows: [
      [null, null, 'Are customers coming back?'],
      [
        null,
        null,
        'Customers by the month of their first order, and the share of them that ordered again 1, 2, 3 … months later.',
      ],
      [{ formula: '=COHORT_RETENTION(Orders!B:B,Orders!C:C)' }],
    ],
    columns: [{ width: 100 }, { width: 86 }, ...Array.from({ length: 14 }, () => ({ width: 54 }))],
    heights: { 0: 38 },
    styles: { C1: TITLE, C2: SOFT, 'A3:P3': { ...HEADER, align: 'center' }, [triangle]: { align: 'center' } },
    formats: { 'A4:A17': 'mmm yyyy', [triangle]: '0%' },
    // The month of the first order is always 100 % and would leave the others pale.
    colours: [colourScale(triangle, [0, '#ffffff'], [0.4, '#45a995'])],
    frozen: { rows: 3, columns: 2 },
    gridLines: false,
  }
}

function surveyResultSheet(): SheetPlan {
  return {
    name: 'Survey results',
    rows: [
      ['What customers say'],
      ['The survey by region and by channel. Blank answers and “n/a” do not count.'],
      [],
      ['Net Promoter Score by region'],
      [{ formula: '=NPS_TABLE(Survey!E:E,Survey!C:C)' }],
      ...Array.from({ length: 6 }, () => []),
      ['Satisfied customers by channel', null, null, null, 'Effort by channel'],
      [
        { formula: '=METRIC_BY("CSAT",Survey!D:D,Survey!F:F)' },
        null,
        null,
        null,
        { formula: '=METRIC_BY("CES",Survey!D:D,Survey!G:G)' },
      ],
    ],
    columns: Array.from({ length: 7 }, () => ({ width: 110 })),
    heights: { 0: 38, 3: 28, 11: 28 },
    styles: {
      A1: TITLE,
      A2: SOFT,
      'A4:G4': SECTION,
      A5: HEADER,
      'B5:G5': NUMBER_HEADER,
      'A12:C12': SECTION,
      A13: HEADER,
      'B13:C13': NUMBER_HEADER,
      'E12:G12': SECTION,
      E13: HEADER,
      'F13:G13': NUMBER_HEADER,
    },
    formats: { 'F6:G10': ONE_DECIMAL, 'C14:C16': PERCENT, 'G14:G16': '0.00' },
    colours: [colourScale('F6:F9', [0, '#ffffff'], [60, '#9fd6c8'])],
    gridLines: false,
  }
}

/** What a service manager looks at every morning. */
function serviceDeskSheet(): SheetPlan {
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

function targetsSheet(): SheetPlan {
  return {
    name: 'Targets',
    rows: [
      ['metric', 'segment', 'target', 'owner'],
      ['SLA_COMPLIANCE', null, '>= 90%', 'Maria'],
      ['FCR', null, '70%-85%', 'Maria'],
      ['RESOLUTION_TIME', null, '< 12 h', 'Jon'],
      ['RESPONSE_TIME', 'chat', '< 5 min', 'Jon'],
      ['RESPONSE_TIME', 'e-mail', '< 24 h', 'Jon'],
      ['BACKLOG', null, '<= 25', 'Maria'],
      ['UPTIME', null, '>= 99.5%', 'Ada'],
      ['CSAT', null, '85%-90%', 'Maria'],
    ],
    columns: [{ width: 160 }, { width: 110 }, { width: 130 }, { width: 110 }],
    styles: { 'A1:D1': HEADER },
    frozen: { rows: 1 },
  }
}

function dataSheet(
  name: string,
  header: readonly string[],
  rows: readonly (string | number | null)[][],
  formats: Readonly<Record<string, string>>,
): SheetPlan {
  return {
    name,
    rows: [header, ...rows],
    columns: header.map((title) => ({ width: 104, format: formats[title] })),
    styles: { [`A1:${String.fromCharCode(64 + header.length)}1`]: HEADER },
    frozen: { rows: 1 },
  }
}
