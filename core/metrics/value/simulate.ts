import { choice, number, unread } from '../../arguments/index.ts'
import { besideInputs, modelArgs, modelOf, ownLimits, type Model } from '../../arguments/model.ts'
import { misfit, target, type Target } from '../../arguments/target.ts'
import { CellError, isBlank, type Cell } from '../../cell.ts'
import { metric, type ResultColumn } from '../../metric.ts'
import { bell, triangular, uniform, type Quantile, type Spread } from '../../statistics/inference/spread.ts'
import { randomNumbers, spreadNumbers } from '../../statistics/numerics/random.ts'
import { quantile } from '../../statistics/quantile.ts'
import { sum } from '../../statistics/sum.ts'

const columns: readonly ResultColumn[] = [
  { name: 'mean', unit: 'number', unitOf: 'metric' },
  { name: 'p10', unit: 'number', unitOf: 'metric' },
  { name: 'p50', unit: 'number', unitOf: 'metric' },
  { name: 'p90', unit: 'number', unitOf: 'metric' },
  { name: 'chance', unit: 'fraction' },
  { name: 'without_answer', unit: 'fraction' },
]

export const simulate = metric(
  {
    name: 'SIMULATE',
    summary:
      'How sure a result is: what a function gives while its inputs vary at random between a low and a high, independently of each other. Ten in a hundred results are below p10, half are below p50, ten are above p90. The same seed gives the same answer every time.',
    questions: [
      'How sure is the result of the model?',
      'What is the chance that LTV to CAC is above 3?',
      'Monte Carlo simulation of a model',
    ],
    args: [
      ...modelArgs,
      unread('lows', 'The least that each input may be, in the order of inputs. Blank where it does not vary.'),
      unread('highs', 'The most that each input may be, in the order of inputs.'),
      choice('shape', 'How likely the values of an input are.', {
        triangular: 'from low to high, the input itself most likely; it need not lie in the middle',
        uniform: 'every value from low to high as likely as another',
        normal: 'a bell around the input; one value in ten is below low and one above high where it lies in the middle',
      }),
      number('runs', 'How many results are drawn.', { min: 100, max: 100_000, whole: true, default: 10_000 }),
      number('seed', 'Any whole number: another one draws other values.', {
        min: 0,
        max: 4_294_967_295,
        whole: true,
        default: 1,
      }),
      target('target', 'What is to be reached, such as 3, ">= 3" or "< 12": its chance is given. None when left out.', {
        default: null,
      }),
    ],
    returns: { table: columns },
    examples: [
      {
        cells: ['MARKET_SHARE', [[30, 100]], [[30, '']], [[30, '']], 'uniform', 100, 1, '>= 30%'],
        gives: [
          ['mean', 'p10', 'p50', 'p90', 'chance', 'without_answer'],
          [0.3, 0.3, 0.3, 0.3, 1, 0],
        ],
      },
      { cells: ['LTV', [[100, 0.8, 0.05]], [['', '', 0.06]], [['', '', 0.08]]], gives: '#VALUE!' },
    ],
    source:
      'Hertz, “Risk Analysis in Capital Investment”, Harvard Business Review 42(1), 1964; values drawn as McKay, Beckman and Conover, Technometrics 21(2), 1979.',
  },
  (chosen, cells, lows, highs, shape, runs, seed, aim) => {
    const model = modelOf(chosen, cells)
    const problem = aim && misfit(aim, chosen.spec.returns)
    if (problem) throw new CellError('#VALUE!', `target for ${model.name} ${problem}`)
    const [low, high] = [besideInputs(model, 'lows', lows), besideInputs(model, 'highs', highs)]
    const random = randomNumbers(seed)
    const drawn = model.args.flatMap((arg, i) => {
      const spread = spreadOf(model, i, low[i] ?? null, high[i] ?? null)
      if (!spread) return []
      const { min, max } = ownLimits(arg)
      const valueAt = shapes[shape](spread, min, max)
      return [{ i, values: spreadNumbers(runs, random).map(valueAt) }]
    })
    if (drawn.length === 0) throw new CellError('#N/A', 'lows and highs are blank, give both for an input that varies')
    const inputs = model.inputs.slice()
    const results = Float64Array.from({ length: runs }, (_, run) => {
      for (const { i, values } of drawn) inputs[i] = values[run]
      return model.numberOf(inputs)
    })
    const known = results.filter((result) => !Number.isNaN(result)).sort()
    if (known.length === 0) throw new CellError('#N/A', `${model.name} has no answer for any of the values drawn`)
    const chance = aim === null ? '' : known.filter((value) => isReached(aim, value)).length / runs
    return [
      columns.map(({ name }) => name),
      [
        sum(known) / known.length,
        ...[0.1, 0.5, 0.9].map((p) => quantile(known, p)),
        chance,
        (runs - known.length) / runs,
      ],
    ]
  },
)

const shapes: Readonly<
  Record<'triangular' | 'uniform' | 'normal', (spread: Spread, min: number, max: number) => Quantile>
> = {
  triangular,
  uniform,
  normal: bell,
}

/** Between what an input varies, undefined where its low and high are blank. */
function spreadOf(model: Model, at: number, lowest: Cell, highest: Cell): Spread | undefined {
  if (isBlank(lowest) && isBlank(highest)) return undefined
  const { name, limits } = model.args[at]!
  if (!limits || limits.whole) {
    const why = limits ? 'a whole number' : 'no number'
    throw new CellError('#VALUE!', `${name} is ${why} in ${model.name}, leave its low and high blank`)
  }
  const numberIn = (role: string, cell: unknown) => {
    const value = model.numberIn(cell)
    if (!Number.isNaN(value)) return value
    throw new CellError('#VALUE!', `${role} has no number for ${name}`)
  }
  const spread = {
    low: numberIn('lows', lowest),
    likely: numberIn('inputs', model.inputs[at]),
    high: numberIn('highs', highest),
  }
  const { low, likely, high } = spread
  if (low <= likely && likely <= high) return spread
  throw new CellError('#VALUE!', `${name} is ${likely} in inputs, which does not lie between ${low} and ${high}`)
}

/** Whether a value is on target. A plain number is the least to be reached. */
function isReached({ low, high, including, better }: Target, value: number): boolean {
  if (better === 'lower') return including ? value <= high : value < high
  if (better === undefined && low < high) return value >= low && value <= high
  return including ? value >= low : value > low
}
