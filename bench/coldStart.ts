import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { inYardsticks, milliseconds, type Line } from './lines.ts'

/** What a new process spends on a script until its first answer, in milliseconds. */
interface ColdStart {
  compile: number
  topLevel: number
  firstCall: number
  yardstick: number
}

/** Google Sheets starts Code.js anew for its formulas, and Excel loads functions.js with a workbook. */
export function coldStarts(): Line[] {
  const associate = 'var found; var CustomFunctions = { associate: (functions) => { found = functions } }'
  return [
    coldStart('dist/gsheets/Code.js', 'NPS([[10], [9], [3]])', ''),
    coldStart('dist/excel/functions.js', 'found.NPS([[10], [9], [3]], {})', associate),
  ]
}

/**
 * Each of many processes compiles the script once: within one process V8 keeps what it has compiled, and a second start
 * shows no more than that memory.
 */
function coldStart(path: string, call: string, before: string): Line {
  const found = Array.from({ length: 25 }, (): ColdStart => {
    const output = execFileSync(process.execPath, ['-e', PROGRAM, path, call, before], { encoding: 'utf8' })
    return JSON.parse(output) as ColdStart
  })
  const least = found.reduce((least, one) => (total(one) < total(least) ? one : least))
  const script = readFileSync(path)
  const size = `${kilobytes(script.length)}, ${kilobytes(gzipSync(script).length)} zipped`
  const what = `${path.split('/').pop()} in a new process until its first answer (${size})`
  const line = inYardsticks(what, { ours: found.map(total), other: found.map(({ yardstick }) => yardstick) }, 1.3)
  const parts = Object.entries({
    compiling: least.compile,
    'top level': least.topLevel,
    'first call': least.firstCall,
  })
  return { ...line, ours: `${line.ours}: ${parts.map(([part, time]) => `${part} ${milliseconds(time)}`).join(', ')}` }
}

function total({ compile, topLevel, firstCall }: ColdStart): number {
  return compile + topLevel + firstCall
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} KB`

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
let state = 10
const unsorted = Float64Array.from({ length: 100000 }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0))
const sorting = Array.from({ length: 3 }, () => {
  const numbers = unsorted.slice()
  const start = performance.now()
  numbers.sort()
  return performance.now() - start
})
const yardstick = Math.min(...sorting)
console.log(JSON.stringify({ compile: compiled - start, topLevel: loaded - compiled, firstCall: called - loaded, yardstick }))
`
