import type { HostCheck } from '../../core/sheet/book.ts'
import { isPending } from '../../core/cell.ts'
import { learnBlanks, PROBE, type Blanks, type ProbeAnswer } from '../blanks.ts'

const findings: Record<ProbeAnswer, { proves: Exclude<Blanks, 'unknown'>; sentence: string }> = {
  null: { proves: 'apart', sentence: 'This Excel tells blank cells from 0. Blank cells are never counted.' },
  'empty text': {
    proves: 'apart',
    sentence: 'This Excel sends blank cells as empty text. Blank cells are never counted.',
  },
  zero: {
    proves: 'zeros',
    sentence:
      'This Excel sends blank cells as 0. From now on, a range with 0s is refused wherever 0 would count, and the cell says how to write the formula instead.',
  },
}

/**
 * Looks at how this Excel sends a blank cell, and lets the functions know. `valueOf` writes a formula somewhere, tells
 * its value and clears it away; B1 is blank there.
 */
export function blankCheck(valueOf: (formula: string) => Promise<string>): HostCheck {
  return {
    title: 'How does this Excel send blank cells?',
    async run() {
      const answer = await valueOf(`=${PROBE}(B1)`)
      if (!isProbeAnswer(answer)) return noAnswer(answer)
      learnBlanks(findings[answer].proves)
      return findings[answer].sentence
    },
  }
}

/** Whether a cell shows that its value is still to come. */
export function isToCome(value: string): boolean {
  return value === '' || isPending(value)
}

function isProbeAnswer(value: string): value is ProbeAnswer {
  return value in findings
}

function noAnswer(value: string): string {
  return isToCome(value)
    ? 'Excel is still calculating, so there is no answer yet. Try again when it has finished.'
    : `Excel answered ${value}: it has not loaded the functions yet. Reload the add-in, then try again.`
}
