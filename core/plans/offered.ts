import type { About } from './check.ts'
import type { Column } from './plan.ts'
import { wordIn, type Row } from './row.ts'

/** The texts that the field of a column offers: the words that are usual, then those of another plan and of other rows. */
export function offeredIn(
  { title, recalls, from, suggests }: Pick<Column, 'title' | 'recalls' | 'from' | 'suggests'>,
  rows: readonly Row[],
  { rowsOf }: Pick<About, 'rowsOf'>,
): string[] {
  const textsOf = (column: { plan: string; title: string }) =>
    (rowsOf(column.plan) ?? []).map((row) => wordIn(row, column.title))
  const usual = suggests && 'words' in suggests ? suggests.words : []
  const others = [
    ...(from ? textsOf(from) : []),
    ...(suggests && 'plan' in suggests ? textsOf(suggests) : []),
    ...(recalls && !from ? rows.map((row) => wordIn(row, title)) : []),
  ]
  return [...new Set([...usual, ...others.sort()])].filter((word) => word !== '')
}
