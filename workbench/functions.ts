import {
  addFunction,
  createAutocompleteArgumentsProvider,
  helpers,
  registries,
  type Arg as Given,
  type ArgDefinition,
} from '@odoo/o-spreadsheet'
import type { Arg } from '../core/arguments/index.ts'
import { catalogue, findMetric } from '../core/catalogue/catalogue.ts'
import type { Metric } from '../core/metric.ts'
import { VERSION_FUNCTION, versionText, type Release } from '../core/release.ts'
import { returnsOf } from '../core/arguments/returnsOf.ts'
import { evaluate } from '../core/reading/evaluate.ts'
import { argumentHelp } from '../core/catalogue/reference.ts'
import { decode, fromError, fromResult, rowsOf, showsDates } from './sheet/cells.ts'

/** Makes every metric a function of the engine. Once per page or process: the engine's list of functions is global. */
export function registerFunctions(): void {
  // The engine has no #VALUE! of its own, and shows what it does not know as text.
  registries.errorTypes.add('#VALUE!')
  for (const metric of catalogue()) register(metric)
}

/** Makes what says which build this is a function as well, without offering it. */
export function registerVersion(release: Release): void {
  addFunction(VERSION_FUNCTION, {
    description: 'Says which version of Cuesheet computes here, and of which day it is.',
    category: 'Cuesheet',
    args: [],
    isExported: true,
    hidden: true,
    compute: () => ({ value: versionText(release) }),
  })
}

function register(metric: Metric): void {
  const { name, summary, args } = metric.spec
  const definitions = args.map(definition)
  createAutocompleteArgumentsProvider(name, definitions)
  addFunction(name, {
    description: summary,
    category: 'Cuesheet',
    args: definitions,
    // Otherwise a saved file holds values in place of formulas.
    isExported: true,
    compute(...given: Given[]) {
      try {
        const result = evaluate(metric, given.map(rowsOf), decode, findMetric)
        return fromResult(result, returnsOf(metric.spec, given, result, { decode, find: findMetric, showsDates }))
      } catch (error) {
        return fromError(error, name)
      }
    },
  })
}

/**
 * Every argument takes a range, because the engine answers a range in a single cell's place with a formula per cell, and
 * core with a sentence. It is not declared as one: the engine would then wrap each single cell into a matrix.
 */
function definition(arg: Arg<unknown>): ArgDefinition {
  const marks = ['any', arg.optional ? 'optional' : '', arg.repeating ? 'repeating' : ''].filter(Boolean).join(', ')
  const choices = arg.choices?.map(({ value, help }) => ({ value, label: help }))
  return { ...helpers.arg(`${arg.name} (${marks})`, argumentHelp(arg), choices), acceptMatrix: true }
}
