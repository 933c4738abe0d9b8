// Everything that is made from the metrics: the list of them, the reference, the site, and the bundles of the three hosts.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as prettier from 'prettier'
import { load, root } from './bundle.mjs'
import { releaseOf } from './release.mjs'
import { build as buildSite } from './site/build.mjs'

/** The list of plans is the list of files. */
export async function writeGallery() {
  const folder = `${root}core/plans/gallery/`
  const names = (await readdir(folder)).map((file) => file.replace(/\.ts$/, '')).filter((name) => name !== 'index')
  const text = [
    '// Written by `npm run build`: the list of plans is the list of files.',
    "import { inOrder, type Plan } from '../plan.ts'",
    ...names.sort().map((name) => `import { ${name} } from './${name}.ts'`),
    '',
    '/** All plans, in the order of the gallery. */',
    `export const plans: readonly Plan[] = inOrder([${names.join(', ')}])`,
    '',
  ].join('\n')
  await writeFormatted(`${folder}index.ts`, text)
}

async function writeFormatted(path, text) {
  const options = await prettier.resolveConfig(path)
  await writeFile(path, await prettier.format(text, { ...options, parser: 'typescript' }))
}

/**
 * The English words that SENTIMENT weighs, from the packages that keep them. Every formula in Google Sheets reads the
 * whole project first: a word is written as how much of the one before it begins with, its end, and its weight.
 */
export async function writeEnglish() {
  const { lexicon } = await load('node_modules/vader-sentiment/src/vader_lexicon.js')
  const { BOOSTER_DICT, NEGATE, SPECIAL_CASE_IDIOMS } = await load('node_modules/vader-sentiment/src/vaderSentiment.js')
  const { emojiEmotion } = await load('node_modules/emoji-emotion/index.js')
  const { devDependencies } = JSON.parse(await readFile(`${root}package.json`, 'utf8'))
  const versionOf = (name) => `${name} ${devDependencies[name]}`
  // A text is cut at spaces and put into small letters before it is looked up; and 187 is a number in an order, no slang.
  const isFound = (word) => !/\s/.test(word) && word === word.toLowerCase() && !/^\d+$/.test(word)
  const words = Object.keys(lexicon).filter(isFound).sort()
  const written = words.map((word, i) => {
    const before = words[i - 1] ?? ''
    let shared = 0
    while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared++
    return shared.toString(36) + word.slice(shared) + String.fromCharCode(79 + Math.round(10 * lexicon[word]))
  })
  const emoji = emojiEmotion.filter(({ polarity }) => polarity !== 0)
  const boosters = (sign) => Object.keys(BOOSTER_DICT).filter((word) => Math.sign(BOOSTER_DICT[word]) === sign)
  const constant = (name, parts, between) => `export const ${name} = ${JSON.stringify(parts.join(between))}`
  const text = [
    `// Written by \`npm run build\` from ${versionOf('vader-sentiment')} and ${versionOf('emoji-emotion')}: see NOTICE.`,
    '',
    '/** How many signs of the word before begin it (base 36), its end, and its weight in tenths as a sign, 79 for 0. */',
    constant('WEIGHTS', written, ' '),
    '/** Emoji, and their weight from -5 to 5. */',
    constant(
      'EMOJI',
      emoji.map(({ emoji, polarity }) => emoji.replace(/\ufe0f/g, '') + polarity),
      ' ',
    ),
    '/** What makes the next words stronger, and weaker. */',
    constant('STRONGER', boosters(1), '|'),
    constant('WEAKER', boosters(-1), '|'),
    '/** What turns the next words into their contrary. */',
    constant('NEGATIONS', NEGATE, '|'),
    '/** What means another thing than its words, and its weight. */',
    constant(
      'IDIOMS',
      Object.entries(SPECIAL_CASE_IDIOMS).map(([words, weight]) => `${words} ${weight}`),
      '|',
    ),
    '',
  ].join('\n')
  await writeFormatted(`${root}core/statistics/feedback/englishWords.ts`, text)
}

/** The list of metrics is the list of files; the family of a metric is its folder. */
export async function writeIndex() {
  const folder = `${root}core/metrics/`
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const families = familyOrder.filter((name) => found.includes(name))
  const unknown = found.filter((name) => !familyOrder.includes(name))
  if (unknown.length > 0) throw new Error(`core/metrics has the folder ${unknown}, which familyOrder does not name`)
  const lists = await Promise.all(
    families.map(async (family) => (await readdir(folder + family)).map((file) => file.replace(/\.ts$/, '')).sort()),
  )
  const imports = families.flatMap((family, i) =>
    lists[i].map((name) => `import { ${name} } from './${family}/${name}.ts'`),
  )
  const rows = families.map((family, i) => `  { family: '${family}', metrics: [${lists[i].join(', ')}] },`)
  const text = [
    '// Written by `npm run build`: the list of metrics is the list of files.',
    "import type { Metric } from '../metric.ts'",
    ...imports,
    '',
    'export const families: readonly { family: string; metrics: readonly Metric[] }[] = [',
    ...rows,
    ']',
    '',
  ].join('\n')
  await writeFormatted(`${folder}index.ts`, text)
}

const familyOrder = [
  'value',
  'adoption',
  'retention',
  'prediction',
  'campaign',
  'planning',
  'experience',
  'reliability',
  'steering',
  'experiments',
]

/** What is asked of the product, and which functions, plans and tests answer it. */
async function writeCoverage() {
  const { coverage } = await load('test/needs/coverage.ts')
  const files = await readdir(`${root}test`, { recursive: true })
  const tests = files.filter((file) => file.endsWith('.test.ts')).sort()
  await writeFile(`${root}docs/coverage.md`, coverage(tests.map((file) => `test/${file}`)))
}

/** The catalogue as programs read it that write formulas for people. */
async function assistantsFile({ version }) {
  const { forAssistants } = await load('core/catalogue/forAssistants.ts')
  const { plans } = await load('core/plans/gallery/index.ts')
  return `${JSON.stringify(forAssistants({ version, plans }))}\n`
}

/**
 * Builds everything into `out`. `origin` is where the Excel files and the pages will be served, `namespace` a prefix for
 * Excel's functions (none by default), as in =CUE.NPS(…); the rest is what releaseOf takes.
 */
export async function build({
  out = `${root}dist/`,
  origin = 'https://localhost:3000',
  namespace = '',
  ...options
} = {}) {
  const release = await releaseOf({ origin, ...options })
  await writeIndex()
  await writeGallery()
  await writeEnglish()
  const { reference } = await load('core/catalogue/reference.ts')
  await mkdir(`${root}docs`, { recursive: true })
  await writeFile(`${root}docs/functions.md`, reference())
  await writeCoverage()
  const { warehouseCoverage } = await load('warehouse/coverage.ts')
  await writeFile(`${root}docs/warehouse-functions.md`, warehouseCoverage())
  const { casesFile } = await load('conformance/cases.ts')
  await writeFile(`${root}conformance/cases.json`, casesFile())
  await buildHosts({ out, release, origin, namespace })
}

/** What ships, into `out`, the pages first: nothing is written among the sources. */
export async function buildHosts({ out, release, origin, namespace = '' }) {
  const folder = `${out}site/`
  const site = { folder, ...(await buildSite({ out: folder, release, namespace })) }
  await writeFile(`${folder}catalogue.json`, await assistantsFile(release))
  for (const host of ['gsheets', 'excel', 'workbench']) {
    const { build } = await import(`./${host}/build.mjs`)
    await build({ out: `${out}${host}/`, release, origin, namespace, site })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = ['origin', 'namespace', 'version', 'date', 'publisher', 'contact']
  const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) })
  await build(values)
}
