import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { XMLParser } from 'fast-xml-parser'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../core/languages/index.ts'
import { mostUsed } from '../../../core/languages/mostUsed.ts'
import { saidInLanguages } from '../../../excel/manifest.ts'
import { builtMetadata, type Metadata } from '../excelHost/excel.ts'
import { built } from '../excelHost/runtime.ts'

const require = createRequire(import.meta.url)
const origin = 'https://localhost:3000/'
const english = builtMetadata()
const overridden = overridesOf(readFileSync(built('manifest.xml'), 'utf8'))
const manifest = JSON.parse(readFileSync(built('manifest.json'), 'utf8')) as UnifiedManifest

interface UnifiedManifest {
  $schema: string
  localizationInfo: { additionalLanguages: { languageTag: string; file: string }[] }
}

describe.each(languages.map((language) => [language.tag, language] as const))('functions-%s.json', (tag, language) => {
  const translated = builtMetadata(built(`functions-${tag}.json`))

  test('differs from functions.json in texts alone', () => {
    expect(withoutTexts(translated)).toEqual(withoutTexts(english))
  })

  test('describes the forty functions and each of their arguments in the language', () => {
    for (const name of mostUsed) {
      const [there, here] = [english, translated].map(({ functions }) => functions.find((one) => one.name === name)!)
      expect(here!.description).toBe(language.functions[there!.description])
      here!.parameters.forEach(({ description }, i) => {
        expect(description, `${name} ${i}`).not.toBe(there!.parameters[i]!.description)
      })
    }
  })

  test('is in ASCII, so that no server’s charset matters', () => {
    expect(readFileSync(built(`functions-${tag}.json`), 'utf8')).not.toMatch(/[^\0-\x7f]/)
  })

  test('keeps to the lengths that Excel takes', () => {
    for (const { name, description, parameters } of translated.functions) {
      expect(description.length, name).toBeLessThanOrEqual(1024)
      for (const parameter of parameters) {
        expect(parameter.description.length, `${name} ${parameter.name}`).toBeLessThanOrEqual(512)
      }
    }
  })
})

describe('manifest.xml', () => {
  test('names a file of functions for each language, in each of its locales once', () => {
    const files = overridden.filter(({ of }) => of === `${origin}functions.json`)
    expect(new Set(files.map(({ locale }) => locale)).size).toBe(files.length)
    const tags = new Set(files.map(({ value }) => value))
    expect([...tags]).toEqual(languages.map(({ tag }) => `${origin}functions-${tag}.json`))
    for (const { locale, value } of files) {
      expect(value.toLowerCase()).toContain(`functions-${locale.slice(0, 2)}`)
      expect(JSON.parse(readFileSync(built(value.slice(origin.length)), 'utf8'))).toHaveProperty('functions')
    }
  })

  test('has the locales that docs/languages.md names', () => {
    const page = readFileSync('docs/languages.md', 'utf8')
    for (const { tag } of languages) {
      const here = overridden.filter(({ value }) => value === `${origin}functions-${tag}.json`)
      expect(page).toMatch(new RegExp(`\\| \`${tag}\` +\\| ${here.map(({ locale }) => locale).join(', ')} +\\|`))
    }
  })

  test('says what it says in every one of these locales', () => {
    const locales = new Set(overridden.map(({ locale }) => locale))
    const said = [...new Set(overridden.map(({ of }) => of))].filter((text) => text !== `${origin}functions.json`)
    expect(said.length).toBeGreaterThan(3)
    for (const text of said) {
      const here = overridden.filter(({ of }) => of === text)
      expect(here.map(({ locale }) => locale).sort(), text).toEqual([...locales].sort())
      for (const { value } of here) expect(languages.map(({ addIn }) => addIn[text])).toContain(value)
    }
  })

  test('keeps to its lengths in every language', () => {
    const limits = { ShortStrings: 125, LongStrings: 250, Description: 250 }
    for (const [kind, limit] of Object.entries(limits)) {
      const texts = overridden.filter(({ within }) => within === kind)
      expect(texts.length, kind).toBeGreaterThan(0)
      for (const { value } of texts) expect(value.length, value).toBeLessThanOrEqual(limit)
    }
  })
})

test('every language has what the manifests say as it is in English now, and nothing else', () => {
  for (const { tag, addIn } of languages)
    expect([tag, Object.keys(addIn).sort()]).toEqual([tag, [...saidInLanguages].sort()])
})

test('manifest.json has a file beside it for each language, which Microsoft’s schema accepts', () => {
  const isValid = localizationSchema(manifest.$schema)
  const { additionalLanguages } = manifest.localizationInfo
  expect(additionalLanguages.map(({ languageTag }) => languageTag)).toEqual(
    languages.map(({ tag }) => tag.toLowerCase()),
  )
  additionalLanguages.forEach(({ file }, i) => {
    const strings = JSON.parse(readFileSync(built(file), 'utf8')) as Record<string, string>
    isValid(strings)
    expect([file, isValid.errors]).toEqual([file, null])
    expect(strings['extensions[0].runtimes[0].customFunctions.metadataUrl']).toBe(
      `${origin}functions-${languages[i]!.tag}.json`,
    )
  })
})

test('every path that such a file overrides is there in manifest.json', () => {
  const strings = JSON.parse(readFileSync(built('manifest-de.json'), 'utf8')) as Record<string, string>
  const paths = Object.keys(strings).filter((path) => path !== '$schema')
  expect(paths.length).toBeGreaterThan(4)
  for (const path of paths) expect(typeof at(manifest, path), path).toBe('string')
})

/** The metadata with every text that people read taken out. */
function withoutTexts({ functions, enums, ...rest }: Metadata): object {
  return {
    ...rest,
    functions: functions.map((one) => ({
      ...one,
      description: '',
      parameters: one.parameters.map((parameter) => ({ ...parameter, description: '' })),
    })),
    enums: enums.map((one) => ({ ...one, values: one.values.map((value) => ({ ...value, tooltip: '' })) })),
  }
}

interface Overridden {
  /** What stands there in English. */
  of: string
  locale: string
  value: string
  within: string
}

function overridesOf(xml: string): Overridden[] {
  const options = { ignoreAttributes: false, removeNSPrefix: true, attributeNamePrefix: '' }
  return find('', new XMLParser(options).parse(xml), '')
}

function find(name: string, node: unknown, within: string): Overridden[] {
  if (Array.isArray(node)) return node.flatMap((one) => find(name, one, within))
  if (typeof node !== 'object' || node === null) return []
  const element = node as Record<string, unknown>
  const list = [element.Override ?? []].flat() as { Locale: string; Value: string }[]
  return [
    ...list.map(({ Locale, Value }) => ({
      of: String(element.DefaultValue),
      locale: Locale,
      value: Value,
      within: within === 'VersionOverrides' || name === 'Description' ? name : within,
    })),
    ...Object.entries(element).flatMap(([child, value]) => (child === 'Override' ? [] : find(child, value, name))),
  ]
}

function localizationSchema(manifestSchema: string) {
  const main = require.resolve('@microsoft/app-manifest/package.json', {
    paths: [require.resolve('office-addin-manifest')],
  })
  const version = /v\d+\.\d+/.exec(manifestSchema)![0]
  const folder = main.replace('package.json', `build/json-schemas/teams/${version}/`)
  const schema = JSON.parse(readFileSync(`${folder}MicrosoftTeams.Localization.schema.json`, 'utf8')) as object
  // Its patterns were not written for the flag u.
  const ajv = new AjvDraft04({ allErrors: true, strict: false, unicodeRegExp: false })
  addFormats(ajv, ['uri'])
  return ajv.compile(schema)
}

/** What stands at a path such as extensions[0].runtimes[0]. */
function at(node: unknown, path: string): unknown {
  const steps = path.split(/[.[\]]+/).filter(Boolean)
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], node)
}
