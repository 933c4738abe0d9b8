import { readdirSync, readFileSync } from 'node:fs'

const folder = 'dist/site/'

/** The files of the built site by their paths. */
export const files = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.includes('.'))

/** Its pages by their paths. */
export const pages: ReadonlyMap<string, string> = new Map(
  files.filter((path) => path.endsWith('.html')).map((path) => [path, readFileSync(folder + path, 'utf8')]),
)

export function pageAt(path: string): string {
  const page = pages.get(path)
  if (page === undefined) throw new Error(`the site has no page ${path}`)
  return page
}

/** What a person reads on a page. */
export function textOf(page: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return page
    .replace(/^[^]*<main[^>]*>|<\/main>[^]*$/g, '')
    .replace(/<\/(?:p|li|h\d|dt|dd|td|th|pre|figure)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => named[name]!)
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

export function attributes(page: string, name: string): string[] {
  return Array.from(page.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g')), ([, value]) =>
    value!.replace(/&amp;/g, '&').replace(/&quot;/g, '"'),
  )
}
