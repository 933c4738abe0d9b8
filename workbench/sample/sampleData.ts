import { civil, serialOf } from '../../core/statistics/time/calendar.ts'
import { random, type Random } from './random.ts'

type Row = (string | number | null)[]

const FIRST_DAY = serialOf(2025, 1, 1)
/** The day on which the data end. */
export const LAST_DAY = serialOf(2026, 2, 28)
const MONTHS = 14

export const ORDERS = 2000
export const ANSWERS = 600
export const TICKETS = 800
const OUTAGES = 7

/** Orders of a shop that wins more customers every month. Each orders at an own pace until an unseen end. */
export function orders(): Row[] {
  const dice = random(20260301)
  const made: { customer: string; day: number; first: boolean; channel: string }[] = []
  let customers = 0
  for (let month = 0; month < MONTHS; month++) {
    const won = Math.round((38 + 3 * month) * dice.normal(1, 0.08))
    for (let i = 0; i < won; i++) {
      const customer = `C-${String(++customers).padStart(4, '0')}`
      const channel = dice.pick([
        ['Search', 4],
        ['Social', 3],
        ['Referral', 2],
        ['Partner', 1],
      ])
      let day = dayIn(month, dice)
      made.push({ customer, channel, day, first: true })
      // Everyone has a pace of their own and a chance of their own to have been there for the last time.
      const daysBetween = 40 * Math.exp(dice.normal(channel === 'Referral' ? -0.3 : 0, 0.9))
      const leaves = within(0.28 * Math.exp(dice.normal(0, 0.9)), 0, 1)
      while (!dice.happens(leaves)) {
        day += 1 + Math.floor(-daysBetween * Math.log(1 - dice.share()))
        if (day > LAST_DAY) break
        made.push({ customer, channel, day, first: false })
      }
    }
  }
  // A round number of rows, and every customer keeps the first order.
  while (made.length > ORDERS) {
    const i = dice.whole(0, made.length - 1)
    if (!made[i]!.first) made.splice(i, 1)
  }
  made.sort((a, b) => a.day - b.day)
  return made.map(({ customer, day, channel }, i) => [100001 + i, customer, day, amount(dice), channel])
}

/** Answers to a customer survey. Some questions were skipped, and a few people wrote “n/a”. */
export function answers(): Row[] {
  const dice = random(20260302)
  const days = sortedDays(ANSWERS, serialOf(2025, 3, 1), dice)
  return days.map((day, i) => {
    const region = dice.pick([
      ['North', 3],
      ['South', 3],
      ['East', 2],
      ['West', 2],
    ])
    const channel = dice.pick([
      ['Email', 5],
      ['In app', 3],
      ['Phone', 2],
    ])
    const mood = dice.normal({ North: 0.5, South: 0.1, East: -0.3, West: 0.2 }[region] ?? 0, 1)
    const recommend = within(Math.round(8.3 + 1.9 * mood), 0, 10)
    const satisfaction = within(Math.round(4.1 + 0.7 * mood + dice.normal(0, 0.5)), 1, 5)
    const effort = within(Math.round(2.3 - 0.6 * mood + dice.normal(0, 0.7)), 1, 5)
    const answered = (value: number) => (dice.happens(0.03) ? null : dice.happens(0.01) ? 'n/a' : value)
    return [
      day,
      `R-${String(i + 1).padStart(4, '0')}`,
      region,
      channel,
      answered(recommend),
      answered(satisfaction),
      answered(effort),
    ]
  })
}

/** The moment at which the service desk looks back: the evening of the last day. */
export const AS_OF = LAST_DAY + 18 / 24

/** How long a first reply takes on each channel, in hours: half of them take less. */
const REPLY_HOURS: Readonly<Record<string, number>> = { Chat: 0.06, Email: 5, Phone: 0.02 }

/** What customers write, by topic. Some write nothing. */
const COMMENTS: Readonly<Record<string, readonly string[]>> = {
  Delivery: [
    'Parcel came a week late',
    'The courier left the box in the rain',
    'Delivery was late again, and nobody told me',
    'Arrived early, thank you!',
    'Tracking link did not work',
  ],
  Billing: [
    'The invoice shows the wrong amount',
    'I was charged twice',
    'Refund took three weeks',
    'Please send the invoice as a PDF',
  ],
  Product: [
    'One part was broken',
    'The manual is hard to understand',
    'Smaller than the dimensions on the label',
    'Works great, thank you',
  ],
  Account: ['Could not log in', 'Password reset e-mail never came', 'Login works now, thanks'],
}

/**
 * Cases of a service desk, with times to the minute. Those without a reply or a closing time wait for it, and some
 * customers have left a comment.
 */
export function tickets(): Row[] {
  const dice = random(20260303)
  const days = sortedDays(TICKETS, serialOf(2025, 6, 1), dice).map((day) => workingDay(day, dice))
  const moments = days.map((day) => minute(day + within(dice.normal(13.5, 3), 0, 23.9) / 24)).sort((a, b) => a - b)
  return moments.map((opened, i) => {
    const channel = dice.pick([
      ['Chat', 4],
      ['Email', 3],
      ['Phone', 3],
    ])
    const topic = dice.pick([
      ['Delivery', 4],
      ['Billing', 3],
      ['Product', 2],
      ['Account', 1],
    ])
    let contacts = 1
    while (contacts < 6 && dice.happens(topic === 'Billing' ? 0.35 : 0.2)) contacts++
    const replied = minute(opened + (REPLY_HOURS[channel]! * Math.exp(dice.normal(0, 0.8))) / 24)
    const closed = minute(replied + contacts * Math.exp(dice.normal(-0.4, 1)))
    const isOpen = closed > AS_OF || dice.happens(0.02)
    const solved = !isOpen && dice.happens(0.95)
    const remark = COMMENTS[topic]![dice.whole(0, COMMENTS[topic]!.length - 1)]!
    return [
      `T-${String(i + 1).padStart(4, '0')}`,
      opened,
      replied > AS_OF ? null : replied,
      isOpen ? null : closed,
      channel,
      topic,
      contacts,
      solved ? 'yes' : 'no',
      dice.happens(0.55) ? remark : null,
    ]
  })
}

/** Times when the shop was down, some of them noticed twice. */
export function outages(): Row[] {
  const dice = random(20260304)
  const starts = sortedDays(OUTAGES, serialOf(2026, 2, 1), dice).map((day) => minute(day + dice.normal(0.5, 0.2)))
  return starts
    .sort((a, b) => a - b)
    .flatMap((from): Row[] => {
      const to = minute(from + Math.exp(dice.normal(-3.4, 0.8)))
      const twice = dice.happens(0.5)
      return [['Shop', from, to], ...(twice ? [['Payments', minute(from + 5 / 1440), to] as Row] : [])]
    })
}

/** The channels of the advertising, with what a week of it is worth and when more of it brings little. */
const CHANNELS = [
  { decay: 0.2, halfPoint: 3000, most: 15600, usual: 2600, pauses: 0.06 },
  { decay: 0.35, halfPoint: 1800, most: 5400, usual: 2200, pauses: 0.12 },
  { decay: 0.6, halfPoint: 6000, most: 20400, usual: 2400, pauses: 0.3 },
]

/** Two years of weeks: what was spent on search, social and video, and the revenue of new customers. */
export function adWeeks(): Row[] {
  const dice = random(20260305)
  const carried = CHANNELS.map(() => 0)
  return Array.from({ length: AD_WEEKS }, (_, week): Row => {
    const spend = CHANNELS.map(({ usual, pauses }) =>
      dice.happens(pauses) ? 0 : Math.round(usual * Math.exp(dice.normal(-0.1, 0.6)) * 0.1) * 10,
    )
    const brought = CHANNELS.map(({ decay, halfPoint, most }, i) => {
      carried[i] = (1 - decay) * spend[i]! + decay * carried[i]!
      return (most * carried[i]!) / (carried[i]! + halfPoint)
    })
    const revenue = brought.reduce((sum, value) => sum + value, 8400 * dice.normal(1, 0.06))
    return [FIRST_WEEK + 7 * week, ...spend, Math.round(revenue)]
  })
}

const AD_WEEKS = 104
const FIRST_WEEK = serialOf(2024, 3, 4)

/** What people would pay for a new desk lamp: too cheap, cheap, expensive, too expensive. A few mix the four up. */
export function lampPrices(): Row[] {
  const dice = random(20260306)
  return Array.from({ length: 150 }, (_, i): Row => {
    const middle = 42 * Math.exp(dice.normal(0, 0.28))
    const prices = [0.55, 0.8, 1.15, 1.5].map((share) => Math.max(5, Math.round(middle * share * dice.normal(1, 0.06))))
    if (dice.happens(0.04)) prices.reverse()
    return [`R-${String(i + 1).padStart(3, '0')}`, ...prices]
  })
}

/** Most people write on weekdays. */
function workingDay(day: number, dice: Random): number {
  const weekend = (day - 2) % 7 >= 5
  return weekend && dice.happens(0.7) ? day - dice.whole(2, 4) : day
}

/** A moment to the whole minute, as a help desk keeps it. */
function minute(serial: number): number {
  return Math.round(serial * 1440) / 1440
}

function dayIn(month: number, dice: Random): number {
  const { year } = civil(FIRST_DAY)
  const start = serialOf(year, month + 1, 1)
  return start + dice.whole(0, serialOf(year, month + 2, 1) - start - 1)
}

function sortedDays(count: number, from: number, dice: Random): number[] {
  return Array.from({ length: count }, () => dice.whole(from, LAST_DAY)).sort((a, b) => a - b)
}

function amount(dice: Random): number {
  return Math.round(100 * Math.exp(dice.normal(3.8, 0.5))) / 100
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
