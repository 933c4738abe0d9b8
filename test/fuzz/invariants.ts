import { givesBlock, type Spec } from '../../core/metric.ts'
import { isSerial, isValue, rowsOf, type Answer } from './answer.ts'
import { cellsOf, type Call } from './cells.ts'
import { sameAnswer } from './compare.ts'

/** What must hold of every call. */
export type Invariant =
  | 'a result is finite'
  | 'a table is a rectangle with a header'
  | 'an error is a sentence of ours'
  | 'both bundles agree'
  | 'the order of rows does not matter'
  | 'blank rows at the end change nothing'
  | 'a header changes nothing'
  | 'the same call gives the same answer'
  | 'cells that are handed over stay as they are'
  | 'a call ends in time'
  | 'another build gives the same answer'

/** What does not hold, in words. */
export interface Breach {
  invariant: Invariant
  what: string
}

/** A cell of Excel holds no more. */
const LONGEST_TEXT = 32_767
const LONGEST_SENTENCE = 500

/** What is wrong with one answer alone. */
export function breachesOf(spec: Spec, call: Call, answer: Answer): Breach[] {
  return isValue(answer) ? wrongValue(spec, answer.value) : wrongSentence(spec, call, answer)
}

function wrongValue({ returns }: Spec, value: unknown): Breach[] {
  const isFinite = (cell: unknown) =>
    typeof cell === 'number'
      ? Number.isFinite(cell)
      : typeof cell === 'string'
        ? cell.length <= LONGEST_TEXT
        : typeof cell === 'boolean' || (isSerial(cell) && Number.isFinite(cell.serial))
  const breaches: Breach[] = []
  // The wrong cell may itself be undefined.
  const [wrong] = rowsOf(value)
    .flat()
    .flatMap((cell) => (isFinite(cell) ? [] : [shownCell(cell)]))
  if (wrong !== undefined) breaches.push({ invariant: 'a result is finite', what: `a cell is ${wrong}` })
  const problem = Array.isArray(value) ? wrongTable(returns, value as unknown[][]) : undefined
  if (problem) breaches.push({ invariant: 'a table is a rectangle with a header', what: problem })
  return breaches
}

function shownCell(cell: unknown): string {
  return typeof cell === 'string'
    ? `a text of ${cell.length} signs`
    : JSON.stringify(cell) === 'null'
      ? String(cell)
      : `${typeof cell} ${JSON.stringify(cell)}`
}

function wrongTable(returns: Spec['returns'], rows: unknown[][]): string | undefined {
  if (!givesBlock(returns)) return 'there is a table where one value is told'
  const [header] = rows
  if (!header || header.length === 0) return 'the table is empty'
  if (rows.some((row) => row.length !== header.length)) return 'the rows have different lengths'
  if (returns.table && (typeof header[0] !== 'string' || header[0] === ''))
    return `the header begins with ${shownCell(header[0])}`
  return undefined
}

function wrongSentence(
  { name }: Spec,
  { given }: Call,
  { code, message }: Exclude<Answer, { value: unknown }>,
): Breach[] {
  const isGiven = given
    .flatMap(cellsOf)
    .some((cell) => typeof cell === 'object' && cell !== null && 'error' in cell && cell.error === code)
  const problems = [
    code !== undefined && !OUR_CODES.includes(code) && !isGiven && `${code} is no error of ours`,
    message === undefined && !isGiven && 'there is no sentence',
    message !== undefined && wrongWords(name, message, JSON.stringify(given)),
  ]
  return problems.flatMap((what) => (what ? [{ invariant: 'an error is a sentence of ours' as const, what }] : []))
}

const OUR_CODES = ['#VALUE!', '#N/A', '#DIV/0!', '#NUM!']

function wrongWords(name: string, message: string, given: string): string | undefined {
  if (!message.startsWith(`${name}: `)) return `the sentence does not begin with ${name}: ${message}`
  if (message.includes('internal error')) return message
  // Three of them are the end of a text that is cited.
  if (/[^.]\.$/.test(message)) return `the sentence ends with a point: ${message}`
  if (message.length >= LONGEST_SENTENCE) return `the sentence has ${message.length} signs: ${message.slice(0, 120)}…`
  const leaked = /\bundefined\b|\bNaN\b|\bInfinity\b|\[object|\bnull\b/.exec(message)?.[0]
  if (leaked !== undefined && !given.includes(leaked)) return `the sentence says ${leaked}: ${message}`
  return undefined
}

/**
 * Google Sheets tells no code, and Excel no sentence where an error of a cell goes through. To Excel a blank cell that
 * stands alone is the same as none, and whether labels are dates it can only guess.
 */
export function agree({ returns }: Spec, sheets: Answer, excel: Answer): boolean {
  if (!isValue(sheets) && !isValue(excel) && excel.message === undefined) {
    return sheets.message?.includes(excel.code!) ?? false
  }
  const isGuessed = returns.table?.some(({ labelsOf }) => labelsOf !== undefined) === true
  return sameAnswer(...([sheets, excel].map((answer) => asFarAsTold(answer, isGuessed)) as [Answer, Answer]))
}

function asFarAsTold(answer: Answer, isGuessed: boolean): Answer {
  if (!isValue(answer)) return { ...answer, message: answer.message?.replace(/ is blank$/, ' is missing') }
  const asNumber = (cell: unknown) => (isSerial(cell) ? cell.serial : cell)
  const isTable = isGuessed && Array.isArray(answer.value)
  return isTable ? { value: (answer.value as unknown[][]).map((row) => row.map(asNumber)) } : answer
}
