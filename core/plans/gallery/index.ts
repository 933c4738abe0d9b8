// Written by `npm run build`: the list of plans is the list of files.
import { inOrder, type Plan } from '../plan.ts'
import { checklist } from './checklist.ts'
import { content } from './content.ts'
import { experiments } from './experiments.ts'
import { feedback } from './feedback.ts'
import { history } from './history.ts'
import { journey } from './journey.ts'
import { kpis } from './kpis.ts'
import { messages } from './messages.ts'
import { offerings } from './offerings.ts'
import { pilot } from './pilot.ts'
import { promises } from './promises.ts'
import { renewals } from './renewals.ts'
import { risks } from './risks.ts'
import { roadmap } from './roadmap.ts'
import { signals } from './signals.ts'
import { sources } from './sources.ts'
import { targets } from './targets.ts'

/** All plans, in the order of the gallery. */
export const plans: readonly Plan[] = inOrder([
  checklist,
  content,
  experiments,
  feedback,
  history,
  journey,
  kpis,
  messages,
  offerings,
  pilot,
  promises,
  renewals,
  risks,
  roadmap,
  signals,
  sources,
  targets,
])
