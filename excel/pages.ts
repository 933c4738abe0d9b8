import { families } from '../core/metrics/index.ts'
import { signature, type Spec } from '../core/metric.ts'
import { argumentHelp, formula } from '../core/catalogue/reference.ts'
import { escapeMarkup } from './markup.ts'

/** The page behind the help link of every function: each has its name as anchor. */
export function helpPage(): string {
  const chapters = families.filter(({ metrics }) => metrics.length > 0)
  return page('Cuesheet functions', [
    '<p>Questions and faults: ask the person or company that gave you this add-in.</p>',
    ...chapters.flatMap(({ family, metrics }) => [
      `<h2>${escapeMarkup(family[0]!.toUpperCase() + family.slice(1))}</h2>`,
      ...metrics.map(({ spec }) => entry(spec)),
    ]),
  ])
}

/** What happens to the data of the people who use the add-in. */
export function privacyPage(): string {
  return page('Privacy', [
    '<p>Cuesheet computes inside your spreadsheet. It sends no cell, no formula and no fact about you or your computer to anyone, sets no cookies and keeps no records.</p>',
    '<p>Excel loads the files of Cuesheet from the address in its manifest, and Microsoft’s Office.js from Microsoft. Both servers see that a file was asked for, as with any web page.</p>',
  ])
}

/** The licence, as it stands in LICENSE, and whose work is in it, as NOTICE says. */
export function termsPage(licence: string, notice: string): string {
  const paragraphs = `${licence}\n\n${notice}`.split(/\n{2,}/)
  return page(
    'Terms',
    paragraphs.map((paragraph) => `<p>${escapeMarkup(paragraph.trim())}</p>`),
  )
}

function entry(spec: Spec): string {
  const args = spec.args.map((arg) => `<dt>${escapeMarkup(arg.name)}</dt><dd>${escapeMarkup(argumentHelp(arg))}</dd>`)
  const [example] = spec.examples
  return [
    `<section id="${spec.name}">`,
    `<h3><code>=${escapeMarkup(signature(spec))}</code></h3>`,
    `<p>${escapeMarkup(spec.summary)}</p>`,
    `<dl>${args.join('')}</dl>`,
    `<p>For example: <code>${escapeMarkup(formula(spec, example!.cells))}</code></p>`,
    `<p>Source: ${escapeMarkup(spec.source)}</p>`,
    '</section>',
  ].join('\n')
}

function page(title: string, body: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem }
h3 { margin-top: 2rem; overflow-wrap: anywhere }
dt { font-weight: 600 }
</style>
</head>
<body>
<h1>${title}</h1>
${body.join('\n')}
</body>
</html>
`
}
