import { expect, test } from 'vitest'
import { saysTotal } from '../../../../core/reading/texts/totals.ts'

test.each(['Total', 'TOTALS', ' Grand  total: ', 'sub-total', 'Total général', 'Total sales', 'Summe', '合計'])(
  '“%s” names a total',
  (text) => expect(saysTotal(text)).toBe(true),
)

test.each(['', 'Totally', 'Total recall', 'Control', 'B', 'Sum of parts'])('“%s” does not', (text) =>
  expect(saysTotal(text)).toBe(false),
)
