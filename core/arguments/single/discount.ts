import { fraction } from './singles.ts'

const perPeriodHelp =
  'Per period, the same as the other arguments: per month where those are monthly. 10% a year is 0.797% a month, =(1+10%)^(1/12)-1.'

/** The discount rate of a model that counts in periods of the reader's own; 0 when left out, unless it is needed. */
export const discountPerPeriod = fraction('discount_rate', `${perPeriodHelp} 0 when left out.`, { default: 0 })
export const neededDiscountPerPeriod = fraction('discount_rate', perPeriodHelp)
