import type { Action } from './calls.ts'
import { failure, type HostFailure, type HostObject } from './objectModel.ts'

/** A request of office.js: paths to objects, and what to do with them in order. */
export interface Request {
  Actions: Action[]
  ObjectPaths: Record<string, ObjectPath>
}

interface ObjectPath {
  ObjectPathType: number
  Name: string
  ParentObjectPathId?: number
  ArgumentInfo?: Action['ArgumentInfo']
}

export interface Response {
  Results: { ActionId: number; Value: unknown }[]
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number }
}

export interface Host {
  root: HostObject
  /** An object that stands beside the workbook, such as the one that takes results of custom functions. */
  service(name: string): HostObject | undefined
  reference(id: string): HostObject | undefined
  /** Hears of everything that the stand-in does not have. */
  missing(what: string): void
  /** A failure that Excel has before an action on what a path leads to; it keeps what it did until then. */
  fault?(action: Action, path: string): HostFailure | undefined
}

const PATH = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 }
const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, ensureUnchanged: 6, update: 9 }
/** Bookkeeping of office.js that has no effect here. */
const BOOKKEEPING = ['_KeepReference', '_RemoveReference']

/** Does what a request asks, up to the first failure, as Excel does. */
export function answer({ Actions, ObjectPaths }: Request, host: Host): Response {
  const resolved = new Map<number, HostObject | null>()

  function missing(what: string): HostFailure {
    host.missing(what)
    return failure('ApiNotFound', `the stand-in has no ${what}`)
  }

  function objectAt(id: number): HostObject | null {
    if (!resolved.has(id)) resolved.set(id, resolve(ObjectPaths[id]!))
    return resolved.get(id)!
  }

  function resolve({ ObjectPathType, Name, ParentObjectPathId, ArgumentInfo }: ObjectPath): HostObject | null {
    if (ObjectPathType === PATH.nullObject) return null
    if (ObjectPathType === PATH.root) return host.root
    if (ObjectPathType === PATH.service) return found(host.service(Name), `service ${Name}`)
    if (ObjectPathType === PATH.reference) return found(host.reference(Name), `reference ${Name}`)
    const parent = objectAt(ParentObjectPathId!)
    if (parent === null) return null
    if (ObjectPathType === PATH.property) return found(parent.objects?.[Name], `${parent.type}.${Name}`)()
    if (ObjectPathType === PATH.method) return call(parent, Name, ArgumentInfo)
    if (ObjectPathType === PATH.indexer) return call(parent, 'GetItem', ArgumentInfo)
    throw missing(`object path of type ${ObjectPathType}`)
  }

  function call(object: HostObject, name: string, info: Action['ArgumentInfo']): HostObject | null {
    const method = found(object.methods?.[name], `${object.type}.${name}()`)
    const references = info?.ReferencedObjectPathIds ?? []
    // An argument that is an object is told by the number of its path.
    const given = (info?.Arguments ?? []).map((argument, i) => (references[i] ? objectAt(references[i]) : argument))
    return method(...(given as never[])) ?? null
  }

  function found<T>(member: T | undefined, what: string): T {
    if (member === undefined) throw missing(what)
    return member
  }

  function read(object: HostObject, path: string): Record<string, unknown> {
    const [first, ...rest] = path.split('/').map(capitalized)
    const what = `${object.type}.${first}`
    if (rest.length === 0) return { [first!]: found(object.properties?.[first!], what)() }
    return { [first!]: read(found(object.objects?.[first!], what)(), rest.join('/')) }
  }

  function all(object: HostObject, paths: readonly string[]): Record<string, unknown> {
    return paths.reduce((told, path) => ({ ...told, ...read(object, path) }), { ...object.identity })
  }

  /** The members of a collection, each with what is asked of it. */
  function told(items: readonly HostObject[], { QueryInfo }: Action): unknown {
    const paths = (QueryInfo?.Select ?? []).map((path) => path.replace(/^items\//, ''))
    return { _Items: items.map((item) => all(item, paths)) }
  }

  function assign(object: HostObject, name: string, value: unknown): void {
    found(object.setters?.[capitalized(name)], `${object.type}.${name} =`)(value as never)
  }

  function perform(action: Action): unknown {
    const fault = host.fault?.(action, ObjectPaths[action.ObjectPathId]?.Name ?? '')
    if (fault) throw fault
    // A trace belongs to no object.
    if (action.ActionType === ACTION.trace) return null
    const object = objectAt(action.ObjectPathId)
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && (object.identity ?? {})
      case ACTION.query:
        if (object === null) return null
        return object.items ? told(object.items(), action) : all(object, action.QueryInfo?.Select ?? [])
      case ACTION.ensureUnchanged:
        return null
    }
    if (BOOKKEEPING.includes(action.Name)) return null
    if (object === null) throw failure('ItemNotFound', 'The requested resource doesn’t exist.')
    switch (action.ActionType) {
      case ACTION.method:
        call(object, action.Name, action.ArgumentInfo)
        return null
      case ACTION.setProperty:
        assign(object, action.Name, action.ArgumentInfo?.Arguments?.[0])
        return null
      case ACTION.update:
        Object.entries(action.ObjectState ?? {}).forEach(([name, value]) => assign(object, name, value))
        return null
    }
    throw missing(`action of type ${action.ActionType}`)
  }

  const Results: Response['Results'] = []
  for (const [ActionIndex, action] of Actions.entries()) {
    try {
      Results.push({ ActionId: action.Id, Value: perform(action) ?? null })
    } catch (error) {
      if (!isFailure(error)) throw error
      const { code: Code, message: Message } = error
      return { Results, Error: { Code, Message, Location: '', ActionIndex, HttpStatusCode: 400 } }
    }
  }
  return { Results }
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function isFailure(error: unknown): error is HostFailure {
  return typeof error === 'object' && error !== null && 'code' in error && !(error instanceof Error)
}
