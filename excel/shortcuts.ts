/** What opens the task pane by keys: the manifests name it, and the pane answers to it. */
export const OPEN = { id: 'ShowTaskpane', name: 'Open Cuesheet' }

/**
 * No letters with Ctrl+Alt, which many keyboards type signs with. Browsers have no such use of the digit, and
 * Microsoft’s own example has the same keys on Windows and on the web.
 */
export const OPEN_KEYS = { default: 'Ctrl+Alt+Up', windows: 'Ctrl+Alt+Up', mac: 'Command+Alt+1', web: 'Ctrl+Alt+1' }

/** Where the keys have the ribbon open the pane: Alt, H, Q in Excel. */
export const KEYTIP = 'Q'

/** shortcuts.json, for an Excel that reads the add-in only manifest. */
export function shortcuts(): object {
  return {
    actions: [{ id: OPEN.id, type: 'ExecuteFunction', name: OPEN.name }],
    shortcuts: [{ action: OPEN.id, key: OPEN_KEYS }],
  }
}
