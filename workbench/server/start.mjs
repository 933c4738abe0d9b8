// npm start: serves the workbench and opens it in the browser, until Ctrl+C.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { serve } from './serve.mjs'

const { address, close } = await serve(fileURLToPath(new URL('../../dist/workbench', import.meta.url)))
console.log(`The Cuesheet workbench is at ${address} (Ctrl+C ends it)`)
openBrowser(address)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().then(() => process.exit(0)))

function openBrowser(address) {
  if (process.env.CI || process.env.NO_OPEN) return
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open']
  // Where there is no browser, the printed address is all one needs.
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
