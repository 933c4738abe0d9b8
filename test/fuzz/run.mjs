// npm run fuzz -- --cases 5000 --seed 7 --only NPS,CLV: tries functions with random calls through both bundles.
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { values } = parseArgs({
  options: { cases: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
})
const outfile = `${root}dist/test/fuzz/main.mjs`
await build({
  entryPoints: [`${root}test/fuzz/main.ts`],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  outfile,
})
const { run } = await import(outfile)
const isGood = await run(values, (line) => process.stdout.write(`${line}\n`))
process.exit(isGood ? 0 : 1)
