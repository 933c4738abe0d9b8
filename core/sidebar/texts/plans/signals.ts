/** What Signals has for itself: which cues move with growth, and what customers say beside them. */
export const signals = {
  growth: {
    about:
      'Keep a history: one row a month, in the first column (or after the dates) what should grow, such as repeat purchases, and beside it one column for each cue, such as its delivery score or the value of its metric.',
    select: 'Select those columns with their titles, then look. Moving together is no proof that one causes the other.',
    look: 'Look at the selected columns',
    oneColumn: (cells: string) => `${cells} is one column. Select at least two: growth, and one for a cue.`,
    oneBesideDates: (cells: string) => `Beside the dates, ${cells} is one column. Select one more, for a cue.`,
    told: ({ growth, from, rows }: { growth: string; from: string; rows: string }) =>
      `With “${growth}”, from ${from}, the strongest first. ${rows} A cue’s percentage is its share of what all of them explain together.`,
    allRows: (rows: number) => `All ${rows} rows count.`,
    someRows: ({ complete, rows }: { complete: number; rows: number }) =>
      `${complete} of ${rows} rows count: the others lack a number.`,
    column: (place: number) => `column ${place}`,
    error: ({ title, error, row }: { title: string; error: string; row: number }) =>
      `“${title}” is ${error} in row ${row} of the selection. Mend or clear it.`,
    noNumbers: (title: string) => `“${title}” has no numbers. Write yes and no as 1 and 0.`,
    tooFew: ({ cues, rows, complete }: { cues: number; rows: number; complete: number }) =>
      `For ${cues === 1 ? 'one cue' : `${cues} cues`} it takes ${rows} rows with a number in every column, and there are ${complete}.`,
    /** What the drivers of DRIVER_IMPACT are here. */
    cues: 'cues',
    hardly: (correlation: string) => `Hardly moves with it: correlation ${correlation}`,
    rises: (correlation: string) => `Rises with it: correlation ${correlation}`,
    falls: (correlation: string) => `Falls when it rises: correlation ${correlation}`,
    months: {
      heading: 'Or from the closed months',
      from: 'the closed months',
      growth: 'What should grow',
      others: 'What may move with it',
      count: (months: number) => (months === 1 ? '1 month' : `${months} months`),
      look: 'Look at the closed months',
    },
  },
  themes: {
    heading: (one: string) => `What do customers say that no ${one} speaks of?`,
    about: (one: string) =>
      `Select a column of comments, such as answers of a survey or reviews, then look. Words that several of them use and no ${one} does may be signals that nobody has thought of.`,
    look: 'Look at the selected comments',
    lookAtFeedback: 'Look at Feedback',
    from: (cells: string) => `From ${cells}, the most frequent first.`,
    none: ({ cells, one }: { cells: string; one: string }) =>
      `In ${cells}, no word stands in three comments that no ${one} has.`,
    noneInFeedback: (one: string) =>
      `In Feedback, no theme of two rows and no word of three is one that no ${one} has.`,
    comments: (comments: number) => `${comments} comments`,
  },
}
