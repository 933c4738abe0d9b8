// npm run sql -- --metric … --dialect … --table … --<input> <column>: the query that reduces a table, and its formula.
import { load } from '../bundle.mjs'

const given = {}
const typed = process.argv.slice(2)
for (let i = 0; i < typed.length; i++) {
  const [, name, value] = /^--([a-z_]+)(?:=(.*))?$/s.exec(typed[i]) ?? []
  if (name === undefined) {
    console.error(`${typed[i]} belongs to no option: write --name value`)
    process.exit(1)
  }
  given[name] = value ?? typed[++i] ?? ''
}
const { toldInTerminal } = await load('warehouse/terminal.ts')
try {
  console.log(toldInTerminal(given))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
