import { counts, date, dates, keys, number, segments } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'
import { valuesByCode } from '../../statistics/groups.ts'
import { longBefore } from '../../statistics/time/waiting.ts'

export const fcrEvents = metric(
  {
    name: 'FCR_EVENTS',
    summary:
      'First-contact resolution out of a log of contacts: the share of first contacts that the same customer, about the same topic, did not have to repeat within a number of days, 7 by default. A contact after a longer pause is the first of a new issue.',
    questions: [
      'How often do customers have to contact us again?',
      'What share of issues in our contact log is solved at once?',
      'How many tickets are reopened?',
    ],
    args: [
      keys('customer_ids', 'Customer of each contact.'),
      dates('contact_dates', 'Date of each contact; whole days count. Two on the same day are a repeat.'),
      segments(
        'topics',
        'What each contact was about, in any case: only a contact about the same topic is a repeat. A row without one is left out. Without topics every contact of the customer is a repeat.',
        { default: null },
      ),
      number(
        'window_days',
        'Longest pause, in days since the last contact, after which a contact still is a repeat. 7 when left out.',
        { min: 0, whole: true, default: 7 },
      ),
      date(
        'log_end',
        'Last day that the log covers: first contacts that may still be repeated after it are left out. Without it all count, so that the newest look better than they are.',
        { default: null },
      ),
      counts(),
    ],
    returns: { unit: 'fraction', target: '70%-85%' },
    examples: [
      {
        cells: [
          [['Ann'], ['Ann'], ['Ben'], ['Cleo'], ['Cleo']],
          [['2026-03-01'], ['2026-03-05'], ['2026-03-02'], ['2026-03-03'], ['2026-03-20']],
        ],
        gives: 0.75,
      },
      {
        cells: [
          [['Ann'], ['Ann'], ['Ben'], ['Ben']],
          [['2026-03-01'], ['2026-03-05'], ['2026-03-02'], ['2026-03-02']],
          [['bill'], ['login'], ['bill'], ['Bill']],
          14,
        ],
        gives: 0.6666666666666666,
      },
      {
        cells: [
          [['Ann'], ['Ann'], ['Ben'], ['Cleo'], ['Cleo']],
          [['2026-03-01'], ['2026-03-05'], ['2026-03-02'], ['2026-03-03'], ['2026-03-20']],
          null,
          7,
          '2026-03-20',
        ],
        gives: 0.6666666666666666,
      },
      { cells: [[['Ann'], ['Ben']], [['2026-03-01']]], gives: '#VALUE!' },
    ],
    source: 'First-contact resolution: Cleveland, “Call Center Management on Fast Forward”, 4th edition, 2019.',
  },
  (customerIds, contactDates, topics, windowDays, logEnd) => {
    let [first, last] = [Infinity, -Infinity]
    for (let i = 0; i < contactDates.length; i++) {
      if (contactDates[i]! < first) first = contactDates[i]!
      if (contactDates[i]! > last) last = contactDates[i]!
    }
    const firstDay = Math.floor(first)
    // Days of different topics lie further apart than any pause that makes a repeat.
    const span = Math.floor(last) - firstDay + windowDays + 1
    const { start, values: contacts } = valuesByCode(customerIds, (i) => {
      const topic = topics ? topics.codes[i]! : 0
      return topic * span + Math.floor(contactDates[i]!) - firstDay
    })
    const until = logEnd === null ? Infinity : Math.floor(logEnd) - firstDay
    let issues = 0
    let solved = 0
    let pending = 0
    for (let customer = 0; customer + 1 < start.length; customer++) {
      const own = contacts.subarray(start[customer], start[customer + 1]).sort()
      for (let i = 0; i < own.length; i++) {
        const isRepeat = i > 0 && own[i]! - own[i - 1]! <= windowDays
        if (isRepeat) continue
        const mayBeRepeated = until < Infinity && (own[i]! % span) + windowDays > until
        if (mayBeRepeated) {
          pending++
          continue
        }
        issues++
        if (i + 1 === own.length || own[i + 1]! - own[i]! > windowDays) solved++
      }
    }
    if (issues === 0) {
      const age = longBefore(windowDays, 'log_end', Math.floor(logEnd!))
      throw new CellError('#N/A', `needs a first contact that is ${age}, has none`)
    }
    return share(solved, issues, { of: 'first contacts', pending })
  },
)
