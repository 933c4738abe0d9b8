import { registries, UIPlugin, type Model } from '@odoo/o-spreadsheet'
import JSZip from 'jszip'
import { comparing } from './xlsxReading.ts'
import { withCaches } from './charts.ts'
import { withResults, type Keep } from './results.ts'
import { addNotes, putBefore, withNotes, type SavedSheet } from './xlsxNotes.ts'
import { escaped, LONE, withElements } from './xlsxText.ts'
import { positionIn } from '../../sheet/content.ts'
import { notesIn, type Note } from '../../sheet/notes.ts'
import { keptIn } from '../../../core/sheet/keptFormula.ts'
import { isReadAsNumber } from '../../workbook.ts'

/** Teaches the engine to save signs that XML has no place for. Once per page or process, before a workbook is opened. */
export function registerXlsx(): void {
  registries.featurePluginRegistry.add('CUESHEET_XLSX', SavingPlugin)
  // Else what its formulas show takes their place in the file. Those that Excel would not take for the same are told there.
  registries.functionRegistry.content['FILTER']!.isExported = true
}

/** The workbook as an .xlsx, with its formulas or with what they show alone. */
export async function writeXlsx(model: Model, keep: Keep = 'formulas'): Promise<Uint8Array> {
  const zip = new JSZip()
  const sheets = model.getters.getSheetIds()
  const notes = sheets.map((sheetId) =>
    keep === 'values' ? withoutFormulas(notesIn(model, sheetId)) : notesIn(model, sheetId),
  )
  const noted: SavedSheet[] = []
  const { files } = await model.exportXLSX()
  for (const file of files) {
    if ('imageSrc' in file) {
      // Charts that Excel does not know are pictures: data:image/png;base64,…
      zip.file(file.path, file.imageSrc.slice(file.imageSrc.indexOf(',') + 1), { base64: true })
      continue
    }
    // The engine's XML writer leaves empty namespaces behind, which Excel refuses.
    const content = file.content.replaceAll(' xmlns=""', '')
    const at = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(file.path)?.[1])
    const sheetId = sheets[at]
    if (sheetId !== undefined) {
      const sheet = withQuotedRules(withResults(content, model, sheetId, keep))
      const hasNotes = notes[at]!.length > 0
      zip.file(file.path, hasNotes ? withNotes(sheet) : sheet)
      if (hasNotes) noted.push({ path: file.path, sheetId, notes: notes[at]! })
    } else if (file.path === STRINGS) zip.file(file.path, unquoted(content))
    else zip.file(file.path, file.path.startsWith('xl/charts/') ? withCaches(content, model) : content)
  }
  await addNotes(zip, model, noted)
  await addProgram(zip)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** Notes without what they keep of formulas of ours: who wants values alone does not hand on the formulas. */
function withoutFormulas(notes: readonly Note[]): Note[] {
  return notes.flatMap(({ note, ...place }) => {
    const own = keptIn(note)?.beside ?? note
    return own === '' ? [] : [{ ...place, note: own }]
  })
}

const STRINGS = 'xl/sharedStrings.xml'

/**
 * Names the program that wrote the file. Of a file without the name of one that it knows, LibreOffice works formulas with
 * texts out anew, and shows #NAME? for those of ours; other libraries that write such files give this name too.
 */
async function addProgram(zip: JSZip): Promise<void> {
  const part = 'docProps/app.xml'
  zip.file(
    part,
    `<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
  )
  await putBefore(
    zip,
    '[Content_Types].xml',
    '</Types>',
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>`,
  )
  await putBefore(
    zip,
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="rIdProgram" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="${part}"/>`,
  )
}

/** The apostrophe is how the engine writes the above; in the file it would be a letter of the text. */
function unquoted(strings: string): string {
  return strings.replace(/(<t(?: [^>]*)?>)'/g, '$1')
}

/** The engine writes a text to compare with as it is; in the file it would be the name of something. */
function withQuotedRules(sheet: string): string {
  return withElements(sheet, 'cfRule', (rule) =>
    comparing(rule, (value) => {
      if (value.startsWith('=')) return value.slice(1)
      return isReadAsNumber(value) ? value : `"${value.replace(/"|&quot;/g, '$&$&')}"`
    }),
  )
}

/** The last to change what is saved, after the engine has put together the contents and the results. */
class SavingPlugin extends UIPlugin {
  override exportForExcel({ sheets, formats: known }: Parameters<UIPlugin['exportForExcel']>[0]) {
    for (const { id, cells, cellValues, formats } of sheets) {
      for (const address of Object.keys(cellValues)) {
        const format = this.formatOfResult(id, address)
        if (format !== undefined) formats[address] = numberOf(format, known)
      }
      for (const [address, content] of Object.entries(cells)) {
        if (typeof content !== 'string') continue
        cells[address] = content.startsWith('=') ? this.formulaIn(id, address, content) : escaped(content)
      }
      for (const [address, value] of Object.entries(cellValues)) {
        if (typeof value === 'string') cellValues[address] = escaped(value)
      }
    }
  }

  /** The number format that a result brings along, where nobody has chosen one for its cell. */
  private formatOfResult(sheetId: string, address: string): string | undefined {
    const position = positionIn(sheetId, address)
    return this.getters.getCell(position)?.format ? undefined : this.getters.getEvaluatedCell(position).format
  }

  /**
   * The engine would cut A:A at the last row of its sheet, so that what is added later would not count, and sorting would
   * shift it. A formula cannot be escaped, and what is not Unicode would keep the whole workbook from being saved.
   */
  private formulaIn(sheetId: string, address: string, cut: string): string {
    const cell = this.getters.getCell(positionIn(sheetId, address))
    const whole = cell?.isFormula ? cell.compiledFormula.toFormulaString(this.getters) : cut
    return (HALF_OPEN.test(whole) ? cut : whole).replace(LONE, '\ufffd')
  }
}

/** The number of a format among those of the file. */
function numberOf(format: string, known: Record<number, string>): number {
  const found = Object.entries(known).find(([, other]) => other === format)
  if (found) return Number(found[0])
  const number = Math.max(0, ...Object.keys(known).map(Number)) + 1
  known[number] = format
  return number
}

/** A2:A, which Excel cannot write. */
const HALF_OPEN = /\d:\$?[a-z]+(?![\w$])|[a-z]\$?\d+:\$?\d+(?!\w)/i
