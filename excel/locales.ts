import type { Language } from '../core/languages/language.ts'
import { languages } from '../core/languages/index.ts'
import { escapeMarkup } from './markup.ts'

/**
 * The locales of Excel that read a language, by its tag. An override is for one locale alone and not for its language, so
 * each is named; a locale that is not reads English.
 */
const locales: Readonly<Record<string, readonly string[]>> = {
  de: ['de-de', 'de-at', 'de-ch', 'de-li', 'de-lu'],
  fr: ['fr-fr', 'fr-be', 'fr-ca', 'fr-ch', 'fr-lu'],
  es: ['es-es', 'es-mx', 'es-ar', 'es-cl', 'es-co', 'es-pe', 'es-us'],
  'pt-BR': ['pt-br'],
  ko: ['ko-kr'],
  ja: ['ja-jp'],
}

/** The file that tells Excel of the functions in a language; functions.json is the English one. */
export function metadataFile({ tag }: Language): string {
  return `functions-${tag}.json`
}

/** The file that holds what the unified manifest says in a language. It lies beside the manifest, also in a package. */
export function stringsFile({ tag }: Language): string {
  return `manifest-${tag}.json`
}

/** A text of the add-in in a language. */
export function inLanguage(text: string, { addIn }: Language): string {
  return addIn[text] ?? text
}

/** What the XML manifest says in place of a default, a locale each; `element` is Override, with the prefix of its parent. */
export function overrides(element: string, valueIn: (language: Language) => string): string {
  return languages
    .flatMap((language) =>
      locales[language.tag]!.map(
        (locale) => `<${element} Locale="${locale}" Value="${escapeMarkup(valueIn(language))}"/>`,
      ),
    )
    .join('')
}
