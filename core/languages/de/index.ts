// German, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Language } from '../language.ts'
import { customers } from './customers.ts'
import { money } from './money.ts'
import { service } from './service.ts'
import { shared } from './shared.ts'

export const german: Language = {
  tag: 'de',
  name: 'Deutsch',
  functions: { ...shared, ...money, ...customers, ...service },
  addIn: {
    'Customer metrics and signal matrices as formulas.': 'Kundenkennzahlen und Signalmatrizen als Formeln.',
    'Customer metrics as formulas: lifetime value, churn, cohorts, NPS, CSAT and more, with a task pane that helps to write them.':
      'Kundenkennzahlen als Formeln: Kundenwert, Abwanderung, Kohorten, NPS, CSAT und mehr, mit einem Aufgabenbereich, der beim Schreiben hilft.',
    'Open the Cuesheet task pane: find a metric and write its formula.':
      'Den Aufgabenbereich von Cuesheet öffnen: eine Kennzahl finden und ihre Formel schreiben.',
    'Cuesheet is ready': 'Cuesheet ist bereit',
    'Type = and the name of a metric in a cell, or open Cuesheet on the Home tab.':
      'In einer Zelle = und den Namen einer Kennzahl eingeben oder Cuesheet auf der Registerkarte Start öffnen.',
  },
  byDefault: '(Standard)',
  stop: '.',
}
