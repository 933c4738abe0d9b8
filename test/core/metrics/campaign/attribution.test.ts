import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribution } from '../../../../core/metrics/campaign/attribution.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

interface Path {
  touches: string[]
  conversions: number
  nulls: number
}

const models = ['first', 'last', 'linear', 'position', 'decay', 'markov', 'shapley'] as const

/** Credits by channel. */
const credits = (paths: string[], conversions: number[] | null, model: string, ...options: unknown[]) => {
  const given = conversions && column(...conversions)
  const [, ...rows] = compute(attribution, column(...paths), given, model, ...options) as [string, number][]
  return Object.fromEntries(rows.map(([channel, credit]) => [channel, credit]))
}
const creditsOf = (paths: Path[], model: string) =>
  credits(
    paths.map(({ touches }) => touches.join(' > ')),
    paths.map(({ conversions }) => conversions),
    model,
    column(...paths.map(({ nulls }) => nulls)),
  )

function expectCredits(actual: Record<string, number>, expected: Record<string, number>, tolerance = 1e-9): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort())
  for (const [channel, credit] of Object.entries(expected)) {
    expect(Math.abs(actual[channel]! - credit), `${channel}: ${actual[channel]} is not ${credit}`).toBeLessThan(
      tolerance,
    )
  }
}

const path = fc.record({
  touches: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 6 }),
  conversions: fc.nat(5),
  nulls: fc.nat(5),
})
/** Somebody converts. */
const journeys = fc
  .array(path, { minLength: 1, maxLength: 8 })
  .filter((paths) => paths.some(({ conversions }) => conversions > 0))

describe('the models that look at the place of a touch', () => {
  const paths = ['a > b > c > a', 'b', 'a > c']
  const conversions = [12, 3, 4]

  test('first and last give all to one touch', () => {
    expect(credits(paths, conversions, 'first')).toEqual({ a: 16, b: 3, c: 0 })
    expect(credits(paths, conversions, 'last')).toEqual({ a: 12, b: 3, c: 4 })
  })

  test('linear treats every touch alike, repeats count, and is the default', () => {
    expect(credits(paths, conversions, 'linear')).toEqual({ a: 8, b: 6, c: 5 })
    expect(compute(attribution, column(...paths), column(...conversions))).toEqual(
      compute(attribution, column(...paths), column(...conversions), 'linear'),
    )
  })

  test('position gives 40 % to each end and 20 % to those between; two touches have half each', () => {
    expectCredits(credits(paths, conversions, 'position'), { a: 9.6 + 2, b: 1.2 + 3, c: 1.2 + 2 })
  })

  test('decay halves with every touch: 1/15, 2/15, 4/15 and 8/15, as with Google’s half-life of 7 days, 7 days apart', () => {
    expectCredits(credits(['search > email > display > direct'], null, 'decay'), {
      search: 1 / 15,
      email: 2 / 15,
      display: 4 / 15,
      direct: 8 / 15,
    })
  })

  test('a longer half-life flattens decay towards linear, a short one sharpens it towards last', () => {
    const decay = (halfLife: number) => credits(paths, conversions, 'decay', null, null, halfLife)
    expectCredits(decay(2), {
      a: (12 * (2 ** -1.5 + 1)) / (2 ** -1.5 + 2 ** -1 + 2 ** -0.5 + 1) + (4 * 2 ** -0.5) / (1 + 2 ** -0.5),
      b: (12 * 2 ** -1) / (2 ** -1.5 + 2 ** -1 + 2 ** -0.5 + 1) + 3,
      c: (12 * 2 ** -0.5) / (2 ** -1.5 + 2 ** -1 + 2 ** -0.5 + 1) + 4 / (1 + 2 ** -0.5),
    })
    expectCredits(decay(1e12), credits(paths, conversions, 'linear'))
    expectCredits(decay(0.01), credits(paths, conversions, 'last'))
  })

  test('they agree with a sum over single touches, for any paths', () => {
    const weights: Record<string, (place: number, length: number) => number> = {
      first: (place) => (place === 0 ? 1 : 0),
      last: (place, length) => (place === length - 1 ? 1 : 0),
      linear: (_, length) => 1 / length,
      position: (place, length) => {
        if (length <= 2) return 1 / length
        return place === 0 || place === length - 1 ? 0.4 : 0.2 / (length - 2)
      },
      decay: (place, length) => 2 ** place / (2 ** length - 1),
    }
    fc.assert(
      fc.property(journeys, (paths) => {
        for (const [model, weight] of Object.entries(weights)) {
          const expected: Record<string, number> = {}
          for (const { touches, conversions } of paths) {
            touches.forEach((channel, place) => {
              expected[channel] = (expected[channel] ?? 0) + conversions * weight(place, touches.length)
            })
          }
          expectCredits(creditsOf(paths, model), expected)
        }
      }),
    )
  })
})

describe('markov', () => {
  test('the worked example of Bryl (AnalyzeCore, 2016): removal effects 0.5, 1 and 1 share 0.2, 0.4 and 0.4', () => {
    expectCredits(credits(['c1 > c2 > c3', 'c1', 'c2 > c3'], [1, 0, 0], 'markov', column(0, 1, 1)), {
      c1: 0.2,
      c2: 0.4,
      c3: 0.4,
    })
  })

  test('without nulls everybody converts in the end, and a channel counts as often as customers come by', () => {
    // Without a: half the customers are left; without b: half; without c: a quarter is lost.
    expectCredits(credits(['a', 'b', 'a > c', 'b'], [1, 1, 1, 1], 'markov'), {
      a: (4 * 0.5) / 1.25,
      b: (4 * 0.5) / 1.25,
      c: (4 * 0.25) / 1.25,
    })
  })

  test('nulls change the credits', () => {
    // Half of the customers come through a, and with two more who came that way and left, three in four.
    const paths = ['a > b', 'b']
    expectCredits(credits(paths, [1, 1], 'markov'), { a: (2 * 0.5) / 1.5, b: (2 * 1) / 1.5 })
    expectCredits(credits(paths, [1, 1], 'markov', column(2, 0)), { a: (2 * 0.75) / 1.75, b: (2 * 1) / 1.75 })
  })

  test('repeats of a channel in a row change nothing', () => {
    const nulls = column(4, 1)
    expectCredits(
      credits(['a > a > a > b', 'b > b'], [2, 3], 'markov', nulls),
      credits(['a > b', 'b'], [2, 3], 'markov', nulls),
    )
  })

  test('it agrees with customers sent through the chain step by step, repeats included', () => {
    const rate = (paths: Path[], removed: string | null): number => {
      const moves = new Map<string, Map<string, number>>()
      const add = (from: string, to: string, count: number) => {
        const row = moves.get(from) ?? new Map<string, number>()
        moves.set(from, row.set(to, (row.get(to) ?? 0) + count))
      }
      for (const { touches, conversions, nulls } of paths) {
        const stations = ['(start)', ...touches]
        for (let i = 1; i < stations.length; i++) add(stations[i - 1]!, stations[i]!, conversions + nulls)
        add(stations[stations.length - 1]!, '(conversion)', conversions)
        add(stations[stations.length - 1]!, '(null)', nulls)
      }
      let crowd = new Map([['(start)', 1]])
      let converted = 0
      for (let step = 0; step < 3000 && crowd.size > 0; step++) {
        const next = new Map<string, number>()
        for (const [station, share] of crowd) {
          const row = moves.get(station)!
          const total = [...row.values()].reduce((sum, count) => sum + count, 0)
          for (const [to, count] of row) {
            const moved = total > 0 ? (share * count) / total : 0
            if (to === '(conversion)') converted += moved
            else if (to !== '(null)' && to !== removed && moved > 1e-16) next.set(to, (next.get(to) ?? 0) + moved)
          }
        }
        crowd = next
      }
      return converted
    }
    fc.assert(
      fc.property(journeys, (paths) => {
        const channels = [...new Set(paths.flatMap(({ touches }) => touches))]
        const all = rate(paths, null)
        const effects = channels.map((channel) => 1 - rate(paths, channel) / all)
        const total = effects.reduce((sum, effect) => sum + effect, 0)
        const conversions = paths.reduce((sum, { conversions }) => sum + conversions, 0)
        const expected = channels.map((channel, i) => [channel, (conversions * effects[i]!) / total] as const)
        expectCredits(creditsOf(paths, 'markov'), Object.fromEntries(expected), 1e-7)
      }),
      { numRuns: 60 },
    )
  })
})

describe('shapley', () => {
  test('a path’s conversions are split equally over its different channels', () => {
    expect(credits(['a > b > a > a', 'b'], [6, 1], 'shapley')).toEqual({ a: 3, b: 4 })
  })

  test('it is the Shapley value over all coalitions, where a path counts once all its channels are in', () => {
    fc.assert(
      fc.property(journeys, (paths) => {
        const channels = [...new Set(paths.flatMap(({ touches }) => touches))]
        const worth = (coalition: Set<string>) =>
          paths
            .filter(({ touches }) => touches.every((touch) => coalition.has(touch)))
            .reduce((sum, { conversions }) => sum + conversions, 0)
        const orders = permutations(channels)
        const expected: Record<string, number> = {}
        for (const order of orders) {
          const present = new Set<string>()
          for (const channel of order) {
            const before = worth(present)
            const gain = worth(present.add(channel)) - before
            expected[channel] = (expected[channel] ?? 0) + gain / orders.length
          }
        }
        expectCredits(creditsOf(paths, 'shapley'), expected)
      }),
      { numRuns: 40 },
    )
  })
})

function permutations<T>(list: T[]): T[][] {
  if (list.length <= 1) return [list]
  return list.flatMap((first, i) =>
    permutations([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [first, ...rest]),
  )
}

describe.each(models)('%s', (model) => {
  test('credits add up to the conversions, shares to 1, values to the values, in any order of rows', () => {
    fc.assert(
      fc.property(
        journeys,
        fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 8, maxLength: 8 }),
        (paths, worth) => {
          const call = (list: [Path, number][]) =>
            compute(
              attribution,
              column(...list.map(([{ touches }]) => touches.join('>'))),
              column(...list.map(([{ conversions }]) => conversions)),
              model,
              column(...list.map(([{ nulls }]) => nulls)),
              column(...list.map(([, value]) => value)),
            ) as [string, number, number, number][]
          const rows = paths.map((path, i): [Path, number] => [path, worth[i]!])
          const [, ...table] = call(rows)
          const total = (column: 1 | 2 | 3) => table.reduce((sum, row) => sum + row[column], 0)
          expectClose(
            total(1),
            paths.reduce((sum, { conversions }) => sum + conversions, 0),
            1e-9,
          )
          expectClose(total(2), 1, 1e-9)
          expect(Math.abs(total(3) - rows.reduce((sum, [, value]) => sum + value, 0))).toBeLessThan(1e-9)
          for (const [, credit] of table) expect(credit).toBeGreaterThanOrEqual(0)
          const byName = (list: typeof table) => Object.fromEntries(list.map(([channel, credit]) => [channel, credit]))
          const [, ...mixed] = call([...rows].reverse())
          expectCredits(byName(mixed), byName(table))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a path in two rows is a path in one', () => {
    expectCredits(
      credits(['a > b', 'b > c', 'a > b'], [1, 2, 3], model, column(1, 1, 1)),
      credits(['a > b', 'b > c'], [4, 2], model, column(2, 1)),
    )
  })

  test('values are shared out with the weights of the conversions', () => {
    const table = compute(attribution, column('a > b', 'b'), column(2, 1), model, column(3, 3), column(200, 100))
    const [, ...rows] = table as [string, number, number, number][]
    for (const [, credit, , value] of rows) expectClose(value, credit * 100, 1e-12)
  })

  test('a path without a touch goes to (unattributed), whole', () => {
    const paths = column('a > b', null, ' > ', 'a')
    const table = compute(attribution, paths, column(1, 2, 3, 4), model, null, column(10, 20, 30, 40)) as unknown[][]
    expect(table.find(([channel]) => channel === '(unattributed)')).toEqual(['(unattributed)', 5, 0.5, 50])
  })
})

test('rows stand by credit, the highest first, then by name', () => {
  const table = compute(attribution, column('b', 'a', 'C', 'd'), column(1, 1, 1, 5)) as unknown[][]
  expect(table).toEqual([
    ['channel', 'credit', 'share'],
    ['d', 5, 5 / 8],
    ['a', 1, 1 / 8],
    ['b', 1, 1 / 8],
    ['C', 1, 1 / 8],
  ])
})

test('each row is one conversion when conversions are left out', () => {
  expect(compute(attribution, column('a > b', 'b'))).toEqual([
    ['channel', 'credit', 'share'],
    ['b', 1.5, 0.75],
    ['a', 0.5, 0.25],
  ])
})

test('spaces round > do not matter, and empty touches are dropped', () => {
  expect(credits(['paid search>mail', ' paid  search  >  > mail >'], [1, 1], 'linear')).toEqual({
    'paid search': 1,
    mail: 1,
  })
})

test('a channel already called (unattributed) has both', () => {
  expect(credits(['(unattributed) > a', ''], [2, 3], 'first')).toEqual({ '(unattributed)': 5, a: 0 })
})

test('conversions on paths without a touch only leave markov nothing else to share out', () => {
  expect(credits(['a', ''], [0, 3], 'markov', column(2, 0))).toEqual({ '(unattributed)': 3, a: 0 })
  expect(failure(attribution, column('a', ''), column(0, 3), 'markov', column(2, 0), column(5, 30))).toBe(
    '#NUM! ATTRIBUTION: no path with a touch has conversions, so markov cannot share out its value',
  )
})

test('blank conversions, nulls and values are none, and a header is skipped', () => {
  const table = compute(
    attribution,
    column('Path', 'a > b', 'a', null, null),
    column('Conversions', 2, null, '', null),
    'markov',
    column('Nulls', null, 2, ' ', null),
    column('Value', 50, null, null, null),
  ) as unknown[][]
  // Half of the four customers get from a to b, all of those convert.
  expectClose(table, [
    ['channel', 'credit', 'share', 'value'],
    ['a', 1, 0.5, 25],
    ['b', 1, 0.5, 25],
  ])
})

test('one cell is one path', () => {
  expect(compute(attribution, 'a > b', 4, 'last')).toEqual([
    ['channel', 'credit', 'share'],
    ['b', 4, 1],
    ['a', 0, 0],
  ])
})

test('wrong cells are named', () => {
  const paths = column('a > b', 'b')
  expect(failure(attribution, paths, column(1, -1))).toBe('#VALUE! ATTRIBUTION: conversions row 2 has -1, below 0')
  expect(failure(attribution, paths, column(1, 2, 3))).toBe(
    '#VALUE! ATTRIBUTION: paths has 2 rows and conversions has 3, select the same rows in both',
  )
  expect(failure(attribution, paths, column(1, '2+'))).toBe(
    '#VALUE! ATTRIBUTION: conversions row 2 has “2+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(attribution, paths, column(1, '2'))).toEqual(compute(attribution, paths, column(1, 2)))
  expect(failure(attribution, paths, null, 'best')).toBe(
    '#VALUE! ATTRIBUTION: model is the text “best”, use first, last, linear, position, decay, markov or shapley',
  )
  expect(failure(attribution, paths, null, 'decay', null, null, 0)).toBe(
    '#VALUE! ATTRIBUTION: half_life is 0, below 0.01',
  )
  expect(failure(attribution, paths, column(0, 0))).toBe('#DIV/0! ATTRIBUTION: conversions add up to 0')
  expect(failure(attribution, column(null, null))).toBe('#N/A ATTRIBUTION: paths has no values')
})

test('touches that something else than > parts are no single channel', () => {
  for (const path of ['a ^ b', 'a | b', 'a; b', 'a, b', 'a, b, c']) {
    expect(failure(attribution, column(path, 'a'), column(1, 1))).toBe(
      `#VALUE! ATTRIBUTION: paths row 1 has “${path}”, write > between the touches, as =SUBSTITUTE() does for a whole column`,
    )
  }
  const named = compute(attribution, column('Paid, social > mail', 'Paid, social'), column(1, 1), 'last') as unknown[][]
  expect(named.slice(1).map(([channel, credit]) => [channel, credit])).toEqual([
    ['mail', 1],
    ['Paid, social', 1],
  ])
  const repeated = compute(attribution, column('Direct x 2 > Email'), column(3), 'linear') as unknown[][]
  expect(repeated.slice(1)).toEqual([
    ['Direct', 2, 2 / 3],
    ['Email', 1, 1 / 3],
  ])
})

describe('removal effects', () => {
  const removal = (paths: unknown[][], ...options: unknown[]) =>
    compute(attribution, paths, options[0], 'markov', options[1], options[2], null, 'removal') as unknown[][]

  test('are the share of conversions that would be lost, as in the worked example of Bryl’ (AnalyzeCore, 2016)', () => {
    expectClose(removal(column('c1 > c2 > c3', 'c1', 'c2 > c3'), column(1, 0, 0), column(0, 1, 1)), [
      ['channel', 'credit', 'share', 'removal_effect'],
      ['c2', 0.4, 0.4, 1],
      ['c3', 0.4, 0.4, 1],
      ['c1', 0.2, 0.2, 0.5],
    ])
  })

  test('are what is lost when the channel is made a way out, and shares are their parts', () => {
    fc.assert(
      fc.property(journeys, (paths) => {
        const rows = removal(
          column(...paths.map(({ touches }) => touches.join(' > '))),
          column(...paths.map(({ conversions }) => conversions)),
          column(...paths.map(({ nulls }) => nulls)),
        ).slice(1) as [string, number, number, number][]
        const all = chance(paths, null)
        for (const [channel, , share, effect] of rows) {
          expect(Math.abs(effect - (1 - chance(paths, channel) / all))).toBeLessThan(1e-9)
          const total = rows.reduce((sum, row) => sum + row[3], 0)
          expect(Math.abs(share - effect / total)).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('stand before the values; what is no channel has none', () => {
    const table = removal(column('a > b', null), column(3, 1), null, column(120, 30))
    expect(table).toEqual([
      ['channel', 'credit', 'share', 'removal_effect', 'value'],
      ['a', 1.5, 0.375, 1, 60],
      ['b', 1.5, 0.375, 1, 60],
      ['(unattributed)', 1, 0.25, '', 30],
    ])
    expect(removal(column('a'), column(3))).toEqual([
      ['channel', 'credit', 'share', 'removal_effect'],
      ['a', 3, 1, 1],
    ])
  })

  test('are asked for: credits are what is meant when left out, with every model', () => {
    const cells = [column('a > b', 'b'), column(1, 2)]
    for (const model of models) {
      const table = compute(attribution, ...cells, model)
      expect(compute(attribution, ...cells, model, null, null, null, 'credits')).toEqual(table)
      expect(compute(attribution, ...cells, model, null, null, null, ' ')).toEqual(table)
    }
  })

  test('are those of markov only', () => {
    for (const model of models.filter((model) => model !== 'markov')) {
      expect(failure(attribution, column('a > b'), null, model, null, null, null, 'removal')).toBe(
        `#VALUE! ATTRIBUTION: output is removal, which the model markov has and ${model} has not`,
      )
    }
    expect(failure(attribution, column('a > b'), null, null, null, null, null, 'removal')).toContain('linear has not')
    expect(failure(attribution, column('a'), null, 'markov', null, null, null, 'effects')).toBe(
      '#VALUE! ATTRIBUTION: output is the text “effects”, use credits or removal',
    )
  })
})

/** The chance of a conversion in the chain of these paths, where who comes to one channel goes away: by walking on and on. */
function chance(paths: readonly Path[], without: string | null): number {
  const moves = new Map<string, Map<string, number>>()
  const move = (from: string, to: string, count: number) => {
    const row = moves.get(from) ?? new Map<string, number>()
    moves.set(from, row.set(to, (row.get(to) ?? 0) + count))
  }
  for (const { touches, conversions, nulls } of paths) {
    const states = ['(start)', ...touches]
    states.slice(1).forEach((state, i) => move(states[i]!, state, conversions + nulls))
    move(states[states.length - 1]!, '(conversion)', conversions)
    move(states[states.length - 1]!, '(null)', nulls)
  }
  let at = new Map([['(start)', 1]])
  for (let step = 0; step < 2000; step++) {
    const next = new Map<string, number>()
    for (const [state, share] of at) {
      const row = moves.get(state)
      if (!row || state === without) {
        next.set(state, (next.get(state) ?? 0) + share)
        continue
      }
      const all = [...row.values()].reduce((sum, count) => sum + count, 0)
      for (const [to, count] of row) if (count > 0) next.set(to, (next.get(to) ?? 0) + (share * count) / all)
    }
    at = next
  }
  return at.get('(conversion)') ?? 0
}
