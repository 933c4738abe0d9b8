import type { Cell } from '../../cell.ts'
import { once } from '../once.ts'
import { keyed, unwrapped } from './spelling.ts'

/** What a yes means: the same word says yes of a case that is solved and no of a contract that goes on. */
export type Sense = 'good' | 'resolved' | 'ended' | 'renewed'

interface Words {
  yes: string
  no: string
}

/** Words that say yes or no whatever is asked. */
const PLAIN: Words = {
  yes: 'yes|y|true|t|1|1.0|on|ja|oui|si|sí|sim|да|はい|是|x|✓|✔|√|☑|✅|checked',
  no: 'no|n|false|f|0|0.0|off|nein|non|nee|nej|não|nao|нет|いいえ|否|✗|✘|✖|☐|❌|unchecked',
}

const BY_SENSE: Readonly<Record<Sense, Words>> = {
  good: {
    yes:
      'good|great|excellent|very good|satisfied|very satisfied|extremely satisfied|completely satisfied|somewhat satisfied|' +
      "mostly satisfied|happy|very happy|extremely happy|positive|good with comment|good, i'm satisfied|thumbs up|👍|😀|😃|🙂|😊|😍",
    no:
      "bad|bad, i'm unsatisfied|poor|very poor|very bad|terrible|awful|unsatisfied|very unsatisfied|not satisfied|not very satisfied|not at all satisfied|dissatisfied|very dissatisfied|extremely dissatisfied|" +
      'completely dissatisfied|somewhat dissatisfied|mostly dissatisfied|unhappy|very unhappy|extremely unhappy|negative|bad with comment|' +
      'thumbs down|👎|neutral|ok|okay|fair|average|neither satisfied nor dissatisfied|neither|😐|🙁|☹|😞|😠|😡',
  },
  resolved: {
    yes: 'resolved|solved|closed|done|complete|completed|fixed|answered|finished|solved by first contact|won|success|successful|succeeded',
    no:
      'unresolved|not resolved|unsolved|not solved|open|new|pending|in progress|on hold|waiting|reopened|escalated|unanswered|waiting on customer|waiting for customer|waiting for support|waiting on third party|awaiting reply|hold|snoozed|' +
      'incomplete|not done|failed|lost|to do|todo|backlog',
  },
  ended: {
    yes: 'ended|canceled|cancelled|churned|lost|closed|inactive|terminated|expired|deleted|left|gone|closed lost|unsubscribed|dead|event|closedlost',
    no: 'active|open|current|ongoing|running|retained|alive|live|staying|still active|customer|won|closed won|closedwon|past due|trialing|in trial|censored|not ended|not lost|not canceled|not cancelled|not churned',
  },
  renewed: {
    yes: 'renewed|won|closed won|closedwon|active|retained|extended|kept|stayed|auto-renewed',
    no: 'not renewed|non renewed|lost|closed lost|closedlost|churned|canceled|cancelled|expired|ended|terminated|inactive|left|lapsed|declined',
  },
}

/** How a yes or no is said: with a word for just that, or with one of the trade, such as Won. */
export interface FlagReading {
  flag: 0 | 1
  isPlain: boolean
}

function spelled({ yes, no }: Words, isPlain: boolean): [string, FlagReading][] {
  const entries = (words: string, flag: 0 | 1) =>
    words.split('|').map((word): [string, FlagReading] => [spelling(word), { flag, isPlain }])
  return [...entries(yes, 1), ...entries(no, 0)]
}

const wordsOf = (sense: Sense) =>
  once<ReadonlyMap<string, FlagReading>>(() => new Map([...spelled(BY_SENSE[sense], false), ...spelled(PLAIN, true)]))

/** Most formulas read no yes or no, and all of them wait until their project has been read. */
const known = {
  good: wordsOf('good'),
  resolved: wordsOf('resolved'),
  ended: wordsOf('ended'),
  renewed: wordsOf('renewed'),
}

/** The yes or no in a cell; undefined where it says neither. */
export function readFlag(cell: Cell, sense: Sense): FlagReading | undefined {
  if (cell === true || cell === 1) return { flag: 1, isPlain: true }
  if (cell === false || cell === 0) return { flag: 0, isPlain: true }
  if (typeof cell !== 'string' || cell.length > LONGEST) return undefined
  return known[sense]().get(spelling(cell))
}

const LONGEST = 60

/** How a word is looked up: in small letters, without what programs and people put around it. */
function spelling(word: string): string {
  return unwrapped(keyed(word))
    .toLowerCase()
    .replace(/[_-]/g, ' ')
    .replace(/\ufe0f|\ud83c[\udffb-\udfff]/g, '')
    .replace(/[.!]$/, '')
}
