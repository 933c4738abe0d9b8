import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: { start: string } }

test('npm start serves the workbench that was built, until it is ended', async () => {
  const [build, program] = scripts.start.split(' && node ')
  expect(build).toBe('node build.mjs')
  const child = spawn(process.execPath, [program!], { cwd: root, env: { ...process.env, NO_OPEN: '1' } })
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  try {
    const said = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>
    const [line] = await Promise.race([said, ended.then(() => ['it ended'])])
    const address = /http:\/\/\S+/.exec(line!)?.[0]
    expect(line).toBe(`The Cuesheet workbench is at ${address} (Ctrl+C ends it)`)
    expect(await (await fetch(address!)).text()).toContain('<title>Cuesheet workbench</title>')
    expect((await fetch(`${address}app.js`)).status).toBe(200)
  } finally {
    child.kill('SIGTERM')
  }
  expect(await ended).toEqual([0, null])
})
