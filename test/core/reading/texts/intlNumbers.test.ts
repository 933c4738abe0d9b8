import { describe, expect, test } from 'vitest'
import { readNumber } from '../../../../core/reading/texts/numbers.ts'

describe('money as Intl writes it', () => {
  const locales = (
    'en-US en-GB en-IN de-DE de-CH fr-FR fr-CA es-ES es-MX it-IT pt-BR nl-NL sv-SE da-DK nb-NO fi-FI pl-PL cs-CZ hu-HU tr-TR ' +
    'ru-RU el-GR he-IL ar-EG fa-IR hi-IN th-TH vi-VN ja-JP ko-KR zh-CN'
  ).split(' ')
  const values = [1234.5, -1234.5, 1234567.89, 0.5, 12]
  const exact = new Map<string, number>()
  /** The value that is written: what stands in English digits without a currency. */
  const written = (value: number, digits: number): number => {
    const key = `${value} ${digits}`
    const options = { useGrouping: false, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
    if (!exact.has(key)) exact.set(key, Number(new Intl.NumberFormat('en-US', options).format(value)) || 0)
    return exact.get(key)!
  }

  function measured(currencyDisplay: string, currencies: readonly string[]) {
    const wrong: string[] = []
    let [read, doubtful, all] = [0, 0, 0]
    for (const locale of locales) {
      for (const currency of currencies) {
        for (const currencySign of ['standard', 'accounting']) {
          const options = { style: 'currency', currency, currencyDisplay, currencySign } as Intl.NumberFormatOptions
          const format = new Intl.NumberFormat(locale, options)
          const digits = format.resolvedOptions().maximumFractionDigits!
          for (const value of values) {
            const text = format.format(value)
            const wanted = written(value, digits)
            const reading = readNumber(text)
            all++
            if (reading.kind === 'number') {
              read++
              if (reading.value !== wanted) wrong.push(`${text} is ${reading.value}`)
            } else if (reading.kind === 'either') {
              doubtful++
              if (![reading.point, reading.comma].includes(wanted)) wrong.push(`${text} may be ${reading.point}`)
            } else if (reading.kind === 'word') wrong.push(`${text} is a word`)
          }
        }
      }
    }
    return { wrong: wrong.slice(0, 20), read: read / all, understood: (read + doubtful) / all }
  }

  test.each([
    ['symbol', 0.93, 0.98],
    ['narrowSymbol', 0.9, 0.95],
    ['code', 0.93, 0.98],
  ])('by %s, every currency in 31 languages is its value or refused', (display, read, understood) => {
    const found = measured(display, Intl.supportedValuesOf('currency'))
    expect(found.wrong).toEqual([])
    // The difference is 1,235 and its like, for which the column has to say which mark it is.
    expect(found.read).toBeGreaterThan(read)
    expect(found.understood).toBeGreaterThan(understood)
  })

  test('by name, it is its value or refused', () => {
    const found = measured('name', 'USD EUR GBP JPY INR BRL CHF SEK KRW XOF'.split(' '))
    expect(found.wrong).toEqual([])
  })

  test('without a currency and in per cent, in the digits of every script', () => {
    for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
      for (const style of ['decimal', 'percent'] as const) {
        const format = new Intl.NumberFormat('en', { numberingSystem, style, maximumFractionDigits: 1 })
        for (const value of [7, 0.5, -1234567.5]) {
          const text = format.format(value)
          const reading = readNumber(text)
          if (reading.kind === 'number') expect(reading.value, text).toBeCloseTo(value, 9)
          else expect(reading.kind, text).toBe('unclear')
        }
      }
    }
  })
})
