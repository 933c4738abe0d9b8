import { describe, expect, test } from 'vitest'
import { csvSheet } from '../../workbench/files/csv/csvSheet.ts'
import { describe as sentenceOn } from '../../core/data/csv/besidesData.ts'
import { tableInText } from '../../workbench/files/tables.ts'
import { addSheet, emptyWorkbook } from '../../workbench/workbook.ts'
import { expectClose } from '../close.ts'
import { openWorkbench } from '../hosts/workbench/openWorkbench.ts'
import { contentOf, fieldExports, FORMULA_CELL } from './exports.ts'

/** Opens a file as the workbench does, and leaves out what it takes for rows besides the data. */
async function opened(file: string) {
  let asked: string | undefined
  const ask = async (found: Parameters<typeof sentenceOn>[0]) => {
    asked = sentenceOn(found)
    return true
  }
  const { tables, remarks } = await tableInText('Export', contentOf(file), ask, async () => {})
  const workbook = emptyWorkbook()
  for (const { name, table } of tables) addSheet(workbook, csvSheet(name, table))
  return { asked, remarks, ...openWorkbench(workbook) }
}

describe.each(fieldExports.map((field) => [field.product, field] as const))('%s', (_, { file, asks, formulas }) => {
  test('are rows and columns, and what is no data is asked about', async () => {
    const { asked, remarks } = await opened(file)
    expect({ asked, remarks }).toEqual({ asked: asks, remarks: [] })
  })

  test.each(formulas)('%s gives what is right', async (formula, right) => {
    const { put, result } = await opened(file)
    put('Export', FORMULA_CELL, formula)
    const given = result('Export', FORMULA_CELL)
    if ('sentence' in right) expect(given).toMatchObject({ message: expect.stringMatching(right.sentence) })
    else expectClose('error' in given ? given : given.value, right.value)
  })
})
