import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { openWorkbench } from './openWorkbench.ts'

const guide = readFileSync(new URL('../../../docs/finance.md', import.meta.url), 'utf8')
const rows = [...guide.slice(guide.indexOf('# What if')).matchAll(/^\| (.*?) +\| `(=.*?)` +\| (.*?) +\|$/gm)].map(
  ([, question, formula, gives]) => [question!, formula!, gives!] as const,
)
const workbench = openWorkbench()

beforeAll(() => {
  const sheet = [
    ['', 'Base', 'Dearer', 'Loyal'],
    ['ARPA', 50, 55, 50, '', 45, 55],
    ['Margin', '80%', '80%', '80%', '', '75%', '85%'],
    ['Churn', '4%', '5%', '3.5%', '', '3%', '5%'],
  ]
  sheet.forEach((line, row) =>
    line.forEach((content, column) => workbench.put('Sheet1', `${'ABCDEFG'[column]}${row + 1}`, content)),
  )
})

test.each(rows)('%s %s gives what the guide says', (_, formula, gives) => {
  workbench.put('Sheet1', 'J1', formula)
  const result = workbench.result('Sheet1', 'J1') as { value: unknown }
  const numbers = [result.value].flat(2).flatMap((cell) => (typeof cell === 'number' ? [cell] : []))
  const shown = new Set(
    numbers.flatMap((number) => [number.toFixed(2), (100 * number).toFixed(2), (100 * number).toFixed(1)]),
  )
  const said = gives.match(/-?\d+\.\d+/g)!
  expect(said.filter((number) => !shown.has(number))).toEqual([])
  workbench.put('Sheet1', 'J1', '')
})

test('the guide asks five questions', () => {
  expect(rows).toHaveLength(5)
})
