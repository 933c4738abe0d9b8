import type { Model } from '@odoo/o-spreadsheet'
import type { Workbook } from './workbook.ts'

/** The revision a workbook is at, which every change renews. The engine gives it only with all that is in the workbook. */
export function revisionOf(model: Model): string {
  return model['session'].getRevisionId()
}

/** The contents of a workbook. The engine’s own way writes them twice and builds a second workbook to compare. */
export function contentsOf(model: Model): Workbook {
  return model._exportData(false) as unknown as Workbook
}
