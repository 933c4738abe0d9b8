import type { Release } from '../../core/release.ts'
import { zipOf } from '../zip.ts'
import { workbookParts } from './workbookParts.ts'

/**
 * cuesheet-check.xlsx: the check of Excel as a workbook, for who has the add-in and wants to know whether it works there.
 * `namespace` is the prefix of the functions in that build, "" for none. The same release gives the same bytes.
 */
export function checkWorkbook(release: Release, namespace: string): Promise<Buffer> {
  return zipOf(new Map(Object.entries(workbookParts(release, namespace))), release.date)
}
