import { renderToStaticMarkup } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { Release } from '../../core/release.ts'
import { privacy } from '../../site/about/privacy.tsx'
import { support } from '../../site/about/support.tsx'
import { terms } from '../../site/about/terms.tsx'
import { framed } from '../../site/frame.tsx'
import { textOf } from './pages.ts'

const release: Release = {
  version: '1.2.3',
  date: '2030-01-31',
  site: 'https://example.com/cuesheet',
  publisher: 'Example & Sons Ltd',
  contact: 'help@example.com',
}
const unknown: Release = { ...release, site: '', publisher: '', contact: '' }

const privacyOf = (one: Release) => {
  const { body, ...page } = privacy(one)
  return framed(page, renderToStaticMarkup(body), one)
}

describe('the privacy policy', () => {
  test('names publisher, contact and day', () => {
    const text = textOf(privacyOf(release))
    expect(text).toMatch(/Publisher\s+Example & Sons Ltd\s+Contact\s+help@example\.com\s+Effective\s+2030-01-31/)
    expect(privacyOf(release)).toContain('href="mailto:help@example.com"')
  })

  test('is headed as both shops ask', () => {
    const headings = Array.from(privacyOf(release).matchAll(/<h[123][^>]*>([^<]*)/g), ([, heading]) => heading)
    expect(headings[0]).toBe('Privacy policy')
    expect(headings).toEqual(
      expect.arrayContaining([
        'What is collected, and what is not',
        'Google user data',
        'Access',
        'Use',
        'Sharing',
        'Protection',
        'Retention and deletion',
        'AI training',
      ]),
    )
  })

  test('of a build that nobody has packaged leads to whoever gave it away', () => {
    expect(textOf(privacyOf(unknown))).toContain('The person or company that gave you Cuesheet')
    expect(privacyOf(unknown)).not.toContain('mailto:')
  })
})

test('the support page leads to the contact, a mail address or a page', () => {
  const linkOf = (contact: string) => renderToStaticMarkup(support({ ...release, contact }, [], '').body)
  expect(linkOf('help@example.com')).toContain('<a href="mailto:help@example.com">help@example.com</a>')
  expect(linkOf('https://example.com/help')).toContain('<a href="https://example.com/help">')
})

test('support and terms name who publishes this build', () => {
  const bodies = [support(release, [], ''), terms(release, 'Licence', 'Notice')].map(({ body }) => body)
  for (const body of bodies) {
    const text = textOf(renderToStaticMarkup(body))
    expect(text).toMatch(/published (?:here )?by Example & Sons Ltd/)
    expect(text).toContain('help@example.com')
  }
  expect(textOf(renderToStaticMarkup(terms(unknown, '', '').body))).toContain('that gave you Cuesheet.')
})

test('what a publisher is called cannot become a part of the page', () => {
  expect(privacyOf({ ...release, publisher: '<img src=x>' })).toContain('&lt;img src=x>')
})

test('every page says of which version and day it is', () => {
  expect(privacyOf(release)).toContain('Cuesheet 1.2.3, 2030-01-31')
})
