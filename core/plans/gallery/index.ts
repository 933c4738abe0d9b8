// Written by `npm run build`: the list of plans is the list of files.
import { inOrder, type Plan } from '../plan.ts'
import { history } from './history.ts'
import { journey } from './journey.ts'
import { kpis } from './kpis.ts'
import { messages } from './messages.ts'
import { promises } from './promises.ts'
import { signals } from './signals.ts'
import { sources } from './sources.ts'
import { targets } from './targets.ts'

/** All plans, in the order of the gallery. */
export const plans: readonly Plan[] = inOrder([history, journey, kpis, messages, promises, signals, sources, targets])
