import { helpers, registries, UIPlugin, type Model } from '@odoo/o-spreadsheet'
import JSZip from 'jszip'
import { catalogue } from '../core/catalogue/catalogue.ts'
import { isReadAsNumber } from './workbook.ts'

/** The files of an .xlsx by their paths, which the engine takes for a workbook. */
export type XlsxFiles = Record<string, string>

/** Teaches the engine to save signs that XML has no place for. Once per page or process, before a workbook is opened. */
export function registerXlsx(): void {
  registries.featurePluginRegistry.add('CUESHEET_XLSX', SavingPlugin)
}

/** Unpacks an .xlsx. Pictures are left out: the engine would want a server to keep them on. */
export async function readXlsx(bytes: Uint8Array): Promise<XlsxFiles> {
  const zip = await JSZip.loadAsync(bytes)
  const texts = Object.values(zip.files)
    .filter(({ dir, name }) => !dir && !name.includes('media/'))
    .map(async (file) => [file.name, await file.async('text')] as const)
  const files = Object.fromEntries(await Promise.all(texts))
  if (!('xl/workbook.xml' in files)) throw new Error('there is no workbook in it')
  for (const path of sheetsOf(files)) files[path] = withOwnRules(withoutPrefix(files[path]!))
  return withTexts(files)
}

function sheetsOf(files: XlsxFiles): string[] {
  return Object.keys(files).filter((path) => path.startsWith('xl/worksheets/'))
}

/** Excel saves the function of an add-in under a name of its own: _xldudf_NPS(…), or _xldudf_CUE_NPS(…) with a prefix. */
function withoutPrefix(sheet: string): string {
  return sheet.replace(/_xldudf_([A-Z0-9_]+)(?=\()/gi, (name, saved: string) => {
    const names = catalogue().map(({ spec }) => spec.name)
    const ours = names.filter((one) => saved === one || saved.endsWith(`_${one}`))
    // LTV_CAC is a function of ours, and not CAC with the prefix LTV.
    return ours.reduce((longest, one) => (one.length > longest.length ? one : longest), '') || name
  })
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
const STYLES = 'xl/styles.xml'

/**
 * In an .xlsx a text is a text. The engine reads it as if it were typed, and would make a number of "007" and a formula
 * of "=1+1", unless it begins with an apostrophe. A cell for text keeps "007" as it is, but not "=1+1", and shows the
 * apostrophe: it becomes an ordinary cell.
 */
function withTexts(files: XlsxFiles): XlsxFiles {
  const strings = files[STRINGS]
  if (strings === undefined) return files
  const textStyles = stylesForText(files[STYLES] ?? '')
  const outside = new Set(stringCells(files).flatMap(({ index, style }) => (textStyles.has(style) ? [] : [index])))
  const marked = new Set<number>()
  let index = 0
  const quoted = strings.replace(STRING, (item, text: string | undefined) => {
    const at = index++
    if (text === undefined || !isTakenForElse(text, outside.has(at))) return item
    marked.add(at)
    return `${item.slice(0, item.length - text.length)}'${text}`
  })
  const { styles, ordinary } = withOrdinaryTwins(files[STYLES] ?? '', [...textStyles])
  const sheets = sheetsOf(files).map((path) => [
    path,
    files[path]!.replace(STRING_CELL, (cell, attributes: string, index: string) => {
      const twin = marked.has(Number(index)) ? ordinary.get(styleOf(attributes)) : undefined
      return twin === undefined ? cell : cell.replace(/\bs="\d+"/, `s="${twin}"`)
    }),
  ])
  return { ...files, ...Object.fromEntries(sheets), [STRINGS]: quoted, ...(STYLES in files && { [STYLES]: styles }) }
}

function isTakenForElse(escaped: string, isOutsideTextCells: boolean): boolean {
  const sign = (_: string, code: string) => String.fromCodePoint(parseInt(code, 16))
  const text = escaped
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, sign)
    .replace(/_x([0-9a-f]{4})_/gi, sign)
  return /^[=']/.test(text) || (isOutsideTextCells && isReadAsNumber(text))
}

const STRING = /<si>\s*(?:<r>[^]*?)?<t(?: [^>]*)?>([^<]*)|<si>|<si\/>/g
const STRING_CELL = /<c\b([^>]*\bt="s"[^>]*)>\s*<v>(\d+)<\/v>/g

/** The apostrophe is how the engine writes the above; in the file it would be a letter of the text. */
function unquoted(strings: string): string {
  return strings.replace(/(<t(?: [^>]*)?>)'/g, '$1')
}

function stringCells(files: XlsxFiles): { index: number; style: number }[] {
  return sheetsOf(files).flatMap((path) =>
    [...files[path]!.matchAll(STRING_CELL)].map(([, attributes, index]) => ({
      index: Number(index),
      style: styleOf(attributes!),
    })),
  )
}

function styleOf(attributes: string): number {
  return Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0)
}

/** The numbers of the cell styles whose format is @: number 49, or one that the file names. */
function stylesForText(styles: string): Set<number> {
  const formats = new Set(['49'])
  for (const [format] of styles.matchAll(/<numFmt\b[^>]*formatCode="@"[^>]*>/g)) {
    formats.add(/numFmtId="(\d+)"/.exec(format)?.[1] ?? '')
  }
  const numbers = cellStyles(styles).map((style) => /numFmtId="(\d+)"/.exec(style)?.[1] ?? '')
  return new Set(numbers.flatMap((number, index) => (formats.has(number) ? [index] : [])))
}

function cellStyles(styles: string): string[] {
  return /<cellXfs[^]*?<\/cellXfs>/.exec(styles)?.[0].match(/<xf\b[^>]*?(?:\/>|>[^]*?<\/xf>)/g) ?? []
}

/** Adds to the cell styles one that looks the same but has no format, for each of these. */
function withOrdinaryTwins(styles: string, numbers: readonly number[]) {
  const known = cellStyles(styles)
  const twins = numbers.map((number) => known[number]!.replace(/numFmtId="\d+"/, 'numFmtId="0"'))
  return {
    styles: styles.replace(/<\/cellXfs>/, (end) => twins.join('') + end),
    ordinary: new Map(numbers.map((number, i) => [number, known.length + i])),
  }
}

/** The engine reads one colour rule for each range, and a text to compare with only as a formula. */
function withOwnRules(sheet: string): string {
  return sheet.replace(
    /(<conditionalFormatting\b[^>]*>)([^]*?)<\/conditionalFormatting>/g,
    (_, start: string, rules: string) =>
      (rules.match(/<cfRule\b[^>]*?(?:\/>|>[^]*?<\/cfRule>)/g) ?? [])
        .map((rule) => comparing(rule, (formula) => (/^(?:"|&quot;)/.test(formula) ? `=${formula}` : formula)))
        .map((rule) => `${start}${rule}</conditionalFormatting>`)
        .join(''),
  )
}

/** The engine writes a text to compare with as it is; in the file it would be the name of something. */
function withQuotedRules(sheet: string): string {
  return sheet.replace(/<cfRule\b[^>]*?>[^]*?<\/cfRule>/g, (rule) =>
    comparing(rule, (value) => {
      if (value.startsWith('=')) return value.slice(1)
      return isReadAsNumber(value) ? value : `"${value.replace(/"|&quot;/g, '$&$&')}"`
    }),
  )
}

function comparing(rule: string, change: (formula: string) => string): string {
  if (!/^<cfRule\b[^>]*\btype="cellIs"/.test(rule)) return rule
  return rule.replace(/(<formula>)([^<]*)/g, (_, start: string, formula: string) => start + change(formula))
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
