import { expect, test } from 'vitest'
import { flags } from '../../../../core/arguments/index.ts'
import { metric } from '../../../../core/metric.ts'
import { readFlag, type Sense } from '../../../../core/reading/texts/flags.ts'
import { column, compute, failure } from '../../../compute.ts'

const SENSES: readonly Sense[] = ['good', 'resolved', 'ended', 'renewed']

test.each([
  ...'yes|Yes|YES|y|true|TRUE|t|1|1.0|on|x|ja|oui|sí|sim|да|✓|✔|✔️|☑|✅|Yes.|YES!|"Yes"|“yes”|\'1|="1"| yes |１|\u200byes|checked'.split(
    '|',
  ),
  true,
  1,
])('%s is yes, whatever is asked', (cell) => {
  for (const sense of SENSES) expect(readFlag(cell, sense)).toEqual({ flag: 1, isPlain: true })
})

test.each([
  ...'no|No|NO|n|false|FALSE|f|0|0.0|off|nein|non|não|нет|✗|✘|☐|❌|no.|"No"|\'0|="0"|unchecked'.split('|'),
  false,
  0,
])('%s is no, whatever is asked', (cell) => {
  for (const sense of SENSES) expect(readFlag(cell, sense)).toEqual({ flag: 0, isPlain: true })
})

test.each<[Sense, string, string]>([
  [
    'good',
    "Good|good with comment|good_with_comment|Good, I'm satisfied|Satisfied|Very satisfied|very-satisfied|Extremely satisfied|Somewhat satisfied|Happy|Positive|Great|👍|👍🏽|😀",
    "Bad|bad_with_comment|Bad, I'm unsatisfied|Dissatisfied|Very dissatisfied|Unsatisfied|Not satisfied|Not at all satisfied|Neutral|Neither satisfied nor dissatisfied|Poor|👎|👎🏿|😞",
  ],
  [
    'resolved',
    'Resolved|Solved|Closed|Done|Completed|Fixed|Won|Success|succeeded|Answered',
    'Unresolved|Open|New|Pending|On-hold|on hold|In Progress|in_progress|Reopened|To Do|Escalated|Waiting on Customer|Waiting for support|Failed|Lost',
  ],
  [
    'ended',
    'canceled|Cancelled|churned|Expired|Terminated|Inactive|Lost|Closed Lost|closedlost|Unsubscribed|Ended',
    'active|Active|Open|Current|ongoing|Retained|past_due|trialing|Won|Closed Won|closedwon|not churned|Staying',
  ],
  [
    'renewed',
    'Renewed|auto-renewed|auto_renewed|Won|Closed Won|Closed-Won|closedwon|Active|Retained|Extended',
    'Not renewed|non-renewed|Lost|Closed Lost|closedlost|Churned|Canceled|Expired|Lapsed|Declined',
  ],
])('the words of the trade say yes or no when asked whether it is %s', (sense, yes, no) => {
  for (const word of yes.split('|')) expect(readFlag(word, sense), word).toEqual({ flag: 1, isPlain: false })
  for (const word of no.split('|')) expect(readFlag(word, sense), word).toEqual({ flag: 0, isPlain: false })
})

test.each<[Sense, string]>([
  ['good', 'maybe|Won|Open|5|2|-1|sort of|Yes and no|yes, but|no idea|not bad|n/a|-||Good question|10|½|yes no'],
  ['resolved', "Won't fix|Duplicate|Spam|Good|canceled|merged|2|n/a|Resolved?|partly resolved|almost done"],
  ['ended', 'unpaid|paused|incomplete|Resolved|Good|2|churn|at risk|cancel'],
  ['renewed', 'Pending|at risk|Good|Resolved|2|renew|in negotiation'],
])('a word that may mean either, or nothing, is none when asked whether it is %s', (sense, words) => {
  for (const word of words.split('|')) expect(readFlag(word, sense), word).toBeUndefined()
})

test('a column of them is read, or names the row of what is neither', () => {
  const bare = { name: 'TRY', summary: '', questions: [], returns: {}, examples: [], source: '' }
  const shown = metric({ ...bare, args: [flags('ended', '', { sense: 'ended' })] as const }, (flags) =>
    Array.from(flags).join(' '),
  )
  expect(compute(shown, column('Status', 'active', 'canceled', 'n/a', null, 'past_due'))).toBe('0 1 0')
  expect(failure(shown, column('active', 'paused'))).toContain('ended row 2 has “paused”')
  expect(failure(shown, column('active', 'x'.repeat(1_000_000))).length).toBeLessThan(250)
})
