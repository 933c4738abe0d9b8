import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { feedback } from '../../../core/plans/gallery/feedback.ts'
import { history } from '../../../core/plans/gallery/history.ts'
import { plans } from '../../../core/plans/gallery/index.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { sources } from '../../../core/plans/gallery/sources.ts'
import { targets } from '../../../core/plans/gallery/targets.ts'
import { guessColumns, importColumns } from '../../../core/plans/importing/columns.ts'
import { guessChoices, importRows, type ImportChoices } from '../../../core/plans/importing/importRows.ts'
import { importedSheet, importRequest } from '../../../core/plans/importing/importSheet.ts'
import { readCells } from '../../../core/plans/importing/readers.ts'
import { scalesToMap } from '../../../core/plans/importing/scales.ts'
import { tableIn, type OwnTable } from '../../../core/plans/importing/table.ts'
import { guessWord, wordsToMap } from '../../../core/plans/importing/words.ts'
import { columnOf, formulaCells, sheetOf, type NewRow, type Plan } from '../../../core/plans/plan.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import { isPlaceholder } from '../../../core/reading/texts/placeholders.ts'
import type { CellValue } from '../../../core/sheet/book.ts'
import { applied, contentOf, reconcile, textOf } from '../../../core/sheet/rows.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { hostileTexts } from '../../hostileTexts.ts'
import { runs } from '../../properties.ts'
import { layout, newIds, sheetWith, tableWith, teamSheet } from './ownTable.ts'

const imported = (plan: Plan, table: OwnTable, choices: ImportChoices = guessChoices(plan, table)) =>
  importRows(plan, table, choices, { newId: newIds(), layout })

const teamTable = tableWith(...teamSheet.values)

/** The titles of the table by those of the plan for which they were guessed. */
const guessed = (plan: Plan, table: OwnTable) =>
  Object.fromEntries(
    Object.entries(guessColumns(plan, table)).flatMap(([title, at]) =>
      at === null ? [] : [[title, table.titles[at]]],
    ),
  )

const headed = (plan: Plan, ...titles: string[]) =>
  guessed(plan, tableWith(titles, ['Box', ...titles.slice(1).map(() => null)]))

describe('a table of what customers said', () => {
  const comments = tableWith(
    ['Date', 'Client', 'Subject', 'Comment', 'Done?'],
    ...[46329, 46331, 46340].map((day, i): CellValue[] => [
      day,
      `Client ${i}`,
      'Delivery',
      `It came late, ${i}`,
      'yes',
    ]),
  )

  test('has its days where days belong, and in no column of words', () => {
    expect(guessed(feedback, comments)).toMatchObject({
      'Heard on': 'Date',
      Customer: 'Client',
      Theme: 'Subject',
      Words: 'Comment',
    })
    expect(guessed(feedback, comments)).not.toHaveProperty('Decision', 'Date')
  })

  test('says what is to be done where a word does', () => {
    const choices = ['do', 'later', 'no']
    const words = ['Do', 'do it', 'later on', 'rain', '46329', 'x', 'planned']
    expect(words.map((word) => guessWord(word, choices))).toEqual(['do', 'do', 'later', null, null, null, null])
  })

  test.each(['When', 'On', 'Stamp'])('called %s, days are no decision', (title) => {
    const days = tableWith([title, 'Comment'], [46329, 'Late'], [46331, 'Broken'], [46340, 'Thanks'])
    expect(guessed(feedback, days).Decision).toBeUndefined()
    const texts = tableWith([title, 'Comment'], ['2026-11-03', 'Late'], ['2026-11-05', 'Broken'], ['2026-11-09', 'x'])
    expect(guessed(feedback, texts).Decision).toBeUndefined()
  })
})

describe('the table in a sheet', () => {
  test('begins below lines of title and blank rows, and counts rows as the sheet does', () => {
    const table = tableWith(
      ['Signals 2026'],
      [],
      ['Cue', 'Who', 'Type'],
      ['Box', 'Ann', 'T'],
      [],
      ['Guide', 'Ben', 'T'],
    )
    expect(table.titles).toEqual(['Cue', 'Who', 'Type'])
    expect(table.firstRow).toBe(4)
    expect(table.rowNumbers).toEqual([4, 6])
    expect(table.rows).toEqual([
      ['Box', 'Ann', 'T'],
      ['Guide', 'Ben', 'T'],
    ])
  })

  test('has no blank columns, and calls one without a title by its letter', () => {
    const table = tableWith(['Cue', null, 'Who', null], ['Box', null, 'Ann', 'see mail'], ['Guide', ' ', 'Ben', null])
    expect(table.titles).toEqual(['Cue', 'Who', 'Column D'])
  })

  test('keeps totals and notes below it as rows', () => {
    const table = tableWith(['Cue', 'Score'], ['Box', 4], ['Total', 4], [], ['T = tangible'])
    expect(table.rows.map(([first]) => first)).toEqual(['Box', 'Total', 'T = tangible'])
  })

  test('may have years for titles, and fewer titles than columns', () => {
    expect(tableWith(['Metric', 2025, 2026], ['CSAT', 0.8, 0.9]).titles).toEqual(['Metric', '2025', '2026'])
    expect(tableWith(['Cue', 'Who'], ['Box', 'Ann', 3, 4, 5]).titles).toEqual([
      'Cue',
      'Who',
      'Column C',
      'Column D',
      'Column E',
    ])
  })

  test.each([
    [sheetWith(), 'The sheet is empty. Choose the one with your table.'],
    [sheetWith([null, ' ']), 'The sheet is empty. Choose the one with your table.'],
    [
      sheetWith(['Notes'], ['Box', 4], ['Guide', 5]),
      'Row 2 holds values, and no titles stand above it. Put a title above each column, then try again.',
    ],
    [sheetWith([], ['Cue', 'Who']), 'Nothing stands below the titles in row 2. Choose the sheet with your table.'],
  ])('is missed with a sentence that says what to do', (content, problem) => {
    expect(tableIn(content)).toEqual({ problem })
  })
})

describe('the columns that are guessed', () => {
  test('are all eleven of a team that calls them in its own way', () => {
    expect(guessed(signals, teamTable)).toEqual({
      Cue: 'Touchpoint',
      Kind: 'T/I',
      Role: 'Main or extra?',
      Path: 'P/S',
      Stage: 'Phase',
      Outcome: 'Customer benefit',
      Promise: 'Promised (1-10)',
      Delivery: 'Delivered (1-10)',
      'Backed by': 'Proof',
      Owner: 'Who',
      'Reviewed on': 'Last check',
    })
  })

  test('are those of the plan where they are called so', () => {
    for (const plan of plans.filter(({ isRecord }) => !isRecord)) {
      const titles = importColumns(plan).map(({ title }) => title)
      expect(headed(plan, ...titles), plan.name).toEqual(Object.fromEntries(titles.map((title) => [title, title])))
    }
  })

  test('are known in German, French and Spanish', () => {
    expect(headed(signals, 'Kontaktpunkt', 'Verantwortlich', 'Versprechen', 'Nutzen', 'Geprüft am')).toEqual({
      Cue: 'Kontaktpunkt',
      Owner: 'Verantwortlich',
      Promise: 'Versprechen',
      Outcome: 'Nutzen',
      'Reviewed on': 'Geprüft am',
    })
    expect(headed(signals, 'Señal', 'Etapa', 'Beneficio')).toEqual({
      Cue: 'Señal',
      Stage: 'Etapa',
      Outcome: 'Beneficio',
    })
    expect(headed(kpis, 'Indicateur', 'Propriétaire', 'Objectif')).toEqual({
      KPI: 'Indicateur',
      Owner: 'Propriétaire',
      Target: 'Objectif',
    })
  })

  test('are known by a slip, and within longer titles', () => {
    expect(headed(signals, 'Name of cue', 'Ouctome', 'Owner of the cue')).toEqual({
      Cue: 'Name of cue',
      Outcome: 'Ouctome',
      Owner: 'Owner of the cue',
    })
  })

  test('are known by their words alone', () => {
    const table = tableWith(['What', 'X', 'Y'], ['Box', 'tangible', 'purchase'], ['Guide', 'intangible', 'renewal'])
    expect(guessed(signals, table)).toEqual({ Cue: 'What', Kind: 'X', Stage: 'Y' })
  })

  test('give the key of a plan to the first column that names rows, where no title tells', () => {
    const table = tableWith(['No', 'Thing'], [1, 'Box'], [2, 'Guide'])
    expect(guessed(signals, table)).toEqual({ Cue: 'Thing' })
  })

  test('are none where the cells do not fit: sentences are no scores, and a lead time is no lead', () => {
    const table = tableWith(
      ['Cue', 'Promise', 'Lead time', 'Reviewed'],
      ['Box', 'We deliver in a day', 3, 'by Ann'],
      ['Guide', 'It fits the first time', 4, 'by Ben'],
    )
    expect(guessed(signals, table)).toEqual({ Cue: 'Cue' })
  })

  test('are none for what is due next, nor for a target group', () => {
    expect(headed(signals, 'Cue', 'Next review', 'Target group')).toEqual({ Cue: 'Cue' })
  })

  test('take no column of the table twice', () => {
    const found = Object.values(guessColumns(targets, tableWith(['Metric', 'Metric', 'Goal'], ['CSAT', 'x', '85%'])))
    const used = found.filter((at) => at !== null)
    expect(new Set(used).size).toBe(used.length)
  })

  test('are those that people fill in: no ids, no formulas, nothing of a record', () => {
    const titles = importColumns(kpis).map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['KPI', 'Value', 'Target', 'Reviewed on', 'Partner KPI']))
    for (const title of ['Id', 'Status', 'Metric', 'Trend', 'Last month']) expect(titles).not.toContain(title)
    expect(importColumns(history)).toEqual([])
  })
})

describe('a word', () => {
  const kinds = columnOf(signals, 'Kind').choices!
  const stages = columnOf(signals, 'Stage').choices!
  const sides = columnOf(kpis, 'Side').choices!

  test.each([
    ['T', 'tangible'],
    ['i', 'intangible'],
    [' Tangible ', 'tangible'],
    ['tangable', 'tangible'],
    ['Physical', 'tangible'],
    ['tangible item', 'tangible'],
    ['non-tangible', 'intangible'],
    ['greifbar', 'tangible'],
    ['Matériel', 'tangible'],
    ['físico', 'tangible'],
    ['inmaterial', 'intangible'],
    ['n/a', ''],
    ['-', ''],
    ['both', null],
    ['tangible and intangible', null],
    ['no tangible thing', null],
    ['x', null],
    ['__proto__', null],
    ['constructor', null],
  ])('“%s” of a kind is taken for %s', (word, choice) => {
    expect(guessWord(word, kinds)).toBe(choice)
  })

  test('that begins several choices is left to a person', () => {
    expect(guessWord('a', stages)).toBeNull()
    expect(guessWord('act', stages)).toBe('activation')
    expect(guessWord('service', sides)).toBeNull()
  })

  test('answers the title of its column: under “Tangible?”, no is intangible', () => {
    expect(guessWord('Yes', kinds, 'Tangible?')).toBe('tangible')
    expect(guessWord('no', kinds, 'Tangible?')).toBe('intangible')
    expect(guessWord('x', kinds, 'Intangible')).toBe('intangible')
    expect(guessWord('no', kinds, 'Kind')).toBeNull()
  })

  test('is asked for once, however it is written, with the rows that have it', () => {
    const table = tableWith(['Cue', 'Type'], ['a1', 'T'], ['b1', ' t '], ['c1', 'Both'], ['d1', null], ['e1', 'T'])
    expect(wordsToMap(signals, table, { Cue: 0, Kind: 1, Stage: null })).toEqual([
      {
        title: 'Kind',
        choices: kinds,
        words: [
          { word: 'T', key: 't', rows: 3, guess: 'tangible' },
          { word: 'Both', key: 'both', rows: 1, guess: null },
        ],
      },
    ])
  })
})

describe('a scale', () => {
  const scaleOf = (...scores: readonly CellValue[]) =>
    scalesToMap(signals, tableWith(['Cue', 'Promise'], ...scores.map((score, i) => [`Cue ${i}`, score])), {
      Promise: 1,
    })[0]!
  const becomes = (...scores: readonly CellValue[]) => scaleOf(...scores).values.map((value) => value.becomes)

  test('of 1 to 5 stays as it is, to the last digit', () => {
    expect(becomes(1, 4.2, 5)).toEqual([1, 4.2, 5])
  })

  test.each([
    ['1 to 10', [1, 4, 10], [1, 2.5, 5]],
    ['0 to 10', [0, 5, 10], [1, 3, 5]],
    ['0 to 100', [0, 50, 85], [1, 3, 4.5]],
    ['0 to 1', [0.25, 1, 0], [2, 5, 1]],
    ['0 to 5', [0, 5, 2.5], [1, 5, 3]],
    ['-2 to 2', [-2, 0, 2], [1, 3, 5]],
  ])('of %s is brought to 1 to 5, to the nearest half', (_, scores, expected) => {
    expect(becomes(...scores)).toEqual(expected)
  })

  test.each([
    [
      ['4/5', '2 of 5', '5 out of 5'],
      [4, 2, 5],
    ],
    [
      ['0/5', '5/5'],
      [1, 5],
    ],
    [
      ['10/10', '1/10'],
      [5, 1],
    ],
    [
      ['80%', '100%'],
      [4, 5],
    ],
    [
      ['★★★☆☆', '★★★★★', '⭐⭐'],
      [3, 5, 2],
    ],
    [
      ['4 stars', '3 - fair'],
      [4, 3],
    ],
    [
      ['4,5', '3,0'],
      [4.5, 3],
    ],
  ])('is read out of %j', (scores, expected) => {
    expect(becomes(...scores)).toEqual(expected)
  })

  test('is said in words too, each of which is asked for once', () => {
    expect(scaleOf('High', 'low', 'MEDIUM', 'high').words.map(({ word, rows, guess }) => [word, rows, guess])).toEqual([
      ['High', 2, 5],
      ['low', 1, 1],
      ['MEDIUM', 1, 3],
    ])
    expect(scaleOf('very high', 'high', 'mittel', 'so so').words.map(({ guess }) => guess)).toEqual([5, 4, 3, null])
  })

  test('is one for what is promised and what is delivered, though only one of them reaches its end', () => {
    const table = tableWith(['Cue', 'Promise', 'Delivery'], ['Box', 9, 4], ['Guide', 8, 5])
    const found = scalesToMap(signals, table, { Promise: 1, Delivery: 2 })
    expect(found.map(({ scale }) => scale)).toEqual([
      { least: 1, most: 10 },
      { least: 1, most: 10 },
    ])
    expect(found[1]!.found).toEqual({ least: 4, most: 5 })
  })

  test('that holds all scores can be chosen, and none is likely where no usual one holds nearly all', () => {
    expect(scaleOf(1, 7).scales).toContainEqual({ least: 1, most: 7 })
    expect(scaleOf(1, 7).scales).not.toContainEqual({ least: 1, most: 5 })
    expect(scaleOf(1, 700)).toMatchObject({ scale: null, scales: [], values: [{ becomes: null }, { becomes: null }] })
    expect(scaleOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 700).scale).toEqual({ least: 1, most: 10 })
    const table = tableWith(['Cue', 'Promise'], ['Box', 7], ['Guide', 1])
    const chosen = scalesToMap(signals, table, { Promise: 1 }, { Promise: { least: 1, most: 7 } })
    expect(chosen[0]!.values.map((value) => value.becomes)).toEqual([5, 1])
  })
})

describe('the rows of an import', () => {
  test('are all forty of a team, with nothing left to mend', () => {
    const { rows, lost, beside, extraColumns, remarks } = imported(signals, teamTable)
    expect(rows).toHaveLength(40)
    expect({ lost, beside, extraColumns }).toEqual({ lost: [], beside: [], extraColumns: [] })
    expect(remarks).toEqual([
      'Promise: 1 to 10 became 1 to 5, to the nearest half.',
      'Delivery: 1 to 10 became 1 to 5, to the nearest half.',
    ])
    expect(rows[1]).toEqual({
      Cue: 'Signal number 2',
      Kind: 'intangible',
      Role: 'supporting service',
      Path: 'service',
      Stage: 'evaluation',
      Outcome: 'Benefit 1',
      Promise: 1.5,
      Delivery: 1.5,
      'Backed by': 'Returns policy',
      Owner: 'Ben',
      'Reviewed on': serialOf(2026, 2, 14),
      Id: 'id2',
    })
    const sheet = contentOf(importedSheet(signals, layout, imported(signals, teamTable)))
    const reading = readPlan(signals, sheet, newIds(), layout)
    expect(reading.repairs).toEqual([])
    expect(reading.rows).toHaveLength(40)
  })

  test('leave the table as it is', () => {
    const before = structuredClone(teamSheet)
    imported(signals, tableWith(...teamSheet.values))
    expect(teamSheet).toEqual(before)
  })

  test('have the formulas of the plan, and where a person has written a target, that', () => {
    const { rows } = imported(kpis, tableWith(['KPI', 'Goal', 'Now'], ['Smiles', '>= 80%', '85%'], ['Calls', null, 12]))
    const formulas = formulaCells(kpis, layout)
    expect(rows[0]).toEqual({ ...formulas, KPI: 'Smiles', Target: '>= 80%', Value: 0.85, Id: 'id1' })
    expect(rows[1]).toEqual({ ...formulas, KPI: 'Calls', Value: 12, Id: 'id2' })
  })

  test('keep what has no place in the plan in columns behind it, dates as dates', () => {
    const table = tableWith(
      ['Cue', 'Budget', 'Due date', 'Status'],
      ['Box', 1200, 46000, '=1+1'],
      ['Guide', null, null, 'done'],
    )
    const { rows, extraColumns, beside } = imported(signals, table)
    expect(beside).toEqual(['Budget', 'Due date', 'Status'])
    expect(extraColumns.map(({ title, kind }) => [title, kind])).toEqual([
      ['Budget', 'any'],
      ['Due date', 'date'],
      ['Status from import', 'any'],
    ])
    expect(rows[0]).toMatchObject({ Cue: 'Box', Budget: 1200, 'Due date': 46000, 'Status from import': '=1+1' })
    expect(rows[1]).toMatchObject({ Budget: null, 'Due date': null, 'Status from import': 'done' })
  })

  test('call columns apart that have one title, and those whose title every row has by itself', () => {
    const table = tableWith(['Cue', 'Extra', 'extra', 'constructor', '__proto__'], ['Box', 1, 2, 3, 4])
    const { rows, extraColumns } = imported(signals, table)
    const titles = extraColumns.map(({ title }) => title)
    expect(titles).toEqual(['Extra', 'extra from import', 'constructor from import', '__proto__ from import'])
    expect(titles.map((title) => rows[0]![title])).toEqual([1, 2, 3, 4])
  })

  test('have a column of ours that is optional where the table fills it', () => {
    const { rows, extraColumns } = imported(signals, tableWith(['Cue', 'Review every'], ['Box', 30], ['Guide', 60]))
    expect(extraColumns.map(({ title }) => title)).toEqual(['Every'])
    expect(rows.map(({ Every }) => Every)).toEqual([30, 60])
  })

  test('keep in notes what cannot be read, and say so with the row', () => {
    const table = tableWith(
      ['Audit'],
      ['Cue', 'Type', 'Promised', 'Delivered', 'Last check'],
      ['Box', 'T', 4, 'soon', '2026-03-01'],
      ['Guide', 'both', 5, 5, '01/02/2026'],
      ['Shelf', 'I', 3, '7/5', 'in spring'],
      ['Label', 'I', 3, 2, '2026-05-06'],
    )
    const { rows, lost, extraColumns } = imported(signals, table)
    const kept = 'and stays blank; it is kept in “Notes from import”.'
    expect(lost).toEqual([
      `Row 3: Delivery “soon” is no number ${kept}`,
      `Row 4: Kind “both” is not tangible or intangible ${kept}`,
      `Row 4: Reviewed on “01/02/2026” may be 2026-02-01 or 2026-01-02 ${kept}`,
      `Row 5: Delivery “7/5” is outside 1 to 5 ${kept}`,
      `Row 5: Reviewed on “in spring” is no date ${kept}`,
    ])
    expect(rows.map((row) => row['Notes from import'])).toEqual([
      'Delivered: soon',
      'Type: both; Last check: 01/02/2026',
      'Delivered: 7/5; Last check: in spring',
      null,
    ])
    expect(extraColumns.map(({ title }) => title)).toEqual(['Notes from import'])
  })

  test('read an unclear date as the others of its column are written', () => {
    const day = (...dates: readonly CellValue[]) =>
      imported(signals, tableWith(['Cue', 'Checked'], ...dates.map((date, i) => [`Cue ${i}`, date]))).rows.map(
        (row) => row['Reviewed on'],
      )
    expect(day('01/02/2026', '25/02/2026')[0]).toBe(serialOf(2026, 2, 1))
    expect(day('01/02/2026', '02/25/2026')[0]).toBe(serialOf(2026, 1, 2))
    expect(day('01/02/2026', '02/25/2026', '25/02/2026')[0]).toBeUndefined()
  })

  test('have what a person says of a word, and the word in the notes where they leave it blank', () => {
    const table = tableWith(
      ['Cue', 'Type', 'Promise'],
      ['Box', 'A', 'so so'],
      ['Guide', 'B', 'high'],
      ['Shelf', '-', 'n/a'],
    )
    const guess = guessChoices(signals, table, { Cue: 0, Kind: 1, Promise: 2 })
    const words = {
      Kind: new Map([...guess.words.Kind!, ['a', 'tangible'] as const, ['b', ''] as const]),
      Promise: new Map([...guess.words.Promise!, ['so so', 2] as const]),
    }
    const { rows, lost } = imported(signals, table, { ...guess, words })
    expect(lost).toEqual([])
    expect(rows[0]).toMatchObject({ Kind: 'tangible', Promise: 2, 'Notes from import': null })
    expect(rows[1]).toMatchObject({ Promise: 5, 'Notes from import': 'Type: B' })
    expect(rows[2]).toMatchObject({ Cue: 'Shelf', 'Notes from import': null })
  })

  test('of one name, and without one, are kept and told', () => {
    const table = tableWith(['Cue', 'Who'], ['Box', 'Ann'], ['box ', 'Ben'], [null, 'Cleo'], ['Guide', 'Ann'])
    const { rows, remarks } = imported(signals, table)
    expect(rows).toHaveLength(4)
    expect(remarks).toEqual(['Rows 2 and 3 are both called “Box”.', 'Row 4 has nothing for “Cue”.'])
  })

  test('ignore a column that nobody may fill in, which comes along behind the plan', () => {
    const table = tableWith(['KPI', 'Traffic light'], ['Smiles', 'green'])
    const { rows, beside } = imported(kpis, table, { mapping: { KPI: 0, Status: 1, Id: 1 }, words: {}, scales: {} })
    expect(beside).toEqual(['Traffic light'])
    expect(rows[0]!.Status).toEqual(formulaCells(kpis, layout).Status)
    expect(rows[0]!.Id).toBe('id1')
  })

  test('go into a sheet that is there with one request, which adds the columns that it lacks', () => {
    const now = contentOf(sheetOf(signals, layout, [{ Cue: 'Old', Id: 'old' }]))
    const result = imported(signals, tableWith(['Cue', 'Budget'], ['Box', 5]))
    const request = importRequest(signals, now, result)
    const { edit, outcome } = reconcile(now, request)
    expect(outcome).toEqual({ done: ['id1'], refused: [] })
    const then = applied(now, edit!)
    expect(then.values[0]!.slice(-2)).toEqual(['Id', 'Budget'])
    expect(then.values[2]!.slice(-2)).toEqual(['id1', 5])
    expect(importRequest(signals, then, result).titles).toEqual([])
  })
})

describe('whatever stands in a table', () => {
  const cell = fc.oneof(
    fc.constantFrom(...hostileTexts),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom<CellValue>(
      null,
      0,
      4,
      12,
      -1,
      46000,
      0.5,
      1e300,
      true,
      false,
      'T',
      'high',
      '4/5',
      '80%',
      '01/02/2026',
    ),
  )
  const heading = fc.oneof(
    fc.constantFrom(
      'Cue',
      'Type',
      'Promised',
      'Delivered',
      'Who',
      'Checked',
      'Phase',
      'Goal',
      'Value',
      'Metric',
      'Every',
    ),
    fc.constantFrom('Id', 'Status', 'KPI', 'Source', 'Newest row', '__proto__', 'constructor', 'Notes from import'),
    fc.constantFrom(...hostileTexts),
  )
  const lines = fc
    .integer({ min: 1, max: 8 })
    .chain((width) =>
      fc.tuple(
        fc.array(heading, { minLength: width, maxLength: width }),
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
      ),
    )
    .map(([titles, rows]): CellValue[][] => [titles, ...rows])
  const anyPlan = fc.constantFrom(...plans)

  test('reading it never fails, nor does writing it', () => {
    fc.assert(
      fc.property(anyPlan, lines, (plan, cells) => {
        const table = tableIn(sheetWith(...cells))
        if ('problem' in table) return
        const result = imported(plan, table)
        contentOf(importedSheet(plan, layout, result))
        const now = contentOf(sheetOf(plan, layout))
        expect(reconcile(now, importRequest(plan, now, result)).outcome.refused).toEqual([])
      }),
      { numRuns: runs() },
    )
  })

  test('every text of it is in the row that it becomes, and no cell is a formula that the plan does not have', () => {
    fc.assert(
      fc.property(anyPlan, lines, (plan, cells) => {
        const table = tableIn(sheetWith(...cells))
        if ('problem' in table) return
        const choices = guessChoices(plan, table)
        const { rows } = imported(plan, table, choices)
        const formulas = formulaCells(plan, layout)
        rows.forEach((row, i) => {
          table.rows[i]!.forEach((source, at) => expect(isFound(source, at, row, choices), textOf(source)).toBe(true))
          for (const [title, found] of Object.entries(row)) {
            if (found !== null && typeof found === 'object') expect(found).toEqual(formulas[title])
          }
        })
      }),
      { numRuns: runs() },
    )
  })

  test('each row gets an id, and no two columns of the sheet have one title', () => {
    fc.assert(
      fc.property(anyPlan, lines, (plan, cells) => {
        const table = tableIn(sheetWith(...cells))
        if ('problem' in table) return
        const result = imported(plan, table)
        expect(result.rows.map(({ Id }) => Id)).toEqual(table.rows.map((_, i) => `id${i + 1}`))
        const titles = importedSheet(plan, layout, result).columns.map(({ title }) => title)
        expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length)
        for (const title of titles) expect(title).toBe(title.trim())
      }),
      { numRuns: runs() },
    )
  })

  /** A cell is found as it is, as what its word, score or date stands for, or in the notes. */
  function isFound(source: CellValue, at: number, row: NewRow, { mapping }: ImportChoices): boolean {
    const text = textOf(source).trim()
    if (text === '') return true
    const title = Object.keys(mapping).find((one) => mapping[one] === at)
    if (title !== undefined && (typeof row[title] === 'number' || (row[title] ?? '') !== '')) return true
    if (title !== undefined && isPlaceholder(text)) return true
    return Object.values(row).some((cell) => typeof cell !== 'object' && textOf(cell).includes(text))
  }
})

describe('a number', () => {
  const read = (kind: 'number' | 'share', ...cells: readonly CellValue[]) =>
    readCells(signals, { title: 'Chance', kind, width: 80, help: '' }, cells, { words: new Map(), scale: null })

  test('that may be read in two ways is decided by its column, or left to a person', () => {
    expect(read('number', '1.234', '0,5')[0]).toEqual({ cell: 1234 })
    expect(read('number', '1.234', '0.5')[0]).toEqual({ cell: 1.234 })
    expect(read('number', '1.234')).toEqual([{ unread: 'may be 1.234 or 1234' }])
  })

  test('is none in words, and nothing where a dash stands', () => {
    expect(read('number', 'a lot', true, '-', ' ')).toEqual([
      { unread: 'is no number' },
      { unread: 'is no number' },
      { cell: null },
      { cell: null },
    ])
  })

  test('of a share is 1 at most, unless it says per cent', () => {
    expect(read('share', 0.8, '80%', '120%', 80)).toEqual([
      { cell: 0.8 },
      { cell: 0.8 },
      { cell: 1.2 },
      { unread: 'is no share, which is 1 at most' },
    ])
  })
})

test('a large table is guessed and taken over within seconds', () => {
  const [title, blank, heads, ...rows] = teamSheet.values
  const many = tableWith(title!, blank!, heads!, ...Array.from({ length: 5000 }, (_, i) => rows[i % rows.length]!))
  const { rows: found, lost } = imported(signals, many)
  expect(found).toHaveLength(5000)
  expect(lost).toEqual([])
})

test('a table of sources has its dates and days', () => {
  const table = tableWith(
    ['System', 'Tab', 'Last update', 'Max age'],
    ['CRM', 'Deals', '2026-03-01', 7],
    ['Web', 'GA', 46082, 1],
  )
  expect(imported(sources, table).rows).toMatchObject([
    { Source: 'CRM', Sheet: 'Deals', 'Newest row': serialOf(2026, 3, 1), 'Allowed days': 7 },
    { Source: 'Web', Sheet: 'GA', 'Newest row': 46082, 'Allowed days': 1 },
  ])
})

test('a table of targets keeps them as they are written, numbers as numbers', () => {
  const table = tableWith(
    ['Indicator', 'Channel', 'Goal', 'Set by'],
    ['CSAT', 'chat', 0.85, 'Board'],
    ['CES', null, '< 2,5', 'Board'],
  )
  expect(imported(targets, table).rows).toMatchObject([
    { Metric: 'CSAT', Segment: 'chat', Target: 0.85, Source: 'Board' },
    { Metric: 'CES', Target: '< 2,5', Source: 'Board' },
  ])
})
