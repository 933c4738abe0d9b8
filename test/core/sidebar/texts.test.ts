import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { GOALS } from '../../../core/plans/plan.ts'
import { plans } from '../../../core/plans/gallery/index.ts'
import { ResultTable } from '../../../core/sidebar/functions/resultTable.tsx'
import { english, speak } from '../../../core/sidebar/texts/texts.ts'
import { earlyReads, parsed, strayTexts } from './strayTexts.ts'

afterEach(() => speak(english))

/** Plans, their columns, what they are for and tabs are called by their names. */
const names = new Set<string>([
  ...plans.flatMap(({ name, columns }) => [name, ...columns.map(({ title }) => title)]),
  ...GOALS,
  ...Object.keys(english.tabs),
])

const strayIn = (source: string) => strayTexts(parsed('page.tsx', source), (text) => names.has(text))

test.each([
  ['in an element', 'const a = <p>ours</p>', 'ours'],
  ['in an element, beside a value', 'const a = <p>{rows} rows</p>', 'rows'],
  ['shown in one case or the other', "const a = <p>{isNew ? 'fresh' : texts.old}</p>", 'fresh'],
  ['shown if there is a reason', 'const a = <p>{why && `, ${why} and more`}</p>', ', {} and more'],
  ['the name of a plan, in an element', "const a = <p>{name || 'KPIs'}</p>", 'KPIs'],
  ['in an attribute', 'const a = <input placeholder="Survey" />', 'Survey'],
  ['put together in an attribute', 'const a = <ul aria-label={`about ${plan}`} />', 'about {}'],
  ['what is being done', "act('reading…', read)", 'reading…'],
  ['a sentence that is thrown', 'throw new Error(`the sheet “${name}” is gone`)', 'the sheet “{}” is gone'],
  ['a sentence that is said', "say('nothing was written: try again')", 'nothing was written: try again'],
  ['a label that waits in a constant', "const LABEL = 'Another metric'", 'Another metric'],
  ['one word with a capital', "const label = isOpen ? 'Close' : texts.open", 'Close'],
])('%s, a text is seen', (_, source, text) => {
  expect(strayIn(source)).toEqual([text])
})

test.each([
  ['classes', 'const a = <p class={isBad ? "said problem" : `live ${status}`} />'],
  ['tokens of attributes', 'const a = <button type="button" aria-expanded="true" id={`row-${id}`} />'],
  ['what a key or a way is compared with', "const is = event.key === 'Escape' || way === 'in place'"],
  ['the columns and plans that code asks for', "const day = wordIn(row, 'Reviewed on') || rowsOf('KPIs')"],
  ['names of properties, types and modules', "import a from 'A b.'\nconst b: 'Own formula.' = c['Own formula.']"],
  ['kinds in small letters', "setWay('own formulas')"],
  ['elements that are looked for', 'document.querySelector(`${panel} .pages:not([hidden]) h1, ${panel} > h1`)'],
  ['cells', "book.reveal(sheet, 'A1') || book.reveal(sheet, `A${row}`)"],
  ['signs', 'const a = <p>{a} · {b}, {c}</p>'],
])('%s are no texts', (_, source) => {
  expect(strayIn(source)).toEqual([])
})

test('a table that is read when its file is loaded is seen, one that is read later is not', () => {
  const source = `
    import { texts } from './texts.ts'
    const LABEL = texts.share.heading
    const all = { texts }
    const later = () => texts.share.heading
    function Page() { return <p>{texts.share.heading}</p> }
  `
  expect(earlyReads(parsed('page.tsx', source))).toEqual(['texts.share', 'texts'])
})

const folder = 'core/sidebar/'
const files = (readdirSync(folder, { recursive: true }) as string[]).filter(
  (path) => /\.tsx?$/.test(path) && !path.startsWith('texts/'),
)

test('what the sidebar says stands in its table, and is read when it is said', () => {
  const found = files.flatMap((path) => {
    const file = parsed(path, readFileSync(folder + path, 'utf8'))
    const texts = [...strayTexts(file, (text) => names.has(text)), ...earlyReads(file)]
    return texts.map((text) => `${path}: ${text}`)
  })
  expect(files.length).toBeGreaterThan(60)
  expect(found).toEqual([])
})

test('another table is spoken as soon as it is set', () => {
  const label = () => (ResultTable({ rows: [['a'], [1]] }).props as Record<string, unknown>)['aria-label']
  expect(label()).toBe('Result')
  speak({ ...english, functions: { ...english.functions, result: 'Ergebnis' } })
  expect(label()).toBe('Ergebnis')
})
