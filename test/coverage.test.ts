import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coverage } from './needs/coverage.ts'
import { needs } from './needs/needs.ts'

const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/${file}`)

test('every need is told once, in order, and nothing is left out without a reason', () => {
  expect(needs.map(({ number }) => number)).toEqual(needs.map((_, i) => i + 1))
  expect(new Set(needs.map(({ need }) => need)).size).toBe(needs.length)
  expect(needs.filter(({ leftOut }) => leftOut).map(({ number }) => number)).toEqual([109])
})

test('the page has a line for each need, with its test', () => {
  const lines = coverage(tests)
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
  expect(lines).toHaveLength(needs.length)
  expect(lines[0]).toMatch(/`=CAC\(\)` \| \[cac\]\(\.\.\/test\/core\/metrics\/value\/cac\.test\.ts\) \|$/)
  expect(lines.filter((line) => !line.includes('](../test/')).map((line) => line.slice(0, 6))).toEqual(['| 109 '])
})

test('a need that nothing tests is an error', () => {
  expect(() => coverage(tests.filter((file) => !file.endsWith('/cac.test.ts')))).toThrow(
    'Need 1: `=CAC()` has no test.',
  )
})
