import type { ComponentChildren } from 'preact'
import { sentence } from '../sentence.ts'

/** The scorecard, and the views that are linked to it. */
export const scorecard = {
  about:
    'Three tiers (experience, reliability, loyalty), what is sold beside the help around it, and each KPI with its change and trend: drawn from KPIs and History on a sheet that prints one page wide.',
  noKpis: 'There are no KPIs to draw it from yet.',
  notShown: 'What it would not show',
  draw: 'Draw the scorecard',
  drawAnew: 'Draw it anew',
  drawn: 'Drawn. Its numbers follow the KPIs.',
  drawnAnew: 'Drawn anew.',
  print: 'Print it',
  byHand: ({ sheet, content }: { sheet: string; content: string }) =>
    `The sheet “${sheet}” holds what was written by hand, such as “${content}”: it would go. Move it to another sheet first, or draw over it.`,
  drawOver: 'Draw over it',
  changedMeanwhile: (view: string) =>
    `“${view}” was changed in the sheet meanwhile. Nothing was drawn: look at it again.`,
  views: {
    heading: 'Views',
    about: 'Tables with their charts, below the KPIs, where their data are linked.',
    notDrawn: (sheet: string) =>
      `What is linked is kept in the sheet “${sheet}”, which is not there: nothing is linked.`,
    notLinked: 'Not linked yet',
    ownFormula: 'a formula of your own',
    link: 'Link…',
    change: 'Change…',
    remove: 'Remove',
    linked: (view: string) => `${view} is linked.`,
    removed: (view: string) => `${view} is removed.`,
    shows: (question: string) => `What shows ${question}?`,
    inScorecard: (metric: string) => `${metric} in the scorecard`,
    other: 'Another function',
    linkTo: 'Link to the scorecard',
    occupied: ({ view, formula }: { view: string; formula: ComponentChildren }) =>
      sentence`“${view}” holds ${formula}. Replace it?`,
    ownCells: ({ name, text }: { name: string; text: string }) =>
      `${name}: ${text} is in the scorecard, whose cells move when it is drawn anew. Take data from another sheet.`,
  },
}
