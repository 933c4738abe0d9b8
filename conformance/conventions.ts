import { findMetric } from '../core/catalogue/catalogue.ts'
import { down, type CaseArgument, type Expected, type Published } from './case.ts'

const CELLS = 'Convention: how cells are read (docs/decisions/0002 and 0011).'
const ERRORS = 'Convention: an error cell comes back as itself (docs/decisions/0002).'
const LIMITS = 'Convention: what cannot be is an error, never a number (docs/decisions/0002).'
const COUNTS = 'Convention: counts say how many rows each row stands for (docs/warehouse.md).'
const COHORTS =
  'Convention: calendar periods, 0 where nobody came back, blank where nobody can know yet (docs/decisions/0003).'

const error = (code: string) => ({ error: code })
const THIRD = 100 / 3

/** What is agreed on for all functions, in calls small enough to be worked out by hand. */
export const conventions: readonly Published[] = [
  stated('blank-cells', 'NPS', { scores: down(10, 9, null, 3, null) }, THIRD, CELLS),
  stated('cells-of-spaces', 'NPS', { scores: down(10, '  ', 3) }, 0, CELLS),
  stated('title-on-top', 'NPS', { scores: down('Score', 10, 3, 9) }, THIRD, CELLS),
  stated('numbers-as-text', 'NPS', { scores: down('10', '9', '3') }, THIRD, CELLS),
  stated('words-for-none', 'NPS', { scores: down(10, 'n/a', 9) }, 100, CELLS),
  stated('nothing-but-blanks', 'NPS', { scores: down(null, null) }, error('#N/A'), CELLS),
  stated('zero-is-an-answer', 'NPS', { scores: down(10, 9, 0, null, 10) }, 50, CELLS),
  stated('rates-as-text', 'LTV', { arpa: '100', gross_margin: '80%', churn_rate: '5%' }, 1600, CELLS),
  stated('thousands-as-text', 'ARPU', { revenue: down('$1,234.50', '65.50'), active_customers: 2 }, 650, CELLS),
  stated('blank-option', 'LTV', { arpa: 100, gross_margin: 0.8, churn_rate: 0.05, discount_rate: null }, 1600, CELLS),
  stated('an-error-among-cells', 'NPS', { scores: [[10], [error('#N/A')], [9]] }, error('#N/A'), ERRORS),
  stated('another-error', 'CSAT', { ratings: [[5], [error('#REF!')]] }, error('#REF!'), ERRORS),
  stated(
    'an-error-cell',
    'LTV',
    { arpa: error('#DIV/0!'), gross_margin: 0.8, churn_rate: 0.05 },
    error('#DIV/0!'),
    ERRORS,
  ),
  stated(
    'an-error-among-dates',
    'COHORT_RETENTION',
    { ids: down('a', 'b'), dates: [[45292], [error('#NUM!')]] },
    error('#NUM!'),
    ERRORS,
  ),
  stated('a-score-between', 'NPS', { scores: down(10, 8.5) }, error('#VALUE!'), LIMITS),
  stated('more-than-all-lost', 'CHURN_RATE', { start_customers: 500, lost_customers: 600 }, error('#VALUE!'), LIMITS),
  stated('a-rate-as-80', 'LTV', { arpa: 100, gross_margin: 80, churn_rate: 0.05 }, error('#VALUE!'), LIMITS),
  stated('a-rate-above-1', 'LTV', { arpa: 100, gross_margin: 0.8, churn_rate: 1.2 }, error('#VALUE!'), LIMITS),
  stated(
    'unequal-heights',
    'COHORT_RETENTION',
    { ids: down('a', 'b'), dates: down(45292, 45293, 45294) },
    error('#VALUE!'),
    LIMITS,
  ),
  stated('ten-million-by-counts', 'NPS', { scores: down(10, 8, 3), counts: down(250, 120, 30) }, 55, COUNTS),
  stated('a-count-of-0', 'NPS', { scores: down(10, 0), counts: down(4, 0) }, 100, COUNTS),
  stated('a-blank-count', 'NPS', { scores: down(10, 0), counts: down(4, null) }, 100, COUNTS),
  stated('a-count-below-0', 'NPS', { scores: down(10, 0), counts: down(4, -1) }, error('#VALUE!'), COUNTS),
  stated('counted-ratings', 'CSAT', { ratings: down(5, 4, 2), counts: down(3, 1, 4) }, 0.5, COUNTS),
  stated('counted-efforts', 'CES', { scores: down(1, 5), counts: down(3, 1) }, 2, COUNTS),
  cohorts('by-week', { ids: down('a', 'b', 'a'), dates: down(45292, 45293, 45299), period: 'week' }, [
    [45292, 2, 1, 0.5],
  ]),
  cohorts('by-quarter', { ids: down('a', 'b', 'a'), dates: down(45292, 45300, 45383), period: 'quarter' }, [
    [45292, 2, 1, 0.5],
  ]),
  cohorts('by-year', { ids: down('a', 'b', 'a'), dates: down(45292, 45400, 45658), period: 'year' }, [
    [45292, 2, 1, 0.5],
  ]),
  cohorts('as-of', { ids: down('a', 'b', 'a'), dates: down(45292, 45323, 45352), as_of: 45351 }, [
    [45292, 1, 1, 0],
    [45323, 1, 1, null],
  ]),
  cohorts('late-at-night', { ids: down('a', 'b'), dates: down(45322.999, 45323) }, [
    [45292, 1, 1, 0],
    [45323, 1, 1, null],
  ]),
  cohorts('counted-orders', { ids: down('a', 'a', 'b'), dates: down(45292, 45323, 45292), counts: down(2, 5, 1) }, [
    [45292, 2, 1, 0.5],
  ]),
  cohorts('customers-alike', { ids: down('a', 'a', 'b'), dates: down(45292, 45323, 45292), customers: down(3, 3, 1) }, [
    [45292, 4, 1, 0.75],
  ]),
  cohorts('ids-as-text', { ids: down('007', 7, '7', 'a'), dates: down(45292, 45292, 45323, 45292) }, [
    [45292, 3, 1, 1 / 3],
  ]),
  cohorts('blank-ids', { ids: down('a', null, 'a'), dates: down(45292, 45293, 45323) }, [[45292, 1, 1, 1]]),
]

/** The arguments by their names, in the order of the function. */
function stated(
  name: string,
  called: string,
  given: Readonly<Record<string, CaseArgument>>,
  expected: Expected,
  source: string,
): Published {
  const names = findMetric(called)!.spec.args.map((arg) => arg.name)
  const unknown = Object.keys(given).find((one) => !names.includes(one))
  if (unknown !== undefined) throw new Error(`${called} has no argument ${unknown}, only ${names.join(', ')}`)
  const last = names.reduce((last, one, at) => (one in given ? at : last), 0)
  const args = names.slice(0, last + 1).map((one) => given[one] ?? null)
  return { name: `convention-${name}`, function: called, arguments: args, expected, source }
}

function cohorts(
  name: string,
  given: Readonly<Record<string, CaseArgument>>,
  rows: readonly (readonly (number | null)[])[],
): Published {
  const titles = ['cohort', 'customers', ...rows[0]!.slice(2).map((_, period) => period)]
  return stated(name, 'COHORT_RETENTION', given, [titles, ...rows], COHORTS)
}
