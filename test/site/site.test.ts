import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../core/catalogue/catalogue.ts'
import { plans } from '../../core/plans/gallery/index.ts'
import { ownColumns } from '../../core/plans/plan.ts'
import { answersTo } from '../../site/search/answers.ts'
import { guideNames } from '../../site/guides/guide.ts'
import type { Entries } from '../../site/search/entries.ts'
import { attributes, files, pageAt, pages, textOf } from './pages.ts'

const all = [...pages]

describe('there is a page', () => {
  test('for each function and for the two that tell of their host', () => {
    const names = [...catalogue().map(({ spec }) => spec.name), 'CUESHEET_BLANKS', 'CUESHEET_VERSION']
    for (const name of names) expect(pageAt(`functions/${name}.html`)).toContain(`<h1>${name}</h1>`)
    const own = files.filter((path) => path.startsWith('functions/'))
    expect(own).toHaveLength(names.length + 1)
  })

  test('for each plan, with all its columns', () => {
    for (const plan of plans) {
      const text = textOf(pageAt(`plans/${plan.name.toLowerCase()}.html`))
      expect(text).toContain(plan.question)
      for (const { help } of ownColumns(plan)) expect(text).toContain(help)
    }
  })

  test('for each guide of docs', () => {
    const docs = readdirSync('docs').flatMap((file) => /^(.*)\.md$/.exec(file)?.[1] ?? [])
    const names = guideNames(docs)
    expect(names.length).toBeGreaterThanOrEqual(7)
    for (const name of names) {
      const [, title] = /^# (.*)$/m.exec(readFileSync(`docs/${name}.md`, 'utf8'))!
      expect(textOf(pageAt(`guides/${name}.html`))).toContain(title)
      expect(pageAt('guides/index.html')).toContain(`href="../guides/${name}.html"`)
    }
  })

  test('for everything else that shops and the menu lead to', () => {
    const names = ['index', 'try', 'privacy', 'terms', 'support', 'functions/index', 'plans/index', 'guides/index']
    for (const name of names) expect(pageAt(`${name}.html`)).toContain('<h1>')
  })
})

describe('every page', () => {
  test('leads only to files and places that are there', () => {
    const broken = all.flatMap(([path, page]) =>
      [...attributes(page, 'href'), ...attributes(page, 'src')]
        .filter((address) => !/^(?:https?|mailto):/.test(address))
        .filter((address) => !isThere(path, address))
        .map((address) => `${path}: ${address}`),
    )
    expect(broken).toEqual([])
  })

  test('has no two places of one name', () => {
    for (const [path, page] of all) {
      const ids = attributes(page, 'id')
      expect([path, ids.filter((id, i) => ids.indexOf(id) !== i)]).toEqual([path, []])
    }
  })

  test('may load files from beside it alone, and has no script or style within itself', () => {
    for (const [path, page] of all) {
      const [policy] = attributes(page.replace(/&#39;/g, "'"), 'content')
      expect([path, policy]).toEqual([
        path,
        expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self'; /),
      ])
      expect(policy).not.toContain('unsafe')
      expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<link'))
      expect([path, page.match(/<style|\sstyle=|\son[a-z]+="|<script(?![^>]* src=)[^>]*>|<script[^>]*>[^<]/g)]).toEqual(
        [path, null],
      )
      expect([path, attributes(page, 'src').filter((address) => address.includes(':'))]).toEqual([path, []])
    }
  })

  test('has one heading of its own, a title and a description', () => {
    for (const [path, page] of all) {
      expect([path, page.match(/<h1/g)?.length]).toEqual([path, 1])
      expect([path, /<title>[^<]{8,}<\/title>/.test(page)]).toEqual([path, true])
      expect([path, /<meta name="description" content="[^"]{10,}"/.test(page)]).toEqual([path, true])
    }
    const titles = all.map(([, page]) => /<title>([^<]*)/.exec(page)![1])
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('tells of no file of the source that readers do not have', () => {
    for (const [path, page] of all) expect([path, /href="[^"]*\.(?:md|ts)\b/.exec(page)]).toEqual([path, null])
  })
})

test('a page finds its files from any folder that the site is put into', () => {
  for (const [path, page] of all) {
    const roots = [...attributes(page, 'href'), ...attributes(page, 'src')].filter((address) => address.startsWith('/'))
    expect([path, roots]).toEqual([path, []])
  }
})

test('the search knows each function, plan and section of a guide, where it is', () => {
  const { functions, texts } = JSON.parse(readFileSync('dist/site/search.json', 'utf8')) as Entries
  expect(functions.map(({ spec }) => spec.name)).toEqual(catalogue().map(({ spec }) => spec.name))
  for (const { name } of plans) expect(texts.map(({ spec }) => spec.name)).toContain(name)
  const lost = [...functions, ...texts].map(({ path }) => path).filter((path) => !isThere('index.html', path))
  expect(lost).toEqual([])
  expect(texts.filter(({ path }) => path.includes('#')).length).toBeGreaterThan(30)
})

describe('the search', () => {
  const entries = JSON.parse(readFileSync('dist/site/search.json', 'utf8')) as Entries
  const first = (query: string) => answersTo(query, entries).flatMap(([, found]) => found)[0]?.path

  test('leads to the plan or guide whose title says what was asked', () => {
    expect(first('signal matrix')).toMatch(/^guides\/signals\.html/)
    expect(first('risks')).toBe('plans/risks.html')
    expect(first('are customers coming back')).toBe('functions/COHORT_RETENTION.html')
    expect(first('nps')).toBe('functions/NPS.html')
  })

  test('finds the pages about Cuesheet itself, and the way to get it', () => {
    for (const name of ['privacy', 'terms', 'support']) expect(first(name)).toBe(`${name}.html`)
    expect(first('download')).toBe('guides/start.html')
  })

  test('finds nothing for what no page speaks of', () => {
    expect(first('<script>alert(1)</script>')).toBeUndefined()
  })
})

test('each page, plan and the first page lead to how to get Cuesheet', () => {
  for (const [path, page] of all) expect([path, page]).toEqual([path, expect.stringContaining('guides/start.html')])
  expect(guideNames(['excel', 'start', 'signals'])).toEqual(['start', 'signals', 'excel'])
})

/** Whether an address on a page leads to a file of the site, and to a place in it where it names one. */
function isThere(from: string, address: string): boolean {
  const [file = '', anchor] = address.split('#')
  const path = file === '' ? from : posix.join(posix.dirname(from), file)
  if (!files.includes(path)) return false
  // The page that computes takes the name of a function there.
  if (anchor === undefined || path === 'try.html') return true
  return attributes(pageAt(path), 'id').includes(anchor)
}
