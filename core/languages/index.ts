import { german } from './de/index.ts'
import { spanish } from './es/index.ts'
import { french } from './fr/index.ts'
import { japanese } from './ja/index.ts'
import { korean } from './ko/index.ts'
import type { Language } from './language.ts'
import { brazilian } from './ptBR/index.ts'

/** Every language but English, which is that of the specs. */
export const languages: readonly Language[] = [german, french, spanish, brazilian, korean, japanese]
