import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { validateManifest } from 'office-addin-manifest'
import type { Release } from '../core/release.ts'
import { escapeMarkup } from '../excel/markup.ts'
import { checkWorkbook } from './check/checkWorkbook.ts'
import { listing, listingProblems } from './listing.ts'
import { addressesIn, manifestProblems, readXml, type UnifiedManifest } from './manifests.ts'
import { certificationNotes, installText, scopes, workbenchText } from './notes.ts'
import { pictureProblems } from './pictures/shopPictures.ts'
import { zipOf, type Content, type Files } from './zip.ts'

/** What is packaged: the folder with the builds of the hosts, its release and prefix, and the pictures by their paths. */
export interface Ready {
  dist: string
  release: Release
  namespace: string
  pictures: ReadonlyMap<string, Buffer>
}

/** What would keep a shop from taking this, in sentences. */
export async function packageProblems({ dist, release, namespace, pictures }: Ready): Promise<string[]> {
  const excel = await filesIn(join(dist, 'excel'))
  const text = (file: string) => String(excel.get(file) ?? '')
  const xml = readXml(text('manifest.xml'))
  const json = JSON.parse(text('manifest.json')) as UnifiedManifest
  const listed = listing(release, namespace)
  const functions = [...excel.keys()].filter((file) => /^functions(-[\w-]+)?\.json$/.test(file))
  const addresses = [
    ...xml.addresses,
    ...addressesIn(json),
    ...functions.flatMap((file) => addressesIn(JSON.parse(text(file)))),
    ...addressesIn(listed).filter((address) => address !== release.contact),
  ]
  return [
    ...manifestProblems(xml, json),
    ...(await microsoftsProblems(join(dist, 'excel', 'manifest.json'))),
    ...listingProblems(listed),
    ...pageProblems(addresses, release.site, (file) => excel.has(file)),
    ...namingProblems(text, release),
    ...pictureProblems(pictures),
  ]
}

async function microsoftsProblems(manifest: string): Promise<string[]> {
  const { report } = await validateManifest(manifest)
  return (report?.errors ?? []).map(({ title, content }) => `manifest.json: ${content ?? title}`)
}

/** Every address that is told to a shop, or to people, is one of ours and has its page. */
export function pageProblems(addresses: readonly string[], site: string, has: (file: string) => boolean): string[] {
  return [...new Set(addresses)].flatMap((address) => {
    if (!address.startsWith(`${site}/`)) return [`${address} is not below ${site}`]
    const file = address.slice(site.length + 1).replace(/[?#].*/, '')
    return has(file) ? [] : [`${address} has no page`]
  })
}

/** The pages that must say whose they are. */
function namingProblems(text: (file: string) => string, { publisher, contact, date }: Release): string[] {
  const wanted = {
    'privacy.html': { publisher, contact, date },
    'support.html': { publisher, contact },
    'terms.html': { publisher },
  }
  return Object.entries(wanted).flatMap(([file, names]) =>
    Object.entries(names)
      .filter(([, name]) => !text(file).includes(escapeMarkup(name)))
      .map(([what]) => `${file} does not name the ${what}`),
  )
}

/** Writes the package into `out`, which holds nothing else afterwards. The same files give the same bytes. */
export async function writePackage(ready: Ready, out: string): Promise<string[]> {
  const files = await packageFiles(ready)
  const sums = [...files].map(([path, content]) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
  await rm(out, { recursive: true, force: true })
  for (const [path, content] of [...files, ['SHA256SUMS', sums.join('')] as const]) {
    await mkdir(dirname(join(out, path)), { recursive: true })
    await writeFile(join(out, path), content)
  }
  return [...files.keys(), 'SHA256SUMS']
}

async function packageFiles({ dist, release, namespace, pictures }: Ready): Promise<Files> {
  const [excel, sheets, workbench] = await Promise.all(
    ['excel', 'gsheets', 'workbench'].map((host) => filesIn(join(dist, host))),
  )
  const legal = await ownFiles('LICENSE', 'NOTICE')
  const example = exampleBeside(await readFile('gsheets/.clasp.json.example', 'utf8'))
  const bound = new Map<string, Content>([
    ...sheets!,
    ...legal,
    ['INSTALL.txt', installText(release)],
    ['clasp.json.example', example],
  ])
  const server = await ownFiles('workbench/server/serve.mjs', 'workbench/server/start.mjs')
  const local = new Map<string, Content>([
    ...[...workbench!].map(([file, content]) => [`dist/workbench/${file}`, content] as const),
    ...server,
    ...legal,
    ['README.txt', workbenchText(release)],
  ])
  const zip = async (name: string, files: Files) =>
    [`cuesheet-${name}-${release.version}.zip`, await zipOf(files, release.date)] as const
  const all = new Map<string, Content>([
    await zip('excel', new Map<string, Content>([...excel!, ...legal])),
    await zip('excel-unified', unifiedPackage(excel!)),
    await zip('sheets-addon', new Map<string, Content>([...sheets!, ...legal, ['clasp.json.example', example]])),
    await zip('sheets-bound', bound),
    await zip('workbench', local),
    ['cuesheet-check.xlsx', await checkWorkbook(release, namespace)],
    ['manifest.xml', excel!.get('manifest.xml')!],
    ['manifest.json', excel!.get('manifest.json')!],
    ['listing.json', `${JSON.stringify(listing(release, namespace), null, 2)}\n`],
    ['certification-notes.md', certificationNotes(release, namespace)],
    ['scopes.md', scopes(release)],
    ...pictures,
  ])
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The unified manifest with what it names by a path: its icons, and its texts in other languages. */
function unifiedPackage(excel: Files): Files {
  const { icons, localizationInfo } = JSON.parse(String(excel.get('manifest.json'))) as UnifiedManifest
  const named = [...Object.values(icons), ...(localizationInfo.additionalLanguages ?? []).map(({ file }) => file)]
  return new Map(['manifest.json', ...named].map((file) => [file, excel.get(file)!]))
}

/** In the zip the three files stand beside it. */
function exampleBeside(example: string): string {
  return example.replace(/"rootDir": "[^"]*"/, '"rootDir": "."')
}

async function ownFiles(...paths: string[]): Promise<[string, Buffer][]> {
  return Promise.all(paths.map(async (path): Promise<[string, Buffer]> => [path, await readFile(path)]))
}

/** All files of a folder by their paths within it, with / between the names. */
async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = paths.map(
    async (path) => [path.slice(join(folder, '/').length).replaceAll('\\', '/'), await readFile(path)] as const,
  )
  return new Map(await Promise.all(read))
}
