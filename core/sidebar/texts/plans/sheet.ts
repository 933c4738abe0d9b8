import type { ComponentChildren } from 'preact'
import { joined } from '../../../cell.ts'
import { sentence } from '../sentence.ts'

/** The sheet of a plan: to be created, gone, hidden, to be mended, changed by someone else. */
export const sheet = {
  reading: (name: string) => `Reading the sheet “${name}”…`,
  tryAgain: 'Try again',
  start: {
    about: (name: string) => `It is kept in a sheet of its own, “${name}”, which you can read, sort and edit by hand.`,
    needs: (plans: readonly string[]) =>
      `Its formulas read ${joined(plans, 'and')}: what is not there yet is created with it.`,
    create: 'Create the sheet',
    /** The rows of a sheet that is gone. */
    rows: ({ count, rows, one }: { count: number; rows: string; one: string }) =>
      count === 1 ? `the ${one}` : `the ${rows}`,
    gone: ({ name, rows }: { name: string; rows: string }) =>
      `The sheet “${name}” is not there any more. If it was renamed, name it ${name} again and look again. If it was deleted, ${rows} last seen can be put back.`,
    putBack: (rows: string) => `Put ${rows} back`,
    anew: 'Start anew without them',
  },
  hidden: {
    label: 'Hidden sheet',
    about: (name: string) => `The sheet “${name}” is hidden. What you do here is written into it all the same.`,
  },
  missing: {
    label: 'Missing sheets',
    about: ({ names, plan }: { names: readonly string[]; plan: string }) => {
      const quoted = names.map((name) => `“${name}”`).join(' and ')
      return names.length === 1
        ? `The sheet ${quoted}, which the formulas of ${plan} read, is not there. If it was renamed, give it its name again; if deleted, Ctrl+Z in the sheet brings it back with what it held.`
        : `The sheets ${quoted}, which the formulas of ${plan} read, are not there. If they were renamed, give them their names again; if deleted, Ctrl+Z in the sheet brings them back with what they held.`
    },
    create: (sheets: number) => (sheets === 1 ? 'Create it anew, empty' : 'Create them anew, empty'),
  },
  repairs: {
    label: 'To mend',
    more: (problems: number) => `${problems} more after this.`,
    mended: 'Mended.',
  },
  refused: 'Not written, since someone else changed the row meanwhile. What to do stands at the top of the page.',
  columnsChanged: (name: string) => `The columns of “${name}” were changed meanwhile. Look at them again.`,
  conflict: {
    moved: 'The rows were changed or moved by someone else meanwhile. Nothing was written.',
    changed: (name: ComponentChildren) => sentence`${name} was changed by someone else meanwhile.`,
    removed: (name: ComponentChildren) => sentence`${name} was removed by someone else meanwhile.`,
    nameless: (one: string) => `This ${one}`,
    differs: 'What differs',
    field: 'Field',
    theirs: 'In the sheet',
    yours: 'Yours',
    blank: '(blank)',
    same: 'not changed',
    keepTheirs: 'Keep the sheet’s',
    leaveRemoved: 'Leave it removed',
    writeOnly: (titles: readonly string[]) => `Write only ${titles.join(', ')}`,
    writeMine: 'Write mine',
    addAgain: 'Add it again',
    removeAnyway: 'Remove it all the same',
    written: 'Written.',
  },
}
