// cuesheet-check.xlsx: the check of Excel as a workbook, for who has the add-in and wants to know whether it works there.
import JSZip from 'jszip'
import { writeFile } from 'node:fs/promises'
import { load } from '../../bundle.mjs'

/** The same release gives the same file. */
const DAY = new Date(Date.UTC(1980, 0, 1))

/** Writes the workbook; `namespace` is the prefix of the functions in that build, "" for none. */
export async function makeCheckWorkbook({ file, release, namespace = '' }) {
  const { workbookParts } = await load('publish/check/workbookParts.ts')
  const zip = new JSZip()
  const parts = Object.entries(workbookParts(release, namespace))
  for (const [path, xml] of parts) zip.file(path, xml, { date: DAY, createFolders: false })
  await writeFile(file, await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' }))
}
