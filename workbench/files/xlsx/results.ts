import {
  iterateAstNodes,
  parse,
  type AST,
  type CellPosition,
  type EvaluatedCell,
  type Model,
} from '@odoo/o-spreadsheet'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { givesBlock } from '../../../core/metric.ts'
import { withExcelNames, withLaterPrefixes } from './excelNames.ts'
import { addressOf } from '../../workbook.ts'
import { written } from './xlsxText.ts'

/** Whether formulas are saved, with our functions by their own names or by those that Excel saves them under, or what they show alone. */
export type Keep = 'formulas' | 'excel' | 'values'

/**
 * The XML that ends a cell with what a formula shows in it, for programs that do not know our functions: results in all the
 * cells that they spill over, and errors as errors. A formula that gives one cell is a plain one, which LibreOffice leaves
 * alone, unless it computes with whole ranges, which Excel would cut down to one row.
 */
export function withSavedFormula(
  { type, value, spill, isForeign }: CellResult,
  xml: string | undefined,
  keep: Keep,
): string {
  const own = keep === 'values' || isForeign ? undefined : xml
  const formula = own && withLaterPrefixes(keep === 'excel' ? withExcelNames(own) : own)
  if (formula === undefined) return value === '' ? '/>' : `${type}><v>${value}</v></c>`
  return spill === undefined
    ? `${type}><f>${formula}</f><v>${value}</v></c>`
    : ` cm="1"${type}><f t="array" ref="${spill}">${formula}</f><v>${value}</v></c>`
}

export interface CellResult {
  /** Its type as an attribute, "" for a number. */
  type: string
  value: string
  /** The cells that the formula fills, where it has to be one for several. */
  spill: string | undefined
  /** Whether Excel would take the formula for another one. */
  isForeign: boolean
}

/** What a formula shows in a cell, its own or one that it spills over; undefined for a cell that is none of these. */
export function resultAt({ getters }: Pick<Model, 'getters'>, position: CellPosition): CellResult | undefined {
  const cell = getters.getCell(position)
  const formula = cell?.isFormula ? cell.compiledFormula.toFormulaString(getters) : undefined
  const isOwn = cell !== undefined && (cell.isFormula || cell.content !== '')
  if (formula === undefined && (isOwn || !getters.getArrayFormulaSpreadingOn(position))) return undefined
  const { col, row } = position
  const zone = getters.getSpreadZone(position) ?? { left: col, right: col, top: row, bottom: row }
  const [first, last] = [addressOf(zone.left, zone.top), addressOf(zone.right, zone.bottom)]
  const isArray = formula !== undefined && (first !== last || needsArray(formula))
  const spill = isArray ? (first === last ? first : `${first}:${last}`) : undefined
  const isForeign = formula !== undefined && filtersByMany(formula)
  return { ...typed(getters.getEvaluatedCell(position)), spill, isForeign }
}

/** The engine, as Google Sheets, takes several conditions, and Excel takes the second for what to show where nothing is found. */
function filtersByMany(formula: string): boolean {
  if (!/FILTER\(/i.test(formula)) return false
  const isByMany = (ast: AST) => ast.type === 'FUNCALL' && ast.value.toUpperCase() === 'FILTER' && ast.args.length > 2
  return [...iterateAstNodes(parse(formula))].some(isByMany)
}

function typed({ type, value }: EvaluatedCell): Pick<CellResult, 'type' | 'value'> {
  if (type === 'number') return { type: '', value: String(value) }
  if (type === 'boolean') return { type: ' t="b"', value: value ? '1' : '0' }
  const text = String(value ?? '')
  if (type === 'error') return { type: ' t="e"', value: EXCEL_ERRORS.has(text) ? text : '#VALUE!' }
  return { type: ' t="str"', value: written(text) }
}

/** The errors that a file may hold; those of later versions of Excel stand in it as #VALUE!. */
const EXCEL_ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'])

/**
 * Whether a formula computes with whole ranges, as =SUM(A1:A3*2) does. It does not where every range is given as it is to
 * a function that takes ranges.
 */
function needsArray(formula: string): boolean {
  let ranges = 0
  let taken = 0
  const isRange = (ast: AST) =>
    ast.type === 'ARRAY' ||
    (ast.type === 'REFERENCE' && ast.value.includes(':')) ||
    (ast.type === 'FUNCALL' && givesTable(ast.value))
  const whole = parse(formula)
  for (const ast of iterateAstNodes(whole)) {
    if (isRange(ast)) ranges++
    if (ast.type === 'FUNCALL' && takesRanges(ast.value)) taken += ast.args.filter(isRange).length
  }
  return ranges > taken + (isRange(whole) ? 1 : 0)
}

function givesTable(name: string): boolean {
  const metric = findMetric(name.toUpperCase())
  return metric !== undefined && givesBlock(metric.spec.returns)
}

function takesRanges(name: string): boolean {
  return findMetric(name.toUpperCase()) !== undefined || NATIVE.has(name.toUpperCase())
}

/** Functions of spreadsheets that take ranges as they are. */
const NATIVE = new Set(
  (
    'SUM SUMIF SUMIFS SUMPRODUCT COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS AVERAGE AVERAGEIF AVERAGEIFS MIN MAX MINIFS MAXIFS ' +
    'MEDIAN MODE STDEV STDEV.S STDEV.P VAR VAR.S VAR.P PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE QUARTILE.INC LARGE ' +
    'SMALL RANK CORREL SLOPE INTERCEPT RSQ PRODUCT NPV IRR XNPV XIRR INDEX MATCH VLOOKUP HLOOKUP LOOKUP ROWS COLUMNS ' +
    'SUBTOTAL AND OR CONCATENATE'
  ).split(' '),
)
