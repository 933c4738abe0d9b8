import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openClaspFolder, openScriptApi, type ClaspFolder, type ScriptApi } from '../appsScript/clasp.ts'
import { openProject, readFiles } from '../appsScript/project.ts'
import { readBack } from '../appsScript/sheets.ts'

const extensions = { SERVER_JS: '.js', HTML: '.html', JSON: '.json' }

describe('clasp, with .clasp.json made from the example', () => {
  let api: ScriptApi
  let deployer: ClaspFolder
  beforeAll(async () => {
    api = await openScriptApi()
    deployer = await openClaspFolder(api.url)
  })
  afterAll(async () => {
    await deployer.remove()
    await api.close()
  })

  test('would push exactly the three files', async () => {
    const { code, output } = await deployer.clasp('show-file-status', '--json')
    expect(code, output).toBe(0)
    const { filesToPush, untrackedFiles } = JSON.parse(output) as Record<string, string[]>
    expect(filesToPush!.sort()).toEqual([
      'dist/gsheets/Code.js',
      'dist/gsheets/Sidebar.html',
      'dist/gsheets/appsscript.json',
    ])
    expect(untrackedFiles).toEqual([])
  })

  test('pushes byte for byte what is tested here, and that computes', async () => {
    const { code, output } = await deployer.clasp('push', '-f')
    expect(code, output).toBe(0)
    expect(api.requests.at(-1)).toMatch(/^PUT /)
    const pushed = new Map(api.files.map(({ name, type, source }) => [name + extensions[type], source]))
    expect(pushed).toEqual(await readFiles())
    const shown = openProject(pushed).customFunction('NPS', [[[10], [9], [''], [6]]])
    expect(readBack(shown)).toEqual({ value: 100 / 3 })
  })

  test('pushes again only when something changed', async () => {
    const before = api.requests.filter((request) => request.startsWith('PUT')).length
    const { output } = await deployer.clasp('push', '-f')
    expect(output).toMatch(/already up to date/i)
    expect(api.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(before)
  })

  test('writes nothing into the folder', async () => {
    expect((await readdir(deployer.folder, { recursive: true })).sort()).toEqual([
      '.clasp.json',
      '.clasprc.json',
      'dist',
      'dist/gsheets',
      'dist/gsheets/Code.js',
      'dist/gsheets/Sidebar.html',
      'dist/gsheets/appsscript.json',
    ])
  })
})
