import { HEADER } from '../styles.ts'
import type { SheetPlan } from '../workbook.ts'
import { formula, INPUT, NUMBER_HEADER, SECTION, SOFT, TITLE } from './sampleStyles.ts'

/** First buyers of a lamp in each month since its launch. */
const ADOPTERS = [120, 190, 260, 410, 520, 690, 780, 905, 930, 910, 850, 760]
const AHEAD = 24

/** How a new product spreads, when its sales peak, and what it may cost. */
export function launchSheet(): SheetPlan {
  const first = 6
  const last = first + ADOPTERS.length - 1
  // Below the months ahead.
  const prices = 9 + AHEAD + 3
  return {
    name: 'Launch',
    rows: [
      [null, 'How far the new desk lamp spreads, and what it may cost'],
      [null, 'First buyers of each month since the launch, and a survey of prices. Blue cells can be changed.'],
      [],
      [null, 'Since the launch', null, null, 'The curve behind it'],
      [null, 'Month', 'First buyers', null, formula(`=BASS_FIT(C${first}:C${last})`)],
      ...ADOPTERS.map((adopters, i) => [
        null,
        i + 1,
        adopters,
        null,
        ...(i === 2 ? ['What it comes to'] : i === 3 ? [formula(`=BASS_FORECAST(E5:K6,${AHEAD})`)] : []),
      ]),
      ...Array.from({ length: prices - last - 2 }, () => []),
      [null, 'Which prices people accept'],
      [null, formula("=PRICE_METER('Lamp prices'!B:B,'Lamp prices'!C:C,'Lamp prices'!D:D,'Lamp prices'!E:E)")],
    ],
    columns: [
      { width: 28 },
      { width: 230 },
      { width: 110 },
      { width: 90 },
      { width: 100 },
      { width: 100 },
      { width: 110 },
      { width: 100 },
      { width: 90 },
      { width: 90 },
      { width: 240 },
    ],
    heights: { 0: 38, 3: 28, 7: 28, [prices - 2]: 28, [prices + 4]: 74 },
    styles: {
      B1: TITLE,
      B2: SOFT,
      'B4:C4': SECTION,
      'E4:K4': SECTION,
      B5: HEADER,
      C5: NUMBER_HEADER,
      'E5:K5': NUMBER_HEADER,
      [`B${first}:B${last}`]: { align: 'left' },
      [`C${first}:C${last}`]: INPUT,
      'E8:H8': SECTION,
      'E9:H9': NUMBER_HEADER,
      [`E10:E${9 + AHEAD}`]: { align: 'left' },
      [`B${prices - 1}:G${prices - 1}`]: SECTION,
      [`B${prices}:F${prices}`]: NUMBER_HEADER,
      [`G${prices}`]: HEADER,
      [`B${prices + 5}`]: { ...SOFT, wrapping: 'wrap' },
    },
    formats: {
      'E6:F6': '0.000',
      G6: '#,##0',
      H6: '0',
      I6: '0.00',
      [`F10:G${9 + AHEAD}`]: '#,##0',
      [`H10:H${9 + AHEAD}`]: '0%',
      [`B${prices + 1}:B${prices + 4}`]: '0.00',
      [`C${prices + 1}:F${prices + 4}`]: '0%',
    },
    charts: [
      {
        title: 'First buyers by month',
        columns: [`F9:F${9 + AHEAD}`],
        labels: `E10:E${9 + AHEAD}`,
        ...{ column: 1, row: last + 1, width: 425, height: 320 },
      },
    ],
    gridLines: false,
  }
}
