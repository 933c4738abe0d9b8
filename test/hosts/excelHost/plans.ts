import type { PlansUnderTest } from '../plans.contract.ts'
import { cellName, parseAddress, type Block } from './address.ts'
import type { ColourRule } from './sheet.ts'
import type { Workbook } from './workbook.ts'

/** Sheets made by plans as a person sees them. */
export function plansOf(workbook: Workbook): PlansUnderTest {
  const holds = (cell: string) => {
    const { top, left } = parseAddress(cell)
    return ({ block }: { block: Block }) =>
      top >= block.top && top <= block.bottom && left >= block.left && left <= block.right
  }

  function textsIn(formula: string): string[] {
    const [, quoted, plain, address] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(formula)!
    const sheet = workbook.sheet(quoted?.replace(/''/g, "'") ?? plain!)
    if (!sheet) return []
    const { top, left, bottom } = parseAddress(address!.replace(/\$/g, ''))
    const rows = [...sheet.cells.keys()].map(parseAddress).filter((place) => place.left === left)
    return rows
      .map((place) => place.top)
      .filter((row) => row >= top && row <= bottom)
      .sort((a, b) => a - b)
      .map((row) => String(workbook.value(sheet, cellName(row, left))))
  }

  return {
    front: async () => workbook.selection.sheet,
    async choices(name, cell) {
      const sheet = workbook.sheet(name)!
      const source = sheet.validations.filter(holds(cell)).pop()?.rule?.list?.source ?? ''
      if (source.startsWith('=')) return textsIn(source)
      return source === '' ? [] : source.split(',')
    },
    async colour(name, cell) {
      const sheet = workbook.sheet(name)!
      const shown = String(workbook.value(sheet, cell))
      const byRule = sheet.colourRules.filter(holds(cell)).find((rule) => isMet(rule, shown))
      return byRule?.fill ?? sheet.fills.filter(holds(cell)).pop()?.colour ?? ''
    },
  }
}

/** Excel does not tell capitals from small letters here. */
function isMet({ rule }: ColourRule, shown: string): boolean {
  if (rule?.operator !== 'EqualTo') return false
  const text = /^="(.*)"$/s.exec(rule.formula1)?.[1]?.replace(/""/g, '"')
  return text?.toLowerCase() === shown.toLowerCase()
}
