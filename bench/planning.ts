import { excelFunctions, type Formula } from './bundles.ts'
import { inYardsticks, type Line } from './lines.ts'
import { besideYardstick, randomFrom, type Turns } from './measure.ts'

/** Models that look ahead. */
export function planning(): Line[] {
  const functions = excelFunctions()
  return [
    inYardsticks('BASS_FIT, 8 periods, Excel bundle', launch(functions, 25), 2),
    inYardsticks('SPEND_RESPONSE, 5 channels in 156 weeks, Excel bundle', responseToSpend(functions, 5), 200),
  ]
}

/** Colour television sets in thousands, 1963 to 1970, as Bass’s paper and its reprints have them. */
function launch({ BASS_FIT }: Record<string, Formula>, runs: number): Turns {
  const adopters = [747, 1480, 2646, 5118, 5777, 5982, 5962, 4631].map((count) => [count])
  return besideYardstick(runs, () => BASS_FIT!(adopters, null, null))
}

/** Three years of weeks of five channels, whose advertising carries over and brings less the more there is of it. */
function responseToSpend({ SPEND_RESPONSE }: Record<string, Formula>, runs: number): Turns {
  const random = randomFrom(5)
  const channels = [0, 1, 2, 3, 4].map((i) => ({
    decay: 0.15 * i,
    half: 1000 + 500 * i,
    most: 3000 - 300 * i,
    carried: 0,
  }))
  const weeks = Array.from({ length: 156 }, () => {
    const spend = channels.map(() => (random() < 0.2 ? 0 : Math.round(4000 * random())))
    let result = 5000 + 200 * (random() - 0.5)
    channels.forEach((channel, i) => {
      channel.carried = (1 - channel.decay) * spend[i]! + channel.decay * channel.carried
      result += (channel.most * channel.carried) / (channel.carried + channel.half)
    })
    return { spend, result: [Math.round(result)] }
  })
  const spend = [channels.map((_, i) => `Channel ${i + 1}`), ...weeks.map((week) => week.spend)]
  const results = [['results'], ...weeks.map(({ result }) => result)]
  return besideYardstick(runs, () => SPEND_RESPONSE!(spend, results))
}
