import { isBlank, type Cell } from '../cell.ts'
import { isPlaceholder } from './placeholders.ts'
import { cleanText } from './spelling.ts'

/** Titles of one word that are hardly ever the value of a row. */
const ALONE = new Set(
  (
    'answer answers area assignee brand browser campaign case cases category categories cause causes channel channels city cohort ' +
    'comment comments complaint complaints contact country course cue customer customers date dates department description ' +
    'feature features feedback field group groups handle id ids identifier industry interaction ' +
    'invoice issue issues item items journey key keyword keywords kind kpi kpis label labels language location market medium message ' +
    'metric metrics model name names nr no. number order orders organisation organization outcome outcomes owner owners path ' +
    'paths payee person phase plan platform priority problem problems product products project promise property query ' +
    'question questions queue rating ratings reason reasons ref reference referrer region regions remark remarks request ' +
    'resolution resource response responses responsible accountable role score scores sector segment segments seller severity ' +
    'sku skill source sources stage stages state status step steps subject subscriber suggestion suggestions supplier tag tags ' +
    'team theme themes ticket tickets tier timestamp title topic topics touch touches touchpoint touchpoints type types unit ' +
    'user users username uuid value values variant vendor verbatim'
  ).split(' '),
)

/** Words with which a longer title ends. Others of the above end the value of a row as well: Wrong product, Slow response. */
const LAST = new Set(
  (
    'category categories cause causes channel channels comment comments country description id ids kind label labels medium name ' +
    'names reason reasons region remark remarks segment segments source sku status tag tags theme themes timestamp topic topics ' +
    'type types uuid verbatim outcome outcomes metric metrics kpi stage'
  ).split(' '),
)
/** A value that says what is wrong with one of these is none: Wrong label, no reason. */
const FAULTS =
  /^(?:wrong|missing|no|not|incorrect|late|bad|poor|slow|rude|broken|damaged|unclear|other|unknown|without|invalid|lost|any)\b/

/** The second line of titles that survey programs write. */
const SECOND = /^(?:open-ended response|response|responses|other \(please specify\)|\{"ImportId":.*\})$/is
/** Q1. and Q12_ before the words of a question. */
const NUMBERED = /^q\d{1,3}(?:[._]\d{1,2})?[.:)_ -]+[\p{L}“"]{3}/iu
const ONE_WORD = /^[a-z]+(?:_[a-z0-9]+)+$|^[a-z]+(?:[A-Z][a-z]+)+$/
const LONGEST = 300

/** A title without its ornaments: "Root_cause:" is "root cause". */
export function titleText(cell: string): string {
  return cleanText(cell)
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace(/^[ *#]+/, '')
    .replace(/[ ?:.*]+$/, '')
}

/** Whether a text is known to be a title and no value: Cancellation Reason, Tags:, Comment (optional). */
export function isKnownTitle(text: string): boolean {
  const title = cleanText(text)
  if (title === '' || title.length > LONGEST || isPlaceholder(title)) return false
  if (/:\s*\*?$/.test(title) || NUMBERED.test(title) || SECOND.test(title)) return true
  const words = withoutBrackets(title)
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[\s_*#:.]+/)
    .filter((word) => word !== '')
  if (words.length === 1) return ALONE.has(words[0]!)
  return words.length <= 6 && (LAST.has(words[words.length - 1]!) || isOf(words)) && !FAULTS.test(words[0]!)
}

/** Reason for return, date of order. */
function isOf(words: readonly string[]): boolean {
  const at = words.findIndex((word) => word === 'of' || word === 'for')
  return at > 0 && at <= 2 && ALONE.has(words[at - 1]!)
}

/** Comment (optional), Reason [required]. */
function withoutBrackets(title: string): string {
  return title.replace(/\s*[([][^()[\]]*[)\]]\s*\*?$/, '')
}

/** Whether a text is the second line of titles that a survey program writes: its own words, or the question. */
export function isSecondTitle(text: string): boolean {
  return SECOND.test(text.trim()) || isQuestion(text)
}

function isQuestion(text: string): boolean {
  return /\p{L}.{8}.*\?\s*\*?$/su.test(text)
}

/** What the first cell of a column of words is, as far as it and the cells below can tell. */
export type Top = 'either' | 'title' | 'perhaps a value' | 'perhaps a title'

/**
 * Whether the first cell of a column of words is its title. It is no title when it comes again below, and is one when it
 * is known as one, or when a second line of titles follows.
 */
export function topOf(first: string, below: readonly Cell[]): Top {
  const filled = below.filter((cell) => !isBlank(cell))
  const texts = filled.filter((cell): cell is string => typeof cell === 'string')
  if (filled.length === 0) return 'either'
  const reading = readingOf(first)
  if (texts.some((text) => readingOf(text) === reading)) return 'either'
  if (isKnownTitle(first)) return 'title'
  if (typeof below[0] === 'string' && SECOND.test(below[0].trim())) return 'title'
  if (ONE_WORD.test(first.trim()) && !texts.some((text) => ONE_WORD.test(text.trim()))) return 'title'
  if (isQuestion(first) && 2 * texts.filter(isQuestion).length < texts.length) return 'perhaps a title'
  return 'perhaps a value'
}

/** Whether a text is so plainly a title that a value beside it means that the columns begin in different rows. */
export function isSureTitle(text: string): boolean {
  return isKnownTitle(text) && /\S[\s_]+\S|:\s*$|[a-z][A-Z]/.test(text.trim())
}

/** Whether ids are numbers, or all made with digits or an @, and the first cell is not: its title. */
export function isTitleOfIds(first: string, below: readonly Cell[]): boolean {
  const made = (cell: Cell) => typeof cell === 'number' || (typeof cell === 'string' && /[\p{N}@]/u.test(cell))
  const filled = below.filter((cell) => !isBlank(cell))
  return filled.length > 0 && !made(first) && filled.every(made)
}

function readingOf(text: string): string {
  return cleanText(text).toLowerCase()
}
