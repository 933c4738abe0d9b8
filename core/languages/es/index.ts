// Spanish, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Language } from '../language.ts'
import { customers } from './customers.ts'
import { money } from './money.ts'
import { service } from './service.ts'
import { shared } from './shared.ts'

export const spanish: Language = {
  tag: 'es',
  name: 'Español',
  functions: { ...shared, ...money, ...customers, ...service },
  addIn: {
    'Customer metrics and signal matrices as formulas.': 'Métricas de clientes y matrices de señales como fórmulas.',
    'Customer metrics as formulas: lifetime value, churn, cohorts, NPS, CSAT and more, with a task pane that helps to write them.':
      'Métricas de clientes como fórmulas: valor de vida, abandono, cohortes, NPS, CSAT y más, con un panel de tareas que ayuda a escribirlas.',
    'Open the Cuesheet task pane: find a metric and write its formula.':
      'Abrir el panel de tareas de Cuesheet: buscar una métrica y escribir su fórmula.',
    'Cuesheet is ready': 'Cuesheet está listo',
    'Type = and the name of a metric in a cell, or open Cuesheet on the Home tab.':
      'Escriba = y el nombre de una métrica en una celda, o abra Cuesheet en la pestaña Inicio.',
  },
  byDefault: '(predeterminado)',
  stop: '.',
}
