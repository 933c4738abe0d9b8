import { blank, check, eachWord, reviewDue, says, twice, unknownName, unowned } from '../../../core/plans/check.ts'
import { every, id, owner, path, PATHS, reviewedOn } from '../../../core/plans/commonColumns.ts'
import { plan } from '../../../core/plans/plan.ts'
import { numberIn } from '../../../core/plans/row.ts'

/** A framework of thirty lines, as one is added. */
export const hazards = plan({
  name: 'Hazards',
  place: 13,
  noun: ['risk', 'risks'],
  goal: 'Keep what we promise',
  question: 'What may go wrong?',
  about: 'What may happen, and what is done about it.',
  key: 'Risk',
  nameless: 'Risk without a name',
  details: ['Band', 'Owner'],
  columns: [
    { title: 'Risk', width: 200, kind: 'text', required: true, help: 'What may happen.' },
    { title: 'Likelihood', width: 90, kind: 'number', range: [1, 5], help: 'How likely, 1 to 5.' },
    { title: 'Impact', width: 90, kind: 'number', range: [1, 5], help: 'How bad, 1 to 5.' },
    { title: 'Score', width: 70, kind: 'any', by: 'formula', help: 'Both.', formula: '={{Likelihood}}*{{Impact}}' },
    { title: 'Band', width: 80, kind: 'text', choices: ['low', 'high', 'extreme'], help: 'How it is ranked.' },
    { title: 'Threatens', width: 90, kind: 'text', from: { plan: 'KPIs', title: 'KPI' }, help: 'The KPI it moves.' },
    { title: 'Response', width: 90, kind: 'text', help: 'What is done.' },
    { title: 'Old response', width: 90, kind: 'text', help: 'What was done before.' },
    { title: 'Since', width: 90, kind: 'date', help: 'Since when.' },
    ...[path, owner, reviewedOn, { ...every, isOptional: true } as const, id],
  ],
  form: ['Risk', 'Likelihood', 'Impact', 'Band', 'Threatens', 'Response', 'Owner', 'Path'],
  groups: [{ title: 'Band', none: 'No band', warning: (rows) => (rows.length > 2 ? 'Too many.' : '') }],
  checks: [
    unowned('Owner'),
    blank('Response', 'Nothing is done about it.'),
    says('Band', 'extreme', (row) => `Extreme: ${numberIn(row, 'Score')} of 25.`, 'extreme'),
    unknownName('Threatens', 'KPIs', 'KPI'),
    check(['Every'], () => 'It says how often.', { filter: 'often' }),
    reviewDue('Reviewed on'),
  ],
  overall: [
    eachWord('Path', PATHS, (word) => `Nothing on the ${word} path.`),
    twice(['Risk'], (key) => `${key} stands twice.`),
  ],
  library: {
    label: 'For',
    heading: 'Risks',
    by: 'Band',
    says: 'Band',
    sets: [{ name: 'All', rows: [{ Risk: 'Fire' }] }],
  },
  trail: { of: 'Response', old: 'Old response', on: 'Since' },
  summary: [
    { label: 'Worst', formula: '=MAX({{Score:column}})' },
    { label: 'Bearable', value: 12 },
  ],
})
