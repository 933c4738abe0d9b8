import { attribution } from './attribution.ts'
import { cohorts } from './cohorts.ts'
import { coldStarts } from './coldStart.ts'
import { dates } from './dates.ts'
import { desk } from './desk.ts'
import { excelCalls } from './excelCalls.ts'
import { experiments } from './experiments.ts'
import { type Line } from './lines.ts'
import { files } from './files.ts'
import { groups } from './groups.ts'
import { logs } from './logs.ts'
import { memory } from './memory.ts'
import { planning } from './planning.ts'
import { fullPlans, months, newPlans } from './plans.ts'
import { prediction } from './prediction.ts'
import { sidebar } from './sidebar.ts'
import { surveys } from './surveys.ts'
import { workbench } from './workbench.ts'

/** What is measured, in the order of the table; each in a process of its own. */
export const measurements: Readonly<Record<string, () => readonly Line[] | Promise<readonly Line[]>>> = {
  surveys,
  cohorts,
  logs,
  groups,
  dates,
  attribution,
  prediction,
  desk,
  experiments,
  planning,
  ...memory,
  workbench,
  excelCalls,
  coldStarts,
  sidebar,
  newPlans,
  fullPlans,
  months,
  files,
}
