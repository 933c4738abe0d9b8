import { choice, metricName } from '../../arguments/index.ts'
import { CellError, shown } from '../../cell.ts'
import { glossary, lookUp, needColumn, rowOf } from '../../arguments/glossary.ts'
import { metric, signature, targetText, unitText, type Spec } from '../../metric.ts'

export const metricDef = metric(
  {
    name: 'METRIC_DEF',
    summary:
      'What a metric means: its definition, how to write it, what it counts, its usual target, its source, or its owner. Your own table goes before the built-in glossary.',
    questions: [
      'What does this metric mean?',
      'Who owns this KPI?',
      'Where does the definition of a metric come from?',
      'Who is responsible for a KPI, and what does it mean?',
      'How is a metric defined?',
    ],
    args: [
      metricName('metric', 'Name of the function in quotes, such as "CAC", or of a metric of your own in targets.'),
      choice('field', 'What to say about it.', {
        definition: 'what it is',
        formula: 'how to write it',
        unit: 'what the number counts',
        target: 'what to aim for',
        source: 'where the definition comes from',
        owner: 'who answers for it, from targets',
      }),
      glossary(
        'targets',
        'Your own glossary: a range with a header row such as metric, definition, target, owner. What it leaves blank comes from the built-in one. Give it as a range, so that the answer changes when the sheet does.',
      ),
    ],
    returns: { unit: 'text' },
    examples: [
      { cells: ['CES', 'target'], gives: '< 2.5 of 5' },
      { cells: ['ltv_cac', 'unit'], gives: 'a ratio' },
      {
        cells: [
          'NPS',
          'owner',
          [
            ['metric', 'target', 'owner'],
            ['NPS', '>= 40', 'Maria'],
          ],
        ],
        gives: 'Maria',
      },
      { cells: ['NPS', 'owner'], gives: '#N/A' },
    ],
    source: 'The source of the function named by metric.',
  },
  ({ written: name, known }, field, targets) => {
    if (field === 'target' && targets?.fields.some((title) => LIKE_TARGET.test(title))) {
      needColumn(targets, 'target')
    }
    const own = targets && lookUp(targets, name, '', field)
    if (own) return own.value
    const row = targets ? rowOf(targets, name) : undefined
    if (!known && row === undefined) {
      throw new CellError(
        '#N/A',
        `metric is the text ${shown(name)}, which is no function of ours and in no row of targets`,
      )
    }
    const said = known ? builtIn(known.spec, field) : ''
    if (said !== '') return said
    const isThere = row !== undefined && targets!.fields.includes(field)
    const mend = isThere
      ? `targets row ${row} says none for all segments`
      : `add a column ${field} to your own table and give it as targets`
    throw new CellError('#N/A', `nothing is known about the ${field} of ${known?.spec.name ?? shown(name)}, ${mend}`)
  },
)

/** How people also title their targets. */
const LIKE_TARGET = /^(?:targets|goals?|objectives?|target (?:values?|\d{4}))$/

function builtIn(spec: Spec, field: string): string {
  const { summary, source, returns } = spec
  if (field === 'definition') return summary
  if (field === 'formula') return `=${signature(spec)}`
  if (field === 'unit') return returns.unit ? unitText(returns.unit) : 'a table'
  if (field === 'target') return targetText(returns)
  return field === 'source' ? source : ''
}
