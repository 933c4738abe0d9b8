// Serves a folder to this machine alone.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, resolve, sep } from 'node:path'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/** Serves a folder on the first free port from `port` on; port 0 is any. Gives the address and a way to stop. */
export async function serve(folder, port = 8080) {
  const base = resolve(folder)
  const server = createServer((request, response) => answer(base, request, response))
  await listen(server, port)
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(closed)
        server.closeAllConnections()
      }),
  }
}

function listen(server, port) {
  return new Promise((listening, failed) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && port < 65535) listen(server, port + 1).then(listening, failed)
      else failed(error)
    })
    server.listen(port, '127.0.0.1', listening)
  })
}

async function answer(base, request, response) {
  const file = fileOf(base, request.url)
  const found = file && (await stat(file).catch(() => undefined))
  if (!found?.isFile()) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  })
  createReadStream(file).pipe(response)
}

/** The file that a request asks for; undefined when that is outside of the folder. */
function fileOf(base, url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    const file = resolve(base, `.${path.endsWith('/') ? `${path}index.html` : path}`)
    return file.startsWith(base + sep) ? file : undefined
  } catch {
    return undefined
  }
}
