import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import JSZip from 'jszip'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readXlsx } from '../../../workbench/files/xlsx/xlsxReading.ts'
import { launchBrowser } from '../../e2e/browser.ts'
import { soffice } from '../../e2e/savedWorkbook.ts'
import { openPage } from '../../e2e/workbenchPage.ts'

/** By sheets and cells. The first sheet has a chart, a table and a link as well, the second nothing else, the third no notes. */
const notes = {
  Mixed: {
    A1: 'Ada:\nasked by phone,\n\n  and again in May ',
    B2: `<b>&amp;"quoted"</b> 'so' ]]> & R&D`,
    C30: 'long '.repeat(999) + 'end: 5,000',
    Z100: 'in the last corner',
  },
  Second: Object.fromEntries(Array.from({ length: 1100 }, (_, i) => [`B${i + 1}`, `note ${i + 1} _x0041_ é 東京 🙂`])),
  Third: {},
}

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let file: Buffer
let zip: JSZip
let again: Record<string, Record<string, string>>
let againSaved: Buffer

// A workbook with notes is saved with the button, opened again, and saved once more.
beforeAll(async () => {
  browser = await launchBrowser()
  opened = await openPage(browser)
  const { page } = opened
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.waitForFunction(() => window.cuesheet.model.getters.getSheetIds().length === 1)
  await page.evaluate((notes) => {
    const { model } = window.cuesheet
    const dispatch = model.dispatch as (type: string, payload: object) => void
    const [first] = model.getters.getSheetIds()
    dispatch('RENAME_SHEET', { sheetId: first, oldName: 'Sheet1', newName: 'Mixed' })
    dispatch('CREATE_SHEET', { sheetId: 'second', name: 'Second', position: 1, rows: 1200 })
    dispatch('CREATE_SHEET', { sheetId: 'third', name: 'Third', position: 2 })
    const cells = ['Score', '9', '10', '[Cuesheet](https://example.com)']
    cells.forEach((content, row) => dispatch('UPDATE_CELL', { sheetId: first, col: 1, row, content }))
    dispatch('CREATE_TABLE', {
      sheetId: first,
      tableType: 'static',
      ranges: [{ _sheetId: first, _zone: { left: 1, right: 1, top: 0, bottom: 2 } }],
      config: {
        hasFilters: true,
        totalRow: false,
        firstColumn: false,
        lastColumn: false,
        numberOfHeaders: 1,
        bandedRows: true,
        bandedColumns: false,
        styleId: 'TableStyleMedium5',
      },
    })
    dispatch('CREATE_CHART', {
      sheetId: first,
      figureId: 'figure',
      chartId: 'chart',
      col: 4,
      row: 4,
      offset: { x: 0, y: 0 },
      size: { width: 300, height: 200 },
      definition: {
        type: 'bar',
        title: { text: 'Scores' },
        dataSource: { type: 'range', dataSets: [{ dataRange: 'B1:B3', dataSetId: '1' }], dataSetsHaveTitle: true },
        dataSetStyles: {},
        legendPosition: 'top',
        stacked: false,
        aggregated: false,
      },
    })
    for (const [sheet, ofSheet] of Object.entries(notes)) {
      const sheetId = model.getters.getSheetIdByName(sheet)!
      for (const [cell, note] of Object.entries(ofSheet)) {
        const { zone } = model.getters.getRangeFromSheetXC(sheetId, cell)
        dispatch('CUESHEET_NOTE', { sheetId, col: zone.left, row: zone.top, note })
      }
    }
  }, notes)
  file = await save()
  zip = await JSZip.loadAsync(file)
  again = await open('again.xlsx', file)
  againSaved = await save()
})
afterAll(async () => {
  await opened?.close()
  await browser?.close()
})

async function save() {
  const download = opened.page.waitForEvent('download')
  await opened.page.getByRole('button', { name: 'Save .xlsx', exact: true }).click()
  return readFile(await (await download).path())
}

/** Opens a file with the button, and gives the notes that the workbench has then. */
async function open(name: string, buffer: Buffer): Promise<Record<string, Record<string, string>>> {
  const { page } = opened
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file…', exact: true }).click()
  await (await chooser).setFiles({ name, mimeType: '', buffer })
  await page.getByText(`${name} is open`).waitFor()
  return page.evaluate(() => {
    const data = window.cuesheet.model.exportData() as { sheets: { name: string; notes?: Record<string, string> }[] }
    return Object.fromEntries(data.sheets.map(({ name, notes = {} }) => [name, notes]))
  })
}

const text = (path: string) => zip.file(path)!.async('text')
/** The paths to which the relations of a part lead, by their ids. */
async function related(part: string) {
  const rels = zip.file(part.replace(/[^/]*$/, '_rels/$&.rels'))
  const found = (await rels?.async('text')) ?? ''
  return Object.fromEntries(
    [...found.matchAll(/<Relationship\s([^>]*)>/g)]
      .filter(([, tag]) => !tag!.includes('TargetMode="External"'))
      .map(([, tag]) => {
        const target = /Target="([^"]*)"/.exec(tag!)![1]!
        return [/\bId="([^"]*)"/.exec(tag!)![1]!, new URL(target, `http://x/${part}`).pathname.slice(1)]
      }),
  )
}
const notesOf = (files: Awaited<ReturnType<typeof readXlsx>>) =>
  Object.fromEntries(files.order.map((name, i) => [name, files.sheets[i]!.notes]))

describe('a workbook with notes that is saved and opened again', () => {
  test('has all of them on their cells, letter by letter', () => {
    expect(again).toEqual(notes)
  })

  test('has them when it is saved again', async () => {
    expect(notesOf(await readXlsx(againSaved))).toEqual(notes)
  })

  test('has those beside what is filled, but none so far away that the sheet would be too large', async () => {
    const far = await JSZip.loadAsync(file)
    const texts = await text('xl/comments1.xml')
    far.file('xl/comments1.xml', texts.replace('ref="B2"', 'ref="XFD1048576"').replace('ref="Z100"', 'ref="AK300"'))
    const found = await open('far.xlsx', await far.generateAsync({ type: 'nodebuffer' }))
    expect(Object.keys(found['Mixed']!)).toEqual(['A1', 'C30', 'AK300'])
    const size = await opened.page.evaluate(() => {
      const { getters } = window.cuesheet.model
      return getters.getSheetSize(getters.getSheetIds()[0]!)
    })
    expect(size).toEqual({ numberOfCols: 37, numberOfRows: 300 })
  })

  test('failed nowhere', () => {
    expect(opened.failures).toEqual([])
  })
})

describe('the file of a workbook with notes', () => {
  test('is whole: its relations lead to parts that are there, and each part has its type', async () => {
    const types = await text('[Content_Types].xml')
    const parts = Object.values(zip.files)
      .filter(({ dir }) => !dir)
      .map(({ name }) => name)
    for (const part of parts) {
      for (const path of Object.values(await related(part))) expect(parts, `${part}: ${path}`).toContain(path)
      const ending = part.slice(part.lastIndexOf('.') + 1)
      const isTyped = types.includes(`PartName="/${part}"`) || types.includes(`Extension="${ending}"`)
      expect(isTyped || part === '[Content_Types].xml', part).toBe(true)
      expect(XMLValidator.validate(await text(part)), part).toBe(true)
    }
    expect(types.match(/Extension="vml"/g)).toHaveLength(1)
    expect(parts.filter((part) => /comments|vml/.test(part)).sort()).toEqual([
      'xl/comments1.xml',
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/drawings/vmlDrawing2.vml',
    ])
  })

  test('names them after the chart and before the table, where Excel takes them', async () => {
    const sheet = await text('xl/worksheets/sheet0.xml')
    expect(sheet).toMatch(/<hyperlinks>.*<drawing r:id="(\w+)"\s*\/>\s*<legacyDrawing r:id="(\w+)"\/>\s*<tableParts/s)
    const relations = await related('xl/worksheets/sheet0.xml')
    const [, drawing, shapes] = /<drawing r:id="(\w+)"\s*\/>\s*<legacyDrawing r:id="(\w+)"/.exec(sheet)!
    expect([relations[drawing!], relations[shapes!]]).toEqual([
      'xl/drawings/drawing0.xml',
      'xl/drawings/vmlDrawing1.vml',
    ])
  })

  test('has nothing of them in a sheet without notes', async () => {
    expect(await text('xl/worksheets/sheet2.xml')).not.toContain('legacyDrawing')
    expect(zip.file('xl/worksheets/_rels/sheet2.xml.rels')).toBeNull()
  })

  test('has a box for each note beside its cell, and no two of one number', async () => {
    const ids: string[] = []
    for (const [at, sheet] of (['Mixed', 'Second'] as const).entries()) {
      const shapes = await text(`xl/drawings/vmlDrawing${at + 1}.vml`)
      const places = [...shapes.matchAll(/<x:Anchor>(.*?)<\/x:Anchor>.*?<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</gs)]
      expect(places).toHaveLength(Object.keys(notes[sheet]).length)
      for (const [, anchor, row, column] of places) {
        const [left, , top, , right, , bottom] = anchor!.split(', ').map(Number)
        expect([left, top]).toEqual([Number(column) + 1, Number(row)])
        expect(right! > left! && bottom! > top!, anchor).toBe(true)
      }
      const own = [...shapes.matchAll(/id="_x0000_s(\d+)"/g)].map(([, id]) => id!)
      const blocks = /data="([\d,]+)"/.exec(shapes)![1]!.split(',')
      for (const id of own) expect(blocks).toContain(String(Math.floor(Number(id) / 1024)))
      ids.push(...own)
    }
    expect(new Set(ids).size).toBe(1104)
  })
})

describe.skipIf(!soffice)('LibreOffice', () => {
  let folder: string
  const converted = async (ending: string) => {
    await writeFile(join(folder, 'book.xlsx'), file)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const out = join(folder, 'out')
    await promisify(execFile)(soffice!, [
      profile,
      '--headless',
      '--convert-to',
      ending,
      '--outdir',
      out,
      join(folder, 'book.xlsx'),
    ])
    return readFile(join(out, `book.${ending}`))
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuesheet-'))
  })
  afterAll(async () => rm(folder, { recursive: true, force: true }))

  test('finds each note of the file, with its lines', async () => {
    const parser = new XMLParser({ preserveOrder: true, trimValues: false, ignoreAttributes: true })
    const found = annotationsIn(parser.parse(await converted('fods')))
    // It drops white space at the ends of lines here and there, and sets the tags of spaces of its own.
    const plain = (note: string) => note.replace(/\s+/g, '')
    const wanted = Object.values(notes).flatMap((ofSheet) => Object.values<string>(ofSheet))
    expect(found.map(plain).sort()).toEqual(wanted.map(plain).sort())
  })

  test('saves them in a file of its own, from which they open', async () => {
    const found = notesOf(await readXlsx(await converted('xlsx')))
    expect(found['Mixed']).toEqual(notes.Mixed)
    expect(Object.keys(found['Second']!)).toEqual(Object.keys(notes.Second))
  })
})

type Node = Record<string, unknown>

/** The texts of all annotations in a flat OpenDocument file. */
function annotationsIn(nodes: Node[]): string[] {
  return nodes.flatMap((node) =>
    Object.entries(node).flatMap(([name, children]) => {
      if (!Array.isArray(children)) return []
      if (name !== 'office:annotation') return annotationsIn(children as Node[])
      const paragraphs = (children as Node[]).filter((child) => 'text:p' in child)
      return [paragraphs.map(textIn).join('\n')]
    }),
  )
}

function textIn(node: Node): string {
  return Object.entries(node)
    .map(([name, inner]) => (name === '#text' ? String(inner) : Array.isArray(inner) ? inner.map(textIn).join('') : ''))
    .join('')
}
