// npm run test:bigquery: Google's own engine of this dialect runs every query that the project writes for BigQuery, on small
// data, and the cell functions finish the results. It has 340 MB, so it is no dependency: it is put under dist/ when missing.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { bundleForNode, root } from '../../bundle.mjs'

const ENGINE = '@fivetrandevelopers/zetasql'
const VERSION = '1.13.0'

process.chdir(root)
const folder = `dist/engines/zetasql-${VERSION}`
if (!existsSync(`${folder}/node_modules/${ENGINE}/package.json`)) {
  console.log(`puts ${ENGINE} ${VERSION} into ${folder}, about 350 MB; package.json stays as it is`)
  mkdirSync(folder, { recursive: true })
  const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]
  execFileSync('npm', ['install', ...options, `${ENGINE}@${VERSION}`], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}
const outfile = 'dist/test/bigquery/main.mjs'
await bundleForNode('test/bigquery/main.ts', outfile)
const { run } = await import(root + outfile)
const { passed, failed } = await run(root + folder, (line) => console.log(line))
console.log(`${passed} passed, ${failed} failed`)
// What is left of the connection would keep the process alive.
process.exit(failed === 0 && passed > 0 ? 0 : 1)
