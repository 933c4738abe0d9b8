import { catalogue } from '../../core/catalogue/catalogue.ts'
import type { Findable } from '../../core/catalogue/ranking.ts'
import { functionPagePath, planPagePath } from '../../core/catalogue/pages.ts'
import { plans } from '../../core/plans/gallery/index.ts'
import { isCounts } from '../../core/reading/standingFor.ts'
import { guidePath, type Guide } from '../guides/guide.ts'

/** What the search of the site finds. */
export interface Entry extends Findable {
  path: string
  /** The page that a section belongs to. */
  of?: string
}

/** In two lists, as a function is what most people look for. */
export interface Entries {
  functions: Entry[]
  texts: Entry[]
}

export function entries(guides: readonly Guide[]): Entries {
  return {
    functions: catalogue().map(({ spec: { name, summary, questions, args } }) => ({
      path: functionPagePath(name),
      spec: {
        name,
        summary,
        questions,
        args: args.filter((arg) => !isCounts(arg)).map(({ name, help }) => ({ name, help })),
      },
    })),
    texts: [
      ...plans.map(({ name, question, about, columns }) => ({
        path: planPagePath(name),
        of: 'Plans',
        spec: {
          name,
          summary: about,
          questions: [question],
          args: columns.map(({ title, help }) => ({ name: title, help })),
        },
      })),
      ...guides.flatMap(({ name, title, description, sections }) => [
        { path: guidePath(name), of: 'Guides', spec: { name: title, summary: description, questions: [], args: [] } },
        ...sections.map((section) => ({
          path: `${guidePath(name)}#${section.anchor}`,
          of: title,
          spec: { name: section.title, summary: section.text, questions: [], args: [] },
        })),
      ]),
    ],
  }
}
