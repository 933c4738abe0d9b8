import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OfficeAddinManifest, validateManifest } from 'office-addin-manifest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { argumentHelp } from '../../../core/catalogue/reference.ts'
import type { Release } from '../../../core/release.ts'
import {
  addressesIn,
  manifestProblems,
  readXml,
  type Keys,
  type UnifiedManifest,
  type XmlManifest,
} from '../../../publish/manifests.ts'
import { builtMetadata } from '../excelHost/excel.ts'
import { built, openRuntime } from '../excelHost/runtime.ts'

const require = createRequire(import.meta.url)
const FormulaParser = require('fast-formula-parser') as new () => { supportedFunctions(): string[] }
const excelsOwn = new FormulaParser().supportedFunctions()
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const release: Release = { version, date: '2030-01-31', site: '', publisher: '', contact: '' }

describe('functions.json', () => {
  const metadata = builtMetadata()
  const { functions, enums } = metadata
  const parameters = functions.flatMap(({ id, parameters }) => parameters.map((one) => ({ id, ...one })))

  test('names exactly the functions of the bundle', () => {
    expect(functions.map(({ id }) => id).sort()).toEqual([...openRuntime().ids].sort())
  })

  test('has every metric under its name, and two functions that nobody is offered', () => {
    const names = catalogue().map(({ spec }) => spec.name)
    expect(functions.filter(({ options }) => !options?.excludeFromAutoComplete).map(({ name }) => name)).toEqual(names)
    expect(functions.filter(({ options }) => options?.excludeFromAutoComplete).map(({ name }) => name)).toEqual([
      'CUESHEET_BLANKS',
      'CUESHEET_VERSION',
    ])
  })

  test('is what Microsoft’s schema calls functions and enums', () => {
    const schema = microsoftsSchema()
    const ajv = new AjvDraft04({ allErrors: true, strict: false })
    addFormats(ajv, ['uri', 'email', 'regex'])
    const isValid = ajv.compile({
      type: 'object',
      additionalProperties: false,
      properties: {
        allowCustomDataForDataTypeAny: { const: true },
        allowErrorForDataTypeAny: { const: true },
        functions: { type: 'array', minItems: 1, items: { $ref: '#/definitions/extensionFunction' } },
        enums: { type: 'array', maxItems: 256, items: { $ref: '#/definitions/enum' } },
      },
      required: ['functions', 'enums', 'allowCustomDataForDataTypeAny', 'allowErrorForDataTypeAny'],
      definitions: schema.definitions,
    })
    isValid(metadata)
    expect(isValid.errors).toBeNull()
  })

  test.each(functions.map(({ name }) => name))('%s is a name that Excel takes', (name) => {
    expect(name).toMatch(/^[A-Z][A-Z0-9_]{2,63}$/)
    expect(isCellReference(name), 'is a cell').toBe(false)
    expect(name, 'is a cell by row and column').not.toMatch(/^R\d*C\d*$/)
    expect(macroFunctions).not.toContain(name)
    expect(excelsOwn).not.toContain(name)
  })

  test('names that Excel reads as cells or has itself are told from others', () => {
    expect(excelsOwn).toContain('SUMIF')
    expect(['LTV1', 'NPS2024', 'XFD1048576', 'AB12'].map(isCellReference)).toEqual([true, true, true, true])
    expect(['LTV', 'XFE1', 'A1048577', 'NPS_2', 'ABCD1'].map(isCellReference)).toEqual(Array(5).fill(false))
  })

  test('ranges and columns are matrices, single cells are not', () => {
    for (const { spec } of catalogue()) {
      const declared = functions.find(({ id }) => id === spec.name)!.parameters
      expect(declared.map(({ dimensionality }) => dimensionality)).toEqual(
        spec.args.map(({ shape }) => (shape === 'cell' ? 'scalar' : 'matrix')),
      )
    }
  })

  test('every type is any, so that a wrong cell reaches us and gets its sentence', () => {
    expect(new Set([...parameters, ...functions.map(({ result }) => result)].map(({ type }) => type))).toEqual(
      new Set(['any']),
    )
  })

  test('after an optional argument all are optional, and only the last repeats', () => {
    for (const { id, parameters } of functions) {
      const firstOptional = parameters.findIndex(({ optional }) => optional)
      const after = firstOptional < 0 ? [] : parameters.slice(firstOptional)
      expect([id, after.filter(({ optional, repeating }) => !optional && !repeating)]).toEqual([id, []])
      expect([id, parameters.slice(0, -1).filter(({ repeating }) => repeating)]).toEqual([id, []])
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length)
    }
  })

  test('every argument carries its help with all choices, within 512 characters', () => {
    for (const { spec } of catalogue()) {
      const declared = functions.find(({ id }) => id === spec.name)!.parameters
      expect(declared.map(({ description }) => description)).toEqual(spec.args.map(argumentHelp))
    }
    expect(parameters.filter(({ description }) => description.length > 512 || description === '')).toEqual([])
  })

  test('every choice is offered while typing', () => {
    const offered = new Map(enums.map(({ id, values }) => [id, values.map(({ stringValue }) => stringValue)]))
    for (const { spec } of catalogue()) {
      const declared = functions.find(({ id }) => id === spec.name)!.parameters
      spec.args.forEach(({ choices }, i) => {
        const { customEnumId } = declared[i]!
        expect(customEnumId && offered.get(customEnumId)).toEqual(choices?.map(({ value }) => value))
      })
    }
    expect(new Set(enums.map(({ id }) => id)).size).toBe(enums.length)
  })

  test('the help link of every function, the probe included, leads to its own page', () => {
    for (const { name, helpUrl } of functions) {
      const { origin, pathname } = new URL(helpUrl)
      expect([origin, pathname]).toEqual(['https://localhost:3000', `/functions/${name}.html`])
      expect(readFileSync(built(pathname.slice(1)), 'utf8')).toContain(`<h1>${name}</h1>`)
    }
  })
})

interface Build {
  folder: string
  origin: string
  namespace: string
}

const builds: Record<string, Build> = {
  'built without options': { folder: '', origin: 'https://localhost:3000', namespace: '' },
  'built for another address': { folder: '', origin: 'https://example.com/cuesheet', namespace: '' },
  'built with a prefix': { folder: '', origin: 'https://localhost:3000', namespace: 'CUE' },
}

beforeAll(async () => {
  const module = new URL('../../../excel/build.mjs', import.meta.url).href
  const { build } = (await import(/* @vite-ignore */ module)) as { build(options: object): Promise<void> }
  const [standard, ...others] = Object.values(builds)
  standard!.folder = built('')
  for (const one of others) {
    one.folder = `${await mkdtemp(join(tmpdir(), 'cuesheet-'))}/`
    await build({
      out: one.folder,
      release,
      origin: one.origin,
      namespace: one.namespace,
      site: { folder: 'dist/site/', metafiles: [] },
    })
  }
})

afterAll(async () => {
  const [, ...others] = Object.values(builds)
  await Promise.all(others.map(({ folder }) => rm(folder, { recursive: true, force: true })))
})

describe.each(Object.entries(builds))('the add-in %s', (_, options) => {
  let xml: XmlManifest
  let json: UnifiedManifest
  beforeAll(() => {
    xml = readXml(readFileSync(`${options.folder}manifest.xml`, 'utf8'))
    json = JSON.parse(readFileSync(`${options.folder}manifest.json`, 'utf8')) as UnifiedManifest
  })

  test('has a JSON manifest that Microsoft’s validator accepts', async () => {
    const { isValid, report } = await validateManifest(`${options.folder}manifest.json`)
    expect(report?.errors ?? []).toEqual([])
    expect(isValid).toBe(true)
  })

  test('has an XML manifest that Microsoft’s reader reads', async () => {
    const info = await OfficeAddinManifest.readManifestFile(`${options.folder}manifest.xml`)
    expect(info).toMatchObject({
      displayName: 'Cuesheet',
      version: `${version}.0`,
      hosts: ['Workbook'],
      permissions: 'ReadWriteDocument',
      supportUrl: `${options.origin}/support.html`,
    })
  })

  test('has manifests of which a publisher would hear nothing bad', () => {
    expect(xml.resources.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['Images', 'Urls', 'ShortStrings', 'LongStrings']),
    )
    expect(manifestProblems(xml, json)).toEqual([])
  })

  test('names only addresses of its own, under https, and has a file at each', () => {
    for (const address of new Set([...xml.addresses, ...addressesIn(json)])) {
      expect(address.startsWith(`${options.origin}/`), address).toBe(true)
      expect(existsSync(options.folder + address.slice(options.origin.length + 1)), address).toBe(true)
    }
    expect(xml.addresses.length).toBeGreaterThan(8)
    for (const icon of Object.values(json.icons)) expect(existsSync(options.folder + icon), icon).toBe(true)
    expect(xml.appDomains).toEqual([new URL(options.origin).origin])
    expect(json.validDomains).toEqual([new URL(options.origin).host])
  })

  test('loads one page for the pane, the functions and the button, as a shared runtime must', () => {
    expect(new Set(xml.pages)).toEqual(new Set([`${options.origin}/taskpane.html`]))
    expect(xml.pages).toHaveLength(4)
  })

  test('says the same in both manifests, under two ids', () => {
    const { runtimes, requirements, ribbons } = json.extensions[0]!
    const { code, customFunctions } = runtimes[0]!
    const valueOf = (id: string) => xml.resources.find((one) => one.id === id)?.value
    expect(xml.version).toBe(`${json.version}.0`)
    expect(xml.requirements).toEqual(requirements.capabilities)
    expect([code.page, code.script, customFunctions.metadataUrl]).toEqual([
      xml.pages[0],
      valueOf('Functions.Script.Url'),
      valueOf('Functions.Metadata.Url'),
    ])
    expect(valueOf('Functions.Namespace') ?? '').toBe(options.namespace)
    expect(customFunctions.namespace?.name ?? '').toBe(options.namespace)
    expect(customFunctions.namespace?.id ?? '').toBe(options.namespace)
    const icons = ribbons[0]!.tabs[0]!.groups[0]!.icons.map(({ url }) => url)
    expect(icons).toEqual(xml.resources.filter(({ kind }) => kind === 'Images').map(({ value }) => value))
    expect(xml.id).not.toBe(json.id)
  })

  test('opens what the button names', () => {
    const { runtimes, ribbons } = json.extensions[0]!
    const actions = runtimes.flatMap(({ actions }) => actions.map(({ id }) => id))
    const asked = ribbons.flatMap(({ tabs }) =>
      tabs.flatMap(({ groups }) => groups.flatMap(({ controls }) => controls)),
    )
    const byKeys = json.extensions[0]!.keyboardShortcuts.flatMap(({ shortcuts }) => shortcuts)
    expect([...asked, ...byKeys].map(({ actionId }) => actionId)).toEqual(actions)
  })

  test('opens by the same keys in both manifests, and by a key tip that the web leaves free', () => {
    const [{ shortcuts, keyMappingFiles }] = json.extensions[0]!.keyboardShortcuts as [Keys]
    expect(keyMappingFiles.shortcutsUrl).toBe(xml.overrides)
    const file = JSON.parse(readFileSync(`${options.folder}shortcuts.json`, 'utf8')) as ShortcutsFile
    expect(file.shortcuts.map(({ action, key }) => ({ key, actionId: action }))).toEqual(shortcuts)
    const named = json.extensions[0]!.runtimes[0]!.actions.filter(({ displayName }) => displayName)
    expect(file.actions).toEqual(
      named.map(({ id, displayName }) => ({ id, type: 'ExecuteFunction', name: displayName })),
    )
    for (const keys of shortcuts.flatMap(({ key }) => Object.values(key))) {
      expect(keys).toMatch(/^(Ctrl|Command)\+(Alt|Shift)\+([A-Z0-9]|Up|Down|Left|Right)$/)
    }
    const tips = json.extensions[0]!.ribbons[0]!.tabs[0]!.groups[0]!.controls.map(({ keytip }) => keytip)
    expect(tips).toEqual([expect.stringMatching(/^(?!X)[A-Z0-9]{1,3}$/)])
  })

  test('lets its pane know the prefix', () => {
    const page = readFileSync(`${options.folder}taskpane.html`, 'utf8')
    expect(page).toContain(`<meta name="cuesheet-namespace" content="${options.namespace}">`)
  })
})

test('a prefix that Excel would not take stops the build', async () => {
  const module = new URL('../../../excel/build.mjs', import.meta.url).href
  const { build } = (await import(/* @vite-ignore */ module)) as { build(options: object): Promise<void> }
  await expect(build({ out: tmpdir(), release, origin: 'https://localhost:3000', namespace: '1X' })).rejects.toThrow(
    '1X',
  )
})

describe('icons', () => {
  test.each([
    ['icon-16.png', 16],
    ['icon-32.png', 32],
    ['icon-64.png', 64],
    ['icon-80.png', 80],
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s is a square of %i pixels', (name, size) => {
    const png = readFileSync(built(`assets/${name}`))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  })

  test('the ones of the XML manifest have the sizes that it asks for', () => {
    const { imageSizes } = readXml(readFileSync(built('manifest.xml'), 'utf8'))
    expect(imageSizes.length).toBeGreaterThan(0)
    for (const { size, address } of imageSizes) {
      expect(readFileSync(built(new URL(address).pathname.slice(1))).readUInt32BE(16)).toBe(size)
    }
  })
})

test('the whole site stands beside the add-in, in files that it does not overwrite', () => {
  const all = (readdirSync('dist/site', { recursive: true }) as string[]).filter((file) => file.includes('.'))
  // Of the licences, the add-in has more.
  const files = all.filter((file) => file !== 'THIRD-PARTY-NOTICES.txt')
  expect(files.length).toBeGreaterThan(catalogue().length)
  for (const file of files) {
    expect(readFileSync(built(file)).equals(readFileSync(`dist/site/${file}`)), file).toBe(true)
  }
})

interface ShortcutsFile {
  actions: { id: string; type: string; name: string }[]
  shortcuts: { action: string; key: Record<string, string> }[]
}

/** The newest schema of manifests, which holds the schema of a function. */
function microsoftsSchema(): { definitions: Record<string, object> } {
  const main = require.resolve('@microsoft/app-manifest/package.json', {
    paths: [require.resolve('office-addin-manifest')],
  })
  const file = main.replace('package.json', 'build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json')
  // It is not quite JSON: two escapes are JavaScript's own.
  const text = readFileSync(file, 'utf8').replace(/\\a/g, '\\u0007').replace(/\\v/g, '\\u000b')
  return JSON.parse(text) as ReturnType<typeof microsoftsSchema>
}

function isCellReference(name: string): boolean {
  const [, letters, row] = /^([A-Z]{1,3})([1-9]\d*)$/.exec(name) ?? []
  if (!letters || !row) return false
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
  return column <= 16_384 && Number(row) <= 1_048_576
}

/** Macro functions of Excel 4 in one word, which Excel still keeps for itself. */
const macroFunctions = (
  'ACTIVATE ALERT ALIGNMENT APPLY ARGUMENT ARRANGE ASSIGN BEEP BORDER BREAK CALCULATE CALL CALLER CANCEL CLEAR CLOSE ' +
  'COPY CREATE CUSTOM CUT DEFINE DELETE DEMOTE DIRECTORY DOCUMENTS ECHO EDIT ELSE EVALUATE EXEC EXECUTE EXTRACT FILES ' +
  'FONT FOR FORMAT FORMULA FREEZE GET GOTO GRIDLINES GROUP HALT HELP HIDE INITIATE INPUT INSERT JUSTIFY LEGEND LINKS ' +
  'LIST MERGE MESSAGE MOVE NAMES NEW NEXT NOTE OPEN OUTLINE PARSE PASTE PATTERNS PAUSE POKE PRECISION PRINT PROMOTE ' +
  'PROTECT QUIT REFTEXT REGISTER RELREF RENAME REQUEST RESTART RESULT RESUME RETURN RUN SAVE SCALE SCENARIO SELECT ' +
  'SELECTION SEND SERIES SET SHOW SIZE SORT SPELLING SPLIT STEP STYLE SUMMARY TABLE TERMINATE TEXTREF UNDO UNGROUP ' +
  'UNHIDE UNLOCKED UNREGISTER UPDATE VIEW VOLATILE WAIT WHILE WINDOWS WORKBOOK WORKGROUP WORKSPACE ZOOM'
).split(' ')
