// The kinds of arguments that a metric may have.
export type { Arg, ColumnArg, Keys, NumberBlock, Reading } from './argument.ts'
export { choice, date, fraction, number, text } from './singles.ts'
export { names, numbers, table, unread, unreadRest } from './ranges.ts'
export { numberBlock, numberColumn } from './numberColumns.ts'
export { dates, hoursColumn, startsOrHours } from './dateColumns.ts'
export { keys, segments, texts } from './labels.ts'
export { flags } from './flags.ts'
export { words } from './words.ts'
