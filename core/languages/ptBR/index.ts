// Brazilian Portuguese, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Language } from '../language.ts'
import { customers } from './customers.ts'
import { money } from './money.ts'
import { service } from './service.ts'
import { shared } from './shared.ts'

export const brazilian: Language = {
  tag: 'pt-BR',
  name: 'Português (Brasil)',
  functions: { ...shared, ...money, ...customers, ...service },
  addIn: {
    'Customer metrics and signal matrices as formulas.': 'Métricas de clientes e matrizes de sinais como fórmulas.',
    'Customer metrics as formulas: lifetime value, churn, cohorts, NPS, CSAT and more, with a task pane that helps to write them.':
      'Métricas de clientes como fórmulas: valor vitalício, churn, coortes, NPS, CSAT e mais, com um painel de tarefas que ajuda a escrevê-las.',
    'Open the Cuesheet task pane: find a metric and write its formula.':
      'Abrir o painel de tarefas do Cuesheet: encontrar uma métrica e escrever sua fórmula.',
    'Cuesheet is ready': 'O Cuesheet está pronto',
    'Type = and the name of a metric in a cell, or open Cuesheet on the Home tab.':
      'Digite = e o nome de uma métrica em uma célula, ou abra o Cuesheet na guia Página Inicial.',
  },
  byDefault: '(padrão)',
  stop: '.',
}
