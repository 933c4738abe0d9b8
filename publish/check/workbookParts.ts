import { dataSheet } from '../../core/check/data.ts'
import { checkLines, checkSheet, placed } from '../../core/check/layout.ts'
import type { Release } from '../../core/release.ts'
import { blockName, cellName } from '../../core/sheet/sheetReference.ts'
import { sheetXml } from './sheetXml.ts'
import { newStyles } from './styles.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The files within cuesheet-check.xlsx by their paths: the check of Excel, for functions with this prefix. */
export function workbookParts(release: Release, namespace: string): Record<string, string> {
  const lines = placed(checkLines('Excel'))
  const styles = newStyles()
  const filled = new Map(
    lines.map(({ block, row, column }) => [
      cellName(row, column),
      blockName(row, column, row + block.length - 1, column + block[0]!.length - 1),
    ]),
  )
  const sheets = [checkSheet('Excel', lines, null), dataSheet(null)]
  const pages = sheets.map((sheet) => sheetXml(sheet, { styles, namespace, filled }))
  return {
    '[Content_Types].xml': types(sheets.length),
    '_rels/.rels': relations([
      ['officeDocument', 'xl/workbook.xml'],
      ['extended-properties', 'docProps/app.xml'],
    ]),
    'docProps/app.xml': `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
    'docProps/core.xml': coreProperties(release),
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>` +
      sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') +
      '</sheets><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>',
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sheetMetadata', 'metadata.xml'],
    ]),
    'xl/metadata.xml': METADATA,
    'xl/styles.xml': styles.xml(),
    ...Object.fromEntries(pages.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
  }
}

/** What the number cm="1" of a cell stands for: its formula fills as many cells as it gives. */
const METADATA =
  `${HEAD}<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>'

function types(sheets: number): string {
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}+xml"/>`
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('xl/workbook.xml', `${SPREADSHEET}.sheet.main`) +
    Array.from({ length: sheets }, (_, i) => part(`xl/worksheets/sheet${i + 1}.xml`, `${SPREADSHEET}.worksheet`)).join(
      '',
    ) +
    part('xl/styles.xml', `${SPREADSHEET}.styles`) +
    part('xl/metadata.xml', `${SPREADSHEET}.sheetMetadata`) +
    part('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties') +
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties') +
    '</Types>'
  )
}

function relations(all: readonly (readonly [kind: string, target: string])[]): string {
  const one = ([kind, target]: readonly [string, string], i: number) =>
    `<Relationship Id="rId${i + 1}" Type="${OFFICE}/relationships/${kind}" Target="${target}"/>`
  const core = `<Relationship Id="rIdCore" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`
  const isRoot = all.some(([kind]) => kind === 'officeDocument')
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.map(one).join('')}${isRoot ? core : ''}</Relationships>`
}

function coreProperties({ version, date }: Release): string {
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>Cuesheet check ${version}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created></cp:coreProperties>`
  )
}
