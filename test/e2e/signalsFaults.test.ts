import { signalsFaults } from './signalsFaults.ts'
import { openWorkbench } from './workbenchPage.ts'

signalsFaults('the workbench', false, async () => {
  const { page, frame, failures, close } = await openWorkbench()
  /** Lets a person do something to the sheet of the matrix. */
  const act = (what: 'LOCK_SHEET' | 'UNLOCK_SHEET' | 'HIDE_SHEET' | 'DELETE_SHEET') =>
    page.evaluate((type) => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Signals')!
      // Only a sheet that is not in front can be hidden.
      const sheetIdTo = model.getters.getSheetIdByName('Survey')!
      if (type === 'HIDE_SHEET') model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: sheetId, sheetIdTo })
      if (type === 'DELETE_SHEET') model.dispatch(type, { sheetId, sheetName: 'Signals' })
      else model.dispatch(type, { sheetId })
    }, what)
  return {
    side: { page, frame, host: 'workbench' },
    content: (cell) =>
      page.evaluate((cell) => {
        const { getters } = window.cuesheet.model
        const sheetId = getters.getSheetIdByName('Signals') ?? getters.getSheetIdByName('Our cues')
        if (sheetId === undefined) return null
        const { zone } = getters.getRangeFromSheetXC(sheetId, cell)
        return String(getters.getEvaluatedCell({ sheetId, col: zone.left, row: zone.top }).value ?? '')
      }, cell),
    breakNextWrite: () =>
      page.evaluate(() => {
        const { model } = window.cuesheet
        // A part of the engine that breaks once, when a cell was written and the others were not yet.
        const { handlers } = model as unknown as { handlers: { handle(command: { type: string }): void }[] }
        const last = handlers.at(-1)!
        const { handle } = last
        last.handle = (command) => {
          handle.call(last, command)
          if (command.type !== 'UPDATE_CELL') return
          last.handle = handle
          throw new Error('out of order')
        }
      }),
    protect: (isProtected) => act(isProtected ? 'LOCK_SHEET' : 'UNLOCK_SHEET'),
    rename: (oldName, newName) =>
      page.evaluate(
        ({ oldName, newName }) => {
          const { model } = window.cuesheet
          const sheetId = model.getters.getSheetIdByName(oldName)!
          model.dispatch('RENAME_SHEET', { sheetId, oldName, newName })
        },
        { oldName, newName },
      ),
    remove: () => act('DELETE_SHEET'),
    hide: () => act('HIDE_SHEET'),
    isHidden: () =>
      page.evaluate(() => {
        const { getters } = window.cuesheet.model
        return !getters.isSheetVisible(getters.getSheetIdByName('Signals')!)
      }),
    hearsAtOnce: true,
    errors: () => failures,
    close,
  }
})
