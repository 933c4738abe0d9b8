import { metricName, text, type NamedMetric } from '../../arguments/index.ts'
import { CellError, shown } from '../../cell.ts'
import { glossary, lookUp, needColumn, rowOf, segmentName } from '../../arguments/glossary.ts'
import { metric, type Metric, type Scalar } from '../../metric.ts'
import { atMost, isFloor, misfit, targetOf } from '../../arguments/target.ts'

export const kpiTarget = metric(
  {
    name: 'KPI_TARGET',
    summary:
      'What to aim for with a metric: the target in your own table of targets, or else the usual one. It goes straight into KPI_STATUS.',
    questions: [
      'What is a good value for a metric?',
      'Which target do we have for this KPI?',
      'What should we aim for?',
      'What should our target be?',
    ],
    args: [
      metricName('metric', 'Name of the function in quotes, such as "CSAT", or of a metric of your own in targets.'),
      text('segment', 'Segment, channel or region the target is for, such as "chat". The one for all when left out.', {
        default: null,
      }),
      glossary(
        'targets',
        'Your own targets: a range with a header row metric, segment, target, such as Targets!A:D, each target in what the metric counts (hours for RESOLUTION_TIME). A number alone for a metric that is better lower comes back as the most that is allowed, such as "<= 25". A blank segment is for all. Give it as a range, so that the answer changes when the sheet does.',
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
  (named, segment, targets) => {
    const { written: name, known } = named
    if (targets) needColumn(targets, 'target')
    if (targets && segment !== null) needColumn(targets, 'segment', ', or leave out segment')
    const own = targets && lookUp(targets, name, segment ?? '', 'target')
    if (own) return fitting(own.value, known, `row ${own.row}`)
    return usualTarget(named, segment ?? '', targets !== null && rowOf(targets, name) !== undefined)
  },
)

/**
 * A target of the table as it stands, once it can be read and counts what the metric counts. Where lower is better, a
 * number alone becomes the most that is allowed: KPI_STATUS would take it for the least.
 */
function fitting(value: Scalar, found: Metric | undefined, row: string): Scalar {
  try {
    const aim = targetOf(value, 'target')
    if (!found) return value
    if (isFloor(aim, found.spec.returns)) return fitting(atMost(value), found, row)
    const wrong = misfit(aim, found.spec.returns)
    if (wrong) throw new CellError('#VALUE!', `target ${shown(value)}, but ${found.spec.name} ${wrong}`)
    return value
  } catch (error) {
    throw error instanceof CellError ? new CellError(error.code, `targets ${row}: ${error.message}`) : error
  }
}

function usualTarget({ written, known: found }: NamedMetric, segment: string, isTheirs: boolean): string {
  if (!found && !isTheirs) {
    throw new CellError(
      '#N/A',
      `metric is the text ${shown(written)}, which is no function of ours and in no row of targets`,
    )
  }
  const called = found?.spec.name ?? shown(written)
  const { target } = found?.spec.returns ?? {}
  if (typeof target === 'string') return target
  const mend = 'give your own in targets: a range with the header row metric, segment, target'
  if (!target) throw new CellError('#N/A', `${called} has no usual target, ${mend}`)
  const known = Object.keys(target)
  const chosen = known.find((key) => segmentName(key) === segmentName(segment))
  if (chosen) return target[chosen]!
  const problem = segment === '' ? 'depends on the segment' : `has none for ${shown(segment)}`
  throw new CellError('#N/A', `the target of ${called} ${problem}, use ${known.join(', ')}, or ${mend}`)
}
