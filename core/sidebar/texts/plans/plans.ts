import { importing } from './importing.ts'
import { linking } from './linking.ts'
import { list } from './list.ts'
import { month } from './month.ts'
import { pilot } from './pilot.ts'
import { printing } from './printing.ts'
import { renewals } from './renewals.ts'
import { row } from './row.ts'
import { scorecard } from './scorecard.ts'
import { sheet } from './sheet.ts'
import { signals } from './signals.ts'

/** The Plans tab. What a plan is, what its columns are and what is wrong with its rows is said by the plan. */
export const plans = {
  all: 'All plans',
  gallery: {
    heading: 'What do you want to do?',
    isHere: 'in this workbook',
    /** What stands in no sheet of its own rows. */
    pages: {
      Scorecard: {
        name: 'Scorecard',
        question: 'How do experience, reliability and loyalty do, and which side is it?',
      },
      'Close the month': {
        name: 'Close the month',
        question: 'What was this month, what turned red, and what is due?',
      },
    },
  },
  /** The pages that one plan has for itself, as the list of its rows leads to them. */
  ownPages: {
    planPilot: 'Plan a pilot of 90 days',
    caseCard: 'Case card: before and after',
    growth: 'Which cues move with growth?',
    themes: 'What do customers say that no cue speaks of?',
    refresh: 'Refresh from a log',
  },
  importTable: 'Import my table',
  lookAgain: 'Look again',
  lookAtSheet: 'Look at the selected sheet',
  showSheet: 'Show the sheet',
  chooseKpis: 'Choose KPIs',
  pickAll: (rows: number) => `Pick all ${rows}`,
  pickNone: 'Pick none',
  blank: 'not filled in',
  notDrawn: (sheet: string) => `The sheet “${sheet}” was changed meanwhile. Nothing was drawn: try again.`,
  sheet,
  list,
  row,
  linking,
  importing,
  printing,
  month,
  scorecard,
  signals,
  renewals,
  pilot,
}
