import type { ComponentType } from 'preact'
import type { Book } from '../../sheet/book.ts'
import type { Row } from '../../plans/row.ts'
import type { Texts } from '../texts/texts.ts'
import { GrowthPage } from './growthPage.tsx'
import { CaseCardPage } from './pilot/caseCardPage.tsx'
import { PlanPilotPage } from './pilot/planPilotPage.tsx'
import { RefreshPage } from './refreshPage.tsx'
import type { Store } from './store.ts'
import { ThemesPage } from './themesPage.tsx'
import type { NextDraft, View } from './view.ts'

export interface OwnPageProps {
  book: Book
  store: Store
  rows: readonly Row[]
  go(view: View): void
  back(): void
  finish(from?: string): void
  updateDraft(id: string, next: NextDraft): void
}

/** A page that one plan has beside those that are made from it. */
export interface OwnPage {
  plan: string
  name: keyof Texts['plans']['ownPages']
  /** It brings rows: the list offers it above them, and it follows when the sheet was created. Else it stands below them. */
  begins?: true
  Page: ComponentType<OwnPageProps>
}

const ownPages: readonly OwnPage[] = [
  { plan: 'Pilot', name: 'planPilot', begins: true, Page: PlanPilotPage },
  { plan: 'Pilot', name: 'caseCard', Page: CaseCardPage },
  { plan: 'Signals', name: 'growth', Page: GrowthPage },
  { plan: 'Signals', name: 'themes', Page: ThemesPage },
  { plan: 'Renewals', name: 'refresh', begins: true, Page: RefreshPage },
]

/** The pages of a plan that bring rows, or the others. */
export function ownPagesOf(plan: string, begins: boolean): readonly OwnPage[] {
  return ownPages.filter((page) => page.plan === plan && (page.begins ?? false) === begins)
}

export function findOwnPage(name: OwnPage['name']): OwnPage {
  return ownPages.find((page) => page.name === name)!
}
