import JSZip from 'jszip'

/** The files of a package, by their paths. */
export type Files = ReadonlyMap<string, Content>
export type Content = string | Uint8Array

/** A zip that is the same, byte for byte, whenever and wherever it is made of the same files: `date` is that of all of them. */
export async function zipOf(files: Files, date: string): Promise<Buffer> {
  const zip = new JSZip()
  for (const path of [...files.keys()].sort()) {
    zip.file(path, files.get(path)!, { date: new Date(`${date}T00:00:00Z`), createFolders: false })
  }
  return zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  })
}
