import type { UIPlugin } from '@odoo/o-spreadsheet'

/** A workbook as the engine is about to write it. */
export type Outgoing = Parameters<UIPlugin['exportForExcel']>[0]
export type OutgoingSheet = Outgoing['sheets'][number]
