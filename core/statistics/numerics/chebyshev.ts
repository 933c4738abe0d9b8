/**
 * A smooth function on an interval, by the polynomial that meets it at n nodes of Chebyshev: of an analytic function the
 * error falls by a constant factor with every node. Evaluated by Clenshaw’s recurrence, Mathematical Tables and Other
 * Aids to Computation 9(51), 1955.
 */
export function chebyshev(f: (x: number) => number, from: number, to: number, n: number): (x: number) => number {
  const middle = (from + to) / 2
  const half = (to - from) / 2
  const angle = (k: number): number => (Math.PI * (k + 0.5)) / n
  const values = Float64Array.from({ length: n }, (_, k) => f(middle + half * Math.cos(angle(k))))
  const coefficients = values.map((_, j) => {
    const total = values.reduce((sum, value, k) => sum + value * Math.cos(j * angle(k)), 0)
    return ((j === 0 ? 1 : 2) * total) / n
  })
  return (x) => {
    const y = (x - middle) / half
    let one = 0
    let two = 0
    for (let j = n - 1; j > 0; j--) {
      const next = coefficients[j]! + 2 * y * one - two
      two = one
      one = next
    }
    return coefficients[0]! + y * one - two
  }
}
