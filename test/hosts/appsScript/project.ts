import * as acorn from 'acorn'
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { bareContext, into, isDate, realmOf } from './realm.ts'
import { defineServices, newSurroundings, type Caller, type Surroundings } from './services.ts'
import { newWorkbook, type Value, type Workbook } from './workbook.ts'
import { serialAt } from './zone.ts'

/** The built files by name. */
export type Files = ReadonlyMap<string, string>

export const builtFolder = fileURLToPath(new URL('../../../dist/gsheets/', import.meta.url))

export async function readFiles(folder = builtFolder): Promise<Files> {
  const names = await readdir(folder)
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(folder + name, 'utf8')] as const)))
}

/** What a cell with a custom function shows: a value, a block of values, or an error with the text one reads on it. */
export type Shown = { values: Value[][]; single: boolean } | { error: string; message: string }

export interface Project {
  world: Surroundings
  workbook: Workbook
  /** The functions that formulas, menus and the sidebar can name. */
  publicFunctions: readonly string[]
  /** =NAME(…): `given` as Sheets passes it, shorter where arguments are left out. */
  customFunction(name: string, given?: readonly unknown[]): Shown
  /** A menu item or a trigger. */
  run(name: string, caller?: Caller): void
  /** google.script.run: JSON text of the arguments in, JSON text of the result out. */
  scriptRun(name: string, given: string): string
  /** Results that google.script.run could not carry. */
  lost: string[]
}

export interface ProjectOptions {
  workbook?: Workbook
  /** Whether values that Sheets passes are made in the script's own scope; which of the two it is, Google does not say. */
  realm?: 'script' | 'foreign'
  timeLimit?: number
}

/**
 * An Apps Script project: every call runs the files afresh in a scope of their own. Sets the time zone of this process
 * to that of the manifest, which is what `getHours()` and its kin speak.
 */
export function openProject(files: Files, options: ProjectOptions = {}): Project {
  const { workbook = newWorkbook(), realm = 'script', timeLimit = 30_000 } = options
  const manifest = JSON.parse(files.get('appsscript.json') ?? 'null') as { runtimeVersion?: string; timeZone?: string }
  if (manifest?.runtimeVersion !== 'V8' || !manifest.timeZone) throw new Error('the manifest needs V8 and a time zone')
  const read = [...files].filter(([name]) => name.endsWith('.js')).map(([name, source]) => readScript(name, source))
  const publicFunctions = read.flatMap(({ declared }) => declared).filter((name) => !/_$/.test(name))
  const lost: string[] = []
  const world = newSurroundings(workbook, files)

  function call(name: string, given: readonly unknown[], caller: Caller): unknown {
    process.env.TZ = manifest.timeZone
    const context = bareContext()
    const passing = realmOf(realm === 'script' ? context : bareContext())
    defineServices(context, passing, caller, world)
    for (const { script } of read) script.runInContext(context)
    Object.assign(context, { given: into(passing, given) })
    return vm.runInContext(`${name}.apply(undefined, given)`, context, { timeout: timeLimit })
  }

  return {
    world,
    workbook,
    publicFunctions,
    lost,
    customFunction(name, given = []) {
      const declared = publicFunctions.find((known) => known.toUpperCase() === name.toUpperCase())
      if (!declared) return { error: '#NAME?', message: `Unknown function: '${name}'.` }
      try {
        return shownResult(call(declared, given, 'formula'), workbook.timeZone)
      } catch (error) {
        const { code } = error as { code?: string }
        const message = code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? 'Exceeded maximum execution time' : String(error)
        return { error: '#ERROR!', message }
      }
    },
    run(name, caller = 'menu') {
      if (!publicFunctions.includes(name)) throw new Error(`Script function not found: ${name}`)
      call(name, [], caller)
    },
    scriptRun(name, given) {
      if (!publicFunctions.includes(name)) throw new Error(`Script function not found: ${name}`)
      const result = call(name, JSON.parse(given) as unknown[], 'menu')
      try {
        return JSON.stringify(carried(result, name))
      } catch (error) {
        // Google hands the page a bare null then, without an error.
        lost.push((error as Error).message)
        return 'null'
      }
    },
  }
}

interface ReadScript {
  script: vm.Script
  declared: readonly string[]
}

/** A file read once for all projects that have it. */
function readScript(name: string, source: string): ReadScript {
  let known = readScripts.get(source)
  if (!known) {
    known = { script: new vm.Script(source, { filename: name }), declared: declaredFunctions(source) }
    readScripts.set(source, known)
  }
  return known
}

const readScripts = new Map<string, ReadScript>()

/** Google finds functions by reading the source: only declarations at the top level are any. */
function declaredFunctions(source: string): string[] {
  const { body } = acorn.parse(source, { ecmaVersion: 2019, sourceType: 'script' })
  return body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name] : []))
}

function shownResult(result: unknown, zone: string): Shown {
  if (!Array.isArray(result)) return { values: [[shownValue(result, zone)]], single: true }
  const values = Array.from(result, (row: unknown) =>
    Array.isArray(row) ? Array.from(row, (value) => shownValue(value, zone)) : [shownValue(row, zone)],
  )
  if (values.some((row) => row.length !== values[0]!.length)) throw new Error('the result is not a rectangle')
  return { values, single: false }
}

function shownValue(value: unknown, zone: string): Value {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? value : { error: '#NUM!' }
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (isDate(value)) return { serial: serialAt(value.getTime(), zone) }
  throw new Error(`a cell cannot show ${Object.prototype.toString.call(value)}`)
}

/** What google.script.run carries: plain JSON. Undefined becomes null in arrays and is dropped from objects. */
function carried(value: unknown, where: string): unknown {
  if (value === undefined || value === null) return null
  if (typeof value !== 'object' && typeof value !== 'function') return value
  if (Array.isArray(value)) return Array.from(value, (item, i) => carried(item, `${where}[${i}]`))
  if (Object.prototype.toString.call(value) !== '[object Object]' || typeof value === 'function') {
    throw new Error(`${where} is ${Object.prototype.toString.call(value)}`)
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key, carried(item, `${where}.${key}`)]))
}
