import { useEffect, useRef, useState } from 'preact/hooks'
import type { Book } from '../../sheet/book.ts'
import { plans } from '../../plans/gallery/index.ts'
import { GOALS, type Plan } from '../../plans/plan.ts'
import { takeFreeFocus } from '../focus.ts'
import { reason } from '../said.tsx'

interface Props {
  book: Book
  shown: boolean
  go(plan: Plan): void
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
        What do you want to do?
      </h1>
      {GOALS.map((goal) => (
        <section key={goal} aria-label={goal}>
          <h2>{goal}</h2>
          <ul class="functions">
            {plans
              .filter((plan) => plan.goal === goal)
              .map((plan) => (
                <li key={plan.name}>
                  <button type="button" class="function" onClick={() => go(plan)}>
                    <b>
                      {plan.name}
                      {names?.includes(plan.name) && <small> in this workbook</small>}
                    </b>
                    <span>{plan.question}</span>
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
