import type { TablePlan } from '../../../core/sheet/book.ts'

/** A small planned sheet with shares, and what is told of them. */
export const plan: TablePlan = {
  name: 'Risks',
  columns: [
    { title: 'Risk', width: 150, kind: 'text' },
    { title: 'Share', width: 90, kind: 'share' },
    { title: 'Note', width: 80, kind: 'text' },
  ],
  rows: [
    ['Churn', 0.25],
    ['Fraud', 0.5],
  ],
  summary: [{ label: 'Mean', formula: '=AVERAGE({{Share:column}})', format: '0.0%' }],
}
