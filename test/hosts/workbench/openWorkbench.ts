import { contentOf, positionOf } from '../../../workbench/sheet/content.ts'
import { addressOf, addSheet, emptyWorkbook } from '../../../workbench/workbook.ts'
import type { ExampleCells } from '../../../core/metric.ts'
import { Model } from '../../../workbench/engine.ts'

type ModelConfig = NonNullable<ConstructorParameters<typeof Model>[1]>

export type Called = { value: unknown } | { error: string; message: string }

/** A workbook in the workbench’s own engine, without its page: one empty sheet, or the one given. */
export function openWorkbench(workbook: unknown = emptySheet(), config: ModelConfig = {}) {
  const model = new Model(workbook, config)
  const at = (sheet: string, cell: string) => positionOf(model, sheet, cell)

  /** Types into a cell. */
  const put = (sheet: string, cell: string, content: string | number) => {
    model.dispatch('UPDATE_CELL', { ...at(sheet, cell), content: String(content) })
  }
  const content = (sheet: string, cell: string) => contentOf(model, at(sheet, cell))
  const cell = (sheet: string, cell: string) => model.getters.getEvaluatedCell(at(sheet, cell))

  /** What a formula in a cell shows: one value, the values it spilled row by row, or an error with its sentence. */
  const result = (sheet: string, address: string): Called => {
    const position = at(sheet, address)
    const { type, value, message } = model.getters.getEvaluatedCell(position)
    if (type === 'error') return { error: String(value), message: message ?? '' }
    const zone = model.getters.getSpreadZone(position)
    if (!zone) return { value }
    const rows = Array.from({ length: zone.bottom - zone.top + 1 }, (_, row) =>
      Array.from({ length: zone.right - zone.left + 1 }, (_, column) => {
        const place = { ...position, row: zone.top + row, col: zone.left + column }
        return model.getters.getEvaluatedCell(place).value
      }),
    )
    return { value: rows }
  }

  return { model, put, content, cell, result, call }
}

/** Types the cells of an example into a grid of their own and a formula that refers to them. Blocks stand side by side. */
async function call(name: string, ...cells: readonly ExampleCells[]): Promise<Called> {
  const height = Math.max(1, ...cells.map((value) => (Array.isArray(value) ? value.length : 1)))
  const grid: Exclude<ExampleCells, unknown[][]>[][] = Array.from({ length: height }, () => [])
  let column = 0
  const references = cells.map((value) => {
    const block = Array.isArray(value) ? value : [[value]]
    const start = column
    const width = block[0]!.length
    block.forEach((line, row) => line.forEach((content, i) => (grid[row]![start + i] = content)))
    column += width
    const first = addressOf(start, 0)
    return Array.isArray(value) ? `${first}:${addressOf(start + width - 1, block.length - 1)}` : first
  })
  const workbook = emptyWorkbook()
  addSheet(workbook, { name: 'Cells', rows: grid })
  addSheet(workbook, { name: 'Sheet1', rows: [] })
  const workbench = openWorkbench(workbook)
  workbench.put('Sheet1', 'A1', `=${name}(${references.map((reference) => `Cells!${reference}`).join(',')})`)
  return workbench.result('Sheet1', 'A1')
}

function emptySheet() {
  const workbook = emptyWorkbook()
  addSheet(workbook, { name: 'Sheet1', rows: [] })
  return workbook
}
