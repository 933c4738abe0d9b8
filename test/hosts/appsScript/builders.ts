import type { Block, DropDown, StoredChart, StoredSheet } from './workbook.ts'

export type Members = Record<string, (...given: never[]) => unknown>

/**
 * What a script builds before it gives it to a sheet: drop-downs, conditional formats and charts. `service` makes an
 * object of the script, `placeOf` tells which cells a range of the script is.
 */
export function builders(
  service: (name: string, members: Members) => object,
  placeOf: (range: object) => { sheet: StoredSheet; block: Block },
) {
  const dropDowns = new WeakMap<object, Omit<DropDown, 'block'>>()
  const rules = new WeakMap<object, StoredSheet['rules'][number]>()
  const scales = new WeakMap<object, StoredSheet['scales'][number]>()
  const charts = new WeakMap<object, StoredChart>()

  function dataValidation(): object {
    const dropDown: Omit<DropDown, 'block'> = { offers: [], refusesOthers: false }
    const self = service('DataValidationBuilder', {
      requireValueInList: (values: string[]) => {
        dropDown.offers = Array.from(values)
        return self
      },
      requireValueInRange: (source: object) => {
        dropDown.from = placeOf(source)
        return self
      },
      setAllowInvalid: (allows: boolean) => {
        dropDown.refusesOthers = !allows
        return self
      },
      build: () => {
        const built = service('DataValidation', {})
        dropDowns.set(built, dropDown)
        return built
      },
    })
    return self
  }

  function conditionalFormatRule(): object {
    const rule: StoredSheet['rules'][number] = { blocks: [], text: '', fill: '', colour: '' }
    const scale = { least: '', most: '' }
    const self = service('ConditionalFormatRuleBuilder', {
      whenTextEqualTo: (text: string) => {
        rule.text = text
        return self
      },
      setBackground: (fill: string) => {
        rule.fill = fill
        return self
      },
      setFontColor: (colour: string) => {
        rule.colour = colour
        return self
      },
      setGradientMinpoint: (colour: string) => {
        scale.least = colour
        return self
      },
      setGradientMaxpoint: (colour: string) => {
        scale.most = colour
        return self
      },
      setRanges: (ranges: object[]) => {
        rule.blocks = Array.from(ranges, (each) => placeOf(each).block)
        return self
      },
      build: () => {
        if (rule.blocks.length === 0) throw new Error('Conditional format rule must have at least one range.')
        const built = service('ConditionalFormatRule', { getRanges: () => rule.blocks })
        if (scale.least) scales.set(built, { ...scale, blocks: rule.blocks })
        else rules.set(built, rule)
        return built
      },
    })
    return self
  }

  function chartBuilder(): object {
    const chart: StoredChart = {
      type: '',
      ranges: [],
      merge: 'MERGE_COLUMNS',
      isTransposed: false,
      headers: 0,
      options: {},
      position: [1, 1, 0, 0],
    }
    const self = service('EmbeddedChartBuilder', {
      setChartType: (type: string) => {
        chart.type = type
        return self
      },
      addRange: (range: object) => {
        chart.ranges.push(placeOf(range).block)
        return self
      },
      setNumHeaders: (headers: number) => {
        chart.headers = headers
        return self
      },
      setMergeStrategy: (strategy: string) => {
        chart.merge = strategy
        return self
      },
      setTransposeRowsAndColumns: (isTransposed: boolean) => {
        chart.isTransposed = isTransposed
        return self
      },
      setOption: (name: string, value: unknown) => {
        // What is no plain data is lost on the way.
        chart.options[name] = JSON.parse(JSON.stringify(value)) as unknown
        return self
      },
      setPosition: (row: number, column: number, x: number, y: number) => {
        chart.position = [row, column, x, y]
        return self
      },
      build: () => {
        if (chart.ranges.length === 0) throw new Error('At least one data range is required.')
        return embeddedChart(chart)
      },
    })
    return self
  }

  function embeddedChart(chart: StoredChart): object {
    const {
      options,
      position: [row, column, x, y],
    } = chart
    const self = service('EmbeddedChart', {
      getContainerInfo: () =>
        service('ContainerInfo', {
          getAnchorRow: () => row,
          getAnchorColumn: () => column,
          getOffsetX: () => x,
          getOffsetY: () => y,
        }),
      getOptions: () => service('ChartOptions', { get: (name: string) => options[name] ?? null }),
    })
    charts.set(self, chart)
    return self
  }

  return { dropDowns, rules, scales, charts, dataValidation, conditionalFormatRule, chartBuilder, embeddedChart }
}
