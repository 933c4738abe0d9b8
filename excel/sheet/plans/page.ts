import type { Page } from '../../../core/sheet/book.ts'
import { told } from '../failures.ts'
import { isOffered } from '../offered.ts'

/** The set of Excel's object model with the pages of sheets. */
export const PAGES = '1.9'

/** Sets up how a sheet is printed. */
export function setUpPage({ pageLayout }: Excel.Worksheet, { landscape, titleRows }: Page): void {
  pageLayout.orientation = landscape ? 'Landscape' : 'Portrait'
  pageLayout.zoom = { horizontalFitToPages: 1 }
  if (titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${titleRows}`)
}

/** Brings a sheet to the front. Excel prints nothing for an add-in, so this says how the person does. */
export function print(sheet: string): Promise<string> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet)
    worksheet.load('visibility')
    const layout = isOffered(PAGES) ? worksheet.pageLayout.load('orientation, zoom') : null
    await context.sync()
    bringToFront(worksheet)
    await context.sync()
    const isFitted = layout?.zoom.horizontalFitToPages === 1
    const page = isFitted ? `, set to ${layout.orientation.toLowerCase()} and one page wide` : ''
    return `The sheet “${sheet}” is in front${page}: print it with Ctrl+P.`
  }).catch((error: unknown) => {
    throw told(error, sheet)
  })
}

/** Brings a sheet to the front whose visibility is loaded: a hidden one first has to be shown, which a protected workbook refuses. */
export function bringToFront(worksheet: Excel.Worksheet): void {
  if (worksheet.visibility !== 'Visible') worksheet.visibility = 'Visible'
  worksheet.activate()
}
