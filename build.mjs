// Everything that is made from the metrics: the list of them, the reference, and the bundles of the three hosts.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as prettier from 'prettier'
import { load, root } from './bundle.mjs'

/** The list of plans is the list of files. */
export async function writeGallery() {
  const folder = `${root}core/plans/gallery/`
  const names = (await readdir(folder)).map((file) => file.replace(/\.ts$/, '')).filter((name) => name !== 'index')
  const text = [
    '// Written by `npm run build`: the list of plans is the list of files.',
    "import { inOrder, type Plan } from '../plan.ts'",
    ...names.sort().map((name) => `import { ${name} } from './${name}.ts'`),
    '',
    '/** All plans, in the order of the gallery. */',
    `export const plans: readonly Plan[] = inOrder([${names.join(', ')}])`,
    '',
  ].join('\n')
  await writeFormatted(`${folder}index.ts`, text)
}

async function writeFormatted(path, text) {
  const options = await prettier.resolveConfig(path)
  await writeFile(path, await prettier.format(text, { ...options, parser: 'typescript' }))
}

/** The list of metrics is the list of files; the family of a metric is its folder. */
export async function writeIndex() {
  const folder = `${root}core/metrics/`
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const families = familyOrder.filter((name) => found.includes(name))
  const unknown = found.filter((name) => !familyOrder.includes(name))
  if (unknown.length > 0) throw new Error(`core/metrics has the folder ${unknown}, which familyOrder does not name`)
  const lists = await Promise.all(
    families.map(async (family) => (await readdir(folder + family)).map((file) => file.replace(/\.ts$/, '')).sort()),
  )
  const imports = families.flatMap((family, i) =>
    lists[i].map((name) => `import { ${name} } from './${family}/${name}.ts'`),
  )
  const rows = families.map((family, i) => `  { family: '${family}', metrics: [${lists[i].join(', ')}] },`)
  const text = [
    '// Written by `npm run build`: the list of metrics is the list of files.',
    "import type { Metric } from '../metric.ts'",
    ...imports,
    '',
    'export const families: readonly { family: string; metrics: readonly Metric[] }[] = [',
    ...rows,
    ']',
    '',
  ].join('\n')
  await writeFormatted(`${folder}index.ts`, text)
}

const familyOrder = [
  'value',
  'adoption',
  'retention',
  'prediction',
  'campaign',
  'experience',
  'reliability',
  'steering',
]

/**
 * Builds everything into `out`. `origin` is where the Excel files will be served, `namespace` a prefix for its
 * functions (none by default), as in =CUE.NPS(…).
 */
export async function build({ out = `${root}dist/`, origin = 'https://localhost:3000', namespace = '' } = {}) {
  await writeIndex()
  await writeGallery()
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'))
  const { reference } = await load('core/catalogue/reference.ts')
  await mkdir(`${root}docs`, { recursive: true })
  await writeFile(`${root}docs/functions.md`, reference())
  for (const host of ['gsheets', 'excel', 'workbench']) {
    const { build } = await import(`./${host}/build.mjs`)
    await build({ out: `${out}${host}/`, version, origin, namespace })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { origin: { type: 'string' }, namespace: { type: 'string' } } })
  await build(values)
}
