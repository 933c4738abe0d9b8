/**
 * A cell in no host's spelling: null is a blank one, '' a formula that shows nothing. A date is one by its format, so that
 * it can stand where a number belongs.
 */
export type SheetCell = number | string | boolean | null | { serial: number } | { error: string }
export type Block = SheetCell[][]
/** What stands for one argument; undefined is left out. */
export type Given = SheetCell | Block | undefined

export interface Call {
  name: string
  given: Given[]
}

export function isBlock(given: Given): given is Block {
  return Array.isArray(given)
}

export function cellsOf(given: Given): SheetCell[] {
  return isBlock(given) ? given.flat() : given === undefined ? [] : [given]
}

/** A formula that Google Sheets accepts when pasted, and Excel where no date stands in braces. */
export function formula({ name, given }: Call): string {
  const written = given.map((one) =>
    one === undefined
      ? ''
      : isBlock(one)
        ? `{${one.map((row) => row.map(literal).join(',')).join(';')}}`
        : literal(one),
  )
  while (written[written.length - 1] === '') written.pop()
  return `=${name}(${written.join(', ')})`
}

function literal(cell: SheetCell): string {
  if (typeof cell === 'object' && cell !== null) return 'error' in cell ? cell.error : dateLiteral(cell.serial)
  if (typeof cell === 'string' || cell === null) return textLiteral(cell ?? '')
  return String(cell).toUpperCase()
}

function dateLiteral(serial: number): string {
  const date = new Date(Math.round((serial - 25569) * 864e5))
  const day = `DATE(${date.getUTCFullYear()},${date.getUTCMonth() + 1},${date.getUTCDate()})`
  const time = `TIME(${date.getUTCHours()},${date.getUTCMinutes()},${date.getUTCSeconds()})`
  return Number.isInteger(serial) ? day : `${day}+${time}`
}

function textLiteral(text: string): string {
  const unit = text.length > 100 ? /^(.{1,8}?)\1+$/su.exec(text)?.[1] : undefined
  if (unit !== undefined) return `REPT(${textLiteral(unit)},${text.length / unit.length})`
  return `"${text.replace(/"/g, '""')}"`
}
