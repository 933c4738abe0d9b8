import { useState } from 'preact/hooks'
import type { Arg } from '../arguments/argument.ts'
import type { Book } from '../sheet/book.ts'
import { reference } from '../sheet/sheetReference.ts'
import type { Fields } from './functions/call.ts'

/** The arguments of a formula while a person fills them in. What is found for them late replaces nothing typed meanwhile. */
export function useFields(start: () => Fields) {
  const [fields, setFields] = useState(start)
  return {
    fields,
    set: (name: string, text: string) => setFields((before) => ({ ...before, [name]: text })),
    /** Fills in what was found for fields that nobody has touched. */
    suggest: (found: Fields) => setFields((before) => ({ ...found, ...before })),
    /** Fills in the selected cells. What takes any number of ranges gets one after the other. */
    takeSelection: async (book: Book, { name, repeating }: Arg<unknown>) => {
      const asked = fields[name] ?? ''
      const selected = reference(await book.selection())
      const text = repeating && asked ? `${asked}, ${selected}` : selected
      setFields((before) => ((before[name] ?? '') === asked ? { ...before, [name]: text } : before))
    },
  }
}
