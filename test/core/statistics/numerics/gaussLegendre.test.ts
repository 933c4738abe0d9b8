import { expect, test } from 'vitest'
import { gaussLegendre } from '../../../../core/statistics/numerics/gaussLegendre.ts'
import { expectClose } from '../../../close.ts'

const integral = (n: number, f: (x: number) => number): number => {
  const { nodes, weights } = gaussLegendre(n)
  return nodes.reduce((total, node, i) => total + weights[i]! * f(node), 0)
}

test('two nodes are (1 - 1 / sqrt 3) / 2 and (1 + 1 / sqrt 3) / 2, of equal weight', () => {
  const { nodes, weights } = gaussLegendre(2)
  expectClose([...nodes], [(1 - 1 / Math.sqrt(3)) / 2, (1 + 1 / Math.sqrt(3)) / 2])
  expectClose([...weights], [0.5, 0.5])
})

test.each([1, 5, 20, 40])('%d nodes are exact up to twice their number, less one', (n) => {
  for (let degree = 0; degree < 2 * n; degree++)
    expectClose(
      integral(n, (x) => x ** degree),
      1 / (degree + 1),
      1e-13,
    )
  if (n < 10) expect(Math.abs(integral(n, (x) => x ** (2 * n)) * (2 * n + 1) - 1)).toBeGreaterThan(1e-9)
})

test('nodes rise from 0 to 1 and are symmetric', () => {
  const { nodes, weights } = gaussLegendre(7)
  nodes.forEach((node, i) => {
    expect(node).toBeGreaterThan(i === 0 ? 0 : nodes[i - 1]!)
    expectClose(1 - node, nodes[6 - i])
    expectClose(weights[i], weights[6 - i])
  })
  expectClose(nodes[3], 0.5)
})

test('a steep exponential', () => {
  expectClose(
    integral(40, (x) => Math.exp(-45 * x)),
    -Math.expm1(-45) / 45,
  )
})
