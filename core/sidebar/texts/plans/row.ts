/** One row of a plan: its form, its metric, its review. */
export const row = {
  isNew: (one: string) => `New ${one}`,
  show: (row: number) => `Show row ${row} in the sheet`,
  isGone: 'It is not in the sheet any more. Save it to put it back.',
  nameFirst: (one: string) => `Give the ${one} a name first.`,
  save: 'Save',
  saved: 'Saved.',
  add: 'Add',
  added: 'Added.',
  cellsExample: 'Survey!A:A',
  dateExample: '2026-03-01',
  remove: {
    heading: 'Remove',
    remove: 'Remove',
    this: (one: string) => `Remove this ${one}`,
    question: (hasMetric: boolean) =>
      `The whole row goes${hasMetric ? ', with its metric' : ''}. Ctrl+Z in the sheet brings it back.`,
    removed: (name: string) => `“${name}” was removed.`,
  },
  metric: {
    heading: 'Metric',
    target: (target: string) => `target ${target}`,
    none: (one: string) => `None yet. A metric shows whether the ${one} works, in a live number.`,
    link: (isDraft: boolean) => (isDraft ? 'Save and link a metric' : 'Link a metric'),
    change: (isDraft: boolean) =>
      isDraft ? 'Save and change metric, data or target' : 'Change metric, data or target',
    unlink: 'Unlink the metric',
    unlinked: 'The metric is unlinked.',
  },
  review: {
    heading: 'Review',
    last: (day: string) => `Last reviewed on ${day}.`,
    never: 'Never reviewed.',
    review: (isDraft: boolean) => (isDraft ? 'Save, reviewed today' : 'Reviewed today'),
    reviewed: (isDraft: boolean) => (isDraft ? 'Saved and marked as reviewed today.' : 'Marked as reviewed today.'),
  },
}
