import { parseAddress } from './address.ts'
import type { HostObject } from './objectModel.ts'
import type { Sheet } from './sheet.ts'

/** How a sheet is printed. `change` fails where nothing may be changed. */
export function pageLayout({ page }: Sheet, change: () => void): HostObject {
  return {
    type: 'PageLayout',
    properties: { Orientation: () => page.orientation, Zoom: () => page.zoom },
    setters: {
      Orientation(orientation: string) {
        change()
        page.orientation = orientation
      },
      Zoom(zoom: Sheet['page']['zoom']) {
        change()
        page.zoom = zoom
      },
    },
    methods: {
      SetPrintTitleRows(rows: string) {
        change()
        const { top, bottom } = parseAddress(rows.replace(/\$/g, ''))
        page.titleRows = [top, bottom]
      },
    },
  }
}
