import { describe, expect, test } from 'vitest'
import {
  choice,
  dates,
  number,
  numberColumn,
  numbers,
  segments,
  startsOrHours,
  texts,
  unread,
  unreadRest,
  type Arg,
  type Keys,
} from '../../../core/arguments/index.ts'
import { CellError, MOST_CHARACTERS, wrongValue, type Decode, type ErrorCode } from '../../../core/cell.ts'
import type { Metric, Result, Returns } from '../../../core/metric.ts'
import { evaluate, knownValue, readCall } from '../../../core/reading/evaluate.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { plain } from '../../close.ts'
import { column, compute, failure } from '../../compute.ts'

type Args = readonly Arg<unknown>[]

function metric(args: Args, compute: Metric['compute'], returns: Returns = {}): Metric {
  return { spec: { name: 'TRY', summary: '', questions: [], args, returns, examples: [], source: '' }, compute }
}

/** A metric that gives this, whatever its cells. */
const gives = (result: Result): Metric => metric([], () => result)
const fails = (error: unknown): Metric =>
  metric([], () => {
    throw error
  })

const call = (args: Args, ...raw: unknown[]) => readCall(metric(args, () => 0).spec, raw, plain)
const day = serialOf(2026, 3, 1)

describe('a metric gets the values of its arguments in order', () => {
  test('however their cells come', () => {
    const shown = metric([number('a', ''), numbers('b', ''), choice('c', '', { x: '', y: '' })], (a, b, c) =>
      [a, ...b, c].join(' '),
    )
    expect(compute(shown, 1, column(2, 3), 'Y')).toBe('1 2 3 y')
    expect(compute(shown, [[1]], [[2, 3]])).toBe('1 2 3 x')
    expect(call([number('a', ''), number('b', '', { default: 7 })], 5).values).toEqual([5, 7])
    expect(call([]).values).toEqual([])
  })

  test('and all that follow in one, where the last may be given again and again', () => {
    const args = [number('a', ''), unreadRest('others', '')]
    expect(call(args, 1, 2, [[3]], 'x').values[1]).toMatchObject({ raw: [2, [[3]], 'x'] })
    expect(call(args, 1, 2).values[1]).toMatchObject({ raw: [2] })
    expect(
      failure(
        metric(args, () => 0),
        1,
      ),
    ).toBe('#VALUE! TRY: others is missing')
  })

  test.each<[number, number, string]>([
    [0, 1, 'takes 0 arguments at most, not 1'],
    [1, 2, 'takes 1 argument at most, not 2'],
    [2, 4, 'takes 2 arguments at most, not 4'],
  ])('and no more than it takes: of %i, %i are refused', (taken, given, sentence) => {
    const args = Array.from({ length: taken }, (_, i) => number(`n${i}`, ''))
    expect(
      failure(
        metric(args, () => 0),
        ...Array.from({ length: given }, () => 1),
      ),
    ).toBe(`#VALUE! TRY: ${sentence}`)
  })

  test('a limit of one may be another, wherever that stands', () => {
    const args = [number('share', '', { max: 'total' }), number('total', '', { default: 10 })]
    expect(call(args, 20, 30).values).toEqual([20, 30])
    expect(
      failure(
        metric(args, () => 0),
        20,
      ),
    ).toBe('#VALUE! TRY: share is 20, above 10')
  })

  test('one may be read by whether another is given', () => {
    const args = [number('n', ''), startsOrHours('starts', '', 'ends'), dates('ends', '', { default: null })]
    expect(call(args, 1, column(day, 0), column(day, day)).values[1]).toEqual(Float64Array.of(day))
    for (const leftOut of [undefined, null, '']) {
      expect(call(args, 1, column(4, 0), leftOut).values).toEqual([1, Float64Array.of(4, 0), null])
    }
    expect(
      failure(
        metric(args, () => 0),
        1,
        column(4, 5),
        column(day, day),
      ),
    ).toContain('starts row 1 has 4')
  })

  test('the functions that one may name are none unless the host gives some', () => {
    const args = [unread('data', '')]
    const found = gives(1)
    const name = ({ find }: { find: (name: string) => Metric | undefined }) => find('TRY')?.spec.name ?? 'none'
    expect(evaluate(metric(args, name), [1], plain)).toBe('none')
    expect(evaluate(metric(args, name), [1], plain, () => found)).toBe('TRY')
    expect(readCall(metric(args, name).spec, [1], plain).values).toMatchObject([{ raw: 1 }])
  })
})

describe('what a metric computes is shown', () => {
  test.each<Result>([
    7,
    0,
    -1.5,
    '',
    'a text',
    true,
    false,
    [['a'], [1]],
    [
      ['a', 'b'],
      ['', 2],
      ['c', false],
    ],
    [],
  ])('as it is: %j', (result) => {
    expect(compute(gives(result))).toEqual(result)
  })

  test.each([NaN, Infinity, -Infinity])('unless it is %d, alone or in a table', (value) => {
    const sentence = '#NUM! TRY: the result is too large or not a number'
    expect(failure(gives(value))).toBe(sentence)
    expect(
      failure(
        gives([
          ['a', 'b'],
          [1, value],
        ]),
      ),
    ).toBe(sentence)
    expect(failure(gives([['a'], [value], [1]]))).toBe(sentence)
  })

  test('unless it is a text that no cell holds', () => {
    const [full, long] = ['x'.repeat(MOST_CHARACTERS), 'x'.repeat(MOST_CHARACTERS + 1)]
    const problem = `would have a text of 32768 characters, a cell holds 32767: “${'x'.repeat(39)}…”`
    expect(compute(gives(full))).toBe(full)
    expect(compute(gives([['a'], [full]]))).toEqual([['a'], [full]])
    expect(failure(gives(long))).toBe(`#VALUE! TRY: the result ${problem}`)
    expect(failure(gives([[long]]))).toBe(`#VALUE! TRY: row 1 of the result ${problem}`)
    expect(
      failure(
        gives([
          ['a', 'b'],
          [1, 2],
          [3, long],
        ]),
      ),
    ).toBe(`#VALUE! TRY: row 3 of the result ${problem}`)
  })

  test.each<[Result]>([[[['a', 'b'], [1]]], [[['a'], [1, 2]]], [[[]]], [[['a'], []]]])(
    'unless it is a table with holes, which is our fault: %j',
    (result) => {
      expect(() => compute(gives(result))).toThrow(new Error('the result table is not a rectangle'))
    },
  )
})

describe('one value for each row', () => {
  const doubled = metric(
    [dates('starts', '', { default: null }), numberColumn('hours', '', { default: null })],
    (_: unknown, hours: Float64Array | null) => (hours ?? Float64Array.of(1)).map((value) => 2 * value),
    { column: 'doubled' },
  )

  test('stands beside the data, under a title where they have one', () => {
    expect(compute(doubled, column('Start', day, day), column('Hours', 1, 2))).toEqual(column('doubled', 2, 4))
    expect(compute(doubled, column(day, day), column(1, 2))).toEqual(column(2, 4))
  })

  test('is blank where no row has one', () => {
    expect(compute(doubled, column('Start', null, day), column('Hours', 1, null))).toEqual(column('doubled', '', ''))
    expect(compute(doubled, null, [[null]])).toBe('')
    expect(failure(doubled, null, column(null, null))).toBe('#N/A TRY: hours has no values')
  })

  test('is too large in one row as in a single cell', () => {
    expect(failure(doubled, null, column(1, 1e308))).toBe('#NUM! TRY: the result is too large or not a number')
  })
})

describe('an error', () => {
  test('begins with the name of the function', () => {
    expect(failure(fails(new CellError('#DIV/0!', 'nobody has answered')))).toBe('#DIV/0! TRY: nobody has answered')
  })

  test('names the row of the value that is wrong, as people count rows', () => {
    const picky = metric([texts('ids', ''), numberColumn('amounts', '')], () => {
      throw wrongValue('amounts', 1, 'is odd')
    })
    expect(failure(picky, column('Id', 'a', null, 'c'), column('Amount', 1, 2, 3))).toBe(
      '#VALUE! TRY: amounts row 4 is odd',
    )
    expect(failure(picky, [['a', 'b']], [[1, 2]])).toBe('#VALUE! TRY: amounts column 2 is odd')
  })

  test('of ours is no error of a cell', () => {
    const error = new TypeError('broken')
    expect(() => compute(fails(error))).toThrow(error)
  })

  test('is cut in the middle when it is long, so that what is wrong and the way on stay', () => {
    const start = 'a'.repeat(240 - 'TRY: '.length)
    const end = 'z'.repeat(150)
    const fits = `${start}${'m'.repeat(10)}${end}`
    expect(failure(fails(new CellError('#VALUE!', fits)))).toBe(`#VALUE! TRY: ${fits}`)
    expect(failure(fails(new CellError('#VALUE!', `${start}${'m'.repeat(11)}${end}`)))).toBe(
      `#VALUE! TRY: ${start} … ${end}`,
    )
    expect(failure(fails(new CellError('#VALUE!', `${start}${'m'.repeat(5000)}${end}`)))).toBe(
      `#VALUE! TRY: ${start} … ${end}`,
    )
  })
})

describe('what is not sure about the first row', () => {
  const notes = texts('notes', '')
  const rows = [column('How was your visit today?', 'good', 'fine', 'bad')]
  const sentence =
    'notes row 1 (“How was your visit today?”) is taken for the title; if it is a value, put a title above it'

  test('is the last row of a table', () => {
    const table = metric([notes], (values: string[]) => [
      ['note', 'length', 'is first'],
      [values[0]!, values.length, true],
    ])
    expect(compute(table, ...rows)).toEqual([
      ['note', 'length', 'is first'],
      ['good', 3, true],
      [sentence, '', ''],
    ])
    expect(compute(table, column('Note', 'good'))).toEqual([
      ['note', 'length', 'is first'],
      ['good', 1, true],
    ])
  })

  test('is the error of a number from which a value may be missing', () => {
    expect(
      failure(
        metric([notes], (values: string[]) => values.length),
        ...rows,
      ),
    ).toBe(`#VALUE! TRY: ${sentence}`)
  })

  test('does not stand in the way of a number that counts every cell', () => {
    const counted = metric([segments('reasons', '')], ({ codes }: Keys) => codes.length)
    const listed = metric([segments('reasons', '')], ({ labels }: Keys) => [
      ['reason'],
      ...labels.map((label) => [label]),
    ])
    const reasons = column('Price', 'bugs', 'support')
    expect(compute(counted, reasons)).toBe(3)
    expect(compute(listed, reasons)).toEqual(
      column(
        'reason',
        'Price',
        'bugs',
        'support',
        'reasons row 1 (“Price”) counts; if that is a title, select from the row below it',
      ),
    )
  })

  test('is known of the call, with how many rows are titles', () => {
    expect(call([notes], ...rows).doubt()).toEqual({ sentence, isLeftOut: true })
    expect(call([notes], ...rows).columnsOf('notes')!.titleRows).toBe(1)
    expect(call([notes], column('Note', 'good')).doubt()).toBeUndefined()
    expect(call([numberColumn('n', '')], column('N', 'Response', 7)).columnsOf('n')!.titleRows).toBe(2)
    expect(call([numberColumn('n', '')], column(6, 7)).columnsOf('n')!.titleRows).toBe(0)
  })

  test('is nothing where no argument has rows', () => {
    expect(call([number('n', '')], 7).doubt()).toBeUndefined()
    expect(call([number('n', '')], 7).columnsOf('n')).toBeUndefined()
  })
})

describe('the value of a metric inside a table', () => {
  const known = (metric: Metric, ...raw: unknown[]) => knownValue(metric, raw, plain, () => undefined)

  test.each([7, 'a text', false])('is what it computes: %j', (value) => {
    expect(known(gives(value))).toBe(value)
  })

  test('is computed from its cells, read as the host spells them', () => {
    const decode: Decode = (raw) => (raw === 'SEVEN' ? 7 : plain(raw))
    const twice = metric([number('n', '')], (n: number) => 2 * n)
    expect(knownValue(twice, ['SEVEN'], decode, () => undefined)).toBe(14)
  })

  test.each<ErrorCode>(['#N/A', '#DIV/0!', '#NUM!'])('is blank where it cannot be known: %s', (code) => {
    expect(known(fails(new CellError(code, 'nothing there')))).toBe('')
  })

  test('is blank where there is nothing to compute from', () => {
    expect(
      known(
        metric([numberColumn('amounts', '')], () => 1),
        column(null, 'n/a'),
      ),
    ).toBe('')
    expect(known(gives(Infinity))).toBe('')
  })

  test.each<ErrorCode>(['#VALUE!', '#REF!', '#NAME?'])('is no blank where something is wrong: %s', (code) => {
    expect(failure(metric([], () => known(fails(new CellError(code, 'is wrong')))))).toBe(`${code} TRY: TRY: is wrong`)
  })

  test('is not blank for a fault of ours', () => {
    expect(() => known(fails(new TypeError('broken')))).toThrow(new TypeError('broken'))
  })

  test('is no table', () => {
    const known = () => knownValue(gives([['a'], [1]]), [], plain, () => undefined)
    expect(known).toThrow(
      new CellError('#VALUE!', 'TRY gives a table with these arguments, leave out the option for it'),
    )
    expect(failure(metric([], known))).toBe(
      '#VALUE! TRY: TRY gives a table with these arguments, leave out the option for it',
    )
  })
})
