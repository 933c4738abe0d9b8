import type { Scalar } from '../metric.ts'

/** Whether a row of a table is a sentence about it: a text in the first cell, and nothing beside it. */
export function isSentence([first, ...others]: readonly Scalar[]): boolean {
  return typeof first === 'string' && first !== '' && others.length > 0 && others.every((cell) => cell === '')
}
