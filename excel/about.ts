import type { HostAbout } from '../core/sheet/book.ts'

/** The sets of Microsoft's that matter here, and the last version of each that may be asked for. */
const SETS = [
  ['ExcelApi', 30],
  ['SharedRuntime', 5],
  ['CustomFunctionsRuntime', 9],
  ['KeyboardShortcuts', 5],
] as const

/** Which Excel this is, and what it offers to add-ins. */
export function about(): HostAbout {
  const { diagnostics, displayLanguage, contentLanguage } = Office.context
  return {
    facts: [
      `Platform: ${diagnostics?.platform ?? 'unknown'}, version ${diagnostics?.version ?? 'unknown'}`,
      `Offers: ${SETS.map(([name, last]) => `${name} ${newest(name, last)}`).join(', ')}`,
      `Language: ${displayLanguage}, of the workbook ${contentLanguage}`,
    ],
  }
}

/** The newest version of a set that this Excel offers: 1.17, or none. */
function newest(name: string, last: number): string {
  for (let minor = last; minor > 0; minor--) {
    if (Office.context.requirements.isSetSupported(name, `1.${minor}`)) return `1.${minor}`
  }
  return 'none'
}
