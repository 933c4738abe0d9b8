import { versionText, type Release } from '../release.ts'
import type { HostAbout, HostName } from '../sheet/book.ts'
import type { Verdict } from './judging.ts'

/** What may be told of a check: which build was where, how many lines passed, and the names of those that did not. */
export function summary(
  host: HostName,
  { computes, facts }: HostAbout,
  release: Release,
  verdicts: readonly Verdict[],
): string {
  const own = versionText(release)
  const idsOf = (outcome: Verdict['outcome']) =>
    verdicts.filter((one) => one.outcome === outcome).map(({ line }) => line.id)
  const [passed, differ, waiting] = [idsOf('ok'), idsOf('differs'), idsOf('waiting')]
  return [
    [host, ...facts].join(', '),
    `Cuesheet ${own}`,
    ...(computes === undefined || computes === own ? [] : [`functions ${computes || 'older'}`]),
    `${passed.length} of ${verdicts.length} passed`,
    ...(differ.length > 0 ? [`differ: ${differ.join(', ')}`] : []),
    ...(waiting.length > 0 ? [`not finished: ${waiting.join(', ')}`] : []),
  ].join('; ')
}
