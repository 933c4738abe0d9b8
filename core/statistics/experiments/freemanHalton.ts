/**
 * The exact test of several shares, two-sided: how likely so uneven a split of all successes over the groups, or one as
 * unlikely or more so, would be by chance. Splits that differ by rounding alone (a relative 1e-7, as in R) are as likely.
 * Freeman and Halton, Biometrika 38(1), 1951.
 *
 * The splits are too many to be counted out one by one. The groups are therefore dealt with in two halves, each split by
 * split, and the splits of the halves are joined by their likelihoods in order; and whatever happens in the rest cannot
 * make some beginnings likely, which are counted as a whole (the longest path of Mehta and Patel, Journal of the American
 * Statistical Association 78(382), 1983). Null where even so there are too many.
 */
export function freemanHalton(successes: readonly number[], trials: readonly number[]): number | null {
  const all = total(successes)
  const failures = total(trials) - all
  // Failures are split as evenly as successes are.
  const counts = failures < all ? successes.map((count, i) => trials[i]! - count) : successes
  const dealt = Math.min(all, failures)
  if (dealt === 0) return 1
  if (dealt * trials.length > MOST_CELLS) return null
  const chances = trials.map((size) => chancesOf(size, dealt, all + failures))
  const limit = chances.reduce((product, of, i) => product * of[counts[i]!]!, 1) * (1 + 1e-7)
  const groups = chances.map((of) => groupOf(of, limit))
  const [first, second] = inHalves(groups)

  const ofFirst = splitsOf(first, second, dealt, limit)
  const ofSecond = ofFirst && splitsOf(second, first, dealt, limit)
  if (!ofFirst || !ofSecond) return null
  const ways = waysOf(second, dealt)
  let unlikely = 0
  for (let sum = 0; sum <= dealt; sum++) {
    const [open, others] = [ofFirst.open[sum]!, ofSecond.open[dealt - sum]!]
    unlikely += ofFirst.unlikely[sum]! * ways[dealt - sum]!
    unlikely += total(open) * ofSecond.unlikely[dealt - sum]!
    unlikely += unlikelyPairs(open, others, limit)
  }
  return Math.min(1, unlikely / waysOf(groups, dealt)[dealt]!)
}

/**
 * The chance of each number of successes in a group by itself, relative to the most likely one, at the rate of all: of the
 * product over the groups only the part that differs between splits is left.
 */
function chancesOf(size: number, dealt: number, trials: number): Float64Array {
  const odds = dealt / (trials - dealt)
  const most = Math.min(size, dealt)
  const mode = Math.min(most, Math.floor(((size + 1) * dealt) / trials))
  const chances = new Float64Array(dealt + 1)
  chances[mode] = 1
  for (let x = mode; x < most; x++) chances[x + 1] = chances[x]! * ((size - x) / (x + 1)) * odds
  for (let x = mode; x > 0; x--) chances[x - 1] = (chances[x]! * (x / (size - x + 1))) / odds
  return chances
}

interface Group {
  chances: Float64Array
  /** The successes that a group may have: others are so unlikely beside the observed split that they add nothing. */
  least: number
  most: number
}

function groupOf(chances: Float64Array, limit: number): Group {
  let [least, most] = [0, chances.length - 1]
  while (chances[least]! < limit * NOTHING) least++
  while (chances[most]! < limit * NOTHING) most--
  return { chances, least, most }
}

const NOTHING = 1e-20

/** Two halves with about as many splits each. */
function inHalves(groups: readonly Group[]): [Group[], Group[]] {
  const spread = ({ chances }: Group): number => Math.log(chances.reduce((sum, chance) => sum + chance, 0))
  const halves: [Group[], Group[]] = [[], []]
  const sizes = [0, 0]
  for (const group of groups.slice().sort((a, b) => spread(b) - spread(a))) {
    const at = sizes[0]! <= sizes[1]! ? 0 : 1
    halves[at].push(group)
    sizes[at]! += spread(group)
  }
  return halves
}

interface Splits {
  /** By sum of successes: the likelihoods of the splits that the other half may still make likely. */
  open: number[][]
  /** By sum: the likelihood of all others together, which are unlikely whatever happens in the other half. */
  unlikely: Float64Array
}

/** The splits of one half, where the other half has what is left of the successes. */
function splitsOf(half: readonly Group[], other: readonly Group[], dealt: number, limit: number): Splits | null {
  const bySum = (): number[][] => Array.from({ length: dealt + 1 }, () => [])
  const unlikely = new Float64Array(dealt + 1)
  let open = bySum()
  open[0]!.push(1)
  let work = 0
  for (let i = 0; i < half.length; i++) {
    const { chances, least, most } = half[i]!
    const rest = half.slice(i + 1)
    const best = bestOf([...rest, ...other], dealt)
    const longer = bySum()
    const dropped = new Float64Array(dealt + 1)
    let kept = 0
    for (let sum = 0; sum <= dealt; sum++) {
      const last = Math.min(most, dealt - sum)
      work += open[sum]!.length * (last - least + 1)
      if (work > MOST_WORK || kept > MOST_SPLITS) return null
      for (const split of open[sum]!) {
        for (let x = least; x <= last; x++) {
          const likelihood = split * chances[x]!
          if (likelihood * best[dealt - sum - x]! > limit) {
            longer[sum + x]!.push(likelihood)
            kept++
          } else dropped[sum + x]! += likelihood
        }
      }
    }
    const ways = waysOf(rest, dealt)
    dropped.forEach((likelihood, sum) => addShifted(unlikely, ways, sum, likelihood))
    open = longer
  }
  return { open, unlikely }
}

/** For each number of successes that these groups have together, the likelihood of the most likely split. */
function bestOf(groups: readonly Group[], dealt: number): Float64Array {
  const best = new Float64Array(dealt + 1)
  const modes = groups.map(({ chances }) => chances.indexOf(1))
  const start = total(modes)
  for (const step of [1, -1]) {
    const at = modes.slice()
    let likelihood = 1
    for (let sum = start; sum >= 0 && likelihood > 0; sum += step) {
      if (sum <= dealt) best[sum] = likelihood
      else if (step > 0) break
      // The next one goes where it costs least, as each further one of a group costs more.
      let [cheapest, most] = [-1, 0]
      groups.forEach(({ chances }, i) => {
        const ratio = (chances[at[i]! + step] ?? 0) / chances[at[i]!]!
        if (ratio > most) [cheapest, most] = [i, ratio]
      })
      if (cheapest >= 0) at[cheapest]! += step
      likelihood *= most
    }
  }
  return best
}

/** For each number of successes that these groups have together, the likelihood of all splits. */
function waysOf(groups: readonly Group[], dealt: number): Float64Array {
  let ways = new Float64Array(dealt + 1)
  ways[0] = 1
  for (const { chances, least, most } of groups) {
    const more = new Float64Array(dealt + 1)
    for (let sum = 0; sum <= dealt; sum++) {
      if (ways[sum] === 0) continue
      const last = Math.min(most, dealt - sum)
      for (let x = least; x <= last; x++) more[sum + x]! += ways[sum]! * chances[x]!
    }
    ways = more
  }
  return ways
}

function addShifted(sums: Float64Array, values: Float64Array, by: number, times: number): void {
  if (times === 0) return
  for (let i = by; i < sums.length; i++) sums[i]! += times * values[i - by]!
}

/** The likelihood of all pairs of splits, one of each half, that are no more likely than the limit. */
function unlikelyPairs(some: readonly number[], others: readonly number[], limit: number): number {
  const [fewer, more] = some.length < others.length ? [some, others] : [others, some]
  if (fewer.length === 0) return 0
  const sorted = Float64Array.from(fewer).sort()
  const last = sorted.length - 1
  const upTo = new Float64Array(sorted.length + 1)
  for (let i = 0; i <= last; i++) upTo[i + 1] = upTo[i]! + sorted[i]!
  // Where to look for a likelihood: equal steps of its logarithm, about as many as there are splits.
  const least = Math.log(sorted[0]!)
  const range = Math.log(sorted[last]!) - least
  const scale = range > 0 ? last / range : 0
  const first = new Int32Array(last + 2)
  const step = (likelihood: number): number => Math.min(last, Math.floor((Math.log(likelihood) - least) * scale))
  for (let i = 0; i <= last; i++) first[step(sorted[i]!) + 1]!++
  for (let i = 0; i <= last; i++) first[i + 1]! += first[i]!
  let unlikely = 0
  for (let i = 0; i < more.length; i++) {
    const most = limit / more[i]!
    if (most < sorted[0]!) continue
    let partners = first[step(most)]!
    while (sorted[partners]! <= most) partners++
    unlikely += more[i]! * upTo[partners]!
  }
  return unlikely
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Beyond, the exact test would take more than about a tenth of a second. */
const MOST_CELLS = 10_000
const MOST_WORK = 2e7
const MOST_SPLITS = 500_000
