import type { CellValue, NewCell } from '../sheet/book.ts'
import { readDate } from '../reading/texts/dates.ts'
import { readNumber } from '../reading/texts/numbers.ts'
import { referencesIn } from '../sheet/references.ts'
import { isoText } from '../statistics/time/calendar.ts'
import type { Column } from './plan.ts'

/** What a person has typed into a field, as the cell it comes to, or the sentence that says why it is none. */
export type Typed = { cell: NewCell } | { problem: string }

/** A number or day is read where the text leaves no doubt; all else is text. */
export function typedCell(column: TypedColumn, text: string): Typed {
  const written = text.trim()
  if (written === '') return { cell: null }
  if (column.ofCells) return namedCells(column.title, column.ofCells, written)
  if (column.kind === 'any') {
    const read = readNumber(written)
    return { cell: read.kind === 'number' ? read.value : text }
  }
  if (column.kind === 'date') return typedDay(column.title, written)
  if (column.kind === 'number' || column.kind === 'share' || column.kind === 'money') {
    return typedNumber(column, written)
  }
  return { cell: text }
}

type TypedColumn = Pick<Column, 'title' | 'kind' | 'ofCells'>

/** The formula over the cells that a person names, such as Survey!A:A. */
function namedCells(title: string, formula: string, text: string): Typed {
  if (!areCells(text)) {
    return {
      problem: `${title} “${text}” names no cells. Select the column and choose “Use selection”, or type Survey!A:A.`,
    }
  }
  return { cell: { formula: formula.replace('{{cells}}', () => text) } }
}

/** Whether a text is a cell, a block or a column, and nothing else. A formula would take {{ for a title. */
function areCells(text: string): boolean {
  const [first, end, ...others] = referencesIn(`=${text}`)
  if (!first || others.length > 0 || text.includes('{{')) return false
  if (end && (!end.isEnd || end.text === '')) return false
  const last = end ?? first
  return first.from - first.sheet.length === 1 && last.from + last.text.length === text.length + 1
}

/** The cells that a formula was made over; "" where it is another formula. */
export function cellsNamed(ofCells: string, formula: string): string {
  const [before, after] = ofCells.split('{{cells}}') as [string, string]
  const isIts = formula.startsWith(before) && formula.endsWith(after)
  return isIts ? formula.slice(before.length, formula.length - after.length) : ''
}

function typedNumber({ title, kind }: Pick<Column, 'title' | 'kind'>, text: string): Typed {
  const read = readNumber(text)
  if (read.kind === 'number') {
    if (kind === 'share' && !read.percent && read.value > 1) {
      return { problem: `${title} is a share: type ${text}% or ${read.value / 100}.` }
    }
    return { cell: read.value }
  }
  if (read.kind === 'either') {
    return { problem: `${title} “${text}” may be ${read.point} or ${read.comma}: type it without the mark.` }
  }
  return { problem: `${title} “${text}” is no number. Type digits, such as ${kind === 'share' ? '85%' : '12'}.` }
}

function typedDay(title: string, text: string): Typed {
  const read = readDate(text)
  if (read.kind === 'date') return { cell: read.serial }
  const days = read.kind === 'either' ? [read.dayFirst, read.monthFirst].filter((day) => !Number.isNaN(day)) : []
  if (days.length === 1) return { cell: days[0]! }
  return days.length > 1
    ? {
        problem: `${title} “${text}” may be ${days.map((day) => isoText(Math.floor(day))).join(' or ')}: type it like that.`,
      }
    : { problem: `${title} “${text}” is no date. Type one, such as 2026-03-01.` }
}

/** What a cell says, as one types it. */
export function typedText({ kind }: Pick<Column, 'kind'>, value: CellValue): string {
  if (value === null) return ''
  if (typeof value !== 'number') return String(value)
  if (kind === 'date') return isoText(Math.floor(value))
  return kind === 'share' ? `${Number((value * 100).toPrecision(12))}%` : String(value)
}
