/** What is asked for in some columns only, and of many cells: found when it is first wanted. */
export function once<T>(find: () => T): () => T {
  let found: { value: T } | undefined
  return () => (found ??= { value: find() }).value
}
