import type { ComponentChildren } from 'preact'
import { sentence } from './sentence.ts'

/** The Functions tab. What a function is, and what its arguments are, is said by its spec. */
export const functions = {
  heading: 'Functions',
  find: 'Find by name, or ask in your own words',
  findSuch: 'Are customers coming back?',
  results: 'Results',
  found: (count: number) => (count === 0 ? 'Nothing found. Try other words.' : `${count} found, best first`),
  nearest: 'Nothing of ours answers that. Nearest:',
  first: {
    heading: 'First steps',
    about: 'Ask a question and choose your columns: the answer stands in your sheet, as a formula.',
    insert: 'Insert sample data',
    inserted: (formula: string) => `Two sheets of made-up data are new. ${formula}`,
    there: (formula: string) => `The sample sheets were here already and stay as they are. ${formula}`,
    some: ({ inserted, there }: { inserted: string; there: string }) =>
      `“${inserted}” is new. “${there}” was here already and stays as it is.`,
    type: ({ cell, sheet, formula }: { cell: string; sheet: string; formula: string }) =>
      `In ${cell} of “${sheet}”, type ${formula}`,
  },
  all: 'All functions',
  native: 'No function of ours is needed: the spreadsheet has it itself.',
  target: (target: string) => `Target: ${target}`,
  summary: 'My rows are a summary',
  formula: 'Formula',
  insert: 'Insert into the selected cell',
  fillIn: (names: readonly string[]) => `Fill in ${names.join(', ')} first.`,
  circular: ({ cell, argument }: { cell: string; argument: string }) =>
    `${cell} is part of ${argument}. Select the cell that should show the result, then insert again.`,
  noRoom: ({ area, cell, content }: { area: string; cell: string; content: string }) =>
    `The table fills ${area}, where ${cell} holds “${content}”. Select a cell with room below and to the right, then insert again.`,
  written: (cell: string) => `Written into ${cell}. If it shows an error, rest the pointer on the cell: it says why.`,
  occupied: ({ cell, content }: { cell: string; content: ComponentChildren }) =>
    sentence`${cell} already holds ${content}. Replace it?`,
  nothing: 'nothing',
  examples: 'Examples',
  gives: (result: string) => `gives ${result}`,
  resultOf: (example: number) => `Result of example ${example}`,
  result: 'Result',
  writtenAs: 'Written as',
  without: ({ condition, formula }: { condition: string; formula: ComponentChildren }) =>
    sentence`Without Cuesheet${condition}: ${formula}`,
  source: 'Source',
  choice: ({ value, help }: { value: string; help: string }) => `${value}: ${help}`,
  chart: 'Add its chart',
  again: {
    madeFrom: (titles: readonly string[]) =>
      `Made from ${quoted(titles)}. For another table, click into its sheet, in which the first row holds these titles.`,
    noTitles: 'The columns of this formula have no titles in the first row: fill in others by hand.',
    take: 'Take the columns of that sheet',
    taken: (sheet: string) => `Taken from “${sheet}”. Select the cell for the result, then insert.`,
    lacking: ({ sheet, titles }: { sheet: string; titles: readonly string[] }) =>
      `“${sheet}” has no column ${quoted(titles)} as the formula takes it. Fill in what is missing by hand.`,
  },
  /** Why a formula would not compute. */
  unreadable: {
    noSheet: ({ name, text }: { name: string; text: string }) =>
      `${name}: ${text} names no sheet. Write it as Survey!${text}, with the name of the sheet.`,
    noQuotes: ({ name, text, quoted }: { name: string; text: string; quoted: string }) =>
      `${name}: ${text} wants quotes around the name of its sheet. Write it as ${quoted}.`,
    twoNumbers: ({ name, text, point, comma }: { name: string; text: string; point: number; comma: number }) =>
      `${name}: “${text}” may be ${point} or ${comma}. Write one of these.`,
    noCell: ({ name, text }: { name: string; text: string }) =>
      `${name}: “${text}” cannot be read. Write a number, a date in quotes or a cell.`,
    noRange: ({ name, text }: { name: string; text: string }) =>
      `${name}: “${text}” cannot be read. Write a range such as Survey!E:E.`,
  },
}

function quoted(titles: readonly string[]): string {
  return titles.map((title) => `“${title}”`).join(', ')
}
