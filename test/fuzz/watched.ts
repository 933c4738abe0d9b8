import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { bundleForNode } from '../../bundle.mjs'
import type { Line, Task } from './child.ts'
import type { Outcome } from './fuzz.ts'

/** Tries functions in a process of its own, and goes on with the next one where a call does not end. */
export async function fuzzWatched(task: Task, onOutcome: (outcome: Outcome) => void): Promise<void> {
  const child = await bundled()
  try {
    await fuzzIn(child, task, onOutcome)
  } finally {
    rmSync(child)
  }
}

async function fuzzIn(child: string, task: Task, onOutcome: (outcome: Outcome) => void): Promise<void> {
  let names = task.names
  while (names.length > 0) {
    let stuck: number | undefined
    const end = await run(child, { ...task, names }, (line) => {
      if ('stuck' in line) stuck = line.stuck
      if (!('outcome' in line)) return
      names = names.slice(1)
      onOutcome(line.outcome)
    })
    const [name] = names
    if (name === undefined) return
    if (stuck === undefined) throw new Error(`the process that tried ${name} has ended with ${end}`)
    names = names.slice(1)
    onOutcome(await stuckOutcome(child, { ...task, names: [name], tellCall: stuck }))
  }
}

/** The same calls again up to the one that does not end. */
async function stuckOutcome(child: string, task: Task): Promise<Outcome> {
  const name = task.names[0]!
  let formula = ''
  await run(child, task, (line) => {
    if ('formula' in line) formula = line.formula
  })
  const what = `it has not ended after ${task.patience} s`
  return { name, cases: 0, values: 0, findings: [{ name, invariant: 'a call ends in time', what, formula }] }
}

function run(child: string, task: Task, onLine: (line: Line) => void): Promise<string> {
  const started = spawn(process.execPath, [child, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: started.stdout }).on('line', (line) => onLine(JSON.parse(line) as Line))
  const allRead = once(lines, 'close')
  const ended = once(started, 'close') as Promise<[code: number | null, signal: string | null]>
  return Promise.all([ended, allRead]).then(([[code, signal]]) => String(signal ?? code))
}

/** The process's script for this Node, as deep in dist as its source is in the project. Tests run side by side. */
async function bundled(): Promise<string> {
  const outfile = `dist/test/fuzz/child-${process.pid}.mjs`
  await bundleForNode('test/fuzz/child.ts', outfile)
  return outfile
}
