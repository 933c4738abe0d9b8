import { expect, test } from 'vitest'
import { schemaOf } from '../../warehouse/schema.ts'

const short = (pasted: string) => schemaOf(pasted).map(({ name, type }) => (type === '' ? name : `${name}: ${type}`))

const ORDERS = ['customer_id: STRING', 'ordered_at: TIMESTAMP', 'total: NUMERIC(38, 9)']

test.each<[string, string]>([
  ['lines of a name and a type', 'customer_id STRING\nordered_at TIMESTAMP\ntotal NUMERIC(38, 9)'],
  ['lines with commas at their ends', 'customer_id STRING,\nordered_at TIMESTAMP,\ntotal NUMERIC(38, 9)'],
  [
    'lines of Windows, with blank ones between',
    '\r\ncustomer_id STRING\r\n\r\nordered_at TIMESTAMP\r\ntotal  NUMERIC(38, 9)\r\n',
  ],
  ['definitions in one line', 'customer_id STRING, ordered_at TIMESTAMP, total NUMERIC(38, 9)'],
  ['cells between tabs', 'customer_id\tSTRING\nordered_at\tTIMESTAMP\ntotal\tNUMERIC(38, 9)'],
  [
    'cells between tabs below their titles',
    'column_name\tdata_type\ncustomer_id\tSTRING\nordered_at\tTIMESTAMP\ntotal\tNUMERIC(38, 9)',
  ],
  [
    'definitions set out with tabs',
    '\tcustomer_id\t\tSTRING NOT NULL,\n\tordered_at\t\tTIMESTAMP,\n\ttotal\t\tNUMERIC(38, 9) DEFAULT 0',
  ],
  ['cells between commas', 'customer_id,STRING\nordered_at, TIMESTAMP\ntotal,"NUMERIC(38, 9)"'],
  [
    'a file with titles and quotes',
    '"column_name","data_type"\n"customer_id","STRING"\n"ordered_at","TIMESTAMP"\n"total","NUMERIC(38, 9)"',
  ],
  ['cells between semicolons', 'name;type\ncustomer_id;STRING\nordered_at;TIMESTAMP\ntotal;NUMERIC(38, 9)'],
  [
    'a whole information schema, whose titles say where name and type stand',
    'table_schema,table_name,column_name,ordinal_position,data_type\n' +
      'shop,orders,customer_id,1,STRING\nshop,orders,ordered_at,2,TIMESTAMP\nshop,orders,total,3,"NUMERIC(38, 9)"',
  ],
  [
    'what a console draws',
    ' Column | Type | Nullable\n--------+------+---------\n customer_id | STRING | not null\n ordered_at | TIMESTAMP |\n total | NUMERIC(38, 9) |\n(3 rows)',
  ],
  [
    'a table with lines around it',
    '+---+---+\n| name | type |\n+---+---+\n| customer_id | STRING |\n| ordered_at | TIMESTAMP |\n| total | NUMERIC(38, 9) |\n+---+---+',
  ],
  [
    'a schema of BigQuery in JSON',
    '[{"name":"customer_id","type":"STRING","mode":"NULLABLE"},{"name":"ordered_at","type":"TIMESTAMP"},{"name":"total","type":"NUMERIC(38, 9)"}]',
  ],
  [
    'what bq show gives, with the schema inside',
    '{"schema":{"fields":[{"name":"customer_id","type":"STRING"},{"name":"ordered_at","type":"TIMESTAMP"},{"name":"total","type":"NUMERIC(38, 9)"}]}}',
  ],
  [
    'an object in each line',
    '{"column_name":"customer_id","data_type":"STRING"}\n{"column_name":"ordered_at","data_type":"TIMESTAMP"}\n{"column_name":"total","data_type":"NUMERIC(38, 9)"}',
  ],
  [
    'CREATE TABLE with constraints, defaults and remarks',
    `CREATE OR REPLACE TABLE shop.orders ( -- one row per order
       customer_id STRING NOT NULL OPTIONS(description="who, and (only) who"),
       ordered_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP(),
       /* net, without tax */
       total NUMERIC(38, 9) DEFAULT 0 CHECK (total > 0),
       PRIMARY KEY (customer_id, ordered_at),
       CONSTRAINT positive CHECK (total > 0)
     ) PARTITION BY DATE(ordered_at);`,
  ],
  [
    'the lines in the brackets of CREATE TABLE',
    'customer_id STRING NOT NULL,\nordered_at TIMESTAMP DEFAULT now(),\ntotal NUMERIC(38, 9),\nPRIMARY KEY (customer_id)\n);',
  ],
])('%s are its columns', (_, pasted) => {
  expect(short(pasted)).toEqual(ORDERS)
})

test('a type of several words stays whole', () => {
  expect(
    short('a timestamp(6) with time zone NOT NULL\nb double precision,\nc character varying(20) DEFAULT ‘x’'),
  ).toEqual(['a: timestamp(6) with time zone', 'b: double precision', 'c: character varying(20)'])
  expect(short('a\ttimestamp without time zone\nb\tUSER-DEFINED')).toEqual([
    'a: timestamp without time zone',
    'b: USER-DEFINED',
  ])
})

test('a type that no engine has is kept as it stands', () => {
  expect(short('place GEOPOINT_3D\nmood feeling')).toEqual(['place: GEOPOINT_3D', 'mood: feeling'])
})

test('commas in brackets belong to the type', () => {
  expect(short('CREATE TABLE t (a STRUCT<x INT64, y ARRAY<STRING>>, b MAP(VARCHAR, INT), c INT64)')).toEqual([
    'a: STRUCT<x INT64, y ARRAY<STRING>>',
    'b: MAP(VARCHAR, INT)',
    'c: INT64',
  ])
})

test('names in quotes may hold blanks, and words that begin no column otherwise', () => {
  expect(short('"Order date" DATE\n`total amount` NUMERIC\n[check] INT\n"primary key" TEXT')).toEqual([
    'Order date: DATE',
    'total amount: NUMERIC',
    'check: INT',
    'primary key: TEXT',
  ])
  expect(short('Order date\tDATE\nKunde Nr.\tINT64')).toEqual(['Order date: DATE', 'Kunde Nr.: INT64'])
})

test('a column that is called key, name or type is one', () => {
  expect(short('key STRING\nname STRING\ntype STRING\nunique_id INT64')).toEqual([
    'key: STRING',
    'name: STRING',
    'type: STRING',
    'unique_id: INT64',
  ])
})

test('names alone have no type, one in a line or all in one', () => {
  expect(short('customer_id\nordered_at')).toEqual(['customer_id', 'ordered_at'])
  expect(short('customer_id,ordered_at,total')).toEqual(['customer_id', 'ordered_at', 'total'])
  expect(short('customer_id,date_of_birth\n')).toEqual(['customer_id', 'date_of_birth'])
  expect(short('"customer_id","date","total"')).toEqual(['customer_id', 'date', 'total'])
  expect(short('column_name\ncustomer_id\nordered_at')).toEqual(['customer_id', 'ordered_at'])
})

test('a name that comes again, in whatever case, counts once, as it came first', () => {
  expect(short('id STRING\nID INT64\nday DATE\nid FLOAT64')).toEqual(['id: STRING', 'day: DATE'])
})

test('fields of a record are no columns of the table', () => {
  expect(short('[{"name":"who","type":"RECORD","fields":[{"name":"id","type":"STRING"}]}]')).toEqual(['who: RECORD'])
})

test('a text without columns has none', () => {
  expect(['', '  \n ', '---', '[{"name":', '{}', '[]', '[1, null, "a"]', 'null', '| |\n'].map(short)).toEqual([
    [],
    [],
    [],
    [],
    [],
    [],
    [],
    ['null'],
    [],
  ])
})

test('types with a sign or a number in them tell a row from a list of names', () => {
  const types = ['TIMESTAMP_NTZ', 'float8', 'BIGNUMERIC', 'timestamptz', 'varchar(20)', 'INT64', 'ARRAY<STRING>']
  for (const type of types) expect(short(`a,${type}`), type).toEqual([`a: ${type}`])
})

test('a long paste is read at once', () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `column_${i} NUMERIC(38, 9) NOT NULL,`)
  const start = performance.now()
  expect(schemaOf(lines.join('\n'))).toHaveLength(5000)
  expect(performance.now() - start).toBeLessThan(1000)
})
