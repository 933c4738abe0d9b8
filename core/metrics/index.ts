// Written by `npm run build`: the list of metrics is the list of files.
import type { Metric } from '../metric.ts'
import { arpu } from './value/arpu.ts'
import { budgetPacing } from './value/budgetPacing.ts'
import { burnMultiple } from './value/burnMultiple.ts'
import { cac } from './value/cac.ts'
import { cacPayback } from './value/cacPayback.ts'
import { costPerUse } from './value/costPerUse.ts'
import { ltv } from './value/ltv.ts'
import { ltvCac } from './value/ltvCac.ts'
import { magicNumber } from './value/magicNumber.ts'
import { marketShare } from './value/marketShare.ts'
import { mixRate } from './value/mixRate.ts'
import { pctChange } from './value/pctChange.ts'
import { quickRatio } from './value/quickRatio.ts'
import { roas } from './value/roas.ts'
import { roi } from './value/roi.ts'
import { romi } from './value/romi.ts'
import { ruleOf40 } from './value/ruleOf40.ts'
import { sensitivity } from './value/sensitivity.ts'
import { tco } from './value/tco.ts'
import { tcoSaving } from './value/tcoSaving.ts'
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
  {
    family: 'value',
    metrics: [
      arpu,
      budgetPacing,
      burnMultiple,
      cac,
      cacPayback,
      costPerUse,
      ltv,
      ltvCac,
      magicNumber,
      marketShare,
      mixRate,
      pctChange,
      quickRatio,
      roas,
      roi,
      romi,
      ruleOf40,
      sensitivity,
      tco,
      tcoSaving,
    ],
  },
  { family: 'adoption', metrics: [] },
  { family: 'retention', metrics: [churnRate, cohortRetention] },
  { family: 'prediction', metrics: [] },
  { family: 'campaign', metrics: [] },
  { family: 'experience', metrics: [ces, csat, fcr, nps, npsTable] },
  { family: 'steering', metrics: [metricBy, priorityRice] },
]
