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
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import { CellError, wrongValue, type ErrorCode } from '../../../core/cell.ts'
import { metric, type Result, type Spec } from '../../../core/metric.ts'
import { evaluate, readCall } from '../../../core/reading/evaluate.ts'
import { argumentHelp } from '../../../core/catalogue/reference.ts'
import { serialOf } from '../../../core/statistics/calendar.ts'
import { Z95 } from '../../../core/statistics/normal.ts'
import { plain } from '../../close.ts'

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

  test('a first row with a value in it is no header', () => {
    const args = [numberColumn('scores', ''), dates('dates', '')]
    expect(failure(() => call(args, column(9, 8), column('soon', 46023))).message).toBe(
      'TRY: dates row 1 has “soon”, use a date cell or text such as 2026-03-01',
    )
  })

  test.each(['9', ' 9 ', '80%', '1,200', '1.234,5', '-3', '$12', '12 €', '(40)', '1e5', '.5', '1 200', 'EUR 5'])(
    '“%s” reads as a number and is refused, its row named',
    (cell) => {
      expect(failure(() => call([numbers('scores', '')], column(1, cell)))).toEqual({
        code: '#VALUE!',
        message: `TRY: scores row 2 has “${cell}” as text, turn it into a number`,
      })
      expect(failure(() => call([numberColumn('scores', '')], column(1, cell))).code).toBe('#VALUE!')
    },
  )

  test.each(['n/a', '-', 'none', 'Q1', 'May 5', 'very good'])('“%s” is a word and skipped', (cell) => {
    expect(Array.from(read([numbers('scores', '')], column(1, cell, 3))[0] as Float64Array)).toEqual([1, 3])
  })

  test.each(['10 - Extremely likely', '5 stars', '10+', '4 of 5', '12/03', '2026-03-01', '0-Not at all'])(
    '“%s” begins with a number, which is not lost in silence',
    (cell) => {
      const sentence = `TRY: scores row 2 has “${cell}”, keep only the number, or clear the cell if it is no answer`
      expect(failure(() => call([numbers('scores', '')], column(1, cell))).message).toBe(sentence)
      expect(failure(() => call([numberColumn('scores', '')], column(1, cell))).message).toBe(sentence)
      expect(failure(() => call([numbers('scores', '')], column(cell, 1))).message).toContain('scores row 1 has')
    },
  )

  test('a number as text in the first row is no header', () => {
    expect(failure(() => call([numbers('scores', '')], column('9', 8))).message).toContain('row 1 has “9” as text')
    expect(failure(() => call([numberColumn('scores', '')], column('9', 8))).message).toContain('row 1 has “9” as text')
  })

  test('a header beside a value in the first row is refused', () => {
    const args = [keys('ids', ''), dates('dates', ''), numberColumn('amounts', '')]
    const shifted = () => call(args, column('a', 'b'), column('2026-01-05', '2026-01-20'), column('Amount', 40))
    expect(failure(shifted).message).toBe(
      'TRY: amounts begins with a header and dates does not, select the same rows in both',
    )
  })

  test('a word for no value in the first row is no header', () => {
    const [ids, amounts] = read(
      [keys('ids', ''), numberColumn('amounts', '')],
      column('a', 'a', 'b'),
      column('n/a', 5, 6),
    )
    expect((ids as Keys).labels).toEqual(['a', 'b'])
    expect(Array.from(amounts as Float64Array)).toEqual([5, 6])
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
    expect(failure(() => call([years], column(30, '20'))).message).toContain('has “20” as text')
    expect(read([curve], column('Rate', 1, 0.6, '', null))[0]).toEqual(Float64Array.of(1, 0.6))
  })

  test('TRUE and FALSE are skipped', () => {
    expect(Array.from(read([numbers('scores', '')], column(true, 3, false))[0] as Float64Array)).toEqual([3])
  })
})

describe('5. flags', () => {
  test.each([true, 1, 'yes', 'Y', 'TRUE', 'Yes ', '1'])('%s is yes', (cell) => {
    expect(read([flags('resolved', '')], column(cell, 0))[0]).toEqual(Uint8Array.of(1, 0))
  })
  test.each([false, 0, 'no', 'N', 'False', ' NO'])('%s is no', (cell) => {
    expect(read([flags('resolved', '')], column(cell, 1))[0]).toEqual(Uint8Array.of(0, 1))
  })
  test('a title above them is a header, any other word is refused', () => {
    expect(read([flags('resolved', '')], column('Solved?', 'yes'))[0]).toEqual(Uint8Array.of(1))
    expect(failure(() => call([flags('resolved', '')], column('yes', 'maybe')))).toEqual({
      code: '#VALUE!',
      message: 'TRY: resolved row 2 has “maybe”, use TRUE or FALSE, 1 or 0, yes or no',
    })
    expect(failure(() => call([flags('resolved', '')], column('yes', 2))).message).toContain('row 2 has 2,')
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

  test('text where one number belongs is refused, even one that reads as a number', () => {
    expect(failure(() => call([number('arpa', '')], '80%')).message).toBe('TRY: arpa is the text “80%”, not a number')
    expect(failure(() => call([number('arpa', '')], true)).message).toBe('TRY: arpa is TRUE, not a number')
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
  ]
  test.each(cases)('one in %s comes back as the same error, its place named', (_, arg, raw) => {
    const place = Array.isArray(raw) ? 'a row 2' : 'a'
    expect(failure(() => call([arg], raw))).toEqual({ code: '#REF!', message: `TRY: ${place} is #REF!` })
  })
})

describe('8. dates', () => {
  test('date cells are serial numbers, ISO text is a date with or without a time', () => {
    const cells = column(46082, '2026-03-01', '2026-03-01T12:00', '2026-03-01 06:00:00')
    expect(Array.from(read([dates('dates', '')], cells)[0] as Float64Array)).toEqual([46082, 46082, 46082.5, 46082.25])
    expect(read([date('as_of', '')], '2026-03-01')).toEqual([46082])
  })

  test.each(['03/01/2026', '1 March 2026', '2026-13-01', '2026-02-30', '20260301', '2026-03-01T09:30Z', 'n/a'])(
    'the text “%s” is refused, its row named',
    (cell) => {
      expect(failure(() => call([dates('dates', '')], column(46082, cell)))).toEqual({
        code: '#VALUE!',
        message: `TRY: dates row 2 has “${cell}”, use a date cell or text such as 2026-03-01`,
      })
    },
  )

  test('a date as text in the first row is no header', () => {
    for (const date of ['03/01/2026', '1 March 2026', 'March 1, 2026', 'Sun 1 Mar 2026', '20260301']) {
      expect(failure(() => call([dates('dates', '')], column(date, 46082))).message, date).toContain('row 1 has')
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
    expect(read([date('as_of', '')], '1950-01-01')).toEqual([18264])
    expect(failure(() => call([date('as_of', '')], '1949-12-31')).message).toContain('as_of has “1949-12-31”')
  })

  test('a number no calendar has is refused, and 0 can only be a blank cell', () => {
    expect(failure(() => call([dates('dates', '')], column(46082, 20260301))).message).toContain('row 2 has 20260301,')
    expect(failure(() => call([dates('dates', '')], column(46082, -5))).code).toBe('#VALUE!')
    expect(failure(() => call([dates('dates', '')], column(46082, true))).message).toContain('row 2 has TRUE,')
    expect(Array.from(read([dates('dates', '')], column(46082, 0))[0] as Float64Array)).toEqual([46082])
    expect(read([date('as_of', '', { default: null })], 0)).toEqual([null])
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
        expect(gives, spec.name).toBeLessThanOrEqual(1)
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
      const tables = spec.examples.map(({ gives }) => gives).filter(Array.isArray)
      expect(tables.length, spec.name).toBeGreaterThan(0)
      for (const [header, ...rows] of tables) {
        const named = spec.returns.table!.map(({ name }) => name).filter((name) => !name.includes('…'))
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

  test('the order of labels is the order of their first rows', () => {
    expect(read([keys('ids', '')], column('b', 'a', 'b'))[0]).toEqual({
      labels: ['b', 'a'],
      codes: Int32Array.of(0, 1, 0),
    })
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
