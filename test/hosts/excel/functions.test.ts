import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { givesBlock } from '../../../core/metric.ts'
import { formula } from '../../../core/catalogue/reference.ts'
import { expectClose } from '../../close.ts'
import { builtMetadata, openExcel, outcomeOf, wireArguments, type Excel } from '../excelHost/excel.ts'
import { built, flags, openRuntime } from '../excelHost/runtime.ts'
import type { SendsBlanksAs } from '../excelHost/workbook.ts'

const examples = catalogue().flatMap(({ spec }) =>
  spec.examples.map(({ cells, gives }) => ({ name: spec.name, typed: formula(spec, cells), cells, gives })),
)

async function result(excel: Excel, name: string, ...cells: unknown[]): Promise<unknown> {
  const outcome = await excel.call(name, ...cells)
  return 'error' in outcome ? outcome.error : outcome.value
}

/** Every cell of a value on the wire. */
function cellsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flatMap(cellsOf) : [value]
}

describe.each<[string, SendsBlanksAs]>([
  ['nothing', null],
  ['empty text', ''],
])('where blank cells arrive as %s', (_, blank) => {
  const excel = openExcel({ blank })
  test.each(examples)('$typed gives what its page says', async ({ name, cells, gives }) => {
    expectClose(await result(excel, name, ...cells), gives)
  })
})

describe('where blank cells arrive as 0', () => {
  const excel = openExcel({ blank: 0 })
  const withoutBlanks = openExcel({ blank: 0 })

  test('a blank date leaves its row out', async () => {
    const complete = await result(excel, 'COHORT_RETENTION', [['Ann'], ['Ben']], [['2026-01-05'], ['2026-02-05']])
    const ragged = [['2026-01-05'], ['2026-02-05'], [null]]
    expect(await result(excel, 'COHORT_RETENTION', [['Ann'], ['Ben'], [null]], ragged)).toEqual(complete)
  })

  test('a scale that begins at 1 refuses them and says which row', async () => {
    expect(await excel.call('CSAT', [[5], [null]])).toEqual({
      error: '#VALUE!',
      message: 'CSAT: ratings row 2 has 0, outside 1 to 5, give scale_min 0 if that is an answer',
    })
  })

  test.each(examples.filter(({ cells }) => !cells.flat(2).includes(null)))(
    '$typed, which has no blank cell, gives what its page says',
    async ({ name, cells, gives }) => expectClose(await result(withoutBlanks, name, ...cells), gives),
  )
})

describe('what arrives', () => {
  const excel = openExcel()
  const { runtime } = excel

  test('an argument left out at the end or in the middle has its default', async () => {
    const all = await result(excel, 'LTV', 100, 0.8, 0.05, 0, 12)
    expect(await result(excel, 'LTV', 100, 0.8, 0.05, undefined, 12)).toBe(all)
    expect(await result(excel, 'LTV', 100, 0.8, 0.05)).toBeCloseTo(1600, 9)
  })

  test('the invocation object that the runtime appends is not read as an argument', async () => {
    // Too few arguments: the object stands where the third one would.
    expect(outcomeOf(await runtime.invoke('LTV', [100, 0.8]))).toEqual({
      error: '#VALUE!',
      message: 'LTV: churn_rate is missing',
    })
  })

  test('a repeating argument takes any number of ranges and cells', async () => {
    const groups = [['chat'], ['mail'], ['chat'], ['mail']]
    const ratings = [[5], [2], [4], [4]]
    expect(await result(excel, 'METRIC_BY', 'CSAT', groups, ratings)).toEqual([
      ['segment', 'rows', 'CSAT'],
      ['chat', 2, 1],
      ['mail', 2, 0.5],
    ])
    expect(await result(excel, 'METRIC_BY', 'CSAT', groups, ratings, 5)).toEqual([
      ['segment', 'rows', 'CSAT'],
      ['chat', 2, 0.5],
      ['mail', 2, 0],
    ])
  })

  test('a repeating argument that is not given is missing', async () => {
    for (const nothing of [[], null]) {
      const reply = await runtime.invoke('METRIC_BY', ['CSAT', [['chat']], nothing])
      expect(outcomeOf(reply)).toEqual({ error: '#VALUE!', message: 'METRIC_BY: data_ranges is missing' })
    }
  })

  test('a blank single cell in place of an optional range is the same as leaving it out', async () => {
    expect(await result(excel, 'FCR', [[1], [2]], null)).toBe(0.5)
    expect(await result(excel, 'FCR', [[1], [2]])).toBe(0.5)
  })

  test('an empty range is told from a range that is missing', async () => {
    expect(await excel.call('NPS', null)).toEqual({ error: '#N/A', message: 'NPS: scores has no numbers' })
    expect(await excel.call('NPS')).toEqual({ error: '#VALUE!', message: 'NPS: scores is missing' })
  })

  const codes = ['#VALUE!', '#N/A', '#DIV/0!', '#NUM!', '#NULL!', '#REF!', '#NAME?', '#SPILL!', '#CALC!', '#BUSY!']
  const asError = (code: string) => ({ type: 'CustomFunctionError', code })
  const asDataType = (code: string) => ({
    value: JSON.stringify({ type: 'Error', basicValue: code, basicType: 'Error' }),
  })

  test.each(codes)('an error cell with %s comes out as the same error, in either of its two shapes', async (code) => {
    const inRange = (cell: unknown) => [[[9], [cell]]]
    expect(outcomeOf(await runtime.invoke('NPS', inRange(asError(code)), flags.errors))).toMatchObject({ error: code })
    const rich = await runtime.invoke('NPS', inRange(asDataType(code)), flags.errors | flags.richData)
    expect(outcomeOf(rich)).toMatchObject({ error: code })
    const single = await runtime.invoke('LTV', [asError(code), 0.8, 0.05, null, null], flags.errors)
    expect(outcomeOf(single)).toMatchObject({ error: code })
  })

  test('a column that was deleted is an error in its place', async () => {
    const cells = [[[asError('#REF!')]], [['2026-01-05'], ['2026-01-06']]]
    expect(outcomeOf(await runtime.invoke('COHORT_RETENTION', cells, flags.errors))).toMatchObject({ error: '#REF!' })
  })

  test('the row of an error cell is told where Excel shows a sentence', async () => {
    expect(outcomeOf(await runtime.invoke('NPS', [[[9], [asError('#N/A')]]], flags.errors))).toEqual({
      error: '#N/A',
      message: 'NPS: scores row 2 is #N/A',
    })
  })

  test.each([
    ['a number with a format', { type: 'Double', basicType: 'Double', basicValue: 9, numberFormat: '0.0' }],
    ['a formatted number', { type: 'FormattedNumber', basicValue: 9, numberFormat: '0.0' }],
    ['a number of an older runtime', { type: 'FormattedNumber', primitive: 9, numberFormat: '0.0' }],
    ['an entity that stands for a number', { type: 'Entity', basicType: 'Double', basicValue: 9, text: 'nine' }],
  ])('%s counts as its number', async (_, cell) => {
    const args = [[[{ value: JSON.stringify(cell) }], [0]]]
    expect(outcomeOf(await runtime.invoke('NPS', args, flags.richData))).toEqual({ value: 0 })
  })

  test.each([
    ['an empty cell', { type: 'Empty', basicType: 'Empty', basicValue: '' }],
    ['a text', { type: 'String', basicType: 'String', basicValue: 'n/a' }],
    ['a truth value', { type: 'Boolean', basicType: 'Boolean', basicValue: true }],
  ])('%s that comes as a data type is no answer', async (_, cell) => {
    const args = [[[{ value: JSON.stringify(cell) }], [9]]]
    expect(outcomeOf(await runtime.invoke('NPS', args, flags.richData))).toEqual({ value: 100 })
  })

  test('an entity without a value of its own is the error that Excel makes of it', async () => {
    const entity = { type: 'Entity', basicType: 'Error', basicValue: '#VALUE!', text: 'Contoso' }
    const args = [[[{ value: JSON.stringify(entity) }], [9]]]
    expect(outcomeOf(await runtime.invoke('NPS', args, flags.richData))).toEqual({
      error: '#VALUE!',
      message: 'NPS: scores row 1 is #VALUE!',
    })
  })
})

describe('what goes back', () => {
  const orders = [[['Ann'], ['Ben']], [['2026-01-05'], ['2026-02-11']], null, null, null, null]

  test('dates carry their format where the runtime knows formats', async () => {
    const reply = await openRuntime({ runtimeVersion: 1.4 }).invoke('COHORT_RETENTION', orders)
    expect(reply.ok && (reply.value as unknown[][]).map(([cohort]) => cohort)).toEqual([
      'cohort',
      { type: 'FormattedNumber', basicValue: 46023, numberFormat: 'yyyy-mm-dd' },
      { type: 'FormattedNumber', basicValue: 46054, numberFormat: 'yyyy-mm-dd' },
    ])
  })

  /** Excel sends a date as its number, so that the title and the numbers must tell. */
  const segments = async (...cells: unknown[]) => {
    const answers = cells.map((cell) => [typeof cell === 'string' ? 'Score' : 9])
    const reply = await openRuntime({ runtimeVersion: 1.4 }).invoke('NPS_TABLE', [
      answers,
      cells.map((cell) => [cell]),
      null,
    ])
    return reply.ok && (reply.value as unknown[][]).slice(1, -1).map(([segment]) => segment)
  }
  const date = (serial: number) => ({ type: 'FormattedNumber', basicValue: serial, numberFormat: 'yyyy-mm-dd' })

  test('segments that are dates by their title, or without one, are dates', async () => {
    expect(await segments('Order date', 46032, 46030)).toEqual([date(46030), date(46032)])
    expect(await segments(46032, 46030)).toEqual([date(46030), date(46032)])
    expect(await segments('Abo', 46054, 46023)).toEqual([date(46023), date(46054)])
  })

  test('segments that are codes by their title or size stay numbers', async () => {
    expect(await segments('Postcode', 40213, 40210)).toEqual([40210, 40213])
    expect(await segments(80331, 40210)).toEqual([40210, 80331])
    expect(await segments(2, 10)).toEqual([2, 10])
  })

  test('a date with a time of day shows it', async () => {
    const due = [[['2026-03-05T16:00'], ['2026-03-05T16:00']], [[2], [8]], 0, 24, null, null]
    const reply = await openRuntime({ runtimeVersion: 1.4 }).invoke('SLA_DUE', due)
    expect(reply.ok && reply.value).toEqual([
      [{ type: 'FormattedNumber', basicValue: 46086.75, numberFormat: 'yyyy-mm-dd hh:mm' }],
      [{ type: 'FormattedNumber', basicValue: 46087, numberFormat: 'yyyy-mm-dd' }],
    ])
  })

  test('dates are serial numbers where it does not', async () => {
    const reply = await openRuntime({ runtimeVersion: 1.3 }).invoke('COHORT_RETENTION', orders)
    expect(reply.ok && (reply.value as unknown[][]).map(([cohort]) => cohort)).toEqual(['cohort', 46023, 46054])
  })

  test('a cell that cannot be known is empty text, which Excel shows as nothing', async () => {
    const reply = await openRuntime().invoke('COHORT_RETENTION', orders)
    expect(reply.ok && (reply.value as unknown[][])[2]).toContain('')
  })

  test('a fault of ours is #VALUE! with a sentence that names the function', async () => {
    // No Excel sends a row that is no row.
    expect(outcomeOf(await openRuntime().invoke('NPS', [[[9], null]]))).toEqual({
      error: '#VALUE!',
      message: expect.stringMatching(/^NPS: internal error, please report this formula \(.+\)$/),
    })
  })
})

describe('ten traps of Excel', () => {
  const excel = openExcel()

  test('1: the functions are called without a prefix', () => {
    expect(readFileSync(built('manifest.xml'), 'utf8')).not.toContain('Namespace')
    expect(readFileSync(built('manifest.json'), 'utf8')).not.toContain('namespace')
  })

  test('2: blank cells are not answers, whether they arrive as nothing, as empty text or kept apart by IF()', async () => {
    for (const blank of [null, ''] as const) {
      expect(await result(openExcel({ blank }), 'NPS', [[9], [null], [3]])).toBe(0)
    }
    expect(await result(openExcel({ blank: 0 }), 'NPS', [[9], [''], [3]])).toBe(0)
  })

  test('3: no array carries a null, which Excel would show as 0', async () => {
    const replies = await excel.runtime.invokeMany(
      examples.map(({ name, cells }) => ({ id: name, args: wireArgumentsOf(name, cells) })),
    )
    const values = replies.flatMap((reply) => (reply.ok ? cellsOf(reply.value) : []))
    expect(values.length).toBeGreaterThan(examples.length)
    expect(values.filter((value) => value === null || value === undefined)).toEqual([])
  })

  test('3: the runtime itself turns a NaN in an array into null, so the test above would see one', async () => {
    const runtime = openRuntime()
    runtime.page.evaluate('CustomFunctions.associate("BREACH", () => [[1, NaN], [Infinity, undefined]])')
    const reply = await runtime.invoke('BREACH', [])
    expect(reply.ok && cellsOf(reply.value)).toEqual([1, null, null, null])
  })

  test('4: the sentences of #VALUE! and #N/A arrive', async () => {
    expect(await excel.call('NPS', [[10], [11]])).toEqual({
      error: '#VALUE!',
      message: 'NPS: scores row 2 has 11, outside 0 to 10',
    })
    expect(await excel.call('NPS', [['n/a'], [null]])).toEqual({ error: '#N/A', message: 'NPS: scores has no numbers' })
  })

  test('5: the bundle needs nothing of CustomFunctions but associate while it loads', () => {
    const asked: PropertyKey[] = []
    const watched = new Proxy(
      { associate() {} },
      { get: (target, name) => (asked.push(name), Reflect.get(target, name)) },
    )
    new Function('CustomFunctions', readFileSync(built('functions.js'), 'utf8'))(watched)
    expect(asked).toEqual(['associate'])
  })

  test('6: the functions are a classic script that blocks the page after office.js', () => {
    const page = readFileSync(built('taskpane.html'), 'utf8')
    const scripts = [...page.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes!.trim())
    expect(scripts).toEqual([
      'src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"',
      'src="functions.js"',
      'defer src="taskpane.js"',
    ])
    expect(readFileSync(built('functions.js'), 'utf8')).toMatch(/^"use strict";\(\(\)=>\{[^]*\}\)\(\);\s*$/)
  })

  test('7: ten thousand independent cells come back at once, not half a second apart', async () => {
    const before = excel.runtime.batches()
    const started = performance.now()
    const outcomes = await excel.callMany(
      Array.from({ length: 10_000 }, (_, i) => ['LTV', 100, 0.8, 0.01 + i / 20_000]),
    )
    expect(performance.now() - started).toBeLessThan(3000)
    expect(outcomes.every((outcome) => 'value' in outcome && Number(outcome.value) > 0)).toBe(true)
    expect(excel.runtime.batches() - before).toBeLessThan(5)
  })

  test('8: what Data Tables cannot calculate spills from one cell, so every table is declared as a matrix', () => {
    const declared = new Map(builtMetadata().functions.map(({ id, result }) => [id, result.dimensionality]))
    for (const { spec } of catalogue()) {
      expect([spec.name, declared.get(spec.name)]).toEqual([spec.name, givesBlock(spec.returns) ? 'matrix' : 'scalar'])
    }
  })

  test('9: a release renews the cached functions.json, since both manifests carry its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(readFileSync(built('manifest.xml'), 'utf8')).toContain(`<Version>${version}.0</Version>`)
    expect(JSON.parse(readFileSync(built('manifest.json'), 'utf8'))).toMatchObject({ version })
  })

  test('10: office.js is never part of what ships, since only Microsoft’s server has the current one', () => {
    for (const file of ['functions.js', 'taskpane.js']) {
      expect(readFileSync(built(file), 'utf8')).not.toMatch(/OfficeExtension|_richApiNativeBridge/)
    }
  })
})

function wireArgumentsOf(name: string, cells: readonly unknown[]): unknown[] {
  return wireArguments(builtMetadata().functions.find(({ id }) => id === name)!.parameters, cells, null)
}

describe('functions.js computes, and leaves texts to the task pane', () => {
  test('METRIC_DEF says of every function what the function says of itself', async () => {
    const excel = openExcel({ blank: null })
    for (const { spec } of catalogue()) {
      expect(await result(excel, 'METRIC_DEF', spec.name, 'definition')).toBe(spec.summary)
      expect(await result(excel, 'METRIC_DEF', spec.name, 'source')).toBe(spec.source)
    }
  })

  test('questions and help stand nowhere in it', () => {
    const code = readFileSync(built('functions.js'), 'utf8')
    const isThere = (text: string) => text.length > 30 && code.includes(JSON.stringify(text).slice(1, -1))
    for (const { spec } of catalogue()) {
      expect([...spec.questions, ...spec.args.map(({ help }) => help)].filter(isThere)).toEqual([])
    }
  })
})
