/** Words of the help around a product: in a message about the product they tell another story. */
export const SERVICE_WORDS: readonly string[] = [
  'account manager',
  'advisers?',
  'advisors?',
  'after-sales',
  'call cent(?:er|re)',
  'customer care',
  'customer service',
  'help ?desk',
  'hotline',
  'named contact',
  'onboarding calls?',
  'repl(?:y|ies)',
  'response times?',
  'service levels?',
  'support(?: team)?',
  'technicians?',
  'training',
]

/** Words and measures of what is sold as a thing: in a message about the service they tell another story. */
export const PRODUCT_WORDS: readonly string[] = [
  'api',
  'batter(?:y|ies)',
  'dashboards?',
  'features?',
  'gigabytes?',
  'horsepower',
  'megapixels?',
  'processors?',
  'resolution of the (?:screen|camera)',
  'software version',
  'specifications?',
  'specs?',
  'user interface',
  '\\d+(?:[.,]\\d+)? ?(?:gb|tb|mb|mah|mp|ghz|kw|hp|kg|mm|cm|inch(?:es)?)',
]

/** The first word of a list that a text says, as it says it; "" where it says none. */
export function wordOf(words: readonly string[], text: string): string {
  // A letter or a figure beside it makes another word of it, such as supports.
  const found = new RegExp(`(?:^|[^\\p{L}\\d])(${words.join('|')})(?![\\p{L}\\d])`, 'iu').exec(text)
  return found ? found[1]! : ''
}
