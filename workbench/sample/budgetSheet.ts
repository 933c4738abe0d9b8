import { HEADER } from '../styles.ts'
import type { SheetPlan } from '../workbook.ts'
import { formula, INPUT, NUMBER_HEADER, RESULT, SECTION, SOFT, TITLE } from './sampleStyles.ts'

const CHANNELS = 3

/** What each channel of the advertising brings, and how a marketer would split the budget of a week by that. */
export function budgetSheet(): SheetPlan {
  // A title, the channels, the base, all of them, and what the data can tell.
  const fit = 5
  const split = fit + CHANNELS + 9
  const last = split + CHANNELS
  return {
    name: 'Ad budget',
    rows: [
      [null, 'Where the next euro of advertising goes'],
      [null, 'Learnt from two years of weeks in Ad weeks. Blue cells can be changed.'],
      [],
      [null, 'What each channel has brought'],
      [null, formula("=SPEND_RESPONSE('Ad weeks'!B:D,'Ad weeks'!E:E)")],
      ...blankRows(CHANNELS + 4),
      [null, 'The best split of a week’s budget'],
      [null, 'Budget of a week', 7000],
      [null, 'At least, for each channel', 500],
      [],
      [null, formula(`=BUDGET_SPLIT(B${fit}:M${fit + CHANNELS},C${split - 3},C${split - 2})`)],
    ],
    columns: [
      { width: 28 },
      { width: 230 },
      ...Array.from({ length: 7 }, () => ({ width: 112 })),
      { width: 120 },
      { width: 70 },
      { width: 90 },
      { width: 420 },
    ],
    heights: { 0: 38, 3: 28, [fit + CHANNELS + 2]: 56, [split - 5]: 28 },
    styles: {
      B1: TITLE,
      B2: SOFT,
      'B4:M4': SECTION,
      [`B${fit}`]: HEADER,
      [`C${fit}:L${fit}`]: NUMBER_HEADER,
      [`M${fit}`]: HEADER,
      [`B${fit + CHANNELS + 3}`]: { ...SOFT, wrapping: 'wrap' },
      [`B${split - 4}:H${split - 4}`]: SECTION,
      [`C${split - 3}:C${split - 2}`]: INPUT,
      [`B${split}`]: HEADER,
      [`C${split}:G${split}`]: NUMBER_HEADER,
      [`H${split}`]: HEADER,
      [`D${split + 1}:D${last + 1}`]: RESULT,
    },
    formats: {
      [`C${fit + 1}:D${fit + CHANNELS + 2}`]: '#,##0',
      [`E${fit + 1}:E${fit + CHANNELS}`]: '0%',
      [`F${fit + 1}:I${fit + CHANNELS + 2}`]: '#,##0',
      [`J${fit + 1}:K${fit + CHANNELS + 2}`]: '0.00',
      [`L${fit + 1}:L${fit + CHANNELS + 2}`]: '0.00',
      [`C${split - 3}:C${split - 2}`]: '#,##0',
      [`C${split + 1}:D${last + 1}`]: '#,##0',
      [`E${split + 1}:E${last + 1}`]: '0%',
      [`F${split + 1}:F${last + 1}`]: '#,##0',
      [`G${split + 1}:G${last + 1}`]: '0.00',
    },
    gridLines: false,
  }
}

function blankRows(count: number): null[][] {
  return Array.from({ length: count }, () => [])
}
