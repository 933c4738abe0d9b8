import { findMetric } from '../../core/catalogue/catalogue.ts'
import { plans } from '../../core/plans/gallery/index.ts'
import { needs, type Need } from './needs.ts'

/** What answers a need, and the test of it. */
interface Answer {
  answer: string
  test: string
}

/** The page docs/coverage.md, where `tests` are the paths of all tests. Fails where nothing answers a need, or no test does. */
export function coverage(tests: readonly string[]): string {
  const known = new Set(tests)
  const rows = needs.map((need) => {
    const answers = answersOf(need, tests)
    if (answers.length === 0 && !need.leftOut) throw new Error(`Nothing answers need ${need.number}, “${need.need}”.`)
    const untested = answers.filter(({ test }) => !known.has(test))
    if (untested.length > 0) {
      throw new Error(`Need ${need.number}: ${untested.map(({ answer }) => answer).join(', ')} has no test.`)
    }
    const links = [...new Set(answers.map(({ test }) => test))].map((test) => `[${fileOf(test)}](../${test})`)
    const said = answers.map(({ answer }) => answer).join(', ')
    return `| ${need.number} | ${need.need} | ${said || `left out: ${need.leftOut}`} | ${links.join(', ')} |`
  })
  return `${INTRODUCTION}\n\n| | need | what answers it | tests |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

const INTRODUCTION = `# What is asked, and what answers it

<!-- Written by \`npm run build\`. -->

What people in product, service and customer marketing ask of a spreadsheet, one need a row, with the functions, plans and pages of the sidebar that answer it and the tests that hold them to it. The build fails where a function, a plan or a test that is named here is not there.`

function answersOf({ functions = [], plans: names = [], parts = {} }: Need, tests: readonly string[]): Answer[] {
  return [
    ...functions.map((name) => ({ answer: `\`=${foundMetric(name)}()\``, test: testOfMetric(name, tests) })),
    ...names.map((name) => ({ answer: `plan ${foundPlan(name)}`, test: testOfPlan(name, tests) })),
    ...Object.entries(parts).map(([part, test]) => ({ answer: part, test })),
  ]
}

function foundMetric(name: string): string {
  if (!findMetric(name)) throw new Error(`There is no function ${name}.`)
  return name
}

function foundPlan(name: string): string {
  if (!plans.some((plan) => plan.name === name)) throw new Error(`There is no plan ${name}.`)
  return name
}

function testOfMetric(name: string, tests: readonly string[]): string {
  const file = `${name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}.test.ts`
  return tests.find((test) => test.startsWith('test/core/metrics/') && test.endsWith(`/${file}`)) ?? file
}

function testOfPlan(name: string, tests: readonly string[]): string {
  const file = `test/core/plans/${name.toLowerCase()}`
  return tests.find((test) => test.toLowerCase().startsWith(file)) ?? `${file}.test.ts`
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.test\.ts$/, '')
}
