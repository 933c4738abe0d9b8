import { excelFunctions } from './bundles.ts'
import { inYardsticks, type Line } from './lines.ts'
import { besideYardstick, randomFrom } from './measure.ts'

/** Attribution of 10,000 paths over 12 channels. */
export function attribution(): Line[] {
  const { ATTRIBUTION } = excelFunctions()
  const { paths, conversions, nulls } = touchPaths(10_000)
  const models = { markov: 10, shapley: 5 }
  return Object.entries(models).map(([model, most]) => {
    const turns = besideYardstick(15, () => ATTRIBUTION!(paths, conversions, model, nulls, null, null))
    return inYardsticks(`ATTRIBUTION, ${model}, 10,000 paths, 12 channels, Excel bundle`, turns, most)
  })
}

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
function touchPaths(rows: number) {
  const random = randomFrom(4)
  const pick = () => channels[Math.floor(random() * channels.length)]!
  const paths = Array.from({ length: rows }, () => [
    Array.from({ length: 1 + Math.floor(random() * 8) }, pick).join(' > '),
  ])
  const conversions = paths.map(() => [Math.floor(random() * 4)])
  const nulls = paths.map(() => [Math.floor(random() * 9)])
  return { paths, conversions, nulls }
}
