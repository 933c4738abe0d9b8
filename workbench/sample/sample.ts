import { DATE, MOMENT } from '../../core/metric.ts'
import { HEADER } from '../styles.ts'
import { addSheet, emptyWorkbook, type SheetPlan, type Workbook } from '../workbook.ts'
import { budgetSheet } from './budgetSheet.ts'
import { cohortSheet } from './cohortSheet.ts'
import { launchSheet } from './launchSheet.ts'
import { modelSheet } from './modelSheet.ts'
import { adWeeks, answers, lampPrices, orders, outages, tickets } from './sampleData.ts'
import { MONEY } from './sampleStyles.ts'
import { customerValueSheet, subscriptionSheet } from './sampleValue.ts'
import { serviceDeskSheet } from './serviceDeskSheet.ts'
import { staffingSheet } from './staffingSheet.ts'
import { startSheet } from './startSheet.ts'
import { surveyResultSheet } from './surveyResultSheet.ts'

/** One sheet of answers, the models behind it, a sheet of targets made by hand, and the synthetic data. */
export function sampleWorkbook(): Workbook {
  const workbook = emptyWorkbook()
  for (const plan of [...answerSheets(), targetsSheet(), ...dataSheets()]) addSheet(workbook, plan)
  return workbook
}

/** What stands in front: answers, and the models behind them. */
export function answerSheets(plans?: { hasPlans: boolean }): SheetPlan[] {
  return [
    startSheet(plans),
    modelSheet(),
    customerValueSheet(),
    subscriptionSheet(),
    cohortSheet(),
    surveyResultSheet(),
    serviceDeskSheet(),
    staffingSheet(),
    budgetSheet(),
    launchSheet(),
  ]
}

/** The synthetic data of a shop, as its systems export them. */
export function dataSheets(): SheetPlan[] {
  return [
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
    dataSheet('Ad weeks', ['week', 'Search', 'Social', 'Video', 'revenue'], adWeeks(), { week: DATE }),
    dataSheet('Lamp prices', ['respondent', 'too_cheap', 'cheap', 'expensive', 'too_expensive'], lampPrices(), {}),
  ]
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
