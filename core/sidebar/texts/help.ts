import type { ComponentChildren } from 'preact'
import { sentence } from './sentence.ts'

/** The Help tab. What a version is called, and where newer ones are, is said by the release. */
export const help = {
  heading: 'Help',
  about: (formula: ComponentChildren) =>
    sentence`Cuesheet answers questions about customers with formulas: type one, such as ${formula}, or find it under Functions. Everything is computed in this spreadsheet; no cell leaves it.`,
  example: '=NPS(C:C)',
  links: {
    functions: 'All functions',
    plans: 'All plans',
    support: 'Support',
    privacy: 'Privacy',
    terms: 'Terms',
  },
  checks: 'Checks',
  version: {
    heading: 'Version',
    differs: ({ computes, own }: { computes: string; own: string }) =>
      `The functions in this spreadsheet are ${computes ? `of ${computes}` : 'older'}, this sidebar is of ${own}. Paste Code.js and Sidebar.html anew, both from the same version.`,
    newer: (site: ComponentChildren) => sentence`Newer versions and guides: ${site}`,
    publisher: (name: string) => `Published by ${name}`,
    contact: (address: ComponentChildren) => sentence`Questions: ${address}`,
  },
  check: {
    heading: 'Check this installation',
    about: ({ formulas, time }: { formulas: number; time: string }) =>
      `Draws two sheets of its own, works out ${formulas} formulas in them, and tells which do not give what they should. ${time} Your other sheets are not touched.`,
    minutes: 'Google works out some thirty formulas at once, so it takes a few minutes.',
    seconds: 'It takes some seconds.',
    gone: (sheet: string) => `The sheet “${sheet}” is gone. Check again.`,
    done: ({ formulas, all }: { formulas: number; all: number }) => `${formulas} of ${all} worked out…`,
    allPass: (all: number) => `All ${all} pass.`,
    some: ({ passed, all, differ, waiting }: { passed: number; all: number; differ: number; waiting: number }) =>
      [
        `${passed} of ${all} pass`,
        ...(differ > 0 ? [differ === 1 ? '1 differs' : `${differ} differ`] : []),
        ...(waiting > 0 ? [`${waiting} not worked out yet`] : []),
      ]
        .join(', ')
        .concat('.'),
    again: 'Look again',
    differences: 'What differs',
    line: ({ id, tries }: { id: string; tries: string }) => `${id}: ${tries}. `,
    difference: ({ expected, actual }: { expected: string; actual: string }) =>
      `It is to show ${expected} and shows ${actual}.`,
    more: ({ count, sheet }: { count: number; sheet: string }) => `${count} more are marked in the sheet “${sheet}”.`,
    summary: 'Summary',
    copy: 'Copy summary',
    after: 'The summary names lines and holds no contents of cells. Both sheets of the check may be deleted.',
  },
  fault: {
    heading: 'Report a fault',
    about:
      'A report says which Cuesheet, spreadsheet and browser these are, in which languages and time zone, how many sheets there are, and where the program failed. It holds no cell, formula or name of a sheet.',
    write: 'Write a fault report',
    writeAnew: 'Write it anew',
    report: 'Fault report',
    copy: 'Copy the fault report',
  },
  /** The lines of a fault report. */
  report: {
    story: 'What I did, and what happened:',
    release: (version: string) => `Cuesheet ${version}`,
    silent: 'The host does not answer.',
    host: (name: string) => `Host: ${name}`,
    functions: (version: string) => `Functions: ${version || 'older than this sidebar'}`,
    sheets: (count: number | null) => `Sheets: ${count ?? 'unknown'}`,
    browser: (userAgent: string) => `Browser: ${userAgent}`,
    languages: (tags: readonly string[]) => `Languages: ${tags.join(', ')}`,
    timeZone: (zone: string) => `Time zone: ${zone}`,
    noFaults: 'Nothing has failed since the sidebar was opened.',
    faults: 'What failed, the latest last:',
  },
}
