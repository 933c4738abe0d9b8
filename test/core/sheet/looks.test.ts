import { describe, expect, test } from 'vitest'
import { DATE, GENERAL } from '../../../core/metric.ts'
import { COLOURS, formatOf, MUTED, TEXT } from '../../../core/sheet/looks.ts'

/** How bright a colour is to the eye, from 0 to 1, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(colour: string): number[] {
  expect(colour).toMatch(/^#[\dA-F]{6}$/)
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const named = Object.entries(COLOURS)

describe('the colours of cells', () => {
  test.each(named)('%s: dark text on a light fill, readable to WCAG AA', (_, { fill, text }) => {
    expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5)
    expect(luminance(fill)).toBeGreaterThan(0.6)
  })

  test('are four, and no two have the same fill or text', () => {
    expect(named.map(([name]) => name).sort()).toEqual(['amber', 'green', 'grey', 'red'])
    for (const part of ['fill', 'text'] as const) {
      expect(new Set(named.map(([, colour]) => colour[part])).size).toBe(named.length)
    }
  })

  test.each(['fill', 'text'] as const)('are what they are called, in their %s', (part) => {
    const [red, green, amber, grey] = (['red', 'green', 'amber', 'grey'] as const).map((name) =>
      channels(COLOURS[name][part]),
    ) as [number[], number[], number[], number[]]
    expect(Math.max(...red)).toBe(red[0])
    expect(red[1]).toBe(red[2])
    expect(Math.max(...green)).toBe(green[1])
    expect(amber[0]! > amber[1]! && amber[1]! > amber[2]!).toBe(true)
    expect(new Set(grey).size).toBe(1)
  })

  test('what people need not look at is greyer than other text, and readable on white', () => {
    expect(contrast(MUTED, '#FFFFFF')).toBeGreaterThanOrEqual(4.5)
    expect(luminance(MUTED)).toBeGreaterThan(luminance(COLOURS.grey.text))
    expect(new Set(channels(MUTED)).size).toBe(1)
  })
})

test.each([
  ['text', TEXT],
  ['date', DATE],
  ['number', GENERAL],
  ['any', GENERAL],
] as const)('a column of kind %s has the number format %s', (kind, format) => {
  expect(formatOf({ title: 'Cue', width: 90, kind })).toBe(format)
})

test('the format of text is the one in which spreadsheets take all that is typed for text', () => {
  expect(TEXT).toBe('@')
})
