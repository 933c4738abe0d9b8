import { expect, test } from 'vitest'
import { findMetric } from '../../../../../core/catalogue/catalogue.ts'
import { guessedColumns } from '../../../../../core/sidebar/functions/warehouse/columnGuess.ts'
import type { DialectName } from '../../../../../warehouse/dialect.ts'
import { inputsOf } from '../../../../../warehouse/inputs.ts'
import { schemaOf } from '../../../../../warehouse/schema.ts'

const guess = (name: string, schema: string, dialect: DialectName = 'bigquery') =>
  guessedColumns(inputsOf(findMetric(name)!.spec), schemaOf(schema), dialect)

const ORDERS = `order_id INT64
  customer_id STRING
  status STRING
  tax_amount NUMERIC
  order_total NUMERIC
  updated_at TIMESTAMP
  created_at TIMESTAMP
  ordered_at TIMESTAMP`

test('a table of orders has its customer, its day and its amount', () => {
  expect(guess('COHORT_REVENUE', ORDERS)).toEqual({ ids: 'customer_id', dates: 'ordered_at', amounts: 'order_total' })
})

test('names of other shops mean the same', () => {
  expect(guess('RFM', 'id INT\nUserId VARCHAR\nPurchaseDate DATE\nNetRevenue FLOAT', 'snowflake')).toEqual({
    ids: 'UserId',
    dates: 'PurchaseDate',
    amounts: 'NetRevenue',
  })
  expect(guess('RFM', 'client_no,invoice_date,amount')).toEqual({
    ids: 'client_no',
    dates: 'invoice_date',
    amounts: 'amount',
  })
})

test('the id of an order is no customer, and when a row was changed is no order', () => {
  expect(guess('COHORT_RETENTION', 'id STRING\norder_id STRING\nupdated_at TIMESTAMP\nbirth_date DATE')).toEqual({})
})

test('a date is looked for among dates and times where types are known, and an amount among numbers', () => {
  const schema = 'customer_id STRING\ndate STRING\namount STRING\nwhen_it_was TIMESTAMP\nvalue NUMERIC'
  expect(guess('RFM', schema)).toEqual({ ids: 'customer_id', dates: 'when_it_was', amounts: 'value' })
  expect(guess('RFM', 'customer_id\ndate\namount')).toEqual({ ids: 'customer_id', dates: 'date', amounts: 'amount' })
})

test('which types are dates is a matter of the dialect', () => {
  const schema = 'customer_id text\npaid_on TIMESTAMP_TZ'
  expect(guess('COHORT_RETENTION', schema, 'snowflake')).toEqual({ ids: 'customer_id', dates: 'paid_on' })
  expect(guess('COHORT_RETENTION', 'customer_id text\npaid_on NUMBER', 'snowflake')).toEqual({ ids: 'customer_id' })
})

test('a survey has its scores and its segments', () => {
  expect(guess('NPS_TABLE', 'response_id INT64\nnps_score INT64\nregion STRING\nsegment STRING')).toEqual({
    scores: 'nps_score',
    segments: 'segment',
  })
  expect(guess('CSAT', 'rating_id INT64\nrating INT64\nmax_score INT64')).toEqual({ ratings: 'rating' })
})

test('other inputs are found by the words of their names', () => {
  expect(guess('ACTIVATION_RATE', 'signup_at TIMESTAMP\nactivated_at TIMESTAMP\nsignup_source STRING')).toEqual({
    signup_dates: 'signup_at',
    activation_dates: 'activated_at',
  })
  expect(guess('ON_TIME_RATE', 'promised_date DATE\ndelivered_date DATE\nordered_at TIMESTAMP')).toEqual({
    promised: 'promised_date',
    delivered: 'delivered_date',
  })
})

test('a column that would do for two inputs is offered for neither', () => {
  expect(guess('ACTIVATION_RATE', 'happened_at TIMESTAMP')).toEqual({})
})

test('an input that may stay empty is found by its own name alone', () => {
  const touches = 'user_id STRING\nts TIMESTAMP\nutm_source STRING'
  const found = { ids: 'user_id', dates: 'ts', channels: 'utm_source' }
  expect(guess('ATTRIBUTION', touches)).toEqual(found)
  expect(guess('ATTRIBUTION', `${touches}\nconversion_date TIMESTAMP`)).toEqual({
    ...found,
    conversion_dates: 'conversion_date',
  })
})

test('events have a customer, a stage and a time', () => {
  expect(guess('FUNNEL_EVENTS', 'event_id INT64\nuser_id INT64\nevent_name STRING\nevent_time DATETIME')).toEqual({
    ids: 'user_id',
    stages: 'event_name',
    dates: 'event_time',
  })
})

test('several columns side by side are for a person to choose', () => {
  expect(guess('DRIVER_IMPACT', 'outcome INT64\ndrivers INT64')).toEqual({ outcome: 'outcome' })
})
