import { parseArgs } from 'node:util'

/** What a publisher gives: the options of npm run package. */
export interface Asked {
  origin?: string | undefined
  namespace?: string | undefined
  version?: string | undefined
  date?: string | undefined
  publisher?: string | undefined
  contact?: string | undefined
}

const NAMES = ['origin', 'namespace', 'version', 'date', 'publisher', 'contact'] as const

/** The options of a command line, and what in it is none. */
export function readAsked(line: readonly string[]): { asked: Asked; problems: string[] } {
  const options = Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }]))
  const { values, positionals } = parseArgs({ args: [...line], options, strict: false, allowPositionals: true })
  const isKnown = (name: string) => NAMES.some((one) => one === name)
  const known = Object.entries(values).filter(([name]) => isKnown(name))
  const given = known.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const others = [
    ...Object.keys(values)
      .filter((name) => !isKnown(name))
      .map((name) => `--${name}`),
    ...positionals,
  ]
  return {
    asked: Object.fromEntries(given),
    problems: others.map((other) => `${other} is no option, only ${NAMES.map((name) => `--${name}`).join(', ')}`),
  }
}

/** What a shop would send back, known before anything is built, in sentences. */
export function askedProblems({ origin, namespace = '', version = '', date, publisher, contact }: Asked): string[] {
  return [
    originProblem(origin),
    versionProblem(version),
    date !== undefined && !isDay(date) ? `--date ${date} is no day such as 2026-11-30` : '',
    publisherProblem(publisher),
    contactProblem(contact),
    isNamespace(namespace)
      ? ''
      : `--namespace ${namespace} must be up to 32 letters, digits, points and _, a letter first`,
  ].filter((sentence) => sentence !== '')
}

function originProblem(origin: string | undefined): string {
  if (!origin) return '--origin is missing: where the files will be served, such as https://example.com/cuesheet'
  const url = parsed(origin)
  if (!url) return `--origin ${origin} is no address such as https://example.com/cuesheet`
  if (isOwnMachine(url.hostname)) return `--origin ${origin} is a machine that nobody else can reach`
  if (url.protocol !== 'https:') return `--origin ${origin} must begin with https://`
  if (origin !== url.origin + (url.pathname === '/' ? '' : url.pathname) || origin.endsWith('/')) {
    return `--origin ${origin} must be an address in small letters alone: without a slash, ? or # at the end`
  }
  return ''
}

function parsed(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/** A name without a point, and addresses that are kept for the machine itself or the house. */
function isOwnMachine(hostname: string): boolean {
  return (
    !hostname.includes('.') ||
    /^(0|10|127|172\.(1[6-9]|2\d|3[01])|192\.168|169\.254)\.|\.(localhost|local|test|invalid)$/.test(hostname)
  )
}

function versionProblem(version: string): string {
  if (!version) return '--version is missing, such as 1.0.0'
  const numbers = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/.exec(version)
  if (!numbers || numbers.slice(1).some((number) => /^0\d/.test(number))) {
    return `--version ${version} must be three numbers such as 1.0.0`
  }
  const major = Number(numbers[1])
  if (major < 1) return `--version ${version} is below 1.0.0, which the shops do not take`
  return major > 9999 ? `--version ${version} is above 9999, which Microsoft does not take` : ''
}

/** As the schema of Excel's manifest has it; "" for none. */
export function isNamespace(namespace: string): boolean {
  return /^([A-Za-z][A-Za-z0-9._]{0,31})?$/.test(namespace)
}

function isDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date
}

/** The unified manifest gives it the least room. */
const PUBLISHER_LIMIT = 32

function publisherProblem(publisher = ''): string {
  if (publisher.trim() === '') return '--publisher is missing: the person or company whose name the shops show'
  if (publisher.length <= PUBLISHER_LIMIT) return ''
  return `--publisher has ${publisher.length} characters, and a manifest takes at most ${PUBLISHER_LIMIT}`
}

function contactProblem(contact = ''): string {
  if (contact.trim() === '') return '--contact is missing: a mail address, or that of a page'
  const isMail = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(contact)
  const isPage = parsed(contact)?.protocol === 'https:'
  return isMail || isPage ? '' : `--contact ${contact} is neither a mail address nor one that begins with https://`
}
