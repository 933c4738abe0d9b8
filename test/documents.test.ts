import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../core/catalogue/catalogue.ts'

const inFolder = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file))
const documents = ['.', 'docs', 'docs/decisions', 'conformance'].flatMap(inFolder)
const decisions = inFolder('docs/decisions').filter((file) => /\/\d{4}-/.test(file))

/** A heading as GitHub and the site name it in an address. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-')

test.each(documents)('what %s links to is there', (file) => {
  const text = readFileSync(file, 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)
  for (const link of links.filter((link) => !/^[a-z]+:/.test(link))) {
    const [path, part] = link.split('#') as [string, string?]
    const target = path === '' ? file : join(dirname(file), path)
    expect(existsSync(target), link).toBe(true)
    if (part === undefined) continue
    const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchor(heading!))
    expect(headings, link).toContain(part)
  }
})

test('the index of decisions has each of them, by its number and its title, and nothing else', () => {
  const index = readFileSync('docs/decisions/README.md', 'utf8')
  const rows = [...index.matchAll(/^\| (\d+) +\| \[(.+?)\]\((.+?)\) +\| (.+?) +\|$/gm)]
  const told = rows.map(([, number, title, file]) => `${file}: # ${number}. ${title}`)
  const there = decisions.map((path) => {
    const file = path.slice('docs/decisions/'.length)
    return `${file}: ${readFileSync(path, 'utf8').split('\n')[0]}`
  })
  expect(told).toEqual(there)
  there.forEach((line, i) => expect(Number(line.slice(0, 4)), line).toBe(i + 1))
  for (const [, , , , short] of rows) expect(short).toMatch(/^\S.*\.$/)
})

test('house rules are short', () => {
  expect(readFileSync('CONTRIBUTING.md', 'utf8').split('\n').length).toBeLessThan(150)
})

test('README names every function, in the table of what people ask', () => {
  const readme = readFileSync('README.md', 'utf8')
  const unnamed = catalogue().filter(({ spec }) => !readme.includes(`\`${spec.name}\``))
  expect(unnamed.map(({ spec }) => spec.name)).toEqual([])
})

test('every function has a test of its own, which stands where it does', () => {
  const files = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const tests = new Set(files('test/core/metrics'))
  const metrics = files('core/metrics').filter((file) => /^\w+\/\w+\.ts$/.test(file))
  expect(metrics.length).toBe(catalogue().length)
  expect(metrics.filter((file) => !tests.has(file.replace('.ts', '.test.ts')))).toEqual([])
})
