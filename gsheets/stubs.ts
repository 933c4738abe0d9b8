import type { Arg } from '../core/arguments/index.ts'
import { catalogue } from '../core/catalogue/catalogue.ts'
import type { Returns, Spec } from '../core/metric.ts'
import { VERSION_FUNCTION } from '../core/release.ts'
import { argumentHelp, sample, sampleCall } from '../core/catalogue/reference.ts'
import type * as main from './main.ts'

/** The one global that holds the bundle. A name that ends in _ cannot be called from a cell. */
export const bundleName = 'Cuesheet_'

/** A call with as few arguments as there are, so that no separator depends on the locale. */
export function simplestCall(): string {
  const required = ({ args }: Spec) => args.filter(({ optional }) => !optional).length
  const specs = catalogue().map(({ spec }) => spec)
  return sampleCall(specs.reduce((simplest, spec) => (required(spec) < required(simplest) ? spec : simplest)))
}

/** What menus, triggers and the sidebar call by name. */
const entryPoints: readonly (keyof typeof main)[] = [
  'onOpen',
  'onInstall',
  'openCuesheet',
  'checkCuesheet',
  'helpCuesheet',
  'useCuesheet',
  'versionCuesheet',
  'cuesheetBook',
]

/**
 * The top level of Code.js. Google Sheets finds a custom function, and the help it shows while typing, by reading the
 * text of documented declarations.
 */
export function declarations(): string {
  const metrics = catalogue().map(({ spec }) => customFunction(spec))
  return [...metrics, versionFunction(), ...entryPoints.map(entryPoint)].join('\n')
}

/**
 * The declaration of one metric with its help. `arguments` keeps an argument that was left out apart from a blank cell,
 * and carries those beyond the last name.
 */
export function customFunction(spec: Spec): string {
  const lines = [
    plain(spec.summary),
    '',
    ...spec.args.map((arg) => `@param {${example(spec, arg)}} ${arg.name} ${plain(help(arg))}`),
    `@return ${gives(spec.returns)}`,
    '@customfunction',
  ]
  return `/**
${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}
 */
function ${spec.name}(${spec.args.map(({ name }) => name).join(', ')}) {
  return ${bundleName}.call('${spec.name}', arguments);
}
`
}

/** Computes as the others do, but is not offered while typing: its comment does not say customfunction. */
function versionFunction(): string {
  return `/**
 * Says which version of Cuesheet is in this spreadsheet, and of which day it is.
 *
 * @return {text}
 */
function ${VERSION_FUNCTION}() {
  return ${bundleName}.call('${VERSION_FUNCTION}', arguments);
}
`
}

function entryPoint(name: string): string {
  return `function ${name}() {
  return ${bundleName}.${name}.apply(null, arguments);
}
`
}

/** Google Sheets shows what stands in braces as an example of what to type. */
function example(spec: Spec, arg: Arg<unknown>): string {
  return ascii(sample(spec, arg)).replace(/[{}]/g, '')
}

function help(arg: Arg<unknown>): string {
  const text = arg.repeating
    ? `${argumentHelp(arg)} More may follow, each as an argument of its own.`
    : argumentHelp(arg)
  return arg.optional ? `(optional) ${text}` : text
}

function gives({ unit, table }: Returns): string {
  return table ? `{table} ${plain(table.map(({ name }) => name).join(', '))}` : `{${unit}}`
}

/** Text that neither ends the comment nor looks like HTML, of which Google Sheets strips what stands between < and >. */
function plain(text: string): string {
  return ascii(text)
    .replace(/\s+/g, ' ')
    .replace(/\*\//g, '* /')
    .replace(/ ?-> ?/g, ' to ')
    .replace(/>= ?/g, 'at least ')
    .replace(/<= ?/g, 'at most ')
    .replace(/> ?/g, 'more than ')
    .replace(/< ?/g, 'less than ')
}

const signs: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '×': 'x',
  '·': '*',
  '÷': '/',
  '⁄': '/',
  '±': '+/-',
  '≥': '>=',
  '≤': '<=',
  '≠': 'not ',
  '≈': 'about ',
  '→': '->',
  '€': 'EUR ',
  '£': 'GBP ',
  '¥': 'JPY ',
  ß: 'ss',
}

/** Comments cannot hold escapes, so letters lose their accents and typographic signs become plain ones. */
function ascii(text: string): string {
  return text
    .replace(/[^\x20-\x7e]/g, (sign) => signs[sign] ?? sign)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\x20-\x7e\s]/g, (sign) => {
      if (signs[sign] !== undefined) return signs[sign]
      throw new Error(`“${text}” has “${sign}”, which gsheets/stubs.ts cannot write in ASCII`)
    })
}
