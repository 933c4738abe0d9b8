// npm run bench:warehouse: the same answers from a query and a small rest as from all rows, in processes of their own; keeps
// the table in docs/benchmarks-warehouse.md. npm run bench:warehouse -- --only NPS_TABLE,RFM measures some and keeps nothing.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import * as prettier from 'prettier'
import { bundleForNode, root } from '../../bundle.mjs'

const GIVEN_UP_AFTER_MS = 15 * 60_000

process.chdir(root)
const folder = `${root}dist/bench/warehouse`
const bundled = (name) => `${root}dist/bench/warehouse-${name}.mjs`
const { values } = parseArgs({ options: { only: { type: 'string' }, step: { type: 'string' } } })
if (values.step) await take(JSON.parse(values.step))
else await measureAll(values.only)

/** In a process of its own. */
async function take([name, ...asked]) {
  const { steps } = await import(bundled('steps'))
  process.send(await steps[name](folder, ...asked), () => process.exit(0))
}

async function measureAll(only) {
  for (const name of ['steps', 'report']) await bundleForNode(`bench/warehouse/${name}.ts`, bundled(name))
  const { complaints, measured, questions, report } = await import(bundled('report'))
  const chosen = questions.filter(({ name }) => !only || only.split(',').includes(name))
  if (chosen.length === 0) throw new Error(`there is no ${only}, only ${questions.map(({ name }) => name).join(', ')}`)
  const rows = await step('data')
  const outcomes = []
  for (const question of chosen) {
    outcomes.push(await measured(question, rows[question.table], step))
    if (!only) await write(report(outcomes))
  }
  if (only) console.log(report(outcomes))
  const said = complaints(outcomes)
  console.log(said.length === 0 ? 'Every goal was met.' : said.join('\n'))
  process.exit(said.length === 0 ? 0 : 1)
}

/** What a step gives; fails with why it gives nothing. */
function step(...asked) {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const load = loadavg()[0].toFixed(1)
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=12288', import.meta.filename, '--step', JSON.stringify(asked)],
      { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] },
    )
    let given
    let errors = ''
    let failed
    const late = setTimeout(() => {
      failed = `it had not ended after ${GIVEN_UP_AFTER_MS / 60_000} minutes`
      child.kill('SIGKILL')
    }, GIVEN_UP_AFTER_MS)
    child.on('message', (message) => (given = message))
    child.stderr.on('data', (data) => (errors += data))
    child.on('close', (code, signal) => {
      clearTimeout(late)
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      console.log(`${asked.join(' ')}: ${seconds} s in all, the load of the machine was ${load} before`)
      if (code === 0) return resolve(given)
      failed ??= /^.*(?:Error|error): .*$/m.exec(errors)?.[0].trim() ?? `it ended with ${code ?? signal}`
      reject(new Error(failed))
    })
  })
}

async function write(text) {
  const file = 'docs/benchmarks-warehouse.md'
  writeFileSync(file, await prettier.format(text, { ...(await prettier.resolveConfig(file)), parser: 'markdown' }))
}
