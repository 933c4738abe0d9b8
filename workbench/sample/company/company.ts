import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { workbenchBook } from '../../book.ts'
import { Model } from '../../engine.ts'
import { addSheet, emptyWorkbook, type Workbook } from '../../workbook.ts'
import { answerSheets, dataSheets } from '../sample.ts'
import { SCORECARD } from '../../../core/plans/scorecard/views.ts'
import { play } from './play.ts'
import { story } from './rows/index.ts'

const FIRST_MONTH = serialOf(2025, 9, 1)
const MONTHS = 5

/**
 * The workbook that a newcomer sees first, in the engine’s own form: a made-up company with its answers and models, every
 * plan filled in and linked, months that were closed, and its data at the end. It is made when the workbench is built.
 */
export async function sampleCompany(): Promise<Workbook> {
  const data = emptyWorkbook()
  for (const sheet of dataSheets()) addSheet(data, sheet)
  const model = new Model(data)
  await play(
    workbenchBook(() => model, new EventTarget()),
    story,
    FIRST_MONTH,
    MONTHS,
  )
  const workbook = model.exportData() as unknown as Workbook
  const played = [...workbook.sheets]
  // The engine has to work out the models once only, in front of who looks at them.
  for (const sheet of answerSheets({ hasPlans: true })) addSheet(workbook, sheet)
  const [start, ...models] = workbook.sheets.slice(played.length)
  const isScorecard = ({ name }: { name: string }) => name === SCORECARD
  const [behind, plans] = [played.slice(0, data.sheets.length), played.slice(data.sheets.length)]
  const others = plans.filter((sheet) => !isScorecard(sheet))
  return { ...workbook, sheets: [start!, ...plans.filter(isScorecard), ...models, ...others, ...behind] }
}
