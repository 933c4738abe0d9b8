/** What Pilot has for itself: the plan of ninety days, and the card of what they have brought. */
export const pilot = {
  about:
    'One change on one path, the other path beside it, and the same KPI on both, week by week: that tells what the change did from what would have come anyway.',
  kpi: { label: 'KPI', help: 'What is to move. Choose one of KPIs, or type another.' },
  target: { label: 'Target', help: 'What is to be reached by the end, such as >= 85%.' },
  changed: {
    label: 'Path that is changed',
    help: 'The other one stays as it is: it is compared with.',
    other: (path: string) => `The ${path} path stays as it is: it is compared with.`,
    none: 'not chosen',
  },
  start: { label: 'Start of the change', help: 'Its first day, such as 2026-03-02.' },
  owner: { label: 'Owner', help: 'Who writes the line of each week. May be filled in later.' },
  plan: 'Plan the pilot',
  planned: 'The pilot is planned: 4 weeks before it and 13 with the change.',
  card: {
    none: 'There is no card to draw yet.',
    changes: 'Before and after',
    lessons: 'Lessons',
    noLessons: 'None is written down. Fill in Lesson in the weeks that taught one.',
    limits: 'What it cannot say',
    toPrint: (sheet: string) =>
      `On a sheet of its own, “${sheet}”, with the weeks and a chart: values only, so it can be sent.`,
    draw: 'Draw the card and print it',
  },
}
