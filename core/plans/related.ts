import type { SheetContent } from '../sheet/book.ts'
import { titlesOf } from '../sheet/rows.ts'
import { findPlan } from './findPlan.ts'
import type { Layout } from './layout.ts'
import { sheetTitles, type Plan } from './plan.ts'

/** The other plans whose sheets are read with a plan: those that its formulas name, and those that its checks ask. */
export function relatedPlans({ name, needs = [], asks = [], columns }: Plan): string[] {
  const offered = columns.flatMap(({ from, suggests }) => [
    ...(from ? [from.plan] : []),
    ...(suggests && 'plan' in suggests ? [suggests.plan] : []),
  ])
  return [...new Set([...needs, ...asks, ...offered])].filter((other) => other !== name)
}

/** Where columns stand: in the sheet where there is one, else where the plan puts them. */
export function layoutOf(contentOf: (plan: string) => SheetContent | null): Layout {
  return (name) => {
    const content = contentOf(name)
    const titles = content ? titlesOf(content) : []
    return titles.some((title) => title !== '') ? titles : sheetTitles(findPlan(name)!)
  }
}
