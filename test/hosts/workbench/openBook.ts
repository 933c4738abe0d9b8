import { LocalTransportService, type ChartDefinition, type Figure, type Model } from '@odoo/o-spreadsheet'
import { workbenchBook } from '../../../workbench/book.ts'
import { act } from '../../../workbench/sheet/action.ts'
import { positionOf } from '../../../workbench/sheet/content.ts'
import { noteAt, noteStep } from '../../../workbench/sheet/notes.ts'
import type { SeenChart } from '../tables.contract.ts'
import { openWorkbench } from './openWorkbench.ts'

/** The workbench's book on an empty workbook, or the one given, and the hands of a person working in it. */
export function openBook(workbook?: unknown) {
  const history = countedHistory()
  const workbench = openWorkbench(workbook, { transportService: history.service })
  const { model } = workbench
  const looks = countedLooks(model)
  const openings = new EventTarget()
  const current = { model: looks.model }
  const book = workbenchBook(() => current.model, openings)
  const idOf = (sheet: string) => model.getters.getSheetIdByName(sheet)!

  const select = (sheet: string, address: string) => {
    const { zone } = model.getters.getRangeFromSheetXC(idOf(sheet), address)
    model.selection.selectZone({ cell: { col: zone.left, row: zone.top }, zone })
  }
  const activate = (sheet: string) =>
    model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: idOf(sheet) })

  const moveColumn = (sheet: string, column: string, before: string) => {
    const [from, to] = [column, before].map((letters) => model.getters.getRangeFromSheetXC(idOf(sheet), `${letters}1`))
    // People move columns in the sheet they see; the engine knows no other way.
    activate(sheet)
    model.dispatch('MOVE_COLUMNS_ROWS', {
      sheetId: idOf(sheet),
      sheetName: sheet,
      dimension: 'COL',
      elements: [from!.zone.left],
      base: to!.zone.left,
      position: 'before',
    })
  }
  const insertRow = (sheet: string, row: number) => {
    const place = { dimension: 'ROW', base: row - 1, quantity: 1, position: 'before' } as const
    model.dispatch('ADD_COLUMNS_ROWS', { sheetId: idOf(sheet), sheetName: sheet, ...place })
  }
  const format = (sheet: string, cell: string) => model.getters.getCell(positionOf(model, sheet, cell))?.format ?? ''
  const setFormat = (sheet: string, cell: string, format: string) => {
    const { zone } = model.getters.getRangeFromSheetXC(idOf(sheet), cell)
    model.dispatch('SET_FORMATTING', { sheetId: idOf(sheet), target: [zone], format })
  }
  const hide = (sheet: string) => model.dispatch('HIDE_SHEET', { sheetId: idOf(sheet) })
  const undo = () => model.dispatch('REQUEST_UNDO')
  const redo = () => model.dispatch('REQUEST_REDO')

  /** Another file takes the place of the workbook that is open. */
  const replaceBy = (next: Model) => {
    current.model = next
    openings.dispatchEvent(new Event('open'))
  }
  const look = (sheet: string, cell: string) => {
    const position = positionOf(model, sheet, cell)
    const { bold = false, align = '' } = model.getters.getCell(position)?.style ?? model.getters.getCellStyle(position)
    return { isBold: bold, align, width: model.getters.getColSize(idOf(sheet), position.col) }
  }
  const shades = (sheet: string) =>
    model.getters
      .getConditionalFormats(idOf(sheet))
      .filter(({ rule }) => rule.type === 'ColorScaleRule')
      .flatMap(({ ranges }) => ranges)
  const charts = (sheet: string) => model.getters.getFigures(idOf(sheet)).map((figure) => seenChart(model, figure))
  const traffic = () => ({ reads: looks.taken(), writes: history.taken() })

  const front = () => model.getters.getSheetName(model.getters.getActiveSheetId())
  const choices = (sheet: string, cell: string) => {
    const { criterion } = model.getters.getValidationRuleForCell(positionOf(model, sheet, cell)) ?? {}
    if (criterion?.type === 'isValueInList') return [...criterion.values]
    if (criterion?.type !== 'isValueInRange') return []
    return model.getters.getDataValidationRangeValues(idOf(sheet), criterion).map(({ value }) => value)
  }
  const colour = (sheet: string, cell: string) =>
    (model.getters.getCellComputedStyle(positionOf(model, sheet, cell)).fillColor ?? '').toUpperCase()

  const note = (sheet: string, cell: string) => noteAt(model, positionOf(model, sheet, cell))
  const setNote = (sheet: string, cell: string, text: string) =>
    act(model, sheet, [noteStep(positionOf(model, sheet, cell), text)])

  const hands = {
    note,
    setNote,
    front,
    choices,
    colour,
    look,
    shades,
    charts,
    select,
    activate,
    format,
    setFormat,
    hide,
    moveColumn,
    insertRow,
    undo,
    redo,
    replaceBy,
  }
  return { ...workbench, ...hands, book, idOf, traffic }
}

/** The engine sends off each entry of its history, as it would to people who share the workbook: an entry is a write. */
function countedHistory() {
  const service = new LocalTransportService()
  let entries = 0
  const taken = () => {
    const count = entries
    entries = 0
    return count
  }
  const sendMessage: typeof service.sendMessage = (message) => {
    if (message.type === 'REMOTE_REVISION') entries++
    return service.sendMessage(message)
  }
  return { service: Object.assign(Object.create(service) as typeof service, { sendMessage }), taken }
}

/** In memory there are no requests to count: reading twice is to ask for the value of the same cell twice. */
function countedLooks(model: Model) {
  let looks = new Map<string, number>()
  const getEvaluatedCell: Model['getters']['getEvaluatedCell'] = (position) => {
    const cell = `${position.sheetId} ${position.col} ${position.row}`
    looks.set(cell, (looks.get(cell) ?? 0) + 1)
    return model.getters.getEvaluatedCell(position)
  }
  const getters = Object.assign(Object.create(model.getters) as Model['getters'], { getEvaluatedCell })
  const taken = () => {
    const most = Math.max(0, ...looks.values())
    looks = new Map()
    return most
  }
  return { model: Object.assign(Object.create(model) as Model, { getters }), taken }
}

function seenChart(model: Model, figure: Figure): SeenChart {
  const { getters } = model
  const sheetId = getters.getFigureSheetId(figure.id)!
  const [chartId] = getters.getChartIds(sheetId).filter((id) => getters.getFigureIdFromChartId(id) === figure.id)
  const definition = getters.getChartDefinition(chartId!) as Extract<
    ChartDefinition,
    { type: 'bar' | 'line' | 'combo' }
  >
  const { dataSource, dataSetStyles, title, legendPosition } = definition
  if (dataSource.type !== 'range') throw new Error('the chart has no cells')
  const kinds = { bar: 'column', line: 'line', combo: 'combined' } as const
  const isStacked = definition.type === 'bar' && definition.stacked
  const kind = definition.type === 'bar' && definition.horizontal ? 'bar' : kinds[definition.type]
  const zone = (name: string) => name.slice(name.lastIndexOf('!') + 1)
  return {
    kind: (isStacked ? `stacked ${kind}` : kind) as SeenChart['kind'],
    title: title.text!,
    labels: zone(dataSource.labelRange!),
    series: dataSource.dataSets.map(({ dataRange, dataSetId }) => {
      const style = dataSetStyles[dataSetId] as { label: string; type?: string; yAxisId?: string }
      return { title: style.label, cells: zone(dataRange), isLine: style.type === 'line' && style.yAxisId === 'y1' }
    }),
    hasLegend: legendPosition !== 'none',
    box: {
      left: getters.getColDimensions(sheetId, figure.col).start + figure.offset.x,
      top: getters.getRowDimensions(sheetId, figure.row).start + figure.offset.y,
      width: figure.width,
      height: figure.height,
    },
  }
}
