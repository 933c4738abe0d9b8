import { cleanText } from './spelling.ts'

/** Total, Grand total:, TOTAL GENERAL, Total sales. */
const TOTAL = /^(?:(?:grand|sub|sub-) ?)?totals?(?: (?:general|generale|amount|sum|sales|revenue|customers|orders))?$/
const TOTALS = new Set(
  'sum|gesamt|gesamtsumme|summe|somme|suma|totaal|totale|totalt|insgesamt|total général|всего|итого|合計|总计'.split(
    '|',
  ),
)

/** Whether a text names a row that adds up the others. */
export function saysTotal(cell: string): boolean {
  const text = cleanText(cell).toLowerCase().replace(/ ?:$/, '')
  return TOTAL.test(text) || TOTALS.has(text)
}
