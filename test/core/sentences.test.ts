import { describe, expect, test } from 'vitest'
import { catalogue, findMetric } from '../../core/catalogue/catalogue.ts'
import { CellError, cut, listed, shown } from '../../core/cell.ts'
import type { Metric } from '../../core/metric.ts'
import { evaluate } from '../../core/reading/evaluate.ts'
import { nps } from '../../core/metrics/experience/nps.ts'
import { plain } from '../close.ts'
import { column, compute } from '../compute.ts'

const LONG = 30_000
const longTexts: readonly (readonly [string, string])[] = [
  ['letters', 'x'.repeat(LONG)],
  ['digits', '7'.repeat(LONG)],
  ['quotes', '”"'.repeat(LONG / 2)],
  ['words, digits and signs', '>= 5 a, b; “7” '.repeat(LONG / 15)],
]

/** A call that works, with one argument changed in several ways: a cell, and a cell of the range that stood there. */
function callsWith({ spec }: Metric, argument: number, text: string): unknown[][] {
  const works = spec.examples.find(({ gives, cells }) => !String(gives).startsWith('#') && cells.length > argument)
  const cells: unknown[] = [...(works ?? spec.examples[0]!).cells]
  while (cells.length < argument) cells.push(undefined)
  const given = cells[argument]
  const changed: unknown[] = [text, column('Title', text, `${text}a`), [[text, `${text}a`, text]]]
  if (Array.isArray(given)) {
    const rows = given as unknown[][]
    for (const at of new Set([0, rows.length - 1]))
      changed.push(rows.map((row, i) => (i === at ? [text, ...row.slice(1)] : row)))
  }
  return changed.map((cell) =>
    cells.map((other, i) => (i === argument ? cell : other)).concat(argument < cells.length ? [] : [cell]),
  )
}

function outcome(metric: Metric, cells: readonly unknown[]): string {
  try {
    compute(metric, ...cells)
    return ''
  } catch (error) {
    if (error instanceof CellError) return error.message
    throw error
  }
}

const inCatalogue = catalogue().map((metric) => [metric.spec.name, metric] as const)

describe('whatever a cell holds, the sentence about it is short and names the function and an argument', () => {
  test.each(inCatalogue)('of %s', (name, metric) => {
    metric.spec.args.forEach((arg, i) => {
      for (const [kind, text] of longTexts) {
        for (const cells of callsWith(metric, i, text)) {
          const sentence = outcome(metric, cells)
          if (sentence === '') continue
          const about = `${arg.name} of ${kind}: ${sentence.slice(0, 500)}`
          expect(sentence.length, about).toBeLessThan(400)
          expect(sentence.startsWith(`${name}: `), about).toBe(true)
          const named = typeof cells[0] === 'string' ? findMetric(cells[0]) : undefined
          const known = [...metric.spec.args, ...(named?.spec.args ?? []), { name: `${name}: needs ` }]
          expect(
            known.some((one) => sentence.includes(one.name)),
            about,
          ).toBe(true)
        }
      }
    })
  })
})

describe('an array without rows or without columns is a blank cell, or a sentence of ours', () => {
  test.each(inCatalogue)('in %s', (name, metric) => {
    metric.spec.args.forEach((_, i) => {
      for (const empty of [[], [[]], [[], []]]) {
        const works = metric.spec.examples.find(({ gives }) => !String(gives).startsWith('#'))!
        const cells: unknown[] = Array.from({ length: Math.max(i + 1, works.cells.length) }, (_, at) => works.cells[at])
        cells[i] = empty
        expect(outcome(metric, cells)).toMatch(new RegExp(`^$|^${name}: `))
      }
    })
  })
})

test('a text in a sentence is cut at 40 signs, and never in the middle of one', () => {
  expect(cut('x'.repeat(40))).toBe('x'.repeat(40))
  expect(cut('x'.repeat(41))).toBe(`${'x'.repeat(39)}…`)
  expect(shown('😀'.repeat(50))).toBe(`“${'😀'.repeat(19)}…”`)
})

test('a list in a sentence ends where it has no more room, and names one in any case', () => {
  expect(listed(['a', 'b'], cut)).toBe('a, b')
  expect(listed([], cut)).toBe('')
  expect(listed(['x'.repeat(1000)], (text) => text)).toBe('x'.repeat(1000))
  const many = listed(
    Array.from({ length: 1000 }, (_, i) => `column ${i}`),
    cut,
  )
  expect(many).toMatch(/^column 0, column 1, .*, column 14, …$/)
})

test('a sentence that is too long all the same keeps its beginning and its way on', () => {
  const told = () => {
    throw new CellError('#VALUE!', `scores has ${'x'.repeat(LONG)}, write a number from 0 to 10`)
  }
  try {
    evaluate({ spec: nps.spec, compute: told }, [9], plain)
    expect.unreachable()
  } catch (error) {
    expect((error as CellError).message).toMatch(/^NPS: scores has x{200,} … x+, write a number from 0 to 10$/)
    expect((error as CellError).message.length).toBeLessThan(400)
  }
})
