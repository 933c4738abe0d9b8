import { number, text } from '../../arguments/index.ts'
import { modelArgs, modelOf, ownLimits, type Model } from '../../arguments/model.ts'
import { CellError } from '../../cell.ts'
import { metric, type Arg } from '../../metric.ts'
import { crossing, lookouts, type Bracket } from '../../statistics/numerics/root.ts'

export const breakEven = metric(
  {
    name: 'BREAK_EVEN',
    summary:
      'How high one input of a function has to be for the function to come to a goal, such as the price at which a model pays. Excel’s own Goal Seek does not work with add-in functions. Of several such values it is the one nearest to the input.',
    questions: [
      'What would an input have to be to reach a goal?',
      'At which price or input do we break even?',
      'Goal seek: which value gives the result I want?',
    ],
    args: [
      ...modelArgs,
      text('vary', 'Argument to look for, by its name in quotes or its position: "churn_rate" or 3.'),
      number('goal', 'What the function is to come to.'),
      number('low', 'Least that the argument may be. Its own limit when left out.', { default: null }),
      number('high', 'Most that the argument may be. Its own limit when left out.', { default: null }),
    ],
    returns: { unit: 'number' },
    examples: [
      { cells: ['LTV', [[100, 0.8, 0.05]], 'churn_rate', 2000], gives: 0.04 },
      { cells: ['LTV', [[100, 0.8, 0.05]], 'churn_rate', 2000, 0.01, 0.5], gives: 0.04 },
      { cells: ['LTV_CAC', [[1600, 400]], 'cac', 3], gives: 1600 / 3 },
      { cells: ['LTV', [[100, 0.8, 0.05]], 'churn_rate', 50], gives: '#N/A' },
    ],
    source: 'Bisection: Burden and Faires, “Numerical Analysis”, 9th edition, 2011, section 2.1.',
  },
  (chosen, cells, vary, goal, least, most) => {
    const model = modelOf(chosen, cells)
    const at = model.position(vary, 'vary')
    const arg = model.args[at]!
    const [low, high] = limitsOf(arg, model.name, least, most)
    const isWhole = arg.limits?.whole === true
    const beyond = beyondGoal(model, at, goal)
    const start = model.numberIn(model.inputs[at])
    const points: Point[] = []
    for (const x of lookouts(low, high, start, isWhole)) {
      points.push([x, beyond(x)])
      // What is refused in the same words for several values does not depend on them.
      if (points.length === 3 && beyond.refused === 3 && beyond.refusals.size === 1) throw firstOf(beyond.refusals)
    }
    const known = points.filter(([, value]) => !Number.isNaN(value))
    if (known.length === 0) {
      throw beyond.refused > 0
        ? firstOf(beyond.refusals)
        : new CellError('#N/A', `${model.name} has no answer for any ${arg.name}`)
    }
    for (const bracket of brackets(points, start)) {
      const found = crossing(beyond, bracket, { isWhole, size: Math.abs(goal) })
      if (found !== undefined) return found
    }
    throw neverReached(model.name, arg.name, goal, known)
  },
)

/** An argument’s value, and how far the function is beyond the goal there. */
type Point = readonly [x: number, beyond: number]

function limitsOf(arg: Arg<unknown>, of: string, least: number | null, most: number | null) {
  const { name, limits, shape } = arg
  if (!limits || shape !== 'cell') {
    throw new CellError('#VALUE!', `vary is ${name}, which is no number in ${of}; name an argument that is one`)
  }
  const { min, max } = ownLimits(arg)
  const low = Math.max(least ?? -Infinity, min)
  const high = Math.min(most ?? Infinity, max)
  if (low < high) return [low, high] as const
  throw new CellError('#VALUE!', `no ${name} lies above low (${low}) and below high (${high})`)
}

/** How far the function is beyond the goal; NaN where it has no answer or refuses the value, in the words of `refusals`. */
function beyondGoal(model: Model, at: number, goal: number) {
  const inputs = model.inputs.slice()
  const beyond = (x: number): number => {
    inputs[at] = x
    try {
      return model.numberOf(inputs) - goal
    } catch (error) {
      if (!(error instanceof CellError)) throw error
      beyond.refused++
      if (beyond.refusals.size < 3) beyond.refusals.set(error.message, error)
      return NaN
    }
  }
  beyond.refused = 0
  beyond.refusals = new Map<string, CellError>()
  return beyond
}

function firstOf(refusals: ReadonlyMap<string, CellError>): CellError {
  return [...refusals.values()][0]!
}

/** Neighbours between which the goal lies, each with the end next to the input first, and so are they among themselves. */
function brackets(points: readonly Point[], start: number): Bracket[] {
  const distance = (x: number) => (Number.isNaN(start) ? 0 : Math.abs(x - start))
  const found: Bracket[] = []
  for (let i = 0; i < points.length; i++) {
    const [[x, beyond], next] = [points[i]!, points[i + 1]]
    if (beyond === 0) found.push({ from: x, to: x })
    else if (next && beyond * next[1] < 0) {
      found.push(distance(next[0]) < distance(x) ? { from: next[0], to: x } : { from: x, to: next[0] })
    }
  }
  return found.sort((a, b) => distance(a.from) - distance(b.from))
}

function neverReached(name: string, arg: string, goal: number, known: readonly Point[]): CellError {
  const values = known.map(([, beyond]) => beyond + goal)
  const range = (numbers: readonly number[]) => {
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)].map((x) => Number(x.toPrecision(4)))
    return `${least} to ${most}`
  }
  const tried = range(known.map(([x]) => x))
  return new CellError('#N/A', `${name} is ${range(values)} for ${arg} from ${tried}, and never comes to ${goal}`)
}
