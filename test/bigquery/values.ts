import { parseIso, UNIX_EPOCH } from '../../core/statistics/time/calendar.ts'
import type { Kind, Value } from '../warehouse/cases.ts'

/** A value as the engine's protocol has it: the field that is named by `value`; none for NULL. */
export interface Sent {
  value?: string
  int64Value?: { toString(): string }
  doubleValue?: number
  stringValue?: string
  boolValue?: boolean
  dateValue?: number
  numericValue?: Uint8Array
  datetimeValue?: { bitFieldDatetimeSeconds: { toString(): string }; nanos: number }
  timestampValue?: { seconds: number; nanos: number }
}

export const typeKinds: Readonly<Record<Kind, string>> = {
  text: 'TYPE_STRING',
  integer: 'TYPE_INT64',
  float: 'TYPE_DOUBLE',
  exact: 'TYPE_NUMERIC',
  date: 'TYPE_DATE',
  datetime: 'TYPE_DATETIME',
  instant: 'TYPE_TIMESTAMP',
  boolean: 'TYPE_BOOL',
}

/** A value of a table on its way to the engine. */
export function sent(value: Value, kind: Kind): Sent {
  if (value === null) return {}
  const text = String(value)
  switch (kind) {
    case 'text':
      return { stringValue: text }
    case 'integer':
      return { int64Value: text }
    case 'float':
      return { doubleValue: Number(value) }
    case 'boolean':
      return { boolValue: value === true }
    case 'exact':
      return { numericValue: littleEndian(scaled(text)) }
    case 'date':
      return { dateValue: parseIso(text) - UNIX_EPOCH }
    case 'datetime':
      return { datetimeValue: { bitFieldDatetimeSeconds: packed(text), nanos: 0 } }
    case 'instant':
      return { timestampValue: { seconds: Date.parse(text) / 1000, nanos: 0 } }
  }
}

/** A value of a result as a cell holds it: days and times on the clock as serial numbers. */
export function received(cell: Sent): Value {
  switch (cell.value) {
    case undefined:
      return null
    case 'stringValue':
      return cell.stringValue!
    case 'boolValue':
      return cell.boolValue!
    case 'doubleValue':
      return cell.doubleValue!
    case 'int64Value':
      return Number(cell.int64Value!.toString())
    case 'numericValue':
      return Number(exactText(cell.numericValue!))
    case 'dateValue':
      return cell.dateValue! + UNIX_EPOCH
    case 'datetimeValue':
      return parseIso(unpacked(BigInt(cell.datetimeValue!.bitFieldDatetimeSeconds.toString())))
    default:
      throw new Error(`a cell of the result is a ${cell.value}, which no sheet holds`)
  }
}

const DECIMALS = 9

/** 12.5 as a whole number of billionths. */
function scaled(text: string): bigint {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,9}))?$/.exec(text)!
  const size = BigInt(whole! + decimals.padEnd(DECIMALS, '0'))
  return sign === '-' ? -size : size
}

function littleEndian(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, i) => Number(BigInt.asUintN(8, value >> BigInt(8 * i))))
}

function exactText(bytes: Uint8Array): string {
  const unsigned = bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const value = BigInt.asIntN(8 * bytes.length, unsigned)
  const digits = String(value < 0n ? -value : value).padStart(DECIMALS + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`
}

/** How many bits each part of a time on the clock takes, from the month on. */
const BITS = [4n, 5n, 5n, 6n, 6n]

function packed(text: string): string {
  const [year, ...parts] = text.split(/[-T:]/).map((part) => BigInt(Number(part)))
  return String(parts.reduce((bits, part, i) => (bits << BITS[i]!) | part, year!))
}

function unpacked(bits: bigint): string {
  let rest = bits
  const parts = [...BITS].reverse().map((size) => {
    const part = rest & ((1n << size) - 1n)
    rest >>= size
    return String(part).padStart(2, '0')
  })
  const [second, minute, hour, day, month] = parts
  return `${String(rest).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`
}
