import { comments, counts, table } from '../../arguments/index.ts'
import { CellError, isBlank, shown, type Cell } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { sortedCodes } from '../../statistics/groups.ts'
import { countThemes, type Theme } from '../../statistics/feedback/themes.ts'

export const themeCount = metric(
  {
    name: 'THEME_COUNT',
    summary:
      'What customers talk about: how many comments tell of each theme, by lists of keywords, and their share of all comments. A comment may tell of several themes, so shares may add up to more than 1. The last row counts the comments that no keyword fits.',
    questions: [
      'What do customers talk about in their comments?',
      'Which topics come up most in feedback?',
      'How many comments mention a theme?',
      'Which words do customers use most?',
      'What are people saying in their reviews?',
    ],
    args: [
      comments('texts'),
      table(
        'themes',
        'Block without a title row: the name of a theme in the first column, its keywords beside it in one or more columns, or in one cell with commas. A single column of words makes each its own theme. Whole words count, in any case and with or without accents; several words must follow each other; deliver* is any word that begins so. Chinese, Japanese and Thai words and signs such as emoji count anywhere in a text.',
        { rows: 9, columns: 2 },
      ),
      counts(),
    ],
    returns: {
      chart: { kind: 'bar', title: 'Comments by theme', columns: ['comments'] },
      table: [
        { name: 'theme', unit: 'text' },
        { name: 'comments', unit: 'count' },
        { name: 'share', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          [
            ['Late delivery, but friendly staff'],
            ['Too expensive'],
            ['The courier delivered it late'],
            [null],
            ['All fine'],
          ],
          [
            ['Delivery', 'deliver*, courier'],
            ['Price', 'price, expensive'],
            ['Staff', 'staff, friendly'],
          ],
        ],
        gives: [
          ['theme', 'comments', 'share'],
          ['Delivery', 2, 0.5],
          ['Price', 1, 0.25],
          ['Staff', 1, 0.25],
          ['(no theme)', 1, 0.25],
        ],
      },
      {
        cells: [
          [['Great caf\u00e9'], ['The CAFE was closed'], ['Nice']],
          [['cafe'], ['parking']],
        ],
        gives: [
          ['theme', 'comments', 'share'],
          ['cafe', 2, 0.6666666666666666],
          ['parking', 0, 0],
          ['(no theme)', 1, 0.3333333333333333],
        ],
      },
      { cells: [[['Late again']], [[null, 'late']]], gives: '#VALUE!' },
    ],
    source: 'Dictionary coding: Krippendorff, “Content Analysis”, 4th edition, 2018.',
  },
  (comments, block) => {
    const themes = readThemes(block)
    const { counts, none } = countThemes(comments, themes)
    const order = sortedCodes({ codes: new Int32Array(0), labels: themes.map(({ name }) => name) })
    const row = (name: string, count: number): Scalar[] => [name, count, count / comments.length]
    return [
      ['theme', 'comments', 'share'],
      ...order.sort((a, b) => counts[b]! - counts[a]!).map((theme) => row(themes[theme]!.name, counts[theme]!)),
      row('(no theme)', none),
    ]
  },
)

/** What stands between keywords in one cell. */
const COMMA = /[,;\n\u060c\u3001\uff0c]/

/** The themes of a block, one for each name in any case. A name without keywords is its own. */
function readThemes(block: readonly (readonly Exclude<Cell, CellError>[])[]): Theme[] {
  const themes = new Map<string, Theme>()
  block.forEach(([first = null, ...others], i) => {
    const keywords = others.flatMap(wordsIn)
    if (isBlank(first)) {
      if (keywords.length === 0) return
      throw new CellError('#VALUE!', `themes row ${i + 1} has ${shown(keywords[0]!)} and no name of a theme before it`)
    }
    const name = String(first).trim()
    const theme = themes.get(name.toLowerCase()) ?? { name, keywords: [] }
    for (const word of keywords.length > 0 ? keywords : wordsIn(first)) theme.keywords.push(word)
    themes.set(name.toLowerCase(), theme)
  })
  if (themes.size === 0) throw new CellError('#N/A', 'themes has no words')
  return [...themes.values()]
}

function wordsIn(cell: Exclude<Cell, CellError>): string[] {
  return String(cell ?? '')
    .split(COMMA)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
