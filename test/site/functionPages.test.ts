import { describe, expect, test } from 'vitest'
import { argumentHelp, formula } from '../../core/catalogue/reference.ts'
import { catalogue, findMetric } from '../../core/catalogue/catalogue.ts'
import { computed } from '../../site/functions/example.ts'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { functionPage } from '../../site/functions/functionPage.tsx'
import { withSemicolons } from '../../site/functions/locale.ts'
import { mistakes } from '../../site/functions/mistakes.ts'
import { related } from '../../core/catalogue/related.ts'
import { expectClose } from '../close.ts'
import { pageAt, textOf } from './pages.ts'

const all = catalogue()
const found = (name: string) => findMetric(name)!

test.each(all.map((metric) => [metric.spec.name, metric] as const))(
  '%s: what is computed for its page is what its examples say, and all of it is on the page',
  (name, metric) => {
    const text = textOf(pageAt(`functions/${name}.html`))
    for (const { cells, gives } of metric.spec.examples) {
      const outcome = computed(metric, cells)
      expect(text).toContain(formula(metric.spec, cells))
      if ('error' in outcome) {
        expect(outcome.error.code).toBe(gives)
        expect(text).toContain(outcome.error.message)
      } else expectClose(outcome.result, gives, 1e-9)
    }
    for (const part of [metric.spec.summary, metric.spec.source, ...metric.spec.questions]) expect(text).toContain(part)
    for (const arg of metric.spec.args) expect(text).toContain(arg.choices ? arg.help : argumentHelp(arg))
  },
)

test('a number and a table are shown as people read them', () => {
  expect(textOf(pageAt('functions/NPS.html'))).toContain('=NPS({10;9;8;6})\n25 points')
  expect(pageAt('functions/COHORT_RETENTION.html')).toContain('<th scope="col">cohort</th>')
  expect(textOf(pageAt('functions/COHORT_RETENTION.html'))).toContain('2026-01-01\n')
})

test('a build with a prefix says what a function is called in Excel, and one without says nothing of it', () => {
  const textWith = (namespace: string) => textOf(renderToStaticMarkup(functionPage(found('NPS'), namespace).body))
  expect(textWith('CUE')).toContain('In Excel its name here is CUE.NPS.')
  expect(textWith('')).not.toContain('its name here')
})

test('a table is asked for only where an argument reads one', () => {
  expect(textOf(pageAt('functions/NPS.html'))).toContain('Try it with a table of yours')
  expect(textOf(pageAt('functions/KPI_STATUS.html'))).toContain('Try it')
  expect(textOf(pageAt('functions/KPI_STATUS.html'))).not.toContain('with a table of yours')
})

describe('common mistakes', () => {
  test('are calls that are refused, each with its sentence', () => {
    for (const metric of all) {
      for (const { error } of mistakes(metric)) expect(error.message).toMatch(new RegExp(`^${metric.spec.name}: `))
    }
  })

  test('come from the limits: a percentage typed as a plain number', () => {
    const told = mistakes(found('LTV')).map(({ formula, error }) => `${formula} ${error.message}`)
    expect(told).toContain('=LTV(100, 80, 0.05) LTV: gross_margin is 80, above 1, write 80% or 0.8')
  })

  test('come from the columns: one that is shorter than the other', () => {
    const sentences = mistakes(found('COHORT_RETENTION')).map(({ error }) => error.message)
    expect(sentences).toContainEqual(expect.stringMatching(/4 rows and dates has 5/))
  })

  test('come from the choices: a word that is none of them', () => {
    const sentences = mistakes(found('ADOPTION_CURVE')).map(({ error }) => error.message)
    expect(sentences).toContain('ADOPTION_CURVE: period is the text “other”, use day, week, month, quarter or year')
  })

  test('no sentence is told twice', () => {
    for (const metric of all) {
      const sentences = mistakes(metric).map(({ error, formula }) => formula + error.message)
      expect(new Set(sentences).size).toBe(sentences.length)
    }
  })
})

test('a limit that does not end is none', () => {
  for (const { spec } of all) expect(pageAt(`functions/${spec.name}.html`)).not.toContain('Infinity')
})

describe('related functions', () => {
  test('are others, and there are some for nearly all', () => {
    for (const metric of all) expect(related(metric)).not.toContain(metric.spec)
    expect(all.filter((metric) => related(metric).length < 2).map(({ spec }) => spec.name)).toEqual([])
  })

  test('begin with those that the texts name', () => {
    expect(related(found('CLV')).map(({ name }) => name)).toContain('CLV_INPUTS')
    expect(related(found('NPS')).map(({ name }) => name)).toEqual(expect.arrayContaining(['NPS_TABLE', 'NPS_COMPARE']))
  })
})

test('where numbers have a decimal comma, arguments are parted by semicolons, and texts stay as they are', () => {
  expect(withSemicolons('=LTV(50, 80%, 0.04)')).toBe('=LTV(50; 80%; 0,04)')
  expect(withSemicolons('=KPI_STATUS(A2, ">= 85.5, chat < 5")')).toBe('=KPI_STATUS(A2; ">= 85.5, chat < 5")')
  expect(withSemicolons('=METRIC_DEF("say ""1.5, 2""", A1)')).toBe('=METRIC_DEF("say ""1.5, 2"""; A1)')
})
