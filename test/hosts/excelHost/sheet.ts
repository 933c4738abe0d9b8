import type { Block } from './address.ts'
import type { Value } from './calculation.ts'

/** What range.formulas tells: a formula, else the value. A text that begins with = is told like a formula. */
export type Content = Value

export interface Cell {
  content: Content
  value: Value
  isFormula: boolean
  /** The cell whose formula fills this one. */
  filledFrom?: string
}

export interface Validation {
  block: Block
  rule?: { list?: { inCellDropDown: boolean; source: string } }
  errorAlert?: { showAlert: boolean; style: string; title: string; message: string }
}

export interface ColourRule {
  block: Block
  type: string
  rule?: { formula1: string; operator: string }
  scale?: { minimum: { type: string; color: string }; maximum: { type: string; color: string } }
  fill?: string
  font?: string
}

/** A sheet. Rules and colours stay where they are when rows or columns move, unlike in Excel. */
export interface Sheet {
  id: string
  name: string
  visibility: string
  isProtected: boolean
  cells: Map<string, Cell>
  /** Number formats other than General. */
  formats: Map<string, string>
  /** By column, in points. */
  widths: Map<number, number>
  frozenRows: number
  frozenColumns: number
  bold: Block[]
  letters: { block: Block; colour: string }[]
  fills: { block: Block; colour: string }[]
  /** Of letters, in points. */
  sizes: { block: Block; size: number }[]
  wrapped: Block[]
  validations: Validation[]
  colourRules: ColourRule[]
  /** Where a title stands, by cell. */
  aligned: Map<string, string>
  charts: Chart[]
  /** By cell. */
  notes: Map<string, string>
  page: {
    orientation: string
    zoom: { horizontalFitToPages?: number; verticalFitToPages?: number; scale?: number }
    /** The first and the last one that is repeated on each page. */
    titleRows: [number, number] | null
    hasGridlines: boolean
  }
}

/** A chart, measured in points. */
export interface Chart {
  id: string
  type: string
  title: string
  legend: string
  left: number
  top: number
  width: number
  height: number
  series: { name: string; values: string; labels: string; type?: string; axis?: string }[]
  formats: Record<string, string>
  isReversed: boolean
}

export function emptySheet(id: string, name: string): Sheet {
  return {
    id,
    name,
    visibility: 'Visible',
    isProtected: false,
    cells: new Map(),
    formats: new Map(),
    widths: new Map(),
    frozenRows: 0,
    frozenColumns: 0,
    bold: [],
    letters: [],
    fills: [],
    sizes: [],
    wrapped: [],
    validations: [],
    colourRules: [],
    aligned: new Map(),
    charts: [],
    notes: new Map(),
    page: { orientation: 'Portrait', zoom: { scale: 100 }, titleRows: null, hasGridlines: true },
  }
}
