/** Labels by number: row i has the label `labels[codes[i]]`. */
export interface Keys {
  codes: Int32Array
  labels: (string | number | boolean)[]
}

/** The codes of the labels in reading order: numbers by size, then text by the alphabet, whatever the case. */
export function sortedCodes({ labels }: Keys): number[] {
  const rank = labels.map((label) => (typeof label === 'number' ? 0 : 1))
  const text = labels.map((label) => String(label).toLowerCase())
  return labels
    .map((_, code) => code)
    .sort((a, b) => {
      if (rank[a] !== rank[b]) return rank[a]! - rank[b]!
      if (rank[a] === 0) return (labels[a] as number) - (labels[b] as number)
      return compare(text[a]!, text[b]!) || compare(String(labels[a]), String(labels[b]))
    })
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The rows of each label together: those of code c are rows[start[c]] to rows[start[c + 1] - 1], in order. */
export function rowsByCode(keys: Keys): { start: Int32Array; rows: Int32Array } {
  const start = startByCode(keys)
  const next = start.slice(0, -1)
  const rows = new Int32Array(keys.codes.length)
  for (let i = 0; i < rows.length; i++) rows[next[keys.codes[i]!]!++] = i
  return { start, rows }
}

/** The values of the rows instead, in the same order. */
export function valuesByCode(
  keys: Keys,
  valueOf: (row: number) => number,
): { start: Int32Array; values: Float64Array } {
  const start = startByCode(keys)
  const next = start.slice(0, -1)
  const values = new Float64Array(keys.codes.length)
  for (let i = 0; i < values.length; i++) values[next[keys.codes[i]!]!++] = valueOf(i)
  return { start, values }
}

/** Where the rows of each label begin, when they stand together, and where those of the last one end. */
function startByCode({ codes, labels }: Keys): Int32Array {
  const start = new Int32Array(labels.length + 1)
  for (let i = 0; i < codes.length; i++) start[codes[i]! + 1]!++
  for (let i = 0; i < labels.length; i++) start[i + 1]! += start[i]!
  return start
}
