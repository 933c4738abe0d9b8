import fc from 'fast-check'
import type { Metric } from '../../core/metric.ts'
import { isValue, told, type Answer } from './answer.ts'
import { formula, type Call } from './cells.ts'
import { lengthened, permuted, titled, type Changed } from './changes.ts'
import { sameAnswer } from './compare.ts'
import { openExcelFunctions, type ExcelFunctions } from './excel.ts'
import { fittingCalls } from './fitting.ts'
import { hostileCalls } from './hostile.ts'
import { agree, breachesOf, type Breach, type Invariant } from './invariants.ts'
import { openSheetsFunctions, type SheetsFunctions } from './sheets.ts'

/** The bundles, and an Excel that sends blank cells as 0. */
export interface Bundles {
  sheets: SheetsFunctions
  excel: ExcelFunctions
  excelOfZeros: ExcelFunctions
  /** Those of another build, which are to give the same. */
  against?: Pick<Bundles, 'sheets' | 'excel'>
}

/** `against` is the dist folder of another build. */
export async function openBundles(against?: string): Promise<Bundles> {
  const [excel, excelOfZeros] = await Promise.all([openExcelFunctions(null), openExcelFunctions(0)])
  const bundles = { sheets: openSheetsFunctions(), excel, excelOfZeros }
  if (against === undefined) return bundles
  const other = {
    sheets: openSheetsFunctions(`${against}/gsheets/`),
    excel: await openExcelFunctions(null, `${against}/excel/`),
  }
  return { ...bundles, against: other }
}

/** A call, and what else is tried with it. */
interface Case {
  call: Call
  /** Nothing hostile is in it. */
  isFitting: boolean
  also: 'permuted' | 'lengthened' | 'titled' | 'twice' | 'blanks as zeros'
  seed: number
}

/** What was found wrong with a function, by the smallest call that shows it. */
export interface Finding extends Breach {
  name: string
  formula: string
}

export interface Outcome {
  name: string
  cases: number
  /** How many of them gave a value rather than an error. */
  values: number
  findings: Finding[]
}

export interface FuzzOptions {
  cases: number
  seed: number
  /** How many milliseconds a call may take. */
  slowest?: number
  /** Hears of every call before it is made. */
  onCall?: (call: Call) => void
}

const SLOWEST_MS = 2000
const AT_ONCE = 100

/** Tries a function with many calls, and makes the first that shows a breach as small as it gets. */
export async function fuzz(metric: Metric, bundles: Bundles, options: FuzzOptions): Promise<Outcome> {
  const { cases, seed } = options
  const { name } = metric.spec
  const calls = casesOf(metric)
  const all = fc.sample(calls, { numRuns: cases, seed })
  const first = new Map<Invariant, { index: number; breach: Breach }>()
  let values = 0
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const examined = await examine(metric, all.slice(start, start + AT_ONCE), bundles, options)
    examined.forEach(({ isValue, breaches }, i) => {
      if (isValue) values++
      for (const breach of breaches) {
        if (!first.has(breach.invariant)) first.set(breach.invariant, { index: start + i, breach })
      }
    })
  }
  const findings: Finding[] = []
  for (const { index, breach } of first.values()) {
    const smallest = await smallestOf(metric, calls, bundles, options, index, breach)
    findings.push({ name, ...smallest })
  }
  return { name, cases, values, findings }
}

function casesOf(metric: Metric): fc.Arbitrary<Case> {
  const fitting = fittingCalls(metric)
  const also = fc.constantFrom('permuted', 'lengthened', 'titled', 'twice', 'blanks as zeros')
  const cases = (call: fc.Arbitrary<Call>, isFitting: boolean) =>
    fc.record({ call: call.map(typed(metric)), isFitting: fc.constant(isFitting), also, seed: fc.nat(1000) })
  return fc.oneof(
    { weight: 3, arbitrary: cases(fitting, true) },
    { weight: 2, arbitrary: cases(hostileCalls(fitting), false) },
  ) as fc.Arbitrary<Case>
}

/** Excel has no way to leave out one of the arguments of a list. */
function typed({ spec: { args } }: Metric): (call: Call) => Call {
  const list = args.findIndex(({ repeating }) => repeating)
  return (call) =>
    list < 0 ? call : { ...call, given: call.given.map((one, i) => (i >= list && one === undefined ? null : one)) }
}

interface Examined {
  isValue: boolean
  breaches: Breach[]
}

/** What is wrong with each of some cases. Excel gets all its calls in one message. */
async function examine(
  metric: Metric,
  cases: readonly Case[],
  bundles: Bundles,
  options: FuzzOptions,
): Promise<Examined[]> {
  const { spec } = metric
  const { sheets, excel, excelOfZeros, against } = bundles
  const inSheets = cases.map((one) => examineInSheets(metric, one, sheets, options))
  const again = cases.filter(({ also }) => also === 'twice')
  const ofZeros = cases.filter(({ also }) => also === 'blanks as zeros')
  const answers = await excel.callMany(
    [...cases, ...again].map(({ call }) => call),
    options.onCall,
  )
  const zeros = await excelOfZeros.callMany(
    ofZeros.map(({ call }) => call),
    options.onCall,
  )
  const before = await against?.excel.callMany(
    cases.map(({ call }) => call),
    options.onCall,
  )
  return cases.map((one, i) => {
    const { answer, breaches } = inSheets[i]!
    const other = answers[i]!
    breaches.push(...breachesOf(spec, one.call, other))
    if (!agree(spec, answer, other)) {
      breaches.push({ invariant: 'both bundles agree', what: `Google Sheets ${told(answer)}, Excel ${told(other)}` })
    }
    const second = again.includes(one) ? answers[cases.length + again.indexOf(one)]! : other
    if (!sameAnswer(other, second)) breaches.push(difference('the same call gives the same answer', other, second))
    if (against) {
      const invariant = 'another build gives the same answer'
      options.onCall?.(one.call)
      const inSheetsBefore = against.sheets.call(one.call)
      if (!sameAnswer(inSheetsBefore, answer)) breaches.push(difference(invariant, inSheetsBefore, answer))
      else if (!sameAnswer(before![i]!, other)) breaches.push(difference(invariant, before![i]!, other))
    }
    if (ofZeros.includes(one)) breaches.push(...breachesOf(spec, one.call, zeros[ofZeros.indexOf(one)]!))
    return { isValue: isValue(answer), breaches }
  })
}

function difference(invariant: Invariant, expected: Answer, found: Answer): Breach {
  return { invariant, what: `${told(expected)}, then ${told(found)}` }
}

function examineInSheets(
  { spec }: Metric,
  { call, isFitting, also, seed }: Case,
  sheets: SheetsFunctions,
  { onCall, slowest = SLOWEST_MS }: FuzzOptions,
): { answer: Answer; breaches: Breach[] } {
  const breaches: Breach[] = []
  const ask = (call: Call): Answer => {
    onCall?.(call)
    const time = () => {
      const start = performance.now()
      const answer = sheets.call(call)
      return { answer, ms: performance.now() - start }
    }
    const { answer, ms } = time()
    // The machine may have done something else.
    const slow = ms > slowest ? Math.min(ms, time().ms) : ms
    if (slow > slowest)
      breaches.push({ invariant: 'a call ends in time', what: `it takes ${(slow / 1000).toFixed(1)} s` })
    return answer
  }
  const answer = ask(call)
  breaches.push(...breachesOf(spec, call, answer))
  if (also === 'twice') {
    onCall?.(call)
    const { answers, isKept } = sheets.callTwice(call)
    const other = answers.find((one) => !sameAnswer(one, answer))
    if (other) breaches.push(difference('the same call gives the same answer', answer, other))
    if (!isKept)
      breaches.push({
        invariant: 'cells that are handed over stay as they are',
        what: 'a cell is another one afterwards',
      })
  }
  const changed = also === 'lengthened' || isFitting ? changes[also]?.(spec, call, answer, seed) : undefined
  if (changed) {
    const found = ask(changed.call)
    if (!changed.isRight(found)) {
      const what = `${told(answer)}, but ${formula(changed.call)} ${told(found)}`
      breaches.push({ invariant: invariantOf[also]!, what })
    }
  }
  return { answer, breaches }
}

const changes: Partial<
  Record<Case['also'], (...given: [Metric['spec'], Call, Answer, number]) => Changed | undefined>
> = {
  permuted,
  lengthened,
  titled,
}

const invariantOf: Partial<Record<Case['also'], Invariant>> = {
  permuted: 'the order of rows does not matter',
  lengthened: 'blank rows at the end change nothing',
  titled: 'a header changes nothing',
}

const SMALL_ENOUGH_MS = 30_000

/** The smallest call that breaks the same invariant. */
async function smallestOf(
  metric: Metric,
  calls: fc.Arbitrary<Case>,
  bundles: Bundles,
  options: FuzzOptions,
  index: number,
  breach: Breach,
): Promise<Omit<Finding, 'name'>> {
  let last: Breach = breach
  const property = fc.asyncProperty(calls, async (one) => {
    const [{ breaches }] = (await examine(metric, [one], bundles, options)) as [Examined]
    const same = breaches.find(({ invariant }) => invariant === breach.invariant)
    if (same) last = same
    return same === undefined
  })
  const { counterexample } = await fc.check(property, {
    seed: options.seed,
    path: String(index),
    numRuns: 1,
    interruptAfterTimeLimit: SMALL_ENOUGH_MS,
  })
  const [smallest] = counterexample ?? fc.sample(calls, { numRuns: index + 1, seed: options.seed }).slice(-1)
  return { ...last, formula: formula(smallest!.call) }
}
