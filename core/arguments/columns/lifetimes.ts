import { flags } from './flags.ts'
import { numberColumn } from './numberColumns.ts'

/** How long each customer has been one, and whether that has ended: what survival is reckoned from. */
export const lifetimeArgs = [
  numberColumn('durations', 'How long each customer has been one: until leaving, or until now. Any unit.', { min: 0 }),
  flags(
    'ended',
    'Whether each customer has left: TRUE or FALSE, 1 or 0, yes or no, canceled or active. A row with a blank is left out.',
    { sense: 'ended' },
  ),
] as const
