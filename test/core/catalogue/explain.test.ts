import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellValue } from '../../../core/sheet/book.ts'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { CellError } from '../../../core/cell.ts'
import { callsIn, explain, parseCall, rangesOf, type InputReading } from '../../../core/catalogue/explain.ts'
import { column } from '../../compute.ts'

/** The inputs of a call in a cell of the sheet “Here”: what each is and holds. */
function inputs(formula: string): unknown[] | undefined {
  return parseCall(formula, 'Here')?.inputs.map((input) => {
    if (input.kind === 'cells') return `${input.range.sheet} | ${input.range.address}`
    return input.kind === 'value' ? input.value : `calculation ${input.text}`
  })
}

describe('a formula', () => {
  test.each([
    ['=NPS(A2:A9)', ['Here | A2:A9']],
    ['= nps ( a2:a9 ) ', ['Here | A2:A9']],
    ['=NPS(Survey!C:C)', ['Survey | C:C']],
    ['=NPS($C$2:$C$9)', ['Here | C2:C9']],
    ['=NPS(Survey!$C:$C)', ['Survey | C:C']],
    ['=NPS(C2:C)', ['Here | C2:C']],
    ["=NPS('Survey 2026'!C2:C9)", ['Survey 2026 | C2:C9']],
    ["=NPS('Ann''s, “new” (2)'!C2)", ["Ann's, “new” (2) | C2"]],
    ["=NPS('It costs $5'!$C$2)", ['It costs $5 | C2']],
    ['=NPS(Umsätze!C2)', ['Umsätze | C2']],
    ['=LTV(100, 80%, B4, , 12)', [100, 0.8, 'Here | B4', undefined, 12]],
    ['=LTV(-1.5,.5,1e-3)', [-1.5, 0.5, 0.001]],
    ['=CHURN_RATE(500, 50, , "average")', [500, 50, undefined, 'average']],
    ['=METRIC_BY("say ""hi"", (you)", A:A, TRUE)', ['say "hi", (you)', 'Here | A:A', true]],
    ['=BACKLOG(A1, B1, DATE(2026, 3, 1))', ['Here | A1', 'Here | B1', 46082]],
    ['=NPS()', []],
  ])('%s is taken apart', (formula, expected) => {
    expect(inputs(formula)).toEqual(expected)
  })

  test.each([
    ['=NPS({9,10;7,8})', ['calculation {9,10;7,8}']],
    ['=NPS({9,")";7,8}, A1)', ['calculation {9,")";7,8}', 'Here | A1']],
    ['=NPS(FILTER(A:A, B:B="x"))', ['calculation FILTER(A:A, B:B="x")']],
    ['=NPS(Scores)', ['calculation Scores']],
    ['=NPS(Table1[Score])', ['calculation Table1[Score]']],
    ['=LTV(B1*2, 80%, 1-B2)', ['calculation B1*2', 0.8, 'calculation 1-B2']],
    ['=BACKLOG(A1, B1, DATE(D1, 3, 1))', ['Here | A1', 'Here | B1', 'calculation DATE(D1, 3, 1)']],
  ])('%s has an argument that only the spreadsheet can work out, so it is not explained', (formula, expected) => {
    expect(inputs(formula)).toEqual(expected)
    const call = parseCall(formula, 'Here')!
    expect(
      explain(
        call,
        rangesOf(call).map(() => []),
      ),
    ).toBeNull()
  })

  test.each([
    '=NPS(A:A)+CSAT(B:B)',
    '=1+NPS(A:A)',
    '=ROUND(NPS(A:A), 1)',
    '=SUM(A:A)',
    '=NPS(A:A',
    '=NPS("A:A)',
    '=NPS(A:A))',
    '=NPS({1,2)',
    'NPS(A:A)',
    'a text',
    '',
  ])('%s is not one of ours alone', (formula) => {
    expect(parseCall(formula, 'Here')).toBeNull()
  })

  test('is known by every name of the catalogue', () => {
    const names = catalogue().map(({ spec }) => spec.name)
    expect(names.map((name) => parseCall(`=${name}(A1)`, 'Here')?.metric.spec.name)).toEqual(names)
  })

  test('tells its ranges in the order of its arguments', () => {
    expect(rangesOf(parseCall('=LTV(B1, 80%, Plan!B2)', 'Here')!)).toEqual([
      { sheet: 'Here', address: 'B1' },
      { sheet: 'Plan', address: 'B2' },
    ])
  })
})

/** What a formula makes of its ranges, each cut at its last used row as a book reads it. */
function told(formula: string, ...cells: unknown[][][]) {
  return explain(parseCall(formula, 'Here')!, cells as CellValue[][][])!
}

/** A reading in words: “8 rows: 5 used, 2 are blank” */
function words({ rows, counts, used, blank, skipped }: InputReading): string {
  if (rows === undefined) return 'one value'
  const filled = used === undefined ? [] : [blank ? `${used} used, ${blank} of them blank` : `${used} used`]
  const parts = [...filled, ...skipped.map(({ count, why }) => `${count} ${why}`)]
  return `${rows} ${counts}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}

const readings = (formula: string, ...cells: unknown[][][]) => told(formula, ...cells).readings.map(words)

describe('numbers of a range', () => {
  test('are used, and blanks, words and truths are told apart', () => {
    const cells = column('Score', 9, null, 'n/a', ' ', true, '10', 'unknown', false, 3, 'fine', 'late')
    const { readings, result } = told('=NPS(A:A)', cells)
    expect(readings.map(words)).toEqual([
      '12 rows: 3 used, 1 is the header, 2 are blank, 2 stand for no value, such as “n/a”, 2 are TRUE or FALSE, 2 are words, such as “fine”',
    ])
    expect(result).toBeCloseTo(100 / 3, 12)
  })

  test('one of a kind is told as one', () => {
    expect(readings('=NPS(A1:A5)', column('n/a', null, true, 8, 'fine'))).toEqual([
      '5 rows: 1 used, 1 is “n/a”, which stands for no value, 1 is blank, 1 is TRUE or FALSE, 1 is the word “fine”',
    ])
  })

  test('blank rows below the last used one are not counted', () => {
    expect(readings('=NPS(A2:A99)', column(9, 10, null, ''))).toEqual(['2 rows: 2 used'])
  })

  test('of a block are counted by cells', () => {
    const block = [
      [9, 10],
      [null, 8],
      ['x', 7],
    ]
    expect(readings('=NPS(A1:B3)', block)).toEqual(['6 cells: 4 used, 1 is blank, 1 is the word “x”'])
    expect(readings('=NPS(A1:C1)', [[9, null, 7]])).toEqual(['3 cells: 2 used, 1 is blank'])
  })

  test('a single cell and a written value are one value', () => {
    expect(readings('=LTV(B1, 80%, B2)', [[100]], [[0.05]])).toEqual(Array(6).fill('one value'))
    expect(told('=LTV(B1, 80%, B2)', [[100]], [[0.05]]).result).toBeCloseTo(1600, 9)
  })

  test('a percentage is a share of one', () => {
    expect(told('=LTV(100, 80%, 5%)').result).toEqual(told('=LTV(100, 0.8, 0.05)').result)
  })
})

describe('columns side by side', () => {
  test('the header is known, and a row is left out of each with the reason', () => {
    const contacts = column('Contacts', 1, 2, null, 1, 'n/a', 1)
    const solved = column('Solved', 'yes', null, 'no', 'no', 'yes', 'yes')
    expect(readings('=FCR(A1:A7, B1:B7)', contacts, solved)).toEqual([
      '7 rows: 3 used, 1 is the header, 1 is left out: resolved has no value there, 1 is blank, 1 is “n/a”, which stands for no value',
      '7 rows: 3 used, 1 is the header, 1 is blank, 2 are left out: contacts_per_case has no value there',
    ])
  })

  test('a first row of values is no header', () => {
    expect(readings('=FCR(A1:A2, B1:B2)', column(1, 2), column('yes', 'no'))[1]).toBe('2 rows: 2 used')
  })

  test('a blank that says “not yet” is used', () => {
    const starts = column('Start', 46000, 46001, null)
    const ends = column('End', 46000.1, null, 46001)
    expect(readings('=SLA_COMPLIANCE(A:A, B:B, 4, 46010)', starts, ends).slice(0, 3)).toEqual([
      '4 rows: 2 used, 1 is the header, 1 is blank',
      '4 rows: 2 used, 1 of them blank, 1 is the header, 1 is left out: started has no value there',
      'one value',
    ])
  })

  test('a column whose last rows are blank lines up as it does in the sheet', () => {
    for (const [one, other] of [
      ['A2:A99', 'B2:B99'],
      ['A:A', 'B:B'],
      ['A2:A', 'B2:B'],
    ] as const) {
      const { readings, result } = told(`=FCR(${one}, ${other})`, column(1, 2, 1, 1), column('yes', 'yes'))
      expect(result).toBe(0.5)
      expect(readings.map(words)).toEqual([
        '4 rows: 2 used, 2 are left out: resolved has no value there',
        '4 rows: 2 used, 2 are blank',
      ])
    }
  })

  test('columns of unequal height fail as they do in the sheet', () => {
    const { result } = told('=FCR(A2:A9, B2:B5)', column(1, 2, 1), column('yes', 'yes'))
    expect((result as CellError).message).toContain('select the same rows in both')
  })

  test('a header alone is no value', () => {
    const { result } = told('=FCR(A:A)', column('Contacts'))
    expect((result as CellError).code).toBe('#N/A')
  })

  test('a row is counted once where several columns have nothing', () => {
    const rows = ['=REPEAT_RATE(A1:A4, B1:B4)', column('a', null, 'b', ''), column(46000, null, 46001, null)] as const
    expect(readings(...rows).slice(0, 2)).toEqual(['3 rows: 2 used, 1 is blank', '3 rows: 2 used, 1 is blank'])
  })

  test('a zero is no date', () => {
    expect(readings('=REPEAT_RATE(A1:A2, B1:B2)', column('a', 'b'), column(46000, 0))[1]).toBe(
      '2 rows: 1 used, 1 is 0, which is no date',
    )
  })

  test('a block of columns leaves out a row for the first cell that says nothing', () => {
    const outcome = column('recommend', 9, 3, 7, 10, 5, 6, 8)
    const drivers = [['price', 'service'], ...[1, 5, 3, 2, 4, 4].map((x, i) => [x, (i * 7) % 5]), [2, 'n/a']]
    expect(readings('=DRIVER_IMPACT(A1:A8, B1:C8)', outcome, drivers).slice(0, 2)).toEqual([
      '8 rows: 6 used, 1 is the header, 1 is left out: drivers has no value there',
      '8 rows: 6 used, 1 is the header, 1 is “n/a”, which stands for no value',
    ])
  })

  test('in a single row of cells the cells are counted', () => {
    expect(readings('=FCR(A1:C1, A2:C2)', [[1, 2, null]], [['yes', 'no', 'no']])).toEqual([
      '3 cells: 2 used, 1 is blank',
      '3 cells: 2 used, 1 is left out: contacts_per_case has no value there',
    ])
  })
})

test('names that come again are used once', () => {
  const call = ['=FEATURE_ADOPTION(A1:A2, B1:B2, 5, C1:C5)', column('a', 'b'), column('x', 'y')] as const
  expect(readings(...call, column('x', null, 'y', 'x', 'x'))[3]).toBe('5 rows: 2 used, 1 is blank, 2 come again')
})

test('a list that may be empty and is uses nothing', () => {
  const call = '=CAC(A1, B1, C1:C3)'
  expect(readings(call, [[100]], [[10]], [])[2]).toBe('0 rows: 0 used')
})

test('of an argument that may be given again and again, each range is read', () => {
  const { readings } = told('=METRIC_BY("CSAT", A:A, B:B, C:C)', column('Region', 'a'), column('R', 5), column('X', 4))
  expect(readings.map(({ name, text, rows }) => [name, text, rows])).toEqual([
    ['metric', '"CSAT"', undefined],
    ['groups', 'A:A', 2],
    ['data_ranges', 'B:B', 2],
    ['data_ranges 2', 'C:C', 2],
  ])
})

describe('a formula that fails', () => {
  test.each([
    '#VALUE!',
    '#N/A',
    '#DIV/0!',
    '#REF!',
    '#NAME?',
    '#NUM!',
    '#NULL!',
    '#SPILL!',
    '#CALC!',
    '#BUSY!',
    '#ERROR!',
    '#CYCLE',
    '#FIELD!',
    '#CONNECT!',
    '#BLOCKED!',
    '#UNKNOWN!',
    '#GETTING_DATA',
  ])('for the error %s in a cell tells it with its row, and how many rows there were', (code) => {
    const { readings, result } = told('=NPS(A1:A3)', column(9, code, 7))
    expect(result).toBeInstanceOf(CellError)
    expect((result as CellError).message).toBe(`NPS: scores row 2 is ${code}`)
    expect(readings.map(words)).toEqual(['3 rows'])
  })

  test('text such as #1 is no error', () => {
    expect(readings('=NPS(A1:A2)', column(9, '#one'))).toEqual(['2 rows: 1 used, 1 is the word “#one”'])
  })

  test('for a wrong cell is told in its sentence', () => {
    expect((told('=NPS(A1:A2)', column(9, 11)).result as CellError).message).toContain('scores row 2 has 11')
  })

  test('only in the computation has its rows told all the same', () => {
    const { readings, result } = told('=ROAS(A1:A3, B1:B2)', column(5, null, 6), column(0, 0))
    expect((result as CellError).code).toBe('#DIV/0!')
    expect(readings.map(words)).toEqual(['3 rows: 2 used, 1 is blank', '2 rows: 2 used'])
  })

  test('for a missing argument has no rows to tell', () => {
    expect(told('=NPS()').readings.map(words)).toEqual(['one value'])
    expect((told('=NPS()').result as CellError).message).toBe('NPS: scores is missing')
  })
})

describe('whatever stands in the cells', () => {
  const odd = fc.constantFrom<CellValue[]>(null, '', ' ', 'n/a', 'word', true, false)
  const height = fc.integer({ min: 1, max: 12 })
  const sum = ({ used, skipped }: InputReading) => skipped.reduce((all, { count }) => all + count, used!)

  test('used and skipped cells of a range come to all of them', () => {
    const cells = fc.array(fc.oneof(odd, fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(cells, (values) => {
        const { readings } = told('=NPS(A1:A99)', column(...values))
        const [reading] = readings
        fc.pre(reading!.used !== undefined)
        expect(sum(reading!)).toBe(reading!.rows)
        expect(reading!.used).toBe(values.filter((value) => typeof value === 'number').length)
      }),
    )
  })

  test('used and skipped rows of columns come to all of them, and as many are used of each', () => {
    const rows = height.chain((length) =>
      fc.record({
        contacts: fc.array(fc.oneof(odd, fc.integer({ min: 1, max: 9 })), { minLength: length, maxLength: length }),
        solved: fc.array(fc.constantFrom<CellValue[]>(null, '', 'yes', 'no', true, false, 1), {
          minLength: length,
          maxLength: length,
        }),
        header: fc.boolean(),
      }),
    )
    let seen = 0
    fc.assert(
      fc.property(rows, ({ contacts, solved, header }) => {
        const top = header ? [['Contacts'], ['Solved']] : [[], []]
        const cells = [column(...top[0]!, ...contacts), column(...top[1]!, ...solved)]
        const { readings } = told('=FCR(A:A, B:B)', ...cells)
        fc.pre(readings.every(({ used }) => used !== undefined))
        seen++
        const complete = contacts.filter(
          (value, i) => typeof value === 'number' && !['', null].includes(solved[i] as null),
        )
        for (const reading of readings) {
          expect(sum(reading)).toBe(reading.rows)
          expect(reading.used).toBe(complete.length)
        }
      }),
    )
    expect(seen).toBeGreaterThan(20)
  })
})

describe('the calls of ours in a formula', () => {
  test.each<[string, string[]]>([
    ['=NPS(A:A)', ['NPS(A:A)']],
    ['=ROUND(NPS(Survey!E:E), 1)', ['NPS(Survey!E:E)']],
    ['=IFERROR(cac (A1:A3, B1), "none (yet)")', ['cac (A1:A3, B1)']],
    ['=LTV(100,80%,5%)/CAC({100;50},3)-1', ['LTV(100,80%,5%)', 'CAC({100;50},3)']],
    ['=LTV_CAC(LTV(100,80%,5%), 400)', ['LTV_CAC(LTV(100,80%,5%), 400)']],
    ['=METRIC_BY("NPS (all)", A:A, E:E)', ['METRIC_BY("NPS (all)", A:A, E:E)']],
    ["=SUM('NPS(1)'!A1, NPS('a) b'!A:A))", ["NPS('a) b'!A:A)"]],
    ['=SUM(A1)', []],
    ['=MY.NPS(A1)', []],
    ['=NPS', []],
    ['=NPS(A1', []],
    ['="NPS(A1)"', []],
  ])('%s', (formula, calls) => {
    expect(callsIn(formula)).toEqual(calls)
  })
})
