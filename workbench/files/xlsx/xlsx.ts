import { helpers, registries, UIPlugin, type Model } from '@odoo/o-spreadsheet'
import JSZip from 'jszip'
import { comparing } from './xlsxReading.ts'
import { withElements } from './xlsxText.ts'
import { isReadAsNumber } from '../../workbook.ts'

/** Teaches the engine to save signs that XML has no place for. Once per page or process, before a workbook is opened. */
export function registerXlsx(): void {
  registries.featurePluginRegistry.add('CUESHEET_XLSX', SavingPlugin)
}

/** The workbook as an .xlsx. */
export async function writeXlsx(model: Model): Promise<Uint8Array> {
  const zip = new JSZip()
  const { files } = await model.exportXLSX()
  for (const file of files) {
    if (!('content' in file)) continue
    // The engine's XML writer leaves empty namespaces behind, which Excel refuses.
    const content = withQuotedRules(file.content.replaceAll(' xmlns=""', ''))
    zip.file(file.path, file.path === STRINGS ? unquoted(content) : content)
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

const STRINGS = 'xl/sharedStrings.xml'

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
  override exportForExcel({ sheets }: Parameters<UIPlugin['exportForExcel']>[0]) {
    for (const { id, cells, cellValues } of sheets) {
      for (const [address, content] of Object.entries(cells)) {
        if (typeof content !== 'string') continue
        cells[address] = content.startsWith('=') ? this.formulaIn(id, address, content) : escaped(content)
      }
      for (const [address, value] of Object.entries(cellValues)) {
        if (typeof value === 'string') cellValues[address] = escaped(value)
      }
    }
  }

  /**
   * The engine would cut A:A at the last row of its sheet, so that what is added later would not count, and sorting would
   * shift it. A formula cannot be escaped, and what is not Unicode would keep the whole workbook from being saved.
   */
  private formulaIn(sheetId: string, address: string, cut: string): string {
    const { col, row } = helpers.toCartesian(address)
    const cell = this.getters.getCell({ sheetId, col, row })
    const whole = cell?.isFormula ? cell.compiledFormula.toFormulaString(this.getters) : cut
    return (HALF_OPEN.test(whole) ? cut : whole).replace(LONE, '\ufffd')
  }
}

/** A2:A, which Excel cannot write. */
const HALF_OPEN = /\d:\$?[a-z]+(?![\w$])|[a-z]\$?\d+:\$?\d+(?!\w)/i

const LONE = /\p{Surrogate}/gu

/** Signs that XML has no place for, or would change, as Excel writes them: _x000D_ is a carriage return. */
function escaped(text: string): string {
  const code = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  return text.replace(/_(?=x[0-9a-f]{4}_)|[\0-\x08\v-\x1f\ufffe\uffff]/gi, code).replace(LONE, code)
}
