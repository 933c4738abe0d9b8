import { isoText } from '../statistics/time/calendar.ts'
import type { CellValue } from '../sheet/book.ts'
import type { Change, MendKind } from './mend.ts'

/** A finding as it is said of so many cells. What is not listed is said as DATA_CHECK says it. */
const SAID: Readonly<Record<string, string>> = {
  blank: 'blank',
  error: 'with an error',
  'number as text': 'with a number stored as text',
  'date as text': 'with a date stored as text',
  'perhaps swapped': 'with a date whose day and month may have been swapped: import the column again as text',
  'mixed currencies': 'in another currency than most',
  placeholder: 'with a placeholder such as N/A or -',
  'placeholder date': 'with a date that stands for none, such as 9999-12-31',
  'stray spaces': 'with spaces too many',
  'invisible marks': 'with marks that nobody sees',
  'spelled differently': 'with an id that is written in another way elsewhere',
  'no date': 'without a date',
  duplicate: 'with an id that came before',
}

const SAID_OF_ROWS: Readonly<Record<string, string>> = {
  'second title row': 'with further titles: delete it, or select the cells below it',
  'total row': 'that adds up the others',
  'duplicate row': 'that came before',
}

/** “12 cells with a number stored as text” */
export function findingText(what: string, count: number, ofRows: boolean): string {
  const [one, many] = ofRows ? ['row', 'rows'] : ['cell', 'cells']
  return `${counted(count, one, many)} ${(ofRows ? SAID_OF_ROWS : SAID)[what] ?? what}`
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}

const SHOWN_ROWS = 5

/** “rows 3, 5, 9 and 4 more” */
export function rowsText(rows: readonly number[]): string {
  const named = rows.slice(0, SHOWN_ROWS).join(', ')
  const more = rows.length - SHOWN_ROWS
  return `${rows.length === 1 ? 'row' : 'rows'} ${named}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}`
}

/** What a button does with so many cells. */
export const DOES: Readonly<Record<MendKind, string>> = {
  numbers: 'Turn into numbers',
  dates: 'Turn into dates',
  trim: 'Take away spaces and marks',
  ids: 'Write alike',
  blank: 'Make blank',
}

/** What has been done with them. */
export const DONE: Readonly<Record<MendKind, string>> = {
  numbers: 'turned into numbers',
  dates: 'turned into dates',
  trim: 'trimmed',
  ids: 'written alike',
  blank: 'made blank',
}

const UNSEEN = /[\u00a0\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g
const NAMES: Readonly<Record<string, string>> = { '\u00a0': 'no-break space', '\ufeff': 'byte order mark' }
const LONGEST = 60

/** A text with what nobody sees in it made visible, cut where it is long. */
export function visible(text: string): string {
  const cut = [...text.slice(0, 2 * LONGEST)].slice(0, LONGEST).join('')
  const shown = cut
    .replace(
      UNSEEN,
      (sign) => `‹${NAMES[sign] ?? `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`}›`,
    )
    .replace(/^ +| +$| {2,}/g, (spaces) => '␣'.repeat(spaces.length))
    .replace(/[\r\n]+/g, '⏎')
  return cut.length < text.length ? `${shown}…` : shown
}

/** What a cell shows before and after a change. */
export function changeText({ before, after, format }: Change): { before: string; after: string } {
  const isDate = (value: CellValue) =>
    typeof value === 'number' && (format?.startsWith('yyyy') || typeof before === 'number')
  const told = (value: CellValue): string => {
    if (value === null) return 'blank'
    if (isDate(value)) return isoText(value as number).replace('T', ' ')
    if (typeof value !== 'number') return visible(String(value))
    return format?.includes('%') ? `${Math.round(value * 1e6) / 1e4}%` : String(value)
  }
  return { before: told(before), after: told(after) }
}
