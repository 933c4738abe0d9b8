import { serialOf } from '../statistics/time/calendar.ts'

/** The day on the clock of this computer, as a serial number. */
export function today(): number {
  const now = new Date()
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
