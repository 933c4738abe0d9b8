import { texts } from './texts/texts.ts'

/** Copies the text of a field, and says what came of it. */
export async function copied(area: HTMLTextAreaElement): Promise<string> {
  // Where the page may not write to the clipboard, the old way still does.
  const isDone = await navigator.clipboard?.writeText(area.value).then(
    () => true,
    () => false,
  )
  if (isDone) return texts.said.copied
  const before = document.activeElement
  area.focus()
  area.select()
  if (!document.execCommand('copy')) return texts.said.selected
  if (before instanceof HTMLElement) before.focus()
  return texts.said.copied
}
