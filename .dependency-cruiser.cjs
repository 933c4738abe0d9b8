// The floors of the house: arrows run downwards, and no file comes back to itself.
const hosts = ['gsheets', 'excel', 'workbench']
const families = '^core/metrics/([^/]+)/'

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment:
        'A file that imports itself by way of others cannot be understood without them: types that two share live lower.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-knows-no-host',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: `^(${hosts.join('|')})/` },
    },
    ...hosts.map((host) => ({
      name: `${host}-knows-no-other-host`,
      severity: 'error',
      from: { path: `^${host}/` },
      to: { path: `^(${hosts.filter((other) => other !== host).join('|')})/` },
    })),
    {
      name: 'a-metric-knows-its-family-alone',
      comment: 'What two families share belongs to statistics, arguments or reading.',
      severity: 'error',
      from: { path: families },
      to: { path: '^core/metrics/', pathNot: '^core/metrics/$1/' },
    },
    ...floors([
      ['ground', '^core/(cell|metric|reduction|release)\\.ts$'],
      ['statistics', '^core/statistics/'],
      ['reading and arguments', '^core/(reading|arguments)/'],
      ['sheet', '^core/sheet/'],
      ['data', '^core/data/'],
      ['metrics', '^core/metrics/'],
      ['catalogue', '^core/catalogue/'],
      ['languages', '^core/languages/'],
      ['tables', '^core/tables/'],
      ['share', '^core/share/'],
      ['plans', '^core/plans/'],
      ['check', '^core/check/'],
      ['sidebar', '^core/sidebar/'],
    ]),
    {
      name: 'only-a-build-knows-the-languages',
      comment: 'What runs carries none of them: the build writes a file for each.',
      severity: 'error',
      from: {
        path: `^(core|warehouse|${hosts.join('|')})/`,
        pathNot: '^(core/languages|excel/(metadata|manifest|locales)\\.ts)',
      },
      to: { path: '^core/languages/' },
    },
    {
      name: 'core-below-the-sidebar-knows-no-warehouse',
      severity: 'error',
      from: { path: '^core/', pathNot: '^core/sidebar/' },
      to: { path: '^warehouse/' },
    },
    {
      name: 'warehouse-knows-no-host-and-no-sidebar',
      severity: 'error',
      from: { path: '^warehouse/' },
      to: { path: `^(core/sidebar|${hosts.join('|')})/` },
    },
    {
      name: 'nothing-that-ships-knows-the-tests',
      severity: 'error',
      from: { path: `^(core|warehouse|${hosts.join('|')})/` },
      to: { path: '^(test|bench|conformance)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
}

/** What stands on a floor may use its own floor and those below it. */
function floors(named) {
  return named.slice(0, -1).map(([name, path], i) => ({
    name: `${name.replace(/ /g, '-')}-knows-nothing-above`,
    severity: 'error',
    from: { path },
    to: { path: named.slice(i + 1).map(([, above]) => above) },
  }))
}
