// What a build says of itself: its version and day, whose it is, and where its pages stand.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { root } from './bundle.mjs'

/**
 * The release that core/release.ts describes. `version` is that of package.json unless given, `date` the day of the
 * commit: the same files make the same build on every day.
 */
export async function releaseOf({ origin, version, date, publisher = '', contact = '' }) {
  const { hostname } = new URL(origin)
  return {
    version: version ?? JSON.parse(await readFile(`${root}package.json`, 'utf8')).version,
    date: date ?? (await dayOfCommit()),
    site: hostname === 'localhost' ? '' : origin,
    publisher,
    contact,
  }
}

/** SOURCE_DATE_EPOCH is how builds elsewhere are told their time; a folder outside of git has today's. */
async function dayOfCommit() {
  const { SOURCE_DATE_EPOCH } = process.env
  if (SOURCE_DATE_EPOCH) return dayOf(new Date(1000 * SOURCE_DATE_EPOCH))
  try {
    const { stdout } = await promisify(execFile)('git', ['log', '-1', '--format=%cI'], { cwd: root })
    return dayOf(new Date(stdout.trim()))
  } catch {
    return dayOf(new Date())
  }
}

function dayOf(date) {
  return date.toISOString().slice(0, 10)
}
