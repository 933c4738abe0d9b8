import { describe, expect, test } from 'vitest'
import { crossOf } from '../../../core/plans/cross.ts'
import { risks } from '../../../core/plans/gallery/risks.ts'
import { columnOf, findingsOf } from '../../../core/plans/plan.ts'
import { toldIn } from '../../../core/plans/reading.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import { layout, newIds, sheetWith } from './ownTable.ts'
import { aboutToday, planRows, planSheet, toldOf, TODAY, type SheetRow, type Shown } from './planSheet.ts'

const shown = (shows: Shown['shows']): Shown => ({ formula: '=1', shows })
const sound: SheetRow = {
  If: 'The only supplier fails',
  Then: 'Nothing is shipped',
  Likelihood: 3,
  Impact: 5,
  Score: shown(15),
  Band: shown('extreme'),
  Response: 'reduce',
  Mitigation: 'A second supplier',
  Trigger: 'Two late deliveries',
  Due: TODAY + 30,
  'Likelihood after': 2,
  'Impact after': 3,
  'Score after': shown(6),
  'Band after': shown('moderate'),
  State: 'open',
  Owner: 'Ann',
  'Reviewed on': TODAY,
}
const told = (row: SheetRow) => toldOf(risks, { ...sound, ...row })

test('nothing is said of a risk that is judged, met, owned and reviewed', () => {
  expect(told({})).toEqual([])
})

describe('a risk that is extreme', () => {
  const sentence = 'Extreme without a mitigation. Say what is done about it, by whom and by when.'
  const bare = { Mitigation: null, 'Likelihood after': null, 'Impact after': null, 'Score after': '', 'Band after': '' }

  test.each([
    ['without a mitigation, in whatever letters', { ...bare, Band: shown('Extreme') }, [sentence]],
    ['with one of spaces', { ...bare, Mitigation: '  ' }, [sentence]],
    ['and watched', { ...bare, State: 'watched' }, [sentence]],
    ['without a state', { ...bare, State: null, Trigger: 'x' }, [sentence]],
    ['and accepted, which is to be said too', { ...bare, Response: 'accept' }, [sentence]],
    ['but high only', { ...bare, Band: shown('high') }, []],
    ['of a band of one’s own', { ...bare, Band: shown('dire') }, []],
  ])('%s', (_, row, sentences) => {
    expect(told(row)).toEqual(sentences)
  })

  test('without a mitigation is red', () => {
    const [row] = planRows(risks, { ...sound, ...bare })
    expect(findingsOf(risks, row!, aboutToday())[0]).toMatchObject({ level: 'red', filter: 'no mitigation' })
  })

  test('and closed is told by what remains, or where nothing is said of that, by what was', () => {
    const sentence = 'Closed, though what remains is extreme. Open it again, or judge anew what remains.'
    expect(told({ State: 'closed' })).toEqual([])
    expect(told({ State: 'Closed', ...bare })).toEqual([sentence])
    const worse = { 'Likelihood after': 3, 'Impact after': 5, 'Score after': shown(15), 'Band after': shown('extreme') }
    expect(told({ State: 'closed', ...worse, Response: 'accept' })).toEqual([sentence])
  })
})

describe('what remains', () => {
  test.each([
    [15, 'What remains is no smaller: 15 before and after. Do more, or accept it.'],
    [20, 'What remains is greater: 20 after 15. Judge it anew.'],
    [14, ''],
    ['', ''],
    ['many', ''],
  ])('of %s after 15', (after, sentence) => {
    expect(told({ 'Score after': shown(after) }).join()).toBe(sentence)
  })

  test('may be as great as before where the risk is accepted, and not greater', () => {
    expect(told({ 'Score after': shown(15), Response: 'Accept' })).toEqual([])
    expect(told({ 'Score after': shown(16), Response: 'Accept' })).toHaveLength(1)
  })

  test('is asked for once there is a mitigation', () => {
    const sentence = 'Nobody has said what remains: give likelihood and impact after the mitigation.'
    expect(told({ 'Likelihood after': null })).toEqual([sentence])
    expect(told({ 'Impact after': null, 'Score after': '', 'Band after': '' })).toEqual([sentence])
    expect(told({ 'Impact after': null, Response: 'accept' })).toEqual([])
    expect(told({ 'Impact after': 'little' })).toEqual([])
  })
})

describe('what is missing or late', () => {
  test.each([
    [8, 'open', 'Its mitigation was due 8 days ago and the risk is not closed. Close it, or give another day.'],
    [1, 'watched', 'Its mitigation was due 1 day ago and the risk is not closed. Close it, or give another day.'],
    [8, 'Closed', ''],
    [0, 'open', ''],
  ])('due %i days ago and %s', (ago, state, sentence) => {
    expect(told({ Due: TODAY - ago, State: state }).join()).toBe(sentence)
  })

  test('a day that is text is no day', () => {
    expect(told({ Due: '2026-01-01' })).toEqual([])
    expect(told({ Due: 0 })).toEqual([])
  })

  test('a judgement, a response, a trigger, an owner and a review are asked for', () => {
    const empty = { Then: null, Score: '', Band: '', Mitigation: null, 'Score after': '', 'Band after': '' }
    const blanks = ['Likelihood', 'Impact', 'Response', 'Trigger', 'Owner', 'Reviewed on', 'Likelihood after']
    expect(told({ ...empty, ...Object.fromEntries(blanks.map((title) => [title, null])) })).toEqual([
      'Nobody has judged it yet: say how likely and how bad it is, from 1 to 5.',
      'Nobody has decided on it: avoid, reduce, transfer or accept it.',
      'Nothing tells when it begins. Name a trigger.',
      'Nobody owns it.',
      'It has never been reviewed.',
    ])
  })

  test('scores that are text or off the scale are mended', () => {
    const sheet = planSheet(risks, { ...sound, Likelihood: 'likely', Id: 'a' }, { ...sound, Impact: 0, Id: 'b' })
    expect(readPlan(risks, sheet, newIds(), layout).repairs.map(({ problem }) => problem)).toEqual([
      'Row 2 has the likelihood “likely”, which is text, no number from 1 to 5.',
      'Row 3 has the impact “0”, which is no score from 1 to 5.',
    ])
  })
})

describe('the count by likelihood and impact', () => {
  const [cross] = risks.crosses!

  test('has the worst in its upper right corner', () => {
    const table = crossOf(planRows(risks, sound, { ...sound, Impact: 5, Likelihood: 5 }, { If: 'x' }), cross!)
    expect(table.lines.map(({ word, counts }) => [word, ...counts])).toEqual([
      ['5', 0, 0, 0, 0, 1],
      ['4', 0, 0, 0, 0, 0],
      ['3', 0, 0, 0, 0, 1],
      ['2', 0, 0, 0, 0, 0],
      ['1', 0, 0, 0, 0, 0],
    ])
    expect([table.across, table.unsaid]).toEqual([['1', '2', '3', '4', '5'], 1])
  })

  const coloursOf = (told: (label: string) => number | null) =>
    ['5', '3', '1'].map((down) => ['1', '3', '5'].map((across) => cross!.colour!(down, across, told)))

  test('is coloured by the bands of RISK_SCORE', () => {
    expect(coloursOf(() => null)).toEqual([
      ['green', 'red', 'red'],
      ['grey', 'amber', 'red'],
      ['grey', 'grey', 'green'],
    ])
  })

  test('is coloured by the bands that people have typed over', () => {
    // 1-4, 5-9, 10-16, 17-25
    const titles = ['If', null, 'Extreme from', 17, 'High from', 10, 'Moderate from', 5]
    const content = sheetWith(titles)
    expect(coloursOf((label) => toldIn(content, label))).toEqual([
      ['green', 'amber', 'red'],
      ['grey', 'green', 'amber'],
      ['grey', 'grey', 'green'],
    ])
    expect([toldIn(content, 'Bearable'), toldIn(sheetWith(['High from', 'ten']), 'High from')]).toEqual([null, null])
  })
})

describe('the library', () => {
  const rows = risks.library!.sets.flatMap((set) => set.rows)

  test('has nothing red in it, and asks for the judgement that only people can give', () => {
    for (const row of rows) {
      const [own] = planRows(risks, row as SheetRow)
      const findings = findingsOf(risks, own!, aboutToday())
      expect(findings.filter(({ level }) => level === 'red')).toEqual([])
      expect(findings.map(({ filter }) => filter)).toContain('not judged')
    }
  })

  test('has only words that its columns offer, each risk once', () => {
    for (const row of rows) {
      for (const [title, word] of Object.entries(row)) {
        const { choices } = columnOf(risks, title)
        if (choices) expect(choices, title).toContain(word)
        expect(word).toBe(String(word).trim())
      }
    }
    expect(new Set(rows.map((row) => row.If)).size).toBe(rows.length)
  })
})
