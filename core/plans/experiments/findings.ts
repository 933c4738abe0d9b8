import { findMetric } from '../../catalogue/catalogue.ts'
import { decode } from '../../catalogue/explain.ts'
import { CellError } from '../../cell.ts'
import { evaluate } from '../../reading/evaluate.ts'
import { daysText, type About, type PlanCheck } from '../check.ts'
import { contentIn, dayIn, numberIn, rowNamed, wordIn, type Row } from '../row.ts'
import { HALVES, SHARES, WEEK } from './formulas.ts'

/** Of these a decision needs the size that was planned; to try again needs none. */
const FINAL: readonly string[] = ['ship', 'keep', 'drop']

export function isTest(row: Row): boolean {
  return wordIn(row, 'Type').toLowerCase() !== 'intervention'
}

export function isDecided(row: Row): boolean {
  return wordIn(row, 'Decision') !== ''
}

/** So many have seen that half of which fewer have. */
function least(row: Row): number {
  return Math.min(numberIn(row, 'Visitors A') ?? 0, numberIn(row, 'Visitors B') ?? 0)
}

/** Where no size was planned there is none to reach. */
export function isReached(row: Row): boolean {
  const needed = numberIn(row, 'Needed each')
  return needed === null ? HALVES.every((title) => numberIn(row, title) !== null) : least(row) >= needed
}

export function hasShares(row: Row): boolean {
  return SHARES.every((title) => numberIn(row, title) !== null)
}

export function counted(row: Row, title: string): string {
  return (numberIn(row, title) ?? 0).toLocaleString('en')
}

export function impossible(row: Row): string {
  for (const title of HALVES) {
    const [number, written] = [numberIn(row, title), contentIn(row, title).trim()]
    const name = `${title[0]!.toLowerCase()}${title.slice(1)}`
    if (number === null && written !== '') return `Its ${name}, “${written}”, are no number. Type them again as one.`
    if (number !== null && (number < 0 || !Number.isInteger(number)))
      return `Its ${name} are ${number}: type how many people they were, a whole number from 0.`
  }
  for (const half of ['A', 'B']) {
    const [visitors, conversions] = [numberIn(row, `Visitors ${half}`), numberIn(row, `Conversions ${half}`)]
    if (visitors === null || conversions === null || conversions <= visitors) continue
    return `More conversions than visitors in ${half}: ${counted(row, `Conversions ${half}`)} of ${counted(row, `Visitors ${half}`)}. Count each visitor once.`
  }
  return ''
}

/** Why it cannot be said how many visitors it takes. */
export function unplanned(row: Row): string {
  if (!isTest(row)) return ''
  const [base, effect] = [numberIn(row, 'Baseline'), numberIn(row, 'Smallest effect')]
  if (base === null || effect === null) {
    const lacking = [base === null ? 'baseline' : '', effect === null ? 'smallest effect' : ''].filter((one) => one)
    return `No size is planned: fill in the ${lacking.join(' and the ')} as a share, or chance decides when to stop.`
  }
  if (base <= 0 || base > 1)
    return `Its baseline is ${percent(base)}: a rate that can be tested lies between 0% and 100%.`
  const lift = wordIn(row, 'Counted in').toLowerCase() === 'points' ? effect / base : effect
  const rate = base * (1 + lift)
  if (rate === base)
    return 'Its smallest effect is 0: no number of visitors finds that. Type the least that is worth having.'
  if (rate < -1e-12 || rate > 1 + 1e-12)
    return `Its rate to find is ${percent(rate)}, which cannot be. See whether the smallest effect is relative or in points.`
  if (lift > 2)
    return `Its rate to find is ${percent(rate)}, more than three times the baseline. See whether the smallest effect is relative or in points.`
  return ''
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(4))}%`
}

export function unreadStart(row: Row): string {
  const written = contentIn(row, 'Start').trim()
  return written === '' || dayIn(row, 'Start') !== null
    ? ''
    : `It starts on “${written}”, which is no date. Type it again, such as 2026-03-02.`
}

export function short(row: Row): string {
  const [start, end] = [dayIn(row, 'Start'), dayIn(row, 'End')]
  if (start === null || end === null || end - start >= WEEK) return ''
  const days = Math.floor(end) - Math.floor(start)
  return days < 0
    ? 'It ends before it starts. Look at both days.'
    : `It runs ${daysText(days)}: run a full week at least, since weekdays differ.`
}

/** While it runs; afterwards other things move it. */
export function guardrailRed(row: Row, { today, rowsOf }: About): string {
  const [name, start] = [wordIn(row, 'Guardrail'), dayIn(row, 'Start')]
  if (name === '' || start === null || start > today || isDecided(row)) return ''
  const kpi = rowNamed(rowsOf('KPIs') ?? [], 'KPI', name)
  return kpi && wordIn(kpi, 'Status').toLowerCase() === 'red'
    ? `Its guardrail “${name}” is red in KPIs: see whether the experiment does that, and stop it if so.`
    : ''
}

export function stoppedEarly(days: number, row: Row): string {
  const needed = numberIn(row, 'Needed each')
  if (needed === null || (numberIn(row, 'Visitors A') === null && numberIn(row, 'Visitors B') === null))
    return `Ended ${daysText(days)} ago without its numbers: fill in the visitors and conversions of A and B.`
  return `Ended ${daysText(days)} ago with ${least(row).toLocaleString('en')} of ${counted(row, 'Needed each')} each: run on, or call it undecided.`
}

export function withoutShares(days: number): string {
  return `Ended ${daysText(days)} ago without all four shares: fill in before and after, of those who got it and of those who did not.`
}

export function peeked(row: Row): string {
  const needed = numberIn(row, 'Needed each')
  const isFinal = FINAL.includes(wordIn(row, 'Decision').toLowerCase())
  if (!isFinal || !isTest(row) || needed === null || least(row) >= needed) return ''
  return `Decided before ${counted(row, 'Needed each')} each were reached: peeking. Run on, or say “repeat”.`
}

/** Before and after alone tell nothing: the trend would have gone on. */
export function uncompared(row: Row): string {
  const [before, after, ...compared] = SHARES.map((title) => numberIn(row, title))
  if (isTest(row) || before === null || after === null || compared.every((share) => share !== null)) return ''
  return 'Nothing to compare it with: before and after alone may be the trend. Fill in what those did who did not get it.'
}

/** The test says more than the verdict has room for. */
export function close(row: Row): string {
  if (!/^(?:[ab] is better|no clear difference)$/i.test(wordIn(row, 'Verdict'))) return ''
  const cells = HALVES.map((title) => numberIn(row, title))
  if (cells.includes(null)) return ''
  try {
    const [, found] = evaluate(
      findMetric('AB_TEST')!,
      [...cells.map((one) => [[one]]), undefined],
      decode,
    ) as unknown[][]
    const [, doubt] = String(found![7]).split('; ')
    return doubt === undefined ? '' : `Its verdict is ${doubt}. Repeat it before much rests on it.`
  } catch (error) {
    // All or nobody converted: then there is no test.
    if (error instanceof CellError) return ''
    throw error
  }
}

export function unlearned(row: Row): string {
  if (!isDecided(row) || wordIn(row, 'Learning') !== '') return ''
  const [decision, verdict] = [wordIn(row, 'Decision').toLowerCase(), wordIn(row, 'Verdict')]
  return decision === 'ship' && verdict !== '' && !/^(?:b is better|as large as wanted)$/i.test(verdict)
    ? `Shipped though its verdict is “${verdict}”. Write down why.`
    : 'Decided, and nothing is learned yet: write down what is known now.'
}

/** Who meets two changes of what moves the same metric tells nothing of either. */
export function atOnce(): PlanCheck<'Hypothesis' | 'Metric' | 'Start' | 'End' | 'Decision'> {
  return {
    columns: ['Hypothesis', 'Metric', 'Start', 'End', 'Decision'],
    find: (rows) => {
      const running = rows.flatMap((row) => {
        const [metric, start, end] = [wordIn(row, 'Metric').toLowerCase(), dayIn(row, 'Start'), dayIn(row, 'End')]
        return metric === '' || start === null || end === null || isDecided(row) ? [] : [{ row, metric, start, end }]
      })
      return running.flatMap((one, i) =>
        running
          .slice(i + 1)
          .filter((other) => other.metric === one.metric && one.start < other.end && other.start < one.end)
          .map(
            (other) =>
              `“${wordIn(one.row, 'Hypothesis')}” and “${wordIn(other.row, 'Hypothesis')}” run at the same time for ${wordIn(one.row, 'Metric')}: change one thing at a time, or keep their visitors apart.`,
          ),
      )
    },
  }
}
