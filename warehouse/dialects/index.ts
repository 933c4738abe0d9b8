import type { Dialect, DialectName } from '../dialect.ts'
import { bigquery } from './bigquery.ts'
import { databricks } from './databricks.ts'
import { duckdb } from './duckdb.ts'
import { postgresql } from './postgresql.ts'
import { redshift } from './redshift.ts'
import { snowflake } from './snowflake.ts'

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  bigquery,
  snowflake,
  postgresql,
  duckdb,
  databricks,
  redshift,
}
