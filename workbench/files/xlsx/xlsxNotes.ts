import type { Model } from '@odoo/o-spreadsheet'
import type { Note } from '../../sheet/notes.ts'
import { addressOf } from '../../workbook.ts'
import type { Parts } from '../zip.ts'
import { attribute, decoded, elements, textOf, withoutSections, written } from './xlsxText.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = '[Content_Types].xml'

/** The notes of a sheet by its file among those of an .xlsx, by their cells. Of threads of comments, what stands there for older programs. */
export function notesOf(files: Readonly<Record<string, string>>, sheet: string): Record<string, string> {
  const part = noteParts(files[relationsOf(sheet)] ?? '', sheet).find((path) => path in files)
  if (part === undefined) return {}
  const notes = elements(withoutSections(files[part]!), 'comment').map((comment) => [
    attribute(comment.slice(0, comment.indexOf('>')), 'ref') ?? '',
    textOf(comment),
  ])
  return Object.fromEntries(notes.filter(([cell, note]) => /^[A-Z]+\d+$/.test(cell!) && note !== ''))
}

function noteParts(relations: string, sheet: string): string[] {
  return elements(relations, 'Relationship')
    .filter((relation) => /\/comments$/.test(attribute(relation, 'Type') ?? ''))
    .map((relation) => new URL(decoded(attribute(relation, 'Target') ?? ''), `http://parts/${sheet}`).pathname.slice(1))
}

function relationsOf(sheet: string): string {
  return sheet.replace(/[^/]*$/, '_rels/$&.rels')
}

/** A sheet with notes, and where it stands in the file. */
export interface SavedSheet {
  path: string
  sheetId: string
  notes: readonly Note[]
}

/** Adds the notes of the sheets to a packed workbook, as Excel keeps them: their texts, and the boxes that show these. */
export function addNotes(parts: Parts, model: Model, sheets: readonly SavedSheet[]): void {
  let count = 0
  let boxes = 0
  for (const { path, sheetId, notes } of sheets) {
    const [texts, shapes] = [`comments${++count}.xml`, `drawings/vmlDrawing${count}.vml`]
    parts.set(`xl/${texts}`, textsXml(notes))
    parts.set(`xl/${shapes}`, shapesXml(notes, boxes, model, sheetId))
    // Their numbers go by thousands, of which each belongs to one sheet.
    boxes += 1 + Math.floor(notes.length / BOXES)
    addRelations(parts, relationsOf(path), [
      ['rIdNotes', `${OFFICE}/comments`, `../${texts}`],
      [SHAPES, `${OFFICE}/vmlDrawing`, `../${shapes}`],
    ])
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
    putBefore(parts, TYPES, '</Types>', `<Override PartName="/xl/${texts}" ContentType="${type}"/>`)
  }
  if (count === 0) return
  const type = 'application/vnd.openxmlformats-officedocument.vmlDrawing'
  putBefore(parts, TYPES, '</Types>', `<Default Extension="vml" ContentType="${type}"/>`)
}

const SHAPES = 'rIdNoteShapes'

/** The XML of a sheet with its notes named in it, in the one place where Excel takes that. */
export function withNotes(xml: string): string {
  return before(xml, xml.includes('<tableParts') ? '<tableParts' : '</worksheet>', `<legacyDrawing r:id="${SHAPES}"/>`)
}

function addRelations(
  parts: Parts,
  path: string,
  relations: readonly (readonly [id: string, type: string, target: string])[],
) {
  if (!parts.has(path)) {
    parts.set(
      path,
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    )
  }
  const added = relations.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  putBefore(parts, path, '</Relationships>', added.join(''))
}

/** Puts XML into a file before its last tag of those. */
export function putBefore(parts: Parts, path: string, tag: string, more: string): void {
  parts.set(path, before(parts.get(path) as string, tag, more))
}

function before(xml: string, tag: string, more: string): string {
  const at = xml.lastIndexOf(tag)
  return xml.slice(0, at) + more + xml.slice(at)
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const FONT = '<rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>'

function textsXml(notes: readonly Note[]): string {
  const comments = notes.map(
    ({ col, row, note }) =>
      `<comment ref="${addressOf(col, row)}" authorId="0"><text><r>${FONT}<t xml:space="preserve">${written(note)}</t></r></text></comment>`,
  )
  return `${XML}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author></author></authors><commentList>${comments.join('')}</commentList></comments>`
}

/** How many shapes of a drawing there are to each number that it is given. */
const BOXES = 1024

function shapesXml(notes: readonly Note[], before: number, model: Model, sheetId: string): string {
  const numbers = Array.from({ length: 1 + Math.floor(notes.length / BOXES) }, (_, i) => before + i + 1)
  const shapes = notes.map((note, i) => shapeXml(note, numbers[0]! * BOXES + i + 1, anchorOf(note, model, sheetId)))
  return (
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${numbers.join(',')}"/></o:shapelayout>` +
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>` +
    `${shapes.join('')}</xml>`
  )
}

function shapeXml({ col, row }: Note, id: number, anchor: readonly number[]): string {
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    `<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>` +
    `<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${col}</x:Column></x:ClientData></v:shape>`
  )
}

const WIDTH = 240
const LINE = 15
const LETTERS_IN_A_LINE = 36
/** Excel does not scroll in a note: a box that is larger would not fit on a screen either. */
const MOST_HEIGHT = 600

/** The box of a note, beside its cell and as high as its lines: the cells of two corners, and how far in them these are. */
function anchorOf({ col, row, note }: Note, { getters }: Model, sheetId: string): number[] {
  const lines = note.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / LETTERS_IN_A_LINE), 0)
  const width = (index: number) => (index < getters.getNumberCols(sheetId) ? getters.getColSize(sheetId, index) : 96)
  const height = (index: number) => (index < getters.getNumberRows(sheetId) ? getters.getRowSize(sheetId, index) : 23)
  const [right, inRight] = placeAt(col + 1, 15 + WIDTH, width)
  const [bottom, inBottom] = placeAt(row, 2 + Math.min(MOST_HEIGHT, 20 + LINE * lines), height)
  return [col + 1, 15, row, 2, right, inRight, bottom, inBottom]
}

/** The column or row that is so many pixels after the start of another one, and how far it is within. */
function placeAt(start: number, distance: number, sizeOf: (index: number) => number): [index: number, within: number] {
  let [index, left] = [start, distance]
  while (left >= sizeOf(index)) left -= sizeOf(index++)
  return [index, Math.round(left)]
}
