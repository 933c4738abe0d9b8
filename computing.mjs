// What the bundles that compute leave to the sidebar: texts that people read; and every metric that is not called.
import { parse } from 'acorn'
import { ancestor } from 'acorn-walk'
import { transform } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { load, root } from './bundle.mjs'
import { withLatePatterns } from './patterns.mjs'

const CORE = /[/\\]core[/\\].+\.ts$/
const WITH_TEXTS = /[/\\]core[/\\](?:metrics[/\\][^/\\]+|arguments)[/\\].+\.ts$/
const CATALOGUE = /[/\\]core[/\\]catalogue[/\\]catalogue\.ts$/
const TEXTS = 'cuesheet:texts'

/**
 * For the custom functions of a spreadsheet, which are started anew for every sheet and often for every cell: a metric is
 * read when it is first called, and its help, questions and examples are not there at all. What METRIC_DEF tells of a metric
 * stands in one text, taken apart when it is asked for.
 */
export function computing() {
  return {
    name: 'computing',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${TEXTS}$`) }, () => ({ path: TEXTS, namespace: 'cuesheet' }))
      const metrics = allMetrics()
      build.onLoad({ filter: /./, namespace: 'cuesheet' }, async () => ({ contents: texts(await metrics) }))
      build.onLoad({ filter: CATALOGUE }, async () => ({ contents: catalogue(await metrics), resolveDir: root }))
      build.onLoad({ filter: CORE }, async ({ path }) => {
        const code = await script(path)
        return { contents: withLatePatterns(WITH_TEXTS.test(path) ? withoutTexts(code) : code) }
      })
    },
  }
}

/** The same as core/catalogue/catalogue.ts, from metrics that are read one by one. */
function catalogue(metrics) {
  const rows = metrics.map(({ spec: { name }, file, variable }) => `${name}: () => require('./${file}').${variable},`)
  return `const metrics = {
${rows.join('\n')}
}
const known = new Map()
export function metricNames() {
  return Object.keys(metrics)
}
export function findMetric(name) {
  if (!known.has(name)) known.set(name, Object.prototype.hasOwnProperty.call(metrics, name) ? metrics[name]() : undefined)
  return known.get(name)
}
`
}

/** What METRIC_DEF says of each metric, in one text. */
function texts(metrics) {
  const said = metrics.map(({ spec: { name, summary, source } }) => [name, { summary, source }])
  return `let texts
export function textsOf(name) {
  texts = texts || JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(said)))})
  return texts[name]
}
`
}

/** Every metric with its file, which is named like its variable. */
async function allMetrics() {
  const { families } = await load('core/metrics/index.ts')
  const index = await readFile(`${root}core/metrics/index.ts`, 'utf8')
  const files = [...index.matchAll(/import \{ (\w+) \} from '\.\/(.+)'/g)]
  return families
    .flatMap(({ metrics }) => metrics)
    .map((metric, i) => ({ ...metric, variable: files[i][1], file: `core/metrics/${files[i][2]}` }))
}

const isMetric = (node) => node.type === 'CallExpression' && node.callee.name === 'metric'

async function script(path) {
  const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'es2019' })
  return code
}

/** A module without the texts of its arguments, and of a metric. */
function withoutTexts(code) {
  const cuts = []
  let named = false
  ancestor(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), {
    CallExpression(node, around) {
      // What a function says when it is called is no help.
      if (around.some(({ type }) => type.includes('Function'))) return
      const [name, help, options] = node.arguments
      if (isMetric(node)) {
        named = true
        cuts.push(...textsOfSpec(node.arguments[0]))
      } else if (node.callee.type === 'Identifier') {
        if (isText(name) && isHelp(help)) cuts.push({ ...help, text: "''" })
        if (isSentence(name)) cuts.push({ ...name, text: "''" })
        if (node.callee.name === 'choice') cuts.push(...(options?.properties ?? []).flatMap(choiceText))
      }
    },
    AssignmentPattern({ left, right }) {
      if (isHelp(left) && isText(right)) cuts.push({ ...right, text: "''" })
    },
  })
  const kept = cuts
    .filter((cut) => !cuts.some((other) => other.start < cut.start && cut.end < other.end))
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), code)
  return named ? `import { textsOf } from '${TEXTS}'\n${kept}` : kept
}

/** A text, or a constant or function that is called so. */
function isHelp(node) {
  return isText(node) || /help$/i.test(node?.name ?? node?.callee?.name ?? '')
}

/** Help in the place of a name, where the argument has its name from elsewhere. What an error says has no point at its end. */
function isSentence(node) {
  return node?.type === 'Literal' && typeof node.value === 'string' && node.value.endsWith('.')
}

/** A text in quotes, or put together from texts. */
function isText(node) {
  if (node?.type === 'TemplateLiteral') return true
  if (node?.type === 'BinaryExpression') return isText(node.left) && isText(node.right)
  return node?.type === 'Literal' && typeof node.value === 'string'
}

function choiceText(property) {
  return isText(property.value) ? [{ ...property.value, text: "''" }] : []
}

function textsOfSpec({ properties }) {
  const name = properties.find(({ key }) => key?.name === 'name').value.value
  return properties.flatMap((property) => {
    const key = property.key?.name
    if (['questions', 'examples'].includes(key)) return [{ ...property, text: `${key}: []` }]
    if (['native', 'reduce'].includes(key)) return [{ ...property, text: `${key}: undefined` }]
    if (!['summary', 'source'].includes(key)) return []
    return [{ ...property, text: `get ${key}() { return textsOf('${name}').${key} }` }]
  })
}
