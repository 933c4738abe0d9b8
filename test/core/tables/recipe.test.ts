import { describe, expect, test } from 'vitest'
import { parseCall } from '../../../core/catalogue/explain.ts'
import type { Book, CellValue } from '../../../core/sheet/book.ts'
import { columnNumber } from '../../../core/sheet/sheetReference.ts'
import { fieldsOf, madeAgain, recipeOf, titlesIn } from '../../../core/tables/recipe.ts'

/** A book of which only the first rows of sheets are known. */
const bookOf = (tops: Record<string, CellValue[]>) =>
  ({
    async readRanges(ranges) {
      return ranges.map(({ sheet, address }) => {
        const [, left, right] = /^([A-Z]+)1:([A-Z]+)1$/.exec(address)!
        return [tops[sheet]!.slice(columnNumber(left!) - 1, columnNumber(right!))]
      })
    },
  }) as Pick<Book, 'readRanges'> as Book

const book = bookOf({ Survey: ['Date', 'Region', 'Score', 'Speed', 'Price', ''], Bare: [1, 2] })
const recipe = (formula: string) => recipeOf(book, parseCall(formula, 'Survey')!)

describe('what a formula was made from', () => {
  test('is its columns by their titles, and its options as one fills them in', async () => {
    const made = await recipe('=NPS_TABLE(Survey!C:C, Survey!B2:B99, 5)')
    expect(made).toEqual({
      name: 'NPS_TABLE',
      parts: {
        scores: [{ text: 'Survey!C:C', titles: ['Score'] }],
        segments: [{ text: 'Survey!B2:B99', titles: ['Region'] }],
        min_answers: [{ text: '5', titles: null }],
      },
    })
    expect(fieldsOf(made)).toEqual({ scores: 'Survey!C:C', segments: 'Survey!B2:B99', min_answers: '5' })
    expect(titlesIn(made)).toEqual(['Score', 'Region'])
  })

  test('is every part of a repeating argument, and texts without their quotes', async () => {
    const made = await recipe('=METRIC_BY("CSAT desc", B:B, C:C, 4)')
    expect(fieldsOf(made)).toEqual({ metric: 'CSAT desc', groups: 'B:B', data_ranges: 'C:C, 4' })
    expect(made.parts['data_ranges']).toEqual([
      { text: 'C:C', titles: ['Score'] },
      { text: '4', titles: null },
    ])
    expect(fieldsOf(await recipe('=METRIC_BY("a ""b""", B:B)'))['metric']).toBe('a "b"')
  })

  test.each([
    ['no titles', '=NPS(Bare!A:A)'],
    ['a column without one among others', '=DATA_CHECK(E:F)'],
    ['a calculation', '=NPS(SORT(C:C))'],
  ])('%s is known by nothing but its cells', async (_, formula) => {
    expect(titlesIn(await recipe(formula))).toEqual([])
  })

  test('a range may be written from its end', async () => {
    expect(titlesIn(await recipe('=NPS(C99:B2)'))).toEqual(['Region', 'Score'])
  })
})

describe('the same for another sheet', () => {
  test('takes the columns of the same titles, wherever they stand', async () => {
    const made = await recipe('=METRIC_BY("CSAT", B2:B9, C2:C9, 4)')
    const { recipe: again, missing } = madeAgain(made, 'Survey 2027', ['id', 'SCORE ', null, 'region'])
    expect(missing).toEqual([])
    expect(fieldsOf(again)).toEqual({
      metric: 'CSAT',
      groups: "'Survey 2027'!D:D",
      data_ranges: "'Survey 2027'!B:B, 4",
    })
    expect(fieldsOf(madeAgain(again, 'Survey', ['Score', 'Region']).recipe)['groups']).toBe('Survey!B:B')
  })

  test('blanks and underscores in titles are alike', async () => {
    const made = await recipeOf(bookOf({ A: ['Order  date'] }), parseCall('=NPS(A:A)', 'A')!)
    expect(madeAgain(made, 'B', ['x', 'order_date']).missing).toEqual([])
  })

  test('names what is not there, and leaves that as it was', async () => {
    const made = await recipe('=NPS_TABLE(C:C, B:B)')
    const { recipe: again, missing } = madeAgain(made, 'Other', ['Score', 'Country'])
    expect(missing).toEqual(['Region'])
    expect(fieldsOf(again)).toEqual({ scores: 'Other!A:A', segments: 'B:B' })
  })

  test('several columns that stand side by side have to there as well, in their order', async () => {
    const made = await recipe('=DRIVER_IMPACT(C:C, D:E)')
    const fields = (...titles: string[]) => {
      const { recipe: again, missing } = madeAgain(made, 'Other', titles)
      return [fieldsOf(again)['drivers'], missing]
    }
    expect(fields('Speed', 'Price', 'Score')).toEqual(['Other!A:B', []])
    expect(fields('Price', 'Speed', 'Score')).toEqual(['D:E', ['Speed', 'Price']])
    expect(fields('Speed', 'Score', 'Price')).toEqual(['D:E', ['Speed', 'Price']])
    expect(fields('Speed', 'Score')).toEqual(['D:E', ['Speed', 'Price']])
  })
})
