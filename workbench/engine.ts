// The engine outside of a page, as tests and the build have it. It asks for Node 22; this is the one thing that 20 lacks.
const objects = Object as { groupBy?: typeof groupBy }
objects.groupBy ??= groupBy
// It reports how long each evaluation takes.
globalThis.console.debug = () => {}

const { Model } = await import('@odoo/o-spreadsheet')
const { registerFunctions } = await import('./functions.ts')
const { registerActions } = await import('./sheet/action.ts')
const { registerNotes } = await import('./sheet/notes.ts')
const { registerLoading } = await import('./loading/loading.ts')
registerFunctions()
registerActions()
registerNotes()
registerLoading()

export { Model }

function groupBy<K extends PropertyKey, T>(items: Iterable<T>, key: (item: T, index: number) => K) {
  const groups: Partial<Record<K, T[]>> = {}
  let index = 0
  for (const item of items) (groups[key(item, index++)] ??= []).push(item)
  return groups
}
