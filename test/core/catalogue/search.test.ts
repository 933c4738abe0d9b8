import { expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { search } from '../../../core/catalogue/search.ts'

const names = (query: string) => search(query).map(({ spec }) => spec.name)

test('a name finds its function first, however it is typed', () => {
  for (const { spec } of catalogue()) {
    for (const typed of [spec.name, spec.name.toLowerCase(), `=${spec.name}`, spec.name.replace(/_/g, ' ')]) {
      expect(names(typed)[0], typed).toBe(spec.name)
    }
  }
})

test.each([
  ['are customers coming back?', 'COHORT_RETENTION'],
  ['which customers return', 'COHORT_RETENTION'],
  ['how long until we earn back the cost of a customer', 'CAC_PAYBACK'],
  ['when do we break even on a customer', 'CAC_PAYBACK'],
  ['what is a customer worth', 'LTV'],
  ['lifetime value', 'LTV'],
  ['what does it cost to win a customer', 'CAC'],
  ['acquisition cost', 'CAC'],
  ['how many customers do we lose', 'CHURN_RATE'],
  ['customers leaving', 'CHURN_RATE'],
  ['would people recommend us', 'NPS'],
  ['promoters by region', 'NPS_TABLE'],
  ['are people satisfied', 'CSAT'],
  ['happy with support', 'CSAT'],
  ['how much effort', 'CES'],
  ['is it easy to do business with us', 'CES'],
  ['solved the first time', 'FCR'],
  ['first contact resolution', 'FCR'],
  ['compare channels', 'METRIC_BY'],
  ['per segment', 'METRIC_BY'],
  ['how much does a customer pay us', 'ARPU'],
  ['what do our ads bring in', 'ROAS'],
  ['did the campaign pay off', 'ROMI'],
  ['was the investment worth it', 'ROI'],
  ['what does it really cost over the years', 'TCO'],
  ['how much cheaper are we than our rival', 'TCO_SAVING'],
  ['what does one use cost', 'COST_PER_USE'],
  ['how big is our share of the market', 'MARKET_SHARE'],
  ['by how many percent did sales grow', 'PCT_CHANGE'],
  ['do we win more recurring revenue than we lose', 'QUICK_RATIO'],
  ['should we spend more on sales', 'MAGIC_NUMBER'],
  ['growth plus profit margin', 'RULE_OF_40'],
  ['how much cash do we burn for growth', 'BURN_MULTIPLE'],
  ['what if churn were higher', 'SENSITIVITY'],
  ['are we spending the budget too fast', 'BUDGET_PACING'],
  ['why did the overall rate change', 'MIX_RATE'],
  ['what share of visitors buy', 'CONVERSION_RATE'],
  ['where do people drop out', 'FUNNEL'],
  ['how many finish onboarding within two weeks', 'ACTIVATION_RATE'],
  ['how long until a customer gets value', 'TIME_TO_VALUE'],
  ['which features does nobody use', 'FEATURE_ADOPTION'],
  ['how many trials become paying customers', 'TRIAL_TO_PAID'],
  ['how often do users come back each day', 'STICKINESS'],
  ['how fast do customers upgrade', 'UPGRADE_VELOCITY'],
  ['how many customers stay', 'RETENTION_RATE'],
  ['turn monthly churn into yearly churn', 'CHURN_CONVERT'],
  ['how much revenue do we lose', 'REVENUE_CHURN'],
  ['do customers buy again', 'REPEAT_RATE'],
  ['which contracts end soon', 'RENEWALS_DUE'],
  ['did lost customers come back', 'WINBACK_RATE'],
  ['how many contracts were renewed', 'RENEWAL_RATE'],
  ['how long do customers stay', 'MEDIAN_LIFETIME'],
  ['how much revenue does each cohort bring', 'COHORT_REVENUE'],
  ['net revenue retention', 'NRR'],
  ['where did our recurring revenue come from', 'MRR_MOVEMENTS'],
  ['how many new customers came by referral', 'REFERRAL_RATE'],
  ['which channel deserves the credit', 'ATTRIBUTION'],
  ['compare attribution models', 'ATTRIBUTION_COMPARE'],
  ['how many coupons were used', 'PROMO_UPTAKE'],
  ['did the discount make money', 'PROMO_PROFIT'],
  ['who are our best customers', 'RFM'],
  ['what should we do first', 'PRIORITY_RICE'],
  ['how many working hours lie between two times', 'BUSINESS_HOURS'],
  ['how long was the case open without nights and weekends', 'BUSINESS_HOURS'],
  ['when is the reply due', 'SLA_DUE'],
  ['when does the service level run out', 'SLA_DUE'],
  ['how fast do we reply', 'RESPONSE_TIME'],
  ['time to first answer by channel', 'RESPONSE_TIME'],
  ['how long does it take to solve a case', 'RESOLUTION_TIME'],
  ['do we keep our service level agreement', 'SLA_COMPLIANCE'],
  ['what share of cases is answered in time', 'SLA_COMPLIANCE'],
  ['how many cases are open', 'BACKLOG'],
  ['how old are the open cases', 'BACKLOG_AGE'],
  ['do customers contact us again about the same problem', 'FCR_EVENTS'],
  ['do customers buy again after a complaint', 'RECOVERY_RATE'],
  ['what do comments talk about', 'THEME_COUNT'],
  ['which topics come up most in feedback', 'THEME_COUNT'],
  ['how good are our replies', 'RQI'],
  ['how sure is the nps', 'NPS_MOE'],
  ['did nps really change', 'NPS_COMPARE'],
  ['is the new nps better than the old one', 'NPS_COMPARE'],
  ['do we deliver on time', 'ON_TIME_RATE'],
  ['how many deliveries are late', 'ON_TIME_RATE'],
  ['how many mistakes do we make', 'ERROR_RATE'],
  ['how often is the system available', 'UPTIME'],
  ['how much downtime are we allowed', 'DOWNTIME_BUDGET'],
  ['how long until it works again', 'MTTR'],
  ['how long between failures', 'MTBF'],
  ['how often are we out of stock', 'STOCKOUT_RATE'],
  ['does the stock count match the system', 'STOCK_ACCURACY'],
  ['how many units are defective', 'DEFECT_RATE'],
  ['why do customers send things back', 'REASON_PARETO'],
  ['most frequent return reasons', 'REASON_PARETO'],
  ['are we on target', 'KPI_STATUS'],
  ['is the trend going up or down', 'KPI_TREND'],
  ['is it getting better', 'KPI_TREND'],
  ['what is a good target', 'KPI_TARGET'],
  ['what does this metric mean', 'METRIC_DEF'],
  ['one score for the whole tier', 'HEALTH_SCORE'],
  ['what drives loyalty', 'DRIVER_IMPACT'],
  ['which cues matter most for nps', 'DRIVER_IMPACT'],
  ['where do we promise more than we deliver', 'SIGNAL_GAP'],
  ['which cues have no owner', 'SIGNAL_COVERAGE'],
  ['which of two versions is better', 'AB_TEST'],
  ['how many visitors do we need for the test', 'AB_SAMPLE_SIZE'],
  ['did the pilot work', 'DIFF_IN_DIFF'],
  ['how big is this risk', 'RISK_SCORE'],
  ['find duplicates and blanks in my data', 'DATA_CHECK'],
])('“%s” finds %s', (question, name) => {
  expect(names(question).slice(0, 2)).toContain(name)
})

test.each([
  ['CLV', 'CLV'],
  ['CLTV', 'LTV'],
  ['cancellations', 'CHURN_RATE'],
  ['attrition', 'CHURN_RATE'],
  ['renewals', 'RENEWALS_DUE'],
  ['break even', 'CAC_PAYBACK'],
  ['breakeven', 'CAC_PAYBACK'],
  ['nps by country', 'NPS_TABLE'],
  ['survey', 'CSAT'],
  ['support tickets', 'FCR'],
  ['how many customers do we lose each month', 'CHURN_RATE'],
  ['repeat purchase rate', 'REPEAT_RATE'],
  ['return on ad spend', 'ROAS'],
  ['how long do customers stay', 'MEDIAN_LIFETIME'],
  ['retension', 'COHORT_RETENTION'],
  ['satisfacton', 'CSAT'],
])('other words for it, and slips: “%s” finds %s', (query, name) => {
  expect(names(query).slice(0, 4)).toContain(name)
})

test('the beginning of a word is enough while typing', () => {
  expect(names('satisf')).toContain('CSAT')
  expect(names('nps_t')[0]).toBe('NPS_TABLE')
})

test('nothing asked or nothing known finds nothing', () => {
  expect(names('')).toEqual([])
  expect(names('the of and')).toEqual([])
  expect(names('xylophone')).toEqual([])
})
