import { describe } from '../../core/data/csv/besidesData.ts'
import type { load } from '@odoo/o-spreadsheet'
import type { Bar } from '../bar.ts'
import { csvSheet } from './csv/csvSheet.ts'
import type { SheetPlan } from '../workbook.ts'
import { kindOf } from './kind.ts'
import { checkBytes, counted } from './limits.ts'
import { CANCELLED, type Opening } from './opening.ts'
import { isRefusal } from './refusal.ts'
import { tableInText, tablesInPage, type Ask } from './tables.ts'
import { readXlsx, workbookOf } from './xlsx/xlsxReading.ts'

/** What the opening of a file needs of the page. */
export interface Desk {
  say(text: string): void
  bar: Bar
  /** Resolves once the page has been drawn. */
  painted(): Promise<void>
  /** Opens a workbook in place of the one that is open. False where a person would rather not. */
  open(data: ReturnType<typeof load>, name: string): Promise<boolean>
  /** Adds sheets with so many filled cells to the open workbook. */
  add(plans: readonly SheetPlan[], filled: number): Promise<void>
}

const NO_WORKBOOK = 'it is no Excel workbook, or it is damaged'

/** Opens a file by what is in it. Throws a sentence where it cannot be opened, and CANCELLED where it was cancelled. */
export async function openFile(file: File, opening: Opening, desk: Desk): Promise<void> {
  desk.say(`Opening ${file.name}…`)
  await desk.painted()
  checkBytes(file.size)
  const bytes = new Uint8Array(await file.arrayBuffer())
  opening.check()
  const kind = kindOf(bytes)
  if (typeof kind === 'object') throw new Error(kind.refusal)
  if (kind === 'zip') return openWorkbook(file.name, bytes, opening, desk)
  if (kind === 'text' && /\.xls[xm]$/i.test(file.name)) throw new Error(NO_WORKBOOK)
  return openTables(file.name, bytes, kind === 'markup', opening, desk)
}

async function openWorkbook(fileName: string, bytes: Uint8Array, opening: Opening, desk: Desk): Promise<void> {
  const parts = await readXlsx(bytes, opening.step).catch(explained)
  const filled = parts.sheets.reduce((sum, { size }) => sum + size.filled, 0)
  await aboutToBuild(fileName, filled, opening, desk)
  const data = await Promise.resolve(parts).then(workbookOf).catch(explained)
  const isOpen = await desk.open(data, withoutEnding(fileName))
  desk.say(isOpen ? `${fileName} is open` : '')
}

async function openTables(fileName: string, bytes: Uint8Array, isPage: boolean, opening: Opening, desk: Desk) {
  const name = withoutEnding(fileName)
  const ask: Ask = async (found) => {
    const isLeftOut = await desk.bar.ask(`${fileName}: ${describe(found)}`, 'Leave them out', 'Keep all rows')
    opening.check()
    return isLeftOut
  }
  const reading = isPage ? tablesInPage(name, bytes, ask) : tableInText(name, bytes, ask, opening.step)
  const { tables, filled, remarks } = await reading
  await aboutToBuild(fileName, filled, opening, desk)
  await desk.add(
    tables.map(({ name, table }) => csvSheet(name, table)),
    filled,
  )
  desk.say(`${fileName} is open`)
  if (remarks.length > 0) desk.bar.tell(`${fileName}: ${remarks.join(' ')}`)
}

function withoutEnding(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '')
}

/** Sentences of ours are kept; what a library says about a damaged file helps nobody. */
function explained(error: unknown): never {
  if (error === CANCELLED || isRefusal(error)) throw error
  throw new Error(NO_WORKBOOK, { cause: error })
}

/** The engine builds a workbook at once, so the page says beforehand what keeps it busy. */
async function aboutToBuild(fileName: string, filled: number, opening: Opening, desk: Desk): Promise<void> {
  opening.check()
  desk.say(`Opening ${fileName}… putting ${counted(filled)} cells in place`)
  await desk.painted()
  opening.check()
}
