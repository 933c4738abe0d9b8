/**
 * The sum of a column over the rows in which it and another one hold a number, for a formula: a share of the sums counts no
 * row of which only one half is known.
 */
export function sumWith(title: string, other: string): string {
  return `SUMIFS({{${title}:column}}, {{${title}:column}}, ">=0", {{${other}:column}}, ">=0")`
}
