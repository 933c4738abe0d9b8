import type { BuildOptions, Metafile } from 'esbuild'

export const root: string
export function inAscii(script: string): string
export function bundleForNode(entry: string, outfile: string, options?: BuildOptions): Promise<unknown>
export function load(entry: string): Promise<unknown>
export function sidebarPage(
  entry: string,
  options: { release: object; head?: string; waiting?: string },
): Promise<{ page(script: string): string; script: string; metafiles: Metafile[] }>
