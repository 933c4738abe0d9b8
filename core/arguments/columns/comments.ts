import { texts } from './labels.ts'
import type { ColumnArg } from '../argument.ts'

/** A column of what customers wrote. n/a, none and - are no comments, and a first cell such as “Comment” is the title. */
export function comments(name: string): ColumnArg<string[]> {
  return texts(
    name,
    'Comments. Blank cells are none, nor are n/a, none or -; a first cell such as “Comment” or “Feedback” is the title of the column.',
    { isNone: isNoComment, titles: TITLES },
  )
}

const TITLES: readonly string[] = [
  'comment',
  'comments',
  'customer comment',
  'customer comments',
  'customer feedback',
  'your comment',
  'your comments',
  'any comments',
  'any other comments',
  'feedback',
  'text',
  'texts',
  'remark',
  'remarks',
  'review',
  'reviews',
  'review text',
  'review body',
  'review content',
  'comment text',
  'comment body',
  'feedback text',
  'message text',
  'message body',
  'response text',
  'message',
  'messages',
  'answer',
  'answers',
  'verbatim',
  'verbatims',
]

/** What people type to leave the question out. “Missing” or “no answer” may well be what they complain of. */
function isNoComment(text: string): boolean {
  return /^(?:n\.?\/?a\.?|none|null|[-\u2013\u2014.?*]+)$/i.test(text.trim())
}
