import type { Style } from '@odoo/o-spreadsheet'
import { HEADER } from '../styles.ts'
import type { Formula } from '../workbook.ts'

export const MONEY = '#,##0.00'
export const PERCENT = '0.0%'
export const ONE_DECIMAL = '0.0'

export const TITLE: Style = { bold: true, fontSize: 18, textColor: '#1d2733', verticalAlign: 'middle' }
export const SOFT: Style = { textColor: '#5b6775' }
export const SECTION: Style = { bold: true, fillColor: '#e8f1f8', textColor: '#0b4a86', verticalAlign: 'middle' }
export const NUMBER_HEADER: Style = { ...HEADER, align: 'right' }
export const INPUT: Style = { textColor: '#0b5cad', fillColor: '#f5f9fd' }
export const RESULT: Style = { bold: true, textColor: '#1d2733' }

/** A formula in a sheet plan. */
export const formula = (text: string): Formula => ({ formula: text })
