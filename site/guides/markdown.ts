import GithubSlugger from 'github-slugger'
import { functionPagePath } from '../../core/catalogue/pages.ts'
import { linkFrom } from '../page.ts'
import { guidePath } from './guide.ts'

/** What is used of the parser that Eleventy brings along. */
interface Token {
  type: string
  tag: string
  content: string
  children: Token[] | null
  attrGet(name: string): string | null
  attrSet(name: string, value: string): void
}
interface Rendering {
  core: { ruler: { push(name: string, rule: (state: { tokens: Token[] }) => void): void } }
  renderer: { rules: Record<string, (tokens: readonly Token[], at: number) => string> }
}

/**
 * Makes a guide a page of the site: its headings get the anchors that they have on GitHub, links lead to pages, and those to
 * files that have none become plain text. Tables scroll in a box of their own.
 */
export function asPage(
  md: Rendering,
  { guides, functions }: { guides: readonly string[]; functions: readonly string[] },
) {
  md.core.ruler.push('headings', ({ tokens }) => {
    const slugger = new GithubSlugger()
    let tables = 0
    tokens.forEach((token, i) => {
      if (token.type === 'heading_open') token.attrSet('id', slugger.slug(textOf(tokens[i + 1]!)))
      // A page has one heading of its own.
      if (token.type.startsWith('heading_') && token.tag === 'h1' && i > 2) token.tag = 'h2'
      if (token.type === 'table_open') token.attrSet('aria-label', `Table ${++tables}`)
      // The cell above the names of rows is no heading.
      const isBlank = token.type === 'th_open' && tokens[i + 1]!.content === ''
      if (isBlank) token.tag = tokens[i + 2]!.tag = 'td'
      if (token.type === 'fence' || token.type === 'code_block') token.attrSet('tabindex', '0')
    })
  })
  md.core.ruler.push('links', ({ tokens }) => {
    for (const token of tokens) if (token.children) token.children = linked(token.children, { guides, functions })
  })
  md.renderer.rules['table_open'] = (tokens, at) =>
    `<div class="scroll" role="region" aria-label="${tokens[at]!.attrGet('aria-label')!}" tabindex="0"><table>`
  md.renderer.rules['table_close'] = () => '</table></div>'
}

function textOf({ children, content }: Token): string {
  return children ? children.map((child) => child.content).join('') : content
}

interface Known {
  guides: readonly string[]
  functions: readonly string[]
}

function linked(tokens: readonly Token[], known: Known): Token[] {
  const open: boolean[] = []
  return tokens.filter((token) => {
    if (token.type === 'image') {
      token.attrSet('src', linkFrom(guidePath(''), `images/${token.attrGet('src')!}`))
      token.attrSet('loading', 'lazy')
    }
    if (token.type === 'link_close') return open.pop()
    if (token.type !== 'link_open') return true
    const address = addressOf(token.attrGet('href')!, known)
    if (address !== null) token.attrSet('href', address)
    open.push(address !== null)
    return address !== null
  })
}

/** Where a link of a guide leads on the site; null where there is no page. */
function addressOf(written: string, { guides, functions }: Known): string | null {
  if (/^(?:https?:|mailto:|#)/.test(written)) return written
  const [, name, anchor = ''] = /^([\w-]+)\.md(#.*)?$/.exec(written) ?? []
  if (name === undefined) return null
  const here = guidePath('')
  if (name === 'functions') {
    const wanted = functions.find((one) => `#${one.toLowerCase()}` === anchor)
    return linkFrom(here, wanted ? functionPagePath(wanted) : 'functions/index.html')
  }
  return guides.includes(name) ? `${name}.html${anchor}` : null
}
