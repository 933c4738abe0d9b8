import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { metricNames } from '../core/catalogue/catalogue.ts'
import { openWorkbench } from './hosts/workbench/openWorkbench.ts'

const page = readFileSync('docs/differences.md', 'utf8')
const rows = page.split('\n').flatMap((line) => {
  if (!line.startsWith('| `=')) return []
  const [ours, gives, elsewhere, given] = line
    .slice(1, -1)
    .split(' | ')
    .map((cell) => cell.trim())
  return [{ ours: ours!, gives: gives!, elsewhere: elsewhere!, given: given! }]
})
const { put, result } = openWorkbench()

/** What a formula of the page gives in the workbench. */
function worked(cell: string): unknown {
  put('Sheet1', 'A1', cell.slice(1, -1))
  const shown = result('Sheet1', 'A1')
  return 'error' in shown ? shown.error : shown.value
}

/** The value that stands there, to the digits that are written. */
function expectShown(cell: string, written: string) {
  const value = worked(cell)
  if (written.startsWith('`')) expect(value).toBe(written.slice(1, -1))
  else expect((value as number).toFixed(written.split('.')[1]?.length ?? 0)).toBe(written)
}

test('the page has its rows', () => {
  const lines = page.split('\n').filter((line) => line.startsWith('|') && !/^\|( Ours|[ -]*-)/.test(line))
  expect(rows).toHaveLength(lines.length)
  expect(rows.length).toBeGreaterThan(30)
  const used = rows.map(({ ours }) => metricNames().find((name) => ours.includes(`${name}(`)))
  expect(used).not.toContain(undefined)
})

test.each(rows)('$ours gives $gives', ({ ours, gives }) => expectShown(ours, gives))

const formulas = rows.filter(({ elsewhere }) => elsewhere.startsWith('`='))
test.each(formulas)('$elsewhere gives $given', ({ elsewhere, given }) => expectShown(elsewhere, given))

test('what is no formula says with what it was computed', () => {
  const rest = rows.filter((row) => !formulas.includes(row))
  expect(rest.length).toBeGreaterThan(0)
  for (const { elsewhere } of rest) expect(elsewhere).toMatch(/^scipy 1\.17\.1, `.+`$/)
})

test('every row is a difference', () => {
  expect(rows.filter(({ gives, given }) => gives === given)).toEqual([])
})
