// The process in which functions are tried. It tells of each in a line of JSON, and of a call that does not end.
import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import { formula } from './cells.ts'
import { fuzz, openBundles, type Outcome } from './fuzz.ts'

export interface Task {
  names: readonly string[]
  cases: number
  seed: number
  /** After how many seconds of work without an end a call is given up. */
  patience: number
  /** A script to be run first among the functions of Google Sheets. */
  spoiled?: string
  /** The dist folder of another build, which is to give the same answers. */
  against?: string
  /** Instead of making the call of this number, tells which it is. */
  tellCall?: number
}

/** What the process writes: an outcome, the number of the call that does not end, or the formula of a call. */
export type Line = { outcome: Outcome } | { stuck: number } | { formula: string }

const STDOUT = 1
const task = JSON.parse(process.argv[2]!) as Task
const tell = (line: Line) => writeSync(STDOUT, `${JSON.stringify(line)}\n`)
const calls = new Int32Array(new SharedArrayBuffer(4))
if (task.tellCall === undefined) watch()

const bundles = await openBundles(task.against)
if (task.spoiled !== undefined) bundles.sheets.evaluate(task.spoiled)
for (const name of task.names) {
  Atomics.store(calls, 0, 0)
  const outcome = await fuzz(findMetric(name)!, bundles, {
    cases: task.cases,
    seed: task.seed,
    onCall(call) {
      if (Atomics.add(calls, 0, 1) + 1 !== task.tellCall) return
      tell({ formula: formula(call) })
      process.exit()
    },
  })
  tell({ outcome })
}
process.exit()

/** Another thread looks on, since a call that does not end lets nothing else of this one run. */
function watch(): void {
  const looking = `
    const { workerData: { calls, patience } } = require('node:worker_threads')
    let last = -1
    let since = 0
    setInterval(() => {
      const now = Atomics.load(calls, 0)
      const { user, system } = process.cpuUsage()
      if (now !== last) [last, since] = [now, user + system]
      else if (user + system - since > patience * 1e6) {
        require('node:fs').writeSync(${STDOUT}, JSON.stringify({ stuck: now }) + '\\n')
        process.kill(process.pid, 'SIGKILL')
      }
    }, 100)`
  new Worker(looking, { eval: true, workerData: { calls, patience: task.patience } }).unref()
}
