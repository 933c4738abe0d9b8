import { build, type Metafile } from 'esbuild'
import { readFileSync, readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { root, sidebarPage } from '../../bundle.mjs'
import { noticesOf, packagesIn } from '../../notices.mjs'

const built = (file: string) => readFileSync(`${root}dist/${file}`, 'utf8')
const data = ['emoji-emotion', 'vader-sentiment']
const libraries = [
  ...['@odoo/owl', '@odoo/o-spreadsheet', 'luxon', 'chart.js', 'chartjs-adapter-luxon', '@kurkle/color', 'rbush'],
  ...['bootstrap', 'font-awesome'],
]

interface Kind {
  entries: string[]
  sidebar?: string
  /** What the build must name besides the packages of its bundles. */
  more: string[]
  shown(): string
}

/** Scripts of the site, which goes with the add-in of Excel. */
const site = ['site/search/search.ts', 'site/tryIt/tryIt.tsx']

const kinds: Record<string, Kind> = {
  gsheets: {
    entries: ['gsheets/main.ts'],
    sidebar: 'gsheets/sidebar/main.ts',
    more: data,
    shown: () => built('gsheets/Code.js').replace(/^\/\/ ?/gm, ''),
  },
  excel: {
    entries: ['excel/functions.ts', ...site],
    sidebar: 'excel/taskpane/main.ts',
    more: data,
    shown: () => built('excel/THIRD-PARTY-NOTICES.txt'),
  },
  workbench: {
    entries: ['workbench/app.ts'],
    sidebar: 'workbench/sidebar/main.ts',
    more: [...data, ...libraries],
    shown: () => built('workbench/THIRD-PARTY-NOTICES.txt'),
  },
  site: { entries: site, more: data, shown: () => built('site/THIRD-PARTY-NOTICES.txt') },
}

/** The packages that esbuild read for a host, whether or not they left a trace: at least what is bundled. */
async function read({ entries, sidebar }: Kind): Promise<{ names: Set<string>; metafiles: Metafile[] }> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'error',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['@odoo/*'],
    outdir: root,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  const release = { version: '1.0.0', date: '2030-01-31', site: '', publisher: '', contact: '' }
  const metafiles = [metafile, ...(sidebar === undefined ? [] : (await sidebarPage(sidebar, { release })).metafiles)]
  const files = metafiles.flatMap(({ inputs }) => Object.keys(inputs))
  const names = files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [])
  return { names: new Set(names), metafiles }
}

const isIn = (text: string, name: string) => new RegExp(`^${name.replace(/[.]/g, '\\.')} \\d`, 'm').test(text)

describe.each(Object.entries(kinds))('what goes with the build of %s', (_, kind) => {
  let names: Set<string>
  let metafiles: Metafile[]
  beforeAll(async () => ({ names, metafiles } = await read(kind)))

  test('names every package that is in it, with its version', () => {
    const wanted = [...packagesIn(metafiles).map((name) => name.split('node_modules/').at(-1)!), ...kind.more]
    expect(wanted).toEqual(expect.arrayContaining(['preact', 'quickselect', '@stdlib/math-base-special-gammaln']))
    const text = kind.shown()
    expect(wanted.filter((name) => !isIn(text, name))).toEqual([])
  })

  test('names no package that esbuild has not read', () => {
    const described = [...kind.shown().matchAll(/^((?:@[\w-]+\/)?[\w.-]+) \d+\.\d+\.\d+, [(A-Z]/gm)].map(
      ([, name]) => name!,
    )
    expect(described.length).toBeGreaterThan(70)
    expect(described.filter((name) => !names.has(name) && !kind.more.includes(name))).toEqual([])
  })

  test('has every line of the licence and of the notice of each', () => {
    const lines = new Set(kind.shown().split('\n').map(ascii))
    for (const folder of [...packagesIn(metafiles), ...kind.more]) {
      const path = `${root}node_modules/${folder}/`
      const files = readdirSync(path).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      if (folder !== 'font-awesome') expect(files.length, folder).toBeGreaterThan(0)
      const own = files.flatMap((file) => readFileSync(path + file, 'utf8').split(/\r?\n/))
      expect(own.map((line) => ascii(line.trimEnd())).filter((line) => !lines.has(line) && line.trim() !== '')).toEqual(
        [],
      )
    }
  })
})

/** Code.js has other signs as escapes. */
function ascii(line: string): string {
  return line.replace(/[^\0-\x7f]/g, '?').replace(/\\u[\da-f]{4}/g, '?')
}

describe('the texts', () => {
  test('come once each, however many packages they are for', () => {
    for (const { shown } of Object.values(kinds)) {
      expect(shown().match(/^ +TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION$/gm)).toHaveLength(1)
    }
  })

  test('of the LGPL come with those of the GPL, to which they add', () => {
    const text = kinds['workbench']!.shown()
    expect(text).toMatch(/GNU LESSER GENERAL PUBLIC LICENSE\n +Version 3/)
    expect(text).toMatch(/GNU GENERAL PUBLIC LICENSE\n +Version 3/)
    expect(kinds['excel']!.shown()).not.toContain('GENERAL PUBLIC')
  })

  test('are the standard ones where a package brings none', () => {
    const text = kinds['workbench']!.shown()
    expect(text).toContain('font-awesome 4.7.0\n\nSIL Open Font License 1.1, by Dave Gandy\n')
    expect(text).toContain('font-awesome 4.7.0\n\nMIT License, by Dave Gandy\n')
  })

  test('are the same whatever the order of the bundles', async () => {
    const { metafiles } = await read(kinds['excel']!)
    expect(await noticesOf({ metafiles: [...metafiles].reverse() })).toBe(await noticesOf({ metafiles }))
  })
})

test('a package of which nothing is left in the bundle is not in it', () => {
  const inputs = {
    'node_modules/preact/dist/preact.mjs': { bytesInOutput: 0 },
    'node_modules/@stdlib/a/node_modules/@stdlib/b/lib/index.js': { bytesInOutput: 3 },
    'core/metric.ts': { bytesInOutput: 5 },
  }
  const output = { bytes: 8, inputs, imports: [], exports: [] }
  expect(packagesIn([{ inputs: {}, outputs: { 'a.js': output } }])).toEqual(['@stdlib/a/node_modules/@stdlib/b'])
})

describe('NOTICE', () => {
  const paragraphs = readFileSync(`${root}NOTICE`, 'utf8').split('\n\n').slice(1, -1)
  const heads = paragraphs.map((paragraph) => paragraph.split(/^(?:vader\w+, )?Copyright/m)[0]!)
  const named = heads.flatMap((head) =>
    [...head.matchAll(/@stdlib\/[\w-]+|^(?:@[\w-]+\/)?[a-z][\w.-]+(?=,)/g)].map(([name]) => name),
  )
  let bundled: string[]
  beforeAll(async () => {
    const both = await Promise.all([read(kinds['gsheets']!), read(kinds['excel']!)])
    bundled = [...packagesIn(both.flatMap(({ metafiles }) => metafiles))]
  })

  test('names everything that ships to Google Sheets and Excel', () => {
    expect(heads.join()).toContain('need of @stdlib')
    expect(bundled).toEqual(expect.arrayContaining(data))
    expect(bundled.filter((name) => !name.startsWith('@stdlib/') && !named.includes(name))).toEqual([])
  })

  test('names nothing that does not', () => {
    expect(named).toHaveLength(11)
    expect(named.filter((name) => !bundled.includes(name))).toEqual([])
  })
})
