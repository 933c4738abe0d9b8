import { describe, expect, test } from 'vitest'
import type {
  BesideChange,
  BlockLook,
  ColumnLook,
  DrawnCell,
  DrawnSheet,
  NewCell,
  PlanColumn,
  RowChange,
  TablePlan,
} from '../../core/sheet/book.ts'
import { drawnPrint } from '../../core/sheet/drawing.ts'
import { COLOURS } from '../../core/sheet/looks.ts'
import { hostileTexts } from '../hostileTexts.ts'
import type { BookUnderTest } from './book.contract.ts'

/** What one sees of sheets made by plans. */
export interface PlansUnderTest {
  /** The name of the sheet in front. */
  front(): Promise<string>
  /** The texts that the drop-down of a cell offers, without blanks; none where it has no drop-down. */
  choices(sheet: string, cell: string): Promise<string[]>
  /** What a cell is filled with, by itself or by a rule for what it shows now, as #D9EAD3; "" where nothing fills it. */
  colour(sheet: string, cell: string): Promise<string>
}

/** What every book makes of plans, several at once, and of drawn sheets. `host` gives the one of the test that runs. */
export function plansContract(host: () => BookUnderTest): void {
  const read = async (sheet: string) => (await host().book.readSheet(sheet))!
  const create = (...plans: TablePlan[]) => host().book.createSheets(plans)
  const formats = (sheet: string, ...cells: string[]) => Promise.all(cells.map((cell) => host().format(sheet, cell)))
  const colours = (sheet: string, ...cells: string[]) => Promise.all(cells.map((cell) => host().colour(sheet, cell)))
  const contents = async (sheet: string, cell: string) => (await host().content(sheet, cell)).replace(/\s/g, '')

  describe('sheetNames', () => {
    test('all sheets are told in their order, hidden ones too', async () => {
      await create(kpis, goals)
      await host().hide('Our KPIs')
      expect(await host().book.sheetNames()).toEqual(['Sheet1', 'Our KPIs', 'Goals'])
    })
  })

  describe('readSheets', () => {
    test('several sheets are told as each alone, in the order asked for, null for one that is not there', async () => {
      await create(kpis, goals)
      await host().hide('Goals')
      const told = await host().book.readSheets(['Goals', 'Gone', 'Our KPIs', 'Sheet1'])
      expect(told).toEqual([await read('Goals'), null, await read('Our KPIs'), { values: [], formulas: [] }])
      expect(told[0]!.hidden).toBe(true)
    })

    test('it is one read', async () => {
      await create(kpis, goals)
      await host().traffic()
      expect(await host().book.readSheets(['Goals', 'Our KPIs', 'Gone'])).toHaveLength(3)
      expect(await host().traffic()).toEqual({ reads: 1, writes: 0 })
    })

    test('none of no sheets', async () => {
      expect(await host().book.readSheets([])).toEqual([])
    })
  })

  describe('several planned sheets', () => {
    test('stand behind the others in their order, the last one in front', async () => {
      await create(goals, kpis)
      expect(await host().book.sheetNames()).toEqual(['Sheet1', 'Goals', 'Our KPIs'])
      expect(await host().front()).toBe('Our KPIs')
    })

    test.each([
      ['the first one before it is there', [goals, kpis]],
      ['the last one after it is there', [kpis, goals]],
    ])('name each other in formulas: %s', async (_, plans) => {
      await create(...plans)
      expect(await host().content('Goals', 'C2')).toBe("='Our KPIs'!B2*2")
      expect(await host().shown('Goals', 'C2')).toBe(10)
      expect(await host().shown('Our KPIs', 'C2')).toBe(4)
    })

    test.each([
      ['the first one before it is there', [goals, kpis]],
      ['the last one after it is there', [kpis, goals]],
    ])('offer the texts of each other: %s', async (_, plans) => {
      await create(...plans)
      expect(await host().choices('Goals', 'B2')).toEqual(['Churn', 'NPS'])
      await host().put('Our KPIs', 'A4', 'CSAT')
      expect(await host().choices('Goals', 'B3')).toEqual(['Churn', 'NPS', 'CSAT'])
      expect(await host().choices('Goals', 'A2')).toEqual([])
    })

    test('are none when there is one of such a name, which is told', async () => {
      await create(kpis)
      await host().select('Sheet1', 'A1')
      await expect(create(goals, kpis)).rejects.toThrow(/Our KPIs/)
      expect(await host().book.sheetNames()).toEqual(['Sheet1', 'Our KPIs'])
      expect((await read('Our KPIs')).values).toHaveLength(3)
    })

    test('may have hundreds of rows', async () => {
      const rows = Array.from({ length: 500 }, (_, i): NewCell[] => [`Goal ${i}`, 'NPS', { formula: '={{Done}}+1' }, i])
      await create({ ...goals, rows }, kpis)
      const { values, formulas } = await read('Goals')
      expect(values).toHaveLength(501)
      expect(values[500]).toEqual(['Goal 499', 'NPS', 500, 499])
      expect(formulas[500]![2]!.replace(/\s/g, '')).toBe('=D501+1')
      expect(await host().choices('Goals', 'B501')).toEqual(['Churn', 'NPS'])
    })
  })

  describe('a planned column', () => {
    const kinds: PlanColumn[] = [
      ...(['text', 'number', 'share', 'money', 'date', 'any'] as const).map((kind) => ({ ...plain(kind), kind })),
      { ...plain('own'), kind: 'number', format: '0.000' },
      { ...plain('own share'), kind: 'share', format: '0%' },
    ]
    const oneOfEach: TablePlan = {
      name: 'Kinds',
      columns: [...kinds, { ...plain('Id'), kind: 'text' }],
      rows: [['word', 1.5, 0.25, 1234.5, 46082, true, 2.5, 0.5, 'id1']],
      page: { landscape: true, titleRows: 1 },
    }

    test('shows what it holds in the format of its kind, or in its own', async () => {
      await create(oneOfEach)
      expect((await read('Kinds')).values[1]).toEqual(oneOfEach.rows[0])
      expect(await formats('Kinds', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2', 'H2')).toEqual([
        '',
        '0.0%',
        '#,##0.00',
        'yyyy-mm-dd',
        '',
        '0.000',
        '0%',
      ])
      expect(await formats('Kinds', 'B1', 'C1', 'D1', 'E1', 'H1')).toEqual(['', '', '', '', ''])
    })

    test('has it below its last row as well', async () => {
      await create(oneOfEach)
      const added: RowChange = { id: 'new', seen: null, cells: { share: 0.75, money: 5, date: 46083, own: 1 } }
      await host().book.changeRows({ sheet: 'Kinds', idTitle: 'Id', changes: [added] })
      expect((await read('Kinds')).values[2]).toEqual([null, null, 0.75, 5, 46083, null, 1, null, 'new'])
      expect(await formats('Kinds', 'C3', 'D3', 'E3', 'G3')).toEqual(['0.0%', '#,##0.00', 'yyyy-mm-dd', '0.000'])
    })

    test('a formula in it shows in that format, unless it brings its own', async () => {
      const rows = [[null, null, { formula: '=1/4' }, { formula: '=1/3', format: '0.0' }]]
      await create({ ...oneOfEach, rows })
      expect(await formats('Kinds', 'C2', 'D2')).toEqual(['0.0%', '0.0'])
      expect(await host().shown('Kinds', 'C2')).toBe(0.25)
    })

    test('text in it stays text to the letter, whatever its kind', async () => {
      await create({ ...oneOfEach, rows: hostileTexts.map((text) => kinds.map(() => text)) })
      const { values, formulas } = await read('Kinds')
      const told = values.slice(1)
      kinds.forEach((_, i) => expect(told.map((line) => line[i])).toEqual(hostileTexts))
      expect(formulas.flat().filter((formula) => formula !== '')).toEqual([])
    })

    test('its title is text as well', async () => {
      const titles = ['=1+1', "'007", '50%', '<b>bold</b>', '@all', '+1']
      await create({ name: 'Titles', columns: titles.map((title) => plain(title)), rows: [] })
      expect(await read('Titles')).toEqual({ values: [titles], formulas: [titles.map(() => '')] })
    })

    test('has a note on its title where one is planned', async () => {
      const note = 'Per month.\nAs a share of the customers at its beginning: =1+1 <b>'
      const columns = [{ ...plain('Churn'), note }, plain('Other')]
      await create({ name: 'Notes', columns, rows: [['a', 'b']] })
      expect(await host().note('Notes', 'A1')).toBe(note)
      expect([await host().note('Notes', 'B1'), await host().note('Notes', 'A2')]).toEqual(['', ''])
    })

    test('offers its choices', async () => {
      await create({ name: 'Choices', columns: [{ ...plain('Answer'), choices: ['yes', 'not yet'] }], rows: [['yes']] })
      expect(await host().choices('Choices', 'A2')).toEqual(['yes', 'not yet'])
      expect(await host().choices('Choices', 'A3')).toEqual(['yes', 'not yet'])
      expect(await host().choices('Choices', 'A1')).toEqual([])
    })

    test('offers the texts of a sheet that was there before', async () => {
      await create(kpis)
      await create(goals)
      expect(await host().choices('Goals', 'B2')).toEqual(['Churn', 'NPS'])
    })

    test('is made without choices where they are to come from a sheet that is not there', async () => {
      const columns = [plain('Goal'), { ...plain('KPI'), choicesFrom: { sheet: 'Gone', address: 'A2:A' } }]
      await create({ name: 'Goals', columns, rows: [['Grow', 'NPS']] })
      expect((await read('Goals')).values).toEqual([
        ['Goal', 'KPI'],
        ['Grow', 'NPS'],
      ])
      expect(await host().choices('Goals', 'B2')).toEqual([])
    })

    test('cells that hold exactly a text get its colour', async () => {
      const columns = [{ ...plain('Status'), colours: { green: 'green', 'at "risk"': 'red' } as const }]
      await create({ name: 'Colours', columns, rows: [['green'], ['at "risk"'], ['greener'], [null]] })
      expect(await colours('Colours', 'A2', 'A3', 'A4', 'A5')).toEqual([COLOURS.green.fill, COLOURS.red.fill, '', ''])
      await host().put('Colours', 'A2', 'at "risk"')
      await host().put('Colours', 'A6', 'green')
      expect(await colours('Colours', 'A2', 'A6')).toEqual([COLOURS.red.fill, COLOURS.green.fill])
    })
  })

  describe('formulas of a plan', () => {
    const lines = (...rows: NewCell[][]): TablePlan => ({
      name: 'Lines',
      columns: [
        { ...plain('Id') },
        ...['Price', 'Count', 'Total'].map((title) => ({ ...plain(title), kind: 'any' as const })),
      ],
      rows,
    })
    const total: NewCell = { formula: '={{Price}}*{{Count}}' }

    test('{{Title}} is the cell in its row', async () => {
      await create(lines(['a', 2, 3, total], ['b', 4, 5, total]))
      expect([await contents('Lines', 'D2'), await contents('Lines', 'D3')]).toEqual(['=B2*C2', '=B3*C3'])
      expect([await host().shown('Lines', 'D2'), await host().shown('Lines', 'D3')]).toEqual([6, 20])
    })

    test('{{Title:column}} is the whole column, in rows that are written later as well', async () => {
      await create(lines(['a', 2, 3, { formula: '=SUM({{Price:column}})' }], ['b', 4, 5, total]))
      expect(await contents('Lines', 'D2')).toBe('=SUM(B:B)')
      expect(await host().shown('Lines', 'D2')).toBe(6)
      const cells = { Total: { formula: '=SUM({{Count:column}})-{{Count}}' } }
      const outcome = await host().book.changeRows({
        sheet: 'Lines',
        idTitle: 'Id',
        changes: [
          { id: 'b', seen: { Total: '=B3*C3' }, cells },
          { id: 'c', seen: null, cells: { Count: 7, ...cells } },
        ],
      })
      expect(outcome).toEqual({ done: ['b', 'c'], refused: [] })
      expect([await contents('Lines', 'D3'), await contents('Lines', 'D4')]).toEqual(['=SUM(C:C)-C3', '=SUM(C:C)-C4'])
      expect([await host().shown('Lines', 'D3'), await host().shown('Lines', 'D4')]).toEqual([10, 8])
    })
  })

  describe('the summary of a plan', () => {
    const summed: TablePlan = {
      name: 'Risks',
      columns: [{ ...plain('Risk'), width: 200 }, { ...plain('Share'), kind: 'share' }, { ...plain('Id') }],
      rows: [
        ['Churn', 0.25, 'r1'],
        ['Fraud', 0.5, 'r2'],
      ],
      summary: [
        { label: 'Together', formula: '=SUM({{Share:column}})', format: '0.0%' },
        { label: '=plain', formula: '=1+1' },
        { label: 'Capacity', value: 20 },
      ],
    }

    describe('that keeps cells for the sidebar', () => {
      const keeping: TablePlan = {
        ...summed,
        summary: [...summed.summary!, { label: 'From', value: null }, { label: 'Read on', value: null }],
      }
      const changes: RowChange[] = [{ id: 'r3', seen: null, cells: { Risk: 'Fire', Share: 0.1 } }]
      const write = (beside: BesideChange[], more: readonly RowChange[] = changes) =>
        host().book.changeRows({ sheet: 'Risks', idTitle: 'Id', changes: more, beside })
      const toldIn = async (label: string) => {
        const { values, formulas } = await read('Risks')
        const place = values[0]!.indexOf(label) + 1
        return [formulas[0]![place] || null, values[0]![place] ?? null]
      }

      test('has them blank at first, then with what is written in one go with rows', async () => {
        await create(keeping)
        expect(await toldIn('From')).toEqual([null, null])
        const outcome = await write([
          { label: 'From', seen: '', cell: { formula: '=SUM(Sheet1!A:A)' } },
          { label: 'Capacity', seen: '20', cell: 30 },
          { label: 'Read on', seen: '', cell: { formula: '=DATE(2026, 3, 17)', format: 'yyyy-mm-dd' } },
        ])
        expect(outcome).toEqual({ done: ['r3'], refused: [] })
        expect((await toldIn('From')).map((one) => String(one).replace(/\s/g, ''))).toEqual(['=SUM(Sheet1!A:A)', '0'])
        expect(await toldIn('Capacity')).toEqual([null, 30])
        expect((await toldIn('Read on'))[1]).toBe(46098)
        expect((await read('Risks')).values[3]!.slice(0, 3)).toEqual(['Fire', 0.1, 'r3'])
        expect((await toldIn('Together'))[1]).toBeCloseTo(0.85)
      })

      test('is cleared again, alone or with rows that go', async () => {
        await create(keeping)
        await write([{ label: 'From', seen: '', cell: { formula: '=SUM(Sheet1!A:A)' } }], [])
        const seen = String((await toldIn('From'))[0])
        await write([{ label: 'From', seen, cell: null }], [{ id: 'r1', seen: { Risk: 'Churn' }, cells: null }])
        expect(await toldIn('From')).toEqual([null, null])
        expect((await read('Risks')).values.map(([risk]) => risk)).toEqual(['Risk', 'Fraud'])
      })

      test('has nothing written, rows neither, where something else stands there by now or its label is gone', async () => {
        await create(keeping)
        const before = await read('Risks')
        const cell = { formula: '=1' }
        await expect(write([{ label: 'Capacity', seen: '19', cell }])).rejects.toThrow('were changed meanwhile')
        await expect(write([{ label: 'Gone', seen: '', cell }])).rejects.toThrow('has no column “Gone” any more')
        expect(await read('Risks')).toEqual(before)
      })
    })

    test('stands in the first row, a column apart from the last title', async () => {
      await create(summed)
      const { values, formulas } = await read('Risks')
      const blanks = Array<null>(7).fill(null)
      expect(values).toEqual([
        ['Risk', 'Share', 'Id', null, 'Together', 0.75, '=plain', 2, 'Capacity', 20],
        ['Churn', 0.25, 'r1', ...blanks],
        ['Fraud', 0.5, 'r2', ...blanks],
      ])
      expect(formulas[0]!.map((formula) => formula.replace(/\s/g, ''))).toEqual([
        '',
        '',
        '',
        '',
        '',
        '=SUM(B:B)',
        '',
        '=1+1',
        '',
        '',
      ])
      expect(await formats('Risks', 'F1', 'H1', 'F2')).toEqual(['0.0%', '', ''])
    })

    test('has texts that people type over, in cells as wide as they need', async () => {
      const told = [
        { label: 'KPI', value: null, width: 170 },
        { label: 'Aim', value: '85%' },
      ]
      await create({ ...summed, summary: told })
      expect((await read('Risks')).values[0]!.slice(3)).toEqual([null, 'KPI', null, 'Aim', '85%'])
      expect((await host().look('Risks', 'F1')).width).toBe(170)
      const added: RowChange = { id: 'r3', seen: null, cells: { Risk: 'Outage' } }
      const titles = [
        { column: 5, seen: '', title: '=1+1' },
        { column: 7, seen: '85%', title: '>= 90%' },
      ]
      await host().book.changeRows({ sheet: 'Risks', idTitle: 'Id', changes: [added], titles })
      const { values, formulas } = await read('Risks')
      expect(values[0]!.slice(3)).toEqual([null, 'KPI', '=1+1', 'Aim', '>= 90%'])
      expect([values[3]![0], formulas[0]!.join('')]).toEqual(['Outage', ''])
    })

    test('rows that are added go below the table and count', async () => {
      await create(summed)
      const added: RowChange = { id: 'r3', seen: null, cells: { Risk: 'Outage', Share: 0.125 } }
      await host().book.changeRows({ sheet: 'Risks', idTitle: 'Id', changes: [added] })
      expect((await read('Risks')).values.map((line) => line.slice(0, 6))).toEqual([
        ['Risk', 'Share', 'Id', null, 'Together', 0.875],
        ['Churn', 0.25, 'r1', null, null, null],
        ['Fraud', 0.5, 'r2', null, null, null],
        ['Outage', 0.125, 'r3', null, null, null],
      ])
    })

    test('stays when all rows are removed, and the next one is the first', async () => {
      await create(summed)
      const changes = ['r1', 'r2'].map((id): RowChange => ({ id, seen: {}, cells: null }))
      await host().book.changeRows({ sheet: 'Risks', idTitle: 'Id', changes })
      const added: RowChange = { id: 'r3', seen: null, cells: { Share: 1 } }
      await host().book.changeRows({ sheet: 'Risks', idTitle: 'Id', changes: [added] })
      expect((await read('Risks')).values.map((line) => line.slice(0, 6))).toEqual([
        ['Risk', 'Share', 'Id', null, 'Together', 1],
        [null, 1, 'r3', null, null, null],
      ])
    })
  })

  describe('drawSheet', () => {
    const draw = (plan: Partial<DrawnSheet> = {}) => host().book.drawSheet({ ...onePage, ...plan })
    const print = async () => drawnPrint(await read('Page'))

    test('cells stand where they are drawn, text as text, formulas as formulas', async () => {
      expect(await draw()).toEqual({ done: true })
      expect(await read('Page')).toEqual({
        values: [
          ['Growth', null, null],
          [null, null, null],
          ['Status', 'green', 0.5],
          ['=1+1', null, 3],
        ],
        formulas: [
          ['', '', ''],
          ['', '', ''],
          ['', '', ''],
          ['', '', '=1+2'],
        ],
      })
    })

    test('the sheet is behind the others and in front of the person', async () => {
      await create(goals, kpis)
      await draw()
      expect(await host().book.sheetNames()).toEqual(['Sheet1', 'Goals', 'Our KPIs', 'Page'])
      expect(await host().front()).toBe('Page')
    })

    test('cells have their looks, number formats and widths', async () => {
      await draw()
      const looks = await Promise.all(['A1', 'A3', 'B3', 'C3'].map((cell) => host().look('Page', cell)))
      expect(looks.map(({ isBold }) => isBold)).toEqual([true, true, false, false])
      expect(looks.map(({ width }) => Math.round(width))).toEqual([200, 200, 120, 80])
      expect(looks[2]!.align).toBe('right')
      expect(await formats('Page', 'C3', 'C4', 'A1')).toEqual(['0%', '0.0', ''])
    })

    test('cells have their colour, always or while they hold a text', async () => {
      await draw()
      expect(await colours('Page', 'B3', 'C3', 'C4')).toEqual([COLOURS.green.fill, COLOURS.amber.fill, ''])
      await host().put('Page', 'B3', 'red')
      await host().put('Page', 'C3', 'changed')
      expect(await colours('Page', 'B3', 'C3')).toEqual([COLOURS.red.fill, COLOURS.amber.fill])
      await host().put('Page', 'B3', 'reddish')
      expect(await colours('Page', 'B3')).toEqual([''])
    })

    test('charts stand on it', async () => {
      await draw()
      const [first, second, ...others] = await host().charts('Page')
      expect(others).toEqual([])
      expect(first).toMatchObject({ kind: 'line', title: 'Growth by month', labels: 'A3:A4' })
      expect(first!.series.map(({ title, cells }) => [title, cells])).toEqual([['share', 'C3:C4']])
      expect(second!.box.top).toBeGreaterThanOrEqual(first!.box.top + first!.box.height)
    })

    test('text stays text to the letter, whatever it looks like', async () => {
      const looks = ['title', 'heading', 'head', 'figure', 'muted', undefined] as const
      const cells = hostileTexts.map((text, row): DrawnCell => {
        const look = looks[row % looks.length]
        const format = row % 4 === 0 ? { format: '0.0%' } : {}
        return { row, column: 1, cell: text, wrap: row % 2 === 0, ...(look && { look }), ...format }
      })
      await draw({ cells, charts: [] })
      const { values, formulas } = await read('Page')
      expect(values.map((line) => line[1])).toEqual(hostileTexts)
      expect(formulas.flat().filter((formula) => formula !== '')).toEqual([])
      expect(await draw({ cells, charts: [], replaces: await print() })).toEqual({ done: true })
      expect((await read('Page')).values.map((line) => line[1])).toEqual(hostileTexts)
    })

    describe('with a table that a formula fills', () => {
      const reasons = ['Late', 'Broken', 'Late'].map((cell, row): DrawnCell => ({ row, column: 0, cell }))
      const column = (format: string, more: Partial<ColumnLook> = {}): ColumnLook => ({
        format,
        width: 60,
        align: 'right',
        shaded: false,
        ...more,
      })
      const look: BlockLook = {
        rows: 5,
        titled: true,
        columns: [
          column('General', { align: 'left' }),
          column('0.00', { width: 300 }),
          column('0.0%', { shaded: true }),
          column('0.0%', { shaded: true }),
        ],
      }
      const tabled: Partial<DrawnSheet> = {
        cells: [
          ...reasons,
          { row: 4, column: 0, cell: { formula: '=REASON_PARETO(A1:A3)' } },
          { row: 5, column: 0, cell: null, align: 'right' },
          { row: 12, column: 0, cell: 'below' },
        ],
        tables: [{ row: 4, column: 0, look }],
        charts: [],
      }
      const shown = () => Promise.all(['A6', 'B6', 'A7', 'B7', 'A13'].map((cell) => host().shown('Page', cell)))
      const isFilled = () => expect.poll(shown, { timeout: 5000 }).toEqual(['Late', 2, 'Broken', 1, 'below'])

      test('it fills the cells beside and below it, in the formats of its columns', async () => {
        await draw(tabled)
        await isFilled()
        expect(await host().content('Page', 'A5')).toBe('=REASON_PARETO(A1:A3)')
        expect(await formats('Page', 'B6', 'B9', 'C6', 'D7', 'A6')).toEqual(['0.00', '0.00', '0.0%', '0.0%', ''])
        expect(await formats('Page', 'B5', 'B10', 'E6')).toEqual(['', '', ''])
        expect(await host().shades('Page')).toEqual(['C6:D9'])
      })

      test('its titles stand out, and its columns are widened where they are too narrow', async () => {
        await draw(tabled)
        const looks = await Promise.all(['A5', 'B5', 'C5', 'A6'].map((cell) => host().look('Page', cell)))
        expect(looks.map(({ isBold, align }) => [isBold, align])).toEqual([
          [true, 'left'],
          [true, 'right'],
          [true, 'right'],
          [false, 'right'],
        ])
        expect(looks.slice(0, 3).map(({ width }) => Math.round(width))).toEqual([200, 300, 80])
      })

      test('drawn anew it fills them again, and nothing is left where it was', async () => {
        await draw(tabled)
        await isFilled()
        expect(await draw({ ...tabled, replaces: await print() })).toEqual({ done: true })
        await isFilled()
        expect(await host().shades('Page')).toEqual(['C6:D9'])
        expect(await draw({ cells: reasons, charts: [], replaces: await print() })).toEqual({ done: true })
        expect((await read('Page')).values).toHaveLength(3)
        expect(await formats('Page', 'B6', 'C6')).toEqual(['', ''])
        expect(await host().shades('Page')).toEqual([])
      })

      test('the sheet is as large as its looks', async () => {
        const columns = Array.from({ length: 40 }, () => column('0.0%'))
        await draw({ ...tabled, tables: [{ row: 4, column: 0, look: { ...look, rows: 1500, columns } }] })
        expect(await formats('Page', 'AN1504', 'AN1505')).toEqual(['0.0%', ''])
      })
    })

    test('its formulas name sheets, and sheets its cells, from the one drawing to the next', async () => {
      await host().put('Sheet1', 'A1', 20)
      await draw({ cells: [{ row: 1, column: 1, cell: { formula: '=Sheet1!A1*2' } }] })
      await host().put('Sheet1', 'B1', '=Page!B2+1')
      expect(await host().shown('Sheet1', 'B1')).toBe(41)
      const cells: DrawnCell[] = [
        { row: 1, column: 1, cell: { formula: '=Sheet1!A1*3' } },
        { row: 5, column: 0, cell: 'new' },
      ]
      expect(await draw({ replaces: await print(), cells })).toEqual({ done: true })
      expect(await host().content('Sheet1', 'B1')).toBe('=Page!B2+1')
      expect(await host().shown('Sheet1', 'B1')).toBe(61)
    })

    test('drawn anew, nothing of what was drawn before is left, and the sheet has its old place', async () => {
      await draw()
      await create(kpis)
      const cells: DrawnCell[] = [
        { row: 2, column: 1, cell: 'green' },
        { row: 2, column: 2, cell: 0.25 },
      ]
      const chart = { ...onePage.charts[0]!, title: 'Another' }
      expect(await draw({ replaces: await print(), widths: [50, 60], cells, charts: [chart] })).toEqual({ done: true })
      expect((await read('Page')).values).toEqual([
        [null, null, null],
        [null, null, null],
        [null, 'green', 0.25],
      ])
      expect((await read('Page')).formulas.flat().join('')).toBe('')
      expect((await host().charts('Page')).map(({ title }) => title)).toEqual(['Another'])
      expect(await colours('Page', 'B3', 'C3')).toEqual(['', ''])
      expect(await formats('Page', 'C3', 'C4')).toEqual(['', ''])
      const [a1, a3, b3] = await Promise.all(['A1', 'A3', 'B3'].map((cell) => host().look('Page', cell)))
      expect([a1!.isBold, a3!.isBold, Math.round(a1!.width), Math.round(b3!.width)]).toEqual([false, false, 50, 60])
      expect(b3!.align).not.toBe('right')
      expect(await host().book.sheetNames()).toEqual(['Sheet1', 'Page', 'Our KPIs'])
      expect(await host().front()).toBe('Page')
    })

    test('drawn anew, a sheet that was hidden is shown', async () => {
      await draw()
      await host().select('Sheet1', 'A1')
      await host().hide('Page')
      expect(await draw({ replaces: await print() })).toEqual({ done: true })
      expect(await read('Page')).not.toHaveProperty('hidden')
      expect(await host().front()).toBe('Page')
    })

    test('a smaller one and a larger one take each other’s place', async () => {
      await draw()
      const cells = Array.from({ length: 300 }, (_, row): DrawnCell => ({ row, column: row % 40, cell: row }))
      expect(await draw({ replaces: await print(), cells, charts: [] })).toEqual({ done: true })
      expect((await read('Page')).values).toHaveLength(300)
      expect((await read('Page')).values[39]![39]).toBe(39)
      expect(await draw({ replaces: await print() })).toEqual({ done: true })
      expect((await read('Page')).values).toHaveLength(4)
    })

    test.each([
      ['where there was none, and there is one by now', null],
      ['where another one was', 'other'],
    ])('a sheet that the writer has not seen stays as it is: %s', async (_, replaces) => {
      await draw()
      await host().select('Sheet1', 'A1')
      const [before, charts] = [await read('Page'), (await host().charts('Page')).length]
      const cells: DrawnCell[] = [{ row: 0, column: 0, cell: 'mine' }]
      expect(await draw({ replaces, cells, charts: [] })).toEqual({ done: false })
      expect(await read('Page')).toEqual(before)
      expect(await host().charts('Page')).toHaveLength(charts)
      expect(await colours('Page', 'B3', 'C3')).toEqual([COLOURS.green.fill, COLOURS.amber.fill])
    })

    test('a sheet in which a person has typed since stays as it is', async () => {
      await draw()
      const seen = await print()
      await host().put('Page', 'E9', 'a note of mine')
      expect(await draw({ replaces: seen })).toEqual({ done: false })
      expect(await host().content('Page', 'E9')).toBe('a note of mine')
    })

    test('what its formulas show by now is no change', async () => {
      await host().put('Sheet1', 'A1', 1)
      const cells: DrawnCell[] = [{ row: 0, column: 0, cell: { formula: '=Sheet1!A1' } }]
      await draw({ cells })
      const seen = await print()
      await host().put('Sheet1', 'A1', 2)
      expect(await draw({ cells, replaces: seen })).toEqual({ done: true })
      expect(await host().shown('Page', 'A1')).toBe(2)
    })

    test('a sheet that is gone is not drawn anew', async () => {
      expect(await draw({ replaces: 'other' })).toEqual({ done: false })
      expect(await host().book.sheetNames()).toEqual(['Sheet1'])
    })
  })

  describe('print', () => {
    test('the sheet comes to the front, and a sentence says what is left to do', async () => {
      await create(kpis, goals)
      expect(await host().book.print('Our KPIs')).toMatch(/^\p{Lu}.*\.$/u)
      expect(await host().front()).toBe('Our KPIs')
    })

    test('a sheet that is not there is a failure in words', async () => {
      await expect(host().book.print('Gone')).rejects.toThrow(/Gone/)
    })
  })
}

function plain(title: string): PlanColumn {
  return { title, width: 90, kind: 'text' }
}

/** Two plans that need each other. */
const goals: TablePlan = {
  name: 'Goals',
  columns: [
    { ...plain('Goal'), width: 200 },
    { ...plain('KPI'), choicesFrom: { sheet: 'Our KPIs', address: 'A2:A' } },
    { ...plain('Target'), kind: 'any' },
    { ...plain('Done'), kind: 'number' },
  ],
  rows: [['Keep customers', 'Churn', { formula: "='Our KPIs'!B2*2" }, 3]],
  frozenColumns: 1,
  page: { landscape: true, titleRows: 1 },
}

const kpis: TablePlan = {
  name: 'Our KPIs',
  columns: [plain('KPI'), { ...plain('Target'), kind: 'number' }, { ...plain('Used'), kind: 'any' }],
  rows: [
    ['Churn', 5, { formula: '=Goals!D2+1' }],
    ['NPS', 40],
  ],
}

const chart: DrawnSheet['charts'][number] = {
  row: 5,
  column: 0,
  kind: 'line',
  title: 'Growth by month',
  labels: 'A3:A4',
  series: [{ title: 'share', cells: 'C3:C4' }],
  format: '0%',
}

const onePage: DrawnSheet = {
  name: 'Page',
  replaces: null,
  widths: [200, 120, 80],
  cells: [
    { row: 0, column: 0, cell: 'Growth', look: 'title' },
    { row: 2, column: 0, cell: 'Status', look: 'head' },
    { row: 2, column: 1, cell: 'green', align: 'right', colour: { green: 'green', red: 'red' } },
    { row: 2, column: 2, cell: 0.5, format: '0%', colour: 'amber' },
    { row: 3, column: 0, cell: '=1+1', wrap: true },
    { row: 3, column: 2, cell: { formula: '=1+2', format: '0.0' }, look: 'muted' },
  ],
  charts: [chart, { ...chart, kind: 'column', title: 'The same as columns' }],
  page: { landscape: true, titleRows: 0 },
}
