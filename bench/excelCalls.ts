import { writeFileSync } from 'node:fs'
import { openRuntime } from '../test/hosts/excelHost/runtime.ts'
import { compared, type Line } from './lines.ts'
import { sideAwaited } from './measure.ts'

/** Ten thousand independent cells in one message on Microsoft's runtime, against a function that does nothing. */
export async function excelCalls(): Promise<Line[]> {
  const ours = openRuntime({ bundle: 'dist/excel/functions.js' })
  const empty = openRuntime({ bundle: emptyBundle() })
  const calls = Array.from({ length: 10_000 }, (_, i) => ({ id: 'LTV', args: [100 + i, 0.8, 0.05, null, null] }))
  const turns = await sideAwaited(
    9,
    () => ours.invokeMany(calls),
    () => empty.invokeMany(calls),
  )
  return [compared('10,000 LTV calls, Microsoft’s runtime', turns, 'an empty function', 1.5)]
}

function emptyBundle(): string {
  const file = 'dist/bench/empty.js'
  writeFileSync(file, 'CustomFunctions.associate({ LTV: function () { return 1 } })')
  return file
}
