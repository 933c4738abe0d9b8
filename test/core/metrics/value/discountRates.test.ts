import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue, findMetric } from '../../../../core/catalogue/catalogue.ts'
import { ltv } from '../../../../core/metrics/value/ltv.ts'
import { expectClose } from '../../../close.ts'
import { compute } from '../../../compute.ts'

const guide = readFileSync(new URL('../../../../docs/finance.md', import.meta.url), 'utf8')
const rows = [...guide.matchAll(/^\| `=([A-Z_]+)\((.*)\)` +\| ([\d.]+) +\|/gm)].map(
  ([, name, written, gives]) => [`=${name}(${written})`, name!, written!, Number(gives)] as const,
)

/** The cells of arguments as the guide writes them: numbers, percentages, a row in braces, and the monthly rate. */
function cells(written: string): unknown[] {
  const number = (text: string): number => {
    if (text === '(1+10%)^(1/12)-1') return Math.expm1(Math.log(1.1) / 12)
    return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
  }
  return [...written.matchAll(/\{(.*?)\}|([^,{}]+)/g)].map(([, row, cell]) =>
    row === undefined ? number(cell!) : [row.split(',').map(number)],
  )
}

test.each(rows)('%s in the guide gives what it says', (_, name, written, gives) => {
  expect((compute(findMetric(name)!, ...cells(written)) as number).toFixed(2)).toBe(gives.toFixed(2))
})

test('the guide has rows, and each function with a discount rate says first what it is a rate of', () => {
  expect(rows).toHaveLength(8)
  const dated = catalogue().flatMap(({ spec }) =>
    spec.args.filter(({ name }) => name === 'discount_rate').map(({ help }) => [spec.name, help.split(',')[0]]),
  )
  expect(Object.fromEntries(dated)).toEqual({
    LTV: 'Per period',
    LTV_RETENTION: 'Per period',
    SBG_LTV: 'Per period',
    CLV: 'Per year',
    PNBD_DERT: 'Per unit of age',
    TCO: 'Per year',
  })
  for (const [name] of dated) expect(guide).toContain(`\`${name}\``)
})

test('twelve months at the monthly rate are a year at the yearly one', () => {
  const monthly = 1.1 ** (1 / 12) - 1
  // Everybody stays: an annuity of 24 months, paid at once, as a bank reckons it.
  const annuity = (1 - 1.1 ** -2) / (1 - 1.1 ** (-1 / 12))
  expectClose(compute(ltv, 1, 1, 0, monthly, 24), annuity)
})
