import type { Model } from '@odoo/o-spreadsheet'
import JSZip from 'jszip'
import { catalogue } from '../core/catalogue.ts'
import { isReadAsNumber } from './workbook.ts'

/** The files of an .xlsx by their paths, which the engine takes for a workbook. */
export type XlsxFiles = Record<string, string>

/** Unpacks an .xlsx. Pictures are left out: the engine would want a server to keep them on. */
export async function readXlsx(bytes: Uint8Array): Promise<XlsxFiles> {
  const zip = await JSZip.loadAsync(bytes)
  const texts = Object.values(zip.files)
    .filter(({ dir, name }) => !dir && !name.includes('media/'))
    .map(async (file) => [file.name, await file.async('text')] as const)
  const files = Object.fromEntries(await Promise.all(texts))
  if (!('xl/workbook.xml' in files)) throw new Error('there is no workbook in it')
  for (const [path, text] of Object.entries(files)) {
    if (path.startsWith('xl/worksheets/')) files[path] = withoutPrefix(text)
  }
  const strings = files[STRINGS]
  return strings === undefined ? files : { ...files, [STRINGS]: quoted(strings, stringsOutsideTextCells(files)) }
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
    const content = file.content.replaceAll(' xmlns=""', '')
    zip.file(file.path, file.path === STRINGS ? unquoted(content) : content)
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

const STRINGS = 'xl/sharedStrings.xml'

/**
 * In an .xlsx a text is a text. The engine reads it as if it were typed, and would make a number of "007" and a formula
 * of "=1+1", unless it begins with an apostrophe.
 */
function quoted(strings: string, outside: ReadonlySet<number>): string {
  let index = 0
  return strings.replace(/<si>\s*(?:<r>[^]*?)?<t(?: [^>]*)?>([^<]*)|<si>|<si\/>/g, (item, text: string | undefined) => {
    if (!outside.has(index++) || text === undefined || !(/^[=']/.test(text) || isReadAsNumber(text))) return item
    return `${item.slice(0, item.length - text.length)}'${text}`
  })
}

/** The apostrophe is how the engine writes the above; in the file it would be a letter of the text. */
function unquoted(strings: string): string {
  return strings.replace(/(<t(?: [^>]*)?>)'/g, '$1')
}

/** The strings in cells without the format for text: where there is one, the engine keeps them as they are. */
function stringsOutsideTextCells(files: XlsxFiles): Set<number> {
  const textStyles = stylesForText(files['xl/styles.xml'] ?? '')
  const found = new Set<number>()
  for (const [path, sheet] of Object.entries(files)) {
    if (!path.startsWith('xl/worksheets/')) continue
    for (const [, attributes, index] of sheet.matchAll(/<c\b([^>]*\bt="s"[^>]*)>\s*<v>(\d+)<\/v>/g)) {
      const style = /\bs="(\d+)"/.exec(attributes!)?.[1]
      if (!textStyles.has(Number(style ?? 0))) found.add(Number(index))
    }
  }
  return found
}

/** The numbers of the cell styles whose format is @: number 49, or one that the file names. */
function stylesForText(styles: string): Set<number> {
  const formats = new Set(['49'])
  for (const [format] of styles.matchAll(/<numFmt\b[^>]*formatCode="@"[^>]*>/g)) {
    formats.add(/numFmtId="(\d+)"/.exec(format)?.[1] ?? '')
  }
  const cellStyles = /<cellXfs[^]*?<\/cellXfs>/.exec(styles)?.[0].match(/<xf\b[^>]*>/g) ?? []
  const numbers = cellStyles.map((style) => /numFmtId="(\d+)"/.exec(style)?.[1] ?? '')
  return new Set(numbers.flatMap((number, index) => (formats.has(number) ? [index] : [])))
}
