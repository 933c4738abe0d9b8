import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CellValue } from '../../core/sheet/book.ts'
import { parseIso } from '../../core/statistics/time/calendar.ts'
import { teamSheet } from '../core/plans/ownTable.ts'
import {
  columnIn,
  fill,
  goTo,
  linesOf,
  openRow,
  panel,
  press,
  save,
  says,
  type Line,
  type Quarter,
  type Typing,
} from './quarterSteps.ts'
import { look, type Sidebar } from './signalsSteps.ts'

/** The clock of the page: from that day on the months up to June are offered, and January to May are over. */
const NOW = new Date(2026, 5, 2, 10)

/** Names that a spreadsheet takes for formulas when they are typed. */
const TRAPS = ['=Best price', '+49 phone line', '-10% code', '@home set-up']

const matrix = teamSheet.values.map((line, i) =>
  line.map((cell, column) => (column === 0 && i > 2 ? (TRAPS[i - 3] ?? cell) : cell)),
)

/** What a person has chosen for the words of the table, by hand. */
const WORDS: Readonly<Record<string, string>> = {
  t: 'tangible',
  i: 'intangible',
  core: 'core offer',
  support: 'supporting service',
  prod: 'product',
  service: 'service',
  discovery: 'awareness',
  consideration: 'evaluation',
  purchase: 'purchase',
  setup: 'onboarding',
  activation: 'activation',
  renewal: 'renewal',
}

/** A row of the table as it is to stand in the matrix of signals. */
function imported(cells: readonly CellValue[]): Line {
  const word = (cell: CellValue | undefined) => WORDS[String(cell).trim().toLowerCase()]!
  /** From 1 to 10 to 1 to 5, to the nearest half. */
  const score = (cell: CellValue | undefined) => Math.round(2 * (1 + ((Number(cell) - 1) * 4) / 9)) / 2
  const [day, month, year] = String(cells[10]).split('/')
  return {
    Cue: cells[0]!,
    Kind: word(cells[1]),
    Role: word(cells[2]),
    Path: word(cells[3]),
    Stage: word(cells[4]),
    Outcome: cells[5]!,
    Promise: score(cells[6]),
    Delivery: score(cells[7]),
    'Backed by': cells[8]!,
    Owner: cells[9]!,
    'Reviewed on': typeof cells[10] === 'number' ? cells[10] : parseIso(`${year}-${month}-${day}`),
  }
}

const SATISFACTION = 'Satisfaction with help at the start'
const EFFORT = 'Effort to find information'
const REPLY = 'Time to first reply in chat'
const PROMISE = 'Replies within the guaranteed time'
const FIRST_CONTACT = 'Questions solved at first contact'
const RECOVERED = 'Customers who order again after a complaint'
const CHOSEN = [SATISFACTION, EFFORT, REPLY, PROMISE, FIRST_CONTACT, RECOVERED]

/** What the sheets of data say in a month: shares of answers that are good, and minutes to the first reply. */
interface Month {
  label: string
  satisfied: number
  /** The mean of what people say of the effort. */
  effort: number
  minutes: number
}

const MONTHS: readonly Month[] = [
  { label: '2026-01', satisfied: 0.95, effort: 1.5, minutes: 3 },
  { label: '2026-02', satisfied: 0.9, effort: 1.6, minutes: 3 },
  { label: '2026-03', satisfied: 0.85, effort: 1.8, minutes: 3 },
  { label: '2026-04', satisfied: 0.8, effort: 2, minutes: 3 },
  { label: '2026-05', satisfied: 0.5, effort: 4, minutes: 30 },
]

/** The quarter of a manager, from a table of one's own to the closed months and the page of one owner. */
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
    const list = () => panel(side).locator('.entry').allTextContents()
    const entry = async (name: string) => (await list()).find((text) => text.includes(name))?.replace(/\s+/g, ' ')

    /** Fills a column of data by its title, row by row. */
    async function column(sheet: string, title: string, content: (at: number, line: Line) => number): Promise<void> {
      const data = (await host.read(sheet))!
      const rows = linesOf(data)
      const letter = columnIn(data, title)
      const share = (i: number) => i / rows.length
      await host.put(
        sheet,
        rows.map((line, i) => [`${letter}${line.row}`, content(share(i), line)]),
      )
    }

    async function happens({ satisfied, effort, minutes }: Month): Promise<void> {
      const whole = Math.floor(effort)
      await column('Survey', 'satisfaction', (at) => (at < satisfied ? 5 : 2))
      await column('Survey', 'effort', (at) => (at < effort - whole ? whole + 1 : whole))
      await column('Tickets', 'first_reply', (_, { opened }) => Number(opened) + minutes / 1440)
      await column('Tickets', 'contacts', (at) => (at < 0.8 ? 1 : 2))
    }

    test('a matrix of 40 rows with headings of one’s own comes in with every cell', async () => {
      await host.addSheet('Our cues', matrix)
      await host.show('Our cues')
      await goTo(side, 'Signals')
      await look(side, '70-no-signals')
      await press(side, 'Import my table')
      await press(side, 'Look at the selected sheet')
      await says(side, '40 rows with 11 columns in “Our cues”, titles in row 3.')
      await look(side, '71-import')
      await press(side, 'Import 40 cues')
      await says(side, /^40 cues imported from “Our cues”\./)
      await look(side, '72-imported')
      const own = matrix.slice(3)
      const rows = await lines('Signals')
      expect(rows.map(({ Cue }) => Cue)).toEqual(own.map(([cue]) => cue))
      own.forEach((cells, i) => expect(rows[i]).toMatchObject(imported(cells)))
      const { formulas } = (await host.read('Signals'))!
      expect(formulas.flat().filter((formula) => formula !== '')).toEqual([])
      expect((await host.read('Our cues'))!.values).toEqual(matrix.map((line) => line))
    })

    test('six KPIs of a library come with the sheets that their formulas read', async () => {
      await goTo(side, 'KPIs')
      await says(side, /Its formulas read Targets, Sources and History/)
      await press(side, 'Create the sheet')
      await panel(side).getByLabel('For').selectOption('Customer service')
      for (const name of CHOSEN) await panel(side).getByRole('checkbox', { name }).check()
      await look(side, '73-kpi-library')
      await press(side, 'Add 6 KPIs')
      await says(side, '6 KPIs added.')
      await says(side, 'No KPIs on the product path: choose 5 to 7.')
      expect((await lines('KPIs')).map(({ KPI }) => KPI)).toEqual(CHOSEN)
      expect([await host.read('History'), await host.read('Sources')]).not.toContain(null)
    })

    test('a table of targets that was made by hand is taken in', async () => {
      await goTo(side, 'Targets')
      await look(side, '74-targets-by-hand')
      await press(side, /^Set up all \d+ that are missing$/)
      await says(side, 'Mended.')
      await press(side, 'Take them in')
      await says(side, '“CSAT” is one of them')
    })
  })
}
