import { render } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Book } from '../sheet/book.ts'
import { Data } from './data/data.tsx'
import { Explain } from './explain.tsx'
import { Functions } from './functions/functions.tsx'
import { keepUncaught } from './help/faults.ts'
import { Help } from './help/help.tsx'
import { Share } from './share.tsx'
import { Plans } from './plans/plans.tsx'
import type { Recipe } from '../tables/recipe.ts'
import type { Opened, Release } from '../release.ts'
import { english, speak, texts, type Texts } from './texts/texts.ts'

/**
 * Shows the sidebar in `root`. Every host calls this, each with its own book. `focus` says whether a person has just
 * asked for the sidebar and will type there.
 */
export function openSidebar(
  root: HTMLElement,
  book: Book,
  { focus = true, language = english, ...options }: Options,
): void {
  speak(language)
  keepUncaught(window)
  render(<Sidebar book={book} focus={focus} {...options} />, root)
}

interface Options {
  release: Release
  focus?: boolean
  opened?: Opened
  /** What it says; English unless given. */
  language?: Texts
}

const TABS = ['Functions', 'Plans', 'Data', 'Explain', 'Share', 'Help'] as const
type Tab = (typeof TABS)[number]

/** A tab stays as it was left; what it needs is read when it is first shown. */
function Sidebar({ book, release, focus, opened = 'Functions' }: Options & { book: Book; focus: boolean }) {
  const first: Tab = opened === 'Check' ? 'Help' : opened
  const [tab, setTab] = useState<Tab>(first)
  const [seen, setSeen] = useState<readonly Tab[]>([first])
  /** The formula that is to be made again for another table. */
  const [recipe, setRecipe] = useState<Recipe | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const show = (next: Tab) => {
    setTab(next)
    setSeen((before) => (before.includes(next) ? before : [...before, next]))
  }
  const walk = (event: KeyboardEvent) => {
    const at = TABS.indexOf(tab)
    const places: Partial<Record<string, number>> = {
      ArrowRight: (at + 1) % TABS.length,
      ArrowLeft: (at + TABS.length - 1) % TABS.length,
      Home: 0,
      End: TABS.length - 1,
    }
    const next = places[event.key]
    if (next === undefined) return
    event.preventDefault()
    show(TABS[next]!)
    list.current!.querySelectorAll('button')[next]!.focus()
  }
  const panel = (name: Tab, content: preact.JSX.Element) => (
    <div role="tabpanel" id={`panel-${name}`} aria-labelledby={`tab-${name}`} hidden={tab !== name}>
      {seen.includes(name) && content}
    </div>
  )
  return (
    <main>
      <div class="tabs" role="tablist" aria-label={texts.tabs.all} ref={list} onKeyDown={walk}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls={`panel-${name}`}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => show(name)}
          >
            {texts.tabs[name]}
          </button>
        ))}
      </div>
      {panel('Functions', <Functions book={book} focus={focus} recipe={recipe} />)}
      {panel('Plans', <Plans book={book} shown={tab === 'Plans'} />)}
      {panel('Data', <Data book={book} />)}
      {panel(
        'Explain',
        <Explain
          book={book}
          shown={tab === 'Explain'}
          again={(next) => {
            setRecipe(next)
            show('Functions')
          }}
        />,
      )}
      {panel('Share', <Share book={book} />)}
      {panel('Help', <Help book={book} release={release} checks={opened === 'Check'} />)}
    </main>
  )
}
