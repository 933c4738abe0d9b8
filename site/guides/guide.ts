import GithubSlugger from 'github-slugger'

/** A file of docs that users read. */
export interface Guide {
  /** Its name without .md */
  name: string
  title: string
  description: string
  text: string
  sections: readonly Section[]
}

export interface Section {
  title: string
  anchor: string
  text: string
}

export interface Picture {
  file: string
  alt: string
}

/** What has pages of its own, and what is for those who work on Cuesheet or publish it. */
const NO_GUIDES = ['functions', 'coverage', 'testing', 'benchmarks', 'benchmarks-warehouse', 'publishing']

const FIRST = ['start', 'signals', 'plans', 'practice', 'finance', 'warehouse', 'google-sheets', 'excel']

/** Which files of docs are guides, in the order of their index: those who use Cuesheet first, then all others. */
export function guideNames(names: readonly string[]): string[] {
  const others = names.filter((name) => !NO_GUIDES.includes(name) && !FIRST.includes(name)).sort()
  return [...FIRST.filter((name) => names.includes(name)), ...others]
}

export function guidePath(name: string): string {
  return `guides/${name}.html`
}

export function guideOf(name: string, text: string): Guide {
  const [, title = name, rest = ''] = /^# (.+)\n([^]*)$/.exec(text) ?? []
  const slugger = new GithubSlugger()
  slugger.slug(plainText(title))
  const sections = withoutCode(rest)
    .split(/^#{1,6} /m)
    .slice(1)
  return {
    name,
    title: plainText(title),
    description: firstSentence(
      plainText(
        withoutCode(rest)
          .trim()
          .split(/\n{2,}/)[0] ?? '',
      ),
    ),
    text,
    sections: sections.map((section) => {
      const [heading, ...lines] = section.split('\n')
      const title = plainText(heading!)
      return { title, anchor: slugger.slug(title), text: plainText(lines.join('\n')) }
    }),
  }
}

/** The pictures of the guides, with what they show. */
export function picturesIn(guides: readonly Guide[]): Picture[] {
  return guides.flatMap(({ text }) =>
    Array.from(text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g), ([, alt, file]) => ({ file: file!, alt: alt! })),
  )
}

/** A line of code may begin as a heading does. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^ *```[^]*?^ *```$/gm, '')
}

/** Markdown as a person would read it aloud. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[|:\s-]+$/gm, ' ')
    .replace(/[*`|]|^#+ |\b_|_\b/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function firstSentence(text: string): string {
  return /^.{20,}?[.:](?= |$)/.exec(text)?.[0].replace(/:$/, '.') ?? text
}
