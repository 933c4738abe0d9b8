/** The names of the tabs, and of all of them together. */
export const tabs = {
  all: 'Cuesheet',
  Functions: 'Functions',
  Plans: 'Plans',
  Data: 'Data',
  Explain: 'Explain',
  Share: 'Share',
  Help: 'Help',
}

/** What is being done. */
export const doing = {
  closing: 'Closing…',
  copying: 'Copying…',
  creating: 'Creating…',
  drawing: 'Drawing…',
  importing: 'Importing…',
  inserting: 'Inserting…',
  looking: 'Looking…',
  printing: 'Printing…',
  reading: 'Reading…',
  working: 'Working…',
  writing: 'Writing…',
}

/** What is said in several tabs. */
export const said = {
  failed: 'That did not work. Try again.',
  copied: 'Copied.',
  selected: 'The text is selected: copy it with Ctrl+C.',
}

/** What stands on controls in several tabs. */
export const controls = {
  back: 'Back',
  backTo: (page: string) => `‹ ${page}`,
  keepIt: 'Keep it',
  optional: 'optional',
  replace: 'Replace',
  useSelection: 'Use selection',
  useSelectionFor: (field: string) => `Use selection for ${field}`,
  useSelectedCells: 'Use the selected cells',
}
