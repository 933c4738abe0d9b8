/** Time zones as Google Sheets applies them, worked out another way than the product does: by trying instants. */

const DAY = 864e5
const EPOCH = 25569 * DAY
const QUARTER = 900_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** The serial that a sheet of this zone shows for an instant. */
export function serialAt(instant: number, zone: string): number {
  return (shown(instant, zone) + EPOCH) / DAY
}

/** The first instant at which a sheet of this zone shows a serial; where clocks skip it, the first one after. */
export function instantOf(serial: number, zone: string): number {
  const wanted = Math.round(serial * DAY - EPOCH)
  const start = (Math.floor(wanted / QUARTER) - 15 * 4) * QUARTER
  for (let instant = start; ; instant += QUARTER) {
    const missing = wanted - shown(instant, zone)
    if (missing <= 0) return instant
    if (missing < QUARTER && shown(instant + missing, zone) === wanted) return instant + missing
  }
}

/** What the clocks show, as milliseconds that would be UTC. */
function shown(instant: number, zone: string): number {
  let format = formats.get(zone)
  if (!format) {
    // Swedish writes dates as ISO does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(zone, format)
  }
  const second = Math.floor(instant / 1000) * 1000
  return Date.parse(`${format.format(second).replace(' ', 'T')}Z`) + (instant - second)
}
