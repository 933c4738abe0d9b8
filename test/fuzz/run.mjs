// npm run fuzz -- --cases 5000 --seed 7 --only NPS,CLV: tries functions with random calls through both bundles,
// with --against ../before/dist beside those of another build, which are to give the same to the last bit.
import { parseArgs } from 'node:util'
import { bundleForNode, root } from '../../bundle.mjs'

process.chdir(root)
const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    against: { type: 'string' },
  },
})
const outfile = 'dist/test/fuzz/main.mjs'
await bundleForNode('test/fuzz/main.ts', outfile)
const { run } = await import(root + outfile)
const tell = (line) => process.stdout.write(`${line}\n`)
try {
  process.exitCode = (await run(values, tell)) ? 0 : 1
} catch (error) {
  tell(error.message)
  process.exitCode = 2
}
