import type { Spec } from '../metric.ts'

/** English texts, and what stands for each in another language. */
export type Texts = Readonly<Record<string, string>>

/** A language in which people may read about functions. Names and options are the same in all. */
export interface Language {
  /** As in functions-pt-BR.json. */
  tag: string
  /** What its own people call it. */
  name: string
  /** What people read of functions. A text whose English has changed since is not found, and is read in English. */
  functions: Texts
  /** What the spreadsheet's own pages say of the add-in: its tagline, its description, its button, its welcome. */
  addIn: Texts
  /** Marks the choice that is meant when left out. */
  byDefault: string
  /** Ends a list of choices. */
  stop: string
}

/** What people read about a function, in another language; in English what is not translated. */
export function translatedSpec(spec: Spec, { functions }: Language): Spec {
  const translated = (text: string) => functions[text] ?? text
  return {
    ...spec,
    summary: translated(spec.summary),
    args: spec.args.map((arg) => ({
      ...arg,
      help: translated(arg.help),
      ...(arg.choices && { choices: arg.choices.map(({ value, help }) => ({ value, help: translated(help) })) }),
    })),
  }
}

/** Every text of a function that a language may have, and where it stands: the summary, an argument, or one of its choices. */
export function textsOf({ summary, args }: Spec): { where: string; text: string }[] {
  return [
    { where: 'summary', text: summary },
    ...args.flatMap(({ name, help, choices = [] }) => [
      { where: name, text: help },
      ...choices.map(({ value, help }) => ({ where: `${name} "${value}"`, text: help })),
    ]),
  ]
}
