import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { readXlsx } from '../../../workbench/files/xlsx/xlsxReading.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'

interface Parts {
  rows: string
  strings?: readonly string[]
  styles?: string
  workbook?: string
  after?: string
}

const STYLES = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs>'

/** An .xlsx of one sheet, as zipped XML. */
function zipped({ rows, strings = [], styles = STYLES, workbook = '<workbook/>', after = '' }: Parts) {
  const zip = new JSZip()
  zip.file('xl/workbook.xml', workbook)
  zip.file('xl/styles.xml', styles)
  zip.file('xl/sharedStrings.xml', `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`)
  zip.file('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`)
  return zip.generateAsync({ type: 'uint8array' })
}

const read = async (parts: Parts) => readXlsx(await zipped(parts))
const sheetOf = async (parts: Parts) => (await read(parts)).sheets[0]!
const cellsOf = async (parts: Parts) => (await sheetOf(parts)).cells
const row = (cells: string) => ({ rows: `<row r="1">${cells}</row>` })
const sharedCell = (index: number, style = 0) => `<c r="A${index + 1}" s="${style}" t="s"><v>${index}</v></c>`
const sharedRows = (count: number, style = 0) =>
  Array.from({ length: count }, (_, i) => `<row r="${i + 1}">${sharedCell(i, style)}</row>`).join('')
const texts = (strings: readonly string[]) => strings.map((text) => `<t>${text}</t>`)

describe('texts of an xlsx', () => {
  test('keep what looks like a number, a formula or a quotation', async () => {
    const strings = ['007', '=1+1', "'so", 'word', '9']
    const cells = await cellsOf({ rows: sharedRows(5), strings: texts(strings) })
    expect(Object.values(cells)).toEqual(["'007", "'=1+1", "''so", 'word', "'9"])
  })

  test('are left alone in cells for text, but for formulas, whose cells become ordinary ones', async () => {
    const strings = ['=1+1', '007', '&apos;so', '_x003D_1+1']
    const { cells, runs } = await sheetOf({ rows: sharedRows(4, 1), strings: texts(strings) })
    expect(Object.values(cells)).toEqual(["'=1+1", '007', "''so", "'=1+1"])
    expect(runs.map(({ from, to, isOrdinary }) => [from, to, isOrdinary])).toEqual([
      [1, 1, true],
      [2, 2, false],
      [3, 4, true],
    ])
  })

  test.each([
    ['inline', '<c r="A1" t="inlineStr"><is><t>recommend</t></is></c>', 'recommend'],
    [
      'inline in runs',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>very </t></r><r><t>good</t></r></is></c>',
      'verygood',
    ],
    [
      'inline in runs that keep their spaces',
      '<c r="A1" t="inlineStr"><is><r><t xml:space="preserve">very </t></r><r><t>good</t></r></is></c>',
      'very good',
    ],
    ['inline that looks like a number', '<c r="A1" t="inlineStr"><is><t>007</t></is></c>', "'007"],
    [
      'inline that looks like a formula',
      '<c r="A1" t="inlineStr"><is><t>=HYPERLINK("x")</t></is></c>',
      `'=HYPERLINK("x")`,
    ],
    ['inline in a cell for text', '<c r="A1" s="1" t="inlineStr"><is><t>12.5</t></is></c>', '12.5'],
    [
      'inline with signs of XML',
      '<c r="A1" t="inlineStr"><is><t>R&amp;D &lt;b&gt; &#233; &#xe9;</t></is></c>',
      'R&D <b> é é',
    ],
    ['inline in a section', '<c r="A1" t="inlineStr"><is><t><![CDATA[a<b & c]]></t></is></c>', 'a<b & c'],
    [
      'inline without what tells how to pronounce it',
      '<c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>',
      '東京',
    ],
    ['of a formula’s kind without a formula', '<c r="A1" t="str"><v>12 months</v></c>', "'12 months"],
    ['with line ends of Windows', '<c r="A1" t="inlineStr"><is><t>one_x000D_\ntwo</t></is></c>', 'one\ntwo'],
  ])('%s open', async (_, cell, content) => {
    expect(await cellsOf(row(cell))).toEqual({ A1: content })
  })

  test('of runs are one text, and an empty one is blank', async () => {
    const strings = ['<r><t>one</t></r><r><t xml:space="preserve"> two</t></r>', '', '<t/>', '<t>x</t>']
    expect(await cellsOf({ rows: sharedRows(4), strings })).toEqual({ A1: 'one two', A4: 'x' })
  })
})

describe('cells of an xlsx', () => {
  test('may leave their places out', async () => {
    expect(
      await cellsOf({
        rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row>',
      }),
    ).toEqual({
      A1: '1',
      B1: '2',
      C2: '3',
      D2: '4',
    })
  })

  test('may have tags with a prefix', async () => {
    const zip = await JSZip.loadAsync(await zipped(row('')))
    const xml =
      '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>hi</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
    zip.file('xl/worksheets/sheet1.xml', xml)
    const { sheets } = await readXlsx(await zip.generateAsync({ type: 'uint8array' }))
    expect(sheets[0]!.cells).toEqual({ A1: 'hi' })
  })

  test('hold numbers, yes and no, and errors', async () => {
    const cells =
      '<c r="A1"><v>1.5E-3</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1"/><c r="E1"><v/></c>'
    expect(await cellsOf(row(cells))).toEqual({ A1: '0.0015', B1: 'TRUE', C1: '#N/A' })
  })

  test('with formulas in 100,000 rows are left to the engine in few rows, whose number is what its time goes with', async () => {
    const rows = Array.from({ length: 100_000 }, () => '<row><c><f>1+1</f></c></row>').join('')
    const { rest, size } = await sheetOf({ rows })
    expect(rest.match(/<row /g)).toHaveLength(2)
    expect(rest.match(/<f>1\+1<\/f>/g)).toHaveLength(100_000)
    expect(rest).toContain('<c r="A77777"><f>')
    expect(size).toMatchObject({ rows: 100_000, left: 0 })
  })

  test('leave the heights of rows to the engine where charts stand on them', async () => {
    const rows = [2, 3].map((row) => `<row r="${row}" ht="30"><c r="A${row}"><v>1</v></c></row>`).join('')
    const restOf = async (after: string) => (await read({ rows, after })).files['xl/worksheets/sheet1.xml']
    expect(await restOf('<drawing r:id="rId1"/>')).toContain('<row r="2" ht="30"></row>')
    expect(await restOf('')).not.toContain('r="2"')
  })

  test('with formulas stay in order around a row with a group of its own', async () => {
    const formula = '<c><f>1+1</f></c>'
    const { rest, size } = await sheetOf({
      rows: `<row>${formula}</row><row>${formula}</row><row outlineLevel="1" ht="30">${formula}</row><row>${formula}</row>`,
    })
    expect(rest.replace(/<f>1\+1<\/f>/g, '')).toContain(
      '<row r="4"><c r="A4"/></row><row r="4"><c r="A1"></c><c r="A2"></c></row><row r="3" outlineLevel="1" ht="30"><c r="A3"></c></row><row r="4"><c r="A4"></c></row>',
    )
    expect(size.left).toBe(1)
  })

  test('with formulas are left to the engine, and what an array formula spills is not taken for values', async () => {
    const { cells, rest } = await sheetOf({
      rows: '<row r="1"><c r="A1"><f t="array" ref="A1:B2">SORT(D1:E2)</f><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>9</v></c></row>',
    })
    expect(cells).toEqual({ D1: '4', C2: '9' })
    expect(rest).toContain('SORT(D1:E2)')
  })

  test('that a formula spills below all else have room there', async () => {
    const { size, rest } = await sheetOf({
      rows: '<row r="1"><c r="A1"><f t="array" ref="A1:B400">SORT(D1:E400)</f><v>1</v></c></row><row r="400"><c r="A400"><v>3</v></c><c r="B400"><v>3</v></c></row>',
    })
    expect(size).toMatchObject({ rows: 400, columns: 2, filled: 1 })
    expect(rest).toContain('<c r="B400"/>')
  })

  test('of later functions are known by their names, however many stand in a formula', async () => {
    const { files } = await read(
      row(
        '<c r="A1"><f>_xlfn.MAXIFS(B:B,C:C,1)-_xlfn.MINIFS(B:B,C:C,1)+SUM(_xlfn._xlws.FILTER(B:B,C:C=1))&amp;"_xlfn."</f></c>',
      ),
    )
    expect(files['xl/worksheets/sheet1.xml']).toContain(
      '<f>MAXIFS(B:B,C:C,1)-MINIFS(B:B,C:C,1)+SUM(FILTER(B:B,C:C=1))&amp;"_xlfn."</f>',
    )
  })

  test('with links are left to the engine with their texts', async () => {
    const { cells, rest } = await sheetOf({
      ...row('<c r="A1" t="inlineStr"><is><t>R&amp;D</t></is></c><c r="B1"><v>2</v></c>'),
      after: '<hyperlinks><hyperlink ref="A1" location="Sheet1!A1"/></hyperlinks>',
    })
    expect(cells).toEqual({ B1: '2' })
    expect(rest).toContain('<v xml:space="preserve">R&amp;D</v>')
  })

  test('keep each of several colour rules, with the texts they compare with', async () => {
    const rule = (formula: string) => `<cfRule type="cellIs" operator="equal"><formula>${formula}</formula></cfRule>`
    const rules = [rule('"not so"'), rule('5'), '<cfRule type="duplicateValues" dxfId="0"/>']
    const own = [rule('="not so"'), rule('5'), rules[2]].map(
      (one) => `<conditionalFormatting sqref="A1">${one}</conditionalFormatting>`,
    )
    const after = `<conditionalFormatting sqref="A1">${rules.join('')}</conditionalFormatting>`
    const { files } = await read({ rows: '', after })
    expect(files['xl/worksheets/sheet1.xml']).toContain(own.join(''))
  })
})

describe('a workbook whose days are counted from 1904', () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="&quot;day &quot;0"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="[Red]0.0"/><numFmt numFmtId="168" formatCode="mmm\\ yy;@"/></numFmts><cellXfs>${[0, 14, 22, 164, 165, 166, 167, 168, 4, 20].map((format) => `<xf numFmtId="${format}"/>`).join('')}</cellXfs>`
  const day = serialOf(2026, 3, 1)
  const shifted = async (workbook: string, style: number) => {
    const cells = await cellsOf({ ...row(`<c r="A1" s="${style}"><v>${day - 1462}</v></c>`), styles, workbook })
    return Number(cells['A1']) === day
  }
  const macs = [
    '<workbook><workbookPr date1904="1"/></workbook>',
    "<workbook><workbookPr defaultThemeVersion='1' date1904='true'/></workbook>",
  ]

  test.each(macs)('has the right dates: %s', async (workbook) => {
    for (const style of [1, 2, 3, 7]) expect(await shifted(workbook, style)).toBe(true)
  })

  test.each(macs)('has its numbers and durations as they are: %s', async (workbook) => {
    for (const style of [0, 4, 5, 6, 8, 9]) expect(await shifted(workbook, style)).toBe(false)
  })

  test.each([
    '<workbook/>',
    '<workbook><workbookPr date1904="0"/></workbook>',
    '<workbook><workbookPr date1904="false"/></workbook>',
  ])('is another than %s', async (workbook) => expect(await shifted(workbook, 1)).toBe(false))
})

describe('an xlsx that is too large is refused with what it has and what the workbench takes', () => {
  test('one cell in the last corner', async () => {
    await expect(read({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' })).rejects.toThrow(
      'its sheet has 1,048,576 rows, 16,384 columns and 1 filled cell, and the workbench takes up to 200,000 rows, 2,000 columns and 1,000,000 filled cells: delete what stands far below or to the right of the rest (Ctrl+End in Excel goes there)',
    )
  })

  test('20,000 columns', async () => {
    const cells = Array.from({ length: 20_000 }, () => '<c><v>1</v></c>').join('')
    await expect(read(row(cells))).rejects.toThrow('20,000 columns')
  })

  test('groups over 100,000 rows', async () => {
    const rows = Array.from({ length: 100_000 }, () => '<row outlineLevel="1"><c><v>1</v></c></row>').join('')
    await expect(read({ rows })).rejects.toThrow(
      '100,000 rows in groups or with a look of their own among 100,000 rows, which is more than the workbench can open: take the groups apart (Data, Ungroup in Excel), or leave out rows',
    )
  })

  test('looks without values far away do not count', async () => {
    const { size } = await sheetOf({
      rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>',
    })
    expect(size).toEqual({ rows: 1, columns: 1, filled: 1, left: 0 })
  })
})

describe('200,000 distinct texts', () => {
  test('are taken in the time that goes with their number', async () => {
    const strings = Array.from({ length: 200_000 }, (_, i) => `<t>text ${i}</t>`)
    const bytes = await zipped({ rows: sharedRows(200_000), strings })
    let steps = 0
    const start = performance.now()
    const { sheets } = await readXlsx(bytes, async () => void steps++)
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(sheets[0]!.cells['A200000']).toBe('text 199999')
    expect(steps).toBe(200)
  })
})

describe('what is no xlsx is refused by what it is', () => {
  const zipOf = (files: Record<string, string>) => {
    const zip = new JSZip()
    for (const [path, text] of Object.entries(files)) zip.file(path, text)
    return zip.generateAsync({ type: 'uint8array' })
  }

  test.each([
    ['.xlsb', { 'xl/workbook.bin': '' }, 'a binary Excel workbook (.xlsb)'],
    ['.ods', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }, 'an OpenDocument spreadsheet (.ods)'],
    ['.odt', { mimetype: 'application/vnd.oasis.opendocument.text' }, 'an OpenDocument file that is no spreadsheet'],
    ['.numbers', { 'Index/Document.iwa': '' }, 'a Numbers spreadsheet (.numbers)'],
    ['.docx', { 'word/document.xml': '' }, 'a Word document'],
    ['.pptx', { 'ppt/presentation.xml': '' }, 'a PowerPoint presentation'],
    ['a zip of exports', { 'export/answers.csv': '' }, 'it is a zip archive: unpack it'],
    [
      'another zip',
      { 'readme.md': '' },
      'it is a zip archive without an Excel workbook in it: save the data as .xlsx or .csv',
    ],
  ])('%s', async (_, files, sentence) => {
    await expect(readXlsx(await zipOf(files as Record<string, string>))).rejects.toThrow(sentence)
  })

  test('no zip', async () => {
    await expect(readXlsx(new TextEncoder().encode('not a zip'))).rejects.toThrow()
  })
})

describe('notes of an xlsx', () => {
  const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const COMMENT = '<comment ref="B2" authorId="0"><text><t>plain</t></text></comment>'
  const noted = async (comments: string, target = '../comments1.xml', path = 'xl/comments1.xml', type = RELATIONS) => {
    const zip = await JSZip.loadAsync(await zipped(row('<c r="A1"><v>1</v></c>')))
    const thread = `<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/>`
    zip.file(
      'xl/worksheets/_rels/sheet1.xml.rels',
      `<Relationships>${thread}<Relationship Id="rId2" Type="${type}/comments" Target="${target}"/></Relationships>`,
    )
    zip.file(path, comments)
    const { sheets } = await readXlsx(await zip.generateAsync({ type: 'uint8array' }))
    return sheets[0]!.notes
  }
  const list = (comments: string) =>
    `<comments><authors><author>Ada &lt;a@b&gt;</author></authors><commentList>${comments}</commentList></comments>`

  test.each([
    ['of one text', '<text><t>plain</t></text>', 'plain'],
    [
      'of runs, with the line of the author',
      '<text><r><rPr><b/><sz val="9"/></rPr><t>Ada:</t></r><r><rPr><sz val="9"/></rPr><t xml:space="preserve">\nasked by\r\nphone </t></r></text>',
      'Ada:\nasked by\nphone ',
    ],
    [
      'with signs of XML and of Excel',
      '<text><t>R&amp;D &lt;b&gt; &#233; _x0041__x000D_\nend</t></text>',
      'R&D <b> é A\nend',
    ],
    ['in a section', '<text><t><![CDATA[a < b & c]]></t></text>', 'a < b & c'],
  ])('%s open', async (_, body, note) => {
    expect(await noted(list(`<comment ref="C7" authorId="0" shapeId="0">${body}</comment>${COMMENT}`))).toEqual({
      C7: note,
      B2: 'plain',
    })
  })

  test.each([
    ['/xl/comments/comment1.xml', 'xl/comments/comment1.xml', RELATIONS],
    ['../comments1.xml', 'xl/comments1.xml', 'http://purl.oclc.org/ooxml/officeDocument/relationships'],
  ])('are found by their relation: %s', async (target, path, type) => {
    expect(await noted(list(COMMENT), target, path, type)).toEqual({ B2: 'plain' })
  })

  test('may have tags with a prefix', async () => {
    const prefixed = list(COMMENT).replace(/<(\/?)/g, '<$1x:')
    expect(await noted(prefixed)).toEqual({ B2: 'plain' })
  })

  test('without a cell or a text, or in a part that is not there, are none', async () => {
    expect(await noted(list('<comment authorId="0"><text><t>lost</t></text></comment><comment ref="A1"/>'))).toEqual({})
    expect(await noted(list(COMMENT), '../elsewhere.xml')).toEqual({})
  })
})
