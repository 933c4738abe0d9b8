import { answersTo } from './answers.ts'
import type { Entries, Entry } from './entries.ts'

// Its folder is the root of the site, wherever that stands.
const root = new URL('.', (document.currentScript as HTMLScriptElement).src)
const box = document.getElementById('site-search')!
const asked = document.getElementById('site-asked') as HTMLInputElement
const told = document.getElementById('site-told')!
const found = document.getElementById('site-found')!

/** What is searched comes when somebody is about to search. */
let coming: Promise<Entries> | undefined

function load(): Promise<Entries> {
  coming ??= fetch(new URL('search.json', root)).then((answer) => {
    if (answer.ok) return answer.json() as Promise<Entries>
    throw new Error(`search.json: ${answer.status}`)
  })
  return coming
}

async function show(): Promise<void> {
  const query = asked.value
  if (query.trim() === '') return clear()
  try {
    const { functions, texts } = await load()
    if (query !== asked.value) return
    const answers = answersTo(query, { functions, texts })
    const count = answers.reduce((sum, [, list]) => sum + list.length, 0)
    const none = `Nothing is found for “${query.trim()}”. Try other words, or the names of columns you have.`
    found.replaceChildren(
      ...(count === 0 ? [withText('p', none)] : answers.flatMap(([heading, list]) => group(heading, list))),
    )
    found.hidden = false
    told.textContent = count === 0 ? none : `${count} found. Arrow down goes to the first.`
  } catch {
    coming = undefined
    const problem = 'The search cannot be loaded just now. The menu leads to all pages.'
    found.replaceChildren(withText('p', problem))
    found.hidden = false
    told.textContent = problem
  }
}

function group(heading: string, entries: readonly Entry[]): HTMLElement[] {
  if (entries.length === 0) return []
  const list = document.createElement('ul')
  list.append(...entries.map(item))
  return [withText('h2', heading), list]
}

function item({ path, of, spec }: Entry): HTMLElement {
  const link = document.createElement('a')
  link.href = new URL(path, root).href
  link.append(withText('b', spec.name), ' ', withText('span', of ?? spec.summary))
  const line = document.createElement('li')
  line.append(link)
  return line
}

function withText(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}

function clear(): void {
  found.hidden = true
  found.replaceChildren()
  told.textContent = ''
}

/** Arrows go through what is found, Escape goes back to the question and then leaves it. */
function go(event: KeyboardEvent): void {
  const links = [...found.querySelectorAll('a')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  if (event.key === 'Escape') {
    if (at < 0) asked.value = ''
    asked.focus()
    clear()
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = at + (event.key === 'ArrowDown' ? 1 : -1)
    if (links.length === 0) return
    event.preventDefault()
    if (next < 0) asked.focus()
    else links[Math.min(next, links.length - 1)]!.focus()
  } else if (event.key === 'Enter' && at < 0) links[0]?.click()
}

box.hidden = false
asked.addEventListener('focus', () => void load().catch(() => (coming = undefined)))
asked.addEventListener('input', () => void show())
box.addEventListener('keydown', go)
document.addEventListener('click', ({ target }) => {
  if (!box.contains(target as Node)) clear()
})
document.addEventListener('keydown', (event) => {
  const isTyping = /^(?:input|textarea|select)$/i.test((event.target as Element).tagName)
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  asked.focus()
})
