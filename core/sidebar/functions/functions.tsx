import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Book } from '../../sheet/book.ts'
import { families } from '../../metrics/index.ts'
import { findMetric } from '../../catalogue/catalogue.ts'
import { isNative } from '../../catalogue/natives.ts'
import { find, type Answer } from '../../catalogue/search.ts'
import type { Recipe } from '../../tables/recipe.ts'
import { FunctionPage } from './functionPage.tsx'
import { FirstSteps } from './firstSteps.tsx'
import { texts } from '../texts/texts.ts'
import { NOWHERE } from './warehouse/request.ts'

/** A page that is open, and the formula that it is to make again. */
interface Opened {
  answer: Answer
  recipe: Recipe | null
}

/** The Functions tab: search the catalogue, read about a function, write it into the sheet. */
export function Functions({ book, focus, recipe }: { book: Book; focus: boolean; recipe: Recipe | null }) {
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<Opened | null>(null)
  const [lastOpen, setLastOpen] = useState<Opened | null>(null)
  const [place, setPlace] = useState(NOWHERE)
  const [begun, setBegun] = useState<Recipe | null>(null)
  if (recipe && recipe !== begun) {
    setBegun(recipe)
    setOpen({ answer: findMetric(recipe.name)!, recipe })
  }
  if (open) {
    const close = () => {
      setLastOpen(open)
      setOpen(null)
    }
    // Each opening has fields of its own.
    return <FunctionPage key={open} {...open} book={book} place={place} setPlace={setPlace} close={close} />
  }
  const focusOn = lastOpen?.answer.spec.name ?? (focus ? 'query' : null)
  const show = (answer: Answer) => setOpen({ answer, recipe: null })
  return <List book={book} query={query} setQuery={setQuery} open={show} focusOn={focusOn} />
}

interface ListProps {
  book: Book
  query: string
  setQuery(query: string): void
  open(answer: Answer): void
  /** The id of what a person goes on with: the search field, or the function just looked at. */
  focusOn: string | null
}

function List({ book, query, setQuery, open, focusOn }: ListProps) {
  const root = useRef<HTMLDivElement>(null)
  const { answers, isSure } = useMemo(() => find(query), [query])
  const found = isSure ? answers : answers.slice(0, NEAREST)
  const groups: readonly { family: string; metrics: readonly Answer[] }[] = query.trim()
    ? [{ family: '', metrics: found }]
    : families

  useLayoutEffect(() => {
    if (focusOn !== null) (document.getElementById(focusOn) ?? document.getElementById('query'))?.focus()
  }, [focusOn])

  /** Down and up walk from the search field through the results. */
  const walk = (event: KeyboardEvent) => {
    const stops = [...root.current!.querySelectorAll<HTMLElement>('input, .function')]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || at < 0) return
    event.preventDefault()
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]!.focus()
  }

  return (
    <div class="page" ref={root} onKeyDown={walk}>
      <h1>{texts.functions.heading}</h1>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          if (found[0]) open(found[0])
        }}
      >
        <label for="query">{texts.functions.find}</label>
        <input
          id="query"
          type="search"
          placeholder={texts.functions.findSuch}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </form>
      <p class="count" role="status">
        {query.trim() && foundText(found.length, isSure)}
      </p>
      {!query.trim() && <FirstSteps book={book} open={open} />}
      {groups
        .filter(({ metrics }) => metrics.length > 0)
        .map(({ family, metrics }) => (
          <section key={family} aria-label={family || texts.functions.results}>
            {family && <h2>{family}</h2>}
            <ul class="functions">
              {metrics.map((metric) => (
                <li key={metric.spec.name}>
                  <button type="button" class="function" id={metric.spec.name} onClick={() => open(metric)}>
                    <b>{metric.spec.name}</b>
                    <span>{metric.spec.questions[0]}</span>
                    {isNative(metric.spec) && <span class="native">{metric.spec.native.replace(/[{}]/g, '')}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

/** How many answers are shown where none is about what was asked. */
const NEAREST = 3

function foundText(count: number, isSure: boolean): string {
  return count === 0 || isSure ? texts.functions.found(count) : texts.functions.nearest
}
