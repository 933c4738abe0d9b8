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
import { HEADER } from '../styles.ts'
import type { Formula, SheetPlan } from '../workbook.ts'

type Cell = string | number | null | Formula

const MONTHS = 12

/** From the list of orders to what each customer is worth, with the retention behind it and the orders to come. */
export function customerValueSheet(): SheetPlan {
  const forecast = Array.from({ length: MONTHS }, (_, i): Cell[] => [
    null,
    i + 1,
    formula(`=SUM(BGNBD_EXPECTED($B$17:$G$18,$S$5:$S$3000,$T$5:$T$3000,$U$5:$U$3000,B${i + 22}*30.4375/7))`),
  ])
  return {
    name: 'Customer value',
    rows: [
      [null, 'What each customer is worth'],
      [
        null,
        'Learnt from the list of orders alone: how often customers order, what they spend, and who is lost unseen.',
      ],
      [...blanks(11), 'Every customer', ...blanks(5), 'What the model knows of them (weeks)'],
      [
        ...[null, 'Assumptions', ...blanks(9)],
        formula('=CLV(Orders!B:B,Orders!C:C,Orders!D:D,C5,C6,C7)'),
        ...[...blanks(5), formula('=CLV_INPUTS(Orders!B:B,Orders!C:C,Orders!D:D)')],
      ],
      [null, 'Gross margin', 0.55],
      [null, 'Months to look ahead', 12],
      [null, 'Discount rate per year', 0.1],
      [],
      [null, 'Results'],
      [null, 'Customers', formula('=COUNTA(L5:L3000)')],
      [null, 'Still customers, to be expected', formula('=SUM(M5:M3000)')],
      [null, 'Orders to be expected', formula('=SUM(N5:N3000)')],
      [null, 'What they are worth together', formula('=SUM(P5:P3000)')],
      [null, 'And each on average', formula('=C13/C10')],
      [],
      [null, 'The model behind it'],
      [null, formula('=BGNBD_FIT(S5:S3000,T5:T3000,U5:U3000)')],
      [],
      [],
      [null, 'Orders to come', ...blanks(2), 'Retention so far'],
      [null, 'Months from now', 'Orders in all', null, formula('=COHORT_CURVE(Cohorts!A3:P17)')],
      ...forecast,
    ],
    columns: [
      { width: 28 },
      { width: 230 },
      { width: 110 },
      { width: 90 },
      { width: 90 },
      { width: 110 },
      { width: 90 },
    ],
    heights: { 0: 38, 3: 28, 8: 28, 15: 28, 19: 28 },
    styles: {
      B1: TITLE,
      B2: SOFT,
      'B4:C4': SECTION,
      'B9:C9': SECTION,
      'B16:G16': SECTION,
      'B20:C20': SECTION,
      'E20:F20': SECTION,
      'L3:P3': SECTION,
      'R3:V3': SECTION,
      'C5:C7': INPUT,
      'C10:C14': RESULT,
      'B17:G17': NUMBER_HEADER,
      B21: HEADER,
      C21: NUMBER_HEADER,
      'E21:F21': NUMBER_HEADER,
      'L4:P4': HEADER,
      'R4:V4': HEADER,
    },
    formats: {
      C5: PERCENT,
      C7: PERCENT,
      'C10:C12': '#,##0',
      'C13:C14': MONEY,
      'B18:F18': '0.000',
      'C22:C33': ONE_DECIMAL,
      'F22:F35': PERCENT,
      'M5:M3000': '0%',
      'N5:N3000': '0.00',
      'O5:P3000': MONEY,
      'T5:U3000': ONE_DECIMAL,
      'V5:V3000': MONEY,
    },
    charts: [
      {
        title: 'Share that orders, by months since the first order',
        columns: ['F21:F34'],
        labels: 'E22:E34',
        ...{ column: 4, row: 2, width: 520, height: 270 },
      },
      {
        title: 'Orders to be expected from today’s customers',
        columns: ['C21:C33'],
        labels: 'B22:B33',
        ...{ column: 6, row: 19, width: 420, height: 290 },
      },
    ],
    gridLines: false,
  }
}

/** Subscribers of one cohort by year. The forecasts know the first four years alone. */
const SUBSCRIBERS = [1000, 748, 604, 523, 463, 411, 382, 349, 328]
const KNOWN_YEARS = 4

/** Why a constant churn rate is wrong: those who tend to leave have left, so retention rises with age. */
export function subscriptionSheet(): SheetPlan {
  const first = 17
  const last = first + SUBSCRIBERS.length - 1
  const known = `$C$${first}:$C$${first + KNOWN_YEARS}`
  const years = SUBSCRIBERS.map((left, year): Cell[] => [
    null,
    year,
    left,
    year === 0 ? left : formula(`=$C$${first}*INDEX($L$${first}:$N$${last},B${first + year}+1,3)`),
    formula(`=$C$${first}*(1-$C$9)^B${first + year}`),
    ...(year === 0 ? [...blanks(6), formula(`=SBG_RETENTION(B12:E13,${SUBSCRIBERS.length - 1})`)] : []),
  ])
  return {
    name: 'Subscriptions',
    rows: [
      [null, 'What a subscriber is worth'],
      [
        null,
        'A thousand subscribers of one year. Both forecasts know the first four years; compare them with what happened.',
      ],
      [],
      [null, 'Assumptions', null, null, 'Worth of a new subscriber'],
      [null, 'Margin per subscriber and year', 120, null, 'With constant churn', null, formula('=LTV(C5,100%,C9,C6)')],
      [
        null,
        'Discount rate per year',
        0.1,
        null,
        'With churn that falls (sBG)',
        null,
        formula('=SBG_LTV(B12:E13,C5,C6)'),
      ],
      [null, null, null, null, 'The constant rate is too low by', null, formula('=1-G5/G6')],
      [null, 'What the first four years say'],
      [
        null,
        'Lost per year, on average',
        formula(`=1-SUM(C${first + 1}:C${first + KNOWN_YEARS})/SUM(C${first}:C${first + KNOWN_YEARS - 1})`),
      ],
      [],
      [null, 'The model of churn that falls'],
      [null, formula(`=SBG_FIT(${known})`)],
      [],
      [],
      [null, 'Subscribers left', ...blanks(9), 'Forecast by the model'],
      [null, 'Year', 'Subscribers', 'sBG', 'Constant churn'],
      ...years,
    ],
    columns: [
      { width: 28 },
      { width: 230 },
      { width: 110 },
      { width: 110 },
      { width: 120 },
      { width: 90 },
      { width: 100 },
      { width: 90 },
      { width: 90 },
      { width: 90 },
    ],
    heights: { 0: 38, 3: 28, 7: 28, 10: 28, 14: 28 },
    styles: {
      B1: TITLE,
      B2: SOFT,
      'B4:C4': SECTION,
      'E4:G4': SECTION,
      'B8:C8': SECTION,
      'B11:E11': SECTION,
      'B15:E15': SECTION,
      'L15:N15': SECTION,
      'C5:C6': INPUT,
      C9: RESULT,
      'G5:G7': RESULT,
      'B12:E12': NUMBER_HEADER,
      B16: HEADER,
      'C16:E16': NUMBER_HEADER,
      [`C${first}:C${last}`]: INPUT,
      [`L${first}:N${first}`]: NUMBER_HEADER,
    },
    formats: {
      C5: MONEY,
      C6: PERCENT,
      C9: PERCENT,
      'G5:G6': MONEY,
      G7: PERCENT,
      'B13:D13': '0.000',
      [`D${first}:E${last}`]: '#,##0',
      [`M${first + 1}:N${last + 1}`]: PERCENT,
    },
    charts: [
      {
        title: 'Subscribers left, and two forecasts',
        columns: [`C16:C${last}`, `D16:D${last}`, `E16:E${last}`],
        labels: `B${first}:B${last}`,
        ...{ column: 5, row: 8, width: 460, height: 380 },
      },
    ],
    gridLines: false,
  }
}

function blanks(count: number): null[] {
  return new Array<null>(count).fill(null)
}
