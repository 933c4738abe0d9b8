import { XMLValidator } from 'fast-xml-parser'
import JSZip from 'jszip'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../core/check/judging.ts'
import { CHECK, checkLines, COLUMNS, placed } from '../../core/check/layout.ts'
import type { Release } from '../../core/release.ts'
import { savedFormula } from '../../publish/check/savedFormula.ts'
import { readXlsx, workbookOf } from '../../workbench/files/xlsx/xlsxReading.ts'
import { openBook } from '../hosts/workbench/openBook.ts'

type Make = (options: { file: string; release: Release; namespace?: string }) => Promise<void>

const release: Release = { version: '1.2.3', date: '2026-11-30', site: '', publisher: '', contact: '' }
let folder: string
let make: Make

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'))
  const module = (await import(new URL('../../publish/check/makeCheckWorkbook.mjs', import.meta.url).href)) as {
    makeCheckWorkbook: Make
  }
  make = module.makeCheckWorkbook
})

afterAll(() => rm(folder, { recursive: true }))

async function made(name = 'check.xlsx', namespace?: string): Promise<Uint8Array> {
  const file = join(folder, name)
  await make({ file, release, ...(namespace !== undefined && { namespace }) })
  return new Uint8Array(await readFile(file))
}

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const { files } = await JSZip.loadAsync(bytes)
  return new Map(
    await Promise.all(Object.values(files).map(async (one) => [one.name, await one.async('string')] as const)),
  )
}

describe('cuesheet-check.xlsx', () => {
  test('is the same each time', async () => {
    expect(Buffer.compare(await made('one.xlsx'), await made('two.xlsx'))).toBe(0)
  })

  test('has parts that are sound XML, and each that is named', async () => {
    const parts = await partsOf(await made())
    for (const [path, xml] of parts) expect(XMLValidator.validate(xml), path).toBe(true)
    const named = [...parts.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/g)].map(([, path]) => path!)
    expect([...parts.keys()].filter((path) => !/Types|rels$/.test(path)).sort()).toEqual(named.sort())
  })

  test('marks each formula of ours as one that fills its cells, and gives each the cells of its table', async () => {
    const sheet = (await partsOf(await made())).get('xl/worksheets/sheet1.xml')!
    const marked = [...sheet.matchAll(/<c r="([A-Z]+\d+)"[^>]* cm="1"><f t="array" ref="([A-Z0-9:]+)">([^<]*)/g)]
    expect(marked.length).toBe(checkLines('Excel').length + 1)
    for (const [, , , formula] of marked) expect(formula).toContain('_xldudf_')
    expect(sheet.replace(/<f t="array"[^<]*/g, '')).not.toContain('_xldudf_')
  })

  test('opens in the workbench, where all lines pass but for what its engine has not', async () => {
    const { book } = openBook(workbookOf(await readXlsx(await made())))
    const lines = placed(checkLines('Excel'))
    const verdicts = judge('Excel', lines, (await book.readSheet(CHECK))!)
    const differing = verdicts.flatMap(({ line, outcome }) => (outcome === 'ok' ? [] : [line.id]))
    // Other errors, doubled quotes, durations that it tells from numbers, and LET.
    expect(differing).toEqual(['error 3', 'text 6', 'format 3', 'nested 4', 'nested 5'])
  })

  test('asks for the functions of a build with a prefix by their names there', async () => {
    const sheet = (await partsOf(await made('cue.xlsx', 'CUE'))).get('xl/worksheets/sheet1.xml')!
    const names = [...sheet.matchAll(/_xldudf_[A-Z0-9_]+/g)].map(([name]) => name)
    expect(names.filter((name) => !name.startsWith('_xldudf_CUE_'))).toEqual([])
    expect(names).toContain('_xldudf_CUE_NPS')
  })

  test('says in its first lines what it is and what to do', async () => {
    const { book } = openBook(workbookOf(await readXlsx(await made())))
    const { values } = (await book.readSheet(CHECK))!
    expect(values[0]![COLUMNS.line]).toBe(CHECK)
    expect(values[1]![COLUMNS.line]).toContain('both sheets may be deleted')
    expect(values[2]![COLUMNS.line]).toContain('#NAME?')
  })
})

describe('a formula as Excel saves it', () => {
  test.each([
    ['=NPS(A1:A9)', '', '_xldudf_NPS(A1:A9)'],
    ['=IF(NPS(A1:A9)>0, "NPS(1)", 2)', 'CUE', 'IF(_xldudf_CUE_NPS(A1:A9)>0, "NPS(1)", 2)'],
    ["=SUM('LTV(1)'!A1)", '', "SUM('LTV(1)'!A1)"],
    ['=LET(rate, 5%, LTV(100, 80%, rate))', '', '_xlfn.LET(_xlpm.rate, 5%, _xldudf_LTV(100, 80%, _xlpm.rate))'],
    ['=TEXTJOIN(", ", TRUE, A1:A9)', '', '_xlfn.TEXTJOIN(", ", TRUE, A1:A9)'],
    ['=CUESHEET_VERSION()', 'A.B', '_xldudf_A_B_CUESHEET_VERSION()'],
  ])('%s with the prefix “%s” is %s', (formula, namespace, saved) => {
    expect(savedFormula(formula, namespace)).toBe(saved)
  })
})
