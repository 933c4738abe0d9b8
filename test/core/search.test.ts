import { expect, test } from 'vitest'
import { catalogue } from '../../core/catalogue.ts'
import { search } from '../../core/search.ts'

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
])('“%s” finds %s', (question, name) => {
  expect(names(question).slice(0, 2)).toContain(name)
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
