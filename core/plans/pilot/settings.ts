import type { SheetContent, TitleChange } from '../../sheet/book.ts'
import { textOf, titlesOf } from '../../sheet/rows.ts'

/** What a pilot is about. It stands in the first row, where no sorting takes it away. */
export interface Settings {
  kpi: string
  target: string
  /** As it is written there. */
  changed: string
}

export const LABELS: Readonly<Record<keyof Settings, string>> = {
  kpi: 'KPI',
  target: 'Target',
  changed: 'Changed path',
}
const KEYS = ['kpi', 'target', 'changed'] as const

/** Where each is written: right of its label. A label that somebody has taken away is not there. */
function placesOf(titles: readonly string[]): Partial<Record<keyof Settings, number>> {
  const places: Partial<Record<keyof Settings, number>> = {}
  // A KPI may be called as a label is.
  const values = new Set<number>()
  for (const key of KEYS) {
    const label = titles.findIndex((title, column) => title === LABELS[key] && !values.has(column))
    if (label < 0) continue
    places[key] = label + 1
    values.add(label + 1)
  }
  return places
}

/** What the first row says of the pilot, "" for what it does not say, and the labels that are not there any more. */
export function settingsOf(content: SheetContent): Settings & { missing: readonly string[] } {
  const places = placesOf(titlesOf(content))
  const said = (key: keyof Settings) => {
    const place = places[key]
    return place === undefined ? '' : textOf(content.values[0]?.[place] ?? null).trim()
  }
  const missing = KEYS.filter((key) => places[key] === undefined).map((key) => LABELS[key])
  return { kpi: said('kpi'), target: said('target'), changed: said('changed').toLowerCase(), missing }
}

/** What is to be written into the first row. A label that is gone comes back at its end. */
export function settingChanges(content: SheetContent, settings: Settings): TitleChange[] {
  const titles = titlesOf(content)
  const places = placesOf(titles)
  let end = titles.length + (titles.includes('') ? 0 : 1)
  return KEYS.flatMap((key): TitleChange[] => {
    const place = places[key]
    if (place !== undefined) {
      const seen = titles[place] ?? ''
      return seen === settings[key] ? [] : [{ column: place, seen, title: settings[key] }]
    }
    end += 2
    return [
      { column: end - 2, seen: '', title: LABELS[key] },
      { column: end - 1, seen: '', title: settings[key] },
    ]
  })
}
