import { HEADER } from '../styles.ts'
import { colourScale, type SheetPlan } from '../workbook.ts'
import { NUMBER_HEADER, ONE_DECIMAL, PERCENT, SECTION, SOFT, TITLE } from './sampleStyles.ts'

/** What customers say, by region and by channel. */
export function surveyResultSheet(): SheetPlan {
  return {
    name: 'Survey results',
    rows: [
      ['What customers say'],
      ['The survey by region and by channel. Blank answers and “n/a” do not count.'],
      [],
      ['Net Promoter Score by region'],
      [{ formula: '=NPS_TABLE(Survey!E:E,Survey!C:C)' }],
      ...Array.from({ length: 6 }, () => []),
      ['Satisfied customers by channel', null, null, null, 'Effort by channel'],
      [
        { formula: '=METRIC_BY("CSAT",Survey!D:D,Survey!F:F)' },
        null,
        null,
        null,
        { formula: '=METRIC_BY("CES",Survey!D:D,Survey!G:G)' },
      ],
    ],
    columns: Array.from({ length: 7 }, () => ({ width: 110 })),
    heights: { 0: 38, 3: 28, 11: 28 },
    styles: {
      A1: TITLE,
      A2: SOFT,
      'A4:G4': SECTION,
      A5: HEADER,
      'B5:G5': NUMBER_HEADER,
      'A12:C12': SECTION,
      A13: HEADER,
      'B13:C13': NUMBER_HEADER,
      'E12:G12': SECTION,
      E13: HEADER,
      'F13:G13': NUMBER_HEADER,
    },
    formats: { 'F6:G10': ONE_DECIMAL, 'C14:C16': PERCENT, 'G14:G16': '0.00' },
    colours: [colourScale('F6:F9', [0, '#ffffff'], [60, '#9fd6c8'])],
    gridLines: false,
  }
}
