import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartDataset,
} from 'chart.js'
import { useEffect, useRef } from 'preact/hooks'
import { readable } from '../../core/catalogue/readable.ts'
import { isDateFormat } from '../../core/metric.ts'
import { isoText } from '../../core/statistics/time/calendar.ts'
import type { DrawnChart } from './compute.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

/** Told apart by people who see colours otherwise, and on light and dark ground. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b8860b', '#56b4e9', '#7b68c8', '#8a8a8a']

/** The chart of a result, as the spreadsheet would draw it. */
export function ResultChart({ chart }: { chart: DrawnChart }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    let drawn = draw(canvas.current!, chart)
    const again = () => {
      drawn.destroy()
      drawn = draw(canvas.current!, chart)
    }
    dark.addEventListener('change', again)
    return () => {
      dark.removeEventListener('change', again)
      drawn.destroy()
    }
  }, [chart])
  return (
    <figure class="chart">
      <figcaption>{chart.title}</figcaption>
      <div class="canvas">
        <canvas ref={canvas} role="img" aria-label={`${chart.title}, of the table below`} />
      </div>
    </figure>
  )
}

function draw(canvas: HTMLCanvasElement, { kind, labels, series, format }: DrawnChart): Chart {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const [text, line] = [colour('--soft'), colour('--line')]
  const isLying = kind.endsWith('bar')
  const isStacked = kind.startsWith('stacked')
  const hasLine = series.some((one) => one.line)
  const numbers = (shape: string) => ({
    ticks: { color: text, callback: (value: string | number) => shownBy(shape, Number(value)) },
    grid: { color: line },
    stacked: isStacked,
  })
  const names = { ticks: { color: text }, grid: { display: false }, stacked: isStacked }
  const own = numbers(format)
  return new Chart(canvas, {
    type: kind === 'line' ? 'line' : 'bar',
    data: {
      labels,
      datasets: series.map(({ title, values, line }, i): ChartDataset<'line' | 'bar', (number | null)[]> => {
        const paint = COLOURS[i % COLOURS.length]!
        const isLine = kind === 'line' || line !== undefined
        const shared = { label: title, data: values, borderColor: paint, backgroundColor: paint }
        // Lines of one colour again are dashed.
        const dash = i < COLOURS.length ? [] : [6, 3]
        return isLine
          ? {
              ...shared,
              type: 'line',
              order: 0,
              borderWidth: 2,
              pointRadius: 2,
              borderDash: dash,
              ...(line && { yAxisID: 'line' }),
            }
          : { ...shared, type: 'bar', order: 1 }
      }),
    },
    options: {
      indexAxis: isLying ? 'y' : 'x',
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: isLying ? own : names,
        y: isLying ? names : own,
        ...(hasLine && {
          line: {
            ...numbers(series.find((one) => one.line)!.line!.format),
            position: 'right' as const,
            grid: { display: false },
          },
        }),
      },
      plugins: {
        legend: { display: series.length > 1, position: 'bottom', labels: { color: text, boxWidth: 12 } },
        tooltip: {
          callbacks: {
            label: ({ dataset, parsed }) =>
              `${dataset.label}: ${shownBy(format, (isLying ? parsed.x : parsed.y) ?? 0)}`,
          },
        },
      },
    },
  })
}

/** A number as its number format shows it, in short. */
function shownBy(format: string, value: number): string {
  if (isDateFormat(format)) return isoText(value)
  return format.endsWith('%') ? readable(value, 'fraction', 4) : readable(value, undefined, 6)
}
