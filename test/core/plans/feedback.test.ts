import { describe, expect, test } from 'vitest'
import { crossOf } from '../../../core/plans/cross.ts'
import { feedback } from '../../../core/plans/gallery/feedback.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { feedbackThemes, textTitles, unspokenThemes } from '../../../core/plans/missedThemes.ts'
import { findingsOf } from '../../../core/plans/plan.ts'
import { hostileTexts } from '../../hostileTexts.ts'
import { aboutToday, planRows, TODAY, toldOf, toldOfAll, type SheetRow } from './planSheet.ts'

const sound: SheetRow = {
  Words: 'The invoice is hard to read',
  'Heard on': TODAY - 10,
  Customer: 'Ann',
  Type: 'complaint',
  Theme: 'Invoice',
  Owner: 'Kim',
}
const told = (row: SheetRow) => toldOf(feedback, { ...sound, ...row })
const UNDECIDED = 'Heard 31 days ago, and nothing is decided. Say do, later or no.'
const ALONE = 'It failed for them, and they got neither an answer nor a compensation. Answer, and note the day.'

test('nothing is said of a comment that is new, owned and has a theme', () => {
  expect(told({})).toEqual([])
})

describe('a comment', () => {
  test.each([
    [30, null, []],
    [31, null, [UNDECIDED]],
    [31, 'No', []],
    [31, 'some day', []],
  ])('heard %i days ago, decided %s', (ago, Decision, sentences) => {
    const decided: SheetRow = Decision === null ? {} : { Decision, 'Decided on': TODAY - 1 }
    expect(told({ 'Heard on': TODAY - ago, ...decided })).toEqual(sentences)
  })

  test('that was changed needs no decision, but the customer is told of it', () => {
    const changed = { 'Heard on': TODAY - 31, 'Changed on': TODAY - 2 }
    expect(told(changed)).toEqual(['Changed, customer not told. Tell Ann what came of it, and note the day.'])
    expect(told({ ...changed, 'Told customer on': TODAY })).toEqual([])
    expect(told({ ...changed, Customer: ' ' })).toEqual([])
  })

  test('that something is to be done about is red when nothing has changed after 60 days', () => {
    const decided = (ago: number, more: SheetRow = {}) =>
      told({ 'Heard on': TODAY - 90, Decision: 'DO', 'Decided on': TODAY - ago, ...more })
    expect(decided(60)).toEqual([])
    expect(decided(61)).toEqual(['Decided 61 days ago, and nothing has changed. Change it, or decide anew.'])
    expect(decided(61, { 'Changed on': TODAY - 1, 'Told customer on': TODAY })).toEqual([])
    expect(decided(61, { Decision: 'later' })).toEqual([])
    const late = { ...sound, 'Heard on': TODAY - 90, Decision: 'do', 'Decided on': TODAY - 61 }
    const [row] = planRows(feedback, late)
    expect(findingsOf(feedback, row!, aboutToday())).toMatchObject([{ level: 'red', filter: 'not changed' }])
  })

  test.each([
    ['Heard on', { 'Heard on': null }, 'Nobody knows when it was heard. Note the day.'],
    ['Decided on', { Decision: 'later' }, 'Nobody knows when that was decided. Note the day.'],
    ['Theme', { Theme: null }, 'It has no theme. Say in a word what it is about, as others do.'],
    ['Owner', { Owner: '  ' }, 'Nobody owns it.'],
  ])('without %s is told', (_, row, sentence) => {
    expect(told(row)).toEqual([sentence])
  })
})

describe('a failure', () => {
  test('is red until the customer got an answer or a compensation, in whichever case it is written', () => {
    expect(told({ Type: 'failure' })).toEqual([ALONE])
    expect(told({ Type: ' Failure ' })).toEqual([ALONE])
    expect(told({ Type: 'failure', Compensation: 0 })).toEqual([])
    expect(told({ Type: 'failure', Compensation: 'a refund of 20' })).toEqual([])
    expect(told({ Type: 'failure', 'Told customer on': TODAY })).toEqual([])
  })

  test('is none where it is called something else', () => {
    expect(told({ Type: 'idea' })).toEqual([])
    expect(told({ Type: 'failures' })).toEqual([])
    expect(told({ Type: null })).toEqual([])
  })
})

describe('days', () => {
  test.each([
    ['Heard on', 'soon', '“soon” in Heard on is no date. Type one, such as 2026-03-01.'],
    ['Heard on', '2026-03-01', '“2026-03-01” in Heard on is text. Type it again as a date.'],
    ['Next order', 0, '“0” in Next order is no date. Type one, such as 2026-03-01.'],
    ['Next order', TODAY + 2, 'Next order says 2026-03-19, which is still to come. Mend the day.'],
    ['Next order', TODAY - 11, 'Next order is before the day on which it was heard. Mend one of the two.'],
  ])('%s that says %s is told', (title, cell, sentence) => {
    expect(told({ [title]: cell })).toEqual([sentence])
  })

  test('of tomorrow are fine, and so is the day on which it was heard', () => {
    expect(told({ 'Next order': TODAY + 1 })).toEqual([])
    expect(told({ 'Heard on': TODAY - 10 + 0.9, 'Next order': TODAY - 10 })).toEqual([])
  })

  test('of a change before it was heard are told', () => {
    expect(told({ 'Changed on': TODAY - 11, 'Told customer on': TODAY })).toEqual([
      'Changed on is before the day on which it was heard. Mend one of the two.',
    ])
  })
})

describe('what RICE is made of', () => {
  const all = { Reach: 500, Impact: 2, Confidence: 0.8, Effort: 4 }
  test.each([
    [{}, ''],
    [{ Reach: null, Effort: null }, 'RICE waits for reach and effort.'],
    [{ Impact: null }, 'RICE waits for impact.'],
    [{ Confidence: 80 }, 'Confidence is a share: type 80% in place of 80.'],
    [{ Confidence: 1 }, ''],
    [{ Effort: 0 }, 'Effort is 0, so nothing can be shared by it. Type what it takes.'],
    [{ Reach: 0 }, ''],
    [{ Reach: -1 }, 'Reach is below 0. Type what is meant.'],
    [{ Reach: 'many' }, '“many” in Reach is text, no number. Type it again in digits.'],
    [{ Impact: '2' }, '“2” in Impact is text, no number. Type it again in digits.'],
  ])('with %j: %s', (row, sentence) => {
    expect(told({ ...all, ...row }).join()).toBe(sentence)
  })
})

describe('all comments together', () => {
  const late = { Decision: 'do', 'Decided on': TODAY - 61 }

  test('tell how many were decided and not changed, with their rows', () => {
    expect(toldOfAll(feedback, [late, { ...late, 'Changed on': TODAY }, { ...late, Decision: 'no' }, late])).toEqual([
      '2 decided and not changed after 60 days. Rows 2 and 5: change something, or decide anew.',
    ])
    expect(
      toldOfAll(
        feedback,
        Array.from({ length: 12 }, () => late),
      ),
    ).toEqual([
      '12 decided and not changed after 60 days. Rows 2, 3, 4, 5, 6 and 7 more: change something, or decide anew.',
    ])
    expect(toldOfAll(feedback, [])).toEqual([])
    expect(
      toldOfAll(feedback, [
        { ...late, 'Decided on': TODAY - 60 },
        { ...late, 'Decided on': 'long ago' },
      ]),
    ).toEqual([])
  })

  const WAY = 'Open Signals and choose “What do customers say that no cue speaks of?” to begin one.'
  const themes = (...words: string[]) => words.map((Theme) => ({ Theme }))
  const cues = (...names: string[]) => aboutToday({ Signals: names.map((Cue) => ({ Cue })) })

  test('tell the themes of two rows that no cue speaks of', () => {
    const rows = themes('Invoice', 'invoice ', 'Parking', 'Delivery', 'delivery')
    expect(toldOfAll(feedback, rows, cues('Delivery on the promised day'))).toEqual([
      `“Invoice” is a theme in no cue of Signals. ${WAY}`,
    ])
    expect(toldOfAll(feedback, rows, cues('Invoices in plain words', 'Day of delivery'))).toEqual([])
    expect(toldOfAll(feedback, rows, cues('Gift wrapping'))).toEqual([
      `“Invoice” and “Delivery” are themes in no cue of Signals. ${WAY}`,
    ])
  })

  test('tell three of many themes, those of the most rows first', () => {
    const rows = themes('a zebra', 'a zebra', 'okapi', 'okapi', 'okapi', 'lynx', 'lynx', 'puma', 'puma', 'ibex', 'ibex')
    expect(toldOfAll(feedback, rows, cues('Box'))).toEqual([
      `“okapi”, “a zebra”, “lynx” and 2 more are themes in no cue of Signals. ${WAY}`,
    ])
  })

  test('say nothing of themes where there is no Signals, and of all where it is empty', () => {
    expect(toldOfAll(feedback, themes('Invoice', 'Invoice'))).toEqual([])
    expect(toldOfAll(feedback, themes('Invoice', 'Invoice'), aboutToday({ Signals: [] }))).toHaveLength(1)
    expect(toldOfAll(feedback, themes('n/a', 'n/a'), aboutToday({ Signals: [] }))).toEqual([])
  })

  test('are counted by theme and type', () => {
    const rows = planRows(feedback, sound, { ...sound, Type: 'Idea', Theme: 'invoice' }, { ...sound, Theme: 'Price' })
    expect(crossOf(rows, feedback.crosses![0]!)).toEqual({
      across: ['idea', 'complaint', 'failure'],
      lines: [
        { word: 'Invoice', counts: [1, 1, 0] },
        { word: 'Price', counts: [0, 1, 0] },
      ],
      unsaid: 0,
    })
    expect(groupsOf(feedback, rows, feedback.groups[0]!).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Invoice', 2],
      ['Price', 1],
    ])
  })
})

describe('themes that can become cues', () => {
  const comment = (Words: string, Theme = '') => ({ Words, Theme })
  const cues = planRows(signals, { Cue: 'Delivery on the promised day' }, { Cue: 'AI that answers' })
  const found = (...rows: SheetRow[]) =>
    feedbackThemes(planRows(feedback, ...rows), cues, textTitles(signals)).map(({ word, comments, example }) => [
      word,
      comments,
      example,
    ])

  test('are those that people have named twice, then words of three comments', () => {
    expect(
      found(
        comment('The bill is wrong', 'Invoice'),
        comment('No parking here'),
        comment('Where is parking?'),
        comment('Parking costs too much'),
        comment('I cannot read the invoice', 'invoice'),
        comment('Invoices again'),
        comment('Late', 'Delivery'),
        comment('Late again', 'Delivery'),
        comment('AI?', 'AI'),
        comment('AI!', 'ai'),
      ),
    ).toEqual([
      ['Invoice', 2, 'The bill is wrong'],
      ['parking', 3, 'No parking here'],
    ])
  })

  test('are each told once, though people have named them and many say the word', () => {
    const rows = ['one', 'two', 'three'].map((n) => comment(`Invoice ${n}`, 'Invoices'))
    expect(found(...rows)).toEqual([['Invoices', 3, 'Invoice one']])
  })

  test('are found in any text without failing', () => {
    const rows = planRows(feedback, ...[...hostileTexts, ...hostileTexts].map((text) => comment(text, text)))
    expect(() => feedbackThemes(rows, cues, textTitles(signals))).not.toThrow()
    expect(unspokenThemes([], cues, textTitles(signals))).toEqual([])
  })

  test('look at what people write in a cue, and not at its id', () => {
    expect(textTitles(signals)).toEqual(expect.arrayContaining(['Cue', 'Outcome', 'Backed by']))
    expect(textTitles(signals)).not.toContain('Id')
  })
})
