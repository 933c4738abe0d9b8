/** What Code.js can reach: the functions of the cells through `call`, and the entry points by their own names. */
export { cuesheetBook } from './book.ts'
export { call } from './functions.ts'
export { checkCuesheet, helpCuesheet, onInstall, onOpen, openCuesheet, useCuesheet, versionCuesheet } from './menu.ts'
