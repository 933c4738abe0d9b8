import type { HostName } from '../sheet/book.ts'
import type { Release } from '../release.ts'
import type { Verdict } from './judging.ts'

/** What may be told of a check: which build was where, how many lines passed, and the names of those that did not. */
export function summary(host: HostName, { version, date }: Release, verdicts: readonly Verdict[]): string {
  const idsOf = (outcome: Verdict['outcome']) =>
    verdicts.filter((one) => one.outcome === outcome).map(({ line }) => line.id)
  const [passed, differ, waiting] = [idsOf('ok'), idsOf('differs'), idsOf('waiting')]
  return [
    host,
    `Cuesheet ${version} ${date}`,
    `${passed.length} of ${verdicts.length} passed`,
    ...(differ.length > 0 ? [`differ: ${differ.join(', ')}`] : []),
    ...(waiting.length > 0 ? [`not finished: ${waiting.join(', ')}`] : []),
  ].join('; ')
}
