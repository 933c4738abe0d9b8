// Korean, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Language } from '../language.ts'
import { customers } from './customers.ts'
import { money } from './money.ts'
import { service } from './service.ts'
import { shared } from './shared.ts'

export const korean: Language = {
  tag: 'ko',
  name: '한국어',
  functions: { ...shared, ...money, ...customers, ...service },
  addIn: {
    'Customer metrics and signal matrices as formulas.': '고객 지표와 신호 매트릭스를 수식으로.',
    'Customer metrics as formulas: lifetime value, churn, cohorts, NPS, CSAT and more, with a task pane that helps to write them.':
      '고객 지표를 수식으로: 생애 가치, 이탈, 코호트, NPS, CSAT 등. 수식 작성을 돕는 작업창이 있습니다.',
    'Open the Cuesheet task pane: find a metric and write its formula.':
      'Cuesheet 작업창 열기: 지표를 찾고 수식을 작성합니다.',
    'Cuesheet is ready': 'Cuesheet가 준비되었습니다',
    'Type = and the name of a metric in a cell, or open Cuesheet on the Home tab.':
      '셀에 =와 지표 이름을 입력하거나 홈 탭에서 Cuesheet를 여세요.',
  },
  byDefault: '(기본값)',
  stop: '.',
}
