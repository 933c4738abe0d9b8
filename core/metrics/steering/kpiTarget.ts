import { text } from '../../args.ts'
import { findMetric, lookupName } from '../../catalogue.ts'
import { CellError } from '../../cell.ts'
import { glossary, knows, lookUp, segmentName } from '../../glossary.ts'
import { metric, type Scalar } from '../../metric.ts'
import { parseTarget } from '../../target.ts'

export const kpiTarget = metric(
  {
    name: 'KPI_TARGET',
    summary:
      'What to aim for with a metric: the target in your own table of targets, or else the usual one. It goes straight into KPI_STATUS.',
    questions: [
      'What is a good value for a metric?',
      'Which target do we have for this KPI?',
      'What should we aim for?',
    ],
    args: [
      text('metric', 'Name of the function in quotes, such as "CSAT", or of a metric of your own in targets.'),
      text('segment', 'Segment, channel or region the target is for, such as "chat". The one for all when left out.', {
        default: null,
      }),
      glossary(
        'targets',
        'Your own targets: a range with a header row metric, segment, target, such as Targets!A:D. A blank segment is for all. Give it as a range, so that the answer changes when the sheet does.',
      ),
    ],
    returns: { unit: 'text' },
    examples: [
      { cells: ['NPS'], gives: '>= 50' },
      { cells: ['RESPONSE_TIME', 'chat'], gives: '< 5 min' },
      {
        cells: [
          'CSAT',
          'Spain',
          [
            ['metric', 'segment', 'target'],
            ['CSAT', null, '>= 85%'],
            ['CSAT', 'Spain', '>= 80%'],
          ],
        ],
        gives: '>= 80%',
      },
      { cells: ['CAC'], gives: '#N/A' },
    ],
    source: 'The targets are habits of the field, named at each function; your own table goes before them.',
  },
  (name, segment, targets) => {
    const own = targets && lookUp(targets, name, segment ?? '', 'target')
    if (own) return readable(own.value, `targets row ${own.row}`)
    return usualTarget(name, segment ?? '', targets !== null && knows(targets, name))
  },
)

/** A target of the table as it stands, once it can be read. */
function readable(value: Scalar, where: string): Scalar {
  try {
    if (typeof value === 'string') parseTarget(value)
    return value
  } catch (error) {
    if (error instanceof CellError) throw new CellError(error.code, `${where} has a ${error.message}`)
    throw error
  }
}

function usualTarget(name: string, segment: string, isTheirs: boolean): string {
  const found = findMetric(lookupName(name))
  if (!found && !isTheirs) {
    throw new CellError('#N/A', `“${name}” is no function of ours and in no row of targets`)
  }
  const { target } = found?.spec.returns ?? {}
  if (typeof target === 'string') return target
  const mend = 'give your own in targets: a range with the header row metric, segment, target'
  if (!target) throw new CellError('#N/A', `${lookupName(name)} has no usual target, ${mend}`)
  const known = Object.keys(target)
  const chosen = known.find((key) => segmentName(key) === segmentName(segment))
  if (chosen) return target[chosen]!
  const problem = segment === '' ? 'depends on the segment' : `has none for “${segment}”`
  throw new CellError('#N/A', `the target of ${lookupName(name)} ${problem}, use ${known.join(', ')}, or ${mend}`)
}
