import fc from 'fast-check'
import { expect, test } from 'vitest'
import { themeCount } from '../../../../core/metrics/experience/themeCount.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['theme', 'comments', 'share']
const rows = (...cells: unknown[]): unknown[][] => (compute(themeCount, ...cells) as unknown[][]).slice(1)

test('comments of each theme and their share, the most frequent first, the rest last', () => {
  const comments = column('Too late', 'late and expensive', 'expensive', 'late', 'fine')
  const themes = [
    ['Price', 'price', 'expensive'],
    ['Time', 'late', null],
    ['Staff', 'rude', ''],
  ]
  expect(compute(themeCount, comments, themes)).toEqual([
    header,
    ['Time', 3, 0.6],
    ['Price', 2, 0.4],
    ['Staff', 0, 0],
    ['(no theme)', 1, 0.2],
  ])
})

test('keywords stand in columns of their own, in one cell with commas, or both', () => {
  const comments = column('late', 'slow', 'courier', 'parcel service')
  for (const themes of [
    [['Delivery', 'late', 'slow', 'courier', 'parcel service']],
    [['Delivery', 'late, slow,courier ; parcel service']],
    [['Delivery', 'late,slow', null, 'courier\nparcel service']],
  ]) {
    expect(rows(comments, themes)).toEqual([
      ['Delivery', 4, 1],
      ['(no theme)', 0, 0],
    ])
  }
})

test('a single column makes each word its own theme, and so does a name without keywords', () => {
  const expected = [
    ['late', 2, 1],
    ['rude', 1, 0.5],
    ['(no theme)', 0, 0],
  ]
  expect(rows(column('late', 'late and rude'), column('rude', 'late'))).toEqual(expected)
  expect(
    rows(column('late', 'late and rude'), [
      ['rude', null],
      ['late', ' '],
    ]),
  ).toEqual(expected)
})

test('the name of a theme with keywords is no keyword', () => {
  expect(rows('delivery', [['Delivery', 'late']])[0]).toEqual(['Delivery', 0, 0])
})

test('a theme that comes again, in any case, is the same', () => {
  expect(
    rows(column('late', 'slow'), [
      ['Delivery', 'late'],
      ['DELIVERY ', 'slow'],
    ]),
  ).toEqual([
    ['Delivery', 2, 1],
    ['(no theme)', 0, 0],
  ])
})

test('equals stand by name, whatever the case', () => {
  expect(rows('none of these', column('beta', 'Alpha', 'gamma')).map(([theme]) => theme)).toEqual([
    'Alpha',
    'beta',
    'gamma',
    '(no theme)',
  ])
})

test('numbers are words, in comments and in themes', () => {
  expect(rows(column('error 404', 404, 4040), [[404]])).toEqual([
    ['404', 2, 2 / 3],
    ['(no theme)', 1, 1 / 3],
  ])
})

test('the order of comments does not matter, and two lots of them add up', () => {
  const comment = fc.array(fc.constantFrom('late', 'rude', 'price', 'fine'), { maxLength: 4 })
  const comments = fc.array(
    comment.map((words) => words.join(' ') || 'ok'),
    { minLength: 1, maxLength: 20 },
  )
  const themes = [
    ['a', 'late'],
    ['b', 'rude, price'],
  ]
  const counts = (list: string[]) => Object.fromEntries(rows(column(...list), themes).map(([name, n]) => [name, n]))
  fc.assert(
    fc.property(comments, comments, (one, other) => {
      expect(rows(column(...one.slice().reverse()), themes)).toEqual(rows(column(...one), themes))
      const [a, b, both] = [counts(one), counts(other), counts([...one, ...other])] as Record<string, number>[]
      for (const name of ['a', 'b', '(no theme)']) expect(both![name]).toBe(a![name]! + b![name]!)
      const untold = one.filter((text) => !/late|rude|price/.test(text)).length
      expect(a!['(no theme)']).toBe(untold)
    }),
  )
})

test('blank comments and blank rows of themes are none', () => {
  expect(rows(column('late', null, ' ', 'fine', ''), [['late'], [null], [' ']])).toEqual([
    ['late', 1, 0.5],
    ['(no theme)', 1, 0.5],
  ])
})

test.each(['Comment', 'FEEDBACK', ' answers', 'Review'])(
  '“%s” in the first cell is the title of the column',
  (title) => {
    expect(rows(column(title, 'late', 'fine'), column('late', 'comment', 'feedback', 'answers', 'review'))[0]).toEqual([
      'late',
      1,
      0.5,
    ])
    expect(rows(column(title, 'late', 'fine'), column(title.trim()))[0]).toEqual([title.trim(), 0, 0])
  },
)

test('“Comment” further down, in longer text or alone is a comment', () => {
  expect(rows(column('late', 'Comment'), column('comment'))[0]).toEqual(['comment', 1, 0.5])
  expect(rows(column('No comment', 'late'), column('comment'))[0]).toEqual(['comment', 1, 0.5])
  expect(rows('Comment', column('comment'))[0]).toEqual(['comment', 1, 1])
})

test('wrong cells are named', () => {
  expect(failure(themeCount, column(null), column('late'))).toBe('#N/A THEME_COUNT: texts has no values')
  expect(failure(themeCount, column('late'), column(null, ''))).toBe('#N/A THEME_COUNT: themes has no words')
  expect(failure(themeCount, column('late'))).toBe('#VALUE! THEME_COUNT: themes is missing')
  expect(
    failure(themeCount, column('late'), [
      ['Delivery', 'late'],
      ['', 'slow'],
    ]),
  ).toBe('#VALUE! THEME_COUNT: themes row 2 has “slow” and no name of a theme before it')
  expect(
    failure(
      themeCount,
      [
        ['late', 'rude'],
        ['fine', 'ok'],
      ],
      column('late'),
    ),
  ).toBe('#VALUE! THEME_COUNT: texts must be one column, not 2')
})

test('n/a, none and - are no comments', () => {
  const table = compute(themeCount, column('Customer comment:', 'too slow', 'n/a', '-', 'none', 'not bad'), [['slow']])
  expect(table).toEqual([
    ['theme', 'comments', 'share'],
    ['slow', 1, 0.5],
    ['(no theme)', 1, 0.5],
  ])
})

test('“missing” and “no answer” are complaints, not placeholders', () => {
  const themes = [
    ['missing', 'missing'],
    ['unanswered', 'no answer'],
  ]
  const [, ...rows] = compute(themeCount, column('missing', 'button missing', 'No answer'), themes) as unknown[][]
  expect(rows.map(([theme, count]) => [theme, count])).toEqual([
    ['missing', 2],
    ['unanswered', 1],
    ['(no theme)', 0],
  ])
})

test('a theme whose name no cell can hold is refused in words', () => {
  const name = (length: number) => [['x'.repeat(length), 'late']]
  expect(compute(themeCount, column('late'), name(32767))).toHaveLength(3)
  expect(failure(themeCount, column('late'), name(32768))).toBe(
    `#VALUE! THEME_COUNT: row 2 of the result would have a text of 32768 characters, a cell holds 32767: “${'x'.repeat(39)}…”`,
  )
})
