import type { CellValue } from './book.ts'

/** The errors of all hosts: the workbench's engine leaves the ! out of some. */
const ERROR =
  /^#(?:VALUE!|N\/A|DIV\/0!|NUM!|REF!?|NAME\?|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|ERROR!?|BAD_EXPR|CYCLE|FIELD!|CONNECT!|BLOCKED!|UNKNOWN!)$/

/** Whether what a cell shows is an error, which a book tells as text. */
export function isErrorText(value: CellValue): boolean {
  return typeof value === 'string' && ERROR.test(value)
}
