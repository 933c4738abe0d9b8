import type { DialectName } from '../../warehouse/dialect.ts'

/** What a column holds, whatever an engine calls it. An instant is told in UTC, an exact number as the text of its digits. */
export type Kind = 'text' | 'integer' | 'float' | 'exact' | 'date' | 'datetime' | 'instant' | 'boolean'
export type Value = string | number | boolean | null

export interface CaseTable {
  columns: Readonly<Record<string, Kind>>
  rows: readonly (readonly Value[])[]
}

/** A call of a function over all rows of a table, and over what a query makes of them. */
export interface Case {
  name: string
  table: keyof typeof tables
  /** For each input the columns that stand for it, as Request has them but without their types. */
  columns: Readonly<Record<string, string>>
  options?: Readonly<Record<string, string>>
  zone?: string
  where?: { sql: string; keeps: (row: Readonly<Record<string, Value>>) => boolean }
  /** How many rows the query says that it left out. */
  leftOut?: number
  /** How far numbers may be from those over all rows, as a part of them. */
  tolerance?: number
  /** Whether it is a sentence that the function gives. */
  fails?: true
  /** Whether the rows below the titles may come in another order. */
  anyOrder?: true
}

export const typeNames: Readonly<Record<DialectName, Readonly<Record<Kind, string>>>> = {
  bigquery: types('STRING INT64 FLOAT64 NUMERIC DATE DATETIME TIMESTAMP BOOL'),
  snowflake: types('VARCHAR INTEGER FLOAT NUMBER(38,9) DATE TIMESTAMP_NTZ TIMESTAMP_TZ BOOLEAN'),
  postgresql: types('text integer double_precision numeric date timestamp timestamptz boolean'),
  duckdb: types('VARCHAR INTEGER DOUBLE DECIMAL(38,9) DATE TIMESTAMP TIMESTAMPTZ BOOLEAN'),
  databricks: types('STRING INT DOUBLE DECIMAL(38,9) DATE TIMESTAMP_NTZ TIMESTAMP BOOLEAN'),
  redshift: types('varchar integer double_precision decimal(38,9) date timestamp timestamptz boolean'),
}

function types(names: string): Record<Kind, string> {
  const [text, integer, float, exact, date, datetime, instant, boolean] = names
    .split(' ')
    .map((name) => name.replace('_precision', ' precision'))
  return { text, integer, float, exact, date, datetime, instant, boolean } as Record<Kind, string>
}

const BERLIN = 'Europe/Berlin'

/** One customer in every spelling that reads the same: spaces, marks that nobody sees, an accent in two signs. */
const ZOE = [
  'Zo\u00eb Lang',
  ' Zoe\u0308 Lang',
  'Zo\u00eb\u00a0Lang\t',
  'Zo\u00eb \u2003 Lang',
  '\u200bZo\u00eb\u200b Lang\ufeff',
  'Zo\u00eb Lang\u200d',
]

const NO_ONE = [null, '', ' ', '\u00a0', 'n/a', 'N/A', '(not set)', '-', '\u2014', 'NULL', 'unknown', '<none>']

/** How much more or less than usual somebody spends. */
const LUCK = [0.13, 0.4, 0.7, 1.05, 1.6, 3.1]
/** How often somebody orders, and after how many days as a rule. */
const ORDERS = [1, 3, 1, 2, 9, 1, 5, 1, 2, 14, 1, 4, 1]
const PAUSE = [3, 55, 9, 24, 5]

/** Days in order, and the steps between them, of customers who order in a way of their own. */
function steadyOrders(): [string, string, number][] {
  return Array.from({ length: 48 }, (_, k) => {
    let day = Date.UTC(2023, 5, 1) + ((k * 37) % 290) * 864e5
    return Array.from({ length: ORDERS[k % ORDERS.length]! }, (_, j): [string, string, number] => {
      if (j > 0) day += Math.ceil(PAUSE[k % PAUSE.length]! * LUCK[(k + j * 5) % LUCK.length]!) * 864e5
      const level = 60 / (1 + ((k * 17) % 8))
      const amount = Math.round(level * LUCK[(k * 5 + j * 7) % LUCK.length]! * 100) / 100
      return [`C-${String(k).padStart(3, '0')}`, `${new Date(day).toISOString().slice(0, 10)}T10:00:00Z`, amount]
    })
  }).flat()
}

/** Customer, instant and amount of each order. */
const messyOrders: [Value, string | null, number | null][] = [
  ...ZOE.map((id, i): [string, string, number] => [id, `2024-0${1 + i}-17T08:15:00Z`, 20 + i / 10]),
  // In Berlin it is the next day already, and the next month or year; in summer from ten o'clock on.
  ['Midnight', '2023-12-31T22:59:59Z', 10.3],
  ['Midnight', '2023-12-31T23:00:00Z', 20.7],
  ['Midnight', '2024-03-30T23:30:00Z', 5.5],
  ['Midnight', '2024-03-31T00:59:59Z', 6.25],
  ['Midnight', '2024-03-31T01:00:00Z', 7.75],
  ['Midnight', '2024-03-31T22:30:00Z', 9.99],
  ['Midnight', '2024-06-30T21:59:59Z', 1.01],
  ['Midnight', '2024-06-30T22:00:00Z', 2.02],
  // The hour that comes twice.
  ['Twice', '2023-10-29T00:30:00Z', 11],
  ['Twice', '2023-10-29T01:30:00Z', 12],
  ['Leap', '2024-02-29T12:00:00Z', 29.29],
  ['Leap', '2024-02-28T23:00:00Z', 0.7],
  ['Leap', '2024-03-01T12:00:00Z', 1.3],
  ['Back', '2024-01-10T12:00:00Z', 30],
  ['Back', '2024-02-10T12:00:00Z', 50],
  ['Back', '2024-02-20T12:00:00Z', -12.5],
  ['Nothing left', '2024-01-12T12:00:00Z', 40.4],
  ['Nothing left', '2024-01-14T12:00:00Z', -40.4],
  ['Nothing at once', '2024-04-14T09:00:00Z', 0.1],
  ['Nothing at once', '2024-04-14T10:00:00Z', 0.2],
  ['Nothing at once', '2024-04-14T11:00:00Z', -0.3],
  ['Refund alone', '2024-02-02T12:00:00Z', -9.5],
  ['Refund first', '2024-02-02T12:00:00Z', -9.5],
  ['Refund first', '2024-03-02T12:00:00Z', 19.5],
  ['Free', '2024-02-05T12:00:00Z', 0],
  ['Free', '2024-05-05T12:00:00Z', 0],
  ['O\'Neil \\ "Söhne"', '2024-05-06T12:00:00Z', 15],
  ['007', '2024-05-06T12:00:00Z', 16],
  ['7', '2024-05-07T12:00:00Z', 17],
  ['zo\u00eb lang', '2024-05-08T12:00:00Z', 18],
  ['Late', '2024-07-01T12:00:00Z', 21],
  ['Late', '2024-07-31T12:00:00Z', -1],
  ...NO_ONE.map((id, i): [Value, string, number] => [id, `2024-04-0${1 + (i % 9)}T12:00:00Z`, 3]),
  ['No day', null, 3],
  ['No amount', '2024-04-04T12:00:00Z', null],
  [null, null, null],
]

const ORDERS_LEFT_OUT = NO_ONE.length + 3

const orders: CaseTable = {
  columns: {
    customer: 'text',
    'ordered at': 'instant',
    local: 'datetime',
    day: 'date',
    day_text: 'text',
    paid: 'float',
    exact: 'exact',
    paid_text: 'text',
  },
  rows: [...steadyOrders(), ...messyOrders].map(([id, instant, paid], i) => {
    const day = instant?.slice(0, 10) ?? (i % 2 === 0 ? null : '9999-12-31')
    const digits = paid === null ? null : String(paid)
    return [
      id,
      instant,
      instant?.slice(0, 19) ?? null,
      day,
      instant ? (i % 3 === 0 ? ` ${instant.slice(0, 10)}` : instant.slice(0, 10)) : 'n/a',
      paid,
      digits,
      digits === null ? 'n/a' : i % 4 === 0 ? ` ${digits} ` : digits,
    ]
  }),
}

const bills: CaseTable = {
  columns: { client: 'text', billed: 'date', due: 'instant', fee: 'exact', fee_text: 'text' },
  rows: Array.from({ length: 17 }, (_, month) => {
    const day = (of: number) => new Date(Date.UTC(2023, month, of)).toISOString().slice(0, 10)
    const bill = (client: string | null, of: number, fee: string | null): Value[] => [
      client,
      day(of),
      `${day(of)}T23:30:00Z`,
      fee,
      fee ?? '(not set)',
    ]
    return [
      bill(month % 2 === 0 ? 'Acme GmbH' : 'Acme\u00a0GmbH ', 1, '100.10'),
      bill('Beta', 5, String(50 + month)),
      bill('Gamma', 5, '50'),
      bill('Delta', 5, '50'),
      bill('Delta\t', 6, month === 3 ? '-50' : '0'),
      ...(month < 9 ? [bill('Leaves', 28, '19.9')] : [bill('Leaves', 28, '0')]),
      ...(month % 3 === 0 ? [bill('Now and then', 2, '30.333333333')] : []),
      ...(month > 4 ? [bill('Comes late', 3, '75'), bill('Comes late', 4, '-5.5')] : []),
      ...(month === 6 ? [bill('n/a', 1, '9'), bill(null, 1, '9'), bill('Epsilon', 1, null)] : []),
      ...(month === 7 ? [bill('A credit alone', 1, '-4')] : []),
    ]
  }).flat(),
}

const events: CaseTable = {
  columns: { user: 'text', step: 'text', happened: 'instant', local: 'datetime', day: 'date', feature: 'text' },
  rows: (
    [
      ['Ann', 'Visit', '2024-03-30T22:30:00Z', 'Export'],
      ['Ann', 'Sign-up', '2024-03-31T22:30:00Z', 'Export'],
      ['Ann', 'Paid', '2024-04-06T21:59:59Z', 'Chat'],
      ['Ben', 'visit', '2024-03-01T10:00:00Z', 'Chat'],
      ['Ben', 'Sign-up', '2024-03-01T10:00:00Z', 'Caf\u00e9'],
      ['Ben ', 'Paid', '2024-03-09T10:00:00Z', 'Cafe\u0301'],
      ['Cleo', 'Paid', '2024-03-02T08:00:00Z', 'Report\u00a0'],
      ['Cleo', 'Sign-up', '2024-03-02T09:00:00Z', 'Report'],
      ['Cleo', 'Visit', '2024-03-02T10:00:00Z', 'Report'],
      ['Dan', 'Visit', '2024-02-28T10:00:00Z', 'Export'],
      ['Dan', 'Visit', '2024-02-29T10:00:00Z', 'Export'],
      ['Dan', '\u200bSign-up', '2024-03-07T10:00:00Z', 'Export'],
      ['Dan', 'Visit', '2024-03-07T12:00:00Z', 'Chat'],
      ['Dan', 'Paid', '2024-03-08T10:00:00Z', 'Chat'],
      ['Eve', 'Visit', '2024-02-28T10:00:00Z', 'Export'],
      ['Eve', 'Visit', '2024-02-29T10:00:00Z', 'Export'],
      ['Eve', 'Sign-up', '2024-03-07T10:00:00Z', 'Export'],
      ['Eve', 'Visit', '2024-03-07T12:00:00Z', 'Chat'],
      ['Eve', 'Paid', '2024-03-08T10:00:00Z', 'Chat'],
      ['Fay', 'Newsletter', '2024-03-08T10:00:00Z', 'Search'],
      ['Gus', 'Visit', '2024-03-08T10:00:00Z', 'Search'],
      ['(not set)', 'Visit', '2024-03-08T10:00:00Z', 'Search'],
      [null, 'Visit', '2024-03-08T10:00:00Z', 'Search'],
      ['Gus', 'n/a', '2024-03-08T11:00:00Z', 'n/a'],
      ['Gus', 'Sign-up', null, '\u2014'],
    ] satisfies [Value, Value, string | null, Value][]
  ).map(([user, step, at, feature]) => [user, step, at, at?.slice(0, 19) ?? null, at?.slice(0, 10) ?? null, feature]),
}

/** Touches of one time stand in the order of their channels, as the query puts them. */
const touches: CaseTable = {
  columns: {
    visitor: 'text',
    seen: 'instant',
    seen_local: 'datetime',
    seen_day: 'date',
    channel: 'text',
    bought: 'instant',
    bought_local: 'datetime',
    bought_day: 'date',
  },
  rows: (
    [
      ['Ann', '2024-03-01T08:00:00Z', 'search', '2024-03-09T10:00:00Z'],
      ['Ann\u00a0', '2024-03-05T08:00:00Z', 'Caf\u00e9 mail', null],
      ['Ann', '2024-03-09T09:00:00Z', 'shop', null],
      ['Ann', '2024-03-09T11:00:00Z', 'social', null],
      ['Ben', '2024-03-02T23:30:00Z', 'search', '2024-03-31T00:30:00Z'],
      ['Ben', '2024-03-30T22:00:00Z', 'Cafe\u0301 mail', '2024-04-30T00:30:00Z'],
      ['Ben', '2024-03-30T23:15:00Z', 'shop', null],
      ['Cleo', '2024-02-29T10:00:00Z', 'mail', '2024-03-05T10:00:00Z'],
      ['Cleo', '2024-02-29T10:00:00Z', 'social', '2024-03-05T10:00:00Z'],
      ['Dan', '2024-02-29T10:00:00Z', 'mail', null],
      ['Dan', '2024-03-02T10:00:00Z', '\u200bsocial', null],
      ['Eve', '2024-03-02T10:00:00Z', 'search', null],
      ['Fay', '2024-05-02T10:00:00Z', 'search', '2024-05-01T10:00:00Z'],
      ['Gus', null, 'search', '2024-05-01T10:00:00Z'],
      ['Hal', '2024-05-02T10:00:00Z', 'n/a', null],
      ['Hal', '2024-05-03T10:00:00Z', 'social', '2024-05-03T10:00:00Z'],
      ['n/a', '2024-05-03T10:00:00Z', 'social', '2024-05-03T10:00:00Z'],
    ] satisfies [Value, string | null, Value, string | null][]
  ).map(([visitor, seen, channel, bought]) => [
    visitor,
    seen,
    seen?.slice(0, 19) ?? null,
    seen?.slice(0, 10) ?? null,
    channel,
    bought,
    bought?.slice(0, 19) ?? null,
    bought?.slice(0, 10) ?? null,
  ]),
}

/** Answers, trials and cases: each row is a thing of its own. */
const answers: CaseTable = {
  columns: {
    score: 'integer',
    score_text: 'text',
    rating: 'float',
    segment: 'text',
    status: 'text',
    is_won: 'boolean',
  },
  rows: [10, 9, 9, 0, 6, 7, 8, 10, null, 3, 10, 9, 5, 8, 10, 10, null, 2, 9, 7].map((score, i) => [
    score,
    score === null ? 'n/a' : i % 3 === 0 ? ` ${score}` : String(score),
    score === null ? null : 1 + Math.min(score, 8) / 2,
    ['North', 'north ', 'North\u00a0', 'S\u00fcd', 'Su\u0308d', null, 'East'][i % 7]!,
    ['active', 'Cancelled', 'cancelled\u200b', 'paused', null, 'n/a'][i % 6]!,
    [true, false, null, true][i % 4]!,
  ]),
}

const trials: CaseTable = {
  columns: {
    began: 'date',
    paid: 'date',
    began_at: 'instant',
    paid_at: 'instant',
    began_local: 'datetime',
    paid_local: 'datetime',
  },
  rows: (
    [
      ['2024-01-31T23:30:00Z', '2024-02-14T22:59:59Z'],
      ['2024-01-31T23:30:00Z', '2024-02-14T23:00:00Z'],
      ['2024-02-15T10:00:00Z', '2024-02-29T10:00:00Z'],
      ['2024-02-15T10:00:00Z', '2024-02-29T10:00:00Z'],
      ['2024-02-15T10:00:00Z', '2024-02-29T12:00:00Z'],
      ['2024-02-29T22:30:00Z', '2024-03-30T23:30:00Z'],
      ['2024-02-29T23:30:00Z', '2024-03-31T22:30:00Z'],
      ['2024-03-01T10:00:00Z', null],
      ['2024-03-01T10:00:00Z', null],
      ['2024-03-17T01:00:00Z', '2024-03-31T01:00:00Z'],
      ['2024-04-20T10:00:00Z', '2024-04-21T10:00:00Z'],
      ['2024-04-25T10:00:00Z', null],
      [null, '2024-04-26T10:00:00Z'],
      [null, null],
    ] satisfies [string | null, string | null][]
  ).map(([began, paid]) => [
    began?.slice(0, 10) ?? null,
    paid?.slice(0, 10) ?? null,
    began,
    paid,
    began?.slice(0, 19) ?? null,
    paid?.slice(0, 19) ?? null,
  ]),
}

const tickets: CaseTable = {
  columns: {
    opened: 'instant',
    closed: 'instant',
    opened_local: 'datetime',
    closed_local: 'datetime',
    promised: 'date',
    delivered: 'date',
    reason: 'text',
    cost: 'float',
    cost_exact: 'exact',
    cost_text: 'text',
    contacts: 'integer',
    solved: 'text',
    client: 'text',
  },
  rows: (
    [
      ['2024-03-28T10:00:00Z', '2024-03-28T11:30:00Z', 'Late', 12.5, 1],
      ['2024-03-28T10:00:00Z', '2024-03-28T11:30:00Z', 'late ', 12.5, 1],
      ['2024-03-30T22:30:00Z', '2024-03-31T01:30:00Z', 'Damaged', 0.1, 2],
      ['2024-03-30T23:30:00Z', '2024-03-31T22:15:30Z', 'Damaged\u00a0', 0.2, 3],
      ['2024-02-28T08:00:00Z', '2024-02-29T08:00:01Z', 'G\u00f6tterspei\u00dfe', 7, 1],
      ['2024-02-29T08:00:00Z', '2024-03-01T09:00:00Z', 'Go\u0308tterspei\u00dfe', 7.75, 1],
      ['2024-04-01T06:00:00Z', null, 'Wrong item', 3.3, 4],
      ['2024-04-02T06:00:00Z', null, null, 4, null],
      ['2024-04-03T06:00:00Z', '2024-04-03T07:00:00Z', 'n/a', 4, 1],
      ['2024-04-03T06:00:00Z', '2024-04-03T06:00:00Z', 'Late', null, 2],
      [null, null, 'Late', 1, 1],
    ] satisfies [string | null, string | null, Value, number | null, number | null][]
  ).map(([opened, closed, reason, cost, contacts], i) => [
    opened,
    closed,
    opened?.slice(0, 19) ?? null,
    closed?.slice(0, 19) ?? null,
    opened?.slice(0, 10) ?? null,
    closed?.slice(0, 10) ?? null,
    reason,
    cost,
    cost === null ? null : String(cost),
    cost === null ? '(not set)' : String(cost),
    contacts,
    ['yes', 'No', 'YES', null, 'no\u00a0'][i % 5]!,
    ['Ann', 'Ben', ' Ann', 'Zo\u00eb', 'Zoe\u0308'][i % 5]!,
  ]),
}

const lifetimes: CaseTable = {
  columns: {
    months: 'integer',
    years: 'float',
    years_exact: 'exact',
    ended: 'text',
    has_ended: 'boolean',
    plan: 'text',
  },
  rows: [1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 6, 6, 8, 9, 9, 12, 12, 14, null, 3].map((months, i) => [
    months,
    months === null ? null : months / 12,
    months === null ? null : String(months / 4),
    i === 19 ? null : i % 3 === 0 ? 'no' : i % 3 === 1 ? 'Yes' : ' yes',
    i === 19 ? null : i % 3 !== 0,
    ['Basic', 'Pro', ' Basic', 'Pro\u200b'][i % 4]!,
  ]),
}

/** Numbers and texts for the functions that have no table of their own. */
const survey: CaseTable = {
  columns: {
    too_cheap: 'integer',
    cheap: 'integer',
    expensive: 'float',
    too_expensive: 'exact',
    quantity: 'integer',
    'fair price': 'integer',
    select: 'float',
    comment: 'text',
    started: 'date',
    redeemed: 'instant',
  },
  rows: Array.from({ length: 18 }, (_, i) => [
    i === 17 ? null : 5 + (i % 4),
    9 + (i % 5),
    14.5 + (i % 6),
    `${20 + (i % 3)}.25`,
    i % 4,
    1 + ((i * 3) % 5),
    1 + ((i * 2) % 4) + 0.5,
    [
      'Late delivery',
      'late\u00a0DELIVERY',
      'Caf\u00e9 closed',
      'Cafe\u0301 closed',
      null,
      'n/a',
      'It\u2019s all "fine" \\o/',
    ][i % 7]!,
    `2024-02-${20 + (i % 10)}`,
    `2024-03-${21 + (i % 10)}T22:59:59Z`,
  ]),
}

const outages: CaseTable = {
  columns: { down: 'instant', up: 'instant', down_local: 'datetime', up_local: 'datetime' },
  rows: (
    [
      ['2024-03-30T22:30:00Z', '2024-03-31T02:30:00Z'],
      ['2024-02-29T10:00:00Z', '2024-02-29T10:10:10Z'],
      ['2024-02-29T10:00:00Z', '2024-02-29T10:10:10Z'],
      ['2024-04-01T00:00:00Z', '2024-04-01T00:00:30Z'],
      [null, null],
    ] satisfies [string | null, string | null][]
  ).map(([down, up]) => [down, up, down?.slice(0, 19) ?? null, up?.slice(0, 19) ?? null]),
}

export const tables = {
  orders,
  bills,
  events,
  touches,
  answers,
  trials,
  tickets,
  lifetimes,
  'survey of all': survey,
  outages,
}

export const cases: readonly Case[] = [...rowCases(), ...orderCases(), ...billCases(), ...eventCases(), ...touchCases()]

function rowCases(): Case[] {
  const berlin = { zone: BERLIN }
  const of = (name: string, table: Case['table'], columns: Case['columns'], more: Partial<Case> = {}): Case => ({
    name,
    table,
    columns,
    ...more,
  })
  const instants = { opened: 'opened', closed: 'closed' }
  const waits = (starts: string, ends: string): Case['columns'][] => [
    { [starts]: 'began', [ends]: 'paid' },
    { [starts]: 'began_at', [ends]: 'paid_at' },
    { [starts]: 'began_local', [ends]: 'paid_local' },
  ]
  const waiting = (name: string, starts: string, ends: string, ...options: Record<string, string>[]): Case[] =>
    waits(starts, ends).flatMap((columns) =>
      options.map((options) => of(name, 'trials', columns, { options, ...berlin })),
    )
  return [
    of('NPS', 'answers', { scores: 'score' }),
    of('NPS', 'answers', { scores: 'score_text' }),
    of(
      'NPS',
      'answers',
      { scores: 'score' },
      { where: { sql: "status = 'active' OR score >= 9", keeps: isActiveOrHigh } },
    ),
    of('NPS_MOE', 'answers', { scores: 'score' }, { options: { confidence: '90%' } }),
    of('NPS_TABLE', 'answers', { scores: 'score', segments: 'segment' }),
    of('NPS_TABLE', 'answers', { scores: 'score_text', segments: 'segment' }, { options: { min_answers: '3' } }),
    of('CSAT', 'answers', { ratings: 'rating' }, { options: { satisfied_from: '4', scale_max: '5' } }),
    of('CES', 'answers', { scores: 'rating' }, { options: { scale_max: '7' } }),
    of('SHARE_OF', 'answers', { values: 'status' }, { options: { which: 'cancelled, Paused' } }),
    of('SHARE_OF', 'answers', { values: 'is_won' }),
    ...waiting('ACTIVATION_RATE', 'signup_dates', 'activation_dates', {}, { window_days: '13', as_of: '2024-03-31' }),
    ...waiting('TRIAL_TO_PAID', 'trial_dates', 'paid_dates', {}, { window_days: '30', as_of: '2024-04-15' }),
    ...waiting('TIME_TO_VALUE', 'start_dates', 'value_dates', {}, { statistic: 'mean' }),
    ...waiting('ADOPTION_CURVE', 'start_dates', 'adoption_dates', { period: 'week' }),
    ...waiting('UPGRADE_VELOCITY', 'start_dates', 'upgrade_dates', {}),
    ...waiting('WINBACK_RATE', 'churn_dates', 'return_dates', { window_days: '14' }),
    ...waiting('RECOVERY_RATE', 'complaint_dates', 'next_order_dates', { window_days: '14' }),
    of('RENEWAL_RATE', 'tickets', { due_dates: 'promised', renewed: 'solved' }, { options: { to_date: '2024-04-02' } }),
    of(
      'PROMO_EXPIRY',
      'survey of all',
      { redeem_dates: 'redeemed' },
      { options: { expiry_date: '2024-03-31' }, ...berlin },
    ),
    of('BACKLOG', 'tickets', instants, { options: { as_of: '2024-03-31' }, ...berlin }),
    of('BACKLOG', 'tickets', { opened: 'promised', closed: 'delivered' }),
    of('BACKLOG_AGE', 'tickets', instants, { options: { as_of: '2024-04-05' }, ...berlin }),
    of('RESPONSE_TIME', 'tickets', { created: 'opened', replied: 'closed' }, berlin),
    of(
      'RESPONSE_TIME',
      'tickets',
      { created: 'opened_local', replied: 'closed_local' },
      { options: { statistic: 'mean' } },
    ),
    of(
      'RESPONSE_TIME',
      'tickets',
      { created: 'opened', replied: 'closed' },
      { options: { open_time: '9:00', close_time: '17:30' }, ...berlin },
    ),
    of('RESOLUTION_TIME', 'tickets', instants, { options: { statistic: 'p95' }, ...berlin }),
    of('SLA_COMPLIANCE', 'tickets', { started: 'opened', finished: 'closed', target_hours: 'contacts' }, berlin),
    of('MTTR', 'outages', { start_times: 'down', end_times: 'up' }, berlin),
    of('MTTR', 'outages', { start_times: 'down_local', end_times: 'up_local' }),
    of(
      'MTBF',
      'outages',
      { down_starts: 'down', down_ends: 'up' },
      { options: { from_time: '2024-02-01', to_time: '2024-04-30' }, ...berlin },
    ),
    of(
      'UPTIME',
      'outages',
      { down_starts: 'down', down_ends: 'up' },
      { options: { from_time: '2024-02-01', to_time: '2024-04-30' } },
    ),
    of('ON_TIME_RATE', 'tickets', { promised: 'promised', delivered: 'delivered' }),
    of(
      'ON_TIME_RATE',
      'tickets',
      { promised: 'opened', delivered: 'closed' },
      { options: { grace_days: '1', as_of: '2024-04-02' }, ...berlin },
    ),
    of('REASON_PARETO', 'tickets', { reasons: 'reason' }),
    ...['cost', 'cost_exact', 'cost_text'].map((values) =>
      of('REASON_PARETO', 'tickets', { reasons: 'reason', values }, { tolerance: 1e-12 }),
    ),
    of('FCR', 'tickets', { contacts_per_case: 'contacts' }),
    of('FCR', 'tickets', { resolved: 'solved' }),
    of('FCR_EVENTS', 'tickets', { customer_ids: 'client', contact_dates: 'opened', topics: 'reason' }, berlin),
    of('SURVIVAL_CURVE', 'lifetimes', { durations: 'months', ended: 'ended' }),
    of('SURVIVAL_CURVE', 'lifetimes', { durations: 'years', ended: 'has_ended' }, { tolerance: 1e-12 }),
    of('MEDIAN_LIFETIME', 'lifetimes', { durations: 'years_exact', ended: 'ended' }),
    of('MEAN_LIFETIME', 'lifetimes', { durations: 'months', ended: 'has_ended' }, { tolerance: 1e-12 }),
    of('SURVIVAL_COMPARE', 'lifetimes', { durations: 'months', ended: 'ended', groups: 'plan' }, { tolerance: 1e-12 }),
    of('PRICE_METER', 'survey of all', {
      too_cheap: 'too_cheap',
      cheap: 'cheap',
      expensive: 'expensive',
      too_expensive: 'too_expensive',
    }),
    of(
      'PRICE_REALISED',
      'survey of all',
      { list_prices: 'too_expensive', paid_prices: 'expensive', quantities: 'quantity' },
      { tolerance: 1e-12 },
    ),
    of('DRIVER_IMPACT', 'survey of all', { outcome: 'cheap', drivers: 'fair price, select' }, { tolerance: 1e-12 }),
    of('THEME_COUNT', 'survey of all', { texts: 'comment' }, { options: { themes: 'late, cafe, fine' } }),
    of('CAPACITY_USE', 'survey of all', { booked: 'too_cheap', available: 'cheap', no_shows: 'quantity' }),
    of(
      'STOCK_ACCURACY',
      'survey of all',
      { system_qty: 'too_cheap', counted_qty: 'cheap' },
      { options: { tolerance: '50%' } },
    ),
    of('STOCKOUT_RATE', 'survey of all', { stock_levels: 'quantity', demand: 'cheap' }),
  ]
}

function isActiveOrHigh({ status, score }: Readonly<Record<string, Value>>): boolean {
  return status === 'active' || (typeof score === 'number' && score >= 9)
}

function orderCases(): Case[] {
  const dates = [{ dates: 'ordered at' }, { dates: 'local' }, { dates: 'day' }, { dates: 'day_text' }]
  const amounts = [{ amounts: 'paid' }, { amounts: 'exact' }, { amounts: 'paid_text' }]
  const ids = { ids: 'customer' }
  const of = (
    name: string,
    columns: Case['columns'],
    options: Record<string, string> = {},
    more: Partial<Case> = {},
  ): Case => ({
    name,
    table: 'orders',
    columns: { ...ids, ...columns },
    options,
    zone: BERLIN,
    leftOut: columns.amounts === undefined ? ORDERS_LEFT_OUT - 1 : ORDERS_LEFT_OUT,
    tolerance: 1e-12,
    ...more,
  })
  /** Each column of dates with one of amounts, in turns. */
  const logs = dates.map((date, i): Case['columns'] => ({ ...date, ...amounts[i % 3]! }))
  const [instants, locals, days] = logs as [Case['columns'], Case['columns'], Case['columns'], Case['columns']]
  const periods = ['month', 'week', 'quarter'].map((period) => ({ period }))
  const fit = { tolerance: 1e-9 }
  const anyOrder = { anyOrder: true } as const
  return [
    ...dates.flatMap((date) =>
      periods.flatMap((period) => [
        of('COHORT_RETENTION', date, period),
        of('COHORT_RETENTION', date, { ...period, mode: 'on-or-after', output: 'count' }),
      ]),
    ),
    of('COHORT_RETENTION', dates[0]!, { as_of: '2024-03-31' }),
    of('COHORT_RETENTION', dates[0]!, { as_of: '2024-03-31', mode: 'on-or-after', period: 'quarter' }),
    ...logs.flatMap((log) => periods.map((period) => of('COHORT_REVENUE', log, { ...period, output: 'cumulative' }))),
    ...amounts.map((amount) => of('COHORT_REVENUE', { ...dates[2]!, ...amount })),
    ...logs.map((log) => of('COHORT_LTV', log, { gross_margin: '60%', cac: '12.5' })),
    of('COHORT_LTV', instants, { gross_margin: '0.6', period: 'quarter', as_of: '2024-06-30', periods: '4' }, fit),
    of('COHORT_LTV', instants, { gross_margin: '0.6', period: 'quarter', as_of: '2024-09-30', periods: '4' }, fit),
    ...dates.map((date) => of('REPEAT_RATE', date)),
    of('REPEAT_RATE', dates[0]!, { window_days: '30', as_of: '2024-05-31' }),
    ...logs.map((log) => of('BGNBD_FIT', log, {}, fit)),
    of('BGNBD_FIT', instants, { as_of: '2024-06-30' }, fit),
    of('PNBD_FIT', instants, {}, fit),
    of('PNBD_FIT', days, { as_of: '2024-05-31' }, fit),
    ...logs.map((log) => of('SPEND_FIT', log, {}, fit)),
    of('SPEND_FIT', locals, { as_of: '2024-05-31' }, fit),
    ...logs.map((log) => of('CLV_INPUTS', log, {}, anyOrder)),
    of('CLV_INPUTS', instants, { as_of: '2024-03-31', unit: 'day' }, anyOrder),
    ...logs.map((log) => of('CLV', log, { gross_margin: '60%' }, { ...fit, ...anyOrder })),
    of('CLV', instants, { gross_margin: '0.5', as_of: '2024-06-30', output: 'detail' }, { ...fit, ...anyOrder }),
    of('CLV_BACKTEST', instants, { cut_date: '2024-03-15' }, fit),
    ...logs.map((log) => of('RFM', log, {}, anyOrder)),
    of('RFM', instants, { as_of: '2024-03-31', bins: '4' }, anyOrder),
  ]
}

function billCases(): Case[] {
  return (
    [
      { dates: 'billed', amounts: 'fee' },
      { dates: 'due', amounts: 'fee_text' },
    ] satisfies Case['columns'][]
  ).flatMap((columns) =>
    (
      [
        ['MRR_MOVEMENTS', {}],
        ['MRR_MOVEMENTS', { period: 'quarter', losses: 'negative' }],
        ['MRR_MOVEMENTS', { as_of: '2023-12-31' }],
        ['NRR_EVENTS', {}],
        ['NRR_EVENTS', { months: '3', as_of: '2024-03-15' }],
      ] satisfies [string, Record<string, string>][]
    ).map(([name, options]): Case => ({
      name,
      table: 'bills',
      columns: { ids: 'client', ...columns },
      options,
      zone: BERLIN,
      leftOut: 3,
      tolerance: 1e-12,
    })),
  )
}

function eventCases(): Case[] {
  const order = 'Visit, Sign-up, Paid'
  const funnel = (dates: string, options: Record<string, string>): Case => ({
    name: 'FUNNEL_EVENTS',
    table: 'events',
    columns: { ids: 'user', stages: 'step', dates },
    options: { stage_order: order, ...options },
    zone: BERLIN,
    leftOut: 4,
  })
  const adoption = (options: Record<string, string>): Case => ({
    name: 'FEATURE_ADOPTION',
    table: 'events',
    columns: { ids: 'user', features: 'feature' },
    options,
    leftOut: 4,
  })
  return [
    ...['happened', 'local', 'day'].flatMap((dates) => [
      funnel(dates, {}),
      ...['6', '7', '8'].map((days) => funnel(dates, { window_days: days })),
    ]),
    funnel('happened', { stage_order: 'Visit, Paid' }),
    adoption({ active_users: '10' }),
    adoption({ active_users: '12', all_features: 'Chat, Export, Import' }),
  ]
}

function touchCases(): Case[] {
  const logs: Case['columns'][] = [
    { dates: 'seen', conversion_dates: 'bought' },
    { dates: 'seen_local', conversion_dates: 'bought_local' },
    { dates: 'seen_day', conversion_dates: 'bought_day' },
    { dates: 'seen', conversion_dates: 'bought_day' },
  ]
  const options: Record<string, string>[] = [
    {},
    { model: 'markov' },
    { model: 'position', lookback_days: '4' },
    { lookback_days: '0' },
  ]
  const converted = logs.flatMap((columns) => [
    ...options.map((options) => of('ATTRIBUTION', columns, options)),
    of('ATTRIBUTION_COMPARE', columns, {}),
  ])
  const nobodyBought = [undefined, '4'].map((days): Case => ({
    ...of('ATTRIBUTION', { dates: 'seen' }, days === undefined ? {} : { lookback_days: days }),
    fails: true,
  }))
  return [...converted, ...nobodyBought]

  function of(name: string, columns: Case['columns'], options: Record<string, string>): Case {
    return {
      name,
      table: 'touches',
      columns: { ids: 'visitor', channels: 'channel', ...columns },
      options,
      zone: BERLIN,
      leftOut: 3,
      tolerance: 1e-12,
    }
  }
}

/** Names of columns and tables that are none without quotes, or end their quotes and go on as a query. */
export const awkwardNames: readonly string[] = [
  'ordered at',
  'select',
  'Order',
  'nulls',
  'struct',
  'Gr\u00f6\u00dfe \u2192 \ud83d\ude00',
  '1st',
  "Ann's",
  'a"b',
  'a`b',
  'back\\slash',
  'ends with \\',
  'x" FROM t; DROP TABLE t --',
  'x` FROM t; DROP TABLE t --',
  'x\\` FROM t; DROP TABLE t --',
  'x"" AS y, ""z',
  '-- no comment',
]

/** Texts that end their quotes, or say something else in some engine. */
export const awkwardTexts: readonly string[] = [
  '',
  "Ann's",
  "''",
  '\\',
  "\\' OR 1 = 1 --",
  '\\u0041',
  '"double" and `back`',
  '$$ {x} %s ? :a',
  'Gr\u00f6\u00dfe \u2192 \ud83d\ude00',
  'tab\tline\nend',
  '\u00a0\u2028\u200b\ufeff',
]

/** What stands where days are kept as texts: the day that it means, and the time on the clock; null where it is none. */
export const dayTexts: readonly (readonly [text: string, day: string | null, moment: string | null])[] = [
  ['2024-02-29', '2024-02-29', '2024-02-29'],
  [' 2024-03-01 ', '2024-03-01', '2024-03-01'],
  ['2024-03-31 06:00:00', '2024-03-31', '2024-03-31T06:00:00'],
  ['2024-03-31T23:15:00', '2024-03-31', '2024-03-31T23:15:00'],
  ['2023-02-29', null, null],
  ['1900-02-29', null, null],
  ['2024-02-30', null, null],
  ['2024-04-31', null, null],
  ['2024-13-01', null, null],
  ['2024-00-10', null, null],
  ['0000-00-00', null, null],
  ['2024-03-01 25:00:00', null, null],
  ['2024-03-01 soon', null, null],
  ['soon', null, null],
  ['', null, null],
]
