/** Where a row of flags is true: [from, to). */
export function runsOf(flags: readonly boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  flags.forEach((flag, i) => {
    if (!flag) return
    const last = runs[runs.length - 1]
    if (last?.to === i) last.to = i + 1
    else runs.push({ from: i, to: i + 1 })
  })
  return runs
}
