import { describe, expect, test } from 'vitest'
import { isNative } from '../../../core/catalogue/natives.ts'
import { find, search } from '../../../core/catalogue/search.ts'
import { QUESTIONS } from './questions.ts'

const names = (query: string) => search(query).map(({ spec }) => spec.name)

describe('what people ask', () => {
  const places = QUESTIONS.map(([query, ...right]) => names(query).findIndex((name) => right.includes(name)))
  const share = (most: number) => places.filter((place) => place >= 0 && place < most).length / QUESTIONS.length

  test('is answered first in 85 of 100 cases, and among the first three in 97', () => {
    const missed = QUESTIONS.filter((_, i) => places[i] !== 0).map(([query]) => query)
    expect(share(1), missed.join('; ')).toBeGreaterThanOrEqual(0.85)
    expect(share(3), missed.join('; ')).toBeGreaterThanOrEqual(0.97)
  })

  test('is something different each time', () => {
    expect(new Set(QUESTIONS.map(([query]) => query)).size).toBe(QUESTIONS.length)
  })
})

/** The most wanted functions, as they are asked for elsewhere. */
test.each<[language: string, questions: readonly (readonly [string, ...string[]])[]]>([
  [
    'German',
    [
      ['Wie viele Kunden haben gekündigt?', 'CHURN_RATE'],
      ['Abwanderungsrate', 'CHURN_RATE'],
      ['Kundenbindung', 'RETENTION_RATE', 'COHORT_RETENTION'],
      ['Was ist ein Kundenwert über die Lebenszeit', 'LTV', 'CLV'],
      ['Kosten der Kundengewinnung', 'CAC'],
      ['Würden Kunden uns weiterempfehlen?', 'NPS'],
      ['Kundenzufriedenheit zufrieden', 'CSAT'],
      ['Antwortzeit', 'RESPONSE_TIME'],
      ['Lösungszeit der Fälle', 'RESOLUTION_TIME'],
      ['Umwandlungsrate', 'CONVERSION_RATE'],
      ['Marktanteil', 'MARKET_SHARE'],
      ['Budget ausgeschöpft', 'BUDGET_PACING'],
      ['pünktliche Lieferung', 'ON_TIME_RATE'],
      ['Warenkorb Durchschnitt', 'AOV'],
      ['Deckungsbeitrag', 'CONTRIBUTION MARGIN'],
    ],
  ],
  [
    'French',
    [
      ['clients perdus', 'CHURN_RATE'],
      ['taux de rétention', 'RETENTION_RATE', 'COHORT_RETENTION'],
      ['taux de réachat', 'REPEAT_RATE'],
      ['nos clients nous recommandent ils', 'NPS'],
      ['clients satisfaits', 'CSAT'],
      ['taux de conversion', 'CONVERSION_RATE'],
      ['part de marché', 'MARKET_SHARE'],
      ['croissance', 'PCT_CHANGE', 'CAGR'],
      ['panier moyen', 'AOV'],
    ],
  ],
  [
    'Spanish',
    [
      ['clientes perdidos', 'CHURN_RATE'],
      ['retención', 'RETENTION_RATE', 'COHORT_RETENTION'],
      ['recompra', 'REPEAT_RATE'],
      ['clientes satisfechos', 'CSAT'],
      ['tiempo de respuesta', 'RESPONSE_TIME'],
      ['presupuesto', 'BUDGET_PACING'],
      ['umbral de rentabilidad', 'BREAK_EVEN', 'BREAK-EVEN UNITS', 'CAC_PAYBACK'],
      ['recomendarían', 'NPS'],
    ],
  ],
  [
    'Portuguese',
    [
      ['cancelamento', 'CHURN_RATE'],
      ['retenção', 'RETENTION_RATE', 'COHORT_RETENTION'],
      ['taxa de conversão', 'CONVERSION_RATE'],
      ['tempo de resposta', 'RESPONSE_TIME'],
      ['orçamento', 'BUDGET_PACING'],
      ['carrinho médio', 'AOV', 'CART ABANDONMENT'],
    ],
  ],
  [
    'Korean',
    [
      ['고객 이탈률', 'CHURN_RATE'],
      ['유지율', 'RETENTION_RATE', 'COHORT_RETENTION'],
      ['재구매율', 'REPEAT_RATE'],
      ['고객 생애 가치', 'LTV', 'CLV'],
      ['고객 획득 비용', 'CAC'],
      ['추천 지수', 'NPS'],
      ['고객 만족도', 'CSAT'],
      ['전환율', 'CONVERSION_RATE'],
      ['응답 시간', 'RESPONSE_TIME'],
    ],
  ],
  [
    'Japanese',
    [
      ['解約率', 'CHURN_RATE'],
      ['継続率', 'RETENTION_RATE', 'COHORT_RETENTION'],
      ['リピート率', 'REPEAT_RATE'],
      ['顧客生涯価値', 'LTV', 'CLV'],
      ['顧客獲得コスト', 'CAC'],
      ['推奨度', 'NPS'],
      ['顧客満足度', 'CSAT'],
      ['コンバージョン率', 'CONVERSION_RATE'],
      ['稼働率', 'UPTIME'],
      ['予算', 'BUDGET_PACING'],
    ],
  ],
])('the most wanted functions are found in %s', (_, questions) => {
  const missed = questions.filter(
    ([query, ...right]) =>
      !names(query)
        .slice(0, 3)
        .some((name) => right.includes(name)),
  )
  expect(missed.map(([query]) => `${query}: ${names(query).slice(0, 3).join(', ')}`)).toEqual([])
})

test('a question about something else has nearest answers at most', () => {
  for (const query of [
    'weather in Paris tomorrow',
    'how do I merge two cells',
    'translate this text',
    'remove the background of a picture',
    'payroll tax of employees',
  ]) {
    expect(find(query).isSure, query).toBe(false)
  }
  for (const [query] of QUESTIONS) expect(find(query).isSure, query).toBe(true)
})

test('a formula of the spreadsheet’s own is found with what it is made of', () => {
  expect(search('average order value')[0]!.spec.native).toBe('=SUM({revenue})/SUM({orders})')
  expect(isNative(search('churn rate')[0]!.spec)).toBe(false)
})
