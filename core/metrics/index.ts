// Written by `npm run build`: the list of metrics is the list of files.
import type { Metric } from '../metric.ts'
import { cac } from './value/cac.ts'
import { cacPayback } from './value/cacPayback.ts'
import { ltv } from './value/ltv.ts'
import { ltvCac } from './value/ltvCac.ts'
import { churnRate } from './retention/churnRate.ts'
import { cohortRetention } from './retention/cohortRetention.ts'
import { ces } from './experience/ces.ts'
import { csat } from './experience/csat.ts'
import { fcr } from './experience/fcr.ts'
import { nps } from './experience/nps.ts'
import { npsTable } from './experience/npsTable.ts'
import { metricBy } from './steering/metricBy.ts'
import { priorityRice } from './steering/priorityRice.ts'

export const families: readonly { family: string; metrics: readonly Metric[] }[] = [
  { family: 'value', metrics: [cac, cacPayback, ltv, ltvCac] },
  { family: 'retention', metrics: [churnRate, cohortRetention] },
  { family: 'experience', metrics: [ces, csat, fcr, nps, npsTable] },
  { family: 'steering', metrics: [metricBy, priorityRice] },
]
