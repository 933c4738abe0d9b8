// The licences of what others wrote and what is in the files that ship: read from the packages themselves.
import { createRequire } from 'node:module'
import { readFile, readdir } from 'node:fs/promises'
import { root } from './bundle.mjs'

export const NOTICES = 'THIRD-PARTY-NOTICES.txt'

/** These packages are in our own files as data, which a bundle does not tell: a file, and whose words it holds. */
const written = { 'core/statistics/feedback/englishWords.ts': ['vader-sentiment', 'emoji-emotion'] }

/** The packages in bundles, by esbuild’s metafiles: folders within node_modules, sorted. */
export function packagesIn(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)),
  )
  const folders = inputs.flatMap(([file, { bytesInOutput }]) => {
    if (bytesInOutput === 0) return []
    const [, folder] =
      /(?:^|\/)node_modules\/(.*node_modules\/(?:@[^/]+\/)?[^/]+|(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? []
    return folder ? [folder] : (written[file] ?? [])
  })
  return [...new Set(folders)].sort()
}

/**
 * The text that goes with every copy: each licence once, with the packages under it. `metafiles` are those of the
 * bundles, `beside` the packages whose own files stand beside them.
 */
export async function noticesOf({ metafiles, beside = [] }) {
  const folders = [...new Set([...packagesIn(metafiles), ...beside])].sort()
  const packages = await Promise.all(folders.map(packageAt))
  const all = packages.flatMap(({ licences }) => licences)
  const texts = new Map()
  for (const { named, licences } of packages) {
    for (const text of licences.flatMap((text) => partsOf(text, all))) {
      texts.set(text, [...(texts.get(text) ?? []), named])
    }
  }
  const chapters = [...texts].map(([text, names]) => `${'='.repeat(80)}\n${names.join('\n')}\n\n${text}\n`)
  return [
    'Cuesheet holds these packages, or parts of them. Each keeps its licence, and the texts of all follow.\n',
    `${packages.map(({ described }) => described).join('\n')}\n`,
    ...chapters,
  ].join('\n')
}

async function packageAt(folder) {
  const path = `${root}node_modules/${folder}/`
  const { name, version, license, repository, homepage, author } = JSON.parse(
    await readFile(`${path}package.json`, 'utf8'),
  )
  const own = (await readdir(path)).filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt|markdown))?$/i.test(file))
  const licences = await Promise.all(own.sort().map(async (file) => trimmed(await readFile(path + file, 'utf8'))))
  const named = `${name} ${version}`
  return {
    named,
    described: [named, license, repository ? addressOf(repository) : homepage].filter(Boolean).join(', '),
    licences: licences.length > 0 ? licences : standardTexts(license, author.name),
  }
}

/** A licence with more behind it is the licence that others have, and the rest. */
function partsOf(text, all) {
  const begins = all.filter((other) => text.startsWith(`${other}\n`)).sort((a, b) => b.length - a.length)
  return begins.length > 0 ? [...partsOf(begins[0], all), trimmed(text.slice(begins[0].length))] : [text]
}

/** Where a package brings no text of its licence: the text that everybody knows it by. */
function standardTexts(license, holder) {
  // Five megabytes, which few builds need.
  const known = createRequire(import.meta.url)('spdx-license-list/full')
  const ids = license.split(/\(|\)|\s+(?:AND|OR)\s+/).filter((id) => id !== '')
  return ids.map((id) => `${known[id].name}, by ${holder}\n\n${trimmed(known[id].licenseText)}`)
}

function trimmed(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
}

/** An address to open, of what npm takes: git+https://…/name.git, and user/name on GitHub. */
function addressOf(repository) {
  const url = repository.url ?? repository
  if (!url.includes('://')) return `https://github.com/${url.replace(/^github:/, '')}`
  return url
    .replace(/^git\+/, '')
    .replace(/^git:/, 'https:')
    .replace(/\.git$/, '')
}
