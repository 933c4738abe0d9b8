import { useEffect, useRef, useState } from 'preact/hooks'
import type { Book } from '../../sheet/book.ts'
import { plans } from '../../plans/gallery/index.ts'
import { GOALS, type Goal } from '../../plans/plan.ts'
import { SCORECARD } from '../../plans/scorecard/views.ts'
import { takeFreeFocus } from '../focus.ts'
import { reason } from '../said.tsx'
import { texts } from '../texts/texts.ts'

/** A plan by its name, or a page that is drawn or done from several. */
export type Place = string

interface Entry {
  place: Place
  name: string
  goal: Goal
  question: string
}

/** What stands in no sheet of its own rows. */
const PAGES = [
  { place: SCORECARD, goal: 'See where we stand' },
  { place: 'Close the month', goal: 'Close the month' },
] as const

function entries(): Entry[] {
  return [
    ...plans.map(({ name, goal, question }) => ({ place: name, name, goal, question })),
    ...PAGES.map(({ place, goal }) => ({ place, goal, ...texts.plans.gallery.pages[place] })),
  ]
}

interface Props {
  book: Book
  shown: boolean
  go(place: Place): void
}

/** All plans, by what a person wants to do. */
export function Gallery({ book, shown, go }: Props) {
  const [names, setNames] = useState<readonly string[] | null>(null)
  const [problem, setProblem] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!shown) return
    takeFreeFocus(heading.current)
    book.sheetNames().then(
      (found) => {
        setNames(found)
        setProblem('')
      },
      (error: unknown) => setProblem(reason(error)),
    )
  }, [shown])
  return (
    <div class="page">
      <h1 ref={heading} tabIndex={-1}>
        {texts.plans.gallery.heading}
      </h1>
      {GOALS.map((goal) => (
        <section key={goal} aria-label={goal}>
          <h2>{goal}</h2>
          <ul class="functions">
            {entries()
              .filter((entry) => entry.goal === goal)
              .map(({ place, name, question }) => (
                <li key={place}>
                  <button type="button" class="function" onClick={() => go(place)}>
                    <b>
                      {name}
                      {names?.includes(place) && <small> {texts.plans.gallery.isHere}</small>}
                    </b>
                    <span>{question}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p class="problem" role="status">
        {problem}
      </p>
    </div>
  )
}
