import { counted } from '../../data/words.ts'
import { sentence } from './sentence.ts'
import type { ComponentChildren } from 'preact'

/** The Data tab. What is found and what mends it is said in core/data. */
export const data = {
  heading: 'Check data',
  about: 'Select a cell in a table, or the cells to look at.',
  check: 'Check the selected table',
  noSheet: (sheet: string) => `There is no sheet “${sheet}” any more.`,
  blankCells: (sheet: string) => `The selected cells of “${sheet}” are blank. Select a cell in a table.`,
  lookingThrough: (rows: number) => `Looking through ${rows.toLocaleString('en-US')} rows…`,
  changedMeanwhile:
    'The cells were changed meanwhile, so nothing was written. They have been read again: look at them, then try again.',
  found: {
    /** “Orders A1:D40, 39 rows in 4 columns. 2 findings.” */
    checked: (of: { place: ComponentChildren; rows: number; columns: number; findings: number }) => {
      const size = `${counted(of.rows, 'row')} in ${counted(of.columns, 'column')}`
      const found =
        of.findings === 0
          ? 'Nothing stands in the way: no blank cells, nothing stored as text, no duplicates.'
          : `${counted(of.findings, 'finding')}.`
      return sentence`${of.place}, ${size}. ${found}`
    },
    wholeRows: 'Whole rows',
    mend: (does: string) => `${does}…`,
    mendColumn: ({ does, title }: { does: string; title: string }) => `${does}: ${title}`,
    leaveOut: (rows: number) => (rows === 1 ? 'Leave the total row out' : 'Leave the total rows out'),
    leftOut: ({ rows, places }: { rows: number; places: string }) =>
      `The ${places} ${rows === 1 ? 'was' : 'were'} moved aside, behind the table.`,
    putRowsBack: (rows: number) => (rows === 1 ? 'Put the row back' : 'Put the rows back'),
    rowsAreBack: 'The original is back.',
  },
  kept: {
    heading: 'Originals',
    where: ({ title, kept }: { title: ComponentChildren; kept: string }) =>
      sentence`What stood in ${title} is kept in the column “${kept}”.`,
    putBack: 'Put the original back',
    isBack: (title: string) => `The original of “${title}” is back.`,
    keepNoLonger: 'Keep it no longer',
    isGone: (title: string) => `The original of “${title}” is not kept any more. Ctrl+Z in the sheet brings it back.`,
  },
  mend: {
    /** “3 cells of “Amount” are turned into numbers in the new column “Amount (numbers)”.” */
    mended: (of: { cells: number; title: string; done: string; beside: string | null }) => {
      const cells = `${counted(of.cells, 'cell')} of “${of.title}” ${of.cells === 1 ? 'is' : 'are'} ${of.done}`
      return of.beside === null ? `${cells}.` : `${cells} in the new column “${of.beside}”.`
    },
    takeAway: 'Take the new column away',
    tookAway: (title: string) => `The column “${title}” is gone.`,
    formulasStay: (cells: number) => `${staying(cells)} since a formula is never written over.`,
    unreadStay: (cells: number) => `${staying(cells)} since what is meant is in doubt, or is nothing at all.`,
    where: 'Where',
    beside: 'In a new column beside',
    column: (title: string) => `“${title}”`,
    inPlace: 'In place',
    keptIn: (title: string) => `The original is kept behind the table, in “${title}”.`,
    notInPlace: {
      noTitles: 'Not in place: the table has no titles under which the original could be kept.',
      filled: 'Not in place: a formula seems to fill these cells.',
    },
    mendCells: ({ does, cells }: { does: string; cells: number }) => `${does}: ${counted(cells, 'cell')}`,
    becomes: ({ before, after }: { before: string; after: string }) => `${before} is ${after}`,
    choose: 'Choose one: the cells themselves do not tell.',
    examples: { caption: 'Examples', before: 'Before', after: 'After' },
  },
}

function staying(cells: number): string {
  return `${counted(cells, 'cell')} ${cells === 1 ? 'stays as it is' : 'stay as they are'},`
}
