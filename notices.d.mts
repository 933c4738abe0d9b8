import type { Metafile } from 'esbuild'

export const NOTICES: string
export function packagesIn(metafiles: readonly Metafile[]): string[]
export function noticesOf(of: { metafiles: readonly Metafile[]; beside?: readonly string[] }): Promise<string>
