import { number, numberColumn, texts } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'

export const signalGap = metric(
  {
    name: 'SIGNAL_GAP',
    summary:
      'Where the promise and the delivery differ. The gap is the score of what is delivered minus the score of what is promised: below 0 we promise too much, above 0 we hide a strength. The worst gap comes first.',
    questions: [
      'Where do we promise more than we deliver?',
      'Which of our strengths does nobody see?',
      'Do our signals match what customers get?',
    ],
    args: [
      numberColumn(
        'promised',
        'How strongly each cue is promised, such as 1 to 5. A row without a score is left out.',
        {
          blank: 'kept',
        },
      ),
      numberColumn('delivered', 'How well it is delivered, on the same scale. A row without a score is left out.', {
        blank: 'kept',
      }),
      texts(
        'labels',
        'Name of each cue. A row without one, or all when left out, is named by its number, the first being 1.',
        {
          blank: 'kept',
          default: null,
        },
      ),
      number(
        'tolerance',
        'How far the two may lie apart and still match. 0 when left out; for means of many scores, 0.3 may be chance.',
        { min: 0, default: 0 },
      ),
    ],
    returns: {
      chart: { kind: 'column', title: 'Promised and delivered', columns: ['promised', 'delivered'] },
      table: [
        { name: 'label', unit: 'text' },
        { name: 'promised', unit: 'score' },
        { name: 'delivered', unit: 'score' },
        { name: 'gap', unit: 'score' },
        { name: 'reading', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [[3], [5], [2]],
          [[3], [2], [4]],
          [['Packaging'], ['Fast reply'], ['Repair service']],
        ],
        gives: [
          ['label', 'promised', 'delivered', 'gap', 'reading'],
          ['Fast reply', 5, 2, -3, 'over-promised'],
          ['Packaging', 3, 3, 0, 'matched'],
          ['Repair service', 2, 4, 2, 'hidden strength'],
        ],
      },
      {
        cells: [
          [[4], [null], [5]],
          [[4], [3], [4]],
        ],
        gives: [
          ['label', 'promised', 'delivered', 'gap', 'reading'],
          ['3', 5, 4, -1, 'over-promised'],
          ['1', 4, 4, 0, 'matched'],
        ],
      },
      { cells: [[[4], [5]], [[4]]], gives: '#VALUE!' },
    ],
    source:
      'The gap between promise and delivery: Parasuraman, Zeithaml and Berry, “A Conceptual Model of Service Quality”, Journal of Marketing 49(4), 1985.',
  },
  (promised, delivered, labels, tolerance) => {
    const rows: [string, number, number, number, string][] = []
    for (let i = 0; i < promised.length; i++) {
      const [promise, delivery] = [promised[i]!, delivered[i]!]
      if (Number.isNaN(promise) || Number.isNaN(delivery)) continue
      const gap = gapOf(promise, delivery)
      const isMatched = gapOf(Math.abs(gap), tolerance) >= 0
      const reading = isMatched ? 'matched' : gap < 0 ? 'over-promised' : 'hidden strength'
      rows.push([labels?.[i] || String(i + 1), promise, delivery, gap, reading])
    }
    if (rows.length === 0) throw new CellError('#N/A', 'needs 1 row with both scores, has 0')
    return [['label', 'promised', 'delivered', 'gap', 'reading'], ...rows.sort((a, b) => a[3] - b[3])]
  },
)

/** Means of scores that only rounding tells apart are the same. */
function gapOf(promise: number, delivery: number): number {
  const gap = delivery - promise
  return Math.abs(gap) <= 1e-12 * Math.max(Math.abs(promise), Math.abs(delivery)) ? 0 : gap
}
