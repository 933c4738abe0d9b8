import { CellError, cut, isBlank, listed, shown, type Cell } from '../../cell.ts'
import { isOnTop, numberIn } from '../../reading/cells.ts'
import { place, rangeOf } from '../../reading/range.ts'
import { table, type Arg } from '../index.ts'
import { within } from '../single/limits.ts'

/** What SPEND_RESPONSE found of a channel. */
export interface ChannelCurve {
  channel: string
  /** Null where it is not known, as of a channel without a response. */
  half: number | null
  /** Null where the data told nothing of the channel. */
  most: number | null
  /** Its mean spend in each period so far, null where it is not known. */
  current: number | null
  /** What is to be known of it before its curve is believed, "" for nothing. */
  warning: string
}

type TableCell = Exclude<Cell, CellError>

/** The curve of each channel: the table of SPEND_RESPONSE, or rows of channel, half_point and max_response. */
export function channelCurves(name: string, help: string): Arg<ChannelCurve[]> {
  // As wide as the table of SPEND_RESPONSE, with four channels.
  const block = table(name, help, { rows: 5, columns: 12 })
  return {
    ...block,
    read(raw, reading) {
      const rows = block.read(raw, reading)
      const titled = rows[0]!.every((cell) => typeof cell === 'string')
      const at = columnsOf(name, rows[0]!, titled)
      const curves: ChannelCurve[] = []
      for (let i = titled ? 1 : 0; i < rows.length; i++) {
        const row = rows[i]!
        if (row.every(isBlank)) continue
        const cellAt = (column: number) => (column < 0 ? null : (row[column] ?? null))
        const channel = String(cellAt(at.channel) ?? '').trim()
        // From here on the table of SPEND_RESPONSE adds up.
        if (channel.toLowerCase() === 'base' && isBlank(cellAt(at.most))) break
        const numberAt = (column: number, title: string) => {
          const cell = cellAt(column)
          if (isBlank(cell)) return null
          if (typeof cell === 'number' && cell >= 0) return cell
          throw new CellError(
            '#VALUE!',
            `${name} row ${i + 1} has ${shown(cell)} where ${title} belongs, a number not below 0`,
          )
        }
        const [half, most] = [numberAt(at.half, 'half_point'), numberAt(at.most, 'max_response')]
        if (most !== null && most > 0 && !(half !== null && half > 0)) {
          const found = half === null ? 'is blank' : 'has 0'
          throw new CellError('#VALUE!', `${name} row ${i + 1} ${found} where half_point belongs, a number above 0`)
        }
        curves.push({
          channel: channel || `channel ${curves.length + 1}`,
          half,
          most,
          current: numberAt(at.current, 'mean_spend'),
          warning: textOf(cellAt(at.warning)),
        })
      }
      if (curves.length === 0) throw new CellError('#N/A', `${name} needs 1 channel, has 0`)
      return curves
    },
  }
}

function textOf(cell: TableCell): string {
  return typeof cell === 'string' ? cell.trim() : ''
}

interface CurveColumns {
  channel: number
  half: number
  most: number
  current: number
  warning: number
}

function columnsOf(name: string, first: readonly TableCell[], titled: boolean): CurveColumns {
  const wanted = 'select the result of SPEND_RESPONSE, or the columns channel, half_point and max_response'
  if (!titled) {
    if (first.length === 3) return { channel: 0, half: 1, most: 2, current: -1, warning: -1 }
    const width = `${first.length} column${first.length === 1 ? '' : 's'}`
    throw new CellError('#VALUE!', `${name} has ${width} and no titles; ${wanted}`)
  }
  const titles = first.map((cell) => String(cell).trim().toLowerCase().replace(/\s+/g, '_'))
  const [channel, half, most, current, warning] = [
    'channel',
    'half_point',
    'max_response',
    'mean_spend',
    'warning',
  ].map((title) => titles.indexOf(title)) as [number, number, number, number, number]
  if (half >= 0 && most >= 0) return { channel: Math.max(0, channel), half, most, current, warning }
  throw new CellError('#VALUE!', `${name} has the columns ${listed(titles, cut)}; ${wanted}`)
}

/** A number for each channel, in their order, or one for all; null where a cell is blank. Null when it is left out. */
export function perChannel(name: string, help: string): Arg<PerChannel | null> {
  const limits = { min: 0 }
  return {
    name,
    help,
    shape: 'range',
    optional: true,
    ownRows: true,
    limits,
    read(raw, { decode }) {
      const range = rangeOf(name, raw)
      const bounds = { min: 0, max: Infinity, whole: false, hint: '' }
      const values = range.cells.flatMap((line, row) =>
        line.flatMap((cell, column) => {
          if (range.rows > 1 && row < 3 && isOnTop(range, row, column, decode)) return []
          const value = numberIn(cell, range, row, column, decode)
          if (Number.isNaN(value)) return [null]
          return [within(value, bounds, place(range, row, column), 'has')]
        }),
      )
      while (values.length > 0 && values[values.length - 1] === null) values.pop()
      if (values.length === 0) return null
      return range.rows * range.columns === 1 ? { all: values[0]! } : { each: values }
    },
  }
}

export type PerChannel = { all: number } | { each: (number | null)[] }
