/** The list of the rows of a plan, and the ways from it to more of them. */
export const list = {
  about: (plan: string) => `About ${plan}`,
  all: 'all',
  find: (row: string) => `Find ${row}`,
  owner: 'Owner',
  everyone: 'everyone',
  nobody: 'nobody',
  groupBy: 'Group by',
  show: 'Show',
  filter: ({ name, rows }: { name: string; rows: number }) => `${name} ${rows}`,
  noneFits: (one: string) => `No ${one} fits. Choose “all”, everyone, or look for other words.`,
  row: {
    lacks: (title: string) => `no ${title.toLowerCase()} yet`,
    isCopy: 'A copy: choose above whether it stays.',
    isUnsaved: 'What you changed is not saved yet.',
  },
  uncounted: (of: { rows: string; count: number; down: string; across: string }) =>
    `${of.rows} without ${of.down} or ${of.across} ${of.count === 1 ? 'is' : 'are'} not counted.`,
  begin: {
    noMonths: 'No month was closed yet. Choose “Close the month” among all plans.',
    goOn: (one: string) => `Go on with new ${one}`,
    add: (one: string) => `New ${one}`,
    fromLibrary: 'From a library',
    none: ({ many, about, hasLibrary }: { many: string; about: string; hasLibrary: boolean }) =>
      `No ${many} yet.${hasLibrary ? ' Start with those that are ready: choose “From a library”.' : ''} ${about}`,
  },
  library: {
    alreadyIn: (plan: string) => `already in ${plan}`,
    add: (rows: string) => `Add ${rows}`,
    added: (rows: string) => `${rows} added.`,
    addedBut: ({ rows, there }: { rows: string; there: number }) =>
      `${rows} added, ${there} ${there === 1 ? 'was' : 'were'} there already.`,
  },
  more: {
    heading: 'More',
    several: 'Change several at once',
    severalDone: 'Done with several',
    print: 'A page to print or send',
    drawChart: (title: string) => `Draw the chart “${title}”`,
    chartDrawn: 'The chart stands right of the table. It follows the rows that are there now.',
    addColumn: (title: string) => `Add the column “${title}”`,
    columnAdded: (title: string) => `The column “${title}” stands at the end of the sheet.`,
  },
  many: {
    label: 'Change several',
    pickAll: (rows: number) => `Pick all ${rows} in sight`,
    what: 'What to set',
    reviewed: 'Reviewed today',
    kpi: 'Shows the KPI',
    chooseKpi: 'choose one',
    set: (rows: string) => `Set for ${rows}`,
    changed: (rows: string) => `${rows} changed.`,
  },
}
