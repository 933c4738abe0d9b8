// The Excel add-in: a folder of static files that Excel loads from the address in its manifest.
import { build as esbuild } from 'esbuild'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { computing } from '../computing.mjs'
import { inAscii, knowing, load, root, sidebarPage } from '../bundle.mjs'
import { NOTICES, noticesOf } from '../notices.mjs'

const officeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

/**
 * Scripts come from files of ours and of Microsoft's, and none stands within the page. What Excel itself puts around a
 * page differs and is told nowhere, so that connections, frames, images and styles are left open.
 */
const policy = [
  "script-src 'self' https://appsforoffice.microsoft.com https://*.cdn.office.net",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Writes the add-in into `out`, to be served at `origin`, and the pages of the built `site` beside it, with the licences of both; `namespace` is the
 * prefix of its functions, "" for none.
 */
export async function build({ out, release, origin, namespace, site }) {
  if (!/^([A-Za-z][A-Za-z0-9._]{0,31})?$/.test(namespace)) throw new Error(`Excel takes no namespace “${namespace}”`)
  const { metadata } = await load('excel/metadata.ts')
  const { shortcuts } = await load('excel/shortcuts.ts')
  const { addInOnlyManifest, unifiedManifest, unifiedStrings } = await load('excel/manifest.ts')
  const { metadataFile, stringsFile } = await load('excel/locales.ts')
  const { languages } = await load('core/languages/index.ts')
  const { page, script, metafiles } = await sidebarPage('excel/taskpane/main.ts', {
    release,
    head: head(namespace),
    waiting,
  })
  const bundle = await functions(release)
  const addIn = { version: release.version, publisher: release.publisher, origin, namespace }
  const files = {
    'functions.js': bundle.script,
    'functions.json': json(metadata(origin)),
    'shortcuts.json': json(shortcuts()),
    'taskpane.html': page('<script defer src="taskpane.js"></script>'),
    'taskpane.js': script,
    'manifest.xml': addInOnlyManifest(addIn),
    'manifest.json': json(unifiedManifest(addIn)),
    [NOTICES]: await noticesOf({ metafiles: [bundle.metafile, ...metafiles, ...site.metafiles] }),
    ...Object.fromEntries(
      languages.flatMap((language) => [
        [metadataFile(language), json(metadata(origin, language))],
        [stringsFile(language), json(unifiedStrings(addIn, language))],
      ]),
    ),
  }
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  await cp(site.folder, out, { recursive: true })
  await cp(`${root}excel/assets`, `${out}assets`, { recursive: true, filter: (file) => !/\.(svg|mjs)$/.test(file) })
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(out + name, text)))
}

/** What the pane shows where Office.js does not come, after it had time to. */
const waiting = `<p class="waiting">Cuesheet waits for Office.js, which comes from appsforoffice.microsoft.com. Open this page in Excel, with a network that lets it through.</p>`
const waitingStyle = `<style>
.waiting { visibility: hidden; margin: 16px; animation: waiting 0s 5s forwards }
@keyframes waiting { to { visibility: visible } }
</style>`

// Excel asks for the functions as soon as it has read the page, so their script blocks it. A module would come too late.
function head(namespace) {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">
${waitingStyle}
<meta name="cuesheet-namespace" content="${namespace}">
<script src="${officeJs}"></script>
<script src="functions.js"></script>
`
}

async function functions(release) {
  const { outputFiles, metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints: ['excel/functions.ts'],
    metafile: true,
    plugins: [computing()],
    define: knowing(release),
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    charset: 'ascii',
    legalComments: 'none',
  })
  return { script: inAscii(outputFiles[0].text), metafile }
}

function json(value) {
  return inAscii(`${JSON.stringify(value, null, 2)}\n`)
}
