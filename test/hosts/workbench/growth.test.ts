import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { besidesData } from '../../../core/data/csv/besidesData.ts'
import { readXlsx } from '../../../workbench/files/xlsx/xlsxReading.ts'
import { addSheet, emptyWorkbook } from '../../../workbench/workbook.ts'
import { readCsv } from '../../../core/data/csv/csv.ts'

/** More than any of these takes, and far less than any would take whose time grew with the square. */
const SOON = 10_000

/** How long the processor works at it, in milliseconds, however busy the machine is with other things. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  return process.cpuUsage(before).user / 1000
}

const SHEET = '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>'

async function zipped(parts: Record<string, string>) {
  const zip = new JSZip()
  zip.file('xl/workbook.xml', '<workbook/>')
  zip.file('xl/worksheets/sheet1.xml', SHEET)
  for (const [path, text] of Object.entries(parts)) zip.file(path, text)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

const sheet = (rows: string, after = '') => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`,
})
const strings = (text: string) => ({
  'xl/sharedStrings.xml': `<sst><si>${text}</si></sst>`,
  ...sheet('<row><c t="s"><v>0</v></c></row>'),
})
const styles = (formats: string, xfs: string) => ({
  'xl/styles.xml': `<styleSheet><numFmts>${formats}</numFmts><cellXfs>${xfs}</cellXfs></styleSheet>`,
})
const spill = (i: number) => `<row><c><f t="array" ref="A${i + 1}:A60000">B1</f><v>1</v></c><c><v>1</v></c></row>`

describe('the time to read an xlsx grows with its length alone, whatever is in it', () => {
  test.each([
    ['empty runs in a text', strings('<r><t></t></r>'.repeat(200_000))],
    ['runs without an end', strings('<r><t>'.repeat(200_000))],
    ['guides to the pronunciation without an end', strings('<rPh>'.repeat(300_000))],
    ['tags that are not closed', strings('<t '.repeat(300_000))],
    ['ampersands', strings(`<t>${'&amp'.repeat(300_000)}</t>`)],
    ['escaped signs', strings(`<t>${'_x00'.repeat(300_000)}</t>`)],
    ['a long cell of blanks', strings(`<t>a${' '.repeat(1_000_000)}b</t>`)],
    ['texts in cells', sheet(`<row><c t="inlineStr"><is>${'<r><t></t></r>'.repeat(200_000)}</is></c></row>`)],
    ['colour rules without an end', sheet('<row><c><v>1</v></c></row>', '<conditionalFormatting>'.repeat(100_000))],
    [
      'rules in a colour rule without an end',
      sheet(
        '<row><c><v>1</v></c></row>',
        `<conditionalFormatting>${'<cfRule x="1">'.repeat(100_000)}</conditionalFormatting>`,
      ),
    ],
    ['names of functions of add-ins', sheet(`<row><c><f>${'_xldudf_'.repeat(100_000)}</f><v>1</v></c></row>`)],
    ['styles without an end', styles('', '<xf a="1">'.repeat(100_000))],
    [
      'brackets in a format',
      styles(`<numFmt numFmtId="200" formatCode="${'['.repeat(300_000)}"/>`, '<xf numFmtId="200"/>'),
    ],
    [
      'styles that share a long format',
      styles(`<numFmt numFmtId="200" formatCode="${'0'.repeat(100_000)}"/>`, '<xf numFmtId="200"/>'.repeat(50_000)),
    ],
    ['formulas that spill over one another', sheet(Array.from({ length: 60_000 }, (_, i) => spill(i)).join(''))],
    [
      'sheets',
      Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`xl/worksheets/sheet${i + 1}.xml`, SHEET] as const)),
    ],
  ])('%s', async (_, parts) => {
    const bytes = await zipped(parts)
    expect(await timeOf(() => readXlsx(bytes).catch(() => {}))).toBeLessThan(SOON)
  })
})

describe('the time to read a csv grows with its length alone', () => {
  const rows = (cell: string) => Array.from({ length: 20 }, () => ['a', cell, 'b'])

  test.each([
    ['digits before a letter', `${'1'.repeat(200_000)}x`],
    ['digits and blanks before a letter', `${'1 '.repeat(100_000)}x`],
    ['question marks', `${'? '.repeat(200_000)}x`],
    ['dashes', `#${'-'.repeat(200_000)}x`],
    ['a total with blanks', `total${' '.repeat(200_000)}x`],
  ])('%s', async (_, cell) => {
    expect(await timeOf(() => besidesData(rows(cell)))).toBeLessThan(SOON)
  })

  test.each([
    ['a currency with blanks', `€${' '.repeat(200_000)}1`],
    ['an amount with blanks', `1${' '.repeat(200_000)}€`],
    ['groups of digits', `1${',111'.repeat(100_000)}`],
    ['points', '1.'.repeat(200_000)],
    ['quotation marks', '"'.repeat(200_001)],
    ['cells with a stray quotation mark', '"x,'.repeat(100_000)],
    ['letters after a month', `Jan${'a'.repeat(200_000)}`],
    ['sep', `sep=;${' '.repeat(200_000)}x`],
  ])('%s', async (_, text) => {
    expect(await timeOf(() => readCsv(`${text}\n${text}\n`))).toBeLessThan(SOON)
  })
})

test('the time to lay out a table grows with its cells, however many formats it has', async () => {
  const cells = Array.from({ length: 1000 }, (_, i) => i)
  const plan = {
    name: 'formats',
    columns: cells.map((i) => ({ format: `0.0 "${i}"` })),
    rows: Array.from({ length: 100 }, (_, row) => cells.map((i) => (row % 2 === 0 ? i : '007'))),
  }
  expect(await timeOf(() => addSheet(emptyWorkbook(), plan))).toBeLessThan(SOON)
})
