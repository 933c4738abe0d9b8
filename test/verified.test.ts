import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkLines } from '../core/check/layout.ts'
import type { HostName } from '../core/sheet/book.ts'

const read = (name: string) => readFileSync(new URL(`../docs/${name}.md`, import.meta.url), 'utf8')
const verified = read('verified')
const byHand = new Map(
  [...verified.slice(verified.indexOf('## By hand')).matchAll(/^(\d+)\. (.+)$/gm)].map(([, n, text]) => [n!, text!]),
)
const guides: readonly (readonly [guide: string, host: HostName])[] = [
  ['excel', 'Excel'],
  ['google-sheets', 'Google Sheets'],
]

/** What a guide marks as not checked, without the sentence that says what the mark means. */
function marked(guide: string): string[] {
  const text = read(guide)
  return text
    .slice(text.indexOf('\n', text.indexOf('○')))
    .split('○')
    .slice(1)
}

const REFERENCE = /^ \((?:by hand (?<number>\d+)|check: (?<ids>[^)]+))\) /

describe.each(guides)('what docs/%s.md marks as not checked in the real spreadsheet', (guide, host) => {
  test('names a line of the check or what to do by hand', () => {
    const without = marked(guide).filter((text) => !REFERENCE.test(text))
    expect(without.map((text) => text.slice(0, 60))).toEqual([])
  })

  test('names lines that are tried there', () => {
    const ids = new Set(checkLines(host).map(({ id }) => id))
    const named = marked(guide).flatMap((text) => REFERENCE.exec(text)?.groups?.ids?.split(', ') ?? [])
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })

  test('names what the list has for this spreadsheet', () => {
    const numbers = marked(guide).flatMap((text) => REFERENCE.exec(text)?.groups?.number ?? [])
    expect(numbers.filter((number) => !byHand.get(number)?.startsWith(host))).toEqual([])
  })
})

test('what is to be done by hand is numbered without gaps, and each is asked for by a guide', () => {
  const asked = new Set(guides.flatMap(([guide]) => marked(guide).map((text) => REFERENCE.exec(text)?.groups?.number)))
  expect([...byHand.keys()]).toEqual(Array.from(byHand, (_, i) => String(i + 1)))
  expect([...byHand.keys()].filter((number) => !asked.has(number))).toEqual([])
})

test('the table of lines names every kind', () => {
  const kinds = new Set(checkLines('Google Sheets').flatMap(({ id }) => (/^[a-z]/.test(id) ? [id.split(' ')[0]!] : [])))
  for (const kind of kinds) expect(verified).toContain(`| \`${kind}\``)
})
