import { catalogue } from '../core/catalogue/catalogue.ts'
import type { Spec } from '../core/metric.ts'
import { sampleCall } from '../core/catalogue/reference.ts'

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
  const text = `The functions are ready in this file. Type for example ${simplestCall()}`
  SpreadsheetApp.getActiveSpreadsheet().toast(text, 'Cuesheet', 15)
}

/** A call with as few arguments as there are, so that no separator depends on the locale. */
function simplestCall(): string {
  const required = ({ args }: Spec) => args.filter(({ optional }) => !optional).length
  const specs = catalogue().map(({ spec }) => spec)
  return sampleCall(specs.reduce((simplest, spec) => (required(spec) < required(simplest) ? spec : simplest)))
}
