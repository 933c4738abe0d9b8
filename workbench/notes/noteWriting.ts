import type { Model } from '@odoo/o-spreadsheet'
import type { Bar } from '../bar.ts'
import { act } from '../sheet/action.ts'
import { noteAt, noteStep } from '../sheet/notes.ts'
import { addressOf } from '../workbook.ts'
import type { NoteMenus } from './noteCard.ts'

/** What the writing of a note needs of the page. */
interface Desk {
  model(): Model
  bar: Bar
  /** Puts what is being typed into its cell. */
  finishTyping(): void
  /** Resolves once the page has been drawn. */
  painted(): Promise<void>
  focusGrid(): void
}

/** Writes the note of the cell in front, as a person asks for it. */
export function noteWriting({ model, bar, finishTyping, painted, focusGrid }: Desk): NoteMenus {
  const put = (to: Model, { sheetId, col, row }: ReturnType<typeof inFront>, note: string) =>
    act(to, to.getters.getSheetName(sheetId), [noteStep({ sheetId, col, row }, note)])
  return {
    async edit() {
      finishTyping()
      // A menu gives the keys back to the grid as it closes.
      await painted()
      // Another workbook may take the place of this one while its note is written.
      const own = model()
      const cell = inFront(own)
      const words = await bar.write(`Note on ${addressOf(cell.col, cell.row)}:`, noteAt(own, cell))
      if (words !== undefined) put(own, cell, words.trim() === '' ? '' : words)
      focusGrid()
    },
    remove() {
      put(model(), inFront(model()), '')
    },
  }
}

function inFront({ getters }: Model) {
  return getters.getActivePosition()
}

/** Calls `edit` for Shift+F2 in the grid. */
export function onNoteKey(grid: HTMLElement, edit: () => void): void {
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F2' || !event.shiftKey || !grid.contains(document.activeElement)) return
      event.preventDefault()
      event.stopPropagation()
      edit()
    },
    true,
  )
}
