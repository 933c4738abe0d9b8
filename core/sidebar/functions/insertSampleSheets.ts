import { SAMPLE_SURVEY, sampleSheets } from '../../catalogue/sampleSheets.ts'
import type { Book } from '../../sheet/book.ts'
import type { Message } from '../said.tsx'
import { texts } from '../texts/texts.ts'

/** Where the first formula goes, beside the data. */
const PLACE = 'E2'

/** Puts the sample sheets into the workbook, never over a sheet that is there, and says what to type next. */
export async function insertSampleSheets(book: Book): Promise<Message> {
  const names = new Set((await book.sheetNames()).map((name) => name.toLowerCase()))
  const isThere = ({ name }: { name: string }) => names.has(name.toLowerCase())
  const [there] = sampleSheets().filter(isThere)
  const missing = sampleSheets().filter((plan) => !isThere(plan))
  if (missing.length > 0) await book.createSheets(missing)
  const { inserted, there: wereThere, some, type } = texts.functions.first
  if (there && missing[0]) return done(some({ inserted: missing[0].name, there: there.name }))
  await book.reveal(SAMPLE_SURVEY, PLACE)
  const next = type({ cell: PLACE, sheet: SAMPLE_SURVEY, formula: book.typed('=NPS(C:C)') })
  return done(there ? wereThere(next) : inserted(next))
}

function done(text: string): Message {
  return { text, isProblem: false }
}
