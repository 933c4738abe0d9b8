import { expect, test } from 'vitest'
import { natives } from '../../../core/catalogue/natives.ts'
import { filled } from '../../../core/catalogue/natives.ts'
import { openWorkbench } from './openWorkbench.ts'

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
