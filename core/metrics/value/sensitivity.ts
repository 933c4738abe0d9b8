import { numbers, text } from '../../arguments/index.ts'
import { modelArgs, modelOf } from '../../arguments/model.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'

export const sensitivity = metric(
  {
    name: 'SENSITIVITY',
    summary:
      'What a function gives while one or two of its inputs vary: a one-way or two-way table. Excel’s own Data Tables do not work with add-in functions. A case with no answer is blank.',
    questions: [
      'What if churn were higher?',
      'How does the result depend on an input?',
      'Sensitivity table of a model',
      'Data table of a model',
    ],
    args: [
      ...modelArgs,
      text('vary', 'Argument to vary, by its name in quotes or its position: "churn_rate" or 3.'),
      numbers('values', 'Values to try for it.'),
      text('vary_too', 'A second argument to vary. None when left out.', { default: null }),
      numbers('values_too', 'Values to try for the second one.', { default: null }),
    ],
    returns: {
      chart: { kind: 'line', title: 'What the result depends on', columns: ['the results, …'] },
      table: [
        { name: 'the argument that varies, …', unit: 'number' },
        { name: 'the results, …', unit: 'number', unitOf: 'metric', shaded: 'all' },
      ],
    },
    examples: [
      {
        cells: ['LTV', [[100, 0.8, 0.05]], 'churn_rate', [[0.02], [0.05], [0.1]]],
        gives: [
          ['churn_rate', 'LTV'],
          [0.02, 4000],
          [0.05, 1600],
          [0.1, 800],
        ],
      },
      {
        cells: ['LTV_CAC', [[1600, 400]], 'ltv', [[800], [1600]], 'cac', [[200], [400]]],
        gives: [
          ['ltv / cac', 200, 400],
          [800, 4, 2],
          [1600, 8, 4],
        ],
      },
      { cells: ['LTV', [[100, 0.8, 0.05]], 'price', [[1]]], gives: '#VALUE!' },
    ],
    source: 'The source of the function named by metric.',
  },
  (chosen, cells, vary, values, varyToo, valuesToo) => {
    const { name, args, inputs, valueOf, position } = modelOf(chosen, cells)
    const first = position(vary, 'vary')
    const result = (...changes: readonly [number, number][]): Scalar => {
      const changed = inputs.slice()
      for (const [index, value] of changes) changed[index] = value
      return valueOf(changed)
    }
    if (varyToo === null && valuesToo === null) {
      const rows = Array.from(values, (value): Scalar[] => [value, result([first, value])])
      return [[args[first]!.name, name], ...rows]
    }
    if (varyToo === null || valuesToo === null) {
      throw new CellError('#VALUE!', 'vary_too and values_too belong together, give both or neither')
    }
    const second = position(varyToo, 'vary_too')
    if (second === first)
      throw new CellError('#VALUE!', `vary_too is ${args[first]!.name} like vary, name another argument`)
    const corner = `${args[first]!.name} / ${args[second]!.name}`
    return [
      [corner, ...valuesToo],
      ...Array.from(values, (a): Scalar[] => [a, ...Array.from(valuesToo, (b) => result([first, a], [second, b]))]),
    ]
  },
)
