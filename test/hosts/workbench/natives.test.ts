import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filled } from '../../../core/catalogue/nativeFormula.ts'
import { natives } from '../../../core/catalogue/natives.ts'
import { addSheet, emptyWorkbook } from '../../../workbench/workbook.ts'
import { openWorkbench } from './openWorkbench.ts'
import { addCells, formulaOf, isSame, replaceable, replaceableCalls } from './replaceableCalls.ts'

test.each(natives.map(({ spec }) => [spec.name, spec] as const))(
  '%s gives its example in a sheet',
  (_, { native, args, examples }) => {
    const [{ cells, gives }] = examples as [(typeof examples)[0]]
    const workbench = openWorkbench()
    const places = cells.map((cell, column) => {
      const letter = 'ABC'[column]!
      const values = Array.isArray(cell) ? cell.flat() : [cell]
      values.forEach((value, row) => workbench.put('Sheet1', `${letter}${row + 1}`, value as number))
      return Array.isArray(cell) ? `${letter}:${letter}` : `${letter}1`
    })
    const content = filled(native, (name) => places[args.findIndex((arg) => arg.name === name)]!)
    workbench.put('Sheet1', 'E1', content)
    const { value } = workbench.result('Sheet1', 'E1') as { value: number }
    expect(value).toBeCloseTo(gives as number, 12)
  },
)

const CALLS = 30

test.each(replaceable.map((metric) => [metric.spec.name, metric] as const))(
  'a formula of the spreadsheet’s own gives the same as %s in a sheet',
  (_, metric) => {
    const calls = fc.array(replaceableCalls(metric), { minLength: CALLS, maxLength: CALLS })
    const isReplaceable = fc.property(calls, (calls) => {
      const workbook = emptyWorkbook()
      const texts = addCells(workbook, 'Cells', metric, calls)
      const rows = texts.map(({ ours, own }) => [formulaOf(ours), formulaOf(own!)])
      addSheet(workbook, { name: 'Results', rows })
      const workbench = openWorkbench(workbook)
      const number = (cell: string) => {
        const result = workbench.result('Results', cell)
        return 'value' in result && typeof result.value === 'number' ? result.value : NaN
      }
      texts.forEach(({ ours, own }, i) => {
        const [expected, found] = [number(`A${i + 1}`), number(`B${i + 1}`)]
        expect(isSame(expected, calls[i]!.answer), `${ours} is ${expected}, not ${calls[i]!.answer}`).toBe(true)
        expect(isSame(found, expected), `${own} is ${found}, ${ours} is ${expected}`).toBe(true)
      })
    })
    fc.assert(isReplaceable, { numRuns: 1, endOnFailure: true })
  },
)
