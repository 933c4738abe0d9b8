// Written by `npm run build`: the list of metrics is the list of files.
import type { Metric } from '../metric.ts'
import { arpu } from './value/arpu.ts'
import { breakEven } from './value/breakEven.ts'
import { budgetPacing } from './value/budgetPacing.ts'
import { burnMultiple } from './value/burnMultiple.ts'
import { cac } from './value/cac.ts'
import { cacPayback } from './value/cacPayback.ts'
import { costPerUse } from './value/costPerUse.ts'
import { ltv } from './value/ltv.ts'
import { ltvCac } from './value/ltvCac.ts'
import { ltvRetention } from './value/ltvRetention.ts'
import { magicNumber } from './value/magicNumber.ts'
import { marketShare } from './value/marketShare.ts'
import { mixRate } from './value/mixRate.ts'
import { pctChange } from './value/pctChange.ts'
import { priceRealised } from './value/priceRealised.ts'
import { quickRatio } from './value/quickRatio.ts'
import { roas } from './value/roas.ts'
import { roi } from './value/roi.ts'
import { romi } from './value/romi.ts'
import { ruleOf40 } from './value/ruleOf40.ts'
import { scenarios } from './value/scenarios.ts'
import { sensitivity } from './value/sensitivity.ts'
import { simulate } from './value/simulate.ts'
import { tco } from './value/tco.ts'
import { tcoSaving } from './value/tcoSaving.ts'
import { tornado } from './value/tornado.ts'
import { activationRate } from './adoption/activationRate.ts'
import { adoptionCurve } from './adoption/adoptionCurve.ts'
import { conversionRate } from './adoption/conversionRate.ts'
import { featureAdoption } from './adoption/featureAdoption.ts'
import { funnel } from './adoption/funnel.ts'
import { funnelEvents } from './adoption/funnelEvents.ts'
import { stickiness } from './adoption/stickiness.ts'
import { timeToValue } from './adoption/timeToValue.ts'
import { trialToPaid } from './adoption/trialToPaid.ts'
import { upgradeVelocity } from './adoption/upgradeVelocity.ts'
import { churnConvert } from './retention/churnConvert.ts'
import { churnRate } from './retention/churnRate.ts'
import { cohortCurve } from './retention/cohortCurve.ts'
import { cohortLtv } from './retention/cohortLtv.ts'
import { cohortRetention } from './retention/cohortRetention.ts'
import { cohortRevenue } from './retention/cohortRevenue.ts'
import { expansionRate } from './retention/expansionRate.ts'
import { grr } from './retention/grr.ts'
import { meanLifetime } from './retention/meanLifetime.ts'
import { medianLifetime } from './retention/medianLifetime.ts'
import { mrrMovements } from './retention/mrrMovements.ts'
import { nrr } from './retention/nrr.ts'
import { nrrEvents } from './retention/nrrEvents.ts'
import { referralRate } from './retention/referralRate.ts'
import { renewalRate } from './retention/renewalRate.ts'
import { renewalsDue } from './retention/renewalsDue.ts'
import { repeatRate } from './retention/repeatRate.ts'
import { retentionRate } from './retention/retentionRate.ts'
import { revenueChurn } from './retention/revenueChurn.ts'
import { survivalCompare } from './retention/survivalCompare.ts'
import { survivalCurve } from './retention/survivalCurve.ts'
import { winbackRate } from './retention/winbackRate.ts'
import { bgnbdExpected } from './prediction/bgnbdExpected.ts'
import { bgnbdFit } from './prediction/bgnbdFit.ts'
import { clv } from './prediction/clv.ts'
import { clvBacktest } from './prediction/clvBacktest.ts'
import { clvInputs } from './prediction/clvInputs.ts'
import { pAlive } from './prediction/pAlive.ts'
import { pnbdDert } from './prediction/pnbdDert.ts'
import { pnbdExpected } from './prediction/pnbdExpected.ts'
import { pnbdFit } from './prediction/pnbdFit.ts'
import { rfm } from './prediction/rfm.ts'
import { sbgFit } from './prediction/sbgFit.ts'
import { sbgLtv } from './prediction/sbgLtv.ts'
import { sbgRetention } from './prediction/sbgRetention.ts'
import { spendExpected } from './prediction/spendExpected.ts'
import { spendFit } from './prediction/spendFit.ts'
import { attribution } from './campaign/attribution.ts'
import { attributionCompare } from './campaign/attributionCompare.ts'
import { attributionEvents } from './campaign/attributionEvents.ts'
import { promoExpiry } from './campaign/promoExpiry.ts'
import { promoProfit } from './campaign/promoProfit.ts'
import { promoUptake } from './campaign/promoUptake.ts'
import { touchPaths } from './campaign/touchPaths.ts'
import { adstock } from './planning/adstock.ts'
import { agentsNeeded } from './planning/agentsNeeded.ts'
import { bassFit } from './planning/bassFit.ts'
import { bassForecast } from './planning/bassForecast.ts'
import { budgetSplit } from './planning/budgetSplit.ts'
import { kpiForecast } from './planning/kpiForecast.ts'
import { priceMeter } from './planning/priceMeter.ts'
import { queueService } from './planning/queueService.ts'
import { saturation } from './planning/saturation.ts'
import { spendResponse } from './planning/spendResponse.ts'
import { backlog } from './experience/backlog.ts'
import { backlogAge } from './experience/backlogAge.ts'
import { businessHours } from './experience/businessHours.ts'
import { casesFromEvents } from './experience/casesFromEvents.ts'
import { ces } from './experience/ces.ts'
import { csat } from './experience/csat.ts'
import { fcr } from './experience/fcr.ts'
import { fcrEvents } from './experience/fcrEvents.ts'
import { nps } from './experience/nps.ts'
import { npsCompare } from './experience/npsCompare.ts'
import { npsMoe } from './experience/npsMoe.ts'
import { npsTable } from './experience/npsTable.ts'
import { promoters } from './experience/promoters.ts'
import { recoveryRate } from './experience/recoveryRate.ts'
import { resolutionTime } from './experience/resolutionTime.ts'
import { responseTime } from './experience/responseTime.ts'
import { rqi } from './experience/rqi.ts'
import { sentiment } from './experience/sentiment.ts'
import { slaCompliance } from './experience/slaCompliance.ts'
import { slaDue } from './experience/slaDue.ts'
import { themeCount } from './experience/themeCount.ts'
import { capacityUse } from './reliability/capacityUse.ts'
import { defectRate } from './reliability/defectRate.ts'
import { downtimeBudget } from './reliability/downtimeBudget.ts'
import { errorRate } from './reliability/errorRate.ts'
import { mtbf } from './reliability/mtbf.ts'
import { mttr } from './reliability/mttr.ts'
import { onTimeRate } from './reliability/onTimeRate.ts'
import { reasonPareto } from './reliability/reasonPareto.ts'
import { stockAccuracy } from './reliability/stockAccuracy.ts'
import { stockoutRate } from './reliability/stockoutRate.ts'
import { uptime } from './reliability/uptime.ts'
import { dataCheck } from './steering/dataCheck.ts'
import { driverImpact } from './steering/driverImpact.ts'
import { healthScore } from './steering/healthScore.ts'
import { kpiStatus } from './steering/kpiStatus.ts'
import { kpiTarget } from './steering/kpiTarget.ts'
import { kpiTrend } from './steering/kpiTrend.ts'
import { metricBy } from './steering/metricBy.ts'
import { metricDef } from './steering/metricDef.ts'
import { priorityRice } from './steering/priorityRice.ts'
import { rateDetail } from './steering/rateDetail.ts'
import { riskScore } from './steering/riskScore.ts'
import { shareOf } from './steering/shareOf.ts'
import { signalCoverage } from './steering/signalCoverage.ts'
import { signalGap } from './steering/signalGap.ts'
import { abBayes } from './experiments/abBayes.ts'
import { abDetectable } from './experiments/abDetectable.ts'
import { abPower } from './experiments/abPower.ts'
import { abSampleSize } from './experiments/abSampleSize.ts'
import { abTest } from './experiments/abTest.ts'
import { diffInDiff } from './experiments/diffInDiff.ts'
import { meanDetectable } from './experiments/meanDetectable.ts'
import { meanPower } from './experiments/meanPower.ts'
import { meanSampleSize } from './experiments/meanSampleSize.ts'
import { meanTest } from './experiments/meanTest.ts'
import { sampleRatio } from './experiments/sampleRatio.ts'
import { variantsTest } from './experiments/variantsTest.ts'

export const families: readonly { family: string; metrics: readonly Metric[] }[] = [
  {
    family: 'value',
    metrics: [
      arpu,
      breakEven,
      budgetPacing,
      burnMultiple,
      cac,
      cacPayback,
      costPerUse,
      ltv,
      ltvCac,
      ltvRetention,
      magicNumber,
      marketShare,
      mixRate,
      pctChange,
      priceRealised,
      quickRatio,
      roas,
      roi,
      romi,
      ruleOf40,
      scenarios,
      sensitivity,
      simulate,
      tco,
      tcoSaving,
      tornado,
    ],
  },
  {
    family: 'adoption',
    metrics: [
      activationRate,
      adoptionCurve,
      conversionRate,
      featureAdoption,
      funnel,
      funnelEvents,
      stickiness,
      timeToValue,
      trialToPaid,
      upgradeVelocity,
    ],
  },
  {
    family: 'retention',
    metrics: [
      churnConvert,
      churnRate,
      cohortCurve,
      cohortLtv,
      cohortRetention,
      cohortRevenue,
      expansionRate,
      grr,
      meanLifetime,
      medianLifetime,
      mrrMovements,
      nrr,
      nrrEvents,
      referralRate,
      renewalRate,
      renewalsDue,
      repeatRate,
      retentionRate,
      revenueChurn,
      survivalCompare,
      survivalCurve,
      winbackRate,
    ],
  },
  {
    family: 'prediction',
    metrics: [
      bgnbdExpected,
      bgnbdFit,
      clv,
      clvBacktest,
      clvInputs,
      pAlive,
      pnbdDert,
      pnbdExpected,
      pnbdFit,
      rfm,
      sbgFit,
      sbgLtv,
      sbgRetention,
      spendExpected,
      spendFit,
    ],
  },
  {
    family: 'campaign',
    metrics: [attribution, attributionCompare, attributionEvents, promoExpiry, promoProfit, promoUptake, touchPaths],
  },
  {
    family: 'planning',
    metrics: [
      adstock,
      agentsNeeded,
      bassFit,
      bassForecast,
      budgetSplit,
      kpiForecast,
      priceMeter,
      queueService,
      saturation,
      spendResponse,
    ],
  },
  {
    family: 'experience',
    metrics: [
      backlog,
      backlogAge,
      businessHours,
      casesFromEvents,
      ces,
      csat,
      fcr,
      fcrEvents,
      nps,
      npsCompare,
      npsMoe,
      npsTable,
      promoters,
      recoveryRate,
      resolutionTime,
      responseTime,
      rqi,
      sentiment,
      slaCompliance,
      slaDue,
      themeCount,
    ],
  },
  {
    family: 'reliability',
    metrics: [
      capacityUse,
      defectRate,
      downtimeBudget,
      errorRate,
      mtbf,
      mttr,
      onTimeRate,
      reasonPareto,
      stockAccuracy,
      stockoutRate,
      uptime,
    ],
  },
  {
    family: 'steering',
    metrics: [
      dataCheck,
      driverImpact,
      healthScore,
      kpiStatus,
      kpiTarget,
      kpiTrend,
      metricBy,
      metricDef,
      priorityRice,
      rateDetail,
      riskScore,
      shareOf,
      signalCoverage,
      signalGap,
    ],
  },
  {
    family: 'experiments',
    metrics: [
      abBayes,
      abDetectable,
      abPower,
      abSampleSize,
      abTest,
      diffInDiff,
      meanDetectable,
      meanPower,
      meanSampleSize,
      meanTest,
      sampleRatio,
      variantsTest,
    ],
  },
]
