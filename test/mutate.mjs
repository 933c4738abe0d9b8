// npm run mutate -- reading sheet: changes the code of these rooms of core in small ways, one at a time, and sees whether
// the tests that mirror the room notice. All rooms when none is named. The scores go into docs/testing.md.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const rooms = ['arguments', 'reading', 'statistics', 'sheet', 'tables', 'share', 'plans']
const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js'
const page = 'docs/testing.md'
const [begin, end] = ['<!-- scores -->', '<!-- end of scores -->']

const asked = process.argv.slice(2)
const unknown = asked.filter((room) => !rooms.includes(room))
if (unknown.length > 0) {
  console.error(`no room ${unknown.join(', ')}: give some of ${rooms.join(', ')}`)
  process.exit(1)
}
for (const room of asked.length > 0 ? asked : rooms) {
  console.log(`\n${room}`)
  const { status } = spawnSync(process.execPath, [stryker, 'run'], {
    stdio: 'inherit',
    env: { ...process.env, ROOM: room },
  })
  if (status !== 0) process.exit(status ?? 1)
  writeScore(scoreOf(room))
}

function reportOf(room) {
  return `.mutation/${room}-report.json`
}

/** How many changes of a room were noticed, by a test or because it did not end; those that do not compile are none. */
function scoreOf(room) {
  const { files } = JSON.parse(readFileSync(reportOf(room), 'utf8'))
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status))
  const count = (...wanted) => statuses.filter((status) => wanted.includes(status)).length
  return {
    room,
    noticed: count('Killed', 'Timeout'),
    survived: count('Survived'),
    unreached: count('NoCoverage'),
  }
}

/** The rows of other rooms stay as they are. */
function writeScore({ room, noticed, survived, unreached }) {
  const text = readFileSync(page, 'utf8')
  const all = noticed + survived + unreached
  const own = `| ${room} | ${all} | ${noticed} | ${survived} | ${unreached} | ${((100 * noticed) / all).toFixed(1)} % |`
  const rows = rooms.flatMap((one) => (one === room ? own : (new RegExp(`^\\| ${one} .*$`, 'm').exec(text)?.[0] ?? [])))
  const table = [
    '| room | changes | noticed | not noticed | reached by no test | score |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ]
  const [before, after] = [text.slice(0, text.indexOf(begin) + begin.length), text.slice(text.indexOf(end))]
  writeFileSync(page, `${before}\n\n${table.join('\n')}\n\n${after}`)
  spawnSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', page])
  console.log(table.join('\n'))
}
