import type { Story } from '../story.ts'
import { checklist, content, offerings, renewals, renewing, risks, roadmap } from './ahead.ts'
import { experiments, pilot } from './change.ts'
import { feedback, journey } from './customer.ts'
import { messages, promises, signals } from './promises.ts'
import { kpis, sources, targets } from './standing.ts'

/** An online shop for small furniture: the shop and its parcels are its product, the help desk is its service. */
export const story: Story = {
  rows: {
    Targets: targets,
    Sources: sources,
    KPIs: kpis,
    Signals: signals,
    Promises: promises,
    Messages: messages,
    Journey: journey,
    Feedback: feedback,
    Experiments: experiments,
    Content: content,
    Roadmap: roadmap,
    Risks: risks,
    Offerings: offerings,
    Renewals: renewals,
    Checklist: checklist,
  },
  told: { Roadmap: { Capacity: 14 } },
  notes: [
    {},
    { 'First reply in chat': 'Fourth colleague has started.' },
    {},
    { 'Open cases at the end': 'The rush before the holidays, with two people away.' },
    { 'Visits to the shop': 'Half of what came more are posts about the sale: many looked, few ordered.' },
  ],
  pilot,
  renewals: renewing,
  views: [
    { title: 'Attribution', formula: '=ATTRIBUTION(Orders!E:E)' },
    { title: 'Cohorts', formula: '=COHORT_RETENTION(Orders!B:B, Orders!C:C)' },
  ],
}
