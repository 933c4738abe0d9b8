// Serves a folder to this machine alone.
import { open, realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

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

const policy = [
  "default-src 'none'",
  // The engine makes functions of formulas and of its templates.
  "script-src 'self' 'unsafe-eval'",
  // It sets sizes and colours in attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const always = {
  'cache-control': 'no-cache',
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Serves a folder on the first free port from `port` on; port 0 is any. Gives the address and a way to stop. */
export async function serve(folder, port = 8080) {
  const base = await realpath(folder)
  const server = createServer((request, response) => {
    // A reader that goes away, and a file that ends early, concern that one answer.
    answer(base, request, response).catch(() => response.destroy())
  })
  await listen(server, port)
  // Such as a connection that this machine has no descriptor left for.
  server.on('error', (error) => console.error(error.message))
  return {
    address: addressOf(server.address()),
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

function addressOf({ port }) {
  return `http://127.0.0.1:${port}/`
}

async function answer(base, request, response) {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  const { port } = request.socket.address()
  if (!isAskedHere(request.headers.host, port)) {
    return refuse(response, 421, `The workbench is at ${addressOf({ port })} alone.`)
  }
  if (!['GET', 'HEAD'].includes(request.method)) {
    return refuse(response.setHeader('allow', 'GET, HEAD'), 405, 'Files can only be read here.')
  }
  const path = fileAt(base, request.url)
  const file = path && (await fileWithin(base, path))
  if (!file) return refuse(response, 404, 'There is no such file.')
  const handle = await open(file).catch(() => undefined)
  if (!handle) return refuse(response, 500, 'The file cannot be read.')
  try {
    await send(handle, types[extname(file)], request, response)
  } finally {
    await handle.close()
  }
}

/** Elsewhere a name can be made to lead to this machine, and a page from there would read what is served here. */
function isAskedHere(host = '', port) {
  const end = port === 80 ? '(:80)?' : `:${port}`
  return new RegExp(`^(localhost|127\\.0\\.0\\.1|\\[::1\\])${end}$`, 'i').test(host)
}

/** Where the file is that a request asks for; undefined when that is outside of the folder. */
function fileAt(base, url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*/, ''))
    const file = resolve(base, `.${path.endsWith('/') ? `${path}index.html` : path}`)
    return path.startsWith('/') && file.startsWith(base + sep) ? file : undefined
  } catch {
    return undefined
  }
}

/** The file with all links followed; undefined when there is none, or they lead out of the folder. */
async function fileWithin(base, path) {
  try {
    const file = await realpath(path)
    return file.startsWith(base + sep) && (await stat(file)).isFile() ? file : undefined
  } catch {
    return undefined
  }
}

async function send(handle, type = 'application/octet-stream', { method }, response) {
  const { size } = await handle.stat()
  response.setHeader('content-type', type).setHeader('content-length', size)
  if (method === 'HEAD' || size === 0) return response.end()
  const content = handle.createReadStream({ start: 0, end: size - 1 })
  await pipeline(content, response, { end: false })
  // A file that a build writes anew meanwhile may have ended earlier. The reader is told so, or would wait for the rest.
  if (content.bytesRead < size) response.destroy()
  else response.end()
}

function refuse(response, status, sentence) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`)
}
