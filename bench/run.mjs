// npm run bench: bundles bench/main.ts for this Node, runs it, and keeps its table in docs/benchmarks.md.
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const outfile = `${root}dist/bench/main.mjs`
await build({
  entryPoints: ['bench/main.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  loader: { '.xml': 'text' },
  outfile,
})
const { run } = await import(outfile)
console.log(await run())
process.exit(0)
