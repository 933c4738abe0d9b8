import type { Arg } from '../../arguments/argument.ts'
import { titlesOf } from '../../sheet/rows.ts'
import type { Book } from '../../sheet/book.ts'
import { bestColumn, columnReference, type DataColumn } from '../../catalogue/dataColumns.ts'
import type { Fields } from './call.ts'

/** The columns of a sheet that have a title. */
export async function columnsOf(book: Book, sheet: string): Promise<DataColumn[]> {
  const content = await book.readSheet(sheet)
  return content === null
    ? []
    : titlesOf(content)
        .map((title, index) => ({ sheet, title, index }))
        .filter(({ title }) => title !== '')
}

/** Whether a column of a sheet may stand in an argument: one that needs rows of its own is a table. */
export function takesColumn({ shape, ownRows, optional }: Arg<unknown>): boolean {
  return shape !== 'cell' && (optional || !ownRows)
}

/** Columns whose titles speak of what an argument is. One that would do for two is offered for neither. */
export function guesses(args: readonly Arg<unknown>[], columns: readonly DataColumn[]): Fields {
  const found = args.flatMap((arg) => {
    const column = arg.optional || !takesColumn(arg) ? undefined : bestColumn(arg, columns)
    return column ? [[arg.name, columnReference(column)] as const] : []
  })
  const isAlone = (column: string) => found.filter(([, other]) => other === column).length === 1
  return Object.fromEntries(found.filter(([, column]) => isAlone(column)))
}
