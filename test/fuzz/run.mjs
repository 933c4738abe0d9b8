// npm run fuzz -- --cases 5000 --seed 7 --only NPS,CLV: tries functions with random calls through both bundles.
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('../../', import.meta.url))
process.chdir(root)
const { values } = parseArgs({
  options: { cases: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
})
const outfile = `${root}dist/test/fuzz/main.mjs`
await build({
  entryPoints: ['test/fuzz/main.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  outfile,
})
const { run } = await import(outfile)
const tell = (line) => process.stdout.write(`${line}\n`)
try {
  process.exitCode = (await run(values, tell)) ? 0 : 1
} catch (error) {
  tell(error.message)
  process.exitCode = 2
}
