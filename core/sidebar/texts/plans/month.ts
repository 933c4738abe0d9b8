/** A month is closed. */
export const month = {
  heading: 'Close the month',
  about:
    'What each KPI is now becomes a row of History, with its target and status. Trends, last month and the scorecard read it from there.',
  noKpis: 'There are no KPIs in this workbook yet.',
  month: 'Month',
  allClosed: 'This month is closed already. The next one can be closed when it has begun.',
  since: (told: string) => `Since the month that was closed last: ${told}.`,
  longOver: (month: string) =>
    `${month} has been over for more than a month: it is closed with what stands today. Choose a later month if that is meant; those before it stay open for ever then.`,
  notOver: (month: string) => `${month} is not over yet: it is closed with what stands today, and once.`,
  close: ({ month, kpis }: { month: string; kpis: string }) => `Close ${month} with ${kpis}`,
  closed: ({ month, told }: { month: string; told: string }) => `${month} is closed: ${told}.`,
  closedMeanwhile: (month: string) =>
    `${month} was closed by someone else meanwhile. Nothing of yours is missing there: look at History.`,
  noValue: 'no value',
  /** “42, target >= 50, turned red” */
  kpi: ({ value, target, news }: { value: string; target: string; news: readonly string[] }) =>
    [value, ...(target ? [`target ${target}`] : []), ...news].join(', '),
  note: 'What is to be remembered?',
  due: {
    heading: 'Due reviews',
    changedByHand: (rows: number) =>
      `${rows === 1 ? '1 row was' : `${rows} rows were`} changed by hand after their month was closed`,
    toReview: (rows: string) => `${rows} to review`,
  },
}
