import fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { written } from '../../../workbench/files/xlsx/xlsxText.ts'
import { addSheet, emptyWorkbook, isReadAsNumber, type Workbook } from '../../../workbench/workbook.ts'
import { inLibreOffice, soffice } from '../../e2e/savedWorkbook.ts'
import { addCells, formulaOf, isSame, replaceable, replaceableCalls } from './replaceableCalls.ts'

const CALLS = 6

test.skipIf(!soffice)('a formula of the spreadsheet’s own gives in LibreOffice what our function gives', async () => {
  const workbook = emptyWorkbook()
  const rows = replaceable.map((metric, i) => {
    const calls = fc.sample(replaceableCalls(metric), CALLS)
    return { calls, texts: addCells(workbook, `Cells${i}`, metric, calls) }
  })
  addSheet(workbook, { name: 'Results', rows: rows.map(({ texts }) => texts.map(({ own }) => formulaOf(own!))) })
  const { Results: found } = await inLibreOffice(await xlsxOf(workbook), 'in full')
  expect(found).toHaveLength(replaceable.length)
  rows.forEach(({ calls, texts }, row) =>
    calls.forEach(({ answer }, i) => {
      const text = found![row]![i]!
      expect(isSame(Number(text || NaN), answer), `${texts[i]!.own} is ${text}, not ${answer}`).toBe(true)
    }),
  )
})

/** The cells of a workbook as an .xlsx, without what formulas give: another program has to work them out. */
function xlsxOf({ sheets }: Workbook): Promise<Uint8Array> {
  const zip = new JSZip()
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relationsOf = (items: readonly string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="r${id}" Type="${relations}/${kind}" Target="${target}"/>`
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const parts = sheets.map((_, i) => `<Override PartName="/xl/sheet${i}.xml" ContentType="${type}.worksheet+xml"/>`)
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${parts.join('')}</Types>`,
  )
  zip.file('_rels/.rels', relationsOf([relation(0, 'officeDocument', 'xl/workbook.xml')]))
  zip.file('xl/_rels/workbook.xml.rels', relationsOf(sheets.map((_, i) => relation(i, 'worksheet', `sheet${i}.xml`))))
  const named = sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`)
  zip.file('xl/workbook.xml', `<workbook ${main} xmlns:r="${relations}"><sheets>${named.join('')}</sheets></workbook>`)
  sheets.forEach(({ cells = {} }, i) => {
    const rows: string[] = []
    for (const [address, content] of Object.entries(cells)) {
      const row = Number(/\d+/.exec(address)![0])
      rows[row] = (rows[row] ?? '') + cellOf(address, String(content))
    }
    const lines = rows.map((row, number) => `<row r="${number}">${row}</row>`)
    zip.file(`xl/sheet${i}.xml`, `<worksheet ${main}><sheetData>${lines.join('')}</sheetData></worksheet>`)
  })
  return zip.generateAsync({ type: 'uint8array' })
}

function cellOf(address: string, content: string): string {
  if (content.startsWith('=')) return `<c r="${address}"><f>${written(content.slice(1))}</f></c>`
  if (isReadAsNumber(content)) return `<c r="${address}"><v>${content}</v></c>`
  return `<c r="${address}" t="inlineStr"><is><t>${written(content)}</t></is></c>`
}
