import { excelFunctions } from './bundles.ts'
import { compared, growth, thousands, type Line } from './lines.ts'
import { randomFrom, side } from './measure.ts'

const sizes = [10_000, 100_000, 1_000_000]

/** COHORT_RETENTION from 10,000 to a million orders, with ten orders a customer. */
export function cohorts(): Line[] {
  const { COHORT_RETENTION } = excelFunctions()
  const results = sizes.map((size) => {
    const { ids, dates } = orders(size)
    return side(
      size < 1_000_000 ? 15 : 7,
      () => COHORT_RETENTION!(ids, dates, null, null, null, null),
      () => barePass(ids, dates),
    )
  })
  return [
    ...results.map((result, i) =>
      compared(`COHORT_RETENTION, ${thousands(sizes[i]!)} orders, Excel bundle`, result, 'the bare pass', 3),
    ),
    growth('COHORT_RETENTION', sizes, results, 'the bare pass'),
  ]
}

function orders(size: number) {
  const random = randomFrom(2)
  const customers = size / 10
  const ids = Array.from({ length: size }, () => [`C${Math.floor(random() * customers)}`])
  const dates = Array.from({ length: size }, () => [45000 + Math.floor(random() * 700)])
  return { ids, dates }
}

function barePass(ids: readonly (readonly string[])[], dates: readonly (readonly number[])[]): number {
  const first = new Map<string, number>()
  for (let i = 0; i < ids.length; i++) {
    const known = first.get(ids[i]![0]!)
    if (known === undefined || dates[i]![0]! < known) first.set(ids[i]![0]!, dates[i]![0]!)
  }
  return first.size
}
