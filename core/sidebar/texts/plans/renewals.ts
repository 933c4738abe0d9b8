/** What Renewals has for itself: it follows a log of contracts and orders. */
export const renewals = {
  about:
    'Name the columns of your log of contracts, of orders, or both. Who is due or at risk comes into the list, who is no longer goes, and what you have noted about a customer stays.',
  last: (day: string) => `Refreshed last on ${day}.`,
  cells: 'The cells that it is read from',
  help: {
    'Contract customers': 'Customer of each contract, such as Contracts!A:A.',
    'Contract ends': 'Last day of each contract.',
    'Contract values': 'What each is worth. May be left out.',
    'Order customers': 'Customer of each order, such as Orders!A:A.',
    'Order dates': 'Date of each order.',
    'Order amounts': 'Amount of each order. Those below 0 are refunds.',
  },
  contracts: { heading: 'Contracts that end', find: 'Find contracts in the selected sheet' },
  orders: { heading: 'Orders', find: 'Find orders in the selected sheet' },
  days: 'Days ahead',
  daysHelp: 'Contracts that end in so many days are due.',
  noDays: (typed: string) => `Days ahead “${typed}” is no whole number of days.`,
  noTitle: (sheet: string) =>
    `No title in the first row of “${sheet}” speaks of them. Click into your log, or select each column.`,
  look: 'Look who comes and goes',
  refresh: (plan: string) => `Refresh ${plan}`,
  merged: (told: string) => `${told}.`,
  noLonger: (rows: number) =>
    rows === 1
      ? 'One that stays is no longer due or at risk: something is noted about it.'
      : `${rows} that stay are no longer due or at risk: something is noted about them.`,
  typed: (cells: number) => `What was typed over an end or a value by hand stays: ${cells} of them.`,
  added: 'New',
  gone: 'Gone',
  more: (names: number) => `and ${names} more`,
}
