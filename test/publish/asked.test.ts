import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { askedProblems, readAsked, type Asked } from '../../publish/asked.ts'

const good: Asked = {
  origin: 'https://example.com/cuesheet',
  version: '1.0.0',
  publisher: 'Lamps & Co',
  contact: 'help@example.com',
}

describe('what a publisher gives', () => {
  test.each([
    {},
    { origin: 'https://cuesheet.example' },
    { version: '10.20.99999' },
    { date: '2028-02-29' },
    { contact: 'https://example.com/help?from=cuesheet' },
    { publisher: 'x'.repeat(32) },
    { namespace: 'CUE' },
    { origin: 'https://172.32.0.5' },
  ])('is taken: %j', (change) => {
    expect(askedProblems({ ...good, ...change })).toEqual([])
  })

  test.each<[keyof Asked, string | undefined, RegExp]>([
    ['origin', undefined, /^--origin is missing/],
    ['origin', 'example.com', /is no address/],
    ['origin', 'http://example.com', /must begin with https/],
    ['origin', 'https://localhost:3000', /nobody else can reach/],
    ['origin', 'https://127.0.0.1', /nobody else can reach/],
    ['origin', 'https://192.168.1.5/cuesheet', /nobody else can reach/],
    ['origin', 'https://[::1]', /nobody else can reach/],
    ['origin', 'https://172.16.0.5', /nobody else can reach/],
    ['origin', 'https://server', /nobody else can reach/],
    ['origin', 'https://example.com/', /without a slash/],
    ['origin', 'https://Example.com', /small letters/],
    ['origin', 'https://example.com/a?b', /without a slash, \? or #/],
    ['version', undefined, /^--version is missing/],
    ['version', '0.9.9', /below 1\.0\.0, which the shops do not take/],
    ['version', '1.0', /three numbers/],
    ['version', '1.0.0-beta', /three numbers/],
    ['version', '1.01.0', /three numbers/],
    ['version', '10000.0.0', /above 9999/],
    ['date', '2027-02-29', /is no day/],
    ['date', 'tomorrow', /is no day/],
    ['publisher', undefined, /^--publisher is missing/],
    ['publisher', ' ', /^--publisher is missing/],
    ['publisher', 'x'.repeat(33), /has 33 characters, and a manifest takes at most 32/],
    ['contact', undefined, /^--contact is missing/],
    ['contact', 'me', /neither a mail address nor/],
    ['contact', 'me@example', /neither a mail address nor/],
    ['contact', 'http://example.com', /neither a mail address nor/],
    ['namespace', 'C U E', /must be up to 32 letters/],
    ['namespace', '1CUE', /a letter first/],
  ])('is refused: %s %s', (name, value, sentence) => {
    expect(askedProblems({ ...good, [name]: value })).toEqual([expect.stringMatching(sentence)])
  })
})

test('what is no option is named, and an option without its value is one that is missing', () => {
  const { asked, problems } = readAsked([
    '--version=1.0.0',
    '--foo',
    'bar',
    '--help',
    '--contact',
    'me@x.org',
    '--origin',
  ])
  expect(asked).toEqual({ version: '1.0.0', contact: 'me@x.org' })
  expect(problems.map((problem) => problem.split(' is no option')[0])).toEqual(['--foo', '--help', 'bar'])
  expect(askedProblems(asked)[0]).toMatch(/^--origin is missing/)
})

test('npm run package lists all that is wrong at once, before it builds anything', () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['publish/run.mjs', '--origin', 'https://localhost:3000', '--version', '0.1.0'],
    { encoding: 'utf8' },
  )
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr.split('\n')).toEqual([
    'This cannot be packaged:',
    '- --origin https://localhost:3000 is a machine that nobody else can reach',
    '- --version 0.1.0 is below 1.0.0, which the shops do not take',
    expect.stringMatching(/^- --publisher is missing/),
    expect.stringMatching(/^- --contact is missing/),
    '',
  ])
})
