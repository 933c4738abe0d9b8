/** A formula as a spreadsheet takes it where numbers have a decimal comma: =LTV(50; 80%; 0,04). What is in quotes stays. */
export function withSemicolons(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part) => (part.startsWith('"') ? part : part.replace(/, ?/g, '; ').replace(/(\d)\.(\d)/g, '$1,$2')))
    .join('')
}
