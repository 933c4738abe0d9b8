import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serve } from '../../workbench/serve.mjs'

let folder: string
let open: Awaited<ReturnType<typeof serve>>[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'))
  await mkdir(join(folder, 'site'))
  await writeFile(join(folder, 'site', 'index.html'), 'hello')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  open = []
})
afterEach(async () => {
  await Promise.all(open.map(({ close }) => close()))
  await rm(folder, { recursive: true })
})

const start = async (port = 0) => {
  const server = await serve(join(folder, 'site'), port)
  open.push(server)
  return server.address
}

/** Asks for a path exactly as it is written, which fetch would tidy up first. */
const statusOf = (address: string, path: string) =>
  new Promise<number>((answered, failed) => {
    const { hostname, port } = new URL(address)
    const asked = request({ hostname, port, path }, (response) => answered(response.resume().statusCode!))
    asked.on('error', failed).end()
  })

test('a folder is served with its index', async () => {
  const response = await fetch(await start())
  expect(await response.text()).toBe('hello')
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt', '/%', '/nothing', '/%00'])(
  '%s gets nothing from outside of the folder',
  async (path) => {
    expect(await statusOf(await start(), path)).toBe(404)
  },
)

test('a port that is taken is passed over', async () => {
  const first = Number(new URL(await start()).port)
  const second = Number(new URL(await start(first)).port)
  expect(second).toBeGreaterThan(first)
})

test('nobody else in the network is served', async () => {
  const { port } = new URL(await start())
  const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  for (const { address } of others.filter(({ internal, family }) => !internal && family === 'IPv4')) {
    await expect(statusOf(`http://${address}:${port}/`, '/')).rejects.toThrow(/ECONNREFUSED/)
  }
  expect(await statusOf(`http://127.0.0.1:${port}/`, '/')).toBe(200)
})
