import { describe, expect, test } from 'vitest'
import {
  choice,
  date,
  dates,
  flags,
  fraction,
  keys,
  number,
  numberColumn,
  numbers,
  segments,
  text,
  texts,
  unreadRest,
  type Arg,
  type Keys,
} from '../../../core/arguments/index.ts'
import { returnsOf } from '../../../core/arguments/returnsOf.ts'
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import { CellError, wrongValue, type Decode, type ErrorCode } from '../../../core/cell.ts'
import { metric, type Result, type Spec, type Table } from '../../../core/metric.ts'
import { evaluate, readCall } from '../../../core/reading/evaluate.ts'
import type { Sense } from '../../../core/reading/texts/flags.ts'
import { argumentHelp } from '../../../core/catalogue/reference.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { Z95 } from '../../../core/statistics/inference/normal.ts'
import { expectClose, plain } from '../../close.ts'

/** A function with these arguments, to see what reaches compute. */
function spec(args: readonly Arg<unknown>[]): Spec {
  return { name: 'TRY', summary: '', questions: [], args, returns: {}, examples: [], source: '' }
}
const read = (args: readonly Arg<unknown>[], ...raw: unknown[]): unknown[] => readCall(spec(args), raw, plain).values
const call = (args: readonly Arg<unknown>[], ...raw: unknown[]): Result =>
  evaluate({ spec: spec(args), compute: () => 'computed' }, raw, plain)
const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell])

function failure(act: () => unknown): { code: ErrorCode; message: string } {
  try {
    act()
  } catch (error) {
    if (error instanceof CellError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('nothing was wrong')
}

describe('1. order and names of arguments', () => {
  test('names are snake_case, and what is required comes first', () => {
    for (const { spec } of catalogue()) {
      for (const { name } of spec.args) expect(name, spec.name).toMatch(/^[a-z]+(_[a-z]+)*$/)
      const optional = spec.args.map((arg) => arg.optional)
      expect(
        optional.lastIndexOf(false) < (optional.indexOf(true) + 1 || Infinity),
        `${spec.name}: required before optional`,
      ).toBe(true)
    }
  })

  test('as_of stands after every argument that is required', () => {
    for (const { spec } of catalogue()) {
      const at = spec.args.findIndex(({ name }) => name === 'as_of')
      const required = spec.args.map(({ optional }) => optional).lastIndexOf(false)
      if (at >= 0) expect(at, spec.name).toBeGreaterThan(required)
    }
  })
})

describe('2. columns of one call belong together', () => {
  const pair = [keys('ids', ''), numberColumn('amounts', '')]

  test('columns of different heights are refused, both sizes named', () => {
    expect(failure(() => call(pair, column('a', 'b', 'c'), column(1, 2)))).toEqual({
      code: '#VALUE!',
      message: 'TRY: ids has 3 rows and amounts has 2, select the same rows in both',
    })
  })

  test('a row whose required cell is blank is left out of every column', () => {
    const [ids, amounts] = read(pair, column('a', null, 'c', 'd'), column(1, 2, '', 4)) as [Keys, Float64Array]
    expect(ids.labels).toEqual(['a', 'd'])
    expect(Array.from(amounts)).toEqual([1, 4])
  })

  test('a group that only has left-out rows is no group', () => {
    const [ids] = read(pair, column('a', 'b', 'a'), column(1, null, 3)) as [Keys]
    expect(ids).toEqual({ labels: ['a'], codes: Int32Array.of(0, 0) })
  })

  test('no complete row is #N/A', () => {
    expect(failure(() => call(pair, column('a', null), column(null, 1)))).toEqual({
      code: '#N/A',
      message: 'TRY: ids and amounts have no complete row',
    })
  })

  test('an optional column left out asks for nothing', () => {
    const args = [numberColumn('contacts', ''), flags('resolved', '', { default: null })]
    expect(read(args, column(1, 2))[1]).toBeNull()
    expect(read(args, column(1, 2), null)[1]).toBeNull()
  })

  test('a row of cells serves as a column, a block does not', () => {
    expect(Array.from(read([numberColumn('amounts', '')], [[1, 2, 3]])[0] as Float64Array)).toEqual([1, 2, 3])
    expect(
      failure(() =>
        call(
          [numberColumn('amounts', '')],
          [
            [1, 2],
            [3, 4],
          ],
        ),
      ).message,
    ).toBe('TRY: amounts must be one column, not 2')
  })
})

describe('one value for each row stands beside the data', () => {
  const args = [dates('starts', ''), numberColumn('hours', '')]
  const doubled = (...raw: unknown[]): Result =>
    evaluate(
      {
        spec: { ...spec(args), returns: { unit: 'hours', column: 'doubled' } },
        compute: (_: Float64Array, hours: Float64Array) => hours.map((value) => (value === 9 ? NaN : 2 * value)),
      },
      raw,
      plain,
    )

  test('a title beside the header, "" beside an incomplete row or where nothing can be known', () => {
    const starts = column('Start', '2026-03-01', null, '2026-03-02', '2026-03-03', '', null)
    const hours = column('Hours', 1, 2, 9, 4, null, null)
    expect(doubled(starts, hours)).toEqual(column('doubled', 2, '', '', 8))
  })

  test('a row of cells gives a row, a single cell a single value', () => {
    expect(doubled([['2026-03-01', '2026-03-02']], [[1, 2]])).toEqual([[2, 4]])
    expect(doubled('2026-03-01', [[3]])).toBe(6)
  })
})

describe('3. blank cells', () => {
  const blanks = [null, '', '   ', '\u00a0']

  test.each(blanks.map((blank) => [JSON.stringify(blank), blank]))(
    '%s is skipped in a range, never zero',
    (_, blank) => {
      expect(Array.from(read([numbers('scores', '')], column(4, blank, 6))[0] as Float64Array)).toEqual([4, 6])
    },
  )

  test.each(blanks.map((blank) => [JSON.stringify(blank), blank]))('%s is the default of an option', (_, blank) => {
    expect(read([number('bands', '', { default: 5 })], blank)).toEqual([5])
    expect(read([number('bands', '', { default: null })], blank)).toEqual([null])
    expect(read([choice('period', '', { month: '', year: '' })], blank)).toEqual(['month'])
    expect(read([date('as_of', '', { default: null })], blank)).toEqual([null])
  })

  test('an option left out is its default, a required argument is missed', () => {
    expect(read([number('bands', '', { default: 5 })])).toEqual([5])
    expect(failure(() => call([number('arpa', '')]))).toEqual({ code: '#VALUE!', message: 'TRY: arpa is missing' })
    expect(failure(() => call([number('arpa', '')], null)).message).toBe('TRY: arpa is blank')
    expect(failure(() => call([numbers('scores', '')])).message).toBe('TRY: scores is missing')
    expect(failure(() => call([keys('ids', '')])).message).toBe('TRY: ids is missing')
  })

  test('a standard that is not the first word is the default all the same', () => {
    expect(read([choice('period', '', { day: '', month: '' }, 'month')])).toEqual(['month'])
  })

  test('an optional range of blank cells counts as left out', () => {
    expect(read([numbers('organic_costs', '', { default: null })], column(null, ''))).toEqual([null])
  })
})

describe('4. text in a range of numbers', () => {
  /** The same text reads alike in a bag of numbers and in a column beside others. */
  const bag = [numbers('scores', '')]
  const single = [numberColumn('scores', '')]
  const both = [bag, single]
  const numbersOf = (args: readonly Arg<unknown>[], ...cells: unknown[]) =>
    Array.from(read(args, column(...cells))[0] as Float64Array)
  const sentence = (args: readonly Arg<unknown>[], ...cells: unknown[]) => failure(() => call(args, column(...cells)))
  const IN_FULL = 'write it out in full, as a number'
  /** 1.5k, 60 k€, $1.2M: whoever kept only the number would lose the thousands. */
  const isShort = (cell: string) => /\d ?(?:[kmbtl]|mio|mrd|bn|mn)(?![a-z])/i.test(cell)
  const NUMBER_ONLY = 'keep only the number, or clear the cell if there is none'
  const MAKE_NUMBER = 'turn it into a number, as Data in the sidebar does'

  test('a first row of text is a header', () => {
    expect(Array.from(read([numbers('scores', '')], column('Score', 7, 9))[0] as Float64Array)).toEqual([7, 9])
    const [ids, amounts] = read(
      [keys('ids', ''), numberColumn('amounts', '')],
      column('Customer', 'a'),
      column('Amount', 5),
    )
    expect((ids as Keys).labels).toEqual(['a'])
    expect(Array.from(amounts as Float64Array)).toEqual([5])
  })

  test.each(['Q1', 'May 5', 'Score 2', 'Revenue 2026 (EUR)', 'How likely are you to recommend us (0-10)?'])(
    '“%s” on top is a header as well',
    (title) => {
      for (const args of both) expect(numbersOf(args, title, 7, '9')).toEqual([7, 9])
    },
  )

  test('so are the two further lines that survey programs write, and no others', () => {
    for (const args of both) {
      expect(numbersOf(args, 'Q1', 'How likely are you to recommend us?', '{"ImportId":"QID1"}', 9)).toEqual([9])
      expect(numbersOf(args, 'Q1', 'Response', 9)).toEqual([9])
      expect(sentence(args, 'Q1', 'Q1', 9).message).toBe(`TRY: scores row 2 has “Q1”, ${NUMBER_ONLY}`)
      expect(sentence(args, 9, 'Question 1 was how likely?').message).toContain('scores row 2 has “Question 1')
    }
  })

  test('a first row with a value in it is no header', () => {
    const args = [numberColumn('scores', ''), dates('dates', '')]
    expect(failure(() => call(args, column(9, 8), column('soon', 46023))).message).toBe(
      'TRY: dates row 1 has “soon”, use a date cell or text such as 2026-03-01',
    )
    expect(failure(() => call(args, column('9', 8), column('soon', 46023))).message).toBe(
      'TRY: dates row 1 has “soon”, use a date cell or text such as 2026-03-01',
    )
  })

  test.each<[string, number]>([
    ['9', 9],
    [' 9 ', 9],
    ['0', 0],
    ['-3', -3],
    ['+5', 5],
    ['.5', 0.5],
    ['1e+5', 100000],
    ['\uff11\uff12', 12],
    ['\u0663', 3],
    ['\u200b7', 7],
    ["'-60", -60],
    ['="50"', 50],
    ['80%', 0.8],
    ['12,5 %', 0.125],
    ['1.2345', 1.2345],
    ['0,500', 0.5],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['12,34,567.5', 1234567.5],
    ['1 200', 1200],
    ['1\u202f234,5', 1234.5],
    ['1\u00a0200', 1200],
    ["1'234.50", 1234.5],
    ['1.234,5', 1234.5],
    ['$12', 12],
    ['12 €', 12],
    ['EUR 5', 5],
    ['R$ 50,00', 50],
    ['R 50.00', 50],
    ['R 50,00', 50],
    ['K 50.00', 50],
    ['$50 USD', 50],
    ['TRY 50,00', 50],
    ['12,50 zł', 12.5],
    ['kr 50', 50],
    ['$1,234.50', 1234.5],
    ['1.234,50 €', 1234.5],
    ['(40)', -40],
    ['(99.00)', -99],
    ['$(50)', -50],
    ['–50', -50],
    ['\u22121 234,5', -1234.5],
    ['50.00-', -50],
    ['123456789012345', 123456789012345],
  ])('“%s” is read as %d, in the first row as below', (cell, value) => {
    for (const args of both) {
      expect(numbersOf(args, 1, cell)).toEqual([1, value])
      expect(numbersOf(args, cell, 1)).toEqual([value, 1])
      expect(numbersOf(args, 'Title', cell)).toEqual([value])
    }
  })

  test.each<[string, number, number]>([
    ['1,200', 1.2, 1200],
    ['1.200', 1200, 1.2],
    ['-12,345', -12.345, -12345],
    ['(1,200)', -1.2, -1200],
    ['€ 1,200', 1.2, 1200],
    ['R$ 1,200', 1.2, 1200],
    ['$1.200', 1200, 1.2],
    ['1.200 %', 12, 0.012],
  ])('“%s” may be %d or %d and is refused with both, its row named', (cell, comma, point) => {
    for (const args of both) {
      expect(sentence(args, 1, cell)).toEqual({
        code: '#VALUE!',
        message: `TRY: scores row 2 has “${cell}”, which may be ${comma} or ${point}: ${MAKE_NUMBER}`,
      })
      expect(sentence(args, cell, 1).message).toContain(`scores row 1 has “${cell}”, which may be ${comma} or ${point}`)
    }
  })

  test('a sign before which nobody writes a decimal comma decides, where the column does not say otherwise', () => {
    for (const args of both) {
      expect(numbersOf(args, 1, '$1,200')).toEqual([1, 1200])
      expect(numbersOf(args, 1, '£12,345')).toEqual([1, 12345])
      expect(numbersOf(args, '$ 1.234,50', '$1,200')).toEqual([1234.5, 1.2])
    }
  })

  test.each<[unknown[], number[]]>([
    [
      ['1,200', '1.234,5'],
      [1.2, 1234.5],
    ],
    [
      ['1.234,5', '1,200'],
      [1234.5, 1.2],
    ],
    [
      ['1,200', '12,5 %'],
      [1.2, 0.125],
    ],
    [
      ['1,200', '1.234.567'],
      [1.2, 1234567],
    ],
    [
      ['1,200', '1,234.5'],
      [1200, 1234.5],
    ],
    [
      ['1,200', 7, '0.5'],
      [1200, 7, 0.5],
    ],
    [
      ['1.200', '1,234,567', null],
      [1.2, 1234567],
    ],
    [
      ['Amount', '1.200', '$5.50'],
      [1.2, 5.5],
    ],
  ])('the column decides: %j is %j', (cells, values) => {
    for (const args of both) expect(numbersOf(args, ...cells)).toEqual(values)
  })

  test('a column that contradicts itself decides nothing, and what is without doubt in it is read', () => {
    for (const args of both) {
      expect(sentence(args, '1,200', '1.234,5', '1,234.5').message).toBe(
        `TRY: scores row 1 has “1,200”, which may be 1.2 or 1200: ${MAKE_NUMBER}`,
      )
      expect(sentence(args, '$1,200', '1.234,5', '1,234.5').message).toContain('may be 1.2 or 1200')
      expect(numbersOf(args, '1.234,5', '1,234.5')).toEqual([1234.5, 1234.5])
    }
  })

  test('thousands parted by a space or an apostrophe, numbers and words do not decide', () => {
    for (const args of both) {
      for (const other of ['1 234', "1'234", 1234.5, 'n/a', '1,300', 'Q1']) {
        expect(sentence(args, 1, '1,200', other).message, String(other)).toContain('may be 1.2 or 1200')
      }
    }
  })

  test('a block is decided column by column, a single row as one', () => {
    const block = [
      ['1,200', '1,200'],
      ['1.234,5', '1,234.5'],
    ]
    expect(Array.from(read(bag, block)[0] as Float64Array)).toEqual([1.2, 1200, 1234.5, 1234.5])
    expect(
      failure(() =>
        call(
          bag,
          [
            ['1,200', '5,5'],
            ['1,300', 1],
          ].map(([a, b]) => [b, a]),
        ),
      ).message,
    ).toContain('scores row 1 column 2 has “1,200”, which may be 1.2 or 1200')
    for (const args of both) {
      expect(Array.from(read(args, [['1,200', '5,5']])[0] as Float64Array)).toEqual([1.2, 5.5])
    }
  })

  test.each([
    '10+',
    '4 of 5',
    '< 50',
    '~50',
    '≤ 5',
    '007',
    '1e5',
    '50-',
    '5%%',
    '--5',
    '(5',
    '1.2.3',
    '12/03',
    '12:30',
    '2026-03-01',
    '5k',
    '1.5k',
    '2,50 K',
    '€60k',
    '$60 K',
    '60 k€',
    '1,5 Mio. €',
    '5 Mrd €',
    '2.5 $bn',
    '$1.2M',
    '$50 €',
    '3 m',
    '#1',
    '½',
    '★★★',
    '∞',
    '€',
    '1234567890123456',
    '10 - Extremely likely',
    '5 stars',
  ])('“%s” may be meant as a value and is refused, its row named', (cell) => {
    for (const args of both) {
      expect(sentence(args, 1, cell)).toEqual({
        code: '#VALUE!',
        message: `TRY: scores row 2 has “${cell}”, ${isShort(cell) ? IN_FULL : NUMBER_ONLY}`,
      })
      expect(sentence(args, cell, 1).message).toBe(
        `TRY: scores row 1 has “${cell}”, ${isShort(cell) ? IN_FULL : 'keep only the number; if that is a title, select from the row below it'}`,
      )
    }
  })

  test.each(['Q1', 'May 5', 'No. 5', 'five', 'Score 9', 'not 9', 'Top 10', 'k€ 60', 'EUR 1.5k', 'Rp 50 rb'])(
    '“%s” below the first row is not lost in silence',
    (cell) => {
      for (const args of both) {
        const mend = isShort(cell) ? IN_FULL : NUMBER_ONLY
        expect(sentence(args, 1, cell).message).toBe(`TRY: scores row 2 has “${cell}”, ${mend}`)
      }
    },
  )

  test.each(['n/a', 'N/A', '-', '—', '?', 'none', 'null', 'NaN', '(not set)', 'very good', 'Sunday'])(
    '“%s” is a word and skipped',
    (cell) => {
      for (const args of both) {
        expect(numbersOf(args, 1, cell, 3)).toEqual([1, 3])
        expect(numbersOf(args, cell, 1, 3)).toEqual([1, 3])
      }
    },
  )

  test.each(['n/a', '-', '(not set)'])('“%s” in the first row is no header', (cell) => {
    const [ids, amounts] = read(
      [keys('ids', ''), numberColumn('amounts', '')],
      column('a', 'a', 'b'),
      column(cell, 5, 6),
    )
    expect((ids as Keys).labels).toEqual(['a', 'b'])
    expect(Array.from(amounts as Float64Array)).toEqual([5, 6])
  })

  describe('on a scale', () => {
    const limits = { min: 0, max: 10 }
    const scaled = [[numbers('scores', '', limits)], [numberColumn('scores', '', limits)]]

    test.each<[string, number]>([
      ['9', 9],
      ['9 - Likely', 9],
      ['10 - Extremely likely', 10],
      ['0-Not at all', 0],
      ['5 stars', 5],
      ['9 points', 9],
      ['Satisfied (4)', 4],
      ['Likely - 9', 9],
      ['[7] Rather', 7],
    ])('the label “%s” is the answer %d', (cell, answer) => {
      for (const args of scaled) expect(numbersOf(args, 1, cell)).toEqual([1, answer])
      expect(numbersOf(scaled[0]!, cell, 1)).toEqual([answer, 1])
    })

    test.each([
      '11 - Beyond',
      'Bad -2',
      '4 of 5',
      '9/10',
      'Agree (4/5)',
      '10+',
      'Q1',
      'not 9',
      '9 out of 10',
      '9.5 - Likely',
    ])('“%s” is none', (cell) => {
      for (const args of scaled) {
        const mend = isShort(cell) ? IN_FULL : NUMBER_ONLY
        expect(sentence(args, 1, cell).message).toBe(`TRY: scores row 2 has “${cell}”, ${mend}`)
      }
    })

    test('a text number outside it is refused as the number is', () => {
      for (const args of scaled) {
        expect(sentence(args, 9, '11').message).toBe('TRY: scores row 2 has 11, outside 0 to 10')
        expect(sentence(args, 9, '(9)').message).toBe('TRY: scores row 2 has -9, outside 0 to 10')
      }
    })

    test('a share of a hundred is no answer, and is one where the scale is a share itself', () => {
      for (const args of scaled) {
        expect(sentence(args, 9, '80%').message).toBe(
          'TRY: scores row 2 has “80%”, a share of a hundred where an answer of the scale belongs',
        )
      }
      expect(numbersOf([numberColumn('rates', '', { min: 0, max: 1 })], 0.5, '80%')).toEqual([0.5, 0.8])
    })
  })

  test('a cell that shows a date or a time is no number', () => {
    const dated: Decode = Object.assign(
      (raw: unknown) => (typeof raw === 'object' && raw !== null ? (raw as { serial: number }).serial : plain(raw)),
      { isDate: (raw: unknown) => typeof raw === 'object' && raw !== null },
    )
    const refused = (arg: Arg<unknown>, raw: unknown) => failure(() => readCall(spec([arg]), [raw], dated)).message
    for (const arg of [numbers('n', ''), numberColumn('n', '')]) {
      expect(refused(arg, column(1, { serial: 46082 }))).toBe('n row 2 has the date 2026-03-01, not a number')
      expect(refused(arg, column(1, { serial: 4 / 24 }))).toBe('n row 2 has the time 4:00, not a number')
    }
    expect(refused(number('n', ''), { serial: 46082 })).toBe('n is the date 2026-03-01, not a number')
    expect(refused(number('n', ''), [[{ serial: 46082 }]])).toBe('n is the date 2026-03-01, not a number')
    expect(readCall(spec([dates('d', '')]), [column({ serial: 46082 })], dated).values).toEqual([
      Float64Array.of(46082),
    ])
  })

  test('a header beside a value in the first row is refused', () => {
    const args = [keys('ids', ''), dates('dates', ''), numberColumn('amounts', '')]
    const shifted = () => call(args, column('a', 'b'), column('2026-01-05', '2026-01-20'), column('Amount', 40))
    expect(failure(shifted).message).toBe(
      'TRY: amounts begins with a header and dates does not, select the same rows in both',
    )
    const pair = [numberColumn('scores', ''), numberColumn('amounts', '')]
    expect(failure(() => call(pair, column('Score', 9), column('$40', 50))).message).toBe(
      'TRY: scores begins with a header and amounts does not, select the same rows in both',
    )
  })

  test('where the place of a number counts, a gap is refused', () => {
    const years = numbers('annual_costs', '', { gaps: 'refused' })
    const curve = numbers('curve', '', { gaps: 'at the end' })
    expect(failure(() => call([years], column('Cost', 30, null, 20))).message).toBe(
      'TRY: annual_costs row 3 has no number, write 0 if there is none',
    )
    expect(failure(() => call([years], column(30, '-'))).code).toBe('#VALUE!')
    expect(failure(() => call([curve], column(1, '', 0.6))).message).toBe(
      'TRY: curve row 2 has no number, and others follow',
    )
    const broken = column(30, new CellError('#REF!', ''))
    expect(failure(() => call([years], broken)).code).toBe('#REF!')
    expect(failure(() => call([years], column(30, '20+'))).message).toBe(
      `TRY: annual_costs row 2 has “20+”, ${NUMBER_ONLY}`,
    )
    expect(read([years], column('Cost', '30', '$20'))[0]).toEqual(Float64Array.of(30, 20))
    expect(read([curve], column('Rate', 1, 0.6, '', null))[0]).toEqual(Float64Array.of(1, 0.6))
    expect(read([curve], column('Rate', 1, '60%', '', null))[0]).toEqual(Float64Array.of(1, 0.6))
  })

  test('TRUE and FALSE are skipped', () => {
    expect(Array.from(read([numbers('scores', '')], column(true, 3, false))[0] as Float64Array)).toEqual([3])
  })
})

describe('5. flags', () => {
  const flagsOf = (sense: Sense, ...cells: unknown[]) =>
    Array.from(read([flags('resolved', '', { sense })], column(...cells))[0] as Uint8Array)
  const senses: Sense[] = ['good', 'resolved', 'ended', 'renewed']

  test.each([true, 1, 'yes', 'Y', 'TRUE', 'Yes ', '1', 't', 'on', '✓', '☑', 'Ja'])('%s is yes', (cell) => {
    expect(read([flags('resolved', '')], column(cell, 0))[0]).toEqual(Uint8Array.of(1, 0))
    for (const sense of senses) expect(flagsOf(sense, cell, 0), sense).toEqual([1, 0])
  })
  test.each([false, 0, 'no', 'N', 'False', ' NO', '0', 'f', 'off', '☐', 'Nein'])('%s is no', (cell) => {
    expect(read([flags('resolved', '')], column(cell, 1))[0]).toEqual(Uint8Array.of(0, 1))
    for (const sense of senses) expect(flagsOf(sense, cell, 1), sense).toEqual([0, 1])
  })

  test.each<[Sense, string, string]>([
    ['good', 'Good', 'Bad'],
    ['good', 'Very satisfied', 'Very dissatisfied'],
    ['good', 'somewhat satisfied', 'Neutral'],
    ['good', '👍', '👎'],
    ['resolved', 'Solved', 'Open'],
    ['resolved', 'closed', 'ON HOLD'],
    ['resolved', 'done', 'in_progress'],
    ['resolved', 'Won', 'Lost'],
    ['ended', 'canceled', 'active'],
    ['ended', 'Cancelled', 'Open'],
    ['ended', 'churned', 'retained'],
    ['ended', 'Lost', 'Won'],
    ['renewed', 'Renewed', 'not renewed'],
    ['renewed', 'Won', 'Lost'],
    ['renewed', 'Closed-Won', 'closed_lost'],
    ['renewed', 'active', 'Canceled'],
  ])('where it asks for %s, “%s” is yes and “%s” is no', (sense, yes, no) => {
    expect(flagsOf(sense, yes, no)).toEqual([1, 0])
    expect(flagsOf(sense, no.toUpperCase(), yes.toLowerCase(), no)).toEqual([0, 1, 0])
    expect(flagsOf(sense, true, no, yes)).toEqual([1, 0, 1])
  })

  test.each<[Sense, string]>([
    ['good', 'won'],
    ['good', 'closed'],
    ['resolved', 'good'],
    ['resolved', 'active'],
    ['ended', 'solved'],
    ['renewed', 'closed'],
    ['renewed', 'open'],
  ])('where it asks for %s, “%s” says nothing and is refused', (sense, cell) => {
    expect(failure(() => flagsOf(sense, 'yes', cell))).toEqual({
      code: '#VALUE!',
      message: `resolved row 2 has “${cell}”, use TRUE or FALSE, 1 or 0, yes or no`,
    })
  })

  test.each([null, '', '  ', '\u00a0', 'n/a', '-', 'unknown'])('a row with %j is left out', (cell) => {
    for (const sense of senses) {
      expect(flagsOf(sense, 'yes', cell, 'no')).toEqual([1, 0])
      expect(flagsOf(sense, cell, 'yes', 'no')).toEqual([1, 0])
    }
  })

  test('a title above them is a header, any other word is refused', () => {
    expect(read([flags('resolved', '')], column('Solved?', 'yes'))[0]).toEqual(Uint8Array.of(1))
    expect(failure(() => call([flags('resolved', '')], column('yes', 'maybe')))).toEqual({
      code: '#VALUE!',
      message: 'TRY: resolved row 2 has “maybe”, use TRUE or FALSE, 1 or 0, yes or no',
    })
    expect(failure(() => call([flags('resolved', '')], column('yes', 2))).message).toContain('row 2 has 2,')
    expect(failure(() => call([flags('resolved', '')], column('yes', '2'))).message).toContain('row 2 has “2”,')
  })

  test('a word of the trade on top of TRUE and FALSE is their title, and a value beside others of the trade', () => {
    expect(flagsOf('ended', 'Churned', true, false)).toEqual([1, 0])
    expect(flagsOf('ended', 'Churned', 'yes', 'no')).toEqual([1, 0])
    expect(flagsOf('ended', 'Active', 'Canceled', 'Active')).toEqual([0, 1, 0])
    expect(flagsOf('ended', 'Status', 'Canceled', 'Active')).toEqual([1, 0])
    expect(flagsOf('resolved', 'Open')).toEqual([0])
    for (const blank of [null, '', '  ', 'n/a']) expect(flagsOf('resolved', 'Open', blank)).toEqual([0])
  })
})

describe('6. values outside the scale', () => {
  test('the value and its row are named', () => {
    const scores = [numbers('scores', '', { min: 0, max: 10 })]
    expect(failure(() => call(scores, column(9, 8, 11)))).toEqual({
      code: '#VALUE!',
      message: 'TRY: scores row 3 has 11, outside 0 to 10',
    })
    expect(failure(() => call(scores, [[9, 11]])).message).toBe('TRY: scores column 2 has 11, outside 0 to 10')
    expect(
      failure(() =>
        call(scores, [
          [9, 8],
          [7, -1],
        ]),
      ).message,
    ).toBe('TRY: scores row 2 column 2 has -1, outside 0 to 10')
    expect(failure(() => call(scores, 11)).message).toBe('TRY: scores has 11, outside 0 to 10')
  })

  test('a limit may be another argument of the call', () => {
    const args = [numbers('ratings', '', { min: 1, max: 'scale_max' }), number('scale_max', '', { default: 5 })]
    expect(failure(() => call(args, column(6))).message).toBe('TRY: ratings has 6, outside 1 to 5')
    expect(call(args, column(6), 7)).toBe('computed')
  })

  test('a single number says its limits and how to mend it', () => {
    expect(failure(() => call([fraction('gross_margin', '')], 80)).message).toBe(
      'TRY: gross_margin is 80, outside 0 to 1, write 80% or 0.8',
    )
    expect(failure(() => call([number('bands', '', { min: 1 })], 0)).message).toBe('TRY: bands is 0, below 1')
    expect(failure(() => call([number('bands', '', { max: 3 })], 4)).message).toBe('TRY: bands is 4, above 3')
    expect(failure(() => call([number('bands', '', { whole: true })], 1.5)).message).toBe(
      'TRY: bands is 1.5, not a whole number',
    )
    expect(failure(() => call([numberColumn('contacts', '', { whole: true })], column(1, 1.5))).message).toBe(
      'TRY: contacts row 2 has 1.5, not a whole number',
    )
  })

  test('text where one number belongs is read without doubt or refused', () => {
    const refused = (cell: unknown) => failure(() => call([number('arpa', '')], cell)).message
    for (const [text, value] of [
      ['80%', 0.8],
      ['$1,234.50', 1234.5],
      ['1.234,5', 1234.5],
      ['(99.00)', -99],
    ] as const) {
      expect(read([number('arpa', '')], text), text).toEqual([value])
    }
    expect(read([fraction('gross_margin', '')], '80%')).toEqual([0.8])
    expect(failure(() => call([fraction('gross_margin', '')], '80')).message).toBe(
      'TRY: gross_margin is 80, outside 0 to 1, write 80% or 0.8',
    )
    expect(refused('1,200')).toBe('TRY: arpa is the text “1,200”, which may be 1.2 or 1200: turn it into a number')
    for (const text of ['10+', 'n/a', 'soon', '9 - Likely', '-']) {
      expect(refused(text)).toBe(`TRY: arpa is the text “${text}”, not a number`)
    }
    expect(refused(true)).toBe('TRY: arpa is TRUE, not a number')
  })

  test('a block where one cell belongs is refused', () => {
    expect(failure(() => call([number('arpa', '')], column(1, 2, 3))).message).toBe('TRY: arpa must be one cell, not 3')
    expect(read([number('arpa', '')], [[7]])).toEqual([7])
  })

  test('an unknown word tells the words that are known', () => {
    const period = choice('period', '', { day: '', week: '', month: '' })
    expect(failure(() => call([period], 'fortnight')).message).toBe(
      'TRY: period is the text “fortnight”, use day, week or month',
    )
    expect(read([period], ' Week ')).toEqual(['week'])
  })
})

describe('7. error cells', () => {
  const broken = new CellError('#REF!', '')
  const cases: [string, Arg<unknown>, unknown][] = [
    ['number', number('a', ''), broken],
    ['numbers', numbers('a', ''), column(1, broken)],
    ['numberColumn', numberColumn('a', ''), column(1, broken)],
    ['date', date('a', ''), broken],
    ['dates', dates('a', ''), column(46023, broken)],
    ['keys', keys('a', ''), column('x', broken)],
    ['texts', texts('a', ''), column('x', broken)],
    ['flags', flags('a', ''), column('yes', broken)],
    ['choice', choice('a', '', { x: '' }), broken],
    ['text', text('a', ''), broken],
    ['numbers of a scale, below text that is read', numbers('a', '', { min: 0, max: 10 }), column('9', broken)],
    ['dates, below text that is read', dates('a', '', { blank: 'kept' }), column('1 March 2026', broken)],
    ['numbers, before a text in doubt', numbers('a', ''), column('Title', broken, '1,200')],
  ]
  test.each(cases)('one in %s comes back as the same error, its place named', (_, arg, raw) => {
    const place = Array.isArray(raw) ? 'a row 2' : 'a'
    expect(failure(() => call([arg], raw))).toEqual({ code: '#REF!', message: `TRY: ${place} is #REF!` })
  })
})

describe('8. dates', () => {
  const column8 = [dates('dates', '')]
  const kept = [dates('dates', '', { blank: 'kept' })]
  const serials = (args: readonly Arg<unknown>[], ...cells: unknown[]) =>
    Array.from(read(args, column(...cells))[0] as Float64Array)
  const sentence = (...cells: unknown[]) => failure(() => call(column8, column(...cells)))
  const USE_DATE = 'use a date cell or text such as 2026-03-01'
  const MAKE_DATES = 'turn the column into dates, as Data in the sidebar does'
  /** A date cell whose day is above 12, so that nobody can take it for a month. */
  const late = serialOf(2026, 3, 20)

  test('date cells are serial numbers, ISO text is a date with or without a time', () => {
    const cells = column(46082, '2026-03-01', '2026-03-01T12:00', '2026-03-01 06:00:00')
    expect(Array.from(read([dates('dates', '')], cells)[0] as Float64Array)).toEqual([46082, 46082, 46082.5, 46082.25])
    expect(read([date('as_of', '')], '2026-03-01')).toEqual([46082])
  })

  test.each<[string, string]>([
    ['2026/03/01', '2026-03-01'],
    ['2026-3-1', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['1 March 2026', '2026-03-01'],
    ['1 Mar 2026', '2026-03-01'],
    ['March 1, 2026', '2026-03-01'],
    ['Sun 1 Mar 2026', '2026-03-01'],
    ['01-Mar-26', '2026-03-01'],
    ['1. März 2026', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['5.1.2026', '2026-01-05'],
    ['01.03.2026, 14:05', '2026-03-01T14:05'],
    ['03/03/2026', '2026-03-03'],
    ['13/02/2026', '2026-02-13'],
    ['2/13/2026 11:30 PM', '2026-02-13T23:30'],
    ['15/Jan/26 10:30 AM', '2026-01-15T10:30'],
    ['2026-03-01 9:05', '2026-03-01T09:05'],
    [' 2026-03-01 ', '2026-03-01'],
    ["'2026-03-01", '2026-03-01'],
  ])('the text “%s” is %s, in the first row as below', (cell, iso) => {
    const [expected] = serials(column8, iso)
    for (const args of [column8, kept]) {
      expect(serials(args, late, cell)).toEqual([late, expected])
      expect(serials(args, cell, late)).toEqual([expected, late])
    }
    expect(read([date('as_of', '')], cell)).toEqual([expected])
  })

  test.each([
    '2026-03-01T09:30Z',
    '2026-03-01T09:30:00+02:00',
    '2026-03-01 09:30:00 +0000',
    '2026-03-01 09:30:00 UTC',
    '2026/03/01 9:30:00 AM GMT+1',
    '20260301T093000Z',
  ])('the instant “%s” is the time on the wall clock that it states', (cell) => {
    expectClose(serials(column8, late, cell), [late, 46082 + 9.5 / 24])
  })

  test.each<[string, string, string]>([
    ['03/04/2026', '2026-04-03', '2026-03-04'],
    ['03-04-2026', '2026-04-03', '2026-03-04'],
    ['1/2/26', '2026-02-01', '2026-01-02'],
    ['03/04/2026 10:30', '2026-04-03T10:30', '2026-03-04T10:30'],
  ])('the text “%s” may be %s or %s and is refused with both', (cell, dayFirst, monthFirst) => {
    const why = `has “${cell}”, which may be ${dayFirst} or ${monthFirst}`
    expect(sentence(late, cell)).toEqual({ code: '#VALUE!', message: `TRY: dates row 2 ${why}: ${MAKE_DATES}` })
    expect(sentence(cell, late).message).toBe(`TRY: dates row 1 ${why}: ${MAKE_DATES}`)
    expect(sentence('Date', cell).message).toBe(`TRY: dates row 2 ${why}: ${MAKE_DATES}`)
    expect(sentence(46082, cell).message, 'beside a date cell of the first days').toContain(why)
    expect(failure(() => call([date('as_of', '')], cell)).message).toBe(
      `TRY: as_of ${why}: write the one that is meant`,
    )
  })

  test.each<[string[], string[]]>([
    [
      ['01/02/2024', '13/02/2024'],
      ['2024-02-01', '2024-02-13'],
    ],
    [
      ['13/02/2024', '01/02/2024'],
      ['2024-02-13', '2024-02-01'],
    ],
    [
      ['01/02/2024', '02/13/2024'],
      ['2024-01-02', '2024-02-13'],
    ],
    [
      ['01-02-2024 09:30', '31-01-2024 10:00'],
      ['2024-02-01T09:30', '2024-01-31T10:00'],
    ],
    [
      ['01/02/2024', '31.1.2024'],
      ['2024-02-01', '2024-01-31'],
    ],
  ])('the column decides: %j is %j', (cells, iso) => {
    expect(serials(column8, ...cells)).toEqual(serials(column8, ...iso))
    expect(serials(kept, 'Date', ...cells, null)).toEqual(serials(kept, 'Date', ...iso, null))
    expect(serials(column8, late, ...cells)).toEqual(serials(column8, late, ...iso))
  })

  test('a column that contradicts itself decides nothing, and what is without doubt in it is read', () => {
    expect(sentence('01/02/2024', '02/13/2024', '13/02/2024').message).toBe(
      `TRY: dates row 1 has “01/02/2024”, which may be 2024-02-01 or 2024-01-02, and other rows say the one as well as the other: ${MAKE_DATES}`,
    )
    expect(serials(column8, '02/13/2024', '13/02/2024')).toEqual([45335, 45335])
  })

  test('dates that are the same in both orders, ISO dates and names of months do not decide', () => {
    for (const other of ['03/03/2024', '2024-02-13', '13 Feb 2024', late, 'n/a']) {
      expect(sentence('01/02/2024', other).message, String(other)).toContain('may be 2024-02-01 or 2024-01-02')
    }
  })

  describe('days and months that were swapped on the way in', () => {
    const small = [serialOf(2024, 2, 1), serialOf(2024, 5, 4)]
    const swapped = (cell: string, row: number) =>
      `TRY: dates row ${row} has “${cell}”, among date cells whose days are all up to 12, such as 2024-02-01: ` +
      'day and month may have been swapped in those, import the column again as text'

    test.each(['13/02/2024', '02/13/2024', '31-01-2024', '13.2.2024', '13/02/2024 10:30'])(
      'date cells all with days up to 12 beside the text “%s” are refused',
      (cell) => {
        expect(sentence(...small, cell)).toEqual({ code: '#VALUE!', message: swapped(cell, 3) })
        expect(sentence(cell, ...small).message).toBe(swapped(cell, 1))
        expect(sentence(...small, '01/02/2024', cell).message).toBe(swapped('01/02/2024', 3))
        expect(sentence(...small, '5.1.2024', cell).message).toBe(swapped('5.1.2024', 3))
      },
    )

    test('a date cell with a later day, or with the same day and month, was not swapped', () => {
      expect(serials(column8, ...small, late, '13/02/2024')).toEqual([...small, late, 45335])
      expect(serials(column8, serialOf(2024, 2, 2), '13/02/2024')).toEqual([45324, 45335])
    })

    test('texts that no spreadsheet swaps tell nothing of them', () => {
      for (const cell of ['2024-02-13', '13 Feb 2024', '20240213', 'Feb 13, 2024']) {
        expect(serials(column8, ...small, cell), cell).toEqual([...small, 45335])
      }
      expect(serials(column8, ...small, '5.1.2024')).toEqual([...small, 45296])
      expect(sentence(...small, '03/04/2024').message).toBe(
        `TRY: dates row 3 has “03/04/2024”, which may be 2024-04-03 or 2024-03-04: ${MAKE_DATES}`,
      )
    })
  })

  test.each([
    '2026-13-01',
    '2026-02-30',
    '31.2.2026',
    '13/13/2026',
    '1/2/35',
    '12:30',
    '2026',
    'Q1 2026',
    'soon',
    '10+',
  ])('the text “%s” is refused, its row named', (cell) => {
    for (const args of [column8, kept]) {
      expect(failure(() => call(args, column(46082, cell)))).toEqual({
        code: '#VALUE!',
        message: `TRY: dates row 2 has “${cell}”, ${USE_DATE}`,
      })
    }
    expect(failure(() => call([date('as_of', '')], cell)).message).toBe(`TRY: as_of has “${cell}”, ${USE_DATE}`)
  })

  test.each([
    ['2026-03', '2026-03-01'],
    ['2026/3', '2026-03-01'],
    ['03.2026', '2026-03-01'],
    ['3/2026', '2026-03-01'],
    ['March 2026', '2026-03-01'],
    [' mar. 2026 ', '2026-03-01'],
    ['Jan-2024', '2024-01-01'],
    ['März 2026', '2026-03-01'],
  ])('the month “%s” is refused, as it has no day', (cell, first) => {
    const message = `has “${cell}”, add a day: ${first}`
    for (const args of [column8, kept]) {
      expect(failure(() => call(args, column(46082, cell))).message).toBe(`TRY: dates row 2 ${message}`)
    }
    expect(failure(() => call([date('as_of', '')], cell)).message).toBe(`TRY: as_of ${message}`)
  })

  test.each([
    null,
    '',
    '   ',
    '\u00a0',
    0,
    'n/a',
    'N/A',
    '-',
    '—',
    'null',
    '(not set)',
    'TBD',
    '9999-12-31',
    2958465,
    '31/12/9999',
    '12/31/9999 23:59',
    '9999-12-31T23:59:59Z',
    99991231,
    '2099-12-31',
    '1900-01-01',
    2,
    '0000-00-00',
    '0000-00-00 00:00:00',
    '1970-01-01T00:00:00Z',
  ])('%j stands for no date', (cell) => {
    expect(serials(column8, late, cell, late)).toEqual([late, late])
    expect(serials(kept, late, cell, late)).toEqual([late, NaN, late])
    if (cell === 2) return
    const [, ids] = read([dates('dates', ''), keys('ids', '')], column(cell, late), column('a', 'b'))
    expect((ids as Keys).labels, 'and is no header').toEqual(['b'])
  })

  test.each(['Open', 'still open', 'pending', 'In progress', 'never', 'undelivered'])(
    '“%s” says that it has not happened yet, where a blank does, and is refused where it does not',
    (cell) => {
      expect(serials(kept, late, cell)).toEqual([late, NaN])
      expect(sentence(late, cell).message).toBe(`TRY: dates row 2 has “${cell}”, ${USE_DATE}`)
    },
  )

  test('a date as text in the first row is no header', () => {
    for (const date of ['1 March 2026', 'March 1, 2026', 'Sun 1 Mar 2026', '20260301']) {
      expect(serials(column8, date, 46082), date).toEqual([46082, 46082])
    }
    for (const date of ['03/04/2026', '2026-13-01', '31.2.2026', 'March 32, 2026']) {
      expect(sentence(date, 46082).message, date).toContain('row 1 has')
    }
    for (const title of ['Order date', 'order_date_2', 'Date (Q1 2026)', 'Signup']) {
      expect(Array.from(read([dates('dates', '')], column(title, 46082))[0] as Float64Array), title).toEqual([46082])
    }
  })

  test('an amount, a count or an id among dates is refused', () => {
    for (const cell of [29.33, 2, 7043]) {
      expect(failure(() => call([dates('dates', '')], column('date', cell))).message).toBe(
        `TRY: dates row 2 has ${cell}, use a date cell or text such as 2026-03-01`,
      )
    }
    for (const cell of [29.33, 3, 7043]) expect(sentence(late, cell).message).toContain(`dates row 2 has ${cell},`)
    expect(read([date('as_of', '')], '1950-01-01')).toEqual([18264])
    expect(failure(() => call([date('as_of', '')], '1949-12-31')).message).toBe(
      'TRY: as_of has “1949-12-31”, dates begin in 1950',
    )
  })

  test('a number no calendar has is refused, and 0 can only be a blank cell', () => {
    expect(serials(column8, 46082, 20260301)).toEqual([46082, 46082])
    expect(sentence(46082, 20261301).message).toBe(`TRY: dates row 2 has 20261301, ${USE_DATE}`)
    expect(failure(() => call([dates('dates', '')], column(46082, -5))).code).toBe('#VALUE!')
    expect(failure(() => call([dates('dates', '')], column(46082, true))).message).toContain('row 2 has TRUE,')
    expect(Array.from(read([dates('dates', '')], column(46082, 0))[0] as Float64Array)).toEqual([46082])
    expect(read([date('as_of', '', { default: null })], 0)).toEqual([null])
  })

  test('a number of seconds or milliseconds since 1970 is refused, and the way to a date told', () => {
    for (const [cell, days] of [
      [1772323200, 86400],
      [1772323200000, 86400000],
    ] as const) {
      expect(sentence(46082, cell).message).toBe(
        `TRY: dates row 2 has ${cell}, which counts from 1970: divide it by ${days} and add 25569`,
      )
      expect(cell / days + 25569).toBe(46082)
    }
  })
})

describe('9. as_of', () => {
  const backlog = (...closed: unknown[]) =>
    evaluate(findMetric('BACKLOG')!, [column('2026-03-01', '2026-03-02'), column(...closed)], plain)

  test.each([null, '', '  ', '\u00a0', 'n/a', '-', 'Open', '9999-12-31', 2958465, '31/12/9999', '1900-01-01'])(
    'a case closed on %j is open, and as_of is the latest of the other dates',
    (cell) => {
      expect(backlog('2026-03-05', cell)).toBe(1)
      expect(backlog('5 March 2026', cell)).toBe(1)
    },
  )

  test('it is the latest date, however that is written, so that the youngest customers are left out', () => {
    const rate = (...last: string[]) =>
      evaluate(
        findMetric('REPEAT_RATE')!,
        [column('a', 'a', 'b', ...last.map(() => 'c')), column('2026-01-01', '2026-01-05', '2026-01-20', ...last), 30],
        plain,
      )
    for (const last of ['2026-02-10', '10 Feb 2026', '2026-02-10T00:00Z', '10.2.2026']) expect(rate(last)).toBe(1)
    for (const last of ['2026-02-20', '20.2.2026', '20260220']) expect(rate(last)).toBe(0.5)
    for (const none of ['9999-12-31', '2099-12-31', 'n/a', '']) expect(rate('2026-02-10', none), none).toBe(1)
  })

  test.each(['9999-12-31', 'n/a', '-'])('“%s” is no as_of', (cell) => {
    expect(failure(() => call([date('as_of', '', { default: null })], cell)).message).toBe(
      `TRY: as_of is the text “${cell}”, which stands for no date`,
    )
  })

  test('a date cell that stands for no date is no as_of', () => {
    expect(failure(() => call([date('as_of', '', { default: null })], 2958465)).message).toBe(
      'TRY: as_of is 9999-12-31, which stands for no date',
    )
  })
})

describe('9 and 18. the same answer every time', () => {
  test('nothing that computes asks for the time of day or for chance', async () => {
    const { readdirSync, readFileSync } = await import('node:fs')
    // The sidebar marks a cue as reviewed today, for which it looks at the clock.
    const files = readdirSync('core', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !file.startsWith('sidebar'),
    )
    expect(files.length).toBeGreaterThan(20)
    for (const file of files) {
      expect(readFileSync(`core/${file}`, 'utf8'), file).not.toMatch(
        /Date\.now|new Date\(\)|Math\.random|fetch\(|localStorage/,
      )
    }
  })
})

describe('10. rates and points', () => {
  test('a rate is a fraction of 1, NPS is points per hundred', () => {
    for (const { spec } of catalogue().filter(({ spec }) => spec.returns.unit === 'fraction')) {
      for (const { gives } of spec.examples.filter(({ gives }) => typeof gives === 'number')) {
        // What may go beyond 100 % does not reach 200 % in an example, where 115 would be per cent.
        expect(gives, spec.name).toBeLessThanOrEqual(spec.returns.mayExceedOne ? 2 : 1)
      }
    }
    expect(evaluate(findMetric('NPS')!, [column(10, 9, 8, 6)], plain)).toBe(25)
  })
})

describe('11. errors', () => {
  test('a number that is not finite never reaches a cell', () => {
    const infinite = metric({ ...spec([]), args: [] }, () => Infinity)
    const inside = metric({ ...spec([]), args: [] }, () => [['a', NaN]])
    expect(failure(() => evaluate(infinite, [], plain)).code).toBe('#NUM!')
    expect(failure(() => evaluate(inside, [], plain)).code).toBe('#NUM!')
  })

  test('nothing to compute from is #N/A in words', () => {
    expect(failure(() => call([numbers('scores', '')], column(null, 'n/a')))).toEqual({
      code: '#N/A',
      message: 'TRY: scores has no numbers',
    })
    expect(failure(() => call([keys('ids', '')], column(null))).message).toBe('TRY: ids has no values')
  })

  test('a table that is no rectangle is our fault, not the reader’s', () => {
    const ragged = metric({ ...spec([]), args: [] }, () => [['a', 'b'], [1]])
    expect(() => evaluate(ragged, [], plain)).toThrow('not a rectangle')
  })

  test('too many arguments are refused', () => {
    expect(failure(() => call([number('arpa', '')], 1, 2)).message).toBe('TRY: takes 1 argument at most, not 2')
  })

  test('an argument for all the rest takes one or more', () => {
    const args = [text('metric', ''), unreadRest('data_ranges', '')]
    expect((read(args, 'NPS', 1, 2)[1] as { raw: unknown[] }).raw).toEqual([1, 2])
    expect(failure(() => call(args, 'NPS')).message).toBe('TRY: data_ranges is missing')
    expect(failure(() => call(args, '', 1)).message).toBe('TRY: metric is blank')
  })
})

describe('12, 13 and 14. what a definition leaves open', () => {
  test('confidence is 0.95, and z has all its digits', () => {
    expect(Z95).toBe(1.959963984540054)
  })

  test('LTV counts the first payment at once', () => {
    expect(evaluate(findMetric('LTV')!, [100, 1, 1, 0.5], plain)).toBe(100)
  })

  test('a fork is an argument with a default, and the help says which', () => {
    const forks = catalogue().flatMap(({ spec }) => spec.args.filter(({ choices }) => choices))
    expect(forks.length).toBeGreaterThan(3)
    for (const arg of forks) {
      expect(arg.optional, arg.name).toBe(true)
      expect(argumentHelp(arg).match(/\(default\)/g), arg.name).toHaveLength(1)
    }
  })
})

describe('15. tables', () => {
  test('every table example has its header and no hole', () => {
    for (const { spec } of catalogue().filter(({ spec }) => spec.returns.table)) {
      const tables = spec.examples.filter(({ gives }) => Array.isArray(gives))
      expect(tables.length, spec.name).toBeGreaterThan(0)
      for (const { cells, gives } of tables) {
        const [header, ...rows] = gives as Table
        const { table } = returnsOf(spec, cells, gives as Table, { decode: plain, find: findMetric })
        // A name with … stands for one or more, or none.
        const named = table!.flatMap(({ name }, i) => (name.includes('…') ? header!.slice(i, i + 1) : name))
        expect(header!.slice(0, named.length), spec.name).toEqual(named)
        for (const row of rows) expect(row).toHaveLength(header!.length)
      }
    }
  })
})

test('a metric that finds a value wrong names the row it came from', () => {
  const args = [keys('ids', ''), numberColumn('amounts', '')]
  const picky = (index: number) =>
    metric({ ...spec([]), args }, () => {
      throw wrongValue('amounts', index, 'is odd')
    })
  const cells = [column('id', 'a', null, 'b'), column('amount', 1, 2, 3)]
  expect(failure(() => evaluate(picky(1), cells, plain)).message).toBe('TRY: amounts row 4 is odd')
  expect(failure(() => evaluate(picky(0), cells, plain)).message).toBe('TRY: amounts row 2 is odd')
})

describe('16. blank rows at the end', () => {
  test('they are cut first, so a column may be whole or exact', () => {
    const pair = [keys('ids', ''), numberColumn('amounts', '')]
    const whole = read(pair, column('id', 'a', 'b', null, ''), column('amount', 1, 2, null, '  '))
    const exact = read(pair, column('a', 'b'), column(1, 2))
    expect(whole).toEqual(exact)
    expect(read(pair, column('a', 'b', null), column(1, 2))).toEqual(exact)
  })

  test('columns that do not begin in the same row are not guessed at', () => {
    const pair = [numberColumn('scores', ''), keys('segments', '')]
    const shifted = failure(() => call(pair, column('score', 9, 8, null, null), column('a', 'b', 'c', null)))
    expect(shifted.message).toBe('TRY: scores has 5 rows and segments has 4, select the same rows in both')
  })
})

test('17. METRIC_BY is the only function by segment', () => {
  expect(catalogue().filter(({ spec }) => /_BY(_|$)/.test(spec.name))).toEqual([findMetric('METRIC_BY')])
})

describe('a header in one column and none in another', () => {
  const pair = [numberColumn('scores', ''), keys('regions', '')]

  test('shows when the first cell of the other comes again below', () => {
    expect(failure(() => call(pair, column('score', 9, 8, 7), column('North', 'South', 'North', 'East'))).message).toBe(
      'TRY: scores begins with a header and regions does not: “North” comes again in row 3; select the same rows in both',
    )
    expect(failure(() => call(pair, column('score', 9, 8, 7), column('North', 'North', 'South', 'East'))).message).toBe(
      'TRY: scores begins with a header and regions does not: “North” comes again in row 2; select the same rows in both',
    )
    expect(call(pair, column('score', 9, 8, 7), column('region', 'South', 'North', 'South'))).toBe('computed')
  })
})

test('an error in place of a whole column comes back as that error', () => {
  const pair = [numberColumn('scores', ''), keys('regions', '')]
  expect(failure(() => call(pair, column(9, 8), new CellError('#NAME?', '')))).toEqual({
    code: '#NAME?',
    message: 'TRY: regions is #NAME?',
  })
})

test('groups are the same in any case, ids are not', () => {
  const cells = column('North', 'NORTH ', 'south', 'north')
  expect((read([segments('regions', '')], cells)[0] as Keys).labels).toEqual(['North', 'south'])
  expect((read([keys('ids', '')], cells)[0] as Keys).labels).toHaveLength(4)
})

describe('keys', () => {
  const labels = (...cells: unknown[]) => (read([keys('ids', '')], column(...cells))[0] as Keys).labels

  test('two are the same only when they read the same', () => {
    expect(labels(7, '7', ' 7 ')).toEqual([7])
    expect(labels('007', '7', 7)).toEqual(['007', '7'])
    expect(labels('O’Neil', "O'Neil", 'ann', 'Ann')).toHaveLength(4)
    expect(labels('caf\u00e9', 'cafe\u0301', 'Ann  Lee', 'Ann\u00a0Lee')).toEqual(['caf\u00e9', 'Ann Lee'])
    expect(labels(true, 'TRUE', 1)).toEqual([true, 1])
    expect(labels('constructor', '__proto__', 'toString')).toHaveLength(3)
  })

  test.each([null, '', '  ', 'n/a', 'N/A', '-', '—', 'null', '(not set)', '<unknown>'])('%j is no id', (cell) => {
    expect(labels('a', cell, cell, 'b')).toEqual(['a', 'b'])
    expect(labels(cell, 'a', 'b')).toEqual(['a', 'b'])
    expect(read([keys('ids', '', { blank: 'kept' })], column('a', cell, 'b'))[0]).toEqual({
      labels: ['a', 'b'],
      codes: Int32Array.of(0, -1, 1),
    })
  })

  test('a title above ids is none, though they be numbers', () => {
    expect(labels('user_id', 1, 2, 2)).toEqual([1, 2])
    expect(labels('Customer', 'c-1', 'c-2')).toEqual(['c-1', 'c-2'])
    expect(labels('E-mail', 'ann@example.com', 'ben@example.com')).toHaveLength(2)
    expect(labels('Ann', 'Ben', 'Cleo')).toEqual(['Ann', 'Ben', 'Cleo'])
  })

  test('the order of labels is the order of their first rows', () => {
    expect(read([keys('ids', '')], column('b', 'a', 'b'))[0]).toEqual({
      labels: ['b', 'a'],
      codes: Int32Array.of(0, 1, 0),
    })
  })
})

describe('a column of words', () => {
  const reasons = [segments('reasons', '')]
  const table: Result = [
    ['reason', 'count'],
    ['Late', 2],
  ]
  const noted = (answer: Result, ...raw: unknown[][][]): Result =>
    evaluate(
      { spec: spec(raw.length > 1 ? [...reasons, numberColumn('n', '')] : reasons), compute: () => answer },
      raw,
      plain,
    )
  const labels = (...cells: unknown[]) => (read(reasons, column(...cells))[0] as Keys).labels

  test.each(['Reason', 'Cancellation Reason', 'Tags:', 'reason_code', 'Comment (optional)', 'Reason for return'])(
    'the title “%s” is no value',
    (title) => {
      expect(labels(title, 'Late', 'Late', 'Broken')).toEqual(['Late', 'Broken'])
      expect(noted(table, column(title, 'Late', 'Late', 'Broken'))).toEqual(table)
    },
  )

  test('a first cell that may be a title counts, and a last row says so', () => {
    expect(labels('Returned', 'Late', 'Late', 'Broken')).toEqual(['Returned', 'Late', 'Broken'])
    expect(noted(table, column('Returned', 'Late', 'Late', 'Broken'))).toEqual([
      ...table,
      ['reasons row 1 (“Returned”) counts; if that is a title, select from the row below it', ''],
    ])
  })

  test('a question is taken for the title, and a last row says so', () => {
    expect(labels('What went wrong?', 'Late', 'Broken')).toEqual(['Late', 'Broken'])
    expect(noted(table, column('What went wrong?', 'Late', 'Broken'))).toEqual([
      ...table,
      ['reasons row 1 (“What went wrong?”) is taken for the title; if it is a value, put a title above it', ''],
    ])
  })

  test('a number has no room for a last row, so the doubt is the answer', () => {
    const answers = column('Returned', 'Late', 'Broken', 'Late', 'Broken')
    expect(failure(() => noted(3, answers))).toEqual({
      code: '#VALUE!',
      message: 'TRY: reasons row 1 (“Returned”) is taken for the title; if it is a value, put a title above it',
    })
    expect(noted(3, column('Returned', 'Late', 'Late', 'Broken'))).toBe(3)
  })

  test('there is no doubt where the first cell comes again, stands alone or has a number beside it', () => {
    expect(noted(table, column('Late', 'Broken', 'late '))).toEqual(table)
    expect(noted(table, column('Late'))).toEqual(table)
    expect(noted(table, column('Late', null, ' '))).toEqual(table)
    expect(labels('Late', null, ' ')).toEqual(['Late'])
    expect(labels('Plan', 2, null, 3)).toEqual([2, 3])
    expect(noted(table, column('Returned', 'Late'), column(1, 2))).toEqual(table)
    expect(noted(table, column('Returned', 'Late'), column('Count', 2))).toEqual(table)
  })
})

test('texts come as they stand, a row without one is left out', () => {
  expect(read([texts('paths', ''), numberColumn('n', '')], column('a > b', null, 3), column(1, 2, 3))).toEqual([
    ['a > b', '3'],
    Float64Array.of(1, 3),
  ])
})

test('one cell is a range of one', () => {
  expect(Array.from(read([numbers('scores', '')], 9)[0] as Float64Array)).toEqual([9])
  expect((read([keys('ids', '')], 'a')[0] as Keys).labels).toEqual(['a'])
})

test('a whole column of a million rows is read as it is', () => {
  const rows: unknown[][] = column('Score', ...new Array<number>(3).fill(9))
  while (rows.length < 1_048_576) rows.push([null])
  expect(read([numberColumn('scores', '')], rows)[0]).toHaveLength(3)
  expect(serialOf(2026, 3, 1)).toBe(46082)
})
