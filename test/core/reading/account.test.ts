import { describe, expect, test } from 'vitest'
import {
  dates,
  flags,
  keys,
  names,
  number,
  numberBlock,
  numberColumn,
  numbers,
  segments,
  startsOrHours,
  table,
  texts,
  unreadRest,
  type Arg,
} from '../../../core/arguments/index.ts'
import { yesOrLabel } from '../../../core/arguments/columns/yesOrLabel.ts'
import { CellError, type Decode } from '../../../core/cell.ts'
import type { Spec } from '../../../core/metric.ts'
import { readingsOf, type InputReading } from '../../../core/reading/account.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { plain } from '../../close.ts'
import { column } from '../../compute.ts'

type Args = readonly Arg<unknown>[]

function account(args: Args, raw: readonly unknown[], written: readonly string[] = [], decode: Decode = plain) {
  const spec: Spec = { name: 'TRY', summary: '', questions: [], args, returns: {}, examples: [], source: '' }
  return readingsOf(spec, written, raw, decode, () => undefined)
}

/** A reading in words: “4 rows: 2 used, 1 of them blank; 1 is the header; 1 is blank” */
function words({ rows, counts, used, blank, skipped }: InputReading): string {
  if (rows === undefined) return 'one value'
  const told = used === undefined ? [] : [`${used} used${blank === undefined ? '' : `, ${blank} of them blank`}`]
  return `${rows} ${counts}: ${[...told, ...skipped.map(({ count, why }) => `${count} ${why}`)].join('; ')}`
}

const tell = (args: Args, ...raw: unknown[]): string[] => account(args, raw).map(words)

const scores = numbers('scores', '', { min: 0, max: 10 })
const amounts = numberColumn('amounts', '')
const day = serialOf(2026, 3, 1)

describe('an argument is told by its name and as it is written', () => {
  test('and a single value has no rows', () => {
    expect(account([number('budget', '')], [5], ['B1'])).toEqual([{ name: 'budget', text: 'B1', skipped: [] }])
    expect(account([amounts, texts('notes', '')], [5, 'x'], ['5', '"x"'])).toEqual([
      { name: 'amounts', text: '5', skipped: [] },
      { name: 'notes', text: '"x"', skipped: [] },
    ])
  })

  test('also when it is left out', () => {
    const args = [scores, number('target', '', { default: 50 })]
    expect(account(args, [column(9, 'x')], ['A1:A2'])).toEqual([
      {
        name: 'scores',
        text: 'A1:A2',
        rows: 2,
        counts: 'rows',
        used: 1,
        skipped: [{ count: 1, why: 'is the word “x”' }],
      },
      { name: 'target', text: '', skipped: [] },
    ])
    expect(account([scores], [])).toEqual([{ name: 'scores', text: '', skipped: [] }])
  })

  test('and each of those that may be given again and again is counted', () => {
    const args = [number('target', ''), unreadRest('data', '')]
    const told = account(args, [1, column(1, 2), [[3]], column(4, null)], ['1', 'A:A', 'B1', 'C:C'])
    expect(told).toEqual([
      { name: 'target', text: '1', skipped: [] },
      { name: 'data', text: 'A:A', rows: 2, counts: 'rows', skipped: [] },
      { name: 'data 2', text: 'B1', rows: 1, counts: 'rows', skipped: [] },
      { name: 'data 3', text: 'C:C', rows: 1, counts: 'rows', skipped: [] },
    ])
  })
})

describe('of a range of numbers', () => {
  test.each<[string, unknown[][], string]>([
    ['all are used', column(9, 10), '2 rows: 2 used'],
    ['blank rows at the end are not counted', column(9, null, 8, null, '', ' '), '3 rows: 2 used; 1 is blank'],
    ['numbers written as text are used', column('9', ' 10 ', '7.5'), '3 rows: 3 used'],
    ['an answer of the scale with its words is used', column('9 - Likely', '0 - Not at all'), '2 rows: 2 used'],
    ['a text on top is the header', column('Score', 9), '2 rows: 1 used; 1 is the header'],
    ['so are further titles', column('Score', 'Response', 9, 8), '4 rows: 2 used; 2 is the header'],
    ['a blank cell is skipped', column(9, null, 8), '3 rows: 2 used; 1 is blank'],
    ['blank cells are skipped', column(9, null, ' ', 8), '4 rows: 2 used; 2 are blank'],
    ['a word is skipped', column(9, 'late'), '2 rows: 1 used; 1 is the word “late”'],
    ['words are skipped, and the first is told', column(9, 'late', 'x'), '3 rows: 1 used; 2 are words, such as “late”'],
    ['a placeholder is skipped', column('n/a', 9), '2 rows: 1 used; 1 is “n/a”, which stands for no value'],
    [
      'placeholders are skipped, and the first is told',
      column(9, '-', 'n/a'),
      '3 rows: 1 used; 2 stand for no value, such as “-”',
    ],
    ['a truth is skipped', column(9, true), '2 rows: 1 used; 1 is TRUE or FALSE'],
    ['truths are skipped', column(9, true, false), '3 rows: 1 used; 2 are TRUE or FALSE'],
    [
      'reasons come in the order of the cells',
      column(9, true, 'x', null, true, 7),
      '6 rows: 2 used; 2 are TRUE or FALSE; 1 is the word “x”; 1 is blank',
    ],
    [
      'the cells of a block are counted',
      [
        [9, null],
        ['x', 8],
      ],
      '4 cells: 2 used; 1 is blank; 1 is the word “x”',
    ],
    [
      'each column of a block has its header',
      [
        ['A', 'B'],
        [9, 8],
      ],
      '4 cells: 2 used; 2 is the header',
    ],
    ['the cells of a single row are counted', [[9, null, 7]], '3 cells: 2 used; 1 is blank'],
    ['a cell in a box is a row', [[9]], '1 rows: 1 used'],
  ])('%s', (_, cells, told) => {
    expect(tell([scores], cells)).toEqual([told])
  })

  test('nothing is used of a range that may be blank and is', () => {
    const args = [numbers('costs', '', { empty: 'allowed' })]
    expect(tell(args, [])).toEqual(['0 rows: 0 used'])
    expect(tell(args, column(null, ''))).toEqual(['0 rows: 0 used'])
  })

  test('cells are read as their host spells them', () => {
    const decode: Decode = (raw) => (raw === 'EMPTY' ? null : plain(raw))
    expect(account([scores], [column(9, 'EMPTY', 8, 'EMPTY')], [], decode).map(words)).toEqual([
      '3 rows: 2 used; 1 is blank',
    ])
  })
})

describe('of a list of names', () => {
  const stages = names('stages', '')

  test.each<[string, unknown[][], string]>([
    ['all are used', column('a', 'b'), '2 rows: 2 used'],
    ['one that comes again is used once', column('a', 'b', 'a'), '3 rows: 2 used; 1 comes again'],
    ['several that come again are used once', column('a', 'a', 'b', 'a'), '4 rows: 2 used; 2 come again'],
    ['blank cells are skipped', column('a', null, ' ', 'b', null), '4 rows: 2 used; 2 are blank'],
    ['the cells of a row are counted', [['a', 'b', null, 'a']], '4 cells: 2 used; 1 is blank; 1 comes again'],
    ['numbers are names too', column(1, 2, 2), '3 rows: 2 used; 1 comes again'],
  ])('%s', (_, cells, told) => {
    expect(tell([stages], cells)).toEqual([told])
  })

  test('which may be left out, a blank one has no rows', () => {
    expect(tell([names('stages', '', { default: null })], column(null, ''))).toEqual(['0 rows: '])
  })
})

test('of a block that is taken as it stands only the rows are told', () => {
  expect(
    account(
      [table('block', '')],
      [
        [
          ['a', 'b'],
          [1, 2],
          [null, ''],
        ],
      ],
    ),
  ).toEqual([{ name: 'block', text: '', rows: 2, counts: 'rows', skipped: [] }])
})

describe('of columns side by side', () => {
  const ids = keys('ids', '')
  const starts = dates('starts', '')
  const ends = dates('ends', '', { blank: 'kept' })
  const resolved = flags('resolved', '', { default: null })

  test('the header is known, and a row without a value is left out of all', () => {
    const told = account([ids, amounts], [column('Id', 'a', null, 'c'), column('Amount', 1, 2, null)], ['A:A', 'B:B'])
    expect(told).toEqual([
      {
        name: 'ids',
        text: 'A:A',
        rows: 4,
        counts: 'rows',
        used: 1,
        skipped: [
          { count: 1, why: 'is the header' },
          { count: 1, why: 'is blank' },
          { count: 1, why: 'is left out: amounts has no value there' },
        ],
      },
      {
        name: 'amounts',
        text: 'B:B',
        rows: 4,
        counts: 'rows',
        used: 1,
        skipped: [
          { count: 1, why: 'is the header' },
          { count: 1, why: 'is left out: ids has no value there' },
          { count: 1, why: 'is blank' },
        ],
      },
    ])
  })

  test('values from the first row on have no header', () => {
    expect(tell([ids, amounts], column('a', 'b'), column(1, 2))).toEqual(['2 rows: 2 used', '2 rows: 2 used'])
    expect(tell([ids, amounts], column('a', null, 'c'), column(1, 2, 3))).toEqual([
      '3 rows: 2 used; 1 is blank',
      '3 rows: 2 used; 1 is left out: ids has no value there',
    ])
  })

  test('the first row of values below a header is used, and the last', () => {
    expect(tell([amounts], column('Amount', 1, null, 3))).toEqual(['4 rows: 2 used; 1 is the header; 1 is blank'])
    expect(tell([amounts], column('Amount', null, 2, 3))).toEqual(['4 rows: 2 used; 1 is the header; 1 is blank'])
  })

  test('several rows of titles are the header', () => {
    expect(tell([amounts], column('Amount', 'Response', 1, null, 3))).toEqual([
      '5 rows: 2 used; 2 is the header; 1 is blank',
    ])
  })

  test('a row is left out for each column that has no value there', () => {
    const cells = [column(1, 2, 3, 4, 5), column('a', null, null, 'd', null), column('yes', null, 'no', null, null)]
    expect(tell([amounts, ids, resolved], ...cells)).toEqual([
      '5 rows: 1 used; 2 are left out: ids and resolved have no value there; 1 is left out: ids has no value there; 1 is left out: resolved has no value there',
      '5 rows: 1 used; 3 are blank; 1 is left out: resolved has no value there',
      '5 rows: 1 used; 3 are blank; 1 is left out: ids has no value there',
    ])
  })

  test('what stands for no value is told, and so is a word', () => {
    const cells = column(1, 'n/a', 'late', true, 5, '-')
    expect(tell([amounts], cells)).toEqual([
      '6 rows: 2 used; 2 stand for no value, such as “n/a”; 1 is the word “late”; 1 is TRUE or FALSE',
    ])
  })

  test('a blank that says “not yet” is used, and counted by itself', () => {
    const began = column('Start', day, day, null, day)
    const ended = column('End', day, null, null, '')
    const [, end] = account([starts, ends], [began, ended])
    expect(end).toEqual({
      name: 'ends',
      text: '',
      rows: 5,
      counts: 'rows',
      used: 3,
      blank: 2,
      skipped: [
        { count: 1, why: 'is the header' },
        { count: 1, why: 'is left out: starts has no value there' },
      ],
    })
    expect(account([starts, ends], [column(day), column(day)])[1]).not.toHaveProperty('blank')
  })

  test.each<[string, unknown, string]>([
    ['a zero', 0, 'is 0, which is no date'],
    ['the last day of a calendar', serialOf(9999, 12, 31), 'is “9999-12-31”, which stands for no value'],
    ['the zero of a calendar', serialOf(1900, 1, 1), 'is “1900-01-01”, which stands for no value'],
    ['a placeholder', 'n/a', 'is “n/a”, which stands for no value'],
    ['a blank cell', '', 'is blank'],
  ])('%s among dates is no date', (_, cell, why) => {
    expect(tell([starts], column(day, cell, day + 1))).toEqual([`3 rows: 2 used; 1 ${why}`])
  })

  test('several zeros are told as several', () => {
    expect(tell([starts], column(day, 0, 0))).toEqual(['3 rows: 1 used; 2 are 0, which is no date'])
  })

  test('an optional one that is left out is one value, and leaves no row out', () => {
    expect(tell([amounts, resolved], column(1, null, 3))).toEqual(['3 rows: 2 used; 1 is blank', 'one value'])
    expect(tell([amounts, resolved], column(1, 2), null)).toEqual(['2 rows: 2 used', 'one value'])
  })

  test('the cells of a single row are counted', () => {
    expect(tell([amounts, ids], [[1, null, 3]], [['a', 'b', null]])).toEqual([
      '3 cells: 1 used; 1 is blank; 1 is left out: ids has no value there',
      '3 cells: 1 used; 1 is left out: amounts has no value there; 1 is blank',
    ])
  })

  test('one cell for all rows is one value', () => {
    const hours = numberColumn('hours', '', { oneForAll: true })
    for (const cell of [4, [[4]]]) {
      expect(tell([starts, hours], column('Start', day, null, day), cell)).toEqual([
        '4 rows: 2 used; 1 is the header; 1 is blank',
        'one value',
      ])
    }
    expect(account([starts, hours], [column(day, day), [[4]]], ['A:A', 'B1'])[1]).toEqual({
      name: 'hours',
      text: 'B1',
      skipped: [],
    })
    expect(tell([starts, hours], column(day, null, day), column(1, 2, 3))[1]).toBe(
      '3 rows: 2 used; 1 is left out: starts has no value there',
    )
  })

  test('one cell beside a column with one row is a row', () => {
    expect(tell([amounts, ids], [[5]], column('a', null))).toEqual(['1 rows: 1 used', '1 rows: 1 used'])
  })

  test('a block of columns is counted by rows, and leaves one out for its first cell that is no number', () => {
    const block = numberBlock('drivers', '')
    const cells = [
      ['Price', 'Service'],
      [1, 5],
      [2, 'n/a'],
      [null, true],
      [4, 'x'],
      [6, 7],
    ]
    expect(tell([block, amounts], cells, column('Score', 1, 2, 3, 4, null))).toEqual([
      '6 rows: 1 used; 1 is the header; 1 is “n/a”, which stands for no value; 1 is blank; 1 is the word “x”; 1 is left out: amounts has no value there',
      '6 rows: 1 used; 1 is the header; 3 are left out: drivers has no value there; 1 is blank',
    ])
  })

  test('groups, words and truths are counted as numbers are', () => {
    const args = [segments('groups', ''), texts('notes', ''), flags('kept', '')]
    for (const order of [args, [...args].reverse()]) {
      const cells = order.map(({ name }) =>
        name === 'groups' ? column('a', 'b', 'a') : name === 'notes' ? column('x', '', 'z') : column(true, false, true),
      )
      const told = Object.fromEntries(account(order, cells).map((reading) => [reading.name, words(reading)]))
      expect(told).toEqual({
        groups: '3 rows: 2 used; 1 is left out: notes has no value there',
        notes: '3 rows: 2 used; 1 is blank',
        kept: '3 rows: 2 used; 1 is left out: notes has no value there',
      })
    }
  })

  test('limits that another argument gives are asked of it', () => {
    const args = [number('other', ''), number('largest', ''), numberColumn('answers', '', { max: 'largest' })]
    expect(tell(args, 1, 10, column(9, null, 10))[2]).toBe('3 rows: 2 used; 1 is blank')
  })

  test('a column of starts is one of dates where the ends are given, and one of hours where they are not', () => {
    const args = [startsOrHours('starts', '', 'ends'), dates('ends', '', { default: null }), number('limit', '')]
    expect(tell(args, column(null, day, 0, day), column(day, day, day, day), 5)[0]).toBe(
      '4 rows: 2 used; 1 is blank; 1 is 0, which is no date',
    )
    expect(tell(args, column(serialOf(1900, 1, 1), day, null), column(day, day, day), 5)[0]).toBe(
      '3 rows: 1 used; 1 is “1900-01-01”, which stands for no value; 1 is blank',
    )
    expect(tell(args, column(0, 4, null, 2.5), null, 5)[0]).toBe('4 rows: 3 used; 1 is blank')
    expect(tell(args, column(0, 4, null, 2.5), undefined, 5)[0]).toBe('4 rows: 3 used; 1 is blank')
  })

  test('labels are counted by what the names beside them say', () => {
    const args = [number('n', ''), yesOrLabel('outcomes', '', { which: 'good' }), names('good', '')]
    expect(tell(args, 1, column('won', 'lost', null, 'won'), column('won'))).toEqual([
      'one value',
      '4 rows: 3 used; 1 is blank',
      '1 rows: 1 used',
    ])
  })

  test('stand beside a range with rows of its own', () => {
    expect(tell([amounts, scores], column(1, null, 3), column(9, 'x'))).toEqual([
      '3 rows: 2 used; 1 is blank',
      '2 rows: 1 used; 1 is the word “x”',
    ])
  })
})

describe('of a call that cannot be read', () => {
  test.each<[string, unknown[][]]>([
    ['for a wrong cell', column(9, 11, 'x', null)],
    ['for an error', column(9, new CellError('#REF!', ''), 7)],
    ['for want of a number', column('x', 'y', 'z')],
  ])('%s, there are rows to tell and no more', (_, cells) => {
    expect(account([scores], [cells], ['A:A'])).toEqual([
      { name: 'scores', text: 'A:A', rows: 3, counts: 'rows', skipped: [] },
    ])
  })

  test('the rows of the other arguments are told all the same', () => {
    const cells = [column('a', 'b', 'c', null), column(1, 2)]
    expect(tell([keys('ids', ''), amounts], ...cells)).toEqual(['3 rows: ', '2 rows: '])
    expect(tell([scores, number('target', '')], column(9, 8), 'x')).toEqual(['2 rows: ', 'one value'])
  })

  test('a fault of ours is none of the cells', () => {
    const broken: Arg<unknown> = {
      ...scores,
      read() {
        throw new TypeError('broken')
      },
    }
    expect(() => tell([broken], column(1))).toThrow(new TypeError('broken'))
  })
})
