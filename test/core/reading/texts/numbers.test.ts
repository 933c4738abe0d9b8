import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberColumn, numbers } from '../../../../core/arguments/index.ts'
import { CellError } from '../../../../core/cell.ts'
import { currencyAround, isCurrency } from '../../../../core/reading/texts/currencies.ts'
import { readCall } from '../../../../core/reading/evaluate.ts'
import { decimalMarkOf, labelledNumber, numberBy, readNumber } from '../../../../core/reading/texts/numbers.ts'
import { plain } from '../../../close.ts'
import { runs } from '../../../properties.ts'

test.each<[string, number]>([
  ['9', 9],
  [' 9 ', 9],
  ['80%', 0.8],
  ['%50', 0.5],
  ['5٪', 0.05],
  ['-3', -3],
  ['−3', -3],
  ['–50', -50],
  ['- 50', -50],
  ['+5', 5],
  ['.5', 0.5],
  [',5', 0.5],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['1 234,5', 1234.5],
  ['1\u00a0234,5', 1234.5],
  ['1\u202f234,5', 1234.5],
  ['1\u2009234.5', 1234.5],
  ["1'234.50", 1234.5],
  ['1’234.50', 1234.5],
  ['1,234.50', 1234.5],
  ['1.234,50', 1234.5],
  ['1.234.567', 1234567],
  ['1,234,567', 1234567],
  ['12,34,567.8', 1234567.8],
  ['1234.567', 1234.567],
  ['1234,567', 1234.567],
  ['0,234', 0.234],
  ['١٫٥', 1.5],
  ['١٬٢٣٤', 1234],
  ['١٬٢٣٤٫٥', 1234.5],
  ['(99.00)', -99],
  ['$(50)', -50],
  ['($50)', -50],
  ['-$1,234.50', -1234.5],
  ['$-1,234.50', -1234.5],
  ['$ 1,234.50', 1234.5],
  ['10.50-', -10.5],
  ['1.234,50 €', 1234.5],
  ['€1.234,50', 1234.5],
  ['R$ 50,00', 50],
  ['US$50', 50],
  ['CA$ 50', 50],
  ['A$50', 50],
  ['HK$50', 50],
  ['50 kr', 50],
  ['kr. 50', 50],
  ['Rs. 50', 50],
  ['Rs 500/-', 500],
  ['Rs 500 /-', 500],
  ['AED 50', 50],
  ['50 AED', 50],
  ['₩50', 50],
  ['₺50', 50],
  ['50 ₫', 50],
  ['₪50', 50],
  ['50 zł', 50],
  ['50 Kč', 50],
  ['S/ 50', 50],
  ['GH₵50', 50],
  ['12 F CFA', 12],
  ['Rs.5', 5],
  ['5 TOP', 5],
  ['TOP 5.00', 5],
  ['EUR 5 €', 5],
  ['kr 5 SEK', 5],
  ['10.50 €-', -10.5],
  ['5.', 5],
  ['5. €', 5],
  ['CHF 5.-', 5],
  ['CHF 5.--', 5],
  ['Fr. 50.—', 50],
  ['50,- €', 50],
  ['$5 USD', 5],
  ['€ 5,00 EUR', 5],
  ['K1,234.50', 1234.5],
  ["'-60", -60],
  ["'60", 60],
  ['="60"', 60],
  ['"60"', 60],
  ['“60”', 60],
  ['５０', 50],
  ['٥٠', 50],
  ['५०', 50],
  ['\u200e50', 50],
  ['\u200b50', 50],
  ['50\ufeff', 50],
  ['\u206850\u2069', 50],
  ['2.5E+03', 2500],
  ['1E-3', 0.001],
  ['0', 0],
  ['-0', 0],
])('“%s” is %d', (text, value) => {
  expect(readNumber(text)).toMatchObject({ kind: 'number', value })
})

test.each<[string, number, number]>([
  ['1.234', 1.234, 1234],
  ['1,234', 1234, 1.234],
  ['1,234 €', 1234, 1.234],
  ['$1.234', 1.234, 1234],
  ['-12,345', -12345, -12.345],
  ['1.234%', 0.01234, 12.34],
  ['(1,234)', -1234, -1.234],
])('“%s” is either with a point for decimals or with a comma', (text, point, comma) => {
  expect(readNumber(text)).toMatchObject({ kind: 'either', point, comma })
})

test('the column says which mark is meant, or the currency that has one', () => {
  expect(numberBy(readNumber('1,234'), '.')).toBe(1234)
  expect(numberBy(readNumber('1,234'), ',')).toBe(1.234)
  expect(numberBy(readNumber('1,234'), 'both')).toBeNaN()
  expect(numberBy(readNumber('1,234'), undefined)).toBeNaN()
  expect(numberBy(readNumber('$1,234'), undefined)).toBe(1234)
  expect(numberBy(readNumber('€1,234'), undefined)).toBeNaN()
  expect(numberBy(readNumber('R$ 1.234'), undefined)).toBeNaN()
  expect(decimalMarkOf(['1,234', '5', '1.5'])).toBe('.')
  expect(decimalMarkOf(['1.234.567'])).toBe(',')
  expect(decimalMarkOf(['1.5', '1,5'])).toBe('both')
  expect(decimalMarkOf(['1.5', '7', '2.5'])).toBe('.')
  expect(decimalMarkOf(['1,234', 'n/a'])).toBeUndefined()
  expect(decimalMarkOf(['١٫٥', '7'])).toBeUndefined()
  expect(numberBy(readNumber('n/a'), '.')).toBeNaN()
})

test.each<[string, string | undefined]>([
  ['5 €', 'eur'],
  ['EUR 5', 'eur'],
  ['€ 5,00 EUR', 'eur'],
  ['US$5', 'usd'],
  ['$5 CAD', 'cad'],
  ['R$ 50,00', 'brl'],
  ['5 kr', 'kr'],
  ['kr 5 SEK', 'sek'],
  ['1,234 zł', 'pln'],
])('the currency of “%s” is %s', (text, currency) => {
  expect(readNumber(text)).toMatchObject({ currency })
})

test('an amount without a currency names none', () => {
  expect(readNumber('5')).toEqual({ kind: 'number', value: 5, percent: false, mark: undefined })
  expect(readNumber('1.5')).toEqual({ kind: 'number', value: 1.5, percent: false, mark: '.' })
})

test('a number has up to 60 signs, in words too', () => {
  expect(readNumber(`0.${'1'.repeat(58)}`)).toMatchObject({ kind: 'number', value: 1 / 9 })
  expect(readNumber(`0.${'1'.repeat(59)}`)).toEqual({ kind: 'unclear' })
  expect(readNumber(`${'twenty '.repeat(8)}five`)).toEqual({ kind: 'unclear' })
  expect(readNumber(`${'twenty '.repeat(8)}seven`)).toEqual({ kind: 'word' })
})

test('a label of a scale has up to 200 signs', () => {
  expect(labelledNumber(`${'x'.repeat(196)} (4)`)).toBe(4)
  expect(labelledNumber(`${'x'.repeat(197)} (4)`)).toBeNaN()
})

/** Each may be meant as a value, and none is one without doubt. */
const UNCLEAR =
  '< 50|> 50|<50|>=50|≤ 50|~50|≈50|about 50|approx. 50|c. 50|ca. 50|up to 50|at least 50|50+|10+|±5|50?|*50|#50|50*|50-60|50 – 60|5-|$10-|' +
  '4 of 5|4/5|4 out of 5|5/10|1/2|5:1|9:30|12/03|2026-03-01|1.2.3|1..5|1,2,3|1 2|12 34|1,23,45|0,00,1|007|00.5|1_000|1e5|1e+400|1e-400|0x1F|' +
  '12345678901234567890|9007199254740993|1.5k|1.5K|2k|$1.5k|$1.2M|1.2 M€|5 k$|3 млн₽|1,5 Mio €|12 tsd|50 тыс. руб.|5 bn|5B|₹5L|₹5 Cr|5 lakh|5 rb|' +
  '5万|5千円|50¢|¢500|50p|£0.50p|5 cents|$5/mo|5 USD/month|5 per day|5 pct|50‰|50 bps|½|1½|①|5²|Ⅳ|五|三十|Q1|Q1.1|K1|R2|Q1: 5|May 5|v1.5|A1|#1|' +
  'No. 5|Top 10|TOP 10|all 5|Try 2|um 5|Fr 5|den 5|9 - Likely|Satisfied (4)|5 stars|10 - Extremely likely|★★★★☆|4★|👍|5️⃣|((5))|(5|5)|-(5)|--5|' +
  '+-5|5%%|$5%|$5€|$ 5 CAD EUR|one|twenty-five|one hundred|zwei|cinq|siete|half|$ -|R$ -|kr -|√|✓|' +
  '1,234.567,8|1.2,3.567|1,2 3,567|1234,567,890|1,2345,678|1.23.456|12 34 567|123,45,678|1,234,56,789|1٫234٫567|-5.00-|(5.00)-|500/-|50 kr.-|5.50 kr.-|5,50 Fr.-|' +
  'Size Ⅳ|½ price|minus five|-five|one hundred and five|EUR 5 USD|$ 5 kr|5 top'

test.each(UNCLEAR.split('|'))('“%s” is refused', (text) => {
  expect(readNumber(text).kind).toBe('unclear')
})

test.each(
  'n/a|N/A|-|--|—|none|null|very good|Likely|Refunded|pending|EUR|Total|#REF!|not rated|no answer|Ann|TRUE|(blank)|...|once more|somebody|and|two tickets'.split(
    '|',
  ),
)('“%s” is a word', (text) => {
  expect(readNumber(text)).toEqual({ kind: 'word' })
})

test.each<[string, number]>([
  ['9 - Likely', 9],
  ['10 – Extremely likely', 10],
  ['10 (Extremely likely)', 10],
  ['0-Not at all', 0],
  ['Satisfied (4)', 4],
  ['Satisfied [4]', 4],
  ['Good: 4', 4],
  ['Good - 4', 4],
  ['Agree=4', 4],
  ['Agree—4', 4],
  ['4: good', 4],
  ['4) Good', 4],
  ['(4) Good', 4],
  ['[4] Good', 4],
  ['4. Agree', 4],
  ['5 stars', 5],
  ['5 Stars', 5],
  ['1 star', 1],
  ['5 points', 5],
  ['5 pts', 5],
  ['٥ - ممتاز', 5],
])('the label “%s” holds %d', (text, value) => {
  expect(labelledNumber(text)).toBe(value)
})

test.each(
  '4 of 5|4/5|Q5|Q5: Good 4|Bad -2|Bad (-2)|7-day trial|24-7|9:30 am|4.5 - Good|4 Good|Case 4|1st|3rd|room 5|5|(5)|½ - Half|12345 - Good|2024: good'.split(
    '|',
  ),
)('the label “%s” holds no number without doubt', (text) => {
  expect(labelledNumber(text)).toBeNaN()
})

test('a currency is one by its sign, code or short word, and no word for many', () => {
  for (const one of ['$', 'US$', 'R$', 'EUR', 'eur', 'Rs.', 'kr', 'zł', '₿', 'F CFA', 'ALL'])
    expect(isCurrency(one), one).toBe(true)
  for (const other of ['', 'k$', 'M€', '¢', 'all', 'Top', 'x', '%', 'mln', 'T€', 'toP'])
    expect(isCurrency(other), other).toBe(false)
})

test.each<[string, string, string | undefined]>([
  ['$', '', 'sure'],
  ['', 'EUR', 'sure'],
  ['$', 'USD', 'sure'],
  ['', 'TOP', 'sure'],
  ['Fr.', '', 'sure'],
  ['TOP', '', 'with decimals'],
  ['Q', '', 'with decimals'],
  ['Fr', '', 'with decimals'],
  ['EUR', 'USD', undefined],
  ['', 'k', undefined],
])('“%s” before an amount and “%s” behind it: as a currency %s', (before, behind, sure) => {
  expect(currencyAround(before, behind)).toBe(sure)
})

describe('a number in any decoration', () => {
  const spaces = ['', ' ', '\u00a0', '\u202f', '\u2009', '\t', '  ']
  const invisible = ['', '', '\u200b', '\u200e', '\u200f', '\ufeff', '\u2068']
  const zeros = [0x30, 0x30, 0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce]
  const fronts = [
    '',
    '',
    '$',
    '€',
    'US$',
    'R$',
    'CHF',
    'kr',
    'Rs.',
    'k€',
    '~',
    '<',
    '>=',
    'about',
    'Q',
    'No.',
    '#',
    "'",
    'TOP',
    '¢',
  ]
  const backs = [
    '',
    '',
    '€',
    'EUR',
    'kr',
    'zł',
    '%',
    'k',
    'M',
    'Mio',
    ' - Likely',
    ' stars',
    '+',
    '?',
    '/5',
    '¢',
    'L',
    '-',
    ',-',
    '/mo',
  ]
  const frames: [string, string, number][] = [
    ['', '', 1],
    ['', '', 1],
    ['-', '', -1],
    ['−', '', -1],
    ['(', ')', -1],
    ['"', '"', 1],
    ['="', '"', 1],
    ['+', '', 1],
  ]
  const groupings: [string, string][] = [
    ['', '.'],
    ['', ','],
    [',', '.'],
    ['.', ','],
    ['\u00a0', ','],
    ['\u202f', ','],
    ["'", '.'],
    ['’', '.'],
  ]
  const pick = <T>(from: readonly T[]) => fc.constantFrom(...from)
  const decorated = fc
    .record({
      whole: fc.integer({ min: 0, max: 9_999_999 }),
      cents: fc.constantFrom('', '5', '25', '050'),
      zero: pick(zeros),
      grouping: pick(groupings),
      front: pick(fronts),
      back: pick(backs),
      frame: pick(frames),
      space: pick(spaces),
      mark: pick(invisible),
      outside: fc.boolean(),
    })
    .map(
      ({
        whole,
        cents,
        zero,
        grouping: [thousands, decimal],
        front,
        back,
        frame: [open, close, sign],
        space,
        mark,
        outside,
      }) => {
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, thousands)
        const digits = (grouped + (cents && decimal + cents)).replace(/\d/g, (digit) =>
          String.fromCodePoint(zero + Number(digit)),
        )
        const gap = front === '' ? '' : space
        const text = outside
          ? `${mark}${open}${front}${gap}${digits}${back === '' ? '' : space}${back}${close}`
          : `${front}${gap}${open}${mark}${digits}${close}${back === '' ? '' : space}${back}`
        // A minus behind the digits is one, as accounting programs write it.
        const size = (back === '-' ? -sign : sign) * Number(`${whole}.${cents || 0}`)
        // After a dollar nobody writes a comma before three decimals.
        const isMeantOtherwise = /\$/.test(front) && decimal === ',' && cents === '050'
        return { text, value: (back === '%' ? Number(`${size}e-2`) : size) || 0, isMeantOtherwise, cents, whole }
      },
    )

  /** What reaches compute, or the sentence. */
  const outcome = (read: () => unknown[]): number[] | string => {
    try {
      return Array.from(read()[0] as Float64Array)
    } catch (error) {
      if (error instanceof CellError) return error.message
      throw error
    }
  }
  const spec = (arg: unknown) =>
    ({ name: 'TRY', summary: '', questions: [], args: [arg], returns: {}, examples: [], source: '' }) as never
  const args: [string, unknown][] = [
    ['numbers', numbers('amounts', '')],
    ['numberColumn', numberColumn('amounts', '')],
  ]

  test.each(args)('among %s it is that number or an error that names its row', (_, arg) => {
    fc.assert(
      fc.property(decorated, ({ text, value, isMeantOtherwise }) => {
        fc.pre(!isMeantOtherwise)
        const found = outcome(() => readCall(spec(arg), [[[100], [text], [7]]], plain).values)
        if (typeof found === 'string') {
          expect(found).toContain('amounts row 2 has ')
          expect(found.length).toBeLessThan(250)
        } else expect(found, text).toEqual([100, value, 7])
      }),
      { numRuns: runs() },
    )
  })

  test.each(args)('a column of %s in one spelling is all right, or names a row', (_, arg) => {
    fc.assert(
      fc.property(
        fc.array(decorated, { minLength: 1, maxLength: 6 }),
        pick(groupings),
        (cells, [thousands, decimal]) => {
          const texts = cells.map(({ whole, cents }) => {
            const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, thousands)
            return grouped + (cents && decimal + cents)
          })
          const values = cells.map(({ whole, cents }) => Number(`${whole}.${cents || 0}`))
          const found = outcome(() => readCall(spec(arg), [texts.map((text) => [text])], plain).values)
          if (typeof found === 'string') expect(found).toMatch(/amounts(?: row \d+)? has /)
          else expect(found, texts.join(' | ')).toEqual(values)
        },
      ),
      { numRuns: runs() },
    )
  })
})
