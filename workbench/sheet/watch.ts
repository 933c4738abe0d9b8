import { isCoreCommand, type Model } from '@odoo/o-spreadsheet'
import type { SheetContent } from '../../core/sheet/book.ts'
import { valueAt } from './content.ts'

export interface Watcher {
  sheet: string
  /** Calls once all that happens now has happened. */
  tell(): void
}

/** Whether a formula shows something else than it did, or a new one shows anything. */
export function formulasDiffer(model: Model, sheetId: string, { values, formulas }: SheetContent): boolean {
  return formulas.some((line, row) =>
    line.some((formula, col) => formula !== '' && valueAt(model, { sheetId, col, row }) !== values[row]![col]),
  )
}

/** Tells once of all that happens at once and `matters`, and of another workbook. */
export function listen(
  model: () => Model,
  openings: EventTarget,
  matters: (command: Command) => boolean,
  tell: () => void,
) {
  const listener = {}
  let watched: Model
  let isDue = false
  const begin = () => {
    watched = model()
    watched.on('command-dispatched', listener, ((command: Command) => {
      isDue ||= matters(command)
    }) as (command: object) => void)
    watched.on('update', listener, () => {
      if (isDue) tell()
      isDue = false
    })
  }
  const end = () => {
    watched.off('command-dispatched', listener)
    watched.off('update', listener)
  }
  const follow = () => {
    end()
    begin()
    tell()
  }
  begin()
  openings.addEventListener('open', follow)
  return () => {
    end()
    openings.removeEventListener('open', follow)
  }
}

/** Tells of another selection, in whatever workbook is open. */
export function listenToSelection(model: () => Model, openings: EventTarget, tell: () => void): () => void {
  const listener = {}
  let watched: Model
  let before: string
  const selected = () => {
    const { getters } = watched
    return JSON.stringify([getters.getActiveSheetId(), getters.getSelectedZone()])
  }
  const begin = () => {
    watched = model()
    before = selected()
    watched.on('update', listener, () => {
      const now = selected()
      if (now === before) return
      before = now
      tell()
    })
  }
  const follow = () => {
    watched.off('update', listener)
    begin()
    tell()
  }
  begin()
  openings.addEventListener('open', follow)
  return () => {
    watched.off('update', listener)
    openings.removeEventListener('open', follow)
  }
}

type Command = Parameters<typeof isCoreCommand>[0]

/** A change elsewhere may change what the formulas of the sheet show. */
export function mayChange({ getters }: Model, sheet: string, command: Command): boolean {
  if (!isCoreCommand(command)) return ['UNDO', 'REDO', 'EVALUATE_CELLS'].includes(command.type)
  const sheetId = getters.getSheetIdByName(sheet)
  if (sheetId === undefined || !('sheetId' in command) || command.sheetId === sheetId) return true
  return getters.getCells(sheetId).some(({ isFormula }) => isFormula)
}
