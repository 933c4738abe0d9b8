import { describe, expect, test } from 'vitest'
import * as drafts from '../../../core/plans/draft.ts'
import { underWay, type CellsByTitle, type Draft } from '../../../core/plans/draft.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import type { Row } from '../../../core/plans/row.ts'
import { matrixOf, matrixSheet, titled, TITLES, type CueCells, type Key } from './matrixSheet.ts'

const rowOf = (cells: CueCells) => matrixOf(matrixSheet({ id: 'a', cue: 'Box', ...cells })).rows[0]!
const box = rowOf({})
const textIn = (row: Row | null, key: Key) => drafts.textIn(signals, row, TITLES[key])
const unwritten = (draft: Draft) => drafts.unwritten(signals, draft)
const leftOf = (draft: Draft, cells: CellsByTitle, row: Row | undefined) => drafts.leftOf(signals, draft, cells, row)
const cellsOf = (draft: Draft) => {
  const filled = drafts.cellsOf(signals, draft)
  if ('problem' in filled) throw new Error(filled.problem)
  return filled.cells
}
/** A draft with these fields filled in one after the other. */
const draftOf = (base: Draft['base'], fields: Partial<Record<Key, string>>, start?: Draft) =>
  Object.entries(titled(fields)).reduce<Draft | undefined>(
    (draft, [title, text]) => drafts.withField(signals, draft, base, title, String(text)) ?? undefined,
    start,
  )

describe('a draft', () => {
  test('comes to the cells that differ from the row, numbers as numbers and nothing as blank', () => {
    const base = rowOf({ owner: 'Ann', outcome: 'Trusts us' })
    const draft = draftOf(base, { owner: ' ', outcome: 'Trusts us', promise: '4', kind: 'tangible' })!
    expect(cellsOf(draft)).toEqual({ Owner: null, Promise: 4, Kind: 'tangible' })
  })

  test('is none once all of it says what the row says', () => {
    expect(draftOf(box, { owner: 'Ann' })?.fields).toEqual({ Owner: 'Ann' })
    expect(draftOf(box, { owner: '' }, draftOf(box, { owner: 'Ann' }))).toBeUndefined()
  })

  test('stands over the row as it was when it was begun, whatever the row says later', () => {
    const draft = draftOf(rowOf({ stage: 'renewal' }), { owner: 'Ann' }, draftOf(box, { kind: 'tangible' }))!
    expect(draft.base).toBe(box)
  })

  test('a cell that is not what belongs there is shown as it is', () => {
    expect(textIn(rowOf({ promise: 'much' }), 'promise')).toBe('much')
    expect(textIn(null, 'promise')).toBe('')
  })

  test('a cell is shown as text, and nothing where it is blank or its column is gone', () => {
    const cue = rowOf({ owner: 'Ann', promise: 4, value: { formula: '=NPS(A:A)' }, reviewedOn: 46082 })
    expect(
      (['owner', 'promise', 'value', 'reviewedOn', 'delivery', 'kind'] as const).map((key) => textIn(cue, key)),
    ).toEqual(['Ann', '4', '7', '2026-03-01', '', ''])
    const narrow = matrixOf({
      values: [
        ['Cue', 'Id'],
        ['Box', 'a'],
      ],
      formulas: [],
    }).rows[0]!
    expect([textIn(narrow, 'cue'), textIn(narrow, 'promise'), textIn(narrow, 'target')]).toEqual(['Box', '', ''])
  })

  test('has the promise and the delivery as numbers, and words as they are typed', () => {
    const draft = draftOf(box, { promise: ' 4 ', delivery: '5', owner: ' Ann ', target: '5', stage: '' })!
    expect(cellsOf(draft)).toEqual({ Promise: 4, Delivery: 5, Owner: ' Ann ', Target: '5' })
  })

  test('fills in one field after the other, and the last text of each counts', () => {
    const draft = draftOf(box, { owner: 'B' }, draftOf(box, { owner: 'A', kind: 'tangible' }))!
    expect(draft).toEqual({ base: box, fields: { Owner: 'B', Kind: 'tangible' }, sent: {} })
  })

  test('of a new cue is all that is filled in', () => {
    const draft = draftOf(null, { cue: 'Box', owner: '' })!
    expect(draft).toEqual({ base: null, fields: { Cue: 'Box' }, sent: {} })
    expect(cellsOf(draft)).toEqual({ Cue: 'Box' })
  })
})

describe('while a draft is on its way', () => {
  const sent = underWay(draftOf(box, { owner: 'Ma' })!)
  const written = rowOf({ owner: 'Ma' })
  const cells = cellsOf(sent)

  test('nothing else filled in leaves nothing to save', () => {
    expect(leftOf(sent, cells, written)).toBeNull()
  })

  test('what is filled in beside it is left, over the row as it was written', () => {
    const left = leftOf(draftOf(box, { kind: 'tangible' }, sent)!, cells, written)
    expect(left).toEqual({ base: written, fields: { Kind: 'tangible' }, sent: {} })
  })

  test('what is typed on in the same field is left', () => {
    expect(leftOf(draftOf(box, { owner: 'Maria' }, sent)!, cells, written)?.fields).toEqual({ Owner: 'Maria' })
  })

  test('what is taken back is left, though it says what the row said before', () => {
    const back = draftOf(box, { owner: '' }, sent)!
    const left = leftOf(back, cells, written)!
    expect(left.fields).toEqual({ Owner: '' })
    expect(cellsOf(left)).toEqual({ Owner: null })
  })

  test('what is taken back is no change when nothing was written', () => {
    expect(unwritten(draftOf(box, { owner: '' }, sent)!)).toBeNull()
    expect(unwritten(draftOf(box, { owner: 'Maria' }, sent)!)?.fields).toEqual({ Owner: 'Maria' })
  })

  test('a new cue becomes its row, and what was filled in since a change of it', () => {
    const added = underWay(draftOf(null, { cue: 'Box' })!)
    const left = leftOf(draftOf(null, { owner: 'Ann' }, added)!, cellsOf(added), box)!
    expect([left.base, cellsOf(left)]).toEqual([box, { Owner: 'Ann' }])
  })

  test('what was written for another page of the cue leaves all of it', () => {
    const draft = draftOf(box, { owner: 'Ann' })!
    expect(leftOf(draft, { 'Reviewed on': 46000 }, box)?.fields).toEqual({ Owner: 'Ann' })
  })

  test('a row that was removed leaves what was filled in since, over the row that it was', () => {
    expect(leftOf(draftOf(box, { kind: 'tangible' }, sent)!, cells, undefined)).toEqual({
      base: box,
      fields: { Kind: 'tangible' },
      sent: {},
    })
    expect(leftOf(sent, cells, undefined)).toBeNull()
  })

  test('all of it is remembered as sent, and what is taken back meanwhile is kept without a cell to write', () => {
    expect(sent).toEqual({ base: box, fields: { Owner: 'Ma' }, sent: { Owner: 'Ma' } })
    const back = draftOf(box, { owner: '' }, sent)!
    expect(back.fields).toEqual({ Owner: '' })
    expect(cellsOf(back)).toEqual({})
  })

  test('a number that is written leaves nothing, however it was typed', () => {
    const typed = underWay(draftOf(box, { promise: ' 4', owner: ' ' })!)
    expect(cellsOf(typed)).toEqual({ Promise: 4, Owner: null })
    expect(leftOf(typed, cellsOf(typed), rowOf({ promise: 4 }))).toBeNull()
    expect(leftOf(draftOf(box, { promise: '3' }, typed)!, cellsOf(typed), rowOf({ promise: 4 }))?.fields).toEqual({
      Promise: '3',
    })
  })
})
