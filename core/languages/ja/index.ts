// Japanese, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Language } from '../language.ts'
import { customers } from './customers.ts'
import { money } from './money.ts'
import { service } from './service.ts'
import { shared } from './shared.ts'

export const japanese: Language = {
  tag: 'ja',
  name: '日本語',
  functions: { ...shared, ...money, ...customers, ...service },
  addIn: {
    'Customer metrics and signal matrices as formulas.': '顧客指標とシグナル マトリックスを数式で。',
    'Customer metrics as formulas: lifetime value, churn, cohorts, NPS, CSAT and more, with a task pane that helps to write them.':
      '顧客指標を数式で: 生涯価値、解約率、コホート、NPS、CSAT など。数式の作成を助ける作業ウィンドウが付いています。',
    'Open the Cuesheet task pane: find a metric and write its formula.':
      'Cuesheet の作業ウィンドウを開く: 指標を見つけて数式を作成します。',
    'Cuesheet is ready': 'Cuesheet の準備ができました',
    'Type = and the name of a metric in a cell, or open Cuesheet on the Home tab.':
      'セルに = と指標の名前を入力するか、[ホーム] タブの Cuesheet を開いてください。',
  },
  byDefault: '(既定)',
  stop: '。',
}
