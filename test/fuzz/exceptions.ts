/** Where a change of the cells may change the answer, and why: by function, or by function and argument. */
type Exceptions = Readonly<Record<string, string>>

/** The order says something, so that the same cells in another order are other data. */
export const orderCounts: Exceptions = {
  'BACKLOG_AGE.bands': 'the smallest first',
  'BASS_FIT.adopters': 'one value for each period from the launch on',
  'BUDGET_SPLIT.maximums': 'one value for each channel',
  'BUDGET_SPLIT.minimums': 'one value for each channel',
  'KPI_TREND.values': 'one value for each period, the oldest first',
  'LTV_RETENTION.retention_curve': 'one value for each period from 0 on',
  'SENSITIVITY.values': 'the rows of the table in their order',
  'SENSITIVITY.values_too': 'the columns of the table in their order',
  'TCO.annual_costs': 'one value for each year',
  ADSTOCK: 'one value for each period, the oldest first',
  ATTRIBUTION_EVENTS: 'touches of one time keep the order of the rows',
  CASES_FROM_EVENTS: 'a column for each kind, the first to come first, where kind_order does not tell',
  FUNNEL: 'the first stage on top',
  KPI_FORECAST: 'one value for each period, the oldest first where no dates tell',
  MIX_RATE: 'segments are numbered by their rows',
  SAMPLE_RATIO: 'variants are numbered by their rows',
  SIGNAL_GAP: 'cues without a label are numbered by their rows',
  SPEND_RESPONSE: 'a row for each period, the oldest first',
  TOUCH_PATHS: 'touches of one time keep the order of the rows',
  VARIANTS_TEST: 'the first variant is the control where none has its name',
}

/** The rows of the table are the same, but those that nothing else puts in order stand as they come. */
export const asTheyCome: Exceptions = {
  CLV: 'the most valuable customer on top, of equal ones the first',
  CLV_INPUTS: 'customers as they come',
  RENEWALS_DUE: 'the contract that ends first on top, of equal ones the first',
  RFM: 'the best customer on top, of equal ones the first',
}

/** A blank cell at the end says something. */
export const blanksCount: Exceptions = {
  'SENSITIVITY.inputs': 'each cell is an argument',
  'TCO.annual_costs': 'a year without a cost is refused, as it may have been forgotten',
}

/** A header says something. */
export const headersCount: Exceptions = {
  DATA_CHECK: 'columns are named by their titles',
  DRIVER_IMPACT: 'drivers are named by their titles',
  SPEND_RESPONSE: 'channels are named by their titles',
}
