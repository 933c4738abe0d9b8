import { metricNames } from '../../../core/catalogue/catalogue.ts'
import { isOurs } from '../../../core/catalogue/ours.ts'
import { VERSION_FUNCTION } from '../../../core/release.ts'

/** What Excel puts before the name of an add-in's function when it saves a workbook. */
const PREFIX = '_xldudf_'

/** The XML of a sheet with our functions by their names: NPS(…) for _xldudf_NPS(…), or _xldudf_CUE_NPS(…) with a prefix. */
export function withOwnNames(sheet: string): string {
  return sheet.replace(new RegExp(`${PREFIX}([A-Z0-9_]+)`, 'gi'), (name, saved: string, at: number) => {
    if (sheet[at + name.length] !== '(') return name
    const ours = [...metricNames(), VERSION_FUNCTION].filter((one) => saved === one || saved.endsWith(`_${one}`))
    // LTV_CAC is a function of ours, and not CAC with the prefix LTV.
    return ours.reduce((longest, one) => (one.length > longest.length ? one : longest), '') || name
  })
}

/** What Excel puts in a file before functions that came after its format: _xlfn.MAXIFS(…), _xlfn._xlws.FILTER(…). */
const LATER = /_xlfn\.(?:_xlws\.)?(?=[a-z][a-z0-9.]*\()/gi

/** The XML of a sheet with such functions by their names. The engine itself takes what stands before the first of a formula away. */
export function withLaterNames(sheet: string): string {
  return sheet.replace(LATER, '')
}

/** A formula, as it stands in XML, with what Excel puts before functions that the engine writes by their names alone. */
export function withLaterPrefixes(formula: string): string {
  return formula.replace(PARTS, (part) =>
    /^(?:FILTER|SORT)$/i.test(part) ? `_xlfn._xlws.${part.toUpperCase()}` : part,
  )
}

/** Texts and names of sheets, as they stand in XML, or the name of a function. */
const PARTS = /(?:"|&quot;)(?:(?!"|&quot;)[^])*(?:"|&quot;)|'[^']*'|[a-z][a-z0-9_.]*(?=\()/gi

/** A formula, as it stands in XML, with our functions by the names that Excel saves: _xldudf_NPS(…). */
export function withExcelNames(formula: string): string {
  return formula.replace(PARTS, (part) => (isOurs(part.toUpperCase()) ? PREFIX + part.toUpperCase() : part))
}
