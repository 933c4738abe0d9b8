import { describe, expect, test } from 'vitest'
import { besidesData, dataOnly, describe as described } from '../../../core/data/csv/besidesData.ts'
import { delimiterOf } from '../../../core/data/csv/delimited.ts'
import { kindOf } from '../../../workbench/files/kind.ts'
import { checkRoom, checkSize } from '../../../workbench/files/limits.ts'
import { inSteps } from '../../../workbench/files/steps.ts'
import { tableInText } from '../../../workbench/files/tables.ts'
import { readCsv, readRows } from '../../../core/data/csv/csv.ts'

const rowsOf = (text: string) => readCsv(text).rows
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const read = (text: string, ask = async () => false) => tableInText('x', bytes(text), ask, async () => {})

describe('line ends', () => {
  test.each([
    ['of Windows below the titles only', 'a,b\n1,2\r\n3,4\r\n'],
    ['of Windows after the titles only', 'a,b\r\n1,2\n3,4\n'],
    ['of old Macs', 'a,b\r1,2\r3,4\r'],
    ['of all kinds', 'a,b\r1,2\n3,4\r\n'],
    ['missing at the end', 'a,b\r\n1,2\n3,4'],
  ])('%s give the right rows', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['a', 'b'],
      [1, 2],
      [3, 4],
    ])
  })

  test('within quotes are line feeds', () => {
    expect(rowsOf('a,b\r\n"one\r\ntwo\rthree",2\n')).toEqual([
      ['a', 'b'],
      ['one\ntwo\nthree', 2],
    ])
  })
})

describe('a quotation mark', () => {
  test.each([
    [
      'at the start of a cell, never closed',
      'id,note\n1,"never closed\n2,fine\n3,fine',
      [
        [1, '"never closed'],
        [2, 'fine'],
        [3, 'fine'],
      ],
      2,
    ],
    [
      'in the last cell',
      'id,note\n1,fine\n2,"',
      [
        [1, 'fine'],
        [2, '"'],
      ],
      3,
    ],
    [
      'before another in a later row',
      'id,note\n1,"open\n2,"closed"\n3,x',
      [
        [1, '"open'],
        [2, 'closed'],
        [3, 'x'],
      ],
      2,
    ],
    [
      'closed in the middle of a cell',
      'id,note\n1,"big" deal\n2,x',
      [
        [1, '"big" deal'],
        [2, 'x'],
      ],
      2,
    ],
    [
      'after a cell of several lines',
      'id,note\n1,"two\nlines"\n2,"open\n3,x',
      [
        [1, 'two\nlines'],
        [2, '"open'],
        [3, 'x'],
      ],
      4,
    ],
  ])('%s swallows nothing and is told with its line', async (_, text, rows, line) => {
    const { tables, remarks } = await read(text)
    expect(tables[0]!.table.rows.slice(1)).toEqual(rows)
    expect(remarks).toEqual([`Line ${line} has a quotation mark that is not closed. It was read as it stands.`])
  })

  test('of which there are many are told together', async () => {
    const { remarks } = await read(`id,size\n${Array.from({ length: 7 }, (_, i) => `${i},"x`).join('\n')}`)
    expect(remarks).toEqual(['7 quotation marks are not closed (lines 2, 3, 4, 5, 6 …). They were read as they stand.'])
  })

  test('that makes a row part of a cell is told, since one may be missing', async () => {
    const { remarks } = await read('id,size\n1,"open\n2,5"\n3,x')
    expect(remarks).toEqual(['A cell in quotes goes from line 2 to 3: see whether a quotation mark is missing.'])
  })

  test.each([
    'id,size\n1,5" pipe\n2,6" pipe',
    'id,note\n1,"a ""b"" c"\n',
    'id,note\n1,"one\ntwo"\n',
    'id,note\n1,"x" \n',
  ])('is no matter in %j', async (text) => expect((await read(text)).remarks).toEqual([]))

  test('costs time that goes with the length of the text', () => {
    for (const start of ['"', '"a""', '""', 'x,"']) {
      const text = `a,b\n${start.repeat(200_000)}`
      const begin = performance.now()
      readCsv(text)
      expect(performance.now() - begin, start).toBeLessThan(8000)
    }
  })
})

describe('the delimiter', () => {
  test.each([
    ['a;b\n12,50;1,25', ';'],
    ['preis;menge\n9,99;3', ';'],
    ['name\tnote\nAnn\tgood, fast', '\t'],
    ['a|b\n1|2', '|'],
    ['a;b,c\n1;2,5\n3;4,5', ';'],
    ['name,note\nAnn,"one; two; three"', ','],
    ['when;who;what\n"a,b";c;d\n', ';'],
  ])('of %j is found', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })

  test('12,50 and 1,25 below a and b are two numbers', () => {
    expect(rowsOf('a;b\n12,50;1,25')).toEqual([
      ['a', 'b'],
      [12.5, 1.25],
    ])
  })

  test('is none in one column of decimal commas or of sentences', () => {
    expect(rowsOf('score\n9,5\n8,25\n')).toEqual([['score'], [9.5], [8.25]])
    expect(rowsOf('comment\nGood, fast\nFine\nSlow, dear, rude\nOK')[3]).toEqual(['Slow, dear, rude'])
  })

  test.each(['sep=;\n', 'sep=;\r\n', 'sep=;\r', '"sep=;"\n', '"sep=;"\r\n', '\ufeffsep=;\n', 'SEP=;\n', 'sep=; \n'])(
    'is named by %j',
    (line) => {
      expect(rowsOf(`${line}a,x;b\n1;2`)).toEqual([
        ['a,x', 'b'],
        [1, 2],
      ])
    },
  )
})

describe('what a file holds besides its data', () => {
  const found = (text: string) => {
    const steps = readRows(text)
    let step = steps.next()
    while (!step.done) step = steps.next()
    return { rows: step.value.rows, besides: besidesData(step.value.rows) }
  }
  const left = (text: string) => {
    const { rows, besides } = found(text)
    return besides ? dataOnly(rows, besides) : rows
  }
  const analytics =
    '# ----------------------------------------\n# Pages report\n# 20260101-20260131\n# ----------------------------------------\n\nPage,Views,Users\n/home,10,8\n/price,5,4\n'
  const ads =
    'Campaign report\n"January 1, 2026 - January 31, 2026"\nCampaign,Clicks,Cost\nBrand,10,5.20\nOther,5,1.10\nTotal: Account,15,6.30\n'

  test.each([
    ['comments above the titles', analytics, ['Page', 'Views', 'Users'], 3],
    ['a title, a time and a total', ads, ['Campaign', 'Clicks', 'Cost'], 3],
    ['a total', 'region,orders\nNorth,5\nSouth,7\nGrand total,12\n', ['region', 'orders'], 3],
    ['a total after a blank row', 'region;orders\nNord;5\nSüd;7\n\nGesamt;12\n', ['region', 'orders'], 3],
    ['a note', 'region,orders,cost\nNorth,5,1\nSouth,7,2\n\nSource: shop system\n', ['region', 'orders', 'cost'], 3],
    [
      'the questions of a survey',
      'Q1,Q2\nHow likely are you to recommend us to a friend?,Why did you give this score to us?\n9,Good\n3,Slow\n',
      ['Q1', 'Q2'],
      3,
    ],
    [
      'ids of imports',
      'StartDate,Q1\nStart Date,Recommend\n"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}"\n2026-01-05,9\n',
      ['StartDate', 'Q1'],
      2,
    ],
    [
      'kinds of answers',
      'Respondent ID,How likely?,Why?\n,Response,Open-Ended Response\n1,9,Good\n2,3,Slow\n',
      ['Respondent ID', 'How likely?', 'Why?'],
      3,
    ],
    [
      'choices below a blank title',
      'Id,Channel,\n,Response,Other (please specify)\n1,Mail,\n2,,Fax\n',
      ['Id', 'Channel', 'Other (please specify)'],
      3,
    ],
  ])('%s can be left out', (_, text, titles, rows) => {
    expect(left(text)[0]).toEqual(titles)
    expect(left(text)).toHaveLength(rows)
  })

  test.each([
    ['an ordinary file', 'a,b\n1,2\n3,4'],
    ['one column', 'score\n9\n10'],
    ['a title that is missing', ',score,note\nAnn,9,x\nBen,3,y'],
    ['a customer called Total Energies', 'name,score\nAnn,9\nTotal Energies,3'],
    ['data without titles', '1,2\n3,4\n5,6'],
    [
      'comments in the cells',
      'name,comment\nAnn,What did you think of the long queue at the till today?\nBen,Will you open on Sundays as the other shops do?\n',
    ],
    ['nothing but titles', 'a,b,c'],
    ['a last row with one cell', 'a,b,c\n1,2,3\n4'],
  ])('is nothing in %s', (_, text) => {
    expect(found(text).besides).toBeUndefined()
  })

  test('is kept unless a person says otherwise, and described before', async () => {
    expect((await read(ads)).tables[0]!.table.rows).toHaveLength(6)
    const asked: string[] = []
    const { tables } = await tableInText(
      'x',
      bytes(ads),
      async (besides) => asked.push(described(besides)) > 0,
      async () => {},
    )
    expect(asked).toEqual([
      '2 rows above the titles (“Campaign report”) and 1 row at the end (“Total: Account 15 6.30”) look as if not part of the data.',
    ])
    expect(tables[0]!.table.rows).toEqual([
      ['Campaign', 'Clicks', 'Cost'],
      ['Brand', 10, 5.2],
      ['Other', 5, 1.1],
    ])
  })
})

describe('the kind of a file is known by its content', () => {
  test.each([
    [
      'an old workbook',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0',
      'it is an Excel workbook of the old kind (.xls): save it as .xlsx or .csv',
    ],
    ['a workbook of Excel 4', '\x09\x04\x06\x00\x00\x00', 'it is an Excel workbook of the old kind (.xls)'],
    [
      'a workbook with a password',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0',
      'take the password off',
    ],
    [
      'an old Word document',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0',
      'a Word document of the old kind',
    ],
    ['a PDF', '%PDF-1.7', 'it is a PDF, which has no cells'],
    ['a picture', '\x89PNG\r\n\x1a\n', 'it is a picture'],
    ['a gzip', '\x1f\x8b\x08', 'it is a packed file (gzip)'],
    ['a database', 'SQLite format 3\0', 'it is a database (SQLite)'],
    ['a Parquet file', 'PAR1\x15', 'it is a Parquet file'],
  ])('%s is refused with a way on', (_, start, sentence) => {
    expect(kindOf(bytes(start))).toEqual({ refusal: expect.stringContaining(sentence) })
  })

  test.each([
    ['PK\x03\x04', 'zip'],
    ['<html><body>', 'markup'],
    ['\xef\xbb\xbf<?xml version="1.0"?>', 'markup'],
    ['\r\n  <TABLE border=1>', 'markup'],
    ['\xff\xfe<\0h\0t\0m\0l\0>\0', 'markup'],
    ['a,b\n1,2', 'text'],
    ['<5 min,9', 'text'],
  ])('%j is %s', (start, kind) => {
    expect(kindOf(bytes(start))).toBe(kind)
  })
})

describe('limits', () => {
  test.each([
    [{ rows: 200_001, columns: 2, filled: 400_002 }, 'leave out rows or columns'],
    [{ rows: 150_000, columns: 8, filled: 1_200_000 }, '1,200,000 filled cells'],
    [{ rows: 10, columns: 20_000, filled: 200_000 }, '20,000 columns'],
    [{ rows: 100_000, columns: 1_900, filled: 5 }, 'delete what stands far below or to the right'],
  ])('%j is refused', (size, sentence) => {
    expect(() => checkSize(size)).toThrow(sentence)
  })

  test('100,000 rows of 8 columns are taken, but not beside as many', () => {
    expect(() => checkSize({ rows: 100_000, columns: 8, filled: 800_000 })).not.toThrow()
    expect(() => checkRoom(800_000, 800_000)).toThrow('the open workbook 800,000')
  })

  test('a csv that is too large is counted, with steps, and not kept', async () => {
    const text = 'a,b\n' + '1,2\n'.repeat(600_000)
    const counts: number[] = []
    const { rows, size } = await inSteps(readRows(text, 1000), async (count) => void counts.push(count))
    expect(size).toEqual({ rows: 600_001, columns: 2, filled: 1_200_002 })
    expect(rows.length).toBeLessThanOrEqual(500)
    expect(counts.at(-1)).toBe(600_000)
    await expect(read(text)).rejects.toThrow('it has 600,001 rows, 2 columns and 1,200,002 filled cells')
  })
})
