/** The Share tab. */
export const share = {
  heading: 'Share',
  about:
    'People without Cuesheet see #NAME? where our formulas are worked out anew. Here they become what everybody can read.',
  where: 'Where',
  scopes: {
    workbook: { title: 'Whole workbook', help: 'Hidden sheets too' },
    sheet: { title: 'This sheet', help: '' },
    selection: { title: 'Selected cells', help: '' },
  },
  become: 'Our formulas become',
  ways: {
    values: { title: 'Values', help: 'What the cells show now' },
    'own formulas': {
      title: 'Formulas of the spreadsheet’s own',
      help: 'Where one gives the same, as SUM(…)/SUM(…) does for ROAS; values elsewhere',
    },
  },
  makePortable: 'Make portable',
  bringBack: 'Bring our formulas back',
  remarks: 'What to know',
  remark: (text: string) => `${text}:`,
}
