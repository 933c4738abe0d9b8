import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtFolder } from './project.ts'

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url))
const redirect = fileURLToPath(new URL('redirect.mjs', import.meta.url))

/** A file of a project as the Apps Script API carries it. */
export interface RemoteFile {
  name: string
  type: 'SERVER_JS' | 'HTML' | 'JSON'
  source: string
}

/** A stand-in of the Apps Script API that keeps one project. */
export interface ScriptApi {
  url: string
  /** The project's files, as they were pushed. */
  files: RemoteFile[]
  requests: string[]
  close(): Promise<void>
}

export async function openScriptApi(): Promise<ScriptApi> {
  const api: ScriptApi = {
    url: '',
    files: [{ name: 'appsscript', type: 'JSON', source: '{"timeZone":"America/New_York"}' }],
    requests: [],
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  const server = createServer(async (request, response) => {
    api.requests.push(`${request.method} ${request.url}`)
    const content = /^\/v1\/projects\/[^/]+\/content/.test(request.url ?? '')
    if (content && request.method === 'PUT') api.files = (JSON.parse(await bodyOf(request)) as ScriptApi).files
    response.writeHead(content ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(content ? { scriptId: 'script', files: api.files } : { error: { message: 'unknown' } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return api
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

/** A folder laid out as someone who deploys has it: the project root with .clasp.json made from the example. */
export interface ClaspFolder {
  folder: string
  clasp(...given: string[]): Promise<{ code: number; output: string }>
  remove(): Promise<void>
}

export async function openClaspFolder(apiUrl = 'http://127.0.0.1:9/'): Promise<ClaspFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'cuesheet-clasp-'))
  await mkdir(join(folder, 'dist'))
  await cp(builtFolder, join(folder, 'dist/gsheets'), { recursive: true })
  await cp(join(projectFolder, 'gsheets/.clasp.json.example'), join(folder, '.clasp.json'))
  const account = { type: 'authorized_user', client_id: 'none', client_secret: 'none', refresh_token: 'none' }
  const signedIn = { ...account, access_token: 'none', expiry_date: Date.UTC(2099, 0, 1) }
  await writeFile(join(folder, '.clasprc.json'), JSON.stringify({ tokens: { default: signedIn } }))
  const program = join(projectFolder, 'node_modules/@google/clasp/build/src/index.js')
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    clasp_config_auth: join(folder, '.clasprc.json'),
    SCRIPT_API: apiUrl,
  }
  return {
    folder,
    clasp: (...given) =>
      new Promise((resolve) => {
        execFile(
          process.execPath,
          ['--import', redirect, program, ...given],
          { cwd: folder, env },
          (error, out, err) => {
            resolve({ code: Number(error?.code ?? 0), output: out + err })
          },
        )
      }),
    remove: () => rm(folder, { recursive: true }),
  }
}
