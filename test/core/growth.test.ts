import { describe, expect, test } from 'vitest'
import { calendarArgs } from '../../core/arguments/workingCalendar.ts'
import { lookupName } from '../../core/arguments/metricName.ts'
import { segmentName } from '../../core/arguments/glossary.ts'
import { parseTarget } from '../../core/arguments/target.ts'
import { catalogue } from '../../core/catalogue/catalogue.ts'
import { anchored, callsIn, parseCall } from '../../core/catalogue/explain.ts'
import { stems } from '../../core/catalogue/ranking.ts'
import { search } from '../../core/catalogue/search.ts'
import { isBlank, shown } from '../../core/cell.ts'
import * as columns from '../../core/data/columns.ts'
import { findingsOf } from '../../core/data/findings.ts'
import { mendOf } from '../../core/data/mend.ts'
import { tableOf } from '../../core/data/table.ts'
import { visible } from '../../core/data/words.ts'
import { isDateFormat, type Metric } from '../../core/metric.ts'
import { isTitle } from '../../core/reading/cells.ts'
import { isCurrency } from '../../core/reading/texts/currencies.ts'
import { dateOrderOf, isDateText, mayBeDate, readDate, zoneIn } from '../../core/reading/texts/dates.ts'
import { readDuration } from '../../core/reading/texts/durations.ts'
import { readFlag } from '../../core/reading/texts/flags.ts'
import { decimalMarkOf, labelledNumber, readNumber } from '../../core/reading/texts/numbers.ts'
import { isDashes, isNotYet, isPlaceholder } from '../../core/reading/texts/placeholders.ts'
import { cleanText, hasUnseen, keyed, unwrapped, withoutUnseen } from '../../core/reading/texts/spelling.ts'
import * as titles from '../../core/reading/titles.ts'
import { isReference, sheetPrefix } from '../../core/sheet/sheetReference.ts'
import { isSame } from '../../core/sheet/rows.ts'
import { bestColumn } from '../../core/catalogue/dataColumns.ts'
import { readCsv } from '../../core/data/csv/csv.ts'
import { valuesOf } from '../../core/data/csv/csvValues.ts'
import { delimiterOf, splitRows, withLineFeeds } from '../../core/data/csv/delimited.ts'
import {
  attribute,
  decoded,
  sharedTexts,
  textOf,
  withoutNamespace,
  withoutSections,
} from '../../workbench/files/xlsx/xlsxText.ts'
import { compute } from '../compute.ts'
import { BRIEF, expectLinear } from './growth.ts'

/** What becomes of a text, in a result or a refusal. */
function tried(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return (error as Error).message
  }
}

type Read = (text: string) => unknown

const READERS: readonly [string, Read][] = [
  ['readNumber', readNumber],
  ['labelledNumber', labelledNumber],
  ['isCurrency', isCurrency],
  ['decimalMarkOf', (text) => decimalMarkOf([text])],
  ['readDate', readDate],
  ['mayBeDate', mayBeDate],
  ['isDateText', isDateText],
  ['zoneIn', zoneIn],
  ['dateOrderOf', (text) => dateOrderOf([text])],
  ['readDuration', readDuration],
  ['readFlag', (text) => readFlag(text, 'good')],
  ['isPlaceholder', isPlaceholder],
  ['isNotYet', isNotYet],
  ['isDashes', isDashes],
  ['cleanText', cleanText],
  ['keyed', keyed],
  ['unwrapped', unwrapped],
  ['hasUnseen', hasUnseen],
  ['withoutUnseen', withoutUnseen],
  ['isTitle', (text) => isTitle(text, { min: 0, max: 10 })],
  ['isKnownTitle', titles.isKnownTitle],
  ['isSecondTitle', titles.isSecondTitle],
  ['isSureTitle', titles.isSureTitle],
  ['titleText', titles.titleText],
  ['topOf', (text) => titles.topOf(text, [`${text}x`, 'Ann'])],
  ['isTitleOfIds', (text) => titles.isTitleOfIds(text, [text])],
  ['isBlank', isBlank],
  ['shown', shown],
  ['parseTarget', (text) => tried(() => parseTarget(text))],
  ['lookupName', lookupName],
  ['segmentName', segmentName],
]

const SHEET: readonly [string, Read][] = [
  ['search', search],
  ['stems', stems],
  ['a column for an argument', (title) => bestColumn(calendarArgs[0], [{ sheet: 'Data', title, index: 0 }])],
  ['parseCall', (text) => parseCall(text, 'Data')],
  ['callsIn', (text) => callsIn(`=ROUND(${text}NPS(A1)`)],
  ['parseCall of an argument', (text) => parseCall(`=NPS(${text})`, 'Data')],
  ['anchored', (text) => anchored(`=NPS('${text}'!A1:B2)`)],
  ['isReference', isReference],
  ['sheetPrefix', sheetPrefix],
  ['isSame', (text) => isSame(`=${text}`, `=${text}x`)],
  ['isDateFormat', isDateFormat],
  ['kindOf', (text) => [columns.kindOf(text, 'Amount'), columns.kindOf('5', text)]],
  ['tellsWho', columns.tellsWho],
  ['hasStraySpaces', columns.hasStraySpaces],
  ['hasInvisibleMarks', columns.hasInvisibleMarks],
  ['trimmedText', columns.trimmedText],
  ['idText', columns.idText],
  ['spellings', (text) => columns.spellings([text, text.toUpperCase()])],
  ['visible', visible],
  ['findings and mends', findingsAndMends],
]

/** A text among values, among texts and as a title. */
function findingsAndMends(text: string): unknown {
  const table = tableOf([
    ['Customer', 'Amount', 'Date', text],
    [text, '1.5', '2026-01-01', 1],
    ['b', text, text, 2],
    [text.toUpperCase(), 7, '2026-01-02', 3],
  ])!
  const findings = findingsOf(table)
  return findings.map((finding) => mendOf(table, finding, findings)?.changes())
}

const WORKBENCH: readonly [string, Read][] = [
  ['splitRows', (text) => [...splitRows(text, delimiterOf(text))]],
  ['splitRows of several lines', (text) => [...splitRows(`a,b\n${text}\n"${text}","x"\n${text},5`, ',')]],
  ['readCsv of a cell in quotes', (text) => readCsv(`a;b\n"${text.replaceAll('"', '""')}";5`)],
  ['valuesOf', (text) => valuesOf([[text, '5']], ',')],
  ['withLineFeeds', withLineFeeds],
  ['withoutNamespace', withoutNamespace],
  ['attribute', (text) => attribute(text, 'r')],
  ['sharedTexts', (text) => tried(() => sharedTexts(`<sst><si><t>${text}</t></si>${text}</sst>`))],
  ['textOf', (text) => textOf(`<t>${text}</t>${text}`)],
  ['decoded', decoded],
  ['withoutSections', (text) => tried(() => withoutSections(`<![CDATA[${text}]]>${text}`))],
]

describe('the time of what reads a text grows with the text', () => {
  test.each(READERS)('%s', (_, read) => expectLinear(read))
  test.each([...SHEET, ...WORKBENCH])('%s', (_, read) => expectLinear(read, BRIEF))
})

/** The first call of a function that works, with the cells of one argument changed. */
function callWith({ spec }: Metric, argument: number, change: (given: unknown) => unknown): unknown[] {
  const works = spec.examples.find(({ gives, cells }) => !String(gives).startsWith('#') && cells.length > argument)
  const cells = (works ?? spec.examples[0]!).cells
  return Array.from({ length: Math.max(argument + 1, cells.length) }, (_, i) =>
    i === argument ? change(cells[i]) : cells[i],
  )
}

/** A text in place of an argument, or of the cells at both ends of a range. */
function withText(text: string): (given: unknown) => unknown {
  return (given) => {
    if (!Array.isArray(given)) return text
    const rows = given as unknown[][]
    return rows.map((row, i) => (i === 0 || i === rows.length - 1 ? [text, ...row.slice(1)] : row))
  }
}

describe('the time of a function grows with the text in any of its arguments', () => {
  test.each(catalogue().map((metric) => [metric.spec.name, metric] as const))('%s', (_, metric) => {
    metric.spec.args.forEach((_, i) => {
      expectLinear((text) => tried(() => compute(metric, ...callWith(metric, i, withText(text)))), BRIEF)
    })
  })
})

describe('the measure', () => {
  test.each<[string, Read]>([
    ['the cube', (text) => /\s*\s*!$/.test(text)],
    ['the square behind a letter', (text) => /\p{L}.{8}.*\?$/su.test(text)],
    ['the fourth power', (text) => /^\s*\s*\s*\s*!$/.test(text)],
  ])('sees an expression that takes %s', (_, read) => {
    expect(() => expectLinear(read)).toThrow('signs')
  })
})
