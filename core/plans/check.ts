import { joined } from '../cell.ts'
import { isoText } from '../statistics/time/calendar.ts'
import { isDateText } from '../reading/texts/dates.ts'
import { contentIn, dayIn, isBlank, numberIn, rowNamed, wordIn, type Row } from './row.ts'

/** What is wrong with a row or a plan, or missing in it, said with what to do about it. */
export interface Finding {
  level: 'red' | 'amber'
  text: string
  /** The name under which the list shows all rows of which it is said. */
  filter: string
}

/** What a check may look at beside the row. */
export interface About {
  /** A serial number. */
  today: number
  /** The rows of another plan; null where it has no sheet or was not read. */
  rowsOf(plan: string): readonly Row[] | null
}

/** A question to every row of a plan. */
export interface Check<T extends string = string> {
  level: Finding['level']
  /** Under which name the list shows the rows of which it is said; "" for none. */
  filter: string
  /** The columns without which it cannot be asked. */
  columns: readonly T[]
  /** The sentence, "" when nothing is wrong. */
  find(row: Row, about: About): string
}

/** A question to a plan as a whole. */
export interface PlanCheck<T extends string = string> {
  columns: readonly T[]
  /** The sentences. */
  find(rows: readonly Row[], about: About): readonly string[]
}

/** Days after which a review is due again, where a row says nothing else. */
export const REVIEW_DAYS = 90

/** A check that needs a sentence of its own. */
export function check<const C extends readonly string[]>(
  columns: C,
  find: (row: Row, about: About) => string,
  { level = 'amber', filter = '' }: Partial<Pick<Check, 'level' | 'filter'>> = {},
): Check<C[number]> {
  return { level, filter, columns, find }
}

/** A cell that is to be filled in. */
export function blank<const T extends string>(title: T, text: string, filter = ''): Check<T> {
  return check([title], (row) => (isBlank(row, title) ? text : ''), { filter })
}

/** “Nobody owns it.” */
export function unowned<T extends 'Owner'>(title: T): Check<T> {
  return blank(title, 'Nobody owns it.', 'no owner')
}

/** A row says how often it is to be looked at, in days. */
export function reviewDue<T extends 'Reviewed on'>(title: T): Check<T> {
  return check([title], (row, { today }) => reviewProblem(row, title, today), { filter: 'to review' })
}

function reviewProblem(row: Row, title: string, today: number): string {
  const day = dayIn(row, title)
  const written = contentIn(row, title)
  if (day === null && written !== '') {
    const why = isDateText(written) ? 'is text. Type it again as a date' : 'is no date. Type one, such as 2026-03-01'
    return `Its last review, “${written}”, ${why}.`
  }
  if (day === null) return 'It has never been reviewed.'
  // Where a colleague lives it may be tomorrow already.
  if (Math.floor(day) > today + 1) return `Its last review, ${isoText(Math.floor(day))}, is still to come.`
  const every = numberIn(row, 'Every') ?? REVIEW_DAYS
  return today - day > every ? `Last reviewed ${Math.floor(today - day)} days ago.` : ''
}

/** A word that is bad news, such as red. */
export function says<const T extends string>(
  title: T,
  word: string,
  text: (row: Row) => string,
  filter: string,
): Check<T> {
  return check([title], (row) => (wordIn(row, title).toLowerCase() === word ? text(row) : ''), {
    level: 'red',
    filter,
  })
}

/** A day that has passed: the sentence is told how many days ago that was. Rows for which it is over are left out. */
export function overdue<const T extends string>(
  title: T,
  isOver: (row: Row) => boolean,
  text: (days: number, row: Row) => string,
  { allowed = 0, ...kind }: Partial<Pick<Check, 'level' | 'filter'>> & { allowed?: number } = {},
): Check<T> {
  return check(
    [title],
    (row, { today }) => {
      const day = dayIn(row, title)
      if (day === null || isOver(row)) return ''
      const days = Math.floor(today) - Math.floor(day)
      return days > allowed ? text(days, row) : ''
    },
    kind,
  )
}

/** Text where a number belongs, which no formula counts: “about 100” in Reached is text, no number. */
export function notNumbers<const T extends string>(titles: readonly T[]): Check<T> {
  return check(
    titles,
    (row) => {
      const title = titles.find((one) => wordIn(row, one) !== '' && numberIn(row, one) === null)
      return title === undefined
        ? ''
        : `“${wordIn(row, title)}” in ${title} is text, no number. Type it again in digits.`
    },
    { filter: 'odd cells' },
  )
}

/** Text where a day belongs: “in May” in Ends is no date. */
export function notDays<const T extends string>(titles: readonly T[]): Check<T> {
  return check(
    titles,
    (row) => {
      const title = titles.find((one) => wordIn(row, one) !== '' && dayIn(row, one) === null)
      if (title === undefined) return ''
      const written = wordIn(row, title)
      const why = isDateText(written) ? 'is text. Type it again as a date' : 'is no date. Type one, such as 2026-03-01'
      return `“${written}” in ${title} ${why}.`
    },
    { filter: 'odd cells' },
  )
}

/** “1 day”, “8 days” */
export function daysText(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

/** A name that another plan is to know: “Saly” is in no row of KPIs. Nothing is said where that plan has no sheet. */
export function unknownName<const T extends string>(title: T, plan: string, key: string): Check<T> {
  return check([title], (row, { rowsOf }) => {
    const name = wordIn(row, title)
    const others = rowsOf(plan)
    if (name === '' || others === null) return ''
    return rowNamed(others, key, name) ? '' : `“${name}” is in no row of ${plan}. Choose one that is, or add it there.`
  })
}

/** Of these words each is to stand in some row, once there are any rows: “Nothing on the service path.” */
export function eachWord<T extends string>(
  title: T,
  words: readonly string[],
  text: (word: string) => string,
): PlanCheck<T> {
  return {
    columns: [title],
    find: (rows) => {
      if (rows.length === 0) return []
      const there = new Set(rows.map((row) => wordIn(row, title).toLowerCase()))
      return words.filter((word) => !there.has(word)).map(text)
    },
  }
}

/** Of these pairs of words each is to stand in some row, once there are any rows: “Nothing for evaluation on the service path.” */
export function eachPair<const A extends string, const B extends string>(
  [one, words]: readonly [title: A, words: readonly string[]],
  [other, otherWords]: readonly [title: B, words: readonly string[]],
  text: (word: string, otherWord: string) => string,
): PlanCheck<A | B> {
  return {
    columns: [one, other],
    find: (rows) => {
      if (rows.length === 0) return []
      const pairOf = (...words: string[]) => JSON.stringify(words)
      const there = new Set(rows.map((row) => pairOf(wordIn(row, one).toLowerCase(), wordIn(row, other).toLowerCase())))
      return otherWords.flatMap((second) =>
        words.filter((first) => !there.has(pairOf(first, second))).map((first) => text(first, second)),
      )
    },
  }
}

/** Rows that say the same in all of these columns, the first of which is filled in. */
export function twice<const T extends string>(
  titles: readonly T[],
  text: (key: string, rows: readonly Row[]) => string,
): PlanCheck<T> {
  return {
    columns: titles,
    find: (rows) => {
      const groups = new Map<string, Row[]>()
      for (const row of rows) {
        if (wordIn(row, titles[0]!) === '') continue
        const key = JSON.stringify(titles.map((title) => wordIn(row, title).toLowerCase()))
        groups.set(key, [...(groups.get(key) ?? []), row])
      }
      return [...groups.values()]
        .filter((same) => same.length > 1)
        .map((same) => {
          const words = titles.map((title) => wordIn(same[0]!, title)).filter((word) => word !== '')
          return text(words.join(', '), same)
        })
    },
  }
}

/** “Row 3”, “Rows 3 and 5”, “Rows 2, 3, 4, 5, 6 and 2 more” */
export function rowsText(rows: readonly Pick<Row, 'row'>[]): string {
  const numbers = rows.map(({ row }) => row + 1)
  if (numbers.length === 1) return `Row ${numbers[0]}`
  const others = numbers.length - SHOWN_ROWS
  if (others < 2) return `Rows ${joined(numbers.map(String), 'and')}`
  return `Rows ${numbers.slice(0, SHOWN_ROWS).join(', ')} and ${others} more`
}

const SHOWN_ROWS = 5

/** What “Rows 2 and 3” are together, and “Rows 2, 3 and 4”. */
export function bothOrAll(rows: readonly unknown[]): 'both' | 'all' {
  return rows.length === 2 ? 'both' : 'all'
}

/** A day of what has happened is not still to come. */
export function notFuture<const T extends string>(titles: readonly T[]): Check<T> {
  return check(
    titles,
    (row, { today }) => {
      // Where a colleague lives it may be tomorrow already.
      const title = titles.find((one) => Math.floor(dayIn(row, one) ?? 0) > today + 1)
      if (title === undefined) return ''
      return `${title} says ${isoText(Math.floor(dayIn(row, title)!))}, which is still to come. Mend the day.`
    },
    { filter: 'no date' },
  )
}
