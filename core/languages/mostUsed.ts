/**
 * The forty functions that every language has. Nobody counts what people use: these are the ratios that a marketer, a
 * finance partner or a head of service is asked for by name and reports each month, the tables from which most such
 * reports start, and the two functions that make any of them of a segment or of a column of yes and no. What needs a
 * specialist, who reads English sources anyway (fits, tests of power, lifetimes of machines), is left to English.
 */
export const mostUsed: readonly string[] = [
  // What a customer is worth, and whether spending pays.
  'LTV',
  'CAC',
  'LTV_CAC',
  'CAC_PAYBACK',
  'ARPU',
  'ROAS',
  'ROMI',
  'ROI',
  'PCT_CHANGE',
  'MARKET_SHARE',
  'PROMO_UPTAKE',
  'ATTRIBUTION',
  // How a subscription business does.
  'NRR',
  'GRR',
  'MRR_MOVEMENTS',
  'RULE_OF_40',
  // How people become customers, and whether they stay.
  'CONVERSION_RATE',
  'FUNNEL',
  'ACTIVATION_RATE',
  'STICKINESS',
  'COHORT_RETENTION',
  'COHORT_REVENUE',
  'CHURN_RATE',
  'RETENTION_RATE',
  'REPEAT_RATE',
  'CLV',
  'RFM',
  // How customers feel, and how well they are served.
  'NPS',
  'CSAT',
  'CES',
  'RESPONSE_TIME',
  'RESOLUTION_TIME',
  'SLA_COMPLIANCE',
  'FCR',
  'UPTIME',
  'ON_TIME_RATE',
  // Whether we are on target, for any segment, and whether a change works.
  'KPI_STATUS',
  'METRIC_BY',
  'SHARE_OF',
  'AB_TEST',
]
