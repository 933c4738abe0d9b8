import { newerVersions, releaseText, type Opened } from '../core/release.ts'
import { release } from './functions.ts'

/** A call with few arguments, written into the bundle when it is built. */
declare const SIMPLEST_CALL: string

/** The menu under Extensions. Before the add-on is enabled in a file, nothing but the menu may be touched here. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open sidebar', 'openCuesheet')
    .addItem('Use functions in this sheet', 'useCuesheet')
    .addItem('Check this spreadsheet', 'checkCuesheet')
    .addItem('Help', 'helpCuesheet')
    .addItem(`Version ${release().version}`, 'versionCuesheet')
    .addToUi()
}

/** A fresh install has its menu at once. */
export function onInstall(): void {
  onOpen()
}

export function openCuesheet(): void {
  show(sidebar())
}

export function helpCuesheet(): void {
  showOpened('Help')
}

export function checkCuesheet(): void {
  showOpened('Check')
}

/** The sidebar on another tab: its page knows of the menu item only what is written into it. */
function showOpened(opened: Opened): void {
  const page = sidebar().getContent().replace('<body>', `<body data-opened="${opened}">`)
  show(HtmlService.createHtmlOutput(page))
}

function sidebar(): GoogleAppsScript.HTML.HtmlOutput {
  return HtmlService.createHtmlOutputFromFile('Sidebar')
}

function show(page: GoogleAppsScript.HTML.HtmlOutput): void {
  SpreadsheetApp.getUi().showSidebar(page.setTitle('Cuesheet'))
}

/** Choosing any menu item enables the add-on in a file, and its functions with it. This one only says so. */
export function useCuesheet(): void {
  const text = `The functions are ready in this file. Type for example ${SIMPLEST_CALL}`
  say(text)
}

/** By its day, a copy that was pasted long ago can be told to be old without a network. */
export function versionCuesheet(): void {
  say(`${releaseText(release())} ${newerVersions(release())}`)
}

function say(text: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, 'Cuesheet', 15)
}
