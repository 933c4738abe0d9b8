import { down, type Published } from '../case.ts'

const freireich =
  'Freireich and others, “The Effect of 6-Mercaptopurine on the Duration of Steroid-Induced Remissions in Acute Leukemia”, Blood 21(6), 1963'
const treated = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
const relapsed = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
const untreated = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]

/** Whether customers stay. */
export const customers: readonly Published[] = [
  {
    name: 'movements',
    function: 'NRR',
    arguments: [6000, 800, 200, 1050],
    expected: 0.925,
    source: 'Definition of the SaaS Metrics Standards Board; exact fractions.',
  },
  {
    name: 'movements',
    function: 'GRR',
    arguments: [6000, 200, 1050],
    expected: 0.7916666666666666,
    source: 'Definition of the SaaS Metrics Standards Board; exact fractions.',
  },
  {
    name: 'net-of-expansion',
    function: 'REVENUE_CHURN',
    arguments: [500000, 40000, 10000, 65000],
    expected: -0.03,
    source: 'Net revenue churn: (churned + contraction - expansion) / opening; exact fractions.',
    note: 'Below 0 where expansion is more than what was lost.',
  },
  {
    name: 'month-to-year',
    function: 'CHURN_CONVERT',
    arguments: [0.03, 'month', 'year'],
    expected: 0.3061576390045623,
    source: 'Compounding: 1 - (1 - 0.03)^12; exact fractions.',
    note: 'Not 12 × 3 %.',
  },
  {
    name: 'freireich',
    function: 'SURVIVAL_CURVE',
    arguments: [down(...treated), down(...relapsed)],
    expected: {
      columns: {
        time: [0, 6, 7, 10, 13, 16, 22, 23],
        at_risk: [21, 21, 17, 15, 12, 11, 7, 6],
        events: [0, 3, 1, 1, 1, 1, 1, 1],
        survival: [
          1, 0.857142857142857, 0.80672268907563, 0.752941176470588, 0.690196078431372, 0.627450980392157,
          0.53781512605042, 0.448179271708683,
        ],
        low: [
          null,
          0.6197179552659838,
          0.5631465646222333,
          0.5031995107999564,
          0.43161022248618397,
          0.36751085598750205,
          0.26777893676713505,
          0.18805200595923235,
        ],
        high: [
          null,
          0.951551747646997,
          0.9228090192028804,
          0.8893618351692655,
          0.8490659633494507,
          0.8049121894718412,
          0.7467907176353944,
          0.6801426284952414,
        ],
      },
    },
    source: `${freireich}; Kaplan and Meier, Journal of the American Statistical Association 53(282), 1958; R survival; the limits by scipy.stats.ecdf.`,
    note: 'Who is censored at a time is at risk at it. The limits are those of log(-log S), as R gives with conf.type = "log-log".',
  },
  {
    name: 'freireich',
    function: 'MEDIAN_LIFETIME',
    arguments: [down(...treated), down(...relapsed)],
    expected: 23,
    source: `${freireich}; R survival.`,
    note: 'The first time at which half or fewer are left.',
  },
  {
    name: 'never-half',
    function: 'MEDIAN_LIFETIME',
    arguments: [down(3, 5, 8, 9), down(1, 0, 0, 0)],
    expected: { error: '#N/A' },
    source: 'Kaplan and Meier, 1958: a curve that stays above one half has no median.',
  },
  {
    name: 'freireich',
    function: 'SURVIVAL_COMPARE',
    arguments: [
      down(...treated, ...untreated),
      down(...relapsed, ...untreated.map(() => 1)),
      down(...treated.map(() => '6-MP'), ...untreated.map(() => 'placebo')),
    ],
    expected: {
      columns: {
        expected: [19.25050094803113, 10.74949905196887, 30],
        p_value: [4.168809109334563e-5, 4.168809109334563e-5, 4.168809109334563e-5],
      },
    },
    source: `${freireich}; R survival, survdiff: chi-square 16.793.`,
    note: 'The log-rank test with the hypergeometric variance.',
  },
  {
    name: 'high-end',
    function: 'SBG_FIT',
    arguments: [[[100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1]]],
    expected: { columns: { alpha: [0.668088409405438], beta: [3.80609548113762] } },
    tolerance: 1e-4,
    source:
      'Fader and Hardie, “How to Project Customer Retention”, Journal of Interactive Marketing 21(1), 2007, appendix B: 0.668 and 3.806.',
    note: 'A fit is judged by its likelihood: another optimiser may end this near.',
  },
  {
    name: 'high-end',
    function: 'SBG_RETENTION',
    arguments: [[[0.668, 3.806]], 12],
    expected: {
      columns: {
        survival: [
          0.8506928922664282, 0.7468816295638389, 0.6698169201803598, 0.6099510247186952, 0.5618689755669274,
          0.5222522903570154, 0.4889446208937267, 0.46047895880927414, 0.4358196719338055, 0.41421305616626924,
          0.3950964110426637, 0.37804042018209144,
        ],
      },
    },
    source:
      'Fader and Hardie, “How to Project Customer Retention”, 2007: B(alpha, beta + t) / B(alpha, beta); scipy.special.beta.',
  },
  {
    name: 'seven-renewals',
    function: 'SBG_LTV',
    arguments: [[[0.668, 3.806]], 10, 0.1, 7],
    expected: 75.2994953091119,
    source:
      'Fader and Hardie, “Customer-Base Valuation in a Contractual Setting”, Marketing Science 29(1), 2010, equation 6: 7.530 payments after seven renewals.',
    note: 'After n renewals the payment that is due next counts where it is renewed.',
  },
  {
    name: 'customer-1',
    function: 'BGNBD_EXPECTED',
    arguments: [[[0.243, 4.414, 0.793, 2.426]], 2, 30.43, 38.86, 39],
    expected: 1.22602817476714,
    source:
      'Fader, Hardie and Lee, “Counting Your Customers the Easy Way”, Marketing Science 24(2), 2005, equation 10; 1.226 in Hardie’s spreadsheet.',
    note: 'Weeks; frequency counts repeat orders, recency is the week of the last one.',
  },
  {
    name: 'new-customer',
    function: 'BGNBD_EXPECTED',
    arguments: [[[0.24259395, 4.41359091, 0.79291919, 2.42590055]], 0, 0, 0, 78],
    expected: 1.8579594496683969,
    source:
      'Fader, Hardie and Lee, “Counting Your Customers the Easy Way”, Marketing Science 24(2), 2005, equation 9; numerical integration.',
  },
  {
    name: 'new-customer',
    function: 'PNBD_EXPECTED',
    arguments: [[[0.553, 10.578, 0.606, 11.669]], 0, 0, 0, 52],
    expected: 1.47299680337511,
    source: 'Schmittlein, Morrison and Colombo, Management Science 33(1), 1987; R BTYD and mpmath.',
  },
  {
    name: 'never-came-back',
    function: 'P_ALIVE',
    arguments: [[[0.243, 4.414, 0.793, 2.426]], 0, 0, 38.86],
    expected: 1,
    source: 'Fader, Hardie and Lee, “Counting Your Customers the Easy Way”, Marketing Science 24(2), 2005.',
    note: 'In BG/NBD customers leave after an order, so that who made one order cannot have left.',
  },
  {
    name: 'pareto-never-came-back',
    function: 'P_ALIVE',
    arguments: [
      [
        ['r', 'alpha', 's', 'beta'],
        [0.553, 10.578, 0.606, 11.669],
      ],
      0,
      0,
      38.86,
    ],
    expected: 0.29528660461689415,
    source: 'Schmittlein, Morrison and Colombo, Management Science 33(1), 1987; hyp2f1 of mpmath.',
    note: 'The titles of the parameters say which model they are of.',
  },
  {
    name: 'note-025',
    function: 'SPEND_EXPECTED',
    arguments: [[[6.25, 3.74, 15.44]], down(2, 1, 0, 7), down(22.35, 11.77, 0, 73.74)],
    expected: down(24.663713910761153, 18.916852057842046, 35.21897810218978, 71.46967089696709),
    source: 'Fader and Hardie, “The Gamma-Gamma Model of Monetary Value”, note 025, 2013; R BTYD.',
    note: 'Who never came back is worth the mean of all.',
  },
]
