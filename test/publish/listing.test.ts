import { describe, expect, test } from 'vitest'
import { catalogue } from '../../core/catalogue/catalogue.ts'
import { plans } from '../../core/plans/gallery/index.ts'
import { listing, listingProblems } from '../../publish/listing.ts'
import { shopPictures } from '../../publish/pictures/shopPictures.ts'

const release = {
  version: '1.2.3',
  date: '2030-01-31',
  site: 'https://example.com/cuesheet',
  publisher: 'Lamps & Co',
  contact: 'help@example.com',
}
const listed = listing(release, '')

describe('the listing', () => {
  test('keeps to the lengths of both shops', () => {
    expect(listingProblems(listed)).toEqual([])
  })

  test('tells Excel’s formulas with a prefix where there is one, and Google’s without', () => {
    const { microsoft, google } = listing(release, 'CUE')
    expect(microsoft.description).toContain('Type =CUE.NPS(C2:C500) or =CUE.LTV(50, 80%, 4%).')
    expect(microsoft.description).toContain('in Google Sheets, where it is typed without the prefix CUE. Every')
    expect(google).toEqual(listed.google)
    expect(listed.microsoft.description).toContain('in Google Sheets. Every')
  })

  test('names every function and every plan that a person fills in', () => {
    const text = listed.google.detailedDescription
    for (const { spec } of catalogue()) expect(text).toMatch(new RegExp(`\\b${spec.name}\\b`))
    for (const { name, isRecord } of plans) if (!isRecord) expect(text).toContain(name)
    expect(text).toContain(`${catalogue().length} functions`)
    expect(listed.microsoft.description).toContain(`${catalogue().length} functions`)
  })

  test('counts the functions that it does not name', () => {
    const counted = listed.microsoft.description.split('\n').filter((line) => line.startsWith('•'))
    const numbers = counted.map((line) => {
      const [names, more = '0'] = line.slice(line.indexOf(':') + 1).split(/ and (?=\d)/)
      return names!.split(',').length + parseInt(more, 10)
    })
    expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(catalogue().length)
  })

  test('names every picture once', () => {
    const { microsoft, google } = listed
    const named = [microsoft.logo, ...google.icons, google.banner, google.consentLogo]
    const shots = [...microsoft.screenshots, ...google.screenshots].map(({ file }) => file)
    expect([...named, ...shots].sort()).toEqual(shopPictures.map(({ file }) => file).sort())
  })

  test.each<[string, Parameters<typeof listingProblems>[0], string]>([
    [
      'a summary too long for Microsoft',
      { ...listed, microsoft: { ...listed.microsoft, summary: 'x'.repeat(101) } },
      'Microsoft’s summary has 101 characters, and the shop takes 100',
    ],
    [
      'a description too long for Microsoft',
      { ...listed, microsoft: { ...listed.microsoft, description: 'x'.repeat(4001) } },
      'Microsoft’s description has 4001 characters, and the shop takes 4000',
    ],
    [
      'a short description too long for Google',
      { ...listed, google: { ...listed.google, shortDescription: 'x'.repeat(201) } },
      'Google’s shortDescription has 201 characters, and the shop takes 200',
    ],
    [
      'a long description too long for Google',
      { ...listed, google: { ...listed.google, detailedDescription: 'x'.repeat(16_000) } },
      'Google’s detailedDescription has 16000 characters, and the shop takes 15999',
    ],
    [
      'an empty text',
      { ...listed, google: { ...listed.google, shortDescription: '' } },
      'Google’s shortDescription is empty',
    ],
    [
      'a name of Google’s',
      { ...listed, google: { ...listed.google, name: 'Metrics for Google Sheets' } },
      'Google takes no name with one of its own products',
    ],
    [
      'too many keywords',
      { ...listed, microsoft: { ...listed.microsoft, searchKeywords: ['a', 'b', 'c', 'd'] } },
      'Microsoft takes at most three keywords',
    ],
  ])('%s is told', (_, changed, sentence) => {
    expect(listingProblems(changed)).toEqual([sentence])
  })
})
