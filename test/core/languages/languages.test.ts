import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import { helpInWords } from '../../../core/catalogue/reference.ts'
import { languages } from '../../../core/languages/index.ts'
import { textsOf, translatedSpec, type Language } from '../../../core/languages/language.ts'
import { mostUsed } from '../../../core/languages/mostUsed.ts'
import type { Spec } from '../../../core/metric.ts'

const specs = mostUsed.map((name) => findMetric(name)!.spec)
const texts = specs.flatMap((spec) => textsOf(spec).map((one) => ({ name: spec.name, ...one })))

test('forty functions are translated, and there is each of them', () => {
  expect(new Set(mostUsed).size).toBe(40)
  expect(mostUsed.filter((name) => findMetric(name) === undefined)).toEqual([])
})

test('docs/languages.md has a row for each language, and a name for each function', () => {
  const page = readFileSync('docs/languages.md', 'utf8')
  const rows = page.split('\n').flatMap((line) => {
    const [, name, tag] = line.split('|').map((cell) => cell.trim())
    return tag?.startsWith('`') ? [[name, tag]] : []
  })
  expect(rows).toEqual(languages.map(({ name, tag }) => [name, `\`${tag}\``]))
  expect(mostUsed.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

describe.each(languages.map((language) => [language.tag, language] as const))('%s', (_, language) => {
  test('has every text of the forty as it is in English now', () => {
    const missing = texts.filter(({ text }) => !language.functions[text])
    expect(
      missing.map((one) => `${one.name} ${one.where} is new or was changed, and wants its translation: ${one.text}`),
    ).toEqual([])
  })

  test('has no text that none of the forty has', () => {
    const known = new Set(texts.map(({ text }) => text))
    expect(Object.keys(language.functions).filter((text) => !known.has(text))).toEqual([])
  })

  test('keeps the numbers, the quoted values and the names of functions and arguments', () => {
    const lost = Object.entries(language.functions).flatMap(([english, translation]) =>
      wordsToKeep(english).flatMap((word) =>
        timesIn(translation, word) < timesIn(english, word) ? [`${word} of “${english}” in “${translation}”`] : [],
      ),
    )
    expect(lost).toEqual([])
  })

  test('leaves nothing in English', () => {
    expect(Object.entries(language.functions).filter(([english, translation]) => english === translation)).toEqual([])
  })

  test('has texts without blanks at their ends, or two in a row', () => {
    expect(Object.values(language.functions).filter((text) => /^\s|\s$|\s\s/.test(text))).toEqual([])
  })

  test('ends its sentences where English does, and lets choices go on in their list', () => {
    const ends = Object.entries(language.functions).filter(
      ([english, translation]) => english.endsWith('.') !== /[.。]$/.test(translation),
    )
    expect(ends).toEqual([])
  })

  test('changes nothing of a function but what people read', () => {
    const bare = (spec: Spec) => ({
      ...spec,
      summary: '',
      args: spec.args.map(({ choices, ...arg }) => ({ ...arg, help: '', choices: choices?.map(({ value }) => value) })),
    })
    for (const spec of specs) expect(bare(translatedSpec(spec, language))).toEqual(bare(spec))
  })

  test('marks the choice that is meant when left out', () => {
    const period = translatedSpec(findMetric('COHORT_RETENTION')!.spec, language).args[2]!
    const help = helpInWords(period, language)
    expect(help).toContain(`month: ${language.functions['calendar months']} ${language.byDefault}; quarter: `)
    expect(help.endsWith(language.functions['calendar years']! + language.stop)).toBe(true)
  })
})

test('a function that is not among the forty is read in English', () => {
  const others = catalogue().filter(({ spec }) => !mostUsed.includes(spec.name))
  const summaries = others.map(({ spec }) => translatedSpec(spec, languages[0]!).summary)
  expect(summaries).toEqual(others.map(({ spec }) => spec.summary))
})

test('help that functions share is translated wherever it stands', () => {
  const counts = (name: string, language: Language) =>
    translatedSpec(findMetric(name)!.spec, language).args.find((arg) => arg.name === 'counts')!.help
  for (const language of languages) expect(counts('NPS_TABLE', language)).toBe(counts('NPS', language))
})

test('in French a no-break space stands before : ; ? % and inside « »', () => {
  const french = languages.find(({ tag }) => tag === 'fr')!
  const all = [...Object.values(french.functions), ...Object.values(french.addIn)]
  expect(all.filter((text) => /[^\u00a0]»|«[^\u00a0]| [:;?!%»]|« /.test(text))).toEqual([])
})

/** What a translation may not lose: "values", numbers, and names with an underscore or of a function. */
function wordsToKeep(english: string): string[] {
  const names = english.match(/\w+_\w+|[A-Z]{3,}/g) ?? []
  const kept = names.filter((name) => name.includes('_') || findMetric(name))
  return [...new Set([...(english.match(/"[^"]*"/g) ?? []), ...(english.match(/\d+/g) ?? []), ...kept])]
}

/** How often a word stands in a text; a number only by itself, and not in a longer one. */
function timesIn(text: string, word: string): number {
  if (/^\d+$/.test(word)) return (text.match(/\d+/g) ?? []).filter((number) => number === word).length
  return text.split(word).length - 1
}
