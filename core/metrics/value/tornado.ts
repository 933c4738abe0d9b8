import { unread } from '../../arguments/index.ts'
import { besideInputs, modelArgs, modelOf } from '../../arguments/model.ts'
import { CellError, isBlank, type Cell } from '../../cell.ts'
import { metric, type ResultColumn, type Scalar } from '../../metric.ts'
import { settled } from '../../statistics/sum.ts'

const columns: readonly ResultColumn[] = [
  { name: 'input', unit: 'text' },
  { name: 'low', unit: 'number' },
  { name: 'high', unit: 'number' },
  ...['at_low', 'at_high', 'change_at_low', 'change_at_high', 'swing'].map((name): ResultColumn => ({
    name,
    unit: 'number',
    unitOf: 'metric',
  })),
]

export const tornado = metric(
  {
    name: 'TORNADO',
    summary:
      'Which inputs move a result most: what a function gives with each input at its low and at its high while the others stay, the input with the widest swing first. An input without low and high is left out.',
    questions: ['Which input matters most?', 'What drives the result of the model?', 'Tornado diagram of a model'],
    args: [
      ...modelArgs,
      unread('lows', 'The low of each input, in the order of inputs. Blank where it does not vary.'),
      unread('highs', 'The high of each input, in the order of inputs.'),
    ],
    returns: {
      table: columns,
      chart: {
        kind: 'stacked bar',
        title: 'Change of the result by input',
        columns: ['change_at_low', 'change_at_high'],
      },
    },
    examples: [
      {
        cells: ['LTV', [[100, 0.8, 0.05]], [[80, '', 0.04]], [[120, '', 0.08]]],
        gives: [
          ['input', 'low', 'high', 'at_low', 'at_high', 'change_at_low', 'change_at_high', 'swing'],
          ['churn_rate', 0.04, 0.08, 2000, 1000, 400, -600, 1000],
          ['arpa', 80, 120, 1280, 1920, -320, 320, 640],
        ],
      },
      { cells: ['LTV', [[100, 0.8, 0.05]], [[80]], [[120]]], gives: '#VALUE!' },
    ],
    source:
      'Howard, “Decision Analysis: Practice and Promise”, Management Science 34(6), 1988; Eschenbach, “Spiderplots versus Tornado Diagrams for Sensitivity Analysis”, Interfaces 22(6), 1992.',
  },
  (chosen, cells, lows, highs) => {
    const model = modelOf(chosen, cells)
    const base = model.numberOf(model.inputs)
    if (Number.isNaN(base)) throw new CellError('#N/A', `${model.name} has no answer for the inputs`)
    const [low, high] = [besideInputs(model, 'lows', lows), besideInputs(model, 'highs', highs)]
    const bars = model.args.flatMap(({ name }, i): Bar[] => {
      const ends = [low[i] ?? null, high[i] ?? null] as const
      if (ends.every(isBlank)) return []
      if (ends.some(isBlank)) {
        const [one, other] = isBlank(ends[0]) ? ['lows', 'highs'] : ['highs', 'lows']
        throw new CellError('#VALUE!', `${one} has no cell for ${name}, ${other} has one`)
      }
      const results = ends.map((end) => model.numberOf(model.inputs.map((input, k) => (k === i ? end : input))))
      const changes = results.map((result) => settled(result - base, Math.abs(result) + Math.abs(base)))
      // An end without an answer leaves the other one and the base.
      const reached = [0, ...changes].filter((change) => !Number.isNaN(change))
      return [{ name, ends, results, changes, swing: Math.max(...reached) - Math.min(...reached) }]
    })
    if (bars.length === 0) throw new CellError('#N/A', 'lows and highs are blank, give both for an input that varies')
    bars.sort((a, b) => b.swing - a.swing)
    const rows = bars.map(
      ({ name, ends, results, changes, swing }) =>
        [
          name,
          ...ends,
          ...[...results, ...changes, swing].map((value) => (Number.isNaN(value) ? '' : value)),
        ] as Scalar[],
    )
    return [columns.map(({ name }) => name), ...rows]
  },
)

interface Bar {
  name: string
  ends: readonly Cell[]
  results: readonly number[]
  changes: readonly number[]
  swing: number
}
