import { DATE, GENERAL, numberFormat } from '../metric.ts'
import type { Colour, DrawnCell, PlanColumn } from './book.ts'

/** Light fills and the dark text that is readable on them. */
export const COLOURS: Readonly<Record<Colour, { fill: string; text: string }>> = {
  green: { fill: '#D9EAD3', text: '#274E13' },
  amber: { fill: '#FFF2CC', text: '#7F6000' },
  red: { fill: '#F4CCCC', text: '#990000' },
  grey: { fill: '#EFEFEF', text: '#434343' },
}

/** The shade of the least and of the most. */
export const SHADES = { least: '#FFFFFF', most: '#6AA84F' } as const

/** Excel counts widths and heights in points. */
export const POINTS_PER_PIXEL = 0.75

/** The size of a chart, in pixels. */
export const CHART = { width: 560, height: 320 } as const

/** The text of what people need not look at: still readable on white. */
export const MUTED = '#757575'

/** How a cell of a drawn sheet looks, its letters in points. */
export interface DrawnLook {
  size?: number
  isBold?: boolean
  text?: string
  fill?: string
}

/** The looks of drawn cells, where a host has none of its own. */
export const DRAWN_LOOKS: Readonly<Record<NonNullable<DrawnCell['look']>, DrawnLook>> = {
  title: { size: 18, isBold: true },
  heading: { size: 13, isBold: true },
  head: { isBold: true, fill: COLOURS.grey.fill },
  figure: { size: 20, isBold: true },
  muted: { text: MUTED },
}

/** The number format of a number as it is, for a formula that would take over the per cent or money of the cells it names. */
export const PLAIN = '0.00########'

/** The number format of cells in which all that is typed is a text. */
export const TEXT = '@'

/** The number format of a planned column below its title. */
export function formatOf({ kind, format }: Partial<PlanColumn> & Pick<PlanColumn, 'kind'>): string {
  return format ?? formats[kind]
}

const formats: Readonly<Record<PlanColumn['kind'], string>> = {
  text: TEXT,
  number: GENERAL,
  share: numberFormat({ unit: 'fraction' }),
  money: numberFormat({ unit: 'money' }),
  date: DATE,
  any: GENERAL,
}
