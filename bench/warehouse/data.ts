import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { opened } from './engine.ts'

/** Tables of a warehouse. Every number in them follows from a row's number and a seed, so that they are the same each time. */
const tables: Readonly<Record<string, string>> = {
  // Few customers order often: as many as a Pareto distribution says. More of them come late than early, and leave after a while.
  orders: `WITH customers AS (
  SELECT
    k,
    LEAST(500, CAST(FLOOR(${random(11, 'k')} ** (-1 / 1.1)) AS BIGINT) + CAST(FLOOR(1.8 * ${random(12, 'k')}) AS BIGINT)) AS orders,
    1096 * ${random(13, 'k')} ** 0.8 AS first_day,
    LEAST(1096 - first_day, -400 * LN(1 - ${random(14, 'k')})) AS stayed
  FROM RANGE(2100000) AS numbers(k)
), placed AS (
  SELECT
    k,
    TIMESTAMP '2023-01-01' + TO_SECONDS(CAST(FLOOR(86400 * (first_day + CASE WHEN j = 0 THEN 0 ELSE stayed * ${random(15, 'k', 'j')} END)) AS BIGINT)) AS ordered_at,
    ROUND(EXP(3.4 + 1.6 * (${random(16, 'k', 'j')} + ${random(17, 'k', 'j')} + ${random(18, 'k', 'j')} - 1.5)), 2) AS paid,
    CASE WHEN ${random(19, 'k', 'j')} < 0.03 THEN -1 ELSE 1 END AS side
  FROM customers, UNNEST(RANGE(orders)) AS each(j)
)
SELECT
  'C' || LPAD(CAST(k AS VARCHAR), 7, '0') AS customer_id,
  ordered_at,
  CAST(side * paid AS DECIMAL(12, 2)) AS amount
FROM placed
ORDER BY ordered_at, customer_id, amount`,
  answers: `SELECT
  CAST(FLOOR(11 * SQRT(${random(21, 'k')} * (0.6 + 0.4 * ${random(22, 'k % 40')}))) AS INTEGER) AS score,
  'Segment ' || LPAD(CAST(1 + CAST(FLOOR(40 * ${random(23, 'k')} ** 1.5) AS BIGINT) AS VARCHAR), 2, '0') AS segment,
  DATE '2023-01-01' + CAST(k // 9125 AS INTEGER) AS answered_at
FROM RANGE(10000000) AS numbers(k)
ORDER BY k`,
  // One in 25 leaves each month, one in ten of those comes back; one in six moves up to the next price.
  bills: `WITH customers AS (
  SELECT
    k,
    CAST(FLOOR(24 * ${random(31, 'k')} ** 1.3) AS BIGINT) AS came,
    came + 1 + CAST(FLOOR(-25 * LN(1 - ${random(32, 'k')})) AS BIGINT) AS left_in,
    CASE WHEN ${random(33, 'k')} < 0.1 THEN left_in + 1 + CAST(FLOOR(4 * ${random(34, 'k')}) AS BIGINT) END AS returned,
    CAST(FLOOR(9 * ${random(35, 'k')} ** 2) AS BIGINT) AS price,
    CASE WHEN ${random(36, 'k')} < 1 / 6 THEN came + 1 + CAST(FLOOR(12 * ${random(37, 'k')}) AS BIGINT) END AS moved_up,
    CAST(FLOOR(28 * ${random(38, 'k')}) AS INTEGER) AS day
  FROM RANGE(300000) AS numbers(k)
)
SELECT
  'S' || LPAD(CAST(k AS VARCHAR), 6, '0') AS customer_id,
  CAST(DATE '2024-01-01' + TO_MONTHS(CAST(m AS INTEGER)) AS DATE) + day AS billed_on,
  CAST([9, 19, 29, 49, 79, 99, 149, 199, 299, 499][1 + price + CASE WHEN m >= moved_up THEN 1 ELSE 0 END] AS DECIMAL(12, 2)) AS amount
FROM customers, RANGE(24) AS months(m)
WHERE m >= came AND (m < left_in OR m >= returned)
ORDER BY billed_on, customer_id`,
}

/**
 * A number from 0 up to 1 that follows from a seed below 64 and a row's number, or from those of two columns, the second of
 * them below 512. The engine's HASH of several values is near that of one of them with another seed; of one it is not.
 */
function random(seed: number, row: string, within = '0'): string {
  return `((HASH((${row} * 512 + ${within}) * 64 + ${seed}) >> 11) / 9007199254740992.0)`
}

/** Makes the tables that are not there yet, each with the query that made it beside it, and tells how many rows they have. */
export async function data(folder: string): Promise<Record<string, number>> {
  mkdirSync(folder, { recursive: true })
  const rows: Record<string, number> = {}
  for (const [name, sql] of Object.entries(tables)) {
    const [file, made] = [`${folder}/${name}.parquet`, `${folder}/${name}.sql`]
    const isThere = existsSync(file) && existsSync(made) && readFileSync(made, 'utf8') === sql
    const engine = await opened(folder, '6GB', isThere ? [name] : [])
    if (!isThere) {
      rmSync(made, { force: true })
      await engine.run(`COPY (\n${sql}\n) TO '${file}.part' (FORMAT parquet)`)
      renameSync(`${file}.part`, file)
      writeFileSync(made, sql)
    }
    rows[name] = await engine.number(`SELECT COUNT(*) FROM '${file}'`)
    engine.close()
  }
  return rows
}
