// Every property is tried on the same cases each time, so that a test fails because of a change and not because of
// the day. SEED=random npx vitest run (or SEED=7) looks for others; the seed of a failure is printed with it.
import fc from 'fast-check'

const { SEED } = process.env
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED ?? 1) })
