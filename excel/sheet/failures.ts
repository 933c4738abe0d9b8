import { existingSheet, missingSheet } from '../../core/sheet/sentences.ts'

/** What Excel's failures mean to people, by the codes of Excel.ErrorCodes and OfficeExtension.ErrorCodes. */
const sentences: Record<string, (sheet: string) => string> = {
  AccessDenied: (sheet) =>
    `The sheet “${sheet}” or its workbook is protected or can only be read. Unprotect it on the Review tab, then try again.`,
  ItemNotFound: missingSheet,
  InvalidReference: missingSheet,
  InvalidSelection: () => 'No cells are selected. Select some, then try again.',
  InvalidOperationInCellEditMode: () => 'A cell is being edited. Finish with Enter, then try again.',
  FormulaLengthExceedsLimit: () => 'A formula is longer than Excel takes, which is 8,192 characters. Shorten it.',
  InvalidArgument: (sheet) =>
    `Excel does not understand a formula or an address for “${sheet}”. Look through what was entered.`,
  ItemAlreadyExists: existingSheet,
  MergedRangeConflict: (sheet) =>
    `Some of the cells in “${sheet}” are merged. Unmerge them on the Home tab, then try again.`,
  FilteredRangeConflict: (sheet) => `The filter in “${sheet}” is in the way. Clear it on the Data tab, then try again.`,
  InsertDeleteConflict: (sheet) =>
    `Excel cannot remove the row from “${sheet}”, because a table or merged cells beside it would be torn apart. Remove it by hand.`,
  PivotTableRangeConflict: (sheet) => `A PivotTable in “${sheet}” is in the way. Move it, then try again.`,
  ResponsePayloadSizeLimitExceeded: tooLarge,
  RequestPayloadSizeLimitExceeded: tooLarge,
  RangeExceedsLimit: tooLarge,
  OperationCellsExceedLimit: tooLarge,
}

/** The code of a failure that comes from Excel; "" of any other. */
export function codeOf(error: unknown): string {
  return error instanceof Object && 'code' in error ? String(error.code) : ''
}

/** A failure in a sentence for people. An error of our own is one already. */
export function told(error: unknown, sheet: string): Error {
  const code = codeOf(error)
  if (!code) return error instanceof Error ? error : new Error(String(error))
  const sentence = sentences[code]?.(sheet)
  return new Error(
    sentence ?? `Excel broke off (${code}). Try again; if it happens again, close and reopen the workbook.`,
  )
}

/** Excel hands over nothing of a block that reaches down to the last row there is. */
export function tooLarge(sheet: string): string {
  return `“${sheet}” holds more than Excel hands over at once. Name a smaller range, or clear cells that are not needed.`
}

/** Fails where Excel has handed over nothing. */
export function checkHandedOver({ values }: { values: unknown[][] | null }, sheet: string): void {
  if (values === null) throw new Error(tooLarge(sheet))
}

/** After a write that failed halfway and could not be taken back. */
export function halfDone(reason: string, sheet: string): string {
  return `${reason} Part of the change may be in “${sheet}”: look at it before you try again.`
}

export const unanswered =
  'Excel has not answered. If a cell is being edited, finish with Enter, then look whether the change is there and try again.'
