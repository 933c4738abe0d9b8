import { stores } from '@odoo/o-spreadsheet'

/** The part of the engine that holds what is being typed into a cell. */
interface Composer {
  sheetId: string
  row: number
  col: number
  editionMode: string
  model: {
    selection: { selectCell(col: number, row: number): void }
    getters: { getActivePosition(): { sheetId: string; row: number; col: number } }
  }
  confirmEdition(content: string): void
  stopEdition(direction?: string): void
}

/** Takes what is typed into a cell as it is meant, and goes on from there as other spreadsheets do. Once per page. */
export function takeTypingAsMeant(): void {
  const { prototype } = stores.CellComposerStore as unknown as { prototype: Composer }
  const { confirmEdition, stopEdition } = prototype
  prototype.confirmEdition = function (content) {
    confirmEdition.call(this, asMeant(content))
  }
  /** A row that is being filled with Tab: where it began, and where it goes on. */
  let filling: { composer: Composer; sheetId: string; row: number; first: number; next: number } | undefined
  prototype.stopEdition = function (direction) {
    const { sheetId, row, col } = this
    const isGoingOn = filling?.sheetId === sheetId && filling.row === row && filling.next === col
    const first = isGoingOn ? filling!.first : col
    stopEdition.call(this, direction)
    if (this.editionMode !== 'inactive') return
    filling = direction === 'right' ? { composer: this, sheetId, row, first, next: col + 1 } : undefined
    // Enter goes below the first cell of the row.
    if (isGoingOn && direction === 'down') this.model.selection.selectCell(first, row + 1)
  }
  // A cell that stays blank is passed by without being typed into.
  document.addEventListener(
    'keydown',
    ({ key, shiftKey }) => {
      if (key !== 'Tab' || shiftKey || filling?.composer.editionMode !== 'inactive') return
      const { sheetId, row, col } = filling.composer.model.getters.getActivePosition()
      if (sheetId === filling.sheetId && row === filling.row && col === filling.next) filling.next++
    },
    true,
  )
}

/** What a person means who types this: the engine reads English formulas, and adds a % of its own to percentages. */
export function asMeant(content: string): string {
  if (content.startsWith('=')) return withCommas(withStraightQuotes(content))
  return content.replace(/^(\s*[-+]?[\d.,]*\d\s*)%\s*%$/, '$1%')
}

/** “a” and „a“, as word processors and phones write them, outside of texts in straight quotes. */
function withStraightQuotes(formula: string): string {
  return parted(formula)
    .map((part) => (part.startsWith('"') ? part : part.replace(/[“”„‟«»]/g, '"')))
    .join('')
}

/**
 * =LTV(100;0,8;5%), as most of Europe writes it, with points and commas. Semicolons within braces part rows. Where commas
 * part something as well, it cannot be told which are meant, and the formula stays.
 */
function withCommas(formula: string): string {
  let depth = 0
  let parting = 0
  let commas = 0
  const parts = parted(formula).map((part) => {
    if (/^["']/.test(part)) return part
    return part.replace(/[{}]|;|(\d),(?=\d)|,/g, (sign, digit: string | undefined) => {
      if (sign === '{') depth++
      if (sign === '}') depth--
      if (depth > 0 || sign === '}') return sign
      if (sign === ';') parting++
      if (sign === ',') commas++
      return sign === ';' ? ',' : digit === undefined ? sign : `${digit}.`
    })
  })
  return parting > 0 && commas === 0 ? parts.join('') : formula
}

/** A formula in parts: texts and names of sheets in their quotes, and what stands between. */
function parted(formula: string): string[] {
  return formula.match(/"(?:[^"]|"")*(?:"|$)|'(?:[^']|'')*(?:'|$)|[^"']+/g) ?? []
}
