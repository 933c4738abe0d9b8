import { HEADER } from '../styles.ts'
import { colourScale, type SheetPlan } from '../workbook.ts'
import { SOFT, TITLE } from './sampleStyles.ts'

/** Whether customers come back, by the month of their first order. */
export function cohortSheet(): SheetPlan {
  const triangle = 'C4:P17'
  return {
    name: 'Cohorts',
    rows: [
      [null, null, 'Are customers coming back?'],
      [
        null,
        null,
        'Customers by the month of their first order, and the share of them that ordered again 1, 2, 3 … months later.',
      ],
      [{ formula: '=COHORT_RETENTION(Orders!B:B,Orders!C:C)' }],
    ],
    columns: [{ width: 100 }, { width: 86 }, ...Array.from({ length: 14 }, () => ({ width: 54 }))],
    heights: { 0: 38 },
    styles: { C1: TITLE, C2: SOFT, 'A3:P3': { ...HEADER, align: 'center' }, [triangle]: { align: 'center' } },
    formats: { 'A4:A17': 'mmm yyyy', [triangle]: '0%' },
    // The month of the first order is always 100 % and would leave the others pale.
    colours: [colourScale(triangle, [0, '#ffffff'], [0.4, '#45a995'])],
    frozen: { rows: 3, columns: 2 },
    gridLines: false,
  }
}
