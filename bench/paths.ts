import { randomFrom } from './measure.ts'

const channels = [
  'search',
  'social',
  'email',
  'display',
  'direct',
  'referral',
  'video',
  'affiliate',
  'print',
  'tv',
  'radio',
  'store',
]

/** Paths of one to eight touches over twelve channels, with conversions and without. */
export function touchPaths(rows: number) {
  const random = randomFrom(4)
  const pick = () => channels[Math.floor(random() * channels.length)]!
  const paths = Array.from({ length: rows }, () => [
    Array.from({ length: 1 + Math.floor(random() * 8) }, pick).join(' > '),
  ])
  const conversions = paths.map(() => [Math.floor(random() * 4)])
  const nulls = paths.map(() => [Math.floor(random() * 9)])
  return { paths, conversions, nulls }
}
