import { describe, expect, test } from 'vitest'
import { rowsByCode, sortedCodes, valuesByCode, type Keys } from '../../../core/statistics/groups.ts'

const inReadingOrder = (labels: Keys['labels']): Keys['labels'] =>
  sortedCodes({ codes: new Int32Array(0), labels }).map((code) => labels[code]!)

describe('labels in reading order', () => {
  test.each([
    { says: 'numbers go by size, not by their digits', labels: [10, 9, -2, 100], order: [-2, 9, 10, 100] },
    { says: 'text goes by the alphabet, whatever the case', labels: ['b', 'C', 'A'], order: ['A', 'b', 'C'] },
    {
      says: 'numbers come before text, even text of digits',
      labels: ['1', 'a', 20, '', 3],
      order: [3, 20, '', '1', 'a'],
    },
    {
      says: 'words that differ in case alone have the capital first, whichever came first',
      labels: ['mail', 'Mail', 'MAIL'],
      order: ['MAIL', 'Mail', 'mail'],
    },
    { says: 'a word stands before the longer one that begins with it', labels: ['abc', 'ab'], order: ['ab', 'abc'] },
    {
      says: 'an underscore comes before letters, large and small',
      labels: ['Ab', 'a_', 'ab'],
      order: ['a_', 'Ab', 'ab'],
    },
    {
      says: 'true and false are read as the words they are',
      labels: [true, 'u', false, 'Sam', 7],
      order: [7, false, 'Sam', true, 'u'],
    },
    { says: 'equal labels of two kinds stay as they came', labels: ['true', true], order: ['true', true] },
  ])('$says', ({ labels, order }) => {
    expect(inReadingOrder(labels)).toEqual(order)
  })

  test('the order names codes, and the labels stay where they are', () => {
    const labels = ['b', 5, 'a']
    expect(sortedCodes({ codes: Int32Array.of(0, 1, 2), labels })).toEqual([1, 2, 0])
    expect(labels).toEqual(['b', 5, 'a'])
  })
})

describe('the rows of each label', () => {
  test('stand together in the order of the sheet', () => {
    const { start, rows } = rowsByCode({ labels: ['x', 'y', 'z'], codes: Int32Array.of(1, 0, 2, 1, 1, 0) })
    expect(Array.from(start)).toEqual([0, 2, 5, 6])
    expect(Array.from(rows)).toEqual([1, 5, 0, 3, 4, 2])
  })

  test('are none for a label that no row has', () => {
    const { start, rows } = rowsByCode({ labels: ['x', 'y', 'z'], codes: Int32Array.of(2, 0) })
    expect(Array.from(start)).toEqual([0, 1, 1, 2])
    expect(Array.from(rows)).toEqual([1, 0])
  })

  test('are none at all without labels', () => {
    const { start, rows } = rowsByCode({ labels: [], codes: new Int32Array(0) })
    expect(Array.from(start)).toEqual([0])
    expect(rows).toHaveLength(0)
  })
})

test('the values of each label stand as its rows do', () => {
  const keys = { labels: ['x', 'y', 'z', 'none'], codes: Int32Array.of(1, 0, 2, 1, 1, 0) }
  const { start, rows } = rowsByCode(keys)
  const found = valuesByCode(keys, (row) => row / 2)
  expect(found.start).toEqual(start)
  expect(Array.from(found.values)).toEqual(Array.from(rows, (row) => row / 2))
})
