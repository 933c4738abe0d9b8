import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clearTop, type Box } from '../../../core/sheet/boxes.ts'
import { runsOf } from '../../../core/sheet/runs.ts'
import { runs } from '../../properties.ts'

const box = (left: number, top: number, width = 10, height = 10): Box => ({ left, top, width, height })

describe('clearTop', () => {
  test.each<[string, Box, Box[], number]>([
    ['where nothing stands, as wanted', box(5, 7), [], 7],
    ['beside another one, as wanted', box(0, 0), [box(10, 0), box(30, 0)], 0],
    ['below one that ends where it begins, as wanted', box(0, 10), [box(0, 0)], 10],
    ['above one that begins where it ends, as wanted', box(0, 0), [box(0, 10)], 0],
    ['below one in its way, with a gap', box(0, 5), [box(0, 0)], 12],
    ['below one that it touches by a pixel', box(9, 9), [box(0, 0)], 12],
    ['below two, whichever was drawn first', box(0, 0), [box(0, 11), box(0, 0)], 23],
    ['between two where there is room', box(0, 0), [box(0, 0), box(0, 30)], 12],
  ])('%s', (_, wanted, others, top) => {
    expect(clearTop(wanted, others, 2)).toBe(top)
  })

  const boxes = fc.record({
    left: fc.integer({ min: 0, max: 60 }),
    top: fc.integer({ min: 0, max: 60 }),
    width: fc.integer({ min: 1, max: 30 }),
    height: fc.integer({ min: 1, max: 30 }),
  })

  test('covers none of any others, and never goes up', () => {
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 8 }), (wanted, others) => {
        const top = clearTop(wanted, others, 3)
        const covered = others.filter(
          (other) =>
            other.left < wanted.left + wanted.width &&
            wanted.left < other.left + other.width &&
            other.top < top + wanted.height &&
            top < other.top + other.height,
        )
        expect(covered).toEqual([])
        expect(top).toBeGreaterThanOrEqual(wanted.top)
      }),
      { numRuns: runs() },
    )
  })
})

test.each<[boolean[], { from: number; to: number }[]]>([
  [[], []],
  [[false, false], []],
  [[true], [{ from: 0, to: 1 }]],
  [
    [true, true, false, true],
    [
      { from: 0, to: 2 },
      { from: 3, to: 4 },
    ],
  ],
])('runs of %j', (flags, expected) => {
  expect(runsOf(flags)).toEqual(expected)
})
