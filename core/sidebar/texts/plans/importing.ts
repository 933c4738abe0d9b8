/** A table of one’s own becomes rows of a plan. */
export const importing = {
  about: (plan: string) =>
    `Click into your table, then look at it. It stays as it is: its rows are copied into “${plan}”.`,
  isPlan: ({ sheet, many }: { sheet: string; many: string }) =>
    `“${sheet}” is where the ${many} go. Click into your own table first.`,
  isGone: (sheet: string) => `The sheet “${sheet}” is not there any more.`,
  /** “40 rows with 11 columns in “Our cues”, titles in row 3.” */
  found: (of: { rows: number; columns: number; sheet: string; titleRow: number }) =>
    `${counted(of.rows, 'row')} with ${counted(of.columns, 'column')} in “${of.sheet}”, titles in row ${of.titleRow}.`,
  import: (rows: string) => `Import ${rows}`,
  changedMeanwhile: (sheet: string) =>
    `“${sheet}” was changed meanwhile, and is shown as it is now. Look it through, then import.`,
  importedAnew: ({ rows, sheet, plan }: { rows: string; sheet: string; plan: string }) =>
    `${rows} imported from “${sheet}”. To take them out again, delete the sheet “${plan}”.`,
  imported: ({ rows, sheet, hasColumns }: { rows: string; sheet: string; hasColumns: boolean }) =>
    `${rows} imported from “${sheet}”. Ctrl+Z in the sheet takes them out${hasColumns ? ', and once more each column' : ''}.`,
  nameColumn: ({ many, key }: { many: string; key: string }) => `Choose the column that names the ${many}: “${key}”.`,
  columns: {
    heading: 'Your columns',
    about: ({ plan, key }: { plan: string; key: string }) =>
      `At the left those of ${plan}, at the right yours. Only “${key}” is needed.`,
    none: 'none',
    beside: (titles: readonly string[]) => `Kept in columns of your own: ${titles.join(', ')}.`,
  },
  words: {
    heading: 'Your words',
    allChosen: 'Each of them has its place.',
    open: (words: number) =>
      `${words === 1 ? 'One is' : `${words} are`} to be chosen yet. What is left is kept in notes.`,
    from: (title: string) => `from “${title}”`,
    rows: (rows: number) => (rows === 1 ? '1 row' : `${rows} rows`),
    more: ({ words, title }: { words: number; title: string }) =>
      `And ${words} more words: “${title}” may be another column.`,
    choose: 'choose',
    leaveBlank: 'leave blank',
  },
  scales: {
    heading: 'Your scales',
    choose: 'choose',
    range: ({ least, most }: { least: number; most: number }) => `${least} to ${most}`,
    chooseScale: ({ title, range }: { title: string; range: string }) =>
      `The numbers of ${title} go from ${range}: choose their scale.`,
    noScale: ({ title, range }: { title: string; range: string }) =>
      `The numbers of ${title} go from ${range}, which is no usual scale: they are kept in notes.`,
    stays: (title: string) => `${title} stays as it is.`,
    taken: ({ title, to, examples }: { title: string; to: string; examples: string }) =>
      `${title} taken to ${to}. ${examples}.`,
    goes: ({ title, from, to, examples }: { title: string; from: string; to: string; examples: string }) =>
      `${title} goes from ${from}: taken to ${to}. ${examples}.`,
    becomes: ({ text, score }: { text: string; score: number }) => `${text} becomes ${score}`,
  },
  preview: {
    heading: 'Preview',
    all: ({ rows, count }: { rows: string; count: number }) => `${rows}, as ${count === 1 ? 'it' : 'they'} will be:`,
    first: ({ shown, rows }: { shown: number; rows: string }) => `The first ${shown} of ${rows}, as they will be:`,
    look: 'Worth a look',
    lost: 'What could not be read',
    more: (sentences: number) => `and ${sentences} more`,
    twice: ({ name, others, plan }: { name: string; others: number; plan: string }) => {
      const named = others === 0 ? `“${name}” is` : `“${name}” and ${others} ${others === 1 ? 'other' : 'others'} are`
      return `${named} in “${plan}” already, and will stand there twice.`
    },
  },
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}
