import vm from 'node:vm'

/** Makes JavaScript values of one global scope, as a host hands them to a script. */
export interface Realm {
  array(items: unknown[]): unknown
  date(instant: number): unknown
  error(message: string): unknown
}

/** Values of a scope: those of the script itself, or of another one, where `instanceof` says no. */
export function realmOf(context: vm.Context): Realm {
  const evaluate = (source: string): unknown => vm.runInContext(source, context)
  return {
    array: evaluate('(items) => Array.from(items)') as Realm['array'],
    date: evaluate('(instant) => new Date(instant)') as Realm['date'],
    error: evaluate('(message) => new Error(message)') as Realm['error'],
  }
}

/** A bare global scope: what ECMAScript defines, Intl, and nothing of Node or a browser. */
export function bareContext(): vm.Context {
  return vm.createContext(Object.create(null), { microtaskMode: 'afterEvaluate' })
}

/** The values of a host, as values of a realm. */
export function into(realm: Realm, value: unknown): unknown {
  if (Array.isArray(value)) return realm.array(value.map((item) => into(realm, item)))
  if (value instanceof Date) return realm.date(value.getTime())
  if (value instanceof Error) return realm.error(value.message)
  return value
}

export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]'
}
