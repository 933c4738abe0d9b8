import JSZip from 'jszip'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Release } from '../../core/release.ts'
import { packageProblems, pageProblems, writePackage, type Ready } from '../../publish/package.ts'
import { drawShopPictures } from '../../publish/pictures/draw.ts'
import { pictureProblems, shopPictures } from '../../publish/pictures/shopPictures.ts'
import { zipOf } from '../../publish/zip.ts'

const release: Release = {
  version: '1.2.3',
  date: '2030-01-31',
  site: 'https://example.com/cuesheet',
  publisher: 'Lamps & Co',
  contact: 'help@example.com',
}

let folder: string
let first: Ready
let second: Ready

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuesheet-package-'))
  const drawn = await drawShopPictures()
  first = await built('first', drawn)
  second = await built('second', drawn)
  await writePackage(first, join(folder, 'out'))
  await writePackage(second, join(folder, 'again'))
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

async function built(name: string, drawn: Ready['pictures']): Promise<Ready> {
  const module = new URL('../../build.mjs', import.meta.url).href
  const { buildHosts } = (await import(/* @vite-ignore */ module)) as { buildHosts(options: object): Promise<void> }
  await buildHosts({ out: join(folder, name, '/'), release, origin: release.site })
  return { dist: join(folder, name), release, namespace: '', pictures: drawn }
}

const packaged = (path: string, made = 'out') => readFile(join(folder, made, path))
const unzipped = async (path: string) => JSZip.loadAsync(await packaged(path))

describe('the package', () => {
  test('is one that nothing is known against', async () => {
    expect(await packageProblems(first)).toEqual([])
  })

  test('is the same, byte for byte, when everything is built and packaged again', async () => {
    const files = await readdir(join(folder, 'out'), { recursive: true, withFileTypes: true })
    const names = files
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(folder.length + 5))
    expect(names.length).toBe(12 + shopPictures.length)
    for (const name of names) {
      expect((await packaged(name)).equals(await packaged(name, 'again')), name).toBe(true)
    }
  })

  test('has the checksum of each file', async () => {
    const lines = String(await packaged('SHA256SUMS'))
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(11 + shopPictures.length)
    for (const line of lines) {
      const [sum, path] = line.split('  ')
      expect(
        createHash('sha256')
          .update(await packaged(path!))
          .digest('hex'),
        path,
      ).toBe(sum)
    }
  })

  test.each([
    ['excel', ['manifest.xml', 'functions.js', 'taskpane.html', 'support.html', 'THIRD-PARTY-NOTICES.txt', 'LICENSE']],
    ['excel-unified', ['manifest.json', 'assets/color.png', 'assets/outline.png']],
    ['sheets-addon', ['Code.js', 'Sidebar.html', 'appsscript.json', 'LICENSE', 'NOTICE']],
    ['sheets-bound', ['Code.js', 'Sidebar.html', 'appsscript.json', 'INSTALL.txt', 'clasp.json.example']],
    ['workbench', ['dist/workbench/index.html', 'workbench/server/start.mjs', 'README.txt', 'NOTICE']],
  ])('has %s as a zip', async (name, wanted) => {
    const zip = await unzipped(`cuesheet-${name}-1.2.3.zip`)
    const paths = Object.keys(zip.files)
    expect(paths).toEqual(expect.arrayContaining(wanted))
    expect(paths).toEqual([...paths].sort())
    expect(paths.filter((path) => path.endsWith('/'))).toEqual([])
    expect(Object.values(zip.files).map(({ date }) => date.toISOString().slice(0, 10))).toEqual(
      paths.map(() => '2030-01-31'),
    )
  })

  test('has in its zips what was built', async () => {
    const sheets = await unzipped('cuesheet-sheets-addon-1.2.3.zip')
    const excel = await unzipped('cuesheet-excel-1.2.3.zip')
    const pairs = [
      ...['Code.js', 'Sidebar.html', 'appsscript.json'].map((file) => [sheets, `gsheets/${file}`] as const),
      ...['functions.js', 'taskpane.js', 'manifest.xml'].map((file) => [excel, `excel/${file}`] as const),
    ]
    for (const [zip, file] of pairs) {
      const content = await zip.file(file.slice(file.indexOf('/') + 1))!.async('nodebuffer')
      expect(content.equals(await readFile(join(first.dist, file))), file).toBe(true)
    }
  })

  test('has everything that the unified manifest names by a path in the zip beside it', async () => {
    const zip = await unzipped('cuesheet-excel-unified-1.2.3.zip')
    const json = JSON.parse(await zip.file('manifest.json')!.async('text')) as {
      icons: Record<string, string>
      localizationInfo: { additionalLanguages: { file: string }[] }
    }
    const named = [...Object.values(json.icons), ...json.localizationInfo.additionalLanguages.map(({ file }) => file)]
    expect(Object.keys(zip.files).sort()).toEqual(['manifest.json', ...named].sort())
  })

  test('names its publisher and four numbers in the XML manifest', async () => {
    const xml = String(await packaged('manifest.xml'))
    expect(xml).toContain('<ProviderName>Lamps &amp; Co</ProviderName>')
    expect(xml).toContain('<Version>1.2.3.0</Version>')
    const { developer } = JSON.parse(String(await packaged('manifest.json'))) as { developer: { name: string } }
    expect(developer.name).toBe('Lamps & Co')
  })

  test('tells those who certify it what to type, with the results of the functions’ own examples', async () => {
    const notes = String(await packaged('certification-notes.md'))
    expect(notes).toContain('`=NPS({10;9;8;6})` gives 25')
    expect(notes).toContain('help@example.com')
  })

  test('says why it asks for each scope of appsscript.json', async () => {
    const zip = await unzipped('cuesheet-sheets-addon-1.2.3.zip')
    const { oauthScopes } = JSON.parse(await zip.file('appsscript.json')!.async('text')) as { oauthScopes: string[] }
    const said = [...String(await packaged('scopes.md')).matchAll(/^## (https:\S+)$/gm)].map(([, scope]) => scope)
    expect(said).toEqual(oauthScopes)
  })
})

describe('a package is refused', () => {
  /** The problems while a file of the build is another one, or is not there. */
  async function problemsWith(file: string, change: (text: string) => string | null): Promise<string[]> {
    const path = join(second.dist, 'excel', file)
    const before = await readFile(path)
    const after = change(String(before))
    if (after === null) await rename(path, `${path}.away`)
    else await writeFile(path, after)
    try {
      return await packageProblems(second)
    } finally {
      await rm(`${path}.away`, { force: true })
      await writeFile(path, before)
    }
  }

  test.each(['support.html', 'privacy.html', 'functions/NPS.html', 'assets/icon-80.png'])(
    'without the page or picture %s, which it names',
    async (file) => {
      expect(await problemsWith(file, () => null)).toContain(`https://example.com/cuesheet/${file} has no page`)
    },
  )

  test('when its pages do not say whose it is', async () => {
    expect(await problemsWith('privacy.html', (text) => text.replaceAll('Lamps &amp; Co', 'somebody'))).toEqual([
      'privacy.html does not name the publisher',
    ])
    expect(await problemsWith('privacy.html', (text) => text.replaceAll(first.release.date, ''))).toEqual([
      'privacy.html does not name the date',
    ])
    expect(await problemsWith('support.html', (text) => text.replaceAll('help@example.com', 'us'))).toEqual([
      'support.html does not name the contact',
    ])
  })

  test('when Microsoft’s validator refuses its JSON manifest', async () => {
    const problems = await problemsWith('manifest.json', (text) =>
      text.replace('"accentColor": "#', '"accentColor": "'),
    )
    expect(problems.join()).toMatch(/^manifest\.json: .*accentColor/)
  })

  test.each([
    ['<Version>1.2.3.0<', '<Version>1.2.3<', 'manifest.xml has the version 1.2.3, not four numbers'],
    [
      'resid="Button.Text"',
      'resid="Button.Words"',
      'manifest.xml names the resource Button.Words, which it does not define',
    ],
    ['<ProviderName>Lamps', '<ProviderName>Lights', 'the two manifests name different publishers'],
    [
      'https://example.com/cuesheet/taskpane.html',
      'https://elsewhere.example/taskpane.html',
      'https://elsewhere.example/taskpane.html is not below https://example.com/cuesheet',
    ],
    [
      'bt:String id="Welcome.Title" DefaultValue="',
      `bt:String id="Welcome.Title" DefaultValue="${'x'.repeat(125)}`,
      'manifest.xml: the text Welcome.Title is longer than 125 characters',
    ],
  ])('when its XML manifest has %s changed', async (from, to, sentence) => {
    expect(await problemsWith('manifest.xml', (text) => text.replace(from, to))).toContain(sentence)
  })

  test('without a picture, with one of another size, and with one too large', () => {
    const [one, ...others] = shopPictures
    const drawn = new Map(first.pictures)
    const png = Buffer.from(drawn.get(one!.file)!)
    png.writeUInt32BE(301, 16)
    drawn.set(one!.file, png)
    drawn.delete(others[0]!.file)
    drawn.set(others[1]!.file, Buffer.concat([drawn.get(others[1]!.file)!, Buffer.alloc(1024 * 1024)]))
    drawn.set(others[2]!.file, Buffer.from('GIF89a'))
    expect(pictureProblems(drawn)).toEqual([
      'pictures/microsoft/logo-300.png has 301 x 300 pixels, and 300 x 300 are asked for',
      'pictures/google/icon-128.png is missing',
      'pictures/google/icon-32.png has 1025 KB, and at most 1,024 are taken',
      'pictures/google/consent-logo-120.png is no PNG',
    ])
  })
})

test('an address with a place in its page needs the page alone', () => {
  const site = 'https://example.com'
  expect(pageProblems([`${site}/a.html#b`, `${site}/c.html`], site, (file) => file === 'a.html')).toEqual([
    'https://example.com/c.html has no page',
  ])
})

describe('pictures', () => {
  test('are the same, byte for byte, when they are drawn again', async () => {
    const some = shopPictures.filter(
      ({ kind, scene, shop }) => kind === 'banner' || (shop === 'google' && scene === 'signals'),
    )
    const again = await drawShopPictures(some)
    expect(again.size).toBe(2)
    for (const [file, png] of again) expect(png.equals(first.pictures.get(file)!), file).toBe(true)
  }, 120_000)

  test('show different things', () => {
    expect(new Set([...first.pictures.values()].map(String)).size).toBe(shopPictures.length)
  })
})

test('a zip does not depend on the order in which its files are given', async () => {
  const files: [string, string][] = [
    ['b', '2'],
    ['a/c', '1'],
  ]
  const [one, other] = [await zipOf(new Map(files), '2030-01-31'), await zipOf(new Map(files.reverse()), '2030-01-31')]
  expect(one.equals(other)).toBe(true)
})
