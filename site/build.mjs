// The site: static pages made from the specs, the plans and the guides, and two scripts.
import Eleventy from '@11ty/eleventy'
import { build as esbuild } from 'esbuild'
import { readdir, readFile, rm } from 'node:fs/promises'
import { relative } from 'node:path'
import { inAscii, load, root } from '../bundle.mjs'
import { NOTICES, noticesOf } from '../notices.mjs'

/**
 * Writes the whole site into `out`: it may be served from any folder of any address. Gives what esbuild tells of its
 * scripts.
 */
export async function build({ out, release, namespace = '' }) {
  await rm(out, { recursive: true, force: true })
  const { site } = await load('site/site.ts')
  const { pages, guides, markdown, entries } = site({ release, namespace, ...(await texts()) })
  const { files, metafile } = await browserFiles()
  const notices = await noticesOf({ metafiles: [metafile] })
  const frames = new Map(guides.map(({ path, frame }) => [path, frame]))
  const eleventy = new Eleventy(fromHere(`${root}site`), fromHere(out), {
    configPath: null,
    config(settings) {
      settings.setUseGitIgnore(false)
      // All templates are given below; what stands in the folder is their source.
      settings.setTemplateFormats(['11ty.js', 'md'])
      settings.ignores.add('**/*.{ts,tsx,css,json,mjs}')
      settings.amendLibrary('md', markdown)
      for (const { path, html } of pages) settings.addTemplate(`${path}.11ty.js`, () => html, { permalink: path })
      for (const { path, text } of guides) {
        settings.addTemplate(`${path}.md`, text, { permalink: path, templateEngineOverride: 'md' })
      }
      for (const [path, text] of [...files, ['search.json', JSON.stringify(entries)], [NOTICES, notices]]) {
        settings.addTemplate(`${path}.11ty.js`, () => text, { permalink: path })
      }
      settings.addTransform('frame', function (body) {
        return frames.get(this.page.url.slice(1))?.(body) ?? body
      })
      settings.addPassthroughCopy({
        [fromHere(`${root}docs/*.png`)]: 'images',
        [fromHere(`${root}excel/assets/icon.svg`)]: 'images/icon.svg',
      })
    },
  })
  eleventy.disableLogger()
  await eleventy.write()
  return { metafiles: [metafile] }
}

async function texts() {
  const files = (await readdir(`${root}docs`)).filter((file) => file.endsWith('.md'))
  const read = (path) => readFile(`${root}${path}`, 'utf8')
  const docs = files.map(async (file) => [file.replace(/\.md$/, ''), await read(`docs/${file}`)])
  return {
    docs: Object.fromEntries(await Promise.all(docs)),
    licence: await read('LICENSE'),
    notice: await read('NOTICE'),
  }
}

async function browserFiles() {
  const { outputFiles, metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints: ['site/search/search.ts', 'site/tryIt/tryIt.tsx', 'site/site.css'],
    metafile: true,
    entryNames: '[name]',
    outdir: root,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    charset: 'ascii',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  const files = outputFiles.map(({ path, text }) => [relative(root, path), path.endsWith('.js') ? inAscii(text) : text])
  return { files, metafile }
}

/** Eleventy takes paths from the folder in which it runs. */
function fromHere(path) {
  return relative('.', path) || '.'
}
