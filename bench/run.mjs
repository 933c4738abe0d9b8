// npm run bench: measures each group of bench/main.ts in a process of its own, and keeps the table in docs/benchmarks.md.
// npm run bench -- --only surveys,desk measures some and keeps nothing.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as prettier from 'prettier'
import { bundleForNode, root } from '../bundle.mjs'

const GIVEN_UP_AFTER_MS = 5 * 60_000

process.chdir(root)
const { values } = parseArgs({ options: { only: { type: 'string' }, group: { type: 'string' } } })
const bundled = (name) => `${root}dist/bench/${name}.mjs`
if (values.group) await measure(values.group)
else await measureAll(values.only)

/** In a process of its own: the lines of one group, in JSON. */
async function measure(name) {
  const { measurements } = await import(bundled('main'))
  process.send(await measurements[name](), () => process.exit(0))
}

async function measureAll(only) {
  for (const name of ['main', 'report']) {
    await bundleForNode(`bench/${name}.ts`, bundled(name), { loader: { '.xml': 'text' } })
  }
  const { measurements } = await import(bundled('main'))
  const { complaints, report } = await import(bundled('report'))
  const names = only?.split(',') ?? Object.keys(measurements)
  const unknown = names.find((name) => !measurements[name])
  if (unknown !== undefined)
    throw new Error(`there is no group ${unknown}, only ${Object.keys(measurements).join(', ')}`)
  const outcomes = []
  for (const name of names) {
    const outcome = await measured(name)
    outcomes.push(outcome)
    for (const { what, ours, other, ratio } of outcome.lines) console.log(`${what}: ${ours}; ${other}; ${ratio}`)
    if (!only) await write(report(outcomes))
  }
  const said = complaints(outcomes)
  console.log(said.length === 0 ? 'Every goal was met.' : said.join('\n'))
  process.exit(said.length === 0 ? 0 : 1)
}

/** What a group gives, or why it gives nothing: a group that fails or does not end takes no other with it. */
function measured(name) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [import.meta.filename, '--group', name], {
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    })
    let lines = []
    let errors = ''
    let failed
    const late = setTimeout(() => {
      failed = `it had not ended after ${GIVEN_UP_AFTER_MS / 60_000} minutes`
      child.kill('SIGKILL')
    }, GIVEN_UP_AFTER_MS)
    child.on('message', (message) => (lines = message))
    child.stderr.on('data', (data) => (errors += data))
    child.on('close', (code) => {
      clearTimeout(late)
      if (code !== 0) failed ??= /^\w*Error.*$/m.exec(errors)?.[0] ?? `it ended with ${code}`
      resolve(failed === undefined ? { name, lines } : { name, lines, failed })
    })
  })
}

async function write(text) {
  const file = 'docs/benchmarks.md'
  writeFileSync(file, await prettier.format(text, { ...(await prettier.resolveConfig(file)), parser: 'markdown' }))
}
