import { ID, type Column } from './plan.ts'

export const PATHS = ['product', 'service'] as const
export const STAGES = ['awareness', 'evaluation', 'purchase', 'onboarding', 'activation', 'renewal'] as const

/** The story a row belongs to. */
export const path: Column<'Path'> = {
  title: 'Path',
  width: 80,
  kind: 'text',
  choices: PATHS,
  help: 'The story it belongs to.',
}

export const owner: Column<'Owner'> = {
  title: 'Owner',
  width: 110,
  kind: 'text',
  recalls: true,
  help: 'Who answers for it.',
}

export const reviewedOn: Column<'Reviewed on'> = {
  title: 'Reviewed on',
  width: 100,
  kind: 'date',
  by: 'sidebar',
  help: 'Day someone last looked at it.',
}

export const every: Column<'Every'> = {
  title: 'Every',
  width: 60,
  kind: 'number',
  help: 'After how many days it is to be looked at again; 90 where nothing is said.',
}

export const id: Column<'Id'> = {
  title: ID,
  width: 40,
  kind: 'text',
  muted: true,
  by: 'sidebar',
  help: 'By which the sidebar finds the row. Leave it as it is.',
}

/** The colours of what KPI_STATUS says. */
export const STATUS_COLOURS = { green: 'green', amber: 'amber', red: 'red' } as const

interface LinkHelp {
  metric: string
  target: string
  /** Of the target, in pixels. */
  width?: number
}

/** The columns of a function or KPI that is linked to a row. */
export function linkColumns({
  metric,
  target,
  width = 110,
}: LinkHelp): readonly Column<'Metric' | 'Value' | 'Target' | 'Status'>[] {
  return [
    { title: 'Metric', width: 150, kind: 'text', by: 'link', help: metric },
    { title: 'Value', width: 80, kind: 'any', by: 'link', help: 'What the metric says now: a live formula.' },
    { title: 'Target', width, kind: 'text', by: 'link', help: target },
    {
      title: 'Status',
      width: 70,
      kind: 'any',
      by: 'link',
      colours: STATUS_COLOURS,
      help: 'Green, amber or red: a live formula.',
    },
  ]
}
