import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { choice, number, unreadRest, type Arg } from '../../../core/arguments/index.ts'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import type { Spec } from '../../../core/metric.ts'
import type { Release } from '../../../core/release.ts'
import { argumentHelp } from '../../../core/catalogue/reference.ts'
import { problemsOfCode, problemsOfManifest, problemsOfPage } from '../appsScript/gate.ts'
import { readFiles, type Files } from '../appsScript/project.ts'

let files: Files
beforeAll(async () => {
  files = await readFiles()
})

describe('the built files', () => {
  test('there are three of them', () => {
    expect([...files.keys()].sort()).toEqual(['Code.js', 'Sidebar.html', 'appsscript.json'])
  })

  test('Code.js is sound', () => {
    expect(problemsOfCode(files.get('Code.js')!)).toEqual([])
  })

  test('Sidebar.html is sound', () => {
    expect(problemsOfPage(files.get('Sidebar.html')!)).toEqual([])
  })

  test('the manifest is sound', () => {
    expect(problemsOfManifest(files.get('appsscript.json')!)).toEqual([])
  })

  test('Code.js begins with the version, so that every release changes a file', async () => {
    expect(files.get('Code.js')).toMatch(/^\/\/ Cuesheet \d+\.\d+\.\d+, \d{4}-\d\d-\d\d\n/)
  })

  test('Code.js declares a documented custom function for every metric, and for nothing else', () => {
    const documented = [...files.get('Code.js')!.matchAll(/@customfunction\n \*\/\nfunction (\w+)\(/g)]
    expect(documented.map(([, name]) => name)).toEqual(catalogue().map(({ spec }) => spec.name))
  })

  test('an optional argument says so at the start of its help', () => {
    const code = files.get('Code.js')!
    for (const { spec } of catalogue()) {
      const text = code.slice(0, code.indexOf(`\nfunction ${spec.name}(`))
      const tags = [...text.slice(text.lastIndexOf('/**')).matchAll(/@param \{.*?\} \w+ (.*)/g)]
      expect(
        tags.map(([, help]) => help!.startsWith('(optional) ')),
        spec.name,
      ).toEqual(spec.args.map(({ optional }) => optional))
    }
  })

  test('what a formula can call beside the metrics is its version and seven functions', () => {
    const metrics = catalogue().map(({ spec }) => spec.name)
    const declared = [...files.get('Code.js')!.matchAll(/^function (\w+)\(/gm)].map(([, name]) => name!)
    expect(declared.filter((name) => !metrics.includes(name))).toEqual([
      'CUESHEET_VERSION',
      'onOpen',
      'onInstall',
      'openCuesheet',
      'checkCuesheet',
      'helpCuesheet',
      'useCuesheet',
      'versionCuesheet',
      'cuesheetBook',
    ])
  })
})

describe('the help of a function', () => {
  let customFunction: (spec: Spec) => string
  beforeAll(async () => {
    const build = (await import(new URL('../../../bundle.mjs', import.meta.url).href)) as Build
    ;({ customFunction } = await build.load('gsheets/stubs.ts'))
  })

  const odd = (summary: string, ...args: Arg<unknown>[]): Spec => ({
    name: 'ODD',
    summary,
    questions: [],
    args,
    returns: { unit: 'ratio' },
    examples: [],
    source: '',
  })

  test.each([
    ['the end of a comment', 'Divides */ by two.', '* /'],
    ['typographic signs', '“Cost” – the buyer’s… × 2', '"Cost" - the buyer\'s... x 2'],
    ['accents', 'Crème brûlée', 'Creme brulee'],
    [
      'comparisons',
      'a >= 5, b <= 6, c < 7, d > 8, e ≥ 9',
      'a at least 5, b at most 6, c less than 7, d more than 8, e at least 9',
    ],
    ['lines', 'One\n  two.', ' * One two.'],
  ])('can hold %s', (_, text, shown) => {
    const code = customFunction(odd(text, number('a', text)))
    expect(code).toContain(shown)
    expect(problemsOfCode(code).filter((problem) => !problem.includes('Cuesheet_'))).toEqual([])
  })

  test('cannot hold a letter that ASCII has nothing for, and the build says which', () => {
    expect(() => customFunction(odd('The rate λ.'))).toThrow('“The rate λ.” has “λ”')
  })

  test('names the choices, and what may be left out or repeated', () => {
    const unit = choice('unit', 'What to count.', { day: 'calendar days', week: 'weeks' })
    const code = customFunction(odd('Odd.', unit, unreadRest('more', 'Data.')))
    expect(argumentHelp(unit)).toContain('week: weeks')
    expect(code).toContain(`@param {"day"} unit (optional) ${argumentHelp(unit)}\n`)
    expect(code).toContain('@param {A2:A500} more Data. More may follow, each as an argument of its own.\n')
    expect(code).toContain('function ODD(unit, more) {')
  })
})

test('another version changes the first line of Code.js, what it says of its build, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuesheet-build-'))
  const { build } = (await import(new URL('../../../gsheets/build.mjs', import.meta.url).href)) as HostBuild
  const release = { version: '99.1.2', date: '2030-01-31', site: '', publisher: '', contact: '' }
  await build({ out: `${folder}/`, release })
  const changed = (await readFiles(`${folder}/`)).get('Code.js')!.split('\n')
  await rm(folder, { recursive: true })
  const before = files.get('Code.js')!.split('\n')
  expect(changed).toHaveLength(before.length)
  const [first, ...others] = changed.filter((line, i) => line !== before[i])
  expect(first).toBe('// Cuesheet 99.1.2, 2030-01-31')
  expect(others).toHaveLength(1)
  expect(others[0]).toContain(JSON.stringify(release))
})

interface Build {
  load(entry: string): Promise<{ customFunction(spec: Spec): string }>
}

interface HostBuild {
  build(options: { out: string; release: Release }): Promise<void>
}

describe('the gate', () => {
  const doc = (text: string) => `/**\n${text.replace(/^/gm, ' * ')}\n */\n`
  const tags = (params: string) => doc(`About it.\n\n${params}\n@return {number}\n@customfunction`)

  test.each([
    ['a syntax newer than ES2019', 'function a() { return b?.c }', /not ES2019/],
    ['an export', 'export function a() {}', /not ES2019/],
    ['a letter beyond ASCII', '// caf\u00e9', /not ASCII/],
    ['a timer', 'function a() { setTimeout(a) }', /'setTimeout' is not defined/],
    ['a global of browsers', 'function a() { return new URL("x") }', /'URL' is not defined/],
    ['a service that is not allowed', 'function a() { return UrlFetchApp }', /'UrlFetchApp' is not defined/],
    ['a member newer than ES2019', 'function a(b) { return b.at(-1) }', /newer than ES2019/],
    ['eval', 'function a() { return eval("1") }', /eval/],
    ['a call at the top level', 'SpreadsheetApp.getUi()', /runs a ExpressionStatement/],
    ['a global beside the bundle', 'var other = 1', /runs a VariableDeclaration/],
    ['a class at the top level', 'class A {}', /runs a ClassDeclaration/],
    ['a function in capitals without documentation', 'function ABC() {}', /ABC is not documented/],
    ['a comment that is not directly above', `${tags('')}var Cuesheet_ = (() => 1)()\nfunction ABC() {}`, /ABC is not/],
    ['parameters in another order', `${tags('@param {1} b B.\n@param {1} a A.')}function ABC(a, b) {}`, /documents/],
    ['a parameter without documentation', `${tags('@param {1} a A.')}function ABC(a, b) {}`, /documents \(a\)/],
    ['a parameter without an example', `${tags('@param {} a A.')}function ABC(a) {}`, /no example and help/],
    ['a parameter without help', `${tags('@param {1} a')}function ABC(a) {}`, /no example and help/],
    ['a function without a description', `${doc('@customfunction')}function ABC() {}`, /no description/],
    ['an angle bracket in the help', `${tags('@param {1} a From <b>A</b>.')}function ABC(a) {}`, /angle bracket/],
    ['HTML in an example', `${tags('@param {<b>} a A.')}function ABC(a) {}`, /HTML in an example/],
    ['a name like the address of a cell', `${tags('')}function LTV1() {}`, /address of a cell/],
    ['a private custom function', `${tags('')}function ABC_() {}`, /private/],
    ['names that differ in case only', 'function a() {}\nfunction A() {}', /declared twice/],
  ])('stops code with %s', (_, code, problem) => {
    expect(problemsOfCode(code).join('\n')).toMatch(problem)
  })

  test('lets sound code through', () => {
    const code = `// Cuesheet 1.0.0
"use strict";
var Cuesheet_ = (() => {
  return { call: (name) => [SpreadsheetApp, Intl, name] };
})();
${tags('@param {A2:A500} scores Answers.')}function ABC(scores) {
  return Cuesheet_.call('ABC', arguments);
}
`
    expect(problemsOfCode(code)).toEqual([])
  })

  test.each([
    ['a script from elsewhere', '<script src="https://example.com/a.js"></script>', /loads https/],
    ['a style from elsewhere', '<link rel="stylesheet" href="//example.com/a.css">', /loads \/\//],
    ['an image from elsewhere', '<img alt="" src=https://example.com/a.png>', /loads https/],
    ['a font from elsewhere', '<style>a { src: url(https://example.com/a.woff) }</style>', /loads https/],
    ['an import of styles', '<style>@import "a.css";</style>', /loads "a.css"/],
    ['a scriptlet', '<p><?= 1 ?></p>', /<\?/],
    ['the start of a comment', '<script>var a = "<!--"</script>', /<!--/],
    ['a comment in a template literal', '<script>var a = `https://b`</script>', /template literal/],
    ['a script newer than ES2019', '<script>a?.b</script>', /not ES2019/],
    ['a letter beyond ASCII', '<p>caf\u00e9</p>', /not ASCII/],
  ])('stops a page with %s', (_, page, problem) => {
    expect(problemsOfPage(page).join('\n')).toMatch(problem)
  })

  test('lets a sound page through', () => {
    const page = '<style>a { color: red }</style><a href="https://example.com">a</a><script>var a = `b`</script>'
    expect(problemsOfPage(page)).toEqual([])
  })

  test.each([
    [
      'one scope too many',
      (scopes: string[]) => [...scopes, 'https://www.googleapis.com/auth/drive'],
      /asks for.+drive/,
    ],
    ['a scope missing', (scopes: string[]) => scopes.slice(1), /lacks the scope/],
  ])('stops a manifest with %s', (_, change, problem) => {
    const manifest = JSON.parse(files.get('appsscript.json')!) as { oauthScopes: string[] }
    const changed = JSON.stringify({ ...manifest, oauthScopes: change(manifest.oauthScopes) })
    expect(problemsOfManifest(changed).join('\n')).toMatch(problem)
  })
})
