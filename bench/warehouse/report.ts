import { cpus } from 'node:os'
import { thousands } from '../lines.ts'
import { difference } from './difference.ts'
import { THREADS } from './engine.ts'
import { questions, type Question } from './questions.ts'
import type { Called, Queried } from './steps.ts'

export { questions }

/** What was found out about a question; what is missing has failed. */
export interface Outcome {
  question: Question
  rows: number
  query?: Queried
  /** The memory that the engine was given. */
  memory?: string
  finish?: Called
  whole?: Called
  /** Why steps gave nothing. */
  failed: readonly string[]
}

type Step = (...asked: string[]) => Promise<unknown>

/** Takes the steps of a question, and goes on where one fails. */
export async function measured(question: Question, rows: number, step: Step): Promise<Outcome> {
  const { name } = question
  const outcome: Outcome = { question, rows, failed: [] }
  const failed: string[] = []
  const taken = async <T>(what: string, ...asked: string[]): Promise<T | undefined> => {
    try {
      return (await step(...asked)) as T
    } catch (error) {
      failed.push(`${name}, ${what}: ${(error as Error).message}`)
      return undefined
    }
  }
  for (const memory of question.memory) {
    if (outcome.query) break
    outcome.memory = memory
    outcome.query = await taken<Queried>(`the query with ${memory}`, 'query', name, memory)
  }
  if (outcome.query) outcome.finish = await taken<Called>('the rest', 'finish', name)
  outcome.whole = await taken<Called>('all rows', 'whole', name)
  return { ...outcome, failed }
}

/** What is to be said before the table: every goal that is missed, and every step that gave nothing in the end. */
export function complaints(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ question: { name, goals }, query, memory, finish, whole, failed }) => {
    const seconds = query && query.milliseconds / 1000
    const apart = finish && whole && difference(finish.answer, whole.answer)
    return [
      ...(query && finish && whole ? [] : failed),
      ...(goals.seconds !== undefined && seconds !== undefined && seconds > goals.seconds
        ? [`${name}: the query takes ${seconds.toFixed(1)} s with ${memory}, the goal is at most ${goals.seconds} s`]
        : []),
      ...(typeof apart === 'string' ? [`${name}: ${apart}`] : []),
      ...(typeof apart === 'number' && apart > goals.difference
        ? [`${name}: the answers differ by ${apart.toExponential(1)}, the goal is at most ${goals.difference}`]
        : []),
    ]
  })
}

/** docs/benchmarks-warehouse.md */
export function report(outcomes: readonly Outcome[]): string {
  const engine = outcomes.find(({ query }) => query)?.query?.engine ?? 'DuckDB'
  const machine = `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`
  const missed = complaints(outcomes)
  const said = [...missed, ...outcomes.flatMap(({ failed }) => failed).filter((sentence) => !missed.includes(sentence))]
  const list = `In this run:\n\n${said.map((sentence) => `- ${sentence}`).join('\n')}`
  return `# Beyond the workbook: the same answers from an engine

Written by \`npm run bench:warehouse\` with ${engine} in ${THREADS} threads, ${machine}. A query makes few rows of a table in Parquet, and the cell function of the Excel bundle finishes from them; beside it the same function reads all rows, more than any sheet holds. Each step is a process of its own. A query’s time is the median of three after a first run, with its result read to the end, and beside it what that run took of a core, which tells whether others had the machine; a function’s is that of one call, its columns being there.

${[...(missed.length === 0 ? ['Every goal was met in this run.'] : []), ...(said.length === 0 ? [] : [list])].join('\n\n')}

| what | query | rows left | rest, in the cell | all rows, in the cell | difference | goal |
| --- | --- | --- | --- | --- | --- | --- |
${outcomes.map(line).join('\n')}

- **Memory** is the most that the process had at once: with Node, the engine and, of a cell function, the columns that it is given. What the engine may take for itself is named after its time; it keeps in files what has no room.
- The **difference** is that of the two answers, in whichever of their numbers it is greatest, as a share of it. Their texts and the order of their rows are the same; of RFM the customers in each segment are counted and their numbers added up.
- BGNBD_FIT is given all rows by way of CLV_INPUTS, in weeks.
- A sheet of an engine’s results ends at 500,000 rows. Of what leaves more there is no answer in a sheet.
`
}

function line({ question: { name, table, goals }, rows, query, memory, finish, whole }: Outcome): string {
  const took = (called: Called | undefined) =>
    called ? `${seconds(called.milliseconds)}, ${gigabytes(called.megabytes)}` : 'failed'
  const apart = finish && whole ? difference(finish.answer, whole.answer) : 'not known'
  const most = [
    ...(goals.seconds === undefined ? [] : [`${goals.seconds} s`]),
    `difference ${goals.difference === 0 ? 0 : `at most ${goals.difference}`}`,
  ]
  return `| ${[
    `${name}, ${thousands(rows)} ${table}`,
    query
      ? `${seconds(query.milliseconds)} with ${memory}, ${seconds(query.processor)} of a core, ${gigabytes(query.megabytes)}`
      : 'failed',
    query ? thousands(query.rows) : '',
    took(finish),
    took(whole),
    typeof apart === 'number' ? (apart === 0 ? '0' : apart.toExponential(1)) : apart,
    most.join(', '),
  ].join(' | ')} |`
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 2 : 1)} s`
const gigabytes = (megabytes: number) => `${(megabytes / 1024).toFixed(1)} GB`
