/** The code of each cell that was met before, by the cell as it is. */
export interface Codebook {
  get(cell: unknown): number | undefined
  /** Codes are 0 or more, or -1. */
  set(cell: unknown, code: number): void
}

/**
 * A Map, and where there are many different cells a table of the short texts: each lies there whole, in three numbers
 * beside its code, so that no text met before is looked at again. Those are spread over the memory.
 */
export function codebook(): Codebook {
  const known = new Map<unknown, number>()
  const recent = recentTexts()
  const key = new Int32Array(KEY)
  let table: Int32Array | null = null
  let filled = 0

  const add = (code: number): void => {
    if (2 * SLOT * ++filled > table!.length) table = doubled(table!)
    put(table!, key, 0, code)
  }
  const fill = (): void => {
    table = new Int32Array(4 * SLOT * MANY)
    for (const [cell, code] of known) if (pack(cell, key)) add(code)
  }
  return {
    get(cell) {
      if (table === null) return typeof cell === 'string' ? recent.codeOf(cell, known) : known.get(cell)
      if (!pack(cell, key)) return known.get(cell)
      const at = slotOf(table, key, 0)
      return table[at] === 0 ? undefined : table[at + KEY]
    },
    set(cell, code) {
      if (table !== null && pack(cell, key)) return add(code)
      known.set(cell, code)
      if (table === null && known.size > MANY) fill()
    },
  }
}

/** In front of a Map, the text found last among those of the same length and end: few names are most of a column. */
function recentTexts() {
  const texts = new Array<string>(RECENT).fill('')
  const codes = new Int32Array(RECENT)
  return {
    codeOf(text: string, known: ReadonlyMap<unknown, number>): number | undefined {
      const end = text.length - 1
      const at = end < 1 ? 0 : (text.charCodeAt(end) + 11 * text.charCodeAt(end - 1) + 101 * end) % RECENT
      if (texts[at] === text && text !== '') return codes[at]
      const code = known.get(text)
      if (code === undefined) return undefined
      texts[at] = text
      codes[at] = code
      return code
    },
  }
}

const RECENT = 1024

/** Up to here a Map is faster: all of it is at hand. */
const MANY = 4096
/** A slot holds a key and its code. The first number of a key is never 0, as that of an empty slot is. */
const SLOT = 4
const KEY = 3
/** Four letters of seven bits in each number of a key. */
const LONGEST = 12

/** Writes a short text of ASCII into a key, with its length. False for any other cell. */
function pack(cell: unknown, key: Int32Array): boolean {
  if (typeof cell !== 'string' || cell.length > LONGEST || cell.length === 0) return false
  let [first, second, third, seen] = [cell.length, 0, 0, 0]
  for (let i = 0; i < cell.length; i++) {
    const sign = cell.charCodeAt(i)
    seen |= sign
    if (i < 4) first = (first << 7) | sign
    else if (i < 8) second = (second << 7) | sign
    else third = (third << 7) | sign
  }
  key[0] = first
  key[1] = second
  key[2] = third
  return seen < 128
}

/** Where a key stands, or else the empty slot that it would take. */
function slotOf(table: Int32Array, keys: Int32Array, from: number): number {
  const [first, second, third] = [keys[from]!, keys[from + 1]!, keys[from + 2]!]
  const last = table.length - 1
  let mixed = Math.imul(first ^ Math.imul(second ^ Math.imul(third, 0xc2b2ae35), 0x85ebca6b), 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  let at = ((mixed ^ (mixed >>> 13)) * SLOT) & last
  while (table[at] !== 0 && (table[at] !== first || table[at + 1] !== second || table[at + 2] !== third)) {
    at = (at + SLOT) & last
  }
  return at
}

function put(table: Int32Array, keys: Int32Array, from: number, code: number): void {
  const at = slotOf(table, keys, from)
  for (let i = 0; i < KEY; i++) table[at + i] = keys[from + i]!
  table[at + KEY] = code
}

function doubled(table: Int32Array): Int32Array {
  const wider = new Int32Array(2 * table.length)
  for (let at = 0; at < table.length; at += SLOT) if (table[at] !== 0) put(wider, table, at, table[at + KEY]!)
  return wider
}
