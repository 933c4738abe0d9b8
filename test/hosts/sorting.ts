/** Where the rows below the titles go when people sort them by a text: the new number of each row, by its old one. */
export function sortedRows(texts: ReadonlyMap<number, string>): Map<number, number> {
  const rows = [...texts.keys()].sort((a, b) => a - b)
  const inOrder = [...rows].sort((a, b) => (texts.get(a)! < texts.get(b)! ? -1 : 1))
  return new Map(inOrder.map((row, i) => [row, rows[i]!]))
}

/** A formula that was moved to another row: what it names of its own row goes with it. */
export function movedFormula(formula: string, from: number, to: number): string {
  return formula.replace(new RegExp(`(?<![!\\w$:])([A-Z]{1,2})${from}(?![\\d(:])`, 'g'), `$1${to}`)
}
