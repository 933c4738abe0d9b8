import { describe, expect, test } from 'vitest'
import type { Decode } from '../../../core/cell.ts'
import { currencyIn, evidenceOf, settled } from '../../../core/reading/evidence.ts'
import { rangeOf } from '../../../core/reading/range.ts'
import { FIRST_SERIAL, LAST_SERIAL, serialOf } from '../../../core/statistics/time/calendar.ts'
import { plain } from '../../close.ts'
import { column } from '../../compute.ts'

const evidence = (...cells: unknown[]) => evidenceOf(rangeOf('amounts', column(...cells)), 0, plain)

describe('the decimal mark of a column', () => {
  test.each([
    [['1.234', '0,5'], ','],
    [['1,234', '0.5'], '.'],
    [['1,234', '0.5', '0,5'], 'both'],
    [['1,234', '1.234'], undefined],
    [['7', 7.5, null, 'n/a', true], undefined],
    [[], undefined],
  ])('of %j is %j', (cells, mark) => {
    expect(evidence(...cells).mark).toBe(mark)
  })
})

describe('the order of day and month of a column', () => {
  test.each([
    [['01/02/2026', '13/02/2026'], 'day first'],
    [['01/02/2026', '02/13/2026'], 'month first'],
    [['13/02/2026', '02/13/2026'], 'both'],
    [['01/02/2026', '2026-02-13'], undefined],
    [['01/02/2026', serialOf(2026, 2, 13)], undefined],
  ])('of %j is %j', (cells, order) => {
    expect(evidence(...cells).order).toBe(order)
  })
})

describe('the currencies of a column', () => {
  test.each<[unknown[], string[]]>([
    [['$ 5', 'USD 7', '9'], ['usd']],
    [
      ['5 €', '$ 7'],
      ['eur', 'usd'],
    ],
    [['5', 7, 'words', null, '  '], []],
  ])('of %j are %j', (cells, currencies) => {
    expect([...evidence(...cells).currencies].sort()).toEqual(currencies)
  })

  test.each([
    ['5 €', 'eur'],
    ['EUR 5', 'eur'],
    ['$1,234', 'usd'],
    ['5', ''],
    ['80%', ''],
    ['n/a', ''],
    ['', ''],
  ])('in “%s” is “%s”', (text, currency) => {
    expect(currencyIn(text)).toBe(currency)
  })
})

describe('a column has dates', () => {
  test.each([
    ['1950-01-01', FIRST_SERIAL, true],
    ['1949-12-31', FIRST_SERIAL - 1, false],
    ['the evening of 9999-12-31', LAST_SERIAL + 0.75, true],
    ['9999-12-31', LAST_SERIAL, true],
    ['the day after the last', LAST_SERIAL + 1, false],
    ['an amount', 1e7, false],
    ['a text', '2026-03-01', false],
    ['a blank cell', null, false],
  ])('where a cell is a date cell: %s', (_, cell, hasDates) => {
    expect(evidence('x', cell).hasDates).toBe(hasDates)
  })
})

describe('day and month of a date cell may have been swapped', () => {
  const late = '13/02/2026'
  const small = serialOf(2026, 3, 4)

  test('beside a text with a later day, where all date cells have days that may be months', () => {
    expect(evidence(late, small).swapped).toBe(small)
    expect(evidence(small, late).swapped).toBe(small)
    expect(evidence(late, serialOf(2026, 3, 12)).swapped).toBe(serialOf(2026, 3, 12))
  })

  test('and the first that may is told, which one with the same day and month may not', () => {
    expect(evidence(late, serialOf(2026, 3, 3), small, serialOf(2026, 5, 6)).swapped).toBe(small)
    expect(evidence(late, serialOf(2026, 3, 3)).swapped).toBeUndefined()
  })

  test('unless one has a day above 12, which nobody could swap', () => {
    expect(evidence(late, small, serialOf(2026, 3, 13)).swapped).toBeUndefined()
    expect(evidence(late, serialOf(2026, 3, 13), small).swapped).toBeUndefined()
  })

  test('unless no text has such a day', () => {
    expect(evidence('12/02/2026', small).swapped).toBeUndefined()
    expect(evidence('2026-02-13', small).swapped).toBeUndefined()
    expect(evidence(small).swapped).toBeUndefined()
  })

  test('which needs a date cell', () => {
    expect(evidence(late).swapped).toBeUndefined()
    expect(evidence(late, 7, FIRST_SERIAL - 1).swapped).toBeUndefined()
  })
})

describe('where evidence is looked for', () => {
  const block = rangeOf('amounts', [
    ['0,5', '0.5', '7'],
    ['1.234', '1.234', '1.234'],
  ])

  test('is the column of a block, each for itself', () => {
    expect([0, 1, 2].map((at) => evidenceOf(block, at, plain).mark)).toEqual([',', '.', undefined])
    expect([0, 1, 2].map((at) => evidenceOf(block, at, plain).mark)).toEqual([',', '.', undefined])
  })

  test('is all of a single row', () => {
    const row = rangeOf('amounts', [['0,5', '7', '1.234', '0.5']])
    expect([0, 1, 2, 3].map((at) => evidenceOf(row, at, plain).mark)).toEqual(['both', 'both', 'both', 'both'])
  })

  test('is looked at once, however many cells are in doubt', () => {
    let asked = 0
    const decode: Decode = (raw) => {
      asked++
      return plain(raw)
    }
    const range = rangeOf('amounts', column('1.234', '0,5', '5 €'))
    for (let i = 0; i < 5; i++) {
      const { mark, currencies } = evidenceOf(range, 0, decode)
      expect([mark, [...currencies]]).toEqual([',', ['eur']])
    }
    expect(asked).toBe(3)
  })
})

describe('a text that may be two values', () => {
  const settle = (raw: unknown, ...others: unknown[]) => settled(raw, rangeOf('values', column(raw, ...others)), plain)

  test('is the number that its column decides for', () => {
    expect(settle('1.234', '0,5')).toBe(1234)
    expect(settle('1.234', '0.5')).toBe(1.234)
    expect(settle('1,234', '0,5')).toBe(1.234)
  })

  test('is the date that its column decides for', () => {
    expect(settle('01/02/2026', '13/02/2026')).toBe(serialOf(2026, 2, 1))
    expect(settle('01/02/2026', '02/13/2026')).toBe(serialOf(2026, 1, 2))
  })

  test('stays as it is where the column does not decide', () => {
    expect(settle('1.234')).toBe('1.234')
    expect(settle('1.234', '0,5', '0.5')).toBe('1.234')
    expect(settle('01/02/2026')).toBe('01/02/2026')
    expect(settle('01/02/2026', '13/02/2026', '02/13/2026')).toBe('01/02/2026')
  })

  test.each([7, true, null, 'word', '0,5', '2026-03-01', '13/02/2026', '5 stars'])(
    'is no value without doubt, and no word, which stay as they are: %j',
    (cell) => {
      expect(settle(cell, '0,5', '13/02/2026')).toBe(cell)
    },
  )

  test('stays as its host spells it, where that is a cell of its own kind', () => {
    const decode: Decode = (raw) => (typeof raw === 'object' && raw !== null ? (raw as { text: string }).text : null)
    const [doubtful, plainly] = [{ text: '1.234' }, { text: '0,5' }]
    const range = rangeOf('values', column(doubtful, plainly))
    expect(settled(doubtful, range, decode)).toBe(1234)
    expect(settled(plainly, range, decode)).toBe(plainly)
    expect(settled(doubtful, rangeOf('values', column(doubtful)), decode)).toBe(doubtful)
  })
})
