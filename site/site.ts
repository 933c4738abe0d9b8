import { renderToStaticMarkup } from 'preact-render-to-string'
import { catalogue } from '../core/catalogue/catalogue.ts'
import { plans } from '../core/plans/gallery/index.ts'
import type { Release } from '../core/release.ts'
import { home } from './about/home.tsx'
import { privacy } from './about/privacy.tsx'
import { support } from './about/support.tsx'
import { terms } from './about/terms.tsx'
import { framed } from './frame.tsx'
import { functionIndex } from './functions/functionIndex.tsx'
import { functionPage } from './functions/functionPage.tsx'
import { hostFunctionPage, hostFunctions } from './functions/hostFunctions.tsx'
import { guideNames, guideOf, guidePath, picturesIn } from './guides/guide.ts'
import { guideIndex } from './guides/guideIndex.tsx'
import { asPage } from './guides/markdown.ts'
import type { SitePage } from './page.ts'
import { planIndex } from './plans/planIndex.tsx'
import { planPage } from './plans/planPage.tsx'
import { entries } from './search/entries.ts'
import { tryPage } from './tryIt/tryPage.tsx'

/** What the pages are made of, beside the specs. */
export interface Sources {
  release: Release
  /** The prefix of Excel's functions, "" where there is none. */
  namespace: string
  licence: string
  notice: string
  /** The texts of docs by their names without .md */
  docs: Readonly<Record<string, string>>
}

/** Everything that the build writes: pages, guides that are still markdown, and what the search looks through. */
export function site({ release, namespace, licence, notice, docs }: Sources) {
  const guides = guideNames(Object.keys(docs)).map((name) => guideOf(name, docs[name]!))
  const pictures = picturesIn(guides)
  const metrics = catalogue()
  const pages: SitePage[] = [
    home(guides, namespace),
    functionIndex(),
    ...metrics.map((metric) => functionPage(metric, namespace)),
    ...hostFunctions.map((one) => hostFunctionPage(one, namespace)),
    planIndex(),
    ...plans.map((plan) => planPage(plan, pictures)),
    guideIndex(guides),
    tryPage(),
    privacy(release),
    terms(release, licence, notice),
    support(release, guides, namespace),
  ]
  const known = { guides: guides.map(({ name }) => name), functions: metrics.map(({ spec }) => spec.name) }
  return {
    pages: pages.map(({ body, ...page }) => ({
      path: page.path,
      html: framed(page, renderToStaticMarkup(body), release),
    })),
    guides: guides.map(({ name, title, description, text }) => ({
      path: guidePath(name),
      text,
      frame: (body: string) => framed({ path: guidePath(name), title, description, part: 'Guides' }, body, release),
    })),
    markdown: (md: Parameters<typeof asPage>[0]) => asPage(md, known),
    entries: entries(guides),
  }
}
