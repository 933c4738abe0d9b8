import { helpers, registries, UIPlugin } from '@odoo/o-spreadsheet'
import { Component, xml } from '@odoo/owl'
import { hasNotes, noteOf } from '../sheet/notes.ts'

const NOTE = 'CUESHEET_NOTE'

/** What menus do with the note of the cell in front. */
export interface NoteMenus {
  edit(): unknown
  remove(): unknown
}

/** Shows notes on their cells, and puts what can be done with them into the menus. Once per page, before a workbook is opened. */
export function showNotes({ edit, remove }: NoteMenus): void {
  registries.featurePluginRegistry.add(NOTE, NoteCorners)
  const { cellPopoverRegistry: cards, cellMenuRegistry, topbarMenuRegistry } = registries
  const others = cards.getAll()
  type Builder = NonNullable<(typeof others)[number]['onHover']>
  const onHover: Builder = (position, getters) => {
    const note = noteOf(getters, position)
    if (note === '') return { isOpen: false }
    const other = others.map((card) => card.onHover?.(position, getters)).find((card) => card?.isOpen)
    const cellCorner = other?.isOpen ? other.cellCorner : 'top-right'
    return { isOpen: true, Component: NoteCard, props: { note, other }, cellCorner }
  }
  // The first card that has something to say about a cell is shown, and no other.
  cards.content = { [NOTE]: { onHover }, ...cards.content }

  type Env = { model: { getters: { getActivePosition(): { sheetId: string; col: number; row: number } } } }
  const hasNote = ({ model }: Env) => noteOf(model.getters, model.getters.getActivePosition()) !== ''
  const item = {
    name: (env: Env) => (hasNote(env) ? 'Edit note' : 'Add note'),
    description: 'Shift+F2',
    // The menu stays open as long as what it has begun.
    execute: () => void edit(),
    icon: 'o-spreadsheet-Icon.EDIT',
  }
  cellMenuRegistry.add(NOTE, { ...item, sequence: 148 })
  cellMenuRegistry.add(`${NOTE}_DELETE`, {
    name: 'Delete note',
    isVisible: hasNote,
    execute: () => void remove(),
    icon: 'o-spreadsheet-Icon.TRASH',
    sequence: 149,
  })
  topbarMenuRegistry.addChild(NOTE, ['insert'], { ...item, sequence: 85 })
}

/** A note as it was written, below what else there is to say about its cell: its error, or where its link leads. */
class NoteCard extends Component {
  static override template = xml`<div class="note-card">
    <t t-if="props.other" t-component="props.other.Component" t-props="{ ...props.other.props, onClosed: props.onClosed }"/>
    <div class="note-words" t-esc="props.note" t-on-wheel.stop=""/>
  </div>`
  static override props = ['note', 'other?', 'onClosed?']
}

/** The length of the two sides of a corner. The engine marks an error with a smaller one. */
const SIDE = 8
const ERROR_SIDE = 5

/** Marks cells with notes in their upper right corners. */
class NoteCorners extends UIPlugin {
  static override layers = ['Highlights'] as const

  override drawLayer({ ctx, viewports, sheetId }: Parameters<UIPlugin['drawLayer']>[0]) {
    if (!hasNotes(this.getters, sheetId)) return
    const noted = viewports
      .getVisibleCellPositions(sheetId)
      .filter((position) => noteOf(this.getters, position) !== '')
      .map((position) => ({ position, zone: this.getters.getMerge(position) ?? helpers.positionToZone(position) }))
    ctx.fillStyle = '#9c4a14'
    for (const pane of viewports.getAllSheetViewportsZonesAndRect(sheetId)) {
      ctx.save()
      ctx.beginPath()
      ctx.rect(pane.rect.x, pane.rect.y, pane.rect.width, pane.rect.height)
      ctx.clip()
      for (const { position, zone } of noted) {
        if (!helpers.overlap(zone, pane.zone)) continue
        const { x, y, width } = viewports.getRect(sheetId, zone)
        const left = this.hasError(position) ? ERROR_SIDE : 0
        ctx.beginPath()
        ctx.moveTo(x + width - SIDE, y)
        ctx.lineTo(x + width - left, y)
        ctx.lineTo(x + width, y + left)
        ctx.lineTo(x + width, y + SIDE)
        ctx.fill()
      }
      ctx.restore()
    }
  }

  private hasError(position: Parameters<typeof noteOf>[1]): boolean {
    const { type, message } = this.getters.getEvaluatedCell(position)
    return (type === 'error' && message !== undefined) || this.getters.isDataValidationInvalid(position)
  }
}
