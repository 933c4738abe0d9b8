import { isBlank, type Cell } from '../cell.ts'
import { isPlaceholder } from './texts/placeholders.ts'
import { cleanText } from './texts/spelling.ts'

/** Titles of one word that are hardly ever the value of a row. */
const ALONE = new Set(
  (
    'answer answers area assignee brand browser campaign case cases category categories cause causes channel channels city cohort ' +
    'comment comments complaint complaints contact country course cue customer customers date dates department description ' +
    'feature features feedback field group groups handle id ids identifier industry interaction ' +
    'invoice issue issues item items journey key keyword keywords kind kpi kpis label labels language location market message ' +
    'metric metrics model name names nr no. number order orders organisation organization outcome outcomes owner owners path ' +
    'paths payee person phase plan platform priority problem problems product products project promise property query ' +
    'question questions queue rating ratings reason reasons ref reference referrer region regions remark remarks request ' +
    'resolution resource response responses responsible accountable role score scores sector segment segments seller severity ' +
    'sku skill source sources stage stages state status step steps subject subscriber suggestion suggestions supplier tag tags ' +
    'team theme themes ticket tickets tier timestamp title topic topics touch touches touchpoint touchpoints type types unit ' +
    'user users username uuid value values variant vendor verbatim ' +
    'requester submitter reporter creator teammate pipeline persona province disposition asin summary component components ' +
    'respondent currency note notes ip url'
  ).split(' '),
)

/** Words with which a longer title ends, where the words before say of what. */
const LAST = new Set(
  (
    'address assignee brand browser categories category cause causes channel channels city code comment comments ' +
    'country currency date description email group id ids industry key kind kpi labels language medium method ' +
    'metric metrics name names note notes number outcome outcomes owner priority province rating reason reasons ' +
    'region remark remarks requester role score segment segments severity sku source sources stage status subject ' +
    'tag tags theme themes time timestamp title topic topics type types uuid verbatim'
  ).split(' '),
)
/** What the columns of exports are about: with others before its last word a text is the value of a row, such as Wrong label. */
const ABOUT = new Set(
  (
    '& / account ad agent amount and assignee associated billing campaign canceled cancellation cancelled card case ' +
    'category channel choice churn churned close closed closing collector company complaint contact conversation ' +
    'conversion cost country created creation current custom customer customers data deal decline default detailed device ' +
    'distinct distribution downgrade email employee end escalation event exit external feature feedback field ' +
    'financial first form fulfillment fulfilment full ga group hs insert internal invoice ip issue item journey ' +
    'landing last lead lifecycle line lineitem loss lost main match merchant method movement mp name opportunity ' +
    'order original owner page parent payment plan primary problem product project purchase query question ' +
    'recipient record recovery reference refund rejection renewal request requester resolution respondent response ' +
    'return returned risk root sales satisfaction search secondary segment sentiment service session ship shipping ' +
    'signup source start status sub subscription support survey system task team termination territory theme ticket ' +
    'touch traffic transaction type user utm'
  ).split(' '),
)
/** What is a thing, a reason or a role rather than a title: a customer asks for a return label. */
const THINGS =
  /^(?:shipping|return|price) (?:labels?|tags?)$|^financial reasons$|^(?:product|service|system|task) owner$/
/** What the first of several words of a title may be before of and for: reason for return, date of order. */
const OF = new Set(
  'reason reasons cause causes type types kind kinds name names source date status category categories country area channel root'.split(
    ' ',
  ),
)
/** A value that says what is wrong with one of these is none: Wrong label, no reason. */
const FAULTS =
  /^(?:wrong|missing|no|not|incorrect|late|bad|poor|slow|rude|broken|damaged|unclear|other|unknown|without|invalid|lost(?! reasons?$)|any)\b|\b(?:wrong|missing|late|unclear|unknown|changed|incorrect)$/

/** The second line of titles that survey programs write. */
const SECOND = /^(?:open-ended response|response|responses|other \(please specify\)|\{"ImportId":.*\})$/is
/** Q1. and Q12_ before the words of a question. */
const NUMBERED = /^q\d{1,3}(?:[._]\d{1,2})?[.:)_ -]+[\p{L}“"]{3}/iu
const ONE_WORD = /^[a-z]+(?:_[a-z0-9]+)+$|^[a-z]+(?:[A-Z][a-z]+)+$/
const LONGEST = 300
const LONGEST_QUESTION = 1000

/** A title without its ornaments: "Root_cause:" is "root cause". */
export function titleText(cell: string): string {
  return cleanText(cell)
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace(/^[ *#]+/, '')
    .slice(0, LONGEST)
    .replace(/[ ?:.*]+$/, '')
}

/** Whether a text is known to be a title and no value: Cancellation Reason, Tags:, Comment (optional). */
export function isKnownTitle(text: string): boolean {
  const title = cleanText(text)
  if (title === '' || title.length > LONGEST || isPlaceholder(title)) return false
  if (/^(?:custom field \(.+\)|utm[_ ]\w+)$/i.test(title)) return true
  if (/:\s*\*?$/.test(title) || NUMBERED.test(title) || SECOND.test(title)) return true
  const words = wordsOf(title)
  if (words.length === 1) return ALONE.has(words[0]!)
  if (words.length < 2 || words.length > 6) return false
  const written = words.join(' ')
  if (FAULTS.test(written) || THINGS.test(written)) return false
  return isAbout(words) || isOf(words)
}

/** order-status and Order-Status, but not Sign-up. */
const HYPHENED = /^(?:[a-z]+(?:-[a-z]+)+|[A-Z][a-z]+(?:-[A-Z][a-z]+)+)$/

/** The words of a title in small letters: “Cancellation Reason (optional)”, order-status, issueType, $browser. */
function wordsOf(title: string): string[] {
  const written = withoutBrackets(title)
  const parted = HYPHENED.test(written) ? written.replace(/-/g, ' ') : written
  return parted
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[\s_*#:.$/]+/)
    .filter((word) => word !== '')
}

function isAbout(words: readonly string[]): boolean {
  return LAST.has(words[words.length - 1]!) && words.slice(0, -1).every((word) => ABOUT.has(word))
}

/** Reason for return, date of order. */
function isOf(words: readonly string[]): boolean {
  const at = words.findIndex((word) => word === 'of' || word === 'for')
  return at > 0 && at <= 2 && OF.has(words[at - 1]!) && words.slice(0, at - 1).every((word) => ABOUT.has(word))
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
  return (
    text.length > 10 &&
    text.length <= LONGEST_QUESTION &&
    /\?$/.test(text.trim().replace(/\*$/, '').trim()) &&
    /\p{L}/u.test(text.slice(0, -9))
  )
}

/** What the first cell of a column of words is, as far as it and the cells below can tell. */
export type Top = 'either' | 'title' | 'perhaps a value' | 'perhaps a title'

const SIZES = new Set('low high small large urgent critical normal minor major short long'.split(' '))

/**
 * Whether the first cell of a column of words is its title. It is no title when it comes again below, and is one when it
 * is known as one, or when a second line of titles follows. Among categories, which come again, one that does not is likely
 * to be a title.
 */
export function topOf(first: string, below: readonly Cell[], { isCategory = false } = {}): Top {
  if (below.every(isBlank)) return 'either'
  const texts = below.filter((cell): cell is string => typeof cell === 'string' && !isBlank(cell))
  const reading = readingOf(first)
  if (texts.some((text) => readingOf(text) === reading)) return 'either'
  if (isKnownTitle(first)) return 'title'
  // Medium stands over cpc and email, and among low and high.
  if (reading === 'medium' && !texts.some((text) => SIZES.has(readingOf(text)))) return 'title'
  if (typeof below[0] === 'string' && SECOND.test(below[0].trim())) return 'title'
  if (ONE_WORD.test(first.trim()) && !texts.some((text) => ONE_WORD.test(text.trim()))) return 'title'
  if (isQuestion(first) && 2 * texts.filter(isQuestion).length < texts.length) return 'perhaps a title'
  return isCategory && allRepeat(texts) ? 'perhaps a title' : 'perhaps a value'
}

/** Whether there are a few values, each of which comes again: what stands once above them is likely to be their title. */
function allRepeat(texts: readonly string[]): boolean {
  const readings = texts.map(readingOf)
  const once = new Set(readings)
  const again = new Set(readings.filter((reading) => !once.delete(reading)))
  return texts.length >= 4 && readings.every((reading) => again.has(reading))
}

/** Whether a text is so plainly a title that a value beside it means that the columns begin in different rows. */
export function isSureTitle(text: string): boolean {
  return isKnownTitle(text) && /\S[\s_]+\S|:\s*$|[a-z][A-Z]/.test(text.trim())
}

/** Whether ids are numbers, or all made with digits or an @, and the first cell is not: its title. */
export function isTitleOfIds(first: string, below: readonly Cell[]): boolean {
  const made = (cell: Cell) => typeof cell === 'number' || (typeof cell === 'string' && /[\p{N}@]/u.test(cell))
  return !made(first) && below.every((cell) => isBlank(cell) || made(cell)) && !below.every(isBlank)
}

function readingOf(text: string): string {
  return cleanText(text).toLowerCase()
}
