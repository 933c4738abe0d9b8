import type { Spec } from '../../../metric.ts'
import { isColumn } from '../../../reading/standingFor.ts'
import { isReference } from '../../../sheet/sheetReference.ts'
import { answered, type Answered } from '../../../../warehouse/reduce.ts'
import type { DialectName } from '../../../../warehouse/dialect.ts'
import { inputsOf, reductionOf, type Input } from '../../../../warehouse/inputs.ts'
import type { SchemaColumn } from '../../../../warehouse/schema.ts'
import { texts } from '../../texts/texts.ts'
import { doubtful, withPoint, type Fields } from '../call.ts'

/** Where the rows are: it stays while one goes from function to function. */
export interface Place {
  dialect: DialectName
  table: string
  /** The columns of the table, as they were pasted. */
  schema: string
  zone: string
}

/** Before anything is said of it. */
export const NOWHERE: Place = { dialect: 'bigquery', table: '', schema: '', zone: '' }

/** What is asked of a table for one function. */
export interface Asked {
  /** The column of each input, as it is typed or chosen; several of one are parted by commas. */
  columns: Readonly<Record<string, string>>
  where: string
  sheet: string
}

/** Whether anything of a function is data in rows, so that a warehouse may have it. */
export function hasRows({ args }: Spec): boolean {
  return args.some((arg) => arg.shape !== 'cell' && !arg.ownRows)
}

/** What is still to fill in before there is a query, as the fields are called. */
export function stillMissing(spec: Spec, { table }: Place, { columns }: Asked): string[] {
  const isEmpty = (name: string) => (columns[name] ?? '').trim() === ''
  const inputs = inputsOf(spec)
  const needed = inputs.filter(({ name, optional }) => !optional && isEmpty(name)).map(({ name }) => name)
  const names = inputs.map(({ name }) => name)
  const none = needed.length === 0 && names.every(isEmpty) ? [texts.warehouse.oneOf(names)] : []
  return [...(table.trim() === '' ? [texts.warehouse.table] : []), ...needed, ...none]
}

/** What the fields of the page give to the formula: whatever is not a column of the data. */
export function optionsOf({ args }: Spec, fields: Fields): Record<string, string> {
  const typed = args.flatMap((arg): [string, string][] => {
    const text = (fields[arg.name] ?? '').trim()
    const isRows = isColumn(arg) && !(arg.oneForAll && /^\d/.test(text))
    return isRows || text === '' ? [] : [[arg.name, arg.shape === 'cell' ? withPoint(text) : text]]
  })
  return Object.fromEntries(typed)
}

/** The query and the formula. Fails with a sentence. */
export function answerOf(
  spec: Spec,
  place: Place,
  asked: Asked,
  fields: Fields,
  schema: readonly SchemaColumn[],
): Answered {
  const doubt = doubtful(spec, fields)
  if (doubt !== '') throw new Error(doubt)
  const options = optionsOf(spec, fields)
  const reduction = reductionOf(spec)
  const isByStages = typeof reduction !== 'string' && reduction.shape === 'stages'
  if (isByStages && isReference(options.stage_order ?? '')) {
    throw new Error(texts.warehouse.stagesInCells)
  }
  const wide = new Set(inputsOf(spec).flatMap(({ name, isWide }) => (isWide ? [name] : [])))
  const columns = Object.entries(asked.columns)
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]): [string, string] => {
      const names = wide.has(name) ? text.split(',').filter((part) => part.trim() !== '') : [text]
      return [name, names.map((part) => withType(part.trim(), schema)).join(', ')]
    })
  return answered({
    spec,
    dialect: place.dialect,
    table: place.table.trim(),
    columns: Object.fromEntries(columns),
    options,
    where: asked.where.trim(),
    sheet: sheetOf(asked),
    ...(place.zone.trim() && { zone: place.zone.trim() }),
  })
}

/** The sheet of the result, unless another is named. */
export function sheetOf({ sheet }: Asked): string {
  return sheet.trim() || texts.warehouse.usualSheet
}

/** The column of each input: as it was picked, where the table has it, or else as it is guessed. */
export function columnsFor(
  inputs: readonly Input[],
  picked: Asked['columns'],
  guesses: Asked['columns'],
  schema: readonly SchemaColumn[],
): Asked['columns'] {
  const isThere = (text: string) => text === '' || schema.length === 0 || schema.some(({ name }) => name === text)
  return Object.fromEntries(
    inputs.map(({ name, isWide }) => {
      const own = picked[name]
      return [name, own !== undefined && (isWide || isThere(own)) ? own : (guesses[name] ?? '')]
    }),
  )
}

/** A column with its type behind it, in quotes where its name has blanks. What no schema knows stays as it is typed. */
function withType(typed: string, schema: readonly SchemaColumn[]): string {
  const column = schema.find(({ name }) => name === typed)
  if (!column) return typed
  const name = /^[^\s"`]+$/.test(column.name) ? column.name : `"${column.name}"`
  // How long it is, and what is in it, does not matter, and its commas would part columns.
  return `${name} ${column.type.replace(/[(<].*[)>]/g, '')}`.trim()
}
