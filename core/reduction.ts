/**
 * How an engine makes so few rows of a table that they fit a sheet, and the function still gives from them what it gives
 * from all rows.
 */
export type Reduction =
  /** Rows that are alike become one, with a count. Of a date only the day matters to the function where `days` says so. */
  | { shape: 'rows'; days?: true }
  /** Orders become customers by the period of their first one, and what they did, or paid, in each period. */
  | { shape: 'cohorts'; money?: true }
  /** Orders become the first day and the next one of each customer, counted. */
  | { shape: 'returns' }
  /** Orders become histories of customers (repeat orders, weeks to the last, weeks observed), or their mean spend, counted. */
  | { shape: 'histories'; of: 'orders' | 'spend' }
  /** Orders become the amounts of each customer and day. */
  | { shape: 'days' }
  /** Orders become the last day of each customer, the number of orders and what they came to. */
  | { shape: 'totals' }
  /** Bills become what each customer pays in a period, and customers who pay alike are counted. */
  | { shape: 'ledger' }
  /** Events become the ways through the stages, each with how many went it. */
  | { shape: 'stages' }
  /** Uses become how many used each feature. */
  | { shape: 'features' }
  /** Touches become paths, each with how many of them converted and how many did not. */
  | { shape: 'paths' }
