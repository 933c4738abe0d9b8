import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf } from '../../../core/sheet/fingerprint.ts'

/** FNV-1a in 32 bits over the code units, from its definition and with whole numbers of any size. */
function fnv(text: string): number {
  let hash = 2166136261n
  for (const sign of text.split('')) hash = ((hash ^ BigInt(sign.charCodeAt(0))) * 16777619n) % 2n ** 32n
  return Number(BigInt.asIntN(32, hash))
}

test('a fingerprint is the length and the FNV-1a hash of the content', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.oneof(fc.string({ maxLength: 20 }), fc.double(), fc.constant(null)))),
      (content) => {
        const text = JSON.stringify(content)
        expect(fingerprintOf(content)).toBe(`${text.length} ${fnv(text)}`)
      },
    ),
  )
})

test.each([
  [['1'], [1]],
  [[''], [null]],
  [
    ['a', 'b'],
    ['ab', ''],
  ],
  [['ab'], ['ba']],
])('%j and %j differ', (one, other) => {
  expect(fingerprintOf(one)).not.toBe(fingerprintOf(other))
})
