import { planPagePath } from '../../core/catalogue/pages.ts'
import { plans } from '../../core/plans/gallery/index.ts'
import { GOALS } from '../../core/plans/plan.ts'
import { linkFrom, type SitePage } from '../page.ts'

const path = 'plans/index.html'

/** All plans, by what a person wants to do. */
export function planIndex(): SitePage {
  const to = (file: string) => linkFrom(path, file)
  const body = (
    <>
      <h1>Plans</h1>
      <p class="lead">
        {plans.length} frameworks as sheets of your workbook, with live numbers, owners and checks. They are yours to
        sort and edit, and stay when the add-in is gone.
      </p>
      {GOALS.map((goal) => {
        const own = plans.filter((plan) => plan.goal === goal)
        return (
          <section key={goal}>
            <h2 id={goal.toLowerCase().replace(/ /g, '-')}>{goal}</h2>
            <ul class="entries">
              {own.map(({ name, question }) => (
                <li key={name}>
                  <a href={to(planPagePath(name))}>{name}</a> {question}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <p>
        The scorecard and the closing of a month are drawn from these:{' '}
        <a href={to('guides/plans.html')}>the month of a manager</a> shows both.
      </p>
    </>
  )
  return {
    path,
    title: 'Plans',
    description: 'The signal matrix, targets, KPIs and further frameworks as sheets with live numbers.',
    part: 'Plans',
    body,
  }
}
