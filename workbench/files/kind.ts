/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'zip' | 'markup' | 'text' | { refusal: string }

const AS_XLSX_OR_CSV = 'save it as .xlsx or .csv in the program it comes from and open that'

/** Kinds that are known by what they begin with, as people call them. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF, which has no cells'],
  ['{\\rtf', 'a text document (RTF)'],
  ['\x89PNG\r\n', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\x1f\x8b', 'a packed file (gzip)'],
  ['Rar!', 'a packed file (RAR)'],
  ['7z\xbc\xaf', 'a packed file (7-Zip)'],
  ['SQLite format 3', 'a database (SQLite)'],
  ['PAR1', 'a Parquet file'],
]

/** Excel before 1997 wrote its sheets without the container of later versions. */
const OLD_SHEETS = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00', '\x09\x08\x08\x00', '\x09\x08\x10\x00']
const CONTAINER = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const OLD_EXCEL = 'an Excel workbook of the old kind (.xls)'

export function kindOf(bytes: Uint8Array): FileKind {
  const start = latin(bytes.subarray(0, 512))
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip'
  if (start.startsWith(CONTAINER)) return { refusal: containerRefusal(bytes) }
  if (OLD_SHEETS.some((old) => start.startsWith(old))) return { refusal: refusal(OLD_EXCEL) }
  const known = BEGINNINGS.find(([beginning]) => start.startsWith(beginning))
  if (known) return { refusal: refusal(known[1]) }
  const text = start.replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, '').replaceAll('\0', '')
  if (/^\s*<(?:!doctype|\?xml|!--|html|head|meta|style|body|table|div|workbook|ss:)/i.test(text)) return 'markup'
  return 'text'
}

/** What a zip without an Excel workbook is, by the paths of the files in it. */
export function zipRefusal(paths: readonly string[], mimetype: string | undefined): string {
  const has = (part: RegExp) => paths.some((path) => part.test(path))
  if (has(/^xl\/workbook\.bin$/)) return refusal('a binary Excel workbook (.xlsb)')
  if (mimetype?.includes('opendocument.spreadsheet')) return refusal('an OpenDocument spreadsheet (.ods)')
  if (mimetype?.includes('opendocument')) return refusal('an OpenDocument file that is no spreadsheet')
  if (has(/^Index(?:\.zip$|\/.*\.iwa$)/)) return refusal('a Numbers spreadsheet (.numbers)')
  if (has(/^word\//)) return refusal('a Word document')
  if (has(/^ppt\//)) return refusal('a PowerPoint presentation')
  if (has(/\.(?:csv|tsv|txt|xlsx)$/i)) return 'it is a zip archive: unpack it and open the files in it one by one'
  return 'it is a zip archive without an Excel workbook in it: save the data as .xlsx or .csv and open that'
}

function containerRefusal(bytes: Uint8Array): string {
  const names = latin(bytes.subarray(0, 1 << 20)).replaceAll('\0', '')
  if (names.includes('EncryptedPackage')) {
    return 'it is an Excel workbook with a password: take the password off in Excel, save it as .xlsx and open that'
  }
  if (names.includes('WordDocument')) return refusal('a Word document of the old kind (.doc)')
  if (names.includes('PowerPoint Document')) return refusal('a PowerPoint presentation of the old kind (.ppt)')
  return refusal(OLD_EXCEL)
}

function refusal(kind: string): string {
  return `it is ${kind}: ${AS_XLSX_OR_CSV}`
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
