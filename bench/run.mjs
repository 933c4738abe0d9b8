// npm run bench: bundles bench/main.ts for this Node, runs it, and keeps its table in docs/benchmarks.md.
import { bundleForNode, root } from '../bundle.mjs'

process.chdir(root)
const outfile = 'dist/bench/main.mjs'
await bundleForNode('bench/main.ts', outfile, { loader: { '.xml': 'text' } })
const { run } = await import(root + outfile)
console.log(await run())
process.exit(0)
