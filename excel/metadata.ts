import type { Arg } from '../core/arguments/index.ts'
import { catalogue } from '../core/catalogue/catalogue.ts'
import { functionPagePath } from '../core/catalogue/pages.ts'
import { givesBlock, type Spec } from '../core/metric.ts'
import { argumentHelp, helpInWords } from '../core/catalogue/reference.ts'
import { translatedSpec, type Language } from '../core/languages/language.ts'
import { VERSION_FUNCTION } from '../core/release.ts'
import { PROBE } from './blanks.ts'

type Dimensionality = 'scalar' | 'matrix'

interface Parameter {
  name: string
  description: string
  type: 'any'
  dimensionality: Dimensionality
  optional?: true
  repeating?: true
  customEnumId?: string
}

interface FunctionMetadata {
  id: string
  name: string
  description: string
  helpUrl: string
  parameters: Parameter[]
  result: { type: 'any'; dimensionality: Dimensionality }
  options?: { excludeFromAutoComplete: true }
}

interface EnumMetadata {
  id: string
  type: 'string'
  values: { name: string; stringValue: string; tooltip: string }[]
}

/** What functions.json tells Excel. */
export interface Metadata {
  allowCustomDataForDataTypeAny: true
  allowErrorForDataTypeAny: true
  functions: FunctionMetadata[]
  enums: EnumMetadata[]
}

type HelpOf = (arg: Arg<unknown>) => string

/** functions.json, or the same in another language. The help of each function is its page on the site at `origin`. */
export function metadata(origin: string, language?: Language): Metadata {
  const specs = catalogue().map(({ spec }) => (language ? translatedSpec(spec, language) : spec))
  const helpOf = (arg: Arg<unknown>) => (language ? helpInWords(arg, language) : argumentHelp(arg))
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: [
      ...specs.map((spec) => functionOf(spec, origin, helpOf)),
      probeFunction(origin),
      versionFunction(origin),
    ],
    enums: specs.flatMap(enumsOf),
  }
}

// Every type is “any”: Excel would answer a text in place of a number with a bare #VALUE!, and keep errors to itself.
function functionOf(spec: Spec, origin: string, helpOf: HelpOf): FunctionMetadata {
  return {
    id: spec.name,
    name: spec.name,
    description: spec.summary,
    helpUrl: pageOf(spec.name, origin),
    parameters: spec.args.map((arg) => parameterOf(spec, arg, helpOf)),
    result: { type: 'any', dimensionality: givesBlock(spec.returns) ? 'matrix' : 'scalar' },
  }
}

function parameterOf(spec: Spec, arg: Arg<unknown>, helpOf: HelpOf): Parameter {
  return {
    name: arg.name,
    description: helpOf(arg),
    type: 'any',
    dimensionality: arg.shape === 'cell' ? 'scalar' : 'matrix',
    ...(arg.optional && { optional: true }),
    ...(arg.repeating && { repeating: true }),
    ...(arg.choices && { customEnumId: enumId(spec, arg) }),
  }
}

function enumsOf(spec: Spec): EnumMetadata[] {
  return spec.args.flatMap((arg) => {
    if (!arg.choices) return []
    const values = arg.choices.map(({ value, help }) => ({ name: value, stringValue: value, tooltip: help }))
    return [{ id: enumId(spec, arg), type: 'string', values }]
  })
}

function enumId(spec: Spec, arg: Arg<unknown>): string {
  return `${spec.name}.${arg.name}`
}

function pageOf(name: string, origin: string): string {
  return `${origin}/${functionPagePath(name)}`
}

const probeFunction = (origin: string): FunctionMetadata => ({
  id: PROBE,
  name: PROBE,
  description: 'Says how this Excel sends a blank cell. The task pane uses it.',
  helpUrl: pageOf(PROBE, origin),
  parameters: [{ name: 'cell', description: 'A blank cell.', type: 'any', dimensionality: 'matrix' }],
  result: { type: 'any', dimensionality: 'scalar' },
  options: { excludeFromAutoComplete: true },
})

const versionFunction = (origin: string): FunctionMetadata => ({
  id: VERSION_FUNCTION,
  name: VERSION_FUNCTION,
  description: 'Says which version of Cuesheet computes here, and of which day it is.',
  helpUrl: pageOf(VERSION_FUNCTION, origin),
  parameters: [],
  result: { type: 'any', dimensionality: 'scalar' },
  options: { excludeFromAutoComplete: true },
})
