// npm run bench:peers -- [--python /usr/bin/python3]: our functions beside pandas and numpy doing the same.
import { parseArgs } from 'node:util'
import { bundleForNode, root } from '../../bundle.mjs'

const { values } = parseArgs({ options: { python: { type: 'string', default: 'python3' } } })
process.chdir(root)
const outfile = 'dist/bench/peers.mjs'
await bundleForNode('bench/peers/main.ts', outfile)
const { run } = await import(root + outfile)
console.log(await run(values.python))
process.exit(0)
