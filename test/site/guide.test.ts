import { describe, expect, test } from 'vitest'
import { guideNames, guideOf, picturesIn } from '../../site/guides/guide.ts'
import { pageAt } from './pages.ts'

const text = `# The *signal* matrix

For managers: see [the plans](plans.md), all of them. More.

## Start here

Open it.

![A list](signals.png)

## Start here

| a | b |
| - | - |
| 1 | \`=NPS(A:A)\` |
`

describe('a guide', () => {
  const guide = guideOf('signals', text)

  test('has its title and first sentence as people read them', () => {
    expect(guide.title).toBe('The signal matrix')
    expect(guide.description).toBe('For managers: see the plans, all of them.')
  })

  test('has sections with the anchors that GitHub gives', () => {
    expect(guide.sections).toEqual([
      { title: 'Start here', anchor: 'start-here', text: 'Open it. A list' },
      { title: 'Start here', anchor: 'start-here-1', text: 'a b 1 =NPS(A:A)' },
    ])
  })

  test('tells of its pictures', () => {
    expect(picturesIn([guide])).toEqual([{ file: 'signals.png', alt: 'A list' }])
  })
})

test('guides are what users read, the first steps first', () => {
  expect(guideNames(['benchmarks', 'excel', 'verified', 'functions', 'differences', 'signals'])).toEqual([
    'signals',
    'excel',
    'differences',
    'verified',
  ])
})

test('tables of guides scroll in a box of their own, and links lead to pages', () => {
  const page = pageAt('guides/plans.html')
  expect(page).toMatch(/<div class="scroll" role="region" aria-label="Table 1" tabindex="0"><table>/)
  expect(page).toContain('href="signals.html"')
  expect(page).toContain('src="../images/plans-kpis.png"')
})
