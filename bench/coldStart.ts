import { execFileSync } from 'node:child_process'

/** What a new process spends on a script until its first answer, in milliseconds. */
export interface ColdStart {
  compile: number
  topLevel: number
  firstCall: number
}

/**
 * The least of several processes, each of which compiles the script once: within one process V8 keeps what it has compiled,
 * and a second start shows no more than that memory.
 */
export function coldStart(script: string, call: string, processes: number, before = ''): ColdStart {
  const found = Array.from({ length: processes }, (): ColdStart => {
    const output = execFileSync(process.execPath, ['-e', PROGRAM, script, call, before], { encoding: 'utf8' })
    return JSON.parse(output) as ColdStart
  })
  return found.reduce((least, one) => (total(one) < total(least) ? one : least))
}

export function total({ compile, topLevel, firstCall }: ColdStart): number {
  return compile + topLevel + firstCall
}

const PROGRAM = `
const { createContext, Script } = require('node:vm')
const source = require('node:fs').readFileSync(process.argv[1], 'utf8')
const context = createContext(Object.create(null))
new Script(process.argv[3]).runInContext(context)
const start = performance.now()
const script = new Script(source)
const compiled = performance.now()
script.runInContext(context)
const loaded = performance.now()
new Script(process.argv[2]).runInContext(context)
const called = performance.now()
console.log(JSON.stringify({ compile: compiled - start, topLevel: loaded - compiled, firstCall: called - loaded }))
`
