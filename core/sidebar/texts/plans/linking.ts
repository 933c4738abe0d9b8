import type { ComponentChildren } from 'preact'
import { sentence } from '../sentence.ts'

/** A metric is linked: which one, to which data, with which target. */
export const linking = {
  heading: (name: string) => `What shows whether “${name}” works?`,
  kpis: 'One of your KPIs',
  own: 'A metric of its own',
  find: 'Find a metric, or ask in your own words',
  findExample: 'Are customers satisfied?',
  noneFound: 'No metric answers to these words. Try others, such as “satisfied” or “on time”.',
  kpiLinked: (name: string) => `“${name}” is linked.`,
  metricFor: ({ metric, name }: { metric: string; name: string }) => `${metric} for “${name}”`,
  other: 'Another metric',
  link: (one: string) => `Link to the ${one}`,
  linked: (metric: string) => `${metric} is linked.`,
  occupied: ({ one, content }: { one: string; content: ComponentChildren }) =>
    sentence`The value of this ${one} already holds ${content}. Replace it?`,
  target: {
    label: 'Target',
    help: 'Such as >= 85%, < 2.5 or under 5 min. Without one the status stays blank.',
    helpWithTargets: 'Such as >= 85%, < 2.5 or under 5 min. Left blank, it is that of Targets, or else the usual one.',
    fromTargets: ({ segment, target }: { segment: string; target: string }) =>
      segment ? `From Targets for ${segment}: ${target}` : `From Targets: ${target}`,
    problem: ({ metric, problem }: { metric: string; problem: string }) => `${metric} ${problem}.`,
  },
  data: {
    heading: 'Data',
    offered: (sheet: string) => `Columns of “${sheet}” are offered. For another sheet, click into it and look again.`,
    click: 'Click into the sheet with the data.',
    noTitles: 'Click into the sheet with the data, in which the first row holds the titles.',
    column: (argument: string) => `Column for ${argument}`,
    choose: 'choose a column, or type below',
  },
}
