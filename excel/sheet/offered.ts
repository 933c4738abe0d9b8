/** Whether this Excel offers add-ins a set of its object model: 1.9. */
export function isOffered(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version)
}

/** Does what a sheet can do without, where this Excel offers the set that it takes and does not break off at it. */
export async function ifOffered(context: Excel.RequestContext, version: string, work: () => void): Promise<void> {
  if (!isOffered(version)) return
  try {
    work()
    await context.sync()
  } catch {
    // The cells are what matters, and they are there by now.
  }
}
