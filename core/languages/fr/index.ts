// French, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Language } from '../language.ts'
import { customers } from './customers.ts'
import { money } from './money.ts'
import { service } from './service.ts'
import { shared } from './shared.ts'

export const french: Language = {
  tag: 'fr',
  name: 'Français',
  functions: { ...shared, ...money, ...customers, ...service },
  addIn: {
    'Customer metrics and signal matrices as formulas.':
      'Indicateurs clients et matrices de signaux sous forme de formules.',
    'Customer metrics as formulas: lifetime value, churn, cohorts, NPS, CSAT and more, with a task pane that helps to write them.':
      'Indicateurs clients sous forme de formules : valeur vie, attrition, cohortes, NPS, CSAT et plus encore, avec un volet qui aide à les écrire.',
    'Open the Cuesheet task pane: find a metric and write its formula.':
      'Ouvrir le volet Cuesheet : trouver un indicateur et écrire sa formule.',
    'Cuesheet is ready': 'Cuesheet est prêt',
    'Type = and the name of a metric in a cell, or open Cuesheet on the Home tab.':
      'Saisir = et le nom d’un indicateur dans une cellule, ou ouvrir Cuesheet sous l’onglet Accueil.',
  },
  byDefault: '(par défaut)',
  stop: '.',
}
