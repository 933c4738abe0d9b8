import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'

/** What Excel puts before the name of an add-in's function when it saves a workbook. */
const PREFIX = '_xldudf_'

/** The XML of a sheet with our functions by their names: NPS(…) for _xldudf_NPS(…), or _xldudf_CUE_NPS(…) with a prefix. */
export function withOwnNames(sheet: string): string {
  return sheet.replace(new RegExp(`${PREFIX}([A-Z0-9_]+)`, 'gi'), (name, saved: string, at: number) => {
    if (sheet[at + name.length] !== '(') return name
    const names = catalogue().map(({ spec }) => spec.name)
    const ours = names.filter((one) => saved === one || saved.endsWith(`_${one}`))
    // LTV_CAC is a function of ours, and not CAC with the prefix LTV.
    return ours.reduce((longest, one) => (one.length > longest.length ? one : longest), '') || name
  })
}

/** A formula, as it stands in XML, with our functions by the names that Excel saves: _xldudf_NPS(…). */
export function withExcelNames(formula: string): string {
  const parts = /(?:"|&quot;)(?:(?!"|&quot;)[^])*(?:"|&quot;)|'[^']*'|[a-z][a-z0-9_.]*(?=\()/gi
  return formula.replace(parts, (part) => (findMetric(part.toUpperCase()) ? PREFIX + part.toUpperCase() : part))
}
