import type { Arg } from '../../core/arguments/index.ts'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import type { Spec } from '../../core/metric.ts'
import { IF_TITLE } from '../../core/reading/cells.ts'
import { isColumn, isCounts } from '../../core/reading/standingFor.ts'
import { isSerial, isValue, rowsOf, type Answer, type ResultCell } from './answer.ts'
import { isBlock, type Block, type Call, type Given, type SheetCell } from './cells.ts'
import { alike, alikeInAnyOrder, sameAnswer } from './compare.ts'
import { asTheyCome, blanksCount, headersCount, orderCounts } from './exceptions.ts'
import { blankRows } from './hostile.ts'

/** The same data in another shape, and whether an answer to it is right. */
export interface Changed {
  call: Call
  isRight(answer: Answer): boolean
}

/** An argument of a call; of METRIC_BY that of the function it is for. */
interface Place {
  name: string
  arg: Arg<unknown>
  given: Given
  /** Whether each of its rows belongs to a row of the others. */
  isInRows: boolean
}

function placesOf({ args, name }: Spec, { given }: Call): Place[] {
  const [metric, groups] = given
  const chosen = name === 'METRIC_BY' && typeof metric === 'string' ? findMetric(metric)?.spec : undefined
  const isCounted = args.some((arg, i) => isCounts(arg) && isBlock(given[i]))
  return given.map((one, i) => {
    const inner = chosen?.args[Math.min(i - 2, chosen.args.length - 1)]
    if (!chosen || !inner) {
      const arg = args[Math.min(i, args.length - 1)]!
      return {
        name: `${name}.${arg.name}`,
        arg,
        given: one,
        isInRows: arg.shape === 'column' || (isCounted && isColumn(arg)) || (name === 'METRIC_BY' && i === 1),
      }
    }
    const isInRows = isBlock(one) && isBlock(groups) && one.length === groups.length
    return { name: `${chosen.name}.${inner.name}`, arg: inner, given: one, isInRows }
  })
}

function isBag({ arg, given, isInRows }: Place): boolean {
  return isBlock(given) && !isInRows && arg.shape === 'range' && arg.limits !== undefined
}

/** Whether an exception is for a function, its argument, or the function that METRIC_BY works out. */
function isExcepted(name: string, exceptions: Readonly<Record<string, string>>): boolean {
  return name in exceptions || name.split('.')[0]! in exceptions
}

/** All columns with their rows in another order, and bags of numbers each in one of its own. */
export function permuted(spec: Spec, call: Call, answer: Answer, seed: number): Changed | undefined {
  if (!isValue(answer)) return undefined
  const places = placesOf(spec, call)
  const columns = places.flatMap(({ given, isInRows }) => (isInRows && isBlock(given) ? [given] : []))
  const height = Math.max(0, ...columns.map(({ length }) => length))
  const order = shuffled(height, seed)
  const isFixed = places.some(({ name, isInRows }) => isInRows && isExcepted(name, orderCounts))
  // At the end a blank row is none, and elsewhere it may say that something has not happened.
  if (isFixed || order.some((row) => columns.every((block) => (block[row] ?? []).every(isBlankCell)))) return undefined
  // Among words alone the first one may be a title.
  if (!columns.some(holdsNumbers)) order.sort((a, b) => Number(b === 0) - Number(a === 0))
  const given = places.map((place): Given => {
    const { name, given, isInRows } = place
    if (!isBlock(given)) return given
    if (isInRows) return given.length === height ? order.map((row) => given[row]!) : given
    return isBag(place) && !isExcepted(name, orderCounts) ? shuffledBag(given, seed) : given
  })
  const isBeside = spec.returns.column !== undefined
  const expected = isBeside ? inOrder(answer.value, order) : answer.value
  const isAlike = isExcepted(spec.name, asTheyCome) ? alikeInAnyOrder : alike
  return {
    call: { name: call.name, given },
    isRight: (found) => {
      if (!isValue(found)) return false
      const value = isBeside
        ? inOrder(
            found.value,
            order.slice().sort((a, b) => a - b),
          )
        : found.value
      return isAlike(value, expected, 1e-9)
    },
  }
}

function isBlankCell(cell: SheetCell): boolean {
  return cell === null || cell === ''
}

function holdsNumbers(block: Block): boolean {
  return block.some((row) => row.some((cell) => typeof cell === 'number' || isSerial(cell)))
}

/** Another order of the numbers below `count`, the same for the same seed. */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i)
  let state = seed + 1
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    const j = (state >>> 8) % (i + 1)
    const moved = order[i]!
    order[i] = order[j]!
    order[j] = moved
  }
  return order
}

function shuffledBag(bag: Block, seed: number): Block {
  const cells = bag.flat()
  const order = shuffled(cells.length, seed)
  let next = 0
  return bag.map((row) => row.map(() => cells[order[next++]!]!))
}

/** Values beside the data go along with their rows; where a row is blank at the end there may be none. */
function inOrder(value: ResultCell | ResultCell[][], order: readonly number[]): ResultCell[][] {
  const rows = rowsOf(value)
  return order.map((row) => rows[row] ?? [''])
}

/** Blank rows below every range. */
export function lengthened(spec: Spec, call: Call, answer: Answer, seed: number): Changed | undefined {
  const blocks = call.given.filter(isBlock)
  // A single row may be a column laid across, and a single cell no range at all.
  if (blocks.length === 0 || blocks.some((block) => block.length < 2)) return undefined
  const places = placesOf(spec, call)
  if (places.some(({ name, isInRows }) => isInRows && isExcepted(name, blanksCount))) return undefined
  const count = seed % 20 === 19 ? 2000 : 1 + (seed % 4)
  const given = places.map(({ name, arg, given, isInRows }): Given => {
    const isRange = isBlock(given) && (arg.shape !== 'cell' || isInRows)
    return isRange && !isExcepted(name, blanksCount) ? [...given, ...blankRows(given, count)] : given
  })
  return {
    call: { name: call.name, given },
    isRight: (found) => sameAnswer(withoutHeights(found), withoutHeights(answer)),
  }
}

/** Heights may be told, and are other ones. */
function withoutHeights(answer: Answer): Answer {
  return isValue(answer) ? answer : { ...answer, message: answer.message?.replace(/has \d+( rows?)?\b/g, 'has') }
}

/** A title on top of every column and bag, where at least one holds numbers or dates. */
export function titled(spec: Spec, call: Call, answer: Answer): Changed | undefined {
  const places = placesOf(spec, call)
  const isTitled = (place: Place) =>
    place.isInRows || isBag(place) || (place.arg.ownRows === true && place.arg.date === true)
  const blocks = places.flatMap((place) => (isTitled(place) && isBlock(place.given) ? [place.given] : []))
  // A blank cell alone is an argument left out, and a row alone may be a column laid across.
  const isUnclear = blocks.some(
    (block) => block.length < 2 && (!isValue(answer) || block.flat().every(isBlankCell) || block[0]?.length !== 1),
  )
  if (isExcepted(spec.name, headersCount) || isUnclear || !blocks.some(holdsNumbers)) return undefined
  const given = places.map((place): Given => {
    const { arg, given } = place
    if (!isTitled(place) || !isBlock(given)) return given
    const title = (arg.name[0]!.toUpperCase() + arg.name.slice(1)).replace(/_/g, ' ')
    return [given[0]!.map((_, k) => (k === 0 ? title : `${title} ${k + 1}`)), ...given]
  })
  const isBeside = spec.returns.column !== undefined && places.some(({ isInRows, given }) => isInRows && isBlock(given))
  return {
    call: { name: call.name, given },
    isRight: (found) => {
      if (!isValue(answer)) return !isValue(found) && withoutRows(found.message) === withoutRows(answer.message)
      if (!isValue(found)) return false
      if (!isBeside) return alike(found.value, answer.value, 0)
      return alike(rowsOf(found.value).slice(1), rowsOf(answer.value), 0)
    },
  }
}

/** Without what a title shifts: places, heights, and that the first row may be one. */
function withoutRows(sentence = ''): string {
  const placed = sentence.replace(/\brows? \d+/g, 'row').replace(/\d+ rows?\b/g, 'rows')
  return placed.replace(/\bhas \d+,/g, 'has rows,').replace(`; ${IF_TITLE}`, '')
}
