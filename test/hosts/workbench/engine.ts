// The engine asks for Node 22; this is the one thing of it that Node 20 lacks.
const objects = Object as { groupBy?: typeof groupBy }
objects.groupBy ??= groupBy
// It reports how long each evaluation takes.
globalThis.console.debug = () => {}

const { Model } = await import('@odoo/o-spreadsheet')
const { registerFunctions } = await import('../../../workbench/functions.ts')
const { registerActions } = await import('../../../workbench/sheet/action.ts')
const { registerNotes } = await import('../../../workbench/sheet/notes.ts')
registerFunctions()
registerActions()
registerNotes()

export { Model }

function groupBy<K extends PropertyKey, T>(items: Iterable<T>, key: (item: T, index: number) => K) {
  const groups: Partial<Record<K, T[]>> = {}
  let index = 0
  for (const item of items) (groups[key(item, index++)] ??= []).push(item)
  return groups
}
