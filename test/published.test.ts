import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addCsv } from '../workbench/files/csv/csvSheet.ts'
import { emptyWorkbook } from '../workbench/workbook.ts'
import { expectClose } from './close.ts'
import { openWorkbench } from './hosts/workbench/openWorkbench.ts'

/** Reference data that must not be copied into the project stand beside it, where they are there at all. */
const reference = process.env['CUESHEET_REFERENCE'] ?? '../shared'
const given = existsSync(join(reference, 'oracles/cases.json'))

type Table = (string | number)[][]

/** What a formula gives in the workbench beside a csv file that was opened there. */
function beside(file: string, cell = 'L1') {
  const workbook = emptyWorkbook()
  addCsv(workbook, file, readFileSync(join(reference, 'data', file)))
  const { put, result } = openWorkbench(workbook)
  const sheet = file.replace('.csv', '')
  return (formula: string, at = cell): unknown => {
    put(sheet, at, formula)
    const shown = result(sheet, at)
    return 'error' in shown ? `${shown.error} ${shown.message}` : shown.value
  }
}

/** The case of a published or independently computed number. */
function published<T>(id: string): T {
  const cases = JSON.parse(readFileSync(join(reference, 'oracles/cases.json'), 'utf8')) as { id: string; expected: T }[]
  return cases.find((one) => one.id === id)!.expected
}

describe.runIf(given)('a file opened in the workbench gives the published number', () => {
  test('NPS and its margin (R package NPS, Rocks 2016)', () => {
    const formula = beside('nps_survey.csv')
    const { nps } = published<{ nps: number }>('cx-nps-001')
    expectClose(formula('=NPS(A:A)'), nps, 1e-9)
    const units = published<Record<string, { n: number; nps: number; ci_high: number }>>('cx-nps-002')
    const [, ...rows] = formula('=NPS_TABLE(A:A,F:F)') as Table
    for (const [unit, , , , , score, margin] of rows.slice(0, -1)) {
      expectClose(score, units[unit!]!.nps, 1e-9)
      expectClose((score as number) + (margin as number), units[unit!]!.ci_high, 1e-9)
    }
    expect(rows).toHaveLength(5)
  })

  test('the change of NPS between two groups (R package NPS)', () => {
    const formula = beside('nps_survey.csv')
    const expected = published<Record<string, number>>('cx-nps-006')
    const units = ['Bananas', 'Apples'].map((unit) => `FILTER(A2:A1001,F2:F1001="${unit}")`)
    const [, [, , change, low, high, p]] = formula(`=NPS_COMPARE(${units.join(',')})`) as [unknown, number[]]
    const { difference, ci_low, ci_high, p_value } = expected
    expectClose([change, low, high, p], [difference, ci_low, ci_high, p_value], 1e-9)
  })

  test('what drives the recommendation: its correlation with each answer (R cor.test)', () => {
    const formula = beside('nps_survey.csv', 'N1')
    const rows = formula('=DRIVER_IMPACT(A:A,B:E)') as Table
    const tastiness = rows.find(([driver]) => driver === 'product_tastiness')!
    expectClose(tastiness[1], published<{ r: number }>('st-corr-ci-001').r, 1e-9)
    const weights = rows.slice(1).map((row) => row[4] as number)
    expectClose(
      weights.reduce((sum, weight) => sum + weight, 0),
      1,
      1e-9,
    )
  })

  test('from the order log of CDNOW to the models of Fader and Hardie', () => {
    const formula = beside('cdnow_orders.csv', 'F1')
    const [, ...inputs] = formula('=CLV_INPUTS(A:A,B:B,D:D,"1997-09-30")') as Table
    expect(inputs).toHaveLength(2357)
    expect(inputs.filter(([, frequency]) => frequency === 0)).toHaveLength(1411)
    const [, orders] = formula('=BGNBD_FIT(G:G,H:H,I:I)', 'M1') as [unknown, number[]]
    // Fader, Hardie and Lee (2005): r 0.243, alpha 4.414, a 0.793, b 2.426.
    expectClose(orders.slice(0, 4), [0.2426, 4.4136, 0.7929, 2.4259], 1e-4)
    expect(orders[5]).toBe(true)
    const [, pareto] = formula('=PNBD_FIT(G:G,H:H,I:I)', 'M4') as [unknown, number[]]
    // Fader, Hardie and Lee (2005), from the same file: 0.553, 10.578, 0.606, 11.669.
    expectClose(pareto.slice(0, 4), [0.553, 10.578, 0.606, 11.669], 2e-3)
    const [, spend] = formula('=SPEND_FIT(G:G,J:J)', 'M7') as [unknown, number[]]
    // Fader and Hardie (2013): p 6.25, q 3.74, gamma 15.44.
    expectClose(spend.slice(0, 3), [6.25, 3.74, 15.44], 2e-3)
  })

  test('cohort triangle of CDNOW (computed with pandas and with SQLite)', () => {
    const formula = beside('cdnow_orders.csv', 'F1')
    const blank = (row: (number | null)[]) => row.map((cell) => cell ?? '')
    const { size, active } = published<{ size: number[]; active: (number | null)[][] }>('ret-cohort-001')
    const counts = formula('=COHORT_RETENTION(A:A,B:B,"month","exact","count")') as Table
    expect(counts.slice(1).map((row) => row[1])).toEqual(size)
    expect(counts.slice(1).map((row) => row.slice(2))).toEqual(active.map(blank))
    const { retention } = published<{ retention: (number | null)[][] }>('ret-cohort-002')
    const rates = formula('=COHORT_RETENTION(A:A,B:B)') as Table
    expectClose(
      rates.slice(1).map((row) => row.slice(2)),
      retention.map(blank),
      1e-9,
    )
  })

  test('repeat purchase by distinct days of CDNOW', () => {
    const rate = published<{ rate_by_distinct_days: number }>('ret-repeat-001').rate_by_distinct_days
    expectClose(beside('cdnow_orders.csv')('=REPEAT_RATE(A:A,B:B,600,DATE(1999,12,31))'), rate, 1e-9)
  })

  test('churn, ARPU and survival of the IBM telco sample (R survival)', () => {
    const formula = beside('telco_churn.csv')
    const { customer_churn } = published<{ customer_churn: number }>('fin-churn-005')
    expectClose(formula('=CHURN_RATE(7043,COUNTIF(H:H,"Yes"))'), customer_churn, 1e-9)
    expectClose(formula('=ARPU(F:F,7043)'), published('fin-arpu-002'), 1e-9)
    const { survival, ci_low } = published<{ survival: number[]; ci_low: (number | null)[] }>('ret-km-003')
    const [, ...curve] = formula('=SURVIVAL_CURVE(B:B,H:H)') as Table
    const at = (time: number) => curve.filter(([when]) => (when as number) <= time).pop()!
    ;[0, 1, 6, 12, 24, 36, 48, 60, 72].forEach((time, i) => {
      expectClose(at(time)[3], survival[i], 1e-9)
      expectClose(at(time)[4], ci_low[i] ?? '', 1e-9)
    })
  })

  test('RFM scores (R package rfm)', () => {
    type Scores = Record<'recency_days' | 'orders' | 'amount' | 'R' | 'F' | 'M', number[]>
    const expected = published<Scores>('ret-rfm-001')
    const table = beside('rfm_orders.csv')('=RFM(A:A,B:B,C:C,DATE(2006,12,31))') as Table
    const names = ["Abbey O'Reilly", 'Add Senger', 'Aden Lesch', 'Aden Murphy', 'Admiral Senger']
    names.forEach((name, i) => {
      const [, days, orders, amount, r, f, m] = table.find(([id]) => id === name)!
      const { recency_days, orders: counts, amount: money, R, F, M } = expected
      expect([days, orders, amount, r, f, m]).toEqual([recency_days[i], counts[i], money[i], R[i], F[i], M[i]])
    })
    expect(table).toHaveLength(996)
  })

  const credits = (table: unknown, column = 1) =>
    Object.fromEntries((table as Table).slice(1).map((row) => [row[0], row[column]]))

  test.each(['first', 'last', 'linear'])('%s-touch attribution (R package ChannelAttribution)', (model) => {
    const expected = published<Record<'conversions' | 'value', Record<string, number>>>(`att-${model}-small`)
    const table = beside('paths_small.csv')(`=ATTRIBUTION(A:A,B:B,"${model}",D:D,C:C)`)
    for (const [channel, credit] of Object.entries(expected.conversions)) {
      expect(credits(table)[channel]).toBeCloseTo(credit, 6)
      expect(credits(table, 3)[channel]).toBeCloseTo(expected.value[channel]!, 6)
    }
  })

  test.each(['position', 'shapley'])('%s attribution', (model) => {
    const table = beside('paths_small.csv')(`=ATTRIBUTION(A:A,B:B,"${model}")`)
    const expected = published<Record<string, number>>(`att-${model}-small`)
    for (const [channel, credit] of Object.entries(expected)) expect(credits(table)[channel]).toBeCloseTo(credit, 6)
  })

  test('markov attribution (the exact absorbing chain)', () => {
    const table = beside('paths_small.csv')('=ATTRIBUTION(A:A,B:B,"markov",D:D)')
    const { attributed } = published<{ attributed: Record<string, number> }>('att-markov-small')
    for (const [channel, credit] of Object.entries(attributed)) expectClose(credits(table)[channel], credit, 1e-8)
  })
})

describe.runIf(given)('cohorts in money, revenue kept and removal effects are those of plain Python', () => {
  // python3: rows = [(id, date, float(amount))] of csv.DictReader; month m(d) = 12 x year + month - 1; f[id] = min of m;
  // margin at age k = 0.4 x the sum of the amounts with m - f = k, over the customers with f + k <= m("1998-06").
  test('COHORT_LTV of CDNOW, with a margin of 40 %', () => {
    const formula = beside('cdnow_orders.csv', 'F1')
    const rows = formula('=COHORT_LTV(A:A,B:B,D:D,40%,30)') as Table
    expect(rows).toHaveLength(20)
    const expected: Record<number, number[]> = {
      0: [2357, 16.094165464573685, 16.094165464573685],
      1: [2357, 2.9741417055579125, 19.068307170131597],
      7: [2357, 1.4081391599490847, 29.50252863809935],
      8: [2357, 1.6209995757318563, 31.123528213831207],
      15: [2357, 1.1438642341960097, 40.510087399236355],
      16: [1638, 0.9911330891330884, 41.50122048836944],
      17: [781, 0.6799282970550578, 42.1811487854245],
    }
    for (const [age, numbers] of Object.entries(expected))
      expectClose(rows[Number(age) + 1]!.slice(1, 4), numbers, 1e-9)
    expect(rows[19]![0]).toBe('CAC of 30 is earned back at age 8, in month 9 (observed)')
    const further = formula('=COHORT_LTV(A:A,B:B,D:D,40%,,,,12)') as Table
    expect(further[19]![0]).toMatch(/^No projection: customers order in 22% of the periods /)
  })

  // The same rows: a and b are the sums of the amounts of each customer in m("1997-06") and m("1998-06"), of those with a > 0.
  test('NRR_EVENTS of CDNOW over the last twelve months', () => {
    const [, row] = beside('cdnow_orders.csv', 'F1')('=NRR_EVENTS(A:A,B:B,D:D)') as [unknown, number[]]
    const money = [9907.25000000001, 659.3200000000002, 748.9, 7748.359999999998, 2069.3100000000004]
    expect(row.slice(2, 4)).toEqual([232, 186])
    expectClose(row.slice(4), [...money, 0.20886825304701087, 0.14231900880668188], 1e-9)
  })

  test('removal effects of sixty paths (the exact absorbing chain)', () => {
    const table = beside('paths_small.csv')('=ATTRIBUTION(A:A,B:B,"markov",D:D,,,"removal")') as Table
    const effects = published<{ removal_effect: Record<string, number> }>('att-markov-small').removal_effect
    expect(table).toHaveLength(1 + Object.keys(effects).length)
    for (const [channel, , , effect] of table.slice(1)) expectClose(effect, effects[channel!], 1e-8)
  })

  // numpy: counts of the moves start, channels, conversion and null over all paths, each row divided by its sum; the chance to
  // convert is solve(I - Q, r)[start], without a channel with its row at 0; effect = 1 - without / with.
  test('removal effects, credits and values of the ten thousand paths of ChannelAttribution', () => {
    const formula = beside('channelattribution_pathdata.csv')
    const expected: Record<string, number[]> = {
      alpha: [0.5583994895077468, 5344.947682085165, 20208.13594127594],
      iota: [0.4058350044719441, 3884.6147018750935, 14686.92055454252],
      eta: [0.34902633187114573, 3340.8474015008696, 12631.049444107979],
      beta: [0.26403853574123637, 2527.352166520388, 9555.393090881984],
      theta: [0.20601046277277002, 1971.9128798869242, 7455.392627072858],
      lambda: [0.13402212280970016, 1282.8472233943585, 4850.178640500399],
      epsilon: [0.06263858227549068, 599.5706504632112, 2266.851975290627],
      zeta: [0.03981051781738332, 381.06255275808434, 1440.7182869301478],
      kappa: [0.02866338665546564, 274.363255954797, 1037.3104291009],
      gamma: [0.017879974419968803, 171.14544269372666, 647.0653367247631],
      delta: [0.00048199575803842265, 4.613618311100924, 17.443131637074433],
      mi: [0.0001799458198938897, 1.722424556280718, 6.512129145543625],
    }
    const table = formula('=ATTRIBUTION(A:A,B:B,"markov",D:D,C:C,,"removal")') as Table
    expect(table.slice(1).map(([channel]) => channel)).toEqual(Object.keys(expected))
    for (const [channel, credit, , effect, value] of table.slice(1))
      expectClose([effect, credit, value], expected[channel!], 1e-9)
    const compared = formula('=ATTRIBUTION_COMPARE(A:A,B:B,,D:D)') as Table
    const markov = compared[0]!.indexOf('markov')
    for (const row of compared.slice(1)) expectClose(row[markov], expected[row[0]!]![1], 1e-9)
  })
})

describe.runIf(given)('groups that stay for different times, as R survival tells them apart', () => {
  // Rscript -e 'library(survival); s <- survdiff(Surv(weeks, relapse) ~ group, read.csv("gehan.csv"))
  //   print(c(s$exp, s$chisq, pchisq(s$chisq, 1, lower = FALSE)), digits = 16)'
  test('the trial of Freireich and others (1963): chi-square 16.793', () => {
    const [, ...rows] = beside('gehan.csv')('=SURVIVAL_COMPARE(B:B,C:C,A:A)') as Table
    const p = 4.168809109334563e-5
    expectClose(
      rows.map((row) => row.slice(0, 8)),
      [
        [1, 21, 21, 10.74949905196887, 8, 4, 11, p],
        [2, 21, 9, 19.25050094803113, 23, 13, '', p],
        ['All', 42, 30, 30, 12, 8, 17, p],
      ],
      1e-9,
    )
  })

  // Rscript -e 'library(survival); t <- read.csv("telco_churn.csv"); t$e <- t$Churn == "Yes"
  //   print(survdiff(Surv(tenure, e) ~ Contract, t)$exp, digits = 16)
  //   quantile(survfit(Surv(tenure, e) ~ Contract, t, conf.type = "log-log"), .5)
  //   p <- sapply(c("One year", "Two year"), function(x) pchisq(survdiff(Surv(tenure, e) ~ (Contract == x), t)$chisq, 1, lower = FALSE))
  //   print(p.adjust(p, "holm", 3), digits = 16)'
  test('contracts of the IBM telco sample', () => {
    const [, ...rows] = beside('telco_churn.csv')('=SURVIVAL_COMPARE(B:B,H:H,C:C)') as Table
    expectClose(
      rows.map((row) => row.slice(0, 7)),
      [
        ['Month-to-month', 3875, 1655, 708.445595507873, 35, 32, 38],
        ['One year', 1473, 166, 470.7278260958195, '', 72, ''],
        ['Two year', 1695, 48, 689.8265783963072, '', '', ''],
        ['All', 7043, 1869, 1869, '', '', ''],
      ],
      1e-9,
    )
    // That of the contracts by month is too small for a number, and so is that of all together.
    expectClose([rows[1]![7], rows[2]![7]], [9.116734244024312e-61, 2 * 8.620695708149628e-233], 1e-9)
    expect(rows.map((row) => row[8])).toEqual([
      'leaves sooner than the others',
      'stays longer than the others',
      'stays longer than the others',
      'the groups differ: “Two year” stays longest',
    ])
  })

  // As above, with ~ PaymentMethod: print(survdiff(…)$exp, digits = 16), pchisq(survdiff(…)$chisq, 3, lower = FALSE), p.adjust(p, "holm")
  test('ways of paying of the IBM telco sample', () => {
    const [, ...rows] = beside('telco_churn.csv')('=SURVIVAL_COMPARE(B:B,H:H,E:E)') as Table
    expectClose(
      rows.map((row) => row[3]),
      [512.1514287583745, 501.716924209481, 527.8380941377033, 327.2935528944411, 1869],
      1e-9,
    )
    expectClose(
      rows.map((row) => row[7]),
      [1.899078063620963e-40, 1.009004414205144e-45, 3.307479215311492e-176, 0.232366696614942, 3.066529222950236e-187],
      1e-9,
    )
    expect(rows[3]![8]).toBe('no clear difference')
  })
})

describe.runIf(given)('forecasts of CDNOW, 39 weeks learnt and 39 weeks foretold (Fader, Hardie and Lee 2005)', () => {
  const actual = [334, 306, 298, 156, 157, 112, 112, 407]
  const rows = (model: string) =>
    (
      beside('cdnow_orders.csv', 'F1')(`=CLV_BACKTEST(A:A,B:B,D:D,"1997-09-30","1998-06-30","${model}")`) as Table
    ).slice(1)

  test('BG/NBD, by class, in all and for the best fifth', () => {
    // python3 with numpy 2 and scipy 1.17, on the csv itself: both likelihoods of the papers minimised by Nelder-Mead, six
    // times from where it ended, then equation 10 with scipy.special.hyp2f1 and equation 5 of the note on spend, added up.
    const orders = [317.598228, 229.654579, 223.444695, 152.027946, 134.159675, 100.84614, 101.617223, 394.060178]
    const money = [11170.048, 7675.248, 8328.4132, 5100.8689, 4652.8721, 4054.2374, 3799.6434, 15150.2944]
    const off = [0.399197, 0.7989472, 1.2204688, 1.3277077, 1.7869502, 2.2360169, 3.7821677, 3.7174579]
    const came = [11704.56, 12036.95, 11111.17, 6319.02, 5640.65, 4729.12, 3688.04, 15746.88]
    const table = rows('bgnbd')
    const classes = table.slice(0, 8)
    expect(classes.map(([, customers]) => customers)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64])
    expect(classes.map((row) => row[2])).toEqual(actual)
    const column = (at: number) => classes.map((row) => row[at])
    expectClose([column(3), column(6), column(7), column(8)], [orders, off, came, money], 1e-6)
    expectClose(
      table[8],
      [
        'All',
        2357,
        1882,
        1653.408663,
        1653.408663 / 1882 - 1,
        1,
        0.7854542,
        70976.39,
        59931.6254,
        59931.6254 / 70976.39 - 1,
        1,
      ],
      1e-6,
    )
    expectClose(
      table[9],
      [
        ...['Top 20% predicted', 472, 1191, 1121.858202, 1121.858202 / 1191 - 1, 1191 / 1882, ''],
        ...[47046.87, 42949.2053, 42949.2053 / 47046.87 - 1, 47046.87 / 70976.39],
      ],
      1e-6,
    )
    expectClose([table[10]![2], table[10]![7]], [1670, 66917.18], 1e-9)
  })

  test('Pareto/NBD, by class', () => {
    // The same with the likelihood of Schmittlein, Morrison and Colombo by scipy.special.hyp2f1.
    const orders = [195.348568, 263.167628, 255.909061, 171.384339, 148.695111, 110.473895, 110.738222, 409.796299]
    const classes = rows('pnbd').slice(0, 8)
    expectClose(
      classes.map((row) => row[3]),
      orders,
      1e-6,
    )
    expect(classes.map((row) => row[2])).toEqual(actual)
  })
})
