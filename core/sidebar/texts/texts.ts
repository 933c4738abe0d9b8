import { data } from './data.ts'
import { explain } from './explain.ts'
import { functions } from './functions.ts'
import { help } from './help.ts'
import { plans } from './plans/plans.ts'
import { controls, doing, said, tabs } from './shared.ts'
import { share } from './share.ts'
import { warehouse } from './warehouse.ts'

/** What the sidebar says in English: a file for each tab. What specs, plans and checks say is theirs. */
export const english = {
  tabs,
  doing,
  said,
  controls,
  functions,
  warehouse,
  plans,
  data,
  explain,
  share,
  help,
}

/** The same table in whatever words. */
export type Texts = InWords<typeof english>

type InWords<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Text
    ? (...values: Values) => Text extends string ? string : Text
    : { readonly [Name in keyof T]: InWords<T[Name]> }

/** The table that is spoken. It is set before anything is drawn, so whatever is known earlier may not read it. */
export let texts: Texts = english

export function speak(language: Texts): void {
  texts = language
}
