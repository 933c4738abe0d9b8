import { components, Model, Spreadsheet } from '@odoo/o-spreadsheet'
import { App, Component, xml } from '@odoo/owl'
import type { Book } from '../core/sheet/book.ts'
import type { Release } from '../core/release.ts'
import { today } from '../core/sidebar/today.ts'
import { registerActions } from './sheet/action.ts'
import { registerNotes } from './sheet/notes.ts'
import { barIn } from './bar.ts'
import { workbenchBook } from './book.ts'
import { registerLoading } from './loading/loading.ts'
import { onDrop } from './drop.ts'
import { showNotes } from './notes/noteCard.ts'
import { noteWriting, onNoteKey } from './notes/noteWriting.ts'
import { checkRoom, rowsOf } from './files/limits.ts'
import { openFile, type Desk } from './files/openFile.ts'
import { printOnPaper } from './paper/paper.ts'
import { CANCELLED, openingOf, type Opening } from './files/opening.ts'
import { pauses } from './files/steps.ts'
import { registerFunctions, registerVersion } from './functions.ts'
import { contentsOf, revisionOf } from './revision.ts'
import { companyAsOf } from './sample/company/asOf.ts'
import { addSheet, blankWorkbook, filledCells, type Workbook } from './workbook.ts'
import { registerXlsx, writeXlsx } from './files/xlsx/xlsx.ts'
import { takeTypingAsMeant } from './typing.ts'

declare const RELEASE: string

declare global {
  interface Window {
    /** For the sidebar's frame, and for people who like the console. */
    cuesheet: { model: Model; book: Book; nextPane(event: KeyboardEvent): void; undo(): void; redo(): void }
  }
}

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const notice = element('notice')
/** What is happening, which is announced, and how far it is, which changes too often for that. */
const [words, progress] = notice.querySelectorAll('span')
const sidebar = element<HTMLIFrameElement>('side')
const picker = element<HTMLInputElement>('file')
const nameField = element<HTMLInputElement>('name')
const backButton = element<HTMLButtonElement>('back')
const cancelButton = element<HTMLButtonElement>('cancel')
const bar = barIn(element('question'))
/** Tells of a workbook that took another one's place. */
const openings = new EventTarget()

/** A workbook that is open, and the name it would be saved under. */
interface Opened {
  model: Model
  name: string
  /** Whether it was worked on before the model took the place of another one, whose steps cannot be undone in it. */
  changed?: boolean
  /** The revision that was saved last. */
  saved?: string
}

/** Whether something was done in it that is in no file. */
function isChanged({ model, changed, saved }: Opened): boolean {
  if (saved !== undefined) return revisionOf(model) !== saved
  return changed || model.getters.canUndo()
}

let app: App | undefined
let templates = ''
let opened: Opened
let replaced: Opened | undefined
let opening: Opening | undefined
const pause = pauses()
/** The saving that is under way. */
let saving: Promise<void> | undefined

start().catch(fail)

async function start() {
  registerFunctions()
  registerVersion(JSON.parse(RELEASE) as Release)
  registerActions()
  registerNotes()
  registerXlsx()
  registerLoading()
  const notes = noteWriting({ model: () => opened.model, bar, finishTyping, painted, focusGrid })
  showNotes({ edit: orExplain(notes.edit), remove: orExplain(notes.remove) })
  showHelpAtOnce()
  takeTypingAsMeant()
  templates = await (await fetch('lib/o_spreadsheet.xml')).text()
  const company = (await (await fetch('sample.json')).json()) as Workbook
  const sample = () => ({ model: new Model(companyAsOf(company, today())), name: 'sample' })
  await show(sample())
  sidebar.src = 'sidebar.html'

  nameField.addEventListener('change', rename)
  nameField.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') nameField.value = opened.name
    if (key === 'Escape' || key === 'Enter') nameField.blur()
  })
  onClick('open', () => picker.click())
  picker.addEventListener('change', () => {
    void openOrExplain(picker.files?.[0])
    // The same file can be chosen again.
    picker.value = ''
  })
  onDrop((file) => void openOrExplain(file))
  onClick('save', () => save())
  onClick('save-as', saveAs)
  onClick('new', () => replaceBy({ model: new Model(blankWorkbook()), name: 'workbook' }))
  onClick('sample', () => replaceBy(sample()))
  onClick('back', () => replaced && replaceBy(replaced))
  onClick('cancel', cancelOpening)
  element('toggle').addEventListener('click', toggleSidebar)
  // The workbook lives in this page alone.
  addEventListener('beforeunload', (event) => {
    finishTyping()
    if ([opened, replaced].some((one) => one && isChanged(one))) event.preventDefault()
  })
  // Before the grid gets it.
  addEventListener('keydown', (event) => event.key === 'F6' && nextPane(event), true)
  addEventListener('keydown', (event) => event.key === 'Escape' && !bar.isAsking() && cancelOpening(), true)
  // As in other spreadsheets, and before the grid gets it.
  onNoteKey(element('grid'), orExplain(notes.edit))
  document.body.dataset.ready = 'true'
}

/** Puts a workbook in place of the one that is open, which can be brought back. False when a person would rather not. */
async function replaceBy(next: Opened): Promise<boolean> {
  finishTyping()
  const before = opened
  const isLost = replaced && next !== replaced && isChanged(replaced)
  // What nobody has worked on takes nothing's place.
  if (isLost && isChanged(before) && !confirm(`What you did in “${replaced!.name}” before will be lost. Go on?`))
    return false
  openings.dispatchEvent(new Event('replace'))
  await show(next)
  if (!isLost || isChanged(before)) replaced = before
  backButton.textContent = `Bring back ${replaced!.name}`
  backButton.hidden = false
  return true
}

async function show(next: Opened) {
  const { model } = next
  // Beside the sidebar there is less room than the engine wants for its menus, and they fit all the same.
  const env = { isSmall: false }
  const nextApp = new App(Root, { props: { model }, env, warnIfNoStaticProps: false })
  nextApp.addTemplates(templates)
  // Its listeners on the window go only this way, and its elements must not be removed before them.
  app?.destroy()
  app = nextApp
  opened = next
  nameField.value = next.name
  window.cuesheet ??= {
    model,
    book: workbenchBook(() => opened.model, openings, printOnPaper),
    nextPane,
    undo: () => void opened.model.dispatch('REQUEST_UNDO'),
    redo: () => void opened.model.dispatch('REQUEST_REDO'),
  }
  window.cuesheet.model = model
  openings.dispatchEvent(new Event('open'))
  await nextApp.mount(element('grid'))
  model.joinSession()
  say('')
}

/** One file at a time: the next one takes the place of one that is still being opened. */
async function openOrExplain(file: File | undefined) {
  if (!file) return
  cancelOpening()
  const mine = openingOf((howFar) => say(`Opening ${file.name}…`, howFar))
  opening = mine
  cancelButton.hidden = false
  try {
    await openFile(file, mine, desk)
  } catch (error) {
    if (opening !== mine) return
    if (error === CANCELLED) say(`${file.name} was not opened`)
    else fail(new Error(`${file.name} cannot be opened: ${reasonOf(error)}`))
  } finally {
    if (opening === mine) endOpening()
  }
}

function cancelOpening() {
  if (!opening) return
  opening.cancel()
  bar.close()
  say('Cancelling…')
}

function endOpening() {
  opening = undefined
  cancelButton.hidden = true
}

/** Where what is in files goes. */
const desk: Desk = {
  say,
  bar,
  painted,
  open: (data, name) => replaceBy({ model: new Model(data), name }),
  add: async (plans, filled) => {
    finishTyping()
    const workbook = contentsOf(opened.model)
    checkRoom(filledCells(workbook), filled)
    const sheetIds = plans.map((plan) => addSheet(workbook, plan))
    const model = new Model(workbook)
    model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: sheetIds[0]! })
    await show({ model, name: opened.name, changed: isChanged(opened) })
  },
}

class Root extends Component {
  static override template = xml`<div class="w-100 h-100 position-absolute"><Spreadsheet model="props.model" notifyUser="notify" raiseError="explain" askConfirmation="confirm" colorScheme="colorScheme"/></div>`
  static components = { Spreadsheet }
  static override props = ['model']
  colorScheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  notify = ({ text }: { text: string }) => say(text)
  explain = (text: string, callback?: () => void) => {
    fail(new Error(text))
    callback?.()
  }
  // What the engine would ask about can be undone.
  confirm = (_text: string, confirmed: () => void) => confirmed()
}

/** The engine folds the help about arguments away behind an arrow. */
function showHelpAtOnce() {
  const { FunctionDescriptionProvider } = components.Composer.components
  FunctionDescriptionProvider.prototype.setup = function (this: { state: { isCollapsed: boolean } }) {
    this.state.isCollapsed = false
  }
}

/** The workbook is saved under the name that stands in the bar, without what no system takes in the name of a file. */
function rename() {
  const name = nameField.value
    .replace(/[\s\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .replace(/\.xlsx ?$/i, '')
    .replace(/^[ .]+|[ .]+$/g, '')
  if (name !== '') opened.name = name
  nameField.value = opened.name
}

/** Puts what is being typed into its cell, as a click on another cell does. */
function finishTyping() {
  opened.model.selection.getBackToDefault()
}

/** Asks what the file is for. */
async function saveAs() {
  const way = await bar.choose(`Save “${opened.name}”:`, [
    ['With formulas', 'formulas'],
    ['With values only, for anyone', 'values'],
    ['With formulas, for Excel with Cuesheet', 'excel'],
  ] as const)
  if (way === 'values') await saveValues()
  else if (way) await save(way)
}

/** One file after the other: what is pressed twice comes twice only if something was changed between. */
async function save(keep: 'formulas' | 'excel' = 'formulas') {
  const workbook = opened
  const isAgain = saving !== undefined
  while (saving) await saving
  if (isAgain && workbook.saved === revisionOf(workbook.model)) return
  await saveBy(async () => {
    // What is done while the file is being packed is not in it.
    const revision = revisionOf(workbook.model)
    const name = keep === 'excel' ? `${workbook.name} (for Excel).xlsx` : `${workbook.name}.xlsx`
    hand(name, await writeXlsx(workbook.model, keep, tellSaving))
    workbook.saved = revision
    return `Saved as ${name}`
  })
}

/** A copy for people without Cuesheet. What is done in the workbook is not saved by it. */
async function saveValues() {
  while (saving) await saving
  const { model, name } = opened
  await saveBy(async () => {
    const file = `${name} (values).xlsx`
    hand(file, await writeXlsx(model, 'values', tellSaving))
    return `Saved as ${file}, with values in place of formulas`
  })
}

/** Takes in what is being typed and writes a file, which says what was done. Nothing else is saved meanwhile. */
async function saveBy(write: () => Promise<string>) {
  const work = async () => {
    say('Saving…')
    finishTyping()
    await painted()
    say(await write())
  }
  const done = work()
  saving = done.catch(() => {}).finally(() => (saving = undefined))
  await done
}

/** Says how many rows are written, and lets the page be drawn. */
async function tellSaving(done: number, all: number) {
  if (done === all) say('Saving… packing')
  else await pause(() => say('Saving… writing', rowsOf(done, all)))
}

/** Gives a file to the person, as a download. */
function hand(name: string, file: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Once the page has been drawn: a large workbook keeps it busy for seconds. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
}

/** F6 goes from the grid to the sidebar, to the buttons and back, as it does in Excel: Tab stays within the grid. */
function nextPane(event: KeyboardEvent) {
  event.preventDefault()
  const focused = document.activeElement
  const panes = [
    focusGrid,
    ...(sidebar.hidden ? [] : [() => sidebar.contentWindow?.focus()]),
    () => element('open').focus(),
  ]
  const at = focused === sidebar ? 1 : focused?.closest('.bar') ? panes.length - 1 : 0
  panes[(at + (event.shiftKey ? panes.length - 1 : 1)) % panes.length]!()
}

function focusGrid() {
  document.querySelector<HTMLElement>('#grid .o-grid .o-composer')?.focus()
}

function toggleSidebar() {
  sidebar.hidden = !sidebar.hidden
  const button = element('toggle')
  button.textContent = sidebar.hidden ? 'Show sidebar' : 'Hide sidebar'
  button.setAttribute('aria-expanded', String(!sidebar.hidden))
  // The grid is drawn on a canvas that measures itself when the window changes.
  window.dispatchEvent(new Event('resize'))
}

function onClick(id: string, action: () => unknown) {
  element(id).addEventListener('click', orExplain(action))
}

/** Does something, and says why where it cannot be done. */
function orExplain(action: () => unknown) {
  return async () => {
    try {
      await action()
    } catch (error) {
      fail(error)
    }
  }
}

function say(text: string, howFar = '') {
  notice.classList.remove('failed')
  if (words!.textContent !== text) words!.textContent = text
  progress!.textContent = howFar && ` ${howFar}`
  notice.title = text
}

function fail(error: unknown) {
  say(reasonOf(error))
  notice.classList.add('failed')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
