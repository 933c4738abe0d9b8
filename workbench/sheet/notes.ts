import {
  AbstractCellClipboardHandler,
  CorePlugin,
  coreTypes,
  helpers,
  registries,
  type CellPosition,
  type Model,
  type UIPlugin,
} from '@odoo/o-spreadsheet'
import { addressOf } from '../workbook.ts'
import type { Step } from './action.ts'

/** A note and the cell that carries it, counted from 0. */
export interface Note {
  col: number
  row: number
  note: string
}

/** What the engine’s own form of a sheet holds besides, where there are notes: them by their cells, A1. */
export interface SheetNotes {
  notes?: Record<string, string>
}

interface NoteGetters {
  getNote(position: CellPosition): string
  getNotes(sheetId: string): Note[]
  hasNotes(sheetId: string): boolean
}

const NOTE = 'CUESHEET_NOTE'

/** Teaches the engine notes. Once per page or process, before a workbook is opened. */
export function registerNotes(): void {
  ;(coreTypes as Set<string>).add(NOTE)
  registries.corePluginRegistry.add(NOTE, NotePlugin)
  // To undo, the engine asks what would take a step back, and takes the step itself for what moves nothing.
  registries.inverseCommandRegistry.add(NOTE, (step) => [step])
  registries.clipboardHandlersRegistries.cellHandlers.add(NOTE, NoteClipboard as typeof AbstractCellClipboardHandler)
  const features = registries.featurePluginRegistry
  features.replace('sort', withNotes(features.get('sort') as typeof UIPlugin))
}

/** The note of a cell; "" when it has none. */
export function noteAt(model: Model, position: CellPosition): string {
  return noteOf(model.getters, position)
}

/** The same, for what the engine gives its getters to alone. */
export function noteOf(getters: object, position: CellPosition): string {
  return ofNotes(getters).getNote(position)
}

export function hasNotes(getters: object, sheetId: string): boolean {
  return ofNotes(getters).hasNotes(sheetId)
}

/** All notes of a sheet, row by row. */
export function notesIn(model: Model, sheetId: string): Note[] {
  return ofNotes(model.getters).getNotes(sheetId)
}

/** The step that gives a cell a note in place of the one it has; "" takes that away. */
export function noteStep({ sheetId, col, row }: CellPosition, note: string): Step {
  return { type: NOTE, sheetId, col, row, note: note.replace(/\r\n?/g, '\n') } as unknown as Step
}

/** The engine’s getters, among which it does not know those of other people’s plugins. */
function ofNotes(getters: object): NoteGetters {
  return getters as NoteGetters
}

type Command =
  | ({ type: typeof NOTE } & CellPosition & { note: string })
  | {
      type: 'ADD_COLUMNS_ROWS'
      sheetId: string
      dimension: 'COL' | 'ROW'
      base: number
      quantity: number
      position: 'before' | 'after'
    }
  | { type: 'REMOVE_COLUMNS_ROWS'; sheetId: string; dimension: 'COL' | 'ROW'; elements: number[] }
  | { type: 'DUPLICATE_SHEET'; sheetId: string; sheetIdTo: string }
  | { type: 'DELETE_SHEET'; sheetId: string }

function isNote(command: { type: string }): command is Extract<Command, { note: string }> {
  return command.type === NOTE
}

/** Keeps the notes, and moves them with their cells. */
class NotePlugin extends CorePlugin<NotePlugin> {
  static override getters = ['getNote', 'getNotes', 'hasNotes'] as never[]
  notes: Record<string, Record<string, string>> = {}

  getNote({ sheetId, col, row }: CellPosition): string {
    return this.notes[sheetId]?.[addressOf(col, row)] ?? ''
  }

  hasNotes(sheetId: string): boolean {
    for (const _ in this.notes[sheetId]) return true
    return false
  }

  getNotes(sheetId: string): Note[] {
    return Object.entries(this.notes[sheetId] ?? {})
      .map(([address, note]) => ({ ...helpers.toCartesian(address), note }))
      .sort((a, b) => a.row - b.row || a.col - b.col)
  }

  override allowDispatch(command: { type: string }) {
    const isThere = isNote(command) && this.getNote(command) === command.note
    return (isThere ? 'NoChanges' : 'Success') as ReturnType<CorePlugin['allowDispatch']>
  }

  override handle(known: { type: string }) {
    const command = known as Command
    const { type, sheetId } = command
    if (type === NOTE) {
      // Undefined takes the entry away.
      this.history.update('notes', sheetId, addressOf(command.col, command.row), (command.note || undefined)!)
    } else if (type === 'ADD_COLUMNS_ROWS') {
      const first = command.position === 'before' ? command.base : command.base + 1
      this.move(sheetId, command.dimension, (index) => (index < first ? index : index + command.quantity))
    } else if (type === 'REMOVE_COLUMNS_ROWS') {
      const gone = new Set(command.elements)
      this.move(sheetId, command.dimension, (index) =>
        gone.has(index) ? undefined : index - command.elements.filter((element) => element < index).length,
      )
    } else if (type === 'DUPLICATE_SHEET') {
      const notes = this.notes[sheetId]
      if (notes) this.history.update('notes', command.sheetIdTo, { ...notes })
    } else if (type === 'DELETE_SHEET') {
      this.history.update('notes', sheetId, {})
    }
  }

  /** Gives each note of a sheet its place among the columns or rows from now on, or none. */
  private move(sheetId: string, dimension: 'COL' | 'ROW', place: (index: number) => number | undefined) {
    if (!this.notes[sheetId]) return
    const moved = this.getNotes(sheetId).flatMap(({ col, row, note }) => {
      const index = place(dimension === 'COL' ? col : row)
      if (index === undefined) return []
      return [[dimension === 'COL' ? addressOf(index, row) : addressOf(col, index), note]]
    })
    this.history.update('notes', sheetId, Object.fromEntries(moved) as Record<string, string>)
  }

  override import({ sheets }: { sheets: object[] }) {
    for (const { id, notes } of sheets as ({ id: string } & SheetNotes)[]) if (notes) this.notes[id] = { ...notes }
  }

  override export({ sheets }: { sheets: object[] }) {
    for (const sheet of sheets as ({ id: string } & SheetNotes)[]) {
      const notes = this.notes[sheet.id]
      if (notes && Object.keys(notes).length > 0) sheet.notes = notes
    }
  }
}

interface Copied {
  sheetId: string
  zones: readonly { left: number; right: number; top: number; bottom: number }[]
  notes: string[][]
}

/** Notes go with cells that are cut, copied, or moved by whole columns and rows, which the engine cuts and pastes as well. */
class NoteClipboard extends AbstractCellClipboardHandler<Copied, string> {
  override copy({
    sheetId,
    clippedZones,
    rowsIndexes,
    columnsIndexes,
  }: Parameters<AbstractCellClipboardHandler<Copied, string>['copy']>[0]) {
    const notes = rowsIndexes.map((row) => columnsIndexes.map((col) => noteOf(this.getters, { sheetId, col, row })))
    return { sheetId, zones: clippedZones, notes }
  }

  override paste(
    ...[{ sheetId, zones }, copied, options]: Parameters<AbstractCellClipboardHandler<Copied, string>['paste']>
  ) {
    if (options.pasteOption !== undefined) return
    if (!options.isCutOperation) return this.pasteFromCopy(sheetId, zones, copied.notes)
    const { zones: from } = copied
    for (const { col, row } of ofNotes(this.getters).getNotes(copied.sheetId)) {
      if (from.some((zone) => helpers.isInside(col, row, zone))) this.put({ sheetId: copied.sheetId, col, row }, '')
    }
    this.pasteZone(sheetId, zones[0]!.left, zones[0]!.top, copied.notes)
  }

  override pasteZone(sheetId: string, left: number, top: number, notes: string[][]) {
    notes.forEach((line, row) =>
      line.forEach((note, col) => this.put({ sheetId, col: left + col, row: top + row }, note)),
    )
  }

  private put(position: CellPosition, note: string) {
    if (noteOf(this.getters, position) !== note) putNote(this.dispatch, position, note)
  }
}

function putNote(dispatch: unknown, position: CellPosition, note: string) {
  ;(dispatch as (type: string, payload: object) => void)(NOTE, { ...position, note })
}

/** Sorting writes the contents of cells anew in their new places, in the order in which it has looked at the old ones. */
function withNotes(Sort: typeof UIPlugin): typeof UIPlugin {
  return class extends Sort {
    override handle(command: Parameters<UIPlugin['handle']>[0]) {
      const sorted = command.type === 'SORT_CELLS' && hasNotes(this.getters, command.sheetId)
      if (!sorted) return super.handle(command)
      const { getters, dispatch } = this
      const from: CellPosition[] = []
      const to: CellPosition[] = []
      const getCell: typeof getters.getCell = (position) => {
        from.push(position)
        return getters.getCell(position)
      }
      this.getters = Object.assign(Object.create(getters) as typeof getters, { getCell })
      this.dispatch = ((type: string, payload: CellPosition) => {
        to.push(payload)
        return (dispatch as (type: string, payload: object) => unknown)(type, payload)
      }) as typeof dispatch
      super.handle(command)
      Object.assign(this, { getters, dispatch })
      const notes = from.map((position) => noteOf(this.getters, position))
      to.forEach(({ sheetId, col, row }, i) => putNote(this.dispatch, { sheetId, col, row }, notes[i]!))
    }
  }
}
