import { expect, test } from 'vitest'
import { isDashes, isNoDate, isNotYet, isPlaceholder } from '../../../../core/reading/texts/placeholders.ts'
import { serialOf } from '../../../../core/statistics/time/calendar.ts'

test.each([
  ...(
    'n/a|N/A|#N/A|na|NA|N.A.|n.a|N / A|n /a|N/A.|n/d|N/D|s/o|n.v.|n.b.|n.v.t.|k.A.|k. A.|s.o.|keine Angabe|nicht angegeben|non renseigné|' +
    'sin datos|no aplica|ninguno|não informado|不明|なし|none|None|NULL|null|nil|NaN|undefined|void|empty|blank|unknown|Missing|unspecified|Undisclosed|' +
    'not set|Not provided|not available|not applicable|not specified|not yet|no answer|No response|no data|no value|Prefer not to say|TBD|tba|t.b.c.|nobody|' +
    '(not set)|(none)|(blank)|(empty)|(unknown)|(not provided)|[null]|<null>|<none>|{null}|-- none --|--None--|- none -|- Select -|Please select|"n/a"|\'n/a|' +
    '-|--|—|–|...|…|.|?|???|_|***|()|[]|{}|<>|(-)|0000-00-00|0000-00-00 00:00:00|0001-01-01T00:00:00Z|\\N|ｎ／ａ'
  ).split('|'),
  ' n/a ',
  '( none )',
  '\u200bn/a',
  'n/a\ufeff',
  'n/a\u00a0',
])('“%s” stands for no value', (text) => {
  expect(isPlaceholder(text)).toBe(true)
})

test.each(
  (
    'No|Yes|0|zero|-1|-99|other|(other)|Other|nothing|Nothing|direct|(direct)|Anonymous|guest|unassigned|Unassigned|None of the above|Nana|Nan Goldin|Nil Desperandum|' +
    'Missing item|Unknown error|Not satisfied|no comment, really|never|pending|open|x|Ann|TRUE|#REF!|Loading...|a-b|-a|5-|n/a but fine|Blank Street|Select Comfort|' +
    "Null Island|2024-01-01|0001|(none of them)|No value for money at all|?!|n'a|A1042|n/a1|1n/a|tbd 2|0001-1"
  ).split('|'),
)('“%s” does not', (text) => {
  expect(isPlaceholder(text)).toBe(false)
})

test.each(
  'open|Still open|not closed|unresolved|Active|pending|ongoing|Current|present|running|in progress|On hold|to date|never|Not delivered|unpaid|\u200bOpen|noch offen|n/a|-'.split(
    '|',
  ),
)('“%s” among closing dates has not happened yet', (text) => {
  expect(isNotYet(text)).toBe(true)
})

test.each('closed|2024-03-01|soon|tomorrow|done|delivered|paid|5|March'.split('|'))('“%s” may have', (text) => {
  expect(isNotYet(text)).toBe(false)
})

test('days that programs write for none are no dates, and those beside them are', () => {
  const none: [number, number, number][] = [
    [9999, 12, 31],
    [9999, 1, 1],
    [2999, 12, 31],
    [2900, 1, 1],
    [2099, 12, 31],
    [2100, 1, 1],
    [1900, 1, 1],
    [1899, 12, 30],
    [1753, 1, 1],
    [1901, 1, 1],
    [1970, 1, 1],
    [1, 1, 1],
    [999, 12, 31],
  ]
  for (const [year, month, day] of none) expect(isNoDate(serialOf(year, month, day)), `${year}`).toBe(true)
  const some: [number, number, number][] = [
    [2024, 3, 1],
    [1970, 1, 2],
    [1950, 1, 1],
    [2098, 12, 31],
    [2099, 12, 30],
    [2100, 1, 2],
    [1999, 12, 31],
    [1000, 1, 1],
  ]
  for (const [year, month, day] of some) expect(isNoDate(serialOf(year, month, day)), `${year}`).toBe(false)
  expect(isNoDate(serialOf(9999, 12, 31) + 0.99)).toBe(true)
  expect(isNoDate(serialOf(1970, 1, 1) + 0.5)).toBe(false)
})

test('a line of dashes stands for no value up to 24 signs', () => {
  expect(isPlaceholder('-'.repeat(24))).toBe(true)
  expect(isPlaceholder('-'.repeat(25))).toBe(false)
})

test('dashes are signs only', () => {
  expect(['-', '—', '...', '?', '# #'.replace(' ', '')].every(isDashes)).toBe(true)
  expect(['', ' ', 'a', '-1', '+', '$'].some(isDashes)).toBe(false)
})
