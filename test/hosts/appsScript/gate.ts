import * as acorn from 'acorn'
import { simple } from 'acorn-walk'
import { Linter } from 'eslint'
import { VERSION_FUNCTION } from '../../../core/release.ts'

/** What Apps Script gives beside ECMAScript, as far as the product uses it. */
const services = ['Intl', 'SpreadsheetApp', 'HtmlService', 'LockService', 'Charts']

/** Members that came after ES2019, which no runtime of Google promises. */
const newer = [
  'at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|replaceAll|matchAll|allSettled|any|hasOwn|groupBy',
  'fromAsync|isWellFormed|toWellFormed|withResolvers|union|intersection|difference',
].join('|')

const scopes = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
]

/** What would go wrong with Code.js in Apps Script, as far as its text tells. `bundle` is its one private global. */
export function problemsOfCode(source: string, bundle = 'Cuesheet_'): string[] {
  const problems = nonAscii(source)
  const comments: acorn.Comment[] = []
  let program: acorn.Program
  try {
    program = acorn.parse(source, { ecmaVersion: 2019, sourceType: 'script', onComment: comments })
  } catch (error) {
    return [...problems, `not ES2019: ${(error as Error).message}`]
  }
  return [
    ...problems,
    ...unknownNames(source),
    ...topLevelEffects(program, bundle),
    ...program.body.flatMap((node) =>
      node.type === 'FunctionDeclaration' ? problemsOfFunction(node, documentation(source, comments, node)) : [],
    ),
    ...clashes(program),
  ]
}

/** What would go wrong with the sidebar’s page in HtmlService. */
export function problemsOfPage(page: string): string[] {
  const problems = nonAscii(page)
  if (page.includes('<?')) problems.push('has <?, which a template would run')
  if (page.includes('<!--')) problems.push('has <!--')
  const scripts = [...page.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gi)]
  const markup = page.replace(/(<script\b[^>]*>)[^]*?<\/script>/gi, '$1')
  const loaded = [...markup.matchAll(/<(?!a\b)\w+[^>]*\b(?:src|href)\s*=\s*["']?(?!data:|#)([^"'\s>]+)/gi)]
  const styled = [...markup.matchAll(/@import\s+([^;]+)|url\(\s*["']?(?!data:|#)([^"')]+)/gi)]
  for (const [, url, imported] of [...loaded, ...styled]) problems.push(`loads ${url ?? imported}`)
  for (const [, , script] of scripts) problems.push(...problemsOfScript(script!))
  return problems
}

/** What is wrong with the manifest: anything but V8, a fixed clock, and exactly the two scopes. */
export function problemsOfManifest(manifest: string): string[] {
  const { runtimeVersion, timeZone, oauthScopes, addOns } = JSON.parse(manifest) as Record<string, unknown>
  const asked = Array.isArray(oauthScopes) ? (oauthScopes as string[]) : []
  return [
    ...(runtimeVersion === 'V8' ? [] : ['does not run on V8']),
    ...(timeZone === 'Etc/UTC' ? [] : [`has the time zone ${timeZone}`]),
    ...scopes.filter((scope) => !asked.includes(scope)).map((scope) => `lacks the scope ${scope}`),
    ...asked.filter((scope) => !scopes.includes(scope)).map((scope) => `asks for the scope ${scope}`),
    ...(addOns === undefined ? [] : ['has addOns, which makes it a card add-on without custom functions']),
  ]
}

function nonAscii(text: string): string[] {
  const sign = /[^\n\x20-\x7e]/.exec(text)
  return sign ? [`has “${sign[0]}”, which is not ASCII`] : []
}

/** Names that nothing declares, and members that are too new. ESLint knows the globals of ES2019. */
function unknownNames(source: string): string[] {
  const found = new Linter().verify(source, {
    // The code of others may carry directives for rules of its own. Each is mentioned as a warning.
    linterOptions: { noInlineConfig: true },
    languageOptions: {
      ecmaVersion: 2019,
      sourceType: 'script',
      globals: Object.fromEntries(services.map((name) => [name, 'readonly' as const])),
    },
    rules: {
      'no-undef': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: `MemberExpression[computed=false][property.name=/^(${newer})$/]`,
          message: 'member newer than ES2019',
        },
      ],
    },
  })
  const lines = source.split('\n')
  const problems = found.filter(({ severity }) => severity === 2)
  return problems.map(({ message, line }) => `${message} in: ${lines[line - 1]!.trim()}`)
}

/** Loading may only declare: Apps Script loads the file for every single call, also where services are forbidden. */
function topLevelEffects({ body }: acorn.Program, bundle: string): string[] {
  return body
    .filter((node) => {
      if (node.type === 'FunctionDeclaration') return false
      if (node.type === 'ExpressionStatement') return node.directive === undefined
      return !(node.type === 'VariableDeclaration' && node.declarations.every((variable) => isBundle(variable, bundle)))
    })
    .map((node) => `runs a ${node.type} when it is loaded`)
}

function isBundle({ id, init }: acorn.VariableDeclarator, bundle: string): boolean {
  return (
    id.type === 'Identifier' &&
    id.name === bundle &&
    init?.type === 'CallExpression' &&
    init.callee.type === 'ArrowFunctionExpression'
  )
}

/** The JSDoc that stands directly above a declaration. */
function documentation(source: string, comments: readonly acorn.Comment[], node: acorn.Node): string | undefined {
  const comment = comments.find(({ end }) => end <= node.start && source.slice(end, node.start).trim() === '')
  return comment?.type === 'Block' && comment.value.startsWith('*') ? comment.value : undefined
}

function problemsOfFunction({ id, params }: acorn.FunctionDeclaration, doc: string | undefined): string[] {
  const { name } = id
  const isCustom = doc?.includes('@customfunction') ?? false
  if (!isCustom) {
    // The one function in capitals that is to compute and not to be offered.
    const mayBeHidden = name === VERSION_FUNCTION && doc !== undefined
    return /^[A-Z0-9_]+$/.test(name) && !mayBeHidden ? [`${name} is not documented as a custom function`] : []
  }
  const tags = doc!.split('\n').map((line) => line.replace(/^\s*\*/, '').trim())
  const documented = tags.filter((tag) => tag.startsWith('@param'))
  const parsed = documented.map((tag) => /^@param \{([^{}]+)\} (\w+) (\S.*)$/.exec(tag))
  const names = params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : parameter.type))
  return [
    ...(name.endsWith('_') ? [`${name} is private`] : []),
    ...(/^[A-Z]{1,3}\d+$/.test(name) ? [`${name} is the address of a cell`] : []),
    ...documented.filter((_, i) => !parsed[i]).map((tag) => `${name} has no example and help in: ${tag}`),
    ...(parsed.map((match) => match?.[2]).join() === names.join()
      ? []
      : [`${name} takes (${names}) and documents (${parsed.map((match) => match?.[2])})`]),
    ...(tags.some((tag) => tag !== '' && !tag.startsWith('@')) ? [] : [`${name} has no description`]),
    ...tags
      .filter((tag) => /[<>]/.test(tag.replace(/^@\w+ \{[^}]*\}/, '')))
      .map((tag) => `${name} has an angle bracket in: ${tag}`),
    ...(/\{[^}]*<\w/.test(doc!) ? [`${name} has HTML in an example`] : []),
  ]
}

/** In a formula, case does not tell names apart. */
function clashes({ body }: acorn.Program): string[] {
  const names = body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name.toUpperCase()] : []))
  return names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${name} is declared twice`)
}

function problemsOfScript(script: string): string[] {
  const problems: string[] = []
  try {
    simple(acorn.parse(script, { ecmaVersion: 2019, sourceType: 'script' }), {
      TemplateElement({ value }) {
        if (/\/\/|\/\*/.test(value.raw)) {
          problems.push('has a template literal with // or /*, which HtmlService strips as a comment')
        }
      },
      ImportExpression: () => {
        problems.push('imports at run time')
      },
    })
  } catch (error) {
    problems.push(`not ES2019: ${(error as Error).message}`)
  }
  return problems
}
