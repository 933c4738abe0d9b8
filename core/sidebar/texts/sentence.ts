import type { ComponentChildren } from 'preact'

/** A sentence in which more than words may stand, such as a formula set as one: sentence`${cell} holds ${formula}.` */
export function sentence(words: TemplateStringsArray, ...values: readonly ComponentChildren[]): ComponentChildren[] {
  return words.flatMap((each, i): ComponentChildren[] => [each, values[i]])
}
