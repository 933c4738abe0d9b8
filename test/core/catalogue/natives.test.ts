import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { filled, natives } from '../../../core/catalogue/natives.ts'
import { formula } from '../../../core/catalogue/reference.ts'

test.each(natives.map(({ spec }) => [spec.name, spec] as const))(
  '%s names each of its arguments, and no other',
  (_, spec) => {
    const named = [...spec.native.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(new Set(named)).toEqual(new Set(spec.args.map(({ name }) => name)))
    expect(spec.questions.length).toBeGreaterThan(1)
    expect(catalogue().map((metric) => metric.spec.name)).not.toContain(spec.name)
  },
)

describe('a formula of the spreadsheet’s own', () => {
  test('is written with what is given', () => {
    expect(filled('=SUM({revenue})/SUM({orders})', (name) => `${name.toUpperCase()}:B`)).toBe(
      '=SUM(REVENUE:B)/SUM(ORDERS:B)',
    )
  })

  test('has an example that can be pasted', () => {
    expect(formula(natives[0]!.spec, natives[0]!.spec.examples[0]!.cells)).toBe('=SUM({300;500})/SUM({10;10})')
  })
})
