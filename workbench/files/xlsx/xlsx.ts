import { registries, UIPlugin, type Model } from '@odoo/o-spreadsheet'
import { comparing } from './xlsxReading.ts'
import { withCaches } from './charts.ts'
import type { Keep } from './results.ts'
import { savedRows, savedTexts } from './saving/savedRows.ts'
import { samplesOf } from './saving/samples.ts'
import type { Outgoing } from './saving/outgoing.ts'
import { takeOut, type TakenCells } from './saving/takenCells.ts'
import { addNotes, putBefore, withNotes, type SavedSheet } from './xlsxNotes.ts'
import { escaped, LONE, withElements } from './xlsxText.ts'
import { positionIn } from '../../sheet/content.ts'
import { notesIn, type Note } from '../../sheet/notes.ts'
import { zipped, type Parts } from '../zip.ts'
import { keptIn } from '../../../core/sheet/keptFormula.ts'
import { isReadAsNumber } from '../../workbook.ts'

/** Teaches the engine to save signs that XML has no place for. Once per page or process, before a workbook is opened. */
export function registerXlsx(): void {
  registries.featurePluginRegistry.add('CUESHEET_XLSX', SavingPlugin)
  // Else what its formulas show takes their place in the file. Those that Excel would not take for the same are told there.
  registries.functionRegistry.content['FILTER']!.isExported = true
}

/** The workbook as an .xlsx, with its formulas or with what they show alone. Tells how many of all rows are written. */
export async function writeXlsx(model: Model, keep: Keep = 'formulas', told: Told = async () => {}): Promise<Blob> {
  const notes = model.getters
    .getSheetIds()
    .map((sheetId) => (keep === 'values' ? withoutFormulas(notesIn(model, sheetId)) : notesIn(model, sheetId)))
  const { files } = await model.exportXLSX()
  const taken = takenFrom(model)
  const shells = new Map<number, string>()
  const parts: Parts = new Map()
  for (const file of files) {
    if ('imageSrc' in file) {
      // Charts that Excel does not know are pictures: data:image/png;base64,…
      parts.set(file.path, bytesOf(file.imageSrc.slice(file.imageSrc.indexOf(',') + 1)))
      continue
    }
    // The engine's XML writer leaves empty namespaces behind, which Excel refuses.
    const content = file.content.replaceAll(' xmlns=""', '')
    const at = Number(SHEET.exec(file.path)?.[1])
    if (taken.sheets[at]) shells.set(at, content)
    else if (file.path === STRINGS) parts.set(file.path, savedTexts(taken.texts))
    else parts.set(file.path, file.path.startsWith('xl/charts/') ? withCaches(content, model) : content)
  }
  const noted: SavedSheet[] = []
  const made = samplesOf(shells.get(0)!, taken.columns, taken)
  const rows = taken.sheets.reduce((sum, { rowCount }) => sum + rowCount, 0)
  let done = 0
  for (const [at, shell] of shells) {
    const sheet = taken.sheets[at]!
    const path = `xl/worksheets/sheet${at}.xml`
    const [start, end] = aroundRows(withQuotedRules(shell))
    const hasNotes = notes[at]!.length > 0
    const xml = [start]
    for (const part of savedRows(sheet, made, keep)) {
      xml.push(part.xml)
      await told(done + part.done, rows)
    }
    xml.push(hasNotes ? withNotes(end) : end)
    parts.set(path, xml)
    done += sheet.rowCount
    if (hasNotes) noted.push({ path, sheetId: sheet.sheetId, notes: notes[at]! })
  }
  addNotes(parts, model, noted)
  addProgram(parts)
  return zipped(parts, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
}

/** Called with how many rows of all are written; it may wait. */
export type Told = (done: number, all: number) => Promise<void>

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/

/** What stands before the rows of a sheet and after them. */
function aroundRows(xml: string): [start: string, end: string] {
  const [tag] = /<sheetData\s*\/?>/.exec(xml)!
  const start = xml.indexOf(tag)
  const close = '</sheetData>'
  const end = tag.endsWith('/>') ? start + tag.length : xml.indexOf(close) + close.length
  return [`${xml.slice(0, start)}<sheetData>`, `${close}${xml.slice(end)}`]
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
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
function addProgram(parts: Parts): void {
  const part = 'docProps/app.xml'
  parts.set(
    part,
    `<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
  )
  putBefore(
    parts,
    '[Content_Types].xml',
    '</Types>',
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>`,
  )
  putBefore(
    parts,
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="rIdProgram" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="${part}"/>`,
  )
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

interface TakenGetters {
  getTakenCells(): TakenCells
}

/** What the last saving of a workbook has taken out of what the engine writes. */
function takenFrom({ getters }: Model): TakenCells {
  return (getters as object as TakenGetters).getTakenCells()
}

/** The last to change what is saved, after the engine has put together the contents and the results. */
class SavingPlugin extends UIPlugin {
  static override getters = ['getTakenCells'] as never[]
  private taken: TakenCells | undefined

  /** Gives them away: they are as large as the workbook. */
  getTakenCells(): TakenCells {
    const taken = this.taken!
    this.taken = undefined
    return taken
  }

  override exportForExcel(data: Outgoing) {
    const { formats: known } = data
    for (const { id, cells, formats } of data.sheets) {
      for (const [address, content] of Object.entries(cells)) {
        const format = this.formatOfResult(id, address)
        if (format !== undefined) formats[address] = numberOf(format, known)
        if (typeof content !== 'string') continue
        cells[address] = content.startsWith('=') ? this.formulaIn(id, address, content) : escaped(content)
      }
    }
    this.taken = takeOut(data, { getters: this.getters })
  }

  /** The number format that a result brings along, where nobody has chosen one for its cell. */
  private formatOfResult(sheetId: string, address: string): string | undefined {
    const position = positionIn(sheetId, address)
    const cell = this.getters.getCell(position)
    // What is typed brings no format along, but for the label of a link.
    if (cell?.format || (cell && !cell.isFormula && !cell.content.startsWith('['))) return undefined
    return this.getters.getEvaluatedCell(position).format
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
