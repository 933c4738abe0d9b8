// What the builds of the hosts share.
import { build as esbuild } from 'esbuild'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('.', import.meta.url))

/** A script in ASCII alone, so that no server's charset matters: esbuild leaves other signs in expressions and comments. */
export function inAscii(script) {
  return script.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Bundles a TypeScript program for this Node, from the project's folder, which finds its packages where npm put them. */
export function bundleForNode(entry, outfile, options = {}) {
  return esbuild({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outfile,
    ...options,
  })
}

/** Bundles one TypeScript module for Node and imports it. */
export async function load(entry) {
  const { outputFiles } = await esbuild({
    entryPoints: [root + entry],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    write: false,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`)
}

/**
 * What a bundle that knows of its release is built with. A text: esbuild reads an object before any module.
 */
export function knowing(release) {
  return { RELEASE: JSON.stringify(JSON.stringify(release)) }
}

/**
 * The sidebar of one host as a single page. Template literals are lowered because HtmlService strips what looks like a
 * comment inside them, and the text is ASCII so that no server's charset matters. Its script knows of its `release`.
 * `metafiles` tell what is in it.
 */
export async function sidebarPage(entry, { release, head = '', waiting = '' }) {
  const options = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    charset: 'ascii',
    legalComments: 'none',
    target: 'es2019',
  }
  const script = await esbuild({
    ...options,
    define: knowing(release),
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
<title>Cuesheet</title>
<style>${style.outputFiles[0].text.trim()}</style>
${head}</head>
<body>
<div id="sidebar">${waiting}</div>
${script}
</body>
</html>
`
  return { page, script: inAscii(script.outputFiles[0].text.trim()), metafiles: [script.metafile, style.metafile] }
}
