import type { ComponentChild, VNode } from 'preact'
import { expect, test } from 'vitest'
import type { Scalar } from '../../../../core/metric.ts'
import { ResultTable } from '../../../../core/sidebar/functions/resultTable.tsx'

type Node = VNode<Record<string, unknown>>

/** The elements of a kind in what a component shows, in their order. */
function elements(kind: string, within: unknown): Node[] {
  if (Array.isArray(within)) return within.flatMap((one) => elements(kind, one))
  if (typeof within !== 'object' || within === null) return []
  const node = within as Node
  const inside = elements(kind, node.props.children)
  return node.type === kind ? [node, ...inside] : inside
}

const cellsOf = (rows: readonly (readonly Scalar[])[]) =>
  elements('tr', ResultTable({ rows }))
    .slice(1)
    .map((row) => elements('td', row).map(({ props }) => [props.children as ComponentChild, props.colSpan ?? 1]))

test('a row with a sentence alone is one cell across all columns', () => {
  const words = 'spend explains 100% of the ups and downs of results'
  expect(
    cellsOf([
      ['channel', 'spend', 'warning'],
      ['tv', 5, ''],
      [words, '', ''],
    ]),
  ).toEqual([
    [
      ['tv', 1],
      ['5', 1],
      ['', 1],
    ],
    [[words, 3]],
  ])
})

test('a number alone in its row stays in its column, and so does a row of nothing', () => {
  expect(
    cellsOf([
      ['a', 'b'],
      [5, ''],
      ['', ''],
    ]).map((row) => row.length),
  ).toEqual([2, 2])
  expect(cellsOf([['only'], ['text']])).toEqual([[['text', 1]]])
})
