import { describe, expect, test } from 'vitest'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import { CellError } from '../../core/cell.ts'
import type { ExampleCells } from '../../core/metric.ts'
import { expectClose } from '../close.ts'
import { compute } from '../compute.ts'
import { openSheets } from './appsScript/sheets.ts'
import { openExcel } from './excelHost/excel.ts'
import { fieldCases, type FieldCase } from './fieldCases.ts'
import { openWorkbench } from './workbench/openWorkbench.ts'

type Given = { value: unknown } | { message: string }

const excel = openExcel()
const sheets = await openSheets()
const workbench = openWorkbench()

const hosts: Readonly<Record<string, (name: string, cells: readonly unknown[]) => Promise<Given>>> = {
  core: async (name, cells) => {
    try {
      return { value: compute(findMetric(name)!, ...cells) }
    } catch (error) {
      if (error instanceof CellError) return { message: error.message }
      throw error
    }
  },
  'Google Sheets': (name, cells) => sheets.call(name, ...cells),
  // Excel shows the sentence beside #VALUE! and #N/A alone; what the function says is the same for all.
  Excel: (name, cells) => excel.call(name, ...cells),
  'the workbench': (name, cells) => workbench.call(name, ...cells.map((cell) => (cell ?? null) as ExampleCells)),
}

const cases = Object.entries(fieldCases).flatMap(([kind, list]) =>
  list.map(({ name, cells, right }) => [kind, `${name} ${JSON.stringify(cells)}`, name, cells, right] as const),
)

describe.each(Object.entries(hosts))('in %s', (_, call) => {
  test.each(cases)('%s: %s', async (_kind, _title, name, cells, right: FieldCase['right']) => {
    const given = await call(name, cells)
    if ('sentence' in right) expect(given).toMatchObject({ message: expect.stringMatching(right.sentence) })
    else expectClose('value' in given ? given.value : given, right.value)
  })
})
