import { catalogue } from '../core/catalogue/catalogue.ts'
import { capitalized } from '../core/catalogue/readable.ts'
import { families } from '../core/metrics/index.ts'
import { plans } from '../core/plans/gallery/index.ts'
import type { Release } from '../core/release.ts'
import { prefixed } from '../excel/formulas.ts'
import { shopPictures, type Shop } from './pictures/shopPictures.ts'

/** What each shop is told, in the order of its forms. */
export interface Listing {
  microsoft: {
    name: string
    summary: string
    description: string
    searchKeywords: string[]
    website: string
    support: string
    privacy: string
    terms: string
    logo: string
    screenshots: Screenshot[]
  }
  google: {
    name: string
    shortDescription: string
    detailedDescription: string
    category: string
    pricing: string
    postInstallTip: string
    website: string
    support: string
    privacy: string
    terms: string
    icons: string[]
    banner: string
    consentLogo: string
    screenshots: Screenshot[]
  }
  publisher: string
  contact: string
  version: string
}

interface Screenshot {
  file: string
  caption: string
}

const NAME = 'Cuesheet'

/** What both shops are told; `namespace` is the prefix of the functions in Excel, "" for none. */
export function listing({ site, publisher, contact, version }: Release, namespace: string): Listing {
  const pages = {
    website: `${site}/index.html`,
    support: `${site}/support.html`,
    privacy: `${site}/privacy.html`,
    terms: `${site}/terms.html`,
  }
  return {
    microsoft: {
      name: NAME,
      summary: `Churn, lifetime value, cohorts, NPS and ${catalogue().length - 4} more customer metrics as formulas.`,
      description: description(6, namespace),
      searchKeywords: ['customer metrics', 'cohort retention', 'NPS'],
      ...pages,
      logo: filesOf('microsoft', 'logo')[0]!,
      screenshots: screenshotsOf('microsoft'),
    },
    google: {
      name: NAME,
      shortDescription: `${catalogue().length} customer metrics as formulas: churn, lifetime value, cohorts, NPS and more, and signal matrices with live numbers in the sidebar. Nothing leaves your spreadsheet.`,
      detailedDescription: description(Infinity, ''),
      category: 'Business tools',
      pricing: 'Free of charge',
      postInstallTip:
        'Open Extensions ▸ Cuesheet ▸ Use functions in this sheet, then type =NPS( in a cell. Open sidebar finds the metric you need.',
      ...pages,
      icons: filesOf('google', 'icon'),
      banner: filesOf('google', 'banner')[0]!,
      consentLogo: filesOf('google', 'consent logo')[0]!,
      screenshots: screenshotsOf('google'),
    },
    publisher,
    contact,
    version,
  }
}

function filesOf(shop: Shop, kind: string): string[] {
  return shopPictures.filter((one) => one.shop === shop && one.kind === kind).map(({ file }) => file)
}

function screenshotsOf(shop: Shop): Screenshot[] {
  return shopPictures.flatMap(({ file, caption, ...one }) =>
    one.shop === shop && caption !== undefined ? [{ file, caption }] : [],
  )
}

/** The long text, with so many names of each family, as they are typed with a prefix or without. */
function description(shown: number, namespace: string): string {
  const lines = families.map(({ family, metrics }) => {
    const names = metrics.map(({ spec }) => spec.name)
    const others = names.length - shown
    return `• ${capitalized(family)}: ${names.slice(0, shown).join(', ')}${others > 0 ? ` and ${others} more` : ''}`
  })
  const asked = plans.filter(({ isRecord }) => !isRecord)
  return [
    'What customers are worth, whether they stay and what they tell you, as formulas in the spreadsheet where your data are.',
    `Type ${prefixed('=NPS(C2:C500)', namespace)} or ${prefixed('=LTV(50, 80%, 4%)', namespace)}. You get the number, or a sentence that says which cell stands in the way and how to mend it.`,
    `${catalogue().length} functions:`,
    lines.join('\n'),
    'The sidebar finds the function from a question in your own words, fills in its ranges from your columns, draws the chart and explains what a result is made of.',
    `${asked.length} plans come as sheets with live numbers: ${asked.map(({ name }) => name).join(', ')}. Signals is the signal matrix: every cue that tells customers what to expect, each with an owner, a number and a target.`,
    `The same formula gives the same number in Excel and in Google Sheets${namespace && `, where it is typed without the prefix ${namespace}`}. Every function cites its source, and every example in its help is run before each release.`,
    'Cuesheet needs no account and sends no cell, formula or fact about you to anyone: everything is computed for your spreadsheet alone.',
  ].join('\n\n')
}

// Google's limits: developers.google.com/workspace/marketplace/create-listing. Microsoft's: its certification policies and
// the guide to listings in Partner Center.
const limits = {
  microsoft: { name: 50, summary: 100, description: 4000 },
  google: { name: 50, shortDescription: 200, detailedDescription: 15_999 },
}

/** The texts that a shop would not take, in sentences. */
export function listingProblems({ microsoft, google }: Listing): string[] {
  return [
    ...tooLong('Microsoft', microsoft, limits.microsoft),
    ...tooLong('Google', google, limits.google),
    ...(/google|gmail|sheets|workspace/i.test(google.name)
      ? ['Google takes no name with one of its own products']
      : []),
    ...(microsoft.searchKeywords.length > 3 ? ['Microsoft takes at most three keywords'] : []),
    ...[microsoft, google].flatMap(({ screenshots }) =>
      screenshots.length > 5 ? ['a shop shows at most five screenshots'] : [],
    ),
  ]
}

function tooLong<T extends string>(shop: string, texts: Record<NoInfer<T>, string>, most: Record<T, number>): string[] {
  return (Object.entries(most) as [T, number][]).flatMap(([field, limit]) => {
    const { length } = texts[field]
    if (length === 0) return [`${shop}’s ${field} is empty`]
    return length > limit ? [`${shop}’s ${field} has ${length} characters, and the shop takes ${limit}`] : []
  })
}
