import { describe, expect, test } from 'vitest'
import { fieldOf, type Key } from '../../../core/signals/fields.ts'
import { byOutcome } from '../../../core/signals/findings.ts'
import { trades } from '../../../core/signals/library.ts'
import { matrixOf, matrixSheet } from './matrixSheet.ts'

const sheetOf = (trade: (typeof trades)[number]) =>
  matrixSheet(...trade.cues.map((cue, i) => ({ ...cue, id: `id${i}` })))

test('there is a library for goods, clothing, software, professional services and retail', () => {
  expect(trades.map(({ name }) => name)).toEqual(['Goods', 'Clothing', 'Software', 'Professional services', 'Retail'])
})

describe.each(trades.map((trade) => [trade.name, trade] as const))('the cues of %s', (_, trade) => {
  test('are a dozen or so, none of them twice', () => {
    const names = trade.cues.map(({ cue }) => cue.trim().toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(10)
    expect(names.length).toBeLessThanOrEqual(20)
  })

  test('have only words that the fields know, so that nothing is to be mended', () => {
    for (const key of ['kind', 'role', 'path', 'stage'] as const satisfies readonly Key[]) {
      for (const cue of trade.cues) expect(fieldOf(key).choices, cue.cue).toContain(cue[key])
    }
    expect(matrixOf(sheetOf(trade)).repairs).toEqual([])
  })

  test('are tangible and intangible, of the offer and of the service around it', () => {
    for (const key of ['kind', 'role'] as const) expect(new Set(trade.cues.map((cue) => cue[key])).size, key).toBe(2)
  })

  test('rest no outcome on a single cue or on one kind of them, taken all together', () => {
    const groups = byOutcome(matrixOf(sheetOf(trade)).cues)
    expect(groups.length).toBeGreaterThan(3)
    expect(groups.map(({ outcome, warning }) => `${outcome}: ${warning}`)).toEqual(
      groups.map(({ outcome }) => `${outcome}: `),
    )
  })
})

test('no name of a cue has spaces to trim, which would make it another one when it is typed by hand', () => {
  for (const { cues } of trades) for (const { cue } of cues) expect(cue).toBe(cue.trim().replace(/\s+/g, ' '))
})
