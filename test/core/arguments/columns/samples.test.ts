import { describe, expect, test } from 'vitest'
import { choice, sample } from '../../../../core/arguments/index.ts'
import { readingsOf } from '../../../../core/reading/account.ts'
import { plain } from '../../../close.ts'
import { column } from '../../../compute.ts'
import { failure, read } from '../trying.ts'

const pairs = { option: 'design', is: 'paired' }
const args = () => [
  sample('before', '', pairs, 'counts_before'),
  sample('after', '', pairs, 'counts_after'),
  choice('design', '', { independent: '', paired: '' }),
]
const values = (...cells: unknown[]) => read(args(), ...cells).slice(0, 2)

describe('two samples by themselves', () => {
  test('may be of any height and width, each with its own title and blanks', () => {
    expect(values(column('Before', 1, null, 2, 'n/a'), [[3, 4, 5]])).toEqual([
      Float64Array.of(1, 2),
      Float64Array.of(3, 4, 5),
    ])
    expect(values(1, column(null, 3))).toEqual([Float64Array.of(1), Float64Array.of(3)])
  })

  test('must hold something', () => {
    expect(failure(args(), column(null, ''), 1)).toBe('#N/A TRY: before has no numbers')
    expect(failure(args(), 1)).toBe('#VALUE! TRY: after is missing')
  })
})

describe('two samples that are pairs', () => {
  test('lose the rows in which either has nothing', () => {
    expect(values(column('Before', 1, null, 2, 7), column('After', 3, 4, ' ', 5), 'paired')).toEqual([
      Float64Array.of(1, 7),
      Float64Array.of(3, 5),
    ])
  })

  test('stand beside each other', () => {
    expect(failure(args(), column(1, 2), column(1, 2, 3), 'paired')).toBe(
      '#VALUE! TRY: before has 2 rows and after has 3, select the same rows in both',
    )
    expect(failure(args(), column(1, null), column(null, 2), 'paired')).toBe(
      '#N/A TRY: before and after have no complete row',
    )
  })
})

test('what was read is told as it was: cell by cell, or in pairs', () => {
  const spec = { name: 'TRY', summary: '', questions: [], args: args(), returns: {}, examples: [], source: '' }
  const told = (...raw: unknown[]) =>
    readingsOf(spec, [], raw, plain, () => undefined)
      .slice(0, 2)
      .map(({ rows, used, skipped }) => ({ rows, used, why: skipped.map(({ why }) => why) }))
  const cells = [column('Before', 1, 2, 7), column('After', 3, null, 5)]
  expect(told(...cells)).toEqual([
    { rows: 4, used: 3, why: ['is the header'] },
    { rows: 4, used: 2, why: ['is the header', 'is blank'] },
  ])
  expect(told(...cells, 'paired')).toEqual([
    { rows: 4, used: 2, why: ['is the header', 'is left out: after has no value there'] },
    { rows: 4, used: 2, why: ['is the header', 'is blank'] },
  ])
})
