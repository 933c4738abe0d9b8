import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CellValue } from '../../core/sheet/book.ts'
import { serialOf } from '../../core/statistics/time/calendar.ts'
import { expected, ownLines, ownRows } from './ownMatrix.ts'
import {
  columnIn,
  field,
  fillIn,
  goTo,
  linesOf,
  linkTo,
  openRow,
  panel,
  press,
  says,
  type Line,
  type Quarter,
} from './quarterSteps.ts'
import { look, type Sidebar } from './signalsSteps.ts'

/** The clock of the page. On that day the months up to June are offered, and those up to May are over. */
const NOW = new Date(2026, 5, 2, 10)
const TODAY = serialOf(2026, 6, 2)

const SATISFACTION = 'Satisfaction with help at the start'
const EFFORT = 'Effort to find information'
const REPLY = 'Time to first reply in chat'
const PROMISE = 'Replies within the guaranteed time'
const FIRST_CONTACT = 'Questions solved at first contact'
const RECOVERED = 'Customers who order again after a complaint'
const CHOSEN = [SATISFACTION, EFFORT, REPLY, PROMISE, FIRST_CONTACT, RECOVERED]

/** What the sheets of data say at the end of a month. */
interface Month {
  label: string
  start: number
  /** The share of answers that are satisfied. */
  satisfied: number
  /** The mean of what people say of their effort. */
  effort: number
  /** Until the first reply. */
  minutes: number
}

const MONTHS: readonly Month[] = [
  { label: '2026-01', start: serialOf(2026, 1, 1), satisfied: 0.95, effort: 1.5, minutes: 3 },
  { label: '2026-02', start: serialOf(2026, 2, 1), satisfied: 0.9, effort: 1.65, minutes: 3 },
  { label: '2026-03', start: serialOf(2026, 3, 1), satisfied: 0.85, effort: 1.8, minutes: 3 },
  { label: '2026-04', start: serialOf(2026, 4, 1), satisfied: 0.8, effort: 2, minutes: 3 },
  { label: '2026-05', start: serialOf(2026, 5, 1), satisfied: 0.5, effort: 4, minutes: 30 },
]

/** What the KPIs are in a month, in the order in which they were chosen. */
function kpisIn({ satisfied, effort, minutes }: Month): Line[] {
  const isBad = minutes > 5
  const status = isBad ? 'red' : 'green'
  return [
    { Value: satisfied, Target: '>= 80%', Status: status },
    { Value: effort, Target: '< 2.5 of 5', Status: status },
    { Value: minutes / 60, Target: '< 4 min', Status: status },
    { Value: 0.97, Target: '>= 90%', Status: 'green' },
    { Value: 0.8, Target: '70%-85%', Status: 'green' },
    { Value: 0.6, Target: '', Status: '' },
  ]
}

const TRENDS = ['worsening', 'worsening', 'flat', 'flat', 'flat', 'flat']

/** What they are once May is closed. */
const AFTER_MAY = kpisIn(MONTHS.at(-1)!).map((line, i) => ({ ...line, 'Last month': line.Value!, Trend: TRENDS[i]! }))

/** From a table of one’s own to the closed months, the page of one owner, and what is done to the sheets in between. */
export function quarterStory(name: string, open: () => Promise<Quarter>): void {
  describe(`a manager’s quarter in ${name}`, () => {
    let host: Quarter
    let side: Sidebar
    beforeAll(async () => {
      host = await open()
      ;({ side } = host)
      await side.page.clock.install({ time: NOW })
      await side.frame.getByRole('tab', { name: 'Plans' }).click()
    })
    afterAll(() => host?.close())

    const lines = async (sheet: string) => linesOf((await host.read(sheet))!)
    const columnOf = async (sheet: string, title: string) => (await lines(sheet)).map((line) => line[title])
    const entry = async (name: string) =>
      ((await panel(side).locator('.entry', { hasText: name }).first().textContent()) ?? '').replace(/\s+/g, ' ')

    /** Fills a column of data, row by row: what stands there by how far down it is, from 0 to 1. */
    async function column(sheet: string, title: string, content: (at: number, line: Line) => number): Promise<void> {
      const data = (await host.read(sheet))!
      const rows = linesOf(data)
      const letter = columnIn(data, title)
      await host.put(
        sheet,
        rows.map((line, i) => [`${letter}${line.row}`, content(i / rows.length, line)]),
      )
    }

    async function passes({ satisfied, effort, minutes }: Month): Promise<void> {
      const whole = Math.floor(effort)
      await column('Survey', 'satisfaction', (at) => (at < satisfied ? 5 : 2))
      await column('Survey', 'effort', (at) => (at < effort - whole ? whole + 1 : whole))
      await column('Tickets', 'opened', (_, { opened }) => Math.floor(Number(opened)))
      await column('Tickets', 'first_reply', (_, { opened }) => Number(opened) + minutes / 1440)
      await column('Tickets', 'contacts', (at) => (at < 0.8 ? 1 : 2))
    }

    /** The formulas of KPIs show this, each row found by its name. */
    async function kpisGive(shown: readonly Line[]): Promise<void> {
      const kpis = (await host.read('KPIs'))!
      const rows = linesOf(kpis)
      const cells = CHOSEN.flatMap((name, i) => {
        const { row } = rows.find(({ KPI }) => KPI === name)!
        return Object.entries(shown[i]!).map(([title, value]) => {
          const shows = typeof value === 'number' ? Number(value.toPrecision(9)) : String(value)
          return [`${columnIn(kpis, title)}${row}`, shows] as const
        })
      })
      await host.gives('KPIs', cells)
    }

    /** What was closed is what the month was, row by row, and no row from before is another one. */
    async function isRecorded(month: Month, before: readonly Line[]): Promise<void> {
      const rows = await lines('History')
      expect(rows.slice(0, before.length)).toEqual(before)
      const own = rows.slice(before.length)
      expect(own.map(({ KPI }) => KPI)).toEqual(CHOSEN)
      kpisIn(month).forEach(({ Value, Target, Status }, i) => {
        const { Month, Value: value, ...rest } = own[i]!
        expect(Month).toBe(month.start)
        expect(value).toBeCloseTo(Number(Value), 9)
        expect(rest).toMatchObject({ Target: Target || null, Status: Status || null })
      })
    }

    async function isPrinted(sheet: string): Promise<void> {
      const said = panel(side)
        .locator('.said')
        .or(panel(side).and(side.frame.locator('.said')))
      await expect.poll(() => said.innerText()).toMatch(/print/i)
      await host.isPrinted(sheet, await said.innerText())
    }

    const closing = (label: string) => `Close ${label} with 6 KPIs`

    test('a matrix of 40 rows with headings, words and a scale of one’s own comes in with every cell', async () => {
      const own = ownRows(40)
      await host.addSheet('Our cues', ownLines(own))
      const before = (await host.read('Our cues'))!.values
      await host.show('Our cues')
      await goTo(side, 'Signals')
      await press(side, 'Import my table')
      await press(side, 'Look at the selected sheet')
      await panel(side).getByRole('combobox', { name: 'both 2 rows' }).selectOption('tangible')
      await press(side, 'Import 40 cues')
      await says(side, /^40 cues imported from “Our cues”\./)
      const rows = await lines('Signals')
      expect(rows).toHaveLength(40)
      own.forEach((cells, i) => expect(rows[i], `row ${i}`).toMatchObject(expected(cells)))
      expect((await host.read('Signals'))!.formulas.flat().filter((formula) => formula !== '')).toEqual([])
      expect((await host.read('Our cues'))!.values).toEqual(before)
      await look(side, '70-imported')
    })

    test('six KPIs of a library come with the sheets that their formulas read', async () => {
      await goTo(side, 'KPIs')
      await says(side, /Its formulas read Sources and History/)
      await press(side, 'Create the sheet')
      await field(side, 'For').selectOption('Customer service')
      for (const name of CHOSEN) await panel(side).getByRole('checkbox', { name }).check()
      await look(side, '71-library')
      await press(side, 'Add 6 KPIs')
      await says(side, '6 KPIs added.')
      await says(side, 'No KPIs on the product path: choose 5 to 7.')
      expect(await columnOf('KPIs', 'KPI')).toEqual(CHOSEN)
      expect([await host.read('History'), await host.read('Sources')]).not.toContain(null)
    })

    test('a table of targets made by hand is taken in, and of a changed one the old, the day and the reason are kept', async () => {
      const before = await lines('Targets')
      await goTo(side, 'Targets')
      await press(side, /^Set up all \d+ that are missing$/)
      await says(side, 'Mended.')
      // Right after one problem is mended, the next is only shown.
      await side.page.waitForTimeout(600)
      await press(side, 'Take them in')
      await panel(side).locator('.entry:enabled', { hasText: 'chat' }).waitFor()
      await press(side, 'New target')
      await fillIn(side, {
        Metric: 'CSAT',
        Segment: 'onboarding',
        Target: '>= 80%',
        Owner: 'Maria',
        Why: 'First year.',
      })
      await panel(side).locator('.entry', { hasText: 'chat' }).click()
      await fillIn(side, { Target: '< 4 min', Why: 'Customers leave after four minutes.' })
      const after = await lines('Targets')
      before.forEach(({ metric, segment, owner }, i) =>
        expect(after[i]).toMatchObject({ Metric: metric, Segment: segment, Owner: owner }),
      )
      expect(after.find(({ Segment }) => Segment === 'chat')).toMatchObject({
        Target: '< 4 min',
        'Old target': '< 5 min',
        'Changed on': TODAY,
        Why: 'Customers leave after four minutes.',
      })
      await look(side, '72-targets')
    })

    test('four KPIs are linked to the survey and the tickets, two are typed', async () => {
      await passes(MONTHS[0]!)
      await goTo(side, 'KPIs')
      await host.show('Survey')
      await linkTo(side, SATISFACTION, { ratings: 'satisfaction' })
      await linkTo(side, EFFORT, { scores: 'effort' })
      await host.show('Tickets')
      await linkTo(side, REPLY, { created: 'opened', replied: 'first_reply' })
      await linkTo(side, FIRST_CONTACT, { contacts_per_case: 'contacts' })
      for (const [kpi, Value] of [
        [PROMISE, '97%'],
        [RECOVERED, '60%'],
      ] as const) {
        await openRow(side, kpi)
        await fillIn(side, { Value })
      }
      await kpisGive(kpisIn(MONTHS[0]!))
      const { formulas } = (await host.read('KPIs'))!
      expect(formulas.slice(1).map((row) => row[5])).toEqual([
        '=CSAT(Survey!F:F)',
        '=CES(Survey!G:G)',
        expect.stringMatching(/^=RESPONSE_TIME\(Tickets!B:B, ?Tickets!C:C\)$/),
        '',
        '=FCR(Tickets!G:G)',
        '',
      ])
    })

    test('a source that is too old is told there and at the KPI that rests on it', async () => {
      await goTo(side, 'Sources')
      await press(side, 'New source')
      await fillIn(side, { Source: 'Support', 'Newest row': 'Tickets!B:B', 'Allowed days': '7' })
      await press(side, 'New source')
      await fillIn(side, { Source: 'Survey tool', 'Newest row': 'Survey!A:A', 'Allowed days': '120' })
      await host.gives(
        'Sources',
        ['C2', 'C3'].map((cell) => [cell, serialOf(2026, 2, 28)] as const),
      )
      await says(side, 'Support is 94 days old, 7 allowed. Bring in newer data.')
      expect(await entry('Survey tool')).not.toContain('days old')
      await look(side, '73-sources')
      await goTo(side, 'KPIs')
      await openRow(side, REPLY)
      await fillIn(side, { Source: 'Support' })
      await expect.poll(() => entry(REPLY)).toContain('old data')
      await openRow(side, REPLY)
      await says(side, 'Support is 94 days old, 7 allowed. Bring in newer data.')
    })

    test('all of them get an owner at once', async () => {
      await goTo(side, 'KPIs')
      await press(side, 'Change several at once')
      await press(side, 'Pick all 6 in sight')
      await field(side, 'Change several').getByLabel('Owner', { exact: true }).fill('Maria')
      await look(side, '74-several')
      await press(side, 'Set for 6 KPIs')
      await says(side, '6 KPIs changed.')
      await press(side, 'Done with several')
      expect(await columnOf('KPIs', 'Owner')).toEqual(CHOSEN.map(() => 'Maria'))
    })

    test('the scorecard is drawn, and says what it would not show', async () => {
      await goTo(side, 'Scorecard')
      await says(side, 'Loyalty has one KPI only.')
      await press(side, 'Draw the scorecard')
      await says(side, 'Drawn. Its numbers follow the KPIs.')
      const cells = (await host.read('Scorecard'))!.values.flat()
      expect(cells).toEqual(expect.arrayContaining(['Scorecard', 'Three tiers', 'Which side is it?']))
      expect(cells).not.toContain('Closed months')
    })

    test.each(MONTHS.map((month) => [month.label, month] as const))('%s is closed once', async (label, month) => {
      const before = await lines('History')
      await passes(month)
      await kpisGive(kpisIn(month))
      await goTo(side, 'Close the month')
      if (before.length === 0) await field(side, 'Month').selectOption({ label })
      const told = label === '2026-05' ? '3 turned red' : 'none turned red'
      if (label === '2026-05') await look(side, '75-closing')
      await press(side, closing(label))
      await says(side, `${label} is closed: ${told}, no targets changed, all have a value.`)
      await isRecorded(month, before)
      const after = await lines('History')
      const offered = await field(side, 'Month').locator('option').allInnerTexts()
      expect(offered[0]! > label).toBe(true)
      const isEarly = await panel(side).getByText('2026-06 is not over yet').isVisible()
      expect(isEarly).toBe(label === '2026-05')

      // Someone has a page open from before it was closed.
      const first = before.length + 2
      const bringBack = await host.empty('History', first, first + CHOSEN.length - 1)
      await goTo(side, 'Close the month')
      if (before.length === 0) await field(side, 'Month').selectOption({ label })
      await panel(side)
        .getByRole('button', { name: closing(label) })
        .waitFor()
      await bringBack()
      await press(side, closing(label))
      await says(side, `${label} is closed already. A month is closed once`)
      expect(await lines('History')).toEqual(after)
    })

    test('after five closed months there are trends, and the scorecard is drawn anew with them', async () => {
      await kpisGive(AFTER_MAY)
      await goTo(side, 'KPIs')
      await press(side, 'red 3')
      expect(await panel(side).locator('.entry').count()).toBe(3)
      await look(side, '76-red')
      await press(side, 'all 6')
      await goTo(side, 'Scorecard')
      await press(side, 'Draw it anew')
      await says(side, 'Drawn anew.')
      expect((await host.read('Scorecard'))!.values.flat()).toEqual(
        expect.arrayContaining<CellValue>(['Closed months', ...MONTHS.map(({ label }) => label), 0.95, 0.5]),
      )
      expect(await host.charts('Scorecard')).toBe(2)
      await look(side, '77-scorecard')
      await press(side, 'Print it')
      await isPrinted('Scorecard')
    })

    test('its views are linked to their data, and stay when it is drawn anew', async () => {
      await host.addSheet('Touches', [
        ['path', 'won'],
        ['search > mail > shop', 6],
        ['mail', 2],
        ['search > mail > mail > shop', 4],
      ])
      await host.addSheet('Purchases', [
        ['customer', 'bought'],
        ...[
          ['Ann', 5],
          ['Ben', 20],
          ['Ann', 42],
          ['Cleo', 45],
          ['Ann', 61],
        ].map(([customer, day]): CellValue[] => [customer!, serialOf(2026, 1, 1) + Number(day) - 1]),
      ])
      await goTo(side, 'Scorecard')
      await says(side, 'Not linked yet')
      expect(await panel(side).getByText('Not linked yet').count()).toBe(2)
      const link = async (view: string, sheet: string, metric: string, columns: Record<string, string>) => {
        await host.show(sheet)
        await press(side, `Link… ${view}`)
        await look(side, `77-${view}`)
        await press(side, new RegExp(`^${metric} `))
        await says(side, `Columns of “${sheet}” are offered. For another sheet, click into it and look again.`)
        for (const [argument, title] of Object.entries(columns)) {
          await field(side, `Column for ${argument}`).selectOption({ label: title })
        }
        await look(side, `77-${metric}`)
        await press(side, 'Link to the scorecard')
        await says(side, `${view} is linked.`)
      }
      await link('Attribution', 'Touches', 'ATTRIBUTION', { paths: 'path', conversions: 'won' })
      await link('Cohorts', 'Purchases', 'COHORT_RETENTION', { ids: 'customer', dates: 'bought' })
      const linked = async () => {
        const { values, formulas } = (await host.read('Scorecard'))!
        const heads = values.flatMap(([first]) => (first === 'Attribution' || first === 'Cohorts' ? [first] : []))
        const own = formulas.flatMap(([first = '']) =>
          /^=(ATTR|COHORT)/.test(first) ? [first.replace(/\s/g, '')] : [],
        )
        return [heads, own]
      }
      const both = [
        ['Attribution', 'Cohorts'],
        ['=ATTRIBUTION(Touches!A:A,Touches!B:B)', '=COHORT_RETENTION(Purchases!A:A,Purchases!B:B)'],
      ]
      expect(await linked()).toEqual(both)
      expect(await host.charts('Scorecard')).toBe(4)
      await look(side, '77-views')
      await press(side, 'Draw it anew')
      await says(side, 'Drawn anew.')
      expect(await linked()).toEqual(both)
      expect(await host.charts('Scorecard')).toBe(4)
    })

    test('a view whose data are in the way says the sentence of its function', async () => {
      await press(side, 'Change… Attribution')
      await field(side, 'Column for conversions').selectOption({ label: 'path' })
      await press(side, 'Link to the scorecard')
      await says(side, 'Attribution is linked.')
      await says(side, /^ATTRIBUTION: conversions .*\.$/)
      expect(await host.charts('Scorecard')).toBe(3)
      await look(side, '77-sentence')
      await press(side, 'Remove Attribution')
      await says(side, 'Attribution is removed.')
      expect((await host.read('Scorecard'))!.values.map(([first]) => first)).not.toContain('Attribution')
    })

    test('what was linked goes with a Scorecard that is deleted, which is said', async () => {
      const undo = await host.remove('Scorecard')
      await goTo(side, 'Scorecard')
      await says(side, /kept in the sheet “Scorecard”, which is not there: nothing is linked/)
      await undo()
      await goTo(side, 'Scorecard')
      await says(side, /^=COHORT_RETENTION/)
    })

    test('they are handed over to another owner at once, whose page is drawn, printed and written as text', async () => {
      await goTo(side, 'KPIs')
      await press(side, 'Change several at once')
      for (const kpi of [SATISFACTION, EFFORT]) await panel(side).getByRole('checkbox', { name: kpi }).check()
      await field(side, 'Change several').getByLabel('Owner', { exact: true }).fill('Jon')
      await press(side, 'Set for 2 KPIs')
      await says(side, '2 KPIs changed.')
      await press(side, 'Done with several')
      expect(await columnOf('KPIs', 'Owner')).toEqual(['Jon', 'Jon', 'Maria', 'Maria', 'Maria', 'Maria'])
      await kpisGive(AFTER_MAY)
      await goTo(side, 'KPIs')
      await press(side, 'A page to print or send')
      await field(side, 'Whose').selectOption('Jon')
      await press(side, 'Write it as text')
      const text = await field(side, 'Text to send').inputValue()
      expect(text).toMatch(/^KPIs of Jon, 2026-06-02\n/)
      expect(text).toContain(`- ${SATISFACTION}, adoption, onboarding, 50.0%, target >= 80%, red`)
      expect(text).toContain('  It misses its target of >= 80%.')
      expect(text).not.toContain(REPLY)
      await look(side, '78-page')
      await press(side, 'Draw the page and print it')
      await isPrinted('KPIs page')
      expect((await host.read('KPIs page'))!.formulas.flat().join('')).toBe('')
      expect((await host.read('KPIs page'))!.values.map(([first]) => first).slice(0, 5)).toEqual([
        'KPIs, of Jon',
        'As of 2026-06-02. Values only.',
        'KPI',
        SATISFACTION,
        EFFORT,
      ])
    })

    test('KPIs sorted by hand keep the last month and the trend of each', async () => {
      const before = await lines('KPIs')
      await host.sort('KPIs', 'A')
      const after = await lines('KPIs')
      expect(after.map(({ KPI }) => KPI)).toEqual([...CHOSEN].sort())
      for (const line of before) {
        const { row } = after.find(({ KPI }) => KPI === line['KPI'])!
        expect(after).toContainEqual({ ...line, row })
      }
      await goTo(side, 'KPIs')
      await press(side, 'all 6')
    })

    test('a History that is deleted is told in KPIs, and comes back with all that it held', async () => {
      const before = await lines('History')
      const undo = await host.remove('History')
      await goTo(side, 'KPIs')
      await says(side, /The sheet “History”, which the formulas of KPIs read, is not there/)
      await look(side, '79-no-history')
      await undo()
      await goTo(side, 'KPIs')
      await says(side, 'New KPI')
      // What stood there is read again first.
      await expect.poll(() => panel(side).getByRole('group', { name: 'Missing sheets' }).count()).toBe(0)
      expect(await lines('History')).toEqual(before)
    })

    test('a Targets that is renamed is told, and nothing is lost once it has its name again', async () => {
      const before = await lines('Targets')
      await host.rename('Targets', 'Goals')
      await goTo(side, 'KPIs')
      await says(side, /The sheet “Targets”, which the formulas of KPIs read, is not there\. If it was renamed/)
      await goTo(side, 'Targets')
      await says(side, /The sheet “Targets” is not there any more/)
      await look(side, '80-renamed')
      await host.rename('Goals', 'Targets')
      await goTo(side, 'Targets')
      await says(side, 'New target')
      expect(await lines('Targets')).toEqual(before)
    })

    test('a value of History changed by hand is told at its row', async () => {
      const history = (await host.read('History'))!
      const cell = `${columnIn(history, 'Value')}2`
      await host.put('History', [[cell, 0.99]])
      await goTo(side, 'History')
      await press(side, 'changed by hand 1')
      await says(side, /It was changed by hand after the month was closed/)
      await look(side, '81-by-hand')
      await host.put('History', [[cell, 0.95]])
      await goTo(side, 'History')
      await panel(side).getByRole('button', { name: 'changed by hand 0' }).waitFor()
    })

    test('a protected History keeps its months, which is told', async () => {
      const before = await lines('History')
      await host.protect('History', true)
      await goTo(side, 'Close the month')
      await press(side, closing('2026-06'))
      await says(side, /[Pp]rotect|locked/)
      expect(await lines('History')).toEqual(before)
      await host.protect('History', false)
      await kpisGive(AFTER_MAY)
      await press(side, closing('2026-06'))
      await says(side, '2026-06 is closed: none turned red, no targets changed, all have a value.')
      expect((await lines('History')).slice(0, before.length)).toEqual(before)
    })

    test('a History that is gone for good is created anew, and a month closes into it', async () => {
      await host.remove('History')
      await goTo(side, 'KPIs')
      await says(side, /The sheet “History”, which the formulas of KPIs read, is not there/)
      await press(side, 'Create it anew, empty')
      await expect.poll(() => panel(side).getByRole('group', { name: 'Missing sheets' }).count()).toBe(0)
      await says(side, /^Rows 2, 3, 4, 5, 6 and 7 lack the formula of “Last month”, “Trend”\.$/)
      expect(await lines('History')).toEqual([])
      await look(side, '82-new-history')
      await press(side, 'Write it anew')
      await says(side, 'Mended.')
      const may = MONTHS.at(-1)!
      const noTrend: Line[] = kpisIn(may).map((line) => ({ ...line, Trend: 'needs 5 months' }))
      await kpisGive(noTrend.map((line) => ({ ...line, 'Last month': '' })))
      await goTo(side, 'Close the month')
      await field(side, 'Month').selectOption({ label: may.label })
      await press(side, closing(may.label))
      await says(side, `${may.label} is closed: `)
      const closed = await lines('History')
      expect(closed.map(({ KPI }) => KPI)).toEqual([...CHOSEN].sort())
      kpisIn(may).forEach(({ Value, Status }, i) => {
        const { Month, Value: value, Status: status } = closed.find(({ KPI }) => KPI === CHOSEN[i])!
        expect([Month, value, status]).toEqual([may.start, expect.closeTo(Number(Value), 9), Status || null])
      })
      await kpisGive(noTrend.map((line) => ({ ...line, 'Last month': line.Value! })))
    })

    test('every cell of the imported table is still there, and nothing failed', async () => {
      const rows = await lines('Signals')
      ownRows(40).forEach((cells, i) => expect(rows[i], `row ${i}`).toMatchObject(expected(cells)))
      expect(host.errors()).toEqual([])
    })
  })
}
