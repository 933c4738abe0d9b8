/** A short text that differs when the content does, but for one time in four billion. */
export function fingerprintOf(content: unknown): string {
  const text = JSON.stringify(content)
  return `${text.length} ${hashOf(text)}`
}

/** FNV-1a of the code units of a text, in 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
