import { excelFunctions, type Formula } from './bundles.ts'
import { compared, inYardsticks, type Line } from './lines.ts'
import { besideYardstick, randomFrom, side, type Turns } from './measure.ts'

/** What a service desk and whoever steers it ask of many rows. */
export function desk(): Line[] {
  const functions = excelFunctions()
  const [hours, withHolidays] = [0, 20].map((holidays) => workingHours(functions, 100_000, holidays))
  const divisions = 'two divisions per row'
  return [
    compared('BUSINESS_HOURS, 100,000 tickets of up to two years, Excel bundle', hours!, divisions, 5),
    compared('the same with 20 holidays', withHolidays!, divisions, 5),
    inYardsticks('THEME_COUNT, 50,000 comments, 30 themes, Excel bundle', themes(functions, 50_000, 30), 100),
    compared(
      'METRIC_BY of NPS, 1,000,000 rows, 200 segments, Excel bundle',
      bySegment(functions, 1_000_000, 200),
      'one pass with a Map',
      3,
    ),
  ]
}

/**
 * Working hours of tickets that were open for up to two years, with so many holidays, against a pass to the same column
 * that divides twice per row.
 */
function workingHours({ BUSINESS_HOURS }: Record<string, Formula>, rows: number, holidayCount: number) {
  const holidays = Array.from({ length: holidayCount }, (_, i) => [45010 + 53 * i])
  const random = randomFrom(5)
  const starts = Array.from({ length: rows }, () => [45000 + random() * 365])
  const ends = starts.map(([start]) => [start! + random() * 730])
  // The bare pass settles late.
  return side(
    60,
    () => BUSINESS_HOURS!(starts, ends, null, null, null, holidayCount > 0 ? holidays : null),
    () => {
      const hours = new Array<number[]>(rows)
      for (let i = 0; i < rows; i++) hours[i] = [ends[i]![0]! / 7 - starts[i]![0]! / 7]
      return hours
    },
  )
}

/** Themes of comments of a sentence or two. */
function themes({ THEME_COUNT }: Record<string, Formula>, comments: number, themeCount: number): Turns {
  const random = randomFrom(6)
  const word = () => `word${Math.floor(random() ** 3 * 5000)}`
  const sentence = (length: number) => Array.from({ length }, word).join(' ')
  const texts = Array.from({ length: comments }, () => [sentence(5 + Math.floor(random() * 20))])
  const lists = Array.from({ length: themeCount }, (_, i) => [
    `Theme ${i}`,
    word(),
    word(),
    word(),
    sentence(2),
    `${word()}*`,
  ])
  return besideYardstick(5, () => THEME_COUNT!(texts, lists))
}

/** NPS by segment, against one pass that looks the segment of each row up and counts. */
function bySegment({ METRIC_BY }: Record<string, Formula>, rows: number, segments: number) {
  const random = randomFrom(7)
  const groups = Array.from({ length: rows }, () => [`Segment ${Math.floor(random() * segments)}`])
  const scores = Array.from({ length: rows }, () => [Math.floor(random() * 11)])
  return side(
    7,
    () => METRIC_BY!('NPS', groups, [scores]),
    () => {
      const tallies = new Map<string, { answers: number; net: number }>()
      for (let i = 0; i < rows; i++) {
        const group = groups[i]![0]!
        let tally = tallies.get(group)
        if (!tally) tallies.set(group, (tally = { answers: 0, net: 0 }))
        const score = scores[i]![0]!
        tally.answers++
        if (score >= 9) tally.net++
        else if (score <= 6) tally.net--
      }
      return tallies
    },
  )
}
