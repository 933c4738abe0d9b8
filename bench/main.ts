import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { gzipSync } from 'node:zlib'
import * as prettier from 'prettier'
import { openRuntime } from '../test/hosts/excelHost/runtime.ts'
import {
  columnSheet,
  edits,
  nativeTriangle,
  ourTriangle,
  recalculation,
  rowSheet,
} from '../test/hosts/workbench/speed.ts'
import { excelFunctions, sheetsFunctions } from './bundles.ts'
import { coldStart, total } from './coldStart.ts'
import { bySegment, themes, workingHours } from './desk.ts'
import { beliefs, exactTest, meansOfMany } from './experiments.ts'
import { contests, logOf, measureLog } from './logs.ts'
import { awaited, randomFrom, shortest, side } from './measure.ts'
import { touchPaths } from './paths.ts'
import { creation, monthActions, planActions } from './plans.ts'
import { sidebarActions } from './sidebar.ts'
import {
  backtest,
  discountOfOrders,
  fitOfCustomers,
  fitsOfCustomers,
  limitsOfValue,
  valueOfOrders,
} from './prediction.ts'
import { launch, responseToSpend } from './planning.ts'

interface Line {
  what: string
  ours: string
  other: string
  ratio: string
  goal: string
}

const MILLION = 1_000_000

/** Measures everything that an issue or a user may ask for, and keeps it in docs/benchmarks.md. */
export async function run(): Promise<string> {
  // What takes little time comes before what fills the memory.
  const small = [
    ...desk(),
    ...experiments(),
    ...planning(),
    ...workbench(),
    ...(await excelCalls()),
    ...startUp(),
    ...(await sidebar()),
    ...(await plans()),
  ]
  const lines = [...surveys(), ...cohorts(), ...logs(), ...attribution(), ...prediction(), ...small]
  const table = [
    '| what | ours | compared with | ratio | goal |',
    '| --- | --- | --- | --- | --- |',
    ...lines.map(({ what, ours, other, ratio, goal }) => `| ${what} | ${ours} | ${other} | ${ratio} | ${goal} |`),
  ].join('\n')
  const text = `# Benchmarks

Written by \`npm run bench\`. Shortest of several runs, ours and the other in turns, in one process: Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}. The ratios are what to look at; the milliseconds are this machine's.

${table}

- The **bare loop** does over the same nested array only what the definition needs, with no blank, text, error or limit looked at.
- The **bare pass** of cohorts puts the first date of each customer into a Map and does nothing else.
- Google Sheets starts the project anew for its formulas, and compiles it first; Excel loads functions.js once with a workbook. Each is measured in processes of its own, since V8 remembers what it has compiled.
`
  const file = 'docs/benchmarks.md'
  writeFileSync(file, await prettier.format(text, { ...(await prettier.resolveConfig(file)), parser: 'markdown' }))
  return table
}

/** NPS and CSAT over a million rows, through both bundles, against the bare loop. */
function surveys(): Line[] {
  const random = randomFrom(1)
  const scores = Array.from({ length: MILLION }, () => [Math.floor(random() * 11)])
  const ratings = Array.from({ length: MILLION }, () => [1 + Math.floor(random() * 5)])
  const hosts = { 'Sheets bundle': sheetsFunctions(), 'Excel bundle': excelFunctions() }
  return Object.entries(hosts).flatMap(([host, functions]) => {
    const nps = side(
      15,
      () => functions.NPS!(scores),
      () => bareNps(scores),
    )
    const csat = side(
      15,
      () => functions.CSAT!(ratings),
      () => bareCsat(ratings),
    )
    return [
      compared(`NPS, 1,000,000 rows, ${host}`, nps, 'bare loop', 3),
      compared(`CSAT, 1,000,000 rows, ${host}`, csat, 'bare loop', 3),
    ]
  })
}

function bareNps(rows: readonly (readonly number[])[]): number {
  let promoters = 0
  let detractors = 0
  for (let i = 0; i < rows.length; i++) {
    const score = rows[i]![0]!
    if (score >= 9) promoters++
    else if (score <= 6) detractors++
  }
  return (100 * (promoters - detractors)) / rows.length
}

function bareCsat(rows: readonly (readonly number[])[]): number {
  let satisfied = 0
  for (let i = 0; i < rows.length; i++) if (rows[i]![0]! >= 4) satisfied++
  return satisfied / rows.length
}

/** COHORT_RETENTION from 10,000 to a million orders, with ten orders a customer. */
function cohorts(): Line[] {
  const { COHORT_RETENTION } = excelFunctions()
  const sizes = [10_000, 100_000, MILLION]
  const results = sizes.map((size) => {
    const { ids, dates } = orders(size)
    return side(
      size < MILLION ? 15 : 7,
      () => COHORT_RETENTION!(ids, dates, null, null, null, null),
      () => barePass(ids, dates),
    )
  })
  const growth = Math.log(results[2]!.ours / results[0]!.ours) / Math.log(100)
  return [
    ...results.map((result, i) =>
      compared(
        `COHORT_RETENTION, ${thousands(sizes[i]!)} orders, Excel bundle`,
        result,
        'bare pass',
        i === 2 ? 3 : null,
      ),
    ),
    { what: 'growth of COHORT_RETENTION', ours: `n^${growth.toFixed(2)}`, other: '', ratio: '', goal: 'at most n^1.1' },
  ]
}

/** The tables over a log of orders or customers, from 10,000 rows to a million. */
function logs(): Line[] {
  const functions = excelFunctions()
  const sizes = [10_000, 100_000, MILLION]
  const data = sizes.map(logOf)
  return contests.flatMap((contest) => {
    const results = data.map((log, i) => measureLog(contest, functions, log, [60, 15, 5][i]!))
    const growth = (result: 'ours' | 'other') => Math.log(results[2]![result] / results[0]![result]) / Math.log(100)
    return [
      ...results.map((result, i) =>
        compared(`${contest.name}, ${thousands(sizes[i]!)} rows, Excel bundle`, result, 'bare passes', 3),
      ),
      {
        what: `growth of ${contest.name}`,
        ours: `n^${growth('ours').toFixed(2)}`,
        other: `bare passes: n^${growth('other').toFixed(2)}`,
        ratio: '',
        goal: 'linear, or n log n',
      },
    ]
  })
}

/** Attribution of 10,000 paths over 12 channels. */
function attribution(): Line[] {
  const { ATTRIBUTION } = excelFunctions()
  const { paths, conversions, nulls } = touchPaths(10_000)
  const models = { markov: 100, shapley: 50 }
  return Object.entries(models).map(([model, limit]) => ({
    what: `ATTRIBUTION, ${model}, 10,000 paths, 12 channels, Excel bundle`,
    ours: milliseconds(shortest(15, () => ATTRIBUTION!(paths, conversions, model, nulls, null, null))),
    other: '',
    ratio: '',
    goal: `below ${limit} ms`,
  }))
}

/** What a service desk and whoever steers it ask of many rows. */
function desk(): Line[] {
  const functions = excelFunctions()
  const [hours, withHolidays] = [0, 20].map((holidays) => workingHours(functions, 100_000, holidays))
  const segments = bySegment(functions, MILLION, 200)
  return [
    compared('BUSINESS_HOURS, 100,000 tickets of up to two years, Excel bundle', hours!, 'two divisions per row', 5),
    compared('the same with 20 holidays', withHolidays!, 'two divisions per row', 5),
    {
      what: 'THEME_COUNT, 50,000 comments, 30 themes, Excel bundle',
      ours: milliseconds(themes(functions, 50_000, 30)),
      other: '',
      ratio: '',
      goal: 'below 1,000 ms',
    },
    compared('METRIC_BY of NPS, 1,000,000 rows, 200 segments, Excel bundle', segments, 'one pass with a Map', 3),
  ]
}

/** Tests of variants. */
function experiments(): Line[] {
  const functions = excelFunctions()
  return [
    line('VARIANTS_TEST, exact, ten variants with 104 conversions', exactTest(functions, 25), 100),
    line('AB_BAYES, a million visitors of each', beliefs(functions, null, 25), 100),
    line('AB_BAYES, the same with a prior in fractions', beliefs(functions, 0.5, 25), 100),
    line('MEAN_TEST, 1,000,000 visitors of each', meansOfMany(functions, MILLION, 5), 1000),
  ]
}

/** Models that look ahead. */
function planning(): Line[] {
  const functions = excelFunctions()
  return [
    line('BASS_FIT, 8 periods', launch(functions, 25), 20),
    line('SPEND_RESPONSE, 5 channels in 156 weeks', responseToSpend(functions, 5), 2000),
  ]
}

function line(what: string, time: number, limit: number): Line {
  return {
    what: `${what}, Excel bundle`,
    ours: milliseconds(time),
    other: '',
    ratio: '',
    goal: `below ${thousands(limit)} ms`,
  }
}

/** The models of customer value. */
function prediction(): Line[] {
  const functions = excelFunctions()
  return [
    line('BGNBD_FIT, 2,357 customers', fitOfCustomers(functions, 2357, 15), 50),
    line('BGNBD_FIT, 100,000 customers', fitOfCustomers(functions, 100_000, 3), 1000),
    compared(
      'PNBD_FIT, 100,000 customers, Excel bundle',
      fitsOfCustomers(functions, 100_000, 3),
      'BGNBD_FIT of the same',
      10,
    ),
    line('CLV, 100,000 orders, 12 discounted months', valueOfOrders(functions, 100_000, 3), 2000),
    line('CLV with limits, 10,000 customers, 12 discounted months', limitsOfValue(functions, 50_000, 3), 3000),
    line('CLV_BACKTEST, 100,000 orders', backtest(functions, 100_000, 3), 2000),
    compared(
      'CLV, 100,000 orders, 240 discounted months, Excel bundle',
      discountOfOrders(functions, 100_000, 3),
      'without a discount',
      3,
    ),
  ]
}

function orders(size: number) {
  const random = randomFrom(2)
  const customers = size / 10
  const ids = Array.from({ length: size }, () => [`C${Math.floor(random() * customers)}`])
  const dates = Array.from({ length: size }, () => [45000 + Math.floor(random() * 700)])
  return { ids, dates }
}

function barePass(ids: readonly (readonly string[])[], dates: readonly (readonly number[])[]): number {
  const first = new Map<string, number>()
  for (let i = 0; i < ids.length; i++) {
    const known = first.get(ids[i]![0]!)
    if (known === undefined || dates[i]![0]! < known) first.set(ids[i]![0]!, dates[i]![0]!)
  }
  return first.size
}

/** Formulas in the workbench's engine against the native formulas a user would write. */
function workbench(): Line[] {
  const rows = 100_000
  const native = '=100*(COUNTIF(A:A,">=9")-COUNTIF(A:A,"<=6"))/COUNT(A:A)'
  const nps = side(25, edits(columnSheet(rows, '=NPS(A:A)')), edits(columnSheet(rows, native)))
  const ltv = side(15, recalculation(rowSheet(10_000, '=LTV(A#,B#,C#)')), recalculation(rowSheet(10_000, '=A#*B#/C#')))
  const triangle = side(3, recalculation(ourTriangle(2000)), recalculation(nativeTriangle(2000)))
  return [
    compared('cohort triangle of 2,000 orders, workbench', triangle, '`MINIFS`, `COUNTIFS` and `SUMIFS`', 1),
    compared('10,000 LTV cells, workbench', ltv, '`=A2*B2/C2`', 1.5),
    compared('NPS, 100,000 rows, one answer edited, workbench', nps, '`COUNTIF`', 1),
  ]
}

/** Ten thousand independent cells in one message on Microsoft's runtime, against a function that does nothing. */
async function excelCalls(): Promise<Line[]> {
  const ours = openRuntime({ bundle: 'dist/excel/functions.js' })
  const empty = openRuntime({ bundle: emptyBundle() })
  const calls = Array.from({ length: 10_000 }, (_, i) => ({ id: 'LTV', args: [100 + i, 0.8, 0.05, null, null] }))
  const best = { ours: Infinity, other: Infinity }
  for (let i = 0; i < 5; i++) {
    best.ours = Math.min(best.ours, await awaited(() => ours.invokeMany(calls)))
    best.other = Math.min(best.other, await awaited(() => empty.invokeMany(calls)))
  }
  return [compared('10,000 LTV calls, Microsoft’s runtime', best, 'an empty function', 1.5)]
}

function emptyBundle(): string {
  const file = 'dist/bench/empty.js'
  writeFileSync(file, 'CustomFunctions.associate({ LTV: function () { return 1 } })')
  return file
}

/** The sidebar with 500 cues, each action for the first time in a fresh page; the spreadsheet's own time apart. */
async function sidebar(): Promise<Line[]> {
  return (await sidebarActions(500)).map(({ what, total, host }) => ({
    what: `sidebar, 500 cues: ${what}`,
    ours: milliseconds(total - host),
    other: `the spreadsheet’s own time: ${milliseconds(host)}`,
    ratio: '',
    goal: 'below 100 ms',
  }))
}

/** Creating all plans, every plan with 500 rows, and a month of 14 KPIs; the spreadsheet's own time apart. */
async function plans(): Promise<Line[]> {
  const actions = [...(await creation()), ...(await planActions(500)), ...(await monthActions(14, 500))]
  return actions.map(({ what, total, host, goal }) => ({
    what,
    ours: milliseconds(total - host),
    other: `the spreadsheet’s own time: ${milliseconds(host)}`,
    ratio: '',
    goal,
  }))
}

function startUp(): Line[] {
  const associate = 'var found; var CustomFunctions = { associate: (functions) => { found = functions } }'
  const cold = [
    { name: 'Code.js', path: 'dist/gsheets/Code.js', ...{ call: 'NPS([[10], [9], [3]])', before: '' } },
    {
      name: 'functions.js',
      path: 'dist/excel/functions.js',
      call: 'found.NPS([[10], [9], [3]], {})',
      before: associate,
    },
  ]
  return cold.map(({ name, path, call, before }): Line => {
    const start = coldStart(path, call, 15, before)
    const zipped = gzipSync(readFileSync(path)).length
    return {
      what: `${name} in a new process until its first answer (${kilobytes(statSync(path).size)}, ${kilobytes(zipped)} zipped)`,
      ours: milliseconds(total(start)),
      other: `compiling: ${milliseconds(start.compile)}, top level: ${milliseconds(start.topLevel)}, first call: ${milliseconds(start.firstCall)}`,
      ratio: '',
      goal: 'at most 12 ms',
    }
  })
}

function compared(
  what: string,
  { ours, other }: { ours: number; other: number },
  name: string,
  goal: number | null,
): Line {
  return {
    what,
    ours: milliseconds(ours),
    other: `${name}: ${milliseconds(other)}`,
    ratio: (ours / other).toFixed(2),
    goal: goal === null ? '' : `at most ${goal}`,
  }
}

const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} KB`
const thousands = (value: number) => value.toLocaleString('en-US')
