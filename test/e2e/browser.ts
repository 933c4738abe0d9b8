import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'

const root = fileURLToPath(new URL('../../', import.meta.url))

const usual = {
  headless: true,
  args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run'],
}

/**
 * A Chromium, with `more` switches: the one at CHROME_PATH, the one that comes with npm ci (Linux on x64), or the Chrome of
 * this machine.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const options = { ...usual, args: [...usual.args, ...more] }
  const own = process.env['CHROME_PATH'] ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
  if (own) return chromium.launch({ ...options, executablePath: own })
  if (process.platform === 'linux' && process.arch === 'x64') return launchPackaged(options)
  return chromium.launch({ ...options, channel: 'chrome' })
}

/** The package is made for AWS Lambda. Elsewhere it needs a folder of its own, its libraries and its fonts pointed out. */
async function launchPackaged(options: LaunchOptions): Promise<Browser> {
  const folder = join(root, 'node_modules', '.cache', `chromium-${await packagedVersion()}`)
  await mkdir(folder, { recursive: true })
  const executablePath = await withEnvironment(
    // It reuses a chromium that it finds in the temporary folder, of whatever version, and unpacks libnss3 only on Lambda.
    { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    async () => (await import('@sparticuz/chromium')).default.executablePath(),
  )
  const fonts = join(folder, 'fonts', 'fonts.conf')
  // Without any font the renderer aborts, and this list of fonts looks for them in /tmp alone.
  await writeFile(
    fonts,
    (await readFile(fonts, 'utf8')).replace('<dir>/tmp/fonts</dir>', `<dir>${dirname(fonts)}</dir>`),
  )
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: dirname(fonts) }
  return chromium.launch({ ...options, executablePath, env })
}

async function packagedVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const manifest = join(entry.slice(0, entry.lastIndexOf('chromium')), 'chromium', 'package.json')
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version
}

async function withEnvironment<T>(changes: Record<string, string>, work: () => Promise<T>): Promise<T> {
  // The package sets LD_LIBRARY_PATH for good.
  const before = { ...process.env }
  Object.assign(process.env, changes)
  try {
    return await work()
  } finally {
    for (const name of [...Object.keys(changes), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}
