import type { CellValue, SheetContent } from '../../../core/sheet/book.ts'
import type { Layout } from '../../../core/plans/layout.ts'
import { plans } from '../../../core/plans/gallery/index.ts'
import { sheetTitles } from '../../../core/plans/plan.ts'
import { tableIn, type OwnTable } from '../../../core/plans/importing/table.ts'

export function sheetWith(...lines: readonly (readonly CellValue[])[]): SheetContent {
  const width = Math.max(0, ...lines.map(({ length }) => length))
  const values = lines.map((line) => [...line, ...new Array<null>(width - line.length).fill(null)])
  return { values, formulas: values.map((line) => line.map(() => '')) }
}

/** The table in a sheet with these rows. */
export function tableWith(...lines: readonly (readonly CellValue[])[]): OwnTable {
  const table = tableIn(sheetWith(...lines))
  if ('problem' in table) throw new Error(table.problem)
  return table
}

export const layout: Layout = (name) => sheetTitles(plans.find((one) => one.name === name)!)

export function newIds(): () => string {
  let count = 0
  return () => `id${++count}`
}

const WHO = ['Ann', 'Ben', 'Cleo']
const PHASES = ['Discovery', 'consideration', 'Purchase', 'setup', 'activation', 'Renewal ']

/** Forty signals as a team keeps them: eleven headings of its own below two lines of title, with words and scales of its own. */
export const teamSheet = sheetWith(
  ['Signal audit 2026', null, 'Marketing'],
  [],
  [
    'Touchpoint',
    'T/I',
    'Main or extra?',
    'P/S',
    'Phase',
    'Customer benefit',
    'Promised (1-10)',
    'Delivered (1-10)',
    'Proof',
    'Who',
    'Last check',
  ],
  ...Array.from({ length: 40 }, (_, i): CellValue[] => [
    `Signal number ${i + 1}`,
    i % 12 === 0 ? 't' : i % 2 === 0 ? 'T' : 'I',
    i % 3 === 0 ? 'core' : 'Support',
    i % 2 === 0 ? 'prod' : 'Service',
    PHASES[i % 6]!,
    `Benefit ${i % 7}`,
    (i % 10) + 1,
    (i % 5) + 1,
    i % 4 === 0 ? null : 'Returns policy',
    WHO[i % 3]!,
    i % 5 === 0 ? 46082 + i : `${13 + (i % 15)}/02/2026`,
  ]),
)
