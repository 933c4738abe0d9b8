// Written by `npm run build`: the list of plans is the list of files.
import { inOrder, type Plan } from '../plan.ts'
import { checklist } from './checklist.ts'
import { feedback } from './feedback.ts'
import { history } from './history.ts'
import { kpis } from './kpis.ts'
import { renewals } from './renewals.ts'
import { signals } from './signals.ts'
import { sources } from './sources.ts'
import { targets } from './targets.ts'

/** All plans, in the order of the gallery. */
export const plans: readonly Plan[] = inOrder([checklist, feedback, history, kpis, renewals, signals, sources, targets])
