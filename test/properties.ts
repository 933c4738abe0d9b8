// Every property is tried on the same cases each time, so that a test fails because of a change and not because of
// the day. SEED=random npx vitest run (or SEED=7) looks for others; the seed of a failure is printed with it.
import fc from 'fast-check'

const { SEED, NIGHTLY, MUTATION } = process.env
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED ?? 1) })

/** How many cases are tried of what has endless many: at least 10,000 with NIGHTLY=1, a tenth of what is usual for each mutant. */
export function runs(usual = 300): number {
  if (MUTATION) return Math.ceil(usual / 10)
  return NIGHTLY ? Math.max(usual, 10_000) : usual
}
