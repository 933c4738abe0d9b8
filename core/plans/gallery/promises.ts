import {
  blank,
  bothOrAll,
  check,
  daysText,
  eachWord,
  notDays,
  notNumbers,
  overdue,
  reviewDue,
  rowsText,
  twice,
  unowned,
  type About,
} from '../check.ts'
import { every, id, linkColumns, owner, path, PATHS, reviewedOn } from '../commonColumns.ts'
import { promiseSets } from '../libraries/promises.ts'
import { namesKpi } from '../linking.ts'
import { liveProblem, targetFits } from '../live.ts'
import { plan } from '../plan.ts'
import { sumWith } from '../summing.ts'
import { dayIn, numberIn, wordIn, type Row } from '../row.ts'
import { isoText } from '../../statistics/time/calendar.ts'

const link = { metric: 'Metric', value: 'Value', target: 'Target', status: 'Status' } as const

/** So many days before it ends, somebody is to decide what comes then. */
const SOON = 14

const OFFER = ['Usual units', 'Units sold', 'Price', 'Discount', 'Unit cost'] as const
const COUNTS = ['Issued', 'Redeemed', ...OFFER, 'Fixed cost', 'Claimed', 'Honoured', 'Cost of claims'] as const

const CLAIMED = sumWith('Claimed', 'Honoured')

export const promises = plan({
  name: 'Promises',
  noun: ['promise', 'promises'],
  goal: 'Keep what we promise',
  place: 2,
  question: 'What have we promised, where does it stand, and is it kept?',
  about:
    'Every service level, guarantee and offer that customers can read: its words, where it is shown, the number that tells whether it is kept, and until when it holds. A promise whose number is missed, or that has expired and is still shown, is told in red, here and at the cues of Signals that rest on it.',
  key: 'Promise',
  nameless: 'Promise without a name',
  details: ['Type', 'State', 'Owner'],
  columns: [
    {
      title: 'Promise',
      width: 240,
      kind: 'text',
      required: true,
      help: 'What it is called, such as “Uptime guarantee”. Cues of Signals name it by this.',
    },
    path,
    {
      title: 'Type',
      width: 100,
      kind: 'text',
      choices: ['service level', 'guarantee', 'offer'],
      help: 'What you hold yourself to, what you pay for if not, or a price for some time.',
    },
    { title: 'Shown where', width: 160, kind: 'text', recalls: true, help: 'Where customers read or hear it.' },
    { title: 'Says', width: 240, kind: 'text', isLong: true, help: 'Its very words.' },
    ...linkColumns({
      metric: 'The function or KPI that tells whether it is kept.',
      target: 'What was promised, such as < 2 h or >= 99.9%.',
    }),
    { title: 'From', width: 100, kind: 'date', help: 'The first day on which it holds. Blank: it holds already.' },
    { title: 'Ends', width: 100, kind: 'date', help: 'The last day on which it holds. Blank: it has no end.' },
    { title: 'Still shown', width: 90, kind: 'text', choices: ['yes', 'no'], help: 'Whether customers can see it.' },
    {
      title: 'State',
      width: 130,
      kind: 'any',
      by: 'formula',
      colours: {
        live: 'green',
        'ends soon': 'amber',
        'expired and shown': 'red',
        ended: 'grey',
        'not begun': 'grey',
      },
      formula: stateFormula(),
      help: 'Live, ends soon, expired and shown, ended or not begun, by its days: a live formula.',
    },
    { title: 'Issued', width: 70, kind: 'number', help: 'Of an offer: how many were handed out, such as vouchers.' },
    { title: 'Redeemed', width: 80, kind: 'number', help: 'How many of those were used.' },
    {
      title: 'Uptake',
      width: 70,
      kind: 'share',
      by: 'formula',
      formula: '=IF(COUNT({{Issued}}, {{Redeemed}})=2, IF({{Issued}}>0, {{Redeemed}}/{{Issued}}, ""), "")',
      help: 'The share of offers that were used.',
    },
    {
      title: 'Usual units',
      width: 90,
      kind: 'number',
      help: 'What would have been sold in that time without the offer.',
    },
    { title: 'Units sold', width: 80, kind: 'number', help: 'What was sold in that time with it.' },
    { title: 'Price', width: 80, kind: 'money', help: 'The regular price of a unit.' },
    { title: 'Discount', width: 80, kind: 'share', help: 'What the offer takes off the price, such as 20%.' },
    { title: 'Unit cost', width: 80, kind: 'money', help: 'What a unit costs you.' },
    {
      title: 'Fixed cost',
      width: 80,
      kind: 'money',
      help: 'What the offer costs beside that, such as advertisements.',
    },
    {
      title: 'Profit',
      width: 90,
      kind: 'money',
      by: 'formula',
      formula: profitFormula(),
      help: 'What the offer earned, less what it gave to those who would have bought anyway.',
    },
    { title: 'Claimed', width: 80, kind: 'number', help: 'How often customers asked for what is guaranteed.' },
    { title: 'Honoured', width: 80, kind: 'number', help: 'How often they got it.' },
    { title: 'Cost of claims', width: 110, kind: 'money', help: 'What those claims have cost together.' },
    owner,
    reviewedOn,
    every,
    id,
  ],
  form: [
    'Promise',
    'Type',
    'Path',
    'Shown where',
    'Says',
    'Still shown',
    'From',
    'Ends',
    'Owner',
    'Claimed',
    'Honoured',
    'Cost of claims',
    'Issued',
    'Redeemed',
    ...OFFER,
    'Fixed cost',
    'Every',
  ],
  link,
  groups: [
    { title: 'Type', none: 'No type' },
    { title: 'State', none: 'No state' },
    { title: 'Status', none: 'No status' },
    { title: 'Path', none: 'No path' },
    { title: 'Owner', none: 'No owner' },
  ],
  checks: [
    overdue(
      'Ends',
      (row) => !isShown(row),
      (_, row) => expiredText(row),
      { level: 'red', filter: 'expired' },
    ),
    check(['Status', 'Still shown', 'From', 'Ends'], missed, { level: 'red', filter: 'missed' }),
    check(['Issued', 'Redeemed'], overRedeemed, { level: 'red', filter: 'odd cells' }),
    check(['From', 'Ends'], turnedRound, { level: 'red', filter: 'odd cells' }),
    overdue(
      'Ends',
      (row) => wordIn(row, 'Still shown') !== '',
      (_, row) => `It ended on ${endOf(row)}. Say whether it is still shown.`,
      {
        filter: 'expired',
      },
    ),
    check(['Ends', 'Still shown'], endsSoon, { filter: 'ends soon' }),
    check(
      ['Type', 'Ends'],
      (row) =>
        isOf(row, 'offer') && wordIn(row, 'Ends') === ''
          ? 'An offer without an end tempts nobody and costs for ever. Say until when it holds.'
          : '',
      {
        filter: 'no end',
      },
    ),
    check(['Claimed', 'Honoured'], claims, { filter: 'claims' }),
    check(['Profit'], atALoss, { filter: 'at a loss' }),
    check(
      ['Discount'],
      (row) => {
        const discount = numberIn(row, 'Discount')
        return discount !== null && (discount < 0 || discount > 1)
          ? `Its discount of ${discount} is no share of the price: type ${discount}%, or a number from 0 to 1.`
          : ''
      },
      { filter: 'odd cells' },
    ),
    check(['Type', 'Metric', 'Value', 'Status'], notLive, { filter: 'no live metric' }),
    namesKpi(link),
    targetFits(link),
    notDays(['From', 'Ends']),
    notNumbers(COUNTS),
    blank('Says', 'Nobody has noted its words. Copy them from where it is shown.', 'no words'),
    unowned('Owner'),
    reviewDue('Reviewed on'),
  ],
  overall: [
    eachWord('Path', PATHS, (word) => `Nothing is promised on the ${word} path. Note what customers are told there.`),
    twice(
      ['Promise'],
      (key, rows) => `${rowsText(rows)} are ${bothOrAll(rows)} called ${key}. Rename one: cues name promises by it.`,
    ),
  ],
  summary: [
    { label: 'Expired and shown', formula: '=COUNTIF({{State:column}}, "expired and shown")' },
    { label: 'Missed and shown', formula: '=COUNTIFS({{Status:column}}, "red", {{Still shown:column}}, "<>no")' },
    {
      label: 'Claims honoured',
      formula: `=IF(${CLAIMED}>0, ${sumWith('Honoured', 'Claimed')}/${CLAIMED}, "")`,
      format: '0.0%',
    },
  ],
  library: { label: 'For', heading: 'Promises to start from', by: 'Type', says: 'Says', sets: promiseSets },
  asks: ['KPIs', 'Targets'],
})

/** Days that are text say nothing: until they are mended there is no state. */
function stateFormula(): string {
  const isText = ['From', 'Ends'].map((title) => `({{${title}}}<>"")*NOT(ISNUMBER({{${title}}}))`).join(' + ')
  const isOver = 'ISNUMBER({{Ends}})*({{Ends}}<TODAY())'
  const isToCome = 'ISNUMBER({{From}})*({{From}}>TODAY())'
  const isNear = `ISNUMBER({{Ends}})*({{Ends}}<=TODAY()+${SOON})`
  const states = `IF(${isOver}, IF({{Still shown}}="yes", "expired and shown", "ended"), IF(${isToCome}, "not begun", IF(${isNear}, "ends soon", "live")))`
  return `=IF({{Promise}}="", "", IF(${isText} > 0, "", ${states}))`
}

/** It waits until all that it takes is there and can be meant. */
function profitFormula(): string {
  const cells = OFFER.map((title) => `{{${title}}}`).join(', ')
  const fixed = 'IF(ISNUMBER({{Fixed cost}}), {{Fixed cost}}, 0)'
  const profit = `INDEX(PROMO_PROFIT(${cells}, ${fixed}), 2, 4)`
  return `=IF(COUNT(${cells})=${OFFER.length}, IF((MIN(${cells}, ${fixed})>=0)*({{Discount}}<=1), ${profit}, ""), "")`
}

function isOf(row: Row, type: string): boolean {
  return wordIn(row, 'Type').toLowerCase() === type
}

function isShown(row: Row): boolean {
  return wordIn(row, 'Still shown').toLowerCase() === 'yes'
}

function endOf(row: Row): string {
  return isoText(Math.floor(dayIn(row, 'Ends')!))
}

function expiredText(row: Row): string {
  return `Expired on ${endOf(row)} and still shown. Take it down, or give it a later end.`
}

/** Whether its last day has passed. */
export function hasEnded(row: Row, today: number): boolean {
  const day = dayIn(row, 'Ends')
  return day !== null && Math.floor(day) < Math.floor(today)
}

/** Whether its KPI says that it is not kept. */
export function isMissed(row: Row): boolean {
  return wordIn(row, 'Status').toLowerCase() === 'red'
}

/** “The guarantee “Uptime” is missed and still promised.” What nobody can see, or not yet, promises nothing. */
function missed(row: Row, { today }: About): string {
  const from = dayIn(row, 'From')
  const isToCome = from !== null && Math.floor(from) > Math.floor(today)
  const isGone = wordIn(row, 'Still shown').toLowerCase() === 'no' || (hasEnded(row, today) && !isShown(row))
  if (!isMissed(row) || isToCome || isGone) return ''
  const type = wordIn(row, 'Type').toLowerCase() || 'promise'
  return `The ${type} “${wordIn(row, 'Promise')}” is missed and still promised. Keep it, or promise less.`
}

function overRedeemed(row: Row): string {
  const [issued, redeemed] = [numberIn(row, 'Issued'), numberIn(row, 'Redeemed')]
  if (issued === null || redeemed === null || redeemed <= issued) return ''
  return `${redeemed} redeemed, ${issued} issued: more were used than handed out. Look at both counts.`
}

function turnedRound(row: Row): string {
  const [from, ends] = [dayIn(row, 'From'), dayIn(row, 'Ends')]
  if (from === null || ends === null || Math.floor(ends) >= Math.floor(from)) return ''
  return `It ends on ${endOf(row)}, before it begins on ${isoText(Math.floor(from))}. Change one of the days.`
}

function endsSoon(row: Row, { today }: About): string {
  const day = dayIn(row, 'Ends')
  if (day === null || wordIn(row, 'Still shown').toLowerCase() === 'no') return ''
  const days = Math.floor(day) - Math.floor(today)
  if (days < 0 || days > SOON) return ''
  return `Ends ${days === 0 ? 'today' : `in ${daysText(days)}`}. Decide who takes it down, or give it a later end.`
}

/** “7 claims, 4 honoured.” */
function claims(row: Row): string {
  const [claimed, honoured] = [numberIn(row, 'Claimed'), numberIn(row, 'Honoured')]
  if (claimed === null && honoured === null) return ''
  const made = `${claimed} ${claimed === 1 ? 'claim' : 'claims'}`
  if (claimed === null) return `${honoured} honoured, of how many claims? Fill in Claimed.`
  if (honoured === null) return claimed > 0 ? `${made}: say how many were honoured.` : ''
  if (honoured > claimed) return `${made}, ${honoured} honoured: more than were made. Look at both counts.`
  return honoured < claimed ? `${made}, ${honoured} honoured. Settle the others, or note why not.` : ''
}

function atALoss(row: Row): string {
  const profit = numberIn(row, 'Profit')
  if (profit === null || profit >= 0) return ''
  return `It lost ${Number((-profit).toFixed(2))}: it gave more to those who would have bought anyway than it brought. Take less off, or offer it to fewer.`
}

/** A level that nobody measures is a wish; a guarantee or an offer need no number, but one that is there is to be live. */
function notLive(row: Row): string {
  if (wordIn(row, 'Metric') !== '') return liveProblem(link, row)
  return isOf(row, 'service level') ? 'A service level without a KPI: link the one that tells whether it is kept.' : ''
}
