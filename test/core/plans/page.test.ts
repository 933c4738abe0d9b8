import { describe, expect, test } from 'vitest'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { pageName, pageOf, textOfPage } from '../../../core/plans/page.ts'
import { drawnLines } from '../../../core/sheet/drawing.ts'
import { hostileTexts } from '../../hostileTexts.ts'
import { aboutToday, planRows, TODAY } from './planSheet.ts'

const rows = planRows(
  kpis,
  {
    KPI: 'Joy',
    Metric: 'CSAT',
    Value: { formula: '=CSAT(A:A)', shows: 0.824 },
    Target: '85%-90%',
    Status: { formula: '=KPI_STATUS(F2, G2)', shows: 'amber' },
    Owner: 'Ann',
    'Reviewed on': TODAY,
  },
  { KPI: 'Late', Value: null, Owner: 'Ben', 'Reviewed on': TODAY },
  { KPI: 'Nobody’s', Value: 3, 'Reviewed on': TODAY - 91 },
)
const everyone = { owner: null }
const page = (owner: string | null) => pageOf(kpis, rows, { owner }, aboutToday(), null)

describe('a page of a plan', () => {
  test('has values and no formula, a heading, the titles, and a line for each row', () => {
    const lines = drawnLines(page(null))
    expect(lines.flat().filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([])
    expect(lines.map(([first]) => first)).toEqual([
      'KPIs',
      'As of 2026-03-17. Values only.',
      'KPI',
      'Joy',
      'Late',
      'Nobody’s',
    ])
  })

  test('has the columns in which something is said, and neither ids nor empty ones', () => {
    expect(drawnLines(page(null))[2]).toEqual(['KPI', 'Metric', 'Value', 'Target', 'Status', 'Owner', 'Reviewed on'])
  })

  test('shows values as what they count, days as days, and the colours of words', () => {
    const { cells } = page(null)
    const at = (row: number, column: number) => cells.find((cell) => cell.row === row && cell.column === column)
    expect(at(3, 2)).toMatchObject({ cell: 0.824, format: '0.0%', align: 'right' })
    expect(at(3, 4)).toMatchObject({ cell: 'amber', colour: 'amber' })
    expect(at(3, 6)).toMatchObject({ cell: TODAY, format: 'yyyy-mm-dd' })
    expect(at(5, 2)).toMatchObject({ cell: 3, format: 'General' })
    expect(at(4, 2)).toMatchObject({ cell: null })
  })

  test('of one owner has only their rows, and says whose it is', () => {
    const lines = drawnLines(page('Ben'))
    expect(lines.map(([first]) => first)).toEqual(['KPIs, of Ben', 'As of 2026-03-17. Values only.', 'KPI', 'Late'])
    expect(page('Ben').name).toBe(pageName(kpis))
  })

  test('takes any text as text', () => {
    const hostile = planRows(signals, ...hostileTexts.map((text) => ({ Cue: text, Owner: 'x' })))
    const lines = drawnLines(pageOf(signals, hostile, everyone, aboutToday(), null))
    expect(lines.slice(3).map(([first]) => first)).toEqual(hostile.map(({ values }) => values.Cue || null))
  })
})

describe('a plan as text', () => {
  test('tells of each row what it is, its number, and what is wrong with it', () => {
    const text = textOfPage(kpis, rows, { owner: 'Ann' }, aboutToday())
    expect(text.split('\n')).toEqual(['KPIs of Ann, 2026-03-17', '', '- Joy, 82.4%, target 85%-90%, amber'])
    expect(textOfPage(kpis, rows, everyone, aboutToday())).toContain(
      '- Nobody’s, 3\n  Nobody owns it.\n  Last reviewed 91 days ago.',
    )
  })

  test('says so where somebody has nothing', () => {
    expect(textOfPage(kpis, rows, { owner: 'Zoe' }, aboutToday())).toBe('KPIs of Zoe, 2026-03-17\n\nNothing.')
  })
})
