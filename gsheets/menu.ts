/** A call with few arguments, written into the bundle when it is built. */
declare const SIMPLEST_CALL: string

/** The menu under Extensions. Before the add-on is enabled in a file, nothing but the menu may be touched here. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open sidebar', 'openCuesheet')
    .addItem('Use functions in this sheet', 'useCuesheet')
    .addToUi()
}

/** A fresh install has its menu at once. */
export function onInstall(): void {
  onOpen()
}

export function openCuesheet(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Cuesheet'))
}

/** Choosing any menu item enables the add-on in a file, and its functions with it. This one only says so. */
export function useCuesheet(): void {
  const text = `The functions are ready in this file. Type for example ${SIMPLEST_CALL}`
  SpreadsheetApp.getActiveSpreadsheet().toast(text, 'Cuesheet', 15)
}
