import { BlobReader, BlobWriter, TextWriter, Uint8ArrayReader, ZipReader, ZipWriter } from '@zip.js/zip.js'

/** The files of an archive by their paths, as texts or bytes, the former maybe in parts. */
export type Parts = Map<string, string | readonly string[] | Uint8Array>

/** The same workbook gives the same file. */
const DATE = new Date(1980, 0, 1)
/** Plain headers, as Excel writes them. The browser packs by itself while the page goes on; further threads bring nothing. */
const PLAIN = {
  lastModDate: DATE,
  extendedTimestamp: false,
  dataDescriptor: false,
  zip64: false,
  useWebWorkers: false,
}

/** Packs files into a zip archive. */
export async function zipped(parts: Parts, type: string): Promise<Blob> {
  const archive = new ZipWriter(new BlobWriter(type), PLAIN)
  for (const [path, content] of parts) await archive.add(path, new BlobReader(new Blob([content].flat() as BlobPart[])))
  return archive.close()
}

/** A file in an archive, unpacked when its text is asked for. */
export interface PackedFile {
  path: string
  text(): Promise<string>
}

export async function filesIn(archive: Uint8Array): Promise<PackedFile[]> {
  const entries = await new ZipReader(new Uint8ArrayReader(archive), { useWebWorkers: false }).getEntries()
  return entries.flatMap((entry) =>
    entry.directory ? [] : [{ path: entry.filename, text: () => entry.getData(new TextWriter()) }],
  )
}
