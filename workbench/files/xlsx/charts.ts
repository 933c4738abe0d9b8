import type { Model } from '@odoo/o-spreadsheet'
import { withElements, written } from './xlsxText.ts'

/** The XML of a chart with the values of its ranges in it, which some programs draw it from. */
export function withCaches(xml: string, model: Model): string {
  const filled = (element: 'c:numRef' | 'c:strRef', cache: 'c:numCache' | 'c:strCache') => (text: string) =>
    withElements(text, element, (reference) => {
      const range = /<c:f>([^<]*)<\/c:f>/.exec(reference)
      const points = range && pointsOf(model, unescaped(range[1]!), cache === 'c:numCache')
      if (!points) return reference
      return `<${element}>${range[0]}<${cache}>${points}</${cache}></${element}>`
    })
  return filled('c:strRef', 'c:strCache')(filled('c:numRef', 'c:numCache')(xml))
}

/** The values of a range in order; those that are no numbers are left out among numbers. */
function pointsOf({ getters }: Model, reference: string, areNumbers: boolean): string | undefined {
  const { sheetId, zone, invalidXc } = getters.getRangeFromSheetXC(getters.getActiveSheetId(), reference)
  if (invalidXc !== undefined) return undefined
  const points: string[] = []
  let count = 0
  for (let row = zone.top; row <= zone.bottom; row++) {
    for (let col = zone.left; col <= zone.right; col++, count++) {
      const { type, value, formattedValue } = getters.getEvaluatedCell({ sheetId, col, row })
      if (type === 'empty' || (areNumbers && type !== 'number')) continue
      points.push(`<c:pt idx="${count}"><c:v>${written(areNumbers ? String(value) : formattedValue)}</c:v></c:pt>`)
    }
  }
  const format = areNumbers ? '<c:formatCode>General</c:formatCode>' : ''
  return `${format}<c:ptCount val="${count}"/>${points.join('')}`
}

function unescaped(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!,
  )
}
