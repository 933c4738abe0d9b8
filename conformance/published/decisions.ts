import { down, type Published } from '../case.ts'

const sleep =
  'Student, “The Probable Error of a Mean”, Biometrika 6(1), 1908: hours of sleep won with two medicines; R t.test'
const first = down(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2)
const second = down(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
const televisions = down(747, 1480, 2646, 5118, 5777, 5982, 5962, 4631)
const bass = 'Bass, “A New Product Growth Model for Consumer Durables”, Management Science 15(5), 1969'

/** Whether a change works, which channel does, and what a customer is worth. */
export const decisions: readonly Published[] = [
  {
    name: 'two-rates',
    function: 'AB_TEST',
    arguments: [1000, 200, 1000, 250],
    expected: {
      columns: {
        difference: [0.05],
        low: [0.01346362168753984],
        high: [0.08653637831246014],
        p_value: [0.007419649261025687],
      },
    },
    source: 'R prop.test(c(250, 200), c(1000, 1000), correct = FALSE): X-squared 7.1685.',
    note: 'The pooled error for the p-value, the unpooled one for the limits.',
  },
  {
    name: 'power-prop-test',
    function: 'AB_SAMPLE_SIZE',
    arguments: [0.5, 0.5, 0.05, 0.9],
    expected: 77,
    source: 'R power.prop.test(p1 = 0.5, p2 = 0.75, power = 0.9): 76.7, for each group.',
    note: 'Rounded up: fewer would not have the power.',
  },
  {
    name: 'a-quarter-more',
    function: 'AB_SAMPLE_SIZE',
    arguments: [0.2, 0.25],
    expected: 1094,
    source: 'R power.prop.test(p1 = 0.2, p2 = 0.25, power = 0.8): 1093.7, for each group.',
    note: 'The pooled formula; with the variance of the base rate alone it would be 1,031.',
  },
  {
    name: 'fifty-each',
    function: 'AB_POWER',
    arguments: [50, 0.5, 0.5, 0.05],
    expected: 0.740165901331388,
    source: 'R power.prop.test(n = 50, p1 = 0.5, p2 = 0.75).',
  },
  {
    name: 'twenty-each',
    function: 'MEAN_POWER',
    arguments: [20, 1, 1, 1, 0.05],
    expected: 0.868952801692498,
    source: 'R power.t.test(n = 20, delta = 1).',
  },
  {
    name: 'uniform-prior',
    function: 'AB_BAYES',
    arguments: [1000, 200, 1000, 250],
    expected: { columns: { chance_b_better: [0.9962833291313045], expected_loss_b: [2.1363627091668786e-5] } },
    tolerance: 1e-6,
    source: 'Miller, “Formulas for Bayesian A/B Testing”, 2015; Stucchio, “Bayesian A/B Testing at VWO”, 2015.',
    note: 'The closed form adds a thousand small terms.',
  },
  {
    name: 'kohavi',
    function: 'SAMPLE_RATIO',
    arguments: [down(821588, 815482)],
    expected: { columns: { p_value: [null, null, 1.82179287261919e-6] } },
    source: 'Kohavi, Tang and Xu, “Trustworthy Online Controlled Experiments”, 2020: 1.8e-6; R chisq.test.',
  },
  {
    name: 'fleiss-smokers',
    function: 'VARIANTS_TEST',
    arguments: [down('A', 'B', 'C', 'D'), down(86, 93, 136, 82), down(83, 90, 129, 70)],
    expected: { columns: { p_value: [null, 1, 0.744168195523833, 0.0113289604246875, 0.00558547666162702] } },
    tolerance: 1e-7,
    source: 'Fleiss, “Statistical Methods for Rates and Proportions”, 1981; R prop.test and fisher.test.',
    note: 'Fisher’s exact test where a cell is expected to have fewer than 5; its sum takes tables that are as likely to 1e-7.',
  },
  {
    name: 'sleep',
    function: 'MEAN_TEST',
    arguments: [first, second],
    expected: {
      columns: {
        difference: [1.58],
        low: [-0.20548323071171],
        high: [3.36548323071171],
        p_value: [0.0793941401873582],
      },
    },
    source: `${sleep}(b, a).`,
    note: 'Welch: variances need not be equal, and degrees of freedom are no whole number.',
  },
  {
    name: 'sleep-paired',
    function: 'MEAN_TEST',
    arguments: [first, second, 'paired'],
    expected: { columns: { difference: [1.58], p_value: [0.002833007840390158] } },
    tolerance: 1e-4,
    source: `${sleep}(b, a, paired = TRUE): t = 4.0621 with 9 degrees of freedom.`,
    note: 'The p-value is that of t as printed.',
  },
  {
    name: 'bass-1969',
    function: 'BASS_FIT',
    arguments: [televisions, 'ols'],
    expected: { columns: { p: [0.0356932803120471], q: [0.671931353772461], m: [35494.6446836269] } },
    source: `${bass}, its regression; colour televisions 1963 to 1970, thousands; R lm.`,
  },
  {
    name: 'televisions',
    function: 'BASS_FIT',
    arguments: [televisions],
    expected: { columns: { p: [0.018466445243879139], q: [0.61586334405593204], m: [39658.624487657214] } },
    tolerance: 1e-6,
    source: `${bass}; nonlinear least squares: Srinivasan and Mason, Marketing Science 5(2), 1986; mpmath and R nls.`,
    note: 'A fit is judged by its squares: another optimiser may end this near.',
  },
  {
    name: 'removal-effects',
    function: 'ATTRIBUTION',
    arguments: [down('c1 > c2 > c3', 'c1', 'c2 > c3'), down(1, 0, 0), 'markov', down(0, 1, 1), null, null, 'removal'],
    expected: { columns: { channel: ['c2', 'c3', 'c1'], credit: [0.4, 0.4, 0.2], removal_effect: [1, 1, 0.5] } },
    source:
      'Bryl, “Marketing Multi-Channel Attribution Model with R”, AnalyzeCore, 2016: removal effects 0.5, 1 and 1; the exact absorbing chain.',
    note: 'Largest credit first, then by name. Simulations come near it.',
  },
  {
    name: 'anscombe-1',
    function: 'DRIVER_IMPACT',
    arguments: [
      down(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68),
      down(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5),
    ],
    expected: { columns: { correlation: [0.81642051634484], rank_correlation: [0.818181818181818] } },
    source: 'Anscombe, “Graphs in Statistical Analysis”, The American Statistician 27(1), 1973; R cor.',
  },
  {
    name: 'oil-of-saudi-arabia',
    function: 'KPI_FORECAST',
    arguments: [
      down(
        446.6565,
        454.4733,
        455.663,
        423.6322,
        456.2713,
        440.5881,
        425.3325,
        485.1494,
        506.0482,
        526.792,
        514.2689,
        494.211,
      ),
      null,
      3,
      'simple',
      0.2,
    ],
    expected: { columns: { forecast: [484.802465381618, 484.802465381618, 484.802465381618] } },
    source: 'Hyndman and Athanasopoulos, “Forecasting: Principles and Practice”, 2013, section 7.1: 484.8.',
    note: 'The level begins with the first value.',
  },
  {
    name: 'internet-provider',
    function: 'LTV',
    arguments: [17.95, 1, 0.005, 0.01],
    expected: 1208.6333333333334,
    source: 'Farris and others, “Marketing Metrics”, section 5.3: $1,209; exact fractions.',
    note: 'The first payment counts at once. Without it the book has $1,191.',
  },
  {
    name: 'three-years',
    function: 'TCO',
    arguments: [120000, down(30000, 31500, 33075), 3, 0.08, 10000],
    expected: 193101.629578824,
    source: 'Present value of costs at the end of each year less that of the residual; LibreOffice NPV.',
  },
  {
    name: 'margin-first',
    function: 'ROMI',
    arguments: [240000, 0.45, 60000],
    expected: 0.8,
    source: 'Farris and others, “Marketing Metrics”: (incremental revenue × margin - spend) / spend; exact fractions.',
  },
]
