import type { NewFormula, PlanColumn, TablePlan } from '../sheet/book.ts'
import { findMetric } from '../catalogue/catalogue.ts'
import { numberFormat } from '../metric.ts'

/** The sheet that holds the matrix. It is the store: people read, sort and edit it, and it outlives the add-in. */
export const SHEET = 'Signals'

export type Key =
  | 'cue'
  | 'kind'
  | 'role'
  | 'path'
  | 'stage'
  | 'outcome'
  | 'promise'
  | 'delivery'
  | 'backedBy'
  | 'owner'
  | 'metric'
  | 'value'
  | 'target'
  | 'status'
  | 'reviewedOn'
  | 'id'

export interface Field extends PlanColumn {
  key: Key
  /** What a person reads beside the field. */
  help: string
}

/** The columns of the matrix, as they stand in the sheet. */
export const fields: readonly Field[] = [
  {
    key: 'cue',
    title: 'Cue',
    width: 290,
    kind: 'text',
    help: 'What customers see, hold or hear, such as the box or the warranty.',
  },
  {
    key: 'kind',
    title: 'Kind',
    width: 90,
    kind: 'text',
    choices: ['tangible', 'intangible'],
    help: 'Tangible can be seen or touched; intangible is known, felt or promised.',
  },
  {
    key: 'role',
    title: 'Role',
    width: 170,
    kind: 'text',
    choices: ['core offer', 'supporting service'],
    help: 'Part of what is sold, or of the service around it.',
  },
  {
    key: 'path',
    title: 'Path',
    width: 80,
    kind: 'text',
    choices: ['product', 'service'],
    help: 'The story it belongs to.',
  },
  {
    key: 'stage',
    title: 'Stage',
    width: 100,
    kind: 'text',
    choices: ['awareness', 'evaluation', 'purchase', 'onboarding', 'activation', 'renewal'],
    help: 'Where on the journey customers meet it.',
  },
  {
    key: 'outcome',
    title: 'Outcome',
    width: 180,
    kind: 'text',
    help: 'What the customer gains or believes because of it.',
  },
  { key: 'promise', title: 'Promise', width: 70, kind: 'number', help: 'How much it promises, 1 to 5.' },
  { key: 'delivery', title: 'Delivery', width: 70, kind: 'number', help: 'How much is delivered, 1 to 5.' },
  {
    key: 'backedBy',
    title: 'Backed by',
    width: 150,
    kind: 'text',
    help: 'The policy, process or link that makes it true.',
  },
  { key: 'owner', title: 'Owner', width: 110, kind: 'text', help: 'Who answers for it.' },
  { key: 'metric', title: 'Metric', width: 150, kind: 'text', help: 'The function that measures it.' },
  { key: 'value', title: 'Value', width: 80, kind: 'any', help: 'What the metric says now: a live formula.' },
  { key: 'target', title: 'Target', width: 160, kind: 'text', help: 'What to reach, such as >= 85%.' },
  {
    key: 'status',
    title: 'Status',
    width: 70,
    kind: 'any',
    colours: { green: 'green', amber: 'amber', red: 'red' },
    help: 'Green, amber or red: a live formula.',
  },
  { key: 'reviewedOn', title: 'Reviewed on', width: 100, kind: 'date', help: 'Day someone last looked at it.' },
  {
    key: 'id',
    title: 'Id',
    width: 40,
    kind: 'text',
    muted: true,
    help: 'By which the sidebar finds the row. Leave it as it is.',
  },
]

/** The field of a key. */
export function fieldOf(key: Key): Field {
  return fields.find((field) => field.key === key)!
}

/** A live value: the formula of a metric, in the format of what it counts. */
export function valueCell(metric: string, formula: string): NewFormula {
  const found = findMetric(metric)
  return found ? { formula, format: numberFormat(found.spec.returns) } : { formula }
}

/** The status of a row by its value and target. It waits until the value is a number and there is a target. */
export function statusFormula(): string {
  const [value, target] = [`{{${fieldOf('value').title}}}`, `{{${fieldOf('target').title}}}`]
  return `=IF(ISNUMBER(${value}), IF(${target}="", "", KPI_STATUS(${value}, ${target})), "")`
}

/** An empty sheet for the matrix. */
export function signalsPlan(): TablePlan {
  return { name: SHEET, columns: fields, rows: [], frozenColumns: 1 }
}
