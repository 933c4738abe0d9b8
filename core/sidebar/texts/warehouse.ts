/** The warehouse, which a function of the Functions tab may have its rows in. What its queries are is said in warehouse/. */
export const warehouse = {
  heading: 'My data is in a warehouse',
  noQuery: ({ name, why }: { name: string; why: string }) => `${name} has no query here: ${why}.`,
  about:
    'A query makes so few rows of a table that they fit a sheet. The formula gives from them what it gives from all rows.',
  dialect: 'Dialect',
  table: 'Table',
  tableExample: 'shop.orders',
  schema: 'Columns, pasted from the information schema',
  schemaExample: 'customer_id STRING\nordered_at TIMESTAMP',
  found: (columns: number) => {
    if (columns === 0) return 'No columns found. Paste lines of a name and a type, or name the columns below.'
    return columns === 1 ? '1 column found.' : `${columns} columns found.`
  },
  columns: 'Its columns',
  column: {
    several: 'first, second',
    date: 'column, or column TIMESTAMP',
    any: 'column',
    guessed: 'guessed by its name',
    none: 'None',
    choose: 'Choose a column',
    typed: ({ name, type }: { name: string; type: string }) => `${name} (${type})`,
  },
  zone: 'Time zone',
  zoneHelp: 'In whose days times are counted, such as Europe/Berlin.',
  zoneExample: 'UTC',
  where: 'Condition (WHERE)',
  whereExample: "status = 'paid'",
  sheet: 'Sheet for the result',
  usualSheet: 'Reduced',
  options: (options: readonly string[]) => `From the fields further up: ${options.join(', ')}.`,
  missing: (fields: readonly string[]) => `The query appears here. It still needs ${fields.join(', ')}.`,
  oneOf: (fields: readonly string[]) => fields.join(' or '),
  problem: (sentence: string) => `${sentence}.`,
  stagesInCells: 'the query cannot read stage_order from cells: type its stages above, such as Visit, Trial, Paid',
  query: { heading: 'Query', label: 'Query', copy: 'Copy query' },
  formula: { heading: 'Formula', label: 'Formula to finish it', copy: 'Copy formula' },
  check: {
    heading: 'Rows left out',
    label: 'Formula that tells how many rows were left out',
    copy: 'Copy check',
  },
  notes: 'What to know',
  intoSheets: {
    heading: 'Into Google Sheets',
    steps: (sheet: string) => [
      'Data > Data connectors > Connect to BigQuery. Choose the project and “Custom query”, and paste the query.',
      `Extract all columns into a new sheet. ${named(sheet)}`,
      'Paste the formula into another sheet.',
    ],
  },
  intoExcel: {
    heading: 'Into Excel',
    steps: ({ dialect, sheet }: { dialect: string; sheet: string }) => [
      `Data > Get Data > the connector of ${dialect}. Paste the query as the SQL statement, under its advanced options.`,
      `Load it as a table into a new sheet. ${named(sheet)}`,
      'Paste the formula into another sheet.',
    ],
  },
  unchecked: 'Not checked in the real product.',
}

function named(sheet: string): string {
  return `Name that sheet “${sheet}”. The titles stand in its first row, from A1 on.`
}
