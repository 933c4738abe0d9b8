import { XMLValidator } from 'fast-xml-parser'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { checkLines } from '../../core/check/layout.ts'
import type { Release } from '../../core/release.ts'
import { checkWorkbook } from '../../publish/check/checkWorkbook.ts'
import { savedFormula } from '../../publish/check/savedFormula.ts'

const release: Release = { version: '1.2.3', date: '2026-11-30', site: '', publisher: '', contact: '' }

async function made(namespace = ''): Promise<Uint8Array> {
  return new Uint8Array(await checkWorkbook(release, namespace))
}

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const { files } = await JSZip.loadAsync(bytes)
  return new Map(
    await Promise.all(Object.values(files).map(async (one) => [one.name, await one.async('string')] as const)),
  )
}

describe('cuesheet-check.xlsx', () => {
  test('is the same each time', async () => {
    expect(Buffer.compare(await made(), await made())).toBe(0)
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

  test('asks for the functions of a build with a prefix by their names there', async () => {
    const sheet = (await partsOf(await made('CUE'))).get('xl/worksheets/sheet1.xml')!
    const names = [...sheet.matchAll(/_xldudf_[A-Z0-9_]+/g)].map(([name]) => name)
    expect(names.filter((name) => !name.startsWith('_xldudf_CUE_'))).toEqual([])
    expect(names).toContain('_xldudf_CUE_NPS')
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
