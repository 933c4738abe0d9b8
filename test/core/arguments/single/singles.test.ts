import { describe, expect, test } from 'vitest'
import { choice, date, fraction, number, text } from '../../../../core/arguments/index.ts'
import { asPercent, described, oneOf } from '../../../../core/arguments/single/singles.ts'
import { CellError, type Decode } from '../../../../core/cell.ts'
import { metric, type Arg } from '../../../../core/metric.ts'
import { evaluate } from '../../../../core/reading/evaluate.ts'
import { plain } from '../../../close.ts'
import { column } from '../../../compute.ts'

/** A function that gives the value of its only argument, a missing one in words. */
const tell = (arg: Arg<number | string | null>) =>
  metric({ name: 'TRY', summary: '', questions: [], args: [arg], returns: {}, examples: [], source: '' }, (value) =>
    value === null ? 'left out' : value,
  )
const read = (arg: Arg<number | string | null>, raw?: unknown, decode: Decode = plain) =>
  evaluate(tell(arg), [raw], decode)
function refusal(arg: Arg<number | string | null>, raw?: unknown, decode: Decode = plain): string {
  try {
    read(arg, raw, decode)
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`
    throw error
  }
  throw new Error('nothing was wrong')
}

/** A host that tells a date cell from a number. */
const dating: Decode = Object.assign((raw: unknown) => (isDateCell(raw) ? raw.serial : plain(raw)), {
  isDate: isDateCell,
})
function isDateCell(raw: unknown): raw is { serial: number } {
  return typeof raw === 'object' && raw !== null && 'serial' in raw
}

const blanks = [null, '', '  ', [[null]], [['']], []]

describe('a number', () => {
  const price = number('price', '')

  test.each([
    [12, 12],
    [0, 0],
    [[[-3]], -3],
    ['12', 12],
    [' 1,234.50 ', 1234.5],
    ['80%', 0.8],
    ['$ 5', 5],
    ['(40)', -40],
  ])('%j is %d', (cell, value) => {
    expect(read(price, cell)).toBe(value)
  })

  test.each([
    ['soon', 'the text “soon”, not a number'],
    ['1,234', 'the text “1,234”, which may be 1.234 or 1234: turn it into a number'],
    ['1.234', 'the text “1.234”, which may be 1234 or 1.234: turn it into a number'],
    ['n/a', 'the text “n/a”, not a number'],
    [true, 'TRUE, not a number'],
    [[[false]], 'FALSE, not a number'],
  ])('%j is refused in words', (cell, problem) => {
    expect(refusal(price, cell)).toBe(`#VALUE! TRY: price is ${problem}`)
  })

  test('that the host shows as a date or a time is none', () => {
    expect(refusal(price, { serial: 46082 }, dating)).toBe('#VALUE! TRY: price is the date 2026-03-01, not a number')
    expect(refusal(price, [[{ serial: 46082 }]], dating)).toBe(refusal(price, { serial: 46082 }, dating))
    expect(refusal(price, { serial: 0.5 }, dating)).toBe('#VALUE! TRY: price is the time 12:00, not a number')
    expect(read(price, [[46082]], dating)).toBe(46082)
    expect(read(price, 46082, dating)).toBe(46082)
    expect(read(price, [['46082']], dating)).toBe(46082)
  })

  test('is missed where it is needed', () => {
    expect(refusal(price)).toBe('#VALUE! TRY: price is missing')
    for (const blank of blanks) expect(refusal(price, blank)).toBe('#VALUE! TRY: price is blank')
  })

  test('has its default where the cell is blank or left out, and 0 is no blank', () => {
    for (const blank of [undefined, ...blanks]) {
      expect(read(number('price', '', { default: 7 }), blank)).toBe(7)
      expect(read(number('price', '', { default: null }), blank)).toBe('left out')
    }
    expect(read(number('price', '', { default: 7 }), 0)).toBe(0)
    const each = [number('p', ''), number('p', '', { default: 0 }), number('p', '', { default: null })]
    expect(each.map(({ optional }) => optional)).toEqual([false, true, true])
  })

  test('is one cell, and only numbers that add up are to be added up', () => {
    expect(refusal(price, column(1, 2))).toBe('#VALUE! TRY: price must be one cell, not 2')
    expect(refusal(price, [[1, 2]])).toBe('#VALUE! TRY: price must be one cell, not 2')
    expect(
      refusal(price, [
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toBe('#VALUE! TRY: price must be one cell, not 6')
    const revenue = number('revenue', '', { adds: true })
    expect(refusal(revenue, column(1, 2))).toBe('#VALUE! TRY: revenue must be one cell, not 2: add them up with SUM')
    expect([price.adds, revenue.adds]).toEqual([undefined, true])
  })

  test('passes an error on', () => {
    for (const raw of [new CellError('#REF!', ''), [[new CellError('#REF!', '')]]]) {
      expect(refusal(price, raw)).toBe('#REF! TRY: price is #REF!')
    }
  })
})

describe('a share', () => {
  const share = fraction('share', '')

  test.each([
    [0, 0],
    [1, 1],
    [0.8, 0.8],
    ['80%', 0.8],
    ['100 %', 1],
    ['0%', 0],
  ])('%j is %d', (cell, value) => {
    expect(read(share, cell)).toBe(value)
  })

  test.each([
    [-0.1, '-0.1, outside 0 to 1'],
    [-1, '-1, outside 0 to 1'],
    [1.01, '1.01, outside 0 to 1, write 1.01% or 0.0101'],
    [80, '80, outside 0 to 1, write 80% or 0.8'],
    [7, '7, outside 0 to 1, write 7% or 0.07'],
    [100, '100, outside 0 to 1, write 100% or 1'],
    ['250%', '2.5, outside 0 to 1, write 2.5% or 0.025'],
    [101, '101, outside 0 to 1, a share such as 80% belongs there: look at the order of the arguments'],
    [-80, '-80, outside 0 to 1, a share such as 80% belongs there: look at the order of the arguments'],
  ])('%j is refused, and how to write it is told where that is known', (cell, problem) => {
    expect(refusal(share, cell)).toBe(`#VALUE! TRY: share is ${problem}`)
  })

  test('has limits of its own where they are said, and both may be reached', () => {
    const small = fraction('share', '', { min: 0.05, max: 0.5 })
    expect([read(small, 0.05), read(small, 0.5)]).toEqual([0.05, 0.5])
    expect(refusal(small, 0.04)).toBe('#VALUE! TRY: share is 0.04, outside 0.05 to 0.5')
    expect(refusal(small, 1)).toBe('#VALUE! TRY: share is 1, outside 0.05 to 0.5')
    expect(refusal(small, 50)).toBe('#VALUE! TRY: share is 50, outside 0.05 to 0.5, write 50% or 0.5')
    expect(refusal(small, 5)).toBe('#VALUE! TRY: share is 5, outside 0.05 to 0.5, write 5% or 0.05')
    expect(refusal(small, 51)).toBe(
      '#VALUE! TRY: share is 51, outside 0.05 to 0.5, a share such as 10% belongs there: look at the order of the arguments',
    )
    expect(refusal(fraction('share', '', { min: 0.9 }), 200)).toBe(
      '#VALUE! TRY: share is 200, outside 0.9 to 1, a share belongs there: look at the order of the arguments',
    )
    expect(refusal(fraction('share', '', { hint: 'ask Ann' }), 80)).toBe(
      '#VALUE! TRY: share is 80, outside 0 to 1, ask Ann',
    )
  })

  test('may be left out where it has a default, and is shown in per cent', () => {
    expect(read(fraction('share', '', { default: 0.1 }))).toBe(0.1)
    expect(read(fraction('share', '', { default: null }), '')).toBe('left out')
    expect(refusal(share)).toBe('#VALUE! TRY: share is missing')
    expect(fraction('share', '').percent).toBe(true)
  })
})

test.each([
  [80, 'write 80% or 0.8'],
  [1.5, 'write 1.5% or 0.015'],
  [-80, 'write -80% or -0.8'],
  [7, 'write 7% or 0.07'],
  [1, ''],
  [-1, ''],
  [0.5, ''],
])('%d meant in per cent: “%s”', (value, sentence) => {
  expect(asPercent(value, () => true)).toBe(sentence)
  expect(asPercent(value, () => false)).toBe('')
})

describe('a date', () => {
  const day = date('as_of', '')

  test.each([
    [46082, 46082],
    [46082.5, 46082.5],
    ['2026-03-01', 46082],
    [[['2026-03-01T12:00']], 46082.5],
    [20260301, 46082],
  ])('%j is serial %d', (cell, serial) => {
    expect(read(day, cell)).toBe(serial)
  })

  test('is a cell that the host shows as one', () => {
    expect(read(day, [[{ serial: 46082 }]], dating)).toBe(46082)
  })

  test('is missed where it is needed, and 0 is a blank cell', () => {
    expect(refusal(day)).toBe('#VALUE! TRY: as_of is missing')
    for (const blank of [...blanks, 0, [[0]]]) {
      expect(refusal(day, blank)).toBe('#VALUE! TRY: as_of is blank')
      expect(read(date('as_of', '', { default: null }), blank)).toBe('left out')
    }
    expect(read(date('as_of', '', { default: null }))).toBe('left out')
    expect([date('as_of', ''), date('as_of', '', { default: null })].map(({ optional }) => optional)).toEqual([
      false,
      true,
    ])
  })

  test.each([
    [2958465, 'is 9999-12-31, which stands for no date'],
    ['9999-12-31', 'is the text “9999-12-31”, which stands for no date'],
    ['n/a', 'is the text “n/a”, which stands for no date'],
    ['soon', 'has “soon”, use a date cell or text such as 2026-03-01'],
    ['03/04/2026', 'has “03/04/2026”, which may be 2026-04-03 or 2026-03-04: write the one that is meant'],
    [12, 'has 12, use a date cell or text such as 2026-03-01'],
    [true, 'has TRUE, use a date cell or text such as 2026-03-01'],
    [column(46082, 46083), 'must be one cell, not 2'],
  ])('%j is refused in words', (cell, problem) => {
    expect(refusal(day, cell)).toBe(`#VALUE! TRY: as_of ${problem}`)
  })

  test('that is left out may mean another than the latest', () => {
    const latest = () => 46082
    expect(date('as_of', '', { default: null, whenLeftOut: latest }).whenLeftOut).toBe(latest)
    expect(day).not.toHaveProperty('whenLeftOut')
  })
})

describe('a choice', () => {
  const period = choice('period', '', { day: 'each day', Week: 'from Monday', month: '' })

  test('is one of its words, in any case and with spaces around it', () => {
    expect(['day', ' DAY ', 'week', 'WEEK', [['Month']]].map((cell) => read(period, cell))).toEqual([
      'day',
      'day',
      'Week',
      'Week',
      'month',
    ])
  })

  test('is the first where the cell is blank or left out, unless another is the standard', () => {
    for (const blank of [undefined, ...blanks]) {
      expect(read(period, blank)).toBe('day')
      expect(read(choice('period', '', { day: '', month: '' }, 'month'), blank)).toBe('month')
    }
    expect(choice('period', '', { day: '', month: '' }).standard).toBe('day')
  })

  test('tells what one can choose from', () => {
    const { choices, standard, optional } = choice('period', '', { day: 'each day', Week: 'from Monday' }, 'Week')
    expect(choices).toEqual([
      { value: 'day', help: 'each day' },
      { value: 'Week', help: 'from Monday' },
    ])
    expect([standard, optional]).toEqual(['Week', true])
  })

  test.each([
    ['year', 'is the text “year”, use day, Week or month'],
    ['da', 'is the text “da”, use day, Week or month'],
    [7, 'is 7, use day, Week or month'],
    [0, 'is 0, use day, Week or month'],
    [true, 'is TRUE, use day, Week or month'],
    [[['day', 'week']], 'must be one cell, not 2'],
  ])('%j is none of them', (cell, problem) => {
    expect(refusal(period, cell)).toBe(`#VALUE! TRY: period ${problem}`)
  })
})

describe('a text', () => {
  test('is what the cell holds, without spaces around it', () => {
    expect([' Retail  B2B ', 5, [['x']]].map((cell) => read(text('name', ''), cell))).toEqual(['Retail  B2B', '5', 'x'])
  })

  test('is missed where it is needed', () => {
    expect(refusal(text('name', ''))).toBe('#VALUE! TRY: name is missing')
    for (const blank of blanks) {
      expect(refusal(text('name', ''), blank)).toBe('#VALUE! TRY: name is blank')
      expect(read(text('name', '', { default: null }), blank)).toBe('left out')
    }
    expect([text('name', ''), text('name', '', { default: null })].map(({ optional }) => optional)).toEqual([
      false,
      true,
    ])
  })

  test('is one cell, and an error is none', () => {
    expect(refusal(text('name', ''), [['a', 'b']])).toBe('#VALUE! TRY: name must be one cell, not 2')
    expect(refusal(text('name', ''), [[new CellError('#N/A', '')]])).toBe('#N/A TRY: name is #N/A')
  })
})

test('hosts are told that each is one cell, and what it shows', () => {
  const all = {
    number: number('n', ''),
    share: fraction('f', ''),
    date: date('d', ''),
    text: text('t', ''),
    choice: choice('c', '', { a: '' }),
  }
  for (const { shape } of Object.values(all)) expect(shape).toBe('cell')
  const shows = (part: 'percent' | 'date' | 'text') =>
    Object.entries(all).flatMap(([name, arg]) => ((arg as Arg<unknown>)[part] ? [name] : []))
  expect([shows('percent'), shows('date'), shows('text')]).toEqual([['share'], ['date'], ['text']])
})

test('a sentence shows a text as one, and anything else as the cell does', () => {
  expect(['soon', 12, true].map(described)).toEqual(['the text “soon”', '12', 'TRUE'])
})

test('words to choose from end with or', () => {
  expect([['day'], ['day', 'week'], ['day', 'week', 'month']].map(oneOf)).toEqual([
    'day',
    'day or week',
    'day, week or month',
  ])
})
