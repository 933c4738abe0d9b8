import { segments, texts, words } from '../../arguments/index.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { sortedCodes } from '../../statistics/groups.ts'

const named = { blank: 'kept', isNone: isPlaceholder } as const

export const signalCoverage = metric(
  {
    name: 'SIGNAL_COVERAGE',
    summary:
      'The holes in a signal matrix, one row for each cue: how many cues of each kind stand behind each customer outcome, how many have no owner or no metric, and a warning where an outcome rests on one cue or on one kind only. The last row is all of them.',
    questions: [
      'Which customer outcomes rest on a single signal?',
      'Where are the holes in our signal matrix?',
      'Which cues have no owner or no metric?',
    ],
    args: [
      words(
        'types',
        'Kind of each cue: tangible or intangible.',
        { tangible: [], intangible: [] },
        {
          blank: 'kept',
          titles: [
            'type',
            'types',
            'kind',
            'kinds',
            'cue type',
            'cue kind',
            'type of cue',
            'kind of cue',
            'tangibility',
          ],
        },
      ),
      segments('outcomes', 'Customer outcome that each cue stands for, in any case. Blank, - or n/a: none.', {
        ...named,
        titles: ['outcome', 'outcomes', 'customer outcome', 'customer outcomes'],
      }),
      texts('owners', 'Who answers for each cue. Blank, - or TBD: nobody.', {
        ...named,
        titles: ['owner', 'owners', 'responsible', 'accountable'],
      }),
      texts('metrics', 'Metric of each cue. Blank, - or n/a: none.', {
        ...named,
        titles: ['metric', 'metrics', 'kpi', 'kpis', 'measure', 'measured by'],
      }),
    ],
    returns: {
      chart: { kind: 'stacked column', title: 'Cues by outcome', columns: ['tangible', 'intangible'] },
      table: [
        { name: 'outcome', unit: 'text' },
        { name: 'cues', unit: 'count' },
        { name: 'tangible', unit: 'count' },
        { name: 'intangible', unit: 'count' },
        { name: 'no_owner', unit: 'count' },
        { name: 'no_metric', unit: 'count' },
        { name: 'warning', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [['Tangible'], ['intangible'], ['tangible']],
          [['Feels safe'], ['Feels safe'], ['Saves time']],
          [['Ann'], [null], ['Ben']],
          [['NPS'], ['CSAT'], [null]],
        ],
        gives: [
          ['outcome', 'cues', 'tangible', 'intangible', 'no_owner', 'no_metric', 'warning'],
          ['Feels safe', 2, 1, 1, 1, 0, ''],
          ['Saves time', 1, 1, 0, 0, 1, 'rests on a single cue; tangible cues only'],
          ['All', 3, 2, 1, 1, 1, ''],
        ],
      },
      {
        cells: [
          [['both'], ['tangible']],
          [['Safe'], ['Safe']],
          [['Ann'], ['Ann']],
          [['NPS'], ['NPS']],
        ],
        gives: '#VALUE!',
      },
    ],
    source:
      'Tangible and intangible evidence: Shostack, “Breaking Free from Product Marketing”, Journal of Marketing 41(2), 1977.',
  },
  (types, outcomes, owners, metrics) => {
    const tally = (): Tally => ({ cues: 0, tangible: 0, intangible: 0, noOwner: 0, noMetric: 0 })
    const byOutcome = outcomes.labels.map(tally)
    const unlinked = tally()
    const all = tally()
    for (let i = 0; i < types.length; i++) {
      const code = outcomes.codes[i]!
      const hasOwner = owners[i] !== ''
      const hasMetric = metrics[i] !== ''
      if (!types[i] && code < 0 && !hasOwner && !hasMetric) continue
      for (const group of [code < 0 ? unlinked : byOutcome[code]!, all]) {
        group.cues++
        if (types[i]) group[types[i] as 'tangible' | 'intangible']++
        if (!hasOwner) group.noOwner++
        if (!hasMetric) group.noMetric++
      }
    }
    if (all.cues === 0) throw new CellError('#N/A', 'needs 1 row with a cue, has 0')
    const row = (outcome: Scalar, group: Tally, warning: string): Scalar[] => {
      const { cues, tangible, intangible, noOwner, noMetric } = group
      return [outcome, cues, tangible, intangible, noOwner, noMetric, warning]
    }
    return [
      ['outcome', 'cues', 'tangible', 'intangible', 'no_owner', 'no_metric', 'warning'],
      ...sortedCodes(outcomes).map((code) => row(outcomes.labels[code]!, byOutcome[code]!, warning(byOutcome[code]!))),
      ...(unlinked.cues > 0 ? [row('(no outcome)', unlinked, 'stands for no outcome')] : []),
      row('All', all, ''),
    ]
  },
)

interface Tally {
  cues: number
  tangible: number
  intangible: number
  noOwner: number
  noMetric: number
}

function warning({ cues, tangible, intangible }: Tally): string {
  return [
    cues === 1 ? 'rests on a single cue' : '',
    tangible > 0 && intangible === 0 ? 'tangible cues only' : '',
    intangible > 0 && tangible === 0 ? 'intangible cues only' : '',
    tangible + intangible < cues ? 'a cue has no type' : '',
  ]
    .filter((words) => words !== '')
    .join('; ')
}
