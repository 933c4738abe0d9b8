// Everything that is made from the metrics: the list of them, the reference, and the bundles of the three hosts.
import { build as esbuild } from 'esbuild'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as prettier from 'prettier'

export const root = fileURLToPath(new URL('.', import.meta.url))

/** Bundles one TypeScript module for Node and imports it. */
export async function load(entry) {
  const { outputFiles } = await esbuild({
    entryPoints: [root + entry],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    write: false,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`)
}

/**
 * The sidebar of one host as a single page. Template literals are lowered because HtmlService strips what looks like a
 * comment inside them, and the text is ASCII so that no server's charset matters.
 */
export async function sidebarPage(entry, { head = '' } = {}) {
  const options = {
    bundle: true,
    minify: true,
    write: false,
    charset: 'ascii',
    legalComments: 'none',
    target: 'es2019',
  }
  const script = await esbuild({
    ...options,
    entryPoints: [root + entry],
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    supported: { 'template-literal': false },
  })
  const style = await esbuild({ ...options, entryPoints: [`${root}core/sidebar/sidebar.css`] })
  const page = (script) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<base target="_top">
<title>Cuesheet</title>
<style>${style.outputFiles[0].text.trim()}</style>
${head}</head>
<body>
<div id="sidebar"></div>
${script}
</body>
</html>
`
  return { page, script: script.outputFiles[0].text.trim() }
}

/** The list of metrics is the list of files; the family of a metric is its folder. */
async function writeIndex() {
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
  const options = await prettier.resolveConfig(`${folder}index.ts`)
  await writeFile(`${folder}index.ts`, await prettier.format(text, { ...options, parser: 'typescript' }))
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
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'))
  const { reference } = await load('core/reference.ts')
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
