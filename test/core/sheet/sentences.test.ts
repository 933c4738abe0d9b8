import { expect, test } from 'vitest'
import { existingSheet, missingSheet } from '../../../core/sheet/sentences.ts'

test('a sheet that is gone is named, with the way back to it', () => {
  expect(missingSheet('Signals')).toBe(
    'The sheet “Signals” is not there any more. If it was renamed, give it that name again, then try again.',
  )
})

test('a sheet that is in the way is named, and that nothing happened to it', () => {
  expect(existingSheet('Signals')).toBe(
    'There is a sheet “Signals” already. Rename it, then try again. Nothing was changed.',
  )
})
