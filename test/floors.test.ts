import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { expect, test } from 'vitest'

/** The rules that a house of these files breaks. */
async function broken(files: Record<string, string>): Promise<string[]> {
  const house = await mkdtemp(join(tmpdir(), 'cuesheet-floors-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(house, dirname(path)), { recursive: true })
      await writeFile(join(house, path), text)
    }
    const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs')
    const { output } = await cruise(['.'], { ...options, tsConfig: {}, baseDir: house, validate: true })
    return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name)
  } finally {
    await rm(house, { recursive: true })
  }
}

const uses = (...paths: string[]) =>
  `${paths.map((path, i) => `import { a as a${i} } from '${path}'`).join('\n')}\nexport const a = 1\n`

test.each<[string, Record<string, string>, string]>([
  [
    'two files that import each other',
    { 'core/signals/cues.ts': uses('./matrix.ts'), 'core/signals/matrix.ts': uses('./cues.ts') },
    'no-circle',
  ],
  [
    'two files that share their types in a circle',
    {
      'core/cell.ts': "import type { B } from './metric.ts'\nexport interface A { b: B }\n",
      'core/metric.ts': "import type { A } from './cell.ts'\nexport interface B { a: A }\n",
    },
    'no-circle',
  ],
  [
    'a metric of another family',
    { 'core/metrics/value/ltv.ts': uses('../retention/churn.ts'), 'core/metrics/retention/churn.ts': uses() },
    'a-metric-knows-its-family-alone',
  ],
  [
    'a metric that looks into the list of metrics',
    { 'core/metrics/value/ltv.ts': uses('../../catalogue/catalogue.ts'), 'core/catalogue/catalogue.ts': uses() },
    'metrics-knows-nothing-above',
  ],
  [
    'core that imports a host',
    { 'core/cell.ts': uses('../excel/cells.ts'), 'excel/cells.ts': uses() },
    'core-knows-no-host',
  ],
  [
    'a host that imports another one',
    { 'gsheets/book.ts': uses('../excel/book.ts'), 'excel/book.ts': uses() },
    'gsheets-knows-no-other-host',
  ],
  [
    'statistics that read arguments',
    { 'core/statistics/sum.ts': uses('../arguments/index.ts'), 'core/arguments/index.ts': uses() },
    'statistics-knows-nothing-above',
  ],
  [
    'core below the sidebar that asks a warehouse',
    { 'core/catalogue/catalogue.ts': uses('../../warehouse/reduce.ts'), 'warehouse/reduce.ts': uses() },
    'core-below-the-sidebar-knows-no-warehouse',
  ],
  [
    'a warehouse that imports the sidebar',
    { 'warehouse/reduce.ts': uses('../core/sidebar/said.ts'), 'core/sidebar/said.ts': uses() },
    'warehouse-knows-no-host-and-no-sidebar',
  ],
  [
    'a warehouse that imports a host',
    { 'warehouse/reduce.ts': uses('../gsheets/book.ts'), 'gsheets/book.ts': uses() },
    'warehouse-knows-no-host-and-no-sidebar',
  ],
  [
    'what ships and imports a test',
    { 'core/cell.ts': uses('../test/close.ts'), 'test/close.ts': uses() },
    'nothing-that-ships-knows-the-tests',
  ],
  [
    'a host that imports the site',
    { 'excel/book.ts': uses('../site/page.ts'), 'site/page.ts': uses() },
    'nothing-knows-the-site',
  ],
  [
    'a site that imports a host',
    { 'site/page.ts': uses('../workbench/book.ts'), 'workbench/book.ts': uses() },
    'the-site-knows-no-host',
  ],
])('%s is refused', async (_, files, rule) => {
  expect(new Set(await broken(files))).toEqual(new Set([rule]))
})

test('arrows that run downwards are taken', async () => {
  const files = {
    'excel/functions.ts': uses('../core/catalogue/catalogue.ts'),
    'core/sidebar/sidebar.ts': uses('../../warehouse/reduce.ts'),
    'warehouse/reduce.ts': uses('../core/metric.ts'),
    'core/catalogue/catalogue.ts': uses('../metrics/value/ltv.ts', '../metric.ts'),
    'core/metrics/value/ltv.ts': uses('./cac.ts', '../../arguments/index.ts'),
    'core/metrics/value/cac.ts': uses('../../statistics/sum.ts'),
    'core/arguments/index.ts': uses('../statistics/sum.ts'),
    'core/statistics/sum.ts': uses('../cell.ts'),
    'core/cell.ts': uses(),
    'core/metric.ts': uses('./cell.ts'),
  }
  expect(await broken(files)).toEqual([])
})
