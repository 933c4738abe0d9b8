import { address, type Block, type CellLook, type StoredSheet } from './workbook.ts'

/** Gives a cell a trait of its look; with nothing it looks as usual there. */
export function setTrait<T extends keyof CellLook>(
  sheet: StoredSheet,
  row: number,
  column: number,
  trait: T,
  value: CellLook[T] | null,
): void {
  const cell = address(row, column)
  const look: CellLook = { ...sheet.looks.get(cell) }
  if (value === null) delete look[trait]
  else look[trait] = value
  if (Object.keys(look).length > 0) sheet.looks.set(cell, look)
  else sheet.looks.delete(cell)
}

/**
 * The methods of a range that set a trait: one value for all of its cells, or one for each. Null makes a cell look as
 * usual, but not for sizes, of which Google does not say so.
 */
export function lookMembers(
  sheet: StoredSheet,
  block: Block,
  changing: (what: string) => void,
  mustFit: (what: 'rows' | 'columns', given: number, wanted: number) => void,
  self: () => object,
) {
  const each = <T extends keyof CellLook>(trait: T, valueAt: (i: number, j: number) => CellLook[T] | null) => {
    for (let i = 0; i < block.rows; i++) {
      for (let j = 0; j < block.columns; j++) {
        setTrait(sheet, block.row + i, block.column + j, trait, valueAt(i, j))
      }
    }
    return self()
  }
  const lines = <T extends keyof CellLook>(what: string, trait: T) => {
    return (values: CellLook[T][][]) => {
      changing(what)
      mustFit('rows', values.length, block.rows)
      for (const line of values) mustFit('columns', line.length, block.columns)
      return each(trait, (i, j) => values[i]![j]!)
    }
  }
  const usual = (weight: string | null) => (weight === 'normal' ? null : weight)
  return {
    setFontWeight: (weight: string) => {
      changing('setFontWeight')
      return each('weight', () => usual(weight))
    },
    setFontWeights: (weights: string[][]) =>
      lines('setFontWeights', 'weight')(Array.from(weights, (line) => Array.from(line, usual) as string[])),
    setFontColor: (colour: string) => {
      changing('setFontColor')
      return each('colour', () => colour)
    },
    setFontColors: lines('setFontColors', 'colour'),
    setFontSizes: (sizes: number[][]) => {
      for (const size of Array.from(sizes).flatMap((line) => Array.from(line))) {
        if (typeof size !== 'number') throw new Error('The parameters do not match the method signature.')
      }
      return lines('setFontSizes', 'size')(sizes)
    },
    setBackgrounds: lines('setBackgrounds', 'fill'),
    setHorizontalAlignments: lines('setHorizontalAlignments', 'align'),
  }
}
