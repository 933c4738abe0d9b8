import { dataSheet } from '../../../core/check/data.ts'
import { judge, type Verdict } from '../../../core/check/judging.ts'
import { CHECK, checkSheet, COLUMNS, placed, SUMMARY } from '../../../core/check/layout.ts'
import type { Line } from '../../../core/check/line.ts'
import type { Book, CellValue } from '../../../core/sheet/book.ts'

export interface Checked {
  verdicts: Verdict[]
  /** What the sheet says of itself. */
  told: { summary: CellValue; passed: CellValue; lines: CellValue; differ: CellValue }
  /** The lines of which the sheet says another thing than the judge. */
  disputed: string[]
}

/** Draws lines of the check into a spreadsheet, lets it work everything out, and reads it once. */
export async function checked(
  book: Book,
  asked: readonly Line[],
  workOut: () => Promise<void> = async () => {},
): Promise<Checked> {
  const lines = placed(asked)
  await book.drawSheet(dataSheet(null))
  await workOut()
  await book.drawSheet(checkSheet(book.host, lines, null))
  await workOut()
  const content = (await book.readSheet(CHECK))!
  const verdicts = judge(book.host, lines, content)
  const told = (row: number) => content.values[row]?.[1] ?? null
  return {
    verdicts,
    told: {
      summary: told(SUMMARY.summary),
      passed: told(SUMMARY.passed),
      lines: told(SUMMARY.lines),
      differ: told(SUMMARY.differ),
    },
    disputed: verdicts.flatMap(({ line, outcome }) =>
      content.values[line.row]![COLUMNS.ok] === outcome ? [] : [line.id],
    ),
  }
}

/** The lines that differ, with what was to be shown and what was. */
export function differences({ verdicts }: Checked): string[] {
  return verdicts.flatMap(({ line, outcome, expected, actual }) =>
    outcome === 'ok' ? [] : [`${line.id}: ${expected}, but ${outcome === 'waiting' ? 'waiting' : actual}`],
  )
}

/** The names of the lines that differ. */
export function differing({ verdicts }: Checked): string[] {
  return verdicts.flatMap(({ line, outcome }) => (outcome === 'differs' ? [line.id] : []))
}
