import { beforeAll, describe, expect, test } from 'vitest'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import { fuzz, openBundles, type Bundles, type Finding, type Outcome } from './fuzz.ts'
import type { Invariant } from './invariants.ts'
import { openSheetsFunctions } from './sheets.ts'
import { fuzzWatched } from './watched.ts'

/** A function in one bundle that does otherwise; `own` is what it was. */
interface Fault {
  name: string
  does: string
  invariant: Invariant
}

const faults: readonly (Fault & { title: string })[] = [
  {
    title: 'a result that is NaN',
    name: 'LTV',
    does: 'const result = own(...given); return typeof result === "number" && result > 1000 ? NaN : result',
    invariant: 'a result is finite',
  },
  {
    title: 'a cell of a table that is nothing',
    name: 'NPS_TABLE',
    does: 'const result = own(...given); result[1][0] = null; return result',
    invariant: 'a result is finite',
  },
  {
    title: 'a row that is too short',
    name: 'NPS_TABLE',
    does: 'const result = own(...given); if (result.length > 3) result[2].pop(); return result',
    invariant: 'a table is a rectangle with a header',
  },
  {
    title: 'a table without its header',
    name: 'SURVIVAL_CURVE',
    does: 'return own(...given).slice(1)',
    invariant: 'a table is a rectangle with a header',
  },
  {
    title: 'an error that is none of ours',
    name: 'CHURN_RATE',
    does: 'return own(...given.map((cell) => (cell === 0 ? cell.nothing.there : cell)))',
    invariant: 'an error is a sentence of ours',
  },
  {
    title: 'a sentence that ends with a point',
    name: 'CHURN_RATE',
    does: 'try { return own(...given) } catch (error) { error.message += "."; throw error }',
    invariant: 'an error is a sentence of ours',
  },
  {
    title: 'a sentence that goes on and on',
    name: 'CSAT',
    does: 'try { return own(...given) } catch (error) { error.message = error.message.padEnd(500, "!"); throw error }',
    invariant: 'an error is a sentence of ours',
  },
  {
    title: 'a result that differs in its last bit',
    name: 'ARPU',
    does: 'const result = own(...given); return result * (1 + 2 ** -52)',
    invariant: 'both bundles agree',
  },
  {
    title: 'a sentence of another row',
    name: 'NPS',
    does: 'try { return own(...given) } catch (error) { error.message = error.message.replace("row 2", "row 3"); throw error }',
    invariant: 'both bundles agree',
  },
  {
    title: 'a first row that counts more',
    name: 'ROAS',
    does: 'const [sales] = given; return own(...given) + (Array.isArray(sales) ? Number(sales[0][0]) * 1e-6 : 0)',
    invariant: 'the order of rows does not matter',
  },
  {
    title: 'a value that does not go along with its row',
    name: 'SLA_DUE',
    does: 'const result = own(...given); return Array.isArray(result) ? result.slice().reverse() : result',
    invariant: 'the order of rows does not matter',
  },
  {
    title: 'blank rows that count',
    name: 'NPS',
    does: 'const [scores] = given; return own(...given) - (Array.isArray(scores) ? scores.length : 1) * 1e-3',
    invariant: 'blank rows at the end change nothing',
  },
  {
    title: 'a header that counts',
    name: 'NPS',
    does: 'const [scores] = given; return own(...given) + (Array.isArray(scores) && scores[0][0] === "Scores" ? 1 : 0)',
    invariant: 'a header changes nothing',
  },
  {
    title: 'an answer that remembers the last one',
    name: 'PCT_CHANGE',
    does: 'const result = own(...given); globalThis.calls = (globalThis.calls || 0) + 1; return result + globalThis.calls',
    invariant: 'the same call gives the same answer',
  },
  {
    title: 'cells that are sorted where they lie',
    name: 'CES',
    does: 'if (Array.isArray(given[0])) given[0].sort((a, b) => b[0] - a[0]); return own(...given)',
    invariant: 'cells that are handed over stay as they are',
  },
  {
    title: 'a call that takes too long',
    name: 'ROI',
    does: 'if (given[1] === 0) { const end = Date.now() + 40; while (Date.now() < end); } return own(...given)',
    invariant: 'a call ends in time',
  },
]

function spoiled({ name, does }: Pick<Fault, 'name' | 'does'>): string {
  return `{ const own = ${name}; ${name} = (...given) => { ${does} }; ${name}.own = own }`
}

let bundles: Bundles
beforeAll(async () => {
  bundles = await openBundles()
})

/** What is found while a function of Google Sheets is spoiled. */
async function findingsOf(fault: Pick<Fault, 'name' | 'does'>): Promise<Finding[]> {
  bundles.sheets.evaluate(spoiled(fault))
  try {
    const { findings } = await fuzz(findMetric(fault.name)!, bundles, { cases: 200, seed: 1, slowest: 35 })
    return findings
  } finally {
    bundles.sheets.evaluate(`${fault.name} = ${fault.name}.own`)
  }
}

describe('a bundle is found out by', () => {
  test.each(faults)('$title', async (fault) => {
    const found = (await findingsOf(fault)).find(({ invariant }) => invariant === fault.invariant)
    expect(found?.formula).toMatch(new RegExp(`^=${fault.name}\\(`))
  })

  test('another build, where the last bit differs', async () => {
    const against = { sheets: openSheetsFunctions(), excel: bundles.excel }
    const tried = async () => {
      const { findings } = await fuzz(findMetric('ARPU')!, { ...bundles, against }, { cases: 200, seed: 1 })
      return findings.map(({ invariant }) => invariant)
    }
    expect(await tried()).toEqual([])
    against.sheets.evaluate(spoiled({ name: 'ARPU', does: 'return own(...given) * (1 + 2 ** -52)' }))
    expect(await tried()).toEqual(['another build gives the same answer'])
  })

  test('a call that does not end, and the functions after it are tried', async () => {
    const outcomes: Outcome[] = []
    const does = 'if (given[0] > 0) for (;;); return own(...given)'
    const task = { names: ['ROI', 'NPS'], cases: 20, seed: 1, patience: 3, spoiled: spoiled({ name: 'ROI', does }) }
    await fuzzWatched(task, (outcome) => outcomes.push(outcome))
    expect(outcomes.map(({ name, findings }) => [name, findings.length])).toEqual([
      ['ROI', 1],
      ['NPS', 0],
    ])
    expect(outcomes[0]!.findings[0]).toEqual({
      name: 'ROI',
      invariant: 'a call ends in time',
      what: 'it has not ended after 3 s',
      formula: expect.stringMatching(/^=ROI\([\d.eE-]+, /),
    } satisfies Finding)
  })
})

describe('the call that shows a fault', () => {
  test('is as small as it gets', async () => {
    const does = 'return given.flat(2).includes(9) ? NaN : own(...given)'
    const findings = await findingsOf({ name: 'NPS', does })
    expect(findings.find(({ invariant }) => invariant === 'a result is finite')).toMatchObject({
      formula: expect.stringMatching(/^=NPS\(\{?9(?:[;,]0)?\}?(?:, \{0(?:;0)?\})?\)$/),
      what: 'a cell is NaN',
    })
  })
})
