import { counts, date, dates, flags } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'
import { isoText } from '../../statistics/time/calendar.ts'

export const renewalRate = metric(
  {
    name: 'RENEWAL_RATE',
    summary:
      'Share of the contracts due for renewal that were renewed. Only contracts that were due and are decided count.',
    questions: ['How many contracts are renewed?', 'What share of subscriptions due do customers renew?'],
    args: [
      dates('due_dates', 'Day each contract was due for renewal.'),
      flags(
        'renewed',
        'Whether each was renewed: TRUE or FALSE, 1 or 0, yes or no, won or lost. A blank is not decided yet and left out.',
        { sense: 'renewed' },
      ),
      date('from_date', 'First due date that counts. All when left out.', { default: null }),
      date(
        'to_date',
        'Last due date that counts, such as TODAY(), so that contracts still to come do not count as lost. All when left out.',
        { default: null },
      ),
      counts(),
    ],
    returns: { unit: 'fraction' },
    native:
      '=COUNTIFS({due_dates},">0",{renewed},"yes")/(COUNTIFS({due_dates},">0",{renewed},"yes")+COUNTIFS({due_dates},">0",{renewed},"no"))',
    examples: [
      {
        cells: [
          [['2026-01-31'], ['2026-02-28'], ['2026-02-28'], ['2026-03-31']],
          [['yes'], ['no'], ['yes'], ['yes']],
        ],
        gives: 0.75,
      },
      {
        cells: [
          [['2026-01-31'], ['2026-02-28'], ['2026-02-28'], ['2026-03-31']],
          [['yes'], ['no'], ['yes'], ['']],
          '2026-02-01',
          '2026-03-31',
        ],
        gives: 0.5,
      },
      { cells: [[['2026-01-31']], [['yes']], '2026-03-01'], gives: '#N/A' },
    ],
    reduce: { shape: 'rows', days: true },
    source: 'Mehta, Steinman and Murphy, “Customer Success”, 2016.',
  },
  (dueDates, renewed, fromDate, toDate) => {
    const from = fromDate === null ? -Infinity : Math.floor(fromDate)
    const to = toDate === null ? Infinity : Math.floor(toDate)
    if (to < from) {
      throw new CellError('#VALUE!', `to_date (${isoText(to)}) is before from_date (${isoText(from)})`)
    }
    let due = 0
    let kept = 0
    for (let i = 0; i < dueDates.length; i++) {
      const day = Math.floor(dueDates[i]!)
      if (day < from || day > to) continue
      due++
      kept += renewed[i]!
    }
    if (due === 0) {
      const since = from === -Infinity ? '' : ` from ${isoText(from)}`
      const until = to === Infinity ? '' : ` to ${isoText(to)}`
      throw new CellError('#N/A', `needs 1 decided contract due${since}${until}, has 0`)
    }
    return share(kept, due, { of: 'contracts', leftOut: dueDates.length - due })
  },
)
