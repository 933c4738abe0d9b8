import type { Column } from './plan.ts'

/** What comes first: reach times impact times confidence, for each unit of effort, as PRIORITY_RICE has it. */
export const RICE = ['Reach', 'Impact', 'Confidence', 'Effort'] as const

const cells = RICE.map((title) => `{{${title}}}`).join(', ')

export const impact: Column<'Impact'> = {
  title: 'Impact',
  width: 70,
  kind: 'number',
  help: 'How much it helps each: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.',
}

export const confidence: Column<'Confidence'> = {
  title: 'Confidence',
  width: 90,
  kind: 'share',
  help: 'How sure you are: 100% high, 80% medium, 50% low.',
}

export const rice: Column<'RICE'> = {
  title: 'RICE',
  width: 70,
  kind: 'any',
  by: 'formula',
  format: '#,##0.0',
  formula: `=IF(COUNT(${cells})=4, IF(AND(MIN(${cells})>=0, {{Effort}}>0, {{Confidence}}<=1), {{Reach}}*{{Impact}}*{{Confidence}}/{{Effort}}, ""), "")`,
  help: 'Reach times impact times confidence for each unit of effort: the highest comes first.',
}
