import { emojiEmotion } from 'emoji-emotion'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SentimentIntensityAnalyzer } from 'vader-sentiment'
import { englishSentiment } from '../../../../core/statistics/feedback/english.ts'
import { expectClose } from '../../../close.ts'

const toFourDigits = (text: string): number => Number(englishSentiment(text).toFixed(4))
/** A sum of weights as VADER brings it to between -1 and 1. */
const normal = (sum: number): number => sum / Math.sqrt(sum * sum + 15)

describe('the examples of VADER’s own page come out as published', () => {
  test.each([
    ['VADER is smart, handsome, and funny.', 0.8316],
    ['VADER is smart, handsome, and funny!', 0.8439],
    ['VADER is very smart, handsome, and funny.', 0.8545],
    ['VADER is VERY SMART, handsome, and FUNNY.', 0.9227],
    ['VADER is VERY SMART, handsome, and FUNNY!!!', 0.9342],
    ['VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!', 0.9469],
    ['VADER is not smart, handsome, nor funny.', -0.7424],
    ['The book was good.', 0.4404],
    ["At least it isn't a horrible book.", 0.431],
    ['The book was only kind of good.', 0.3832],
    ['The plot was good, but the characters are uncompelling and the dialog is not great.', -0.7042],
    ['Today SUX!', -0.5461],
    ["Today only kinda sux! But I'll get by, lol", 0.5249],
    ['Make sure you :) or :D today!', 0.8633],
    ['Not bad at all', 0.431],
  ])('%s', (text, published) => expect(toFourDigits(text)).toBe(published))
})

describe('the package that keeps the words', () => {
  const words = (
    'good great excellent love nice bad awful horrible hate slow fine okay problem complaint happy angry sad sux lol best worst ' +
    'the delivery was is it and service very really extremely kinda slightly barely so most less uber not never without isn’t ' +
    "don't wasn't nothing least at kind of sort but only GOOD BAD VERY THE LOVE AWFUL NOT :) :( <3 the bomb shit yeah right kiss death"
  ).split(' ')
  // It parts one mark from a word, and only at one end.
  const token = fc.constantFrom(...words, 'good,', 'bad.', 'love!', 'service?', 'HATE!!', 'nice???')
  /** What later VADER reads in any case, or reads otherwise: its rules for never so, without doubt and idioms in capitals. */
  const isReadAlike = (tokens: string[]): boolean => {
    const text = tokens.join(' ')
    return (
      !/never (?:so|this)|without|’/.test(text) &&
      !/\b(?:NOT|BUT|THE|BAD)\b.*\b(?:bomb|shit|right|kiss|of)\b/.test(text) &&
      !/NOT/.test(text)
    )
  }

  test('gives the same for any text that it and the rules of later years read alike', () => {
    fc.assert(
      fc.property(fc.array(token, { minLength: 1, maxLength: 14 }).filter(isReadAlike), (tokens) => {
        const text = tokens.join(' ')
        expect(
          Math.abs(englishSentiment(text) - SentimentIntensityAnalyzer.polarity_scores(text).compound),
          text,
        ).toBeLessThan(5.1e-5)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what later VADER reads better', () => {
  const good = 1.9
  const problem = -1.7

  test('marks at both ends of a word, and any number of them', () => {
    for (const text of ['(good)', '"good"', 'good...', 'good,,,,,', '***good***', '[good];']) {
      expectClose(englishSentiment(text), normal(good))
    }
    expectClose(englishSentiment('good!!!!!!!'), normal(good + 4 * 0.292))
  })

  test('no before a word it knows turns it, and is bad alone', () => {
    expectClose(englishSentiment('no problem'), normal(-0.74 * problem))
    expectClose(englishSentiment('no real problem'), normal(-1.2 - 0.74 * problem))
    expect(englishSentiment('no')).toBeLessThan(0)
  })

  test('never so good is praise, and so is without doubt good; without a good word is none', () => {
    expect(englishSentiment('it was never so good')).toBeGreaterThan(normal(good))
    // Doubt is a word with a weight of its own, which without turns.
    expectClose(englishSentiment('without doubt good'), normal(good + 0.74 * 1.5))
    expect(englishSentiment('without good help')).toBeLessThan(englishSentiment('good help'))
  })

  test('but in any case, idioms too', () => {
    expectClose(englishSentiment('Good But Bad'), normal(0.5 * good + 1.5 * -2.5))
    expect(englishSentiment('This pizza is The Bomb')).toBeCloseTo(englishSentiment('this pizza is the bomb'), 12)
  })
})

describe('what VADER itself does not do', () => {
  test('quotes, apostrophes and dashes as word processors write them are read as typed ones', () => {
    for (const [curly, typed] of [
      ['It isn’t good', "It isn't good"],
      ['“good”', '"good"'],
      ['good…', 'good...'],
      ['good—but slow', 'good - but slow'],
    ]) {
      expect(englishSentiment(curly!), curly).toBe(englishSentiment(typed!))
    }
    expect(englishSentiment('It isn’t good')).toBeLessThan(0)
  })

  test('an emoji has the weight that emoji-emotion gives it, on the scale of the words', () => {
    for (const { emoji, polarity } of emojiEmotion) expectClose(englishSentiment(emoji), normal(polarity * 0.8))
    expect(emojiEmotion.length).toBeGreaterThan(100)
  })

  test('an emoji right behind a word, in a colour or several of them count one by one', () => {
    expectClose(englishSentiment('Delivered👍🏽👍'), normal(2 * 1.6))
    expect(englishSentiment('not 👍')).toBeLessThan(0)
    expect(englishSentiment('good😡')).toBe(englishSentiment('good 😡'))
    expect(englishSentiment('❤️')).toBe(englishSentiment('❤'))
  })

  test('numbers are numbers: what is slang in chats is an order in a comment', () => {
    for (const number of ['86', '143', '182', '187', '1337', '1432'])
      expect(englishSentiment(`Order ${number}`)).toBe(0)
  })
})

test('a text without a word it knows is 0, however long', () => {
  for (const text of [
    '',
    ' ',
    'Delivered on Monday',
    '!!!',
    '...',
    '42',
    'Lieferung',
    '料理',
    '\u0000',
    '__proto__ constructor',
  ]) {
    expect(englishSentiment(text), text).toBe(0)
  }
})

test('it lies between -1 and 1, and is the same whatever the spaces', () => {
  const piece = fc.oneof(
    fc.constantFrom('good', 'bad', 'NOT', 'very', '!', '?', '😡', 'but', "n't"),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join(' ')
      const score = englishSentiment(text)
      expect(Math.abs(score)).toBeLessThanOrEqual(1)
      expect(englishSentiment(` ${pieces.join('\n ')}\t`)).toBe(score)
    }),
  )
})
