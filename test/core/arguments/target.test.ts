import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { parseTarget, type Target } from '../../../core/arguments/target.ts'

const read = (text: string): unknown => {
  const { low, high, including, better, unit } = parseTarget(text)
  return [low, high, including ? 'or equal' : 'strictly', better, unit]
}

test.each<[string, number, Target['better'], Target['unit'], 'or equal' | 'strictly']>([
  ['>=95%', 0.95, 'higher', 'percent', 'or equal'],
  ['> = 95%', 0.95, 'higher', 'percent', 'or equal'],
  ['5 max', 5, 'lower', undefined, 'or equal'],
  ['5max', 5, 'lower', undefined, 'or equal'],
  ['4 plus', 4, 'higher', undefined, 'or equal'],
  ['4.5 stars minimum', 4.5, 'higher', undefined, 'or equal'],
  ['95% min', 0.95, 'higher', 'percent', 'or equal'],
  ['95 pct', 0.95, undefined, 'percent', 'or equal'],
  ['95% plus', 0.95, 'higher', 'percent', 'or equal'],
  ['95% in 2026', 0.95, undefined, 'percent', 'or equal'],
  ['greater than 3', 3, 'higher', undefined, 'strictly'],
  ['higher than 3', 3, 'higher', undefined, 'strictly'],
  ['no fewer than 3', 3, 'higher', undefined, 'or equal'],
  ['fewer than 3', 3, 'lower', undefined, 'strictly'],
  ['lower than 2.5', 2.5, 'lower', undefined, 'strictly'],
  ['smaller than 2.5', 2.5, 'lower', undefined, 'strictly'],
  ['no later than 24h', 24, 'lower', 'hours', 'or equal'],
  ['at the most 2', 2, 'lower', undefined, 'or equal'],
  ['3 days max', 3, 'lower', 'days', 'or equal'],
  ['5 min max.', 5 / 60, 'lower', 'hours', 'or equal'],
  ['3 at most', 3, 'lower', undefined, 'or equal'],
  ['≥ 50', 50, 'higher', undefined, 'or equal'],
  ['>= 3:1', 3, 'higher', undefined, 'or equal'],
  ['at least 95 %', 0.95, 'higher', 'percent', 'or equal'],
  ['>= 95 per cent', 0.95, 'higher', 'percent', 'or equal'],
  ['at most 2 in 12 months', 2, 'lower', undefined, 'or equal'],
  ['50+', 50, 'higher', undefined, 'or equal'],
  ['95% or more', 0.95, 'higher', 'percent', 'or equal'],
  ['> 50 points', 50, 'higher', undefined, 'strictly'],
  ['over 20% per year', 0.2, 'higher', 'percent', 'strictly'],
  ['< 2.5', 2.5, 'lower', undefined, 'strictly'],
  ['< 2.5 of 5', 2.5, 'lower', undefined, 'strictly'],
  ['<= 2,5', 2.5, 'lower', undefined, 'or equal'],
  ['<= \u22125', -5, 'lower', undefined, 'or equal'],
  ['max. 24 h', 24, 'lower', 'hours', 'or equal'],
  ['under 5 min', 5 / 60, 'lower', 'hours', 'strictly'],
  ['5 min or less', 5 / 60, 'lower', 'hours', 'or equal'],
  ['under 30 s', 30 / 3600, 'lower', 'hours', 'strictly'],
  ['up to 2 weeks', 14, 'lower', 'days', 'or equal'],
  ['within 24 hours', 24, 'lower', 'hours', 'or equal'],
  ['<= 1 year', 12, 'lower', 'months', 'or equal'],
  ['< 1% a month', 0.01, 'lower', 'percent', 'strictly'],
  ['0.95', 0.95, undefined, undefined, 'or equal'],
  ['24 h', 24, 'lower', 'hours', 'or equal'],
  ['5 min', 5 / 60, 'lower', 'hours', 'or equal'],
  ['3 days', 3, 'lower', 'days', 'or equal'],
  ['24 months', 24, 'lower', 'months', 'or equal'],
  ['>= 24 months', 24, 'higher', 'months', 'or equal'],
  ['0.125', 0.125, undefined, undefined, 'or equal'],
  ['> 1000.125', 1000.125, 'higher', undefined, 'strictly'],
  ['2.5000', 2.5, undefined, undefined, 'or equal'],
  ['>= 99.995%', 0.99995, 'higher', 'percent', 'or equal'],
  ['4 of 5', 4, undefined, undefined, 'or equal'],
  ['100 %/month', 1, undefined, 'percent', 'or equal'],
])('“%s” is %s, %s is better', (text, value, better, unit, including) => {
  expect(read(text)).toEqual([value, value, including, better, unit])
})

test.each<[string, number, number, Target['better'], Target['unit']]>([
  ['60%-70%', 0.6, 0.7, undefined, 'percent'],
  ['60-70%', 0.6, 0.7, undefined, 'percent'],
  ['85–90 %', 0.85, 0.9, undefined, 'percent'],
  ['70 to 85 %', 0.7, 0.85, undefined, 'percent'],
  ['between 3 and 4', 3, 4, undefined, undefined],
  ['2..3', 2, 3, undefined, undefined],
  ['-10 - 5', -10, 5, undefined, undefined],
  ['60%-70% in 12 months', 0.6, 0.7, undefined, 'percent'],
  ['15%-25% lower', 0.15, 0.25, undefined, 'percent'],
  ['7-14 days', 7, 14, 'lower', 'days'],
  ['30 min to 2 h', 0.5, 2, 'lower', 'hours'],
  ['within 7-14 days', 7, 14, 'lower', 'days'],
  ['within 60%-70%', 0.6, 0.7, undefined, 'percent'],
])('“%s” is from %s to %s', (text, low, high, better, unit) => {
  expect(read(text)).toEqual([low, high, 'or equal', better, unit])
})

test.each([
  ['soon', 'write it like ">= 95%", "< 2.5", "60%-70%" or "under 5 min"'],
  ['NPS >= 50', 'write it like ">= 95%", "< 2.5", "60%-70%" or "under 5 min"'],
  ['5 apples', '“apples” is no unit it knows; use %, min, h, days or months, or only the number'],
  ['>= 1,234', '1,234 can be read in two ways, write it without a mark for thousands'],
  ['1.234,5', '1.234,5 can be read in two ways, write it without a mark for thousands'],
  [
    '>= 1.000',
    '1.000 can be read in two ways, write it without a mark for thousands, or with fewer digits after the point',
  ],
  [
    '2.500-3.000',
    '2.500 can be read in two ways, write it without a mark for thousands, or with fewer digits after the point',
  ],
  [
    '< 999.125 h',
    '999.125 can be read in two ways, write it without a mark for thousands, or with fewer digits after the point',
  ],
  [
    '1.500 min',
    '1.500 can be read in two ways, write it without a mark for thousands, or with fewer digits after the point',
  ],
  ['4/5', 'write "4 of 5" for a score, or 50% for one half'],
  ['>= 1 / 2', 'write "4 of 5" for a score, or 50% for one half'],
  ['90-80', '90 is above 80'],
  ['1 in 20 or 5%', 'write only the percentage'],
  ['9 out of 10 (90%)', 'write only the percentage'],
  ['2 business days', 'write working time in hours, as BUSINESS_HOURS counts it'],
  ['within 8 working hours', 'write working time in hours, as BUSINESS_HOURS counts it'],
  ['5 min - 2 days', 'use one unit in both numbers'],
])('“%s” is refused in words', (text, problem) => {
  expect(() => parseTarget(text)).toThrow(`target “${text}” cannot be read: ${problem}`)
})

test.each([
  ['< 5 min', true],
  ['within 24 h', true],
  ['24 h', false],
  ['7-14 days', false],
  ['95%', false],
])('that “%s” says which way is better is %s', (text, says) => {
  expect(parseTarget(text).saysBetter).toBe(says)
})

test.each(['95 out of 100', '< 1 in 10', '<5 per hundred', '>= 1 in 10', '3 of 1000', '2 in a thousand'])(
  '“%s” is a share or as many points: it is refused, not guessed',
  (text) => {
    expect(() => parseTarget(text)).toThrow(/cannot be read: write a share as a percentage/)
  },
)

describe('the usual targets', () => {
  const targets = catalogue().flatMap(({ spec }) => {
    const { target } = spec.returns
    if (target === undefined) return []
    return (typeof target === 'string' ? [target] : Object.values(target)).map((text) => [spec, text] as const)
  })

  test.each(targets.map(([spec, text]) => [spec.name, text, spec] as const))('%s: %s can be read', (_, text, spec) => {
    const { unit } = parseTarget(text)
    if (unit !== undefined && spec.returns.unit) {
      expect(unit).toBe(spec.returns.unit === 'fraction' ? 'percent' : spec.returns.unit)
    }
    expect(unit === 'percent').toBe(spec.returns.unit === 'fraction')
  })
})
