import { describe, expect, test } from 'vitest'
import { dates, numberBlock, numberColumn, texts, type Arg, type Reading } from '../../../core/arguments/index.ts'
import { CellError, wrongValue, type Decode } from '../../../core/cell.ts'
import { metric } from '../../../core/metric.ts'
import { alignColumns, isLeftOut } from '../../../core/reading/columns.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { plain } from '../../close.ts'
import { column, compute, failure } from '../../compute.ts'
import { failure as refused, read } from '../arguments/trying.ts'

const bare = { name: 'TRY', summary: '', questions: [], returns: {}, examples: [], source: '' }

test('an error in place of a whole column is that error, boxed or not, whatever the height of the others', () => {
  const args = [dates('starts', ''), numberColumn('hours', ''), texts('owners', '', { blank: 'kept' })] as const
  const shown = metric({ ...bare, args }, (starts) => starts.length)
  const whole = [column(46001, 46002, 46003), column(1, 2, 3), column('Ann', 'Ben', null)]
  args.forEach(({ name }, i) => {
    for (const code of ['#REF!', '#NAME?', '#N/A'] as const) {
      const deleted = new CellError(code, '')
      for (const raw of [deleted, [[deleted]]]) {
        expect(failure(shown, ...whole.map((cells, k) => (k === i ? raw : cells)))).toBe(
          `${code} TRY: ${name} is ${code}`,
        )
      }
    }
  })
})

describe('a column for which one cell may stand', () => {
  const args = [
    dates('starts', ''),
    numberColumn('hours', '', { min: 0, oneForAll: true }),
    texts('owners', '', { blank: 'kept' }),
  ] as const
  const shown = metric({ ...bare, args }, (starts, hours) => `${starts.length}: ${Array.from(hours).join(' ')}`)
  const starts = column('Start', 46001, null, 46002, 46003)
  const owners = column('Owner', 'Ann', 'Ben', '', 'Ann')

  test('has that value in every complete row, beside a header or none', () => {
    expect(compute(shown, starts, 4, owners)).toBe('3: 4 4 4')
    expect(compute(shown, starts, [[4]], owners)).toBe('3: 4 4 4')
    expect(compute(shown, column(46001, 46002), 0.5, column('a', 'b'))).toBe('2: 0.5 0.5')
    expect(compute(shown, [[46001, 46002]], 4, [['a', 'b']])).toBe('2: 4 4')
  })

  test('lines up row by row when it has rows, and its blanks leave rows out', () => {
    expect(compute(shown, starts, column('Hours', 1, 2, 3, null), owners)).toBe('2: 1 3')
    expect(compute(shown, 46001, 4, 'Ann')).toBe('1: 4')
  })

  test('is wrong in one cell as it is in many', () => {
    expect(failure(shown, starts, -1, owners)).toBe('#VALUE! TRY: hours has -1, below 0')
    expect(failure(shown, starts, null, owners)).toBe('#VALUE! TRY: hours is blank')
    expect(failure(shown, starts, undefined, owners)).toBe('#VALUE! TRY: hours is missing')
    expect(failure(shown, starts, 'n/a', owners)).toBe('#VALUE! TRY: hours has “n/a”, which is no value')
    expect(failure(shown, starts, '4+', owners)).toBe(
      '#VALUE! TRY: hours has “4+”, keep only the number, or clear the cell if there is none',
    )
    expect(compute(shown, starts, '4', owners)).toEqual(compute(shown, starts, 4, owners))
    expect(failure(shown, starts, new CellError('#REF!', ''), owners)).toBe('#REF! TRY: hours is #REF!')
    expect(failure(shown, starts, [[new CellError('#REF!', '')]], owners)).toBe('#REF! TRY: hours is #REF!')
    expect(failure(shown, starts, column(1, 2), owners)).toContain('starts has 5 rows and hours has 2')
  })

  test('is named without a row when the metric finds it wrong', () => {
    const picky = metric({ ...bare, args }, () => {
      throw wrongValue('hours', 1, 'is odd')
    })
    expect(failure(picky, starts, 4, owners)).toBe('#VALUE! TRY: hours is odd')
    expect(failure(picky, starts, column('Hours', 1, 2, 3, 4), owners)).toBe('#VALUE! TRY: hours row 4 is odd')
  })

  test('other columns are not filled up so', () => {
    expect(failure(shown, starts, 4, 'Ann')).toBe(
      '#VALUE! TRY: starts has 5 rows and owners has 1, select the same rows in both',
    )
    expect(failure(shown, 46001, column(1, 2), 'Ann')).toContain('starts has 1 row and hours has 2')
  })
})

describe('an error in a cell of a column', () => {
  const deleted = new CellError('#REF!', '')
  const amounts = numberColumn('amounts', '')

  test('is told with its place, where the column has others', () => {
    expect(refused([amounts], column(deleted, 5))).toBe('#REF! TRY: amounts row 1 is #REF!')
    expect(refused([amounts], [[deleted, 5]])).toBe('#REF! TRY: amounts column 1 is #REF!')
    expect(refused([numberBlock('block', '')], [[deleted, 5]])).toBe('#REF! TRY: block column 1 is #REF!')
    expect(
      refused(
        [numberBlock('block', '')],
        [
          [1, 2],
          [3, deleted],
        ],
      ),
    ).toBe('#REF! TRY: block row 2 column 2 is #REF!')
  })
})

describe('rows of a call', () => {
  const amounts = numberColumn('amounts', '')
  const owners = texts('owners', '')
  const notes = texts('notes', '')

  test('are complete where every column has a value', () => {
    expect(
      read([amounts, owners, notes], column(1, 2, null, 4), column('a', '', 'c', 'd'), column('x', 'y', 'z', 'w')),
    ).toEqual([Float64Array.of(1, 4), ['a', 'd'], ['x', 'w']])
  })

  test.each<[readonly Arg<unknown>[], unknown[], string]>([
    [[amounts], [column('Amount', null, null)], 'amounts has no values'],
    [[amounts], [column('Amount', null)], 'amounts has no values'],
    [[amounts], [null], 'amounts has no values'],
    [[amounts], [column(null, 'n/a', 'late')], 'amounts has no values'],
    [[amounts, owners], [column(1, null), column(null, 'a')], 'amounts and owners have no complete row'],
    [
      [amounts, owners, notes],
      [column(1, 2), column(null, 'a'), column('x', null)],
      'amounts, owners and notes have no complete row',
    ],
  ])('must be one at least: %#', (args, cells, sentence) => {
    expect(refused(args, ...cells)).toBe(`#N/A TRY: ${sentence}`)
  })

  test('may be none, where all columns of the call say so', () => {
    const [some, more] = [dates('starts', '', { empty: 'allowed' }), dates('ends', '', { empty: 'allowed' })]
    const nothing = new Float64Array(0)
    expect(read([some, more], column('Start', null), column('End', null))).toEqual([nothing, nothing])
    expect(refused([some, amounts], column('Start', null), column('Amount', null))).toBe(
      '#N/A TRY: starts and amounts have no complete row',
    )
    expect(refused([amounts, some], column('Amount', null), column('Start', null))).toBe(
      '#N/A TRY: amounts and starts have no complete row',
    )
  })

  test('are as many as the highest column has, where the same rows are selected', () => {
    expect(
      read([numberColumn('amounts', '', { blank: 'kept' }), owners], column(1, null, null), column('a', 'b', 'c')),
    ).toEqual([Float64Array.of(1, NaN, NaN), ['a', 'b', 'c']])
  })

  test('may be selected in another height, where the last used ones are the same', () => {
    expect(read([amounts, owners], column(1, 2, null), column('a', 'b'))).toEqual([Float64Array.of(1, 2), ['a', 'b']])
    expect(refused([amounts, owners], column(1, 2, null), column('a', null))).toBe(
      '#VALUE! TRY: amounts has 2 rows and owners has 1, select the same rows in both',
    )
  })

  test('cannot be those of one cell for all, where there is only that', () => {
    const args = [amounts, numberColumn('hours', '', { oneForAll: true }), owners]
    expect(refused(args, 5, null, 'Ann')).toBe('#N/A TRY: amounts, hours and owners have no complete row')
    expect(read(args, 5, 4, 'Ann')).toEqual([Float64Array.of(5), Float64Array.of(4), ['Ann']])
  })

  test('each have the one cell for all, below a header and with none left out', () => {
    const args = [amounts, numberColumn('hours', '', { oneForAll: true })]
    expect(read(args, column('Amount', 1, 2), 4)).toEqual([Float64Array.of(1, 2), Float64Array.of(4, 4)])
  })
})

describe('a column that may be left out', () => {
  const amounts = numberColumn('amounts', '')
  const owners = texts('owners', '', { default: null })

  test.each([undefined, null, '', ' '])('is when it is %j', (blank) => {
    expect(isLeftOut(blank, plain)).toBe(true)
    expect(read([amounts, owners], column(1, 2), blank)).toEqual([Float64Array.of(1, 2), null])
  })

  test.each<[unknown, unknown, string[]]>([
    [column(1, 2), column('a', 'b'), ['a', 'b']],
    [column(1, 2), column('a', null), ['a']],
    [7, 'a', ['a']],
    [7, 0, ['0']],
    [[[7]], [['a']], ['a']],
  ])('is not when it is given: beside %j, %j', (numbers, given, expected) => {
    expect(isLeftOut(given, plain)).toBe(false)
    expect(read([amounts, owners], numbers, given)[1]).toEqual(expected)
  })

  test('is not as a range of blank cells, in which no row is complete', () => {
    expect(isLeftOut(column(null, null), plain)).toBe(false)
    expect(isLeftOut([[null]], plain)).toBe(false)
    expect(refused([amounts, owners], column(1, 2), column(null, ''))).toBe(
      '#N/A TRY: amounts and owners have no complete row',
    )
  })

  test('is as its host spells a blank cell', () => {
    const decode: Decode = (raw) => (raw === 'EMPTY' ? null : plain(raw))
    expect(isLeftOut('EMPTY', decode)).toBe(true)
    expect(isLeftOut('EMPTY', plain)).toBe(false)
  })

  test('may be the only one', () => {
    expect(read([owners], null)).toEqual([null])
    expect(read([owners])).toEqual([null])
    const wrong = metric({ ...bare, args: [owners] as const }, () => {
      throw wrongValue('owners', 0, 'is missed')
    })
    expect(failure(wrong, null)).toBe('#VALUE! TRY: owners is missed')
    const column = metric({ ...bare, args: [owners] as const, returns: { column: 'x' } }, () => Float64Array.of(1))
    expect(compute(column, null)).toBe('')
  })

  test('though others follow that are needed, has no rows', () => {
    const args = [dates('ends', '', { leftOut: 'allowed' }), amounts]
    expect(read(args, null, column(1, 2))).toEqual([null, Float64Array.of(1, 2)])
    expect(read(args, undefined, column(1, 2))).toEqual([null, Float64Array.of(1, 2)])
  })

  test('is missed when it may not', () => {
    expect(refused([amounts, owners])).toBe('#VALUE! TRY: amounts is missing')
  })
})

describe('one value for each row', () => {
  const args = [numberColumn('amounts', ''), texts('owners', '', { default: null })] as const
  const doubled = metric({ ...bare, args, returns: { column: 'doubled' } }, (amounts) =>
    amounts.map((amount) => (amount === 9 ? NaN : 2 * amount)),
  )

  test('stands in its row, below a title and beside incomplete rows', () => {
    expect(compute(doubled, column('Amount', 1, 2, 3))).toEqual(column('doubled', 2, 4, 6))
    expect(compute(doubled, column('Amount', null, 2, 3))).toEqual(column('doubled', '', 4, 6))
    expect(compute(doubled, column(1, null, 9, 4, null))).toEqual(column(2, '', '', 8))
    expect(compute(doubled, column(1, 2), column(null, 'b'))).toEqual(column('', 4))
  })

  test('has its title beside the first of several titles', () => {
    expect(compute(doubled, column('Amount', 'Response', 1, 2))).toEqual(column('doubled', '', 2, 4))
  })

  test('is blank where no row is complete', () => {
    expect(compute(doubled, column('Amount', 1, 2), column('Owner', null, ''))).toEqual(column('doubled', '', ''))
    expect(compute(doubled, column('late', 'n/a', true))).toEqual(column('doubled', '', ''))
    expect(failure(doubled, column('Amount', null))).toBe('#N/A TRY: amounts has no values')
    expect(failure(doubled, column(null, null))).toBe('#N/A TRY: amounts has no values')
  })

  test('is a single cell beside a single cell, also a blank one', () => {
    expect(compute(doubled, 5)).toBe(10)
    expect(compute(doubled, [[5]], 'a')).toBe(10)
    for (const blank of [null, [[null]], 'n/a', 9]) expect(compute(doubled, blank)).toBe('')
  })

  test('is a column beside a column of which one row is used', () => {
    expect(compute(doubled, column(5, null), [['a']])).toEqual([[10]])
    expect(compute(doubled, [[5]], column('a', null))).toEqual([[10]])
  })

  test('is a row beside a row', () => {
    expect(compute(doubled, [['Amount', 1, null, 3]])).toEqual([['doubled', 2, '', 6]])
  })

  test.each([1e308, -1e308])('is refused where it is too large: twice %d', (amount) => {
    expect(failure(doubled, column(1, amount))).toBe('#NUM! TRY: the result is too large or not a number')
  })
})

describe('clocks of one row', () => {
  const args = [numberColumn('hours', ''), dates('starts', ''), dates('ends', '', { blank: 'kept' }), dates('paid', '')]
  const sound = '2026-03-01 10:00'
  const call = (starts: unknown[], ends: unknown[], paid = starts.map((): unknown => sound)) =>
    [starts.map((_, i) => i), starts, ends, paid].map((cells) => column(...cells))

  test.each<[string, string, string, string]>([
    ['2026-03-01T10:00:00+02:00', '2026-03-01T10:00:00Z', 'UTC', '+02:00'],
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00-05:00', '-05:00', 'UTC'],
    ['2026-03-01T10:00:00+02:00', '2026-03-01T10:00:00-02:00', '-02:00', '+02:00'],
    ['2026-03-01T10:00:00-02:00', '2026-03-01T10:00:00+02:00', '+02:00', '-02:00'],
    ['2026-03-01T10:00:00+05:30', '2026-03-01T10:00:00+04:29', '+04:29', '+05:30'],
  ])('that are at %s and %s would make hours of the difference', (start, end, here, before) => {
    expect(refused(args, ...call([sound, start], [sound, end]))).toBe(
      `#VALUE! TRY: ends row 2 is at ${here} and starts at ${before}, bring both to one zone`,
    )
  })

  test.each<[string, string]>([
    ['2026-03-01T10:00:00+01:00', '2026-03-01T10:00:00+02:00'],
    ['2026-03-01T10:00:00+02:00', '2026-03-01T10:00:00+01:00'],
    ['2026-03-01T10:00:00+02:00', '2026-03-01T10:00:00+02:00'],
    ['2026-03-01T10:00:00+02:00', '2026-03-01 10:00'],
    ['2026-03-01 10:00', '2026-03-01T10:00:00Z'],
  ])('may be those of summer and winter, or not say where they are: %s and %s', (start, end) => {
    const day = serialOf(2026, 3, 1) + 10 / 24
    expect(read(args, ...call([sound, start], [sound, end])).slice(1, 3)).toEqual([
      Float64Array.of(day, day),
      Float64Array.of(day, day),
    ])
  })

  test('are those of one row, and another row may be elsewhere', () => {
    const [here, there] = ['2026-03-01T10:00:00+02:00', '2026-03-01T10:00:00-08:00']
    expect(read(args, ...call([here, there], [here, there]))[0]).toEqual(Float64Array.of(0, 1))
    expect(read(args, ...call([here, sound], [sound, there]))[0]).toEqual(Float64Array.of(0, 1))
  })

  test('are compared in every column of dates with the first that says where it is', () => {
    const [here, there] = ['2026-03-01T10:00:00+02:00', '2026-03-01T10:00:00-08:00']
    expect(refused(args, ...call([here], [sound], [there]))).toBe(
      '#VALUE! TRY: paid is at -08:00 and starts at +02:00, bring both to one zone',
    )
    expect(refused(args, ...call([sound], [here], [there]))).toBe(
      '#VALUE! TRY: paid is at -08:00 and ends at +02:00, bring both to one zone',
    )
    expect(refused(args.slice(1), ...call([here], [there]).slice(1))).toBe(
      '#VALUE! TRY: ends is at -08:00 and starts at +02:00, bring both to one zone',
    )
  })
})

describe('columns that are read beside each other without a call', () => {
  const amounts = numberColumn('amounts', '')
  const owners = texts('owners', '')
  const reading: Reading = {
    decode: plain,
    value: () => undefined,
    column: () => undefined,
    isGiven: () => false,
    find: () => undefined,
  }
  const align = (...cells: unknown[]) => alignColumns([amounts, owners], cells, reading)

  test('know their values, where each stands, and how many rows are titles', () => {
    const columns = align(column('Amount', 1, null, 3), column('Owner', 'a', 'b', 'c'))
    expect(columns.values('amounts')).toEqual(Float64Array.of(1, 3))
    expect(columns.values('owners')).toEqual(['a', 'c'])
    expect(columns.values('other')).toBeUndefined()
    expect(columns.place('amounts', 1)).toBe('amounts row 4')
    expect(columns.place('owners', 0)).toBe('owners row 2')
    expect(columns.titleRows).toBe(1)
    expect(columns.doubt).toBeUndefined()
    expect(columns.beside(Float64Array.of(5, 6), 'x')).toEqual(column('x', 5, '', 6))
  })

  test('count places from the first row where every row is complete', () => {
    expect(align(column(1, 2), column('a', 'b')).place('owners', 1)).toBe('owners row 2')
    expect(align(column('Amount', 1, 2), column('Owner', 'a', 'b')).place('owners', 1)).toBe('owners row 3')
  })

  test('need a complete row', () => {
    expect(() => align(column(1, null), column(null, 'a'))).toThrow('amounts and owners have no complete row')
    expect(() => align(null, null)).toThrow('amounts and owners have no complete row')
  })

  test('have nothing to tell where none is given', () => {
    const columns = alignColumns([texts('owners', '', { default: null })], [null], reading)
    expect(columns.doubt).toBeUndefined()
    expect(columns.titleRows).toBe(0)
    expect(columns.values('owners')).toBeUndefined()
    expect(columns.place('owners', 3)).toBe('owners')
    expect(columns.beside(Float64Array.of(1), 'x')).toBe('')
  })
})
