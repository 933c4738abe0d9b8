import type { SeenChart, TablesUnderTest } from '../tables.contract.ts'
import { addressOf as nameOf, parseAddress } from './address.ts'
import type { HostObject } from './objectModel.ts'
import type { Chart, Sheet } from './sheet.ts'
import type { Workbook } from './workbook.ts'

type Series = Chart['series'][number]

/** Names of charts that are gone are not given again. */
let chartsEver = 0

/** The charts of a sheet. `changing` fails where nothing may be changed, `addressOf` tells the cells of a range. */
export function chartCollection(
  sheet: Sheet,
  changing: () => void,
  addressOf: (range: HostObject) => string,
): HostObject {
  const set = (apply: (value: never) => void) => (value: never) => {
    changing()
    apply(value)
  }

  function chart(own: Chart): HostObject {
    const size = (name: 'left' | 'top' | 'width' | 'height') => set((points: number) => (own[name] = points))
    return {
      type: 'Chart',
      identity: { Id: own.id },
      properties: {
        Name: () => own.id,
        Left: () => own.left,
        Top: () => own.top,
        Width: () => own.width,
        Height: () => own.height,
      },
      setters: { Left: size('left'), Top: size('top'), Width: size('width'), Height: size('height') },
      methods: {
        Delete() {
          changing()
          sheet.charts = sheet.charts.filter(({ id }) => id !== own.id)
        },
      },
      objects: {
        Title: () => ({ type: 'ChartTitle', setters: { Text: set((text: string) => (own.title = text)) } }),
        Legend: () => ({
          type: 'ChartLegend',
          setters: {
            Visible: set((isVisible: boolean) => (own.legend = isVisible ? own.legend || 'Right' : '')),
            Position: set((position: string) => (own.legend &&= position)),
          },
        }),
        Series: () => ({
          type: 'ChartSeriesCollection',
          methods: {
            GetItemAt: (at: number) => series(own.series[at]!),
            Add(name: string) {
              changing()
              const made: Series = { name, values: '', labels: '' }
              own.series.push(made)
              return series(made)
            },
          },
        }),
        Axes: () => ({
          type: 'ChartAxes',
          objects: {
            ValueAxis: () => axis(own, 'primary'),
            CategoryAxis: () => ({
              type: 'ChartAxis',
              setters: { ReversePlotOrder: set((isReversed: boolean) => (own.isReversed = isReversed)) },
            }),
          },
          methods: { GetItem: (_: string, group: string) => axis(own, group.toLowerCase()) },
        }),
      },
    }
  }

  function axis(own: Chart, group: string): HostObject {
    return { type: 'ChartAxis', setters: { NumberFormat: set((format: string) => (own.formats[group] = format)) } }
  }

  function series(own: Series): HostObject {
    return {
      type: 'ChartSeries',
      setters: {
        Name: set((name: string) => (own.name = name)),
        ChartType: set((type: string) => (own.type = type)),
        AxisGroup: set((axis: string) => (own.axis = axis)),
      },
      methods: {
        SetValues(range: HostObject) {
          changing()
          own.values = addressOf(range)
        },
        SetXAxisValues(range: HostObject) {
          changing()
          own.labels = addressOf(range)
        },
      },
    }
  }

  return {
    type: 'ChartCollection',
    items: () => sheet.charts.map(chart),
    methods: {
      GetItem: (id: string) => chart(sheet.charts.find((one) => one.id === id)!),
      Add(type: string, range: HostObject) {
        changing()
        const first: Series = { name: '', values: addressOf(range), labels: '' }
        const place = { left: 0, top: 0, width: 360, height: 216 }
        const id = `{chart ${++chartsEver}}`
        const made: Chart = {
          id,
          type,
          title: '',
          legend: '',
          ...place,
          series: [first],
          formats: {},
          isReversed: false,
        }
        sheet.charts.push(made)
        return chart(made)
      },
    },
  }
}

const PIXELS = 4 / 3

/** Looks of cells and charts as a person sees them. */
export function tablesOf(workbook: Workbook): TablesUnderTest {
  const sheetOf = (name: string) => workbook.sheet(name)!
  return {
    async look(name, cell) {
      const sheet = sheetOf(name)
      const { top, left } = parseAddress(cell)
      const isBold = sheet.bold.some(
        (block) => top >= block.top && top <= block.bottom && left >= block.left && left <= block.right,
      )
      return { isBold, align: sheet.aligned.get(cell) ?? '', width: (sheet.widths.get(left) ?? 48) * PIXELS }
    },
    async shades(name) {
      return sheetOf(name)
        .colourRules.filter(({ type, scale }) => type === 'ColorScale' && scale)
        .map(({ block }) => nameOf(block))
    },
    async charts(name) {
      return sheetOf(name).charts.map(seen)
    },
  }
}

function seen({ type, title, legend, series, left, top, width, height }: Chart): SeenChart {
  const isMixed = series.some((one) => one.type !== undefined)
  const kinds: Record<string, SeenChart['kind']> = {
    Line: 'line',
    ColumnClustered: 'column',
    ColumnStacked: 'stacked column',
    BarClustered: 'bar',
    BarStacked: 'stacked bar',
  }
  return {
    kind: isMixed ? 'combined' : kinds[type]!,
    title,
    labels: series[0]!.labels,
    series: series.map(({ name, values, type, axis }) => ({
      title: name,
      cells: values,
      isLine: type === 'Line' && axis === 'Secondary',
    })),
    hasLegend: legend !== '',
    box: { left: left * PIXELS, top: top * PIXELS, width: width * PIXELS, height: height * PIXELS },
  }
}
