import { counts, numberColumn } from '../../arguments/index.ts'
import { wrongValue } from '../../cell.ts'
import { metric, share } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const capacityUse = metric(
  {
    name: 'CAPACITY_USE',
    summary:
      'Capacity utilisation: the share of the slots, seats, rooms or hours on offer that were booked; with no_shows, that were really used. Rows are added up first, so that large days count for more. More than 100% is overbooking or overtime.',
    questions: [
      'How much of our capacity is used?',
      'How full are our appointments, rooms or shifts?',
      'What do no-shows cost us in capacity?',
      'Occupancy or utilisation rate of hours, seats or slots',
    ],
    args: [
      numberColumn(
        'booked',
        'What was booked in each row, such as a day, a room or a person: appointments, seats, nights, hours. Those that nobody came to are still in it. Write 0 where nothing was booked: a row without a number is left out.',
        { min: 0, refuseWords: 'write the number that was booked, 0 for none, or clear the cell to leave the row out' },
      ),
      numberColumn('available', 'What could have been booked in the same row, counted in the same unit.', { min: 0 }),
      numberColumn(
        'no_shows',
        'Of the booked ones, those that nobody came to, and cancellations too late to give the place to another. A blank cell is none. Without it, what was booked counts as used.',
        { min: 0, blank: 'kept', default: null, refuseWords: 'write how many did not come, or clear the cell' },
      ),
      counts(),
    ],
    returns: { unit: 'fraction', mayExceedOne: true },
    native: '=(SUM({booked})-SUM({no_shows|0}))/SUM({available})',
    examples: [
      { cells: [34, 40, 4], gives: 0.75 },
      {
        cells: [
          [[18], [10], [null]],
          [[20], [20], [20]],
        ],
        gives: 0.7,
      },
      {
        cells: [
          [[22], [26]],
          [[20], [20]],
          [[2], [null]],
        ],
        gives: 1.15,
      },
      { cells: [5, 8, 6], gives: '#VALUE!' },
      { cells: [0, 0], gives: '#DIV/0!' },
    ],
    source: 'Capacity utilisation: Jacobs and Chase, “Operations and Supply Chain Management”, 15th edition, 2018.',
  },
  (booked, available, noShows) => {
    const used = booked.map((places, i) => {
      const missed = noShows?.[i] || 0
      if (missed > places) throw wrongValue('no_shows', i, `has ${missed}, more than booked (${places})`)
      return places - missed
    })
    return share(sum(used), sum(available), { none: 'available is 0, so nothing could be booked' })
  },
)
