// Google Sheets: the three files that clasp pushes.
import { build as esbuild } from 'esbuild'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { computing } from '../computing.mjs'
import { inAscii, knowing, load, root, sidebarPage } from '../bundle.mjs'
import { noticesOf } from '../notices.mjs'

/** Writes Code.js, Sidebar.html and appsscript.json into `out`. */
export async function build({ out, release }) {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const { bundleName, declarations, simplestCall } = await load('gsheets/stubs.ts')
  const { script: functions, metafile } = await bundle(bundleName, simplestCall(), release)
  const { page, script, metafiles } = await sidebarPage('gsheets/sidebar/main.ts', { release })
  // clasp pushes nothing when only files were removed: the version makes sure that a release changes a file.
  const code = [
    `// Cuesheet ${release.version}, ${release.date}`,
    comment(await readFile(`${root}NOTICE`, 'utf8')),
    functions,
    declarations(),
    // clasp pushes no text files: those of both scripts stand where every copy has them, and after what is read first.
    comment(await noticesOf({ metafiles: [metafile, ...metafiles] })),
    '',
  ]
  await writeFile(`${out}Code.js`, code.join('\n'))
  await writeFile(`${out}Sidebar.html`, page(`<script>${script}</script>`))
  await copyFile(`${root}gsheets/appsscript.json`, `${out}appsscript.json`)
}

/**
 * Not minified: people who made a copy of a sheet read this code, and an error names its line. Template literals are
 * lowered because those of String.raw cannot be written in ASCII.
 */
async function bundle(globalName, call, release) {
  const { outputFiles, metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints: ['gsheets/main.ts'],
    plugins: [computing()],
    define: { SIMPLEST_CALL: JSON.stringify(call), ...knowing(release) },
    bundle: true,
    format: 'iife',
    globalName,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2019',
    charset: 'ascii',
    supported: { 'template-literal': false },
    legalComments: 'none',
    write: false,
    metafile: true,
  })
  return { script: inAscii(outputFiles[0].text), metafile }
}

function comment(text) {
  return inAscii(text.trim().replace(/^/gm, '// ').replace(/ +$/gm, ''))
}
