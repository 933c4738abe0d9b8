// npm run sql -- --metric … --dialect … --table … --<input> <column>: the query that reduces a table, and its formula.
import { load } from '../bundle.mjs'

const given = {}
const typed = process.argv.slice(2)
for (let i = 0; i < typed.length; i++) {
  const [, name, value] = /^--([a-z_-]+)(?:=(.*))?$/s.exec(typed[i]) ?? []
  if (name === undefined) {
    console.error(`${typed[i]} belongs to no option: write --name value, with quotes around a value that has spaces`)
    process.exit(1)
  }
  const option = name.replace(/-/g, '_')
  if (option in given) {
    console.error(`--${option} is given twice; several columns of one stand in one value, with commas between them`)
    process.exit(1)
  }
  given[option] = value ?? typed[++i] ?? ''
}
const { toldInTerminal } = await load('warehouse/terminal.ts')
try {
  console.log(toldInTerminal(given))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
