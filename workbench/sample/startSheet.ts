import type { Style } from '@odoo/o-spreadsheet'
import { MONEY, ONE_DECIMAL, PERCENT, RESULT, SECTION, SOFT, TITLE } from './sampleStyles.ts'
import { placed } from '../../core/plans/layout.ts'
import { layoutOf } from '../../core/plans/related.ts'
import type { Formula, SheetPlan } from '../workbook.ts'

interface Answer {
  label: string
  formula: string
  format: string
}

/** What each of three kinds of readers asks first, and the formula that answers it. */
const SECTIONS: readonly { title: string; answers: readonly Answer[] }[] = [
  {
    title: 'For marketers',
    answers: [
      { label: 'Would customers recommend us? (NPS)', formula: '=NPS(Survey!E:E)', format: ONE_DECIMAL },
      {
        label: 'What does it cost to win a customer?',
        formula: "=CAC('LTV model'!C12:C14, 'LTV model'!E12:E14, 'LTV model'!D12:D14)",
        format: MONEY,
      },
      {
        label: 'How many months until that is earned back?',
        formula: "=CAC_PAYBACK('LTV model'!C19, 'LTV model'!C5, 'LTV model'!C6, 'LTV model'!C7)",
        format: ONE_DECIMAL,
      },
    ],
  },
  {
    title: 'For finance',
    answers: [
      {
        label: 'What is a customer worth?',
        formula: "=LTV('LTV model'!C5, 'LTV model'!C6, 'LTV model'!C7, 'LTV model'!C8)",
        format: MONEY,
      },
      { label: 'And for each unit spent to win one?', formula: '=LTV_CAC(C10, C6)', format: ONE_DECIMAL },
      { label: 'What share of 1,250 customers left when 44 did?', formula: '=CHURN_RATE(1250, 44)', format: PERCENT },
    ],
  },
  {
    title: 'For managers and service',
    answers: [
      { label: 'What share of customers is satisfied?', formula: '=CSAT(Survey!F:F)', format: PERCENT },
      { label: 'How hard is it to get help? (1 easy, 5 hard)', formula: '=CES(Survey!G:G)', format: '0.00' },
      {
        label: 'How often is a case solved at first contact?',
        formula: '=FCR(Tickets!G:G, Tickets!H:H)',
        format: PERCENT,
      },
    ],
  },
]

/** What a manager asks of the plans, in the order in which to look at them, and what is seen there. */
const PRACTICE: readonly (Answer & { where: string })[] = [
  {
    label: 'How many KPIs miss their target?',
    formula: '=COUNTIF({{KPIs!Status:column}}, "red")',
    format: '0',
    where: 'Scorecard: tiers, sides, closed months. Then KPIs: each number and its trend.',
  },
  {
    label: 'How many cues promise more than we deliver?',
    formula:
      '=SUMPRODUCT(ISNUMBER({{Signals!Promise:column}})*({{Signals!Promise:column}}>{{Signals!Delivery:column}}))',
    format: '0',
    where: 'Signals: what tells customers what to expect, and whether it holds.',
  },
  {
    label: 'How many promises are missed, or have expired?',
    formula: '={{Promises!Missed and shown:beside}}+{{Promises!Expired and shown:beside}}',
    format: '0',
    where: 'Promises: what we said in which words, and until when.',
  },
  {
    label: 'What share of visits ends in a second order?',
    formula: '={{Journey!Product path, first to last:beside}}',
    format: '0.00%',
    where: 'Journey: where customers are lost. Then Feedback: what they said.',
  },
  {
    label: 'How many points did the pilot bring?',
    formula: '={{Pilot!Effect:beside}}',
    format: '+0.0;-0.0;0.0',
    where: 'Pilot: thirteen weeks and those before. Then Experiments: what was learned.',
  },
  {
    label: 'How many weeks of work fit into the capacity?',
    formula: '={{Roadmap!Effort within capacity:beside}}',
    format: '0.0',
    where: 'Roadmap: what comes first. Then Risks and Renewals: what may be lost.',
  },
]

/** The sheet of answers that stands in front, with what the plans say where there are any. */
export function startSheet({ hasPlans = false } = {}): SheetPlan {
  const rows: (string | null | Formula)[][] = [
    [null, 'Customer metrics as formulas'],
    [null, 'All data in this workbook are synthetic: a seeded generator made them up, and they are about nobody.'],
    [],
  ]
  const styles: Record<string, Style> = { B1: TITLE, B2: SOFT }
  const formats: Record<string, string> = {}
  const heights: Record<number, number> = { 0: 38 }
  const addSection = (title: string, beside: string, answers: readonly (Answer & { where?: string })[]) => {
    rows.push([null, title, null, null, beside])
    styles[`B${rows.length}:E${rows.length}`] = SECTION
    heights[rows.length - 1] = 28
    for (const { label, formula, format, where = formula } of answers) {
      rows.push([null, label, { formula }, null, where])
      styles[`C${rows.length}`] = RESULT
      styles[`E${rows.length}`] = SOFT
      formats[`C${rows.length}`] = format
    }
    rows.push([])
  }
  const addLine = (text: string) => {
    rows.push([null, text])
    styles[`B${rows.length}`] = SOFT
  }
  for (const { title, answers } of SECTIONS) addSection(title, 'Formula', answers)
  if (hasPlans) {
    const layout = layoutOf(() => null)
    const answers = PRACTICE.map((answer) => ({ ...answer, formula: placed(answer.formula, layout) }))
    addSection('For managers: the practice in five minutes', 'Where to look, in this order', answers)
    addLine(
      'An online shop for small furniture, made up as well, has filled in every plan. Plans in the sidebar shows what is missing in each, and closes the month.',
    )
  }
  addLine(
    'Type = and a name in any cell, or find a function in the sidebar (F6 goes there and back). Your own .xlsx and .csv files open here too.',
  )
  return {
    name: 'Start',
    rows,
    columns: [{ width: 28 }, { width: 320 }, { width: 110 }, { width: 20 }, { width: 480 }],
    heights,
    styles,
    formats,
    gridLines: false,
  }
}
