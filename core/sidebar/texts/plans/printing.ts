/** A page of a plan, to be printed or sent. */
export const printing = {
  heading: 'A page to print or send',
  whose: 'Whose',
  everyone: 'everyone’s',
  toPrint: 'To print',
  about: ({ rows, sheet }: { rows: string; sheet: string }) =>
    `${rows} on a sheet of their own, “${sheet}”: values and colours, without empty rows. It needs no add-in, so it can be sent as it is.`,
  draw: 'Draw the page and print it',
  toSend: 'To send',
  write: 'Write it as text',
  text: 'Text to send',
  copy: 'Copy the text',
}
