import { CorePlugin, registries, type Model } from '@odoo/o-spreadsheet'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileTexts } from '../../hostileTexts.ts'
import { sampleWorkbook } from '../../../workbench/sample/sample.ts'
import { contentsOf } from '../../../workbench/revision.ts'
import { openWorkbench } from './openWorkbench.ts'

type Registry = (typeof registries)['corePluginRegistry']
const core = registries.corePluginRegistry
const views = registries.coreViewsPluginRegistry as unknown as Registry
const OURS = [
  [core, 'sheet'],
  [core, 'cell'],
  [views, 'row_size'],
] as const

/** The same workbook, built by the engine alone. */
function builtByEngine(workbook: unknown): Model {
  const ours = OURS.map(([registry, key]) => registry.get(key))
  OURS.forEach(([registry, key], at) => registry.replace(key, Object.getPrototypeOf(ours[at]!) as typeof CorePlugin))
  try {
    return openWorkbench(structuredClone(workbook)).model
  } finally {
    OURS.forEach(([registry, key], at) => registry.replace(key, ours[at]!))
  }
}

/** All that there is to know of a workbook. */
function knownOf(model: Model) {
  const { getters } = model
  const contents = { ...contentsOf(model), revisionId: undefined }
  return {
    contents,
    sheets: getters.getSheetIds().map((sheetId) => ({
      size: getters.getSheetSize(sheetId),
      cells: getters.getCells(sheetId).map((cell) => {
        const position = getters.getCellPosition(cell.id)
        const { value, formattedValue, type, format, message } = getters.getEvaluatedCell(position)
        const own = cell.isFormula ? cell.compiledFormula.toFormulaString(getters) : cell
        return { id: cell.id, own, position, value, formattedValue, type, format, message }
      }),
      heights: Array.from({ length: getters.getNumberRows(sheetId) }, (_, row) => getters.getRowSize(sheetId, row)),
    })),
    canUndo: getters.canUndo(),
  }
}

const isSame = (workbook: unknown) =>
  expect(knownOf(openWorkbench(structuredClone(workbook)).model)).toEqual(knownOf(builtByEngine(workbook)))

function sheetOf(cells: Record<string, string>, more: object = {}) {
  return {
    sheets: [{ id: 's', name: 'Sheet1', colNumber: 6, rowNumber: 10, cells, styles: {}, formats: {}, ...more }],
    styles: { 1: { bold: true }, 2: { wrapping: 'wrap', fontSize: 20 }, 3: { rotation: 1 } },
    formats: { 1: 'yyyy-mm-dd', 2: '@', 3: '0.00%' },
  }
}

/** What may stand in a cell and be one thing or another. */
const KINDS = [
  ...[
    '0',
    '-0',
    '007',
    '1.50',
    '1e5',
    '1E400',
    '-3',
    '- 3',
    '.5',
    '5.',
    '1,234',
    '12%',
    '$5',
    '5€',
    ' 7',
    '12345678901234567890',
  ],
  ...[
    '0.1',
    '-12.25',
    '45000',
    '1/2/2026',
    '2026-01-05',
    '10:30',
    '5 PM',
    'March 5',
    'a 5:30',
    'C-1234',
    'x 1/2',
    '-',
    '-a',
  ],
  ...[
    'true',
    'FALSE',
    'True ',
    'falſe',
    'truer',
    'é',
    'ß',
    'word',
    'two\nlines',
    "'quoted",
    "'=1+1",
    "'",
    '#N/A',
    '#WRONG',
    ' ',
    '\t',
  ],
  ...[
    '[label](https://example.com)',
    '[5%](https://example.com)',
    'https://example.com',
    '=1+1',
    '=A1&"x"',
    '=NPS({10;9})',
    '=',
    '=(',
    '=1/0',
  ],
  ...hostileTexts,
]
const addressed = (contents: readonly string[]) =>
  Object.fromEntries(contents.map((content, at) => [`${'ABCDEF'[at % 6]}${Math.floor(at / 6) + 1}`, content]))

describe('a workbook is the same as the engine builds it alone', () => {
  test.each([
    ['without looks', {}],
    ['with looks', { styles: { 'A1:B90': 1, 'C2:C90': 2, D3: 3 }, formats: { 'A1:A40': 1, 'B1:C50': 2, 'D1:D90': 3 } }],
  ])('%s', (_, more) => isSame(sheetOf(addressed(KINDS), more)))

  test('with looks over each other, and beyond its last row and column', () => {
    const more = { styles: { 'A1:C14': 1, 'B2:H16': 2, A3: 1 }, formats: { 'A4:Z4': 3, 'B2:B12': 2 } }
    isSame(sheetOf(addressed(KINDS.slice(0, 24)), more))
  })

  test('whatever stands in its cells', () => {
    const content = fc.oneof(
      fc.constantFrom(...KINDS),
      fc.string(),
      fc.double().map(String),
      fc.stringMatching(/^-?\d{1,3}[-/:. ]?\d{0,3}[a-z]?$/),
    )
    fc.assert(
      fc.property(fc.array(content, { maxLength: 12 }), (contents) => {
        isSame(sheetOf(addressed(contents), { formats: { 'A2:F2': 2 } }))
      }),
      { numRuns: 60 },
    )
  })

  test('with nothing in it', () => isSame(sheetOf({})))

  test('as the sample is, and as it is written in short', () => {
    // Its charts have their names from then on.
    const { model } = openWorkbench(sampleWorkbook())
    for (const workbook of [contentsOf(model), model.exportData()]) {
      const [ours, other] = [openWorkbench(structuredClone(workbook)).model, builtByEngine(workbook)]
      // There are too many cells to look for differences.
      expect(JSON.stringify(knownOf(ours)) === JSON.stringify(knownOf(other))).toBe(true)
    }
  })

  test('in the language of its people', () => {
    const locale = {
      name: 'French',
      code: 'fr_FR',
      thousandsSeparator: ' ',
      decimalSeparator: ',',
      dateFormat: 'dd/mm/yyyy',
      timeFormat: 'hh:mm:ss',
      formulaArgSeparator: ';',
      weekStart: 1,
    }
    isSame({ ...sheetOf(addressed(KINDS)), settings: { locale } })
  })
})

test('what is put in place while a workbook is built is not undone', () => {
  const { model, put, content } = openWorkbench(sheetOf({ A1: '5', B1: 'word' }))
  put('Sheet1', 'A1', '6')
  model.dispatch('REQUEST_UNDO')
  expect([content('Sheet1', 'A1'), content('Sheet1', 'B1'), model.getters.canUndo()]).toEqual(['5', 'word', false])
})
