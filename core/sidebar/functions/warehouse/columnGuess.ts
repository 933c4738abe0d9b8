import { bestColumn } from '../../../catalogue/dataColumns.ts'
import { typeNamed, type ColumnType, type DialectName } from '../../../../warehouse/dialect.ts'
import { dialects } from '../../../../warehouse/dialects/index.ts'
import type { Input } from '../../../../warehouse/inputs.ts'
import type { SchemaColumn } from '../../../../warehouse/schema.ts'

/** The columns whose names speak of what an input is, by its name. One that would do for two is offered for neither. */
export function guessedColumns(
  inputs: readonly Input[],
  columns: readonly SchemaColumn[],
  dialect: DialectName,
): Record<string, string> {
  const typed = columns.map(({ name, type }) => ({ name, type: typeNamed(dialects[dialect], type) }))
  const isTyped = columns.some(({ type }) => type !== '')
  const found = inputs.flatMap((input) => {
    const column = input.isWide ? undefined : guessOf(input, typed, isTyped)
    return column === undefined ? [] : [[input.name, column] as const]
  })
  const isAlone = (column: string) => found.filter(([, other]) => other === column).length === 1
  return Object.fromEntries(found.filter(([, column]) => isAlone(column)))
}

interface Typed {
  name: string
  type: ColumnType
}

function guessOf(input: Input, columns: readonly Typed[], isTyped: boolean): string | undefined {
  const said = SAID.find(({ inputs }) => inputs.includes(input.name))
  const types = input.isDate ? DATES : said?.types
  const able = columns.filter(({ type }) => !isTyped || !types || types.includes(type))
  // Another column than the usual one changes what a function gives: an input that may stay empty is to be called by name.
  if (input.optional) return byWords(input, able)
  const events = able.filter(({ name }) => !wordsOf(name).some((word) => LATER.has(word)))
  const only = input.isDate && isTyped && events.length === 1 ? events[0]!.name : undefined
  return (said ? spoken(said, input.isDate ? events : able) : byWords(input, able)) ?? only
}

const DATES: readonly ColumnType[] = ['date', 'timestamp', 'timestamptz']
const NUMBERS: readonly ColumnType[] = ['number']
const NAMES: readonly ColumnType[] = ['text', 'number', 'unknown']

interface Said {
  inputs: readonly string[]
  types: readonly ColumnType[]
  words: readonly string[]
  /** What may stand beside them in a name; whatever makes it nothing else, unless said. */
  beside?: readonly string[]
}

const listed = (words: string) => words.split(' ')

/** What the columns of warehouses are called, the most telling words first. An id alone is that of the order. */
const SAID: readonly Said[] = [
  {
    inputs: ['ids', 'customer_ids'],
    types: NAMES,
    words: listed('customer client user account member subscriber'),
    beside: listed('id key uuid code number no nr ref email pseudo'),
  },
  {
    inputs: ['dates', 'contact_dates'],
    types: DATES,
    words: listed(
      'ordered order purchased purchase paid billed invoice event occurred contacted date created time timestamp day ts',
    ),
    beside: listed('at on date time timestamp day ts dt utc order payment invoice event contact created local'),
  },
  {
    inputs: ['amounts'],
    types: NUMBERS,
    words: listed('amount revenue total sales spend value mrr price'),
    beside: listed('amount revenue total sales spend value order net gross grand paid invoice usd eur gbp chf'),
  },
  { inputs: ['scores', 'ratings'], types: NUMBERS, words: listed('score rating stars nps csat ces') },
  {
    inputs: ['segments', 'groups'],
    types: NAMES,
    words: listed('segment region plan country group tier channel'),
  },
  { inputs: ['features'], types: NAMES, words: listed('feature event') },
  { inputs: ['stages'], types: NAMES, words: listed('stage step event') },
  { inputs: ['channels'], types: NAMES, words: listed('channel source medium') },
]

const SOMETHING_ELSE = new Set(listed('id key uuid code number date at time max min count'))
/** When a row was last touched, or is to be, says nothing of when it happened. */
const LATER = new Set(
  listed('updated modified deleted loaded synced ingested due birth shipped delivered cancelled canceled expires'),
)

/** The first column that has the most telling of the words. */
function spoken({ words, beside }: Said, columns: readonly Typed[]): string | undefined {
  for (const word of words) {
    const goesWith = (other: string) => other === word || (beside ? beside.includes(other) : !SOMETHING_ELSE.has(other))
    const column = columns.find(({ name }) => wordsOf(name).includes(word) && wordsOf(name).every(goesWith))
    if (column) return column.name
  }
  return undefined
}

/** signed_up_at, signedUpAt and “Signed up at” have the same words. */
function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** The column whose name says what the input is called; that it is a date goes without saying where its type is known. */
function byWords({ name, help, isDate }: Input, columns: readonly Typed[]): string | undefined {
  const bare = (text: string) =>
    isDate
      ? wordsOf(text)
          .filter((word) => !/^(?:at|on|dates?|times?|timestamp|ts|dt)$/.test(word))
          .join(' ')
      : text
  const titled = columns.map(({ name }, index) => ({ sheet: '', title: bare(name), index }))
  const called = bare(name)
  const told = bestColumn(
    { name: called === '' ? name : called, help },
    titled.filter(({ title }) => title !== ''),
  )
  return told && columns[told.index]!.name
}
