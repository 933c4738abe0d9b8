import { readFileSync } from 'node:fs'
import { serialOf } from '../../core/statistics/time/calendar.ts'

/** What a formula beside an export gives: its value, or a sentence that names a way on. */
export type Right = { value: unknown } | { sentence: RegExp }

export interface FieldExport {
  product: string
  file: string
  /** What the workbench takes for rows besides the data; they are left out. Nothing is asked where it is missing. */
  asks?: string
  /** What the owner of the file would type, what is right, and how that was worked out by hand. */
  formulas: readonly (readonly [formula: string, right: Right, how: string])[]
}

export const contentOf = (file: string) => readFileSync(new URL(`exports/${file}`, import.meta.url))

/** Right of the widest file, with room for the columns of a table. */
export const FORMULA_CELL = 'N2'

const is = (value: unknown): Right => ({ value })
const pareto = (...rows: unknown[][]) => is([['reason', 'count', 'share', 'cumulative'], ...rows])
const themes = (...rows: unknown[][]) => is([['theme', 'comments', 'share'], ...rows])
/** What a table says of a first row that may be a title or a value. */
const takenForTitle = (title: string) => [
  `texts row 1 (“${title}”) is taken for the title; if it is a value, put a title above it`,
  '',
  '',
]
const segments = (metric: string, ...rows: unknown[][]) => is([['segment', 'rows', metric], ...rows])

/** Small files in the shape of the exports of twenty products, with invented rows. */
export const fieldExports: readonly FieldExport[] = [
  {
    product: 'Shopify orders',
    file: 'shopify-orders.csv',
    formulas: [
      ['=REPEAT_RATE(B:B,D:D,60)', is(1 / 2), 'Ann again after 29 days, Ben not in 60; Cleo and Dan are too new'],
      ['=ARPU(F:F,4)', is(300), '(50 + 30 + 80 + 40 + 1000) / 4; the second line of order 1002 has no total'],
      [
        '=COHORT_RETENTION(B:B,D:D,,,"count")',
        is([
          ['cohort', 'customers', 0, 1, 2, 3],
          [serialOf(2024, 1, 1), 2, 2, 1, 0, 0],
          [serialOf(2024, 3, 1), 1, 1, 0, '', ''],
          [serialOf(2024, 4, 1), 1, 1, '', '', ''],
        ]),
        'Ann and Ben in January, Ann in February; Dan paid in the first hour of April by the clock of the shop',
      ],
    ],
  },
  {
    product: 'WooCommerce orders',
    file: 'woocommerce-orders.csv',
    formulas: [
      ['=ROAS(E:E,100)', is(2), '(50 + 80 + 60 - 60 + 70) / 100, with the refund behind an apostrophe'],
      ['=SHARE_OF(B:B,"wc-refunded")', is(2 / 5), 'two of five'],
      [
        '=REASON_PARETO(F:F)',
        pareto(['Credit card', 3, 0.6, 0.6], ['Bank transfer', 1, 0.2, 0.8], ['PayPal', 1, 0.2, 1]),
        'counted; the title is no way to pay',
      ],
    ],
  },
  {
    product: 'Stripe payments',
    file: 'stripe-payments.csv',
    formulas: [
      ['=SHARE_OF(G:G,"Failed")', is(1 / 2), 'three of six'],
      ['=SHARE_OF(F:F)', is(1 / 2), 'three of six were captured'],
      [
        '=REASON_PARETO(H:H)',
        pareto(['insufficient_funds', 2, 2 / 3, 2 / 3], ['card_declined', 1, 1 / 3, 1]),
        'of the three that failed',
      ],
    ],
  },
  {
    product: 'PayPal activity',
    file: 'paypal-activity.csv',
    formulas: [
      ['=ROAS(H:H,1000)', is(2), '(1234.50 + 65.50 - 100 + 300 + 500) / 1000'],
      ['=ARPU(J:J,3)', is(1940 / 3), '1199.40 + 63.10 - 100 + 291.50 + 486 = 1940'],
      ['=REPEAT_RATE(D:D,A:A,20)', is(1 / 2), 'Ann again within 20 days of 1 March, Ben not; Cleo is too new'],
    ],
  },
  {
    product: 'Zendesk tickets',
    file: 'zendesk-tickets.csv',
    formulas: [
      ['=CSAT(G:G)', is(2 / 3), 'good, bad, good; those who were only asked have not answered'],
      [
        '=RESPONSE_TIME(F:F)',
        {
          sentence:
            /^RESPONSE_TIME: created row 2 has 12 under “First reply time in minutes”, and hours are wanted: divide by 60$/,
        },
        'the median of 6, 12, 45 and 90 minutes is no number of hours',
      ],
      ['=BACKLOG(D:D,E:E)', is(2), 'two have no time of solution'],
    ],
  },
  {
    product: 'Freshdesk tickets',
    file: 'freshdesk-tickets.csv',
    formulas: [
      ['=RESOLUTION_TIME(E:E,F:F)', is(12), 'the median of 4, 48 and 12 hours'],
      ['=RESPONSE_TIME(G:G)', is((1 + 2 + 15.5 / 60) / 2), 'half-way between 1:00:00 and 2:15:30'],
      ['=CSAT(I:I)', is(2 / 3), 'extremely happy, unhappy, happy; one did not answer'],
    ],
  },
  {
    product: 'Intercom conversations',
    file: 'intercom-conversations.csv',
    formulas: [
      ['=RESPONSE_TIME(E:E)', is(0.5), 'the median of 45 s, 4 min 30, 30 min, 1 h 23 and 2 h'],
      [
        '=METRIC_BY("CSAT",D:D,F:F)',
        segments('CSAT', ['Email', 3, 0.5], ['Messenger', 2, 1]),
        'Email 2, blank and 4; Messenger 5 and 4',
      ],
      ['=RESOLUTION_TIME(B:B,C:C,"mean")', is(9.25), '(2 + 24 + 1 + 10) / 4 hours'],
    ],
  },
  {
    product: 'Jira issues',
    file: 'jira-issues.csv',
    formulas: [
      ['=BACKLOG(F:F,G:G)', is(2), 'two are not resolved'],
      ['=RESOLUTION_TIME(F:F,G:G)', is(6), 'the median of 6, 36 and 2 hours; 12:00 AM is midnight and 12:00 PM noon'],
      [
        '=REASON_PARETO(C:C)',
        pareto(['Bug', 3, 0.6, 0.6], ['Story', 1, 0.2, 0.8], ['Task', 1, 0.2, 1]),
        'counted; “Issue Type” is the title',
      ],
    ],
  },
  {
    product: 'SurveyMonkey',
    file: 'surveymonkey.csv',
    asks: '1 row of further titles below them (“Response Response Open-Ended Response”) looks as if not part of the data.',
    formulas: [
      ['=NPS(D:D)', is(40), '10, 9, 0, 8 and 10: three promoters less one detractor of five'],
      ['=CSAT(E:E)', is(1 / 2), '5, 4, 1 and 3'],
      [
        '=THEME_COUNT(F:F,{"Delivery","delivery";"Price","price"})',
        themes(
          ['Delivery', 2, 1 / 2],
          ['Price', 2, 1 / 2],
          ['(no theme)', 1, 1 / 4],
          takenForTitle('What could we do better?'),
        ),
        'of four comments, as N/A is none',
      ],
    ],
  },
  {
    product: 'Typeform',
    file: 'typeform.csv',
    formulas: [
      ['=NPS(B:B)', is(40), '10, 9, 3, 7 and 10: three promoters less one detractor of five'],
      [
        '=THEME_COUNT(C:C,{"Speed","slow"})',
        themes(['Speed', 2, 1 / 2], ['(no theme)', 2, 1 / 2], takenForTitle('What should we improve?')),
        'two of four comments; the question is the title',
      ],
      [
        '=METRIC_BY("NPS",D:D,B:B)',
        segments('NPS', ['Free', 3, 0], ['Pro', 2, 100]),
        '3, 7 and 10 are 0; 10 and 9 are 100',
      ],
    ],
  },
  {
    product: 'Google Forms',
    file: 'google-forms.csv',
    formulas: [
      ['=CSAT(B:B)', is(3 / 5), '5, 4, 2, 3 and 5'],
      ['=FCR(,C:C)', is(3 / 5), 'three times yes of five'],
      [
        '=THEME_COUNT(E:E,{"Speed","slow"})',
        themes(['Speed', 2, 2 / 3], ['(no theme)', 1, 1 / 3], takenForTitle('Anything else?')),
        'of three comments, as - is none',
      ],
    ],
  },
  {
    product: 'Qualtrics',
    file: 'qualtrics.csv',
    asks: '2 rows of further titles below them (“Start Date Response Type Progress Finis…”) look as if not part of the data.',
    formulas: [
      ['=NPS(F:F)', is(25), '10, 9, 4 and 8: two promoters less one detractor of four'],
      ['=CES(G:G)', is(2.5), '(1 + 2 + 5 + 2) / 4'],
      ['=SHARE_OF(D:D)', is(4 / 5), 'four of five have finished'],
    ],
  },
  {
    product: 'HubSpot deals',
    file: 'hubspot-deals.csv',
    formulas: [
      ['=SHARE_OF(H:H)', is(2 / 5), 'two of five are won'],
      ['=ARPU(E:E,4)', is(1125), '(1200.50 + 800 + 2000 + 499.50) / 4'],
      [
        '=REASON_PARETO(C:C)',
        pareto(['Closed Lost', 2, 0.4, 0.4], ['Closed Won', 2, 0.4, 0.8], ['Contract Sent', 1, 0.2, 1]),
        'counted; equal ones by the alphabet',
      ],
    ],
  },
  {
    product: 'Salesforce opportunities',
    file: 'salesforce-opportunities.csv',
    asks: '4 rows above the titles (“Opportunity Report”) and 4 rows at the end (“Grand Totals (4 records) USD 44,500.00”) look as if not part of the data.',
    formulas: [
      ['=ARPU(D:D,4)', is(11125), '44,500 / 4, as the report adds up itself'],
      ['=SHARE_OF(C:C,"Closed Won")', is(1 / 2), 'two of four'],
      ['=TIME_TO_VALUE(F:F,G:G,"mean")', is(45), '(42 + 46 + 30 + 62) / 4 days, the month first'],
    ],
  },
  {
    product: 'Recurly subscriptions',
    file: 'recurly-subscriptions.csv',
    formulas: [
      ['=SHARE_OF(D:D,"active")', is(3 / 5), 'three of five'],
      ['=ARPU(G:G,5)', is(300), '(1200 + 50 + 50 + 120 + 80) / 5'],
      [
        '=MRR_MOVEMENTS(B:B,E:E,G:G,,F:F)',
        is([
          ['period', 'opening', 'new', 'expansion', 'contraction', 'churned', 'reactivated', 'closing'],
          [serialOf(2024, 1, 1), 0, 1250, 0, 0, 0, 0, 1250],
          [serialOf(2024, 2, 1), 1250, 170, 0, 0, 0, 0, 1420],
          [serialOf(2024, 3, 1), 1420, 80, 0, 0, 170, 0, 1330],
        ]),
        'January 1200 + 50, February 50 + 120, March 80, and 50 and 120 have ended',
      ],
    ],
  },
  {
    product: 'Google Ads report',
    file: 'google-ads.csv',
    asks: '2 rows above the titles (“Campaign report”) and 1 row at the end (“Total: Campaigns  -- EUR 2,000.00 80,00…”) look as if not part of the data.',
    formulas: [
      ['=ROAS(I:I,D:D)', is(3.75), '(6000 + 1500) / (1200 + 800)'],
      ['=CAC(D:D,H:H)', is(80 / 3), '2000 / 75'],
      ['=CONVERSION_RATE(SUM(H:H),SUM(F:F))', is(0.025), '75 / 3000'],
    ],
  },
  {
    product: 'Google Analytics 4',
    file: 'google-analytics-4.csv',
    asks: '8 rows above the titles (“# Traffic acquisition: Session default …”) look as if not part of the data.',
    formulas: [
      ['=CONVERSION_RATE(SUM(E:E),SUM(B:B))', is(0.0225), '(24 + 12 + 9) / (1200 + 600 + 180 + 20)'],
      ['=ARPU(F:F,2000)', is(2.3), '(2400 + 900.50 + 1299.50) / 2000'],
      [
        '=METRIC_BY("CONVERSION_RATE",A:A,E:E,B:B)',
        segments(
          'CONVERSION_RATE',
          ['(not set)', 1, 0],
          ['Direct', 1, 12 / 600],
          ['Organic Search', 1, 24 / 1200],
          ['Paid Search', 1, 9 / 180],
        ),
        'each row by itself; visits without a channel are a segment of their own',
      ],
    ],
  },
  {
    product: 'Mixpanel events',
    file: 'mixpanel-events.csv',
    formulas: [
      [
        '=FUNNEL_EVENTS(C:C,A:A,B:B,{"Sign Up";"Activate";"Purchase"})',
        is([
          ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off'],
          ['Sign Up', 3, '', 1, ''],
          ['Activate', 2, 2 / 3, 2 / 3, 1],
          ['Purchase', 1, 1 / 2, 1 / 3, 1],
        ]),
        'u1, u2 and u3, then u1 and u2, then u1',
      ],
      [
        '=FEATURE_ADOPTION(C:C,A:A,3)',
        is([
          ['feature', 'users', 'adoption'],
          ['Sign Up', 3, 1],
          ['Activate', 2, 2 / 3],
          ['Export', 2, 2 / 3],
          ['Purchase', 1, 1 / 3],
        ]),
        'u1 has exported twice',
      ],
      [
        '=CASES_FROM_EVENTS(C:C,B:B)',
        is([
          ['id', 'first', 'last', 'events'],
          ['u1', serialOf(2024, 3, 1) + 10 / 24, serialOf(2024, 3, 12) + 7.75 / 24, 5],
          ['u2', serialOf(2024, 3, 2) + 8 / 24, serialOf(2024, 3, 5) + 9 / 24, 3],
          ['u3', serialOf(2024, 3, 10), serialOf(2024, 3, 10), 1],
        ]),
        'read off the rows',
      ],
    ],
  },
  {
    product: 'Amazon settlement',
    file: 'amazon-settlement.txt',
    formulas: [
      ['=ARPU(J:J,2)', is(31.45), '62.90 / 2, as the settlement adds up itself'],
      [
        '=REASON_PARETO(I:I)',
        pareto(['Commission', 3, 0.5, 0.5], ['Principal', 3, 0.5, 1]),
        'counted; the row of the settlement has none',
      ],
      ['=SHARE_OF(F:F,"Refund")', is(1 / 3), 'two of six'],
    ],
  },
  {
    product: 'Google Play reviews',
    file: 'google-play-reviews.csv',
    formulas: [
      ['=CSAT(F:F)', is(3 / 5), '5, 1, 4, 2 and 5'],
      ['=RESPONSE_TIME(E:E,I:I)', is(6), 'the median of 6, 2 and 24 hours'],
      [
        '=THEME_COUNT(H:H,{"Crash","crash*"})',
        themes(['Crash', 2, 1 / 2], ['(no theme)', 2, 1 / 2]),
        'two of four comments',
      ],
    ],
  },
]
