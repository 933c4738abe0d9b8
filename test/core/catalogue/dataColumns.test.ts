import { expect, test } from 'vitest'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { bestColumn, columnReference } from '../../../core/catalogue/dataColumns.ts'

/** The header that is offered for an argument. */
function offered(name: string, argument: string, titles: readonly string[]): string | undefined {
  const arg = findMetric(name)!.spec.args.find((each) => each.name === argument)!
  const columns = titles.map((title, index) => ({ sheet: 'Data', title, index }))
  return bestColumn(arg, columns)?.title
}

const SURVEY = ['id', 'sent_at', 'region', 'recommend', 'satisfaction', 'effort', 'comment']
const ORDERS = ['order_id', 'customer_id', 'order_date', 'channel', 'revenue']
const TICKETS = ['ticket', 'created_at', 'first_reply', 'channel', 'contacts']

test.each([
  ['NPS', 'scores', SURVEY, 'recommend'],
  ['CSAT', 'ratings', SURVEY, 'satisfaction'],
  ['CES', 'scores', SURVEY, 'effort'],
  ['METRIC_BY', 'groups', SURVEY, 'region'],
  ['REPEAT_RATE', 'ids', ORDERS, 'customer_id'],
  ['REPEAT_RATE', 'dates', ORDERS, 'order_date'],
  ['RFM', 'amounts', ORDERS, 'revenue'],
  ['TOUCH_PATHS', 'channels', ORDERS, 'channel'],
  ['RESPONSE_TIME', 'created', TICKETS, 'created_at'],
  ['RESPONSE_TIME', 'replied', TICKETS, 'first_reply'],
  ['FCR', 'contacts_per_case', TICKETS, 'contacts'],
])('for %s %s of %j the column %s is offered', (name, argument, titles, title) => {
  expect(offered(name, argument, titles)).toBe(title)
})

test.each(['First reply', 'FIRST_REPLY', 'firstReply', 'first-reply', ' first  replies '])(
  'a header is read however it is written: %j',
  (title) => {
    expect(offered('RESPONSE_TIME', 'replied', ['x', title])).toBe(title)
  },
)

test('the name of an argument counts more than what is told of it', () => {
  expect(offered('NPS', 'scores', ['recommend', 'score'])).toBe('score')
})

test('of columns that fit alike the first is offered', () => {
  expect(offered('NPS', 'scores', ['score a', 'score b'])).toBe('score a')
})

test('no column is offered for a word that many have in common', () => {
  expect(offered('TIME_TO_VALUE', 'start_dates', ORDERS)).toBeUndefined()
  expect(offered('COHORT_REVENUE', 'amounts', ['order_id', 'customer_id', 'order_date'])).toBeUndefined()
  expect(offered('MEDIAN_LIFETIME', 'ended', ['customer_id'])).toBeUndefined()
})

test('nothing is offered for headers without words, or without any header', () => {
  expect(offered('NPS', 'scores', ['', '%', 'the', '—'])).toBeUndefined()
  expect(offered('NPS', 'scores', [])).toBeUndefined()
})

test('a column is named in whole, with its sheet in quotes where it needs them', () => {
  expect(columnReference({ sheet: 'Survey', title: 'a', index: 5 })).toBe('Survey!F:F')
  expect(columnReference({ sheet: "Ann's survey", title: 'a', index: 27 })).toBe("'Ann''s survey'!AB:AB")
})
