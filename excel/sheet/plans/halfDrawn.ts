import { halfDone } from '../failures.ts'

/** Removes sheets again that were drawn in part. `reason` is why, for one who has to look at what is left. */
export async function removeHalfDrawn(
  context: Excel.RequestContext,
  names: readonly string[],
  reason: string,
): Promise<void> {
  try {
    const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name))
    await context.sync()
    const there = sheets.filter((sheet) => !sheet.isNullObject)
    if (there.length === 0) return
    there.forEach((sheet) => sheet.delete())
    await context.sync()
  } catch {
    throw new Error(halfDone(reason, names.join('”, “')))
  }
}
