import Parser from 'fast-formula-parser'
import { isErrorText } from '../../../core/sheet/cellErrors.ts'
import { parseAddress } from './address.ts'
import { calculator, type Sight, type Value } from './calculation.ts'
import type { Sheet } from './sheet.ts'
import type { Workbook } from './workbook.ts'

/** What the formulas of a workbook give. */
export interface Recalculation {
  /** The value of a formula of a sheet by now; undefined where Excel does not take it for one. */
  valueOf(sheet: Sheet, formula: string): Value | undefined
  /** Cells have changed. */
  changed(): void
  /** Gives formulas that name cells the value that they have by now. */
  settle(): void
}

/** A formula that names itself does not settle. */
const MOST_ROUNDS = 20

const NAMES_CELLS = /[A-Z]\d|[A-Z]:[A-Z]/

export function recalculation(workbook: Pick<Workbook, 'sheets' | 'sheet'>): Recalculation {
  const calculated = calculator()
  let isSettled = true
  /** Whether the formula that is calculated names a sheet that is not there. */
  let lacksSheet = false
  const sight: Sight = {
    valueAt(name, cell) {
      const sheet = workbook.sheet(name)
      lacksSheet ||= !sheet
      const { value = null, isFormula, filledFrom } = sheet?.cells.get(cell) ?? {}
      // A text that reads like an error is none.
      return (isFormula || filledFrom) && isErrorText(value) ? new Parser.FormulaError(String(value)) : value
    },
    lastRow(name) {
      const cells = [...(workbook.sheet(name)?.cells.keys() ?? [])]
      return cells.reduce((last, cell) => Math.max(last, parseAddress(cell).top), 1)
    },
  }

  /** Nobody says what Excel makes of a formula that names a sheet which is not there: here it takes it, and shows #REF!. */
  function valueOf(sheet: Sheet, formula: string): Value | undefined {
    lacksSheet = false
    const value = calculated(formula, sheet.name, sight)
    return lacksSheet ? '#REF!' : value
  }

  /** Whether any value is another one afterwards. */
  function recalculate(formulas: ReturnType<typeof formulasOf>): boolean {
    let changes = false
    for (const { sheet, cell } of formulas) {
      const value = valueOf(sheet, String(cell.content))
      // A custom function has its value from elsewhere.
      if (value === undefined || value === '#NAME?' || value === cell.value) continue
      cell.value = value
      changes = true
    }
    return changes
  }

  return {
    valueOf,
    changed() {
      isSettled = false
    },
    settle() {
      if (isSettled) return
      isSettled = true
      const formulas = formulasOf(workbook)
      for (let round = 0; round < MOST_ROUNDS && recalculate(formulas); round++);
    },
  }
}

function formulasOf({ sheets }: Pick<Workbook, 'sheets'>) {
  return sheets.flatMap((sheet) =>
    [...sheet.cells.values()]
      .filter(({ isFormula, filledFrom, content }) => isFormula && !filledFrom && NAMES_CELLS.test(String(content)))
      .map((cell) => ({ sheet, cell })),
  )
}
