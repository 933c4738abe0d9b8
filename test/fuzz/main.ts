import { catalogue } from '../../core/catalogue/catalogue.ts'
import type { Finding } from './fuzz.ts'
import { fuzzWatched } from './watched.ts'

interface Wanted {
  cases?: string
  seed?: string
  only?: string
  against?: string
}

/** Tries the functions that are wanted and tells what was found; whether nothing was. */
export async function run({ cases, seed, only, against }: Wanted, tell: (line: string) => void): Promise<boolean> {
  const task = {
    names: namesOf(only),
    cases: wholeNumber('cases', cases, 300),
    seed: wholeNumber('seed', seed, Math.floor(Math.random() * 1e6)),
    patience: 20,
    ...(against !== undefined && { against }),
  }
  tell(`seed ${task.seed}, ${task.cases} cases for each of ${task.names.length} functions`)
  let [tried, values, found] = [0, 0, 0]
  await fuzzWatched(task, (outcome) => {
    tried += outcome.cases
    values += outcome.values
    found += outcome.findings.length
    for (const finding of outcome.findings) tell(written(finding))
  })
  tell(`${tried} cases, ${values} of them with a value, ${found} findings`)
  return found === 0
}

function namesOf(only: string | undefined): string[] {
  const names = catalogue().map(({ spec }) => spec.name)
  const wanted = only?.toUpperCase().split(',') ?? names
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`there is no function ${unknown}`)
  return wanted
}

function wholeNumber(option: string, given: string | undefined, otherwise: number): number {
  const number = Number(given ?? otherwise)
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${option} is ${given}, not a whole number`)
  return number
}

/** What does not hold, the smallest call that shows it, and what it gives. */
export function written({ name, invariant, formula, what }: Finding): string {
  return `${name}: not so: ${invariant}\n  ${formula}\n  ${what}`
}
