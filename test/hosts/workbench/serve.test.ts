import { chmod, mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { get, request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serve } from '../../../workbench/server/serve.mjs'

/** More than a socket takes in before somebody reads from it. */
const LARGE = 32 * 1024 * 1024

let folder: string
let site: string
let open: Awaited<ReturnType<typeof serve>>[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'))
  site = join(folder, 'site')
  await mkdir(site)
  await writeFile(join(site, 'index.html'), 'hello')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await mkdir(join(folder, 'site2'))
  await writeFile(join(folder, 'site2', 'secret.txt'), 'secret')
  open = []
})
afterEach(async () => {
  await Promise.all(open.map(({ close }) => close()))
  await rm(folder, { recursive: true })
})

const start = async (port = 0) => {
  const server = await serve(site, port)
  open.push(server)
  return server.address
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** Asks for a path exactly as it is written, which fetch would tidy up first. */
const ask = (
  address: string,
  { path = '/', method = 'GET', host }: { path?: string; method?: string; host?: string },
) =>
  new Promise<Answer>((answered, failed) => {
    const { hostname, port } = new URL(address)
    const headers = host === undefined ? {} : { host }
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => answered({ status: response.statusCode!, headers: response.headers, text }))
      response.on('error', failed)
    })
    asked.on('error', failed).end()
  })

/** A connection that has asked for a file and got the first part of it. */
const downloading = (address: string, path: string) =>
  new Promise<ReturnType<typeof connect>>((begun, failed) => {
    const { hostname, port, host } = new URL(address)
    const socket = connect(Number(port), hostname)
    socket.on('error', failed).write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
    socket.once('data', () => begun(socket.pause()))
  })

test('a folder is served with its index', async () => {
  const response = await fetch(await start())
  expect(await response.text()).toBe('hello')
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('a blank file is served', async () => {
  await writeFile(join(site, 'blank.css'), '')
  expect(await ask(await start(), { path: '/blank.css' })).toMatchObject({
    status: 200,
    text: '',
    headers: { 'content-length': '0' },
  })
})

test('what stands after a question mark is no part of the name', async () => {
  expect((await ask(await start(), { path: '/index.html?/../../secret.txt' })).text).toBe('hello')
})

describe('nothing from outside of the folder is served', () => {
  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/../site2/secret.txt',
    '//secret.txt',
    '/%2fsecret.txt',
    '/secret.txt%00.html',
    '/index.html%00',
    '/%00',
    '/%',
    '/%ff',
    '/nothing',
    '/index.html/',
    'http://127.0.0.1/../secret.txt',
    '*',
  ])('%s', async (path) => {
    expect(await ask(await start(), { path })).toMatchObject({ status: 404, text: 'There is no such file.\n' })
  })

  test('a name that is longer than any', async () => {
    expect((await ask(await start(), { path: `/${'a'.repeat(5000)}` })).status).toBe(404)
  })

  test('a link out of the folder, to a file or to a folder', async () => {
    await symlink(join(folder, 'secret.txt'), join(site, 'link.txt'))
    await symlink(join(folder, 'site2'), join(site, 'link'))
    await symlink(join(site, 'index.html'), join(site, 'inside.html'))
    const address = await start()
    expect((await ask(address, { path: '/link.txt' })).status).toBe(404)
    expect((await ask(address, { path: '/link/secret.txt' })).status).toBe(404)
    expect((await ask(address, { path: '/inside.html' })).text).toBe('hello')
  })
})

describe('only this machine is answered, under its own names', () => {
  test('nobody else in the network', async () => {
    const { port } = new URL(await start())
    const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
    for (const { address } of others.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      await expect(ask(`http://${address}:${port}/`, {})).rejects.toThrow(/ECONNREFUSED/)
    }
    expect((await ask(`http://127.0.0.1:${port}/`, {})).status).toBe(200)
  })

  test.each(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])('%s is this machine', async (name) => {
    const address = await start()
    expect((await ask(address, { host: `${name}:${new URL(address).port}` })).text).toBe('hello')
  })

  test.each(['example.org', 'localhost.example.org', 'example.org#localhost', '127x0.0.1', '0.0.0.0'])(
    '%s is another one, though it leads here',
    async (name) => {
      const address = await start()
      const { status, text } = await ask(address, { host: `${name}:${new URL(address).port}` })
      expect({ status, text }).toEqual({ status: 421, text: `The workbench is at ${address} alone.\n` })
    },
  )

  test('a name without the port, with another one or none at all is refused', async () => {
    const address = await start()
    for (const host of ['localhost', 'localhost:1', ' ']) expect((await ask(address, { host })).status).toBe(421)
  })

  test('a port that is taken is passed over', async () => {
    const first = Number(new URL(await start()).port)
    const second = Number(new URL(await start(first)).port)
    expect(second).toBeGreaterThan(first)
  })
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s is refused, for files can only be read',
  async (method) => {
    const { status, headers } = await ask(await start(), { method })
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' })
  },
)

test('HEAD answers like GET without the file', async () => {
  const address = await start()
  const { headers: asGet } = await ask(address, {})
  const { status, headers, text } = await ask(address, { method: 'HEAD' })
  const { date, ...others } = asGet
  expect({ status, text }).toEqual({ status: 200, text: '' })
  expect(headers).toMatchObject({ ...others, 'content-length': '5' })
  expect(date).toBeDefined()
})

test.each([
  ['a file', { path: '/' }],
  ['no file', { path: '/nothing' }],
  ['a refusal', { method: 'POST' }],
  ['another name', { host: 'example.org' }],
])('%s comes with a policy that keeps everything at home', async (_, question) => {
  const { headers } = await ask(await start(), question)
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  const rules = headers['content-security-policy']!.toString().split('; ')
  expect(rules).toContain("default-src 'none'")
  expect(rules.join(' ')).not.toMatch(/https?:|\*/)
})

describe('the server goes on', () => {
  /** So many files and connections are open in this process. */
  const descriptors = async () => (await readdir('/dev/fd')).length

  test('after a hundred downloads that were broken off, with nothing left open', async () => {
    await writeFile(join(site, 'large.js'), Buffer.alloc(LARGE, 'x'))
    const address = await start()
    const before = await descriptors()
    for (let i = 0; i < 100; i++) (await downloading(address, '/large.js')).destroy()
    await expect.poll(descriptors).toBeLessThanOrEqual(before)
    expect((await ask(address, { path: '/large.js' })).text).toHaveLength(LARGE)
  })

  test('after a file that ends earlier than it did, whose reader is told', async () => {
    await writeFile(join(site, 'large.js'), Buffer.alloc(LARGE, 'x'))
    const address = await start()
    const before = await descriptors()
    const end = new Promise((ended) => {
      get(`${address}large.js`, async (response) => {
        response.on('end', () => ended('whole')).on('error', ({ message }) => ended(message))
        await truncate(join(site, 'large.js'), 100)
        response.resume()
      })
    })
    expect(await end).toBe('aborted')
    await expect.poll(descriptors).toBeLessThanOrEqual(before)
    expect((await ask(address, { path: '/large.js' })).text).toHaveLength(100)
  })

  test('after a file that is gone, and a folder in its place', async () => {
    const address = await start()
    await rm(join(site, 'index.html'))
    expect((await ask(address, {})).status).toBe(404)
    await mkdir(join(site, 'index.html'))
    expect((await ask(address, {})).status).toBe(404)
  })

  test('after a file that it may not read', async () => {
    await chmod(folder, 0o755)
    await chmod(join(site, 'index.html'), 0)
    const address = await start()
    const { status, text } = await asNobody(() => ask(address, {}))
    expect({ status, text }).toEqual({ status: 500, text: 'The file cannot be read.\n' })
    await chmod(join(site, 'index.html'), 0o644)
    expect((await ask(address, {})).text).toBe('hello')
  })

  test('after requests that are none', async () => {
    const address = await start()
    const { hostname, port } = new URL(address)
    for (const words of [
      '\0\0\0',
      'GET\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
      'CONNECT / HTTP/1.1\r\n\r\n',
    ]) {
      const socket = connect(Number(port), hostname)
      await new Promise((closed) =>
        socket
          .on('close', closed)
          .on('error', () => {})
          .resume()
          .end(words),
      )
    }
    expect((await ask(address, {})).text).toBe('hello')
  })
})

/** The administrator of a machine may read every file. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid!() !== 0) return work()
  process.seteuid!(65534)
  try {
    return await work()
  } finally {
    process.seteuid!(0)
  }
}
