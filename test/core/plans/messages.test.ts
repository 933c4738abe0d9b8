import { describe, expect, test } from 'vitest'
import { crossOf } from '../../../core/plans/cross.ts'
import { messages } from '../../../core/plans/gallery/messages.ts'
import { guessColumns } from '../../../core/plans/importing/columns.ts'
import { messageSets } from '../../../core/plans/libraries/messages.ts'
import { PRODUCT_WORDS, SERVICE_WORDS, wordOf } from '../../../core/plans/libraries/stories.ts'
import { libraryChanges } from '../../../core/plans/libraryRows.ts'
import { columnOf, findingsOf, sheetOf } from '../../../core/plans/plan.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import { contentOf } from '../../../core/sheet/rows.ts'
import { layout } from './matrixSheet.ts'
import { tableWith } from './ownTable.ts'
import { aboutToday, changed, planRows, toldOf, toldOfAll, TODAY, type SheetRow } from './planSheet.ts'

const sound: SheetRow = {
  Message: 'A whole day on one charge',
  Path: 'product',
  Segment: 'People on the road',
  Spec: 'Runs for 14 hours',
  Benefit: 'No socket to look for',
  Result: 'Works until the last meeting',
  'First proof': 'Hours measured by a laboratory',
  'Kind of first': 'usage data',
  'Second proof': 'A traveller, by name',
  'Kind of second': 'testimonial',
  'Newest proof on': TODAY - 30,
  Owner: 'Ann',
  'Reviewed on': TODAY,
}
const told = (row: SheetRow) => toldOf(messages, { ...sound, ...row })
const levels = (row: SheetRow) =>
  findingsOf(messages, planRows(messages, { ...sound, ...row })[0]!, aboutToday()).map(({ level }) => level)
const noProofs: SheetRow = { 'First proof': null, 'Second proof': ' ', 'Newest proof on': null }

test('nothing is said of a message that is whole, proven, owned and reviewed', () => {
  expect(told({})).toEqual([])
})

describe('the proofs of a message', () => {
  test.each<[string, SheetRow, string]>([
    ['none', noProofs, 'Two proofs missing. Find what others can look up: usage data, a case, a pilot.'],
    ['one', { 'Second proof': null }, 'One proof missing. Find what others can look up: usage data, a case, a pilot.'],
    ['the first and the third', { 'Second proof': null, 'Third proof': 'A case', 'Kind of third': 'case' }, ''],
  ])('are two at least: %s', (_, row, sentence) => {
    expect(told(row).join()).toBe(sentence)
  })

  test('that are missing are red', () => {
    expect(levels(noProofs)).toEqual(['red'])
    expect(levels({ 'Second proof': null })).toEqual(['red'])
  })

  test('are not testimonials only', () => {
    const sentence = 'Only testimonials. Add a proof in numbers: usage data, a case or a pilot.'
    expect(told({ 'Kind of first': 'Testimonial' })).toEqual([sentence])
    expect(told({ 'Kind of first': 'testimonial', 'Third proof': 'A case', 'Kind of third': 'case' })).toEqual([])
    expect(told({ 'Kind of second': 'usage data' })).toEqual([])
    // A kind without a proof proves nothing.
    expect(told({ 'Kind of first': 'testimonial', 'Kind of third': 'case' })).toEqual([sentence])
  })

  test('each are of a kind', () => {
    expect(told({ 'Kind of second': null })).toEqual(['Nobody has said what kind its second proof is.'])
  })

  test.each([
    [365, ''],
    [366, 'Newest proof is 12 months old. Find a fresh one.'],
    [430, 'Newest proof is 14 months old. Find a fresh one.'],
    [-5, ''],
  ])('are fresh: %i days old', (days, sentence) => {
    expect(told({ 'Newest proof on': TODAY - days }).join()).toBe(sentence)
  })

  test('are of a day that is known', () => {
    expect(told({ 'Newest proof on': null })).toEqual([
      'Nobody knows how old its proofs are. Say of which day the newest is, once you have it.',
    ])
    expect(told({ 'Newest proof on': 'last May' })).toEqual([
      '“last May” in Newest proof on is no date. Type one, such as 2026-03-01.',
    ])
  })
})

describe('the ladder of a message', () => {
  test('goes from what it has to what comes of it', () => {
    expect(told({ Benefit: null, Result: null })).toEqual([
      'It stops at the spec. Say what the customer gains from it.',
    ])
    expect(told({ Result: ' ' })).toEqual(['It stops at the benefit. Say what comes of it, in hours or money.'])
    expect(told({ Spec: null })).toEqual([])
    expect(told({ Spec: null, Benefit: null, Result: null })).toEqual([])
  })
})

describe('a mixed story', () => {
  test('is a product message that speaks of the help around it', () => {
    expect(told({ Benefit: 'Support when you need it' })).toEqual([
      'A product message speaks of support: mixed story. Tell that on the service path.',
    ])
    expect(told({ Message: 'With a NAMED CONTACT', Path: 'Product' })[0]).toMatch(/^A product message .*named contact/)
  })

  test('is a service message that speaks of what the thing is made of', () => {
    const service = (Spec: string) => told({ Path: 'service', Spec })
    expect(service('12 megapixels')).toEqual([
      'A service message speaks of megapixels: mixed story. Tell that on the product path.',
    ])
    expect(service('A disk of 512 GB')[0]).toMatch(/speaks of 512 gb:/)
    expect(service('A person within 2 hours')).toEqual([])
  })

  test('is none where each keeps to its own, or nobody has said the path', () => {
    expect(told({ Path: 'service', Benefit: 'Support when you need it' })).toEqual([])
    expect(told({ Benefit: '12 megapixels' })).toEqual([])
    expect(told({ Path: null, Benefit: 'Support, 12 megapixels' })).toEqual([])
  })

  test.each([
    [SERVICE_WORDS, 'Supports USB-C', ''],
    [SERVICE_WORDS, 'unsupported', ''],
    [SERVICE_WORDS, 'Our support team, at once', 'support team'],
    [SERVICE_WORDS, 'Fast response times', 'response times'],
    [SERVICE_WORDS, '(Training)', 'Training'],
    [PRODUCT_WORDS, 'special', ''],
    [PRODUCT_WORDS, 'All specs', 'specs'],
    [PRODUCT_WORDS, '1,5 kg', '1,5 kg'],
    [PRODUCT_WORDS, '15 kgs of trouble', ''],
    [PRODUCT_WORDS, '', ''],
  ])('is told by whole words: %#', (words, text, found) => {
    expect(wordOf(words, text)).toBe(found)
  })
})

describe('a test of two wordings', () => {
  const test5 = { 'Base rate': 0.05, 'Smallest lift': 0.2, 'Needed each': 8158 }

  test('has no more conversions than visitors', () => {
    expect(told({ ...test5, 'Visitors A': 100, 'Conversions A': 120 })).toEqual([
      'The message has 120 conversions of 100 visitors. Look at both counts.',
    ])
    expect(told({ ...test5, 'Visitors B': 100, 'Conversions B': 101 })).toEqual([
      'The variant has 101 conversions of 100 visitors. Look at both counts.',
    ])
    expect(levels({ ...test5, 'Visitors B': 100, 'Conversions B': 101 })).toEqual(['red'])
    expect(told({ ...test5, 'Visitors A': 100, 'Conversions A': 100, 'Conversions B': 9 })).toEqual([])
  })

  test('has a size before it runs', () => {
    const sentence =
      'A test without a size. Fill in its base rate and the smallest lift worth finding, so that nobody stops it too early.'
    expect(told({ 'Visitors A': 10 })).toEqual([sentence])
    expect(told({ 'Visitors B': 10, 'Needed each': '' })).toEqual([sentence])
    expect(told({ 'Visitors A': 0 })).toEqual([])
    expect(told({ ...test5, 'Visitors A': 10 })).toEqual([])
    expect(told({ 'Visitors A': 10, 'Needed each': { formula: '=IF(1,2,3)', shows: null } })).toEqual([])
  })

  test.each<[SheetRow, string]>([
    [{ 'Base rate': 5 }, 'Its base rate of 5 is no share: type it like 5%.'],
    [{ 'Base rate': 0 }, 'Its base rate of 0 is no share: type it like 5%.'],
    [{ 'Smallest lift': 20 }, 'Its smallest lift of 20 cannot be found: type it like 20%.'],
    [{ 'Smallest lift': 0 }, 'Its smallest lift of 0 cannot be found: type it like 20%.'],
    [{ 'Base rate': 0.6, 'Smallest lift': 0.8 }, 'No rate can grow so far: take a smaller lift.'],
    [{ 'Conversions A': 1.5 }, 'Conversions A says 1.5: people are counted in whole numbers.'],
    [{ 'Visitors B': -1 }, 'Visitors B says -1: people are counted in whole numbers.'],
    [{ 'Visitors B': 'some' }, '“some” in Visitors B is text, no number. Type it again in digits.'],
    [{ 'Base rate': 0.05, 'Smallest lift': -0.2 }, ''],
  ])('has numbers that can be meant: %#', (row, sentence) => {
    expect(told(row).join()).toBe(sentence)
  })

  test('has a verdict of which every usual one has a colour', () => {
    const { colours, formula } = columnOf(messages, 'Verdict')
    for (const word of Object.keys(colours!)) expect(formula).toContain(`"${word}"`)
  })
})

describe('all messages together', () => {
  const all = (...rows: SheetRow[]) => toldOfAll(messages, rows)
  const of = (Message: string, Path: string | null, Segment: string | null): SheetRow => ({ Message, Path, Segment })

  test('tell both stories', () => {
    expect(all(of('A', 'product', null))).toEqual(['No message on the service path. Say there what customers gain.'])
    expect(all(of('A', 'product', null), of('B', 'Service', null))).toEqual([])
    expect(all()).toEqual([])
  })

  test('tell both to each segment, once both are told at all', () => {
    expect(all(of('A', 'product', 'Firms'), of('B', 'service', 'firms'), of('C', 'product', 'Teams'))).toEqual([
      'Teams hears of the product only. Say on the service path what it gains there.',
    ])
    expect(all(of('A', 'product', 'Firms'), of('B', 'product', 'Teams'))).toHaveLength(1)
    expect(all(of('A', 'product', 'Firms'), of('B', 'service', 'Firms'), of('C', null, 'Teams'))).toEqual([])
  })

  test('are each there once', () => {
    expect(all(of('A', 'product', 'Firms'), of('a', 'product', 'firms'), of('B', 'service', 'Firms'))).toEqual([
      'Rows 2 and 3 both say “A” to the same segment. Keep one, with all its proofs.',
    ])
  })
})

describe.each(messageSets)('the messages for $name', ({ rows }) => {
  const content = changed(
    messages,
    contentOf(sheetOf(messages, layout)),
    libraryChanges(
      messages,
      rows.map((row) => ({ ...row })),
      [],
      layout,
    ),
  )
  const { rows: added, repairs } = readPlan(messages, content, () => 'new', layout)
  const found = added.flatMap((row) => findingsOf(messages, row, aboutToday()))

  test('are each there once, with nothing to mend and nothing red, no mixed story and no step of the ladder left out', () => {
    expect(added).toHaveLength(rows.length)
    expect(repairs).toEqual([])
    expect(found.filter(({ level }) => level === 'red')).toEqual([])
    expect(new Set(found.map(({ filter }) => filter))).toEqual(new Set(['old proof', 'no owner', 'to review']))
  })

  test('tell each segment both stories', () => {
    expect(
      toldOfAll(
        messages,
        rows.map((row) => ({ ...row })),
      ),
    ).toEqual([])
    for (const { counts } of crossOf(added, messages.crosses![0]!).lines) expect(counts).toEqual([1, 1])
  })
})

test('propositions of one’s own are known by the titles that people give them', () => {
  const titles = [
    'Value proposition',
    'Audience',
    'Feature',
    'Advantage',
    'Outcome',
    'Proof 1',
    'Proof 2',
    'Responsible',
  ]
  const mapping = guessColumns(messages, tableWith(titles, ['All day', ...titles.slice(1).map(() => null)]))
  expect(titles.map((_, at) => Object.keys(mapping).find((title) => mapping[title] === at))).toEqual([
    ...['Message', undefined, 'Spec', 'Benefit', 'Result', 'First proof', 'Second proof', 'Owner'],
  ])
})
