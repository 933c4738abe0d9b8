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
        {
          path: guidePath(name),
          of: 'Guides',
          spec: { name: title, summary: description, questions: name === 'start' ? [GETTING] : [], args: [] },
        },
        ...sections.map((section) => ({
          path: `${guidePath(name)}#${section.anchor}`,
          of: title,
          spec: { name: section.title, summary: section.text, questions: [], args: [] },
        })),
      ]),
      ...abouts.map(({ path, name, summary, asked }) => ({
        path,
        of: 'About Cuesheet',
        spec: { name, summary, questions: [asked], args: [] },
      })),
    ],
  }
}

const GETTING = 'Download, install, add or buy Cuesheet'

/** The pages about Cuesheet itself, as people ask for them. */
const abouts = [
  {
    path: 'try.html',
    name: 'Try it',
    summary: 'Paste a table and see the number.',
    asked: 'Try a demo in the browser, without installing',
  },
  {
    path: 'privacy.html',
    name: 'Privacy policy',
    summary: 'What Cuesheet collects: nothing.',
    asked: 'Privacy, data protection, GDPR, cookies, permissions',
  },
  {
    path: 'terms.html',
    name: 'Terms',
    summary: 'The licence of Cuesheet.',
    asked: 'Terms of use, licence, open source',
  },
  {
    path: 'support.html',
    name: 'Support',
    summary: 'Whom to ask about Cuesheet.',
    asked: 'Support, help, contact, report a bug or a fault',
  },
]
