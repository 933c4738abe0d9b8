import { counts, customers, keys, type Keys, names, number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { isKnownTitle } from '../../reading/titles.ts'
import { rowsByCode, sortedCodes } from '../../statistics/groups.ts'

export const featureAdoption = metric(
  {
    name: 'FEATURE_ADOPTION',
    summary:
      'How many different users use each feature, and what share of the active users that is. The most used feature comes first; give the list of all features to see those that nobody uses.',
    questions: [
      'Which features are used?',
      'Which features does nobody use?',
      'What share of users adopted a feature?',
    ],
    args: [
      keys('ids', 'User of each use.'),
      keys('features', 'Feature of each use.'),
      number('active_users', 'Active users in the same time, with or without any of these features.', { min: 0 }),
      names(
        'all_features',
        'Names of all features; those nobody uses are listed with 0. Only features in use are listed when left out.',
        { default: null },
      ),
      counts(),
      customers(),
    ],
    returns: {
      chart: { kind: 'bar', title: 'Adoption by feature', columns: ['adoption'] },
      table: [
        { name: 'feature', unit: 'text' },
        { name: 'users', unit: 'count' },
        { name: 'adoption', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [[['Ann'], ['Ben'], ['Ann'], ['Ann']], [['Export'], ['Export'], ['Export'], ['Chat']], 10],
        gives: [
          ['feature', 'users', 'adoption'],
          ['Export', 2, 0.2],
          ['Chat', 1, 0.1],
        ],
      },
      {
        cells: [[['Ann'], ['Ben']], [['Export'], ['Chat']], 4, [['Chat'], ['Export'], ['Report']]],
        gives: [
          ['feature', 'users', 'adoption'],
          ['Chat', 1, 0.25],
          ['Export', 1, 0.25],
          ['Report', 0, 0],
        ],
      },
      { cells: [[['Ann'], ['Ben']], [['Export'], ['Chat']], 1], gives: '#VALUE!' },
    ],
    reduce: { shape: 'features' },
    source: 'Croll and Yoskovitz, “Lean Analytics”, 2013.',
  },
  (ids, features, activeUsers, allFeatures) => {
    if (activeUsers === 0) throw new CellError('#DIV/0!', 'active_users is 0, so there is nobody to adopt a feature')
    const everyone = ids.labels.length
    if (everyone > activeUsers) {
      throw new CellError('#VALUE!', `ids has ${everyone} different users, more than active_users (${activeUsers})`)
    }
    const counts = differentUsers(ids, features)
    const used = new Set(features.labels.map(String))
    const unused = (allFeatures ?? []).filter((name, i) => !used.has(name) && !(i === 0 && isKnownTitle(name)))
    const labels = [...features.labels, ...unused]
    const rows = sortedCodes({ labels, codes: features.codes }).map((code): [Scalar, number, number] => {
      const users = counts[code] ?? 0
      return [labels[code]!, users, users / activeUsers]
    })
    return [['feature', 'users', 'adoption'], ...rows.sort((a, b) => b[1] - a[1])]
  },
)

/** How many different ids each feature has. */
function differentUsers(ids: Keys, features: Keys): Int32Array {
  const { start, rows } = rowsByCode(features)
  const counts = new Int32Array(features.labels.length)
  const lastSeen = new Int32Array(ids.labels.length).fill(-1)
  for (let feature = 0; feature < counts.length; feature++) {
    for (let i = start[feature]!; i < start[feature + 1]!; i++) {
      const id = ids.codes[rows[i]!]!
      if (lastSeen[id] === feature) continue
      lastSeen[id] = feature
      counts[feature]!++
    }
  }
  return counts
}
