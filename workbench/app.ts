import { components, Model, Spreadsheet } from '@odoo/o-spreadsheet'
import { App, Component, xml } from '@odoo/owl'
import type { Book } from '../core/book.ts'
import { workbenchBook } from './book.ts'
import { addCsv, readXlsx, writeXlsx, type XlsxFiles } from './files.ts'
import { registerFunctions } from './functions.ts'
import { sampleWorkbook } from './sample.ts'
import { blankWorkbook, type Workbook } from './workbook.ts'

declare global {
  interface Window {
    /** For the sidebar's frame, and for people who like the console. */
    cuesheet: { model: Model; book: Book }
  }
}

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const notice = element('notice')
const sidebar = element<HTMLIFrameElement>('side')
const picker = element<HTMLInputElement>('file')

let app: App | undefined
let fileName = 'workbook'

start().catch(fail)

async function start() {
  registerFunctions()
  showHelpAtOnce()
  const templates = await (await fetch('lib/o_spreadsheet.xml')).text()
  const show = (workbook: Workbook | XlsxFiles, name: string, sheetId?: string) => {
    fileName = name
    return mount(workbook, templates, sheetId)
  }

  await show(sampleWorkbook(), 'sample')
  sidebar.src = 'sidebar.html'

  const open = async (file: File) => {
    say(`Opening ${file.name}…`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (/\.xls[xm]$/i.test(file.name)) {
      await show(await readXlsx(bytes), file.name.replace(/\.[^.]*$/, ''))
    } else {
      const workbook: Workbook = window.cuesheet.model.exportData() as unknown as Workbook
      await show(workbook, fileName, addCsv(workbook, file.name, bytes))
    }
    say(`${file.name} is open`)
  }
  const openOrExplain = (file: File | undefined) => {
    if (file) open(file).catch((error) => fail(new Error(`${file.name} cannot be opened: ${reasonOf(error)}`)))
  }

  onClick('open', () => picker.click())
  picker.addEventListener('change', () => {
    openOrExplain(picker.files?.[0])
    // The same file can be chosen again.
    picker.value = ''
  })
  onDrop(openOrExplain)
  onClick('save', save)
  onClick('new', () => show(blankWorkbook(), 'workbook'))
  onClick('sample', () => show(sampleWorkbook(), 'sample'))
  element('toggle').addEventListener('click', toggleSidebar)
  document.body.dataset.ready = 'true'
}

/** Puts a workbook in place of the one that is open. */
async function mount(workbook: Workbook | XlsxFiles, templates: string, sheetId?: string) {
  const model = new Model(workbook)
  if (sheetId) {
    model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: sheetId })
  }
  const next = new App(Root, { props: { model }, warnIfNoStaticProps: false })
  next.addTemplates(templates)
  // Its listeners on the window go only this way, and its elements must not be removed before them.
  app?.destroy()
  app = next
  window.cuesheet ??= { model, book: workbenchBook(() => window.cuesheet.model) }
  window.cuesheet.model = model
  await next.mount(element('grid'))
  model.joinSession()
  say('')
}

class Root extends Component {
  static override template = xml`<div class="w-100 h-100 position-absolute"><Spreadsheet model="props.model" notifyUser="notify" raiseError="explain" askConfirmation="confirm"/></div>`
  static components = { Spreadsheet }
  static override props = ['model']
  notify = ({ text }: { text: string }) => say(text)
  explain = (text: string, callback?: () => void) => {
    fail(new Error(text))
    callback?.()
  }
  confirm = (_text: string, confirmed: () => void) => confirmed()
}

/** The engine folds the help about arguments away behind an arrow. */
function showHelpAtOnce() {
  const { FunctionDescriptionProvider } = components.Composer.components
  FunctionDescriptionProvider.prototype.setup = function (this: { state: { isCollapsed: boolean } }) {
    this.state.isCollapsed = false
  }
}

async function save() {
  say('Saving…')
  const bytes = await writeXlsx(window.cuesheet.model)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type }))
  link.download = `${fileName}.xlsx`
  link.click()
  URL.revokeObjectURL(link.href)
  say(`Saved as ${link.download}`)
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
  element(id).addEventListener('click', async () => {
    try {
      await action()
    } catch (error) {
      fail(error)
    }
  })
}

function onDrop(take: (file: File | undefined) => void) {
  const desk = document.querySelector('.desk')!
  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const highlight = (on: boolean) => desk.classList.toggle('dropping', on)
  window.addEventListener('dragover', (event) => {
    if (!isFile(event)) return
    event.preventDefault()
    highlight(true)
  })
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) highlight(false)
  })
  window.addEventListener('drop', (event) => {
    if (!isFile(event)) return
    event.preventDefault()
    highlight(false)
    take(event.dataTransfer?.files[0])
  })
}

function say(text: string) {
  notice.classList.remove('failed')
  notice.textContent = text
  notice.title = text
}

function fail(error: unknown) {
  say(reasonOf(error))
  notice.classList.add('failed')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
