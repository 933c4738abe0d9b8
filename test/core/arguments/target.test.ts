import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { numberColumn } from '../../../core/arguments/index.ts'
import {
  atMost,
  isFloor,
  misfit,
  otherTime,
  parseTarget,
  percentPoints,
  target,
  targetColumn,
  targetOf,
  type Target,
} from '../../../core/arguments/target.ts'
import { CellError } from '../../../core/cell.ts'
import { metric, type Arg, type Returns } from '../../../core/metric.ts'
import { column, compute, failure } from '../../compute.ts'

const read = (text: string): unknown => {
  const { low, high, including, better, unit } = parseTarget(text)
  return [low, high, including ? 'or equal' : 'strictly', better, unit]
}

const told = (action: () => unknown): string => {
  try {
    action()
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`
    throw error
  }
  throw new Error('nothing was wrong')
}
const refusal = (text: string) => told(() => parseTarget(text))

test.each<[string, number, Target['better'], Target['unit'], 'or equal' | 'strictly']>([
  ['>=95%', 0.95, 'higher', 'percent', 'or equal'],
  ['7 or over', 7, 'higher', undefined, 'or equal'],
  ['7 and over', 7, 'higher', undefined, 'or equal'],
  ['7 or lower', 7, 'lower', undefined, 'or equal'],
  ['80% or higher of them', 0.8, 'higher', 'percent', 'or equal'],
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
  ['20% or over', 0.2, 'higher', 'percent', 'or equal'],
  ['5 days and over', 5, 'higher', 'days', 'or equal'],
  ['5 days or lower', 5, 'lower', 'days', 'or equal'],
  ['= 5', 5, undefined, undefined, 'or equal'],
  ['24 hrs.', 24, 'lower', 'hours', 'or equal'],
  ['  >=   95  % ', 0.95, 'higher', 'percent', 'or equal'],
  ['>= 1234.125', 1234.125, 'higher', undefined, 'or equal'],
  ['<= 2,5000', 2.5, 'lower', undefined, 'or equal'],
  ['+50', 50, undefined, undefined, 'or equal'],
  ['> .5', 0.5, 'higher', undefined, 'strictly'],
])('“%s” is %s, %s is better', (text, value, better, unit, including) => {
  expect(read(text)).toEqual([value, value, including, better, unit])
})

test.each<[string, 'higher' | 'lower', 'or equal' | 'strictly', string]>([
  [
    'at least',
    'higher',
    'or equal',
    '>=|> =|=>|≥|at least|at the least|min|min.|minimum|from|no less than|not less than',
  ],
  ['at least', 'higher', 'or equal', 'no fewer than|not fewer than|no lower than|not lower than'],
  ['more than', 'higher', 'strictly', '>|over|above|more than|higher than|greater than'],
  [
    'at most',
    'lower',
    'or equal',
    '<=|< =|=<|≤|at most|at the most|max|max.|maximum|up to|within|no more than|not more than',
  ],
  ['at most', 'lower', 'or equal', 'no higher than|not higher than|no later than|not later than|no longer than'],
  ['less than', 'lower', 'strictly', '<|under|below|less than|fewer than|lower than|smaller than'],
])('%s 7: %s is better, %s (%s)', (_, better, including, signs) => {
  for (const sign of signs.split('|')) {
    for (const text of [`${sign} 7`, `${sign.toUpperCase()} 7`, `${sign}  7 points`]) {
      expect(read(text), text).toEqual([7, 7, including, better, undefined])
    }
  }
})

test.each([
  ...['+', ' plus', ' minimum', ' at least', ' at the least'].map((end) => [end, 'higher'] as const),
  ...['more', 'higher', 'above', 'better'].map((word) => [` or ${word}`, 'higher'] as const),
  ...['more', 'above'].map((word) => [` and ${word}`, 'higher'] as const),
  ...[' max', ' maximum', ' at most', ' at the most'].map((end) => [end, 'lower'] as const),
  ...['less', 'below', 'under', 'fewer', 'faster'].map((word) => [` or ${word}`, 'lower'] as const),
  ...['less', 'below', 'under'].map((word) => [` and ${word}`, 'lower'] as const),
])('“7%s” says that %s is better, and 7 is on target', (end, better) => {
  for (const text of [`7${end}`, `7 points${end}`]) {
    expect(read(text)).toEqual([7, 7, 'or equal', better, undefined])
  }
})

test.each<[Target['unit'], number, string]>([
  ['percent', 1 / 100, '% percent pct'],
  ['hours', 1 / 3600, 's sec secs second seconds'],
  ['hours', 1 / 60, 'min mins minute minutes'],
  ['hours', 1, 'h hr hrs hour hours'],
  ['days', 1, 'd day days'],
  ['days', 7, 'w wk wks week weeks'],
  ['months', 1, 'mo month months'],
  ['months', 12, 'y yr yrs year years'],
])('in %s, %d each: %s', (unit, size, names) => {
  for (const name of names.split(' ')) {
    for (const text of [`< 6 ${name}`, `< 6${name}`, `< 6 ${name.toUpperCase()}`]) {
      const target = parseTarget(text)
      expect([target.unit, target.better]).toEqual([unit, 'lower'])
      expect(target.high).toBeCloseTo(6 * size, 12)
    }
  }
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
  ['3-3', 3, 3, undefined, undefined],
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
  ['8working hours', 'write working time in hours, as BUSINESS_HOURS counts it'],
  ['>= 12,345', '12,345 can be read in two ways, write it without a mark for thousands'],
  ['>= -1,234', '-1,234 can be read in two ways, write it without a mark for thousands'],
  [
    '>= -1.234',
    '-1.234 can be read in two ways, write it without a mark for thousands, or with fewer digits after the point',
  ],
  [
    '\u22121.234',
    '\u22121.234 can be read in two ways, write it without a mark for thousands, or with fewer digits after the point',
  ],
])('“%s” is refused in words', (text, problem) => {
  expect(refusal(text)).toBe(`#VALUE! target “${text}” cannot be read: ${problem}`)
})

test('the sentence about a target shows it without spaces that say nothing', () => {
  expect(refusal('  5   apples ')).toContain('target “5 apples” cannot be read: ')
})

test('the sentence about a target stays short, however long the number in it is', () => {
  const number = `1${',234'.repeat(15)}`
  expect(refusal(number)).toBe(
    `#VALUE! target “${number.slice(0, 39)}…” cannot be read: ${number.slice(0, 40)} can be read in two ways, write it without a mark for thousands`,
  )
})

test('a target has 200 characters at most', () => {
  const longest = `>= 95% in the year of ${'a'.repeat(178)}`
  expect(longest).toHaveLength(200)
  expect(read(longest)).toEqual([0.95, 0.95, 'or equal', 'higher', 'percent'])
  expect(refusal(`${longest}a`)).toBe(
    `#VALUE! target “>= 95% in the year of aaaaaaaaaaaaaaaaa…” cannot be read: write it like ">= 95%", "< 2.5", "60%-70%" or "under 5 min"`,
  )
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

describe('a target that does not fit what the metric counts is told, and how to write it', () => {
  const lower = { better: 'lower' } as const

  test.each<[string | number, Returns]>([
    ['>= 95%', { unit: 'fraction' }],
    ['0.95', { unit: 'fraction' }],
    [1, { unit: 'fraction' }],
    [10, { unit: 'fraction', mayExceedOne: true }],
    ['250%', { unit: 'fraction', mayExceedOne: true }],
    ['>= 50', { unit: 'points' }],
    [85, { unit: 'count' }],
    ['< 5 min', { unit: 'hours' }],
    ['< 24', { unit: 'hours' }],
    ['< 3 days', { unit: 'days' }],
    ['>= 24 months', { unit: 'months' }],
    ['1 year - 2 years', { unit: 'months' }],
    ['95%', { unit: 'text' }],
    ['24 h', { unit: 'text' }],
    ['95%', {}],
    ['24 h', {}],
    ['<= 5%', { unit: 'fraction', ...lower }],
    ['2%-5%', { unit: 'fraction', ...lower }],
    ['>= 5', { unit: 'count', ...lower }],
    ['5 days', { unit: 'days', ...lower }],
    [5, { unit: 'count' }],
    [5, { unit: 'count', target: '>= 3' }],
    [5, { unit: 'hours', target: { chat: '>= 3', mail: '< 9' } }],
  ])('%j fits %j', (aim, returns) => {
    expect(misfit(targetOf(aim, ''), returns)).toBe('')
  })

  test.each<[Returns['unit'], string, string]>([
    ['points', '95%', 'is no share: write the target without %'],
    ['hours', '95%', 'is no share: write the target without %'],
    ['money', '<= 5%', 'is no share: write the target without %'],
    ['days', '< 24 h', 'counts days: write the target in days too'],
    ['hours', '< 3 days', 'counts hours: write the target in hours too'],
    ['months', '< 3 weeks', 'counts months: write the target in months too'],
    ['fraction', '< 24 h', 'is no time: write the target without a unit of time'],
    ['score', '< 24 h', 'is no time: write the target without a unit of time'],
    ['count', '24 months', 'is no time: write the target without a unit of time'],
  ])('a metric in %s with the target “%s”', (unit, text, problem) => {
    expect(misfit(parseTarget(text), { unit })).toBe(problem)
  })

  test.each<[string | number, Returns, string]>([
    ['85', {}, '85%'],
    ['>= 85', {}, '>= 85%'],
    ['> 12.5', {}, '> 12.5%'],
    ['<= 15', {}, '<= 15%'],
    ['< 15', {}, '< 15%'],
    [10, {}, '10%'],
    [100, {}, '100%'],
    [1.01, {}, '85%'],
    [4.5, {}, '85%'],
    [9.99, {}, '85%'],
    [101, {}, '85%'],
    [4.5, lower, '<= 5%'],
    [101, lower, '<= 5%'],
    [4.5, { target: '< 3%' }, '<= 5%'],
    [4.5, { target: '>= 3%' }, '85%'],
    [10.5, { mayExceedOne: true }, '10.5%'],
  ])('a share with the target %j (%j) is to be written in per cent, such as %s', (aim, returns, example) => {
    expect(misfit(targetOf(aim, ''), { unit: 'fraction', ...returns })).toBe(
      `is a share: write the target in per cent, such as ${example}`,
    )
  })

  test.each<[string | number, Returns, string]>([
    [5, { unit: 'count', ...lower }, '<= 5'],
    [5, { unit: 'money', ...lower, target: '>= 3' }, '<= 5'],
    ['5%', { unit: 'fraction', ...lower }, '<= 5%'],
    [0.05, { unit: 'fraction', ...lower }, '<= 5%'],
    [0.07, { unit: 'fraction', ...lower }, '<= 7%'],
    [24, { unit: 'hours', target: '< 12 h' }, '<= 24'],
    [24, { unit: 'hours', target: { chat: '< 5 min', mail: '> 24 h' } }, '<= 24'],
    [2.375, { unit: 'score', ...lower }, '<= 2.3750'],
    [1e-7, { unit: 'ratio', ...lower }, '<= 0.0000001'],
  ])('%j alone as the target of %j would be the least to reach: %s is meant', (aim, returns, written) => {
    expect(isFloor(targetOf(aim, ''), returns)).toBe(true)
    expect(misfit(targetOf(aim, ''), returns)).toBe(`is better when it is lower: write ${written} as the target`)
  })
})

describe('the most that is allowed', () => {
  test.each([
    [5, '<= 5'],
    [0.375, '<= 0.375'],
    [2.37, '<= 2.37'],
    [2.375, '<= 2.3750'],
    [-2.375, '<= -2.3750'],
    [12.375, '<= 12.3750'],
    [123.375, '<= 123.3750'],
    [1234.375, '<= 1234.375'],
    [2.3755, '<= 2.3755'],
    [1e-7, '<= 0.0000001'],
    [-2.5e-9, '<= -0.0000000025'],
  ])('%d is written %s, and read as the same number', (limit, written) => {
    expect(atMost(limit)).toBe(written)
    expect(parseTarget(written)).toMatchObject({ low: limit, high: limit, including: true, better: 'lower' })
  })

  test('in words it stays as it is written', () => {
    expect(atMost('2.5 h')).toBe('<= 2.5 h')
  })
})

describe('a value in points beside a target in per cent', () => {
  test.each([
    [2, '>= 85%'],
    [0.85, '>= 85%'],
    [-15, '>= 85%'],
    [15, '>= 85'],
    [20, '>= 100%'],
    [30, '>= 150%'],
    [50, '< 0.5'],
    [50, '< 5 min'],
  ])('%d may be meant beside “%s”', (value, text) => {
    expect(percentPoints(value, parseTarget(text))).toBe('')
  })

  test.each([
    [2.01, '>= 85%', '2.01 and the target 85%, write 2.01% or 0.0201'],
    [15, '<= 7%', '15 and the target 7%, write 15% or 0.15'],
    [200, '>= 85%', '200 and the target 85%, write 200% or 2'],
    [201, '>= 85%', '201 and the target 85%, which no share comes near: look at which cell it is'],
    [21, '>= 100%', '21 and the target 100%, write 21% or 0.21'],
    [70, '60%-70%', '70 and the target 70%, write 70% or 0.7'],
    [5000, '150%', '5000 and the target 150%, which no share comes near: look at which cell it is'],
  ])('%d beside “%s” is told', (value, text, sentence) => {
    expect(percentPoints(value, parseTarget(text))).toBe(sentence)
  })
})

describe('a value that may count another time than its target', () => {
  const inHours = (value: number, hours: string, plain: string) =>
    `${value} and the target counts days: if the value counts hours, write the target so too (${hours}); if it counts days, write only the number (${plain})`
  const inDays = (value: number, plain: string) =>
    `${value} and the target counts months: if the value counts hours or days, write the target so too; if it counts months, write only the number (${plain})`

  test.each([
    [1.5, '< 1 day', inHours(1.5, '< 24 h', '< 1')],
    [24, '< 1 day', inHours(24, '< 24 h', '< 1')],
    [10.5, '<= 1 week', inHours(10.5, '<= 168 h', '<= 7')],
    [40, '<= 8 days', inHours(40, '<= 192 h', '<= 8')],
    [70, '7-14 days', inHours(70, '<= 336 h', '<= 14')],
    [3, '<= 2 months', inDays(3, '<= 2')],
    [1461, '<= 2 months', inDays(1461, '<= 2')],
    [60, '< 1 year', inDays(60, '< 12')],
  ])('%d misses “%s” so widely that it is told', (value, text, sentence) => {
    expect(otherTime(value, parseTarget(text))).toBe(sentence)
  })

  test.each([
    [1.4, '< 1 day'],
    [24.1, '< 1 day'],
    [10.4, '<= 1 week'],
    [39, '<= 8 days'],
    [2.9, '<= 2 months'],
    [1461.5, '<= 2 months'],
    [59, '< 1 year'],
    [3, '< 2 h'],
    [20, '< 1'],
    [20, '>= 1 day'],
    [20, '< 1%'],
  ])('%d beside “%s” is taken as it is', (value, text) => {
    expect(otherTime(value, parseTarget(text))).toBe('')
  })
})

const bare = { name: 'TRY', summary: '', questions: [], returns: {}, examples: [], source: '' }
const inWords = ({ low, high, better }: Target) => `${low} to ${high}, ${better ?? 'either'}`

describe('the target of a cell', () => {
  const one = metric({ ...bare, args: [target('aim', '')] }, inWords)

  test('is a number or a text, and 0 is one', () => {
    expect(compute(one, '>= 95%')).toBe('0.95 to 0.95, higher')
    expect(compute(one, [['60-70']])).toBe('60 to 70, either')
    expect(compute(one, 50)).toBe('50 to 50, either')
    expect(compute(one, 0)).toBe('0 to 0, either')
    expect(targetOf(50, '')).toEqual({
      low: 50,
      high: 50,
      including: true,
      better: undefined,
      saysBetter: false,
      unit: undefined,
    })
  })

  test('is told where there is none', () => {
    expect(failure(one)).toBe('#VALUE! TRY: aim is missing')
    for (const blank of [null, '', '  ', [['']]]) expect(failure(one, blank)).toBe('#VALUE! TRY: aim is blank')
    expect(failure(one, true)).toBe('#VALUE! TRY: aim is TRUE, not a target')
    expect(failure(one, column('> 1', '> 2'))).toBe('#VALUE! TRY: aim must be one cell, not 2')
    expect(failure(one, new CellError('#REF!', ''))).toBe('#REF! TRY: aim is #REF!')
    expect(failure(one, 'soon')).toContain('#VALUE! TRY: target “soon” cannot be read')
  })
})

describe('a column of targets', () => {
  const args = [targetColumn('aims', ''), numberColumn('n', '')] as const
  const many = metric({ ...bare, args: [...args] as [Arg<Target[]>, Arg<Float64Array>] }, (aims, n) =>
    aims.map((aim, i) => `${n[i]}: ${inWords(aim)}`).join('; '),
  )

  test('may have a title, and its rows without a target are left out', () => {
    expect(compute(many, column('Aim', '>= 3', 0, '2-4'), column('N', 1, 2, 3))).toBe(
      '1: 3 to 3, higher; 2: 0 to 0, either; 3: 2 to 4, either',
    )
    const gaps = column('Aim', null, '', ' ', 'n/a', 'TBD', true, 5, '-', '< 6')
    expect(compute(many, gaps, column('N', 1, 2, 3, 4, 5, 6, 7, 8, 9))).toBe('7: 5 to 5, either; 9: 6 to 6, lower')
  })

  test('begins with a target where its first cell holds a number', () => {
    expect(compute(many, column('>= 3', 4), column(1, 2))).toBe('1: 3 to 3, higher; 2: 4 to 4, either')
    expect(compute(many, column(3, '<= 4'), column(1, 2))).toBe('1: 3 to 3, either; 2: 4 to 4, lower')
  })

  test('that has a title beside a column without one, or the reverse, is refused: every row would have its neighbour’s', () => {
    expect(failure(many, column('Aim', 3), column(1, 2))).toBe(
      '#VALUE! TRY: aims begins with a header and n does not, select the same rows in both',
    )
    for (const first of ['>= 3', 3, false]) {
      expect(failure(many, column(first, 4), column('N', 2))).toBe(
        '#VALUE! TRY: n begins with a header and aims does not, select the same rows in both',
      )
    }
  })

  test('may stand alone, with a title or without', () => {
    const alone = metric({ ...bare, args: [targetColumn('aims', '')] }, (aims) => aims.map(inWords).join('; '))
    expect(compute(alone, column('Aim', '>= 3', 4))).toBe('3 to 3, higher; 4 to 4, either')
    expect(compute(alone, column('>= 3', 4))).toBe('3 to 3, higher; 4 to 4, either')
    expect(compute(alone, '< 2.5')).toBe('2.5 to 2.5, lower')
    expect(failure(alone, 'Aim')).toContain('aims: target “Aim” cannot be read')
  })

  test('has no title where its first cell is blank or says that there is none', () => {
    for (const none of [null, '', 'n/a']) {
      expect(compute(many, column(none, 4), column(1, 2))).toBe('2: 4 to 4, either')
      expect(compute(many, column(none, 4), column('N', 2))).toBe('2: 4 to 4, either')
    }
  })

  test('names the row of a target that cannot be read', () => {
    expect(failure(many, column('Aim', 3, 'soon'), column('N', 1, 2))).toBe(
      '#VALUE! TRY: aims row 3: target “soon” cannot be read: write it like ">= 95%", "< 2.5", "60%-70%" or "under 5 min"',
    )
    expect(failure(many, column(3, new CellError('#REF!', '')), column(1, 2))).toBe('#REF! TRY: aims row 2 is #REF!')
    expect(failure(many, column(null, ''), column(1, 2))).toBe('#N/A TRY: aims and n have no complete row')
    expect(failure(many, undefined, column(1, 2))).toBe('#VALUE! TRY: aims is missing')
  })
})

test('a range whose ends are the wrong way round is named with its units', () => {
  expect(refusal('2 h - 30 min')).toBe('#VALUE! target “2 h - 30 min” cannot be read: 2 h is above 30 min')
  expect(refusal('14-7 days')).toBe('#VALUE! target “14-7 days” cannot be read: 14 is above 7')
  expect(refusal('between 5')).toContain('cannot be read')
})

test('a limit of no time at all is met by none, and by nothing else', () => {
  const limit = parseTarget('<= 0 days')
  expect(otherTime(0, limit)).toBe('')
  expect(otherTime(2, limit)).toBe('')
})
