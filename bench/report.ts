import { cpus } from 'node:os'
import { table, type Line } from './lines.ts'

/** What a group of measurements gave: its lines, or why it has none. */
export interface Outcome {
  name: string
  lines: readonly Line[]
  failed?: string
}

/** What is to be said before the table: every goal that is missed, and every group that did not end. */
export function complaints(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ name, lines, failed }) => [
    ...(failed === undefined ? [] : [`${name} was not measured: ${failed}`]),
    ...lines.flatMap(({ missed }) => missed ?? []),
  ])
}

/** docs/benchmarks.md */
export function report(outcomes: readonly Outcome[]): string {
  const said = complaints(outcomes)
  const list = said.map((sentence) => `- ${sentence}`).join('\n')
  const machine = `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`
  return `# Benchmarks

Written by \`npm run bench\` on ${machine}. Each time is the shortest of several runs, ours and the other in turns, and in brackets are the limits of the middle half of all runs. The ratios are what to look at; the milliseconds are this machine's.

${said.length === 0 ? 'Every goal was met in this run.' : `In this run:\n\n${list}`}

${table(outcomes.flatMap(({ lines }) => lines))}

- The **bare loop** does over the same nested array only what the definition needs, with no blank, text, error or limit looked at.
- The **bare pass** of cohorts puts the first date of each customer into a Map and does nothing else.
- The **yardstick** is to sort 100,000 numbers, about ten milliseconds: ten of them are what a person takes for at once.
- **Memory** is what a process of its own holds at its peak above what it held with the cells alone.
- Google Sheets starts the project anew for its formulas, and compiles it first; Excel loads functions.js once with a workbook. Each is measured in processes of its own, since V8 remembers what it has compiled.
`
}
