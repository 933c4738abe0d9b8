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
