/** A column as an information schema tells it: its type as it stands there, "" where none does. */
export interface SchemaColumn {
  name: string
  type: string
}

/**
 * The columns that a pasted text names, in its order: lines such as “customer_id STRING”, rows of an information schema or of
 * DESCRIBE with or without their titles, a schema of BigQuery in JSON, or CREATE TABLE. None where it names none.
 */
export function schemaOf(pasted: string): SchemaColumn[] {
  const text = pasted.replace(/\r\n?/g, '\n').trim()
  const columns = /^[[{]/.test(text) ? ofJson(text) : (ofStatement(text) ?? ofLines(text))
  const seen = new Set<string>()
  return columns
    .map(({ name, type }) => ({ name: name.trim(), type: type.trim().replace(/\s+/g, ' ') }))
    .filter(({ name }) => name !== '' && !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()))
}

function ofJson(text: string): SchemaColumn[] {
  const whole = parsed(text)
  // Some tools give an object in each line, without a list around them.
  return columnsIn(whole === undefined ? text.split('\n').map((line) => parsed(line.replace(/,\s*$/, ''))) : whole)
}

function columnsIn(value: unknown): SchemaColumn[] {
  if (Array.isArray(value)) return value.flatMap(columnIn)
  const { fields, schema } = (value ?? {}) as { fields?: unknown; schema?: unknown }
  return (fields ?? schema) ? columnsIn(fields ?? schema) : columnIn(value)
}

function columnIn(value: unknown): SchemaColumn[] {
  const cells = Object.entries((value ?? {}) as Record<string, unknown>)
  const said = (titles: RegExp) => cells.find(([key, cell]) => titles.test(key) && typeof cell === 'string')?.[1]
  const name = said(NAME)
  return name === undefined ? [] : [{ name: String(name), type: String(said(TYPE) ?? '') }]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The columns of CREATE TABLE; null where the text is no such statement, or has no brackets. */
function ofStatement(text: string): SchemaColumn[] | null {
  const bare = withoutRemarks(text)
  const start = /\bcreate\b[^(]*\btable\b[^(]*\(/i.exec(bare)
  return start && parts(bare.slice(start.index + start[0].length), ',').flatMap(defined)
}

function ofLines(text: string): SchemaColumn[] {
  const lines = withoutRemarks(text)
    .split('\n')
    .map((line) => line.trim())
    // The rulers of a table that a console has drawn, and how many rows it says it has.
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !/^\(\d+ rows?\)$/.test(line))
  const sign = [/\t/, /\|/].find((sign) => lines.some((line) => sign.test(line)))
  if (sign !== undefined) {
    const inner = lines.map((line) => line.replace(/^\||\|$/g, ''))
    return ofRows(inner.map((line) => line.split(sign).map(bareName)))
  }
  const between = lines.every((line) => parts(line, ';').length > 1) ? ';' : ','
  const cells = lines.map((line) => parts(line, between))
  // Rows have cells of one word each, where definitions have a name, a blank and a type.
  const areRows = cells.every(([first]) => /^(?:"[^"]*"|`[^`]*`|\S+)$/.test(first!))
  if (!areRows) return cells.flat().flatMap(defined)
  // The titles of a file, of which one may be called date.
  const isTitles = cells.length === 1 && cells[0]!.length > 2
  if (!isTitles && cells.some((row) => isTitled(row) || row.slice(1).map(bareName).some(isType))) {
    return ofRows(cells.map((row) => row.map(bareName)))
  }
  const names = cells.flat().map(bareName)
  return (/^column_?name$/i.test(names[0] ?? '') ? names.slice(1) : names).map((name) => ({ name, type: '' }))
}

/** Rows of cells: their titles say where name and type stand, which otherwise are the first two. */
function ofRows(rows: readonly (readonly string[])[]): SchemaColumn[] {
  const top = rows.findIndex(isTitled)
  const place = (titles: RegExp) => (top < 0 ? -1 : rows[top]!.findIndex((title) => titles.test(title)))
  const [name, type] = top < 0 ? [0, 1] : [place(NAME), place(TYPE)]
  const filled = (row: readonly string[]) => (top < 0 ? row.filter((cell) => cell !== '') : row)
  return rows
    .slice(top + 1)
    .map(filled)
    .map((row) => ({ name: row[name] ?? '', type: typeAlone(row[type] ?? '') }))
}

function isTitled(row: readonly string[]): boolean {
  const cells = row.map(bareName)
  return cells.some((cell) => NAME.test(cell)) && cells.some((cell) => TYPE.test(cell))
}

const NAME = /^(?:column|column[_ ]?name|col[_ ]?name|name|field|field[_ ]?name)$/i
const TYPE = /^(?:type|data[_ ]?type|column[_ ]?type|field[_ ]?type)$/i

/** A type of one of the engines, with its length, its fields or its zone. */
function isType(cell: string): boolean {
  return /^(?:string|text|n?(?:var)?char2?|character|citext|uuid|enum|bool(?:ean)?|bit|[a-z]*int\d*|integer|(?:small|big)?serial|(?:big)?num(?:ber|eric)?|(?:big)?dec(?:imal)?|float\d*|double|real|money|date|(?:date)?time|timestamp(?:tz|_[a-z]+)?|interval|jsonb?|variant|object|array|struct|record|map|bytes|bytea|(?:var)?binary|blob|geography|geometry|super|user-defined)(?![\w-])/i.test(
    cell,
  )
}

/** A column from its definition: "Order date" timestamp(6) with time zone NOT NULL. */
function defined(text: string): SchemaColumn[] {
  const [, quoted, plain, rest = ''] = /^\s*(?:["`[]([^"`\]]+)["`\]]|([^\s"`[\]()]+))(?:\s+([^]*))?$/.exec(text) ?? []
  const name = quoted ?? plain
  if (name === undefined || (quoted === undefined && NO_COLUMN.test(text.trim()))) return []
  return [{ name, type: typeAlone(rest) }]
}

function typeAlone(text: string): string {
  return text.replace(AFTER_TYPE, '').replace(/[;,\s]+$/, '')
}

const NO_COLUMN =
  /^(?:(?:constraint|primary key|foreign key|unique|check|exclude|like|index|key)\b\s*\S*\s*\(|constraint\s|primary\s+key|\)|column_?name\s+(?:data_?)?type$|name\s+(?:data_?)?type$)/i
const AFTER_TYPE =
  /\s*\b(?:not null|null|default|primary key|references|unique|check|collate|comment|options|generated|identity|encode|distkey|sortkey|autoincrement|auto_increment|constraint|masking|with tag|mask)\b[^]*$/i

/** The parts of a text between signs that stand in no brackets and no quotes, up to a bracket that closes too much. */
function parts(text: string, sign: string): string[] {
  const found = ['']
  let depth = 0
  let quote = ''
  for (const letter of text) {
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (/["'`]/.test(letter)) quote = letter
    else if (/[(<]/.test(letter)) depth++
    else if (/[)>]/.test(letter) && --depth < 0) break
    if (letter === sign && depth === 0 && quote === '') found.push('')
    else found[found.length - 1] += letter
  }
  const trimmed = found.map((part) => part.trim())
  return trimmed.length > 1 && trimmed[trimmed.length - 1] === '' ? trimmed.slice(0, -1) : trimmed
}

function withoutRemarks(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, ' ').replace(/--.*$/gm, '')
}

function bareName(cell: string): string {
  return cell.trim().replace(/^(["'`])([^]*)\1$/, '$2')
}
