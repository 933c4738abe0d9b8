import { comments } from '../../arguments/index.ts'
import { lexicon } from '../../arguments/columns/lexicon.ts'
import { metric } from '../../metric.ts'
import { englishSentiment } from '../../statistics/feedback/english.ts'
import { lexiconSentiment } from '../../statistics/feedback/ownLexicon.ts'

export const sentiment = metric(
  {
    name: 'SENTIMENT',
    summary:
      'How kind or angry each comment sounds, from -1 (all bad) over 0 (neither, or no word it knows) to 1 (all good), by the weights of its words. Without a lexicon it reads English with VADER: 7,500 words and emoji, and what very, not, but, capitals and exclamation marks do to them. From 0.05 a comment counts as positive, to -0.05 as negative. It weighs words and understands nothing: no irony, no context (“it took three weeks” has no bad word), no language but the lexicon’s (German die is an English word to it), and long texts come out near 1 or -1. Trust the mean of many comments, and read those at the ends yourself.',
    questions: [
      'Are comments positive or negative?',
      'Do texts sound happy or unhappy?',
      'Which comments sound angry?',
      'Tone or mood of feedback',
    ],
    args: [
      comments('texts'),
      lexicon(
        'lexicon',
        'Words of your own in place of the English ones, for any language: two columns, a word or phrase and its weight, such as 2 for good and -3 for awful. A score is then the mean weight of what it finds, over the largest weight in the list. Any case, with or without accents; the longest entry wins, so give not good a weight of its own; deliver* is any word that begins so; Chinese, Japanese and Thai words, and signs such as emoji, count anywhere in a text.',
      ),
    ],
    returns: { unit: 'score', column: 'sentiment' },
    examples: [
      {
        cells: [[['The book was good.'], [null], ['The food was not good at all'], ['Delivered on Monday']]],
        gives: [[0.44043357076016854], [''], [-0.3412376512543242], [0]],
      },
      {
        cells: [
          [['Sehr gut!'], ['nicht gut, zu LANGSAM'], ['gestern bestellt']],
          [
            ['Wort', 'Gewicht'],
            ['gut', 2],
            ['nicht gut', -2],
            ['langsam', -1],
          ],
        ],
        gives: [[1], [-0.75], [0]],
      },
      { cells: [[['good']], [['good'], ['bad']]], gives: '#VALUE!' },
    ],
    source:
      'Hutto and Gilbert, “VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text”, ICWSM 2014; emoji: emoji-emotion 3; a lexicon of one’s own: Dodds and others, “Temporal Patterns of Happiness and Information in a Global Social Network”, PLoS ONE 6(12), 2011.',
  },
  (texts, own) => Float64Array.from(texts, (text) => (own ? lexiconSentiment(text, own) : englishSentiment(text))),
)
