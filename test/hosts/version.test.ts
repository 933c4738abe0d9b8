import { registries } from '@odoo/o-spreadsheet'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { metricNames } from '../../core/catalogue/catalogue.ts'
import { callsIn, parseCall } from '../../core/catalogue/explain.ts'
import { VERSION_FUNCTION, versionText } from '../../core/release.ts'
import { withOwnFormulas } from '../../core/share/ownFormulas.ts'
import { prefixed, unprefixed } from '../../excel/formulas.ts'
import { withExcelNames, withOwnNames } from '../../workbench/files/xlsx/excelNames.ts'
import { registerVersion } from '../../workbench/functions.ts'
import { readFiles } from './appsScript/project.ts'
import { openSheets } from './appsScript/sheets.ts'
import { openExcel } from './excelHost/excel.ts'
import { openWorkbench } from './workbench/openWorkbench.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
/** The first line of Code.js tells the day of the build. */
const [, date = ''] = /^\/\/ Cuesheet \S+, (\S+)\n/.exec((await readFiles()).get('Code.js')!)!

describe('CUESHEET_VERSION() says version and day of the build', () => {
  test('in Google Sheets', async () => {
    const { call } = await openSheets()
    expect(await call(VERSION_FUNCTION)).toEqual({ value: `${version} ${date}` })
  })

  test('in Excel', async () => {
    expect(await openExcel().call(VERSION_FUNCTION)).toEqual({ value: `${version} ${date}` })
  })

  test('in the workbench, which does not offer it', () => {
    const release = { version: '9.8.7', date: '2031-02-03', site: '', publisher: '', contact: '' }
    const { put, result } = openWorkbench()
    registerVersion(release)
    put('Sheet1', 'A1', '=CUESHEET_VERSION()')
    expect(result('Sheet1', 'A1')).toEqual({ value: versionText(release) })
    expect(registries.functionRegistry.get(VERSION_FUNCTION).hidden).toBe(true)
  })
})

test('it is no metric, and no number of functions counts it', () => {
  expect(metricNames()).not.toContain(VERSION_FUNCTION)
})

test('formulas with it are ours: they get the prefix in Excel, and its name in a saved file', () => {
  expect(prefixed('=CUESHEET_VERSION()', 'CUE')).toBe('=CUE.CUESHEET_VERSION()')
  expect(unprefixed('=CUE.CUESHEET_VERSION()', 'CUE')).toBe('=CUESHEET_VERSION()')
  expect(withExcelNames('CUESHEET_VERSION()')).toBe('_xldudf_CUESHEET_VERSION()')
  expect(withOwnNames('<f>_xldudf_CUE_CUESHEET_VERSION()</f>')).toBe('<f>CUESHEET_VERSION()</f>')
})

test('to people without our functions it can only become its value', () => {
  expect(callsIn('="Cuesheet "&CUESHEET_VERSION()')).toEqual(['CUESHEET_VERSION()'])
  expect(withOwnFormulas('="Cuesheet "&CUESHEET_VERSION()')).toBeNull()
  expect(parseCall('=CUESHEET_VERSION()', 'Sheet1')).toBeNull()
})
