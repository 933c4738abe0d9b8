import { sum, type PrintedCell, type PrintedColumn } from '../sheet/print.ts'

/** The engine's size of letters, in pixels and in points. */
export const FONT_SIZE = 40 / 3
const POINTS = 10

/** Beside a text in its cell, in pixels of the screen. */
export const ROOM = 3

/** The cells of a row. A text that does not fit goes on over blank cells, and then on the next line. */
export function cellsOf(cells: readonly PrintedCell[], columns: readonly PrintedColumn[]): HTMLTableCellElement[] {
  const made: HTMLTableCellElement[] = []
  for (let at = 0; at < cells.length; at += made.at(-1)!.colSpan) made.push(cellOf(cells, columns, at))
  return made
}

function cellOf(cells: readonly PrintedCell[], columns: readonly PrintedColumn[], at: number): HTMLTableCellElement {
  const { text, style, align } = cells[at]!
  const cell = document.createElement('td')
  cell.textContent = text
  cell.classList.toggle('ruled', columns[at]!.ruled)
  if (align === 'left' && text !== '' && style.wrapping === undefined) {
    const wanted = widthOf(cells[at]!)
    let span = 1
    const room = () => sum(columns.slice(at, at + span).map(({ width }) => width))
    while (room() < wanted && isBlank(cells[at + span])) span++
    cell.colSpan = span
  }
  const lines = [style.underline && 'underline', style.strikethrough && 'line-through'].filter(Boolean)
  Object.assign(cell.style, {
    textAlign: align,
    // A number that is cut in two is another one.
    ...(align === 'right' && style.wrapping === undefined && { whiteSpace: 'nowrap' }),
    ...(style.bold && { fontWeight: '600' }),
    ...(style.italic && { fontStyle: 'italic' }),
    ...(style.fontSize && { fontSize: `${style.fontSize / POINTS}em` }),
    ...(style.textColor && { color: style.textColor }),
    ...(style.fillColor && { background: style.fillColor }),
    ...(style.verticalAlign && { verticalAlign: style.verticalAlign }),
    ...(lines.length > 0 && { textDecoration: lines.join(' ') }),
  })
  return cell
}

function isBlank(cell: PrintedCell | undefined): boolean {
  return cell !== undefined && cell.text === '' && cell.style.fillColor === undefined
}

/** How wide a text is with the room around it, in pixels of the screen. */
function widthOf({ text, style }: PrintedCell): number {
  ruler ??= document.createElement('canvas').getContext('2d')!
  const size = ((style.fontSize ?? POINTS) / POINTS) * FONT_SIZE
  ruler.font = `${style.bold ? 600 : 400} ${size}px ${getComputedStyle(document.getElementById('paper')!).fontFamily}`
  return Math.max(...text.split('\n').map((line) => ruler!.measureText(line).width)) + 2 * ROOM
}

let ruler: CanvasRenderingContext2D | undefined
