import { registries, type Arg } from '@odoo/o-spreadsheet'
import { afterEach, describe, expect, test } from 'vitest'
import { hostLines } from '../../../core/check/hostLines.ts'
import { checkLines } from '../../../core/check/layout.ts'
import { metricNames } from '../../../core/catalogue/catalogue.ts'
import { checked, differences, differing } from '../check/drawn.ts'
import { openBook } from './openBook.ts'

const { mapping } = registries.functionRegistry
const whole = new Map<string, (typeof mapping)[string]>()

afterEach(() => {
  whole.forEach((one, name) => (mapping[name] = one))
  whole.clear()
})

/** From here on the engine gives our functions something else, or shows something else of them. */
function bend(given: (value: Arg) => Arg, shown: (result: unknown) => unknown = (result) => result) {
  for (const name of metricNames()) {
    const one = mapping[name]! as (this: unknown, ...args: Arg[]) => unknown
    whole.set(name, mapping[name]!)
    mapping[name] = function (this: unknown, ...args: Arg[]) {
      return shown(one.apply(this, args.map(given)))
    } as (typeof mapping)[string]
  }
}

const eachCell = (change: (value: unknown) => unknown) => (one: Arg) =>
  (Array.isArray(one)
    ? one.map((column) => column.map((cell) => ({ ...cell, value: change(cell.value) })))
    : one && { ...one, value: change(one.value) }) as Arg

describe('the check in the workbench', () => {
  test('all lines pass, and the sheet says the same of itself', async () => {
    const all = checkLines('workbench')
    const result = await checked(openBook().book, all)
    expect(differences(result)).toEqual([])
    expect(result.disputed).toEqual([])
    expect(result.told).toMatchObject({ lines: all.length, passed: all.length, differ: null })
    expect(result.told.summary).toMatch(/^workbench; Cuesheet .*; (\d+) of \1 passed$/)
  }, 30_000)

  test('blank cells that arrive as 0 are found', async () => {
    bend(eachCell((value) => value ?? 0))
    const result = await checked(openBook().book, hostLines('workbench'))
    expect(differing(result)).toEqual(expect.arrayContaining(['blank 1', 'blank 5', 'blank 6']))
    expect(result.disputed).toEqual([])
    expect(result.told.summary).toContain('differ: blank 1')
  })

  test('digits as text that become numbers are found', async () => {
    bend(eachCell((value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value)))
    expect(differing(await checked(openBook().book, hostLines('workbench')))).toEqual(['text 2'])
  })

  test('a table that is cut is found', async () => {
    bend(
      (one) => one,
      (result) => (Array.isArray(result) ? result.map((column: unknown[]) => column.slice(0, 2)) : result),
    )
    const result = await checked(openBook().book, hostLines('workbench'))
    expect(differing(result)).toContain('spill 1')
    expect(result.disputed).toEqual([])
  })
})
