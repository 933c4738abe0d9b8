// The workbench: a page, its script, and beside them the libraries as their makers ship them, each replaceable.
import { build as esbuild } from 'esbuild'
import { copyFile, mkdir, rm, readFile, writeFile } from 'node:fs/promises'
import { bundleForNode, knowing, root, sidebarPage } from '../bundle.mjs'
import { NOTICES, noticesOf } from '../notices.mjs'

/** In the order in which they need each other. */
const scripts = [
  '@odoo/owl/dist/owl.iife.min.js',
  'luxon/build/global/luxon.min.js',
  'chart.js/dist/chart.umd.min.js',
  'chartjs-adapter-luxon/dist/chartjs-adapter-luxon.umd.min.js',
  '@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js',
]
/** What their makers have put into these files. */
const within = ['@kurkle/color', 'rbush', 'rbush/node_modules/quickselect']
const templates = '@odoo/o-spreadsheet/dist/o_spreadsheet.xml'
const beside = [...scripts.map((file) => /^(@[^/]+\/)?[^/]+/.exec(file)[0]), ...within]
const globals = { '@odoo/owl': 'owl', '@odoo/o-spreadsheet': 'o_spreadsheet' }

/** Writes a folder into `out` that any static server on this machine can serve. */
export async function build({ out, release }) {
  await rm(out, { recursive: true, force: true })
  await mkdir(`${out}lib`, { recursive: true })
  const { page, script, metafiles } = await sidebarPage('workbench/sidebar/main.ts', { release })
  const { metafile } = await bundle(out, release)
  await Promise.all([
    ...[...scripts, templates].map((file) => copyFile(`${root}node_modules/${file}`, `${out}lib/${nameOf(file)}`)),
    // Not within the page, where the server lets no script run.
    writeFile(`${out}sidebar.html`, page('<script src="sidebar.js"></script>')),
    writeFile(`${out}sidebar.js`, script),
    writeFile(`${out}index.html`, await indexPage()),
    writeFile(`${out}sample.json`, await sample()),
    writeFile(`${out}${NOTICES}`, await noticesOf({ metafiles: [metafile, ...metafiles], beside })),
  ])
}

function bundle(out, release) {
  return esbuild({
    absWorkingDir: root,
    metafile: true,
    entryPoints: ['workbench/app.ts', 'workbench/app.css'],
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: knowing(release),
    legalComments: 'none',
    assetNames: 'fonts/[name]',
    loader: { '.woff': 'file', '.woff2': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
    plugins: [fromGlobals],
  })
}

/** These libraries stay outside of the bundle: their own scripts leave them in global variables. */
const fromGlobals = {
  name: 'from globals',
  setup(build) {
    build.onResolve({ filter: /^@odoo\/(owl|o-spreadsheet)$/ }, ({ path }) => ({ path, namespace: 'global' }))
    build.onLoad({ filter: /.*/, namespace: 'global' }, ({ path }) => ({
      contents: `module.exports = ${globals[path]}`,
    }))
  },
}

/** The workbook that is open at first: its company plays through its months in the engine once, here. */
async function sample() {
  const made = `${root}dist/sampleCompany.mjs`
  await bundleForNode('workbench/sample/company/company.ts', made)
  const { sampleCompany } = await import(made)
  await rm(made)
  return withCountedIds(JSON.stringify(await sampleCompany()))
}

/** The engine draws its ids by lot: counted in place of that, they are the same in every build. */
function withCountedIds(workbook) {
  const known = new Map()
  return workbook.replace(/"[\da-f]{8}-[\da-f]{4}(-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})?"/g, (id) => {
    if (!known.has(id))
      known.set(id, `"${(known.size + 1).toString(16).padStart(8, '0')}${id.slice(9).replace(/[\da-f]/g, '0')}`)
    return known.get(id)
  })
}

async function indexPage() {
  const page = await readFile(`${root}workbench/index.html`, 'utf8')
  const tags = scripts.map((file) => `<script src="lib/${nameOf(file)}"></script>`)
  return page.replace('<!-- libraries -->', tags.join('\n    '))
}

function nameOf(file) {
  return file.slice(file.lastIndexOf('/') + 1)
}
