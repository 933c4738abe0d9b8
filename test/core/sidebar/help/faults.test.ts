import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { faultOf, keepFault, lastFaults } from '../../../../core/sidebar/help/faults.ts'

/** An error as it comes from a page, whose stack begins with its sentence in some browsers. */
const failure = (message: string, stack: string, more: object = {}) =>
  Object.assign(new Error(message), { stack, ...more })

const chrome = (message: string) => `Error: ${message}
    at Object.insert [as insertFormula] (https://localhost:3000/taskpane.js:1:23456)
    at async f (https://localhost:3000/taskpane.js?v=2:12:7)
    at https://n-abc-0lu-script.googleusercontent.com/userCodeAppPanel:20:9999`
const safari = `insert@https://example.com/cuesheet/taskpane.js:1:23456
@https://example.com/cuesheet/taskpane.js:12:7`

describe('what is told of a failure', () => {
  test('the kind of error, with the code that Excel gave it', () => {
    expect(faultOf(new TypeError('x is undefined')).kind).toBe('TypeError')
    expect(faultOf(failure('The sheet is gone', '', { code: 'ItemNotFound' })).kind).toBe('Error ItemNotFound')
    expect(faultOf(new CellError('#VALUE!', 'NPS: scores row 2 is Ann')).kind).toBe('Error #VALUE!')
    expect([undefined, null, 'Ann', 7, {}].map((odd) => faultOf(odd))).toEqual(
      Array(5).fill({ kind: 'error', about: [], at: [] }),
    )
  })

  test('the functions and arguments that its sentence names, and no other word of it', () => {
    const sentence = 'LTV: gross_margin row 7 has Ann Smith, which is no number'
    const fault = faultOf(failure(sentence, chrome(sentence)))
    expect(fault.about).toEqual(['LTV', 'gross_margin'])
    expect(JSON.stringify(fault)).not.toMatch(/Ann|Smith|number|row/)
  })

  test('a name of ours within quotes is somebody’s text', () => {
    expect(faultOf(new Error('The sheet “NPS” is gone, and so is "CSAT"')).about).toEqual([])
  })

  test('the places in our scripts, without the address that they come from', () => {
    expect(faultOf(failure('gone', chrome('gone'))).at).toEqual([
      'Object.insert taskpane.js:1:23456',
      'f taskpane.js:12:7',
      'userCodeAppPanel:20:9999',
    ])
    expect(faultOf(failure('gone', safari)).at).toEqual(['insert taskpane.js:1:23456', 'taskpane.js:12:7'])
  })

  test('a sentence over several lines that looks like a stack is left out of it', () => {
    const sentence = 'gone\n    at Ann (https://localhost/secret.js:1:2)'
    expect(JSON.stringify(faultOf(failure(sentence, chrome(sentence))))).not.toMatch(/Ann|secret/)
  })

  test('whatever a cell holds, nothing of it is told', () => {
    // Letters that stand in no name of ours and in no place.
    const cell = fc.string({ unit: fc.constantFrom(...'ÄÖÜäöüßжщ #"“”\'()@:\n'), minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(cell, (secret) => {
        const sentence = `NPS: scores row 2 has ${secret}`
        const told = JSON.stringify(faultOf(failure(sentence, chrome(sentence))))
        expect(told).not.toMatch(/[ÄÖÜäöüßжщ]/)
      }),
    )
  })
})

test('the last eight are kept, the latest last', () => {
  for (let i = 1; i <= 11; i++) keepFault(failure('', `f@https://localhost/taskpane.js:1:${i}`))
  expect(lastFaults().map(({ at }) => at[0])).toEqual([4, 5, 6, 7, 8, 9, 10, 11].map((i) => `f taskpane.js:1:${i}`))
})
